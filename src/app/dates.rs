//! Times in words: as precise as they are proved, never more, and short enough for a column.
//!
//! "2016-12-29", "2016-12 late", "2016 spring", "2016-12-22..29", "2016-12-22..", "undated". It judges nothing.

use chrono::{Datelike, NaiveDate};

use crate::calendar::{
    Date, Days, Doubt, End, Modifier, PartOfYear, Partial, Precision, Season, Time, When, weekday_name,
};
use crate::model::Publication;

/// How much of the calendar a time covers, as far as a sign can show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// One day, or a time of that day by the clock.
    Day,
    /// A part of a day.
    PartOfDay,
    /// Less than a month: a part of it, a week, a weekend.
    PartOfMonth,
    /// A month or more.
    Months,
    /// From one day to another.
    Range,
    /// One of the days between two.
    Between,
    /// From a day on, it is not said how long.
    Since,
    /// Up to a day, it is not said from when.
    Until,
    /// Not on the calendar.
    Nowhere,
}

/// A sign of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// How much of the calendar a time covers.
    Grain(Grain),
    /// Its borders are soft.
    Approximate,
    /// It is not proved.
    Unsure,
    /// Only possible, in the bar.
    Possible,
}

/// The signs of the timeline, and what they say.
pub const LEGEND: [(Sign, &str); 12] = [
    (Sign::Grain(Grain::Day), "a day"),
    (Sign::Grain(Grain::PartOfDay), "a part of a day, or a time by the clock"),
    (Sign::Grain(Grain::PartOfMonth), "a week, or a part of a month"),
    (Sign::Grain(Grain::Months), "a month, a year: at its head, not on its first day"),
    (Sign::Grain(Grain::Range), "from one day to another"),
    (Sign::Grain(Grain::Between), "one of these days, not known which"),
    (Sign::Grain(Grain::Since), "from then on"),
    (Sign::Grain(Grain::Until), "up to then"),
    (Sign::Grain(Grain::Nowhere), "undated: it has no place on the calendar"),
    (Sign::Approximate, "approximate: about, early, late"),
    (Sign::Unsure, "inferred from what is not stated, or doubted"),
    (Sign::Possible, "in the bar: something may lie there, nothing surely"),
];

/// The grain of a time.
pub fn grain(when: When) -> Grain {
    let days = when.days();
    match (when, when.precision()) {
        (When::Partial(_), _) if days.earliest.is_some() && days.latest.is_some() => Grain::Between,
        (When::Partial(_), _) | (_, None) => Grain::Nowhere,
        (When::Date(date), _) if date.modifier() == Some(Modifier::After) => Grain::Since,
        (When::Interval { to: End::Open | End::Unknown, .. }, _) => Grain::Since,
        (When::Interval { from: End::Open | End::Unknown, .. }, _) => Grain::Until,
        (_, Some(Precision::Minute | Precision::Hour | Precision::PartOfDay)) => Grain::PartOfDay,
        (_, Some(Precision::Day)) => Grain::Day,
        (_, Some(Precision::Weekend | Precision::Week | Precision::PartOfMonth)) => Grain::PartOfMonth,
        (_, Some(Precision::Interval)) => Grain::Range,
        (_, Some(_)) => Grain::Months,
    }
}

/// Whether its source doubts it (EDTF `?`).
pub fn is_uncertain(when: When) -> bool {
    any_date(when, |date| matches!(date.doubt(), Doubt::Uncertain | Doubt::Both))
}

/// Whether its source gives it as approximate (EDTF `~`), or its borders are soft: early, mid, late.
pub fn is_approximate(when: When) -> bool {
    let is_soft = |date: Date| matches!(date.modifier(), Some(Modifier::Start | Modifier::Mid | Modifier::End));
    any_date(when, |date| matches!(date.doubt(), Doubt::Approximate | Doubt::Both) || is_soft(date))
}

fn any_date(when: When, holds: impl Fn(Date) -> bool) -> bool {
    match when {
        When::Date(date) => holds(date),
        When::Interval { from, to } => [from, to].iter().any(|end| matches!(end, End::Date(date) if holds(*date))),
        _ => false,
    }
}

/// A time as the timeline lists it: its days or its unit, as far as they are proved. Of what may lie in several months, those
/// months.
pub fn value_words(when: When) -> String {
    let days = when.days();
    match when {
        When::Date(date) if date.unit() == Precision::Month && days != date.narrowed(None).days() => days_words(days),
        When::Partial(_) if days.earliest.is_some() && days.latest.is_some() => {
            let words = months_or_years(days);
            words.split_once("..").map_or(words.clone(), |(from, to)| range(from, to))
        }
        _ => when_words(when),
    }
}

