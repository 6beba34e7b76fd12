//! [`Sorting`]: the order of passages as a concordance has it, by the words around the mention.

use crate::app::strand::{Held, Strand};
use crate::corpus::Corpus;
use crate::text::{Span, Token, fold, tokens};

/// Bytes around a mention that are sorted by.
const CONTEXT: u32 = 160;

/// The orders of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorting {
    /// As one reads, in groups.
    #[default]
    Reading,
    /// By the words behind the mention.
    Right,
    /// By the words before it, the nearest first.
    Left,
}

impl Sorting {
    /// The next one.
    pub const fn next(self) -> Self {
        match self {
            Self::Reading => Self::Right,
            Self::Right => Self::Left,
            Self::Left => Self::Reading,
        }
    }

    /// In a few words; nothing for the order of reading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "",
            Self::Right => "by the words behind",
            Self::Left => "by the words before",
        }
    }

    /// What a passage is sorted by: the words on that side of its first mention, folded, the nearest first.
    pub(super) fn key(self, corpus: &Corpus, target: &Strand, held: Held) -> Vec<String> {
        let Some(hit) = target.hits.get(held.first as usize) else { return Vec::new() };
        let text = &corpus.document(held.document).text;
        let near = hit.span.widened(CONTEXT, text).intersection(corpus.passage(held.passage).span);
        let side = match self {
            Self::Reading => return Vec::new(),
            Self::Right => Span::new(hit.span.end, near.end),
            Self::Left => Span::new(near.start, hit.span.start),
        };
        let mut words: Vec<String> =
            tokens(text, side).into_iter().filter(Token::is_word).map(|token| fold(token.of(text))).collect();
        if self == Self::Left {
            words.reverse();
        }
        words
    }
}
