//! [`Field`]: one line of text being typed.

use unicode_segmentation::UnicodeSegmentation;

use super::commands::Edit;

/// Longest text that is taken, in bytes: what is searched for is a phrase, not a file.
const LONGEST: usize = 200;
/// Longest text of a note, in bytes.
const LONGEST_NOTE: usize = 100_000;

/// One line of text with its cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    before: String,
    after: String,
    /// Whether it holds a note, in which lines may end.
    is_note: bool,
}

impl Field {
    /// A line with `text` typed already, the cursor at its end. It may be as long as a note, and keeps its line ends.
    pub fn of(text: &str) -> Self {
        Self { before: text.to_owned(), after: String::new(), is_note: true }
    }

    /// The text.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// The text before and after the cursor.
    pub fn parts(&self) -> (&str, &str) {
        (&self.before, &self.after)
    }

    /// Whether nothing is typed.
    pub const fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// Types `text`: line ends become spaces, other controls are left out. Whether all of it had room.
    pub fn insert(&mut self, text: &str) -> bool {
        let mut had_room = true;
        for character in text.chars() {
            let character = if character.is_whitespace() { ' ' } else { character };
            let longest = if self.is_note { LONGEST_NOTE } else { LONGEST };
            let room = self.before.len() + self.after.len() + character.len_utf8() <= longest;
            had_room &= room;
            if room && !character.is_control() {
                self.before.push(character);
            }
        }
        had_room
    }

    /// Edits the text.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Left => {
                let last = self.before.graphemes(true).next_back().map_or(0, str::len);
                let moved = self.before.split_off(self.before.len() - last);
                self.after.insert_str(0, &moved);
            }
            Edit::Right => {
                let rest = self.after.split_off(first_length(&self.after));
                self.before.push_str(&self.after);
                self.after = rest;
            }
            Edit::Start => {
                self.after.insert_str(0, &self.before);
                self.before.clear();
            }
            Edit::End => self.before.push_str(&std::mem::take(&mut self.after)),
            Edit::Backspace => {
                let last = self.before.graphemes(true).next_back().map_or(0, str::len);
                self.before.truncate(self.before.len() - last);
            }
            Edit::Delete => self.after = self.after.split_off(first_length(&self.after)),
            Edit::Word => {
                let kept = self.before.trim_end().rfind(' ').map_or(0, |space| space + 1);
                self.before.truncate(kept);
            }
            Edit::Clear => self.before.clear(),
        }
    }
}

fn first_length(text: &str) -> usize {
    text.graphemes(true).next().map_or(0, str::len)
}

#[cfg(test)]
mod tests {
    use super::Field;
    use crate::app::commands::Edit;

    #[track_caller]
    fn check(typed: &str, edits: &[Edit], expected: (&str, &str)) {
        let mut field = Field::default();
        field.insert(typed);
        for edit in edits {
            field.edit(*edit);
        }
        assert_eq!(field.parts(), expected, "{typed:?} {edits:?}");
    }

    #[test]
    fn a_line_is_edited_by_graphemes() {
        check("Jose\u{301}", &[Edit::Backspace], ("Jos", ""));
        check("ab", &[Edit::Left, Edit::Delete], ("a", ""));
        check("one two", &[Edit::Word], ("one ", ""));
        check("one two", &[Edit::Left, Edit::Left, Edit::Clear], ("", "wo"));
        check("ab", &[Edit::Start, Edit::Right], ("a", "b"));
        check("", &[Edit::Left, Edit::Right, Edit::Backspace, Edit::Delete, Edit::Word], ("", ""));
    }

    #[test]
    fn pasted_lines_become_one() {
        check("a\r\nb\u{1b}[31m", &[], ("a  b[31m", ""));
    }
}
