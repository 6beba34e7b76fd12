//! [`Selection`]: words of a text that the reader has picked out, by whole words.

use crate::corpus::Corpus;
use crate::model::{DocumentId, DocumentIx};
use crate::text::{Span, Token, tokens};

/// Words that are picked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// In which document.
    pub document: DocumentId,
    /// Where.
    pub span: Span,
}

/// The word at `offset`, or the next one in its passage, or the last one before.
pub fn word_at(corpus: &Corpus, document: DocumentIx, offset: u32) -> Option<Span> {
    let words = words_near(corpus, document, offset);
    words.iter().copied().find(|word| word.end > offset).or(words.last().copied())
}

/// The word after a place, in its passage or the next one.
pub fn word_after(corpus: &Corpus, document: DocumentIx, offset: u32) -> Option<Span> {
    let next = corpus
        .passages_in(document)
        .map(crate::model::PassageIx::at)
        .find(|at| corpus.passage(*at).span.start >= offset);
    let here = words_near(corpus, document, offset).into_iter().find(|word| word.start >= offset);
    here.or_else(|| words(corpus, document, corpus.passage(next?).span).first().copied())
}

/// The word before a place, in its passage or the one before.
pub fn word_before(corpus: &Corpus, document: DocumentIx, offset: u32) -> Option<Span> {
    let before = |at: u32| words_near(corpus, document, at).into_iter().rev().find(|word| word.end <= offset);
    before(offset).or_else(|| {
        let here = corpus.passage(corpus.passage_at(document, offset)?).span;
        before(here.start.checked_sub(1)?)
    })
}

/// The passages that a place touches, whole.
pub fn whole_passages(corpus: &Corpus, document: DocumentIx, span: Span) -> Span {
    let passage = |offset: u32| corpus.passage_at(document, offset).map(|at| corpus.passage(at).span);
    let (first, last) = (passage(span.start), passage(span.end.saturating_sub(1)));
    match (first, last) {
        (Some(first), Some(last)) => first.cover(last).trimmed(&corpus.document(document).text),
        _ => span,
    }
}

fn words_near(corpus: &Corpus, document: DocumentIx, offset: u32) -> Vec<Span> {
    let passage = corpus.passage_at(document, offset).map(|at| corpus.passage(at).span);
    passage.map(|passage| words(corpus, document, passage)).unwrap_or_default()
}

fn words(corpus: &Corpus, document: DocumentIx, passage: Span) -> Vec<Span> {
    let text = &corpus.document(document).text;
    tokens(text, passage).into_iter().filter(Token::is_word).map(|token| token.span).collect()
}
