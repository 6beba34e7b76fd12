//! Files in: walk, decode, metadata, zones. The only reader of articles; it never writes.
//!
//! It knows text files only; other formats are passed over with a reason. Nothing that it meets ends the rest: a file that can't
//! be read becomes a [`Skipped`], an odd one gets a note.

mod format;
mod listing;
mod opening;
mod reason;

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
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::model::{Document, DocumentId, Note, Skipped};

pub use demo::demo;
pub use listing::{Listing, SourceFile, list};

use metadata::Stated;
use statement::Statements;

/// Reads one file of a listing.
///
/// # Errors
/// The reason why it can't be read, in one line for the reader.
pub fn read(file: &SourceFile, listing: &Listing) -> Result<Document, Skipped> {
    let bytes = opening::read(&file.path).map_err(|reason| reason.skip(&file.file))?;
    let mut read = document(&file.file, Some(file.path.clone()), &bytes, listing.stated(&file.path))?;
    // A folder that came from elsewhere may link to a file of the reader's own.
    if let Ok(target) = fs::read_link(&file.path) {
        read.notes.push(Note(format!("read through a link to {}", target.to_string_lossy())));
    }
    Ok(read)
}

/// Reads an article whose bytes are at hand, such as the embedded ones.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(file: &str, bytes: &[u8]) -> Result<Document, Skipped> {
    document(file, None, bytes, None)
}

fn document(
    file: &str,
    path: Option<PathBuf>,
    bytes: &[u8],
    sidecar: Option<&Statements>,
) -> Result<Document, Skipped> {
    let decoded = decode::decode(bytes).map_err(|reason| reason.skip(file))?;
    let text = decoded.text;
    let mut notes: Vec<Note> = decoded.note.into_iter().collect();
    if text.is_empty() {
        notes.push(Note("empty".into()));
    }
    notes.extend(hidden::notes(&text));
    let header = header::header(&text);
    let zones = zones::zones(&text, header.as_ref().map(|header| header.span));
    let stated = Stated { file, sidecar, header: header.as_ref().map(|header| &header.statements) };
    let metadata = metadata::metadata(&text, &zones, &stated, &mut notes);
    Ok(Document {
        id: id(file),
        file: file.to_owned(),
        path,
        text: text.into(),
        sha256: Sha256::digest(bytes).into(),
        bytes: bytes.len() as u64,
        metadata,
        zones,
        notes,
    })
}

/// The lasting name of the document at `file` below the given folder.
fn id(file: &str) -> DocumentId {
    let hash: [u8; 32] = Sha256::digest(file.as_bytes()).into();
    DocumentId(hash.iter().take(8).fold(0, |id, byte| id << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests;
