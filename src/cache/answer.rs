//! What was made of all documents together, kept without their texts.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::Resolved;

use super::file::{self, Useless};

/// By what the documents are known, all of them and in their order: a SHA-256.
pub type Key = [u8; 32];

/// A document's text, and where it was read from.
pub type Text = (Arc<str>, Option<PathBuf>);

/// From where a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The number of its file in the listing.
    pub file: u32,
    /// Its number in that file.
    pub part: u32,
}

/// What is written.
#[derive(Serialize)]
struct Written<'a> {
    key: &'a Key,
    places: Vec<Place>,
    resolved: &'a Resolved,
}

/// What is read.
#[derive(Deserialize)]
struct Answer {
    places: Vec<Place>,
    resolved: Resolved,
}

/// Writes it; `places` are those of the documents, in their order.
pub(super) fn write(folder: &Path, key: &Key, resolved: &Resolved, places: Vec<Place>) -> io::Result<()> {
    let bytes = postcard::to_stdvec(&Written { key, places, resolved }).map_err(io::Error::other)?;
    file::replace(&path(folder), &bytes)
}

/// Reads it, if it was made of the documents with this key.
pub(super) fn read(
    folder: &Path,
    key: &Key,
    mut text: impl FnMut(Place) -> Option<Text>,
) -> Result<Option<Resolved>, Useless> {
    let content = file::read(&path(folder))?;
    let Some(rest) = content.bytes().strip_prefix(key) else { return Ok(None) };
    let Answer { places, mut resolved } = postcard::from_bytes(rest).map_err(|_| Useless::Damaged)?;
    if places.len() != resolved.documents.len() {
        return Err(Useless::Damaged);
    }
    for (document, place) in resolved.documents.iter_mut().zip(places) {
        let Some((text, path)) = text(place) else { return Ok(None) };
        let document = Arc::make_mut(document);
        document.text = text;
        document.path = path;
    }
    Ok(Some(resolved))
}

fn path(folder: &Path) -> PathBuf {
    folder.join("answer")
}
