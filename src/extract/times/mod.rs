//! Time expressions: what states a time, and what it says.
//!
//! One pass over the tokens finds where an expression may begin, a rule reads it ([`rules`]); a second pass resolves what hangs on
//! other expressions ([`anchors`]). Values stay symbolic where they wait for the publication date. It never guesses that date, and
//! makes no event.

mod anchors;
mod found;
mod lexicon;
mod quantity;
mod rules;
mod sentence;
mod tense;
mod years;

use crate::calendar::{Modifier, Symbolic};
use crate::model::{Anchor, Confidence, ExtractedMention, ExtractedPassage, Kind, TimeExpression};
use crate::text::{Span, Token, fold};

use anchors::{Candidate, resolve};
use found::{Core, Lead, Meaning};
use lexicon::Word;
use sentence::{MonthPeople, Sentence};

/// The time expressions of a document, in the order of the text: never empty, never overlapping, each inside one passage.
pub(super) fn times<'d>(
    text: &'d str,
    passages: impl Iterator<Item = (&'d ExtractedPassage, &'d [Token])>,
    mentions: &[ExtractedMention],
) -> Vec<TimeExpression> {
    let names: Vec<(Span, Kind)> = mentions.iter().map(|mention| (mention.span, mention.kind)).collect();
    let people = month_people(text, mentions);
    let tokens: Vec<&[Token]> = passages.map(|(_, tokens)| tokens).collect();
    let mut candidates = Vec::new();
    for (passage, tokens) in tokens.iter().enumerate() {
        let sentence = Sentence::new(text, tokens, &names, people);
        find(&sentence, passage, &mut candidates);
    }
    years::settle(&mut candidates);
    let values = resolve(text, &tokens, &candidates);
    let expressions = candidates.iter().zip(values);
    expressions.filter_map(|(candidate, value)| value.map(|(said, from)| expression(candidate, said, from))).collect()
}

fn expression(candidate: &Candidate, symbolic: Symbolic, from: Option<Span>) -> TimeExpression {
    let Candidate { span, core, tense, .. } = *candidate;
    let anchor = match (from, symbolic) {
        (Some(from), _) => Anchor::Other(from),
        (None, Symbolic::Relative(_)) => Anchor::Publication,
        (None, Symbolic::Fixed(when)) if when.days().is_unknown() => Anchor::Nothing,
        (None, Symbolic::Fixed(_)) => Anchor::Absolute,
    };
    TimeExpression {
        span,
        kind: core.kind,
        symbolic,
        anchor,
        tense,
        rule: core.rule,
        confidence: Confidence(core.confidence),
    }
}

/// Reads a passage from left to right; where an expression begins, the longest reading from there is taken.
fn find(sentence: &Sentence<'_>, passage: usize, candidates: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < sentence.len() {
        match expression_at(sentence, at) {
            Some((start, core)) if core.end > at => {
                let span = sentence.span(start, core.end);
                let tense = tense::of_date(sentence, start, core.end);
                candidates.push(Candidate { span, core, tense, passage, tokens: (start, core.end) });
                at = core.end;
            }
            _ => at += 1,
        }
    }
}

/// The expression that begins at `at`: its first token and its reading.
fn expression_at(s: &Sentence<'_>, at: usize) -> Option<(usize, Core)> {
    let read = |lead: &Lead, next, modifier| rules::core(s, lead, next).map(|core| narrowed(core, modifier));
    if let Some((modifier, after)) = approximation(s, at) {
        let (the, next) = the(s, after);
        return read(&Lead { start: at, the }, next, modifier).map(|core| (at, core));
    }
    let outer = narrowing(s, at);
    let (the, next) = the(s, outer.map_or(at, |(_, after)| after));
    let lead = Lead { start: at, the };
    if outer.is_none() && the.is_some() {
        let inner = narrowing(s, next).and_then(|(modifier, after)| read(&lead, after, modifier));
        if let Some(core) = inner {
            return Some((at, core));
        }
    }
    let core = read(&lead, next, outer.and_then(|(modifier, _)| modifier))?;
    let leaves_the = outer.is_none() && the.is_some() && !core.takes_the;
    Some((if leaves_the { next } else { at }, core))
}

