//! What one more correction of who is who changes at first sight: entities, mentions, and who stands in events.
//!
//! [`Correcting`](super::Correcting) has the last word: which events there are, what they are called and where they differ stays
//! here as it was, and whoever is new or moves up is not sorted in. Texts, passages and times are untouched.

use std::sync::Arc;

use crate::model::{
    Cited, Entity, EntityId, EntityIx, EntryId, Event, Kind, MentionIx, PassageIx, References, Resolved,
};

use super::gathered::{self, Gathered};
use super::{links, made_id};
use crate::resolve::events;
use crate::text::one_line;

/// A correction of who is who whose entities and mentions are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// `others` are the same as `into`.
    Merge {
        /// Who stays.
        into: EntityIx,
        /// Who goes.
        others: Vec<EntityIx>,
    },
    /// A part of an entity's mentions belongs to someone else.
    Split {
        /// Whose mentions they are.
        from: EntityIx,
        /// Those that are split off.
        mentions: Vec<MentionIx>,
        /// What the new one is called; else by the best name among them.
        name: Option<String>,
        /// What makes the new one.
        entry: EntryId,
    },
    /// It is called so.
    Rename(EntityIx, String),
    /// It is of that kind.
    ChangeKind(EntityIx, Kind),
}

/// `resolved`, which other corrections may lie over already, with `change` laid over it at first sight.
pub fn at_a_glance(resolved: &Resolved, change: Change) -> Resolved {
    let mut next = resolved.clone();
    match change {
        Change::Merge { into, others } => merge(&mut next, into, &others),
        Change::Split { from, mentions, name, entry } => split(&mut next, from, &mentions, name, entry),
        Change::Rename(entity, name) => Arc::make_mut(&mut next.entities[entity.index()]).name = name,
        Change::ChangeKind(entity, kind) => Arc::make_mut(&mut next.entities[entity.index()]).kind = kind,
    }
    next
}

fn merge(next: &mut Resolved, into: EntityIx, others: &[EntityIx]) {
    let mut gone: Vec<EntityIx> = others.iter().copied().filter(|other| *other != into).collect();
    gone.sort_unstable();
    gone.dedup();
    let merged: Vec<Arc<Entity>> = gone.iter().map(|other| Arc::clone(&next.entities[other.index()])).collect();
    let now = without(&mut next.entities, &gone, into);
    let into = now[into.index()];
    for mention in &mut next.mentions {
        if gone.binary_search(&mention.entity).is_ok() {
            mention.link = links::merged(mention.link);
        }
        mention.entity = now[mention.entity.index()];
    }
    for reference in &mut next.references {
        reference.entity = now[reference.entity.index()];
    }
    let before = Arc::clone(&next.entities[into.index()]);
    let mut entity = anew(next, into, before.id, before.kind, Some(&before));
    entity.name.clone_from(&before.name);
    for merged in &merged {
        gathered::share_roles(&mut entity, merged);
    }
    lead(next, &merged, entity.id);
    next.entities[into.index()] = Arc::new(entity);
    let is_moved = |entity: &EntityIx| now[entity.index()] != *entity;
    let mut events = std::mem::take(&mut next.events);
    for event in &mut events {
        if event.entities.iter().any(is_moved) {
            let entities = &mut Arc::make_mut(event).entities;
            for entity in entities.iter_mut() {
                *entity = now[entity.index()];
            }
            once_each(entities);
        }
        if cited(event).any(|cited| cited.entity.is_some_and(|entity| is_moved(&entity))) {
            let event = Arc::make_mut(event);
            cited_mut(event).for_each(|cited| cited.entity = cited.entity.map(|entity| now[entity.index()]));
        }
    }
    next.events = events;
}

/// Leaves of each only the first; an event names few.
fn once_each(entities: &mut Vec<EntityIx>) {
    let mut kept = 0;
    for at in 0..entities.len() {
        let entity = entities[at];
        if !entities[..kept].contains(&entity) {
            entities[kept] = entity;
            kept += 1;
        }
    }
    entities.truncate(kept);
}

