//! Two people at once: "the two men", "they … each other", and those between whom a call was.

use std::collections::{BTreeSet, HashMap};

use crate::gazetteer::Gender;
use crate::model::{EntityIx, Setting, Standing};

use super::antecedents::{Antecedents, Seen};

/// How many passages back two people may have been spoken of together.
const REACH: u32 = 2;
/// Passages after which a call is no longer "the call".
const LONG_AGO: u32 = 12;

/// The calls that a document has told of so far.
#[derive(Default)]
pub(super) struct Pairs {
    /// Between whom the calls were, while they were all between the same two.
    calls: Option<[EntityIx; 2]>,
    /// Whether calls of others were told of too.
    is_mixed: bool,
    /// Who was told to have called somebody unknown.
    halves: BTreeSet<EntityIx>,
    /// The last two who were told to have been in touch, and where.
    last: Option<([EntityIx; 2], Setting)>,
}

impl Pairs {
    /// A call is told of. A side that is unknown may be anybody.
    pub(super) fn call(&mut self, place: Setting, one: Option<EntityIx>, other: Option<EntityIx>) {
        let Some(both) = one.zip(other).filter(|(one, other)| one != other) else {
            self.halves.extend(one.or(other));
            return;
        };
        let both = [both.0.min(both.1), both.0.max(both.1)];
        self.is_mixed |= self.calls.is_some_and(|known| known != both);
        self.calls = Some(both);
        self.last = Some((both, place));
    }

    /// Between whom "the call" at `place` was, where only two have called each other so far, and not long before.
    pub(super) fn call_before(&self, place: Setting) -> Option<[EntityIx; 2]> {
        let (_, there) = self.last?;
        let is_clear = !self.is_mixed && there.passage + LONG_AGO >= place.passage;
        self.calls.filter(|both| is_clear && self.halves.iter().all(|half| both.contains(half)))
    }

    /// Whom a word for two people means: the two who were just in touch, or the only two just spoken of.
    pub(super) fn both(
        &self,
        antecedents: &Antecedents,
        place: Setting,
        gender: Option<Gender>,
        genders: &HashMap<EntityIx, Gender>,
    ) -> Option<[EntityIx; 2]> {
        let fits = |both: &[EntityIx; 2]| {
            both.iter().all(|entity| gender.is_none() || genders.get(entity).is_none_or(|known| Some(*known) == gender))
        };
        let spoken = |passage: u32| -> BTreeSet<Option<EntityIx>> {
            let counts = |seen: &&Seen| !matches!(seen.place.standing, Standing::Source | Standing::Possessor);
            antecedents.in_passage(passage).filter(counts).map(|seen| seen.entity).collect()
        };
        for distance in 0..=REACH {
            let Some(passage) = place.passage.checked_sub(distance) else { break };
            let in_touch = self.last.filter(|(_, there)| there.passage == passage).map(|(both, _)| both);
            let people = spoken(passage);
            let two: Vec<EntityIx> = people.iter().flatten().copied().collect();
            if let (2, [one, other]) = (people.len(), two.as_slice()) {
                return Some([*one, *other]).filter(fits);
            }
            match in_touch {
                Some(both) if people.len() <= 2 || distance > 0 => return Some(both).filter(fits),
                _ if people.len() > 2 => return None,
                _ => {}
            }
        }
        None
    }
}
