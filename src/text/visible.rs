//! Short strings from outside as they may be shown: the only way for a title, a name or a path to reach a terminal.
//!
//! Controls, bidirectional marks and invisible characters become marks that can be seen ("^[", "<U+202E>"), never raw and never
//! dropped. Texts that are read go through [`cells`](super::cells()), which keeps the way back to the offsets.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::hidden::character_width;
use super::{Span, cells};

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

/// The width in terminal cells of a string that is already visible: the sum of its characters', which terminals agree on.
pub fn width(shown: &str) -> usize {
    if shown.is_ascii() { shown.len() } else { shown.chars().map(character_width).sum() }
}

/// A visible string cut to `limit` cells, its end replaced by "…" where something was cut.
pub fn clip(shown: &str, limit: usize) -> Cow<'_, str> {
    let mut used = 0;
    let mut kept = 0;
    for grapheme in shown.graphemes(true) {
        used += width(grapheme);
        if used > limit {
            let start = shown.get(..kept).unwrap_or_default().trim_end();
            return if limit == 0 { Cow::Borrowed("") } else { format!("{start}…").into() };
        }
        if used < limit {
            kept += grapheme.len();
        }
    }
    Cow::Borrowed(shown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{clip, visible, width};
    use crate::text::cells::tests::strange_text;
    use crate::text::is_hidden;

    #[test]
    fn nothing_dangerous_is_shown_raw_and_nothing_is_dropped() {
        for (text, shown) in [
            ("a\u{1b}[31mred", "a^[[31mred"),
            ("\u{1b}]52;c;aGk=\u{7}", "^[]52;c;aGk=^G"),
            ("x\u{202e}y", "x<U+202E>y"),
            ("Ada\u{200b}Vex", "Ada<U+200B>Vex"),
            ("A\tB\r\nC\u{7f}", "A^IB^M^JC^?"),
            ("\u{9b}31m\u{85}", "<U+009B>31m<U+0085>"),
            ("José e\u{301}", "José e\u{301}"),
            ("\u{e0041}\u{f8ff}\u{ffff}", "<U+E0041><U+F8FF><U+FFFF>"),
        ] {
            assert_eq!(visible(text), shown, "{text:?}");
        }
    }

    #[test]
    fn clipping_says_so() {
        for (shown, limit, clipped) in [
            ("Harbour Board", 13, "Harbour Board"),
            ("Harbour Board", 9, "Harbour…"),
            ("漢字漢字", 5, "漢字…"),
            ("漢字漢字", 4, "漢…"),
            ("漢字", 4, "漢字"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
        ] {
            assert_eq!(clip(shown, limit), clipped, "{shown:?} at {limit}");
        }
    }

    proptest! {
        #[test]
        fn what_is_visible_is_safe_and_stays_so(text in strange_text(), limit in 0_usize..40) {
            let shown = visible(&text);
            prop_assert!(!shown.contains(is_hidden), "{shown:?}");
            prop_assert_eq!(&visible(&shown), &shown);
            let clipped = clip(&shown, limit);
            prop_assert!(width(&clipped) <= limit, "{clipped:?}");
            prop_assert_eq!(clipped == shown, width(&shown) <= limit);
        }
    }
}
