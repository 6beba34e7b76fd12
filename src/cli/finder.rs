//! Finds in a corpus what a command names, and makes references of it that are found again later.

use serde::Deserialize;

use crate::casework::{anchor, entity_reference, event_reference, reference};
use crate::corpus::Corpus;
use crate::model::{Document, DocumentIx, DocumentRef, EntityRef, EventId, Subject, TextAnchor};
use crate::text::Span;

use super::about::entities;

/// A place in a document: by offsets, by words that stand there once, or both. A row of `mentions`, `times` or `passages` is one.
#[derive(Debug, Deserialize)]
pub(super) struct Place {
    doc: String,
    start: Option<u32>,
    end: Option<u32>,
    text: Option<String>,
}

/// What a note, a tag or a bookmark may be put on.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Target {
    Entity { entity: String },
    Document { document: String },
    Event { event: String },
    Place(Place),
}

/// Finds in a corpus what commands name.
pub(super) struct Finder<'c> {
    corpus: &'c Corpus,
}

impl<'c> Finder<'c> {
    /// Looks in `corpus`.
    pub(super) const fn new(corpus: &'c Corpus) -> Self {
        Self { corpus }
    }

    pub(super) fn entity(&self, name: &str) -> Result<EntityRef, String> {
        let corpus = self.corpus;
        match *entities(corpus, name) {
            [] => Err(format!("nobody and nothing named {name} was found")),
            [one] => {
                let mentions = corpus.entity_ix(one.id).into_iter().flat_map(|at| corpus.mentions_of(at));
                Ok(entity_reference(
                    one,
                    mentions.map(|at| {
                        let mention = corpus.mention(at);
                        (corpus.document(corpus.passage(mention.passage).document), mention.span)
                    }),
                ))
            }
            ref several => {
                let shown: Vec<String> = several.iter().map(|one| format!("{} ({})", one.name, one.id)).collect();
                Err(format!("{name} may be {}; name one by its id", shown.join(", ")))
            }
        }
    }

    /// The document at that path below the given folder, else the only one whose path ends so.
    fn document(&self, file: &str) -> Result<&'c Document, String> {
        let all = || (0..self.corpus.documents().len()).map(|at| self.corpus.document(DocumentIx::at(at)));
        let end = format!("/{file}");
        let mut fitting = all().filter(|document| document.file.ends_with(&end));
        match (all().find(|document| document.file == file), fitting.next(), fitting.next()) {
            (Some(document), ..) | (None, Some(document), None) => Ok(document),
            (None, None, _) => Err(format!("no document {file} was read")),
            (None, Some(_), Some(_)) => Err(format!("several documents end in {file}; write more of the path")),
        }
    }

    pub(super) fn document_reference(&self, file: &str) -> Result<DocumentRef, String> {
        self.document(file).map(reference)
    }

    pub(super) fn place(&self, place: &Place) -> Result<TextAnchor, String> {
        let document = self.document(&place.doc)?;
        let span = match (place.start, place.end, &place.text) {
            (Some(start), Some(end), None) => Span::new(start, end),
            (Some(start), Some(end), Some(text)) if Span::new(start, end).of(&document.text) == text => {
                Span::new(start, end)
            }
            (None, None, Some(text)) => only_place(document, text)?,
            (Some(_), Some(_), Some(_)) => {
                return Err(format!("these words do not stand at that place of {}", place.doc));
            }
            _ => return Err("a place is start and end, or text, or all three".to_owned()),
        };
        anchor(document, span).ok_or_else(|| format!("{} has no words at that place", place.doc))
    }

    pub(super) fn target(&self, target: &Target) -> Result<Subject, String> {
        match target {
            Target::Entity { entity } => self.entity(entity).map(Subject::Entity),
            Target::Document { document } => self.document_reference(document).map(Subject::Document),
            Target::Place(place) => self.place(place).map(Subject::Text),
            Target::Event { event } => {
                let corpus = self.corpus;
                let at = event.parse::<EventId>().ok().and_then(|id| corpus.event_ix(id));
                let at = at.ok_or_else(|| format!("no event {event}; `redstring timeline` lists them"))?;
                let times = corpus.times_of(at).map(|at| {
                    let time = corpus.time(at);
                    (corpus.document(corpus.passage(time.passage).document), time.expression.span)
                });
                Ok(Subject::Event(event_reference(corpus.event(at), times)))
            }
        }
    }
}

/// Where `text` stands, if it stands once.
fn only_place(document: &Document, text: &str) -> Result<Span, String> {
    let mut found = document.text.match_indices(text);
    match (found.next(), found.next()) {
        _ if text.is_empty() => Err("the text of the place is empty".to_owned()),
        (Some((start, words)), None) => Ok(Span::from(start..start + words.len())),
        (None, _) => Err(format!("these words do not stand in {}", document.file)),
        (Some(_), Some(_)) => {
            Err(format!("these words stand in {} more than once; give start and end too", document.file))
        }
    }
}
