//! The lines of a text.

use crate::text::Span;

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// All of it, its line end included: the lines of a text cover it without gaps.
    pub(super) span: Span,
    /// Its words: without white space at either end. Empty for a blank line.
    pub(super) words: Span,
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
