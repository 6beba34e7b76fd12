//! Folding: the form in which names and queries are compared.
//!
//! NFKD, lower case, without accents and format characters; typographic quotes and dashes as their ASCII
//! selves; a run of white space as one space. It does not transliterate between scripts: a Cyrillic look-alike stays another name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

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

    /// The place in the source that the stretch `found` of the folded text came from: whole characters ("ß" for an "s" of its "ss"),
    /// with what folds away behind them.
    pub fn source(&self, found: Span) -> Span {
        let at = |offset: usize| self.sources.get(offset).or(self.sources.last()).copied().unwrap_or(0);
        let start = at(found.start as usize);
        if found.is_empty() {
            return Span::new(start, start);
        }
        let last = at(found.end as usize - 1);
        Span::new(start, at(self.sources.partition_point(|source| *source <= last)))
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

/// Puts the fold of one character behind `out`: nothing, a letter or several. White space is one space, unless `out` is empty or
/// ends with one.
pub fn fold_character(character: char, out: &mut String) {
    if character.is_ascii_graphic() {
        out.push(character.to_ascii_lowercase());
        return;
    }
    for part in std::iter::once(character).nfkd() {
        match part {
            part if part.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' => out.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{201F}' | '«' | '»' => out.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'ı' => out.push('i'),
            'ß' | 'ẞ' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            'œ' | 'Œ' => out.push_str("oe"),
            'þ' | 'Þ' => out.push_str("th"),
            'ς' => out.push('σ'),
            part if is_accent(part) || is_format(part) || part.is_control() => {}
            part => out.extend(part.to_lowercase().filter(|lower| !is_accent(*lower))),
        }
    }
}

/// Marks that a name is often written without: accents, Arabic and Hebrew vowel points. The vowel signs and joined consonants of
/// Indic scripts (classes 0 and 9) are letters in all but name.
fn is_accent(character: char) -> bool {
    !matches!(canonical_combining_class(character), 0 | 9)
}

/// Characters of Unicode category Cf and other invisible ones that may stand inside a word without being seen.
fn is_format(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Folded, fold};
    use crate::text::Span;
    use crate::text::cells::tests::strange_text;

    #[test]
    fn names_fold_to_one_form() {
        for (name, expected) in [
            ("Sergueï  Vexov", "serguei vexov"),
            ("José", "jose"),
            ("Jose\u{301}", "jose"),
            ("Kı\u{15F}lak", "kislak"),
            ("Lind\u{2019}s", "lind's"),
            ("Ada\u{A0}Vex\u{200B}worth", "ada vexworth"),
            ("Łódź", "lodz"),
            ("STRASSE straße ẞ", "strasse strasse ss"),
            ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
            ("Οδυσσεύς", "οδυσσευσ"),
            ("की", "की"),
            (" \u{a8}a\u{3000}\n b ", "a b"),
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

    #[test]
    fn a_part_of_a_character_is_found_as_the_whole() {
        let source = "Die Straße";
        let folded = Folded::new(source);
        assert_eq!(folded.source(Span::new(4, 9)).of(source), "Straß");
        assert_eq!(folded.source(Span::new(9, 10)).of(source), "ß");
        assert_eq!(folded.source(Span::new(3, 3)), Span::new(3, 3));
    }

    #[test]
    fn folding_every_character_twice_changes_nothing() {
        for character in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            let once = fold(&character.to_string());
            assert_eq!(fold(&once), once, "{character:?}");
        }
    }

    proptest! {
        #[test]
        fn the_way_back_leads_to_what_was_found(source in strange_text(), from in 0_usize..60, length in 1_usize..20) {
            let folded = Folded::new(&source);
            prop_assert_eq!(folded.text.trim_end(), fold(&source));
            let start = folded.text.floor_char_boundary(from);
            let end = folded.text.ceil_char_boundary((start + length).min(folded.text.len()));
            let found = Span::from(start..end);
            let back = folded.source(found);
            prop_assert!(back.end as usize <= source.len());
            prop_assert_eq!(back.is_empty(), found.is_empty());
            let again = fold(back.of(&source));
            prop_assert!(again.contains(found.of(&folded.text).trim()), "{:?} -> {again:?}", found.of(&folded.text));
        }
    }
}
