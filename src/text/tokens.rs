//! Tokens: words, numbers and signs as spans.
//!
//! A word keeps its inner apostrophe ("didn't", "O'Neill") but not a possessive ("Lind" + "'s"). Letters with inner dots
//! ("U.S.", "p.m.") and single capitals with a dot ("I.") are one token, dot included. Numbers keep inner `.`, `,` and `:` between
//! digits ("1,000", "2:30"). Hyphens, slashes and all other signs stand alone. White space makes no token.

use unicode_normalization::char::is_combining_mark;

use super::Span;

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// "meeting", and words of scripts without case.
    Lower,
    /// "Lind", "I.", "McDonald": begins with a capital and has a small letter, or is one capital.
    Capital,
    /// "NATO", "U.S.": two or more letters, all capitals.
    Upper,
    /// "iPhone", "e-Mail"'s parts: a capital after a small beginning.
    Mixed,
    /// Begins with a digit: "29", "2:30", "28th", "4x4".
    Number,
    /// Anything else: one sign.
    Sign,
}

/// A token: where it stands and what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// Its place in the text, in bytes.
    pub span: Span,
    /// What it looks like.
    pub shape: Shape,
}

impl Token {
    /// The token's words.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }

    /// The text of a word that may be known; nothing for one that is longer than any: a letter may bear half a million marks, and each
    /// look at them costs.
    pub fn known<'t>(&self, text: &'t str) -> &'t str {
        if self.span.len() > LONGEST_WORD { "" } else { self.of(text) }
    }

    /// Whether it is a word or a number, no sign.
    pub fn is_word(&self) -> bool {
        self.shape != Shape::Sign
    }

    /// Whether it begins with a capital letter.
    pub fn is_capitalized(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper)
    }
}

/// The tokens of the stretch `within` of `text`, in order; spans index the whole `text`.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let inside = within.of(text);
    let mut found = Vec::with_capacity(inside.len() / 5);
    let mut rest = inside.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() {
            continue;
        }
        let end = if first.is_ascii_digit() {
            number_end(inside, start)
        } else if first.is_alphabetic() {
            word_end(inside, start)
        } else if is_combining_mark(first) {
            // Marks without a letter, as a line cut amid half a million of them has: one sign.
            start + tail(inside, start).find(|mark| !is_combining_mark(mark)).unwrap_or(inside.len() - start)
        } else {
            possessive_end(inside, start, first).unwrap_or(start + first.len_utf8())
        };
        while rest.next_if(|(offset, _)| *offset < end).is_some() {}
        let span = Span::new(within.start + start as u32, within.start + end as u32);
        found.push(Token { span, shape: shape(span.of(text)) });
    }
    found
}

fn number_end(inside: &str, start: usize) -> usize {
    let bytes = inside.as_bytes();
    let mut end = start;
    for (offset, character) in tail(inside, start).char_indices().map(|(at, c)| (start + at, c)) {
        let between_digits = matches!(character, '.' | ',' | ':')
            && offset > start
            && bytes[offset - 1].is_ascii_digit()
            && bytes.get(offset + 1).is_some_and(u8::is_ascii_digit);
        if !(character.is_alphanumeric() || between_digits) {
            break;
        }
        end = offset + character.len_utf8();
    }
    end
}

fn word_end(inside: &str, start: usize) -> usize {
    let mut end = start;
    let mut letters_since_dot = 0;
    let mut dots = 0;
    let mut characters = tail(inside, start).char_indices().map(|(at, c)| (start + at, c)).peekable();
    while let Some((offset, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        if character.is_alphanumeric() || is_inside_word(character) {
            letters_since_dot += 1;
            end = offset + character.len_utf8();
        } else if character == '.' && letters_since_dot == 1 && dotted_word(inside, start, offset, next, dots) {
            dots += 1;
            letters_since_dot = 0;
            end = offset + 1;
        } else if is_apostrophe(character)
            && next.is_some_and(char::is_alphabetic)
            && possessive_end(inside, offset, character).is_none()
        {
            end = offset + character.len_utf8();
        } else {
            break;
        }
        if dots > 0 && letters_since_dot > 1 {
            // "U.S.The": the dots belong to what stands before.
            return end - last_letters(inside, start, end);
        }
    }
    end
}

/// Whether the dot at `offset` belongs to a dotted word: after an initial ("I.") or between and after letters ("U.S.").
fn dotted_word(inside: &str, start: usize, offset: usize, next: Option<char>, dots: u32) -> bool {
    let initial = offset - start == 1 && inside.as_bytes()[start].is_ascii_uppercase();
    dots > 0 || initial || next.is_some_and(|next| next.is_alphabetic() && dotted_follows(inside, offset))
}

/// Whether letter + dot follows the dot at `offset` ("p.m.", not "p.More").
fn dotted_follows(inside: &str, offset: usize) -> bool {
    let mut after = tail(inside, offset + 1).chars();
    after.next().is_some_and(char::is_alphabetic) && after.next() == Some('.')
}

fn last_letters(inside: &str, start: usize, end: usize) -> usize {
    inside.get(start..end).and_then(|word| word.rfind('.').map(|dot| word.len() - dot - 1)).unwrap_or(0)
}

/// The end of a possessive that begins with the apostrophe at `start`: `'s` before no further letter.
fn possessive_end(inside: &str, start: usize, first: char) -> Option<usize> {
    if !is_apostrophe(first) || start == 0 {
        return None;
    }
    let before = inside.get(..start)?.chars().next_back()?;
    let mut after = tail(inside, start + first.len_utf8()).chars();
    let s = after.next().filter(|s| matches!(s, 's' | 'S'))?;
    let ends = !after.next().is_some_and(char::is_alphanumeric);
    (ends && (before.is_alphanumeric() || before == '.')).then(|| start + first.len_utf8() + s.len_utf8())
}

fn tail(inside: &str, start: usize) -> &str {
    inside.get(start..).unwrap_or_default()
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}')
}

