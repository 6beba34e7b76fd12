//! What may be shown of a text that comes from outside: the only way for it to reach a terminal.
//!
//! Controls, bidirectional marks and invisible characters become marks that can be seen ("^[", "<U+202E>"), never raw and never
//! dropped; what is shown keeps its way back to the offsets. It does not judge or repair: the text itself stays as it is.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Span;

/// Combining marks that are drawn on one letter; the rest is counted ("<+992>"). Real scripts use up to four.
const MARKS_A_CELL: usize = 6;
/// Cells that a tab takes.
const TAB: &str = "    ";

/// One grapheme as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// Where it stands in the text, in bytes.
    pub span: Span,
    /// What is drawn for it: printable characters only.
    pub shown: Cow<'t, str>,
    /// Its width in terminal cells.
    pub width: u16,
    /// Whether `shown` stands for a character that can't be seen or must not be written.
    pub is_mark: bool,
}

/// The stretch `span` of `text` as it is shown, a grapheme at a time.
pub fn cells(text: &str, span: Span) -> impl Iterator<Item = Cell<'_>> {
    span.of(text)
        .grapheme_indices(true)
        .flat_map(move |(offset, grapheme)| Graphemes { start: span.start + offset as u32, rest: grapheme })
}

/// `text` as one line that may be shown: marks for what can't be seen, line ends and tabs as marks too.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(text);
    }
    cells(text, Span::whole(text))
        .map(|cell| if cell.span.of(text) == "\t" { Cow::Borrowed("^I") } else { cell.shown })
        .collect::<String>()
        .into()
}

/// The width in terminal cells of a string that is already visible.
pub fn width(shown: &str) -> usize {
    if shown.is_ascii() { shown.len() } else { shown.width() }
}

/// A visible string cut to `limit` cells, its end replaced by "…" where something was cut.
pub fn clip(shown: &str, limit: usize) -> Cow<'_, str> {
    if width(shown) <= limit {
        return Cow::Borrowed(shown);
    }
    if limit == 0 {
        return Cow::Borrowed("");
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in shown.graphemes(true) {
        used += width(grapheme);
        if used > limit - 1 {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept.into()
}

/// The pieces of one grapheme: mostly one; a hidden character or a heap of marks splits it.
struct Graphemes<'t> {
    start: u32,
    rest: &'t str,
}

impl<'t> Iterator for Graphemes<'t> {
    type Item = Cell<'t>;

    fn next(&mut self) -> Option<Cell<'t>> {
        let first = self.rest.chars().next()?;
        let (length, shown, is_mark) = match mark(first) {
            Some(shown) => (first.len_utf8(), Cow::Owned(shown), true),
            None if first == '\t' => (1, Cow::Borrowed(TAB), false),
            None if is_combining_mark(first) => heap_of_marks(self.rest),
            None => printable(self.rest),
        };
        let cell = Cell {
            span: Span::new(self.start, self.start + length as u32),
            width: width(&shown) as u16,
            shown,
            is_mark,
        };
        self.start += length as u32;
        self.rest = self.rest.get(length..).unwrap_or_default();
        Some(cell)
    }
}

/// A base letter with up to [`MARKS_A_CELL`] marks, joined emoji included, up to the next hidden character.
fn printable(rest: &str) -> (usize, Cow<'_, str>, bool) {
    let mut marks = 0;
    let joined = rest.chars().count() <= 12 && rest.width() <= 2 && rest.contains('\u{200D}') && !rest.is_ascii();
    let end = rest
        .char_indices()
        .skip(1)
        .find(|(_, character)| {
            marks += usize::from(is_combining_mark(*character));
            let hidden = mark(*character).is_some() && !(joined && *character == '\u{200D}');
            hidden || marks > MARKS_A_CELL
        })
        .map_or(rest.len(), |(offset, _)| offset);
    (end, Cow::Borrowed(rest.get(..end).unwrap_or_default()), false)
}

/// Marks without a letter of their own: drawn as their count.
fn heap_of_marks(rest: &str) -> (usize, Cow<'_, str>, bool) {
    let heap = rest.chars().take_while(|character| is_combining_mark(*character) && mark(*character).is_none());
    let (count, length) = heap.fold((0_u32, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
    (length, Cow::Owned(format!("<+{count}>")), true)
}

/// Whether `character` can't be seen or must not be written to a terminal: what [`cells`] and [`visible`] show as a mark.
pub fn is_hidden(character: char) -> bool {
    character.is_ascii_control() || is_hidden_beyond_ascii(character)
}

/// The visible mark for a character that must not be written as it is.
fn mark(character: char) -> Option<String> {
    match character {
        '\t' => None,
        '\0'..='\u{1F}' => char::from_u32(u32::from(character) + 64).map(|caret| format!("^{caret}")),
        '\u{7F}' => Some("^?".into()),
        character if is_hidden_beyond_ascii(character) => Some(format!("<U+{:04X}>", u32::from(character))),
        _ => None,
    }
}

/// C1 controls, format and bidirectional characters, line separators, private use, tags and non-characters.
fn is_hidden_beyond_ascii(character: char) -> bool {
    matches!(character,
        '\u{80}'..='\u{9F}' | '\u{AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}'
        | '\u{FDD0}'..='\u{FDEF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{10FFFF}')
        || u32::from(character) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::{cells, clip, visible, width};
    use crate::text::Span;

    #[test]
    fn nothing_dangerous_is_shown_raw_and_nothing_is_dropped() {
        for (text, shown) in [
            ("a\u{1b}[31mred", "a^[[31mred"),
            ("x\u{202e}y", "x<U+202E>y"),
            ("Ada\u{200b}Vex", "Ada<U+200B>Vex"),
            ("A\tB\r\nC", "A^IB^M^JC"),
            ("\u{9b}31m", "<U+009B>31m"),
            ("José e\u{301}", "José e\u{301}"),
        ] {
            assert_eq!(visible(text), shown, "{text:?}");
        }
    }

    #[test]
    fn a_heap_of_marks_is_counted_not_drawn() {
        let text = format!("a{}b", "\u{301}".repeat(1000));
        let shown = visible(&text);
        assert!(shown.chars().count() < 20, "{shown}");
        assert!(shown.contains("<+994>") && shown.ends_with('b'), "{shown}");
    }

    #[test]
    fn cells_cover_the_text_without_gaps() {
        let text = "a\u{1b}é\u{301}\u{200d}👨\u{200d}👩\u{200d}👧 漢字\u{e0041}\t\n";
        let mut at = 0;
        for cell in cells(text, Span::whole(text)) {
            assert_eq!(cell.span.start, at);
            assert_eq!(cell.width as usize, width(&cell.shown));
            at = cell.span.end;
        }
        assert_eq!(at as usize, text.len());
    }

    #[test]
    fn clipping_says_so() {
        assert_eq!(clip("Washington Post", 15), "Washington Post");
        assert_eq!(clip("Washington Post", 12), "Washington…");
        assert_eq!(clip("漢字漢字", 5), "漢字…");
        assert_eq!(clip("abc", 0), "");
    }
}
