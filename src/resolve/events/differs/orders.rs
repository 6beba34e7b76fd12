//! Orders that differ: before something else, with it, or after it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::{EventClass, Resolved};

use super::counts::is_by_another;
use super::dates::Sets;
use super::said::{Said, What, days};
use super::{Likeness, NEAR_DAYS, Told, is_telling};

/// What is said of orders, one list for each pair of events that is ordered differently.
pub(super) fn find(resolved: &Resolved, told: &[Told<'_>], alike: &BTreeMap<Likeness, Vec<usize>>) -> Vec<Vec<Said>> {
    let mut sets = Sets::default();
    for (_, tellers) in alike.iter().filter(|(likeness, _)| is_telling(likeness)) {
        let mut of_other: BTreeMap<EventClass, Vec<(Option<NaiveDate>, Said)>> = BTreeMap::new();
        for at in tellers {
            let Some(teller) = told.get(*at) else { continue };
            let day = days(resolved, told, *at).find_map(|said| match said.what {
                What::Day(day) => Some(day),
                _ => None,
            });
            for ordering in &teller.happening.orders {
                let said = Said {
                    told: *at,
                    document: teller.document,
                    passage: teller.passage,
                    span: teller.happening.word.cover(ordering.other),
                    what: What::Order(ordering.order, ordering.clause),
                    speaker: teller.happening.speaker,
                    is_contrast: false,
                };
                of_other.entry(ordering.class).or_default().push((day, said));
            }
        }
        for ordered in of_other.values() {
            for near in near(ordered) {
                let differs = near.iter().enumerate().take(64).any(|(at, one)| {
                    near.iter()
                        .skip(at + 1)
                        .take(64)
                        .any(|other| !one.what.is_same(other.what) && is_by_another(resolved, one, other))
                });
                if differs {
                    sets.join(near.into_iter());
                }
            }
        }
    }
    sets.into_lists()
}

/// What is said of days that lie near each other; what tells no day goes with all, where there is but one run of days.
fn near(ordered: &[(Option<NaiveDate>, Said)]) -> Vec<Vec<Said>> {
    let mut dated: Vec<(NaiveDate, Said)> = ordered.iter().filter_map(|(day, said)| Some(((*day)?, *said))).collect();
    dated.sort_by_key(|(day, said)| (*day, said.told));
    let undated = ordered.iter().filter(|(day, _)| day.is_none()).map(|(_, said)| *said);
    let mut runs: Vec<Vec<Said>> = dated
        .chunk_by(|(one, _), (next, _)| (*next - *one).num_days() <= NEAR_DAYS)
        .map(|run| run.iter().map(|(_, said)| *said).collect())
        .collect();
    if let [only] = runs.as_mut_slice() {
        only.extend(undated);
    }
    runs
}
