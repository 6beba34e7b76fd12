//! Counts that differ: how often it happened on a day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::Resolved;

use super::dates::Sets;
use super::said::{Said, What, days};
use super::{Likeness, Told, is_telling};

/// What is said of counts, one list for each event that is counted differently.
pub(super) fn find(resolved: &Resolved, told: &[Told<'_>], alike: &BTreeMap<Likeness, Vec<usize>>) -> Vec<Vec<Said>> {
    let mut sets = Sets::default();
    for (_, tellers) in alike.iter().filter(|(likeness, _)| is_telling(likeness)) {
        let mut of_day: BTreeMap<NaiveDate, Vec<Said>> = BTreeMap::new();
        for at in tellers {
            let Some((span, count)) = told.get(*at).and_then(|told| told.happening.count) else { continue };
            for day in days(resolved, told, *at) {
                if let What::Day(date) = day.what {
                    of_day.entry(date).or_default().push(Said { span, what: What::Count(count), ..day });
                }
            }
        }
        for said in of_day.values().filter(|said| differs(resolved, said)) {
            sets.join(said.iter().copied());
        }
    }
    sets.into_lists()
}

/// Whether two who say it, two documents or two who are cited, give counts of which none fits the other.
fn differs(resolved: &Resolved, said: &[Said]) -> bool {
    let count = |one: &Said| if let What::Count(count) = one.what { Some(count) } else { None };
    // Only the lowest and the highest of each teller matter, and texts give few counts: bounded all the same.
    let said = said.get(..said.len().min(64)).unwrap_or_default();
    said.iter().enumerate().any(|(at, one)| {
        said.iter().skip(at + 1).any(|other| {
            is_by_another(resolved, one, other)
                && count(one).zip(count(other)).is_some_and(|(one, other)| one.is_apart_from(other))
        })
    })
}

/// Whether two things are said by two: in two documents, or with two who are cited.
pub(super) fn is_by_another(resolved: &Resolved, one: &Said, other: &Said) -> bool {
    let words = |said: &Said| said.speaker.map(|speaker| speaker.words.of(resolved.text_of(said.passage)));
    one.document != other.document || words(one) != words(other)
}
