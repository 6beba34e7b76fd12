//! What the first look at a document found, for the second: how each word was labelled elsewhere in it.
//!
//! A word never remembers itself: what is asked about one place leaves that place out.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use crate::model::Kind;

use super::features::run;
use super::hash::Hash;
use super::labels::{Part, meaning, names};
use super::lists::Ready;
use super::sentence::{Casing, Sentence};
use super::words::{Case, Word};

type Map<V> = HashMap<u64, V, BuildHasherDefault<Ready>>;

/// How a word was labelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Capitalized and part of no name; then part of a person's, an organization's, a place's.
    pub kinds: [u16; 4],
    /// It closed a person's name of several words.
    pub closes_person: u16,
    /// It opened one.
    pub opens_person: u16,
    /// It was part of an organization's name of several words.
    pub in_organization: u16,
    /// It stood with a small letter.
    pub lower: u16,
}

/// The label counts of a document's words and names.
#[derive(Debug, Default)]
pub struct Memory {
    words: Map<Counts>,
    /// Whole names, by kind.
    names: Map<[u16; 3]>,
    /// Initials of organizations of several words.
    initials: HashSet<u64, BuildHasherDefault<Ready>>,
}

impl Memory {
    /// Remembers the guesses of these sentences.
    pub fn new<'s>(sentences: impl Iterator<Item = &'s Sentence> + Clone) -> Self {
        let mut memory = Self::default();
        for sentence in sentences.clone() {
            memory.learn(sentence);
        }
        // Only words that also stand with a capital are ever asked for.
        for word in sentences.flat_map(|sentence| &sentence.words).filter(|word| word.case == Case::Lower) {
            if let Some(counts) = memory.words.get_mut(&word.lower) {
                counts.lower = counts.lower.saturating_add(1);
            }
        }
        memory
    }

    fn learn(&mut self, sentence: &Sentence) {
        for word in sentence.words.iter().filter(|word| is_counted(sentence, word)) {
            count(self.words.entry(word.lower).or_default(), word.guess, true);
        }
        let guesses: Vec<u8> = sentence.words.iter().map(|word| word.guess).collect();
        for (first, end, kind) in names(&guesses) {
            let entry = self.names.entry(phrase(sentence, first, end)).or_default();
            entry[kind as usize] = entry[kind as usize].saturating_add(1);
            if end > first + 1 && kind == Kind::Organization {
                let raised = sentence.words[first..end].iter().filter(|word| word.case.is_raised());
                let initials = raised.fold(Hash::new(3), |hash, word| hash.with(u64::from(word.initial)));
                self.initials.insert(initials.key());
            }
        }
    }

    /// How the word `at` was labelled elsewhere in the document.
    pub fn elsewhere(&self, sentence: &Sentence, at: usize) -> Counts {
        let word = &sentence.words[at];
        let mut counts = self.words.get(&word.lower).copied().unwrap_or_default();
        if is_counted(sentence, word) {
            count(&mut counts, word.guess, false);
        }
        counts
    }

    /// As what the run of capitalized words around `at` was named elsewhere, as a whole.
    pub fn run_elsewhere(&self, sentence: &Sentence, at: usize) -> [u16; 3] {
        let run = run(sentence, at);
        let mut counts = self.names.get(&phrase(sentence, run.start, run.end)).copied().unwrap_or_default();
        if let Some(kind) = named_as(&sentence.words[run]) {
            counts[kind as usize] = counts[kind as usize].saturating_sub(1);
        }
        counts
    }

    /// Whether the letters of the word `at` are the initials of an organization in the document.
    pub fn is_acronym(&self, sentence: &Sentence, at: usize) -> bool {
        self.initials.contains(&sentence.words[at].letters)
    }
}

/// Whether a word's label says something: a capital in a headline without a name does not.
fn is_counted(sentence: &Sentence, word: &Word) -> bool {
    word.case.is_raised() && (sentence.casing == Casing::Prose || word.guess > 0)
}

/// As what these words are guessed to be a name, just they and all of them.
fn named_as(words: &[Word]) -> Option<Kind> {
    let label = |word: &Word| meaning(usize::from(word.guess));
    match words {
        [only] => label(only).filter(|(_, part)| *part == Part::Unit).map(|(kind, _)| kind),
        [first, inside @ .., last] => {
            let (kind, _) = label(first).filter(|(_, part)| *part == Part::Begin)?;
            let goes_on = inside.iter().all(|word| label(word) == Some((kind, Part::Inside)));
            (goes_on && label(last) == Some((kind, Part::Last))).then_some(kind)
        }
        [] => None,
    }
}

fn count(counts: &mut Counts, guess: u8, is_added: bool) {
    let change = |number: &mut u16| {
        *number = if is_added { number.saturating_add(1) } else { number.saturating_sub(1) };
    };
    let Some((kind, part)) = meaning(usize::from(guess)) else {
        change(&mut counts.kinds[0]);
        return;
    };
    change(&mut counts.kinds[1 + kind as usize]);
    match (kind, part) {
        (Kind::Person, Part::Last) => change(&mut counts.closes_person),
        (Kind::Person, Part::Begin) => change(&mut counts.opens_person),
        (Kind::Organization, Part::Begin | Part::Inside | Part::Last) => {
            change(&mut counts.in_organization);
        }
        _ => {}
    }
}

fn phrase(sentence: &Sentence, first: usize, end: usize) -> u64 {
    sentence.words[first..end].iter().fold(Hash::new(4), |hash, word| hash.with(word.lower)).key()
}
