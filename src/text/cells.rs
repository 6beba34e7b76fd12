//! [`cells`]: a text as it is drawn, a letter at a time, with the way back to its offsets.
//!
//! What is drawn is chosen so that terminals agree on its width: an emoji that is joined of several is drawn as its parts side
//! by side, without joiners, skin tones and presentation selectors, and a flag as its two letters. It judges and repairs nothing: the text stays as it is.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

use super::hidden::{character_width, is_emoji, is_hidden, is_presentation, is_skin_tone, mark};
use super::{Span, width};

/// Combining marks that are drawn on one letter; the rest is counted ("<+992>"). Real scripts seldom use more.
const MARKS_A_CELL: usize = 4;
/// Joins emoji to one (U+200D); anywhere else it is hidden.
const JOINER: char = '\u{200D}';
/// Regional indicators: two of them are a flag.
const FIRST_FLAG_LETTER: char = '\u{1F1E6}';
const LAST_FLAG_LETTER: char = '\u{1F1FF}';
/// Cells that a tab takes.
const TAB: &str = "    ";

/// One letter as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// Where it stands in the text, in bytes. Together the cells cover the text without gaps.
    pub span: Span,
    /// What is drawn for it: printable characters only, a few at most.
    pub shown: Cow<'t, str>,
    /// Its width in terminal cells, at least one.
    pub width: u16,
    /// Whether `shown` stands for something that can't be seen, must not be written, or is not drawn in full.
    pub is_mark: bool,
}

/// The stretch `span` of `text` as it is shown, a letter at a time. A line end is one cell. Where a cell begins does not depend on
/// what stands before it, so that a line cut between cells is drawn as it was measured.
pub fn cells(text: &str, span: Span) -> impl Iterator<Item = Cell<'_>> {
    let end = span.of(text).len() + span.start as usize;
    Cells { text, at: span.start as usize, end }
}

struct Cells<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Iterator for Cells<'t> {
    type Item = Cell<'t>;

    fn next(&mut self) -> Option<Cell<'t>> {
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let bytes = self.text.as_bytes();
        let is_plain = bytes.get(start).is_some_and(|byte| (b' '..=b'~').contains(byte));
        if is_plain && bytes.get(start + 1).is_none_or(u8::is_ascii) {
            self.at += 1;
            let shown = self.text.get(start..self.at).unwrap_or_default();
            return Some(Cell { span: Span::from(start..self.at), shown: shown.into(), width: 1, is_mark: false });
        }
        let drawn = Drawn::first_of(self.text.get(start..)?);
        self.at = (start + drawn.length).min(self.end);
        let span = Span::from(start..self.at);
        Some(Cell { span, width: width(&drawn.shown) as u16, shown: drawn.shown, is_mark: drawn.is_mark })
    }
}

/// What is drawn for the first `length` bytes of a text.
struct Drawn<'t> {
    length: usize,
    shown: Cow<'t, str>,
    is_mark: bool,
}

impl<'t> Drawn<'t> {
    fn first_of(rest: &'t str) -> Self {
        let mut characters = rest.chars();
        let first = characters.next().unwrap_or('\0');
        match first {
            '\t' => Self { length: 1, shown: TAB.into(), is_mark: false },
            '\r' if characters.next() == Some('\n') => Self { length: 2, shown: "^M^J".into(), is_mark: true },
            FIRST_FLAG_LETTER..=LAST_FLAG_LETTER => Self::flag_letter(first),
            _ if is_hidden(first) => Self::hidden(first),
            _ if is_combining_mark(first) => Self::heap(rest),
            _ if character_width(first) == 0 => Self::hidden(first),
            _ => Self::letter(rest, first),
        }
    }

    fn hidden(character: char) -> Self {
        Self { length: character.len_utf8(), shown: Cow::Owned(mark(character)), is_mark: true }
    }

    /// Half of a flag, as the Latin letter that it is: terminals give a flag two, three or four cells.
    fn flag_letter(character: char) -> Self {
        let place = u32::from(character) - u32::from(FIRST_FLAG_LETTER);
        let letter = char::from_u32(u32::from('A') + place).unwrap_or('?');
        Self { length: character.len_utf8(), shown: Cow::Owned(letter.into()), is_mark: true }
    }

    /// A letter with a few of its marks. An emoji keeps the joiner behind it, so that what it is joined to begins a cell.
    fn letter(rest: &'t str, base: char) -> Self {
        let mut length = base.len_utf8();
        let (mut marks, mut left_out, mut is_mark) = (0, 0, false);
        let mut characters = rest.chars().skip(1).peekable();
        while let Some(character) = characters.next() {
            let is_joiner = character == JOINER && is_emoji(base) && characters.peek().copied().is_some_and(is_emoji);
            if is_joiner || (is_skin_tone(character) && is_emoji(base)) {
                is_mark = true;
                left_out += 1;
            } else if is_presentation(character) && marks + left_out == 0 {
                left_out += 1;
            } else if is_drawn_on(base, character) && marks < MARKS_A_CELL {
                marks += 1;
            } else {
                break;
            }
            length += character.len_utf8();
            if is_joiner {
                break;
            }
        }
        let whole = rest.get(..length).unwrap_or_default();
        let drawn_behind = || whole.chars().skip(1).filter(|character| is_drawn_on(base, *character));
        let shown = if left_out == 0 { whole.into() } else { std::iter::once(base).chain(drawn_behind()).collect() };
        Self { length, shown, is_mark }
    }

