//! Reading EDTF, the Extended Date/Time Format (ISO 8601-2:2019): level 0 and 1, and of level 2 seasons, quarters and halves,
//! unspecified digits and "one of a range". Years before Christ count from "0000", which is 1 BC,
//! downward. No years beyond 9999, no sets.

use chrono::{Datelike, NaiveDate};

use super::{Date, Days, Doubt, End, PartOfYear, Partial, Precision, Season, Time, When};

/// What `text` says, or `None` where it is not EDTF.
pub(super) fn parse(text: &str) -> Option<When> {
    if !text.is_ascii() {
        return None;
    }
    if let Some(range) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return one_of(range);
    }
    match text.split_once('/') {
        Some((from, to)) => interval(end(from)?, end(to)?),
        None => date_or_partial(text),
    }
}

fn one_of(range: &str) -> Option<When> {
    let (from, to) = range.split_once("..")?;
    let day = |text: &str| match text {
        "" => Some(None),
        text => plain_day(text).map(Some),
    };
    let days = Days { earliest: day(from)?, latest: day(to)? };
    let in_order = days.earliest.zip(days.latest).is_none_or(|(from, to)| from <= to);
    let partial = Partial { days, ..Partial::some(Precision::Day) };
    (in_order && !days.is_unknown()).then_some(When::Partial(partial))
}

fn end(text: &str) -> Option<End> {
    match text {
        ".." => Some(End::Open),
        "" => Some(End::Unknown),
        text => match date_or_partial(text)? {
            When::Date(date) => Some(End::Date(date)),
            _ => None,
        },
    }
}

fn interval(from: End, to: End) -> Option<When> {
    let is_placed = matches!((from, to), (End::Date(_), _) | (_, End::Date(_)));
    let in_order = match (from, to) {
        (End::Date(from), End::Date(to)) => from.days().earliest <= to.days().latest,
        _ => true,
    };
    (is_placed && in_order).then_some(When::Interval { from, to })
}

fn date_or_partial(text: &str) -> Option<When> {
    match text.strip_prefix('-') {
        Some(after) => before_christ(after),
        None => after_christ(text),
    }
}

/// A date whose year is below 0: the mirrored year's month and day.
fn before_christ(text: &str) -> Option<When> {
    let When::Date(mirrored) = after_christ(text)? else { return None };
    let year = -mirrored.first().year();
    let year = match mirrored.unit() {
        Precision::Decade => year - 9,
        Precision::Century => year - 99,
        _ => year,
    };
    let date = Date::holding(mirrored.first().with_year(year).filter(|_| year < 0)?, mirrored.unit())?;
    Some(When::Date(date.at(mirrored.time()).doubted(mirrored.doubt())))
}

fn after_christ(text: &str) -> Option<When> {
    let (text, doubt) = match text.as_bytes().last()? {
        b'~' => (text.get(..text.len() - 1)?, Doubt::Approximate),
        b'?' => (text.get(..text.len() - 1)?, Doubt::Uncertain),
        b'%' => (text.get(..text.len() - 1)?, Doubt::Both),
        _ => (text, Doubt::None),
    };
    let (text, time) = match text.split_once('T') {
        Some((day, clock)) => (day, Some(time(clock)?)),
        None => (text, None),
    };
    let mut parts = text.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let month = parts.next().map(unit);
    let day = parts.next().map(unit);
    if parts.next().is_some() || (time.is_some() && day.is_none()) {
        return None;
    }
    let when = match (month, day) {
        (None, _) => whole_year(year)?,
        (Some(month), None) => within_year(year, month?)?,
        (Some(month), Some(day)) => day_of_year(year, month?, day?)?,
    };
    Some(match when {
        When::Date(date) => When::Date(date.at(time).doubted(doubt)),
        When::Partial(partial) => When::Partial(Partial { time, ..partial }),
        other => other,
    })
}

