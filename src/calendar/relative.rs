//! [`Base`]: what a time is counted from, and which of its repetitions is meant.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{Date, Modifier, PartOfYear, Precision, Season};

/// What a time is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Base {
    /// The day of publication.
    Publication,
    /// A day of some week.
    Weekday {
        /// Which.
        #[serde(with = "super::flat::weekday")]
        weekday: Weekday,
        /// Of which week.
        toward: Toward,
    },
    /// A day of some year.
    Day {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
        /// Of which year.
        toward: Toward,
        /// The year that the document gives the same month elsewhere; it decides where the publication date does not.
        year: Option<u16>,
    },
    /// A month of some year.
    Month {
        /// 1 to 12.
        month: u8,
        /// Of which year.
        toward: Toward,
        /// The year that the document gives the same month elsewhere; it decides where the publication date does not.
        year: Option<u16>,
    },
    /// A month of the year that lies so many years after the publication's: "December last year".
    MonthOfYear {
        /// 1 to 12.
        month: u8,
        /// 0 for the publication's own year.
        years: i32,
    },
    /// A season of some year.
    Season {
        /// Which.
        season: Season,
        /// Of which year.
        toward: Toward,
    },
    /// A quarter of some year.
    Quarter {
        /// 1 to 4.
        quarter: u8,
        /// Of which year.
        toward: Toward,
    },
    /// A feast that is a certain weekday of a month ("Thanksgiving": the fourth Thursday of November).
    Feast {
        /// 1 to 12.
        month: u8,
        /// Which weekday.
        #[serde(with = "super::flat::weekday")]
        weekday: Weekday,
        /// The how many-th, from 1; 5 for the last.
        nth: u8,
        /// Of which year.
        toward: Toward,
    },
}

/// Which of the repetitions of a weekday, a date, a month is meant, seen from the publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Toward {
    /// The latest one, today included.
    Past,
    /// The latest one before today: "last Friday".
    Last,
    /// The next one, if it is near (90 days), else the latest. Measured on `TimeBank` and AQUAINT: right for 97 % of dates and 91 %
    /// of months without a year where no past tense stands before.
    Soon,
    /// The next one, if it is within half a year, else the latest: a word for the future stands by.
    Ahead,
    /// The next one, today included.
    Next,
    /// The one of the week after: "next Friday".
    WeekAfter,
    /// The nearest one that falls on that day of the week: "Friday, Dec. 29".
    On(#[serde(with = "super::flat::weekday")] Weekday),
}

impl Base {
    /// Its own unit.
    pub const fn unit(self) -> Precision {
        match self {
            Self::Publication | Self::Weekday { .. } | Self::Day { .. } | Self::Feast { .. } => Precision::Day,
            Self::Month { .. } | Self::MonthOfYear { .. } => Precision::Month,
            Self::Season { .. } => Precision::Season,
            Self::Quarter { .. } => Precision::Quarter,
        }
    }

    /// What is known of it without the publication.
    pub(super) const fn part(self) -> Option<PartOfYear> {
        match self {
            Self::Publication | Self::Feast { .. } => None,
            Self::Weekday { weekday, .. } => Some(PartOfYear::Weekday(weekday)),
            Self::Day { month, day, .. } => Some(PartOfYear::Day(month, day)),
            Self::Month { month, .. } | Self::MonthOfYear { month, .. } => Some(PartOfYear::Month(month)),
            Self::Season { season, .. } => Some(PartOfYear::Season(season)),
            Self::Quarter { quarter, .. } => Some(PartOfYear::Quarter(quarter)),
        }
    }

    /// The year that the document states for it.
    pub(super) const fn stated_year(self) -> Option<u16> {
        match self {
            Self::Day { year, .. } | Self::Month { year, .. } => year,
            _ => None,
        }
    }

    /// The same without a need for the publication, where the document states the year.
    pub(super) fn fixed(self) -> Option<NaiveDate> {
        self.in_year(i32::from(self.stated_year()?))
    }

    /// Its first day for an article of that day; "late December" counts from late in the month.
    pub(super) fn on(self, publication: NaiveDate, modifier: Option<Modifier>) -> Option<NaiveDate> {
        match self {
            Self::Publication => Some(publication),
            Self::Weekday { weekday, toward } => on_weekday(weekday, toward, publication),
            Self::MonthOfYear { month, years } => {
                NaiveDate::from_ymd_opt(publication.year().checked_add(years)?, u32::from(month), 1)
            }
            _ => self.of_years(publication, modifier),
        }
    }

