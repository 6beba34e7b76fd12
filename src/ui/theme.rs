//! [`Theme`]: colours, attributes and glyphs by the role that they play.
//!
//! No meaning rests on a hue alone: each class of entity has a glyph in lists and an attribute in the text besides.

use ratatui::style::{Color, Modifier, Style};

use crate::app::Class;
use crate::model::Kind;

use super::glyphs::Glyphs;

/// What everything looks like. A role named "patch" is laid over what is there.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Patch: the screen behind everything.
    pub screen: Style,
    /// Patch: the screen behind a box.
    pub veil: Style,
    /// Plain words.
    pub text: Style,
    /// Words that matter.
    pub strong: Style,
    /// Words that matter less.
    pub dim: Style,
    /// Lines, borders and numbers in the margin.
    pub line: Style,
    /// The border, number and name of the pane in focus, and keys.
    pub focus: Style,
    /// The program's name.
    pub chip: Style,
    /// People.
    pub person: Style,
    /// Organizations.
    pub organization: Style,
    /// Places.
    pub place: Style,
    /// Times and events.
    pub time: Style,
    /// What contradicts.
    pub conflict: Style,
    /// Something for the reader to know.
    pub notice: Style,
    /// Patch: the row under the cursor of the pane in focus.
    pub cursor: Style,
    /// Patch: the row under the cursor of another pane.
    pub idle_cursor: Style,
    /// Patch: a mention of what `n` walks.
    pub walked: Style,
    /// Patch: a mention of what is only marked.
    pub marked: Style,
    /// Patch: the words under the reader's caret.
    pub caret: Style,
    /// Patch: words that a note, a tag or a bookmark stands beside.
    pub noted: Style,
    /// Patch: a doubtful thing.
    pub doubtful: Style,
    /// Letters that fit what is typed.
    pub fitting: Style,
    /// Signs that stand for things.
    pub glyphs: Glyphs,
}

const TEXT: Color = Color::Rgb(0xD5, 0xD8, 0xDE);
const DIM: Color = Color::Rgb(0x7D, 0x84, 0x90);
const LINE: Color = Color::Rgb(0x3A, 0x40, 0x4A);
const VEIL: Color = Color::Rgb(0x50, 0x57, 0x63);
const BACK: Color = Color::Rgb(0x16, 0x18, 0x1D);
const ACCENT: Color = Color::Rgb(0x82, 0xAA, 0xFF);
const PERSON: Color = Color::Rgb(0x6C, 0xC0, 0xF5);
const ORGANIZATION: Color = Color::Rgb(0xF2, 0xAE, 0x54);
const PLACE: Color = Color::Rgb(0x5F, 0xD0, 0xA5);
const TIME: Color = Color::Rgb(0xD6, 0x9A, 0xE0);
const CONFLICT: Color = Color::Rgb(0xF2, 0x7D, 0x72);
const CURSOR: Color = Color::Rgb(0x2B, 0x32, 0x3E);
const IDLE: Color = Color::Rgb(0x21, 0x25, 0x2C);
const WALKED: Color = Color::Rgb(0x5A, 0x4A, 0x12);
const MARKED: Color = Color::Rgb(0x2A, 0x36, 0x46);

impl Theme {
    /// For dark screens, 24-bit colours.
    pub const fn dark() -> Self {
        let text = Style::new().fg(TEXT);
        Self {
            screen: text.bg(BACK),
            veil: Style::new().fg(VEIL).bg(BACK).remove_modifier(Modifier::REVERSED),
            text,
            strong: text.add_modifier(Modifier::BOLD),
            dim: text.fg(DIM),
            line: text.fg(LINE),
            focus: text.fg(ACCENT).add_modifier(Modifier::BOLD),
            chip: Style::new().fg(BACK).bg(ACCENT).add_modifier(Modifier::BOLD),
            person: text.fg(PERSON),
            organization: text.fg(ORGANIZATION),
            place: text.fg(PLACE),
            time: text.fg(TIME),
            conflict: text.fg(CONFLICT),
            notice: text.fg(ORGANIZATION).add_modifier(Modifier::BOLD),
            cursor: Style::new().bg(CURSOR).add_modifier(Modifier::BOLD),
            idle_cursor: Style::new().bg(IDLE),
            walked: Style::new().bg(WALKED).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
            marked: Style::new().bg(MARKED),
            caret: Style::new().add_modifier(Modifier::REVERSED).add_modifier(Modifier::BOLD),
            noted: Style::new().add_modifier(Modifier::UNDERLINED),
            doubtful: Style::new().add_modifier(Modifier::ITALIC).add_modifier(Modifier::DIM),
            fitting: text.fg(ACCENT).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
            glyphs: Glyphs::UNICODE,
        }
    }

