//! Names of people, organizations and places in one document: a trained recognizer ([`tagger`]), and rules over capitals, cues and
//! plain lists.
//!
//! First each sentence by itself (`first_look`, `recognized`), then what the whole document tells (`second_look`).
//! The name only: no title, article or possessive. Peoples, laws, wars and addresses are no names. What only other documents can
//! tell is handed on with a confidence below `Confidence::SUPPORTED`. It links nothing: that is resolution's.

mod finding;
mod first_look;
mod heads;
mod list_letters;
mod people;
mod recognized;
mod second_look;
mod sentence;
pub mod tagger;

use crate::model::{ExtractedMention, ExtractedPassage};
use crate::text::Token;

use super::with_tokens;
use finding::Finding;
use first_look::{add_possible, first_look};
use list_letters::without_letters;
use recognized::together;
use second_look::Known;
use sentence::Sentence;
use tagger::Tagged;

/// The names in a document, in the order of the text, none overlapping another.
pub(super) fn names(text: &str, passages: &[ExtractedPassage], tokens: &[Token]) -> Vec<ExtractedMention> {
    let inside: Vec<&[Token]> = with_tokens(passages, tokens).map(|(_, words)| words).collect();
    let inside = without_letters(text, &inside);
    let sentences: Vec<Sentence<'_>> = inside.iter().map(|words| Sentence::new(text, words)).collect();
    let tagged = tagger::tag(text, &inside);
    let read = |(sentence, tagged): (&Sentence<'_>, &Vec<Tagged>)| together(sentence, &first_look(sentence), tagged);
    let mut found: Vec<Vec<Finding>> = sentences.iter().zip(&tagged).map(read).collect();
    let mut known = Known::default();
    for (sentence, findings) in sentences.iter().zip(&found) {
        known.learn(sentence, findings);
    }
    for (sentence, findings) in sentences.iter().zip(&mut found) {
        findings.retain(|finding| !known.contradicts(sentence, finding));
        known.look_again(sentence, findings);
        add_possible(sentence, findings);
    }
    let together = sentences.iter().zip(&found);
    together.flat_map(|(sentence, findings)| findings.iter().filter_map(|found| found.mention(sentence))).collect()
}

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;
