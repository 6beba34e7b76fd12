//! Dates as people write them in a date line, a byline or a file name: "January 13, 2017", "13 Jan 2017", "2017-01-13".
//!
//! Calendar dates only, for short texts that state one. Relative words ("Friday", "last month") and dates inside prose are the
//! extractor's business. A date that may be read in two ways ("12/11/2010") is none.

use chrono::NaiveDate;

use super::{Precision, When};
use crate::text::{Shape, Span, Token, tokens};

/// A date that was written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A day or a month with its year.
    Full(When),
    /// A day without its year: "Jan. 13".
    Yearless {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
}

/// Years that a written number of four digits is taken for.
const YEARS: std::ops::RangeInclusive<i32> = 1500..=2199;
/// A year of two digits ("23 Aug 88") from here on lies in the twentieth century, below in the twenty-first.
const FIRST_OF_THE_TWENTIETH: i32 = 50;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The letters that months begin with.
const INITIALS: &str = "jfmasondJFMASOND";

/// The dates written in `text`, each with its place.
pub fn written(text: &str) -> Vec<(Span, Written)> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text, Span::whole(text));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut line = Cursor { text, tokens: &tokens, at };
        match line.date() {
            Some(date) => {
                let last = line.at.max(at + 1);
                found.push((tokens[at].span.cover(tokens[last - 1].span), date));
                at = last;
            }
            None => at += 1,
        }
    }
    found
}

/// Reads tokens one after the other.
#[derive(Clone, Copy)]
struct Cursor<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
}

impl<'t> Cursor<'t> {
    fn date(&mut self) -> Option<Written> {
        let readings = [Self::month_first, Self::day_first, Self::year_first, Self::numbers];
        let start = *self;
        readings.iter().find_map(|read| {
            *self = start;
            read(self)
        })
    }

    /// "January 13, 2017", "Jan. 13", "January 2017".
    fn month_first(&mut self) -> Option<Written> {
        // The number before the month of an impossible date ("30 February 2017") makes the rest no date either.
        let follows_number = self.at.checked_sub(1).is_some_and(|before| self.tokens[before].shape == Shape::Number);
        let month = self.month()?;
        let before_day = *self;
        if let Some(day) = self.day() {
            let after_day = *self;
            self.sign(",");
            if let Some(year) = self.year() {
                return full(year, month, day);
            }
            *self = after_day;
            return NaiveDate::from_ymd_opt(2000, month, day).map(|_| Written::Yearless { month, day });
        }
        *self = before_day;
        if follows_number {
            return None;
        }
        self.sign(",");
        let first = NaiveDate::from_ymd_opt(self.year()?, month, 1)?;
        When::holding(first, Precision::Month).map(Written::Full)
    }

    /// "13 January 2017", "13th of January, 2017", "13 Jan 17", "13 January".
    fn day_first(&mut self) -> Option<Written> {
        let day = self.day()?;
        self.sign("-");
        self.sign("of");
        let month = self.month()?;
        let after_month = *self;
        self.sign(",");
        self.sign("-");
        if let Some(year) = self.year().or_else(|| self.short_year()) {
            return full(year, month, day);
        }
        *self = after_month;
        NaiveDate::from_ymd_opt(2000, month, day).map(|_| Written::Yearless { month, day })
    }

    /// "2017-01-13", "2017-01-13T22:00", "2017/01/13", "20170113".
    fn year_first(&mut self) -> Option<Written> {
        let first = self.next()?;
        if let (8, Ok(number)) = (first.len(), first.parse::<u32>()) {
            let year = i32::try_from(number / 10_000).ok().filter(|year| YEARS.contains(year))?;
            return full(year, number / 100 % 100, number % 100);
        }
        self.at -= 1;
        let year = self.year()?;
        let separator = self.separator()?;
        let month = self.number(2)?;
        self.touching(separator)?;
        let day = self.next()?.split('T').next()?;
        full(year, month, day.parse().ok().filter(|_| day.len() <= 2)?)
    }

    /// "1/13/2017" and "13/1/2017", where only one reading is a date.
    fn numbers(&mut self) -> Option<Written> {
        let first = self.number(2)?;
        let separator = self.separator()?;
        let second = self.number(2)?;
        self.touching(separator)?;
        let year = self.year()?;
        match (full(year, first, second), full(year, second, first)) {
            (Some(one), Some(other)) => (one == other).then_some(one),
            (one, other) => one.or(other),
        }
    }

