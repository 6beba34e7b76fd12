//! Composes the rooms: paths -> documents -> what is in them -> a corpus, with progress, partial results and a way to stop.
//!
//! One poisoned document never ends the rest: it is listed with its reason. It keeps no threads; whoever calls decides where it runs.
//! The reader's casework is laid over a corpus by [`lay_over`].

mod casebook;
mod laying;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::corpus::Corpus;
use crate::extract::extract;
use crate::model::{Document, Extract, Skipped};
use crate::resolve::resolve;
use crate::source::{self, Listing, Outcome, SourceFile};

pub use casebook::{Casebook, NoCasebook, Shelves};
pub use laying::lay_over;

/// Documents between the start and the first partial result; each further one comes after twice as many, so that resolving anew
/// costs at most as much again as resolving once.
const FIRST_SNAPSHOT: usize = 16;

/// What a load has to tell while it runs.
#[derive(Clone, Debug)]
pub enum Update {
    /// So many files of so many are read.
    Progress {
        /// Files read or passed over.
        read: u32,
        /// Files in all.
        of: u32,
    },
    /// Everything read so far.
    Snapshot(Arc<Corpus>),
}

/// Whether to go on after an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Go on.
    Continue,
    /// Stop here; what is read so far is the result.
    Stop,
}

/// Reads everything below `paths`. Never fails: what can't be read is listed in [`Corpus::skipped`].
pub fn load(paths: &[PathBuf]) -> Corpus {
    read_all(paths, |_| Next::Continue)
}

/// As [`load`], telling of progress and partial results; the last update is always a snapshot of all that was read.
pub fn stream(paths: &[PathBuf], mut report: impl FnMut(Update) -> Next) {
    let corpus = read_all(paths, &mut report);
    report(Update::Snapshot(Arc::new(corpus)));
}

/// What the sources are called: the folder's or file's own name. Untrusted.
pub fn collection(paths: &[PathBuf]) -> String {
    let name = |path: &Path| {
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        whole.file_name().unwrap_or(whole.as_os_str()).to_string_lossy().into_owned()
    };
    match paths {
        [] => "demo".to_owned(),
        [path] => name(path),
        [path, rest @ ..] => format!("{} and {} more", name(path), rest.len()),
    }
}

/// The articles that the program brings along, so that a newcomer sees something at once.
pub fn demo() -> Corpus {
    load_bytes(source::demo())
}

/// Reads articles whose bytes are at hand: file name and content of each.
pub fn load_bytes<Name: AsRef<str>, Bytes: AsRef<[u8]>>(articles: &[(Name, Bytes)]) -> Corpus {
    let mut read = Read::default();
    for (file, bytes) in articles {
        read.add(file.as_ref(), || source::read_bytes(file.as_ref(), bytes.as_ref()));
    }
    read.corpus()
}

fn read_all(paths: &[PathBuf], mut report: impl FnMut(Update) -> Next) -> Corpus {
    let listing = source::list(paths);
    let mut read = Read { skipped: listing.skipped.clone(), ..Read::default() };
    let mut next_snapshot = FIRST_SNAPSHOT;
    for (at, file) in listing.files.iter().enumerate() {
        read.file(file, &listing);
        if read.documents.len() >= next_snapshot {
            next_snapshot *= 2;
            report(Update::Snapshot(Arc::new(read.clone().corpus())));
        }
        let progress = Update::Progress { read: at as u32 + 1, of: listing.files.len() as u32 };
        if report(progress) == Next::Stop {
            break;
        }
    }
    read.corpus()
}

/// What has been read so far.
#[derive(Clone, Default)]
struct Read {
    documents: Vec<(Arc<Document>, Arc<Extract>)>,
    skipped: Vec<Skipped>,
}

impl Read {
    fn file(&mut self, file: &SourceFile, listing: &Listing) {
        self.add(&file.file, || source::read(file, listing));
    }

    /// Adds what `read` gives. A panic in it costs this one file, a panic in extraction this one document.
    fn add(&mut self, file: &str, read: impl FnOnce() -> Outcome) {
        let outcome = guarded(file, read).unwrap_or_else(|skipped| vec![Err(skipped)]);
        for document in outcome {
            let read = document.and_then(|document| {
                let file = document.file.clone();
                guarded(&file, || {
                    let extract = extract(&document);
                    (Arc::new(document), Arc::new(extract))
                })
            });
            match read {
                Ok(read) => self.documents.push(read),
                Err(skipped) => self.skipped.push(skipped),
            }
        }
    }

    fn corpus(self) -> Corpus {
        Corpus::new(resolve(&self.documents), self.skipped)
    }
}

/// What `work` gives; where it panics, that `file` is left out.
fn guarded<T>(file: &str, work: impl FnOnce() -> T) -> Result<T, Skipped> {
    let reason = "left out: reading it failed inside redstring, which is a bug; the rest is complete";
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Skipped { file: file.to_owned(), reason: reason.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{Read, source};

    #[test]
    fn a_poisoned_document_costs_only_itself() {
        let mut read = Read::default();
        let article = |file: &'static str| move || source::read_bytes(file, b"Ada Vexworth left.");
        read.add("before.txt", article("before.txt"));
        read.add("poison.txt", || panic!("poison"));
        read.add("behind.txt", article("behind.txt"));
        let corpus = read.corpus();
        let skipped: Vec<&str> = corpus.skipped().iter().map(|skipped| skipped.file.as_str()).collect();
        assert_eq!(skipped, ["poison.txt"]);
        let kept: Vec<&str> = corpus.documents().iter().map(|document| document.file.as_str()).collect();
        assert_eq!(kept, ["before.txt", "behind.txt"]);
    }
}
