//! Days that differ.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use crate::model::{DocumentIx, EntityIx, Kind, Resolved};

use super::said::{Said, What, days};
use super::{Likeness, NEAR_DAYS, Told, is_telling, matter};

/// So many passages of a day are looked at for words that they share with those of another day.
const COMPARED: usize = 32;

/// What is said of days, one list for each event that is told differently.
pub(super) fn find(resolved: &Resolved, told: &[Told<'_>], alike: &BTreeMap<Likeness, Vec<usize>>) -> Vec<Vec<Said>> {
    let mut sets = Sets::default();
    for (likeness, tellers) in alike {
        let mut said: BTreeMap<NaiveDate, Vec<Said>> = BTreeMap::new();
        for one in tellers.iter().flat_map(|at| days(resolved, told, *at)) {
            if let What::Day(day) = one.what {
                said.entry(day).or_default().push(one);
            }
        }
        if said.len() < 2 {
            continue;
        }
        let telling =
            |one: &[Said], other: &[Said]| is_telling(likeness) && share_a_matter(resolved, told, likeness, one, other);
        for (one, other) in differing(&said, telling) {
            let both = [one, other].into_iter().filter_map(|day| said.get(&day)).flatten();
            sets.join(both.copied());
        }
    }
    sets.into_lists()
}

/// The days that are told of one event: those that a document sets against each other, and those that different documents tell, of
/// which none tells of both.
fn differing(
    said: &BTreeMap<NaiveDate, Vec<Said>>,
    is_telling: impl Fn(&[Said], &[Said]) -> bool,
) -> BTreeSet<(NaiveDate, NaiveDate)> {
    let mut found = BTreeSet::new();
    let days: Vec<NaiveDate> = said.keys().copied().collect();
    for run in days.chunk_by(|one, next| (*next - *one).num_days() <= NEAR_DAYS) {
        let mut by_document: BTreeMap<DocumentIx, Vec<(NaiveDate, bool)>> = BTreeMap::new();
        for day in run {
            for one in said.get(day).into_iter().flatten() {
                by_document.entry(one.document).or_default().push((*day, one.is_contrast));
            }
        }
        for told in by_document.values() {
            for (day, _) in told.iter().filter(|(_, is_contrast)| *is_contrast) {
                let others = told.iter().map(|(other, _)| *other).filter(|other| other != day);
                let near = others.filter(|other| (*other - *day).num_days().abs() <= NEAR_DAYS);
                found.extend(near.map(|other| (other.min(*day), other.max(*day))));
            }
        }
        // Three days in a row are days of something that goes on.
        let tells_both =
            |told: &Vec<(NaiveDate, bool)>| told.iter().any(|(day, _)| told.iter().any(|(other, _)| day != other));
        if let [one, other] = run
            && !by_document.values().any(tells_both)
            && let (Some(said_one), Some(said_other)) = (said.get(one), said.get(other))
            && is_telling(said_one, said_other)
        {
            found.insert((*one, *other));
        }
    }
    found
}

/// Whether something of each tells of the same matter besides who takes part and what they do: both passages have a word for it
/// ("the sanctions", "the vote"). What happens to somebody once is matter enough with a second name.
fn share_a_matter(
    resolved: &Resolved,
    told: &[Told<'_>],
    (class, first, second): &Likeness,
    one: &[Said],
    other: &[Said],
) -> bool {
    let is_person = |at: &EntityIx| resolved.entities.get(at.index()).is_some_and(|entity| entity.kind == Kind::Person);
    if class.is_mutual && !(is_person(first) || is_person(second)) {
        return false;
    }
    if class.is_once() && first != second {
        return true;
    }
    let words = |said: &[Said]| -> HashSet<String> {
        said.iter().take(COMPARED).flat_map(|said| matter::words(resolved, told, said)).collect()
    };
    !words(one).is_disjoint(&words(other))
}

/// What is said, in sets that grow together where they share something.
#[derive(Default)]
pub(super) struct Sets {
    all: Vec<Said>,
    of: HashMap<(usize, u32), usize>,
    parent: Vec<usize>,
}

impl Sets {
    /// Makes one set of all these.
    pub(super) fn join(&mut self, said: impl Iterator<Item = Said>) {
        let mut first = None;
        for one in said {
            let at = *self.of.entry((one.told, one.span.start)).or_insert_with(|| {
                self.all.push(one);
                self.parent.push(self.parent.len());
                self.parent.len() - 1
            });
            let root = self.root(at);
            let first = *first.get_or_insert(root);
            let first = self.root(first);
            if let Some(parent) = self.parent.get_mut(root) {
                *parent = first;
            }
        }
    }

    /// The sets, each in the order in which its members came.
    pub(super) fn into_lists(mut self) -> Vec<Vec<Said>> {
        let mut lists: BTreeMap<usize, Vec<Said>> = BTreeMap::new();
        for at in 0..self.all.len() {
            let root = self.root(at);
            lists.entry(root).or_default().extend(self.all.get(at));
        }
        lists.into_values().collect()
    }

    fn root(&mut self, at: usize) -> usize {
        let mut root = at;
        while let Some(parent) = self.parent.get(root).copied().filter(|parent| *parent != root) {
            let above = self.parent.get(parent).copied().unwrap_or(parent);
            if let Some(own) = self.parent.get_mut(root) {
                *own = above;
            }
            root = parent;
        }
        root
    }
}
