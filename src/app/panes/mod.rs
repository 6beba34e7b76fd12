//! The lists: each owns its cursor, its scroll and its rows, which it makes anew when what it shows has changed.

mod documents;
mod entities;
mod passages;
mod timeline;

pub use documents::Documents;
pub use entities::{Entities, EntityRow, Order, Related};
pub use passages::{Group, Grouping, PassageRow, Passages, Sorting};
pub use timeline::{Bar, Bin, Clock, Found, Narrowed, Timeline, TimelineRow, Zoom};
