//! Times in words: as precise as they are proved, never more, and short enough for a column.
//!
//! "2016-12-29", "2016-12 late", "2016 spring", "2016-12-22..29", "2016-12-22..", "undated". It judges nothing.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::{
    Date, Days, Doubt, End, Modifier, PartOfDay, PartOfYear, Partial, Precision, Season, Time, When,
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
    /// Not on the calendar.
    Nowhere,
}

/// The grain of a time.
pub const fn grain(when: When) -> Grain {
    match when.precision() {
        Some(Precision::Minute | Precision::Hour | Precision::Day) => Grain::Day,
        Some(Precision::PartOfDay) => Grain::PartOfDay,
        Some(Precision::Weekend | Precision::Week | Precision::PartOfMonth) => Grain::PartOfMonth,
        Some(Precision::Interval) => Grain::Range,
        Some(_) => Grain::Months,
        None => Grain::Nowhere,
    }
}

/// Whether its source gives it as approximate or uncertain.
pub fn is_approximate(when: When) -> bool {
    let doubted = |date: Date| date.doubt() != Doubt::None;
    match when {
        When::Date(date) => doubted(date),
        When::Interval { from, to } => [from, to].iter().any(|end| matches!(end, End::Date(date) if doubted(*date))),
        _ => false,
    }
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
    let unit = days.earliest.and_then(|first| {
        let units = [Precision::Day, Precision::Month, Precision::Year].into_iter();
        units.filter_map(|unit| Date::holding(first, unit)).find(|unit| unit.days() == days)
    });
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
        PartOfYear::Weekday(day) => format!("a {}", weekday(day)),
        PartOfYear::Season(season) => format!("{year} {}", season_name(season)),
        PartOfYear::Quarter(quarter) => format!("{year}-Q{quarter}"),
        PartOfYear::Half(half) => format!("{year}-H{half}"),
    };
    modified(&known, partial.modifier, partial.time)
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

const fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

fn date_words(date: Date) -> String {
    let year = date.first().format("%Y");
    let unit = match date.unit() {
        Precision::Month => date.first().format("%Y-%m").to_string(),
        Precision::Season => format!("{year} {}", season(date)),
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
        Some(Time::Part(part)) => format!(" {}", part_of_day(part)),
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

fn season(date: Date) -> &'static str {
    season_name(match date.first().month() {
        3..=5 => Season::Spring,
        6..=8 => Season::Summer,
        9..=11 => Season::Autumn,
        _ => Season::Winter,
    })
}

const fn part_of_day(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Morning => "morning",
        PartOfDay::Midday => "midday",
        PartOfDay::Afternoon => "afternoon",
        PartOfDay::Evening => "evening",
        PartOfDay::Night => "night",
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
    use super::{Grain, days_words, grain, publication_in_short, when_words};
    use crate::calendar::{Days, When};
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
        check("2016-12-22/..", "2016-12-22..", Grain::Range);
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
