//! [`Picker`]: a list to choose from, narrowed by typing: parts to split off, tags, and all that the casebook holds.

use crate::model::{DocumentId, EntityRef, EntryId, Part, Place, Subject};
use crate::text::{Span, fold};

use super::field::Field;
use super::scroll::Scroll;

/// A list to choose from.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What it is for.
    pub purpose: Purpose,
    /// What stands above it, ready to be shown.
    pub title: String,
    /// What is typed.
    pub field: Field,
    /// Cursor and window.
    pub scroll: Scroll,
    /// What fits, by position in `items`.
    pub rows: Vec<usize>,
    /// All that is offered.
    pub items: Vec<Choosable>,
}

/// What a list is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A part of this entity is split off.
    Split(EntityRef),
    /// A tag is put on this.
    Tag(Subject),
    /// What the casebook holds is looked through.
    Casework(Shown),
    /// What each line of a list came to is looked through.
    Batch,
}

/// What of the casebook is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Notes, tags, bookmarks, marks of review and corrections that hold.
    #[default]
    All,
    /// Notes.
    Notes,
    /// Tags.
    Tags,
    /// Bookmarks.
    Bookmarks,
    /// What has been reviewed.
    Reviewed,
    /// Saved searches.
    Searches,
    /// Corrections.
    Corrections,
    /// What no longer fits the sources.
    Orphans,
    /// Everything that was ever done.
    History,
}

impl Shown {
    const EACH: [Self; 9] = [
        Self::All,
        Self::Notes,
        Self::Tags,
        Self::Bookmarks,
        Self::Reviewed,
        Self::Searches,
        Self::Corrections,
        Self::Orphans,
        Self::History,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all in force",
            Self::Notes => "notes",
            Self::Tags => "tags",
            Self::Bookmarks => "bookmarks",
            Self::Reviewed => "reviewed",
            Self::Searches => "saved searches",
            Self::Corrections => "corrections",
            Self::Orphans => "without a place",
            Self::History => "history",
        }
    }

    /// The one after it; after the last, the first.
    pub fn next(self) -> Self {
        let at = Self::EACH.iter().position(|shown| *shown == self).unwrap_or_default();
        Self::EACH.get(at + 1).copied().unwrap_or_default()
    }
}

/// One of the things to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// What it is, in a word, ready to be shown.
    pub label: String,
    /// The words of it, ready to be shown.
    pub words: String,
    /// What stands at the end of its row, ready to be shown.
    pub detail: String,
    /// Whether it is shown as no longer holding.
    pub is_dim: bool,
    /// What it leads to.
    pub leads: Leads,
}

/// What a choice leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// These mentions are split off.
    Part(Part),
    /// The mention at this place is split off.
    Mention(DocumentId, Span),
    /// This tag.
    Tag(String),
    /// An entry of the casebook.
    Entry {
        /// Which.
        entry: EntryId,
        /// Where it stands, where it has a place.
        place: Option<Place>,
        /// The text, where it is a note.
        note: Option<String>,
        /// What is searched for, where it is a saved search.
        query: Option<String>,
    },
    /// A search for this.
    Query(String),
}

impl Picker {
    /// Opens it.
    pub fn new(purpose: Purpose, title: String, items: Vec<Choosable>) -> Self {
        let mut picker =
            Self { purpose, title, field: Field::default(), scroll: Scroll::default(), rows: Vec::new(), items };
        picker.search();
        picker
    }

    /// Lists what holds every word that is typed.
    pub fn search(&mut self) {
        let typed = fold(&self.field.text());
        let words: Vec<&str> = typed.split(' ').collect();
        let fits = |item: &Choosable| {
            let said = fold(&format!("{} {} {}", item.label, item.words, item.detail));
            words.iter().all(|word| said.contains(word))
        };
        self.rows = (0..self.items.len()).filter(|at| self.items.get(*at).is_some_and(fits)).collect();
        self.scroll = Scroll::default();
    }

    /// What is under the cursor.
    pub fn current(&self) -> Option<&Choosable> {
        self.rows.get(self.scroll.cursor).and_then(|at| self.items.get(*at))
    }
}
