//! Dates in digits: "2016-12-29", "12/29", "12/29/2016", "29.12.2016".

use chrono::NaiveDate;

use crate::calendar::{Base, Symbolic, When};

use super::super::found::Core;
use super::super::lexicon::Word;
use super::super::sentence::Sentence;
use super::super::tense;

/// A date in digits.
pub(super) fn rule(s: &Sentence<'_>, at: usize) -> Option<Core> {
    if s.touches(at) && !matches!(s.text_before(at), "(" | "[" | "\"" | "“" | ":") {
        return None;
    }
    dotted(s, at).or_else(|| match s.text(at + 1) {
        "-" => iso(s, at),
        "/" => slashed(s, at),
        _ => None,
    })
}

fn iso(s: &Sentence<'_>, at: usize) -> Option<Core> {
    if !(s.touches(at + 1) && s.touches(at + 2) && s.text(at + 3) == "-" && s.touches(at + 3) && s.touches(at + 4)) {
        return None;
    }
    let year = s.digits(at).filter(|_| s.text(at).len() == 4)?;
    let month = s.digits(at + 2).filter(|_| s.text(at + 2).len() == 2)?;
    // A time may follow the day without a space: "2016-12-29T14:00:00Z".
    let (day, time) = s.text(at + 4).split_once('T').unwrap_or((s.text(at + 4), "00"));
    let hour: u32 = time.get(..2)?.parse().ok()?;
    let day: u32 = day.parse().ok().filter(|_| day.len() == 2 && hour <= 24)?;
    placed(s, year, month, day, at + 5)
}

fn slashed(s: &Sentence<'_>, at: usize) -> Option<Core> {
    if !(s.touches(at + 1) && s.touches(at + 2))
        || s.word_before(at) != Word::Other && s.digits(at.wrapping_sub(1)).is_some()
        || super::calendar_day::month(s, at + 3).is_some()
    {
        return None;
    }
    let short = |at: usize| s.digits(at).filter(|_| s.text(at).len() <= 2);
    if s.text(at + 3) == "/" && s.touches(at + 3) && s.touches(at + 4) {
        if s.text(at).len() == 4 {
            return placed(s, s.digits(at)?, short(at + 2)?, short(at + 4)?, at + 5);
        }
        let (first, second) = (short(at)?, short(at + 2)?);
        let year = match (s.text(at + 4).len(), s.digits(at + 4)?) {
            (4, year) => year,
            (2, year @ 0..=49) => 2000 + year,
            (2, year) => 1900 + year,
            _ => return None,
        };
        // Month first, as American papers write; the other way where only that is a date.
        return placed(s, year, first, second, at + 5).or_else(|| placed(s, year, second, first, at + 5));
    }
    let (month, day) = (short(at)?, short(at + 2)?);
    // "1/2" and "24/7" are no dates.
    let is_date = s.text(at + 2).len() == 2 && !s.touches(at + 3)
        || matches!(s.text(at + 3), "," | "." | ")" | ";" | ":" | "\"" | "”" | "'s" | "’s");
    if !is_date || s.text(at + 2).len() != 2 || s.word(at + 3) == Word::Of || s.digits(at.wrapping_sub(1)).is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(2000, month, day)?;
    let toward = tense::of_year(s, at, at + 3);
    let base = Base::Day { month: month as u8, day: day as u8, toward, year: None };
    Some(Core::base(at + 3, base, "month/day").sure(80))
}

/// "29.12.2016": one token.
fn dotted(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let text = s.text(at);
    if text.len() > 10 {
        return None;
    }
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next().filter(|year| year.len() == 4)?);
    if parts.next().is_some() {
        return None;
    }
    placed(s, year.parse().ok()?, month.parse().ok()?, day.parse().ok()?, at + 1)
}

fn placed(s: &Sentence<'_>, year: u32, month: u32, day: u32, end: usize) -> Option<Core> {
    let goes_on = s.touches(end) && (matches!(s.text(end), "-" | "/") && s.touches(end + 1));
    let year = i32::try_from(year).ok().filter(|year| (1000..=2100).contains(year) && !goes_on)?;
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(Core::date(end, Symbolic::Fixed(When::day(day)), "date in digits").sure(95))
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn dates_in_digits() {
        check("They spoke on [12/29=2016-12-29], not [12/28=2016-12-28].");
        check(
            "Filed [2016-12-29=2016-12-29], [12/29/2016=2016-12-29], [31/12/99=1999-12-31] and [29.12.2016=2016-12-29].",
        );
        check("Logged at [2017-01-03T14:00:00Z=2017-01-03].");
    }

    #[test]
    fn fractions_and_impossible_dates_are_none() {
        check("Open 24/7, 1/2 full, 2017-13-45, 2017-02-29, 0000-00-00 and 99999999-01-01.");
    }
}
