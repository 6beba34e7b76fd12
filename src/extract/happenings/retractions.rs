//! Words that say that something told was wrong or is taken back: "was not correct", "had misread", "withdrew its account".

use crate::model::Retraction;

use super::sentence::Sentence;
use super::speaker;

/// Words that tell it by themselves.
const WORDS: &[&str] = &[
    "incorrect",
    "misread",
    "misstated",
    "misspoke",
    "misspoken",
    "misremembered",
    "inaccurate",
    "untrue",
    "erroneous",
    "erroneously",
    "mistakenly",
    "retracted",
    "retracts",
    "retraction",
    "retracting",
    "recanted",
    "backtracked",
    "mistaken",
];
/// Words that tell it after "not".
const RIGHT: &[&str] = &["correct", "accurate", "true", "right"];
/// Verbs of taking back, before what was said.
const TAKES: &[&str] = &["withdrew", "withdrawn", "withdraws", "corrected", "corrects", "revised"];
const SAID: &[&str] = &[
    "account",
    "accounts",
    "statement",
    "statements",
    "story",
    "claim",
    "claims",
    "version",
    "remark",
    "remarks",
    "day",
    "date",
    "timing",
];

/// Adds what the passage takes back.
pub(super) fn find(sentence: &Sentence<'_>, found: &mut Vec<Retraction>) {
    for at in 0..sentence.len() {
        let Some(first) = begins(sentence, at) else { continue };
        let by =
            speaker::of_clause(sentence, at).map(|cited| cited.speaker).or_else(|| speaker::of_verb(sentence, first));
        found.push(Retraction { words: sentence.stretch(first, at + 1), by: by.map(|by| by.words) });
    }
}

/// The first token of the words that take something back and end at `at`.
fn begins(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let lower = sentence.lower(at);
    if WORDS.contains(&lower) {
        return Some(at);
    }
    if RIGHT.contains(&lower) {
        return (at.saturating_sub(3)..at).find(|before| sentence.is_not(*before));
    }
    if SAID.contains(&lower) {
        return (at.saturating_sub(4)..at).find(|before| TAKES.contains(&sentence.lower(*before)));
    }
    None
}