/// Where "the" stands, if it stands at `at`, and one past it.
fn the(s: &Sentence<'_>, at: usize) -> (Option<usize>, usize) {
    if s.word(at) == Word::The { (Some(at), at + 1) } else { (None, at) }
}

/// "early", "late", "mid-", "the end of", "earlier": what narrows the unit that follows, and one past it.
fn narrowing(s: &Sentence<'_>, at: usize) -> Option<(Option<Modifier>, usize)> {
    let the = usize::from(s.word(at) == Word::The);
    let head = at + the;
    let long = |modifier| (s.word(head + 1) == Word::Of).then_some((Some(modifier), head + 2));
    match s.word(head) {
        Word::Beginning => long(Modifier::Start),
        Word::Middle => long(Modifier::Mid),
        Word::End => long(Modifier::End),
        _ if the == 1 => None,
        Word::Early => Some((Some(Modifier::Start), s.past_hyphen(at + 1) + usize::from(s.word(at + 1) == Word::In))),
        Word::Late => Some((Some(Modifier::End), s.past_hyphen(at + 1) + usize::from(s.word(at + 1) == Word::In))),
        Word::Mid => Some((Some(Modifier::Mid), s.past_hyphen(at + 1))),
        Word::Earlier | Word::Later => {
            let next = at + 1 + usize::from(s.word(at + 1) == Word::In);
            matches!(
                s.word(next),
                Word::This | Word::That | Word::Yesterday | Word::Today | Word::Weekday(_) | Word::The
            )
            .then_some((None, next))
        }
        _ if s.is(head, &["sometime"]) => Some((None, at + 1)),
        _ => None,
    }
}

/// "about", "nearly", "more than", "at least", "up to": what an amount may be led by, and one past it.
fn approximation(s: &Sentence<'_>, at: usize) -> Option<(Option<Modifier>, usize)> {
    match (s.word(at), s.word(at + 1)) {
        (Word::About, _) => Some((None, at + 1)),
        (Word::Nearly, _) => Some((Some(Modifier::Less), at + 1)),
        (Word::More, Word::Than) | (Word::At, Word::Least) => Some((Some(Modifier::More), at + 2)),
        (Word::More, Word::Number(_) | Word::Article) if s.is(at, &["over"]) => Some((Some(Modifier::More), at + 1)),
        (Word::Less, Word::Than) => Some((Some(Modifier::Less), at + 2)),
        (_, Word::More) if s.is(at, &["no", "not"]) && s.word(at + 2) == Word::Than => {
            Some((Some(Modifier::Less), at + 3))
        }
        _ if s.is(at, &["up"]) && s.is(at + 1, &["to"]) => Some((Some(Modifier::Less), at + 2)),
        _ => None,
    }
}

fn narrowed(core: Core, modifier: Option<Modifier>) -> Core {
    match core.meaning {
        Meaning::Said(said) if modifier.is_some() => Core { meaning: Meaning::Said(said.narrowed(modifier)), ..core },
        _ => core,
    }
}

/// The months that are also the last name of somebody whom the document names.
fn month_people(text: &str, mentions: &[ExtractedMention]) -> MonthPeople {
    let people = mentions.iter().filter(|mention| mention.kind == Kind::Person);
    people.fold(MonthPeople::default(), |known, person| {
        let name = person.span.of(text);
        let words = name.split_whitespace();
        let in_order = words.clone().count() > 1;
        let named = words.map(fold).find_map(|word| match lexicon::word(&word) {
            Word::Month(month) | Word::DoubtfulMonth(month) if in_order => Some(month),
            _ => None,
        });
        named.map_or(known, |month| known.with(month))
    })
}
