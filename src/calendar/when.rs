//! [`When`]: the value of a time expression.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Amount, Date, Days, Partial, Precision};

/// A time's value: small, copied freely, turned into TIMEX3 or EDTF only where it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum When {
    /// A place on the calendar.
    Date(Date),
    /// A stretch between two of them.
    Interval {
        /// Where it begins.
        from: End,
        /// Where it ends.
        to: End,
    },
    /// A date of which a part is unknown.
    Partial(Partial),
    /// How long, or how often.
    Amount(Amount),
    /// A vague word.
    Vague(Vague),
    /// Nothing that can be placed.
    #[default]
    Unknown,
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum End {
    /// It is this.
    Date(Date),
    /// There is none (EDTF `..`).
    Open,
    /// It is not known (EDTF, empty).
    Unknown,
}

/// Where a vague word points, as TIMEX3 tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Vague {
    /// "recently".
    Past,
    /// "now".
    Present,
    /// "the future".
    Future,
}

/// The order of the timeline: earliest day, then the narrower, then the whole day before its hours, then the finer. What can't
/// be placed, and what has no proved year, comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Order {
    proof: Proof,
    earliest: Option<NaiveDate>,
    width: i64,
    minute: Option<u16>,
    grain: Option<Precision>,
}

/// How far its place on the calendar is proved, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Proof {
    Dated,
    YearUnproved,
    Undated,
}

impl When {
    /// One day.
    pub const fn day(day: NaiveDate) -> Self {
        Self::Date(Date::day(day))
    }

    /// The unit of the calendar that holds `day`: its month, its year. `None` at the calendar's limits.
    pub fn holding(day: NaiveDate, unit: Precision) -> Option<Self> {
        Date::holding(day, unit).map(Self::Date)
    }

    /// Reads an EDTF date as in metadata and queries: "2017", "2017-03", "2017-03-02", "2017-03-02T14:00", "201X",
    /// "2016-12-XX", "2016?", "2016-12~", "2016-21" (spring), intervals with open ends; `None` where it is none.
    pub fn from_edtf(text: &str) -> Option<Self> {
        super::edtf::parse(text.trim())
    }

    /// The TIMEX3 value ("2016-12-29", "P3Y", "`PRESENT_REF`").
    pub fn timex(self) -> String {
        match self {
            Self::Date(date) => date.timex(),
            Self::Interval { from, to } => format!("{}/{}", from.timex(), to.timex()),
            Self::Partial(partial) => partial.timex(),
            Self::Amount(amount) => amount.to_string(),
            Self::Vague(Vague::Past) => "PAST_REF".into(),
            Self::Vague(Vague::Present) => "PRESENT_REF".into(),
            Self::Vague(Vague::Future) => "FUTURE_REF".into(),
            Self::Unknown => "XXXX-XX-XX".into(),
        }
    }

    /// The EDTF form (ISO 8601-2), where it has one.
    pub fn edtf(self) -> Option<String> {
        match self {
            Self::Date(date) => Some(date.edtf()),
            Self::Interval { from, to } => Some(format!("{}/{}", from.edtf(), to.edtf())),
            Self::Partial(partial) => partial.edtf(),
            Self::Amount(_) | Self::Vague(_) | Self::Unknown => None,
        }
    }

    /// The days that it may fall on: unknown for durations, sets and vague words.
    pub fn days(self) -> Days {
        match self {
            Self::Date(date) => date.days(),
            Self::Interval { from, to } => Days { earliest: from.days().earliest, latest: to.days().latest },
            Self::Partial(partial) => partial.days,
            Self::Amount(_) | Self::Vague(_) | Self::Unknown => Days::UNKNOWN,
        }
    }

    /// How much of the calendar it covers, where it is a date at all.
    pub const fn precision(self) -> Option<Precision> {
        match self {
            Self::Date(date) => Some(date.precision()),
            Self::Interval { .. } => Some(Precision::Interval),
            Self::Partial(partial) => Some(partial.precision()),
            Self::Amount(_) | Self::Vague(_) | Self::Unknown => None,
        }
    }

