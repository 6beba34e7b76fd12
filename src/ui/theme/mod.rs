//! [`Theme`]: colours, attributes and glyphs by the role that they play.
//!
//! No meaning rests on a hue alone: each class of entity has a glyph in lists and an attribute in the text besides.

mod palette;
mod roles;

use ratatui::style::{Color, Modifier, Style};

use crate::app::Class;
use crate::model::Kind;

use super::glyphs::Glyphs;

use palette::Palette;

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
    /// Patch: words that another document has too.
    pub shared: Style,
    /// Patch: the words under the reader's caret.
    pub caret: Style,
    /// Patch: words that a note, a tag or a bookmark stands beside.
    pub noted: Style,
    /// Patch: words that differ from those of a passage that is nearly the same.
    pub reworded: Style,
    /// Patch: a doubtful thing.
    pub doubtful: Style,
    /// Letters that fit what is typed.
    pub fitting: Style,
    /// Signs that stand for things.
    pub glyphs: Glyphs,
}

impl Theme {
    /// The built-in themes by name.
    pub const NAMES: [&str; 6] = ["dark", "light", "high-contrast", "colour-blind", "ansi16", "mono"];

    /// The built-in theme of that name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "dark" => Self::dark(),
            "light" => Self::light(),
            "high-contrast" => Self::high_contrast(),
            "colour-blind" => Self::colour_blind(),
            "ansi16" => Self::ansi16(),
            "mono" => Self::mono(),
            _ => return None,
        })
    }

    /// For dark screens, 24-bit colours.
    pub const fn dark() -> Self {
        Self::of(&Palette::DARK)
    }

    /// For light screens, 24-bit colours.
    pub const fn light() -> Self {
        Self::of(&Palette::LIGHT)
    }

    /// White on black, every word with a contrast of at least 7 to 1.
    pub const fn high_contrast() -> Self {
        Self::of(&Palette::HIGH_CONTRAST)
    }

    /// For dark screens; hues that stay apart where red and green look alike.
    pub const fn colour_blind() -> Self {
        Self::of(&Palette::COLOUR_BLIND)
    }

    const fn of(palette: &Palette) -> Self {
        let text = Style::new().fg(palette.text);
        Self {
            screen: text.bg(palette.back),
            veil: Style::new().fg(palette.veil).bg(palette.back).remove_modifier(Modifier::REVERSED),
            text,
            strong: text.add_modifier(Modifier::BOLD),
            dim: text.fg(palette.dim),
            line: text.fg(palette.line),
            focus: text.fg(palette.accent).add_modifier(Modifier::BOLD),
            chip: Style::new().fg(palette.back).bg(palette.accent).add_modifier(Modifier::BOLD),
            person: text.fg(palette.person),
            organization: text.fg(palette.organization),
            place: text.fg(palette.place),
            time: text.fg(palette.time),
            conflict: text.fg(palette.conflict),
            notice: text.fg(palette.organization).add_modifier(Modifier::BOLD),
            cursor: Style::new().bg(palette.cursor).add_modifier(Modifier::BOLD),
            idle_cursor: Style::new().bg(palette.idle),
            walked: Style::new().bg(palette.walked).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
            marked: Style::new().bg(palette.marked),
            shared: Style::new().bg(palette.shared),
            caret: Style::new().add_modifier(Modifier::REVERSED).add_modifier(Modifier::BOLD),
            noted: Style::new().add_modifier(Modifier::UNDERLINED),
            reworded: Style::new().fg(palette.conflict).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
            doubtful: Style::new().add_modifier(Modifier::ITALIC).add_modifier(Modifier::DIM),
            fitting: text.fg(palette.accent).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
            glyphs: Glyphs::UNICODE,
        }
    }

    /// With the sixteen named colours, which the terminal has as its owner likes them, on its own background, light or dark.
    pub const fn ansi16() -> Self {
        let mono = Self::mono();
        let text = mono.text;
        Self {
            line: text.fg(Color::DarkGray),
            focus: text.fg(Color::Blue).add_modifier(Modifier::BOLD),
            chip: text.fg(Color::Blue).add_modifier(Modifier::REVERSED).add_modifier(Modifier::BOLD),
            person: text.fg(Color::Cyan),
            organization: text.fg(Color::Yellow),
            place: text.fg(Color::Green),
            time: text.fg(Color::Magenta),
            conflict: text.fg(Color::Red),
            notice: text.fg(Color::Red).add_modifier(Modifier::BOLD),
            cursor: Style::new().fg(Color::Black).bg(Color::Gray).add_modifier(Modifier::BOLD),
            walked: Style::new()
                .fg(Color::Black)
                .bg(Color::Yellow)
                .add_modifier(Modifier::BOLD)
                .add_modifier(Modifier::UNDERLINED),
            fitting: text.fg(Color::Blue).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
            ..mono
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
            shared: Style::new(),
            caret: Style::new()
                .add_modifier(Modifier::REVERSED)
                .remove_modifier(Modifier::BOLD)
                .remove_modifier(Modifier::UNDERLINED),
            noted: Style::new().add_modifier(Modifier::UNDERLINED),
            reworded: Style::new()
                .add_modifier(Modifier::BOLD)
                .add_modifier(Modifier::ITALIC)
                .add_modifier(Modifier::UNDERLINED),
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
mod tests;
