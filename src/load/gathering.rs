//! What is gathered of files, one after the other: out of the cache where they are known, else read and looked through.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::cache::{self, Cache, Kept, Key, Known, KnownBy, Place, Read, Record};
use crate::corpus::Corpus;
use crate::extract::extract;
use crate::model::{Document, Resolved, Skipped};
use crate::resolve::resolve;
use crate::source::{self, Listing, Outcome, SourceFile};

use super::{Next, Update, Way, workers};

/// What has been gathered so far.
pub(super) struct Gathering<'l> {
    listing: &'l Listing,
    cache: Option<Cache>,
    /// By the number of the file.
    files: Vec<Option<Gathered>>,
    /// How many files there are already.
    done: usize,
    is_stopped: bool,
}

/// What became of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    pub(super) read: Vec<Read>,
    pub(super) skipped: Vec<Skipped>,
    /// How it came.
    pub(super) how: How,
    /// By what it can be known the next time.
    content: Option<[u8; 32]>,
}

/// How a file came to be gathered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum How {
    /// It was read.
    #[default]
    Read,
    /// It was known.
    Known,
}

/// A file to gather.
struct Task<'l> {
    /// Its number in the listing.
    number: usize,
    file: &'l SourceFile,
    /// A check sum of what is stated of it.
    stated: u64,
    /// How well it is known.
    known: Option<Known>,
}

/// What came of a task.
struct Result {
    gathered: Gathered,
    /// What can be kept of it.
    record: Option<Record>,
}

impl<'l> Gathering<'l> {
    /// Begins with nothing.
    pub(super) fn new(listing: &'l Listing, cache: Option<Cache>) -> Self {
        let files = listing.files.iter().map(|_| None).collect();
        Self { listing, cache, files, done: 0, is_stopped: false }
    }

    /// Gathers all files, what is new first: if all the rest is known, then perhaps what all comes to is known too.
    pub(super) fn run(mut self, way: &Way<'_>, report: &mut dyn FnMut(Update) -> Next) -> (Corpus, Tally) {
        let (sure, new): (Vec<_>, Vec<_>) =
            self.tasks().into_iter().partition(|task| task.known == Some(Known::Surely));
        self.go(&new, way, report);
        let key = (!self.is_stopped).then(|| self.key(&sure));
        let answer = key.filter(|_| !self.listing.files.is_empty()).and_then(|key| self.answer(&key));
        let tally = |all: &Self, known: usize| Tally {
            files: all.listing.files.len(),
            known: known + all.gathered().filter(|file| file.how == How::Known).count(),
            read: all.gathered().filter(|file| file.how == How::Read).count(),
        };
        let (corpus, tally) = if let Some(resolved) = answer {
            let skipped = self.skipped();
            let tally = tally(&self, sure.len());
            (Corpus::new(resolved, skipped), tally)
        } else {
            self.go(&sure, way, report);
            let tally = tally(&self, 0);
            let places = self.places();
            let skipped = self.skipped();
            let resolved = resolve(&self.read());
            self.files.clear();
            self.keep_answer(key.filter(|_| !self.is_stopped), &resolved, &places);
            (Corpus::new(resolved, skipped), tally)
        };
        self.save();
        self.tell(report);
        (corpus, tally)
    }

