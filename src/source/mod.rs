//! Files in: walk, decode, metadata, zones. The only reader of articles; it never writes.
//!
//! It knows text files only; other formats are passed over with a reason. Nothing that it meets ends the rest: a file that can't
//! be read becomes a [`Skipped`], an odd one gets a note.

mod decode;
mod demo;
mod hidden;
mod lines;
mod listing;
mod opening;
mod reason;
mod zones;

use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::model::{Document, DocumentId, Metadata, Note, Skipped};

pub use demo::demo;
pub use listing::{Listing, SourceFile, list};

/// Reads one file of a listing.
///
/// # Errors
/// The reason why it can't be read, in one line for the reader.
pub fn read(file: &SourceFile, _listing: &Listing) -> Result<Document, Skipped> {
    let skip = |reason: reason::Reason| reason.skip(&file.file);
    let opened = opening::read(&file.path).map_err(skip)?;
    document(&file.file, Some(file.path.clone()), &opened)
}

/// Reads an article whose bytes are at hand, such as the embedded ones.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(file: &str, bytes: &[u8]) -> Result<Document, Skipped> {
    document(file, None, bytes)
}

fn document(file: &str, path: Option<PathBuf>, bytes: &[u8]) -> Result<Document, Skipped> {
    let decoded = decode::decode(bytes).map_err(|reason| reason.skip(file))?;
    let mut notes: Vec<Note> = decoded.note.into_iter().collect();
    notes.extend(hidden::notes(&decoded.text));
    let zones = zones::zones(&decoded.text);
    Ok(Document {
        id: id(file),
        file: file.to_owned(),
        path,
        text: decoded.text.into(),
        sha256: Sha256::digest(bytes).into(),
        bytes: bytes.len() as u64,
        metadata: Metadata::default(),
        zones,
        notes,
    })
}

/// The lasting name of the document at `file` below the given folder.
fn id(file: &str) -> DocumentId {
    let hash: [u8; 32] = Sha256::digest(file.as_bytes()).into();
    DocumentId(hash.iter().take(8).fold(0, |id, byte| id << 8 | u64::from(*byte)))
}
