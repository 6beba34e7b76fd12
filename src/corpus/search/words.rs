//! The words of a text as they are searched: runs of letters and digits of its fold, each with its place.
//!
//! One pass, without a copy of the text: what is ASCII goes by a table, the rest by the fold.

use crate::text::fold_into;

/// What one byte of ASCII is in a word: its folded self, or 0 where it stands between words. Bytes beyond ASCII are 255.
static FOLDED: [u8; 256] = folded();

const fn folded() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            letter @ b'A'..=b'Z' => letter + 32,
            same @ (b'a'..=b'z' | b'0'..=b'9') => same,
            0x80.. => 255,
            _ => 0,
        };
        byte += 1;
    }
    table
}

/// Calls `each` with every word of `text` from the byte `from` on: where it starts, where it ends, and its fold. Where `each` gives
/// false, that was the last.
pub(super) fn words(text: &str, from: usize, mut each: impl FnMut(usize, usize, &str) -> bool) {
    let bytes = text.as_bytes();
    let mut word = String::with_capacity(64);
    let mut at = from;
    while let Some(first) = bytes.get(at) {
        if FOLDED[usize::from(*first)] == 0 {
            at += 1;
            continue;
        }
        let start = at;
        word.clear();
        while let Some(letter) = bytes.get(at).map(|byte| FOLDED[usize::from(*byte)]).filter(|letter| !matches!(letter, 0 | 255)) {
            word.push(char::from(letter));
            at += 1;
        }
        if bytes.get(at).is_none_or(|byte| byte.is_ascii()) {
            if !each(start, at, &word) {
                return;
            }
            continue;
        }
        at = match beyond_ascii(text, start, at, &mut word, &mut each) {
            Some(end) => end,
            None => return,
        };
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
    let mut folded = String::new();
    let mut end = from;
    for letter in text.get(from..).unwrap_or_default().chars() {
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() {
            break;
        }
        let next = end + letter.len_utf8();
        folded.clear();
        fold_into(letter, &mut folded);
        let mut has_ended = false;
        for part in folded.chars() {
            if is_letter(part) {
                if word.is_empty() {
                    start = end;
                }
                word.push(part);
                has_ended = false;
            } else {
                has_ended = true;
                if !word.is_empty() && !each(start, if is_first(&folded, part) { end } else { next }, word) {
                    return None;
                }
                word.clear();
            }
        }
        end = next;
        if has_ended {
            return Some(end);
        }
    }
    if !word.is_empty() && !each(start, end, word) {
        return None;
    }
    Some(end)
}

fn is_first(folded: &str, part: char) -> bool {
    folded.starts_with(part)
}

/// Marks that the fold keeps stand within words.
fn is_letter(part: char) -> bool {
    part.is_alphanumeric() || unicode_normalization::char::is_combining_mark(part)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::words;
    use crate::text::cells::tests::strange_text;
    use crate::text::{Span, fold};

    fn found(text: &str) -> Vec<(String, String)> {
        let mut all = Vec::new();
        words(text, 0, |start, end, word| {
            all.push((Span::from(start..end).of(text).to_owned(), word.to_owned()));
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
        fn words_are_those_of_the_whole_fold(text in strange_text()) {
            let folded = fold(&text);
            let whole: String = folded.chars().filter(|c| super::is_letter(*c)).collect();
            let words: String = found(&text).into_iter().map(|(_, word)| word).collect();
            prop_assert_eq!(words, whole);
        }
    }
}
