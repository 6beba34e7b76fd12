//! [`Kept`]: the side of the cache that is read. It may be read by several threads at once, and nothing in it changes meanwhile.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::answer;
use super::file::{self, Useless};
use super::index::{Entry, Index, Pack};
use super::pack::Reader;
use super::record::{Read, Record};
use super::{Key, Place};
use crate::model::Resolved;

/// So many packs are read from; more are gathered into one.
const MOST_PACKS: usize = 12;

/// What was kept before.
#[derive(Debug, Default)]
pub struct Kept {
    place: PathBuf,
    packs: Vec<Pack>,
    readers: Vec<Reader>,
    entries: HashMap<String, Entry>,
    /// Whether something turned out to be damaged.
    is_damaged: AtomicBool,
}

impl Kept {
    /// Opens what is kept at `place`; what is to be said of it, if anything.
    pub(super) fn open(place: &Path) -> (Self, Option<String>) {
        let empty = Self { place: place.to_owned(), ..Self::default() };
        match Self::read(place) {
            Ok(kept) => (kept, None),
            Err(Useless::Missing) => (empty, None),
            Err(why) => (empty, Some(format!("The cache is made anew: {why}"))),
        }
    }

    fn read(place: &Path) -> Result<Self, Useless> {
        let bytes = file::read(&place.join("index"))?;
        let index: Index = postcard::from_bytes(bytes.bytes()).map_err(|_| Useless::Damaged)?;
        let opened = index.packs.iter().map(|pack| Reader::open(place, *pack));
        let readers = opened.collect::<Result<_, _>>().map_err(|why| match why {
            Useless::Missing => Useless::Damaged,
            why => why,
        })?;
        let entries = index.entries.into_iter().map(|entry| (entry.file.clone(), entry)).collect();
        Ok(Self { place: place.to_owned(), packs: index.packs, readers, entries, is_damaged: AtomicBool::new(false) })
    }

    /// What is kept of the file at this path below the given folder.
    pub fn entry(&self, file: &str) -> Option<&Entry> {
        self.entries.get(file)
    }

    /// The documents of a file that is kept, which lies at `path`, with what was found in them.
    pub fn read_entry(&self, entry: &Entry, path: &Path) -> Option<Vec<Read>> {
        self.record(entry)?.read(path).or_else(|| self.damaged())
    }

    /// The texts of a file that is kept.
    pub fn texts(&self, entry: &Entry) -> Option<Vec<Arc<str>>> {
        let bytes = self.reader(entry)?.texts(entry).ok();
        let Some(mut rest) = bytes.as_deref().and_then(|bytes| str::from_utf8(bytes).ok()) else {
            return self.damaged();
        };
        let mut each = Vec::with_capacity(entry.lengths.len());
        for length in &entry.lengths {
            let (text, others) = rest.split_at_checked(*length as usize)?;
            each.push(text.into());
            rest = others;
        }
        Some(each)
    }

    /// What was made of all documents together, if it was made of just these; `text` gives text and path of each.
    pub fn answer(&self, key: &Key, text: impl FnMut(Place) -> Option<answer::Text>) -> Option<Resolved> {
        match answer::read(&self.place, key, text) {
            Ok(answer) => answer,
            Err(Useless::Damaged) => self.damaged(),
            Err(_) => None,
        }
    }

    /// Whether something that was read turned out to be damaged.
    pub fn is_damaged(&self) -> bool {
        self.is_damaged.load(Ordering::Relaxed)
    }

    /// Whether so many packs hold it that it had better be in one.
    pub(super) fn is_scattered(&self) -> bool {
        let kept: u64 = self.entries.values().map(|entry| u64::from(entry.found.length)).sum();
        let held: u64 = self.packs.iter().map(|pack| pack.found).sum();
        self.packs.len() > MOST_PACKS || held / 2 > kept
    }

    pub(super) fn packs(&self) -> &[Pack] {
        &self.packs
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    pub(super) fn record(&self, entry: &Entry) -> Option<Record> {
        self.reader(entry)?.record(entry).ok().or_else(|| self.damaged())
    }

    fn reader(&self, entry: &Entry) -> Option<&Reader> {
        self.readers.iter().find(|reader| reader.number == entry.pack)
    }

    fn damaged<T>(&self) -> Option<T> {
        self.is_damaged.store(true, Ordering::Relaxed);
        None
    }
}
