//! Surnames of two words: "Jacobo Brovenz" for "Jacobo Brovenz Guzlar", and a bare "Brovenz".
//!
//! A name in the middle counts as a surname only where the texts use it so: in a document that has the longer name too.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{DocumentIx, Kind};

use super::forms::{FormIx, Forms};
use super::leaders::Leaders;
use super::likeness::Likeness;
use super::person_name::{PersonName, is_given_name, is_initial};
use super::wholes::Group;

/// What two-word surnames tell.
#[derive(Debug, Default)]
pub(super) struct Compounds<'f> {
    /// Leaders of names without the second surname, each with the leader of the names with it.
    pub same: BTreeMap<FormIx, FormIx>,
    /// Surnames that a leader is called by too, beside the last word of the name.
    pub also: Vec<(&'f str, FormIx)>,
}

/// Finds the names whose last word but one is a surname too.
pub(super) fn find<'f>(
    forms: &'f Forms,
    leaders: &BTreeMap<&'f str, Leaders>,
    groups: &BTreeMap<FormIx, Group>,
) -> Compounds<'f> {
    let mut bare: BTreeMap<&str, Vec<&[DocumentIx]>> = BTreeMap::new();
    for (_, wording) in forms.of_kind(Kind::Person).filter(|(_, wording)| !wording.name.is_whole()) {
        bare.entry(&wording.name.surname).or_default().push(&wording.documents);
    }
    let mut found = Compounds::default();
    let mut longer: BTreeSet<FormIx> = BTreeSet::new();
    for (leader, group) in groups {
        for wording in group.members.iter().map(|(member, _)| forms.get(*member)) {
            let Some(first) = first_surname(&wording.name).filter(|_| wording.is_credible()) else { continue };
            let stands_bare = |there: &Vec<&[DocumentIx]>| there.iter().any(|there| share(there, &wording.documents));
            let is_called_so = bare.get(first).is_some_and(stands_bare);
            found.also.extend(is_called_so.then_some((first, *leader)));
            let Some(shorter) = without_last(forms, leaders, &wording.name) else { continue };
            let is_chain = found.same.contains_key(leader) || longer.contains(&shorter) || shorter == *leader;
            if !is_chain && (is_called_so || share(&forms.get(shorter).documents, &wording.documents)) {
                found.same.entry(shorter).or_insert(*leader);
                longer.insert(*leader);
            }
        }
    }
    found
}

/// The word before the last, where it is no common given name and no initial: "brovenz" of "jacobo brovenz guzlar", and of
/// "brovenz guzlar".
fn first_surname(name: &PersonName) -> Option<&str> {
    let before_last = name.forenames().last()?;
    let may_be = !name.has_initial() && !is_initial(before_last) && !is_given_name(before_last);
    may_be.then_some(before_last)
}

/// The one leader that is the name without its last word.
fn without_last(forms: &Forms, leaders: &BTreeMap<&str, Leaders>, name: &PersonName) -> Option<FormIx> {
    let (surname, middle) = name.middle.split_last()?;
    let shorter = PersonName { middle: middle.to_vec(), surname: surname.clone(), ..name.clone() };
    match leaders.get(surname.as_str())?.most_like(forms, &shorter, |_| true).as_slice() {
        [(likeness, leader)] if *likeness >= Likeness::Variant => Some(*leader),
        _ => None,
    }
}

/// Whether two ascending lists have a document in common.
fn share(one: &[DocumentIx], other: &[DocumentIx]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.iter().any(|document| long.binary_search(document).is_ok())
}
