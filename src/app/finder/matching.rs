//! How well names fit what is typed: folded, word by word in any order, what each word lacks added up.
//!
//! A word fits as it stands or as a beginning; sounding alike, as another romanization does; with a typing error; inside a word; or
//! by letters scattered in it or begun from several, which is the fuzzy matcher's. The matcher's character indices become spans of
//! the shown name here and nowhere else.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::text::{Span, fold};

use super::candidates::{Candidate, Candidates, Name, What, mask};
use super::edits::{Part, distance};
use super::lexicon::Nearness;
use super::sounds::sounds;
use super::words::words;

/// What a fit lacks: lower is better.
pub(super) type Lack = i32;

/// A beginning of a word that is still being typed, and of one that is followed by another.
const BEGINS: [Lack; 2] = [12, 20];
/// Each letter that a beginning leaves out, up to so many.
const MISSING: (Lack, usize) = (2, 5);
/// Another spelling of the same sounds.
const SOUNDS: Lack = 10;
/// A letter left out, put in, changed or swapped with the next.
const EDIT: Lack = 22;
/// More, where it is the first letter: the one that is seldom mistaken.
const FIRST_LETTER: Lack = 6;
/// The letters stand inside a word.
const INSIDE: Lack = 56;
/// The letters begin several words.
const INITIALS: Lack = 48;
/// The letters stand scattered in a word.
const SCATTERED: Lack = 84;
/// What a letter that fits scores with the matcher without a gap, and the least that counts as a fit.
const LETTER: (i64, i64) = (16, 12);
/// An alias instead of the own name.
const ALIAS: Lack = 8;
/// A document or an event instead of an entity with the same words.
const NO_ENTITY: Lack = 40;
/// Each word of the name that nothing was typed for, up to so many.
const UNTYPED: (Lack, u32) = (2, 4);
/// What twice the mentions outweigh.
const DOUBLED: Lack = 4;

/// Letters of the shortest words that are looked for with an edit, as beginnings with one, and with two edits.
const ONE_EDIT: usize = 3;
const BEGINNING_EDIT: usize = 4;
const TWO_EDITS: usize = 8;
/// Letters of the shortest words that are looked for inside others, and as the beginnings of sounds.
const PART: usize = 3;
/// Names that are given to the fuzzy matcher at most, the most mentioned first: each costs it up to a microsecond.
const MOST_SCATTERED: usize = 1_500;

/// What is typed, ready to be matched.
pub(super) struct Query {
    words: Vec<Word>,
    matcher: SkimMatcherV2,
}

/// A candidate that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fitting {
    lack: Lack,
    /// Its place among the candidates.
    pub candidate: usize,
    /// The best of its names.
    pub name: usize,
}

struct Word {
    text: String,
    letters: Vec<char>,
    key: String,
    key_letters: Vec<char>,
    mask: u64,
    /// Whether another word follows: then it is no beginning any more.
    is_ended: bool,
}

/// A word's fit in a word or a name: what it lacks and where it is, in bytes.
struct Fit {
    lack: Lack,
    places: Vec<Span>,
}

