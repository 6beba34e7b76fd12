//! JSON lines. Characters that can't be seen are escaped, so that a row is safe on a terminal and reads back the same.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::text::is_hidden;

/// Writes `row` and a line end.
///
/// # Errors
/// Those of `to`.
pub fn json_line(to: &mut impl Write, row: &impl Serialize) -> io::Result<()> {
    json(to, row)?;
    to.write_all(b"\n")
}

/// Writes `value` in one line, without a line end.
///
/// # Errors
/// Those of `to`.
pub fn json(to: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    Ok(value.serialize(&mut Serializer::with_formatter(to, Visible))?)
}

/// Compact JSON with `\u` escapes for hidden characters. Controls below U+0020 are escaped by JSON itself.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, to: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return to.write_all(fragment.as_bytes());
        }
        for piece in fragment.split_inclusive(is_hidden) {
            let last = piece.chars().next_back().filter(|last| is_hidden(*last));
            let shown = piece.len() - last.map_or(0, char::len_utf8);
            to.write_all(piece.get(..shown).unwrap_or_default().as_bytes())?;
            for unit in last.iter().flat_map(|last| last.encode_utf16(&mut [0; 2]).to_vec()) {
                write!(to, "\\u{unit:04x}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::json_line;
    use crate::text::is_hidden;

    fn written(text: &str) -> String {
        let mut to = Vec::new();
        json_line(&mut to, &text).unwrap();
        String::from_utf8(to).unwrap()
    }

    #[test]
    fn hidden_characters_are_escaped() {
        assert_eq!(
            written("a\u{1b}\u{9b}é\u{202e}\u{e0041}\"\u{7f}"),
            "\"a\\u001b\\u009bé\\u202e\\udb40\\udc41\\\"\\u007f\"\n"
        );
    }

    proptest! {
        #[test]
        fn rows_read_back_the_same(text in any::<String>()) {
            let line = written(&text);
            prop_assert!(!line.trim_end_matches('\n').contains(is_hidden), "{line:?}");
            prop_assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
        }
    }
}
