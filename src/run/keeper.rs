//! The casebook's own thread: it lays casework over each corpus that is read, adds what the reader does, and saves it.
//!
//! What is done is shown first and saved then; where to show all of it takes a replay, what shows at first sight is shown, it is
//! saved, and then it is replayed. The session is told when it is safe, and why it is not. What fails to be saved stays in memory
//! here, and each later save tries all of it again.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::app::{Message, Record, counted};
use crate::casework::{History, Journal, JournalError};
use crate::corpus::Corpus;
use crate::load::{self, Casebook, Shelves, glance, lay_over};
use crate::model::{Act, Moment};

use super::fault;

/// Something for the casebook.
#[derive(Debug)]
pub enum Job {
    /// What is read so far.
    Part(Arc<Corpus>),
    /// All that is read. From now on there is a casebook.
    Whole,
    /// The reader has done something.
    Do(Box<Act>),
    /// Undo the last thing.
    Undo,
    /// Do again what was undone last.
    Redo,
    /// Try again to save what waits.
    Save,
    /// Write everything into another file.
    Export(PathBuf),
    /// This is shown no longer: to let go of a large one takes a frame's time.
    LetGo(Arc<Corpus>),
}

/// The thread.
pub struct Keeper {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<Option<String>>>,
}

impl Keeper {
    /// Starts it. `tell` is called on its thread.
    pub fn start(shelves: Shelves, paths: Vec<PathBuf>, tell: impl Fn(Message) + Send + 'static) -> io::Result<Self> {
        let (jobs, waiting) = mpsc::channel();
        let desk = Desk {
            shelves,
            paths,
            tell: Box::new(tell),
            read: Arc::default(),
            ahead: None,
            casebook: None,
            done: 0,
            safe: 0,
        };
        let thread = thread::Builder::new().name("casebook".to_owned()).spawn(move || {
            fault::mark_essential();
            desk.work(&waiting)
        })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Gives it something to do.
    pub fn give(&self, job: Job) {
        // Without its thread the program has ended by a fault already.
        if let Some(jobs) = &self.jobs {
            drop(jobs.send(job));
        }
    }

    /// Waits until all is done. What could not be saved, in words.
    pub fn finish(&mut self) -> Option<String> {
        drop(self.jobs.take());
        self.thread.take().and_then(|thread| thread.join().ok()).flatten()
    }
}

struct Desk {
    shelves: Shelves,
    paths: Vec<PathBuf>,
    tell: Box<dyn Fn(Message) + Send>,
    /// What was read, with the casework as it was laid over it last.
    read: Arc<Corpus>,
    /// What is shown until the casework is laid over it again, where that is something else.
    ahead: Option<Arc<Corpus>>,
    casebook: Option<Casebook>,
    /// How many things the reader has given it to keep.
    done: u64,
    /// How many of them are on the disk.
    safe: u64,
}

impl Desk {
    /// Works until nobody can give jobs any more; then what could not be saved.
    fn work(mut self, jobs: &Receiver<Job>) -> Option<String> {
        let mut next: VecDeque<Job> = VecDeque::new();
        while let Some(job) = next.pop_front().or_else(|| jobs.recv().ok()) {
            next.extend(jobs.try_iter());
            let is_more_to_do = matches!(next.front(), Some(Job::Do(_) | Job::Undo | Job::Redo));
            let has_done = self.happen(job);
            // What waits already is shown and saved together with this.
            if has_done && !is_more_to_do {
                self.settle();
            }
        }
        let journal = self.casebook.as_ref().map(Casebook::journal).filter(|journal| journal.unsaved() > 0)?;
        Some(format!("{} could not be saved to {}", counted(journal.unsaved(), "entry"), journal.path().display()))
    }

