//! Names of people, organizations and places in one document.

use crate::model::{Confidence, Cue, ExtractedMention, ExtractedPassage, Form, Kind};
use crate::text::{Shape, Token};

use super::with_tokens;

/// The names in a document, in the order of the text, none overlapping another.
pub(super) fn names(_text: &str, passages: &[ExtractedPassage], tokens: &[Token]) -> Vec<ExtractedMention> {
    let mut found = Vec::new();
    for (_, words) in with_tokens(passages, tokens) {
        for run in words.chunk_by(|a, b| a.shape == Shape::Capital && b.shape == Shape::Capital) {
            if let [first, .., last] = run
                && run.len() <= 4
            {
                found.push(ExtractedMention {
                    span: first.span.cover(last.span),
                    kind: Kind::Person,
                    form: Form::Name,
                    confidence: Confidence(30),
                    cue: Cue::Capitals,
                    role: None,
                });
            }
        }
    }
    found
}
