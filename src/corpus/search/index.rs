//! The positional index: for each word of the texts every place where it stands.
//!
//! Flat arrays and no pointers, so that it can be kept as it is. A place is one number: the texts are thought of one behind the
//! other, each followed by a gap. A word's places are the steps between them, each with how far off the next word is, seven bits a
//! byte (variable-length integers), about a third of the text in all. The texts themselves are not kept: who asks brings them.

use std::ops::Range;

use super::words::{gap, words};

/// A place in all texts, counted in bytes from the start of the first.
pub(super) type At = u64;

/// Bytes between two texts: more than the one that always parts two words.
const GAP: At = 2;

/// Lowest bits of a step: bytes to the next word, where they are one or two signs of ASCII, else 0.
const GAP_BITS: u32 = 2;

/// A place of a word, and the gap behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) at: At,
    /// Bytes to the next word; 0 where only the text tells.
    pub(super) gap: At,
}

/// Where words stand in some texts.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    /// Where each text begins, and one entry more.
    bases: Vec<At>,
    /// The words, sorted, one behind the other.
    text: String,
    /// Where each word begins in `text`, and one entry more.
    texts: Vec<u32>,
    /// Whether each word is as many bytes long in the texts as in its fold, wherever it stands.
    are_plain: Vec<bool>,
    /// The steps between the places, all words' one behind the other.
    steps: Vec<u8>,
    /// Where each word's steps begin, and one entry more.
    starts: Vec<u64>,
}

/// A word while the index is built.
#[derive(Default)]
struct Entry {
    start: u32,
    length: u32,
    last: At,
    is_odd: bool,
    steps: Vec<u8>,
}

impl SearchIndex {
    /// The index of these texts. Takes time: some ten milliseconds a megabyte at most.
    pub fn new<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut table = Table::default();
        let mut bases: Vec<At> = vec![0];
        let mut base: At = 0;
        for text in texts {
            words(text, 0, |start, end, word| {
                let entry = table.entry(word);
                let at = base + start as At;
                push(&mut entry.steps, (at - entry.last) << GAP_BITS | At::from(gap(text, end)));
                entry.last = at;
                entry.is_odd |= end - start != word.len();
                true
            });
            base += text.len() as At + GAP;
            bases.push(base);
        }
        table.index(bases)
    }

    /// How many bytes it takes.
    pub fn size(&self) -> usize {
        self.steps.len() + self.text.len() + self.texts.len() * 13 + self.bases.len() * 8
    }

    /// Where a text begins.
    pub(super) fn base(&self, text: usize) -> At {
        self.bases.get(text).copied().unwrap_or_default()
    }

    /// The text that holds a place, from `from` on.
    pub(super) fn text_of(&self, at: At, from: usize) -> usize {
        // Places come in order: it is nearly always the same text or the next.
        let mut text = from;
        for _ in 0..4 {
            if self.bases.get(text + 1).is_none_or(|end| at < *end) {
                return text;
            }
            text += 1;
        }
        text + self.bases.get(text + 1..).unwrap_or_default().partition_point(|end| *end <= at)
    }

    /// The word, where it stands in any text.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        let at = self.first(|known| known < word);
        (self.word(at) == Some(word)).then_some(at)
    }

    /// The words that begin so: they stand together.
    pub(super) fn beginning_with(&self, beginning: &str) -> Range<usize> {
        self.first(|known| known < beginning)..self.first(|known| known < beginning || known.starts_with(beginning))
    }

    /// A word's fold.
    pub(super) fn word(&self, at: usize) -> Option<&str> {
        let (start, end) = (*self.texts.get(at)?, *self.texts.get(at + 1)?);
        self.text.get(start as usize..end as usize)
    }

    /// A word's length in bytes, where it is the same wherever it stands.
    pub(super) fn plain_length(&self, word: usize) -> Option<At> {
        let is_plain = self.are_plain.get(word).copied().unwrap_or_default();
        is_plain.then(|| self.word(word).map(|word| word.len() as At)).flatten()
    }

    /// The places of a word, in order.
    pub(super) fn places(&self, word: usize) -> Places<'_> {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or_default() as usize;
        Places { steps: self.steps.get(bound(word)..bound(word + 1)).unwrap_or_default(), at: 0 }
    }

    fn first(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.are_plain.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.word(middle).is_some_and(&before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// The places of a word.
pub(super) struct Places<'i> {
    steps: &'i [u8],
    at: At,
}

impl Iterator for Places<'_> {
    type Item = Spot;

    fn next(&mut self) -> Option<Spot> {
        let (first, mut rest) = self.steps.split_first()?;
        let mut number = At::from(first & 0x7F);
        let mut byte = *first;
        let mut shift = 7;
        while byte >= 0x80 {
            let (next, behind) = rest.split_first()?;
            (byte, rest) = (*next, behind);
            number |= At::from(byte & 0x7F) << shift;
            shift += 7;
        }
        self.steps = rest;
        self.at += number >> GAP_BITS;
        Some(Spot { at: self.at, gap: number & ((1 << GAP_BITS) - 1) })
    }
}

