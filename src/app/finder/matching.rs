//! How well names fit what is typed: folded, word by word, the words' scores added up.
//!
//! The matcher's character indices become spans of the shown name here and nowhere else.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::text::{Span, fold};

use super::candidates::{Candidate, Name, What, mask};

/// How well something fits: higher is better.
pub(super) type Score = i64;

/// What the matcher gives for one letter that fits without a gap.
const LETTER: Score = 16;
/// Least score a letter for scattered letters to count as a fit.
const LEAST: Score = 12;
/// What a word spelled another way gets a letter.
const MISSPELLED: Score = 10;
/// What an alias is worth less than the own name.
const ALIAS: Score = 20;
/// What an entity is worth more than a document or an event with the same words.
const ENTITY: Score = 40;
/// What twice the mentions are worth.
const DOUBLED: Score = 4;

/// What is typed, ready to be matched.
pub(super) struct Query {
    words: Vec<Word>,
    matcher: SkimMatcherV2,
}

struct Word {
    text: String,
    letters: Vec<char>,
    /// As many as there are letters.
    length: Score,
    mask: u64,
}

/// A word's fit in a folded name: its score and where, in bytes of the folded name.
struct Fit {
    score: Score,
    places: Vec<Span>,
}

impl Query {
    pub(super) fn new(typed: &str) -> Self {
        let words = fold(typed).split(' ').filter(|word| !word.is_empty()).map(Word::new).collect();
        Self { words, matcher: SkimMatcherV2::default().ignore_case() }
    }

    /// The best of a candidate's names and how well it fits; everything fits an empty query, in its own order.
    pub(super) fn best(&self, candidate: &Candidate) -> Option<(Score, usize)> {
        if self.words.is_empty() {
            return Some((0, 0));
        }
        let often = DOUBLED * Score::from(candidate.weight.saturating_add(1).ilog2());
        let entity = if matches!(candidate.what, What::Document | What::Event) { 0 } else { ENTITY };
        let fits = candidate.names.iter().enumerate().filter_map(|(at, name)| {
            let fits = self.fits(name)?;
            let alias = if at == 0 { 0 } else { ALIAS };
            Some((fits.iter().map(|fit| fit.score).sum::<Score>() + often + entity - alias, at))
        });
        fits.max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at)))
    }

    /// Where the letters typed stand in the shown name, in order, neighbours joined.
    pub(super) fn places(&self, name: &Name) -> Vec<Span> {
        let fits = self.fits(name).unwrap_or_default();
        let mut places: Vec<Span> =
            fits.into_iter().flat_map(|fit| fit.places).map(|place| name.folded.source(place)).collect();
        places.sort_unstable();
        let mut joined: Vec<Span> = Vec::new();
        for place in places {
            match joined.last_mut().filter(|last| place.start <= last.end) {
                Some(last) => *last = last.cover(place),
                None => joined.push(place),
            }
        }
        joined
    }

    /// The fit of every word, or nothing if one does not fit.
    fn fits(&self, name: &Name) -> Option<Vec<Fit>> {
        self.words.iter().map(|word| self.fit(word, name)).collect()
    }

    /// Letters found in several words of the name are a fit only as their beginnings ("avex" for Ada Vexworth), and only where
    /// no word is spelled nearly so.
    fn fit(&self, word: &Word, name: &Name) -> Option<Fit> {
        let text = &name.folded.text;
        let scattered = self.scattered(word, name);
        let is_within_a_word = scattered.as_ref().is_some_and(|fit| {
            let whole = fit.places.iter().copied().reduce(Span::cover).unwrap_or_default();
            !whole.of(text).contains(' ')
        });
        if is_within_a_word {
            return scattered;
        }
        word.misspelled(name).or_else(|| scattered.filter(|fit| fit.begins_words(text)))
    }

    /// The word's letters in order, not too far apart.
    fn scattered(&self, word: &Word, name: &Name) -> Option<Fit> {
        if word.mask & !name.mask != 0 {
            return None;
        }
        let text = &name.folded.text;
        let (score, letters) = self.matcher.fuzzy_indices(text, &word.text)?;
        if score < LEAST * word.length {
            return None;
        }
        let mut wanted = letters.into_iter().peekable();
        let places = text.char_indices().enumerate().filter_map(|(index, (start, letter))| {
            wanted.next_if_eq(&index).map(|_| Span::from(start..start + letter.len_utf8()))
        });
        Some(Fit { score, places: places.collect() })
    }
}

impl Fit {
    /// Whether every run of its letters begins a word.
    fn begins_words(&self, text: &str) -> bool {
        let mut end = None;
        self.places.iter().all(|place| {
            let goes_on = end == Some(place.start);
            end = Some(place.end);
            let before = Span::new(0, place.start).of(text).chars().next_back();
            goes_on || !before.is_some_and(char::is_alphanumeric)
        })
    }
}

impl Word {
    fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        Self { length: letters.iter().map(|_| 1).sum(), text: text.to_owned(), letters, mask: mask(text) }
    }

    /// A word of the name that differs by a letter, or by two in a long word.
    fn misspelled(&self, name: &Name) -> Option<Fit> {
        let allowed = match self.letters.len() {
            0..4 => return None,
            4..8 => 1,
            _ => 2,
        };
        let text = &name.folded.text;
        let mut start = 0;
        for word in text.split(' ') {
            let span = Span::from(start..start + word.len());
            start += word.len() + 1;
            let letters: Vec<char> = word.chars().take(40).collect();
            if letters.len().abs_diff(self.letters.len()) <= allowed && distance(&self.letters, &letters) <= allowed {
                let score = MISSPELLED * self.length - LETTER;
                return Some(Fit { score, places: vec![span] });
            }
        }
        None
    }
}

/// Levenshtein distance of two words.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, letter) in a.iter().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        for (other, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let substituted = diagonal + usize::from(letter != other);
            diagonal = *cell;
            left = substituted.min(diagonal + 1).min(left + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
