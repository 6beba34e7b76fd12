//! [`Zoom`]: by which unit of the calendar the timeline is grouped, and the names of the groups.

use chrono::{Datelike, NaiveDate};

use crate::calendar::{Date, Days, Precision};

/// Groups by which the range is still taken in at a glance.
const GLANCE: usize = 24;

/// The unit of the groups, coarsest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zoom {
    /// Ten years.
    Decade,
    /// A year.
    Year,
    /// A month.
    #[default]
    Month,
    /// A week, from Monday on.
    Week,
    /// A day.
    Day,
}

impl Zoom {
    /// All, coarsest first.
    pub const ALL: [Self; 5] = [Self::Decade, Self::Year, Self::Month, Self::Week, Self::Day];

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decade => "decade",
            Self::Year => "year",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
        }
    }

    /// The next finer one.
    pub fn finer(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The next coarser one.
    pub fn coarser(self) -> Option<Self> {
        Self::ALL.get((self as usize).checked_sub(1)?).copied()
    }

    /// The one that shows `range` at a glance, a month at the finest.
    pub fn fitting(range: Days) -> Self {
        let fits = |zoom: &Self| zoom.units(range, GLANCE + 1).len() <= GLANCE;
        [Self::Month, Self::Year].into_iter().find(fits).unwrap_or(Self::Decade)
    }

    /// The unit that holds `day`; `None` at the calendar's limits.
    pub fn unit(self, day: NaiveDate) -> Option<Date> {
        let unit = match self {
            Self::Decade => Precision::Decade,
            Self::Year => Precision::Year,
            Self::Month => Precision::Month,
            Self::Week => Precision::Week,
            Self::Day => Precision::Day,
        };
        Date::holding(day, unit)
    }

    /// The unit of which `days` are a part, where one holds them all.
    pub fn holding(self, days: Days) -> Option<Date> {
        self.unit(days.earliest?).filter(|unit| days.must_lie_in(unit.days()))
    }

    /// The first `most` units from the one that holds the beginning of `range` to the one that holds its end.
    pub fn units(self, range: Days, most: usize) -> Vec<Days> {
        let Some((first, last)) = range.earliest.zip(range.latest) else { return Vec::new() };
        let next = |unit: &Days| self.unit(unit.latest?.succ_opt()?).map(Date::days);
        let units = std::iter::successors(self.unit(first).map(Date::days), next);
        units.take_while(|unit| unit.earliest.is_some_and(|start| start <= last)).take(most).collect()
    }

    /// What the unit that holds `day` is called as a group: "2016-12", "2016-12-29 Thu", "2016-12-26..2017-01-01 W52".
    pub(super) fn group(self, day: NaiveDate) -> Option<String> {
        let unit = self.unit(day)?;
        let (first, last) = unit.days().earliest.zip(unit.days().latest)?;
        Some(match self {
            Self::Decade => format!("{}s", first.format("%Y")),
            Self::Year => first.format("%Y").to_string(),
            Self::Month => first.format("%Y-%m").to_string(),
            Self::Week => {
                let end = if first.year() == last.year() { "%m-%d" } else { "%Y-%m-%d" };
                format!("{first}..{} {}", last.format(end), first.format("W%V"))
            }
            Self::Day => first.format("%Y-%m-%d %a").to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Zoom;
    use crate::calendar::{Days, When};

    fn days(edtf: &str) -> Days {
        When::from_edtf(edtf).map(When::days).unwrap()
    }

    #[test]
    fn the_first_sight_takes_in_the_whole_range() {
        for (range, expected) in [
            ("2016-12-29", Zoom::Month),
            ("2016-11/2017-03", Zoom::Month),
            ("2014-11/2017-03", Zoom::Year),
            ("1914/2017", Zoom::Decade),
        ] {
            assert_eq!(Zoom::fitting(days(range)), expected, "{range}");
        }
    }

    #[test]
    fn groups_are_called_by_the_calendar() {
        let day = "2016-12-29".parse().unwrap();
        let names: Vec<String> = Zoom::ALL.into_iter().filter_map(|zoom| zoom.group(day)).collect();
        assert_eq!(names, ["2010s", "2016", "2016-12", "2016-12-26..2017-01-01 W52", "2016-12-29 Thu"]);
    }

    #[test]
    fn units_follow_each_other_without_gaps() {
        for zoom in Zoom::ALL {
            let units = zoom.units(days("2015-11-08/2017-03-01"), 1000);
            for (unit, next) in units.iter().zip(units.iter().skip(1)) {
                assert_eq!(unit.latest.and_then(|day| day.succ_opt()), next.earliest, "{zoom:?}");
            }
            assert_eq!(Zoom::units(zoom, days("2015-11-08/2017-03-01"), 2).len(), units.len().min(2));
        }
        assert!(Zoom::Day.units(Days { latest: None, ..days("2016") }, 10).is_empty());
    }
}
