//! Histories: what is told in them hangs on the years that they state themselves, not on the day on which they appeared. "In June"
//! is the June of the year that is spoken of, "the following spring" the one after.
//!
//! Whether a text is a history is told by its dates alone: most state their year, hardly any is counted from the publication. It
//! guesses no year: before the first date that states one, the first that follows serves.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::{Base, Date, Days, PartOfYear, Partial, Precision, Relative, Season, Symbolic, Toward, When};
use crate::text::Span;

use super::anchors::{Candidate, Value};
use super::found::{Back, How, Meaning, Step};

/// How many dates finer than a year a text must state with their year to be a history.
const LEAST_DATES: usize = 3;
/// How much it must state otherwise, where nothing is counted from the publication: such dates count double, bare years once.
const LEAST_ALONE: usize = 5;
/// Where all that it states lies before this year, one date is enough: reports of that age are read as history.
const LONG_PAST: i32 = 1980;
/// How many times more a history states than what is counted from the publication.
const TIMES_MORE: usize = 4;
/// How far back, in days, a story goes without saying so: "In June 1941 ... in April". What lies farther is of the next year.
const FAR_BACK: i64 = 183;

/// What a history has come to.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// The last date spoken of.
    here: Option<Told>,
    /// The last day, while its month is still spoken of.
    day: Option<Told>,
    /// The last month, or what is finer, while its year is still spoken of.
    month: Option<Told>,
    /// The first date that the text states, for what stands before it.
    first: Option<Told>,
}

/// A date and the words that state it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    date: Date,
    span: Span,
}

impl Story {
    /// The story at its beginning; `None` where the text is no history.
    pub(super) fn of(candidates: &[Candidate]) -> Option<Self> {
        let dates = || candidates.iter().filter_map(Told::of);
        let fine = dates().filter(|told| told.date.unit() <= Precision::Season).count();
        let stated = dates().count() + fine;
        let is_long_past = stated >= 2 && dates().all(|told| told.year() < LONG_PAST);
        // In an account of these decades a bare weekday is the surest mark of news.
        let weight = |candidate: &Candidate| {
            usize::from(is_counted(candidate)) * (1 + usize::from(is_weekday(candidate) && !is_long_past))
        };
        let counted: usize = candidates.iter().map(weight).sum();
        let is_stated = is_long_past || fine >= LEAST_DATES || (counted == 0 && stated >= LEAST_ALONE);
        let first = candidates.iter().filter(|candidate| !candidate.is_aside).find_map(Told::of);
        (is_stated && stated >= counted * TIMES_MORE).then_some(Self { first, ..Self::default() })
    }

    /// Goes on to what a candidate says.
    pub(super) fn hear(&mut self, candidate: &Candidate, said: Symbolic) {
        let told = Told::new(said, candidate.span).filter(|told| told.date.unit() <= Precision::Year);
        let is_told = !candidate.is_aside && !candidate.is_flashback && !candidate.core.is_comparison();
        let Some(told) = told.filter(|_| is_told) else { return };
        let unit = told.date.unit();
        let holds = |finer: &Told| finer.date.days().must_lie_in(told.date.days());
        self.day = if unit <= Precision::Day { Some(told) } else { self.day.filter(holds) };
        self.month = if unit <= Precision::Month { Some(told) } else { self.month.filter(holds) };
        // "In June 1941 ... late that year": the month is still spoken of.
        self.here = Some(told);
    }

    /// The last day spoken of.
    pub(super) fn day(&self) -> Option<Value> {
        self.day.map(Told::value)
    }

    /// Where a date that leaves its year open falls in the story; `None` where it is none.
    pub(super) fn placed(&self, candidate: &Candidate, said: Symbolic) -> Option<Value> {
        let Symbolic::Relative(relative) = said else { return None };
        let here = self.here.or(self.first)?;
        let found = match relative.base {
            Base::Publication => return self.counted(candidate, relative),
            Base::Weekday { weekday, toward } => {
                // "Two weeks later ... on Friday": of that week.
                let Some(day) = self.at(Precision::Week) else {
                    let partial = Partial { time: relative.time, ..Partial::of(PartOfYear::Weekday(weekday)) };
                    return Some((Symbolic::Fixed(When::Partial(partial)), None));
                };
                let on = on_weekday(day.date.first(), weekday, toward, candidate.is_flashback)?;
                return Some((Symbolic::Fixed(When::day(on)).at(relative.time), Some(day.span)));
            }
            Base::MonthOfYear { .. } => return None,
            Base::Day { toward: Toward::Next, .. }
            | Base::Month { toward: Toward::Next, .. }
            | Base::Season { toward: Toward::Next, .. } => here.near(said, Step::Next),
            Base::Day { toward: Toward::Last, .. }
            | Base::Month { toward: Toward::Last, .. }
            | Base::Season { toward: Toward::Last, .. } => here.near(said, Step::Before),
            _ if candidate.is_flashback => here.near(said, Step::Before),
            _ => here.near(said, Step::Onward),
        };
        found.map(|said| (said, Some(here.span)))
    }

