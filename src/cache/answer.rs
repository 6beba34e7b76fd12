//! What was made of all documents together, kept without their texts. The stretches that documents share and what
//! each says happened are most of it, and seldom asked for: they lie in a file of their own and stay there until they are.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{Packed, Resolved, Store};

use super::aside::Aside;
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
    aside: &'a Aside,
}

/// What is read.
#[derive(Deserialize)]
struct Answer {
    places: Vec<Place>,
    resolved: Resolved,
    aside: Aside,
}

/// Writes it; `places` are those of the documents, in their order.
pub(super) fn write(folder: &Path, key: &Key, resolved: &Resolved, places: Vec<Place>) -> io::Result<()> {
    let stretches = resolved.sharings.iter().map(|sharing| sharing.stretches.bytes());
    let aside = Aside::write(folder, stretches.chain(resolved.accounts.iter().map(Packed::bytes)))?;
    let written = Written { key, places, resolved, aside: &aside };
    let bytes = postcard::to_stdvec(&written).map_err(io::Error::other)?;
    file::replace(&path(folder), &bytes)?;
    aside.remove_others(folder)
}

/// Reads it, if it was made of the documents with this key.
pub(super) fn read(
    folder: &Path,
    key: &Key,
    mut text: impl FnMut(Place) -> Option<Text>,
) -> Result<Option<Resolved>, Useless> {
    let content = file::read(&path(folder))?;
    let Some(rest) = content.bytes().strip_prefix(key) else { return Ok(None) };
    let Answer { places, mut resolved, aside } = postcard::from_bytes(rest).map_err(|_| Useless::Damaged)?;
    let (sharings, documents) = (resolved.sharings.len(), resolved.documents.len());
    if places.len() != documents || aside.count() != sharings + documents {
        return Err(Useless::Damaged);
    }
    let pieces: Arc<dyn Store> = Arc::new(aside.open(folder).map_err(|why| match why {
        Useless::Missing => Useless::Damaged,
        why => why,
    })?);
    for (sharing, number) in Arc::make_mut(&mut resolved.sharings).iter_mut().zip(0..) {
        sharing.stretches = Packed::stored(Arc::clone(&pieces), number);
    }
    let accounts = (sharings..sharings + documents).map(|number| Packed::stored(Arc::clone(&pieces), number as u32));
    resolved.accounts = accounts.collect();
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