    fn tasks(&self) -> Vec<Task<'l>> {
        let kept = self.cache.as_ref().map(|cache| &cache.kept);
        let task = |(number, file): (usize, &'l SourceFile)| {
            let stated = cache::words_sum(&self.listing.statements(file));
            let entry = kept.and_then(|kept| kept.entry(&file.file));
            let known = file.stamp.and_then(|stamp| entry?.knows(stamp, stated));
            Task { number, file, stated, known }
        };
        self.listing.files.iter().enumerate().map(task).collect()
    }

    /// Gathers some files.
    fn go(&mut self, tasks: &[Task<'_>], way: &Way<'_>, report: &mut dyn FnMut(Update) -> Next) {
        if self.is_stopped {
            return;
        }
        let Self { listing, cache, files, done, is_stopped } = self;
        let (kept, mut keeping) = match cache {
            Some(cache) => (Some(&cache.kept), Some(&mut cache.keeping)),
            None => (None, None),
        };
        let is_kept = keeping.as_ref().is_some_and(|keeping| keeping.is_open());
        let work = |task: &Task<'_>| {
            (way.before_each)();
            task.run(listing, kept, is_kept)
        };
        workers::spread(tasks, way.workers, work, |at, Result { gathered, record }| {
            let Some(task) = tasks.get(at) else { return workers::Go::On };
            if let (Some(kept), Some(keeping), Some(stamp), Some(content)) =
                (kept, keeping.as_mut(), task.file.stamp, gathered.content)
            {
                let known_by = KnownBy { stamp, content, stated: task.stated, is_young: keeping.is_young(stamp) };
                match (record, kept.entry(&task.file.file)) {
                    (Some(record), _) => keeping.keep(kept, &task.file.file, known_by, &record),
                    (None, Some(entry)) => keeping.recognize(entry, known_by),
                    (None, None) => {}
                }
            }
            if let Some(place) = files.get_mut(task.number) {
                *place = Some(gathered);
            }
            *done += 1;
            let next = report(Update::Progress { read: *done as u32, of: listing.files.len() as u32 });
            if next == Next::Show && *done < listing.files.len() {
                report(Update::Snapshot(Arc::new(corpus(listing, files))));
            }
            *is_stopped |= next == Next::Stop;
            if *is_stopped { workers::Go::NoFurther } else { workers::Go::On }
        });
    }

    fn gathered(&self) -> impl Iterator<Item = &Gathered> {
        self.files.iter().flatten()
    }

    fn read(&self) -> Vec<Read> {
        self.gathered().flat_map(|file| file.read.iter().cloned()).collect()
    }

    fn skipped(&self) -> Vec<Skipped> {
        skipped(self.listing, &self.files)
    }

    /// By what all documents are known: those gathered, and those that are `sure`.
    fn key(&self, sure: &[Task<'_>]) -> Key {
        let mut each: Vec<Option<Key>> = self.files.iter().map(|file| file.as_ref().map(Gathered::key)).collect();
        for task in sure {
            let entry = self.cache.as_ref().and_then(|cache| cache.kept.entry(&task.file.file));
            if let (Some(key), Some(entry)) = (each.get_mut(task.number), entry) {
                *key = Some(entry.content());
            }
        }
        let mut hash = Sha256::new();
        for (file, key) in self.listing.files.iter().zip(each) {
            hash.update((file.file.len() as u64).to_le_bytes());
            hash.update(&file.file);
            hash.update(key.unwrap_or_default());
            hash.update(self.listing.statements(file));
        }
        hash.finalize().into()
    }

    /// What is kept of all documents together.
    fn answer(&self, key: &Key) -> Option<Resolved> {
        let kept = &self.cache.as_ref()?.kept;
        let mut texts: HashMap<u32, Vec<Arc<str>>> = HashMap::new();
        kept.answer(key, |Place { file, part }| {
            let part = part as usize;
            if let Some(Some(gathered)) = self.files.get(file as usize) {
                let (document, _) = gathered.read.get(part)?;
                return Some((Arc::clone(&document.text), document.path.clone()));
            }
            let source = self.listing.files.get(file as usize)?;
            let texts = match texts.entry(file) {
                Entry::Occupied(texts) => texts.into_mut(),
                Entry::Vacant(place) => place.insert(kept.texts(kept.entry(&source.file)?)?),
            };
            Some((Arc::clone(texts.get(part)?), Some(source.path.clone())))
        })
    }

    /// From where each document is, by its text.
    fn places(&self) -> HashMap<*const u8, Place> {
        let mut places = HashMap::new();
        for (file, gathered) in self.files.iter().enumerate() {
            for (part, (document, _)) in gathered.iter().flat_map(|gathered| &gathered.read).enumerate() {
                places.insert(document.text.as_ptr(), Place { file: file as u32, part: part as u32 });
            }
        }
        places
    }

    fn keep_answer(&mut self, key: Option<Key>, resolved: &Resolved, places: &HashMap<*const u8, Place>) {
        let (Some(key), Some(cache)) = (key, &mut self.cache) else { return };
        let of = |document: &Arc<Document>| places.get(&document.text.as_ptr()).copied();
        let places: Option<Vec<Place>> = resolved.documents.iter().map(of).collect();
        if let Some(places) = places {
            cache.keeping.keep_answer(&key, resolved, places);
        }
    }

    /// Makes safe what was kept.
    fn save(&mut self) {
        let Some(cache) = &mut self.cache else { return };
        let there: HashSet<&str> = self.listing.files.iter().map(|file| &*file.file).collect();
        cache.keeping.save(&cache.kept, |file| there.contains(file));
    }

    /// Says what there is to say of the cache.
    fn tell(&mut self, report: &mut dyn FnMut(Update) -> Next) {
        let Some(cache) = &mut self.cache else { return };
        if cache.kept.is_damaged() {
            report(Update::Note("Parts of the cache were damaged; they are made anew".to_owned()));
        }
        for note in cache.keeping.take_notes() {
            report(Update::Note(note));
        }
    }
}

