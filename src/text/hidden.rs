//! Characters that can't be seen or must not be written to a terminal, and the marks that are shown for them.

use unicode_width::UnicodeWidthChar;

/// Whether `character` can't be seen or must not be written to a terminal: controls, bidirectional marks, format characters,
/// private use, non-characters.
pub fn is_hidden(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{10FFFF}')
        || u32::from(character) & 0xFFFE == 0xFFFE
}

/// The mark for a character that would not be seen where it stands: caret notation for ASCII controls, else its code point.
pub(super) fn mark(character: char) -> String {
    match character {
        '\0'..='\u{1F}' => {
            char::from_u32(u32::from(character) + 64).map(|caret| format!("^{caret}")).unwrap_or_default()
        }
        '\u{7F}' => "^?".into(),
        _ => format!("<U+{:04X}>", u32::from(character)),
    }
}

/// Width of one character in terminal cells; what is hidden has none.
pub(super) fn character_width(character: char) -> usize {
    character.width().unwrap_or(0)
}

/// Whether `character` only changes how the one before it is drawn: as text or as an emoji.
pub(super) const fn is_presentation(character: char) -> bool {
    matches!(character, '\u{FE0E}' | '\u{FE0F}')
}

/// Whether `character` only changes the colour of the emoji before it.
pub(super) const fn is_skin_tone(character: char) -> bool {
    matches!(character, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Whether `character` lies in the blocks that emoji come from, and is one that may stand alone.
pub(super) const fn is_emoji(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}') && !is_skin_tone(character)
}