    /// Whether it was something to keep.
    fn happen(&mut self, job: Job) -> bool {
        self.done += u64::from(matches!(job, Job::Do(_) | Job::Undo | Job::Redo));
        match job {
            Job::Part(corpus) => {
                self.read = corpus;
                if self.casebook.is_some() || self.shelves.named.is_some() {
                    self.open();
                }
                self.lay();
                false
            }
            Job::Whole => {
                self.open();
                if self.casebook.is_some() {
                    self.lay();
                }
                (self.tell)(Message::Loaded);
                false
            }
            Job::Save => {
                self.save();
                false
            }
            Job::Export(path) => {
                self.export(&path);
                false
            }
            Job::LetGo(corpus) => {
                drop(corpus);
                false
            }
            Job::Do(act) => self.add(*act),
            Job::Undo => {
                let next = self.history().and_then(|history| history.next_undo().map(|entry| entry.id));
                next.is_none_or(|entry| self.add(Act::Undo { entry }))
            }
            Job::Redo => {
                let next = self.history().and_then(|history| history.next_redo().map(|entry| entry.id));
                next.is_none_or(|entry| self.add(Act::Redo { entry }))
            }
        }
    }

    /// Opens the casebook, once; later the sources may only have changed.
    fn open(&mut self) {
        if let Some(casebook) = &mut self.casebook {
            casebook.sources_are(&self.read, &self.paths);
            return;
        }
        match Casebook::open(&self.shelves, &self.read, &self.paths) {
            Ok(casebook) => {
                for finding in casebook.journal().findings() {
                    (self.tell)(Message::Notice(format!("Casebook: {finding}")));
                }
                if let Some(version) = casebook.journal().newer() {
                    let path = casebook.journal().path().to_owned();
                    (self.tell)(Message::Unsaved { count: 0, why: JournalError::Newer { path, version }.to_string() });
                }
                self.casebook = Some(casebook);
            }
            Err(load::NoCasebook::NoSources) => {}
            Err(error) => (self.tell)(Message::NoCasebook(error.to_string())),
        }
    }

    fn history(&self) -> Option<History<'_>> {
        self.casebook.as_ref().map(|casebook| History::new(casebook.journal().entries()))
    }

    fn add(&mut self, act: Act) -> bool {
        let Some(casebook) = &mut self.casebook else { return false };
        let correction = if let Act::Correct(correction) = &act { Some(correction.clone()) } else { None };
        let entry = casebook.add(act, now());
        // To replay everything may take longer than a frame: what shows at first sight is shown before.
        let before = self.ahead.as_ref().unwrap_or(&self.read);
        if let Some(corpus) = correction.and_then(|correction| glance(before, entry, &correction)) {
            let ahead = self.ahead.insert(Arc::new(corpus));
            (self.tell)(Message::Snapshot(Arc::clone(ahead)));
        }
        true
    }

    /// Saves and shows what was done: notes and the like are shown first; to replay corrections takes longer than to save them.
    fn settle(&mut self) {
        let Some(casework) = self.casebook.as_ref().map(Casebook::casework) else { return };
        if casework.corrections == self.read.laid().casework.corrections {
            self.lay();
            self.save();
        } else {
            self.tell_record();
            self.save();
            self.lay();
        }
    }

    /// Lays the casework over what was read, and shows it.
    fn lay(&mut self) {
        self.ahead = None;
        if let Some(casebook) = &self.casebook {
            self.read = Arc::new(lay_over(&self.read, casebook.casework()));
            self.tell_record();
        }
        (self.tell)(Message::Snapshot(Arc::clone(&self.read)));
    }

    /// Tells the session what is in the casebook.
    fn tell_record(&self) {
        if let Some(journal) = self.casebook.as_ref().map(Casebook::journal) {
            let record = Record::new(&journal.path().to_string_lossy(), journal.entries());
            (self.tell)(Message::Record(Arc::new(record)));
        }
    }