impl Query {
    pub(super) fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let all = words(&folded);
        let last = all.len().saturating_sub(1);
        let ends = typed.ends_with(char::is_whitespace);
        let words = all.into_iter().enumerate().map(|(at, word)| Word::new(word.text, at < last || ends)).collect();
        Self { words, matcher: SkimMatcherV2::default().ignore_case() }
    }

    /// Whether nothing is typed that a name could fit.
    pub(super) const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The candidates that are `kept` and fit, best first, `most` of them; everything fits an empty query, in its own order.
    pub(super) fn fitting(
        &self,
        all: &Candidates,
        kept: impl Fn(usize, &Candidate) -> bool,
        most: usize,
    ) -> Vec<Fitting> {
        if self.is_empty() {
            let kept = all.all.iter().enumerate().filter(|(at, candidate)| kept(*at, candidate));
            return kept.map(|(candidate, _)| Fitting { lack: 0, candidate, name: 0 }).take(most).collect();
        }
        let kept: Vec<bool> = all.all.iter().enumerate().map(|(at, candidate)| kept(at, candidate)).collect();
        let is_kept = |name: usize| kept.get(all.lexicon.candidate_of(name)) == Some(&true);
        let mut lacks: Vec<Option<Lack>> = (0..all.lexicon.names()).map(|name| is_kept(name).then_some(0)).collect();
        let mut order: Vec<&Word> = self.words.iter().collect();
        order.sort_by_key(|word| Reverse(word.letters.len()));
        for word in order {
            let found = self.lacks_of(word, all, &lacks, most);
            for (lack, own) in lacks.iter_mut().zip(found) {
                *lack = lack.zip(own).map(|(lack, own)| lack + own);
            }
        }
        let mut fitting = self.best_names(all, &lacks);
        if fitting.len() > most {
            fitting.select_nth_unstable(most);
            fitting.truncate(most);
        }
        fitting.sort_unstable();
        fitting
    }

    /// Where the letters typed stand in the shown name, in order, neighbours joined.
    pub(super) fn places(&self, name: &Name) -> Vec<Span> {
        let fits = self.words.iter().filter_map(|word| self.fit(word, name));
        let mut places: Vec<Span> = fits.flat_map(|fit| fit.places).map(|place| name.folded.source(place)).collect();
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

    /// What each name that is `open` lacks of `word`; nothing for one that it does not fit.
    fn lacks_of(&self, word: &Word, all: &Candidates, open: &[Option<Lack>], most: usize) -> Vec<Option<Lack>> {
        let mut lacks: Vec<Option<Lack>> = vec![None; open.len()];
        let mut reached = 0;
        for (at, lack) in word.fitting_words(all) {
            for name in all.lexicon.names_of(at) {
                let name = *name as usize;
                let (Some(Some(_)), Some(own)) = (open.get(name), lacks.get_mut(name)) else { continue };
                reached += usize::from(own.is_none());
                *own = Some(own.map_or(lack, |own| own.min(lack)));
            }
        }
        if reached >= most || word.letters.len() < 2 {
            return lacks;
        }
        let names = all.all.iter().flat_map(|candidate| &candidate.names);
        let unreached = lacks
            .iter_mut()
            .zip(open)
            .zip(names)
            .filter(|((own, open), name)| own.is_none() && open.is_some() && word.mask & !name.mask == 0);
        for ((own, _), name) in unreached.take(MOST_SCATTERED) {
            *own = self.scattered(word, name).map(|fit| fit.lack);
        }
        lacks
    }

    /// The best name of each candidate that has one that fits.
    fn best_names(&self, all: &Candidates, lacks: &[Option<Lack>]) -> Vec<Fitting> {
        let typed = self.words.len() as u32;
        let mut best: Vec<Fitting> = Vec::new();
        let mut first = 0;
        let mut last_candidate = usize::MAX;
        for (name, lack) in lacks.iter().enumerate() {
            let candidate = all.lexicon.candidate_of(name);
            if candidate != last_candidate {
                (first, last_candidate) = (name, candidate);
            }
            let Some(lack) = lack else { continue };
            let untyped = all.lexicon.length_of(name).saturating_sub(typed).min(UNTYPED.1).cast_signed() * UNTYPED.0;
            let alias = if name == first { 0 } else { ALIAS };
            let own = Fitting { lack: lack + untyped + alias, candidate, name: name - first };
            match best.last_mut().filter(|best| best.candidate == candidate) {
                Some(best) => *best = own.min(*best),
                None => best.push(own),
            }
        }
        for fitting in &mut best {
            if let Some(candidate) = all.all.get(fitting.candidate) {
                fitting.lack += standing(candidate);
            }
        }
        best
    }

    /// The best fit of a word in a name.
    fn fit(&self, word: &Word, name: &Name) -> Option<Fit> {
        let own = words(&name.folded.text);
        let fits = own.iter().filter_map(|within| {
            let (lack, length) = word.lack_in(&within.text)?;
            // Where nothing is left out of the word, a part of it has the same place in the name.
            let is_plain = within.span.len() as usize == within.text.len();
            let place = match length {
                Some(part) if is_plain => Span::new(within.span.start + part.start, within.span.start + part.end),
                _ => within.span,
            };
            Some(Fit { lack, places: vec![place] })
        });
        let best = fits.min_by_key(|fit| fit.lack);
        if best.as_ref().is_some_and(|fit| fit.lack <= INITIALS) {
            return best;
        }
        best.into_iter().chain(self.scattered(word, name)).min_by_key(|fit| fit.lack)
    }

    /// The word's letters in order, not too far apart: within a word of the name, or as the beginnings of several ("avex" for
    /// Ada Vexworth).
    fn scattered(&self, word: &Word, name: &Name) -> Option<Fit> {
        if word.mask & !name.mask != 0 {
            return None;
        }
        let text = &name.folded.text;
        let (score, letters) = self.matcher.fuzzy_indices(text, &word.text)?;
        let length = i64::from(count(word.letters.len()));
        if score < LETTER.1 * length {
            return None;
        }
        let mut wanted = letters.into_iter().peekable();
        let places = text.char_indices().enumerate().filter_map(|(index, (start, letter))| {
            wanted.next_if_eq(&index).map(|_| Span::from(start..start + letter.len_utf8()))
        });
        let gaps = (LETTER.0 * length - score).clamp(0, 64) as Lack / 4;
        let mut fit = Fit { lack: SCATTERED + gaps, places: places.collect() };
        if fit.begins_words(text) {
            fit.lack = INITIALS + gaps;
            return Some(fit);
        }
        let whole = fit.places.iter().copied().reduce(Span::cover).unwrap_or_default();
        (!whole.of(text).contains(' ')).then_some(fit)
    }
}

