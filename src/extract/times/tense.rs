//! Past or future: which repetition of a weekday, a date or a month a sentence means.
//!
//! No tagger: closed lists of verbs. The rules and their figures are measured on `TimeBank` and AQUAINT (327 weekdays, 236 dates and
//! months without a year).

use crate::calendar::Toward;
use crate::model::Tense;

use super::lexicon::Word;
use super::sentence::Sentence;

/// How far a word for the future reaches, in tokens.
const REACH: usize = 15;
/// The same within a clause, for weekdays.
const CLAUSE: usize = 12;

/// Which week's day is meant: the latest, today included (right for 91.4 %); the next one only where a word for the future stands
/// in the same clause and no past or reporting verb nearer (92.7 %). A modal verb alone tells nothing.
pub(super) fn of_weekday(sentence: &Sentence<'_>, first: usize) -> Toward {
    for at in (first.saturating_sub(CLAUSE)..first).rev() {
        if matches!(sentence.text(at), "," | ";" | "\"" | "“" | "”" | "''" | "``" | ":" | "--" | "—") {
            return Toward::Past;
        }
        if is_cue(sentence, at) {
            return Toward::Next;
        }
        if matches!(sentence.word(at), Word::PastVerb | Word::PastReport) {
            return Toward::Past;
        }
    }
    Toward::Past
}

/// Which year's date or month is meant.
pub(super) fn of_year(sentence: &Sentence<'_>, first: usize, end: usize) -> Toward {
    if is_source(sentence, end) {
        return Toward::Past;
    }
    let back = || (first.saturating_sub(REACH)..first).rev();
    let tells = |at: &usize| is_cue(sentence, *at) || is_verb(sentence.word(*at));
    let verb = back().find(tells);
    if sentence.word_before(first) == Word::Until || verb.is_some_and(|at| is_cue(sentence, at)) {
        return Toward::Ahead;
    }
    // "In a late March speech, the premier criticized": where no verb stands before, the one after decides.
    let verb = verb.or_else(|| (end..(end + REACH).min(sentence.len())).find(tells));
    match verb {
        Some(at) if is_cue(sentence, at) => Toward::Ahead,
        Some(at) if matches!(sentence.word(at), Word::PastVerb | Word::PastReport) => Toward::Past,
        _ => Toward::Soon,
    }
}

/// Whether a date is told as past beyond doubt: "was set for June 30, 2018" is not.
pub(super) fn of_date(sentence: &Sentence<'_>, first: usize, end: usize) -> Tense {
    let is_future = |at: usize| sentence.word(at) == Word::FutureCue || is_going_to(sentence, at);
    let tells = |at: &usize| is_future(*at) || is_verb(sentence.word(*at));
    let before = (first.saturating_sub(REACH)..first).rev().find(tells);
    let verb = before.or_else(|| (end..(end + REACH).min(sentence.len())).find(tells));
    let is_past = verb.is_some_and(|at| matches!(sentence.word(at), Word::PastVerb | Word::PastReport));
    let mut near = first.saturating_sub(CLAUSE)..(end + CLAUSE).min(sentence.len());
    let is_ahead = sentence.word_before(first) == Word::Until || near.any(is_future);
    if is_past && !is_ahead { Tense::Past } else { Tense::Open }
}

const fn is_verb(word: Word) -> bool {
    matches!(word, Word::PastVerb | Word::PastReport | Word::PresentVerb)
}

/// Whether a word for the future stands at `at`; not "was scheduled", "had expected".
fn is_cue(sentence: &Sentence<'_>, at: usize) -> bool {
    let was = (at.saturating_sub(2)..at).any(|before| sentence.word(before) == Word::PastVerb);
    (sentence.word(at) == Word::FutureCue && !was) || is_going_to(sentence, at)
}

fn is_going_to(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, &["going"]) && sentence.is(at + 1, &["to"])
}

/// "a February report": what is already written.
fn is_source(sentence: &Sentence<'_>, end: usize) -> bool {
    sentence.is(
        end,
        &["report", "reports", "speech", "interview", "story", "article", "study", "survey", "poll", "letter", "memo"],
    )
}
