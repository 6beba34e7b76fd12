//! Which event fell on which day: the words of each date's clause, so that "the day the harbour was closed" finds its date.
//!
//! Words only, cut to their first letters; what an event is, and whether two are one, is for others.

use std::collections::HashMap;

use crate::calendar::{Base, Precision, Relative, Symbolic};
use crate::text::{Span, Token, fold};

use super::anchors::{CLAUSE, Candidate, MEMORY, Value, is_border, is_day, is_weekday};
use super::found::{Back, How, Meaning, Sought};
use super::lexicon::{Word, word};

/// How many clauses with dates a word may stand in and still tell one event from another; more would also cost their number again
/// for each expression that asks.
const MOST_DATES: usize = 256;

/// The words of each date's clause: which event fell on which day.
#[derive(Default)]
pub(super) struct Events {
    /// Each stem with the dates in whose clause it stands.
    dates_of_stem: HashMap<String, Vec<usize>>,
    /// The dates: value and the first place that states it.
    dates: Vec<(Symbolic, Span)>,
}

impl Events {
    /// Reads the clauses around the days that are stated.
    pub(super) fn new(text: &str, passages: &[&[Token]], candidates: &[Candidate]) -> Self {
        let mut events = Self::default();
        let mut place_of: HashMap<Day, usize> = HashMap::new();
        let mut spoken_of: Option<(usize, usize)> = None;
        for (at, candidate) in candidates.iter().enumerate() {
            let date = match candidate.core.meaning {
                // At the head of a sentence, "on that day the harbour was closed" tells what fell on the day that was spoken of.
                Meaning::Back(Back {
                    how: How::Moved(Precision::Day, 0), sought: Sought::Clause, time: None, ..
                }) if candidate.tokens.0 <= 1 => {
                    let near = spoken_of.filter(|(_, passage)| passage + MEMORY >= candidate.passage);
                    near.map(|(date, _)| date)
                }
                Meaning::Said(said) if is_day(said) && !is_weekday(said) => said.moved(Precision::Day, 0).map(|said| {
                    *place_of.entry(Day::of(said)).or_insert_with(|| {
                        events.dates.push((said, candidate.span));
                        events.dates.len() - 1
                    })
                }),
                _ => continue,
            };
            let Some(date) = date else { continue };
            spoken_of = Some((date, candidate.passage));
            let tokens = passages.get(candidate.passage).copied().unwrap_or_default();
            for stem in clause_around(text, tokens, candidate, at.checked_sub(1).and_then(|at| candidates.get(at))) {
                events.dates_of_stem.entry(stem).or_default().push(date);
            }
        }
        events
    }

    /// The day of the event that `words` tell: the one whose clauses share most of them.
    pub(super) fn told(&self, words: &[String]) -> Option<Value> {
        let mut scores: HashMap<usize, u32> = HashMap::new();
        let told = words.iter().filter_map(|word| self.dates_of_stem.get(word));
        for date in told.filter(|dates| dates.len() <= MOST_DATES).flatten() {
            *scores.entry(*date).or_default() += 1;
        }
        let best = scores.values().copied().max()?;
        let mut winners = scores.iter().filter(|(_, score)| **score == best);
        let (date, _) = winners.next()?;
        let (said, span) = self.dates[*date];
        winners.next().is_none().then_some((said, Some(span)))
    }
}

/// What makes two values one day.
#[derive(PartialEq, Eq, Hash)]
enum Day {
    /// Month and day, whichever year it leans to.
    Yearless(u8, u8),
    /// Anything else as it is said.
    Said(Symbolic),
}

impl Day {
    fn of(said: Symbolic) -> Self {
        match said {
            Symbolic::Relative(Relative { base: Base::Day { month, day, .. }, count: 0, .. }) => {
                Self::Yearless(month, day)
            }
            said => Self::Said(said),
        }
    }
}

/// The stems of the clause that holds a date: back to its border or the date before, and on to the next border; an apposed
/// "the same day the vote was held" belongs to it.
fn clause_around(text: &str, tokens: &[Token], candidate: &Candidate, before: Option<&Candidate>) -> Vec<String> {
    let (first, end) = candidate.tokens;
    let floor = before.filter(|before| before.passage == candidate.passage).map_or(0, |before| before.tokens.1);
    let opens = |at: usize| tokens.get(at).is_some_and(|token| is_border(token.of(text)) || is_joint(token.of(text)));
    let start = (floor.max(first.saturating_sub(CLAUSE))..first).rev().find(|at| opens(*at)).map_or(floor, |at| at + 1);
    let start = start.max(first.saturating_sub(CLAUSE));
    let comma = tokens.get(end).is_some_and(|token| token.of(text) == ",");
    let goes_on =
        comma && tokens.get(end + 1).is_some_and(|token| matches!(token.of(text), "the" | "when" | "as" | "a"));
    let after = if goes_on { end + 1 } else { end };
    let stop = (after..tokens.len().min(after + CLAUSE))
        .find(|at| tokens.get(*at).is_some_and(|token| is_border(token.of(text))) || (!goes_on && opens(*at)))
        .unwrap_or(tokens.len().min(after + CLAUSE));
    let stretch = |from: usize, to: usize| tokens.get(from..to).unwrap_or_default();
    let mut found = stems(text, stretch(start, first));
    found.extend(stems(text, stretch(after, stop)));
    found
}

/// Words that begin another clause.
fn is_joint(word: &str) -> bool {
    matches!(word, "that" | "but" | "although" | "though" | "while" | "and" | "which" | "who")
}

/// The words that carry meaning, cut to their first letters so that "announced" meets "announcement": small-lettered, long, no verb
/// of saying, each once.
pub(super) fn stems(text: &str, tokens: &[Token]) -> Vec<String> {
    const LETTERS: usize = 6;
    let mut found: Vec<String> = Vec::new();
    for token in tokens {
        let here = token.of(text);
        let is_common = here.chars().count() < 5 || token.is_capitalized() || !token.is_word();
        if is_common || !matches!(word(here), Word::Other | Word::PastVerb | Word::PastReport) {
            continue;
        }
        let stem: String = fold(here).chars().take(LETTERS).collect();
        if !COMMON.contains(&stem.as_str()) && !found.contains(&stem) {
            found.push(stem);
        }
    }
    found
}

/// Stems that tell no event.
const COMMON: &[&str] = &[
    "about", "again", "agains", "allege", "among", "becaus", "being", "betwee", "could", "during", "first", "having",
    "other", "presid", "reply", "should", "since", "their", "there", "these", "things", "those", "three", "under",
    "until", "where", "whethe", "which", "while", "would", "people", "report", "accord", "offici", "source", "statem",
    "called", "saying",
];
