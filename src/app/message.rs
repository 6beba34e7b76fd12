//! What may happen to the session ([`Message`]) and what it asks of the world ([`Effect`]).

use std::sync::Arc;

use crate::corpus::Corpus;

use super::geometry::Size;
use super::key::{Key, Mouse};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The mouse was pressed or its wheel turned.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The screen has another size.
    Resized(Size),
    /// A newer corpus, partial or whole.
    Snapshot(Arc<Corpus>),
    /// So many files of so many have been read.
    Progress {
        /// Files read or skipped.
        read: u32,
        /// Files in all.
        of: u32,
    },
    /// Loading has ended; the last snapshot is whole (or as whole as it will be after a cancel).
    Loaded,
    /// Something that the reader should know, in one line. Untrusted.
    Notice(String),
    /// The time that [`super::State::deadline`] named has come.
    Deadline,
}

/// Something that the world must do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back and stop until continued (Ctrl-Z).
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Listen to the mouse, or leave it to the terminal.
    Mouse(Listen),
    /// Stop loading; what has been read stays.
    CancelLoading,
    /// Read the sources again.
    Reload,
}

/// Whether the mouse is listened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listen {
    /// Clicks and wheel come as messages.
    On,
    /// The terminal keeps the mouse for its own selection.
    Off,
}
