//! The steps of [`extract`](super::extract) one by one, for the program that measures them. They do what it does, in its order.

use crate::model::{Document, ExtractedMention, ExtractedPassage, TimeExpression, ZoneLabel};
use crate::text::Token;

/// A document's passages with their tokens: what names and times are looked for in.
pub struct Passages<'d> {
    document: &'d Document,
    article: Vec<ExtractedPassage>,
    tokens: Vec<Token>,
}

impl<'d> Passages<'d> {
    /// Splits the text.
    pub fn new(document: &'d Document) -> Self {
        let (passages, tokens) = super::passages::passages(document);
        let article = passages.into_iter().filter(|passage| passage.zone != ZoneLabel::Header).collect();
        Self { document, article, tokens }
    }

    /// The names in it.
    pub fn names(&self) -> Vec<ExtractedMention> {
        super::names::names(&self.document.text, &self.article, &self.tokens)
    }

    /// The times in it, seen the names.
    pub fn times(&self, names: &[ExtractedMention]) -> Vec<TimeExpression> {
        super::times::times(&self.document.text, super::with_tokens(&self.article, &self.tokens), names)
    }
}
