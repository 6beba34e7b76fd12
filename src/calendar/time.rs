//! [`Time`]: a time of day, by the clock or by its part.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Time {
    /// A part of the day.
    Part(PartOfDay),
    /// The hour, 0 to 24 (midnight at the end of the day).
    Hour(u8),
    /// Hour, 0 to 24, and minute.
    Minute(u8, u8),
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PartOfDay {
    /// Morning.
    Morning,
    /// Noon as a stretch: "midday".
    Midday,
    /// Afternoon.
    Afternoon,
    /// Evening.
    Evening,
    /// Night.
    Night,
}

impl PartOfDay {
    /// Its name in English.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Midday => "midday",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::Night => "night",
        }
    }
}

impl Time {
    /// About how many minutes into the day it begins: for sorting.
    pub(super) const fn minute(self) -> u16 {
        match self {
            Self::Part(PartOfDay::Morning) => 6 * 60,
            Self::Part(PartOfDay::Midday) => 12 * 60,
            Self::Part(PartOfDay::Afternoon) => 13 * 60,
            Self::Part(PartOfDay::Evening) => 18 * 60,
            Self::Part(PartOfDay::Night) => 20 * 60,
            Self::Hour(hour) => hour as u16 * 60,
            Self::Minute(hour, minute) => hour as u16 * 60 + minute as u16,
        }
    }
}

/// As TIMEX3 writes it after the day: "TMO", "T14:00".
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(PartOfDay::Morning) => f.write_str("TMO"),
            Self::Part(PartOfDay::Midday) => f.write_str("TMI"),
            Self::Part(PartOfDay::Afternoon) => f.write_str("TAF"),
            Self::Part(PartOfDay::Evening) => f.write_str("TEV"),
            Self::Part(PartOfDay::Night) => f.write_str("TNI"),
            Self::Hour(hour) => write!(f, "T{hour:02}:00"),
            Self::Minute(hour, minute) => write!(f, "T{hour:02}:{minute:02}"),
        }
    }
}
