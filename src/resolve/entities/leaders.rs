//! The leading names of one surname, indexed so that a name meets only those that it can be like.

use std::collections::{BTreeSet, HashMap};

use crate::gazetteer::gazetteer;

use super::forms::{FormIx, Forms};
use super::likeness::Likeness;
use super::person_name::{PersonName, is_initial};
use super::spelling::sound;

/// So many times as often as a name with an unknown given name another one stands, for only that to count.
const OUTWEIGHED: u32 = 2;

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
    /// How the given name sounds.
    Sound(String),
    /// A group of nicknames and spellings.
    Variants(u32),
    /// A name in the middle.
    Middle(String),
    /// The first letters of all forenames, or a given name that is as short.
    Initials(String),
    /// The first letter of an initial.
    Initial(char),
    /// The first letter of a name.
    FirstLetter(char),
}

impl Leaders {
    /// Those who count as bearers of the surname: who surely is somebody of his own, with those beside whom they do not stand much
    /// more often; or else all that are no doubtful names; or else all. `weight` says how often each stands.
    pub(super) fn bearers(&self, forms: &Forms, weight: impl Fn(FormIx) -> u32) -> impl Iterator<Item = FormIx> {
        let sure = |leader: &FormIx| forms.get(*leader).is_credible();
        let named = |leader: &FormIx| !forms.get(*leader).is_doubtful;
        let heaviest = self.all.iter().filter(|leader| sure(leader)).map(|leader| weight(*leader)).max();
        let any_named = self.all.iter().any(named);
        self.all.iter().copied().filter(move |leader| match heaviest {
            Some(heaviest) => {
                let is_rival =
                    named(leader) && !forms.get(*leader).is_stray() && weight(*leader) * OUTWEIGHED > heaviest;
                sure(leader) || is_rival
            }
            None => named(leader) || !any_named,
        })
    }

    pub(super) fn add(&mut self, form: FormIx, name: &PersonName) {
        self.all.push(form);
        for key in keys(name) {
            self.by_key.entry(key).or_default().push(form);
        }
    }

    /// The leaders that `is_free` lets through and a name is most like, each with how; more than one where it can't
    /// be told.
    pub(super) fn most_like(
        &self,
        forms: &Forms,
        name: &PersonName,
        is_free: impl Fn(FormIx) -> bool,
    ) -> Vec<(Likeness, FormIx)> {
        let met: BTreeSet<FormIx> = keys(name)
            .into_iter()
            .flat_map(|key| [key.met(), key])
            .filter_map(|key| self.by_key.get(&key))
            .flat_map(|bucket| bucket.iter().take(MOST_ALIKE))
            .copied()
            .collect();
        let like = |form: FormIx| Some((forms.get(form).name.likeness(name)?, form));
        let free = met.into_iter().filter(|form| is_free(*form));
        let mut alike: Vec<(Likeness, FormIx)> = free.filter_map(like).collect();
        let best = alike.iter().map(|(likeness, _)| *likeness).max();
        alike.retain(|(likeness, _)| Some(*likeness) == best);
        alike
    }
}

impl Key {
    /// What this meets in the other of two names.
    fn met(&self) -> Self {
        match self {
            Self::Initial(letter) => Self::FirstLetter(*letter),
            Self::FirstLetter(letter) => Self::Initial(*letter),
            Self::Letters(letters) => Self::Middle(letters.clone()),
            Self::Middle(letters) => Self::Letters(letters.clone()),
            key => key.clone(),
        }
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
    keys.insert(Key::Sound(sound(given)));
    keys.extend(name.middle.iter().take(LONGEST_COMPARED).filter(|word| !is_initial(word)).cloned().map(Key::Middle));
    let initials: String = match name.middle.as_slice() {
        [] => given.to_owned(),
        _ => name.forenames().take(LONGEST_COMPARED).filter_map(|forename| forename.chars().next()).collect(),
    };
    keys.extend((2..=3).contains(&initials.chars().count()).then_some(Key::Initials(initials)));
    if (2..=LONGEST_COMPARED).contains(&letters.len()) {
        keys.extend((0..letters.len()).map(|left_out| Key::Letters(without(left_out))));
    }
    let by_letter = if letters.len() == 1 { Key::Initial } else { Key::FirstLetter };
    keys.extend(letters.first().copied().map(by_letter));
    keys
}

/// Letters of a given name, and names in the middle, beyond which they are not compared.
const LONGEST_COMPARED: usize = 24;
