//! Where casebooks live: which file keeps the casework of these sources.
//!
//! A casebook is found again by what its sources are, so that a folder may be moved and articles may be added, edited or
//! taken away; where nothing of them is left, by where they lie. The sample of sources that this rests on stands in the
//! journal itself: there is no index that could be lost.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::folder;
use crate::model::{Act, ContentHash, Digest};

use super::history::History;
use super::journal::{Journal, JournalError};

/// So many of the smallest hashes stand for a set of documents (a bottom-k sketch: E. Cohen, "Size-Estimation Framework with
/// Applications to Transitive Closure and Reachability", 1997).
const SAMPLE: usize = 64;

/// The sources that a casebook is wanted for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// The hashes of all documents, ascending.
    documents: Vec<ContentHash>,
    /// The hash of where they lie.
    place: Option<ContentHash>,
}

/// Where the casework of some sources is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In this casebook.
    Found(PathBuf),
    /// In none so far; a new one is to be made here.
    New(PathBuf),
}

impl Place {
    /// The file.
    pub fn path(&self) -> &Path {
        match self {
            Self::Found(path) | Self::New(path) => path,
        }
    }
}

impl Sources {
    /// Documents with these hashes, read from these paths.
    pub fn new(documents: impl IntoIterator<Item = ContentHash>, paths: &[PathBuf]) -> Self {
        let mut documents: Vec<ContentHash> = documents.into_iter().collect();
        documents.sort_unstable();
        documents.dedup();
        let mut hash = Sha256::new();
        let mut found: Vec<PathBuf> = paths.iter().filter_map(|path| fs::canonicalize(path).ok()).collect();
        found.sort_unstable();
        for path in &found {
            hash.update(path.as_os_str().as_encoded_bytes());
            hash.update([0]);
        }
        Self { documents, place: (!found.is_empty()).then(|| Digest(hash.finalize().into())) }
    }

    /// The entry that makes a casebook findable for these sources; `None` where it is so already.
    pub fn to_record(&self, history: &History<'_>) -> Option<Act> {
        let (documents, places) = history.sources();
        let sample: Vec<ContentHash> = self.documents.iter().copied().take(SAMPLE).collect();
        let is_known = sample.iter().all(|document| documents.contains(document))
            && self.place.is_none_or(|place| places.contains(&place));
        (!is_known).then_some(Act::Sources { documents: sample, place: self.place })
    }

    /// How well a casebook fits: how many of its documents are these; more than half of the fewer, else it is one of others.
    fn shared(&self, history: &History<'_>) -> usize {
        let (documents, _) = history.sources();
        let shared = documents.iter().filter(|document| self.documents.binary_search(document).is_ok()).count();
        if 2 * shared > documents.len().min(self.documents.len()) { shared } else { 0 }
    }

    fn lie_where(&self, history: &History<'_>) -> bool {
        self.place.is_some_and(|place| history.sources().1.contains(&place))
    }

    /// A name for a new casebook.
    fn name(&self) -> String {
        let mut hash = Sha256::new();
        self.documents.iter().take(SAMPLE).for_each(|document| hash.update(document.0));
        let whole: [u8; 32] = hash.finalize().into();
        let [first, ..] = *whole.as_chunks::<8>().0 else { return String::new() };
        Digest(first).to_string()
    }
}

/// The folder for casebooks (XDG Base Directory Specification 0.8): below `xdg_data_home`, if that is an absolute path, else
/// below `home`. `None` where neither is known.
pub fn folder(xdg_data_home: Option<OsString>, home: Option<OsString>) -> Option<PathBuf> {
    let absolute = |path: Option<OsString>| path.map(PathBuf::from).filter(|path| path.is_absolute());
    let data = absolute(xdg_data_home).or_else(|| absolute(home).map(|home| home.join(".local/share")))?;
    Some(data.join("redstring/casebooks"))
}

