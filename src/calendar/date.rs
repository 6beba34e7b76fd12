//! [`Date`]: a place on the calendar, from a minute to a century.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Days, Modifier, Precision, Season, Time};

/// A place on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Date {
    /// First day of the unit.
    #[serde(with = "super::flat::day")]
    first: NaiveDate,
    /// The unit: a day or more.
    unit: Precision,
    /// Where in the day.
    time: Option<Time>,
    /// Where in the unit.
    modifier: Option<Modifier>,
    doubt: Doubt,
}

/// How sure a source is of a date that it gives (EDTF level 1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Doubt {
    /// It says nothing of the kind.
    #[default]
    None,
    /// `~`: approximately.
    Approximate,
    /// `?`: uncertain.
    Uncertain,
    /// `%`: both.
    Both,
}

impl Date {
    /// The `unit` of the calendar that holds `day`. Grains below a day mean the day; `None` at the calendar's limits and
    /// outside the years -9999 to 9999, which EDTF and TIMEX3 write with four digits. Year 0 is 1 BC, as ISO 8601 counts.
    pub fn holding(day: NaiveDate, unit: Precision) -> Option<Self> {
        let unit = match unit {
            Precision::Minute | Precision::Hour | Precision::PartOfDay | Precision::Interval => Precision::Day,
            Precision::PartOfMonth => Precision::Month,
            unit => unit,
        };
        let first = unit.first_day(day).filter(|first| (-9999..=9999).contains(&first.year()))?;
        unit.last_day(first)?;
        Some(Self { first, unit, time: None, modifier: None, doubt: Doubt::None })
    }

    /// One day.
    pub const fn day(day: NaiveDate) -> Self {
        Self { first: day, unit: Precision::Day, time: None, modifier: None, doubt: Doubt::None }
    }

    /// A season, by the year that it begins in.
    pub fn season(year: i32, season: Season) -> Option<Self> {
        Self::holding(season.first_day(year)?, Precision::Season)
    }

    /// The day, the month or the year that has these days, no more and no fewer.
    pub fn of_days(days: Days) -> Option<Self> {
        let units = [Precision::Day, Precision::Month, Precision::Year].into_iter();
        units.filter_map(|unit| Self::holding(days.earliest?, unit)).find(|date| date.days() == days)
    }

    /// The same at that time of day; only a day has one.
    pub fn at(self, time: Option<Time>) -> Self {
        Self { time: time.filter(|_| self.unit == Precision::Day), ..self }
    }

    /// The same, early, mid or late in it.
    pub const fn narrowed(self, modifier: Option<Modifier>) -> Self {
        Self { modifier, ..self }
    }

    /// The same, doubted.
    pub const fn doubted(self, doubt: Doubt) -> Self {
        Self { doubt, ..self }
    }

    /// First day of the unit, whatever narrows it.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The unit of the calendar, whatever narrows it: a day or more.
    pub const fn unit(self) -> Precision {
        self.unit
    }

    /// The time of day.
    pub const fn time(self) -> Option<Time> {
        self.time
    }

    /// What narrows it.
    pub const fn modifier(self) -> Option<Modifier> {
        self.modifier
    }

    /// How sure the source is.
    pub const fn doubt(self) -> Doubt {
        self.doubt
    }

    /// How much of the calendar it covers.
    pub const fn precision(self) -> Precision {
        match (self.time, self.unit, self.modifier) {
            (Some(Time::Part(_)), ..) => Precision::PartOfDay,
            (Some(Time::Hour(_)), ..) => Precision::Hour,
            (Some(Time::Minute(..)), ..) => Precision::Minute,
            (None, Precision::Month, Some(Modifier::Start | Modifier::Mid | Modifier::End)) => Precision::PartOfMonth,
            (None, unit, _) => unit,
        }
    }

    /// From its first to its last day. Early, mid and late are a third of a month (to the 10th, the 20th, the end), and of
    /// longer units a half with soft borders, for nobody agrees where they end.
    pub fn days(self) -> Days {
        let Some(last) = self.unit.last_day(self.first) else { return Days::UNKNOWN };
        let whole = Days::between(self.first, last);
        let date = |year: i32, month, day| NaiveDate::from_ymd_opt(year, month, day);
        let year = self.first.year();
        let part = match (self.unit, self.modifier) {
            (Precision::Month, Some(Modifier::Start)) => (Some(self.first), self.first.with_day(10)),
            (Precision::Month, Some(Modifier::Mid)) => (self.first.with_day(11), self.first.with_day(20)),
            (Precision::Month, Some(Modifier::End)) => (self.first.with_day(21), Some(last)),
            (Precision::Year, Some(Modifier::Start)) => (Some(self.first), date(year, 6, 30)),
            (Precision::Year, Some(Modifier::Mid)) => (date(year, 4, 1), date(year, 9, 30)),
            (Precision::Year, Some(Modifier::End)) => (date(year, 7, 1), Some(last)),
            (Precision::Decade, Some(Modifier::Start)) => (Some(self.first), date(year + 4, 12, 31)),
            (Precision::Decade, Some(Modifier::Mid)) => (date(year + 3, 1, 1), date(year + 6, 12, 31)),
            (Precision::Decade, Some(Modifier::End)) => (date(year + 5, 1, 1), Some(last)),
            // Winter 2016 may be the one that begins and the one that ends in that year.
            (Precision::Season, _) if self.first.month() == 12 => (date(year, 1, 1), Some(last)),
            _ => return whole,
        };
        match part {
            (Some(earliest), Some(latest)) => Days::between(earliest, latest),
            _ => whole,
        }
    }

