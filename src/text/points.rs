//! [`CodePoints`]: places in a text counted in Unicode code points, as other programs want them.

use std::ops::Range;

use super::Span;

/// Bytes between two places whose count is kept.
const STRIDE: usize = 512;

/// A text whose places can be counted in code points, each in constant time.
#[derive(Clone, Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points that begin before each multiple of [`STRIDE`] bytes.
    before: Vec<u32>,
}

impl<'t> CodePoints<'t> {
    /// Counts `text` through once.
    pub fn new(text: &'t str) -> Self {
        let mut counted = 0;
        let before = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let here = counted;
            counted += beginnings(chunk);
            here
        });
        Self { text, before: before.collect() }
    }

    /// A place in code points from the beginning of the text, the end exclusive.
    pub fn of(&self, span: Span) -> Range<u32> {
        self.at(span.start)..self.at(span.end)
    }

    /// How many code points begin before that byte.
    fn at(&self, offset: u32) -> u32 {
        let offset = (offset as usize).min(self.text.len());
        let stride = (offset / STRIDE).min(self.before.len().saturating_sub(1));
        let rest = self.text.as_bytes().get(stride * STRIDE..offset).unwrap_or_default();
        self.before.get(stride).copied().unwrap_or_default() + beginnings(rest)
    }
}

/// How many bytes begin a code point.
fn beginnings(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::CodePoints;
    use crate::text::Span;

    fn check(text: &str, words: &str, expected: (u32, u32)) {
        let start = text.find(words).unwrap();
        let range = CodePoints::new(text).of(Span::from(start..start + words.len()));
        assert_eq!((range.start, range.end), expected, "{words:?} in {text:?}");
    }

    #[test]
    fn an_emoji_counts_as_its_code_points() {
        check("Ærø: Berg", "Berg", (5, 9));
        check("👨\u{200d}👩\u{200d}👧 Berg", "Berg", (6, 10));
        check("", "", (0, 0));
        check(&format!("{}x", "é".repeat(2000)), "x", (2000, 2001));
    }

    proptest! {
        #[test]
        fn it_counts_as_characters_do(text in "(\\PC|\u{1b}|é|👧){0,1200}", at in any::<prop::sample::Index>()) {
            let at = text.floor_char_boundary(at.index(text.len() + 1));
            let range = CodePoints::new(&text).of(Span::from(at..text.len()));
            prop_assert_eq!(range.start as usize, text[..at].chars().count());
            prop_assert_eq!(range.end as usize, text.chars().count());
        }
    }
}
