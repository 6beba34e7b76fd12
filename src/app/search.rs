//! The search line as it is open, and what it looks for. What it found is a strand of the state.

use crate::corpus::is_query;
use crate::model::Target;

use super::field::Field;
use super::trail::Place;

/// The search line.
#[derive(Clone, Debug, Default)]
pub struct SearchLine {
    /// What is typed.
    pub field: Field,
    /// Where the reader was when it was opened; Esc goes back there.
    pub origin: Place,
}

/// What is looked for in the texts: a query of the search language, or else the letters as they are typed.
pub fn sought(typed: &str) -> Target {
    let typed = typed.trim();
    if is_query(typed) { Target::Search(typed.into()) } else { Target::Phrase(typed.into()) }
}
