//! Who is mentioned together with whom.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{DocumentIx, EntityIx};

use super::Report;

/// A passage that names more than so many says little of any two of them, and the pairs would be too many: a list of members,
/// a list of those present.
const CROWD: usize = 40;

/// Entities and the pairs of them that passages name together.
#[derive(Debug, Default)]
pub(super) struct CoMentions {
    /// How many of the passages name each.
    pub(super) entities: BTreeMap<EntityIx, u32>,
    /// The pairs, the smaller position first.
    pub(super) pairs: BTreeMap<(EntityIx, EntityIx), Pair>,
    /// Passages that name too many.
    pub(super) crowded: usize,
}

/// What two entities share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pair {
    /// Passages.
    pub(super) passages: u32,
    /// Documents that those stand in.
    pub(super) documents: u32,
    last: Option<DocumentIx>,
}

pub(super) fn comentions(report: &Report<'_>) -> CoMentions {
    let mut found = CoMentions::default();
    for at in report.selection.passages() {
        let document = report.corpus.passage(*at).document;
        let named: BTreeSet<EntityIx> = report.spoken_of(*at).collect();
        for entity in &named {
            *found.entities.entry(*entity).or_default() += 1;
        }
        if named.len() > CROWD {
            found.crowded += 1;
            continue;
        }
        for (one, other) in pairs(&named) {
            let pair = found.pairs.entry((one, other)).or_default();
            pair.passages += 1;
            pair.documents += u32::from(pair.last != Some(document));
            pair.last = Some(document);
        }
    }
    found
}

fn pairs(named: &BTreeSet<EntityIx>) -> impl Iterator<Item = (EntityIx, EntityIx)> + '_ {
    named.iter().enumerate().flat_map(|(at, one)| named.iter().skip(at + 1).map(|other| (*one, *other)))
}
