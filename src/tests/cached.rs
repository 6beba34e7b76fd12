//! Loads with and without a cache, on one thread and on several: the answer is the same.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use redstring::corpus::Corpus;
use redstring::load::{Next, Tally, Update, Way, load_with};
use redstring::model::Resolved;
use redstring::source;

/// Articles in a folder, and a cache beside it.
struct Pile {
    folder: tempfile::TempDir,
}

impl Pile {
    fn new() -> Self {
        let pile = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(pile.sources()).unwrap();
        for (file, bytes) in source::demo() {
            fs::write(pile.sources().join(file), bytes).unwrap();
        }
        let rows = "text,title\n\"Ada Vexworth met Paul Ibsen on May 3, 2016.\",One\nIbsen left on Friday.,Two\n";
        pile.write("rows.csv", rows);
        pile.write("metadata.csv", "file,source\n1-npr.txt,Radio\n");
        pile
    }

    fn sources(&self) -> PathBuf {
        self.folder.path().join("sources")
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.sources().join(file), text).unwrap();
    }

    /// The folder of the only sources that are kept.
    fn kept(&self) -> PathBuf {
        fs::read_dir(self.cache()).unwrap().next().unwrap().unwrap().path()
    }

    fn load(&self, workers: usize, cache: Option<&Path>) -> (Corpus, Tally, Vec<String>) {
        let way = Way { workers: NonZeroUsize::new(workers).unwrap(), cache, ..Way::default() };
        let mut notes = Vec::new();
        let (corpus, tally) = load_with(&[self.sources()], &way, |update| {
            if let Update::Note(note) = update {
                notes.push(note);
            }
            Next::Continue
        });
        (corpus, tally, notes)
    }

    /// Loads with the cache: the answer is the one without, so many files are read, and this is said.
    fn check(&self, read: usize, notes: &[&str]) {
        let cache = self.cache();
        let (corpus, tally, told) = self.load(2, Some(&cache));
        let (expected, ..) = self.load(1, None);
        assert_same(&corpus, &expected);
        assert_eq!(tally, Tally { files: tally.files, read, known: tally.files - read });
        assert_eq!(told.len(), notes.len(), "{told:?}");
        assert!(told.iter().zip(notes).all(|(told, note)| told.contains(note)), "{told:?}");
    }
}

fn assert_same(one: &Corpus, other: &Corpus) {
    let whole = |corpus: &Corpus| {
        let mut found = Resolved::clone(corpus.found());
        let mut redirects: Vec<_> = found.redirects.drain().collect();
        redirects.sort_unstable();
        format!("{found:?} {redirects:?}")
    };
    assert!(whole(one) == whole(other), "{} and {} documents", one.documents().len(), other.documents().len());
    assert_eq!(one.skipped(), other.skipped());
}

#[test]
fn what_is_known_is_not_read_again() {
    let pile = Pile::new();
    pile.check(6, &[]);
    pile.check(0, &[]);
    pile.check(0, &[]);
    pile.write("new.txt", "Ada Vexworth returned on May 9, 2016.");
    pile.check(1, &[]);
    pile.write("1-npr.txt", "Nothing is left of it.");
    pile.check(1, &[]);
    fs::remove_file(pile.sources().join("2-rferl.txt")).unwrap();
    pile.check(0, &[]);
    pile.write("metadata.csv", "file,source\nrows.csv/row 1,Radio\n");
    pile.check(1 + 1, &[]);
    pile.check(0, &[]);
}

#[test]
fn what_can_not_be_read_is_tried_again() {
    let pile = Pile::new();
    pile.write("broken.docx", "no package");
    pile.check(7, &[]);
    pile.check(1, &[]);
    pile.write("broken.docx", "");
    pile.check(1, &[]);
}

#[test]
fn a_file_that_was_only_touched_is_known() {
    let pile = Pile::new();
    pile.check(6, &[]);
    let path = pile.sources().join("rows.csv");
    let bytes = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, bytes).unwrap();
    pile.check(0, &[]);
}

#[test]
fn flipped_bits_are_found_and_what_they_were_in_is_made_anew() {
    let pile = Pile::new();
    pile.check(6, &[]);
    let names: Vec<PathBuf> = fs::read_dir(pile.kept()).unwrap().map(|entry| entry.unwrap().path()).collect();
    for path in names.iter().filter(|path| path.file_name().unwrap() != "lock") {
        let whole = fs::read(path).unwrap();
        for at in (0..whole.len()).step_by(whole.len() / 7 + 1) {
            let mut flipped = whole.clone();
            flipped[at] ^= 0x10;
            fs::write(path, &flipped).unwrap();
            let cache = pile.cache();
            let (corpus, ..) = pile.load(2, Some(&cache));
            let (expected, ..) = pile.load(1, None);
            assert_same(&corpus, &expected);
        }
    }
    pile.check(0, &[]);
}

#[test]
fn a_damaged_index_is_said_in_one_line() {
    let pile = Pile::new();
    pile.check(6, &[]);
    let index = pile.kept().join("index");
    fs::write(&index, &fs::read(&index).unwrap()[..60]).unwrap();
    pile.check(6, &["The cache is made anew: it is damaged"]);
    let mut other = fs::read(&index).unwrap();
    other[20] ^= 1;
    fs::write(&index, other).unwrap();
    pile.check(6, &["The cache is made anew: another version of redstring has written it"]);
    pile.check(0, &[]);
}

#[test]
fn where_nothing_can_be_kept_it_is_said_and_the_answer_is_the_same() {
    let pile = Pile::new();
    fs::write(pile.cache(), "a file in the way").unwrap();
    pile.check(6, &["Not kept in the cache for the next time"]);
}

#[test]
fn only_the_user_may_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let pile = Pile::new();
    pile.check(6, &[]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&pile.kept()), 0o700);
    for entry in fs::read_dir(pile.kept()).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
}

#[test]
fn a_load_that_is_stopped_keeps_what_it_has() {
    let pile = Pile::new();
    let cache = pile.cache();
    let way = Way { workers: NonZeroUsize::MIN, cache: Some(&cache), ..Way::default() };
    let (corpus, tally) = load_with(&[pile.sources()], &way, |_| Next::Stop);
    assert!(tally.read < tally.files && !corpus.documents().is_empty());
    let (_, tally, _) = pile.load(1, Some(&cache));
    assert!(tally.known > 0, "{tally:?}");
    pile.check(0, &[]);
}
