//! Whether what came out of a text layer is text: fonts may say of their letters what is not true, or nothing at all.

/// What a text layer looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quality {
    /// Like text.
    Good,
    /// So many percent of it do not.
    Doubtful(u32),
    /// Hardly anything of it does.
    Garbled(u32),
}

/// Percent of bad letters or words from which on a layer is doubtful, and garbled.
const DOUBTFUL: usize = 8;
const GARBLED: usize = 50;
/// Words that must be there to judge them.
const ENOUGH: usize = 20;

/// Judges the text of all pages; `unknown` of its letters are not known to their fonts.
pub(super) fn quality(text: &str, unknown: usize) -> Quality {
    let letters = text.chars().filter(|letter| !letter.is_whitespace()).count();
    let strange = text.chars().filter(|letter| is_strange(*letter)).count().max(unknown);
    let of_letters = strange * 100 / letters.max(1);
    // Words of Latin letters that nobody can say.
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 4);
    let latin = || words().filter(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let count = latin().count();
    let unsayable = latin().filter(|word| !is_sayable(word)).count();
    let of_words = if count < ENOUGH { 0 } else { unsayable * 100 / count };
    match of_letters.max(of_words) {
        bad if bad >= GARBLED => Quality::Garbled(bad as u32),
        // Abbreviations and codes are unsayable too: a third of the words is more than any text has.
        bad if of_letters >= DOUBTFUL || of_words >= 4 * DOUBTFUL => Quality::Doubtful(bad as u32),
        _ => Quality::Good,
    }
}

/// Letters that fonts give where they do not know: replacement and private use.
fn is_strange(letter: char) -> bool {
    matches!(letter, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// Whether a word of ASCII letters has a vowel, or is an acronym.
fn is_sayable(word: &str) -> bool {
    let is_vowel = |byte: u8| matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    word.bytes().any(is_vowel) || word.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::{Quality, quality};

    #[test]
    fn text_is_told_from_garbage() {
        let prose = "The harbour master said that he had never seen the ledger. ".repeat(5);
        assert_eq!(quality(&prose, 0), Quality::Good);
        assert_eq!(quality("", 0), Quality::Good);
        assert_eq!(quality("\u{E001}\u{E002}\u{E003} \u{E004}", 0), Quality::Garbled(100));
        assert_eq!(quality(&prose, 30), Quality::Doubtful(12));
        assert!(matches!(quality(&"Wkh kduerxu pdvwhu vdlg wkdw qrerg bnqz. ".repeat(9), 0), Quality::Garbled(_)));
        assert_eq!(quality("Гавань была закрыта неделю, и никто не знал, когда пойдут паромы.", 0), Quality::Good);
    }
}
