//! [`Span`]: a place in a text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A stretch of a text: UTF-8 byte offsets, `end` exclusive, both on character borders of the text that it was made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The stretch from `start` up to `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The whole of `text`.
    pub fn whole(text: &str) -> Self {
        Self::new(0, text.len() as u32)
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn holds(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest stretch that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The part that both share; empty where they do not touch.
    pub fn intersection(self, other: Self) -> Self {
        let start = self.start.max(other.start);
        Self::new(start, self.end.min(other.end).max(start))
    }

    /// The words at this place of `text`. A span of another text never panics: what does not fit is the empty string.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The same place without white space at its ends.
    pub fn trimmed(self, text: &str) -> Self {
        let inside = self.of(text);
        let start = self.start + (inside.len() - inside.trim_start().len()) as u32;
        Self::new(start, start + inside.trim().len() as u32)
    }

    /// The same place with up to `bytes` more of `text` at each end, cut at character borders.
    pub fn widened(self, bytes: u32, text: &str) -> Self {
        let start = text.floor_char_boundary(self.start.saturating_sub(bytes) as usize);
        let end = text.ceil_char_boundary(self.end.saturating_add(bytes).min(text.len() as u32) as usize);
        Self::new(start as u32, end as u32)
    }

    /// As a range of `usize`, for indexing bytes.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start as u32, range.end as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_of_another_text_is_empty_not_a_panic() {
        assert_eq!(Span::new(1, 2).of("é"), "");
        assert_eq!(Span::new(5, 9).of("abc"), "");
        assert_eq!(Span::new(3, 1).of("abc"), "");
    }

    #[test]
    fn trimming_keeps_offsets() {
        assert_eq!(Span::new(1, 8).trimmed("x  abc  y"), Span::new(3, 6));
    }

    #[test]
    fn widening_stops_at_characters_and_at_the_ends() {
        assert_eq!(Span::new(3, 4).widened(1, "aéb"), Span::new(1, 4));
        assert_eq!(Span::new(1, 3).widened(9, "aéb"), Span::new(0, 4));
        assert_eq!(Span::new(0, 1).widened(1, "aéb"), Span::new(0, 3));
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
        assert_eq!(Span::new(0, 3).intersection(Span::new(3, 5)), Span::new(3, 3));
    }
}
