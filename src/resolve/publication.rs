//! When a document was published, as far as it is proved.

use crate::model::{Document, Publication};

/// The best of what the document's metadata states.
pub(super) fn publication(document: &Document) -> Publication {
    let candidates = document.metadata.published.clone();
    let best = candidates.first();
    Publication {
        value: best.and_then(|candidate| candidate.value),
        days: best.map(|candidate| candidate.days).unwrap_or_default(),
        is_inferred: false,
        candidates,
    }
}
