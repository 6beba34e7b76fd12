//! Names that a word of their own gives away: "Ministry of Harbours", "Vexworth Tower".

use chrono::{Month, Weekday};

use crate::gazetteer::Sign;
use crate::model::Kind;
use crate::text::Shape;

use super::people::person_end;
use super::sentence::{REACH, Sentence, Style};

/// The organization or place that begins at `at` and has a head word: one past its last word, and which.
pub(super) fn headed(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Kind)> {
    if sentence.tells(at, Sign::Function) {
        return None;
    }
    let is_owed = sentence.is_owed(at);
    if is_owed && sentence.style != Style::Prose {
        return None;
    }
    if sentence.tells(at, Sign::PlaceFirst) && !is_owed && begins_place(sentence, at + 1) {
        return Some((person_end(sentence, at + 1), Kind::Place));
    }
    let mut best = None;
    for here in at..at + REACH {
        if here > at && !continues(sentence, here) {
            break;
        }
        let Some(kind) = kind_of(sentence, here) else { continue };
        if let Some(end) = complement(sentence, here) {
            return Some((end, kind));
        }
        if here > at && !sentence.is_plain_capital(here - 1) || here > at + 1 {
            best = Some((here + 1, kind));
        } else if here > at {
            best = best.or_else(|| is_body(sentence, here).then_some((here + 1, kind)));
        }
    }
    best.filter(|(end, _)| !is_owed || *end > at + 2 || sentence.tells(*end, Sign::Speech))
}

/// One past the stretch at `at` that ends in a word for what is neither person, organization nor place: "the Vexworth Act".
pub(super) fn nothing_headed(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    if sentence.style != Style::Prose {
        return None;
    }
    let reach = (at + 1..at + 4).take_while(|here| continues(sentence, *here));
    reach.filter(|here| sentence.tells(*here, Sign::Nothing)).last().map(|last| last + 1)
}

/// Whether the word at `at` can carry on the name before it.
fn continues(sentence: &Sentence<'_>, at: usize) -> bool {
    if sentence.folded(at) == "&" {
        return sentence.is_capitalized(at + 1);
    }
    let is_head = kind_of(sentence, at).is_some();
    let is_broken_off = sentence.style != Style::Prose && sentence.is_common(at) && !is_head;
    sentence.is_capitalized(at) && !is_broken_off && !sentence.tells(at, Sign::Function)
}

fn kind_of(sentence: &Sentence<'_>, at: usize) -> Option<Kind> {
    let begins_title = sentence.title(at).is_some_and(|end| end > at + 1);
    if !sentence.is_capitalized(at) || begins_title {
        return None;
    }
    if sentence.tells(at, Sign::Organization) {
        Some(Kind::Organization)
    } else if sentence.tells(at, Sign::Place) {
        Some(Kind::Place)
    } else {
        None
    }
}

/// "Lake Vex": what follows is one more unusual word.
fn begins_place(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_number = sentence.get(at).is_some_and(|word| word.token.shape == Shape::Number);
    is_number || sentence.is_capitalized(at) && !sentence.is_common(at) && !sentence.is_plain_capital(at)
}

/// "Russian Embassy" is a body; "Russian Intelligence" and "American School" may be anything.
fn is_body(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(
        sentence.folded(at),
        "embassy" | "parliament" | "army" | "navy" | "consulate" | "party" | "senate" | "congress"
    )
}

/// Whether a folded word is a weekday or a month, short forms included.
fn is_time(word: &str) -> bool {
    word.parse::<Weekday>().is_ok() || word.parse::<Month>().is_ok()
}

/// Bodies that are named by what they deal with.
fn has_a_subject(sentence: &Sentence<'_>, head: usize) -> bool {
    matches!(
        sentence.folded(head),
        "center" | "centre" | "commission" | "committee" | "council" | "institute" | "panel" | "subcommittee"
    )
}

/// "of Foreign Affairs" after "Ministry", "on Harbour Safety" after "Council": one past it.
fn complement(sentence: &Sentence<'_>, head: usize) -> Option<usize> {
    let start = head + 2 + usize::from(sentence.folded(head + 2) == "the");
    let is_part = |at: usize| sentence.is_capitalized(at) && !sentence.is_owed(at);
    let joins = match sentence.folded(head + 1) {
        "of" | "for" => true,
        // A day may follow, too: "the Council on Monday".
        "on" => has_a_subject(sentence, head) && !is_time(sentence.folded(start)),
        _ => false,
    };
    if !joins || !is_part(start) {
        return None;
    }
    let mut end = start + 1;
    while end < start + REACH - 3 {
        let joins =
            matches!(sentence.folded(end), "and" | "&") && is_part(end + 1) && kind_of(sentence, head).is_some();
        if joins && !sentence.tells(end + 1, Sign::GivenName) && sentence.known(end + 1).is_none() {
            end += 2;
        } else if is_part(end) && !sentence.is_plain_capital(end) {
            end += 1;
        } else {
            break;
        }
    }
    Some(end)
}