    /// Marks without a letter of their own, or too many for it: drawn as their count.
    fn heap(rest: &'t str) -> Self {
        let heap = rest.chars().take_while(|character| is_combining_mark(*character) && !is_hidden(*character));
        let (count, length) = heap.fold((0_u32, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
        Self { length, shown: Cow::Owned(format!("<+{count}>")), is_mark: true }
    }
}

/// Whether `character` takes no cell of its own behind `base`: combining marks, and the later parts of a Hangul syllable.
fn is_drawn_on(base: char, character: char) -> bool {
    let begins_a_syllable = matches!(base, '\u{1100}'..='\u{115E}' | '\u{A960}'..='\u{A97C}' | '\u{AC00}'..='\u{D7A3}');
    let goes_on = matches!(character, '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}') && begins_a_syllable;
    (is_combining_mark(character) || goes_on) && !is_presentation(character) && !is_hidden(character)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;
    use unicode_normalization::char::is_combining_mark;

    use super::{MARKS_A_CELL, cells};
    use crate::text::{Span, is_hidden, width};

    /// What is drawn, a `|` between cells and `!` behind marks.
    fn check(text: &str, expected: &str) {
        let drawn =
            |cell: super::Cell<'_>| if cell.is_mark { format!("{}!", cell.shown) } else { cell.shown.into_owned() };
        let shown: Vec<String> = cells(text, Span::whole(text)).map(drawn).collect();
        assert_eq!(shown.join("|"), expected, "{text:?}");
    }

    #[test]
    fn letters_keep_their_marks() {
        check("Ae\u{301}", "A|e\u{301}");
        check("한국", "한|국");
        check("\u{1112}\u{1161}\u{11ab}", "\u{1112}\u{1161}\u{11ab}");
        check("\u{1161}", "<U+1161>!");
    }

    #[test]
    fn a_heap_of_marks_is_counted() {
        check(&format!("a{}b", "\u{301}".repeat(1000)), "a\u{301}\u{301}\u{301}\u{301}|<+996>!|b");
        check("\u{301}", "<+1>!");
    }

    #[test]
    fn emoji_are_drawn_as_parts_of_known_width() {
        check("👨\u{200d}👩\u{200d}👧", "👨!|👩!|👧");
        check("👍🏽", "👍!");
        check("❤\u{fe0f}x", "❤|x");
        check("1\u{fe0f}\u{20e3}", "1\u{20e3}");
        check("🇺🇸🇷🇺", "U!|S!|R!|U!");
    }

    #[test]
    fn hidden_characters_are_marks() {
        check("a\u{200d}b", "a|<U+200D>!|b");
        check("👨\u{200d}x", "👨|<U+200D>!|x");
        check("क\u{94d}\u{200d}ष", "क\u{94d}|<U+200D>!|ष");
        check("a\u{fe0f}\u{fe0f}\u{fe0f}", "a|<+2>!");
        check("a\u{e0101}\u{34f}", "a|<U+E0101>!|<U+034F>!");
        check("a\r\nb\rc", "a|^M^J!|b|^M!|c");
    }

    /// A text of the kinds that go wrong.
    pub(in crate::text) fn strange_text() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            4 => "[a-z ]{1,8}",
            2 => "\\PC{1,4}",
            1 => "[\0-\u{1f}\u{7f}-\u{a0}\r\n\t]{1,3}",
            1 => "[\u{300}-\u{310}\u{fe0e}\u{fe0f}\u{e0100}-\u{e0110}\u{34f}]{1,12}",
            1 => "[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{2028}\u{2029}\u{feff}\u{ad}]{1,3}",
            1 => "[👨👩👧👍❤🏽🏻🇺🇸\u{200d}\u{fe0f}]{1,9}",
            1 => "[\u{1100}-\u{11ff}\u{d7b0}-\u{d7ff}ᄀ각\u{0600}-\u{0605}]{1,6}",
            1 => "[\u{900}-\u{97f}\u{0e00}-\u{0e5b}\u{1780}-\u{17ff}\u{200d}]{1,6}",
        ];
        proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn cells_cover_the_text_and_are_safe(text in strange_text()) {
            let mut at = 0;
            for cell in cells(&text, Span::whole(&text)) {
                prop_assert_eq!(cell.span.start, at);
                prop_assert!(!cell.span.of(&text).is_empty(), "{cell:?} moves on by whole characters");
                at = cell.span.end;
                prop_assert!(!cell.shown.contains(is_hidden), "{cell:?}");
                prop_assert_eq!(usize::from(cell.width), width(&cell.shown));
                prop_assert!(cell.width >= 1 && cell.shown.chars().count() <= 24, "{cell:?}");
                let marks = cell.shown.chars().filter(|c| is_combining_mark(*c)).count();
                prop_assert!(marks <= MARKS_A_CELL, "{cell:?}");
            }
            prop_assert_eq!(at as usize, text.len());
        }

        #[test]
        fn a_line_is_drawn_as_it_was_measured(text in strange_text(), cut in 0_usize..200) {
            let whole: Vec<_> = cells(&text, Span::whole(&text)).collect();
            let (before, after) = whole.split_at(cut.min(whole.len()));
            let border = after.first().map_or(text.len() as u32, |cell| cell.span.start);
            let first = cells(&text, Span::new(0, border));
            let second = cells(&text, Span::new(border, text.len() as u32));
            prop_assert!(first.eq(before.iter().cloned()) && second.eq(after.iter().cloned()));
        }
    }
}