/// "2016", "201X", "20XX".
fn whole_year(year: &str) -> Option<When> {
    let (unit, first) = match year.find('X') {
        None => (Precision::Year, number(year)?),
        Some(3) => (Precision::Decade, number(year.get(..3)?)? * 10),
        Some(2) if year.ends_with("XX") => (Precision::Century, number(year.get(..2)?)? * 100),
        Some(_) => return None,
    };
    When::holding(NaiveDate::from_ymd_opt(i32::from(first), 1, 1)?, unit)
}

/// A month, season, quarter or half of a year, which may be unspecified; 0 is an unspecified month.
fn within_year(year: &str, code: u8) -> Option<When> {
    let part = match code {
        0 => PartOfYear::Some(Precision::Month),
        1..=12 => PartOfYear::Month(code),
        21..=24 => PartOfYear::Season(Season::ALL[usize::from(code) - 21]),
        33..=36 => PartOfYear::Quarter(code - 32),
        40..=41 => PartOfYear::Half(code - 39),
        _ => return None,
    };
    if year == "XXXX" {
        return (code > 0).then_some(When::Partial(Partial::of(part)));
    }
    let year = number(year)?;
    let first = |month: u8| NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), 1);
    match part {
        PartOfYear::Season(season) => Date::season(i32::from(year), season).map(When::Date),
        PartOfYear::Quarter(quarter) => When::holding(first(quarter * 3 - 2)?, Precision::Quarter),
        PartOfYear::Half(half) => When::holding(first(half * 6 - 5)?, Precision::Half),
        PartOfYear::Month(month) => When::holding(first(month)?, Precision::Month),
        _ => Some(unspecified(year, part, first(1)?, Precision::Year)?),
    }
}

/// A day of a year, any of them unspecified; 0 is unspecified.
fn day_of_year(year: &str, month: u8, day: u8) -> Option<When> {
    let possible = |year: i32| NaiveDate::from_ymd_opt(year, u32::from(month.max(1)), u32::from(day.max(1)));
    if year == "XXXX" {
        // A leap year: some year may have the day.
        possible(2000).filter(|_| month > 0)?;
        return Some(When::Partial(Partial::of(PartOfYear::Day(month, day))));
    }
    let year = number(year)?;
    let first = possible(i32::from(year))?;
    match (month, day) {
        (1.., 1..) => When::holding(first, Precision::Day),
        (1.., 0) => unspecified(year, PartOfYear::Day(month, 0), first, Precision::Month),
        _ => unspecified(year, PartOfYear::Day(month, day), first, Precision::Year),
    }
}

/// A part of a known year that lies somewhere in the `unit` that holds `first`.
fn unspecified(year: u16, part: PartOfYear, first: NaiveDate, unit: Precision) -> Option<When> {
    let days = Date::holding(first, unit)?.days();
    Some(When::Partial(Partial { year: Some(year), days, ..Partial::of(part) }))
}

/// "14:00", "14:00:00", either with a zone, which is read past: days are the source's own.
fn time(text: &str) -> Option<Time> {
    let clock = text.trim_end_matches('Z');
    let clock = clock.split(['+', '-']).next()?;
    let mut parts = clock.split(':').map(two);
    let hour = parts.next().flatten().filter(|hour| *hour <= 24)?;
    let minute = parts.next().flatten().filter(|minute| *minute < 60)?;
    parts.next().is_none_or(|seconds| seconds.is_some_and(|seconds| seconds <= 60)).then_some(())?;
    (hour < 24 || minute == 0).then_some(if minute == 0 { Time::Hour(hour) } else { Time::Minute(hour, minute) })
}

/// A month or day: two digits, 0 for "XX". No month and no day is "00".
fn unit(text: &str) -> Option<u8> {
    if text == "XX" { Some(0) } else { two(text).filter(|number| *number > 0) }
}

fn two(text: &str) -> Option<u8> {
    (text.len() == 2 && text.bytes().all(|digit| digit.is_ascii_digit())).then(|| text.parse().ok())?
}

fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
}

