//! The words of a folded name or query, as they are compared: runs of letters and digits.
//!
//! What O'Neill and U.S. have inside is left out, so that "oneill" and "us" are found. It knows nothing of sentences.

use unicode_normalization::char::is_combining_mark;

use crate::text::Span;

/// A word and its place in the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its letters and digits.
    pub text: String,
    /// Where it stands, with what is left out of `text`.
    pub span: Span,
}

/// The words of a folded text, in order.
pub(super) fn words(folded: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut is_open = false;
    let mut rest = folded.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        let end = (at + letter.len_utf8()) as u32;
        let last = found.last_mut().filter(|_| is_open);
        if is_letter(letter) {
            if let Some(word) = last {
                word.text.push(letter);
                word.span.end = end;
            } else {
                found.push(Word { text: letter.to_string(), span: Span::new(at as u32, end) });
            }
            is_open = true;
            continue;
        }
        let goes_on = rest.peek().is_some_and(|(_, next)| is_letter(*next));
        let is_initials = |word: &Word| word.text.len() as u32 * 2 == word.span.len() + 1;
        is_open = goes_on
            && last.is_some_and(|word| match letter {
                '\'' => true,
                '.' => is_initials(word),
                _ => false,
            });
    }
    found
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[track_caller]
    fn check(folded: &str, expected: &[(&str, &str)]) {
        let words = words(folded);
        let found: Vec<(&str, &str)> = words.iter().map(|word| (word.text.as_str(), word.span.of(folded))).collect();
        assert_eq!(found, expected, "{folded:?}");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("ada vex-worth", &[("ada", "ada"), ("vex", "vex"), ("worth", "worth")]);
        check("o'neill's", &[("oneills", "o'neill's")]);
        check("the u.s. navy", &[("the", "the"), ("us", "u.s"), ("navy", "navy")]);
        check("i. brandt, harbour.txt", &[("i", "i"), ("brandt", "brandt"), ("harbour", "harbour"), ("txt", "txt")]);
        check("की 'x' ''", &[("की", "की"), ("x", "x")]);
        check("", &[]);
    }
}
