//! One document -> its sketch: what tells copies of it, and documents that share a long stretch with it, without reading it again.
//!
//! Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for document fingerprinting", 2003): of all sequences of
//! [`SHINGLE`] words the least in each window of [`WINDOW`] is kept. It compares nothing.

use crate::model::{Document, Sketch};
use crate::text::words;

/// Words of a sequence.
const SHINGLE: usize = 8;
/// Sequences of a window: a stretch of `SHINGLE + WINDOW - 1` words that two documents share always leaves both the same mark.
const WINDOW: usize = 14;
/// An odd number without a pattern, the golden ratio of 2⁶⁴: numbers of neighbours are mixed well by it (Knuth, volume 3).
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// The sketch of the words that are not folded.
pub(super) fn sketch(document: &Document) -> Sketch {
    let shown = document.zones.iter().filter(|zone| !zone.label.is_folded());
    let hashes: Vec<u64> =
        shown.flat_map(|zone| words(&document.text, zone.span)).map(|word| word.hash.wrapping_mul(MIX)).collect();
    let whole = hashes.iter().fold(0, |whole: u64, hash| (whole ^ hash).rotate_left(23).wrapping_mul(MIX));
    let mut marks: Vec<u32> = winnowed(&shingles(&hashes));
    marks.sort_unstable();
    marks.dedup();
    Sketch { words: hashes.len() as u32, whole, marks }
}

/// A number for each sequence of words, in order: a polynomial that rolls on from word to word.
fn shingles(hashes: &[u64]) -> Vec<u32> {
    let highest = (1..SHINGLE).fold(1_u64, |power, _| power.wrapping_mul(MIX));
    let mut rolling = 0_u64;
    let mut shingles = Vec::with_capacity(hashes.len().saturating_sub(SHINGLE - 1));
    for (at, hash) in hashes.iter().enumerate() {
        let leaving = at.checked_sub(SHINGLE).and_then(|left| hashes.get(left)).copied().unwrap_or(0);
        rolling = rolling.wrapping_sub(leaving.wrapping_mul(highest)).wrapping_mul(MIX).wrapping_add(*hash);
        if at + 1 >= SHINGLE {
            shingles.push((rolling.wrapping_mul(MIX) >> 32) as u32);
        }
    }
    shingles
}

/// The least of each window; of several alike the last, so that few are kept.
fn winnowed(shingles: &[u32]) -> Vec<u32> {
    let mut kept = Vec::with_capacity(shingles.len() * 2 / (WINDOW + 1) + 1);
    let least = |window: std::ops::Range<usize>| {
        let here = shingles.get(window.clone()).unwrap_or_default();
        window.zip(here).min_by_key(|(at, shingle)| (**shingle, std::cmp::Reverse(*at)))
    };
    let mut chosen: Option<usize> = None;
    for end in WINDOW.min(shingles.len())..=shingles.len() {
        let window = end.saturating_sub(WINDOW)..end;
        // The one kept last stays the least unless it has left the window or the newcomer is less.
        let newest = shingles.get(end.wrapping_sub(1));
        let holds = chosen.filter(|at| window.contains(at)).and_then(|at| shingles.get(at));
        let next = match (holds, newest) {
            (Some(held), Some(newest)) if held < newest => continue,
            (Some(_), Some(newest)) => Some((end - 1, newest)),
            _ => least(window),
        };
        if let Some((at, shingle)) = next {
            kept.push(*shingle);
            chosen = Some(at);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{SHINGLE, WINDOW, sketch, winnowed};
    use crate::model::{Document, Sketch, Zone, ZoneLabel};
    use crate::text::Span;

    fn of(text: &str) -> Sketch {
        sketch(&Document::of_body(text))
    }

    fn prose(seed: usize, words: usize) -> String {
        (0..words).map(|at| format!("w{}", (at + 1) * (seed + 7919) % 10_007)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn signs_case_and_lines_do_not_tell_texts_apart() {
        assert_eq!(of("“He left,” she said.").whole, of("He left\nSHE SAID").whole);
        assert_ne!(of("He left, she said.").whole, of("She said he left.").whole);
    }

    #[test]
    fn what_is_folded_does_not_count() {
        let text = "Share this.\nHe left.";
        let zones = [(0, 12, ZoneLabel::Boilerplate), (12, 20, ZoneLabel::Body)];
        let zones = zones.map(|(start, end, label)| Zone { span: Span::new(start, end), label }).to_vec();
        assert_eq!(sketch(&Document { zones, ..Document::of_body(text) }), of("He left."));
    }

    #[test]
    fn short_texts_have_a_mark_and_scraps_have_none() {
        assert_eq!(of(&prose(1, SHINGLE - 1)).marks.len(), 0);
        assert_eq!(of(&prose(1, SHINGLE)).marks.len(), 1);
        assert_eq!(of("").marks.len(), 0);
    }

    proptest! {
        #[test]
        fn a_long_stretch_in_common_leaves_a_common_mark(before in 0..60_usize, behind in 0..60_usize, seed in 0..1000_usize) {
            let shared = prose(seed, SHINGLE + WINDOW - 1);
            let one = of(&format!("{} {shared} {}", prose(2000, before), prose(3000, behind)));
            let other = of(&format!("{} {shared}", prose(4000, behind)));
            prop_assert!(one.marks.iter().any(|mark| other.marks.contains(mark)));
        }

        #[test]
        fn each_window_keeps_its_least(shingles in proptest::collection::vec(0..50_u32, 0..80)) {
            let kept = winnowed(&shingles);
            for window in shingles.windows(WINDOW) {
                prop_assert!(kept.contains(window.iter().min().unwrap()));
            }
        }
    }
}