fn plain_day(text: &str) -> Option<NaiveDate> {
    match date_or_partial(text)? {
        When::Date(date) if date.unit() == Precision::Day => Some(date.first()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use proptest::prelude::*;

    /// `days` is "earliest latest", each "-" where open; "none" where the text is no EDTF.
    fn check(text: &str, timex: &str, days: &str) {
        let Some(when) = parse(text) else {
            assert_eq!(days, "none", "{text}");
            return;
        };
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "-".into(), |day| day.to_string());
        let found = format!("{} {}", day(when.days().earliest), day(when.days().latest));
        assert_eq!((when.timex().as_str(), found.as_str()), (timex, days), "{text}");
        assert_eq!(when.edtf().as_deref(), Some(text), "the way back");
    }

    #[test]
    fn level_0() {
        check("2016-12-29", "2016-12-29", "2016-12-29 2016-12-29");
        check("2016-12", "2016-12", "2016-12-01 2016-12-31");
        check("2016", "2016", "2016-01-01 2016-12-31");
        check("2016-12-29T14:05:00", "2016-12-29T14:05", "2016-12-29 2016-12-29");
        check("2016-12/2017-01-20", "2016-12/2017-01-20", "2016-12-01 2017-01-20");
    }

    #[test]
    fn level_1_and_2() {
        check("2016-12~", "2016-12", "2016-12-01 2016-12-31");
        check("2016-12-29?", "2016-12-29", "2016-12-29 2016-12-29");
        check("2016%", "2016", "2016-01-01 2016-12-31");
        check("2016-12-XX", "2016-12-XX", "2016-12-01 2016-12-31");
        check("2016-XX-XX", "2016-XX-XX", "2016-01-01 2016-12-31");
        check("XXXX-12-29", "XXXX-12-29", "- -");
        check("201X", "201", "2010-01-01 2019-12-31");
        check("19XX", "19", "1900-01-01 1999-12-31");
        check("2013/..", "2013/..", "2013-01-01 -");
        check("/2017", "/2017", "- 2017-12-31");
        check("2016-21", "2016-SP", "2016-03-01 2016-06-21");
        check("2016-24", "2016-WI", "2016-01-01 2017-03-21");
        check("2016-36", "2016-Q4", "2016-10-01 2016-12-31");
        check("2016-41", "2016-H2", "2016-07-01 2016-12-31");
        check("[2017-02-24..2017-03-31]", "XXXX-XX-XX", "2017-02-24 2017-03-31");
    }

    #[test]
    fn years_before_christ() {
        check("-0263", "BC0264", "-0263-01-01 -0263-12-31");
        check("-0043-03-15", "BC0044-03-15", "-0043-03-15 -0043-03-15");
        check("-0217-21", "BC0218-SP", "-0217-03-01 -0217-06-21");
        check("-04XX", "BC04", "-0499-01-01 -0400-12-31");
        check("-026X", "BC026", "-0269-01-01 -0260-12-31");
        check("0000", "BC0001", "0000-01-01 0000-12-31");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "Friday",
            "2017-13-45",
            "2017-02-29",
            "2016-00",
            "2016-12-00",
            "99999-01-01",
            "-0000",
            "-20XX-01",
            "2016-1-1",
            "/",
            "../..",
            "2017/2016",
            "2016-12-29T25:00",
            "2016-12T14:00",
            "XXXX",
            "2X16",
            "2016-12-29-01",
            "20\u{ff11}6",
            "2016-50",
            "[..]",
        ] {
            check(text, "", "none");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[0-9X.T:/~?%\\[\\]-]{0,24}|.{0,12}") {
            if let Some(when) = parse(&text) {
                let days = when.days();
                prop_assert!(days.earliest.zip(days.latest).is_none_or(|(from, to)| from <= to));
                let written = when.edtf();
                prop_assert_eq!(written.as_deref().and_then(parse).and_then(crate::calendar::When::edtf), written);
            }
        }

        #[test]
        fn every_day_comes_back(days in 0_i64..3_652_058) {
            let day = chrono::NaiveDate::from_ymd_opt(1, 1, 1).unwrap() + chrono::TimeDelta::days(days);
            prop_assert_eq!(parse(&day.to_string()), Some(crate::calendar::When::day(day)));
        }
    }
}
