//! Names of people, organizations and places in one document: rules over capitals, cues and plain lists.
//!
//! First each sentence by itself ([`first_look()`]), then what the whole document tells ([`mod@second_look`]). The name only: no title,
//! article or possessive. Peoples, laws, wars and addresses are no names. What only other documents can
//! tell is handed on with a confidence below `Confidence::SUPPORTED`. It links nothing: that is resolution's.

mod finding;
mod first_look;
mod heads;
mod people;
mod second_look;
mod sentence;

use crate::model::{ExtractedMention, ExtractedPassage};
use crate::text::Token;

use super::with_tokens;
use finding::Finding;
use first_look::{add_possible, first_look};
use second_look::Known;
use sentence::Sentence;

/// The names in a document, in the order of the text, none overlapping another.
pub(super) fn names(text: &str, passages: &[ExtractedPassage], tokens: &[Token]) -> Vec<ExtractedMention> {
    let sentences: Vec<Sentence<'_>> =
        with_tokens(passages, tokens).map(|(_, words)| Sentence::new(text, words)).collect();
    let mut found: Vec<Vec<Finding>> = sentences.iter().map(first_look).collect();
    let mut known = Known::default();
    for (sentence, findings) in sentences.iter().zip(&found) {
        known.learn(sentence, findings);
    }
    for (sentence, findings) in sentences.iter().zip(&mut found) {
        known.look_again(sentence, findings);
        add_possible(sentence, findings);
    }
    let together = sentences.iter().zip(&found);
    together.flat_map(|(sentence, findings)| findings.iter().filter_map(|found| found.mention(sentence))).collect()
}

#[cfg(test)]
mod tests;
