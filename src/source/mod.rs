//! Files in: walk, open, read each format, metadata, zones. The only reader of articles; it never writes.
//!
//! Nothing that it meets ends the rest: a file that can't be read becomes a [`Skipped`], an odd one gets a note.

mod listing;
mod opening;
mod reason;

mod formats;

mod decode;
mod hidden;

mod header;
mod lines;
mod sidecar;
mod statement;

mod byline;
mod copyright;
mod dateline;
mod outlet;

mod zones;

mod metadata;
mod published;

mod demo;

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::model::{Document, DocumentId, Note, Skipped, Zone, ZoneLabel};

pub use demo::demo;
pub use listing::{Listing, SourceFile, list};

use formats::{Article, Content, Named, Part, Room};
use metadata::Stated;
use reason::{Reason, SIZE_LIMIT};
use statement::Statements;

/// What became of a file: the documents in it, and what could not be read with the reason, in one line for the reader.
pub type Outcome = Vec<Result<Document, Skipped>>;

/// A file that was read.
#[derive(Debug)]
pub struct FileRead {
    /// What became of it.
    pub outcome: Outcome,
    /// The SHA-256 of its bytes, where there are any.
    pub content: Option<[u8; 32]>,
}

/// Reads one file of a listing. Most files are one document; archives, mailboxes and tables hold several.
pub fn read(file: &SourceFile, listing: &Listing) -> FileRead {
    let bytes = match opening::read(&file.path, limit(&file.path)) {
        Ok(bytes) => bytes,
        Err(reason) => return FileRead { outcome: vec![Err(reason.skip(&file.file))], content: None },
    };
    let mut reading = Reading { path: Some(&file.path), listing: Some(listing), ..Reading::default() };
    reading.file(&Place { file: file.file.clone(), path: file.path.clone() }, &file.path, &bytes);
    // A folder that came from elsewhere may link to a file of the reader's own.
    if let Ok(target) = fs::read_link(&file.path) {
        let note = Note(format!("read through a link to {}", target.to_string_lossy()));
        reading.outcome.iter_mut().flatten().for_each(|document| document.notes.push(note.clone()));
    }
    FileRead { outcome: reading.outcome, content: Some(Sha256::digest(&bytes).into()) }
}

/// The SHA-256 of a file's bytes, where it can be read.
pub fn content(file: &SourceFile) -> Option<[u8; 32]> {
    opening::read(&file.path, limit(&file.path)).ok().map(|bytes| Sha256::digest(bytes).into())
}

/// The most bytes that the file at `path` may have, as its name tells.
fn limit(path: &Path) -> u64 {
    match formats::named(path) {
        Named::Format(format) => format.largest(),
        Named::Unsupported(_) | Named::Nothing | Named::Unknown => SIZE_LIMIT,
    }
}

/// Reads an article whose bytes are at hand, such as the embedded ones.
pub fn read_bytes(file: &str, bytes: &[u8]) -> Outcome {
    let mut reading = Reading::default();
    reading.file(&Place { file: file.to_owned(), path: PathBuf::from(file) }, Path::new(file), bytes);
    reading.outcome
}

/// Where something lies: in a folder, or in a file that is read like one.
struct Place {
    /// Path below the given folder, as text.
    file: String,
    /// The same on disk, as a row of `metadata.csv` names it.
    path: PathBuf,
}

impl Place {
    fn inside(&self, name: &str) -> Self {
        match name {
            "" => Self { file: self.file.clone(), path: self.path.clone() },
            name => Self { file: format!("{}/{name}", self.file), path: self.path.join(name) },
        }
    }
}

/// One file as it is being read.
#[derive(Default)]
struct Reading<'r> {
    /// Where it is on disk.
    path: Option<&'r Path>,
    listing: Option<&'r Listing>,
    room: Room,
    outcome: Outcome,
}

impl Reading<'_> {
    /// Reads what lies at `place`, a file or a file in it; `name` tells its format.
    fn file(&mut self, place: &Place, name: &Path, bytes: &[u8]) {
        let parts = formats::format(name, bytes).and_then(|format| format.read(bytes, &mut self.room));
        let parts = match parts {
            Ok(parts) => parts,
            Err(reason) => return self.fail(place, &reason),
        };
        for Part { name: inner, content } in parts {
            let inside = place.inside(&inner);
            match content {
                Ok(Content::Article(article)) if inner.is_empty() => self.article(&inside, *article, bytes),
                Ok(Content::Article(article)) => {
                    let own = article.text.clone();
                    self.article(&inside, *article, own.as_bytes());
                }
                Ok(Content::File(unpacked)) => match self.room.deeper() {
                    Ok(()) => {
                        // What is packed alone is called as its package is, without the last ending.
                        let name = if inner.is_empty() { name.with_extension("") } else { PathBuf::from(&inner) };
                        self.file(&inside, &name, &unpacked);
                        self.room.back();
                    }
                    Err(reason) => self.fail(&inside, &reason),
                },
                Err(reason) => self.fail(&inside, &reason),
            }
        }
    }

    fn article(&mut self, place: &Place, article: Article, bytes: &[u8]) {
        if article.text.len() as u64 > SIZE_LIMIT {
            return self.fail(place, &Reason::TooLarge(SIZE_LIMIT));
        }
        let sidecar = self.listing.and_then(|listing| listing.stated(&place.path));
        self.outcome.push(Ok(document(&place.file, self.path, article, bytes, sidecar)));
    }

    fn fail(&mut self, place: &Place, reason: &Reason) {
        self.outcome.push(Err(reason.skip(&place.file)));
    }
}

fn document(file: &str, path: Option<&Path>, article: Article, bytes: &[u8], sidecar: Option<&Statements>) -> Document {
    let Article { text, zones: mut known, stated: embedded, dates, pages, mut notes } = article;
    if text.trim().is_empty() {
        notes.push(Note("empty".into()));
    }
    notes.extend(hidden::notes(&text));
    let header = if known.is_empty() { header::header(&text) } else { None };
    known.extend(header.as_ref().map(|header| Zone { span: header.span, label: ZoneLabel::Header }));
    let zones = zones::zones(&text, &known);
    let header = header.as_ref().map(|header| &header.statements);
    let stated = Stated { file, sidecar, header, embedded: &embedded, dates: &dates };
    let metadata = metadata::metadata(&text, &zones, &stated, &mut notes);
    Document {
        id: DocumentId::of_hash(Sha256::digest(file)),
        file: file.to_owned(),
        path: path.map(Path::to_owned),
        text: text.into(),
        sha256: Sha256::digest(bytes).into(),
        bytes: bytes.len() as u64,
        metadata,
        pages,
        zones,
        notes,
    }
}

/// The one document in bytes that are one article.
#[cfg(test)]
fn read_one(file: &str, bytes: &[u8]) -> Result<Document, Skipped> {
    let mut outcome = read_bytes(file, bytes);
    assert_eq!(outcome.len(), 1, "{file}");
    outcome.remove(0)
}

#[cfg(test)]
mod tests;
