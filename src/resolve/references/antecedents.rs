//! Pronouns: whom he or she is, told by who was spoken of just before. Where two people fit and nothing tells them apart, nobody is.

use std::collections::BTreeSet;

use crate::gazetteer::Gender;
use crate::model::{Case, EntityIx, LinkRule, Setting, Standing};

use super::document::Meant;

/// How many passages back somebody may have been spoken of.
const REACH: u32 = 3;
/// In passages so crowded nobody is sure to be meant.
const MOST_SEEN: usize = 128;

/// Somebody who was spoken of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// Who; `None` where it is somebody unnamed or unknown.
    pub entity: Option<EntityIx>,
    /// Which pronoun they go by, where that is known.
    pub gender: Option<Gender>,
    pub place: Setting,
}

/// Who was spoken of in the last passages.
#[derive(Default)]
pub(super) struct Antecedents(Vec<Seen>);

impl Antecedents {
    pub(super) fn see(&mut self, seen: Seen) {
        let oldest = seen.place.passage.saturating_sub(REACH);
        if self.0.first().is_some_and(|first| first.place.passage < oldest) {
            self.0.retain(|seen| seen.place.passage >= oldest);
        }
        if self.0.len() <= MOST_SEEN {
            self.0.push(seen);
        }
    }

    /// Those spoken of in a passage, outside quotations, in order.
    pub(super) fn in_passage(&self, passage: u32) -> impl DoubleEndedIterator<Item = &Seen> {
        self.0.iter().filter(move |seen| seen.place.passage == passage && !seen.place.is_quoted)
    }

    /// Whom a pronoun at `place` means. What proves it is left open.
    pub(super) fn of(&self, place: Setting, gender: Gender, case: Case) -> Option<Meant> {
        if self.0.len() > MOST_SEEN {
            return None;
        }
        let fits = |seen: &&Seen| seen.gender.is_none_or(|known| known == gender);
        let here: Vec<Seen> = self.in_passage(place.passage).filter(fits).copied().collect();
        if here.is_empty() {
            return self.before(place, gender, case);
        }
        self.here(&here, place, gender, case)
    }

    /// Among those of the same sentence.
    fn here(&self, here: &[Seen], place: Setting, gender: Gender, case: Case) -> Option<Meant> {
        let actor = here.iter().rfind(|seen| seen.place.standing.is_subject());
        // Nobody does something to "him" and is him.
        let is_excluded = |seen: &Seen| {
            case == Case::Object
                && actor.is_some_and(|actor| actor.entity == seen.entity && actor.place.clause + 2 > place.clause)
        };
        let left: Vec<Seen> = here.iter().copied().filter(|seen| !is_excluded(seen)).collect();
        if left.is_empty() {
            return self.before(place, gender, case);
        }
        if case == Case::Reflexive {
            return actor.and_then(|actor| meant(actor, LinkRule::Subject, 84));
        }
        let last = left.last()?;
        if let Some(only) = only(&left) {
            let mut rivals =
                self.in_passage(place.passage.wrapping_sub(1)).filter(|seen| seen.place.standing.is_subject());
            let has_rival =
                rivals.any(|seen| seen.entity != only.entity && seen.gender.is_none_or(|known| known == gender));
            let is_subject = left.iter().any(|seen| seen.place.standing.is_subject());
            let percent = match (is_subject, has_rival) {
                (true, _) => 90,
                // "told Lind he": who tells may be he.
                (false, false) if case == Case::Subject => 70,
                (false, false) => 78,
                (false, true) => 60,
            };
            return meant(&only, LinkRule::Antecedent, percent).map(|means| doubted(means, &left, gender));
        }
        let subjects: Vec<Seen> = left.iter().copied().filter(|seen| seen.place.standing.is_subject()).collect();
        let is_told =
            case == Case::Subject && last.place.standing == Standing::Source && last.place.clause + 1 >= place.clause;
        if is_told {
            return meant(last, LinkRule::Subject, 85).map(|means| doubted(means, &left, gender));
        }
        let only = only(&subjects)?;
        let percent = match case {
            Case::Possessive if last.entity == only.entity => 82,
            Case::Subject if last.entity == only.entity => 78,
            Case::Possessive => 72,
            _ => 65,
        };
        meant(&only, LinkRule::Subject, percent).map(|means| doubted(means, &subjects, gender))
    }

    /// Among those of the sentences before.
    fn before(&self, place: Setting, gender: Gender, case: Case) -> Option<Meant> {
        let fits = |seen: &&Seen| seen.gender.is_none_or(|known| known == gender);
        for distance in 1..=REACH {
            let passage = place.passage.checked_sub(distance)?;
            let there: Vec<Seen> = self.in_passage(passage).filter(fits).copied().collect();
            if there.is_empty() {
                continue;
            }
            let subjects: Vec<Seen> = there.iter().copied().filter(|seen| seen.place.standing.is_subject()).collect();
            let is_acting = case == Case::Subject || case == Case::Possessive && place.is_first;
            if let Some(only) = only(&there) {
                let percent = match (subjects.is_empty(), distance) {
                    (false, 1) => 87,
                    (true, 1) => 76,
                    (false, 2) if is_acting => 76,
                    _ => 62,
                };
                return meant(&only, LinkRule::Antecedent, percent).map(|means| doubted(means, &there, gender));
            }
            let only = only(&subjects)?;
            let is_parallel =
                is_acting && distance == 1 && subjects.first().is_some_and(|seen| seen.entity == only.entity);
            let percent = if is_parallel { 77 } else { 60 };
            return meant(&only, LinkRule::Subject, percent).map(|means| doubted(means, &subjects, gender));
        }
        None
    }
}

/// The last of them, where they are all one person.
fn only(seen: &[Seen]) -> Option<Seen> {
    let entities: BTreeSet<Option<EntityIx>> = seen.iter().map(|seen| seen.entity).collect();
    seen.last().copied().filter(|seen| entities.len() == 1 && seen.entity.is_some())
}

fn meant(seen: &Seen, rule: LinkRule, percent: u8) -> Option<Meant> {
    Some(Meant { entity: seen.entity?, rule, evidence: None, percent })
}

/// Less sure where nothing tells whether the person is he or she.
fn doubted(means: Meant, seen: &[Seen], gender: Gender) -> Meant {
    let is_known = seen.iter().any(|seen| seen.entity == Some(means.entity) && seen.gender == Some(gender));
    let percent = match means.percent {
        percent if is_known => percent,
        // Where nobody else was spoken of, the pronoun itself tells.
        CLEAR.. => UNKNOWN_BUT_CLEAR,
        percent => percent.min(UNKNOWN),
    };
    Meant { percent, ..means }
}

/// From here on nobody else comes into question.
const CLEAR: u8 = 87;
/// How sure a link can be where nothing tells he from she, and nobody else comes into question; and else.
const UNKNOWN_BUT_CLEAR: u8 = 76;
const UNKNOWN: u8 = 65;
