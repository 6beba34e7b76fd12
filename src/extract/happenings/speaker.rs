//! Who is cited for what a clause says.

use crate::model::{Speaker, Stance};
use crate::text::Span;

use super::lexicon::{Small, Verb};
use super::sentence::{REACH, Role, Sentence};

/// Words of the longest name of a source.
const LONGEST: usize = 14;

/// Somebody who is cited, and the token of the verb of saying.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cited {
    pub(super) speaker: Speaker,
    pub(super) says: usize,
}

/// Who is cited for the clause that token `at` stands in.
pub(super) fn of_clause(sentence: &Sentence<'_>, at: usize) -> Option<Cited> {
    let start = sentence.clause_start(at);
    placing(sentence, start, at)
        .or_else(|| before(sentence, start))
        .or_else(|| according(sentence))
        .or_else(|| behind(sentence, sentence.clause_end(at)))
}

/// "the union put the meeting on Friday", "a clerk told the Courier of two calls".
fn placing(sentence: &Sentence<'_>, start: usize, at: usize) -> Option<Cited> {
    let places = |verb: &usize| sentence.role(*verb) == Role::Verb(Verb::Place) && at - verb <= 6;
    let tells_of = |verb: &usize| sentence.says(*verb) && (*verb..at).any(|of| sentence.small(of) == Small::Of);
    let near = start.max(at.saturating_sub(LONGEST))..at;
    let verb = near.rev().find(|verb| places(verb) || tells_of(verb))?;
    cited_by(sentence, verb)
}

fn cited_by(sentence: &Sentence<'_>, says: usize) -> Option<Cited> {
    Some(Cited { speaker: of_verb(sentence, says)?, says })
}

/// The source of a date that stands in "as Lind told them" right behind it.
pub(super) fn of_date(sentence: &Sentence<'_>, end: usize) -> Option<Speaker> {
    let as_ = (end..end + 2).find(|at| sentence.small(*at) == Small::As)?;
    let says = (as_ + 2..as_ + 6).find(|at| sentence.says(*at))?;
    let words = sentence.stretch(as_ + 1, says);
    (!words.is_empty()).then(|| Speaker { words, says: sentence.stretch(says, says + 1), stance: Stance::Holds })
}

/// The speaker of the verb of saying at `says`.
pub(super) fn of_verb(sentence: &Sentence<'_>, says: usize) -> Option<Speaker> {
    let mut first = says;
    while first > 0 && sentence.stands_by_saying(first - 1) {
        first -= 1;
    }
    // "Lind was told": by somebody else.
    let is_passive = (first..says).any(|at| matches!(sentence.lower(at), "was" | "were" | "been"));
    if is_passive && matches!(sentence.lower(says), "told" | "shown") {
        return None;
    }
    // "he denied it, saying": whoever the verb before belongs to.
    let is_participle = sentence.lower(says).ends_with("ing") && sentence.lower(says.wrapping_sub(1)) == ",";
    let words = cited(sentence, says)
        .or_else(|| if is_participle { None } else { subject(sentence, first) })
        .or_else(|| inverted(sentence, says))
        .or_else(|| {
            let other = (says.saturating_sub(REACH)..first).rev().find(|at| sentence.says(*at))?;
            of_verb_once(sentence, other)
        })?;
    let near = || first..says + 2;
    let stance = if near().any(|at| is_at_first(sentence, at)) {
        Stance::AtFirst
    } else if near().any(|at| concedes(sentence.lower(at))) {
        Stance::Concedes
    } else {
        Stance::Holds
    };
    Some(Speaker { words, says: sentence.stretch(first, says + 1), stance })
}

/// Verbs of giving in.
pub(super) fn concedes(lower: &str) -> bool {
    matches!(lower, "conceded" | "concedes" | "acknowledged" | "acknowledges" | "admitted" | "admits" | "corrected")
}

fn is_at_first(sentence: &Sentence<'_>, at: usize) -> bool {
    let lower = sentence.lower(at);
    matches!(lower, "originally" | "initially") || (lower == "first" && sentence.lower(at.wrapping_sub(1)) == "at")
}

/// The same without asking the verb before again.
fn of_verb_once(sentence: &Sentence<'_>, says: usize) -> Option<Span> {
    let mut first = says;
    while first > 0 && sentence.stands_by_saying(first - 1) {
        first -= 1;
    }
    subject(sentence, first)
}

/// The nearest verb of saying before a clause, with no clause that speaks against it between.
fn before(sentence: &Sentence<'_>, start: usize) -> Option<Cited> {
    for at in (start.saturating_sub(REACH)..start).rev() {
        if sentence.says(at) {
            return cited_by(sentence, at);
        }
        if sentence.small(at) == Small::Against || sentence.lower(at) == ";" {
            return None;
        }
    }
    // The clause may begin with "but": what stands before it is another's.
    None
}

