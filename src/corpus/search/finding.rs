//! Places of words side by side, from the index and, where lengths differ from the fold's, the texts.

use crate::text::Span;

use super::index::{At, SearchIndex, Spot};
use super::query::is_wild;
use super::words::words;

/// Bytes that may lie between two words that stand side by side: signs, white space, a page's margin.
const WIDEST_GAP: At = 256;

/// Where some words stand, as places in all texts.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    start: At,
    end: At,
    /// Bytes to the next word; 0 where only the text tells.
    gap: At,
}

/// The index with the texts that it was made of.
pub(super) struct Searched<'t> {
    pub(super) index: &'t SearchIndex,
    pub(super) texts: &'t [&'t str],
}

impl SearchIndex {
    /// Where these words stand side by side in the texts that the index was made of: which text, and where in it, in order. Words
    /// are folded, without signs; `*` stands for any letters, `?` for one.
    pub fn side_by_side(&self, texts: &[&str], words: &[&str]) -> Vec<(usize, Span)> {
        Searched { index: self, texts }.side_by_side(words)
    }

    /// The words that fit a pattern.
    fn fitting(&self, pattern: &str) -> Vec<usize> {
        let Some(wild) = pattern.find(is_wild) else { return self.find(pattern).into_iter().collect() };
        let (beginning, rest) = pattern.split_at(wild);
        let fits = |at: &usize| {
            let word = self.word(*at).and_then(|word| word.strip_prefix(beginning)).unwrap_or_default();
            fits(&word.chars().collect::<Vec<char>>(), &rest.chars().collect::<Vec<char>>())
        };
        self.beginning_with(beginning).filter(fits).collect()
    }
}

impl Searched<'_> {
    pub(super) fn side_by_side(&self, words: &[&str]) -> Vec<(usize, Span)> {
        let patterns: Vec<Vec<usize>> = words.iter().map(|word| self.index.fitting(word)).collect();
        let Some((first, rest)) = patterns.split_first() else { return Vec::new() };
        if patterns.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        let Some((second, rest)) = rest.split_first() else { return self.spans(self.places(first)) };
        let mut found = self.joined(self.places(first), second);
        for words in rest {
            found = self.joined(found.into_iter(), words);
        }
        self.spans(found.into_iter())
    }

    /// All places of some words, in order.
    fn places(&self, words: &[usize]) -> Box<dyn Iterator<Item = Stretch> + '_> {
        if let [word] = words {
            return Box::new(self.places_of(*word));
        }
        let mut all: Vec<Stretch> = words.iter().flat_map(|word| self.places_of(*word)).collect();
        all.sort_unstable_by_key(|place| place.start);
        Box::new(all.into_iter())
    }

    fn places_of(&self, word: usize) -> impl Iterator<Item = Stretch> + '_ {
        let length = self.index.plain_length(word);
        self.index.places(word).map(move |Spot { at, gap }| {
            let end = length.map_or_else(|| self.end_of_word(at), |length| at + length);
            Stretch { start: at, end, gap }
        })
    }

    /// What goes on with one of `words`.
    fn joined(&self, found: impl Iterator<Item = Stretch>, words: &[usize]) -> Vec<Stretch> {
        match words {
            [word] => self.followed(found, self.places_of(*word)),
            several => self.followed(found, self.places(several)),
        }
    }

    fn followed(&self, found: impl Iterator<Item = Stretch>, mut next: impl Iterator<Item = Stretch>) -> Vec<Stretch> {
        let mut joined = Vec::new();
        let mut following = next.next();
        let mut text = 0;
        for stretch in found {
            while following.is_some_and(|following| following.start < stretch.end) {
                following = next.next();
            }
            let Some(following) = following else { break };
            let goes_on = match stretch.gap {
                0 => following.start < stretch.end + WIDEST_GAP && self.is_gap(stretch.end, following.start, &mut text),
                gap => following.start == stretch.end + gap,
            };
            if goes_on {
                joined.push(Stretch { start: stretch.start, ..following });
            }
        }
        joined
    }

    /// Whether no word stands from one place to the other, and no text ends.
    /// `text` is a text before it; afterwards the one that it lies in.
    fn is_gap(&self, from: At, to: At, text: &mut usize) -> bool {
        *text = self.index.text_of(from, *text);
        let base = self.index.base(*text);
        let mut next = None;
        words(self.text(*text), (from - base) as usize, |start, _, _| {
            next = Some(start);
            false
        });
        next.is_some_and(|next| base + next as At == to)
    }

    fn end_of_word(&self, start: At) -> At {
        let text = self.index.text_of(start, 0);
        let base = self.index.base(text);
        let mut end = start + 1;
        words(self.text(text), (start - base) as usize, |_, own, _| {
            end = base + own as At;
            false
        });
        end
    }

    fn text(&self, at: usize) -> &str {
        self.texts.get(at).copied().unwrap_or_default()
    }

    fn spans(&self, found: impl Iterator<Item = Stretch>) -> Vec<(usize, Span)> {
        let mut text = 0;
        let span = |place: Stretch| {
            text = self.index.text_of(place.start, text);
            let base = self.index.base(text);
            (text, Span::new((place.start - base) as u32, (place.end - base) as u32))
        };
        found.map(span).collect()
    }
}

/// Whether a word fits a pattern to its end: `*` stands for any letters, `?` for one. Backtracks to the last star only.
fn fits(word: &[char], pattern: &[char]) -> bool {
    let (mut at, mut wanted) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while at < word.len() {
        match pattern.get(wanted) {
            Some('*') => {
                star = Some((at, wanted));
                wanted += 1;
            }
            Some(letter) if *letter == '?' || word.get(at) == Some(letter) => {
                at += 1;
                wanted += 1;
            }
            _ => {
                let Some((from, position)) = star else { return false };
                star = Some((from + 1, position));
                (at, wanted) = (from + 1, position + 1);
            }
        }
    }
    pattern.get(wanted..).is_none_or(|rest| rest.iter().all(|letter| *letter == '*'))
}

#[cfg(test)]
mod tests {
    use super::SearchIndex;

    const TEXTS: &[&str] =
        &["The harbour master.\nHarbour,  the master—of the harbour", "Jose\u{301}’s sea", "master of sea"];

    #[track_caller]
    fn check(words: &[&str], expected: &[(usize, &str)]) {
        let found = SearchIndex::new(TEXTS.iter().copied()).side_by_side(TEXTS, words);
        let found: Vec<(usize, &str)> = found.iter().map(|(text, span)| (*text, span.of(TEXTS[*text]))).collect();
        assert_eq!(found, expected, "{words:?}");
    }

    #[test]
    fn words_side_by_side_are_found_across_signs_but_not_texts() {
        check(&["the", "harbour"], &[(0, "The harbour"), (0, "the harbour")]);
        check(&["harbour", "the", "master", "of"], &[(0, "Harbour,  the master—of")]);
        check(&["jose", "s", "sea"], &[(1, "Jose\u{301}’s sea")]);
        check(&["harbour", "jose"], &[]);
        check(&["harbour", "sea"], &[]);
        check(&["nowhere", "the"], &[]);
        check(&[], &[]);
    }

    #[test]
    fn wildcards_stand_for_letters() {
        check(&["h*r", "m?st*"], &[(0, "harbour master")]);
        check(&["jo*"], &[(1, "Jose\u{301}")]);
        check(&["*a"], &[(1, "sea"), (2, "sea")]);
        check(&["s?a"], &[(1, "sea"), (2, "sea")]);
        check(&["s?"], &[]);
    }
}
