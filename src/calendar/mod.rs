//! The calendar: days, intervals and precision, EDTF (ISO 8601-2), TIMEX3 values, and times that wait for a publication date.
//!
//! It knows no text: how "the day before" is read is the extractor's business, what it comes to is decided here. All
//! arithmetic is checked: a day that the calendar does not have is no day, at its limits as well.

mod days;
mod precision;
mod time;

mod amount;
mod date;
mod flat;
mod partial;

mod when;

mod edtf;

mod relative;
mod symbolic;
mod written;

pub use amount::{Amount, Unit};
pub use date::{Date, Doubt};
pub use days::{Days, Fit};
pub use partial::{PartOfYear, Partial};
pub use precision::{Modifier, Precision, Season, weekday_name};
pub use relative::{Base, Toward};
pub use symbolic::{Relative, Symbolic};
pub use time::{PartOfDay, Time};
pub use when::{End, Order, Vague, When};
pub use written::{Written, written};
