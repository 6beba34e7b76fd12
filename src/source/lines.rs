//! The lines of a text.

use crate::text::{Span, fold};

/// Bytes of the longest line that is looked at for what a page prints around an article. Longer ones are prose.
const LONGEST: u32 = 400;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// All of it, its line end included: the lines of a text cover it without gaps.
    pub(super) span: Span,
    /// Its words: without white space at either end. Empty for a blank line.
    pub(super) words: Span,
}

impl Line {
    /// Whether it holds nothing but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it is longer than anything but prose.
    pub(super) fn is_long(&self) -> bool {
        self.words.len() > LONGEST
    }

    /// Its folded words; nothing for a long line.
    pub(super) fn folded(&self, text: &str) -> String {
        if self.is_long() { String::new() } else { fold(self.words.of(text)) }
    }
}

/// Whether the first token of `line` may be a word that begins with one of these letters, small or not: what is rare is told
/// before the line is cut into tokens.
pub(super) fn may_begin_with(line: &str, letters: &[u8]) -> bool {
    let first = line.trim_start().bytes().next();
    first.is_none_or(|first| !first.is_ascii_graphic() || letters.contains(&first.to_ascii_lowercase()))
}

/// The lines of `text` from the byte at `start` on.
pub(super) fn lines(text: &str, start: u32) -> impl Iterator<Item = Line> {
    let mut start = start;
    Span::new(start, text.len() as u32).of(text).split_inclusive('\n').map(move |line| {
        let span = Span::new(start, start + line.len() as u32);
        start = span.end;
        Line { span, words: span.trimmed(text) }
    })
}
