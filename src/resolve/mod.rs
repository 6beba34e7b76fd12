//! Many documents -> entities, events, publication dates. Pure.

use std::sync::Arc;

use crate::model::{Document, Extract, Resolved};

/// A document with what was found in it.
pub type Read = (Arc<Document>, Arc<Extract>);

/// Links everything that was found.
pub fn resolve(_read: &[Read]) -> Resolved {
    Resolved::default()
}
