//! The parts of a session's state that are no pane and no box of their own.

use std::sync::Arc;
use std::time::Duration;

use crate::app::commands::Keymap;
use crate::app::filter::FilterLine;
use crate::app::finder::Finder;
use crate::app::guide::Guide;
use crate::app::key::Key;
use crate::app::leaving::Leaving;
use crate::app::message::Listen;
use crate::app::pane::Pane;
use crate::app::picker::Picker;
use crate::app::prompt::Prompt;
use crate::app::search::SearchLine;
use crate::app::strand::Strand;
use crate::app::visit::Visit;
use crate::app::why::Explanation;
use crate::corpus::Corpus;
use crate::model::{DocumentIx, References};
use crate::report::Style;
use crate::text::visible;

/// What is settled before the session starts.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Name of the collection, shown in the header. Untrusted.
    pub collection: String,
    /// The current folder, where files are written whose names tell no other. Untrusted.
    pub folder: String,
    /// Whether the embedded articles are shown.
    pub is_demo: bool,
    /// Which keys mean what.
    pub keymap: Arc<Keymap>,
    /// What a digit does outside of text fields.
    pub digits: Digits,
    /// Whether the mouse is listened to at first.
    pub mouse: Listen,
    /// Which references count beside names at first.
    pub references: References,
    /// How citations are worded at first.
    pub citation: Style,
    /// Where the last session over the same sources ended.
    pub visit: Option<Arc<Visit>>,
    /// What is to be told at the beginning, say of settings that can't be read. Untrusted.
    pub greeting: Option<String>,
}

/// What a digit does outside of text fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// It puts the pane of that number in focus.
    #[default]
    Panes,
    /// It counts how often the next command is run.
    Counts,
}

/// What a corpus holds, counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Where these come from.
    pub origins: usize,
    /// Entities, those of page furniture left out.
    pub entities: usize,
    /// Events that have a place on the calendar.
    pub dated: usize,
    /// Files that could not be read.
    pub skipped: usize,
    /// Documents that are marked as reviewed.
    pub reviewed: usize,
}

impl Counts {
    /// The counts of `corpus`.
    pub fn of(corpus: &Corpus) -> Self {
        Self {
            documents: corpus.documents().len(),
            origins: corpus.origins_of((0..corpus.documents().len()).map(DocumentIx::at)),
            entities: corpus.entities().iter().filter(|entity| !entity.boilerplate_only).count(),
            dated: corpus.events().iter().filter(|event| !event.when.days().is_unknown()).count(),
            skipped: corpus.skipped().len(),
            reviewed: corpus.reviewed().len(),
        }
    }
}

/// What a cursor marks.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The pane whose cursor it is.
    pub from: Pane,
    /// The item with its places.
    pub strand: Strand,
}

/// What is open over the panes.
#[derive(Clone, Debug, Default)]
pub enum Overlay {
    /// Nothing.
    #[default]
    None,
    /// The search line.
    Search(Box<SearchLine>),
    /// The filter line.
    Filter(Box<FilterLine>),
    /// The finder.
    Finder(Box<Finder>),
    /// Help or palette.
    Guide(Box<Guide>),
    /// What leaves, and how.
    Leaving(Box<Leaving>),
    /// A line that is asked for.
    Prompt(Box<Prompt>),
    /// A list to choose from.
    Picker(Box<Picker>),
    /// A box of text.
    Text(Box<Explanation>),
    /// The evidence tray.
    Tray,
}

/// How far loading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// It has not said yet.
    #[default]
    Starting,
    /// So many files of so many.
    Reading {
        /// Read or skipped.
        read: u32,
        /// In all.
        of: u32,
    },
    /// The reader has stopped it: there may be more to read.
    Stopped,
    /// It has ended.
    Done,
}

impl Loading {
    /// Whether nothing more is read.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Stopped | Self::Done)
    }
}

/// Keys of a chord that is not complete.
#[derive(Clone, Debug, Default)]
pub struct Pending {
    /// The keys.
    pub keys: Vec<Key>,
    /// How often what follows is to be run; 0 where nothing was counted.
    pub count: usize,
    /// When the last one came, as time since the start.
    pub since: Duration,
    /// Whether what may follow is shown.
    pub is_shown: bool,
}

/// What a letter is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// To mark this place with it.
    Mark,
    /// To go to the place that is marked with it.
    Marked,
}

impl Awaited {
    /// The key that it begins with, unless the reader has it otherwise.
    pub(in crate::app) const fn key(self) -> char {
        match self {
            Self::Mark => 'm',
            Self::Marked => '\'',
        }
    }
}

/// Something that the reader should know, for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// In one line, ready to be shown.
    pub words: String,
    /// When it goes, as time since the start.
    pub until: Duration,
}

impl Notice {
    /// What is told at the beginning; it may be untrusted.
    pub(super) fn greeting(words: &str) -> Self {
        const STAYS: Duration = Duration::from_secs(20);
        Self { words: visible(words).into_owned(), until: STAYS }
    }
}
