//! Past or future: which repetition of a weekday, a date or a month a sentence means.
//!
//! No tagger: closed lists of verbs. The rules and their figures are measured on `TimeBank` and AQUAINT (327 weekdays, 236 dates and
//! months without a year).

use crate::calendar::Toward;
use crate::model::Tense;

use super::lexicon::Word;
use super::sentence::Sentence;
use crate::text::Shape;

/// How far a word for the future reaches, in tokens.
const REACH: usize = 15;
/// The same within a clause, for weekdays.
const CLAUSE: usize = 12;

/// Which week's day is meant: the latest, today included (right for 91.4 %); the next one only where a word for the future stands
/// in the same clause and no past or reporting verb nearer (92.7 %). A modal verb alone tells nothing.
pub(super) fn of_weekday(sentence: &Sentence<'_>, first: usize) -> Toward {
    let before = first.wrapping_sub(1);
    let as_soon = sentence.is(before, &["as"]) && sentence.is(before.wrapping_sub(1), &["soon", "early"]);
    // "Until Thursday, they had not called": told from after it.
    if as_soon || (sentence.is(before, &["until", "till"]) && first > 1) {
        return Toward::Next;
    }
    for at in (first.saturating_sub(CLAUSE)..first).rev() {
        if matches!(sentence.text(at), "," | ";" | "\"" | "“" | "”" | "''" | "``" | ":" | "--" | "—") {
            return Toward::Past;
        }
        if is_cue(sentence, at) || is_timetable(sentence, at) {
            return Toward::Next;
        }
        if is_past(sentence, at) {
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
    let tells = |at: &usize| is_cue(sentence, *at) || is_verb(sentence, *at);
    let verb = (first.saturating_sub(REACH)..first).rev().find(tells);
    if is_limit(sentence, first) || verb.is_some_and(|at| is_cue(sentence, at)) {
        return Toward::Ahead;
    }
    // "agreed to meet in March", "the March 5 deadline": told as past, and may lie ahead.
    let is_plan = verb.is_some_and(|verb| (verb + 1..first).any(|at| is_infinitive(sentence, at)));
    if is_plan || sentence.is(end, &["deadline"]) {
        return Toward::Soon;
    }
    // "In a late March speech, the premier criticized": where no verb stands before, the one after decides.
    let verb = verb.or_else(|| (end..(end + REACH).min(sentence.len())).find(tells));
    match verb {
        Some(at) if is_cue(sentence, at) => Toward::Ahead,
        Some(at) if is_past(sentence, at) => Toward::Past,
        _ => Toward::Soon,
    }
}

/// Whether a date is told as past beyond doubt: "was set for June 30, 2018" is not.
pub(super) fn of_date(sentence: &Sentence<'_>, first: usize, end: usize) -> Tense {
    let is_future = |at: usize| sentence.word(at) == Word::FutureCue || is_going_to(sentence, at);
    let tells = |at: &usize| is_future(*at) || is_verb(sentence, *at);
    let before = (first.saturating_sub(REACH)..first).rev().find(tells);
    let verb = before.or_else(|| (end..(end + REACH).min(sentence.len())).find(tells));
    let is_past = verb.is_some_and(|at| is_past(sentence, at));
    let mut near = first.saturating_sub(CLAUSE)..(end + CLAUSE).min(sentence.len());
    let is_ahead = sentence.word_before(first) == Word::Until || near.any(is_future);
    if is_past && !is_ahead { Tense::Past } else { Tense::Open }
}

/// Whether a date is told as past before the past: "had sailed in April", "In April they had already sailed".
pub(super) fn is_flashback(sentence: &Sentence<'_>, first: usize, end: usize) -> bool {
    let had = |at: usize| sentence.is(at, &["had", "hadn't"]);
    let before = (first.saturating_sub(CLAUSE)..first).rev().find(|at| is_verb(sentence, *at));
    if let Some(verb) = before {
        return had(verb) || (verb.saturating_sub(3)..verb).any(had);
    }
    let after = (end..(end + CLAUSE).min(sentence.len())).find(|at| is_verb(sentence, *at));
    let is_participle = |at: usize| {
        sentence.word(at) == Word::PastVerb
            || sentence.is(at, PARTICIPLES)
            || sentence.is(at, &["already", "long", "not"])
    };
    after.is_some_and(|verb| had(verb) && (is_participle(verb + 1) || is_participle(verb + 2)))
}

/// Participles that differ from their past tense.
const PARTICIPLES: &[&str] = &[
    "been",
    "begun",
    "become",
    "broken",
    "chosen",
    "come",
    "done",
    "drawn",
    "driven",
    "fallen",
    "flown",
    "given",
    "gone",
    "grown",
    "known",
    "risen",
    "run",
    "seen",
    "sunk",
    "sworn",
    "taken",
    "thrown",
    "torn",
    "withdrawn",
    "worn",
    "written",
];

fn is_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.word(at) == Word::PresentVerb || is_past(sentence, at)
}

/// A past tense; not the participle of "to be named" and of "the increased dividend".
fn is_past(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_form = matches!(sentence.word(at), Word::PastVerb | Word::PastReport);
    let before = at.wrapping_sub(1);
    let describes = matches!(sentence.word(before), Word::The | Word::Article)
        || sentence.is(before, &["its", "his", "her", "their", "be"])
        || sentence.is_possessive(before);
    is_form && !describes
}

/// Whether a word for the future stands at `at`: "will", "scheduled", "to be"; not "was scheduled", "had expected".
fn is_cue(sentence: &Sentence<'_>, at: usize) -> bool {
    let was = (at.saturating_sub(2)..at).any(|before| sentence.word(before) == Word::PastVerb);
    let to_be = sentence.is(at, &["be"]) && sentence.is(at.wrapping_sub(1), &["to", "would"]);
    // "is to resume", "plan to leave"; "set" of what is settled, not of a record set on a day.
    let is_to =
        is_infinitive(sentence, at) && sentence.is(at.wrapping_sub(1), &["is", "are", "plan", "plans", "planning"]);
    let is_set = !sentence.is(at, &["set"]) || sentence.is(at + 1, &["to", "for"]);
    ((sentence.word(at) == Word::FutureCue || to_be) && is_set && !was) || is_to || is_going_to(sentence, at)
}

/// "They meet Monday", "agreed to meet Monday": verbs that in the present tell what is arranged; not "did not meet".
fn is_timetable(sentence: &Sentence<'_>, at: usize) -> bool {
    const ARRANGED: &[&str] = &[
        "meet", "meets", "arrive", "arrives", "begin", "begins", "open", "opens", "start", "starts", "leave", "leaves",
        "resume", "resumes", "return", "returns", "expires",
    ];
    sentence.is(at, ARRANGED)
        && !(at.saturating_sub(2)..at).any(|before| {
            sentence.is(before, &["did", "didn't", "not", "could", "couldn't", "the", "a", "its", "failed", "refused"])
        })
}

/// "until", "extended to", "between now and": right before a date that lies ahead.
fn is_limit(sentence: &Sentence<'_>, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    sentence.word_before(first) == Word::Until
        || (sentence.is(before, &["to"])
            && sentence.is(before.wrapping_sub(1), &["extended", "postponed", "delayed", "moved"]))
        || (sentence.is(before, &["and"]) && sentence.word_before(before) == Word::Now)
}

/// "to meet": "to" before a small-lettered word that begins nothing else.
fn is_infinitive(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, &["to"]) && sentence.word(at + 1) == Word::Other && sentence.shape(at + 1) == Some(Shape::Lower)
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

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn plans_lie_ahead_and_reports_behind() {
        check("The trial is scheduled for [May 30=2017-05-30].");
        check("The trial was scheduled for [May 30=2016-05-30].");
        check("The talks, to be held in [March=2017-03], were extended to [April 5=2017-04-05].");
        check("He agreed to meet them on [Jan. 20=2017-01-20], as on [Dec. 29=2016-12-29].");
        check("The papers of [Monday, Jan. 16=2017-01-16] said the increased tax fell in [December=2016-12].");
        check("It was put off until [Monday=2017-01-16].");
        check("Trading is to resume [Monday=2017-01-16]; they agreed to meet [Monday=2017-01-16].");
        check("Prices stand below the record set on [Aug. 6=2016-08-06].");
        check("Until [Thursday=2017-01-12], they had not met.");
        check("They are going to vote [Monday=2017-01-16].");
        check("\"We will see,\" he said [Monday=2017-01-09].");
        check("A [March=2016-03] study found it.");
    }
}
