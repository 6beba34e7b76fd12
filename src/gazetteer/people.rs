//! Nouns for a person ("ambassador", "son-in-law"), given names that tell he from she, and what belongs to a nation ("Russian").

use serde::{Deserialize, Serialize};

use crate::text::{QuickMap, fold};

use super::lists::lines;

/// Which pronoun a person goes by, as far as lists can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gender {
    /// He, him, his.
    He,
    /// She, her, hers.
    She,
}

/// What a noun for a person tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonNoun {
    /// The office or trade that it names, the same for all its words ("envoy" and "ambassador").
    pub role: &'static str,
    /// What kind of noun it is.
    pub class: PersonClass,
    /// Which pronoun its bearer goes by, where the word tells.
    pub gender: Option<Gender>,
}

/// Kinds of nouns for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PersonClass {
    /// One person bears it at a time: "ambassador".
    Office,
    /// Several may bear it: "senator".
    Trade,
    /// Somebody's relative: "son-in-law".
    Kin,
    /// Says nothing of who it is: "man", "official".
    Plain,
}

/// The sections of `people.txt`, in its order.
const CLASSES: [(&str, PersonClass); 4] = [
    ("office", PersonClass::Office),
    ("trade", PersonClass::Trade),
    ("kin", PersonClass::Kin),
    ("plain", PersonClass::Plain),
];

/// The three lists, by folded word.
#[derive(Debug)]
pub(super) struct People {
    nouns: QuickMap<&'static str, PersonNoun>,
    genders: QuickMap<String, Gender>,
    nations: QuickMap<String, &'static str>,
}

impl People {
    pub(super) fn read(nouns: &'static str, genders: &'static str, nations: &'static str) -> Self {
        Self { nouns: read_nouns(nouns), genders: read_genders(genders), nations: read_nations(nations) }
    }

    pub(super) fn noun(&self, folded: &str) -> Option<PersonNoun> {
        self.nouns.get(folded).copied()
    }

    pub(super) fn gender(&self, folded: &str) -> Option<Gender> {
        self.genders.get(folded).copied()
    }

    pub(super) fn nation(&self, folded: &str) -> Option<&'static str> {
        self.nations.get(folded).copied()
    }
}

/// Each line of a file in sections with the name of its section.
fn sections(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    lines(file).filter_map(move |line| match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
        Some(name) => {
            section = name;
            None
        }
        None => Some((section, line)),
    })
}

fn read_nouns(file: &'static str) -> QuickMap<&'static str, PersonNoun> {
    let mut nouns = QuickMap::default();
    for (section, line) in sections(file) {
        let Some((_, class)) = CLASSES.iter().find(|(name, _)| *name == section) else { continue };
        for item in line.split_whitespace() {
            let (item, gender) = match item.split_once(':') {
                Some((item, "he")) => (item, Some(Gender::He)),
                Some((item, _)) => (item, Some(Gender::She)),
                None => (item, None),
            };
            let (word, role) = item.split_once('=').unwrap_or((item, item));
            nouns.insert(word, PersonNoun { role, class: *class, gender });
        }
    }
    nouns
}

fn read_genders(file: &'static str) -> QuickMap<String, Gender> {
    let gender = |section: &str| if section == "she" { Gender::She } else { Gender::He };
    let words = sections(file).flat_map(|(section, line)| line.split_whitespace().map(move |word| (section, word)));
    words.map(|(section, word)| (fold(word), gender(section))).collect()
}

fn read_nations(file: &'static str) -> QuickMap<String, &'static str> {
    let pairs = lines(file).filter_map(|line| line.split_once('='));
    pairs
        .flat_map(|(name, words)| {
            let words = words.split_whitespace().map(str::to_owned).chain([fold(name.trim())]);
            words.map(move |word| (word, name.trim()))
        })
        .collect()
}
