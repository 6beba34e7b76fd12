//! Files in: walk, decode, one file a format, metadata, zones. The only reader of articles; it never writes.

use std::path::PathBuf;

use crate::model::{Document, Skipped};

/// What a walk found: files to read, and what was passed over with a reason.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files that [`read`] will try, in order of their paths.
    pub files: Vec<SourceFile>,
    /// What was passed over.
    pub skipped: Vec<Skipped>,
}

/// A file to read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its path below the given folder, as text. Untrusted.
    pub file: String,
}

/// Walks files and folders; opens nothing but `metadata.csv`.
pub fn list(_paths: &[PathBuf]) -> Listing {
    Listing::default()
}

/// Reads one file of a listing.
///
/// # Errors
/// The reason why it can't be read, in one line for the reader.
pub fn read(file: &SourceFile, _listing: &Listing) -> Result<Document, Skipped> {
    Err(Skipped { file: file.file.clone(), reason: "not built yet".into() })
}

/// Reads an article whose bytes are at hand, such as the embedded ones.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(file: &str, _bytes: &[u8]) -> Result<Document, Skipped> {
    Err(Skipped { file: file.into(), reason: "not built yet".into() })
}

/// The articles that the program brings along: file name and bytes.
pub fn demo() -> &'static [(&'static str, &'static [u8])] {
    &[]
}