    fn of_years(self, publication: NaiveDate, modifier: Option<Modifier>) -> Option<NaiveDate> {
        let toward = match self {
            Self::Day { toward, .. }
            | Self::Month { toward, .. }
            | Self::Season { toward, .. }
            | Self::Quarter { toward, .. }
            | Self::Feast { toward, .. } => toward,
            Self::Publication | Self::Weekday { .. } | Self::MonthOfYear { .. } => Toward::Past,
        };
        let year = publication.year();
        // A leap day may be four years off, or eight around 1900.
        let found = |years: &mut dyn Iterator<Item = i32>, fits: &dyn Fn(NaiveDate) -> bool| {
            years.filter_map(|year| self.in_year(year)).find(|first| fits(self.judged(*first, modifier)))
        };
        let last = || match toward {
            Toward::Last => found(&mut (year - 8..=year).rev(), &|day| {
                Date::holding(publication, self.unit()).is_none_or(|now| day < now.first())
            }),
            _ => found(&mut (year - 8..=year).rev(), &|day| day <= publication),
        };
        let next = || found(&mut (year..=year + 8), &|day| day > publication);
        let ahead = |limit: i64| {
            next().filter(|first| (self.judged(*first, modifier) - publication).num_days() <= limit).or_else(last)
        };
        match toward {
            Toward::Past | Toward::Last => last(),
            // What is going on now is meant before what comes in a year.
            Toward::Soon => ahead(90),
            Toward::Ahead => ahead(183),
            Toward::On(weekday) => {
                let days = (year - 6..=year + 6).filter_map(|year| self.in_year(year));
                let near = days.filter(|day| day.weekday() == weekday);
                near.min_by_key(|day| (*day - publication).num_days().abs()).or_else(last)
            }
            Toward::Next | Toward::WeekAfter => {
                let now =
                    |first: &NaiveDate| Date::holding(*first, self.unit()) == Date::holding(publication, self.unit());
                last().filter(now).filter(|_| toward == Toward::Next).or_else(next)
            }
        }
    }

    /// The day that is compared with the publication.
    fn judged(self, first: NaiveDate, modifier: Option<Modifier>) -> NaiveDate {
        let part = Date::holding(first, self.unit()).and_then(|date| date.narrowed(modifier).days().earliest);
        match self {
            Self::Season { .. } => first,
            _ => part.unwrap_or(first),
        }
    }

    /// Its first day in that year, if it has a place within a year.
    pub(super) fn within(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::MonthOfYear { month, .. } => NaiveDate::from_ymd_opt(year, u32::from(month), 1),
            base => base.in_year(year),
        }
    }

    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Publication | Self::Weekday { .. } | Self::MonthOfYear { .. } => None,
            Self::Day { month, day, .. } => NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)),
            Self::Month { month, .. } => NaiveDate::from_ymd_opt(year, u32::from(month), 1),
            Self::Season { season, .. } => season.first_day(year),
            Self::Quarter { quarter, .. } => NaiveDate::from_ymd_opt(year, (u32::from(quarter) * 3).checked_sub(2)?, 1),
            Self::Feast { month, weekday, nth, .. } => {
                let nth_day = |nth| NaiveDate::from_weekday_of_month_opt(year, u32::from(month), weekday, nth);
                nth_day(nth).or_else(|| nth_day(nth.checked_sub(1)?))
            }
        }
    }
}

fn on_weekday(weekday: Weekday, toward: Toward, publication: NaiveDate) -> Option<NaiveDate> {
    let ahead = (weekday.num_days_from_monday() + 7 - publication.weekday().num_days_from_monday()) % 7;
    let ahead = i32::try_from(ahead).ok()?;
    let days = match toward {
        Toward::Past if ahead == 0 => 0,
        Toward::Past | Toward::Last => ahead - 7,
        Toward::Soon | Toward::Ahead | Toward::Next | Toward::On(_) => ahead,
        Toward::WeekAfter => {
            let monday = Precision::Week.shift(Precision::Week.first_day(publication)?, 1)?;
            return Precision::Day.shift(monday, i32::try_from(weekday.num_days_from_monday()).ok()?);
        }
    };
    Precision::Day.shift(publication, days)
}

#[cfg(test)]
mod tests {
    use super::super::{Days, Modifier, Symbolic};
    use super::{Base, Precision, Season, Toward};
    use chrono::Weekday;

    /// `publication` is a day, or two with a space between them, "-" where that side is open.
    fn check(said: Symbolic, publication: &str, timex: &str, edtf: &str) {
        let (from, to) = publication.split_once(' ').unwrap_or((publication, publication));
        let when = said.resolve(Days { earliest: from.parse().ok(), latest: to.parse().ok() });
        assert_eq!(
            (when.timex().as_str(), when.edtf().unwrap_or_default().as_str()),
            (timex, edtf),
            "{said:?} {publication}"
        );
    }

    fn on(toward: Toward) -> Symbolic {
        Symbolic::of(Base::Weekday { weekday: Weekday::Fri, toward })
    }

    fn day(month: u8, day: u8, toward: Toward) -> Symbolic {
        Symbolic::of(Base::Day { month, day, toward, year: None })
    }

    fn month(month: u8, toward: Toward) -> Symbolic {
        Symbolic::of(Base::Month { month, toward, year: None })
    }

    #[test]
    fn weekdays() {
        check(on(Toward::Past), "2017-01-13", "2017-01-13", "2017-01-13");
        check(on(Toward::Past), "2017-01-19", "2017-01-13", "2017-01-13");
        check(on(Toward::Last), "2017-01-13", "2017-01-06", "2017-01-06");
        check(on(Toward::Next), "2017-01-14", "2017-01-20", "2017-01-20");
        check(on(Toward::WeekAfter), "2017-01-10", "2017-01-20", "2017-01-20");
    }

