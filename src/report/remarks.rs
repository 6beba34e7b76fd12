//! [`Remarks`]: the reader's notes, tags and bookmarks at their places in a corpus.
//!
//! What has no place in the sources as they are now is kept with its reason.

use std::collections::HashMap;

use crate::corpus::Corpus;
use crate::model::{DocumentIx, EntityIx, EntryId, EventIx, Laid, Moment, Orphan, PassageIx, Place, Subject};
use crate::text::Span;

use super::selection::Selection;

/// What a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// A note.
    Note,
    /// A tag.
    Tag,
    /// A bookmark.
    Bookmark,
}

impl RemarkKind {
    /// Its name in rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tag => "tag",
            Self::Bookmark => "bookmark",
        }
    }
}

/// A note, a tag or a bookmark.
#[derive(Clone, Debug)]
pub struct Placed<'c> {
    /// The entry that made it.
    pub entry: EntryId,
    /// What it is.
    pub kind: RemarkKind,
    /// What it says.
    pub text: &'c str,
    /// When it was last written; only notes tell.
    pub at: Option<Moment>,
    /// What it was put on.
    pub on: &'c Subject,
    /// Where it stands, or why nowhere.
    pub place: Result<Place, Orphan>,
}

/// All remarks.
#[derive(Debug, Default)]
pub struct Remarks<'c> {
    all: Vec<Placed<'c>>,
    of_document: HashMap<DocumentIx, Vec<usize>>,
    of_passage: HashMap<PassageIx, Vec<usize>>,
    of_entity: HashMap<EntityIx, Vec<usize>>,
    of_event: HashMap<EventIx, Vec<usize>>,
}

impl<'c> Remarks<'c> {
    /// Those of the casework that lies over `corpus`.
    pub fn new(corpus: &'c Corpus) -> Self {
        let Laid { casework, places, orphans } = corpus.laid();
        let orphans: HashMap<EntryId, Orphan> = orphans.iter().copied().collect();
        let place = |entry: EntryId| match (places.get(&entry), orphans.get(&entry)) {
            (Some(place), _) => Ok(*place),
            (None, reason) => Err(reason.copied().unwrap_or(Orphan::WordsGone)),
        };
        let notes = casework.notes.iter().map(|note| Placed {
            entry: note.entry,
            kind: RemarkKind::Note,
            text: &note.text,
            at: Some(note.edited.unwrap_or(note.at)),
            on: &note.on,
            place: place(note.entry),
        });
        let other = |kind, entry, text, on| Placed { entry, kind, text, at: None, on, place: place(entry) };
        let tags = casework.tags.iter().map(|tag| other(RemarkKind::Tag, tag.entry, &*tag.tag, &tag.on));
        let bookmarks = casework.bookmarks.iter();
        let bookmarks = bookmarks.map(|mark| other(RemarkKind::Bookmark, mark.entry, &*mark.label, &mark.on));
        let mut remarks = Self { all: notes.chain(tags).chain(bookmarks).collect(), ..Self::default() };
        for (at, placed) in remarks.all.iter().enumerate() {
            match placed.place {
                Ok(Place::Document(document)) => remarks.of_document.entry(document).or_default().push(at),
                Ok(Place::Entity(entity)) => remarks.of_entity.entry(entity).or_default().push(at),
                Ok(Place::Event(event)) => remarks.of_event.entry(event).or_default().push(at),
                Ok(Place::Text(document, span)) => {
                    for passage in passages(corpus, document, span) {
                        remarks.of_passage.entry(passage).or_default().push(at);
                    }
                }
                Err(_) => {}
            }
        }
        remarks
    }

    /// Those beside a document as a whole.
    pub fn of_document(&self, at: DocumentIx) -> impl Iterator<Item = &Placed<'c>> {
        self.at(self.of_document.get(&at))
    }

    /// Those beside a passage, or beside words of it.
    pub fn of_passage(&self, at: PassageIx) -> impl Iterator<Item = &Placed<'c>> {
        self.at(self.of_passage.get(&at))
    }

    /// Those beside an entity.
    pub fn of_entity(&self, at: EntityIx) -> impl Iterator<Item = &Placed<'c>> {
        self.at(self.of_entity.get(&at))
    }

    /// Those beside an event.
    pub fn of_event(&self, at: EventIx) -> impl Iterator<Item = &Placed<'c>> {
        self.at(self.of_event.get(&at))
    }

    /// Those that stand in a selection, and all that stand nowhere.
    pub fn within(&self, corpus: &Corpus, selection: &Selection) -> Vec<&Placed<'c>> {
        let documents = selection.documents(corpus);
        let entities = selection.entities(corpus);
        let events = selection.events(corpus);
        let stands = |placed: &&Placed<'_>| match placed.place {
            Ok(Place::Document(at)) => documents.binary_search(&at).is_ok(),
            Ok(Place::Entity(at)) => entities.binary_search(&at).is_ok(),
            Ok(Place::Event(at)) => events.binary_search(&at).is_ok(),
            Ok(Place::Text(document, span)) => passages(corpus, document, span).any(|at| selection.holds(at)),
            Err(_) => true,
        };
        self.all.iter().filter(stands).collect()
    }

    /// Those that stand nowhere, with the reason.
    pub fn orphans(&self) -> impl Iterator<Item = (&Placed<'c>, Orphan)> {
        self.all.iter().filter_map(|placed| Some((placed, placed.place.err()?)))
    }

    fn at(&self, found: Option<&Vec<usize>>) -> impl Iterator<Item = &Placed<'c>> {
        found.into_iter().flatten().filter_map(|at| self.all.get(*at))
    }
}

/// The passages that hold something of a place.
fn passages(corpus: &Corpus, document: DocumentIx, span: Span) -> impl Iterator<Item = PassageIx> + '_ {
    let first = corpus.passage_at(document, span.start).map_or(usize::MAX, PassageIx::index);
    let here = corpus.passages_in(document);
    (first..here.end)
        .map(PassageIx::at)
        .take_while(move |at| corpus.passage(*at).span.start < span.end || at.index() == first)
}
