//! The reader's corrections, laid over what was resolved. Pure: each is one step on a working copy, and [`Correcting::finish`]
//! makes entities, events and tables anew out of it.
//!
//! Nothing is resolved again: corrections are the last word. What a correction is about has been found before; it keeps no
//! journal and knows no anchors.

mod gathered;
mod glance;
mod links;
mod rebuild;
mod shared;
mod texts;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::model::{
    Document, DocumentIx, EntityId, EntityIx, EntryId, Kind, Mention, MentionIx, Passage, PassageIx, Publication,
    Resolved, TimeMention,
};
use crate::text::Span;

pub use glance::{Change, at_a_glance};
pub use links::SplitOff;

/// What was resolved, while corrections are laid over it.
#[derive(Debug)]
pub struct Correcting<'r> {
    found: &'r Resolved,
    documents: Vec<Arc<Document>>,
    publications: Vec<Publication>,
    passages: Vec<Passage>,
    /// Those found, in reading order, then those added. Their entities are positions in `all`.
    mentions: Vec<Mention>,
    /// Those that others have taken the place of.
    replaced: BTreeSet<MentionIx>,
    /// Those found, in reading order, then those added.
    times: Vec<TimeMention>,
    /// The entities found, in their order, then those that corrections made.
    all: Vec<Working>,
    /// By the ids that they go by, and those that they have gone by.
    of_id: HashMap<EntityId, EntityIx>,
}

/// An entity while corrections are laid over it.
#[derive(Clone, Debug)]
struct Working {
    id: EntityId,
    kind: Kind,
    /// The reader's name for it.
    name: Option<String>,
    /// Whom it was merged into.
    same_as: Option<EntityIx>,
    is_hidden: bool,
    /// Whether its mentions are not those that were found.
    is_changed: bool,
}

impl<'r> Correcting<'r> {
    /// Begins with what was `found`.
    pub fn new(found: &'r Resolved) -> Self {
        let working = found.entities.iter().map(|entity| Working::new(entity.id, entity.kind));
        let mut of_id: HashMap<EntityId, EntityIx> =
            found.entities.iter().enumerate().map(|(at, entity)| (entity.id, EntityIx::at(at))).collect();
        for (old, now) in &found.redirects {
            if let Some(at) = of_id.get(now).copied() {
                of_id.entry(*old).or_insert(at);
            }
        }
        Self {
            found,
            documents: found.documents.clone(),
            publications: found.publications.clone(),
            passages: found.passages.clone(),
            mentions: found.mentions.clone(),
            replaced: BTreeSet::new(),
            times: found.times.clone(),
            all: working.collect(),
            of_id,
        }
    }

    /// Whom a place names now: an exact mention rather than one that only overlaps.
    pub fn entity_at(&self, document: DocumentIx, span: Span) -> Option<EntityId> {
        let mention = self.mention_at(document, span)?;
        Some(self.working(self.whom(mention)).id)
    }

    /// Whether there is an entity with that id, under it or under the one that it was merged into.
    pub fn has_entity(&self, id: EntityId) -> bool {
        self.of_id.contains_key(&id)
    }

    /// The entity of an id, after all merges.
    fn entity(&self, id: EntityId) -> Option<EntityIx> {
        self.of_id.get(&id).map(|at| self.last(*at))
    }

    /// Whom a mention names, after all merges.
    fn whom(&self, mention: MentionIx) -> EntityIx {
        self.mentions.get(mention.index()).map_or(EntityIx::default(), |mention| self.last(mention.entity))
    }

    /// Follows merges to their end. They never form a ring: only what leads itself is merged.
    fn last(&self, entity: EntityIx) -> EntityIx {
        let mut at = entity;
        while let Some(into) = self.working(at).same_as {
            at = into;
        }
        at
    }

    fn working(&self, at: EntityIx) -> &Working {
        &self.all[at.index()]
    }

    fn working_mut(&mut self, at: EntityIx) -> &mut Working {
        &mut self.all[at.index()]
    }

    fn change(&mut self, entity: EntityIx) {
        let last = self.last(entity);
        self.working_mut(last).is_changed = true;
    }

    /// A new entity, named after the entry that made it, so that it has the same id in every corpus.
    fn make(&mut self, entry: EntryId, kind: Kind, name: Option<String>) -> EntityIx {
        let id = made_id(entry);
        let at = EntityIx::at(self.all.len());
        self.all.push(Working { name, is_changed: true, ..Working::new(id, kind) });
        self.of_id.insert(id, at);
        at
    }

    /// The passage that holds the byte at `offset`, or the last one before it, or else the first.
    fn passage_at(&self, document: DocumentIx, offset: u32) -> Option<PassageIx> {
        self.found.passage_at(document, offset)
    }

    fn mention_at(&self, document: DocumentIx, span: Span) -> Option<MentionIx> {
        let rank = |at: &MentionIx| {
            let mention = &self.mentions[at.index()];
            (mention.span != span, *at)
        };
        self.mentions_over(document, span).into_iter().min_by_key(rank)
    }

    /// The mentions that overlap a place.
    fn mentions_over(&self, document: DocumentIx, span: Span) -> Vec<MentionIx> {
        let Some(passage) = self.passage_at(document, span.start) else { return Vec::new() };
        let found = &self.found.mentions;
        let start = found.partition_point(|mention| mention.passage < passage);
        let here = found.iter().skip(start).take_while(|mention| mention.passage == passage).count();
        let added = found.len()..self.mentions.len();
        (start..start + here)
            .chain(added)
            .map(MentionIx::at)
            .filter(|at| {
                let mention = &self.mentions[at.index()];
                mention.passage == passage && mention.span.overlaps(span) && !self.replaced.contains(at)
            })
            .collect()
    }

    /// The words of a mention as they stand. Untrusted.
    fn words(&self, mention: &Mention) -> &str {
        let document = self.passages[mention.passage.index()].document;
        mention.span.of(&self.documents[document.index()].text)
    }
}

impl Working {
    const fn new(id: EntityId, kind: Kind) -> Self {
        Self { id, kind, name: None, same_as: None, is_hidden: false, is_changed: false }
    }
}

/// The id of whom an entry has made.
fn made_id(entry: EntryId) -> EntityId {
    EntityId::of_hash(Sha256::digest(entry.0))
}