    /// Without any colour: attributes only (`NO_COLOR`).
    pub const fn mono() -> Self {
        let text = Style::new().fg(Color::Reset);
        let bold = text.add_modifier(Modifier::BOLD);
        let dim = text.add_modifier(Modifier::DIM);
        Self {
            screen: text.bg(Color::Reset),
            veil: Style::new().add_modifier(Modifier::DIM).remove_modifier(Modifier::REVERSED),
            text,
            strong: bold,
            dim,
            line: dim,
            focus: bold,
            chip: bold.add_modifier(Modifier::REVERSED),
            person: text,
            organization: text,
            place: text,
            time: text.add_modifier(Modifier::UNDERLINED).add_modifier(Modifier::DIM),
            conflict: bold,
            notice: bold,
            cursor: Style::new().add_modifier(Modifier::REVERSED),
            idle_cursor: Style::new().add_modifier(Modifier::BOLD),
            walked: Style::new()
                .add_modifier(Modifier::REVERSED)
                .add_modifier(Modifier::BOLD)
                .add_modifier(Modifier::UNDERLINED),
            marked: Style::new().add_modifier(Modifier::BOLD),
            caret: Style::new()
                .add_modifier(Modifier::REVERSED)
                .remove_modifier(Modifier::BOLD)
                .remove_modifier(Modifier::UNDERLINED),
            noted: Style::new().add_modifier(Modifier::UNDERLINED),
            doubtful: Style::new().add_modifier(Modifier::ITALIC).add_modifier(Modifier::DIM),
            fitting: bold.add_modifier(Modifier::UNDERLINED),
            glyphs: Glyphs::UNICODE,
        }
    }

    /// The same with ASCII signs and borders, for terminals without Unicode.
    pub const fn with_ascii(mut self) -> Self {
        self.glyphs = Glyphs::ASCII;
        self
    }

    /// A kind of entity in lists: its hue.
    pub const fn kind(&self, kind: Kind) -> Style {
        match kind {
            Kind::Person => self.person,
            Kind::Organization => self.organization,
            Kind::Place => self.place,
        }
    }

    /// A name or time in a text: its hue and an attribute besides.
    pub const fn class(&self, class: Class) -> Style {
        match class {
            Class::Name(Kind::Person) => self.person.add_modifier(Modifier::UNDERLINED),
            Class::Name(Kind::Organization) => self.organization.add_modifier(Modifier::BOLD),
            Class::Name(Kind::Place) => self.place.add_modifier(Modifier::ITALIC),
            // A person's name is underlined; what only stands for it, or for the person's people, slants as well.
            Class::Camp => self.person.add_modifier(Modifier::UNDERLINED).add_modifier(Modifier::ITALIC),
            Class::Reference => self.person.add_modifier(Modifier::ITALIC),
            Class::Time => self.time,
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::Theme;

    /// Contrast of two colours as WCAG 2 defines it.
    fn contrast(a: Color, b: Color) -> f64 {
        let luminance = |color| {
            let Color::Rgb(red, green, blue) = color else { panic!("{color:?} is not RGB") };
            let linear = |channel: u8| {
                let share = f64::from(channel) / 255.0;
                if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        };
        let (one, other) = (luminance(a), luminance(b));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn words_stand_out_from_whatever_lies_behind_them() {
        let theme = Theme::dark();
        let back = theme.screen.bg.unwrap();
        let names = [theme.person, theme.organization, theme.place, theme.time, theme.conflict];
        for style in names.into_iter().chain([theme.text, theme.focus]) {
            let front = style.fg.unwrap();
            let behind = [Some(back), theme.cursor.bg, theme.idle_cursor.bg, theme.walked.bg, theme.marked.bg];
            for behind in behind.into_iter().flatten() {
                assert!(contrast(front, behind) >= 3.0, "{front:?} on {behind:?}: {}", contrast(front, behind));
            }
            assert!(contrast(front, back) >= 4.5, "{front:?}: {}", contrast(front, back));
        }
        assert!(contrast(theme.dim.fg.unwrap(), back) >= 4.5);
    }

    #[test]
    fn mono_names_no_colour() {
        let theme = Theme::mono();
        let all = [
            theme.screen,
            theme.veil,
            theme.text,
            theme.strong,
            theme.dim,
            theme.line,
            theme.focus,
            theme.chip,
            theme.person,
            theme.organization,
            theme.place,
            theme.time,
            theme.conflict,
            theme.notice,
            theme.cursor,
            theme.idle_cursor,
            theme.walked,
            theme.marked,
            theme.caret,
            theme.noted,
            theme.doubtful,
            theme.fitting,
        ];
        for style in all {
            assert!(
                matches!((style.fg, style.bg), (None | Some(Color::Reset), None | Some(Color::Reset))),
                "{style:?}"
            );
        }
    }
}
