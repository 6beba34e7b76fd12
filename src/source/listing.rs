//! Which files there are: folders walked, files named, everything else passed over with a reason.
//!
//! It opens nothing but `metadata.csv`. Links to folders are not followed, so that a walk never leaves what the reader gave; a file that is reached
//! twice, by a link or a second argument, is listed once.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::ops::Bound;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::folder;
use crate::model::{Skipped, Stamp};

use super::formats::{Named, named};
use super::opening::regular;
use super::reason::Reason;
use super::sidecar;
use super::statement::Statements;

/// What a walk found: files to read, and what was passed over with a reason.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files that [`super::read`] will try: arguments in their order, each folder in the order of its paths. No two have the
    /// same name in `file`.
    pub files: Vec<SourceFile>,
    /// What was passed over, and rows of `metadata.csv` that are no use.
    pub skipped: Vec<Skipped>,
    /// What `metadata.csv` states, by path.
    stated: BTreeMap<PathBuf, Statements>,
}

impl Listing {
    /// Everything that `metadata.csv` states of a file and what is in it, in words that differ where the statements do.
    pub fn statements(&self, file: &SourceFile) -> String {
        let from = (Bound::Included(file.path.as_path()), Bound::Unbounded);
        let here = self.stated.range::<Path, _>(from).take_while(|(path, _)| path.starts_with(&file.path));
        here.map(|stated| format!("{stated:?}")).collect::<Vec<_>>().join("\n")
    }

    /// What `metadata.csv` states of the file at `path`.
    pub(super) fn stated(&self, path: &Path) -> Option<&Statements> {
        self.stated.get(path)
    }
}

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its path below the given folder, as text; preceded by the folder's name where two folders hold the same. Untrusted.
    pub file: String,
    /// What tells that it has not changed; `None` for a link, which may lead elsewhere the next time.
    pub stamp: Option<Stamp>,
}

/// Walks files and folders.
pub fn list(paths: &[PathBuf]) -> Listing {
    let mut walk = Walk::default();
    for path in paths {
        walk.argument(path);
    }
    walk.finish()
}

/// A file that was found below an argument.
struct Candidate {
    path: PathBuf,
    /// Path below the argument, as text.
    below: String,
    /// Name of the folder that was given, or that the named file lies in.
    root: String,
    stamp: Option<Stamp>,
}

#[derive(Default)]
struct Walk {
    found: Vec<Candidate>,
    skipped: Vec<Skipped>,
    /// Device and number of each file that is listed, and where it stands in `found`.
    seen: HashMap<FileNumber, usize>,
    /// What the tables state, by the path that a row names. The table in the nearest folder wins.
    stated: BTreeMap<PathBuf, Statements>,
    /// The tables that are read.
    tables: HashSet<PathBuf>,
}

impl Walk {
    fn argument(&mut self, path: &Path) {
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => return self.skip(&text(path.as_os_str()), &error.into()),
        };
        if metadata.is_dir() {
            return self.folder(path);
        }
        let name = text(path.file_name().unwrap_or(path.as_os_str()));
        if name == sidecar::NAME {
            return self.table(path, &name);
        }
        let kind = regular(metadata.file_type()).and_then(|()| match named(path) {
            Named::Unsupported(what) => Err(Reason::Unsupported(what)),
            Named::Format(_) | Named::Nothing | Named::Unknown => Ok(()),
        });
        match kind {
            Ok(()) => {
                self.table(&path.with_file_name(sidecar::NAME), sidecar::NAME);
                let root = path.parent().and_then(Path::file_name).map(text).unwrap_or_default();
                let stamp = (!path.is_symlink()).then(|| Stamp::of(&metadata));
                self.add(path.to_owned(), name, &root, number(&metadata), stamp);
            }
            Err(reason) => self.skip(&name, &reason),
        }
    }

    /// All that is below `folder`, each folder's names in their order, what is in a folder in its place.
    fn folder(&mut self, folder: &Path) {
        let root = folder.canonicalize().ok().and_then(|path| path.file_name().map(text)).unwrap_or_default();
        let mut ahead = Vec::new();
        self.open(folder, folder, &mut ahead);
        while let Some(path) = ahead.pop() {
            let file = below(folder, &path);
            if path.file_name() == Some(OsStr::new(sidecar::NAME)) && path.is_file() {
                self.table(&path, &file);
                continue;
            }
            match kind(&path) {
                Ok(Kind::File(number, stamp)) => self.add(path, file, &root, number, stamp),
                Ok(Kind::Folder) => self.open(&path, folder, &mut ahead),
                Err(reason) => self.skip(&file, &reason),
            }
        }
    }

    /// Puts what is in the folder at `path`, below `root`, next among what is `ahead`.
    fn open(&mut self, path: &Path, root: &Path, ahead: &mut Vec<PathBuf>) {
        let listed = folder::list(path);
        ahead.extend(listed.names.iter().rev().map(|name| path.join(name)));
        if let Some(error) = listed.error {
            self.skip(&below(root, path), &error.into());
        }
    }

    /// Reads the table at `path`, if there is one and it has not been read.
    fn table(&mut self, path: &Path, file: &str) {
        if !path.is_file() || !self.tables.insert(path.to_owned()) {
            return;
        }
        let table = match sidecar::read(path) {
            Ok(table) => table,
            Err(reason) => return self.skip(file, &reason),
        };
        for (row, statements) in table.rows {
            let path = path.with_file_name(row);
            // A row may name an article inside a file: "inbox.mbox/message 3".
            if !path.ancestors().any(Path::is_file) {
                let reason = format!("names {}, which is not there: check the row", text(path.as_os_str()));
                self.skipped.push(Skipped { file: file.to_owned(), reason, is_failure: true });
            }
            self.stated.insert(path, statements);
        }
        self.skipped.extend(table.notes.into_iter().map(|reason| Skipped {
            file: file.to_owned(),
            reason,
            is_failure: true,
        }));
    }

    /// Adds a regular file.
    fn add(&mut self, path: PathBuf, below: String, root: &str, number: FileNumber, stamp: Option<Stamp>) {
        if let Some(first) = self.seen.get(&number).and_then(|at| self.found.get(*at)) {
            // The same path given twice is no news.
            if first.path != path {
                let reason = Reason::Duplicate(first.below.clone());
                self.skip(&below, &reason);
            }
            return;
        }
        self.seen.insert(number, self.found.len());
        self.found.push(Candidate { path, below, root: root.to_owned(), stamp });
    }

    fn skip(&mut self, file: &str, reason: &Reason) {
        self.skipped.push(reason.skip(file));
    }

    fn finish(self) -> Listing {
        Listing { files: with_names(self.found), skipped: self.skipped, stated: self.stated }
    }
}