/// The days of a date or an interval as a reader types it: EDTF, or two dates with `..` between them, either of which may be left
/// out. `None` where it is none.
pub fn typed_days(text: &str) -> Option<Days> {
    let text = text.trim();
    let day = |text: &str| When::from_edtf(text).map(When::days).filter(|days| !days.is_unknown());
    let Some((from, to)) = text.split_once("..").filter(|_| !text.contains('/')) else { return day(text) };
    let end = |text: &str| if text.is_empty() { Some(Days::UNKNOWN) } else { day(text) };
    let days = Days { earliest: end(from)?.earliest, latest: end(to)?.latest };
    let is_forwards = days.earliest.zip(days.latest).is_none_or(|(first, last)| first <= last);
    (!days.is_unknown() && is_forwards).then_some(days)
}

/// A time in words.
pub fn when_words(when: When) -> String {
    match when {
        When::Date(date) => date_words(date),
        When::Interval { from, to } => range(&end_words(from), &end_words(to)),
        When::Partial(partial) => partial_words(partial),
        When::Amount(_) | When::Vague(_) => when.timex(),
        When::Unknown => "undated".into(),
    }
}

/// A stretch of days in words.
pub fn days_words(days: Days) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let unit = Date::of_days(days);
    match unit {
        Some(unit) => date_words(unit),
        None if days.is_unknown() => "undated".into(),
        None => range(&day(days.earliest), &day(days.latest)),
    }
}

/// When a document was published, in words: the best single value, else the days that it may have appeared on.
pub fn publication_words(publication: &Publication) -> String {
    publication.value.map_or_else(|| days_words(publication.days), when_words)
}

/// The same in words that fit a column: without a single value the months or, over more than a year, the years.
pub fn publication_in_short(publication: &Publication) -> String {
    publication.value.map_or_else(|| months_or_years(publication.days), when_words)
}

/// A stretch of days by the months or years of its ends, where it has two in different months.
fn months_or_years(days: Days) -> String {
    let (Some(first), Some(last)) = (days.earliest, days.latest) else { return days_words(days) };
    if first.year() == last.year() && first.month() == last.month() {
        return days_words(days);
    }
    let unit = if first.year() + 1 < last.year() { Precision::Year } else { Precision::Month };
    let words = |day: NaiveDate| Date::holding(day, unit).map(date_words).unwrap_or_default();
    format!("{}..{}", words(first), words(last))
}

/// What is known of a date, with `????` for its year where that is not.
fn partial_words(partial: Partial) -> String {
    let year = partial.year.map_or_else(|| "????".to_owned(), |year| format!("{year:04}"));
    let known = match partial.part {
        PartOfYear::Some(unit) => format!("{year} some {}", unit.name()),
        PartOfYear::Month(month) => format!("{year}-{month:02}"),
        PartOfYear::Day(month, day) => {
            let number = |number: u8| if number == 0 { "??".to_owned() } else { format!("{number:02}") };
            format!("{year}-{}-{}", number(month), number(day))
        }
        PartOfYear::Weekday(day) => format!("a {}", weekday_name(day)),
        PartOfYear::Season(season) => format!("{year} {}", season.name()),
        PartOfYear::Quarter(quarter) => format!("{year}-Q{quarter}"),
        PartOfYear::Half(half) => format!("{year}-H{half}"),
    };
    modified(&known, partial.modifier, partial.time)
}

fn date_words(date: Date) -> String {
    let year = date.first().format("%Y");
    let unit = match date.unit() {
        Precision::Month => date.first().format("%Y-%m").to_string(),
        Precision::Season => format!("{year} {}", Season::holding(date.first()).name()),
        Precision::Quarter | Precision::Half => date.timex(),
        Precision::Year => year.to_string(),
        Precision::Decade => format!("{year}s"),
        Precision::Century => format!("{year}s (century)"),
        Precision::Week => format!("{} week", date.first()),
        Precision::Weekend => format!("{} weekend", date.first()),
        _ => date.first().to_string(),
    };
    modified(&unit, date.modifier(), date.time())
}

/// A date with what narrows or widens it, and the time of day.
fn modified(unit: &str, modifier: Option<Modifier>, time: Option<Time>) -> String {
    let time = match time {
        Some(Time::Part(part)) => format!(" {}", part.name()),
        Some(Time::Hour(hour)) => format!(" {hour:02}h"),
        Some(Time::Minute(hour, minute)) => format!(" {hour:02}:{minute:02}"),
        None => String::new(),
    };
    match modifier {
        Some(Modifier::Start) => format!("{unit} early"),
        Some(Modifier::Mid) => format!("{unit} mid"),
        Some(Modifier::End) => format!("{unit} late"),
        Some(Modifier::After) => format!("{unit}.."),
        _ => format!("{unit}{time}"),
    }
}

