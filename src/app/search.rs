//! The search line as it is open. What it found is a strand of the state.

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