/// A file's device, and its number there.
type FileNumber = (u64, u64);

/// What is worth following in a folder.
enum Kind {
    /// A regular file: its device and number, and its stamp where it is no link.
    File(FileNumber, Option<Stamp>),
    Folder,
}

/// What was found in a folder; an error where it is passed over.
fn kind(path: &Path) -> Result<Kind, Reason> {
    if path.file_name().is_some_and(|name| name.as_bytes().starts_with(b".")) {
        return Err(Reason::Hidden);
    }
    let mut metadata = fs::symlink_metadata(path)?;
    let mut stamp = Some(Stamp::of(&metadata));
    if metadata.is_symlink() {
        stamp = None;
        metadata = fs::metadata(path)?;
        if metadata.is_dir() {
            return Err(Reason::LinkedFolder);
        }
    }
    if metadata.is_dir() {
        return Ok(Kind::Folder);
    }
    regular(metadata.file_type())?;
    match named(path) {
        Named::Format(_) | Named::Nothing => Ok(Kind::File(number(&metadata), stamp)),
        Named::Unsupported(what) => Err(Reason::Unsupported(what)),
        Named::Unknown => Err(Reason::UnknownExtension),
    }
}

fn number(metadata: &fs::Metadata) -> FileNumber {
    (metadata.dev(), metadata.ino())
}

/// The path of something below a folder, `/` between its parts.
fn below(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    text(if below.as_os_str().is_empty() { path.as_os_str() } else { below.as_os_str() })
}

fn text(name: &OsStr) -> String {
    name.to_string_lossy().into_owned()
}