    /// The TIMEX3 value.
    pub fn timex(self) -> String {
        let time = self.time.map(|time| time.to_string()).unwrap_or_default();
        let year = self.first.year();
        if year < 0 || (year == 0 && self.unit <= Precision::Year) {
            return self.timex_before_christ();
        }
        match self.unit {
            Precision::Weekend => format!("{}-WE", self.first.format("%G-W%V")),
            Precision::Week => self.first.format("%G-W%V").to_string(),
            Precision::PartOfMonth | Precision::Month => format!("{year:04}-{:02}", self.first.month()),
            Precision::Quarter => format!("{year:04}-Q{}", self.first.month0() / 3 + 1),
            Precision::Season => format!("{year:04}-{}", self.season_of().code()),
            Precision::Half => format!("{year:04}-H{}", self.first.month0() / 6 + 1),
            Precision::Year => format!("{year:04}"),
            Precision::Decade => format!("{:03}", year / 10),
            Precision::Century => format!("{:02}", year / 100),
            _ => format!("{}{time}", self.first.format("%Y-%m-%d")),
        }
    }

    /// As `HeidelTime` and TIMEX2 write it: "BC0264", "BC0044-03-15", "BC04" for the fifth century. Units that no source of that
    /// age states stand for their year.
    fn timex_before_christ(self) -> String {
        let year = 1 - self.first.year();
        let time = self.time.map(|time| time.to_string()).unwrap_or_default();
        match self.unit {
            Precision::Century => format!("BC{:02}", (year - 2) / 100),
            Precision::Decade => format!("BC{:03}", (year - 2) / 10),
            Precision::Season => format!("BC{year:04}-{}", self.season_of().code()),
            Precision::Month | Precision::PartOfMonth => format!("BC{year:04}-{:02}", self.first.month()),
            Precision::Day => format!("BC{year:04}{}{time}", self.first.format("-%m-%d")),
            _ => format!("BC{year:04}"),
        }
    }

    /// The EDTF form. Weeks and weekends become intervals; parts of the day stand for their day, for EDTF has neither.
    pub fn edtf(self) -> String {
        let doubt = self.doubt.mark();
        if self.modifier == Some(Modifier::After) {
            return format!("{}/..", self.narrowed(None).edtf());
        }
        let days = self.days();
        if let (Some(from), Some(to)) = (days.earliest, days.latest) {
            let is_part = self.narrowed(None).days() != days;
            match (is_part, self.modifier) {
                (true, Some(Modifier::Start)) => return format!("{from}/{to}~"),
                (true, Some(Modifier::Mid)) => return format!("{from}~/{to}~"),
                (true, Some(_)) => return format!("{from}~/{to}"),
                _ => {}
            }
            if matches!(self.unit, Precision::Week | Precision::Weekend) {
                return format!("{from}{doubt}/{to}{doubt}");
            }
        }
        let year = self.first.year();
        let month = self.first.month0();
        let sign = if year < 0 { "-" } else { "" };
        let year = year.abs();
        match (self.unit, self.time) {
            (Precision::Day, Some(Time::Hour(hour @ 0..24))) => format!("{}T{hour:02}:00:00{doubt}", self.first),
            (Precision::Day, Some(Time::Minute(hour @ 0..24, minute))) => {
                format!("{}T{hour:02}:{minute:02}:00{doubt}", self.first)
            }
            (Precision::Day, _) => format!("{}{doubt}", self.first),
            (Precision::Quarter, _) => format!("{sign}{year:04}-{}{doubt}", 33 + month / 3),
            (Precision::Season, _) => format!("{sign}{year:04}-{}{doubt}", 21 + self.season_of() as u32),
            (Precision::Half, _) => format!("{sign}{year:04}-{}{doubt}", 40 + month / 6),
            (Precision::Decade, _) => format!("{sign}{:03}X{doubt}", year / 10),
            (Precision::Century, _) => format!("{sign}{:02}XX{doubt}", year / 100),
            (Precision::Month | Precision::PartOfMonth, _) => format!("{sign}{year:04}-{:02}{doubt}", month + 1),
            _ => format!("{sign}{year:04}{doubt}"),
        }
    }

    fn season_of(self) -> Season {
        Season::ALL[self.first.month0() as usize / 3 % 4]
    }
}

impl Doubt {
    /// Its EDTF mark.
    pub(super) const fn mark(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Approximate => "~",
            Self::Uncertain => "?",
            Self::Both => "%",
        }
    }
}
