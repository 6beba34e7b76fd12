//! A sentence before the recognizer: its words, how it is cased, and the stretches that can hold a name.
//!
//! Only stretches with capitals are looked at: that is a fifth of the words of news, and all of its names but a few
//! ("al-Qaida" begins small; particles before a capital are let in).

use std::ops::Range;

use crate::gazetteer::{Listed, gazetteer};
use crate::model::Kind;
use crate::text::{Shape, Token};

use super::clusters::Clusters;
use super::labels::{label, part};
use super::words::{Case, Word, describe, glance};

/// How the words of a sentence are cased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Casing {
    /// Names are capitalized, the rest is not.
    #[default]
    Prose,
    /// Nearly every word of some length is capitalized: a headline.
    Title,
    /// Nearly every word is in capitals.
    Capitals,
}

/// The words of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// One for each token.
    pub words: Vec<Word>,
    /// How it is cased.
    pub casing: Casing,
}

/// The most words without a capital that a name may have in a row ("Bank of the West").
const GAP: usize = 3;

/// Words this far from a capital are looked at; features reach less far.
const NEAR: usize = 6;

impl Sentence {
    /// The sentence that `tokens` of `text` make.
    pub fn new(text: &str, tokens: &[Token], clusters: &Clusters<'_>) -> Self {
        let mut buffer = Vec::new();
        let mut far = vec![true; tokens.len()];
        for (at, _) in tokens.iter().enumerate().filter(|(_, token)| may_begin(token)) {
            far[at.saturating_sub(NEAR)..tokens.len().min(at + NEAR + 1)].fill(false);
        }
        let described = tokens.iter().zip(&far).map(|(token, is_far)| {
            if *is_far { glance(text, token) } else { describe(text, token, clusters, &mut buffer) }
        });
        let mut words: Vec<Word> = described.collect();
        mark_listed(text, tokens, &mut words);
        Self { casing: casing(&words), words }
    }

    /// The stretches that can hold names, in order. What lies outside them belongs to none.
    pub fn stretches(&self, text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for at in (0..self.words.len()).filter(|at| self.words[*at].case.is_raised()) {
            let start = self.with_particles(text, tokens, at);
            match found.last_mut() {
                Some(last)
                    if start <= last.end
                        || self.joins(text, tokens, last.end..start)
                        || self.after_hyphen(text, tokens, last.end).is_some_and(|end| start <= end) =>
                {
                    last.end = at + 1;
                }
                _ => found.push(start..at + 1),
            }
        }
        for stretch in &mut found {
            if self.words.get(stretch.end).is_some_and(|next| next.case == Case::Number) {
                stretch.end += 1;
            } else if let Some(end) = self.after_hyphen(text, tokens, stretch.end) {
                stretch.end = end;
            }
        }
        found
    }

    /// One past the small word that a hyphen ties to the word before `at`: "Wai-keung", but "Moscow-based" too.
    fn after_hyphen(&self, text: &str, tokens: &[Token], at: usize) -> Option<usize> {
        let [before, hyphen, word] = tokens.get(at.checked_sub(1)?..at + 2)? else { return None };
        let touch = before.span.end == hyphen.span.start && hyphen.span.end == word.span.start;
        (touch && hyphen.of(text) == "-" && self.words[at + 1].case == Case::Lower).then_some(at + 2)
    }

    /// Where a name with the raised word `at` may begin: at a small particle or number before it.
    fn with_particles(&self, text: &str, tokens: &[Token], at: usize) -> usize {
        let hyphen = |at: usize| matches!(tokens[at].of(text), "-" | "'" | "\u{2019}");
        let particle = |at: usize| is_particle(tokens[at].of(text));
        match at {
            2.. if hyphen(at - 1) && particle(at - 2) => at - 2,
            2.. if particle(at - 1) && particle(at - 2) => at - 2,
            1.. if particle(at - 1) || self.words[at - 1].case == Case::Number => at - 1,
            _ => at,
        }
    }

    fn joins(&self, text: &str, tokens: &[Token], gap: Range<usize>) -> bool {
        gap.len() <= GAP && gap.clone().all(|at| self.words[at].case == Case::Number || is_joint(tokens[at].of(text)))
    }
}

/// Marks the words of known organizations and places.
fn mark_listed(text: &str, tokens: &[Token], words: &mut [Word]) {
    let mut at = 0;
    while at < words.len() {
        if words[at].case.is_raised() {
            let word = |step: usize| tokens.get(at + step).map(|token| token.of(text));
            if let Some(found) = gazetteer().known(word) {
                let kind = if found.listed == Listed::Organization { Kind::Organization } else { Kind::Place };
                for (place, word) in words[at..at + found.words].iter_mut().enumerate() {
                    word.listed = label(kind, part(place, found.words)) as u8;
                }
                at += found.words;
                continue;
            }
        }
        at += 1;
    }
}

/// Whether a name may begin with a token of this shape, as far as the shape tells.
fn may_begin(token: &Token) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed | Shape::Number)
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "bin"
            | "ibn"
            | "bint"
            | "van"
            | "von"
            | "de"
            | "der"
            | "den"
            | "da"
            | "di"
            | "du"
            | "del"
            | "della"
            | "la"
            | "le"
            | "ul"
            | "ur"
            | "abu"
            | "dos"
            | "das"
            | "ten"
            | "ter"
            | "zu"
            | "an"
            | "as"
            | "ad"
            | "ash"
            | "e"
    )
}

fn is_joint(word: &str) -> bool {
    is_particle(word)
        || matches!(
            word,
            "of" | "the"
                | "and"
                | "for"
                | "in"
                | "on"
                | "at"
                | "to"
                | "y"
                | "with"
                | "-"
                | "&"
                | "'"
                | "\u{2019}"
                | "'s"
                | "\u{2019}s"
                | "."
                | ","
                | "/"
                | "+"
                | "\u{2013}"
                | "!"
                | "without"
                | "los"
                | "las"
                | "des"
                | "et"
                | "und"
                | "a"
        )
}

fn casing(words: &[Word]) -> Casing {
    let long = words.iter().filter(|word| word.length >= 4 && !matches!(word.case, Case::Number | Case::Sign));
    let (mut all, mut raised, mut upper) = (0, 0, 0);
    for word in long {
        all += 1;
        raised += u32::from(word.case.is_raised());
        upper += u32::from(word.case == Case::Upper);
    }
    match () {
        () if all >= 3 && upper * 10 >= all * 8 => Casing::Capitals,
        () if all >= 4 && raised * 10 >= all * 8 => Casing::Title,
        () => Casing::Prose,
    }
}
