//! What the dates that a text tells prove of its own: it came after what it tells as past.
//!
//! A date without a year proves nothing by itself; it does within a stretch of days that other limits leave.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::calendar::{Base, Days, Precision, Relative, Symbolic, Toward, When};
use crate::model::{Anchor, Document, Extract, ExtractedPassage, Tense, TimeExpression, ZoneLabel};
use crate::text::one_line;

use super::limits::Limit;

/// The latest date with a year that the article tells as past: it appeared on that day or later.
pub(super) fn latest_past(document: &Document, extract: &Extract) -> Option<Limit> {
    let past = extract.times.iter().filter_map(|time| past_day(time).map(|day| (day, time)));
    let told = past.filter(|(_, time)| narrative(extract, time.span.start).is_some());
    let (earliest, time) = told.max_by_key(|(day, time)| (*day, std::cmp::Reverse(time.span)))?;
    let why = format!("not before {}, which the text tells as past", words(document, time));
    Some(Limit { stretches: vec![Days { earliest: Some(earliest), latest: None }], why })
}

/// The first day of a date that states its own year and is told as past. A bare year may be a plan's: "it set the 1990 budget".
fn past_day(time: &TimeExpression) -> Option<NaiveDate> {
    match time.symbolic {
        Symbolic::Fixed(When::Date(date)) if time.anchor == Anchor::Absolute && time.tense == Tense::Past => {
            (date.unit() <= Precision::Month).then(|| date.days().earliest)?
        }
        _ => None,
    }
}

/// The longest stretch in which a date without a year is looked for, in days: in a longer one each returns.
const WINDOW: i64 = 400;
/// The oldest that the latest such date is, in days.
const OLDEST: u64 = 183;
/// How far the days lie apart at most that are taken for one story, in days.
const STORY: u32 = 92;
/// A year of the cycle that they are laid on, a leap year.
const CYCLE: u32 = 366;

/// What the days without a year that the text tells as past leave of `window`: it came after the last of them, within half a year.
pub(super) fn after_the_story(document: &Document, extract: &Extract, window: Days) -> Option<Limit> {
    let years = years_of(window)?;
    let told = extract.times.iter().filter(|time| narrative(extract, time.span.start).is_some());
    let mut days: Vec<(NaiveDate, &TimeExpression)> =
        told.filter_map(|time| Some((yearless_past(time)?, time))).collect();
    days.sort_by_key(|(day, time)| (day.ordinal(), time.span));
    let (last, time) = last_before_the_widest_gap(&days)?;
    let stretches = years.filter_map(|year| {
        let day = last.with_year(year)?;
        Some(Days::between(day, day.checked_add_days(chrono::Days::new(OLDEST))?))
    });
    let why = format!("not before {}, the last day that the text tells as past", words(document, time));
    Some(Limit { stretches: stretches.collect(), why })
}

/// What "Friday, Dec. 29", told as past, leaves of `window`: the years in which that day was a Friday.
pub(super) fn after_a_weekday(document: &Document, extract: &Extract, window: Days) -> Option<Limit> {
    let years: Vec<i32> = years_of(window)?.collect();
    extract.times.iter().find_map(|time| {
        narrative(extract, time.span.start).filter(|_| time.tense == Tense::Past)?;
        let Symbolic::Relative(Relative { base: Base::Day { month, day, toward: Toward::On(weekday), .. }, .. }) =
            time.symbolic
        else {
            return None;
        };
        let dates = years.iter().filter_map(|year| NaiveDate::from_ymd_opt(*year, u32::from(month), u32::from(day)));
        let falling = dates.filter(|date| date.weekday() == weekday);
        let stretch = |date| Some(Days::between(date, date.checked_add_days(chrono::Days::new(OLDEST))?));
        let stretches = falling.filter_map(stretch).collect();
        let why = format!("{} fell on that day of the week, and the text tells it as past", words(document, time));
        Some(Limit { stretches, why })
    })
}

/// The years that a day before the end of a short stretch may lie in.
fn years_of(window: Days) -> Option<impl Iterator<Item = i32>> {
    let (from, to) = window.earliest.zip(window.latest)?;
    ((to - from).num_days() <= WINDOW).then(|| from.year() - 1..=to.year())
}

/// Laid on the circle of the year, the days of one story stand together; the last of them stands before the widest gap.
fn last_before_the_widest_gap<'t>(days: &[(NaiveDate, &'t TimeExpression)]) -> Option<(NaiveDate, &'t TimeExpression)> {
    let next = days.iter().cycle().skip(1);
    let gap = |day: NaiveDate, next: NaiveDate| match (next.ordinal() + CYCLE - day.ordinal()) % CYCLE {
        0 if days.len() == 1 => CYCLE,
        days => days,
    };
    let widest = days.iter().zip(next).max_by_key(|((day, _), (next, _))| gap(*day, *next))?;
    let ((day, time), (next, _)) = widest;
    let is_one_day = days.iter().all(|(other, _)| other == day);
    (is_one_day || CYCLE - gap(*day, *next) <= STORY).then_some((*day, *time))
}

/// The day of a leap year, where a date of month and day is told as past without a year.
fn yearless_past(time: &TimeExpression) -> Option<NaiveDate> {
    match time.symbolic {
        Symbolic::Relative(Relative { base: Base::Day { month, day, year: None, .. }, count: 0, .. })
            if time.tense == Tense::Past =>
        {
            NaiveDate::from_ymd_opt(2000, u32::from(month), u32::from(day))
        }
        _ => None,
    }
}

/// Whether the text counts time from its own day, as news does: "Friday", "last month".
pub(super) fn counts_from_publication(extract: &Extract) -> bool {
    extract.times.iter().any(|time| {
        let is_counted = match time.symbolic {
            Symbolic::Relative(Relative { base: Base::Publication | Base::Weekday { .. }, unit, .. }) => {
                unit <= Precision::Month
            }
            _ => false,
        };
        is_counted && narrative(extract, time.span.start).is_some()
    })
}

/// The passage of the article itself that holds the place.
pub(super) fn narrative(extract: &Extract, at: u32) -> Option<&ExtractedPassage> {
    let after = extract.passages.partition_point(|passage| passage.span.start <= at);
    let passage = after.checked_sub(1).and_then(|at| extract.passages.get(at));
    passage.filter(|passage| matches!(passage.zone, ZoneLabel::Headline | ZoneLabel::Body))
}

fn words<'d>(document: &'d Document, time: &TimeExpression) -> Cow<'d, str> {
    one_line(time.span.of(&document.text))
}
