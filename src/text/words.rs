//! Words as copies are told by: letters and digits only, small, without accents. What stands between them does not count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Span;

/// A word: where it stands and a number that is the same for the same letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place in the text, in bytes.
    pub span: Span,
    /// Two words with one number are the same word, but for one in 2⁶⁴.
    pub hash: u64,
}

/// The words of the stretch `within` of `text`, in order; spans index the whole `text`.
pub fn words(text: &str, within: Span) -> impl Iterator<Item = Word> + '_ {
    let stretch = within.of(text);
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(sign) = character(stretch, at).filter(|sign| !sign.is_alphanumeric()) {
            at += sign.len_utf8();
        }
        let start = at;
        let mut hash = BASIS;
        while let Some(letter) = character(stretch, at).filter(|letter| is_of_word(*letter)) {
            at += letter.len_utf8();
            hash = hashed(hash, letter);
        }
        let span = Span::new(within.start + start as u32, within.start + at as u32);
        (at > start).then_some(Word { span, hash })
    })
}

/// The character at `at`. Nearly all are ASCII, and need no decoding.
#[inline]
fn character(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text.get(at..)?.chars().next() }
}

#[inline]
fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || (!character.is_ascii() && is_combining_mark(character))
}

/// Start and factor of FNV-1a (Fowler, Noll, Vo).
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// With the letters that `character` stands for.
fn hashed(hash: u64, character: char) -> u64 {
    let with = |hash: u64, letter: char| (hash ^ u64::from(u32::from(letter))).wrapping_mul(PRIME);
    if character.is_ascii() {
        return with(hash, character.to_ascii_lowercase());
    }
    let parts = std::iter::once(character).nfkd().filter(|part| !is_combining_mark(*part));
    parts.flat_map(char::to_lowercase).fold(hash, with)
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::text::Span;

    fn spelled(text: &str) -> Vec<&str> {
        words(text, Span::whole(text)).map(|word| word.span.of(text)).collect()
    }

    fn hashes(text: &str) -> Vec<u64> {
        words(text, Span::whole(text)).map(|word| word.hash).collect()
    }

    #[test]
    fn signs_divide_and_do_not_count() {
        assert_eq!(
            spelled("“He didn’t,” said J. Roe—on 12/29."),
            ["He", "didn", "t", "said", "J", "Roe", "on", "12", "29"]
        );
        assert_eq!(spelled(" … "), Vec::<&str>::new());
    }

    #[test]
    fn case_accents_and_quotes_are_one() {
        assert_eq!(hashes("“JOSÉ’s boat”"), hashes("Jose\u{301}'s \"Boat\""));
        assert_ne!(hashes("boat"), hashes("boats"));
        assert_ne!(hashes("ab"), hashes("ba"));
    }

    #[test]
    fn a_stretch_keeps_the_places_of_the_text() {
        let text = "Ada Lind left.";
        assert_eq!(words(text, Span::new(4, 14)).map(|word| word.span.of(text)).collect::<Vec<_>>(), ["Lind", "left"]);
    }
}