    /// Saves what waits, and learns what others have written meanwhile.
    fn save(&mut self) {
        let Some(casebook) = &mut self.casebook else { return };
        let (known, odd) = (casebook.journal().entries().count(), casebook.journal().findings().len());
        let saved = casebook.save();
        for finding in casebook.journal().findings().iter().skip(odd) {
            (self.tell)(Message::Notice(format!("Casebook: {finding}")));
        }
        let learned = casebook.journal().entries().count().saturating_sub(known);
        match saved {
            Ok(_) => {
                self.safe = self.done;
                (self.tell)(Message::Saved(self.done));
            }
            Err(error) => {
                let count = usize::try_from(self.done - self.safe).unwrap_or(usize::MAX);
                (self.tell)(Message::Unsaved { count, why: error.to_string() });
            }
        }
        if learned > 0 {
            self.lay();
            let entries = counted(learned, "entry");
            (self.tell)(Message::Notice(format!("Another program added {entries} to this casebook")));
        }
    }

    /// Writes all entries into a casebook at `path`, added to what it holds already.
    fn export(&self, path: &Path) {
        let Some(casebook) = &self.casebook else { return };
        let words = match copy(casebook.journal(), path) {
            Ok(entries) => format!("{entries} entries are safe in {}", path.display()),
            Err(error) => format!("Not exported: {error}"),
        };
        (self.tell)(Message::Notice(words));
    }
}

/// Adds every entry to the journal at `path`, and gives how many there are.
fn copy(journal: &Journal, path: &Path) -> Result<usize, JournalError> {
    let mut copy = Journal::open(path)?;
    let lines = journal.lines();
    let adopted = copy.adopt(&lines, journal.path())?;
    copy.save()?;
    Ok(adopted.new + adopted.known)
}

fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_secs()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, mpsc};

    use super::{Job, Keeper};
    use crate::app::Message;
    use crate::corpus::Corpus;
    use crate::load::{Shelves, load_bytes};
    use crate::model::{Act, Correction, EntityRef, Subject};

    /// What is told of an act, in order.
    #[track_caller]
    fn check(act: impl Fn(&Corpus) -> Act, expected: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        let shelves = Shelves { named: Some(folder.path().join("mine.jsonl")), ..Shelves::default() };
        let corpus =
            Arc::new(load_bytes(&[("a.txt".to_owned(), "Ada Berg met Per Holm on May 3, 2019.\n".to_owned())]));
        let (tell, told) = mpsc::channel();
        let mut keeper = Keeper::start(shelves, Vec::new(), move |message| drop(tell.send(message))).unwrap();
        keeper.give(Job::Part(Arc::clone(&corpus)));
        keeper.give(Job::Whole);
        while !matches!(told.recv().unwrap(), Message::Loaded) {}
        keeper.give(Job::Do(Box::new(act(&corpus))));
        assert_eq!(keeper.finish(), None);
        let name = |message: Message| match message {
            Message::Snapshot(_) => "shown",
            Message::Record(_) => "recorded",
            Message::Saved(1) => "saved",
            _ => "something else",
        };
        assert_eq!(told.iter().map(name).collect::<Vec<_>>(), expected);
    }

    fn entity(corpus: &Corpus, at: usize) -> EntityRef {
        let entity = &corpus.entities()[at];
        EntityRef { id: entity.id, kind: entity.kind, name: entity.name.clone(), anchors: Vec::new() }
    }

    #[test]
    fn a_correction_is_safe_before_it_is_replayed() {
        let merge = |corpus: &Corpus| {
            Act::Correct(Correction::Merge { into: entity(corpus, 0), others: vec![entity(corpus, 1)] })
        };
        check(merge, &["shown", "recorded", "saved", "recorded", "shown"]);
        let hide = |corpus: &Corpus| Act::Correct(Correction::Hide(entity(corpus, 0)));
        check(hide, &["recorded", "saved", "recorded", "shown"]);
    }

    #[test]
    fn a_note_is_shown_before_it_is_safe() {
        let note = |corpus: &Corpus| Act::Note { on: Subject::Entity(entity(corpus, 0)), text: "ask her".to_owned() };
        check(note, &["recorded", "shown", "saved"]);
    }
}
