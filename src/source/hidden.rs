//! Characters that a reader can't see and should know of: notes, nothing else. The text keeps them, the screen shows them as marks.

use crate::model::Note;

/// A kind of hidden character, how to tell it, and what to say.
struct Kind {
    holds: fn(char) -> bool,
    words: &'static str,
}

const KINDS: &[Kind] = &[
    // Overrides and isolates change the order of what is shown (CVE-2021-42574); Arabic and Hebrew need none of them.
    Kind {
        holds: |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'),
        words: "bidirectional control characters",
    },
    // Terminal sequences and other controls: tab, line ends and form feed are no surprise.
    Kind { holds: |c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}'), words: "control characters" },
    // Tag characters spell out hidden text; emoji flags of England, Scotland and Wales use them too.
    Kind { holds: |c| matches!(c, '\u{E0000}'..='\u{E007F}'), words: "invisible tag characters" },
    // No width and no use between letters of most scripts. Joiners (U+200C, U+200D) are left out: emoji and Persian need them.
    Kind {
        holds: |c| matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{180E}' | '\u{34F}'),
        words: "characters without width",
    },
];

/// One note for each kind of hidden character in `text`, with their count.
pub(super) fn notes(text: &str) -> Vec<Note> {
    let mut counts = [0_u32; KINDS.len()];
    for character in text.chars().filter(|c| !c.is_ascii() || c.is_ascii_control()) {
        for (count, kind) in counts.iter_mut().zip(KINDS) {
            *count += u32::from((kind.holds)(character));
        }
    }
    let found = counts.iter().zip(KINDS).filter(|(count, _)| **count > 0);
    let mut notes: Vec<Note> = found.map(|(count, kind)| Note(format!("contains {} ({count})", kind.words))).collect();
    // On a terminal they would write a line over itself.
    let returns = text.matches('\r').count() - text.matches("\r\n").count();
    if returns > 0 {
        notes.push(Note(format!("contains carriage returns inside lines ({returns})")));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::notes;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = notes(text).into_iter().map(|note| note.0).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn hidden_characters_are_told_by_kind() {
        check("paid \u{202E}000,1\u{202C} in cash", &["contains bidirectional control characters (2)"]);
        check("\u{1B}[2Jgone\0", &["contains control characters (2)"]);
        check("Ada\u{200B}Lind", &["contains characters without width (1)"]);
        check("paid 10\rnot 9\r\n", &["contains carriage returns inside lines (1)"]);
        check("\u{E0041}", &["contains invisible tag characters (1)"]);
    }

    #[test]
    fn plain_text_of_any_script_is_not_flagged() {
        check("Tab\there,\r\nशक्ति שלום سلام 👨\u{200D}👩\u{200D}👧 José e\u{301}", &[]);
    }
}
