//! [`Keeping`]: the side of the cache that is written, by one program at a time. The index is written last and whole, so that a
//! crash at any moment leaves what was kept before.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};

use crate::model::{Resolved, Stamp};

use super::index::{Entry, Index, KnownBy};
use super::kept::Kept;
use super::pack::{self, Writer};
use super::record::Record;
use super::{Key, Place, answer, file};

/// So many bytes may wait for the index to name them.
const WAITING: u64 = 32 << 20;

/// What is being kept now.
#[derive(Debug, Default)]
pub struct Keeping {
    place: PathBuf,
    /// The lock, and what the time was when it was taken; `None`: nothing can be kept.
    lock: Option<(File, Stamp)>,
    writer: Option<Writer>,
    /// What is new.
    entries: BTreeMap<String, Entry>,
    /// How many bytes wait.
    waiting: u64,
    /// How many bytes the index names.
    named: u64,
    pub(super) notes: Vec<String>,
}

impl Keeping {
    /// Begins at `place`.
    pub(super) fn start(place: &Path) -> Self {
        let mut keeping = Self { place: place.to_owned(), ..Self::default() };
        match lock(place) {
            Ok(lock) => keeping.lock = lock,
            Err(error) => keeping.give_up(&error),
        }
        keeping
    }

    /// Whether anything can be kept.
    pub const fn is_open(&self) -> bool {
        self.lock.is_some()
    }

    /// Whether a file was changed so shortly before that a later change may not show.
    pub fn is_young(&self, stamp: Stamp) -> bool {
        self.lock.as_ref().is_none_or(|(_, start)| stamp.is_younger_than(start))
    }

    /// Keeps what was found in a file.
    pub fn keep(&mut self, kept: &Kept, file: &str, known_by: KnownBy, record: &Record) {
        if self.lock.is_none() {
            return;
        }
        if let Err(error) = self.add(file, known_by, record) {
            return self.give_up(&error);
        }
        self.waiting += (record.texts.len() + record.found.len()) as u64;
        if self.waiting > WAITING.max(self.named / 4) {
            self.save(kept, |_| true);
        }
    }

    /// Notes that a file that is kept is known by something else now.
    pub fn recognize(&mut self, entry: &Entry, known_by: KnownBy) {
        self.entries.insert(entry.file.clone(), Entry { known_by, ..entry.clone() });
    }

    /// Makes safe what was kept, and forgets what `is_there` says is no more.
    pub fn save(&mut self, kept: &Kept, is_there: impl Fn(&str) -> bool) {
        if self.lock.is_none() {
            return;
        }
        let is_same = self.entries.is_empty() && kept.entries().all(|entry| is_there(&entry.file));
        if is_same && !kept.is_damaged() {
            return;
        }
        if let Err(error) = self.write_index(kept, is_there) {
            self.give_up(&error);
        }
    }

    /// Keeps what was made of all documents together; `place` tells from where each is.
    pub fn keep_answer(&mut self, key: &Key, resolved: &Resolved, places: Vec<Place>) {
        if self.lock.is_none() {
            return;
        }
        if let Err(error) = answer::write(&self.place, key, resolved, places) {
            self.give_up(&error);
        }
    }

    /// What is to be said, each once.
    pub fn take_notes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.notes)
    }

    /// Puts everything into one pack. Gives what is kept then.
    pub(super) fn gather(&mut self, kept: Kept) -> Kept {
        if self.lock.is_none() {
            return kept;
        }
        let mut entries: Vec<&Entry> = kept.entries().collect();
        entries.sort_by_key(|entry| (entry.pack, entry.found.start));
        for entry in entries {
            let Some(record) = kept.record(entry) else { continue };
            if let Err(error) = self.add(&entry.file, entry.known_by, &record) {
                self.give_up(&error);
                return kept;
            }
        }
        self.save(&kept, |_| false);
        self.entries.clear();
        self.writer = None;
        self.waiting = 0;
        Kept::open(&self.place).0
    }

    fn add(&mut self, file: &str, known_by: KnownBy, record: &Record) -> io::Result<()> {
        if self.writer.is_none() {
            self.writer = Some(Writer::create(&self.place, self.next_number()?)?);
        }
        let Some(writer) = &mut self.writer else { return Ok(()) };
        let [texts, found] = writer.add(record)?;
        let pack = writer.pack().number;
        let lengths = record.lengths.clone();
        self.entries.insert(file.to_owned(), Entry { file: file.to_owned(), known_by, pack, texts, lengths, found });
        Ok(())
    }

    fn write_index(&mut self, kept: &Kept, is_there: impl Fn(&str) -> bool) -> io::Result<()> {
        let written = self.writer.as_mut().map(Writer::sync).transpose()?;
        let before = kept.entries().filter(|entry| is_there(&entry.file) && !self.entries.contains_key(&entry.file));
        let mut entries: Vec<Entry> = before.chain(self.entries.values()).cloned().collect();
        entries.sort_by(|one, other| one.file.cmp(&other.file));
        let is_used = |number| entries.iter().any(|entry| entry.pack == number);
        let packs = kept.packs().iter().copied().chain(written).filter(|pack| is_used(pack.number)).collect();
        let index = Index { packs, entries };
        let bytes = postcard::to_stdvec(&index).map_err(io::Error::other)?;
        file::replace(&self.place.join("index"), &bytes)?;
        self.named += std::mem::take(&mut self.waiting);
        self.remove_others(&index)
    }

    /// Removes packs that nothing names.
    fn remove_others(&self, index: &Index) -> io::Result<()> {
        let own = self.writer.as_ref().map(|writer| writer.pack().number);
        // What a crash has left half written.
        for draft in ["answer.draft", "aside.draft"] {
            drop(fs::remove_file(self.place.join(draft)));
        }
        for number in self.numbers()? {
            if own != Some(number) && index.packs.iter().all(|pack| pack.number != number) {
                pack::remove(&self.place, number);
            }
        }
        Ok(())
    }

    fn next_number(&self) -> io::Result<u64> {
        Ok(self.numbers()?.into_iter().max().map_or(1, |last| last + 1))
    }

    /// The numbers of all packs that are there, whoever made them.
    fn numbers(&self) -> io::Result<Vec<u64>> {
        let mut numbers = Vec::new();
        for entry in fs::read_dir(&self.place)? {
            numbers.extend(entry?.file_name().to_str().and_then(pack::number_of));
        }
        Ok(numbers)
    }

    /// Nothing more is kept.
    fn give_up(&mut self, error: &io::Error) {
        self.notes.push(format!("Not kept in the cache for the next time: {}: {error}", self.place.display()));
        if let Some(writer) = self.writer.take()
            && self.named == 0
        {
            pack::remove(&self.place, writer.pack().number);
        }
        self.entries.clear();
        self.lock = None;
    }
}

/// Takes the lock of `place`; `None` where another program has it, which keeps all this itself.
fn lock(place: &Path) -> io::Result<Option<(File, Stamp)>> {
    file::make_folder(place)?;
    let path = place.join("lock");
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
    if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
        return Ok(None);
    }
    // Its time of change is now, by the clock of the file system.
    file.write_all_at(b"\n", 0)?;
    let start = Stamp::of(&file.metadata()?);
    Ok(Some((file, start)))
}
