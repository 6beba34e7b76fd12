//! Packs: pairs of files that records are only ever added to. Of each the index says how much is valid, so that what a crash has
//! left at its end is never read.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use super::file::{Useless, create, open};
use super::index::{Entry, Pack, Stretch};
use super::record::Record;
use super::sum::sum;

/// A pack that records are read from.
#[derive(Debug)]
pub(super) struct Reader {
    pub(super) number: u64,
    texts: File,
    found: File,
}

impl Reader {
    /// Opens a pack of which `pack` is valid.
    pub(super) fn open(folder: &Path, pack: Pack) -> Result<Self, Useless> {
        let [texts, found] = paths(folder, pack.number).map(|path| open(&path));
        let (texts, found) = (texts?, found?);
        if texts.metadata()?.len() < pack.texts || found.metadata()?.len() < pack.found {
            return Err(Useless::Damaged);
        }
        Ok(Self { number: pack.number, texts, found })
    }

    /// The bytes of a file that is kept here, as they were written.
    pub(super) fn record(&self, entry: &Entry) -> Result<Record, Useless> {
        Ok(Record {
            texts: self.texts(entry)?,
            lengths: entry.lengths.clone(),
            found: bytes(&self.found, entry.found)?,
        })
    }

    /// The texts of a file that is kept here.
    pub(super) fn texts(&self, entry: &Entry) -> Result<Vec<u8>, Useless> {
        bytes(&self.texts, entry.texts)
    }
}

fn bytes(file: &File, stretch: Stretch) -> Result<Vec<u8>, Useless> {
    let mut bytes = vec![0; stretch.length as usize];
    file.read_exact_at(&mut bytes, stretch.start)?;
    if sum(&bytes) == stretch.sum { Ok(bytes) } else { Err(Useless::Damaged) }
}

/// A pack that records are added to.
#[derive(Debug)]
pub(super) struct Writer {
    pack: Pack,
    texts: BufWriter<File>,
    found: BufWriter<File>,
}

impl Writer {
    /// Makes a pack with a number that no other has.
    pub(super) fn create(folder: &Path, number: u64) -> io::Result<Self> {
        let [texts, found] = paths(folder, number).map(|path| create(&path));
        let pack = Pack { number, texts: 0, found: 0 };
        Ok(Self { pack, texts: BufWriter::new(texts?), found: BufWriter::new(found?) })
    }

    /// Adds a record, and gives where its texts and the rest are.
    pub(super) fn add(&mut self, record: &Record) -> io::Result<[Stretch; 2]> {
        let texts = Stretch::of(&record.texts, self.pack.texts);
        let found = Stretch::of(&record.found, self.pack.found);
        self.texts.write_all(&record.texts)?;
        self.found.write_all(&record.found)?;
        self.pack.texts += record.texts.len() as u64;
        self.pack.found += record.found.len() as u64;
        Ok([texts, found])
    }

    /// Makes everything safe that was added.
    pub(super) fn sync(&mut self) -> io::Result<Pack> {
        for file in [&mut self.texts, &mut self.found] {
            file.flush()?;
            file.get_ref().sync_data()?;
        }
        Ok(self.pack)
    }

    pub(super) const fn pack(&self) -> Pack {
        self.pack
    }
}

/// Removes a pack.
pub(super) fn remove(folder: &Path, number: u64) {
    // What can't be removed is of no use, but does no harm.
    for path in paths(folder, number) {
        drop(fs::remove_file(path));
    }
}

/// The number of the pack that a file of the folder belongs to.
pub(super) fn number_of(name: &str) -> Option<u64> {
    let number = name.strip_suffix(".texts").or_else(|| name.strip_suffix(".found"))?;
    u64::from_str_radix(number, 16).ok()
}

fn paths(folder: &Path, number: u64) -> [PathBuf; 2] {
    ["texts", "found"].map(|part| folder.join(format!("{number:016x}.{part}")))
}