    /// "the end of the month", "next year": counted from where the story is.
    fn counted(&self, candidate: &Candidate, relative: Relative) -> Option<Value> {
        if relative.unit < Precision::Weekend || matches!(candidate.core.rule, "ago" | "from now") {
            return None;
        }
        let here = self.at(relative.unit)?;
        let when = Symbolic::Relative(relative).resolve(Days::on(here.date.first()));
        Some((Symbolic::Fixed(when), Some(here.span)))
    }

    /// What hangs on the story: "the following year", "on the 7th", "that autumn".
    pub(super) fn back(&self, back: Back) -> Option<Value> {
        match back.how {
            How::Moved(unit, count) => {
                let here = self.at(unit)?;
                Some((here.said().moved(unit, count)?, Some(here.span)))
            }
            How::Years(count) => {
                let here = self.here?;
                Some((here.said().moved(Precision::Year, count)?, Some(here.span)))
            }
            How::InYear(_) => None,
            How::OnDay(day) => {
                let here = self.month?;
                // "On June 28 ... on the 2nd": of the month after.
                let is_next = here.date.unit() <= Precision::Day && u32::from(day) + 15 < here.date.first().day();
                let month = here.said().moved(Precision::Month, i32::from(is_next))?;
                Some((month.on_day(day)?, Some(here.span)))
            }
            How::Near(base, step) => {
                let here = self.here?;
                here.near(Symbolic::of(base), step).map(|said| (said, Some(here.span)))
            }
            How::OfYear(said, years) => {
                let here = self.here?;
                Some((said.in_year(here.date.first().year().checked_add(years)?)?, Some(here.span)))
            }
        }
    }

    /// The last date spoken of that lies within one `unit`.
    fn at(&self, unit: Precision) -> Option<Told> {
        [self.here, self.month, self.day].into_iter().flatten().find(|told| told.date.unit() <= unit)
    }
}

impl Told {
    fn of(candidate: &Candidate) -> Option<Self> {
        match candidate.core.meaning {
            Meaning::Said(said) => Self::new(said, candidate.span),
            Meaning::Back(_) => None,
        }
    }

    pub(super) fn new(said: Symbolic, span: Span) -> Option<Self> {
        match said {
            Symbolic::Fixed(When::Date(date)) => Some(Self { date, span }),
            _ => None,
        }
    }

    fn said(self) -> Symbolic {
        Symbolic::Fixed(When::Date(self.date))
    }

    fn value(self) -> Value {
        (self.said(), Some(self.span))
    }

    /// Its year.
    pub(super) fn year(self) -> i32 {
        self.date.first().year()
    }

    /// The repetition of a day, a month or a season that stands there as seen from this date.
    pub(super) fn near(self, said: Symbolic, step: Step) -> Option<Symbolic> {
        if self.date.unit() > Precision::Year {
            return None;
        }
        let (here, year) = (self.date.first(), self.year());
        let is_year = self.date.unit() == Precision::Year;
        let first = |year: i32| match said.in_year(year)? {
            Symbolic::Fixed(When::Date(date)) => Some(date.first()),
            _ => None,
        };
        // A winter is named by the year that it begins in.
        let is_winter = said.precision() == Some(Precision::Season)
            && first(year).is_some_and(|first| {
                Season::ALL
                    .get(3)
                    .and_then(|winter| Date::season(year, *winter))
                    .is_some_and(|date| date.first() == first)
            });
        let onward = || {
            let found = first(year)?;
            Some(match (here - found).num_days() {
                _ if is_year => year,
                _ if is_winter && here.month() <= 3 => year - 1,
                FAR_BACK.. => year + 1,
                _ => year,
            })
        };
        let end = if is_year { self.date.days().latest? } else { here };
        let chosen = match step {
            Step::Onward => onward()?,
            Step::Next => (year..=year + 1).find(|year| first(*year).is_some_and(|first| first > end))?,
            Step::Before => {
                (year - 1..=year).rev().find(|year| first(*year).is_some_and(|first| is_year || first <= end))?
            }
        };
        said.in_year(chosen)
    }
}

