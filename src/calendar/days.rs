//! [`Days`]: from an earliest to a latest day, either of which may be unknown.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The days that something may fall on: both ends inclusive, `None` where that side is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Days {
    /// Not before this day.
    #[serde(with = "super::flat::open_day")]
    pub earliest: Option<NaiveDate>,
    /// Not after this day.
    #[serde(with = "super::flat::open_day")]
    pub latest: Option<NaiveDate>,
}

/// How surely something lies in a stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// Some of its days lie in it, or may.
    Possibly,
    /// All of its days lie in it.
    Certainly,
}

impl Fit {
    /// Its name in rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Possibly => "possibly",
            Self::Certainly => "certainly",
        }
    }
}

impl Days {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { earliest: None, latest: None };

    /// From `earliest` to `latest`, both inclusive.
    pub const fn between(earliest: NaiveDate, latest: NaiveDate) -> Self {
        Self { earliest: Some(earliest), latest: Some(latest) }
    }

    /// One day.
    pub const fn on(day: NaiveDate) -> Self {
        Self::between(day, day)
    }

    /// The day, where there is only one.
    pub fn single(self) -> Option<NaiveDate> {
        self.earliest.filter(|_| self.earliest == self.latest)
    }

    /// Whether nothing at all is known.
    pub const fn is_unknown(self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }

    /// Whether the two may share a day ("possibly in"). Days of which nothing is known overlap nothing: an undated thing
    /// stays undated.
    pub fn may_overlap(self, other: Self) -> bool {
        let starts_in_time = |a: Self, b: Self| match (a.earliest, b.latest) {
            (Some(start), Some(end)) => start <= end,
            _ => true,
        };
        !self.is_unknown() && !other.is_unknown() && starts_in_time(self, other) && starts_in_time(other, self)
    }

    /// Whether all of it lies inside `frame` ("certainly in").
    pub fn must_lie_in(self, frame: Self) -> bool {
        let from = frame.earliest.is_none_or(|start| self.earliest.is_some_and(|own| own >= start));
        let to = frame.latest.is_none_or(|end| self.latest.is_some_and(|own| own <= end));
        !self.is_unknown() && from && to
    }

    /// How surely all of it lies inside `frame`; `None` where it can't.
    pub fn fit(self, frame: Self) -> Option<Fit> {
        match (self.must_lie_in(frame), self.may_overlap(frame)) {
            (true, _) => Some(Fit::Certainly),
            (false, true) => Some(Fit::Possibly),
            (false, false) => None,
        }
    }

    /// From the first to the last day of both; a side that is open in one is open.
    pub fn cover(self, other: Self) -> Self {
        Self {
            earliest: self.earliest.min(other.earliest),
            latest: self.latest.zip(other.latest).map(|(one, other)| one.max(other)),
        }
    }

    /// What both allow; `None` where they exclude each other.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let both = Self {
            earliest: self.earliest.max(other.earliest),
            latest: match (self.latest, other.latest) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        };
        match (both.earliest, both.latest) {
            (Some(start), Some(end)) if start > end => None,
            _ => Some(both),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Days;

    #[test]
    fn a_side_that_is_open_in_one_is_open_in_both() {
        let days = |from: &str, to: &str| Days { earliest: from.parse().ok(), latest: to.parse().ok() };
        let month = days("2016-12-01", "2016-12-31");
        assert_eq!(month.cover(days("2016-12-20", "2017-01-02")), days("2016-12-01", "2017-01-02"));
        assert_eq!(month.cover(days("2016-12-20", "-")), days("2016-12-01", "-"));
        assert_eq!(days("-", "2016-12-20").cover(month), days("-", "2016-12-31"));
    }
}
