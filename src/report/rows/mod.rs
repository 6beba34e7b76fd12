//! Rows: what is found, as tables for scripts and spreadsheets. One file a kind of row, and how rows are written.

mod row;

mod csv;
mod json;

mod copies;
mod documents;
mod entities;
mod findings;
mod matrix;
mod mentions;
mod passages;
mod remarks;
mod searched;
mod timeline;
mod times;

pub use self::csv::{Formulas, csv, csv_cells};
pub use copies::copies;
pub use documents::documents;
pub use entities::entities;
pub use findings::findings;
pub use json::{json, json_line};
pub use matrix::{Grid, matrix};
pub use mentions::mentions;
pub use passages::passages;
pub use remarks::remarks;
pub use row::Row;
pub use searched::{BatchRow, SavedRow, batch, found, saved};
pub use timeline::events;
pub use times::times;
