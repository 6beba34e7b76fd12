//! Folding: the form in which names and queries are compared.
//!
//! NFKD, lower case, without combining marks and format characters; typographic quotes and dashes as their ASCII
//! selves; a run of white space as one space. It does not transliterate between scripts: a Cyrillic look-alike stays another name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Span;

/// A folded text that can be traced back to the text it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of `text`, the start of the source character it came from, and one entry more: the source's length.
    sources: Vec<u32>,
}

impl Folded {
    /// The fold of `source` with its way back.
    pub fn new(source: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(source.len()), sources: Vec::with_capacity(source.len() + 1) };
        for (offset, character) in source.char_indices() {
            fold_character(character, &mut folded.text);
            folded.sources.resize(folded.text.len(), offset as u32);
        }
        folded.sources.push(source.len() as u32);
        folded
    }

    /// The place in the source that the stretch `found` of the folded text came from, marks that fold away included.
    pub fn source(&self, found: Span) -> Span {
        let at = |offset: u32| self.sources.get(offset as usize).or(self.sources.last()).copied().unwrap_or(0);
        Span::new(at(found.start), at(found.end))
    }
}

/// The form in which two strings are compared: see the module.
pub fn fold(source: &str) -> String {
    let mut folded = String::with_capacity(source.len());
    for character in source.chars() {
        fold_character(character, &mut folded);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn fold_character(character: char, out: &mut String) {
    if character.is_ascii_graphic() {
        out.push(character.to_ascii_lowercase());
        return;
    }
    if character.is_whitespace() {
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        return;
    }
    for part in std::iter::once(character).nfkd() {
        match part {
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' => out.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{201F}' | '«' | '»' => out.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'ı' => out.push('i'),
            'ß' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            'œ' | 'Œ' => out.push_str("oe"),
            'þ' | 'Þ' => out.push_str("th"),
            part if is_combining_mark(part) || is_format(part) || part.is_control() => {}
            part => out.extend(part.to_lowercase().filter(|lower| !is_combining_mark(*lower))),
        }
    }
}

/// Characters of Unicode category Cf and other invisible ones that may stand inside a word without being seen.
fn is_format(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold};
    use crate::text::Span;

    #[test]
    fn names_fold_to_one_form() {
        for (name, expected) in [
            ("Sergueï  Kislyak", "serguei kislyak"),
            ("José", "jose"),
            ("Jose\u{301}", "jose"),
            ("Kı\u{15F}lak", "kislak"),
            ("Trump\u{2019}s", "trump's"),
            ("Ada\u{A0}Vex\u{200B}worth", "ada vexworth"),
            ("Łódź", "lodz"),
        ] {
            assert_eq!(fold(name), expected, "{name:?}");
        }
    }

    #[test]
    fn a_cyrillic_look_alike_stays_another_name() {
        assert_ne!(fold("Аda"), fold("Ada"));
    }

    #[test]
    fn the_way_back_covers_the_marks_that_fold_away() {
        let source = "x José\u{200B}y";
        let folded = Folded::new(source);
        let start = folded.text.find("jose").unwrap_or_default() as u32;
        assert_eq!(folded.source(Span::new(start, start + 4)).of(source), "José\u{200B}");
    }
}
