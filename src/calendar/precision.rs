//! [`Precision`]: how much of the calendar a value covers, and the arithmetic of those units.

use chrono::{Datelike, Days as DayCount, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// How much of the calendar a value covers, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// A minute of a day.
    Minute,
    /// An hour of a day ("2 p.m.").
    Hour,
    /// A part of a day ("Friday morning").
    PartOfDay,
    /// One day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// A week, from Monday to Sunday (ISO 8601).
    Week,
    /// Early, mid or late in a month.
    PartOfMonth,
    /// A month.
    Month,
    /// A quarter of a calendar year.
    Quarter,
    /// A season, as loosely as the word is used.
    Season,
    /// Half of a calendar year.
    Half,
    /// A year.
    Year,
    /// Ten years from a year that ends in 0.
    Decade,
    /// A hundred years from a year that ends in 00.
    Century,
    /// A stretch given by its two ends.
    Interval,
}

impl Precision {
    /// Its name in rows and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::PartOfDay => "daypart",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::PartOfMonth => "month-part",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Season => "season",
            Self::Half => "half",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Interval => "interval",
        }
    }

    /// The first day of the unit that holds `day`.
    pub(super) fn first_day(self, day: NaiveDate) -> Option<NaiveDate> {
        let month = |month| day.with_day(1)?.with_month(month);
        match self {
            Self::Minute | Self::Hour | Self::PartOfDay | Self::Day | Self::Interval => Some(day),
            Self::Week => back(day, day.weekday().num_days_from_monday()),
            // A weekend is named from within its week as well: "this weekend", said on a Wednesday.
            Self::Weekend => back(day, day.weekday().num_days_from_monday())?.checked_add_days(DayCount::new(5)),
            Self::PartOfMonth | Self::Month => day.with_day(1),
            Self::Quarter => month(day.month0() / 3 * 3 + 1),
            Self::Season => Season::holding(day).first_day(day.year() - i32::from(day.month() < 3)),
            Self::Half => month(day.month0() / 6 * 6 + 1),
            Self::Year => month(1),
            Self::Decade => NaiveDate::from_ymd_opt(first_year(day.year(), 10), 1, 1),
            Self::Century => NaiveDate::from_ymd_opt(first_year(day.year(), 100), 1, 1),
        }
    }

    /// The last day of the unit that begins on `first`.
    pub(super) fn last_day(self, first: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Minute | Self::Hour | Self::PartOfDay | Self::Day | Self::Interval => Some(first),
            Self::Weekend => first.checked_add_days(DayCount::new(1)),
            Self::Season => Season::holding(first).last_day(first.year()),
            _ => self.shift(first, 1)?.pred_opt(),
        }
    }

    /// The day that lies `count` units after `day`; months keep the day of the month where it exists.
    pub(super) fn shift(self, day: NaiveDate, count: i32) -> Option<NaiveDate> {
        let days = |each: u32| {
            let all = DayCount::new(u64::from(count.unsigned_abs()).checked_mul(u64::from(each))?);
            if count < 0 { day.checked_sub_days(all) } else { day.checked_add_days(all) }
        };
        let months = |each: u32| {
            let all = Months::new(count.unsigned_abs().checked_mul(each)?);
            if count < 0 { day.checked_sub_months(all) } else { day.checked_add_months(all) }
        };
        match self {
            Self::Minute | Self::Hour | Self::PartOfDay | Self::Day | Self::Interval => days(1),
            Self::Week | Self::Weekend => days(7),
            Self::PartOfMonth | Self::Month => months(1),
            Self::Quarter | Self::Season => months(3),
            Self::Half => months(6),
            Self::Year => months(12),
            Self::Decade => months(120),
            Self::Century => months(1200),
        }
    }
}

/// The first year of the decade or century that holds `year`. Before Christ they end where others begin: the fifth century BC is
/// -499 to -400 (EDTF "-04XX").
const fn first_year(year: i32, count: i32) -> i32 {
    if year < 0 { year / count * count - (count - 1) } else { year / count * count }
}

fn back(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_sub_days(DayCount::new(u64::from(days)))
}

/// What narrows or widens a value: the TIMEX3 attribute `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Modifier {
    /// "early".
    Start,
    /// "mid".
    Mid,
    /// "late", "the end of".
    End,
    /// "after", "since": from it on.
    After,
    /// "less than", "up to".
    Less,
    /// "more than", "at least".
    More,
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Season {
    /// March to June.
    Spring,
    /// June to September.
    Summer,
    /// September to December.
    Autumn,
    /// December to March of the year after.
    Winter,
}

impl Season {
    /// All four, in the order of their EDTF codes.
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    /// Its name in English.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }

    /// The season of a month, as meteorologists count.
    pub fn holding(day: NaiveDate) -> Self {
        match day.month() {
            3..=5 => Self::Spring,
            6..=8 => Self::Summer,
            9..=11 => Self::Autumn,
            _ => Self::Winter,
        }
    }

    /// Its TIMEX3 code.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The first day of this season in `year`, as meteorologists count.
    pub(super) fn first_day(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, 3 * self as u32 + 3, 1)
    }

    /// The last day that is still called so, as astronomers count: the widest reading.
    pub(super) fn last_day(self, year: i32) -> Option<NaiveDate> {
        let (years, month, day) = match self {
            Self::Spring => (0, 6, 21),
            Self::Summer => (0, 9, 23),
            Self::Autumn => (0, 12, 22),
            Self::Winter => (1, 3, 21),
        };
        NaiveDate::from_ymd_opt(year.checked_add(years)?, month, day)
    }
}

/// The name of a weekday in English.
pub const fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// The name of a weekday's number in TIMEX3 and ISO 8601: Monday is 1.
pub(super) const fn weekday_number(weekday: Weekday) -> u32 {
    weekday.number_from_monday()
}

#[cfg(test)]
mod tests {
    use super::Precision;
    use chrono::NaiveDate;

    fn check(precision: Precision, day: &str, first: &str, last: &str) {
        let start = precision.first_day(day.parse().unwrap()).unwrap();
        let end = precision.last_day(start).unwrap();
        assert_eq!((start.to_string().as_str(), end.to_string().as_str()), (first, last), "{precision:?} of {day}");
    }

    #[test]
    fn units_have_first_and_last_days() {
        check(Precision::Week, "2017-01-01", "2016-12-26", "2017-01-01");
        check(Precision::Weekend, "2017-01-04", "2017-01-07", "2017-01-08");
        check(Precision::Month, "2016-02-10", "2016-02-01", "2016-02-29");
        check(Precision::Quarter, "2016-12-31", "2016-10-01", "2016-12-31");
        check(Precision::Season, "2017-01-31", "2016-12-01", "2017-03-21");
        check(Precision::Half, "2016-07-01", "2016-07-01", "2016-12-31");
        check(Precision::Decade, "1999-12-31", "1990-01-01", "1999-12-31");
        check(Precision::Century, "2016-12-31", "2000-01-01", "2099-12-31");
    }

    #[test]
    fn the_limits_of_the_calendar_are_no_days() {
        for precision in [Precision::Day, Precision::Week, Precision::Month, Precision::Century] {
            assert_eq!(precision.shift(NaiveDate::MAX, i32::MAX), None);
            assert_eq!(precision.shift(NaiveDate::MIN, i32::MIN), None);
        }
        assert_eq!(Precision::Century.last_day(NaiveDate::MAX), None);
    }
}
