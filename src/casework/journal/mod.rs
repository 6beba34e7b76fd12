//! The journal: what the reader did, one line each, added to a file and never taken out of it.
//!
//! What is added is in memory at once and safe after [`Journal::save`]: one write and one fsync, with what other programs have
//! written read first, under a lock. It has no clock: whoever adds says when.

mod error;
mod file;
mod line;
mod scan;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::model::{Act, Entry, EntryId, Moment};

pub use error::{Finding, JournalError};

use file::{Identity, Locked};
use scan::{Scan, is_torn_header, scan};

/// A casebook's journal, as far as it has been read, and what waits to be saved.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    safe: Vec<Entry>,
    known: HashSet<EntryId>,
    pending: Vec<Pending>,
    read: Option<Read>,
    /// The highest clock of all entries that are known.
    clock: u64,
    /// The file whose name is known to outlive a power cut.
    named: Option<Identity>,
    findings: Vec<Finding>,
}

/// An entry that is not saved yet, with its line.
#[derive(Debug)]
struct Pending {
    entry: Entry,
    line: Vec<u8>,
}

/// How far the file has been read: up to the end of its last whole line.
#[derive(Debug)]
struct Read {
    identity: Identity,
    length: u64,
    lines: usize,
    last_line: Vec<u8>,
    newer: Option<u64>,
}

/// What another journal brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Adopted {
    /// Entries that this one did not have.
    pub new: usize,
    /// Entries that both have.
    pub known: usize,
}

impl Journal {
    /// Reads the journal at `path`; where there is none, the first save makes it. Nothing is written.
    ///
    /// # Errors
    /// Where it can't be read, or is something else.
    pub fn open(path: &Path) -> Result<Self, JournalError> {
        let mut journal = Self {
            path: path.to_owned(),
            safe: Vec::new(),
            known: HashSet::new(),
            pending: Vec::new(),
            read: None,
            clock: 0,
            named: None,
            findings: Vec::new(),
        };
        let Some((bytes, identity)) = file::read(path)? else { return Ok(journal) };
        let found = journal.recognized(&bytes)?;
        if bytes.is_empty() {
            journal.findings.push(Finding::Empty);
        }
        if found.tail() < bytes.len() {
            let damage = Finding::DamagedEnd { after: found.lines, bytes: bytes.len() - found.tail() };
            journal.findings.push(damage);
        }
        journal.take(found, &bytes, 0, identity);
        Ok(journal)
    }

