//! [`Sign`]: what the lists say of a single word; [`Signs`]: all that they say of it.

use crate::text::{QuickMap, fold};

use super::lists::lines;

/// What a word can be a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// "Theresa": a common given name.
    GivenName,
    /// "breaking": common in prose with a small letter, so that a capital may mean nothing.
    CommonWord,
    /// "Russian", "Friday": capitalized without being a name by itself.
    PlainCapital,
    /// "Committee": the name that it closes is an organization's.
    Organization,
    /// "Tower": the name that it closes is a place's.
    Place,
    /// "Lake": the name that it begins is a place's.
    PlaceFirst,
    /// "Act": no name of a person, organization or place.
    Nothing,
    /// "team": the person named before it stands for his people.
    Camp,
    /// "van": belongs to a surname.
    Particle,
    /// "Jr.": tells a person from a namesake.
    Suffix,
    /// "said": people do it.
    Speech,
    /// "Hall", "King": closes an organization's or a place's name, or is a title, and is a surname too.
    Surname,
    /// "Post": stands for an outlet whose whole name is known.
    Outlet,
    /// "The": no name begins with it.
    Function,
    /// "near": places follow it.
    PlacePreposition,
    /// "Will": a given name that begins a sentence more often as a verb.
    Modal,
    /// "May": a month, and perhaps a surname.
    Month,
    /// "Generals": a title of several, before the name of the first.
    PluralTitle,
}

/// The sections of `signs.txt`, in its order.
pub(super) const SECTIONS: &[(&str, Sign)] = &[
    ("organization", Sign::Organization),
    ("place", Sign::Place),
    ("place-first", Sign::PlaceFirst),
    ("nothing", Sign::Nothing),
    ("camp", Sign::Camp),
    ("particle", Sign::Particle),
    ("suffix", Sign::Suffix),
    ("speech", Sign::Speech),
    ("surname", Sign::Surname),
    ("outlet", Sign::Outlet),
    ("function", Sign::Function),
    ("place-preposition", Sign::PlacePreposition),
    ("modal", Sign::Modal),
    ("month", Sign::Month),
    ("plural-title", Sign::PluralTitle),
];

/// All that the lists say of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u32);

impl Signs {
    /// Whether the word is a sign of that.
    pub const fn has(self, sign: Sign) -> bool {
        self.0 & (1 << sign as u32) != 0
    }

    /// One bit a sign, in the order of [`Sign`].
    pub const fn bits(self) -> u32 {
        self.0
    }

    const fn with(self, sign: Sign) -> Self {
        Self(self.0 | 1 << sign as u32)
    }
}

/// The signs of all listed words, folded.
#[derive(Debug, Default)]
pub(super) struct SignTable(QuickMap<String, Signs>);

impl SignTable {
    pub(super) fn of(&self, folded: &str) -> Signs {
        self.0.get(folded).copied().unwrap_or_default()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Signs)> {
        self.0.iter().map(|(word, signs)| (word.as_str(), *signs))
    }

    /// Adds a file of words, any number a line.
    pub(super) fn add_words(&mut self, sign: Sign, file: &str) {
        lines(file).for_each(|line| self.add_line(sign, line));
    }

    /// Adds a file of words in sections: a line "`[section]`", then words.
    pub(super) fn add_sections(&mut self, file: &str) {
        let mut sign = None;
        for line in lines(file) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                sign = SECTIONS.iter().find(|(section, _)| *section == name).map(|(_, sign)| *sign);
            } else if let Some(sign) = sign {
                self.add_line(sign, line);
            }
        }
    }

    fn add_line(&mut self, sign: Sign, line: &str) {
        for word in line.split_whitespace() {
            let signs = self.0.entry(fold(word)).or_default();
            *signs = signs.with(sign);
        }
    }
}
