//! Years, decades and centuries: "2016", "the 1990s", "the '80s", "fiscal 1989", "nineteen ninety-six", "the 20th century".

use chrono::NaiveDate;

use crate::calendar::{Precision, Symbolic, When};
use crate::text::Shape;

use super::super::found::{Core, How, Lead, Meaning};
use super::super::lexicon::Word;
use super::super::quantity::below_hundred;
use super::super::sentence::Sentence;

/// The years that a text may speak of; others are numbers.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// A year at `at`, after a month or a day, with its era, and one past it: "1941", "44 BC", "AD 70". Year 0 is 1 BC.
pub(super) fn year(s: &Sentence<'_>, at: usize) -> Option<(i32, usize)> {
    of_era(s, at).or_else(|| plain_year(s, at).map(|year| (i32::from(year), at + 1)))
}

/// A year with its era: "264 BC", "70 AD", "AD 70", and the first of "264-241 BC".
fn of_era(s: &Sentence<'_>, at: usize) -> Option<(i32, usize)> {
    let number =
        |at: usize| s.digits(at).filter(|year| (1..=9999).contains(year)).and_then(|year| i32::try_from(year).ok());
    let dated = |year: i32, era: Era| if era == Era::BeforeChrist { 1 - year } else { year };
    if era(s, at) == Some(Era::AnnoDomini) {
        return number(at + 1).map(|year| (year, at + 2));
    }
    let first = number(at)?;
    if let Some(found) = era(s, at + 1) {
        return Some((dated(first, found), at + 2));
    }
    let second = number(at + 2).filter(|_| s.is_hyphen(at + 1) && s.touches(at + 1) && s.touches(at + 2))?;
    match era(s, at + 3)? {
        Era::BeforeChrist => (second < first).then_some((1 - first, at + 1)),
        Era::AnnoDomini => (second > first).then_some((first, at + 1)),
    }
}

/// What a year is counted from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Era {
    BeforeChrist,
    AnnoDomini,
}

/// In capitals only.
fn era(s: &Sentence<'_>, at: usize) -> Option<Era> {
    match s.text(at) {
        "BC" | "BCE" | "B.C." | "B.C" | "B.C.E." | "B.C.E" => Some(Era::BeforeChrist),
        "AD" | "CE" | "A.D." | "A.D" | "C.E." | "C.E" => Some(Era::AnnoDomini),
        _ => None,
    }
}

/// A year of four digits at `at`.
pub(super) fn plain_year(s: &Sentence<'_>, at: usize) -> Option<u16> {
    let year = s.digits(at).filter(|year| s.text(at).len() == 4 && YEARS.contains(year))?;
    (!followed_by_count(s, at + 1)).then_some(year as u16)
}

/// Whether what follows makes the number before it a count: "%", "percent", "people".
pub(super) fn followed_by_count(s: &Sentence<'_>, at: usize) -> bool {
    let unit = matches!(s.word(at), Word::Unit(_) | Word::Units(_) | Word::Times(_) | Word::Meridiem(_));
    unit || s.text(at) == "%"
        || s.is(
            at,
            &[
                "percent", "per", "cents", "people", "miles", "million", "billion", "points", "shares", "feet",
                "degrees",
            ],
        )
}

/// "2016", "1990s", "'80s", "fiscal 1989".
pub(super) fn rule(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    match s.word(at) {
        Word::Decade(decade) if lead.the.is_some() => {
            return unit(1900 + i32::from(decade) * 10, Precision::Decade, at + 1).map(Core::with_the);
        }
        Word::Decade(_) => return None,
        Word::Fiscal => {
            let year = at + 1 + usize::from(s.word(at + 1) == Word::Unit(crate::calendar::Unit::Year));
            return unit(i32::from(plain_year(s, year)?), Precision::Year, year + 1);
        }
        _ => {}
    }
    if let Some((year, end)) = of_era(s, at) {
        return unit(year, Precision::Year, end);
    }
    if let Some(core) = end_of_range(s, at) {
        return Some(core);
    }
    decade(s, at).or_else(|| {
        let year = plain_year(s, at).filter(|_| is_year(s, lead, at))?;
        // "the 2016 election": the year alone.
        let core = unit(i32::from(year), Precision::Year, at + 1)?;
        let period = matches!(s.word(at + 1), Word::Quarter | Word::Period);
        let quarter = super::quarter::within(s, at + 1, i32::from(year));
        Some(match (quarter, core.meaning) {
            (Some(quarter), _) => quarter.with_the(),
            // "the 1988 period": the quarter that is spoken of, in that year.
            (None, Meaning::Said(said)) if period => {
                Core::back(at + 2, How::InYear(i32::from(year)), "period of a year").or(said)
            }
            (None, _) => core,
        })
    })
}

