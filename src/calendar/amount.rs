//! [`Amount`]: how long, as TIMEX3 writes durations ("P3Y", "PT36H", "PXM").

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Modifier, Precision};

/// A length of time; not placed on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Amount {
    /// In halves of the unit, for "two and a half years"; `None` where the number is not told.
    pub halves: Option<u32>,
    /// Of what.
    pub unit: Unit,
    /// "more than", "up to".
    pub modifier: Option<Modifier>,
}

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The stretch of the calendar that one of it is; hours and less lie within a day.
    pub const fn precision(self) -> Precision {
        match self {
            Self::Second | Self::Minute => Precision::Minute,
            Self::Hour => Precision::Hour,
            Self::Day => Precision::Day,
            Self::Weekend => Precision::Weekend,
            Self::Week => Precision::Week,
            Self::Month => Precision::Month,
            Self::Quarter => Precision::Quarter,
            Self::Year => Precision::Year,
            Self::Decade => Precision::Decade,
            Self::Century => Precision::Century,
        }
    }

    /// Its letters in TIMEX3, how many of the letters' unit it is, and half of it in the next smaller one.
    const fn letters(self) -> (&'static str, u32, &'static str) {
        match self {
            Self::Second => ("TS", 1, ".5S"),
            Self::Minute => ("TM", 1, "T30S"),
            Self::Hour => ("TH", 1, "T30M"),
            Self::Day => ("D", 1, "T12H"),
            Self::Weekend => ("WE", 1, ""),
            Self::Week => ("W", 1, "T84H"),
            Self::Month => ("M", 1, "15D"),
            Self::Quarter => ("Q", 1, "45D"),
            Self::Year => ("Y", 1, "6M"),
            Self::Decade => ("Y", 10, "5Y"),
            Self::Century => ("Y", 100, "50Y"),
        }
    }
}

/// The TIMEX3 value. Decades and centuries are counted in years (TempEval-3 platinum: "a decade" is P10Y).
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (letters, years, half) = self.unit.letters();
        let Some(halves) = self.halves else {
            let letters = match self.unit {
                Unit::Decade => "DE",
                Unit::Century => "CE",
                _ => letters,
            };
            return write_parts(f, "X", letters);
        };
        let whole = (halves / 2).saturating_mul(years);
        match (halves % 2, self.unit) {
            (0, _) => write_parts(f, &whole.to_string(), letters),
            (_, Unit::Decade | Unit::Century) => write!(f, "P{}Y", whole.saturating_add(years / 2)),
            _ if whole == 0 => write!(f, "P{half}"),
            _ => {
                write_parts(f, &whole.to_string(), letters)?;
                f.write_str(half.trim_start_matches(if letters.starts_with('T') { "T" } else { "" }))
            }
        }
    }
}

fn write_parts(f: &mut fmt::Formatter<'_>, count: &str, letters: &str) -> fmt::Result {
    match letters.strip_prefix('T') {
        Some(letter) => write!(f, "PT{count}{letter}"),
        None => write!(f, "P{count}{letters}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Unit};

    fn check(halves: Option<u32>, unit: Unit, expected: &str) {
        assert_eq!(Amount { halves, unit, modifier: None }.to_string(), expected);
    }

    #[test]
    fn values() {
        check(Some(6), Unit::Year, "P3Y");
        check(Some(5), Unit::Year, "P2Y6M");
        check(Some(72), Unit::Hour, "PT36H");
        check(Some(1), Unit::Hour, "PT30M");
        check(Some(11), Unit::Hour, "PT5H30M");
        check(Some(3), Unit::Minute, "PT1M30S");
        check(Some(3), Unit::Day, "P1DT12H");
        check(Some(2), Unit::Decade, "P10Y");
        check(Some(1), Unit::Century, "P50Y");
        check(None, Unit::Month, "PXM");
        check(None, Unit::Hour, "PTXH");
        check(None, Unit::Decade, "PXDE");
    }
}
