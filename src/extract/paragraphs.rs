//! Paragraphs: which lines of a text belong together.
//!
//! A blank line always separates. Lines that touch are one paragraph only where the text is wrapped by hand, and only up to a
//! line that ends early; in a text with a paragraph a line (articles, lists, headlines) each line is its own. It cuts no sentences.

use crate::text::Span;

/// Shorter lines are never taken for wrapped prose: lists and tables are made of them.
const SHORTEST_WRAP: usize = 40;
/// Longer lines are no hand-wrapped lines; where they hold half of a text, nothing in it is wrapped.
const LONGEST_WRAP: usize = 132;
/// Share, in percent, of the touching lines that must go on inside a sentence. Wrapped prose has 50 to 70, lists hardly any.
const SHARE_GOING_ON: usize = 30;

/// How a text is wrapped: how far a line and the next line's first word must reach together for the line to be full.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wrapping {
    /// In characters; `None` where each line is a paragraph.
    full: Option<usize>,
}

impl Wrapping {
    /// Each line is a paragraph.
    pub(super) const NONE: Self = Self { full: None };

    /// Judges the prose of a text: `zones` are the stretches that hold it.
    pub(super) fn of(text: &str, zones: impl Iterator<Item = Span>) -> Self {
        let lines = zones.flat_map(|zone| lines(text, zone));
        let (mut touching, mut reaches) = (0, Vec::new());
        let (mut characters, mut in_long_lines) = (0, 0);
        let mut above: Option<Line<'_>> = None;
        for line in lines {
            characters += line.length;
            in_long_lines += if line.length > LONGEST_WRAP { line.length } else { 0 };
            if let Some(above) = above.filter(|above| !above.words.is_empty() && !line.words.is_empty()) {
                touching += 1;
                let reach = above.reach(&line);
                if line.goes_on() && !above.is_finished() && (SHORTEST_WRAP..=LONGEST_WRAP).contains(&above.length) {
                    reaches.push(reach);
                }
            }
            above = Some(line);
        }
        let is_wrapped =
            !reaches.is_empty() && reaches.len() * 100 >= touching * SHARE_GOING_ON && in_long_lines * 2 < characters;
        reaches.sort_unstable();
        // The tenth percentile: a few lines that were broken early do not make every short line a full one.
        Self { full: reaches.get(reaches.len() / 10).copied().filter(|_| is_wrapped) }
    }

    fn joins(self, above: &Line<'_>, below: &Line<'_>) -> bool {
        let Some(full) = self.full else { return false };
        if below.is_item() || (below.indent > above.indent + 1 && !below.goes_on()) {
            return false;
        }
        above.reach(below) >= full || (below.goes_on() && !above.is_finished())
    }
}

/// The paragraphs of the stretch `within` of `text`, in order, without white space at their ends.
pub(super) fn paragraphs(text: &str, within: Span, wrapping: Wrapping) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut above: Option<Line<'_>> = None;
    for line in lines(text, within) {
        if line.words.is_empty() {
            above = None;
            continue;
        }
        match (above.filter(|above| wrapping.joins(above, &line)), found.last_mut()) {
            (Some(_), Some(paragraph)) => *paragraph = paragraph.cover(line.span),
            _ => found.push(line.span),
        }
        above = Some(line);
    }
    found
}

/// A line without the white space at its ends.
#[derive(Clone, Copy, Debug)]
struct Line<'t> {
    span: Span,
    words: &'t str,
    /// Characters of white space before it.
    indent: usize,
    /// Characters, indentation included.
    length: usize,
}

impl Line<'_> {
    /// How long this line would be with the first word of `below`.
    fn reach(&self, below: &Line<'_>) -> usize {
        self.length + 1 + below.words.split_whitespace().next().unwrap_or_default().chars().count()
    }

    /// Whether it begins as no sentence does: with a small letter, or a letter of a script without capitals.
    fn goes_on(&self) -> bool {
        self.words.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_uppercase())
    }

    fn is_finished(&self) -> bool {
        let closing = |c: char| matches!(c, '"' | '\'' | '\u{201D}' | '\u{2019}' | ')' | ']');
        self.words.trim_end_matches(closing).ends_with(['.', '!', '?', ':', '\u{3002}', '\u{2026}'])
    }

    fn is_item(&self) -> bool {
        let mut characters = self.words.chars();
        let sign = characters.next().is_some_and(|c| matches!(c, '-' | '*' | '•' | '·' | '‣' | '–' | '—' | '#' | '>'));
        sign && characters.next().is_none_or(char::is_whitespace)
    }
}

/// The lines of a stretch. A text that knows only carriage returns (old Mac files) is cut at those.
fn lines(text: &str, within: Span) -> impl Iterator<Item = Line<'_>> {
    let inside = within.of(text);
    let end_of_line = if inside.contains('\r') && !inside.contains('\n') { '\r' } else { '\n' };
    let mut start = within.start;
    inside.split_inclusive(end_of_line).map(move |line| {
        let whole = Span::new(start, start + line.len() as u32);
        start = whole.end;
        let span = whole.trimmed(text);
        let words = span.of(text);
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        Line { span, words, indent, length: indent + words.chars().count() }
    })
}

#[cfg(test)]
mod tests {
    use std::iter;

    use super::{Wrapping, paragraphs};
    use crate::text::Span;

    fn check(text: &str, expected: &[&str]) {
        let found = paragraphs(text, Span::whole(text), Wrapping::of(text, iter::once(Span::whole(text))));
        let found: Vec<&str> = found.iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_line_is_a_paragraph_where_lines_are_long() {
        let long = "The minister spoke at length. ".repeat(10);
        let text = format!("A headline\nand a second\n{long}\n{long}\n\nThe end");
        check(&text, &["A headline", "and a second", long.trim(), long.trim(), "The end"]);
    }

    #[test]
    fn hand_wrapped_lines_are_one_paragraph_up_to_a_line_that_ends_early() {
        let first = "The clerk of the harbour said that the ship had left before the\n\
                     letter came, and that nobody aboard could have known of the new\n\
                     rule. She asked Vera\n";
        let second = "Nobody answered her letters for the rest of the summer and so the\n\
                      matter was dropped.";
        check(
            &format!("PORT NEWS\n\n{first}{second}\n- one thing\n- another\n"),
            &["PORT NEWS", first.trim(), second, "- one thing", "- another"],
        );
    }

    #[test]
    fn an_indented_line_begins_a_paragraph() {
        let text = "   The clerk of the harbour said that the ship had left before the\n\
                    letter came, and that nobody aboard could have known of the rules.\n   \
                    Nobody answered her letters for the rest of that summer and so the\n\
                    matter was dropped.";
        let halves: Vec<&str> = text.split("\n   ").map(str::trim).collect();
        check(text, &halves);
    }

    #[test]
    fn lists_of_names_and_captions_stay_apart() {
        check("Ada Berg\nJon Falk\nthe clerk", &["Ada Berg", "Jon Falk", "the clerk"]);
        let caption = "The harbour master with a friend of his, last summer (file photo)";
        check(&format!("{caption}\n{caption}\n"), &[caption, caption]);
    }

    #[test]
    fn every_kind_of_line_end() {
        check("One.\r\n\r\nTwo.\r\nThree.", &["One.", "Two.", "Three."]);
        check("One.\rTwo.", &["One.", "Two."]);
        check("One.\n \t\n\n\nTwo.\n", &["One.", "Two."]);
        check("\n\n", &[]);
    }
}
