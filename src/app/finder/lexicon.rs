//! The distinct words of all names, and which names each stands in: what makes a key cheap among very many names.
//!
//! It tells which words may fit what is typed; how well they fit is `matching`'s.

use std::collections::HashMap;
use std::ops::Range;

use super::candidates::Candidate;
use super::edits::{Part, Sorted};
use super::sounds::sounds;
use super::words::words;

/// The words of some names. A name's number counts all names of all candidates in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    /// The words, folded.
    pub(super) words: Sorted,
    /// The words in one text, each with a line end before and the last with one behind.
    text: String,
    /// Where each word begins in `text`.
    at: Vec<u32>,
    names: Lists,
    keys: Sorted,
    words_of_key: Lists,
    /// The candidate of each name.
    candidates: Vec<u32>,
    /// How many words each name has; beyond 255 it does not matter.
    lengths: Vec<u8>,
}

/// Lists of numbers by owner, in two flat tables.
#[derive(Clone, Debug, Default)]
struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lexicon {
    pub(super) fn new(candidates: &[Candidate]) -> Self {
        let mut of_word: HashMap<String, Vec<u32>> = HashMap::new();
        let mut owners = Vec::new();
        let mut lengths = Vec::new();
        for (candidate, name) in
            (0..).zip(candidates).flat_map(|(at, one)| one.names.iter().map(move |name| (at, name)))
        {
            let own = words(&name.folded.text);
            let number = owners.len() as u32;
            owners.push(candidate);
            lengths.push(own.len().try_into().unwrap_or(u8::MAX));
            for word in own {
                let names = of_word.entry(word.text).or_default();
                if names.last() != Some(&number) {
                    names.push(number);
                }
            }
        }
        let mut all: Vec<(String, Vec<u32>)> = of_word.into_iter().collect();
        all.sort_unstable();
        let mut of_key: HashMap<String, Vec<u32>> = HashMap::new();
        for (word, (letters, _)) in (0..).zip(&all) {
            of_key.entry(sounds(letters)).or_default().push(word);
        }
        let mut keys: Vec<(String, Vec<u32>)> = of_key.into_iter().collect();
        keys.sort_unstable();
        let mut text = String::new();
        let mut at = Vec::with_capacity(all.len());
        for (word, _) in &all {
            text.push('\n');
            at.push(text.len() as u32);
            text.push_str(word);
        }
        text.push('\n');
        Self {
            words: Sorted::new(all.iter().map(|(word, _)| word.as_str())),
            text,
            at,
            names: Lists::new(all.iter().map(|(_, names)| names.as_slice())),
            keys: Sorted::new(keys.iter().map(|(key, _)| key.as_str())),
            words_of_key: Lists::new(keys.iter().map(|(_, words)| words.as_slice())),
            candidates: owners,
            lengths,
        }
    }

    /// How many names there are.
    pub(super) fn names(&self) -> usize {
        self.candidates.len()
    }

    /// The candidate of a name.
    pub(super) fn candidate_of(&self, name: usize) -> usize {
        self.candidates.get(name).copied().unwrap_or_default() as usize
    }

    /// How many words a name has.
    pub(super) fn length_of(&self, name: usize) -> u32 {
        self.lengths.get(name).copied().unwrap_or_default().into()
    }

    /// The names that a word stands in.
    pub(super) fn names_of(&self, word: usize) -> &[u32] {
        self.names.of(word)
    }

    /// A word's text.
    pub(super) fn word(&self, word: usize) -> &str {
        let start = self.at.get(word).copied().unwrap_or_default() as usize;
        let end = self.at.get(word + 1).map_or(self.text.len(), |next| *next as usize);
        self.text.get(start..end.saturating_sub(1)).unwrap_or_default()
    }

    /// The words that have `part` somewhere inside.
    pub(super) fn holding(&self, part: &str) -> impl Iterator<Item = usize> {
        let places = self.text.match_indices(part);
        places.map(|(found, _)| self.at.partition_point(|start| *start as usize <= found).saturating_sub(1))
    }

    /// The words that sound as `key` does: exactly, as beginnings, or but for one edit.
    pub(super) fn sounding(&self, key: &[char], nearness: Nearness) -> Vec<usize> {
        let mut keys: Vec<Range<usize>> = Vec::new();
        match nearness {
            Nearness::Same => {
                let begins = self.keys.beginning_with(key);
                keys.push(begins.start..begins.end.min(begins.start + 1));
            }
            Nearness::Beginning => keys.push(self.keys.beginning_with(key)),
            Nearness::OneEdit => keys = self.keys.within(key, 1, Part::Whole),
        }
        keys.into_iter().flatten().flat_map(|key| self.words_of_key.of(key)).map(|word| *word as usize).collect()
    }
}

/// How near words shall sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nearness {
    /// The same; a longer word that begins so may be among them.
    Same,
    /// They begin so.
    Beginning,
    /// One edit apart.
    OneEdit,
}

impl Lists {
    fn new<'l>(lists: impl Iterator<Item = &'l [u32]>) -> Self {
        let mut all = Self { starts: vec![0], items: Vec::new() };
        for list in lists {
            all.items.extend_from_slice(list);
            all.starts.push(all.items.len() as u32);
        }
        all
    }

    fn of(&self, owner: usize) -> &[u32] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or_default() as usize;
        self.items.get(bound(owner)..bound(owner + 1)).unwrap_or_default()
    }
}
