//! What the recognizer sees of one word: its hashes, affixes, shape, case and clusters. No neighbours, no weights.

use crate::text::{Shape, Token};

use super::clusters::{Clusters, ClustersOf};
use super::hash::{self, Hash};
use super::lists::{self, Bits};

/// How a word is written, for the features.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// "meeting".
    #[default]
    Lower,
    /// "Flynn".
    Capital,
    /// "NPR".
    Upper,
    /// "iPhone".
    Mixed,
    /// "I.", "U.S.", "J".
    Initial,
    /// "29".
    Number,
    /// "," and the like.
    Sign,
}

impl Case {
    /// Whether a name may begin with a word so written.
    pub fn is_raised(self) -> bool {
        matches!(self, Self::Capital | Self::Upper | Self::Mixed | Self::Initial)
    }
}

/// One word as the recognizer sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Hash of the word in lower case.
    pub lower: u64,
    /// Hash of the word as it stands.
    pub exact: u64,
    /// Hashes of the first two, three and four letters, in lower case; zero where the word is not longer than that.
    pub prefixes: [u64; 3],
    /// Hashes of the last one to four letters, in lower case; zero where the word is not longer than that.
    pub suffixes: [u64; 4],
    /// Hash of its shape: "Xx", "X.X.", "d".
    pub shape: u64,
    /// How it is written.
    pub case: Case,
    /// Its letters, at most 255.
    pub length: u8,
    /// Its clusters.
    pub clusters: ClustersOf,
    /// The lists of the gazetteer that it stands on.
    pub lists: Bits,
    /// Which part of a known organization or place it is, as a label; zero if of none.
    pub listed: u8,
    /// Its first letter, in lower case.
    pub initial: char,
    /// Hash of its letters one by one, as the initials of a name are hashed; zero if it is no acronym.
    pub letters: u64,
    /// Its label after the first look.
    pub guess: u8,
}

/// Describes `token` of `text`. `buffer` is scratch room.
pub fn describe(text: &str, token: &Token, clusters: &Clusters<'_>, buffer: &mut Vec<char>) -> Word {
    let word = token.known(text);
    let mut exact = Hash::new(1);
    let mut shape = Hash::new(2);
    let mut run = '\0';
    let mut has_dot = false;
    let mut has_capital = false;
    buffer.clear();
    for character in word.chars() {
        let character = plain(character);
        let class = class(character);
        if class != run {
            shape = shape.with(u64::from(class));
            run = class;
        }
        has_dot |= character == '.';
        has_capital |= class == 'X';
        exact = exact.with(u64::from(character));
        if character.is_ascii() {
            buffer.push(character.to_ascii_lowercase());
        } else {
            buffer.extend(character.to_lowercase());
        }
    }
    let mut prefixes = [0; 3];
    let mut lower = Hash::new(1);
    for (count, letter) in buffer.iter().enumerate() {
        if let 2..=4 = count {
            prefixes[count - 2] = lower.key();
        }
        lower = lower.with(u64::from(*letter));
    }
    let lower = lower.key();
    let last = |count: usize| if buffer.len() > count { affix(&buffer[buffer.len() - count..]).key() } else { 0 };
    Word {
        lower,
        exact: exact.key(),
        prefixes,
        suffixes: [last(1), last(2), last(3), last(4)],
        shape: shape.key(),
        case: case(token.shape, buffer.len(), has_dot, has_capital),
        length: buffer.len().min(255) as u8,
        clusters: if token.is_word() { clusters.of(lower) } else { [0; 3] },
        lists: if token.is_word() { lists::of(lower) } else { 0 },
        listed: 0,
        initial: buffer.first().copied().unwrap_or(' '),
        letters: if token.shape == Shape::Upper { acronym(buffer) } else { 0 },
        guess: 0,
    }
}

/// What is needed of a word that stands far from any capital.
pub fn glance(text: &str, token: &Token) -> Word {
    let (mut lower, mut length) = (Hash::new(1), 0);
    for letter in token.known(text).chars().map(plain).flat_map(char::to_lowercase) {
        lower = lower.with(u64::from(letter));
        length += 1;
    }
    Word {
        lower: lower.key(),
        case: case(token.shape, length, false, false),
        length: length.min(255) as u8,
        ..Word::default()
    }
}

fn affix(letters: &[char]) -> Hash {
    letters.iter().fold(Hash::new(1), |hash, character| hash.with(u64::from(*character)))
}

fn acronym(letters: &[char]) -> u64 {
    let letters = letters.iter().filter(|letter| letter.is_alphabetic());
    letters.fold(Hash::new(3), |hash, letter| hash.with(u64::from(*letter))).key()
}

/// Typographic quotes and dashes as their plain selves.
fn plain(character: char) -> char {
    match character {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '\u{2013}' | '\u{2014}' => '-',
        other => other,
    }
}

fn class(character: char) -> char {
    match character {
        'a'..='z' => 'x',
        'A'..='Z' => 'X',
        '0'..='9' => 'd',
        other if other.is_uppercase() => 'X',
        other if other.is_alphabetic() => 'x',
        other => other,
    }
}

fn case(shape: Shape, letters: usize, has_dot: bool, has_capital: bool) -> Case {
    match shape {
        Shape::Capital | Shape::Upper if letters == 1 || has_dot => Case::Initial,
        Shape::Lower => Case::Lower,
        Shape::Capital => Case::Capital,
        Shape::Upper => Case::Upper,
        Shape::Mixed => Case::Mixed,
        Shape::Number if has_capital => Case::Mixed,
        Shape::Number => Case::Number,
        Shape::Sign => Case::Sign,
    }
}

/// Hash of a word in lower case, as [`Word::lower`] has it.
pub fn lower(word: &str) -> u64 {
    hash::word(&word.chars().map(plain).flat_map(char::to_lowercase).collect::<String>())
}
