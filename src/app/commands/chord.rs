//! Chords: keys as the table spells them ("C-d", "A-left", "g g") and as a reader is shown them ("^D", "Alt-←", "gg").

use crate::app::key::{Key, KeyCode};

/// A chord as the table spells it: keys one after the other, separated by spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord(pub &'static str);

impl Chord {
    /// Its keys, in order.
    pub fn keys(self) -> impl Iterator<Item = Key> {
        self.0.split(' ').filter_map(key_of)
    }

    /// As a reader is shown it.
    pub fn shown(self) -> String {
        self.keys().map(spelled).collect()
    }
}

/// The key that a word of a chord spells.
pub(super) fn key_of(word: &str) -> Option<Key> {
    let (word, ctrl) = word.strip_prefix("C-").map_or((word, false), |rest| (rest, true));
    let (word, alt) = word.strip_prefix("A-").map_or((word, false), |rest| (rest, true));
    let (word, shift) = word.strip_prefix("S-").map_or((word, false), |rest| (rest, true));
    let code = match word {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "space" => KeyCode::Char(' '),
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        _ => {
            let mut characters = word.chars();
            KeyCode::Char(characters.next().filter(|_| characters.next().is_none())?)
        }
    };
    Some(Key { code, ctrl, alt, shift })
}

/// A key as a reader is shown it.
pub fn spelled(key: Key) -> String {
    let name = match key.code {
        KeyCode::Char(character) if key.ctrl => character.to_ascii_uppercase().to_string(),
        KeyCode::Char(' ') => "Space".into(),
        KeyCode::Char(character) => character.to_string(),
        KeyCode::F(number) => format!("F{number}"),
        KeyCode::Enter => "Enter".into(),
        KeyCode::Esc => "Esc".into(),
        KeyCode::Tab => "Tab".into(),
        KeyCode::Backspace => "Backspace".into(),
        KeyCode::Delete => "Del".into(),
        KeyCode::Left => "Left".into(),
        KeyCode::Right => "Right".into(),
        KeyCode::Up => "Up".into(),
        KeyCode::Down => "Down".into(),
        KeyCode::Home => "Home".into(),
        KeyCode::End => "End".into(),
        KeyCode::PageUp => "PgUp".into(),
        KeyCode::PageDown => "PgDn".into(),
    };
    let ctrl = if key.ctrl { "^" } else { "" };
    let alt = if key.alt { "Alt-" } else { "" };
    let shift = if key.shift { "S-" } else { "" };
    format!("{ctrl}{alt}{shift}{name}")
}

#[cfg(test)]
mod tests {
    use super::Chord;
    use crate::app::commands::TABLE;

    #[test]
    fn chords_are_shown_as_keyboards_name_them() {
        for (chord, shown) in
            [("g g", "gg"), ("C-d", "^D"), ("A-left", "Alt-Left"), ("S-tab", "S-Tab"), ("] ]", "]]"), ("f1", "F1")]
        {
            assert_eq!(Chord(chord).shown(), shown);
        }
    }

    #[test]
    fn every_chord_of_the_table_spells_keys() {
        for chord in TABLE.iter().flat_map(|entry| entry.keys) {
            assert_eq!(chord.keys().count(), chord.0.split(' ').count(), "{chord:?}");
        }
    }
}
