//! [`Aside`]: what is large and seldom asked for, in a file beside the answer: read from there piece by piece, when it is asked for.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::file::{Useless, create, open, sync_folder};
use super::sum::sum;
use crate::model::Store;

/// What the names of these files begin with; their check sum follows.
const NAME: &str = "aside-";

/// So many bytes are read and written at once.
const CHUNK: usize = 256 << 10;

/// What the answer says of the file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Aside {
    /// The check sum of the check sums of all chunks.
    sum: u64,
    /// How long each piece is, in bytes.
    lengths: Vec<u32>,
}

impl Aside {
    /// Writes the pieces. What was written before stays: the answer that is kept now hangs on it.
    pub(super) fn write(folder: &Path, pieces: impl Iterator<Item = Arc<[u8]>>) -> io::Result<Self> {
        let draft = folder.join("aside.draft");
        // What a run before this one has left behind.
        drop(fs::remove_file(&draft));
        let mut aside = Self::default();
        let (mut file, mut waiting, mut sums) = (create(&draft)?, Vec::new(), Vec::new());
        for piece in pieces {
            aside.lengths.push(piece.len() as u32);
            waiting.extend_from_slice(&piece);
            while waiting.len() >= CHUNK {
                let rest = waiting.split_off(CHUNK);
                write_chunk(&mut file, &mut sums, &waiting)?;
                waiting = rest;
            }
        }
        write_chunk(&mut file, &mut sums, &waiting)?;
        aside.sum = sum(&sums);
        file.sync_all()?;
        fs::rename(&draft, aside.path(folder))?;
        sync_folder(folder)?;
        Ok(aside)
    }

    /// Opens the file, which is checked from its first byte to its last.
    pub(super) fn open(&self, folder: &Path) -> Result<Pieces, Useless> {
        let mut file = open(&self.path(folder))?;
        let (mut chunk, mut sums, mut length) = (vec![0; CHUNK], Vec::new(), 0);
        loop {
            let read = fill(&mut file, &mut chunk)?;
            length += read as u64;
            sums.extend(sum(chunk.get(..read).unwrap_or_default()).to_le_bytes());
            if read < CHUNK {
                break;
            }
        }
        let mut starts = Vec::with_capacity(self.lengths.len() + 1);
        let mut end = 0;
        for piece in &self.lengths {
            starts.push(end);
            end += u64::from(*piece);
        }
        starts.push(end);
        if sum(&sums) == self.sum && length == end { Ok(Pieces { file, starts }) } else { Err(Useless::Damaged) }
    }

    /// How many pieces there are.
    pub(super) const fn count(&self) -> usize {
        self.lengths.len()
    }

    /// Removes the files of answers before this one.
    pub(super) fn remove_others(&self, folder: &Path) -> io::Result<()> {
        let own = self.path(folder);
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let is_one = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(NAME));
            if is_one && path != own {
                // What can't be removed is of no use, but does no harm.
                drop(fs::remove_file(path));
            }
        }
        Ok(())
    }

    fn path(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{NAME}{:016x}", self.sum))
    }
}

/// The pieces in an open file.
#[derive(Debug)]
pub(super) struct Pieces {
    file: File,
    /// Where each begins, and where the last ends.
    starts: Vec<u64>,
}

impl Store for Pieces {
    /// Nothing where the disk fails: the file was whole when it was opened.
    fn bytes(&self, number: u32) -> Arc<[u8]> {
        let at = number as usize;
        let (Some(start), Some(end)) = (self.starts.get(at), self.starts.get(at + 1)) else { return Arc::default() };
        let mut bytes = vec![0; (end - start) as usize];
        self.file.read_exact_at(&mut bytes, *start).map(|()| bytes.into()).unwrap_or_default()
    }
}

fn write_chunk(file: &mut File, sums: &mut Vec<u8>, chunk: &[u8]) -> io::Result<()> {
    sums.extend(sum(chunk).to_le_bytes());
    file.write_all(chunk)
}

/// Reads until `chunk` is full or the file ends.
fn fill(file: &mut File, chunk: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = chunk.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use super::{Aside, CHUNK};
    use crate::model::Store;

    fn check(lengths: &[usize]) {
        let folder = tempfile::tempdir().unwrap();
        let pieces: Vec<Arc<[u8]>> =
            lengths.iter().zip(1_u8..).map(|(length, byte)| vec![byte; *length].into()).collect();
        let aside = Aside::write(folder.path(), pieces.iter().cloned()).unwrap();
        let opened = aside.open(folder.path()).unwrap();
        assert_eq!(aside.count(), pieces.len());
        for (piece, number) in pieces.iter().zip(0..) {
            assert_eq!(opened.bytes(number), *piece);
        }
        assert!(opened.bytes(lengths.len() as u32).is_empty());
        let whole = fs::read(aside.path(folder.path())).unwrap();
        for at in [0, whole.len() / 2, whole.len().saturating_sub(1)].into_iter().filter(|at| *at < whole.len()) {
            let mut flipped = whole.clone();
            flipped[at] ^= 4;
            fs::write(aside.path(folder.path()), &flipped).unwrap();
            assert!(aside.open(folder.path()).is_err(), "byte {at}");
            fs::write(aside.path(folder.path()), &whole[..at]).unwrap();
            assert!(aside.open(folder.path()).is_err(), "cut at {at}");
        }
        fs::write(aside.path(folder.path()), [&whole[..], b"more"].concat()).unwrap();
        assert!(aside.open(folder.path()).is_err(), "more than was written");
    }

    #[test]
    fn pieces_are_read_as_they_were_written_or_not_at_all() {
        check(&[]);
        check(&[0, 3, 0, 70_000, 1]);
        check(&[CHUNK]);
        check(&[CHUNK - 1, 2, CHUNK * 2, 5]);
    }

    #[test]
    fn only_the_last_stays() {
        let folder = tempfile::tempdir().unwrap();
        let write = |byte: u8| Aside::write(folder.path(), [vec![byte; 9].into()].into_iter()).unwrap();
        let (first, second) = (write(1), write(2));
        assert!(first.open(folder.path()).is_ok() && second.open(folder.path()).is_ok());
        second.remove_others(folder.path()).unwrap();
        assert!(first.open(folder.path()).is_err() && second.open(folder.path()).is_ok());
    }
}