/// What a candidate's kind and its mentions make of its fits.
fn standing(candidate: &Candidate) -> Lack {
    let often = DOUBLED * candidate.weight.saturating_add(1).ilog2().cast_signed();
    if matches!(candidate.what, What::Document | What::Event | What::Text) { NO_ENTITY - often } else { -often }
}

/// A number of letters or edits, to be weighed.
fn count(letters: usize) -> Lack {
    Lack::try_from(letters).unwrap_or(Lack::from(u16::MAX))
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
    fn new(text: String, is_ended: bool) -> Self {
        let key = sounds(&text);
        Self {
            letters: text.chars().collect(),
            key_letters: key.chars().collect(),
            mask: mask(&text),
            key,
            text,
            is_ended,
        }
    }

    /// The words of all names that it fits, each at least once, and what it lacks there.
    fn fitting_words(&self, all: &Candidates) -> Vec<(usize, Lack)> {
        let lexicon = &all.lexicon;
        let begins = lexicon.words.beginning_with(&self.letters);
        let mut near: Vec<usize> = lexicon.sounding(&self.key_letters, Nearness::Same);
        if self.edits() > 0 {
            near.extend(lexicon.words.within(&self.letters, self.edits(), Part::Whole).into_iter().flatten());
            near.extend(lexicon.sounding(&self.key_letters, Nearness::OneEdit));
        }
        if self.edits_of_beginning() > 0 {
            near.extend(lexicon.words.within(&self.letters, 1, Part::Beginning).into_iter().flatten());
        }
        if self.letters.len() >= PART {
            near.extend(lexicon.sounding(&self.key_letters, Nearness::Beginning));
            near.extend(lexicon.holding(&self.text));
        }
        near.retain(|at| !begins.contains(at));
        near.sort_unstable();
        near.dedup();
        let fits = |at: usize| Some((at, self.lack_in(lexicon.word(at))?.0));
        begins.chain(near).filter_map(fits).collect()
    }

    /// What it lacks in a word, where it fits there, and where its letters stand if that is not the whole.
    fn lack_in(&self, word: &str) -> Option<(Lack, Option<Span>)> {
        let beginning = |letters: usize| BEGINS[usize::from(self.is_ended)] + MISSING.0 * count(letters.min(MISSING.1));
        if let Some(rest) = word.strip_prefix(&self.text) {
            let length = Span::whole(&self.text);
            return Some(if rest.is_empty() { (0, None) } else { (beginning(rest.chars().count()), Some(length)) });
        }
        let letters: Vec<char> = word.chars().collect();
        let key = sounds(word);
        let mut best: Option<(Lack, Option<Span>)> = None;
        let mut fits = |lack: Lack, place: Option<Span>| {
            if best.is_none_or(|(best, _)| lack < best) {
                best = Some((lack, place));
            }
        };
        if key == self.key {
            fits(SOUNDS, None);
        } else if self.letters.len() >= PART && key.starts_with(&self.key) {
            fits(SOUNDS + beginning(letters.len().saturating_sub(self.letters.len())), None);
        }
        let first = if letters.first() == self.letters.first() { 0 } else { FIRST_LETTER };
        let apart = distance(&self.letters, &letters);
        if apart.whole <= self.edits() {
            fits(EDIT * count(apart.whole) + first, None);
        }
        if apart.beginning <= self.edits_of_beginning() {
            let length: usize = letters.iter().take(apart.length).map(|letter| letter.len_utf8()).sum();
            let lack = EDIT * count(apart.beginning) + first + beginning(letters.len() - apart.length);
            fits(lack, Some(Span::from(0..length)));
        }
        if self.edits() > 0 {
            let key: Vec<char> = key.chars().collect();
            if distance(&self.key_letters, &key).whole == 1 {
                fits(SOUNDS + EDIT + first, None);
            }
        }
        if self.letters.len() >= PART
            && let Some(at) = word.find(&self.text)
        {
            fits(INSIDE, Some(Span::from(at..at + self.text.len())));
        }
        best
    }

    /// How many edits a whole word may be away.
    fn edits(&self) -> usize {
        match self.letters.len() {
            0..ONE_EDIT => 0,
            ONE_EDIT..TWO_EDITS => 1,
            _ => 2,
        }
    }

    /// How many edits a beginning may be away.
    fn edits_of_beginning(&self) -> usize {
        usize::from(self.letters.len() >= BEGINNING_EDIT && !self.is_ended)
    }
}
