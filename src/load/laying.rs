//! Lays casework over a corpus: finds again what each entry is about, lets resolution apply the corrections, and puts notes,
//! tags and bookmarks at their places. Everything is replayed each time; there is no state to go wrong.

use std::collections::HashMap;
use std::sync::Arc;

use crate::casework::{FoundSubject, Ground, Shelf, find_entity, find_subject, locate};
use crate::corpus::Corpus;
use crate::model::{
    Casework, Corrected, Correction, Document, DocumentId, DocumentIx, DocumentRef, EntityId, EntityRef, EntryId,
    EventId, Laid, Orphan, Part, PassageIx, Place, Resolved, Subject, TextAnchor, Whose, ZoneLabel,
};
use crate::resolve::{Correcting, SplitOff};
use crate::text::Span;

/// The corpus with `casework` laid over what was found in the sources: corrected, and with the rest at its places. What no
/// longer fits is listed in [`Laid::orphans`]. `corpus` may have other casework laid over it; that is forgotten.
pub fn lay_over(corpus: &Corpus, casework: Casework) -> Corpus {
    let found = corpus.found();
    let shelf = Shelf::new(&found.documents);
    let is_known = corpus.laid().casework.corrections == casework.corrections;
    let (corrected, mut orphans) = if is_known {
        let of_corrections = |entry: &EntryId| casework.corrections.iter().any(|one| one.entry == *entry);
        let known = corpus.laid().orphans.iter().filter(|(entry, _)| of_corrections(entry)).copied();
        (None, known.collect())
    } else if casework.corrections.is_empty() {
        (Some(Arc::clone(found)), Vec::new())
    } else {
        let (resolved, orphans) = correct(found, &casework.corrections, &shelf);
        (Some(Arc::new(resolved)), orphans)
    };
    let corpus = corpus.corrected(corrected);
    let mut places = HashMap::new();
    for (entry, on) in subjects(&casework) {
        match place(on, &shelf, &corpus) {
            Ok(place) => drop(places.insert(entry, place)),
            Err(reason) => orphans.push((entry, reason)),
        }
    }
    corpus.annotated(Laid { casework, places, orphans })
}

/// A corpus that references are looked up in.
struct InCorpus<'c>(&'c Corpus);

impl InCorpus<'_> {
    fn passage(&self, document: &Document, span: Span) -> Option<PassageIx> {
        self.0.passage_at(self.0.document_ix(document.id)?, span.start)
    }
}

impl Ground for InCorpus<'_> {
    /// A better recognizer may set other bounds: to overlap is enough.
    fn entity_at(&self, document: &Document, span: Span) -> Option<EntityId> {
        let mentions = self.0.mentions_in(self.passage(document, span)?);
        let named = mentions.iter().find(|mention| mention.span.overlaps(span))?;
        Some(self.0.entity(named.entity).id)
    }

    fn event_at(&self, document: &Document, span: Span) -> Option<EventId> {
        let times = self.0.times_in(self.passage(document, span)?);
        let stated = times.iter().filter(|time| time.expression.span.overlaps(span)).find_map(|time| time.event)?;
        Some(self.0.event(stated).id)
    }

    fn has_entity(&self, id: EntityId) -> bool {
        self.0.entity_ix(id).is_some()
    }

    fn has_event(&self, id: EventId) -> bool {
        self.0.event_ix(id).is_some()
    }
}

/// Everything that has a subject, with it.
fn subjects(casework: &Casework) -> impl Iterator<Item = (EntryId, &Subject)> {
    let notes = casework.notes.iter().map(|note| (note.entry, &note.on));
    let tags = casework.tags.iter().map(|tag| (tag.entry, &tag.on));
    let bookmarks = casework.bookmarks.iter().map(|bookmark| (bookmark.entry, &bookmark.on));
    let reviewed = casework.reviewed.iter().map(|review| (review.entry, &review.on));
    notes.chain(tags).chain(bookmarks).chain(reviewed)
}

fn place(subject: &Subject, shelf: &Shelf<'_>, corpus: &Corpus) -> Result<Place, Orphan> {
    let at = |document: &Document| corpus.document_ix(document.id).ok_or(Orphan::DocumentGone);
    Ok(match find_subject(subject, shelf, &InCorpus(corpus))? {
        FoundSubject::Document(document) => Place::Document(at(document)?),
        FoundSubject::Text(document, span) => Place::Text(at(document)?, span),
        FoundSubject::Entity(id) => Place::Entity(corpus.entity_ix(id).ok_or(Orphan::EntityGone)?),
        FoundSubject::Event(id) => Place::Event(corpus.event_ix(id).ok_or(Orphan::EventGone)?),
    })
}

/// Replays the corrections. Those that do not fit, or only in part, are given with the reason.
fn correct(found: &Resolved, corrections: &[Corrected], shelf: &Shelf<'_>) -> (Resolved, Vec<(EntryId, Orphan)>) {
    let documents = found.documents.iter().enumerate();
    let mut replay = Replay {
        shelf,
        documents: documents.map(|(at, document)| (document.id, DocumentIx::at(at))).collect(),
        correcting: Correcting::new(found),
    };
    let applied = corrections.iter().map(|one| (one.entry, replay.apply(one.entry, &one.correction)));
    let orphans = applied.filter_map(|(entry, applied)| Some((entry, applied.err()?))).collect();
    (replay.correcting.finish(), orphans)
}

