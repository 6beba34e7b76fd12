//! Word wrap that keeps offsets: a block of text cut into line spans for a width in cells.
//!
//! Greedy first fit. A word longer than a line is cut at a grapheme. It draws nothing.

use super::{Cell, Span, cells};

/// Cuts `block` of `text` into lines of at most `limit` cells and appends their spans to `lines`.
///
/// Line ends inside the block break a line; white space at a break belongs to no line, so that lines never begin with it.
/// An empty block gives one empty line.
pub fn wrap(text: &str, block: Span, limit: u16, lines: &mut Vec<Span>) {
    let limit = limit.max(1);
    let mut line = Line::starting(block.start);
    for cell in cells(text, block) {
        let words = cell.span.of(text);
        if matches!(words, "\n" | "\r\n") {
            lines.push(line.finish());
            line = Line::starting(cell.span.end);
            continue;
        }
        let blank = words.chars().all(|c| c.is_whitespace() && c != '\u{A0}') && !cell.is_mark;
        if blank {
            line.blank(&cell);
            continue;
        }
        if line.used + cell.width > limit && !line.is_empty() {
            let carried = line.break_before(&cell, lines);
            line = carried;
        }
        line.push(&cell);
    }
    lines.push(line.finish());
}

/// The line that is being filled.
struct Line {
    start: u32,
    /// End of the last cell that is no white space.
    end: u32,
    used: u16,
    /// The last place where it may be broken: end of the words before, start of the next word, cells used up to it.
    gap: Option<(u32, u32, u16)>,
    in_gap: bool,
    begun: bool,
}

impl Line {
    fn starting(start: u32) -> Self {
        Self { start, end: start, used: 0, gap: None, in_gap: false, begun: false }
    }

    fn is_empty(&self) -> bool {
        !self.begun
    }

    fn blank(&mut self, cell: &Cell<'_>) {
        self.used = self.used.saturating_add(cell.width);
        self.in_gap = true;
    }

    fn push(&mut self, cell: &Cell<'_>) {
        if self.in_gap && self.begun {
            self.gap = Some((self.end, cell.span.start, self.used));
        } else if !self.begun && self.in_gap {
            // Indentation belongs to the line: its words begin where the block does.
            self.gap = None;
        }
        self.in_gap = false;
        self.begun = true;
        self.used = self.used.saturating_add(cell.width);
        self.end = cell.span.end;
    }

    /// Ends the line before `cell` and gives the next one, with the word that is carried over.
    fn break_before(&mut self, cell: &Cell<'_>, lines: &mut Vec<Span>) -> Self {
        if self.in_gap {
            lines.push(Span::new(self.start, self.end));
            return Self::starting(cell.span.start);
        }
        if let Some((end, next, used)) = self.gap {
            lines.push(Span::new(self.start, end));
            return Self { start: next, end: self.end, used: self.used - used, gap: None, in_gap: false, begun: true };
        }
        lines.push(Span::new(self.start, self.end));
        Self::starting(cell.span.start)
    }

    fn finish(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::wrap;
    use crate::text::Span;

    fn check(text: &str, limit: u16, expected: &[&str]) {
        let mut lines = Vec::new();
        wrap(text, Span::whole(text), limit, &mut lines);
        let shown: Vec<&str> = lines.iter().map(|line| line.of(text)).collect();
        assert_eq!(shown, expected, "{text:?} at {limit}");
    }

    #[test]
    fn words_wrap_at_spaces() {
        check("the Russian ambassador called", 14, &["the Russian", "ambassador", "called"]);
        check("the  Russian", 20, &["the  Russian"]);
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
}
