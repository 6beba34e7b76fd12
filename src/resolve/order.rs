//! The reading order: dated documents first, earliest first; then by path. It never depends on the order of input.

use std::sync::Arc;

use crate::model::{Document, Extract, Publication};

use super::Read;
use super::publication::publication;

/// The documents in reading order, each with when it was published.
///
/// The date counts as precisely as it is proved and no further: "2017" stands before "2017-03", that before "2017-03-02".
pub(super) fn reading_order(read: &[Read]) -> Vec<(&Arc<Document>, &Extract, Publication)> {
    let mut ordered: Vec<_> =
        read.iter().map(|(document, extract)| (document, &**extract, publication(document, extract))).collect();
    ordered.sort_by_cached_key(|(document, _, publication)| key(document, publication));
    ordered
}

/// What documents are ordered by.
pub(super) fn key(document: &Document, publication: &Publication) -> (bool, Option<String>, String, [u8; 32]) {
    let date = publication.value.and_then(crate::calendar::When::edtf);
    (date.is_none(), date, document.file.clone(), document.sha256)
}
