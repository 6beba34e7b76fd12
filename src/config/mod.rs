//! What the reader has set: files of settings, keys and themes, read into what the session understands.
//!
//! Only the reader's own folder of settings is read, never one beside the sources, and nothing is written there. What is wrong in
//! a file is told with its line and column; what is left out, and what is wrong, stays as the program has it.

mod document;
mod folder;
mod keys;
mod settings;
#[cfg(feature = "tui")]
mod themes;

use std::fmt;
use std::path::PathBuf;

use crate::app::Keymap;

pub use folder::Folder;
pub use settings::{Appearance, Choices, Resume};

/// What is set if nothing is: a file to begin with.
pub const DEFAULT: &str = include_str!("default.toml");

/// What the command line asks for besides.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// The folder of the settings, instead of the usual one.
    pub folder: Option<PathBuf>,
    /// A theme by name.
    pub theme: Option<String>,
    /// Only ASCII signs and borders.
    pub ascii: bool,
}

/// What the reader has set.
#[derive(Debug)]
pub struct Config {
    /// Where it was looked for.
    pub folder: Folder,
    /// The settings.
    pub choices: Choices,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// What is wrong in the files, in their order.
    pub complaints: Vec<Complaint>,
}

impl Config {
    /// Reads `config.toml` and `keys.toml` of the folder, if there are any.
    pub fn read(folder: Folder) -> Self {
        let mut complaints = Vec::new();
        let mut choices = Choices::default();
        if let Some((file, text)) = folder.read("config.toml", &mut complaints) {
            settings::read(&file, &text, &mut choices, &mut complaints);
        }
        let mut keymap = Keymap::default();
        if let Some((file, text)) = folder.read("keys.toml", &mut complaints) {
            keys::read(&file, &text, &mut keymap, &mut complaints);
        }
        Self { folder, choices, keymap, complaints }
    }

    /// Everything that is wrong: in these files, and in all themes of the folder.
    pub fn checked(mut self) -> Vec<Complaint> {
        #[cfg(feature = "tui")]
        self.check_themes();
        self.complaints.sort_by(|one, other| (&one.file, one.at).cmp(&(&other.file, other.at)));
        self.complaints
    }

    /// In one line what is wrong, for the screen; untrusted.
    pub fn greeting(&self) -> Option<String> {
        let first = self.complaints.first()?;
        let more = match self.complaints.len() - 1 {
            0 => String::new(),
            more => format!("; {more} more"),
        };
        Some(format!("{first}{more} (redstring config --check)"))
    }
}

/// What is wrong in a file of settings. Its words may hold words of the file: untrusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The file, without its folder.
    pub file: String,
    /// Line and column, both from 1, the column in characters; `None` where the whole file is meant.
    pub at: Option<(usize, usize)>,
    /// What is wrong, and what would be right.
    pub words: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some((line, column)) => write!(f, "{}:{line}:{column}: {}", self.file, self.words),
            None => write!(f, "{}: {}", self.file, self.words),
        }
    }
}

#[cfg(test)]
mod tests;