struct Replay<'a, 'd> {
    shelf: &'a Shelf<'d>,
    documents: HashMap<DocumentId, DocumentIx>,
    correcting: Correcting<'a>,
}

impl Ground for Replay<'_, '_> {
    fn entity_at(&self, document: &Document, span: Span) -> Option<EntityId> {
        self.correcting.entity_at(*self.documents.get(&document.id)?, span)
    }

    /// No correction is about an event.
    fn event_at(&self, _: &Document, _: Span) -> Option<EventId> {
        None
    }

    fn has_entity(&self, id: EntityId) -> bool {
        self.correcting.has_entity(id)
    }

    fn has_event(&self, _: EventId) -> bool {
        false
    }
}

impl Replay<'_, '_> {
    fn apply(&mut self, entry: EntryId, correction: &Correction) -> Result<(), Orphan> {
        match correction {
            Correction::Merge { into, others } => {
                let into = self.entity(into)?;
                let (known, unknown): (Vec<_>, Vec<_>) =
                    others.iter().map(|other| self.entity(other)).partition(Result::is_ok);
                let known: Vec<EntityId> = known.into_iter().flatten().collect();
                self.correcting.merge(into, &known)?;
                unknown.into_iter().find_map(Result::err).map_or(Ok(()), Err)
            }
            Correction::Split { from, part, name } => self.split(entry, from, part, name.as_ref()),
            Correction::Rename { entity, name } => {
                let entity = self.entity(entity)?;
                self.correcting.rename(entity, name.clone())
            }
            Correction::ChangeKind { entity, kind } => {
                let entity = self.entity(entity)?;
                self.correcting.change_kind(entity, *kind)
            }
            Correction::Hide(entity) => {
                let entity = self.entity(entity)?;
                self.correcting.hide(entity)
            }
            Correction::Unhide(entity) => {
                let entity = self.entity(entity)?;
                self.correcting.unhide(entity)
            }
            Correction::AddMention { at, whose: Whose::Known(entity) }
            | Correction::ConfirmLink { mention: at, entity } => {
                let (document, span) = self.place(at)?;
                let entity = self.entity(entity)?;
                self.correcting.link(document, span, entity)
            }
            Correction::AddMention { at, whose: Whose::New { kind, name } } => {
                let (document, span) = self.place(at)?;
                self.correcting.add_entity(document, span, *kind, name.clone(), entry)
            }
            Correction::RejectLink { mention, entity } => {
                let (document, span) = self.place(mention)?;
                let entity = self.entity(entity)?;
                self.correcting.unlink(document, span, entity, entry)
            }
            Correction::SetPublication { document, date } => {
                let document = self.document(document)?;
                self.correcting.set_publication(document, date)
            }
            Correction::SetTime { at, value } => {
                let (document, span) = self.place(at)?;
                self.correcting.set_time(document, span, value)
            }
            Correction::LabelBoilerplate(at) => {
                let (document, span) = self.place(at)?;
                self.correcting.label(document, span, ZoneLabel::Boilerplate)
            }
            Correction::UnlabelBoilerplate(at) => {
                let (document, span) = self.place(at)?;
                self.correcting.label(document, span, ZoneLabel::Body)
            }
        }
    }

    /// What of the part is found is split off, and what is not found is told all the same.
    fn split(&mut self, entry: EntryId, from: &EntityRef, part: &Part, name: Option<&String>) -> Result<(), Orphan> {
        let from = self.entity(from)?;
        let mut missing = Ok(());
        let part = match part {
            Part::Alias(alias) => SplitOff::Alias(alias),
            Part::Mentions(places) => {
                SplitOff::Mentions(kept(places.iter().map(|place| self.place(place)), &mut missing))
            }
            Part::Documents(documents) => {
                SplitOff::Documents(kept(documents.iter().map(|document| self.document(document)), &mut missing))
            }
        };
        let split = self.correcting.split(from, &part, name.cloned(), entry);
        missing.and(split)
    }

    fn entity(&self, wanted: &EntityRef) -> Result<EntityId, Orphan> {
        find_entity(wanted, self.shelf, self)
    }

    fn document(&self, wanted: &DocumentRef) -> Result<DocumentIx, Orphan> {
        let document = self.shelf.find(wanted).ok_or(Orphan::DocumentGone)?;
        self.documents.get(&document.id).copied().ok_or(Orphan::DocumentGone)
    }

    fn place(&self, anchor: &TextAnchor) -> Result<(DocumentIx, Span), Orphan> {
        let (document, span) = locate(anchor, self.shelf)?;
        let at = self.documents.get(&document.id).copied().ok_or(Orphan::DocumentGone)?;
        Ok((at, span))
    }
}

/// What was found; `missing` becomes the first reason why something was not.
fn kept<T>(found: impl Iterator<Item = Result<T, Orphan>>, missing: &mut Result<(), Orphan>) -> Vec<T> {
    let mut kept = Vec::new();
    for one in found {
        match one {
            Ok(one) => kept.push(one),
            Err(reason) => *missing = missing.and(Err(reason)),
        }
    }
    kept
}
