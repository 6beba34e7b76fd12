//! [`Theme`]: colours, attributes and glyphs by the role that they play.
//!
//! No meaning rests on a hue alone: each class of entity has a glyph in lists and an attribute in the text besides.

use ratatui::style::{Color, Modifier, Style};

/// What everything looks like.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Plain words.
    pub text: Style,
    /// Words that matter.
    pub strong: Style,
    /// Words that matter less.
    pub dim: Style,
    /// Signs that stand for things.
    pub glyphs: Glyphs,
}

/// Signs that stand for things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// A person in a list.
    pub person: &'static str,
}

impl Theme {
    /// For dark screens, 24-bit colours.
    pub fn dark() -> Self {
        let text = Style::new().fg(Color::Rgb(0xD5, 0xD8, 0xDE)).bg(Color::Rgb(0x16, 0x18, 0x1D));
        Self {
            text,
            strong: text.add_modifier(Modifier::BOLD),
            dim: text.fg(Color::Rgb(0x7D, 0x84, 0x90)),
            glyphs: Glyphs::UNICODE,
        }
    }

    /// Without any colour: attributes only (`NO_COLOR`).
    pub fn mono() -> Self {
        let text = Style::reset();
        Self {
            text,
            strong: text.add_modifier(Modifier::BOLD),
            dim: text.add_modifier(Modifier::DIM),
            glyphs: Glyphs::UNICODE,
        }
    }

    /// The same with ASCII signs and borders, for terminals without Unicode.
    pub fn with_ascii(mut self) -> Self {
        self.glyphs = Glyphs::ASCII;
        self
    }
}

impl Glyphs {
    /// Geometric signs that every Unicode font has.
    pub const UNICODE: Self = Self { person: "●" };
    /// ASCII only.
    pub const ASCII: Self = Self { person: "P" };
}
