//! Keys and the mouse, free of any terminal library.

/// A key with what was held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift. Never set for characters: a capital is its own character.
    pub shift: bool,
}

/// Which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A character, as typed.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; with Shift it is back-tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

impl Key {
    /// The key alone.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character, as typed.
    pub const fn char(character: char) -> Self {
        Self::plain(KeyCode::Char(character))
    }

    /// A character with Ctrl, in lower case.
    pub const fn ctrl(character: char) -> Self {
        Self { ctrl: true, ..Self::char(character.to_ascii_lowercase()) }
    }

    /// In the one form that keys are compared in: a character carries its case and never Shift; with Ctrl it is lower case.
    pub fn normal(self) -> Self {
        match self.code {
            KeyCode::Char(character) if self.ctrl => {
                Self { code: KeyCode::Char(character.to_ascii_lowercase()), shift: false, ..self }
            }
            KeyCode::Char(_) => Self { shift: false, ..self },
            _ => self,
        }
    }
}

impl MouseAction {
    /// Whether the wheel turned.
    pub const fn is_wheel(self) -> bool {
        matches!(self, Self::WheelUp | Self::WheelDown)
    }
}

/// The mouse did something at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub action: MouseAction,
    /// Column, from 0. May lie outside the screen.
    pub column: u16,
    /// Row, from 0. May lie outside the screen.
    pub row: u16,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseAction {
    /// The left button went down.
    Click,
    /// The mouse moved with the left button down.
    Drag,
    /// The left button was let go.
    Release,
    /// The wheel turned up by one notch.
    WheelUp,
    /// The wheel turned down by one notch.
    WheelDown,
    /// The button "back" went down.
    Back,
    /// The button "forward" went down.
    Forward,
}
