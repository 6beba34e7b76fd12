//! A text with its names and whom they name: what is measured against.

use crate::text::Span;

/// A document whose names are known, with whom they name.
#[derive(Clone, Debug, Default)]
pub struct Identified {
    /// Its file's name.
    pub file: String,
    /// Its text.
    pub text: String,
    /// The names that are marked, in the order of the list.
    pub names: Vec<Named>,
}

/// A marked name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Where.
    pub span: Span,
    /// Whom or what it names; `None` where the corpus does not say.
    pub identity: Option<String>,
}