/// Puts a number behind `bytes`, seven bits a byte, the lowest first.
fn push(bytes: &mut Vec<u8>, mut number: At) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The words so far, found by hash: open addressing, half full at most.
#[derive(Default)]
struct Table {
    /// The upper half of a hash and a word's number beyond 0, or 0.
    slots: Vec<u64>,
    entries: Vec<Entry>,
    text: String,
}

impl Table {
    const NUMBER: u64 = 0xFFFF_FFFF;

    fn entry(&mut self, word: &str) -> &mut Entry {
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(word.as_bytes());
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        let number = loop {
            let held = self.slots.get(slot).copied().unwrap_or_default();
            if held == 0 {
                break self.add(word, hash, slot);
            }
            let number = (held & Self::NUMBER) as usize - 1;
            if (held ^ hash) & !Self::NUMBER == 0 && self.word(number).eq_ignore_ascii_case(word.as_bytes()) {
                break number;
            }
            slot = (slot + 1) & mask;
        };
        &mut self.entries[number]
    }

    fn add(&mut self, word: &str, hash: u64, slot: usize) -> usize {
        let entry = Entry { start: self.text.len() as u32, length: word.len() as u32, ..Entry::default() };
        self.text.push_str(&word.to_ascii_lowercase());
        self.entries.push(entry);
        self.slots[slot] = (hash & !Self::NUMBER) | self.entries.len() as u64;
        self.entries.len() - 1
    }

    fn word(&self, number: usize) -> &[u8] {
        let entry = &self.entries[number];
        let start = entry.start as usize;
        self.text.as_bytes().get(start..start + entry.length as usize).unwrap_or_default()
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 4).max(1 << 12);
        self.slots = vec![0; size];
        for number in 0..self.entries.len() {
            let hash = hash(self.word(number));
            let mut slot = hash as usize & (size - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = (hash & !Self::NUMBER) | (number as u64 + 1);
        }
    }

    /// The words in order, everything in flat arrays.
    fn index(self, bases: Vec<At>) -> SearchIndex {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_unstable_by(|a, b| self.word(*a).cmp(self.word(*b)));
        let mut index = SearchIndex {
            bases,
            text: String::with_capacity(self.text.len()),
            texts: vec![0],
            are_plain: Vec::with_capacity(order.len()),
            steps: Vec::with_capacity(self.entries.iter().map(|entry| entry.steps.len()).sum()),
            starts: vec![0],
        };
        for number in order {
            let entry = &self.entries[number];
            let start = entry.start as usize;
            index.text.push_str(self.text.get(start..start + entry.length as usize).unwrap_or_default());
            index.texts.push(index.text.len() as u32);
            index.are_plain.push(!entry.is_odd);
            index.steps.extend_from_slice(&entry.steps);
            index.starts.push(index.steps.len() as u64);
        }
        index
    }
}

/// A hash of a word that is the same for both cases of ASCII's letters: each eight bytes are multiplied in (after `FxHash`), the
/// last ones overlapping those before, the upper bits folded down at the end.
fn hash(word: &[u8]) -> u64 {
    const FACTOR: u64 = 0x517C_C1B7_2722_0A95;
    /// Makes letters small and leaves digits.
    const SMALL: u64 = 0x2020_2020_2020_2020;

    let mix = |hash: u64, eight: u64| (hash.rotate_left(5) ^ (eight | SMALL)).wrapping_mul(FACTOR);
    let mut hash = word.len() as u64;
    if let Some(last) = word.last_chunk::<8>() {
        for eight in word.as_chunks::<8>().0 {
            hash = mix(hash, u64::from_le_bytes(*eight));
        }
        hash = mix(hash, u64::from_le_bytes(*last));
    } else if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        hash = mix(hash, u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)));
    } else {
        hash = mix(hash, word.iter().fold(0, |few, byte| few << 8 | u64::from(*byte)));
    }
    hash ^ hash >> 32
}

#[cfg(test)]
mod tests {
    use super::{At, SearchIndex, push};

    #[test]
    fn every_place_of_every_word_is_there() {
        let index = SearchIndex::new(["The harbour, the sea.", "", "Thé sea"].into_iter());
        let places = |word: &str| {
            index.find(word).map(|at| index.places(at).map(|spot| spot.at).collect::<Vec<At>>()).unwrap_or_default()
        };
        assert_eq!(places("the"), [0, 13, 25]);
        assert_eq!(places("sea"), [17, 30]);
        assert!(places("se").is_empty());
        assert_eq!([0, 17, 25, 30].map(|at| index.text_of(at, 0)), [0, 0, 2, 2]);
        assert_eq!(index.beginning_with("h").map(|at| index.word(at).unwrap()).collect::<Vec<_>>(), ["harbour"]);
        let length = |word: &str| index.plain_length(index.find(word).unwrap());
        assert_eq!((length("sea"), length("the")), (Some(3), None));
    }

    #[test]
    fn many_words_and_long_steps() {
        let text = (0..9_000).map(|number| format!("w{number}")).collect::<Vec<String>>().join(" ");
        let index = SearchIndex::new([text.as_str(), text.as_str()].into_iter());
        for number in [0, 1, 4_095, 4_096, 8_999] {
            let word = index.find(&format!("w{number}")).unwrap();
            assert_eq!(index.places(word).count(), 2);
        }
        let mut bytes = Vec::new();
        push(&mut bytes, 300);
        assert_eq!(bytes, [0xAC, 2]);
    }
}
