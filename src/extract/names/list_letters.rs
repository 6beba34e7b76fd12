//! The letters that number a list ("A. Vex said ...", "B. The harbour ..."): they are no initials.

use std::collections::HashSet;

use crate::text::Token;

/// The tokens of each passage without the letter of a list before them. A letter counts where all letters before it begin passages
/// too, or where "II." follows an "I.".
pub(super) fn without_letters<'t>(text: &str, passages: &[&'t [Token]]) -> Vec<&'t [Token]> {
    let marks: HashSet<&str> = passages.iter().filter_map(|words| Some(mark(text, words)?.0)).collect();
    let is_of_list = |mark: &str| match mark.as_bytes() {
        [b'I'] if marks.contains("II") => true,
        [b'A'] => marks.contains("B"),
        [last] => (b'A'..*last).all(|letter| marks.contains(char::from(letter).encode_utf8(&mut [0; 4]) as &str)),
        _ => false,
    };
    let bare = |words: &&'t [Token]| match mark(text, words) {
        Some((mark, length)) if is_of_list(mark) => words.get(length..).unwrap_or_default(),
        _ => *words,
    };
    passages.iter().map(bare).collect()
}

/// The capital letter, or "II", that a passage begins with, a stop behind it, and the number of its tokens.
fn mark<'t>(text: &'t str, words: &[Token]) -> Option<(&'t str, usize)> {
    let (first, rest) = words.split_first()?;
    let word = first.of(text);
    let (mark, length) = match word.strip_suffix('.') {
        Some(mark) => (mark, 1),
        None => (word, rest.first().filter(|next| next.of(text) == ".").map(|_| 2)?),
    };
    let is_letter = mark.len() == 1 && mark.bytes().all(|letter| letter.is_ascii_uppercase());
    (is_letter || mark == "II").then_some((mark, length))
}
