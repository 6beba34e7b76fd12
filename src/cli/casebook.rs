//! The casebook that a command works on, and what is told of it on standard output and standard error.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::casework::{History, Journal, JournalError, describe};
use crate::corpus::Corpus;
use crate::load::{self, NoCasebook, Shelves};
use crate::model::{Act, EntryId, Moment};
use crate::text::visible;

use super::{Failure, say};

/// A casebook that a command writes into.
pub(super) struct Casebook {
    kept: load::Casebook,
    /// Why the last save failed, so that the same is not said again and again.
    told: String,
}

impl From<NoCasebook> for Failure {
    fn from(error: NoCasebook) -> Self {
        Self::Told(format!("redstring: {error}"))
    }
}

/// Where casebooks are looked for.
pub(super) fn shelves(named: Option<&Path>) -> Shelves {
    let named = named.map(Path::to_owned);
    Shelves { named, data: std::env::var_os("XDG_DATA_HOME"), home: std::env::var_os("HOME") }
}

/// Opens the casebook in `file`, else the one that belongs to the sources.
pub(super) fn open(file: Option<&Path>, corpus: &Corpus, paths: &[PathBuf]) -> Result<Casebook, Failure> {
    Ok(Casebook { kept: load::Casebook::open(&shelves(file), corpus, paths)?, told: String::new() })
}

impl Casebook {
    pub(super) const fn journal(&self) -> &Journal {
        self.kept.journal()
    }

    /// Adds an act, in memory.
    pub(super) fn add(&mut self, act: Act) -> EntryId {
        self.kept.add(act, now())
    }

    /// Adds entries of another casebook, in memory. `name` is what they are called in messages.
    pub(super) fn adopt(&mut self, lines: &[u8], name: &Path) -> Result<(), JournalError> {
        self.kept.adopt(lines, name, now())
    }

    /// Saves, and prints a line for each entry that is safe. Where it can't be saved it says so, and everything waits.
    pub(super) fn save(&mut self) -> Result<(), Failure> {
        let odd = self.journal().findings().len();
        let saved = self.kept.save();
        tell(self.journal(), odd);
        match saved {
            Ok(saved) => print(self.journal(), &saved),
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
}

/// Says what was odd about the file, but for the first `known` findings.
pub(super) fn tell(journal: &Journal, known: usize) {
    for finding in journal.findings().iter().skip(known) {
        say(&format!("redstring: {}: {finding}", journal.path().display()));
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
