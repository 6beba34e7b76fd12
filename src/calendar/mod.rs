//! The calendar: days, intervals and precision, EDTF (ISO 8601-2), TIMEX3 values, and times that wait for a publication date.
//!
//! It knows no text: how "the day before" is read is the extractor's business, what it comes to is decided here.

mod days;
mod symbolic;
mod when;

pub use days::Days;
pub use symbolic::Symbolic;
pub use when::{Precision, When};
