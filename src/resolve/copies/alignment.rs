//! The alignment of two texts' words: the runs of words that both have, exactly, and which of them belong together.
//!
//! Runs are grown from sequences of [`SEED`] words; between two runs that follow one another in both texts, the few words that stand
//! there are aligned by their longest common subsequence, so that an edit costs its own words only. Linear in the second text.

/// Words in a row that begin a run.
const SEED: usize = 6;
/// Places of the first text that a sequence of the second is looked for at: hostile texts repeat one word a million times.
const PLACES: usize = 8;
/// Words between two runs, in either text, that leave them one stretch.
const BETWEEN: usize = 16;

/// The same words in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The number of its first word in each text.
    pub(super) starts: [usize; 2],
    /// How many.
    pub(super) words: usize,
}

/// An odd number without a pattern, the golden ratio of 2⁶⁴ (Knuth, volume 3).
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// Where the sequences of a text stand, by their numbers.
pub(super) struct Index {
    /// Number and place of each, in this order.
    places: Vec<(u64, u32)>,
    /// By the highest bits of the number: one more than where its first place stands, or where the next one stands that wanted this
    /// row; zeros between.
    table: Vec<u32>,
    /// By how much a number is shifted to give its row.
    shift: u32,
}

impl Index {
    pub(super) fn of(words: &[u32]) -> Self {
        let mut places: Vec<(u64, u32)> = words.windows(SEED).map(number).zip(0..).collect();
        places.sort_unstable();
        let rows = (places.len() * 2 + 1).next_power_of_two().max(2);
        let mut index = Self { places, table: vec![0; rows], shift: u64::BITS - rows.trailing_zeros() };
        let mut last = None;
        for at in 0..index.places.len() {
            let Some((number, _)) = index.places.get(at).copied() else { continue };
            if last.replace(number) != Some(number) {
                let free = index.rows(number).find(|row| index.table.get(*row) == Some(&0));
                if let Some(row) = free.and_then(|row| index.table.get_mut(row)) {
                    *row = at as u32 + 1;
                }
            }
        }
        index
    }

    /// The rows in which a number may be found: those from its own on.
    fn rows(&self, number: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.table.len() - 1;
        let own = (number >> self.shift) as usize;
        (0..=mask).map(move |step| (own + step) & mask)
    }

    /// The first places of a sequence.
    fn places(&self, seed: &[u32]) -> impl Iterator<Item = usize> + '_ {
        let number = number(seed);
        let entries = self.rows(number).map_while(|row| self.table.get(row).filter(|entry| **entry > 0));
        let found = entries.map(|entry| *entry as usize - 1);
        let start = found.into_iter().find(|at| self.places.get(*at).is_some_and(|(other, _)| *other == number));
        let here = start.and_then(|start| self.places.get(start..)).unwrap_or_default().iter().take(PLACES);
        here.take_while(move |(other, _)| *other == number).map(|(_, at)| *at as usize)
    }
}

fn number(seed: &[u32]) -> u64 {
    seed.iter().fold(0, |number: u64, word| (number.rotate_left(23) ^ u64::from(*word)).wrapping_mul(MIX))
}

/// The stretches in common, each as its runs, in the order of the second text; `index` is of the first.
pub(super) fn aligned(texts: [&[u32]; 2], index: &Index) -> Vec<Vec<Run>> {
    let mut stretches: Vec<Vec<Run>> = Vec::new();
    for run in runs(texts, index) {
        let last = stretches.last().and_then(|stretch| stretch.last()).filter(|last| follows(last, &run)).copied();
        match (last, stretches.last_mut()) {
            (Some(last), Some(stretch)) => {
                stretch.extend(between(texts, &last, &run));
                stretch.push(run);
            }
            _ => stretches.push(vec![run]),
        }
    }
    stretches.into_iter().map(joined).collect()
}

/// All runs, in the order of the second text, none overlapping there.
fn runs(texts: [&[u32]; 2], index: &Index) -> Vec<Run> {
    let [first, second] = texts;
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    while let Some(seed) = second.get(at..at + SEED) {
        let free = runs.last().map_or(0, |run| run.starts[1] + run.words);
        let grown = index.places(seed).filter_map(|place| grown(first, second, place, at, free));
        // Of several alike the one that goes on where the run before ended.
        let goes_on = |run: &Run| runs.last().is_some_and(|last| follows(last, run));
        match grown.max_by_key(|run| (run.words, goes_on(run), std::cmp::Reverse(run.starts[0]))) {
            Some(run) => {
                at = run.starts[1] + run.words;
                runs.push(run);
            }
            None => at += 1,
        }
    }
    runs
}