fn end_words(end: End) -> String {
    match end {
        End::Date(date) => date_words(date),
        End::Open => String::new(),
        End::Unknown => "?".into(),
    }
}

/// `from..to`, the end without the year and month that it shares with the beginning.
fn range(from: &str, to: &str) -> String {
    let shared = |parts: usize| {
        let (a, b) = (from.splitn(parts + 1, '-'), to.splitn(parts + 1, '-'));
        let same = a.zip(b).take(parts).all(|(a, b)| a == b);
        let rest = to.splitn(parts + 1, '-').nth(parts);
        rest.filter(|_| same && from.len() == to.len())
    };
    format!("{from}..{}", shared(2).or_else(|| shared(1)).unwrap_or(to))
}

#[cfg(test)]
mod tests {
    use super::{Grain, days_words, grain, publication_in_short, typed_days, value_words, when_words};
    use crate::calendar::{Days, Modifier, Precision, When};
    use crate::model::Publication;

    #[track_caller]
    fn check(edtf: &str, expected: &str, expected_grain: Grain) {
        let when = When::from_edtf(edtf).unwrap();
        assert_eq!((when_words(when).as_str(), grain(when)), (expected, expected_grain), "{edtf}");
    }

    #[test]
    fn times_are_as_precise_as_they_are_proved() {
        check("2016-12-29", "2016-12-29", Grain::Day);
        check("2016-12", "2016-12", Grain::Months);
        check("2016", "2016", Grain::Months);
        check("2016-21", "2016 spring", Grain::Months);
        check("2016-12-22/2016-12-29", "2016-12-22..29", Grain::Range);
        check("2016-12-22/2017-01-05", "2016-12-22..2017-01-05", Grain::Range);
        check("2016-11-22/2016-12-05", "2016-11-22..12-05", Grain::Range);
        check("2016-12-22/..", "2016-12-22..", Grain::Since);
        check("../2016-12-22", "..2016-12-22", Grain::Until);
    }

    #[test]
    fn the_timeline_lists_days_or_units() {
        let late = When::holding("2016-12-29".parse().unwrap(), Precision::Month).map(|when| match when {
            When::Date(date) => When::Date(date.narrowed(Some(Modifier::End))),
            other => other,
        });
        assert_eq!(late.map(value_words).as_deref(), Some("2016-12-21..31"));
        assert_eq!(When::from_edtf("2016-12").map(value_words).as_deref(), Some("2016-12"));
    }

    #[test]
    fn dates_are_taken_as_readers_type_them() {
        for (typed, expected) in [
            ("2016-12-29", "2016-12-29"),
            (" 2016-12 ", "2016-12"),
            ("2016-12..2017-01", "2016-12-01..2017-01-31"),
            ("2016-12-20..", "2016-12-20.."),
            ("..2016", "..2016-12-31"),
            ("2016-12-20/2017-01", "2016-12-20..2017-01-31"),
        ] {
            assert_eq!(typed_days(typed).map(days_words).as_deref(), Some(expected), "{typed}");
        }
        for wrong in ["", "..", "2017..2016", "Flynn", "2016-13", "2016..x"] {
            assert_eq!(typed_days(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_publication_between_two_days_fits_a_column() {
        let day = |text: &str| text.parse().ok();
        for (earliest, latest, expected) in [
            ("2016-12-29", "2017-01-19", "2016-12..2017-01"),
            ("2017-05-17", "2019-05-29", "2017..2019"),
            ("2017-01-13", "2017-01-19", "2017-01-13..19"),
        ] {
            let days = Days { earliest: day(earliest), latest: day(latest) };
            assert_eq!(publication_in_short(&Publication { days, ..Publication::default() }), expected);
        }
        let open = Days { earliest: day("2016-12-22"), latest: None };
        assert_eq!(publication_in_short(&Publication { days: open, ..Publication::default() }), "2016-12-22..");
    }

    #[test]
    fn what_is_not_known_stays_so() {
        assert_eq!(days_words(Days::UNKNOWN), "undated");
        assert_eq!(when_words(When::Unknown), "undated");
        let whole = When::from_edtf("2017").map(When::days).unwrap();
        assert_eq!(days_words(whole), "2017");
        let open = Days { earliest: chrono::NaiveDate::from_ymd_opt(2016, 12, 22), latest: None };
        assert_eq!(days_words(open), "2016-12-22..");
    }
}
