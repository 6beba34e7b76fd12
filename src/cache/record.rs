//! [`Record`]: what was read and found in one file, as bytes.

use std::path::Path;
use std::sync::Arc;

use crate::model::{Document, Extract};

/// A document with what was found in it.
pub type Read = (Arc<Document>, Arc<Extract>);

/// What was read and found in one file.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The texts of its documents, one after the other.
    pub(super) texts: Vec<u8>,
    /// How long each is, in bytes.
    pub(super) lengths: Vec<u32>,
    /// Everything else.
    pub(super) found: Vec<u8>,
}

impl Record {
    /// Of all documents of a file.
    pub fn of(read: &[Read]) -> Option<Self> {
        let mut record = Self { found: postcard::to_stdvec(read).ok()?, ..Self::default() };
        for (document, _) in read {
            record.texts.extend_from_slice(document.text.as_bytes());
            record.lengths.push(document.text.len() as u32);
        }
        Some(record)
    }

    /// The documents, which lie at `path`; nothing where the bytes are none of a record.
    pub(super) fn read(&self, path: &Path) -> Option<Vec<Read>> {
        let mut read: Vec<Read> = postcard::from_bytes(&self.found).ok()?;
        if read.len() != self.lengths.len() {
            return None;
        }
        let mut rest = str::from_utf8(&self.texts).ok()?;
        for ((document, _), length) in read.iter_mut().zip(&self.lengths) {
            let (text, others) = rest.split_at_checked(*length as usize)?;
            let document = Arc::make_mut(document);
            document.text = text.into();
            document.path = Some(path.to_owned());
            rest = others;
        }
        rest.is_empty().then_some(read)
    }
}
