//! The casebook of some sources: named by the reader, or the one that belongs to them; and what has to be written into it so
//! that it is found again. It has no clock: whoever adds says when.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::casework::{History, Journal, JournalError, Sources, find, folder};
use crate::corpus::Corpus;
use crate::model::{Act, Casework, ContentHash, EntryId, Moment};

/// A journal that is open, and what makes it findable.
#[derive(Debug)]
pub struct Casebook {
    journal: Journal,
    /// The sources that it has to be found by and that it may not name yet.
    sources: Option<Sources>,
    /// Whether it is not one that the reader has named.
    is_found_by_sources: bool,
}

/// Where casebooks are looked for.
#[derive(Clone, Debug, Default)]
pub struct Shelves {
    /// The casebook that the reader has named.
    pub named: Option<PathBuf>,
    /// `XDG_DATA_HOME`.
    pub data: Option<OsString>,
    /// `HOME`.
    pub home: Option<OsString>,
}

/// Why there is no casebook.
#[derive(Debug, Error)]
pub enum NoCasebook {
    /// It can't be read, or is something else.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// Without a document it can't be told which casebook is meant.
    #[error("nothing could be read; name the casebook with --casebook")]
    NoSources,
    /// Neither `XDG_DATA_HOME` nor `HOME` is set.
    #[error("no place for casebooks, for neither XDG_DATA_HOME nor HOME is set; name a file with --casebook")]
    NoFolder,
}

impl Casebook {
    /// Opens the named casebook, else the one that belongs to the documents of `corpus`, which were read from `paths`. Nothing
    /// is written.
    ///
    /// # Errors
    /// Where there is none and none can be made.
    pub fn open(shelves: &Shelves, corpus: &Corpus, paths: &[PathBuf]) -> Result<Self, NoCasebook> {
        if let Some(named) = &shelves.named {
            return Ok(Self { journal: Journal::open(named)?, sources: None, is_found_by_sources: false });
        }
        if corpus.documents().is_empty() {
            return Err(NoCasebook::NoSources);
        }
        let sources = sources(corpus, paths);
        let folder = folder(shelves.data.clone(), shelves.home.clone()).ok_or(NoCasebook::NoFolder)?;
        let place = find(&folder, &sources)?;
        Ok(Self { journal: Journal::open(place.path())?, sources: Some(sources), is_found_by_sources: true })
    }

    /// It is kept for other sources from now on, for they have been read again.
    pub fn sources_are(&mut self, corpus: &Corpus, paths: &[PathBuf]) {
        if self.is_found_by_sources && !corpus.documents().is_empty() {
            self.sources = Some(sources(corpus, paths));
        }
    }

    /// What is kept in it.
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// What all its entries come to.
    pub fn casework(&self) -> Casework {
        History::new(self.journal.entries()).casework()
    }

    /// Adds an act that was done at `at`, in memory.
    pub fn add(&mut self, act: Act, at: Moment) -> EntryId {
        self.record_sources(at);
        self.journal.add(act, at)
    }

    /// Adds entries of another casebook, in memory. `name` is what they are called in messages.
    ///
    /// # Errors
    /// As [`Journal::adopt`].
    pub fn adopt(&mut self, lines: &[u8], name: &Path, at: Moment) -> Result<(), JournalError> {
        self.record_sources(at);
        self.journal.adopt(lines, name).map(drop)
    }

    /// Makes safe what waits, and learns what others have written.
    ///
    /// # Errors
    /// As [`Journal::save`]: everything still waits.
    pub fn save(&mut self) -> Result<Vec<EntryId>, JournalError> {
        self.journal.save()
    }

    /// Makes the casebook findable, once and only where something is added.
    fn record_sources(&mut self, at: Moment) {
        if let Some(sources) = self.sources.take()
            && let Some(record) = sources.to_record(&History::new(self.journal.entries()))
        {
            self.journal.add(record, at);
        }
    }
}

fn sources(corpus: &Corpus, paths: &[PathBuf]) -> Sources {
    Sources::new(corpus.documents().iter().map(|document| ContentHash::from(&**document)), paths)
}