/// Combining marks and invisible joiners belong to the word they stand in.
fn is_inside_word(character: char) -> bool {
    is_combining_mark(character)
        || matches!(
            character,
            '\u{00AD}' | '\u{034F}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '_'
        )
}

/// Bytes of the longest word that any list or rule could know.
const LONGEST_WORD: u32 = 256;

/// A word's shape shows in its first characters; one letter may bear half a million marks.
const CHARACTERS_OF_A_SHAPE: usize = 64;

fn shape(word: &str) -> Shape {
    let first = word.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() {
        return Shape::Number;
    }
    if !first.is_alphabetic() {
        return Shape::Sign;
    }
    let start = || word.chars().take(CHARACTERS_OF_A_SHAPE);
    let letters = start().filter(|c| c.is_alphabetic()).count();
    let capitals = start().filter(|c| c.is_uppercase()).count();
    match (first.is_uppercase(), capitals) {
        (true, n) if n == letters && n > 1 => Shape::Upper,
        (true, _) => Shape::Capital,
        (false, 0) => Shape::Lower,
        (false, _) => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::Shape::{Capital, Lower, Mixed, Number, Sign, Upper};
    use proptest::prelude::*;

    use super::{Shape, tokens};
    use crate::text::Span;
    use crate::text::cells::tests::strange_text;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = tokens(text, Span::whole(text)).iter().map(|token| token.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn words_initials_and_possessives() {
        check("Sergey I. Vexov", &["Sergey", "I.", "Vexov"]);
        check("the U.S.\u{2019}s moves", &["the", "U.S.", "\u{2019}s", "moves"]);
        check("Lind\u{2019}s son-in-law", &["Lind", "\u{2019}s", "son", "-", "in", "-", "law"]);
        check("didn't, O'Neill", &["didn't", ",", "O'Neill"]);
        check("around 2 p.m. ET", &["around", "2", "p.m.", "ET"]);
        check("on Dec. 29, 2016", &["on", "Dec", ".", "29", ",", "2016"]);
        check("end.Then", &["end", ".", "Then"]);
        check("\u{2018}yes\u{2019}", &["\u{2018}", "yes", "\u{2019}"]);
    }

    #[test]
    fn numbers() {
        check("12/29 at 2:30, 1,000 4x4 1990s", &["12", "/", "29", "at", "2:30", ",", "1,000", "4x4", "1990s"]);
    }

    #[test]
    fn shapes() {
        let text = "Lind NATO U.S. met iPhone I. 28th ,";
        let shapes: Vec<Shape> = tokens(text, Span::whole(text)).iter().map(|token| token.shape).collect();
        assert_eq!(shapes, [Capital, Upper, Upper, Lower, Mixed, Capital, Number, Sign]);
    }

    proptest! {
        #[test]
        fn tokens_hold_all_that_is_not_white_space(text in "([a-zA-Z0-9.,:'’_ \n-]|\\PC){0,60}", strange in strange_text()) {
            for text in [text, strange] {
                let found = tokens(&text, Span::whole(&text));
                prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
                let held: String = found.iter().map(|token| token.of(&text)).collect();
                let expected: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                prop_assert_eq!(held, expected);
            }
        }
    }

    #[test]
    fn marks_without_a_letter_are_one_sign() {
        let marks = "\u{301}".repeat(1000);
        let text = format!("{marks} a");
        let found = super::tokens(&text, super::Span::whole(&text));
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].of(&text), marks);
    }
}
