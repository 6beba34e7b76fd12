//! [`Symbolic`]: a time as it is said, before the publication date is known.
//!
//! A publication date may be known to the day, to a stretch of days, or not at all; a value is as precise as all of those days
//! agree on, and where they don't, it says what is missing and which days remain.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::relative::{Base, Toward};
use super::{Date, Days, Modifier, PartOfYear, Partial, Precision, Time, When};

/// A time as it is said ("Friday, looking back"; "one month before publication").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Symbolic {
    /// It needs no publication date.
    Fixed(When),
    /// It is counted from somewhere.
    Relative(Relative),
}

/// A time counted from a base: the unit that holds the base, moved by a number of such units, and a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Relative {
    /// What it is counted from.
    pub base: Base,
    /// The unit of the result.
    pub unit: Precision,
    /// How many units later; negative for earlier.
    pub count: i32,
    /// The time of that day.
    pub time: Option<Time>,
    /// Early, mid or late in it.
    pub modifier: Option<Modifier>,
}

impl Symbolic {
    /// `count` units after the one that holds the publication: "last month" is one month before.
    pub const fn from_publication(unit: Precision, count: i32) -> Self {
        Self::Relative(Relative { base: Base::Publication, unit, count, time: None, modifier: None })
    }

    /// The base itself, in its own unit.
    pub const fn of(base: Base) -> Self {
        Self::Relative(Relative { base, unit: base.unit(), count: 0, time: None, modifier: None })
    }

    /// The same at that time of day.
    pub fn at(self, time: Option<Time>) -> Self {
        match self {
            Self::Fixed(When::Date(date)) => Self::Fixed(When::Date(date.at(time))),
            Self::Fixed(When::Partial(partial)) => Self::Fixed(When::Partial(Partial { time, ..partial })),
            Self::Fixed(when) => Self::Fixed(when),
            Self::Relative(relative) => Self::Relative(Relative { time, ..relative }),
        }
    }

    /// The same, early, mid or late in it.
    pub fn narrowed(self, modifier: Option<Modifier>) -> Self {
        match self {
            Self::Fixed(When::Date(date)) => Self::Fixed(When::Date(date.narrowed(modifier))),
            Self::Fixed(When::Partial(partial)) => Self::Fixed(When::Partial(Partial { modifier, ..partial })),
            Self::Fixed(When::Amount(amount)) => Self::Fixed(When::Amount(super::Amount { modifier, ..amount })),
            Self::Fixed(when) => Self::Fixed(when),
            Self::Relative(relative) => Self::Relative(Relative { modifier, ..relative }),
        }
    }

    /// The time that lies `count` units after this one, in that unit: "the day before" another. `None` where that can't be
    /// said without the value of this one.
    pub fn moved(self, unit: Precision, count: i32) -> Option<Self> {
        let relative = match self {
            Self::Fixed(When::Date(date)) => {
                let first = Date::holding(date.first(), unit)?.first();
                return When::holding(unit.shift(first, count)?, unit).map(Self::Fixed);
            }
            Self::Fixed(_) => return None,
            Self::Relative(relative) => relative,
        };
        let count = match relative.count {
            0 => count,
            before if relative.unit == unit => before.checked_add(count)?,
            _ => return None,
        };
        Some(Self::Relative(Relative { unit, count, time: None, modifier: None, ..relative }))
    }

    /// The same, if it is a date without a year, in the year in which it falls on that day of the week.
    pub fn falling_on(self, weekday: Weekday) -> Self {
        match self {
            Self::Relative(Relative { base: Base::Day { month, day, year, .. }, .. }) => {
                Self::of(Base::Day { month, day, year, toward: Toward::On(weekday) })
            }
            _ => self,
        }
    }

    /// The same stretch so many years later: a quarter stays a quarter.
    pub fn years_later(self, years: i32) -> Option<Self> {
        let Self::Fixed(When::Date(date)) = self else {
            let unit = self.precision()?;
            let months = match unit {
                Precision::Year => return self.moved(unit, years),
                Precision::Quarter => years.checked_mul(4)?,
                Precision::Half => years.checked_mul(2)?,
                Precision::Month => years.checked_mul(12)?,
                _ => return None,
            };
            return self.moved(unit, months);
        };
        let first = Precision::Year.shift(date.first(), years)?;
        When::holding(first, date.unit()).map(Self::Fixed)
    }

    /// The same day, month, season, quarter or half, in that year; `None` where it has no place within a year.
    pub fn in_year(self, year: i32) -> Option<Self> {
        let (first, unit, time, modifier) = match self {
            Self::Fixed(When::Date(date)) => (date.first().with_year(year)?, date.unit(), date.time(), date.modifier()),
            Self::Fixed(_) => return None,
            Self::Relative(Relative { base, unit, time, modifier, .. }) => (base.within(year)?, unit, time, modifier),
        };
        let date = Date::holding(first, unit).filter(|date| date.unit() < Precision::Year)?;
        Some(Self::Fixed(When::Date(date.at(time).narrowed(modifier))))
    }

