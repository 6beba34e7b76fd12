//! Composes the rooms: paths -> documents -> what is in them -> a corpus, with progress, partial results and a way to stop.
//!
//! One poisoned document never ends the rest: it is listed with its reason. Files are read on several threads, which end with the load;
//! what was found before comes out of the cache. The answer hangs on neither.
//! The reader's casework is laid over a corpus by [`lay_over`].

mod casebook;
mod glance;
mod laying;

mod gathering;
mod workers;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use crate::cache::Cache;
use crate::corpus::Corpus;
use crate::resolve::resolve;
use crate::source;

pub use casebook::{Casebook, NoCasebook, Shelves};
pub use gathering::Tally;
use gathering::{Gathered, Gathering, guarded};
pub use glance::glance;
pub use laying::lay_over;

/// How a load goes about it.
#[derive(Clone, Copy)]
pub struct Way<'w> {
    /// So many threads read.
    pub workers: NonZeroUsize,
    /// The folder in which is kept what was found; `None`: nothing is known and nothing is kept.
    pub cache: Option<&'w Path>,
    /// Called on the reading thread before each file.
    pub before_each: &'w (dyn Fn() + Sync),
}

impl Default for Way<'_> {
    /// As many threads as the machine can run at once, and no cache.
    fn default() -> Self {
        let workers = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        Self { workers, cache: None, before_each: &|| () }
    }
}

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
    /// Something that was odd and does no harm.
    Note(String),
}

/// What to do after an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Go on.
    Continue,
    /// Give a snapshot of what is read so far, and go on.
    Show,
    /// Stop here; what is read so far is the result.
    Stop,
}

/// Reads everything below `paths`. Never fails: what can't be read is listed in [`Corpus::skipped`].
pub fn load(paths: &[PathBuf]) -> Corpus {
    load_with(paths, &Way::default(), |_| Next::Continue).0
}

/// As [`load`], in a certain way, telling of progress; and how much was read.
pub fn load_with(paths: &[PathBuf], way: &Way<'_>, mut report: impl FnMut(Update) -> Next) -> (Corpus, Tally) {
    // Before the sources are looked at: what changes from now on must show.
    let cache = way.cache.map(|folder| Cache::open(folder, paths));
    let listing = source::list(paths);
    Gathering::new(&listing, cache).run(way, &mut report)
}

/// As [`load_with`], with partial results where they are asked for; the last update is always a snapshot of all that was read.
pub fn stream(paths: &[PathBuf], way: &Way<'_>, mut report: impl FnMut(Update) -> Next) {
    let (corpus, _) = load_with(paths, way, &mut report);
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
    let mut gathered = Gathered::default();
    for (file, bytes) in articles {
        let (file, bytes) = (file.as_ref(), bytes.as_ref());
        match guarded(file, || source::read_bytes(file, bytes)) {
            Ok(outcome) => gathered.add(outcome),
            Err(skipped) => gathered.skipped.push(skipped),
        }
    }
    Corpus::new(resolve(&gathered.read), gathered.skipped)
}

#[cfg(test)]
mod tests {
    use super::gathering::{Gathered, guarded};

    #[test]
    fn a_poisoned_document_costs_only_itself() {
        let poisoned = guarded("poison.txt", || -> Gathered { panic!("poison") });
        let skipped = poisoned.unwrap_err();
        assert_eq!(skipped.file, "poison.txt");
        assert!(skipped.reason.contains("the rest is complete"));
    }
}