/// How much was gathered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Files in all.
    pub files: usize,
    /// Those that were known.
    pub known: usize,
    /// Those that were read.
    pub read: usize,
}

impl Task<'_> {
    fn run(&self, listing: &Listing, kept: Option<&Kept>, is_kept: bool) -> Result {
        let known = match self.known {
            Some(Known::Surely) => kept.and_then(|kept| self.recall(kept, None)),
            Some(Known::IfItIs(content)) if source::content(self.file) == Some(content) => {
                kept.and_then(|kept| self.recall(kept, Some(content)))
            }
            _ => None,
        };
        if let Some(gathered) = known {
            return Result { gathered, record: None };
        }
        let file = &self.file.file;
        let mut gathered = Gathered::default();
        match guarded(file, || source::read(self.file, listing)) {
            Ok(read) => {
                gathered.content = read.content;
                gathered.add(read.outcome);
            }
            Err(skipped) => gathered.skipped.push(skipped),
        }
        // What could not be read may be readable the next time, and a link may lead elsewhere then.
        let is_whole = gathered.skipped.is_empty() && self.file.stamp.is_some();
        gathered.content = gathered.content.filter(|_| is_whole);
        let record = (is_kept && is_whole).then(|| Record::of(&gathered.read)).flatten();
        Result { gathered, record }
    }

    /// What is kept of the file. Its content is told where that was looked at.
    fn recall(&self, kept: &Kept, content: Option<[u8; 32]>) -> Option<Gathered> {
        let read = kept.read_entry(kept.entry(&self.file.file)?, &self.file.path)?;
        Some(Gathered { read, skipped: Vec::new(), how: How::Known, content })
    }
}

impl Gathered {
    /// Adds what a file gave. A panic in extraction costs one document.
    pub(super) fn add(&mut self, outcome: Outcome) {
        for document in outcome {
            let read = document.and_then(|document| {
                let file = document.file.clone();
                guarded(&file, || {
                    let extract = extract(&document);
                    (Arc::new(document), Arc::new(extract))
                })
            });
            match read {
                Ok(read) => self.read.push(read),
                Err(skipped) => self.skipped.push(skipped),
            }
        }
    }

    /// By what it is known.
    fn key(&self) -> Key {
        if let Some(content) = self.content {
            return content;
        }
        let mut hash = Sha256::new();
        for (document, _) in &self.read {
            let Document { file, sha256, metadata, notes, .. } = &**document;
            hash.update(format!("{file:?} {sha256:?} {metadata:?} {notes:?}"));
        }
        hash.update(format!("{:?}", self.skipped));
        hash.finalize().into()
    }
}

/// What all that is gathered comes to.
fn corpus(listing: &Listing, files: &[Option<Gathered>]) -> Corpus {
    let read: Vec<Read> = files.iter().flatten().flat_map(|file| file.read.iter().cloned()).collect();
    Corpus::new(resolve(&read), skipped(listing, files))
}

/// What could not be read.
fn skipped(listing: &Listing, files: &[Option<Gathered>]) -> Vec<Skipped> {
    listing.skipped.iter().chain(files.iter().flatten().flat_map(|file| &file.skipped)).cloned().collect()
}

/// What `work` gives; where it panics, that `file` is left out.
pub(super) fn guarded<T>(file: &str, work: impl FnOnce() -> T) -> std::result::Result<T, Skipped> {
    let reason = "left out: reading it failed inside redstring, which is a bug; the rest is complete";
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Skipped {
        file: file.to_owned(),
        reason: reason.to_owned(),
        is_failure: true,
    })
}