    fn next(&mut self) -> Option<&'t str> {
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        Some(token.of(self.text))
    }

    /// Goes past `sign` if it stands here.
    fn sign(&mut self, sign: &str) {
        if self.tokens.get(self.at).is_some_and(|token| token.of(self.text) == sign) {
            self.at += 1;
        }
    }

    fn month(&mut self) -> Option<u32> {
        let word = self.next()?;
        // Most words are told by their first letter, without making them small.
        word.starts_with(|first: char| INITIALS.contains(first)).then_some(())?;
        let word = word.trim_end_matches('.').to_lowercase();
        let is_short = |month: &&str| word.len() >= 3 && month.starts_with(&word) && word.len() <= 4;
        let place = MONTHS.iter().position(|month| *month == word || is_short(month))?;
        self.sign(".");
        Some(place as u32 + 1)
    }

    /// "13", "13th".
    fn day(&mut self) -> Option<u32> {
        let word = self.next()?;
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let is_ordinal = matches!(word.get(digits.len()..)?, "" | "st" | "nd" | "rd" | "th");
        digits.parse().ok().filter(|day| is_ordinal && (1..=31).contains(day))
    }

    fn number(&mut self, digits: usize) -> Option<u32> {
        self.next().filter(|word| word.len() <= digits)?.parse().ok()
    }

    fn year(&mut self) -> Option<i32> {
        self.next().filter(|word| word.len() == 4)?.parse().ok().filter(|year| YEARS.contains(year))
    }

    fn short_year(&mut self) -> Option<i32> {
        self.at -= 1;
        let year: i32 = self.next().filter(|word| word.len() == 2)?.parse().ok()?;
        Some(year + if year < FIRST_OF_THE_TWENTIETH { 2000 } else { 1900 })
    }

    /// The sign between the parts of a date in numbers, which touches both.
    fn separator(&mut self) -> Option<&'t str> {
        let sign = self.tokens.get(self.at).filter(|token| token.shape == Shape::Sign)?.of(self.text);
        matches!(sign, "-" | "/" | "_").then_some(())?;
        self.touching(sign)?;
        Some(sign)
    }

    fn touching(&mut self, sign: &str) -> Option<()> {
        let here = self.tokens.get(self.at)?;
        let before = self.tokens.get(self.at.checked_sub(1)?)?;
        let after = self.tokens.get(self.at + 1)?;
        let touches = before.span.end == here.span.start && here.span.end == after.span.start;
        self.at += 1;
        (touches && here.of(self.text) == sign).then_some(())
    }
}

fn full(year: i32, month: u32, day: u32) -> Option<Written> {
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(Written::Full(When::day(day)))
}

impl Written {
    /// The date, taking `year` where none is written; `None` where that year has no such day.
    pub fn in_year(self, year: Option<i32>) -> Option<When> {
        match self {
            Self::Full(when) => Some(when),
            Self::Yearless { month, day } => NaiveDate::from_ymd_opt(year?, month, day).map(When::day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Written, written};

    /// What is found, as `words=EDTF`, or `words=--month-day` without a year.
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = written(text)
            .into_iter()
            .map(|(place, date)| match date {
                Written::Full(when) => format!("{}={}", place.of(text), when.edtf().unwrap_or_default()),
                Written::Yearless { month, day } => format!("{}=--{month:02}-{day:02}", place.of(text)),
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn dates_of_every_common_form_are_read() {
        check("Posted on January 13, 2017, at 10:42 PM ET", &["January 13, 2017=2017-01-13"]);
        check("Fri. 13 Jan 2017", &["13 Jan 2017=2017-01-13"]);
        check(
            "Sept. 3rd, 2011 | updated 4th of October, 2011",
            &["Sept. 3rd, 2011=2011-09-03", "4th of October, 2011=2011-10-04"],
        );
        check(
            "2017-01-13T22:00 2017/01/14 20170115",
            &["2017-01-13T22:00=2017-01-13", "2017/01/14=2017-01-14", "20170115=2017-01-15"],
        );
        check(
            "1/13/2017, 13/1/2017, 1/1/2017",
            &["1/13/2017=2017-01-13", "13/1/2017=2017-01-13", "1/1/2017=2017-01-01"],
        );
        check("MANAGUA, 27 Aug 88", &["27 Aug 88=1988-08-27"]);
        check("WARSAW (Jan. 13)", &["Jan. 13=--01-13"]);
        check("May 2016", &["May 2016=2016-05"]);
    }

    #[test]
    fn what_is_no_date_or_more_than_one_is_none() {
        check("12/11/2010", &[]);
        check("30 February 2017 and 2017-13-45", &[]);
        check("May said in 2016 that 42 may come", &[]);
        check("99999999-01-01 and call 555-01-13", &[]);
        check("D861 374F 4575 134B 09D9", &[]);
    }

    #[test]
    fn a_year_may_come_from_elsewhere() {
        let leap = Written::Yearless { month: 2, day: 29 };
        assert_eq!(leap.in_year(Some(2017)), None);
        assert_eq!(leap.in_year(None), None);
        assert_eq!(leap.in_year(Some(2016)).and_then(super::When::edtf).as_deref(), Some("2016-02-29"));
    }
}
