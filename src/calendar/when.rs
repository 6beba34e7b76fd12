//! [`When`]: the value of a time expression.

use chrono::{Datelike, NaiveDate};

use super::Days;

/// A time's value: small, copied freely, turned into TIMEX3 or EDTF only where it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum When {
    /// A calendar date of some precision, by its first day.
    Date {
        /// The first day that it covers.
        first: NaiveDate,
        /// How much of the calendar it covers.
        precision: Precision,
    },
    /// Nothing that can be placed.
    #[default]
    Unknown,
}

/// How much of the calendar a value covers, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl When {
    /// One day.
    pub const fn day(day: NaiveDate) -> Self {
        Self::Date { first: day, precision: Precision::Day }
    }

    /// Reads an EDTF date as in metadata and queries: "2017", "2017-03", "2017-03-02", intervals; `None` where it is none.
    pub fn from_edtf(text: &str) -> Option<Self> {
        text.parse().ok().map(Self::day)
    }

    /// The TIMEX3 value ("2016-12-29", "P3Y", "`PRESENT_REF`").
    pub fn timex(self) -> String {
        match self {
            Self::Date { first, .. } => first.to_string(),
            Self::Unknown => "XXXX-XX-XX".into(),
        }
    }

    /// The EDTF form (ISO 8601-2), where it has one.
    pub fn edtf(self) -> Option<String> {
        match self {
            Self::Date { .. } => Some(self.timex()),
            Self::Unknown => None,
        }
    }

    /// The days that it may fall on: unknown for durations, sets and vague words.
    pub fn days(self) -> Days {
        match self {
            Self::Date { first, .. } => Days::on(first),
            Self::Unknown => Days::UNKNOWN,
        }
    }

    /// How much of the calendar it covers, where it can be placed.
    pub fn precision(self) -> Option<Precision> {
        match self {
            Self::Date { precision, first } => Some(precision).filter(|_| first.year() > 0),
            Self::Unknown => None,
        }
    }
}
