//! Past or future: which repetition of a weekday, a date or a month a sentence means.
//!
//! No tagger: closed lists of verbs. The rules and their figures are measured on `TimeBank` and AQUAINT (327 weekdays, 236 dates and
//! months without a year).

use crate::calendar::Toward;

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
        match sentence.word(at) {
            Word::FutureCue => return Toward::Next,
            Word::PastVerb | Word::PastReport => return Toward::Past,
            _ => {}
        }
        if is_going_to(sentence, at) {
            return Toward::Next;
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
    let is_cue = |at: usize| sentence.word(at) == Word::FutureCue || is_going_to(sentence, at);
    let verb = back().find(|at| is_cue(*at) || is_verb(sentence.word(*at)));
    if sentence.word_before(first) == Word::Until || verb.is_some_and(is_cue) {
        return Toward::Ahead;
    }
    // "In a late March speech, the premier criticized": where no verb stands before, the one after decides.
    let verb =
        verb.or_else(|| (end..(end + REACH).min(sentence.len())).find(|at| is_verb(sentence.word(*at)) || is_cue(*at)));
    match verb.map(|at| sentence.word(at)) {
        Some(Word::PastVerb | Word::PastReport) => Toward::Past,
        Some(Word::FutureCue) => Toward::Ahead,
        _ => Toward::Soon,
    }
}

const fn is_verb(word: Word) -> bool {
    matches!(word, Word::PastVerb | Word::PastReport | Word::PresentVerb)
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
