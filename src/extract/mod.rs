//! One document -> passages, names, time expressions. Pure and total: it returns what it found and notes on what was odd, never an error.
//!
//! Names come before times, for May may be a surname. It knows one document only and links nothing.

use crate::model::{Document, Extract};

/// Everything found in one document.
pub fn extract(_document: &Document) -> Extract {
    Extract::default()
}