/// Takes those that are `gone` out of `entities`; whoever stood last takes their places. Gives where each stands now, those gone
/// `instead`'s place.
fn without(entities: &mut Vec<Arc<Entity>>, gone: &[EntityIx], instead: EntityIx) -> Vec<EntityIx> {
    let mut standing: Vec<EntityIx> = (0..entities.len()).map(EntityIx::at).collect();
    for place in gone.iter().rev() {
        entities.swap_remove(place.index());
        standing.swap_remove(place.index());
    }
    let mut now = vec![EntityIx::default(); entities.len() + gone.len()];
    standing.iter().enumerate().for_each(|(place, before)| now[before.index()] = EntityIx::at(place));
    for gone in gone {
        now[gone.index()] = now[instead.index()];
    }
    now
}

/// All ids that led to those `merged` lead to `into`.
fn lead(next: &mut Resolved, merged: &[Arc<Entity>], into: EntityId) {
    let is_merged = |id: &EntityId| merged.iter().any(|merged| merged.id == *id);
    next.redirects.values_mut().filter(|led| is_merged(led)).for_each(|led| *led = into);
    next.redirects.extend(merged.iter().map(|merged| (merged.id, into)));
}

fn split(next: &mut Resolved, from: EntityIx, mentions: &[MentionIx], name: Option<String>, entry: EntryId) {
    let made = EntityIx::at(next.entities.len());
    let kind = next.entities[from.index()].kind;
    let mut passages: Vec<PassageIx> = Vec::with_capacity(mentions.len());
    for at in mentions {
        let mention = &mut next.mentions[at.index()];
        mention.entity = made;
        mention.link = links::SAID;
        passages.push(mention.passage);
    }
    passages.sort_unstable();
    for reference in &mut next.references {
        if reference.link.evidence.is_some_and(|evidence| mentions.contains(&evidence)) {
            reference.entity = made;
        }
    }
    let mut split_off = anew(next, made, made_id(entry), kind, None);
    split_off.name = name.unwrap_or(split_off.name);
    next.entities.push(Arc::new(split_off));
    let before = Arc::clone(&next.entities[from.index()]);
    let mut rest = anew(next, from, before.id, kind, Some(&before));
    // A name that none of its mentions bore is one that the reader gave it.
    if before.aliases.iter().all(|alias| alias.text != before.name) {
        rest.name.clone_from(&before.name);
    }
    next.entities[from.index()] = Arc::new(rest);
    let mut events = std::mem::take(&mut next.events);
    for event in &mut events {
        if event.passages.iter().any(|passage| passages.binary_search(passage).is_ok()) {
            Arc::make_mut(event).entities = events::named_in(next, &event.passages);
        }
    }
    next.events = events;
}

/// An entity out of the mentions and references that it has now; `before` is what it was.
fn anew(next: &Resolved, at: EntityIx, id: EntityId, kind: Kind, before: Option<&Entity>) -> Entity {
    let mut gathered = Gathered::default();
    for mention in next.mentions.iter().filter(|mention| mention.entity == at) {
        let passage = &next.passages[mention.passage.index()];
        gathered.add(mention, passage, &one_line(mention.span.of(next.text_of(mention.passage))));
    }
    let mut entity = gathered.entity(id, kind, before);
    let own = next.references.iter().filter(|reference| reference.entity == at);
    entity.references = own.filter(|reference| References::Sure.hold(reference)).count() as u32;
    entity
}

/// Who is cited where the passages of an event differ.
fn cited(event: &Event) -> impl Iterator<Item = &Cited> {
    let claims = event.differs.iter().flat_map(|differs| &differs.sides).flat_map(|side| &side.claims);
    claims.flat_map(|claim| {
        let by = claim.withdrawn.as_ref().and_then(|withdrawn| withdrawn.by.as_ref());
        claim.speaker.iter().chain(by)
    })
}

fn cited_mut(event: &mut Event) -> impl Iterator<Item = &mut Cited> {
    let differs = event.differs.iter_mut().map(Arc::make_mut);
    let claims = differs.flat_map(|differs| &mut differs.sides).flat_map(|side| &mut side.claims);
    claims.flat_map(|claim| {
        let by = claim.withdrawn.as_mut().and_then(|withdrawn| withdrawn.by.as_mut());
        claim.speaker.iter_mut().chain(by)
    })
}