/// "45" in "1939-45".
fn end_of_range(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let end = s.digits(at).filter(|_| s.text(at).len() == 2)?;
    let first = at.checked_sub(2).and_then(|first| plain_year(s, first))?;
    let is_joined = (s.is_hyphen(at - 1) || s.text(at - 1) == "/") && s.touches(at - 1) && s.touches(at);
    let is_alone = at < 3 || !s.touches(at - 2) || matches!(s.text(at - 3), "(" | "[");
    let goes_on = s.touches(at + 1) && (s.is_hyphen(at + 1) || s.text(at + 1) == "/");
    let year = u32::from(first) / 100 * 100 + end;
    (is_joined && is_alone && !goes_on && year > u32::from(first))
        .then(|| unit(i32::try_from(year).ok()?, Precision::Year, at + 1))?
}

/// "nineteen ninety-six", "two thousand ten" as a year.
pub(super) fn spelled(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let (year, end) = spelled_year(s, at)?;
    unit(i32::from(year), Precision::Year, end)
}

pub(super) fn spelled_year(s: &Sentence<'_>, at: usize) -> Option<(u16, usize)> {
    let Word::Number(century @ (17..=20)) = s.word(at) else { return None };
    let (rest, end) = below_hundred(s, at + 1).filter(|(rest, _)| *rest >= 10)?;
    (!followed_by_count(s, end) && !s.is_hyphen(end)).then_some((century * 100 + rest as u16, end))
}

/// "two thousand", "two thousand four": a year only where "the year" stands before.
pub(super) fn spelled_thousand(s: &Sentence<'_>, at: usize) -> Option<(u16, usize)> {
    let is_thousand = matches!(s.word(at), Word::Number(1 | 2)) && s.word(at + 1) == Word::Times(1000);
    let Word::Number(thousands) = s.word(at) else { return None };
    let rest = at + 2 + usize::from(s.is(at + 2, &["and"]));
    let (more, end) = below_hundred(s, rest).unwrap_or((0, at + 2));
    is_thousand.then_some((thousands * 1000 + more as u16, end))
}

/// "the 20th century", "the nineteenth century".
pub(super) fn century(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let text = s.text(at);
    let number: i32 = match s.word(at) {
        Word::Ordinal(number) => i32::from(number),
        _ => text.strip_suffix("th").or(text.strip_suffix("st")).or(text.strip_suffix("rd"))?.parse().ok()?,
    };
    let end = s.past_hyphen(at + 1);
    if s.word(end) != Word::Century || !(1..=22).contains(&number) {
        return None;
    }
    let (year, end) = match era(s, end + 1) {
        Some(Era::BeforeChrist) => (-number * 100 + 1, end + 2),
        Some(Era::AnnoDomini) => ((number - 1) * 100, end + 2),
        None => ((number - 1) * 100, end + 1),
    };
    unit(year, Precision::Century, end).map(Core::with_the)
}

/// "1990s", "'90s", "1990's".
fn decade(s: &Sentence<'_>, at: usize) -> Option<Core> {
    if let Some(core) = century(s, at) {
        return Some(core);
    }
    let text = s.text(at);
    if matches!(text, "'" | "\u{2019}" | "\u{2018}") && s.touches(at + 1) {
        let digits = s.text(at + 1).strip_suffix('s').filter(|digits| digits.len() == 2 && digits.ends_with('0'))?;
        return unit(1900 + digits.parse::<i32>().ok()?, Precision::Decade, at + 2).map(Core::with_the);
    }
    let digits = match text.strip_suffix('s') {
        Some(digits) => digits,
        None if s.is_possessive(at + 1) && text.ends_with('0') => text,
        None => return None,
    };
    let first: u16 = digits.parse().ok().filter(|_| digits.len() == 4 && digits.ends_with('0'))?;
    let end = at + 1 + usize::from(digits.len() == text.len());
    YEARS.contains(&u32::from(first)).then(|| unit(i32::from(first), Precision::Decade, end))?.map(Core::with_the)
}

