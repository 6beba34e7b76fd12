//! The weights file: what it was made with, word clusters, links between labels, and a table from features to weights of eight bits.
//!
//! The table has buckets of four slots; a slot is three bytes of fingerprint and a weight for each label. A bucket is one
//! cache line. What finds no room in its bucket was least telling there, and is left out when the file is made.

use super::clusters::Clusters;
use super::decode::{Links, Row, likelihoods};
use super::labels::LABELS;
use super::made_with::Digest;

/// What the file begins with; the last letter counts versions.
const MAGIC: &[u8; 8] = b"RSNAMES2";

/// Buckets of the table that training makes.
pub const BUCKETS: usize = 73_000;
const SLOTS: usize = 4;
const FINGERPRINT: usize = 3;
const SLOT: usize = FINGERPRINT + LABELS;
const BUCKET: usize = SLOTS * SLOT;
const LINKS: usize = 4 * LABELS * LABELS;
const DIGEST: usize = size_of::<Digest>();

/// Steps of a weight of eight bits for one whole: scores are sums of whole steps.
const STEPS: f32 = 32.0;

/// The parts of a weights file.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'w> {
    /// The features and lists that they were made with.
    pub made_with: Digest,
    /// Word clusters.
    pub clusters: Clusters<'w>,
    /// Links of the first and the second look.
    pub links: [Links; 2],
    /// Likelihoods of the links of the second look.
    pub likely: Links,
    table: &'w [[u8; BUCKET]],
}

impl<'w> Weights<'w> {
    /// Reads a weights file; `None` if it is none, or of another version.
    pub fn read(file: &'w [u8]) -> Option<Self> {
        let (made_with, rest) = file.strip_prefix(MAGIC)?.split_first_chunk::<DIGEST>()?;
        let (first, rest) = rest.split_at_checked(LINKS)?;
        let (second, rest) = rest.split_at_checked(LINKS)?;
        let (clusters, rest) = rest.split_at_checked(Clusters::BYTES)?;
        let (table, []) = rest.as_chunks::<BUCKET>() else { return None };
        let links = [read_links(first), read_links(second)];
        let clusters = Clusters::new(clusters)?;
        Some(Self { made_with: *made_with, clusters, links, likely: likelihoods(&links[1]), table })
    }

    /// The sum of the weights of these features.
    pub fn sum(&self, keys: &[u64]) -> Row {
        // All sixteen bytes of a slot are added, its fingerprint too: that is one addition for the processor.
        let mut sum = [0_i16; SLOT];
        for key in keys {
            let (bucket, fingerprint) = place(*key, self.table.len());
            let Some(bucket) = self.table.get(bucket) else { continue };
            for slot in bucket.as_chunks::<SLOT>().0 {
                if slot[..FINGERPRINT] == fingerprint {
                    for (total, weight) in sum.iter_mut().zip(slot) {
                        *total = total.saturating_add(i16::from(weight.cast_signed()));
                    }
                    break;
                }
            }
        }
        let mut row = [0.0; 16];
        for (score, total) in row.iter_mut().zip(&sum[FINGERPRINT..]) {
            *score = f32::from(*total) / STEPS;
        }
        row
    }
}

/// A feature for a weights file.
#[derive(Clone, Copy, Debug)]
pub struct Feature {
    /// Its hash.
    pub key: u64,
    /// Its weights.
    pub row: Row,
    /// How much it tells: where room is short, the most telling stay.
    pub telling: f32,
}

/// What a weights file is made of.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'p> {
    /// The features and lists that the weights were learned with.
    pub made_with: Digest,
    /// The table of word clusters.
    pub clusters: &'p [u8],
    /// Links of the first and the second look.
    pub links: [&'p Links; 2],
    /// The features, in any order: the most telling win where room is short.
    pub features: &'p [Feature],
    /// Buckets that the table has.
    pub buckets: usize,
}

/// Makes a weights file. Also returns how many features found room.
pub fn file(parts: Parts<'_>) -> (Vec<u8>, usize) {
    let Parts { made_with, clusters, links, features, buckets } = parts;
    let mut order: Vec<&Feature> = features.iter().collect();
    order.sort_by(|a, b| b.telling.total_cmp(&a.telling).then(a.key.cmp(&b.key)));
    let mut table = vec![0; buckets * BUCKET];
    let mut kept = 0;
    for Feature { key, row, .. } in order {
        let (bucket, fingerprint) = place(*key, buckets);
        let slots = &mut table[bucket * BUCKET..(bucket + 1) * BUCKET];
        let mut slots = slots.chunks_exact_mut(SLOT);
        let rounded = row.map(|weight| (weight * STEPS).round().clamp(-127.0, 127.0) as i8);
        let is_empty = rounded[..LABELS].iter().all(|weight| *weight == 0);
        let free = slots.find(|slot| slot[..FINGERPRINT] == [0; FINGERPRINT] || slot[..FINGERPRINT] == fingerprint);
        if let Some(slot) = free.filter(|slot| !is_empty && slot[..FINGERPRINT] == [0; FINGERPRINT]) {
            slot[..FINGERPRINT].copy_from_slice(&fingerprint);
            for (place, weight) in slot[FINGERPRINT..].iter_mut().zip(rounded) {
                *place = weight.cast_unsigned();
            }
            kept += 1;
        }
    }
    let mut file = MAGIC.to_vec();
    file.extend_from_slice(&made_with);
    for links in links {
        file.extend(links.iter().flatten().flat_map(|link| link.to_le_bytes()));
    }
    file.extend_from_slice(clusters);
    file.extend_from_slice(&table);
    (file, kept)
}

/// The bucket of a feature, and its fingerprint, never zero.
fn place(key: u64, buckets: usize) -> (usize, [u8; FINGERPRINT]) {
    let [a, b, c, ..] = ((key & 0xFF_FFFF).max(1)).to_le_bytes();
    ((((key >> 32) * buckets as u64) >> 32) as usize, [a, b, c])
}

fn read_links(bytes: &[u8]) -> Links {
    let mut links = [[0.0; LABELS]; LABELS];
    for (link, bytes) in links.iter_mut().flatten().zip(bytes.chunks_exact(4)) {
        *link = bytes.try_into().map_or(0.0, f32::from_le_bytes);
    }
    links
}

#[cfg(test)]
mod tests {
    use super::super::clusters::Clusters;
    use super::super::labels::LABELS;
    use super::{Feature, Parts, Weights, file};

    #[test]
    fn what_is_written_is_read() {
        let clusters = vec![0; Clusters::BYTES];
        let mut links = [[0.0; LABELS]; LABELS];
        links[1][2] = -1.5;
        let mut row = [0.0; 16];
        row[3] = 1.5;
        row[12] = -9.0;
        let key = 0xABCD_0000_0012_3456;
        let (bytes, kept) = file(Parts {
            made_with: [9; 32],
            clusters: &clusters,
            links: [&links, &links],
            features: &[Feature { key, row, telling: 1.0 }, Feature { key: 7, row: [0.0; 16], telling: 0.0 }],
            buckets: 100,
        });
        assert_eq!(kept, 1);
        let weights = Weights::read(&bytes).unwrap();
        assert_eq!(weights.made_with, [9; 32]);
        assert!((weights.links[1][1][2] + 1.5).abs() < 1e-6);
        let sum = weights.sum(&[key, key + 1]);
        assert!((sum[3] - 1.5).abs() < 1e-6 && (sum[12] + 127.0 / 32.0).abs() < 1e-6, "{sum:?}");
        assert!(Weights::read(&bytes[1..]).is_none() && Weights::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
