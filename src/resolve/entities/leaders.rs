//! The leading names of one surname, indexed so that a name meets only those that it can be like.

use std::collections::{BTreeSet, HashMap};

use crate::gazetteer::gazetteer;

use super::forms::{FormIx, Forms};
use super::person_name::{Likeness, PersonName};

/// Leaders that a name is held against under one key. A name that is like so many is like more than one, and so joins none.
const MOST_ALIKE: usize = 32;

/// Whole names that lead groups, all of one surname.
#[derive(Debug, Default)]
pub(super) struct Leaders {
    all: Vec<FormIx>,
    by_key: HashMap<Key, Vec<FormIx>>,
}

/// What two given names share that can be one person's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    /// The given name without stops, or what is left of it without one letter: names one edit apart share one.
    Letters(String),
    /// A group of nicknames and spellings.
    Variants(u32),
    /// The first letter of an initial.
    Initial(char),
    /// The first letter of a name.
    FirstLetter(char),
}

impl Leaders {
    /// The leaders that are names beyond doubt, or all where none is: they were added first.
    pub(super) fn certain(&self, forms: &Forms) -> &[FormIx] {
        let certain = self.all.partition_point(|leader| !forms.get(*leader).is_doubtful);
        let count = if certain == 0 { self.all.len() } else { certain };
        self.all.get(..count).unwrap_or_default()
    }

    pub(super) fn add(&mut self, form: FormIx, name: &PersonName) {
        self.all.push(form);
        for key in keys(name) {
            self.by_key.entry(key).or_default().push(form);
        }
    }

    /// The leaders that a name is most like, each with how; more than one where it can't be told.
    pub(super) fn most_like(&self, forms: &Forms, name: &PersonName) -> Vec<(Likeness, FormIx)> {
        let meets = |key: Key| match key {
            Key::Initial(letter) => Key::FirstLetter(letter),
            Key::FirstLetter(letter) => Key::Initial(letter),
            key => key,
        };
        let buckets = keys(name).into_iter().flat_map(|key| [meets(key.clone()), key]);
        let met: BTreeSet<FormIx> = buckets
            .filter_map(|key| self.by_key.get(&key))
            .flat_map(|bucket| bucket.iter().take(MOST_ALIKE))
            .copied()
            .collect();
        let like = |form: FormIx| Some((forms.get(form).name.likeness(name)?, form));
        let mut alike: Vec<(Likeness, FormIx)> = met.into_iter().filter_map(like).collect();
        let best = alike.iter().map(|(likeness, _)| *likeness).max();
        alike.retain(|(likeness, _)| Some(*likeness) == best);
        alike
    }
}

fn keys(name: &PersonName) -> BTreeSet<Key> {
    let given = name.given.as_deref().unwrap_or_default();
    let letters: Vec<char> = given.chars().filter(|letter| *letter != '.').collect();
    let without = |left_out: usize| -> String {
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != left_out);
        kept.map(|(_, letter)| letter).collect()
    };
    let mut keys: BTreeSet<Key> = gazetteer().variant_groups(given).iter().copied().map(Key::Variants).collect();
    keys.insert(Key::Letters(letters.iter().collect()));
    if (2..=LONGEST_COMPARED).contains(&letters.len()) {
        keys.extend((0..letters.len()).map(|left_out| Key::Letters(without(left_out))));
    }
    let by_letter = if letters.len() == 1 { Key::Initial } else { Key::FirstLetter };
    keys.extend(letters.first().copied().map(by_letter));
    keys
}

/// Letters of a given name beyond which it is not compared by edits.
const LONGEST_COMPARED: usize = 24;
