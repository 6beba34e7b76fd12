//! How often, and how many: "one call", "at least two payments", "several times".

use crate::model::Count;

use super::lexicon::Small;
use super::sentence::Sentence;
use crate::text::{Shape, Span};

/// The count of the noun at `at`, with the words that tell it.
pub(super) fn of_noun(sentence: &Sentence<'_>, at: usize) -> Option<(Span, Count)> {
    let first = at.saturating_sub(4).max(sentence.clause_start(at));
    for before in (first..at).rev() {
        if sentence.is_covered(before) || matches!(sentence.lower(before), "," | ";" | ":" | ".") {
            return None;
        }
        if let Some(count) = counted(sentence, before) {
            let start = limit_start(sentence, before);
            return Some((sentence.stretch(start, at + 1), limited(sentence, start, before, count)));
        }
        // "a series of calls", "two of the calls".
        if sentence.small(before) == Small::Preposition || sentence.small(before) == Small::The {
            return None;
        }
    }
    None
}

/// How often the verb at `at` is said to have happened: "called twice", "phoned him several times".
pub(super) fn of_verb(sentence: &Sentence<'_>, at: usize) -> Option<(Span, Count)> {
    let end = sentence.clause_end(at).min(at + 12);
    for ahead in at + 1..end {
        let start = limit_start(sentence, ahead);
        match sentence.lower(ahead) {
            "once" if !sentence.is_sign(ahead + 1) => {}
            "once" => return Some((sentence.stretch(ahead, ahead + 1), exactly(1))),
            "twice" => return Some((sentence.stretch(start, ahead + 1), limited(sentence, start, ahead, exactly(2)))),
            "times" => {
                let number = ahead.checked_sub(1)?;
                let count = counted(sentence, number)?;
                let start = limit_start(sentence, number);
                return Some((sentence.stretch(start, ahead + 1), limited(sentence, start, number, count)));
            }
            _ => {}
        }
    }
    None
}

/// The value of a number in words.
pub(super) fn number(word: &str) -> Option<u32> {
    const NUMBERS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    NUMBERS.iter().position(|number| *number == word).map(|number| number as u32)
}

fn counted(sentence: &Sentence<'_>, at: usize) -> Option<Count> {
    let word = sentence.lower(at);
    if sentence.is_covered(at) {
        return None;
    }
    match word {
        "single" => return Some(exactly(1)),
        "multiple" | "numerous" | "repeated" => return Some(Count { least: 2, most: None }),
        "several" | "many" => return Some(Count { least: 3, most: None }),
        "dozens" => return Some(Count { least: 24, most: None }),
        _ => {}
    }
    let digits = || (sentence.shape(at) == Shape::Number).then(|| word.replace(',', "").parse().ok()).flatten();
    // "one of the calls", "No. 5": no number of them.
    let is_part = sentence.small(at + 1) == Small::Of;
    number(word).or_else(digits).filter(|count| *count > 0 && !is_part).map(exactly)
}

const fn exactly(count: u32) -> Count {
    Count { least: count, most: Some(count) }
}

/// Where the words that limit the number at `at` begin: "at least", "more than".
fn limit_start(sentence: &Sentence<'_>, at: usize) -> usize {
    let Some(before) = at.checked_sub(2) else { return at };
    let pair = (sentence.lower(before), sentence.lower(before + 1));
    if matches!(pair, ("at", "least" | "most") | ("more" | "fewer" | "less", "than") | ("up", "to")) {
        before
    } else {
        at
    }
}

fn limited(sentence: &Sentence<'_>, start: usize, at: usize, count: Count) -> Count {
    if start == at {
        return count;
    }
    match (sentence.lower(start), sentence.lower(start + 1)) {
        (_, "least") => Count { most: None, ..count },
        ("more", _) => Count { least: count.least + 1, most: None },
        ("fewer" | "less", _) => Count { least: 0, most: count.most.map(|most| most.saturating_sub(1)) },
        _ => Count { least: 0, ..count },
    }
}
