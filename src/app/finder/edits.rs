//! Typing errors: how many letters left out, put in, changed or swapped lie between two words, and all words so near.
//!
//! The distance is optimal string alignment (Damerau 1964, no letter edited twice). Over a sorted list it is computed along the
//! beginnings that words share, and what begins too far off is passed over at once: a Levenshtein automaton whose states are the
//! rows of the table (Schulz and Mihov 2002).

use std::ops::Range;

/// Distinct words in order, their letters in one flat table.
#[derive(Clone, Debug, Default)]
pub(super) struct Sorted {
    letters: Vec<char>,
    /// Where each word begins, and one entry more.
    starts: Vec<u32>,
}

/// Which part of a word is compared with what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The whole word.
    Whole,
    /// Any of its beginnings.
    Beginning,
}

/// How far two words are apart, in edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// The whole words.
    pub whole: usize,
    /// The typed word and the nearest beginning of the other.
    pub beginning: usize,
    /// The length of that beginning, in letters.
    pub length: usize,
}

impl Sorted {
    /// The words, which are distinct and in order.
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut sorted = Self { letters: Vec::new(), starts: vec![0] };
        for word in words {
            sorted.letters.extend(word.chars());
            sorted.starts.push(sorted.letters.len() as u32);
        }
        sorted
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The letters of a word.
    pub(super) fn letters(&self, at: usize) -> &[char] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or_default() as usize;
        self.letters.get(bound(at)..bound(at + 1)).unwrap_or_default()
    }

    /// The words that begin with `typed`: they stand together.
    pub(super) fn beginning_with(&self, typed: &[char]) -> Range<usize> {
        let start = self.first(0, |letters| letters < typed);
        start..self.first(start, |letters| letters.starts_with(typed))
    }

    /// The words of which that part is at most `most` edits away from `typed`, in order.
    pub(super) fn within(&self, typed: &[char], most: usize, part: Part) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut table = Table::new(typed);
        if part == Part::Beginning && table.distance() <= most {
            found.push(0..self.len());
            return found;
        }
        let mut at = 0;
        'words: while at < self.len() {
            let letters = self.letters(at);
            table.keep_beginning_of(letters);
            while let Some(next) = letters.get(table.depth()) {
                table.push(*next);
                let fits = part == Part::Beginning && table.distance() <= most;
                if fits || table.least() > most {
                    let end = self.first(at, |letters| letters.starts_with(&table.path));
                    if fits {
                        found.push(at..end);
                    }
                    at = end;
                    continue 'words;
                }
            }
            if table.distance() <= most {
                found.push(at..at + 1);
            }
            at += 1;
        }
        found
    }

    /// The first word from `from` on that is not `before`, all of which stand first.
    fn first(&self, from: usize, before: impl Fn(&[char]) -> bool) -> usize {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if before(self.letters(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// How far `typed` is from `word`.
pub(super) fn distance(typed: &[char], word: &[char]) -> Distance {
    /// More edits than these are never asked for.
    const FURTHEST: usize = 3;

    let mut table = Table::new(typed);
    let mut nearest = (table.distance(), 0);
    for letter in word.iter().take(typed.len() + FURTHEST) {
        table.push(*letter);
        nearest = nearest.min((table.distance(), table.depth()));
    }
    let whole = if word.len() > table.depth() { usize::MAX } else { table.distance() };
    Distance { whole, beginning: nearest.0, length: nearest.1 }
}

/// The table of distances: a row for each letter of the other word so far, a column for each letter typed.
struct Table<'t> {
    typed: &'t [char],
    path: Vec<char>,
    rows: Vec<usize>,
}

impl<'t> Table<'t> {
    fn new(typed: &'t [char]) -> Self {
        Self { typed, path: Vec::new(), rows: (0..=typed.len()).collect() }
    }

    fn depth(&self) -> usize {
        self.path.len()
    }

    fn width(&self) -> usize {
        self.typed.len() + 1
    }

    /// Goes back to what the path shares with the beginning of `letters`.
    fn keep_beginning_of(&mut self, letters: &[char]) {
        let shared = self.path.iter().zip(letters).take_while(|(one, other)| one == other).count();
        self.path.truncate(shared);
        self.rows.truncate((shared + 1) * self.width());
    }

    fn push(&mut self, letter: char) {
        let width = self.width();
        let above = self.rows.len() - width;
        let two_above = above.checked_sub(width);
        let before = self.path.last().copied();
        self.path.push(letter);
        self.rows.push(self.path.len());
        for (column, typed) in (1..).zip(self.typed) {
            let changed = self.rows[above + column - 1] + usize::from(*typed != letter);
            let inserted = self.rows[above + column] + 1;
            let left_out = self.rows[above + width + column - 1] + 1;
            let mut least = changed.min(inserted).min(left_out);
            if let Some(two_above) = two_above
                && column > 1
                && before == Some(*typed)
                && self.typed.get(column - 2) == Some(&letter)
            {
                least = least.min(self.rows[two_above + column - 2] + 1);
            }
            self.rows.push(least);
        }
    }

    /// How far the path is from all that is typed.
    fn distance(&self) -> usize {
        self.rows.last().copied().unwrap_or_default()
    }

    /// No continuation of the path is nearer than this.
    fn least(&self) -> usize {
        let row = self.rows.len() - self.width();
        self.rows.get(row..).unwrap_or_default().iter().copied().min().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Part, Sorted, distance};

    fn letters(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    #[test]
    fn one_edit_of_each_kind_counts_one() {
        for (typed, word, expected) in [
            ("kislak", "kislyak", 1),
            ("kislyyak", "kislyak", 1),
            ("kisliak", "kislyak", 1),
            ("kislyka", "kislyak", 1),
            ("ksilyka", "kislyak", 2),
            ("", "ab", 2),
            ("ab", "", 2),
        ] {
            assert_eq!(distance(&letters(typed), &letters(word)).whole, expected, "{typed} {word}");
        }
        let beginning = distance(&letters("kilsy"), &letters("kislyakov"));
        assert_eq!((beginning.beginning, beginning.length, beginning.whole), (1, 5, usize::MAX));
    }

    proptest! {
        #[test]
        fn the_walk_finds_what_each_comparison_finds(
            words in prop::collection::btree_set("[abc]{1,6}", 0..60), typed in "[abc]{0,5}", most in 0_usize..3,
        ) {
            let sorted = Sorted::new(words.iter().map(String::as_str));
            let typed = letters(&typed);
            for part in [Part::Whole, Part::Beginning] {
                let walked: Vec<usize> = sorted.within(&typed, most, part).into_iter().flatten().collect();
                let compared = (0..sorted.len()).filter(|at| {
                    let distance = distance(&typed, sorted.letters(*at));
                    most >= if part == Part::Whole { distance.whole } else { distance.beginning }
                });
                prop_assert_eq!(walked, compared.collect::<Vec<usize>>());
            }
            let begins: Vec<usize> = sorted.beginning_with(&typed).collect();
            let compared = (0..sorted.len()).filter(|at| sorted.letters(*at).starts_with(&typed));
            prop_assert_eq!(begins, compared.collect::<Vec<usize>>());
        }
    }
}
