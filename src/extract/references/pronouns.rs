//! Pronouns of one person: which, and in which case.

use std::ops::Range;

use crate::gazetteer::{Gender, Sign};
use crate::model::{Case, Reference, Standing};

use super::words::Words;

/// The pronouns of a passage, in order.
pub(super) fn pronouns(words: &Words<'_>) -> Vec<(Range<usize>, Reference)> {
    let found = (0..words.len()).filter(|at| words.get(*at).is_some_and(|word| word.mention.is_none()));
    found.filter_map(|at| Some((at..at + 1, pronoun(words, at)?))).collect()
}

fn pronoun(words: &Words<'_>, at: usize) -> Option<Reference> {
    let (gender, case) = match words.folded(at) {
        "he" => (Gender::He, Case::Subject),
        "him" => (Gender::He, Case::Object),
        "his" => (Gender::He, Case::Possessive),
        "himself" => (Gender::He, Case::Reflexive),
        "she" => (Gender::She, Case::Subject),
        "her" if has_what_is_owned(words, at + 1) => (Gender::She, Case::Possessive),
        "her" => (Gender::She, Case::Object),
        "hers" => (Gender::She, Case::Possessive),
        "herself" => (Gender::She, Case::Reflexive),
        _ => return None,
    };
    Some(Reference::Pronoun(gender, case))
}

/// Whether "her" before `at` owns what stands there.
fn has_what_is_owned(words: &Words<'_>, at: usize) -> bool {
    words.is_word(at) && !words.tells(at, Sign::Function) && !words.is_preposition(at) && !words.is_verb(at)
        || matches!(words.folded(at), "own" | "first" | "second" | "late" | "former" | "two" | "three")
}

/// How a pronoun stands in its clause.
pub(super) fn standing(words: &Words<'_>, range: Range<usize>, case: Case) -> Standing {
    match case {
        Case::Subject if words.tells(range.end, Sign::Speech) => Standing::Source,
        Case::Subject => Standing::Subject,
        Case::Possessive => Standing::Possessor,
        Case::Object | Case::Reflexive if range.start > 0 && words.is_preposition(range.start - 1) => Standing::Oblique,
        Case::Object | Case::Reflexive => Standing::Object,
    }
}
