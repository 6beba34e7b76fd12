//! [`Row`]: what an answer is made of, and the small parts that several rows share.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::Days;
use crate::text::Span;

/// One row of an answer. As JSON it is complete; a table and csv show what fits into cells.
pub trait Row: Serialize {
    /// Headings of the table.
    const TABLE: &'static [&'static str];
    /// Headings of the csv.
    const CSV: &'static [&'static str];

    /// The table's cells. Untrusted.
    fn table(&self) -> Vec<String>;

    /// The csv's cells. Untrusted.
    fn csv(&self) -> Vec<String>;
}

/// A stretch of a document's text.
#[derive(Clone, Copy, Serialize)]
pub struct Place {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// A day as ISO 8601.
pub(super) fn day(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// Days as an EDTF date or interval; `None` where nothing is known.
pub(super) fn interval(days: Days) -> Option<String> {
    if days.is_unknown() {
        return None;
    }
    let end = |end: Option<NaiveDate>| end.map_or_else(|| "..".to_owned(), |day| day.to_string());
    Some(match days.single() {
        Some(day) => day.to_string(),
        None => format!("{}/{}", end(days.earliest), end(days.latest)),
    })
}

/// How many documents, and how many origins where these are not as many, in one cell.
pub(super) fn sources(documents: usize, origins: usize) -> String {
    match origins {
        _ if origins == documents => documents.to_string(),
        1 => format!("{documents}, 1 origin"),
        _ => format!("{documents}, {origins} origins"),
    }
}

/// Several things in one cell.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().collect::<Vec<_>>().join("; ")
}
