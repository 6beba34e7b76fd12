//! [`Partial`]: a date of which a part is known ("Dec. 29" of some year, "Friday" of some week).

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::precision::weekday_number;
use super::{Days, Modifier, Precision, Season, Time};

/// A date that can't be placed, with what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Partial {
    /// The year, 0 to 9999.
    pub year: Option<u16>,
    /// What is known within the year.
    pub part: PartOfYear,
    /// The time of day.
    pub time: Option<Time>,
    /// Early, mid or late in it.
    pub modifier: Option<Modifier>,
    /// The days that it must fall on, as far as something limits them.
    pub days: Days,
}

/// What is known within a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartOfYear {
    /// Nothing; only what kind of unit it is.
    Some(Precision),
    /// The month, 1 to 12.
    Month(u8),
    /// Month, 1 to 12, and day, 1 to 31; 0 where that one is unknown.
    Day(u8, u8),
    /// The day of the week.
    Weekday(#[serde(with = "super::flat::weekday")] Weekday),
    /// The season.
    Season(Season),
    /// The quarter, 1 to 4.
    Quarter(u8),
    /// The half, 1 or 2.
    Half(u8),
}

impl Partial {
    /// Nothing known but the kind of unit.
    pub const fn some(unit: Precision) -> Self {
        Self::of(PartOfYear::Some(unit))
    }

    /// Of some year.
    pub const fn of(part: PartOfYear) -> Self {
        Self { year: None, part, time: None, modifier: None, days: Days::UNKNOWN }
    }

    /// How much of the calendar it would cover if it could be placed.
    pub const fn precision(self) -> Precision {
        match (self.time, self.part) {
            (Some(Time::Part(_)), _) => Precision::PartOfDay,
            (Some(Time::Hour(_)), _) => Precision::Hour,
            (Some(Time::Minute(..)), _) => Precision::Minute,
            (None, PartOfYear::Some(unit)) => unit,
            (None, PartOfYear::Month(_)) => match self.modifier {
                Some(Modifier::Start | Modifier::Mid | Modifier::End) => Precision::PartOfMonth,
                _ => Precision::Month,
            },
            (None, PartOfYear::Day(..) | PartOfYear::Weekday(_)) => Precision::Day,
            (None, PartOfYear::Season(_)) => Precision::Season,
            (None, PartOfYear::Quarter(_)) => Precision::Quarter,
            (None, PartOfYear::Half(_)) => Precision::Half,
        }
    }

    /// The TIMEX3 value, with X for what is unknown.
    pub fn timex(self) -> String {
        let year = self.year.map_or_else(|| "XXXX".into(), |year| format!("{year:04}"));
        let time = self.time.map(|time| time.to_string()).unwrap_or_default();
        match self.part {
            PartOfYear::Some(Precision::Week) => format!("{year}-WXX"),
            PartOfYear::Some(Precision::Weekend) => format!("{year}-WXX-WE"),
            PartOfYear::Some(Precision::Month | Precision::PartOfMonth) => format!("{year}-XX"),
            PartOfYear::Some(Precision::Quarter) => format!("{year}-QX"),
            PartOfYear::Some(Precision::Half) => format!("{year}-HX"),
            PartOfYear::Some(Precision::Year | Precision::Season) => year,
            PartOfYear::Some(Precision::Decade) => "XXX".into(),
            PartOfYear::Some(Precision::Century) => "XX".into(),
            PartOfYear::Some(_) => format!("{year}-XX-XX{time}"),
            PartOfYear::Month(month) => format!("{year}-{month:02}"),
            PartOfYear::Day(month, day) => format!("{year}-{}-{}{time}", digits(month), digits(day)),
            PartOfYear::Weekday(weekday) => format!("{year}-WXX-{}{time}", weekday_number(weekday)),
            PartOfYear::Season(season) => format!("{year}-{}", season.code()),
            PartOfYear::Quarter(quarter) => format!("{year}-Q{quarter}"),
            PartOfYear::Half(half) => format!("{year}-H{half}"),
        }
    }

    /// The EDTF form: unspecified digits where they can say it, else one of the days that it must fall on.
    pub fn edtf(self) -> Option<String> {
        let year = self.year.map_or_else(|| "XXXX".into(), |year| format!("{year:04}"));
        match self.part {
            PartOfYear::Month(month) => Some(format!("{year}-{month:02}")),
            PartOfYear::Day(month, day) => Some(format!("{year}-{}-{}", digits(month), digits(day))),
            PartOfYear::Season(season) => Some(format!("{year}-{}", 21 + season as u32)),
            PartOfYear::Quarter(quarter) => Some(format!("{year}-{}", 32 + u32::from(quarter))),
            PartOfYear::Half(half) => Some(format!("{year}-{}", 39 + u32::from(half))),
            PartOfYear::Some(_) | PartOfYear::Weekday(_) => match (self.days.earliest, self.days.latest) {
                (Some(from), Some(to)) => Some(format!("[{from}..{to}]")),
                (Some(from), None) => Some(format!("[{from}..]")),
                (None, Some(to)) => Some(format!("[..{to}]")),
                (None, None) => None,
            },
        }
    }
}

fn digits(number: u8) -> String {
    if number == 0 { "XX".into() } else { format!("{number:02}") }
}
