//! Word clusters: which words are used alike.
//!
//! A compact table from lower-cased words to their clusters in three partitions (64, 256 and 1,000 clusters). Words are
//! kept as fingerprints of eight bits beside their place, so about one unknown word in a hundred is taken for a known one;
//! training sees the same mistakes as the run.

use super::hash;

/// A word's clusters, from coarse to fine, numbered from 1; zeros where the word is unknown.
pub type ClustersOf = [u16; 3];

/// Slots of the table: 2^18, for 150,000 words.
const SLOTS: usize = 1 << 18;

/// Bytes of one slot: fingerprint, and 6, 8 and 10 bits of clusters.
const SLOT: usize = 4;

/// How far from its place a word may stand.
const REACH: usize = 24;

/// The table, as it stands in the weights file.
#[derive(Clone, Copy, Debug)]
pub struct Clusters<'w> {
    slots: &'w [u8],
}

impl<'w> Clusters<'w> {
    /// Bytes of the table.
    pub const BYTES: usize = SLOTS * SLOT;

    /// The table in `bytes`; `None` if they are too few.
    pub fn new(bytes: &'w [u8]) -> Option<Self> {
        bytes.get(..Self::BYTES).map(|slots| Self { slots })
    }

    /// The clusters of the lower-cased word with this hash (see [`hash::word`]).
    #[inline]
    pub fn of(&self, word: u64) -> ClustersOf {
        let (first, fingerprint) = place(word);
        for step in 0..REACH {
            let slot = slot_at(self.slots, (first + step) % SLOTS);
            if slot == 0 {
                break;
            }
            if slot & 0xFF == fingerprint {
                return [(slot >> 8 & 0x3F) as u16 + 1, (slot >> 14 & 0xFF) as u16 + 1, (slot >> 22) as u16 + 1];
            }
        }
        [0; 3]
    }
}

/// The table of these words, each with its clusters numbered from 0. Earlier words go first where they collide.
pub fn table<'t>(words: impl Iterator<Item = (&'t str, ClustersOf)>) -> Vec<u8> {
    let mut slots = vec![0; Clusters::BYTES];
    for (word, [coarse, middle, fine]) in words {
        let (first, fingerprint) = place(hash::word(word));
        let value = fingerprint | u32::from(coarse) << 8 | u32::from(middle) << 14 | u32::from(fine) << 22;
        for at in (first..first + REACH).map(|at| at % SLOTS) {
            let taken = slot_at(&slots, at);
            if taken & 0xFF == fingerprint {
                break;
            }
            if taken == 0 {
                slots[at * SLOT..(at + 1) * SLOT].copy_from_slice(&value.to_le_bytes());
                break;
            }
        }
    }
    slots
}

/// Where a word belongs, and its fingerprint, never zero.
fn place(word: u64) -> (usize, u32) {
    let first = (word % SLOTS as u64) as usize;
    (first, ((word >> 40) as u32 & 0xFF).max(1))
}

fn slot_at(slots: &[u8], at: usize) -> u32 {
    let bytes = slots.get(at * SLOT..(at + 1) * SLOT).and_then(|slot| slot.try_into().ok());
    bytes.map_or(0, u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::{Clusters, table};

    #[test]
    fn words_find_their_clusters() {
        let bytes = table([("meeting", [0, 255, 999]), ("moscow", [63, 0, 1])].into_iter());
        let clusters = Clusters::new(&bytes).unwrap();
        assert_eq!(clusters.of(hash::word("meeting")), [1, 256, 1000]);
        assert_eq!(clusters.of(hash::word("moscow")), [64, 1, 2]);
        assert_eq!(clusters.of(hash::word("unheard-of")), [0, 0, 0]);
        assert!(Clusters::new(&bytes[1..]).is_none());
    }
}