/// The casebook in `folder` that shares most documents with these sources, else the one that was last kept for the same place,
/// else a new one. A file that is something else is nobody's casebook and stays as it is.
///
/// # Errors
/// Where none is found and the disk gives an error, for what can't be read may be the one.
pub fn find(folder: &Path, sources: &Sources) -> Result<Place, JournalError> {
    let listed = folder::list(folder);
    let names = listed.names.iter().map(|name| folder.join(name));
    let files: Vec<PathBuf> =
        names.filter(|file| file.extension().is_some_and(|extension| extension == "jsonl")).collect();
    // Where a file stands in the way of the folder there is none either: the first save says so.
    let is_there = |error: &io::Error| !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
    let mut failed = listed.error.filter(is_there).map(|error| {
        let (path, doing) = (folder.to_owned(), "the casebooks in this folder could not be listed");
        JournalError::Disk { path, doing, error }
    });
    let mut best: Option<(usize, &PathBuf)> = None;
    for file in &files {
        let journal = match Journal::open(file) {
            Ok(journal) => journal,
            Err(error @ JournalError::Disk { .. }) => {
                failed = failed.or(Some(error));
                continue;
            }
            Err(_) => continue,
        };
        let history = History::new(journal.entries());
        let fit = sources.shared(&history) * 2 + usize::from(sources.lie_where(&history));
        if fit > best.map_or(0, |(fit, _)| fit) {
            best = Some((fit, file));
        }
    }
    if let Some((_, file)) = best {
        return Ok(Place::Found(file.clone()));
    }
    if let Some(error) = failed {
        return Err(error);
    }
    let name = sources.name();
    let numbered = (2..).map(|number| format!("{name}-{number}.jsonl"));
    let mut names = std::iter::once(format!("{name}.jsonl")).chain(numbered).map(|name| folder.join(name));
    // What has the name already is something else: it is not touched.
    Ok(Place::New(names.find(|path| !files.contains(path)).unwrap_or_else(|| folder.join("casebook.jsonl"))))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{Place, Sources, find, folder};
    use crate::casework::{History, Journal};
    use crate::model::{Digest, Moment};

    fn sources(documents: &[u8], place: &Path) -> Sources {
        Sources::new(documents.iter().map(|document| Digest([*document; 32])), &[place.to_owned()])
    }

    fn keep(folder: &Path, sources: &Sources) -> PathBuf {
        let Place::New(path) = find(folder, sources).unwrap() else { panic!("not new") };
        let mut journal = Journal::open(&path).unwrap();
        let act = sources.to_record(&History::new(journal.entries())).unwrap();
        journal.add(act, Moment(0));
        journal.save().unwrap();
        assert_eq!(sources.to_record(&History::new(journal.entries())), None);
        path
    }

    #[test]
    fn a_casebook_is_found_by_its_sources_wherever_they_lie() {
        let data = tempfile::tempdir().unwrap();
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let path = keep(data.path(), &sources(&[1, 2, 3], here.path()));
        let other = keep(data.path(), &sources(&[7, 8, 9], there.path()));
        assert_ne!(path, other);
        let check = |documents: &[u8], place: &Path, expected: Option<&PathBuf>| {
            let found = find(data.path(), &sources(documents, place)).unwrap();
            let found = match &found {
                Place::Found(path) => Some(path),
                Place::New(_) => None,
            };
            assert_eq!(found, expected, "{documents:?}");
        };
        let elsewhere = tempfile::tempdir().unwrap();
        check(&[1, 2, 3], elsewhere.path(), Some(&path));
        check(&[1, 2, 3, 4, 5, 6, 10, 11, 12, 13], elsewhere.path(), Some(&path));
        check(&[1, 2], elsewhere.path(), Some(&path));
        check(&[1, 20, 30], elsewhere.path(), None);
        check(&[20, 30], here.path(), Some(&path));
        check(&[7, 8, 1], here.path(), Some(&other));
        check(&[], elsewhere.path(), None);
    }

    #[test]
    fn a_file_that_is_no_casebook_is_in_nobodys_way() {
        let data = tempfile::tempdir().unwrap();
        let wanted = sources(&[1], data.path());
        let Place::New(path) = find(data.path(), &wanted).unwrap() else { panic!("not new") };
        fs::write(&path, "not json at all {").unwrap();
        let Place::New(next) = find(data.path(), &wanted).unwrap() else { panic!("not new") };
        assert_ne!(path, next);
    }

    #[test]
    fn a_folder_that_cannot_be_read_may_hold_the_casebook() {
        let data = tempfile::tempdir().unwrap();
        let wanted = sources(&[1], data.path());
        // A link that leads to itself can't be opened by anyone.
        let round = data.path().join("round.jsonl");
        std::os::unix::fs::symlink(&round, &round).unwrap();
        let error = find(data.path(), &wanted).unwrap_err().to_string();
        assert!(error.contains("round.jsonl: could not be opened"), "{error}");
        let error = find(&round, &wanted).unwrap_err().to_string();
        assert!(error.contains("round.jsonl: the casebooks in this folder could not be listed"), "{error}");
        fs::remove_file(&round).unwrap();
        let path = keep(data.path(), &wanted);
        std::os::unix::fs::symlink(&round, &round).unwrap();
        assert_eq!(find(data.path(), &wanted).unwrap(), Place::Found(path));
    }

    #[test]
    fn many_documents_leave_a_small_sample() {
        let many = Sources::new((0..=255).map(|document| Digest([document; 32])), &[]);
        let journal = Journal::open(Path::new("/nonexistent/harbour.jsonl")).unwrap();
        let act = many.to_record(&History::new(journal.entries())).unwrap();
        assert!(matches!(act, crate::model::Act::Sources { documents, place: None } if documents.len() == 64));
    }

    #[test]
    fn the_folder_follows_the_standard() {
        let check = |data: Option<&str>, home: Option<&str>, expected: Option<&str>| {
            assert_eq!(folder(data.map(Into::into), home.map(Into::into)), expected.map(PathBuf::from));
        };
        check(Some("/data"), Some("/home/ada"), Some("/data/redstring/casebooks"));
        check(None, Some("/home/ada"), Some("/home/ada/.local/share/redstring/casebooks"));
        check(Some("relative"), Some("/home/ada"), Some("/home/ada/.local/share/redstring/casebooks"));
        check(Some(""), None, None);
    }
}
