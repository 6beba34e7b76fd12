//! Calls and talks, and between whom; and words for two people at once ("the two men").

use std::ops::Range;

use crate::gazetteer::Gender;
use crate::model::{Reference, Referent, Setting, Standing};
use crate::text::Span;

use super::Placed;
use super::roles::span;
use super::words::Words;

/// How far from the word for a call the other side may stand, in words.
const REACH: usize = 5;

const NOUNS: &[&str] = &[
    "call",
    "calls",
    "conversation",
    "conversations",
    "contact",
    "contacts",
    "discussion",
    "discussions",
    "talks",
    "exchange",
    "exchanges",
];
const VERBS: &[&str] = &[
    "spoke",
    "spoken",
    "speak",
    "talked",
    "talk",
    "called",
    "phoned",
    "telephoned",
    "texted",
    "conferred",
    "contacted",
    "conversed",
];
/// Verbs whose object is the other side.
const DIRECT: &[&str] = &["called", "phoned", "telephoned", "texted", "contacted"];

/// The calls that a passage tells of, and those that it only points back to. `people` are its referents in order.
pub(super) fn calls(words: &Words<'_>, people: &[Placed], place: Setting) -> Vec<Placed> {
    let mut found = Vec::new();
    for at in 0..words.len() {
        let word = words.folded(at);
        let (is_noun, is_verb) = (NOUNS.contains(&word), VERBS.contains(&word));
        if words.get(at).is_some_and(|word| word.mention.is_some()) || !(is_noun || is_verb) {
            continue;
        }
        let sides = sides(words, people, at, is_noun);
        let start = the_before(words, at).filter(|_| is_noun && is_call(word));
        let is_open = words.folded(at + 1) == "between" || words.folded(at + 1) == "with";
        let (range, sides) = match (sides, start) {
            (Some(_), _) => (at..at + 1, sides),
            (None, Some(start)) if !is_open => (start..at + 1, None),
            (None, None) if is_noun && is_call(word) => match caller(words, people, at) {
                Some(caller) => (at..at + 1, Some((caller, caller))),
                None => continue,
            },
            _ => continue,
        };
        found.push((range.clone(), Referent { span: span(words, range), what: Reference::Call(sides), place }));
    }
    found
}

/// Whether the noun names a talk over a distance, or may: what "the call" can point back to.
fn is_call(word: &str) -> bool {
    matches!(word, "call" | "calls" | "conversation" | "conversations")
}

/// Where "the" stands before a noun for a call: "the calls", "the phone conversation". A mere conversation may be any.
fn the_before(words: &Words<'_>, noun: usize) -> Option<usize> {
    let kind = noun.checked_sub(1)?;
    let is_by_phone = matches!(words.folded(kind), "phone" | "telephone");
    let at = if is_by_phone { kind.checked_sub(1)? } else { kind };
    let is_one = is_by_phone || matches!(words.folded(noun), "call" | "calls");
    (is_one && words.folded(at) == "the").then_some(at)
}

/// Who calls somebody who is not named: "told the paper in a phone call".
fn caller(words: &Words<'_>, people: &[Placed], noun: usize) -> Option<Span> {
    let near = noun.saturating_sub(2)..noun;
    let is_new = near.into_iter().any(|at| matches!(words.folded(at), "a" | "an" | "another" | "his" | "her" | "'s"));
    let acts = |referent: &Referent| referent.place.standing.is_subject();
    let before = people.iter().rfind(|(range, referent)| is_new && range.end <= noun && acts(referent));
    before.map(|(_, referent)| referent.span)
}

/// Between whom the call at `at` is, where the sentence says so.
fn sides(words: &Words<'_>, people: &[Placed], at: usize, is_noun: bool) -> Option<(Span, Span)> {
    let stands = |from: usize| people.iter().rposition(|(range, _)| range.start == from);
    let spans = |one: usize, other: usize| Some((people.get(one)?.1.span, people.get(other)?.1.span));
    let linked = (at + 1..(at + 1 + REACH).min(words.len()))
        .take_while(|at| words.is_word(*at))
        .find(|at| matches!(words.folded(*at), "with" | "to" | "between" | "from"));
    let before =
        || people.iter().rposition(|(range, referent)| range.end <= at && acts_here(words, range, referent, at));
    if let Some(link) = linked {
        let other = stands(link + 1)?;
        if words.folded(link) == "between" {
            let (range, _) = people.get(other)?;
            let next = if words.folded(range.end) == "and" { stands(range.end + 1) } else { None };
            return next.and_then(|next| spans(other, next));
        }
        if people.get(other).is_some_and(|(range, _)| words.is_possessive(range.end)) {
            return None;
        }
        return before().and_then(|one| spans(one, other));
    }
    if !is_noun && DIRECT.contains(&words.folded(at)) {
        let other = stands(at + 1)?;
        let after = people.get(other).map_or(0, |(range, _)| range.end);
        let is_label = words.folded(at) == "called"
            && !(words.is_border(after) || words.is_preposition(after) || words.folded(after) == "and");
        return before().filter(|_| !is_label).and_then(|one| spans(one, other));
    }
    if !is_noun {
        // "Lind and Holm spoke".
        let last = people.iter().rposition(|(range, _)| range.end == at)?;
        let (range, _) = people.get(last)?;
        let joint = range.start.checked_sub(1).filter(|at| words.folded(*at) == "and")?;
        let first = people.iter().rposition(|(range, _)| range.end == joint)?;
        return spans(first, last);
    }
    None
}

/// Whether somebody who stands before `at` is who calls there.
fn acts_here(words: &Words<'_>, range: &Range<usize>, referent: &Referent, at: usize) -> bool {
    match referent.place.standing {
        Standing::Subject | Standing::Source => true,
        // "Lind's calls with Holm".
        Standing::Possessor => (range.end + 1..at).len() <= 2,
        Standing::Object | Standing::Oblique => (range.end..at).any(|at| words.is_verb(at)),
    }
}

/// Words for two people at once.
pub(super) fn pairs(words: &Words<'_>) -> Vec<(Range<usize>, Option<Gender>)> {
    let mut found = Vec::new();
    let mut is_mutual = false;
    for at in 0..words.len() {
        let end = match (words.folded(at), words.folded(at + 1), words.folded(at + 2)) {
            ("the", "two", "men") => Some((3, Some(Gender::He))),
            ("the", "two", "women") => Some((3, Some(Gender::She))),
            ("the" | "both", "men", _) => Some((2, Some(Gender::He))),
            ("the" | "both", "women", _) => Some((2, Some(Gender::She))),
            ("the", "pair", _)
            | ("the", "two", "were" | "had" | "have" | "met" | "spoke" | "are" | "also" | "discussed" | "leaders") => {
                Some((2, None))
            }
            ("they", ..) if is_mutual || is_about_each_other(words, at) => {
                is_mutual = true;
                Some((1, None))
            }
            _ => None,
        };
        // "the men under her command" are others.
        let is_narrowed = |end: usize| {
            matches!(words.folded(end), "who" | "whom" | "whose" | "of" | "under" | "in" | "from" | "with")
        };
        let end = end.filter(|(count, _)| *count == 1 || !is_narrowed(at + count));
        found.extend(end.map(|(count, gender)| (at..at + count, gender)));
    }
    found
}

/// Whether "they" at `at` do something to each other.
fn is_about_each_other(words: &Words<'_>, at: usize) -> bool {
    let reach = (at + 1..at + 6).take_while(|at| words.is_word(*at));
    reach.clone().any(|at| matches!((words.folded(at), words.folded(at + 1)), ("each", "other") | ("one", "another")))
}
