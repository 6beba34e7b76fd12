//! How a noun phrase stands in its clause, told by the words around it: no grammar is parsed.

use std::ops::Range;

use crate::gazetteer::Sign;
use crate::model::Standing;

use super::words::Words;

/// Words that begin a clause, so that who acts follows.
const OPENERS: &[&str] = &[
    "that",
    "when",
    "while",
    "because",
    "although",
    "though",
    "if",
    "after",
    "before",
    "where",
    "until",
    "since",
    "so",
    "but",
    "and",
    "or",
    "once",
    "unless",
    "whether",
    "what",
    "how",
    "why",
    "as",
    "then",
    "also",
    "yet",
    "nor",
    "whereas",
    "which",
    "whom",
    "later",
    "earlier",
    "however",
    "meanwhile",
    "still",
    "now",
    "both",
    "than",
];

/// Verbs of telling, whose object is told something: "told Lind", not "said Lind had".
const TELLING: &[&str] =
    &["told", "tells", "asked", "urged", "warned", "promised", "praised", "criticized", "cited", "saw", "recalled"];

/// The standing of the phrase of these words, article and title included.
pub(super) fn standing(words: &Words<'_>, phrase: Range<usize>, before: Option<(Range<usize>, Standing)>) -> Standing {
    if words.is_possessive(phrase.end) {
        return Standing::Possessor;
    }
    let Some(at) = phrase.start.checked_sub(1) else { return actor(words, phrase.end) };
    // "Lind and Holm": the second stands as the first.
    if let Some((other, standing)) = before
        && other.end == at
        && matches!(words.folded(at), "and" | "or" | ",")
        && standing != Standing::Possessor
        && (standing != Standing::Oblique || !words.is_verb(phrase.end))
    {
        return standing;
    }
    let word = words.folded(at);
    let is_opener = OPENERS.contains(&word) || words.is_border(at) || word.len() > 4 && word.ends_with("ly");
    let is_telling = TELLING.contains(&word);
    if words.tells(at, Sign::Speech) && !is_telling {
        // "…, said Lind." and "said Lind had called".
        return if words.is_verb(phrase.end) { actor(words, phrase.end) } else { Standing::Source };
    }
    if is_opener && acts(words, phrase.end) {
        return actor(words, phrase.end);
    }
    if words.is_preposition(at) && !is_opener {
        return Standing::Oblique;
    }
    if words.is_verb(at) || is_telling {
        return Standing::Object;
    }
    if is_opener || matches!(word, "as") {
        return Standing::Oblique;
    }
    Standing::Object
}

/// Whether what follows at `at` can be what the one before does: a verb, perhaps behind an apposition.
fn acts(words: &Words<'_>, at: usize) -> bool {
    let begins_verb = |at: usize| {
        let at = if words.folded(at).ends_with("ly") || matches!(words.folded(at), "also" | "then" | "later" | "then-")
        {
            at + 1
        } else {
            at
        };
        words.is_verb(at) || words.is_word(at) && !words.is_preposition(at) && !words.tells(at, Sign::Function)
    };
    if begins_verb(at) || matches!(words.folded(at), "who" | "and" | "now" | "never" | "not" | "himself" | "herself") {
        return true;
    }
    // An apposition or aside between commas.
    if words.folded(at) != "," {
        return false;
    }
    if words.is_verb(at + 1) {
        return true;
    }
    let close = (at + 1..(at + 24).min(words.len())).find(|at| words.folded(*at) == ",");
    close.is_some_and(|close| begins_verb(close + 1))
}

fn actor(words: &Words<'_>, at: usize) -> Standing {
    let at = if words.folded(at) == "also" || words.folded(at).ends_with("ly") { at + 1 } else { at };
    if words.tells(at, Sign::Speech) { Standing::Source } else { Standing::Subject }
}

/// Whether a clause begins with the word at `at`.
pub(super) fn begins_clause(words: &Words<'_>, at: usize) -> bool {
    if words.get(at).is_some_and(|word| !word.has_letters) {
        return matches!(words.folded(at), "," | ";" | ":" | "-" | "(" | ")" | "\"");
    }
    matches!(
        words.folded(at),
        "that"
            | "when"
            | "while"
            | "because"
            | "although"
            | "though"
            | "if"
            | "after"
            | "before"
            | "who"
            | "which"
            | "where"
            | "until"
            | "since"
            | "but"
            | "as"
            | "whether"
            | "so"
            | "once"
            | "unless"
    )
}
