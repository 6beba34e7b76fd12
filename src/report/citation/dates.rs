//! Times as a sentence or a footnote says them, in full: "December 29, 2016", "late December 2016", "between … and …".
//!
//! Never more precise than they are proved.

use chrono::{Datelike, NaiveDate};

use crate::calendar::{
    Date, Days, Doubt, End, Modifier, PartOfYear, Partial, Precision, Season, Time, When, weekday_name,
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A time in full. Durations, sets and vague words have none.
pub fn in_full(when: When) -> Option<String> {
    match when {
        When::Date(date) => Some(date_in_full(date)),
        When::Interval { from, to } => Some(interval(from, to)),
        When::Partial(partial) => partial_in_full(partial),
        When::Amount(_) | When::Vague(_) | When::Unknown => None,
    }
}

/// Days of which any may be the one; `None` where nothing is known.
pub fn days_in_full(days: Days) -> Option<String> {
    let unit = Date::of_days(days);
    match (days.earliest, days.latest) {
        _ if unit.is_some() => unit.map(date_in_full),
        (Some(earliest), Some(latest)) => Some(format!("between {} and {}", day(earliest), day(latest))),
        (Some(earliest), None) => Some(format!("{} or later", day(earliest))),
        (None, Some(latest)) => Some(format!("{} or earlier", day(latest))),
        (None, None) => None,
    }
}

fn day(day: NaiveDate) -> String {
    format!("{} {}, {}", month_name(day.month()), day.day(), day.year())
}

fn month_name(month: u32) -> &'static str {
    MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or_default()
}

fn date_in_full(date: Date) -> String {
    let first = date.first();
    let year = first.year();
    let unit = match date.unit() {
        Precision::Week => format!("the week of {}", day(first)),
        Precision::Weekend => format!("the weekend of {}", day(first)),
        Precision::Month => format!("{} {year}", month_name(first.month())),
        Precision::Quarter => format!("the {} quarter of {year}", ordinal(first.month0() / 3 + 1)),
        Precision::Season => format!("{} {year}", Season::holding(first).name()),
        Precision::Half => format!("the {} half of {year}", ordinal(first.month0() / 6 + 1)),
        Precision::Year => year.to_string(),
        Precision::Decade => format!("the {year}s"),
        Precision::Century => format!("the century from {year}"),
        _ => day(first),
    };
    let doubt = match date.doubt() {
        Doubt::None => "",
        Doubt::Approximate => "c. ",
        Doubt::Uncertain => "probably ",
        Doubt::Both => "perhaps c. ",
    };
    format!("{doubt}{}", modified(unit, date.modifier(), date.time()))
}

fn modified(unit: String, modifier: Option<Modifier>, time: Option<Time>) -> String {
    match (modifier, time) {
        (Some(Modifier::Start), _) => format!("early {unit}"),
        (Some(Modifier::Mid), _) => format!("mid-{unit}"),
        (Some(Modifier::End), _) => format!("late {unit}"),
        (Some(Modifier::After), _) => format!("{unit} or later"),
        (_, Some(Time::Part(part))) => format!("{unit}, {}", part.name()),
        (_, Some(Time::Hour(hour))) => format!("{unit}, {hour:02}h"),
        (_, Some(Time::Minute(hour, minute))) => format!("{unit}, {hour:02}:{minute:02}"),
        (_, None) => unit,
    }
}

fn interval(from: End, to: End) -> String {
    match (from, to) {
        (End::Date(from), End::Date(to)) => format!("{} to {}", date_in_full(from), date_in_full(to)),
        (End::Date(from), End::Open) => format!("from {} on", date_in_full(from)),
        (End::Date(from), End::Unknown) => format!("from {}, end unknown", date_in_full(from)),
        (End::Open, End::Date(to)) => format!("until {}", date_in_full(to)),
        (_, End::Date(to)) => format!("until {}, beginning unknown", date_in_full(to)),
        _ => "undated".to_owned(),
    }
}

/// What is known of the date, and the days that it must fall on.
fn partial_in_full(partial: Partial) -> Option<String> {
    let of_year = |known: String| match partial.year {
        Some(year) => format!("{known} {year}"),
        None => format!("{known}, year unknown"),
    };
    let known = match partial.part {
        PartOfYear::Some(unit) => format!("some {}", unit.name()),
        PartOfYear::Month(month) => of_year(month_name(month.into()).to_owned()),
        PartOfYear::Day(0, _) => of_year("some day of".to_owned()),
        PartOfYear::Day(month, 0) => of_year(format!("some day of {}", month_name(month.into()))),
        PartOfYear::Day(month, day) => of_year(format!("{} {day},", month_name(month.into()))).replace(",,", ","),
        PartOfYear::Weekday(weekday) => format!("a {}", weekday_name(weekday)),
        PartOfYear::Season(season) => of_year(season.name().to_owned()),
        PartOfYear::Quarter(quarter) => of_year(format!("the {} quarter of", ordinal(quarter.into()))),
        PartOfYear::Half(half) => of_year(format!("the {} half of", ordinal(half.into()))),
    };
    let known = modified(known.replace(" of, year unknown", ", year unknown"), partial.modifier, partial.time);
    match (partial.part, days_in_full(partial.days)) {
        (PartOfYear::Some(_), days) => days.map(|days| format!("{known}, {days}")),
        (_, Some(days)) if partial.year.is_none() => Some(format!("{known} ({days})")),
        _ => Some(known),
    }
}

const fn ordinal(number: u32) -> &'static str {
    match number {
        1 => "first",
        2 => "second",
        3 => "third",
        _ => "fourth",
    }
}

#[cfg(test)]
mod tests {
    use super::{days_in_full, in_full};
    use crate::calendar::{Days, When};

    #[track_caller]
    fn check(edtf: &str, expected: &str) {
        assert_eq!(in_full(When::from_edtf(edtf).unwrap()).as_deref(), Some(expected), "{edtf}");
    }

    #[test]
    fn times_are_said_in_full_and_no_more_precise_than_they_are() {
        check("2016-12-29", "December 29, 2016");
        check("2016-12", "December 2016");
        check("2016", "2016");
        check("201X", "the 2010s");
        check("2016-21", "spring 2016");
        check("2016-34", "the second quarter of 2016");
        check("2016-12-29T14:30", "December 29, 2016, 14:30");
        check("2016-12~", "c. December 2016");
        check("2016-12?", "probably December 2016");
        check("2016-12-XX", "some day of December 2016");
        check("2016-XX-XX", "some day of 2016");
        check("XXXX-12-29", "December 29, year unknown");
        check("2016-12-22/2016-12-29", "December 22, 2016 to December 29, 2016");
        check("2016-12-22/..", "from December 22, 2016 on");
        check("/2017-01", "until January 2017, beginning unknown");
        check("[2016-12-28..2016-12-29]", "some day, between December 28, 2016 and December 29, 2016");
    }

    #[test]
    fn what_may_be_any_of_several_days_says_so() {
        let day = |text: &str| text.parse().ok();
        let check = |earliest: &str, latest: &str, expected: Option<&str>| {
            let days = Days { earliest: day(earliest), latest: day(latest) };
            assert_eq!(days_in_full(days).as_deref(), expected);
        };
        check("2016-12-01", "2016-12-31", Some("December 2016"));
        check("2016-12-29", "2017-01-19", Some("between December 29, 2016 and January 19, 2017"));
        check("2016-12-29", "", Some("December 29, 2016 or later"));
        check("", "2016-12-29", Some("December 29, 2016 or earlier"));
        check("", "", None);
        assert_eq!(in_full(When::Unknown), None);
    }
}