    /// The year that it begins in, where that is proved: `None` for decades, for vague words, and for a date of which only the days
    /// of several years remain.
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Date(date) => (date.unit() <= Precision::Year).then(|| date.first().year()),
            Self::Interval { from: End::Date(from), .. } => Self::Date(from).year(),
            Self::Partial(partial) => {
                let (from, to) = partial.days.earliest.zip(partial.days.latest)?;
                (from.year() == to.year()).then(|| from.year())
            }
            Self::Interval { .. } | Self::Amount(_) | Self::Vague(_) | Self::Unknown => None,
        }
    }

    /// Its place in the order of the timeline.
    pub fn order(self) -> Order {
        let days = self.days();
        let width = match (days.earliest, days.latest) {
            (Some(from), Some(to)) => (to - from).num_days(),
            _ => i64::MAX,
        };
        let minute = match self {
            Self::Date(date) => date.time().map(super::Time::minute),
            _ => None,
        };
        // What has a latest day only sorts by that day, for it is the only proved one.
        let earliest = days.earliest.or(days.latest);
        let proof = match self {
            _ if earliest.is_none() => Proof::Undated,
            Self::Partial(_) if self.year().is_none() => Proof::YearUnproved,
            _ => Proof::Dated,
        };
        Order { proof, earliest, width, minute, grain: self.precision() }
    }
}

impl End {
    fn timex(self) -> String {
        match self {
            Self::Date(date) => date.timex(),
            Self::Open => "..".into(),
            Self::Unknown => String::new(),
        }
    }

    fn edtf(self) -> String {
        match self {
            Self::Date(date) => date.edtf(),
            Self::Open | Self::Unknown => self.timex(),
        }
    }

    fn days(self) -> Days {
        match self {
            Self::Date(date) => date.days(),
            Self::Open | Self::Unknown => Days::UNKNOWN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Base, Symbolic, Toward};
    use super::{Days, When};

    #[test]
    fn it_stays_small() {
        assert!(size_of::<When>() <= 32, "{}", size_of::<When>());
    }

    #[test]
    fn the_timeline_runs_from_the_earliest_then_the_narrowest() {
        let sorted = [
            "2016",
            "2016-11-XX",
            "2016-12-29",
            "2016-12-29T09:00:00",
            "2016-12-29T14:30:00",
            "2016-12-29/2016-12-30",
            "2016-12-29/..",
            "2017-01-02",
            "../2017-01",
        ];
        let mut values: Vec<When> = sorted.iter().rev().filter_map(|text| When::from_edtf(text)).collect();
        values.push(When::Unknown);
        values.sort_by_key(|when| when.order());
        let shown: Vec<String> = values.iter().filter_map(|when| when.edtf()).collect();
        assert_eq!(shown, sorted);
        assert_eq!(values.last(), Some(&When::Unknown));
        assert_eq!(When::Unknown.days(), Days::UNKNOWN);
    }

    #[test]
    fn a_year_is_told_only_where_it_is_proved() {
        let year = |edtf: &str| When::from_edtf(edtf).and_then(When::year);
        for proved in ["2016", "2016-12-29", "2016-11-XX", "2016-12-29/2017-01-02", "2016-12-29/.."] {
            assert_eq!(year(proved), Some(2016), "{proved}");
        }
        for unproved in ["201X", "../2017"] {
            assert_eq!(year(unproved), None, "{unproved}");
        }
        let friday = Symbolic::of(Base::Weekday { weekday: chrono::Weekday::Fri, toward: Toward::Past });
        let day = |day: &str| day.parse().unwrap();
        let published = |from, to| friday.resolve(Days::between(day(from), day(to)));
        assert_eq!(published("2016-06-01", "2016-08-01").year(), Some(2016));
        let unproved = published("2016-12-29", "2017-01-19");
        assert_eq!(unproved.year(), None);
        assert!(When::from_edtf("2020").unwrap().order() < unproved.order());
        assert!(unproved.order() < When::Unknown.order());
    }
}
