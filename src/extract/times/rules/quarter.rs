//! Quarters and halves of a year: "the third quarter", "third-quarter", "the first half of 1989", "Q3 2017".

use chrono::NaiveDate;

use crate::calendar::{Base, Precision, Symbolic, Toward, When};

use super::super::found::Core;
use super::super::lexicon::Word;
use super::super::sentence::Sentence;
use super::super::tense;
use super::year::plain_year;

/// "third quarter", "fiscal second-quarter", "first half of 2016".
pub(super) fn rule(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let (number, unit, end) = head(s, at)?;
    let of = usize::from(s.word(end) == Word::Of);
    if let Some(year) = plain_year(s, end + of) {
        return placed(i32::from(year), number, unit, end + of + 1).map(Core::with_the);
    }
    let years = match (s.word(end + of), s.word(end + of + 1)) {
        (Word::Last, Word::Unit(crate::calendar::Unit::Year)) => Some(-1),
        (Word::This, Word::Unit(crate::calendar::Unit::Year)) => Some(0),
        (Word::Next, Word::Unit(crate::calendar::Unit::Year)) => Some(1),
        _ => None,
    };
    if let Some(years) = years {
        return Some(numbered(number, unit, years, end + of + 2).with_the());
    }
    if unit == Precision::Half {
        // "the first half" of a match, of a text: only of a year.
        return None;
    }
    let toward = match tense::of_year(s, at, end) {
        Toward::Past => Toward::Past,
        _ => Toward::Soon,
    };
    let core = Core::base(end, Base::Quarter { quarter: number, toward }, "quarter");
    Some(if s.is_hyphen(end - 2) { core } else { core.with_the() })
}

/// "quarter" or "third quarter" after a year: "the 1988 third quarter".
pub(super) fn within(s: &Sentence<'_>, at: usize, year: i32) -> Option<Core> {
    let (number, unit, end) = head(s, at)?;
    placed(year, number, unit, end)
}

/// After "last year's": a quarter of the year so many after the publication's.
pub(super) fn of_years(s: &Sentence<'_>, at: usize, years: i32) -> Option<Core> {
    let (number, unit, end) = head(s, at)?;
    Some(numbered(number, unit, years, end))
}

/// "Q3 2017", "Q3".
pub(super) fn short(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let number: u8 = match s.text(at) {
        "Q1" => 1,
        "Q2" => 2,
        "Q3" => 3,
        "Q4" => 4,
        _ => return None,
    };
    let of = usize::from(s.word(at + 1) == Word::Of);
    match plain_year(s, at + 1 + of) {
        Some(year) => placed(i32::from(year), number, Precision::Quarter, at + 2 + of),
        None => Some(Core::base(at + 1, Base::Quarter { quarter: number, toward: Toward::Soon }, "quarter")),
    }
}

fn head(s: &Sentence<'_>, at: usize) -> Option<(u8, Precision, usize)> {
    let at = at + usize::from(s.word(at) == Word::Fiscal);
    let at = s.past_hyphen(at);
    let number = match s.word(at) {
        Word::Ordinal(number @ 1..=4) => number,
        // "the last half of 1989".
        Word::Last if s.word(at + 1) == Word::Half => 2,
        _ => return None,
    };
    let next = at + 1 + usize::from(s.word(at + 1) == Word::Fiscal);
    let next = s.past_hyphen(next);
    match s.word(next) {
        Word::Quarter => Some((number, Precision::Quarter, next + 1)),
        Word::Half if number <= 2 => Some((number, Precision::Half, next + 1)),
        _ => None,
    }
}

fn placed(year: i32, number: u8, unit: Precision, end: usize) -> Option<Core> {
    let months = if unit == Precision::Half { 6 } else { 3 };
    let first = NaiveDate::from_ymd_opt(year, u32::from(number - 1) * months + 1, 1)?;
    Some(Core::date(end, Symbolic::Fixed(When::holding(first, unit)?), "quarter").sure(95))
}

fn numbered(number: u8, unit: Precision, years: i32, end: usize) -> Core {
    let months = if unit == Precision::Half { 6 } else { 3 };
    let base = Base::MonthOfYear { month: (number - 1) * months + 1, years };
    let relative = crate::calendar::Relative { base, unit, count: 0, time: None, modifier: None };
    Core::date(end, Symbolic::Relative(relative), "quarter of a year")
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check_on;

    #[test]
    fn quarters_and_halves() {
        check_on("1989-10-26", "[Third-quarter=1989-Q3] profit beat [the second quarter of 1988=1988-Q2].");
        check_on(
            "1989-10-26",
            "In [the first half of 1988=1988-H1] and [Q3 1987=1987-Q3] it lost; the first half of the match was dull. It fell in [the last half of 1988=1988-H2].",
        );
    }
}