/// The longest run that holds those places, beginning at `free` of the second text at the earliest.
fn grown(first: &[u32], second: &[u32], place: usize, at: usize, free: usize) -> Option<Run> {
    let same = |(one, other): &(&u32, &u32)| one == other;
    let ahead = first.get(place..)?.iter().zip(second.get(at..)?).take_while(same).count();
    let before = second.get(free..at)?.iter().rev();
    let back = first.get(..place)?.iter().rev().zip(before).take_while(same).count();
    (ahead >= SEED).then_some(Run { starts: [place - back, at - back], words: ahead + back })
}

/// Whether `next` stands shortly behind `run` in both texts.
fn follows(run: &Run, next: &Run) -> bool {
    let gap = |side: usize| next.starts[side].checked_sub(run.starts[side] + run.words);
    // What lies between must be less than what it joins: set phrases here and there make no stretch.
    let most = BETWEEN.min(run.words.max(next.words));
    matches!((gap(0), gap(1)), (Some(one), Some(other)) if one <= most && other <= most)
}

/// The words in common between two runs that follow one another: their longest common subsequence.
fn between(texts: [&[u32]; 2], run: &Run, next: &Run) -> Vec<Run> {
    let gap = |side: usize| {
        let start = run.starts[side] + run.words;
        (start, texts[side].get(start..next.starts[side]).unwrap_or_default())
    };
    let ((one_start, one), (other_start, other)) = (gap(0), gap(1));
    // How long the common subsequence of what is left is, from each pair of places on.
    let mut longest = vec![vec![0_u8; other.len() + 1]; one.len() + 1];
    for (i, word) in one.iter().enumerate().rev() {
        for (j, second) in other.iter().enumerate().rev() {
            longest[i][j] =
                if word == second { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while let (Some(word), Some(second)) = (one.get(i), other.get(j)) {
        if word == second {
            found.push(Run { starts: [one_start + i, other_start + j], words: 1 });
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// Runs that touch in both texts are one.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match joined.last_mut() {
            Some(last) if (0..2).all(|side| last.starts[side] + last.words == run.starts[side]) => {
                last.words += run.words;
            }
            _ => joined.push(run),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Index, aligned};
    use crate::text::{Span, Word, words};

    /// The words of a text with their numbers.
    fn numbered(text: &str) -> (Vec<Word>, Vec<u32>) {
        let words: Vec<Word> = words(text, Span::whole(text)).collect();
        // Hashes of a few words differ in their lower half too.
        let numbers = words.iter().map(|word| word.hash as u32).collect();
        (words, numbers)
    }

    /// The stretches as the second text has them, runs divided by "|", stretches by "/".
    fn shared(first: &str, second: &str) -> String {
        let ((_, one), (words, other)) = (numbered(first), numbered(second));
        let told = |stretch: Vec<super::Run>| {
            let runs = stretch.iter().map(|run| {
                let here = run.starts[1]..run.starts[1] + run.words;
                assert_eq!(other[here.clone()], one[run.starts[0]..run.starts[0] + run.words]);
                words[here].iter().map(|word| word.span.of(second)).collect::<Vec<_>>().join(" ")
            });
            runs.collect::<Vec<_>>().join("|")
        };
        aligned([&one, &other], &Index::of(&one)).into_iter().map(told).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn an_edit_costs_its_own_words_only() {
        let first = "The ship left the harbour before the letter from the board came, and nobody on the quay knew.";
        assert_eq!(
            shared(
                first,
                "It is said the ship left the harbour before any letter from the board came and nobody on the quay knew it"
            ),
            "the ship left the harbour before|letter from the board came and nobody on the quay knew"
        );
        assert_eq!(
            shared(first, first),
            "The ship left the harbour before the letter from the board came and nobody on the quay knew"
        );
    }

    #[test]
    fn what_stands_far_apart_is_another_stretch() {
        let (one, other) = ("a b c d e f g", "n o p q r s t");
        let far = "x ".repeat(40);
        assert_eq!(shared(&format!("{one} {other}"), &format!("{other} {far} {one}")), format!("{other}/{one}"));
        assert_eq!(shared("one two three four five", "one two three four five"), "");
    }

    proptest! {
        #[test]
        fn runs_hold_the_same_words_and_never_overlap(first in "[abc ]{0,80}", second in "[abc ]{0,80}") {
            let ((_, one), (_, other)) = (numbered(&first), numbered(&second));
            let mut free = 0;
            for run in aligned([&one, &other], &Index::of(&one)).into_iter().flatten() {
                prop_assert!(run.starts[1] >= free);
                free = run.starts[1] + run.words;
                for word in 0..run.words {
                    prop_assert_eq!(one[run.starts[0] + word], other[run.starts[1] + word]);
                }
            }
        }
    }
}
