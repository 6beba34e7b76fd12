//! What a correction that the reader has just made changes at first sight, so that it shows before everything is replayed.

use std::collections::HashMap;

use crate::corpus::Corpus;
use crate::model::{Correction, EntityIx, EntityRef, EntryId, Laid, MentionIx, Part, Place, TextAnchor};
use crate::resolve::{Change, at_a_glance};
use crate::text::fold;

/// `corpus`, with `correction`, which `entry` holds, laid over it at first sight. [`super::lay_over`] has the last word. `None`
/// where it is no correction of who is who, or where it doesn't fit as it stands.
pub fn glance(corpus: &Corpus, entry: EntryId, correction: &Correction) -> Option<Corpus> {
    let change = match correction {
        Correction::Merge { into, others } => {
            let others = others.iter().map(|other| entity(corpus, other)).collect::<Option<Vec<_>>>()?;
            Change::Merge { into: entity(corpus, into)?, others }
        }
        Correction::Split { from, part, name } => {
            let from = entity(corpus, from)?;
            Change::Split { from, mentions: part_of(corpus, from, part)?, name: name.clone(), entry }
        }
        Correction::Rename { entity: named, name } => Change::Rename(entity(corpus, named)?, name.clone()),
        Correction::ChangeKind { entity: changed, kind } => Change::ChangeKind(entity(corpus, changed)?, *kind),
        _ => return None,
    };
    let resolved = at_a_glance(corpus.resolved(), change);
    let next = corpus.with_others(resolved);
    let laid = corpus.laid();
    let places: HashMap<EntryId, Place> =
        laid.places.iter().map(|(entry, place)| (*entry, moved(corpus, &next, *place))).collect();
    Some(next.annotated(Laid { places, ..laid.clone() }))
}

/// Whom a correction means that was made on this corpus.
fn entity(corpus: &Corpus, meant: &EntityRef) -> Option<EntityIx> {
    corpus.entity_ix(meant.id)
}

/// The mentions of `from` that a part of it holds, if there are any and others are left.
fn part_of(corpus: &Corpus, from: EntityIx, part: &Part) -> Option<Vec<MentionIx>> {
    let document = |at: &MentionIx| corpus.document(corpus.passage(corpus.mention(*at).passage).document);
    let own = corpus.mentions_of(from);
    let mentions = match part {
        Part::Alias(alias) => {
            let alias = fold(alias);
            own.filter(|at| fold(corpus.mention(*at).span.of(&document(at).text)) == alias).collect()
        }
        Part::Documents(documents) => {
            own.filter(|at| documents.iter().any(|wanted| wanted.file == document(at).file)).collect()
        }
        Part::Mentions(places) => {
            let stands = |at: &MentionIx, place: &TextAnchor| {
                corpus.mention(*at).span == place.span() && document(at).file == place.document.file
            };
            own.filter(|at| places.iter().any(|place| stands(at, place))).collect()
        }
    };
    let all = corpus.mentions_of(from).len();
    Some(mentions).filter(|mentions: &Vec<MentionIx>| (1..all).contains(&mentions.len()))
}

/// Where something stands now that stood at `place`.
fn moved(before: &Corpus, now: &Corpus, place: Place) -> Place {
    match place {
        Place::Entity(at) => now.entity_ix(before.entity(at).id).map_or(place, Place::Entity),
        Place::Document(_) | Place::Text(..) | Place::Event(_) => place,
    }
}
