//! What may happen to the session ([`Message`]) and what it asks of the world ([`Effect`]).

use std::path::PathBuf;
use std::sync::Arc;

use crate::corpus::Corpus;
use crate::model::Act;

use super::geometry::Size;
use super::key::{Key, Mouse};
use super::leaving::{Answer, Departure};
use super::record::Record;

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
    /// What the casebook holds now.
    Record(Arc<Record>),
    /// There is no casebook, and why. Untrusted.
    NoCasebook(String),
    /// So many of the things that were to be kept, counted from the start, are on the disk.
    Saved(u64),
    /// So many entries can't be saved; they wait in memory.
    Unsaved {
        /// How many.
        count: usize,
        /// Why. Untrusted.
        why: String,
    },
    /// What has become of what was to leave.
    Left(Answer),
    /// The reader's editor has ended: with what it left, or with why there is nothing. Untrusted.
    Edited(Result<String, String>),
    /// A list of queries that was asked for, or why there is none. Untrusted.
    List {
        /// The file, as it was typed.
        file: String,
        /// What it holds.
        text: Result<String, String>,
    },
}

/// Something that the world must do.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Keep what the reader has done.
    Keep(Box<Act>),
    /// Undo the last thing that was kept.
    Undo,
    /// Do again what was undone last.
    Redo,
    /// Try again to save what waits.
    Save,
    /// Write the whole casebook into another file too.
    Export(PathBuf),
    /// Read a list of queries.
    ReadList(PathBuf),
    /// Write what leaves into a file.
    Leave(Box<Departure>),
    /// Put a text on the clipboard.
    Copy(String),
    /// Let the reader edit a text in an editor of their own.
    Edit(String),
}

/// Whether the mouse is listened to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listen {
    /// Clicks and wheel come as messages.
    #[default]
    On,
    /// The terminal keeps the mouse for its own selection.
    Off,
}
