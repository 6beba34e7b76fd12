//! Loading in the background: a thread that gives way to the screen when it takes long, can be stopped, and may fail without harm.
//!
//! What is loaded and how is `load`'s; what is shown of it is the session's.

use std::cell::Cell;
use std::io;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::Message;
use crate::corpus::Corpus;
use crate::load::{self, Next, Update, Way};

use super::fault;

/// A load that takes longer lets everything else go first; a short one is what the reader waits for.
const SHORT: Duration = Duration::from_millis(300);
/// After so long a first part of the result is shown.
const FIRST_PART: Duration = Duration::from_millis(150);
/// Parts of the result are at least so far apart.
const BETWEEN_PARTS: Duration = Duration::from_secs(1);
/// Progress is told at most this often.
const PROGRESS_EVERY: Duration = Duration::from_millis(100);

const FAULT: &str = "Reading has stopped by a fault in the program, not in your files. What was read so far is shown.";

/// A load that may still run.
pub struct Loading {
    cancel: Arc<AtomicBool>,
}

impl Loading {
    /// Reads `paths`, or the embedded articles where there are none, with what is kept in the folder `cache`; `tell` is called on
    /// the thread that gathers. Fails where there can be no more threads.
    pub fn start(
        paths: Vec<PathBuf>,
        cache: Option<PathBuf>,
        tell: impl Fn(Message) + Send + 'static,
    ) -> io::Result<Self> {
        let cancel = Arc::new(AtomicBool::new(false));
        let cancelled = Arc::clone(&cancel);
        thread::Builder::new().name("loader".to_owned()).spawn(move || {
            let read = catch_unwind(AssertUnwindSafe(|| read(&paths, cache.as_deref(), &cancelled, &tell)));
            if read.is_err() {
                tell(Message::Notice(FAULT.to_owned()));
            }
            tell(Message::Loaded);
            // Whoever searches before this is done makes the index, once for all.
            if let Ok(Some(corpus)) = read {
                corpus.prepare_search();
            }
        })?;
        Ok(Self { cancel })
    }

    /// Stops it soon; what has been read so far still comes.
    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

/// Gives the last snapshot.
fn read(
    paths: &[PathBuf],
    cache: Option<&Path>,
    cancelled: &AtomicBool,
    tell: &impl Fn(Message),
) -> Option<Arc<Corpus>> {
    fault::provoke("loader");
    if paths.is_empty() {
        let corpus = Arc::new(load::demo());
        tell(Message::Snapshot(Arc::clone(&corpus)));
        return Some(corpus);
    }
    let start = Instant::now();
    let mut last = None;
    let before_each = || give_way_after(start);
    let way = Way { workers: workers(), cache, before_each: &before_each };
    let mut pace = Pace { next: start + FIRST_PART, told: None };
    load::stream(paths, &way, |update| {
        give_way_after(start);
        let is_cancelled = cancelled.load(Ordering::Relaxed);
        match update {
            Update::Progress { read, of } => {
                if pace.told.is_none_or(|told| told.elapsed() >= PROGRESS_EVERY) {
                    pace.told = Some(Instant::now());
                    tell(Message::Progress { read, of });
                }
                if !is_cancelled && pace.next <= Instant::now() {
                    // Until the part is there, nothing is told: it counts as begun now.
                    pace.next = Instant::now();
                    return Next::Show;
                }
            }
            Update::Snapshot(corpus) => {
                // Parts take at most a fifth of the time.
                let took = pace.next.elapsed();
                pace.next = Instant::now() + (took * 4).max(BETWEEN_PARTS);
                last = Some(Arc::clone(&corpus));
                tell(Message::Snapshot(corpus));
            }
            Update::Note(note) => tell(Message::Notice(note)),
        }
        if is_cancelled { Next::Stop } else { Next::Continue }
    });
    last
}

/// When what is to be told.
struct Pace {
    /// When the next part of the result is to be shown; once it is asked for, when that was.
    next: Instant,
    /// When progress was last told.
    told: Option<Instant>,
}

/// One core is left to the screen, where there is more than one.
fn workers() -> NonZeroUsize {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    NonZeroUsize::new(cores.saturating_sub(1)).unwrap_or(NonZeroUsize::MIN)
}

thread_local! {
    static GIVES_WAY: Cell<bool> = const { Cell::new(false) };
}

/// Lets every other thread go first, once this takes long.
fn give_way_after(start: Instant) {
    if start.elapsed() > SHORT && !GIVES_WAY.replace(true) {
        give_way();
    }
}

/// Lets every other thread go first. On Linux the system call means the calling thread; elsewhere the whole program.
fn give_way() {
    #[cfg(target_os = "linux")]
    // A refusal costs speed of the screen, nothing else.
    let _ = rustix::process::nice(10);
}
