//! Office documents and books: a zip archive of XML parts, of which only those that hold words are unpacked.

pub(super) mod docx;
pub(super) mod epub;
pub(super) mod odt;
pub(super) mod rtf;

pub(super) use properties::is_nobody;

mod package;
mod properties;
mod xml;