/// ", Lind said": a verb of saying behind the clause.
fn behind(sentence: &Sentence<'_>, end: usize) -> Option<Cited> {
    for at in end..(end + REACH).min(sentence.len()) {
        if sentence.says(at) {
            let closes = sentence.is_sign(at + 1)
                || sentence.is_covered(at + 1)
                || matches!(sentence.small(at + 1), Small::To | Small::Preposition)
                || sentence.shape(at + 1) != crate::text::Shape::Lower;
            return closes.then(|| cited_by(sentence, at)).flatten();
        }
    }
    None
}

/// "according to the ministry".
fn according(sentence: &Sentence<'_>) -> Option<Cited> {
    let at = (0..sentence.len().min(2 * REACH)).find(|at| sentence.small(*at) == Small::According)?;
    let end = (at + 2..(at + 2 + LONGEST).min(sentence.len() + 1)).find(|end| is_end(sentence, *end))?;
    let words = sentence.stretch(at + 2, end);
    let says = sentence.stretch(at, at + 2);
    let speaker = Speaker { words, says, stance: Stance::Holds };
    (sentence.lower(at + 1) == "to" && !words.is_empty()).then_some(Cited { speaker, says: at })
}

fn is_end(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_inner = sentence.lower(at) == "." && at + 1 < sentence.len();
    (sentence.is_sign(at) && !matches!(sentence.lower(at), "-" | "/" | "'" | "\u{2019}s" | "'s") && !is_inner)
        || matches!(sentence.small(at), Small::Opener | Small::Against)
}

/// "cited three officials in saying", "quoted an aide as saying".
fn cited(sentence: &Sentence<'_>, says: usize) -> Option<Span> {
    let link = says.checked_sub(1)?;
    if !(sentence.lower(says) == "saying" && matches!(sentence.lower(link), "as" | "in")) {
        return None;
    }
    let verb = (link.saturating_sub(LONGEST)..link).rev().find(|at| sentence.says(*at))?;
    // "was quoted as saying": its subject says it.
    let is_passive = verb > 0 && matches!(sentence.lower(verb - 1), "was" | "were" | "is" | "are");
    let words = if is_passive { subject(sentence, verb - 1)? } else { sentence.stretch(verb + 1, link) };
    (!words.is_empty()).then_some(words)
}

/// The words before the token at `end`, back to where they begin.
fn subject(sentence: &Sentence<'_>, end: usize) -> Option<Span> {
    let stop = if end > 0 && sentence.lower(end - 1) == "," { end - 1 } else { end };
    let mut first = back_to_sign(sentence, stop);
    // "The officials, including Lind, said", "an aide, who would not be named, said": back over what is set between commas.
    let mut is_inset = stop < end || matches!(sentence.lower(first), "including" | "who");
    for _ in 0..2 {
        let comma = if is_inset { comma_before(sentence, stop.min(first)) } else { None };
        let Some(comma) = comma.filter(|comma| is_inset_at(sentence, comma + 1)) else { break };
        first = back_to_sign(sentence, comma);
        is_inset = first > 0 && sentence.lower(first - 1) == ",";
    }
    while first < stop && matches!(sentence.small(first), Small::And | Small::Against | Small::Opener | Small::As) {
        first += 1;
    }
    while first < stop && matches!(sentence.lower(first), "now" | ",") {
        first += 1;
    }
    let is_verb = |at: usize| matches!(sentence.role(at), Role::Verb(Verb::Of(_)));
    let stop = if sentence.lower(stop.wrapping_sub(1)) == "," { stop - 1 } else { stop };
    let words = sentence.stretch(first, stop);
    (first < stop && !is_verb(first)).then_some(words)
}

fn comma_before(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(2 * LONGEST)..at).rev().find(|at| sentence.lower(*at) == ",")
}

/// Whether what begins there may be set between commas after a name.
fn is_inset_at(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.small(at), Small::Opener | Small::Determiner | Small::The)
        || matches!(sentence.lower(at), "including" | "speaking" | "quoting" | "citing")
}

fn back_to_sign(sentence: &Sentence<'_>, end: usize) -> usize {
    let mut first = end;
    while first > 0 && end - first < LONGEST {
        let before = first - 1;
        let joins =
            sentence.small(before) == Small::And && before > 0 && matches!(sentence.role(before - 1), Role::Verb(_));
        let stops =
            matches!(sentence.lower(before), "," | ";" | ":" | "\u{201C}" | "\u{201D}" | "\"" | "\u{2014}" | "(" | ")")
                || matches!(
                    sentence.small(before),
                    Small::Opener | Small::Against | Small::As | Small::When | Small::Before | Small::After
                )
                || joins
                || sentence.says(before);
        if stops {
            break;
        }
        first = before;
    }
    first
}

/// "said Lind".
fn inverted(sentence: &Sentence<'_>, says: usize) -> Option<Span> {
    let is_capital = |at: usize| matches!(sentence.shape(at), crate::text::Shape::Capital | crate::text::Shape::Upper);
    let starts = is_capital(says + 1) || sentence.small(says + 1) == Small::The || sentence.lower(says + 1) == "a";
    let end = (says + 1..(says + 1 + LONGEST).min(sentence.len() + 1)).find(|at| is_end(sentence, *at))?;
    let words = sentence.stretch(says + 1, end);
    (starts && !words.is_empty()).then_some(words)
}