/// Whether it is counted from the publication, as news does.
fn is_counted(candidate: &Candidate) -> bool {
    match candidate.core.meaning {
        Meaning::Said(Symbolic::Relative(Relative { base: Base::Publication, .. })) => {
            candidate.core.rule != "the unit"
        }
        Meaning::Said(Symbolic::Relative(Relative { base: Base::Weekday { .. } | Base::Quarter { .. }, .. }))
        | Meaning::Back(Back { how: How::Years(..0), .. }) => true,
        _ => false,
    }
}

fn is_weekday(candidate: &Candidate) -> bool {
    matches!(candidate.core.meaning, Meaning::Said(Symbolic::Relative(Relative { base: Base::Weekday { .. }, .. })))
}

fn on_weekday(here: NaiveDate, weekday: Weekday, toward: Toward, is_flashback: bool) -> Option<NaiveDate> {
    let ahead = (weekday.num_days_from_monday() + 7 - here.weekday().num_days_from_monday()) % 7;
    let days = i64::from(ahead);
    let days = match toward {
        Toward::Last => days - 7,
        _ if is_flashback && days > 0 => days - 7,
        Toward::Next | Toward::WeekAfter if days == 0 => 7,
        _ => days,
    };
    here.checked_add_signed(chrono::TimeDelta::days(days))
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check_on;

    /// The same for an article of any day and for an undated one.
    fn check(marked: &str) {
        check_on("2019-05-01", marked);
        check_on("", marked);
    }

    #[test]
    fn a_history_goes_on_from_the_year_that_it_states() {
        check(
            "On [22 June 1941=1941-06-22] the fleet left Hull. [The next day=1941-06-23] it rained, and [nine days later=1941-07-02] \
             the port fell. In [August=1941-08] the town was empty. By [the end of the month=1941-08] nobody sailed. On \
             [September 3=1941-09-03] a storm came; on [the 7th=1941-09-07] they turned back. In [the winter=1941-WI] the harbour \
             froze. In [January=1942-01] ships returned, and in [the following spring=1942-SP] trade began again. That \
             same month is none that is told.",
        );
    }

    #[test]
    fn years_are_carried_forward() {
        check(
            "In [1936=1936] the yard of [1932=1932] was built. In [June=1936-06] it took its first ship. [Two years later=1938] it burned, and \
             [the following year=1939] it was rebuilt. By [November of that year=1939-11] forty ships lay there. In \
             [February=1940-02] they sailed. [Later that year=1940] the town was bombed, in [the autumn=1940-FA] twice.",
        );
    }

    #[test]
    fn what_had_been_before_lies_before() {
        check(
            "On [7 December 1941=1941-12-07] the guns fired. The fleet had sailed on [26 November=1941-11-26]. In [April=1941-04] \
             it had already trained in the north. [That night=1941-12-07TNI] it was dark.",
        );
    }

    #[test]
    fn asides_do_not_move_the_story() {
        check(
            "In [March 1848=1848-03] the duke (born [6 May 1801=1801-05-06]) fled. He ruled until [1870=1870]. The treaty of \
             [1815=1815] fell. In [May=1848-05] he returned; on [Sunday=XXXX-WXX-7] he spoke.",
        );
    }

    #[test]
    fn a_month_and_a_day_of_the_story() {
        check(
            "In [June 1938=1938-06] all was ready. The siege began on [3 May 1940=1940-05-03]. [That month=1940-05] it snowed. [Two weeks later=1940-W20] help came. On \
             [Friday=1940-05-17] bells rang, at [5 a.m. on 28 June=1940-06-28T05:00] again. On [the 2nd=1940-07-02], it ended. \
             [That autumn=1940-FA] and [the next spring=1941-SP] were calm, as by [the end of the year=1941] was all.",
        );
    }

    #[test]
    fn before_the_first_year_the_one_that_follows_serves() {
        check(
            "In [May=1851-05] the miller left. He came back on [3 June 1851=1851-06-03], and again in [July 1851=1851-07].",
        );
    }

    #[test]
    fn news_counts_from_its_own_day() {
        check_on(
            "2017-01-14",
            "They met on [Dec. 22, 2016=2016-12-22]. [Last week=2017-W01] they met again; in [June=2016-06] they had not. In [2011=2011] \
             they fell out. [Yesterday=2017-01-13] all was calm.",
        );
        check_on(
            "2017-01-14",
            "In [2011=2011] the ship sank. In [June=2016-06] it was raised. [Friday=2017-01-13] it sailed.",
        );
    }
}
