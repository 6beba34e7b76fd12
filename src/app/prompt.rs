//! [`Prompt`]: one line that the reader is asked for, and what becomes of it.

use crate::model::{DocumentRef, EntityRef, EntryId, Kind, Subject, TextAnchor};

use super::field::Field;

/// A line that is asked for.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What for, ready to be shown.
    pub title: String,
    /// What it is about, ready to be shown.
    pub about: String,
    /// What is typed.
    pub field: Field,
    /// What becomes of it.
    pub ask: Ask,
    /// What was wrong with what was typed.
    pub wrong: Option<&'static str>,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A new note.
    Note(Subject),
    /// A note's text from now on.
    EditNote(EntryId),
    /// An entity's name and kind.
    Rename(EntityRef, Kind),
    /// When a document was published.
    Publication(DocumentRef),
    /// What a time means.
    Time(TextAnchor),
    /// The name of a search for this.
    SaveSearch(String),
    /// The file with a list of queries, one a line.
    Batch,
    /// Where the casebook is to be written too.
    Export,
}

impl Prompt {
    /// Asks, with `text` typed already.
    pub fn new(title: String, about: &str, text: &str, ask: Ask) -> Self {
        let about = crate::text::visible(about).into_owned();
        Self { title, about, field: Field::of(text), ask, wrong: None }
    }

    /// Whether the text may be edited outside: the line of a note holds little.
    pub const fn is_note(&self) -> bool {
        matches!(self.ask, Ask::Note(_) | Ask::EditNote(_))
    }
}