    /// Where it is kept.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All entries that are known, the saved ones first. [`super::History`] puts them in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.safe.iter().chain(self.pending.iter().map(|pending| &pending.entry))
    }

    /// All entries that are known as a journal's bytes, to be kept somewhere else.
    pub fn lines(&self) -> Vec<u8> {
        let lines = self.entries().flat_map(|Entry { clock, at, act, .. }| line::encode(*clock, *at, act.clone()).1);
        line::header().into_iter().chain(lines).collect()
    }

    /// How many entries wait to be saved; what only makes the casebook findable is counted where nothing else waits.
    pub fn unsaved(&self) -> usize {
        let is_record = |pending: &&Pending| matches!(pending.entry.act, Act::Sources { .. });
        let records = self.pending.iter().filter(is_record).count();
        if records == self.pending.len() { records } else { self.pending.len() - records }
    }

    /// What was odd about the file so far.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The version of the newer program that has written to it, where one has: then it can't be saved to.
    pub fn newer(&self) -> Option<u64> {
        self.read.as_ref().and_then(|read| read.newer)
    }

    /// Adds what was done at `at`, in memory. It comes after all entries that are known.
    pub fn add(&mut self, act: Act, at: Moment) -> EntryId {
        self.clock = self.clock.saturating_add(1);
        let (entry, line) = line::encode(self.clock, at, act);
        let id = entry.id;
        self.known.insert(id);
        self.pending.push(Pending { entry, line });
        id
    }

    /// Adds all whole entries of another journal's bytes that are not known yet, in memory, as they are.
    ///
    /// # Errors
    /// Where the bytes are no journal, or a newer one. `name` is what they are called in the message.
    pub fn adopt(&mut self, bytes: &[u8], name: &Path) -> Result<Adopted, JournalError> {
        let found = scan(bytes);
        if !found.is_journal {
            return Err(unknown(name, bytes));
        }
        if let Some(version) = found.newer {
            return Err(JournalError::Newer { path: name.to_owned(), version });
        }
        let mut adopted = Adopted::default();
        for (entry, place) in found.entries {
            if self.known.insert(entry.id) {
                adopted.new += 1;
                self.clock = self.clock.max(entry.clock);
                let mut line = bytes.get(place).unwrap_or_default().trim_ascii_end().to_vec();
                line.push(b'\n');
                self.pending.push(Pending { entry, line });
            } else {
                adopted.known += 1;
            }
        }
        Ok(adopted)
    }

    /// Makes safe what waits, and learns what others have written since. The entries that are safe now, in the order in which
    /// they were added.
    ///
    /// # Errors
    /// Where it can't be saved: everything still waits, and the next save writes all of it.
    pub fn save(&mut self) -> Result<Vec<EntryId>, JournalError> {
        if self.pending.is_empty() {
            return Ok(Vec::new());
        }
        let mut locked = Locked::open(&self.path)?;
        let length = self.catch_up(&mut locked)?;
        let identity = locked.identity()?;
        if self.named != Some(identity) {
            locked.sync_folder()?;
            self.named = Some(identity);
        }
        let mut bytes = if length == 0 { line::header() } else { Vec::new() };
        let header_lines = usize::from(length == 0);
        self.pending.iter().for_each(|pending| bytes.extend_from_slice(&pending.line));
        locked.append(&bytes, length)?;
        let saved: Vec<EntryId> = self.pending.iter().map(|pending| pending.entry.id).collect();
        if let Some(read) = &mut self.read {
            read.length = length + bytes.len() as u64;
            read.lines += header_lines + saved.len();
            read.last_line = self.pending.last().map(|pending| pending.line.clone()).unwrap_or_default();
        }
        self.safe.extend(self.pending.drain(..).map(|pending| pending.entry));
        Ok(saved)
    }

    /// Reads what others have written, cuts a damaged end, and gives the length of what is whole.
    fn catch_up(&mut self, locked: &mut Locked) -> Result<u64, JournalError> {
        let identity = locked.identity()?;
        let from = self.unread(locked, identity)?;
        let bytes = locked.read_from(from)?;
        let found = if from == 0 { self.recognized(&bytes)? } else { scan(&bytes) };
        if let Some(version) = found.newer.or(self.newer()) {
            return Err(JournalError::Newer { path: self.path.clone(), version });
        }
        let whole = from + found.tail() as u64;
        let damaged = bytes.get(found.tail()..).unwrap_or_default();
        if !damaged.is_empty() {
            if found.is_journal || from > 0 || !is_torn_header(damaged) {
                let name = line::short_hash(damaged);
                self.findings.push(Finding::SetAside(locked.set_aside(damaged, &name)?));
            }
            locked.cut(whole)?;
        }
        if from == 0 {
            self.keep_what_is_missing(&found);
        }
        self.take(found, &bytes, from, identity);
        Ok(whole)
    }

    /// Where to go on reading: at the end of what was read before, if that is still there; else at the beginning.
    fn unread(&self, locked: &mut Locked, identity: Identity) -> Result<u64, JournalError> {
        let Some(read) = self.read.as_ref().filter(|read| read.identity == identity) else { return Ok(0) };
        let from = read.length - read.last_line.len() as u64;
        let is_there = locked.read_from(from)?.starts_with(&read.last_line);
        Ok(if is_there { read.length } else { 0 })
    }

    /// What stands in the bytes of a whole file, if it is a journal.
    fn recognized(&self, bytes: &[u8]) -> Result<Scan, JournalError> {
        let found = scan(bytes);
        if found.is_journal || is_torn_header(bytes) {
            return Ok(found);
        }
        Err(unknown(&self.path, bytes))
    }

    /// A file that was replaced while this program ran may lack what was saved already: it is saved again, for nothing of the
    /// reader's is given up.
    fn keep_what_is_missing(&mut self, found: &Scan) {
        let there: HashSet<EntryId> = found.entries.iter().map(|(entry, _)| entry.id).collect();
        let (safe, missing) = std::mem::take(&mut self.safe).into_iter().partition(|entry| there.contains(&entry.id));
        self.safe = safe;
        let missing: Vec<Entry> = missing;
        if !missing.is_empty() {
            self.findings.push(Finding::Restored(missing.len()));
        }
        let again = missing.into_iter().map(|Entry { clock, at, act, .. }| {
            let (entry, line) = line::encode(clock, at, act);
            Pending { entry, line }
        });
        self.pending.splice(0..0, again);
    }

    /// Takes over what was read from `from` on.
    fn take(&mut self, found: Scan, bytes: &[u8], from: u64, identity: Identity) {
        let lines_before = if from == 0 { 0 } else { self.read.as_ref().map_or(0, |read| read.lines) };
        self.findings.extend(found.damaged.iter().map(|line| Finding::DamagedLine(lines_before + line)));
        let last_line = match (&self.read, found.is_journal) {
            (Some(read), false) if from > 0 => read.last_line.clone(),
            _ => bytes.get(found.last.clone()).unwrap_or_default().to_vec(),
        };
        if let Some(version) = found.newer {
            self.findings.push(Finding::Newer(version));
        }
        self.read = Some(Read {
            identity,
            length: from + found.tail() as u64,
            lines: lines_before + found.lines,
            last_line,
            newer: found.newer,
        });
        for (entry, _) in found.entries {
            if self.known.insert(entry.id) {
                self.clock = self.clock.max(entry.clock);
                self.safe.push(entry);
            }
        }
    }
}

/// Why the bytes of a file are no journal.
fn unknown(path: &Path, bytes: &[u8]) -> JournalError {
    match scan::stated_version(bytes) {
        Some(version) if version > line::VERSION => {
            JournalError::LaterForm { path: path.to_owned(), version, known: line::VERSION }
        }
        _ => JournalError::NotACasebook(path.to_owned()),
    }
}
