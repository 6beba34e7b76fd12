//! Anchors under 500 seeded histories of edits: none may end beside other words than those it was made for.
//!
//! Every character carries where it came from, so that "the same words" is known and not guessed.

use std::ops::Range;

use super::test_data::{ARTICLES, SENTENCES, document};
use super::{Shelf, anchor, locate};
use crate::text::Span;

const HISTORIES: u64 = 500;

/// A character and its place in the first text; `None` for what was written later.
type Letter = (char, Option<usize>);

/// Numbers that are the same on each run (`SplitMix64`, S. Vigna).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ mixed >> 31) >> 33) as usize % limit.max(1)
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    /// A word, some words or a sentence and more, as a reader would mark them.
    fn words_of(&mut self, text: &[Letter]) -> Range<usize> {
        let starts: Vec<usize> = (0..text.len())
            .filter(|at| text[*at].0.is_alphanumeric() && (*at == 0 || !text[at - 1].0.is_alphanumeric()))
            .collect();
        let start = starts[self.below(starts.len())];
        let least = [1, 1, 6, 20, 80][self.below(5)];
        let end = (start + least..text.len()).find(|at| !text[*at].0.is_alphanumeric()).unwrap_or(text.len());
        start..end
    }

    fn edit(&mut self, text: &mut Vec<Letter>) {
        let at = self.below(text.len());
        match self.below(8) {
            0 => text[at] = ('%', None),
            1 => drop(text.remove(at)),
            2 => insert(text, at, "n"),
            3 => {
                let paragraph = format!("{} {}\n", self.pick(SENTENCES), self.pick(SENTENCES));
                insert(text, start_of(text, at, '\n'), &paragraph);
            }
            4 => {
                let sentence = format!(" {}", self.pick(SENTENCES));
                insert(text, start_of(text, at, '.'), &sentence);
            }
            5 => drop(cut(text, at, '.')),
            6 => {
                let moved = cut(text, at, '\n');
                let to = start_of(text, self.below(text.len()), '\n');
                text.splice(to..to, moved);
            }
            _ => {
                drop(cut(text, at, '.'));
                let sentence = format!(" {}", self.pick(SENTENCES));
                insert(text, start_of(text, at.min(text.len()), '.'), &sentence);
            }
        }
        if text.is_empty() {
            insert(text, 0, "Nothing is left. ");
        }
    }
}

fn insert(text: &mut Vec<Letter>, at: usize, new: &str) {
    text.splice(at..at, new.chars().map(|letter| (letter, None)));
}

/// The place after the last `border` before `at`.
fn start_of(text: &[Letter], at: usize, border: char) -> usize {
    text[..at].iter().rposition(|(letter, _)| *letter == border).map_or(0, |before| before + 1)
}

/// Takes out the stretch around `at` that ends with `border`.
fn cut(text: &mut Vec<Letter>, at: usize, border: char) -> Vec<Letter> {
    let start = start_of(text, at.min(text.len()), border);
    let end = text[start..].iter().position(|(letter, _)| *letter == border).map_or(text.len(), |end| start + end + 1);
    text.drain(start..end).collect()
}

fn words(letters: &[Letter]) -> String {
    letters.iter().map(|(letter, _)| letter).collect()
}

#[test]
fn no_anchor_ends_beside_other_words() {
    let (mut made, mut wrong, mut once, mut found_of_once, mut found) = (0, 0, 0, 0, 0);
    for history in 0..HISTORIES {
        let mut dice = Dice(history);
        let text = dice.pick(ARTICLES);
        let mut letters: Vec<Letter> = text.chars().enumerate().map(|(at, letter)| (letter, Some(at))).collect();
        let before = document("a.txt", text);
        let anchors: Vec<_> = (0..12)
            .filter_map(|_| {
                let letters_of = dice.words_of(&letters);
                let first = words(&letters[..letters_of.start]).len();
                let span = Span::from(first..first + words(&letters[letters_of.clone()]).len());
                anchor(&before, span).map(|anchor| (anchor, letters_of))
            })
            .collect();
        (0..=dice.below(6)).for_each(|_| dice.edit(&mut letters));
        let now = words(&letters);
        let documents = [document("a.txt", &now)];
        let shelf = Shelf::new(&documents);
        for (anchor, letters_of) in &anchors {
            made += 1;
            let stands_once = now.match_indices(&anchor.quote).count() == 1;
            let place = locate(anchor, &shelf).ok().map(|(_, span)| span);
            // A word at the edge may have been replaced by itself; then the rest tells.
            let is_right = |span: Span| {
                let start = Span::new(0, span.start).of(&now).chars().count();
                let found = letters[start..start + letters_of.len()].iter();
                let same = found.zip(letters_of.clone()).filter(|((_, from), at)| *from == Some(*at)).count();
                same * 2 > letters_of.len()
            };
            wrong += usize::from(place.is_some_and(|span| !is_right(span)));
            found += usize::from(place.is_some());
            once += usize::from(stands_once);
            found_of_once += usize::from(stands_once && place.is_some());
        }
    }
    let report =
        format!("{made} anchors, {found} found, {wrong} wrong; {found_of_once} of {once} that still stand once");
    assert!(made > 5_000 && once > 2_000, "too little was tried: {report}");
    assert_eq!(wrong, 0, "{report}");
    assert!(found_of_once * 10 >= once * 9, "{report}");
    println!("{report}");
}
