//! The casebook that a command works on: named, or the one that belongs to the sources.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::casework::{History, Journal, JournalError, Place, Sources, describe, find, folder};
use crate::corpus::Corpus;
use crate::model::{Act, ContentHash, EntryId, Moment};
use crate::text::visible;

use super::{Failure, say};

/// A journal that is open, and what makes it findable.
pub(super) struct Casebook {
    pub(super) journal: Journal,
    /// The sources that a new casebook has to be found by; `None` for one that the reader has named.
    sources: Option<Sources>,
    /// Why the last save failed, so that the same is not said again and again.
    told: String,
}

/// Opens the casebook in `file`, else the one that belongs to the sources. What is odd about it goes to standard error.
pub(super) fn open(file: Option<&Path>, corpus: &Corpus, paths: &[PathBuf]) -> Result<Casebook, Failure> {
    let sources = || {
        let documents = corpus.documents().iter().map(|document| ContentHash::from(&**document));
        Sources::new(documents, paths)
    };
    let (path, sources) = match file {
        Some(file) => (file.to_owned(), None),
        None if corpus.documents().is_empty() => {
            return Err(Failure::Told(
                "redstring: nothing could be read; name the casebook with --casebook".to_owned(),
            ));
        }
        None => {
            let sources = sources();
            (place(&sources)?.path().to_owned(), Some(sources))
        }
    };
    let journal = Journal::open(&path).map_err(|error| Failure::Told(format!("redstring: {error}")))?;
    Ok(Casebook { journal, sources, told: String::new() })
}

fn place(sources: &Sources) -> Result<Place, Failure> {
    let folder = folder(std::env::var_os("XDG_DATA_HOME"), std::env::var_os("HOME"));
    let unknown = || {
        let message =
            "redstring: no place for casebooks, for neither XDG_DATA_HOME nor HOME is set; name a file with --casebook";
        Failure::Told(message.to_owned())
    };
    Ok(find(&folder.ok_or_else(unknown)?, sources))
}

impl Casebook {
    /// Adds an act, in memory.
    pub(super) fn add(&mut self, act: Act) -> EntryId {
        self.record_sources();
        self.journal.add(act, now())
    }

    /// Adds entries of another casebook, in memory. `name` is what they are called in messages.
    pub(super) fn adopt(&mut self, lines: &[u8], name: &Path) -> Result<(), JournalError> {
        self.record_sources();
        self.journal.adopt(lines, name).map(drop)
    }

    /// Makes the casebook findable, once and only where something is added.
    fn record_sources(&mut self) {
        if let Some(sources) = self.sources.take()
            && let Some(record) = sources.to_record(&History::new(self.journal.entries()))
        {
            self.journal.add(record, now());
        }
    }

    /// Saves, and prints a line for each entry that is safe. Where it can't be saved it says so, and everything waits.
    pub(super) fn save(&mut self) -> Result<(), Failure> {
        let odd = self.journal.findings().len();
        let saved = self.journal.save();
        self.tell(odd);
        match saved {
            Ok(saved) => print(&self.journal, &saved),
            Err(error) => {
                let error = format!("redstring: {error}");
                if error != self.told {
                    say(&error);
                    self.told = error;
                }
                Ok(())
            }
        }
    }

    /// Says what was odd about the file, but for the first `known` findings.
    pub(super) fn tell(&self, known: usize) {
        for finding in self.journal.findings().iter().skip(known) {
            say(&format!("redstring: {}: {finding}", self.journal.path().display()));
        }
    }
}

fn print(journal: &Journal, saved: &[EntryId]) -> Result<(), Failure> {
    let history = History::new(journal.entries());
    let mut out = io::stdout().lock();
    for entry in saved.iter().filter_map(|id| history.entry(*id)) {
        if !matches!(entry.act, Act::Sources { .. }) {
            writeln!(out, "saved {} {}", entry.id, visible(&describe(entry, &history)))?;
        }
    }
    Ok(out.flush()?)
}

fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_secs()).unwrap_or_default())
}