    /// That day of the month which this one lies in: "the 28th" after "Dec. 27".
    pub fn on_day(self, day: u8) -> Option<Self> {
        match self {
            Self::Fixed(When::Date(date)) if date.unit() <= Precision::Month => {
                date.first().with_day(u32::from(day)).map(|day| Self::Fixed(When::day(day)))
            }
            Self::Relative(Relative {
                base: Base::Day { month, toward, year, .. } | Base::Month { month, toward, year },
                ..
            }) => Some(Self::of(Base::Day { month, day, toward, year })),
            _ => None,
        }
    }

    /// How fine it is, as far as it is a date.
    pub fn precision(self) -> Option<Precision> {
        match self {
            Self::Fixed(when) => when.precision(),
            Self::Relative(relative) => Some(relative.unit),
        }
    }

    /// What narrows or widens it.
    pub fn modifier(self) -> Option<Modifier> {
        match self {
            Self::Fixed(When::Date(date)) => date.modifier(),
            Self::Fixed(When::Partial(partial)) => partial.modifier,
            Self::Fixed(When::Amount(amount)) => amount.modifier,
            Self::Fixed(_) => None,
            Self::Relative(relative) => relative.modifier,
        }
    }

    /// The time of day that it states.
    pub fn time(self) -> Option<Time> {
        match self {
            Self::Fixed(When::Date(date)) => date.time(),
            Self::Fixed(When::Partial(partial)) => partial.time,
            Self::Fixed(_) => None,
            Self::Relative(relative) => relative.time,
        }
    }

    /// What it comes to for an article published on one of `publication`: as precise as those days allow, never more.
    pub fn resolve(self, publication: Days) -> When {
        let relative = match self {
            Self::Fixed(when) => return when,
            Self::Relative(relative) => relative,
        };
        // Every base moves forward with the publication, so the ends of its days bound all that lies between.
        let first = publication.earliest.and_then(|day| relative.on(day));
        let last = publication.latest.and_then(|day| relative.on(day));
        match (first, last) {
            (Some(first), Some(last)) if first == last => When::Date(first),
            _ if relative.fixed().is_some() => relative.fixed().map_or(When::Unknown, When::Date),
            _ => relative.unproved(Days {
                earliest: first.and_then(|date| date.days().earliest),
                latest: last.and_then(|date| date.days().latest),
            }),
        }
    }
}

impl Relative {
    /// What it comes to where the document itself states the year.
    fn fixed(self) -> Option<Date> {
        self.counted(self.base.fixed()?)
    }

    /// What it comes to for an article of that day.
    fn on(self, publication: NaiveDate) -> Option<Date> {
        self.counted(self.base.on(publication, self.modifier)?)
    }

    fn counted(self, base: NaiveDate) -> Option<Date> {
        let first = Date::holding(base, self.unit)?.first();
        let date = Date::holding(self.unit.shift(first, self.count)?, self.unit)?;
        Some(date.at(self.time).narrowed(self.modifier))
    }

    /// What is known where the publication date decides nothing: the base's own parts, if nothing moves them.
    fn unproved(self, days: Days) -> When {
        let part = match self.base.part() {
            Some(part) if self.count == 0 && self.base.unit() == self.unit => part,
            Some(PartOfYear::Day(month, day)) if self.unit == Precision::Day => moved_day(month, day, self.count),
            Some(PartOfYear::Weekday(weekday)) if self.unit == Precision::Day => {
                let days = i64::from(self.count).rem_euclid(7);
                PartOfYear::Weekday((0..days).fold(weekday, |weekday: Weekday, _| weekday.succ()))
            }
            Some(PartOfYear::Day(month, _)) if self.unit == Precision::Month && self.count == 0 => {
                PartOfYear::Month(month)
            }
            _ => PartOfYear::Some(self.unit),
        };
        let year = days.earliest.zip(days.latest).map(|(from, to)| (from.year(), to.year()));
        let year = year.and_then(|(from, to)| u16::try_from(from).ok().filter(|_| from == to));
        let year = year.filter(|_| matches!(part, PartOfYear::Some(_)));
        When::Partial(Partial { year, part, time: self.time, modifier: self.modifier, days })
    }
}

/// A day moved within a year that is unknown; nothing but its unit where a leap day or New Year's Eve may lie between.
fn moved_day(month: u8, day: u8, count: i32) -> PartOfYear {
    let moved = |year| {
        let day = NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))?;
        let moved = Precision::Day.shift(day, count)?;
        Some((moved.month() as u8, moved.day() as u8))
    };
    match (moved(2000), moved(2001)) {
        (Some(leap), Some(common)) if leap == common => PartOfYear::Day(common.0, common.1),
        _ => PartOfYear::Some(Precision::Day),
    }
}
