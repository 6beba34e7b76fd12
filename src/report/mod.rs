//! What leaves: citations, rows and reports of what was found, and the files that hold them.
//!
//! Pure writers over a frozen corpus; the hour and the version of the program come from outside. It finds nothing, decides
//! nothing about what is shown, and never alters a quote: what a format can't hold is replaced and counted.

mod citation;
pub mod rows;
mod selection;

pub use citation::{Author, Citation, Style, authors, days_in_full, in_full};
pub use selection::{Furniture, LeftOut, Selection};