    #[test]
    fn days_without_a_year() {
        check(day(12, 29, Toward::Soon), "2017-01-14", "2016-12-29", "2016-12-29");
        check(day(1, 20, Toward::Soon), "2017-01-13", "2017-01-20", "2017-01-20");
        check(day(1, 20, Toward::Past), "2017-01-13", "2016-01-20", "2016-01-20");
        check(day(6, 30, Toward::Soon), "2017-01-13", "2016-06-30", "2016-06-30");
        check(day(6, 30, Toward::Ahead), "2017-01-13", "2017-06-30", "2017-06-30");
        check(day(2, 29, Toward::Past), "2019-01-13", "2016-02-29", "2016-02-29");
        check(day(4, 25, Toward::On(Weekday::Sat)), "1998-04-24", "1998-04-25", "1998-04-25");
        check(day(12, 30, Toward::On(Weekday::Fri)), "2017-12-01", "2016-12-30", "2016-12-30");
    }

    #[test]
    fn the_year_that_the_document_states_decides_where_the_publication_does_not() {
        let said = Symbolic::of(Base::Month { month: 12, toward: Toward::Soon, year: Some(2016) });
        check(said, "2017-12-05", "2017-12", "2017-12");
        check(said, "- -", "2016-12", "2016-12");
        check(said, "2016-12-22 -", "2016-12", "2016-12");
    }

    #[test]
    fn months_seasons_quarters() {
        check(month(1, Toward::Soon), "2017-01-13", "2017-01", "2017-01");
        check(month(12, Toward::Soon).narrowed(Some(Modifier::End)), "2017-12-01", "2017-12", "2017-12-21~/2017-12-31");
        check(month(12, Toward::Past).narrowed(Some(Modifier::End)), "2017-12-01", "2016-12", "2016-12-21~/2016-12-31");
        check(month(4, Toward::Last), "2017-04-12", "2016-04", "2016-04");
        let fall = |toward| Symbolic::of(Base::Season { season: Season::Autumn, toward });
        check(fall(Toward::Last), "2017-06-02", "2016-FA", "2016-23");
        let quarter = Symbolic::of(Base::Quarter { quarter: 3, toward: Toward::Soon });
        check(quarter, "1989-10-26", "1989-Q3", "1989-35");
        let feast = Base::Feast { month: 11, weekday: Weekday::Thu, nth: 4, toward: Toward::Past };
        check(Symbolic::of(feast), "2017-01-10", "2016-11-24", "2016-11-24");
    }

    #[test]
    fn counted_from_publication_and_from_others() {
        check(Symbolic::from_publication(Precision::Month, -1), "2017-03-31", "2017-02", "2017-02");
        check(Symbolic::from_publication(Precision::Week, -1), "2017-01-04", "2016-W52", "2016-12-26/2017-01-01");
        check(Symbolic::from_publication(Precision::Year, -4), "2013-03-21", "2009", "2009");
        let before = day(12, 29, Toward::Soon).moved(Precision::Day, -1).unwrap();
        check(before, "2017-01-14", "2016-12-28", "2016-12-28");
        check(before, "- -", "XXXX-12-28", "XXXX-12-28");
        check(day(12, 27, Toward::Soon).on_day(28).unwrap(), "2017-01-14", "2016-12-28", "2016-12-28");
    }

    #[test]
    fn a_value_is_never_finer_than_the_publication_proves() {
        check(on(Toward::Past), "- -", "XXXX-WXX-5", "");
        check(on(Toward::Past), "2017-03-01 2017-03-31", "XXXX-WXX-5", "[2017-02-24..2017-03-31]");
        check(on(Toward::Past), "2017-05-17 -", "XXXX-WXX-5", "[2017-05-12..]");
        check(on(Toward::Past), "2017-01-13 2017-01-14", "2017-01-13", "2017-01-13");
        check(Symbolic::from_publication(Precision::Month, -1), "2017-03-01 2017-03-31", "2017-02", "2017-02");
        check(
            Symbolic::from_publication(Precision::Day, -1),
            "2017-03-01 2017-03-31",
            "2017-XX-XX",
            "[2017-02-28..2017-03-30]",
        );
        check(day(2, 29, Toward::Past).moved(Precision::Day, 1).unwrap(), "- -", "XXXX-XX-XX", "");
    }

    #[test]
    fn the_calendar_s_limits_panic_nowhere() {
        let towards = [Toward::Past, Toward::Last, Toward::Soon, Toward::Ahead, Toward::Next, Toward::WeekAfter];
        for limit in [chrono::NaiveDate::MIN, chrono::NaiveDate::MAX] {
            for toward in towards {
                for said in [on(toward), day(2, 29, toward), month(0, toward), day(13, 99, toward)] {
                    let _ = said.resolve(Days::on(limit)).timex();
                    let _ = said.moved(Precision::Century, i32::MIN).map(|said| said.resolve(Days::on(limit)).edtf());
                }
            }
        }
    }
}
