//! [`QuickMap`]: a map that is asked a million times, and whose keys are the program's own.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map with a quick hash. For keys out of the program's own lists only: whoever chose the keys could make them all collide.
/// What is asked of it may come from anywhere.
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// The same for a set.
pub type QuickSet<K> = HashSet<K, BuildHasherDefault<Quick>>;

/// A multiplicative hash, eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quick(u64);

/// An odd number without a pattern.
const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;

impl Quick {
    #[inline]
    const fn add(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(23) ^ value).wrapping_mul(FACTOR);
    }
}

impl Hasher for Quick {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.add(u64::from_le_bytes(*eight));
        }
        if !rest.is_empty() {
            self.add(rest.iter().fold(rest.len() as u64, |all, byte| all << 8 | u64::from(*byte)));
        }
    }

    /// What ends each string.
    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.0 ^= u64::from(byte);
    }

    #[inline]
    fn write_u64(&mut self, value: u64) {
        self.add(value);
    }

    #[inline]
    fn finish(&self) -> u64 {
        // Tables are entered by the lowest bits; the highest are the best stirred.
        self.0.rotate_left(26)
    }
}

#[cfg(test)]
mod tests {
    use super::{QuickMap, QuickSet};

    #[test]
    fn words_are_found_again() {
        let words: Vec<String> = (0..2000).map(|at| "harbour".repeat(at % 5) + &at.to_string()).collect();
        let numbers: QuickMap<&str, usize> = words.iter().map(String::as_str).zip(0..).collect();
        assert!(words.iter().zip(0..).all(|(word, at)| numbers.get(word.as_str()) == Some(&at)));
        assert_eq!(numbers.get("harbour"), None);
    }

    #[test]
    fn like_words_have_unlike_hashes() {
        use std::hash::{BuildHasher, BuildHasherDefault};
        let hasher = BuildHasherDefault::<super::Quick>::default();
        let rows: QuickSet<u64> = (0..1000).map(|at| hasher.hash_one(format!("lind{at}")) & 0xFFFF).collect();
        assert!(rows.len() > 950, "{}", rows.len());
    }
}