/// Whether the four digits at `at` are a year and no count, amount or part of an identifier.
fn is_year(s: &Sentence<'_>, lead: &Lead, at: usize) -> bool {
    let before = s.text_before(at);
    let next = s.text(at + 1);
    let is_joined = |at: usize| {
        s.touches(at) && !matches!(s.text(at), "," | "." | ";" | ":" | ")" | "?" | "!" | "\"" | "”" | "'s" | "’s" | "]")
    };
    let after_sign =
        s.touches(at) && !matches!(before, "(" | "[" | "\"" | "“" | "‘" | "'" | "-" | "\u{2013}" | "/" | "—" | "``");
    let dashed = s.touches(at) && matches!(before, "-" | "\u{2013}" | "/") && !is_dashed_year(s, at);
    let neighbour = |at: usize| {
        s.shape(at) == Some(Shape::Number)
            || (s.text(at).bytes().any(|byte| byte.is_ascii_digit()) && !s.text(at).is_empty())
    };
    let in_series = neighbour(at + 1) || (at > 0 && !s.touches(at) && neighbour(at - 1) && !follows_day(s, at));
    let joined_after =
        is_joined(at + 1) && !(s.is_hyphen(at + 1) && !s.is_capitalized(at + 2) || matches!(next, "/" | "—" | "''"));
    let in_date = s.is_hyphen(at + 1) && s.text(at + 2).len() <= 2 && s.is_hyphen(at + 3) && s.digits(at + 2).is_some();
    let month = at.wrapping_sub(1);
    let in_impossible = super::calendar_day::month(s, month).is_some() && super::month::is_impossible_day(s, month);
    if in_date || in_impossible {
        return false;
    }
    if after_sign || dashed || in_series || joined_after || matches!(before, "$" | "£" | "€" | "#" | "@" | "No") {
        return false;
    }
    let is_closed = matches!(next, "" | "," | "." | ";" | ":" | ")" | "-" | "\u{2013}" | "\u{2014}")
        || matches!(s.word(at + 1), Word::The | Word::Article | Word::Until | Word::In)
        || s.is(at + 1, &["to", "and", "when", "he", "she", "they"]);
    let has_cue = lead.start < at
        || matches!(
            s.word_before(at),
            Word::In
                | Word::Of
                | Word::Until
                | Word::The
                | Word::Before
                | Word::After
                | Word::Early
                | Word::Late
                | Word::About
        )
        || s.is(at.wrapping_sub(1), &["since", "from", "during", "for", "to", "and", "copyright", "©", "(", "-"]);
    let counted = next.ends_with('s') && s.shape(at + 1) == Some(Shape::Lower) && next.len() > 3;
    has_cue && (is_closed || s.digits(at) >= Some(1500) || s.word_before(at) == Word::In)
        || !counted && s.digits(at) >= Some(1700)
}

/// "mid-1996", "2009-2010".
fn is_dashed_year(s: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(2) else { return false };
    let is_year = s.text(before).len() == 4 && s.digits(before).is_some_and(|year| YEARS.contains(&year));
    is_year && !(before > 0 && s.touches(before) && s.is_hyphen(before - 1))
        || matches!(s.word(before), Word::Mid | Word::Early | Word::Late)
        || s.is(before, &["post", "pre"])
}

/// "June 3 1998" without a comma.
fn follows_day(s: &Sentence<'_>, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|month| matches!(s.word(month), Word::Month(_) | Word::ShortMonth(_)))
}

fn unit(year: i32, unit: Precision, end: usize) -> Option<Core> {
    let when = When::holding(NaiveDate::from_ymd_opt(year, 1, 1)?, unit)?;
    Some(Core::date(end, Symbolic::Fixed(when), "year").sure(92))
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn years_decades_centuries() {
        check("In [2016=2016], as in [the 1990s=199] and [the early 1980s=198], the [2012=2012] rules held.");
        check("It was built in [the 19th century=18] and sold in [nineteen ninety-six=1996].");
        check("Profit for [fiscal 1989=1989] rose; the [2016=2016] election was near.");
    }

    #[test]
    fn years_have_eras_and_ranges_two_ends() {
        check(
            "It lasted from [264=BC0264]\u{2013}[241 BC=BC0241]; the temple fell in [AD 70=0070] and the town in [476 CE=0476].",
        );
        check(
            "In [the 5th century BC=BC04] and [the third century AD=02] it grew; he died on [15 March 44 BC=BC0044-03-15].",
        );
        check("The war of [1939=1939]\u{2013}[45=1945] (and [1914=1914]-[18=1918]) took the Hull-1939-45.");
        check("He ruled from [1066=1066] to [1087=1087].");
    }

    #[test]
    fn counts_are_no_years() {
        check("They sold 2000 people short, 1,990 shares at 1995 points, model 2016-B and $1999.");
    }
}
