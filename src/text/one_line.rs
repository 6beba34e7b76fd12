//! Words on one line: a name, a title or a quote may be wrapped in its text.

use std::borrow::Cow;

/// `text` with one space for each run of white space, and none at its ends.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if is_one_line(text) {
        return Cow::Borrowed(text);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

fn is_one_line(text: &str) -> bool {
    let mut is_after_space = true;
    for character in text.chars() {
        let is_space = character.is_whitespace();
        if is_space && (is_after_space || character != ' ') {
            return false;
        }
        is_after_space = is_space;
    }
    !is_after_space || text.is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::one_line;

    #[test]
    fn white_space_of_any_kind_is_one_space() {
        for (text, expected) in [
            ("Ada\r\n\tBerg", "Ada Berg"),
            (" Ada  Berg ", "Ada Berg"),
            ("Ada\u{a0}Berg", "Ada Berg"),
            ("", ""),
            (" ", ""),
        ] {
            assert_eq!(one_line(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_on_one_line_stays_as_it_is(text in "[a \u{a0}\n]{0,8}") {
            let line = one_line(&text).into_owned();
            prop_assert_eq!(&line, &text.split_whitespace().collect::<Vec<_>>().join(" "));
            prop_assert_eq!(&one_line(&line), &line);
        }
    }
}