/// Gives each file a name of its own: its path below the argument, else with the folder's name before it, else with a number.
fn with_names(found: Vec<Candidate>) -> Vec<SourceFile> {
    let mut count: HashMap<String, u32> = HashMap::new();
    for candidate in &found {
        *count.entry(candidate.below.clone()).or_default() += 1;
    }
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut taken = HashSet::new();
    let mut files = Vec::with_capacity(found.len());
    for candidate in found {
        let is_alone = count.get(&candidate.below) == Some(&1);
        let full = if is_alone { candidate.below } else { format!("{}/{}", candidate.root, candidate.below) };
        let mut file = full.clone();
        while !taken.insert(file.clone()) {
            let number = numbers.entry(full.clone()).or_insert(1);
            *number += 1;
            file = format!("{full} ({number})");
        }
        files.push(SourceFile { path: candidate.path, file, stamp: candidate.stamp });
    }
    files
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::path::{Path, PathBuf};

    use super::list;
    use crate::source::statement::Field;

    /// Makes files under a fresh folder, lists `arguments` below it and compares what is found with `files` and what is skipped
    /// with `skipped` ("file: how the reason begins").
    fn check(make: &[&str], link: &[(&str, &str)], arguments: &[&str], files: &[&str], skipped: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        for file in make {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "words").unwrap();
        }
        for (to, from) in link {
            symlink(to, folder.path().join(from)).unwrap();
        }
        let arguments: Vec<PathBuf> = arguments.iter().map(|argument| folder.path().join(argument)).collect();
        let listing = list(&arguments);
        let found: Vec<&str> = listing.files.iter().map(|file| &*file.file).collect();
        assert_eq!(found, files);
        let told: Vec<String> =
            listing.skipped.iter().map(|skipped| format!("{}: {}", skipped.file, skipped.reason)).collect();
        assert_eq!(told.len(), skipped.len(), "{told:#?}");
        for (told, expected) in told.iter().zip(skipped) {
            assert!(told.starts_with(expected), "{told:?} does not begin with {expected:?}");
        }
    }

    #[test]
    fn a_folder_gives_its_texts_in_order_and_says_what_it_left() {
        check(
            &["b.txt", "a.md", "sub/c.TXT", "notes", "x.doc", "x.log", ".secret.txt", ".git/config.txt"],
            &[],
            &[""],
            &["a.md", "b.txt", "notes", "sub/c.TXT"],
            &[
                ".git: hidden",
                ".secret.txt: hidden",
                "x.doc: an old Word document is not supported",
                "x.log: its name tells no format",
            ],
        );
    }

    #[test]
    fn what_is_named_is_tried_whatever_its_name() {
        check(
            &["x.log", ".hidden", "y.doc"],
            &[],
            &["x.log", ".hidden", "y.doc", "gone.txt"],
            &["x.log", ".hidden"],
            &["y.doc: an old Word document is not supported", "/"],
        );
    }

    #[test]
    fn links_never_lead_out_or_round() {
        check(
            &["a.txt", "sub/b.txt"],
            &[("..", "sub/up"), ("/dev/zero", "z.txt"), ("a.txt", "c.txt"), ("gone", "d.txt"), ("e.txt", "e.txt")],
            &[""],
            &["a.txt", "sub/b.txt"],
            &[
                "c.txt: the same file as a.txt",
                "d.txt: no such file",
                "e.txt: links that lead to each other",
                "sub/up: a link to a folder",
                "z.txt: a device",
            ],
        );
    }

    #[test]
    fn a_folder_with_the_name_of_a_table_is_a_folder() {
        check(&["metadata.csv/a.txt", "b.txt"], &[], &[""], &["b.txt", "metadata.csv/a.txt"], &[]);
    }

    #[test]
    fn what_is_in_a_folder_stands_where_the_folder_does() {
        check(
            &["b/c/d.txt", "b/a.txt", "b.txt", "a/z.txt"],
            &[],
            &[""],
            &["a/z.txt", "b/a.txt", "b/c/d.txt", "b.txt"],
            &[],
        );
    }

    #[test]
    fn two_folders_with_equal_names_do_not_collide() {
        check(
            &["one/a.txt", "two/a.txt", "two/b.txt"],
            &[],
            &["one", "two"],
            &["one/a.txt", "two/a.txt", "b.txt"],
            &[],
        );
        check(&["one/x/a.txt", "two/x/a.txt"], &[], &["one/x", "two/x"], &["x/a.txt", "x/a.txt (2)"], &[]);
    }

    #[test]
    fn a_file_given_twice_is_listed_once() {
        check(&["a.txt"], &[], &["", "a.txt", ""], &["a.txt"], &[]);
    }

    #[test]
    fn names_that_are_no_text_keep_their_paths() {
        let folder = tempfile::tempdir().unwrap();
        for name in [b"a\xFF.txt", b"a\xFE.txt"] {
            fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), "words").unwrap();
        }
        let files = list(&[folder.path().to_owned()]).files;
        assert_eq!(files.len(), 2);
        assert_ne!(files[0].file, files[1].file);
        assert!(files.iter().all(|file| Path::exists(&file.path)));
    }

    #[test]
    fn a_table_beside_the_files_states_what_they_do_not() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).unwrap();
        for name in ["a.txt", "sub/b.txt", "sub/c.txt"] {
            fs::write(at(name), "words").unwrap();
        }
        fs::write(at("metadata.csv"), "file,title\na.txt,A\nsub/b.txt,far\nsub/c.txt,C\ngone.txt,G\n,none\n").unwrap();
        fs::write(at("sub/metadata.csv"), "file,title\nb.txt,near\n").unwrap();
        let titles = |arguments: &[PathBuf]| {
            let listing = list(arguments);
            let title = |file: &super::SourceFile| listing.stated(&file.path)?.get(Field::Title).map(str::to_owned);
            let titles: Vec<Option<String>> = listing.files.iter().map(title).collect();
            (titles, listing.skipped)
        };
        let (found, told) = titles(&[folder.path().to_owned()]);
        assert_eq!(found, ["A", "near", "C"].map(|title| Some(title.to_owned())));
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.iter().all(|told| told.file == "metadata.csv"));
        // A file that is named alone has the table beside it.
        assert_eq!(titles(&[at("sub/b.txt")]).0, [Some("near".to_owned())]);
    }
}
