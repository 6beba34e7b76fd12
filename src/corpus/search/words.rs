//! The words of a text as they are searched: runs of letters and digits of its fold, each with its place.
//!
//! One pass, without a copy of the text: what is ASCII goes by a table, the rest by the fold.

use unicode_normalization::char::is_combining_mark;

use crate::text::fold_character;

/// What a byte is in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// It stands between words.
    Between,
    /// A letter or digit of ASCII.
    Letter,
    /// A part of a character beyond ASCII.
    Beyond,
}

static BYTES: [Byte; 256] = bytes();

const fn bytes() -> [Byte; 256] {
    let mut table = [Byte::Between; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            0x80.. => Byte::Beyond,
            letter if letter.is_ascii_alphanumeric() => Byte::Letter,
            _ => Byte::Between,
        };
        byte += 1;
    }
    table
}

fn byte(byte: u8) -> Byte {
    BYTES[usize::from(byte)]
}

/// Calls `each` with every word of `text` from the byte `from` on: where it starts, where it ends, and its fold, but that letters
/// of ASCII keep their case. Where `each` gives false, that was the last.
pub(super) fn words(text: &str, from: usize, mut each: impl FnMut(usize, usize, &str) -> bool) {
    let bytes = text.as_bytes();
    let mut beyond = String::new();
    let mut at = from;
    while let Some(first) = bytes.get(at) {
        if byte(*first) == Byte::Between {
            at += 1;
            continue;
        }
        let start = at;
        while bytes.get(at).is_some_and(|next| byte(*next) == Byte::Letter) {
            at += 1;
        }
        let word = text.get(start..at).unwrap_or_default();
        if bytes.get(at).is_none_or(u8::is_ascii) {
            if !each(start, at, word) {
                return;
            }
            continue;
        }
        beyond.clear();
        beyond.push_str(word);
        at = match beyond_ascii(text, start, at, &mut beyond, &mut each) {
            Some(end) => end,
            None => return,
        };
    }
}

/// How many bytes lie between the word that ends at `end` and the next, where they are one or two signs of ASCII; else 0.
pub(super) fn gap(text: &str, end: usize) -> u8 {
    let what = |at: usize| text.as_bytes().get(at).map(|next| byte(*next));
    match (what(end), what(end + 1)) {
        (Some(Byte::Between), Some(Byte::Letter)) => 1,
        (Some(Byte::Between), Some(Byte::Between)) if what(end + 2) == Some(Byte::Letter) => 2,
        _ => 0,
    }
}

/// Goes on with a word that has other letters than ASCII's, or ends it; gives where it has come to. One character may fold to
/// letters with something between (½): then several words stand at one place.
fn beyond_ascii(
    text: &str,
    mut start: usize,
    from: usize,
    word: &mut String,
    each: &mut impl FnMut(usize, usize, &str) -> bool,
) -> Option<usize> {
    // The fold of white space depends on what stands before it: here always a letter.
    const BEFORE: char = 'x';

    let mut folded = String::new();
    let mut end = from;
    for letter in text.get(from..).unwrap_or_default().chars() {
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() {
            break;
        }
        let next = end + letter.len_utf8();
        folded.clear();
        folded.push(BEFORE);
        fold_character(letter, &mut folded);
        for (nth, part) in folded.chars().skip(1).enumerate() {
            if is_letter(part) {
                if word.is_empty() {
                    start = end;
                }
                word.push(part);
                continue;
            }
            if !word.is_empty() && !each(start, if nth == 0 { end } else { next }, word) {
                return None;
            }
            word.clear();
        }
        end = next;
        if word.is_empty() {
            return Some(end);
        }
    }
    if !word.is_empty() && !each(start, end, word) {
        return None;
    }
    Some(end)
}

/// Marks that the fold keeps stand within words.
fn is_letter(part: char) -> bool {
    part.is_alphanumeric() || is_combining_mark(part)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::words;
    use crate::text::{Span, fold};

    fn found(text: &str) -> Vec<(String, String)> {
        let mut all = Vec::new();
        words(text, 0, |start, end, word| {
            all.push((Span::from(start..end).of(text).to_owned(), word.to_ascii_lowercase()));
            true
        });
        all
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(source, word)| ((*source).to_owned(), (*word).to_owned())).collect();
        assert_eq!(found(text), expected, "{text:?}");
    }

    #[test]
    fn words_are_folded_and_keep_their_places() {
        check("The U.S. can't", &[("The", "the"), ("U", "u"), ("S", "s"), ("can", "can"), ("t", "t")]);
        check("José\u{2019}s “Straße”", &[("José", "jose"), ("s", "s"), ("Straße", "strasse")]);
        check("Jose\u{301} co\u{ad}op", &[("Jose\u{301}", "jose"), ("co\u{ad}op", "coop")]);
        check("a½b—c", &[("a½", "a1"), ("½b", "2b"), ("c", "c")]);
        check("की 日本", &[("की", "की"), ("日本", "日本")]);
        check("—", &[]);
    }

    proptest! {
        #[test]
        fn words_are_those_of_the_whole_fold(text in "([a-zA-Z0-9 ½é’ß\u{301}\u{ad}—]|\\PC|\\s){0,60}") {
            let folded = fold(&text);
            let whole: String = folded.chars().filter(|c| super::is_letter(*c)).collect();
            let words: String = found(&text).into_iter().map(|(_, word)| word.to_ascii_lowercase()).collect();
            prop_assert_eq!(words, whole);
        }
    }
}
