//! Loading in the background: a thread that gives way to the screen when it takes long, can be stopped, and may fail without harm.
//!
//! What is loaded and how is `load`'s; what is shown of it is the session's.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::Message;
use crate::load::{self, Next, Update};

use super::fault;

/// A load that takes longer lets everything else go first; a short one is what the reader waits for.
const SHORT: Duration = Duration::from_millis(300);
/// Progress is told at most this often.
const PROGRESS_EVERY: Duration = Duration::from_millis(100);

const FAULT: &str = "Reading has stopped by a fault in the program, not in your files. What was read so far is shown.";

/// A load that may still run.
pub struct Loading {
    cancel: Arc<AtomicBool>,
}

impl Loading {
    /// Reads `paths`, or the embedded articles where there are none; `tell` is called on the thread that reads. Fails where
    /// there can be no more threads.
    pub fn start(paths: Vec<PathBuf>, tell: impl Fn(Message) + Send + 'static) -> io::Result<Self> {
        let cancel = Arc::new(AtomicBool::new(false));
        let cancelled = Arc::clone(&cancel);
        thread::Builder::new().name("loader".to_owned()).spawn(move || {
            if catch_unwind(AssertUnwindSafe(|| read(&paths, &cancelled, &tell))).is_err() {
                tell(Message::Notice(FAULT.to_owned()));
            }
            tell(Message::Loaded);
        })?;
        Ok(Self { cancel })
    }

    /// Stops it soon; what has been read so far still comes.
    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

fn read(paths: &[PathBuf], cancelled: &AtomicBool, tell: &impl Fn(Message)) {
    fault::provoke("loader");
    if paths.is_empty() {
        return tell(Message::Snapshot(Arc::new(load::demo())));
    }
    let start = Instant::now();
    let mut gives_way = false;
    let mut last_told: Option<Instant> = None;
    load::stream(paths, |update| {
        if !gives_way && start.elapsed() > SHORT {
            gives_way = true;
            give_way();
        }
        match update {
            Update::Progress { read, of } => {
                if last_told.is_none_or(|told| told.elapsed() >= PROGRESS_EVERY) {
                    last_told = Some(Instant::now());
                    tell(Message::Progress { read, of });
                }
            }
            Update::Snapshot(corpus) => tell(Message::Snapshot(corpus)),
        }
        if cancelled.load(Ordering::Relaxed) { Next::Stop } else { Next::Continue }
    });
}

/// Lets every other thread go first. On Linux the system call means the calling thread; elsewhere the whole program.
fn give_way() {
    #[cfg(target_os = "linux")]
    // A refusal costs speed of the screen, nothing else.
    let _ = rustix::process::nice(10);
}
