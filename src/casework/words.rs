//! What the reader's own words have to be, wherever they are typed: a note says something, a tag and a name are one line.

use crate::text::is_hidden;

/// A note as it is kept.
///
/// # Errors
/// What is wrong with it, ready to be shown.
pub fn as_note(text: &str) -> Result<&str, &'static str> {
    if says_something(text) { Ok(text) } else { Err("a note needs words") }
}

/// A tag as it is kept: without the `#` that it may be typed with.
///
/// # Errors
/// What is wrong with it, ready to be shown.
pub fn as_tag(text: &str) -> Result<&str, &'static str> {
    let tag = text.trim().trim_start_matches('#').trim_start();
    if says_something(tag) { on_one_line(tag).ok_or("a tag is one line") } else { Err("a tag needs a word") }
}

/// A name as it is kept.
///
/// # Errors
/// What is wrong with it, ready to be shown.
pub fn as_name(text: &str) -> Result<&str, &'static str> {
    let name = text.trim();
    if says_something(name) { on_one_line(name).ok_or("a name is one line") } else { Err("a name needs letters") }
}

fn says_something(text: &str) -> bool {
    text.chars().any(|letter| !letter.is_whitespace() && !is_hidden(letter))
}

fn on_one_line(text: &str) -> Option<&str> {
    (!text.contains(char::is_control)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{as_name, as_note, as_tag};

    #[test]
    fn words_say_something() {
        for nothing in ["", "  ", "\n", "\u{200B}", "\u{1b}"] {
            assert_eq!(as_note(nothing), Err("a note needs words"), "{nothing:?}");
            assert_eq!(as_tag(nothing), Err("a tag needs a word"), "{nothing:?}");
            assert_eq!(as_name(nothing), Err("a name needs letters"), "{nothing:?}");
        }
        assert_eq!(as_note(" two\nlines "), Ok(" two\nlines "));
        assert_eq!(as_tag(" # calls & texts "), Ok("calls & texts"));
        assert_eq!(as_tag("#"), Err("a tag needs a word"));
        assert_eq!(as_tag("two\nlines"), Err("a tag is one line"));
        assert_eq!(as_name(" Ada Berg "), Ok("Ada Berg"));
        assert_eq!(as_name("Ada\u{1b}[31m Berg"), Err("a name is one line"));
    }
}
