//! The gazetteer as the recognizer uses it: one bit a list for each word, found by the word's hash.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::gazetteer::{Sign, gazetteer};

use super::words::lower;

/// The lists that a word stands on, one bit each: the signs of the gazetteer up to months, and titles after them.
pub type Bits = u32;

/// The bit of words in titles.
const TITLE: u32 = Sign::Month as u32 + 1;

/// Number of bits.
pub const BITS: u32 = TITLE + 1;

static LISTS: LazyLock<HashMap<u64, Bits, BuildHasherDefault<Ready>>> = LazyLock::new(|| {
    let mut bits: HashMap<u64, Bits, _> = HashMap::default();
    for (word, signs) in gazetteer().sign_words() {
        let title = u32::from(signs.has(Sign::PluralTitle)) << TITLE;
        *bits.entry(lower(word)).or_default() |= signs.bits() & ((1 << TITLE) - 1) | title;
    }
    for word in gazetteer().title_words() {
        *bits.entry(lower(word)).or_default() |= 1 << TITLE;
    }
    bits
});

/// The lists that hold the word with this hash.
#[inline]
pub fn of(lower: u64) -> Bits {
    LISTS.get(&lower).copied().unwrap_or(0)
}

/// Hashes nothing: keys are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
