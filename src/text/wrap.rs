//! Word wrap that keeps offsets: a block of text cut into line spans for a width in cells.
//!
//! Greedy first fit. A word longer than a line is cut between letters. It draws nothing.

use super::{Cell, Span, cells};

/// Cuts `block` of `text` into lines of at most `limit` cells and appends their spans to `lines`.
///
/// Line ends inside the block break a line. White space at a break belongs to no line; indentation stays, unless it leaves no room
/// for the word behind it. A letter wider than `limit` has a line for itself. An empty block gives one empty line.
pub fn wrap(text: &str, block: Span, limit: u16, lines: &mut Vec<Span>) {
    let limit = u32::from(limit.max(1));
    let mut line = Line::starting(block.start);
    for cell in cells(text, block) {
        match cell.span.of(text) {
            "\n" | "\r\n" => {
                lines.push(line.words());
                line = Line::starting(cell.span.end);
            }
            letter if !cell.is_mark && is_blank(letter) => line.skip(&cell),
            _ => {
                while !line.has_room(&cell, limit) {
                    line = line.broken_before(&cell, lines);
                }
                line.push(&cell);
            }
        }
    }
    lines.push(line.words());
}

/// Whether a line may be broken here: white space that does not hold its neighbours together.
fn is_blank(letter: &str) -> bool {
    match letter.as_bytes() {
        [byte] => matches!(byte, b' ' | b'\t'),
        _ => letter.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')),
    }
}

/// The line that is being filled.
#[derive(Clone, Copy)]
struct Line {
    start: u32,
    /// End of the last letter that is no white space; `start` as long as there is none.
    end: u32,
    /// Cells up to here, white space included.
    used: u32,
    /// Where it may be broken last.
    gap: Option<Gap>,
    /// Whether white space was the last thing that came.
    in_gap: bool,
}

/// White space between two words.
#[derive(Clone, Copy)]
struct Gap {
    /// End of the word before it.
    start: u32,
    /// Start of the word behind it.
    end: u32,
    /// Cells up to its end.
    used: u32,
}

impl Line {
    const fn starting(start: u32) -> Self {
        Self { start, end: start, used: 0, gap: None, in_gap: false }
    }

    const fn has_words(&self) -> bool {
        self.end > self.start
    }

    /// Whether `cell` fits, or fits nowhere better.
    fn has_room(&self, cell: &Cell<'_>, limit: u32) -> bool {
        self.used == 0 || self.used.saturating_add(u32::from(cell.width)) <= limit
    }

    fn skip(&mut self, cell: &Cell<'_>) {
        self.used = self.used.saturating_add(u32::from(cell.width));
        self.in_gap = true;
    }

    fn push(&mut self, cell: &Cell<'_>) {
        if self.in_gap && self.has_words() {
            self.gap = Some(Gap { start: self.end, end: cell.span.start, used: self.used });
        }
        self.in_gap = false;
        self.used = self.used.saturating_add(u32::from(cell.width));
        self.end = cell.span.end;
    }

    /// Ends this line before `cell` and gives the next one, with the part of a word that is carried over.
    fn broken_before(self, cell: &Cell<'_>, lines: &mut Vec<Span>) -> Self {
        match self.gap {
            _ if !self.has_words() => Self::starting(cell.span.start),
            Some(gap) if !self.in_gap => {
                lines.push(Span::new(self.start, gap.start));
                Self { start: gap.end, end: self.end, used: self.used - gap.used, gap: None, in_gap: false }
            }
            _ => {
                lines.push(self.words());
                Self::starting(cell.span.start)
            }
        }
    }

    const fn words(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::wrap;
    use crate::text::cells::tests::strange_text;
    use crate::text::{Span, cells};

    fn check(text: &str, limit: u16, expected: &[&str]) {
        let mut lines = Vec::new();
        wrap(text, Span::whole(text), limit, &mut lines);
        let shown: Vec<&str> = lines.iter().map(|line| line.of(text)).collect();
        assert_eq!(shown, expected, "{text:?} at {limit}");
    }

    #[test]
    fn words_wrap_at_spaces() {
        check("the Danish ambassador called", 14, &["the Danish", "ambassador", "called"]);
        check("the  Danish", 20, &["the  Danish"]);
        check("", 5, &[""]);
        check("a b\nc", 5, &["a b", "c"]);
    }

    #[test]
    fn a_long_word_is_cut() {
        check("abcdefgh ij", 3, &["abc", "def", "gh", "ij"]);
    }

    #[test]
    fn wide_letters_count_two() {
        check("漢字漢字", 4, &["漢字", "漢字"]);
    }

    #[test]
    fn every_kind_of_white_space() {
        check("a b\r\nc", 5, &["a b", "c"]);
        check("  indented words", 10, &["  indented", "words"]);
        check("            far", 5, &["far"]);
        check("5\u{a0}May 2017", 6, &["5\u{a0}May", "2017"]);
        check("a \n\n b", 5, &["a", "", " b"]);
        check(&format!("a{}b", " ".repeat(100_000)), 5, &["a", "b"]);
    }

    #[test]
    fn a_mark_wider_than_the_line_stands_alone() {
        check("ab\u{202e}cd", 3, &["ab", "\u{202e}", "cd"]);
    }

    #[test]
    fn a_giant_takes_one_pass() {
        for (unit, times, lines) in [
            ("a", 400_000, 4_000),
            ("a\u{301}", 400_000, 4_000),
            ("\u{301}", 400_000, 1),
            ("👨\u{200d}", 200_000, 4_001),
        ] {
            let text = unit.repeat(times);
            let mut found = Vec::new();
            wrap(&text, Span::whole(&text), 100, &mut found);
            assert_eq!(found.len(), lines, "{unit:?}");
        }
    }

    proptest! {
        #[test]
        fn lines_fit_and_lose_only_white_space(text in strange_text(), limit in 1_u16..30) {
            let mut lines = Vec::new();
            wrap(&text, Span::whole(&text), limit, &mut lines);
            let mut at = 0;
            for line in &lines {
                prop_assert!(line.start >= at && line.start <= line.end);
                let lost = Span::new(at, line.start).of(&text);
                prop_assert!(lost.chars().all(char::is_whitespace), "{lost:?} is lost");
                let drawn: Vec<u16> = cells(&text, *line).map(|cell| cell.width).collect();
                let width: u32 = drawn.iter().map(|width| u32::from(*width)).sum();
                prop_assert!(width <= u32::from(limit) || drawn.len() == 1, "{:?} is {width} wide", line.of(&text));
                at = line.end;
            }
            prop_assert!(Span::new(at, text.len() as u32).of(&text).trim().is_empty());
        }
    }
}
