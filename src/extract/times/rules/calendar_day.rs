//! Days of a month: "Dec. 29", "December 29, 2016", "29 December", "the 28".

use chrono::NaiveDate;

use crate::calendar::{Base, Symbolic, Toward, When};

use super::super::found::{Core, How, Lead};
use super::super::lexicon::Word;
use super::super::sentence::Sentence;
use super::super::tense;
use super::relative::spoken_year;
use super::year::{followed_by_count, year};

/// The month at `at` and one past it, its dot included. A capital is wanted, for "may" and "march" are words.
pub(super) fn month(s: &Sentence<'_>, at: usize) -> Option<(u8, usize)> {
    let (Word::Month(month) | Word::DoubtfulMonth(month) | Word::ShortMonth(month)) = s.word(at) else { return None };
    let is_short = s.text(at).len() <= 4 && !matches!(month, 5..=7);
    s.is_capitalized(at).then(|| (month, if is_short { s.past_dot(at + 1) } else { at + 1 }))
}

/// "Dec. 29", "Dec. 29, 2016", "March eighth", and the first of "May 10-12, 1940".
pub(super) fn month_first(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let (month, after) = month(s, at)?;
    let the = usize::from(s.word(after) == Word::The);
    let (day, end) = day_of_month(s, after + the)?;
    if let Some((number, after)) = year(s, s.past_comma(end)) {
        return full(number, month, day, after);
    }
    let range = later_day(s, end, day).and_then(|(_, after)| year(s, s.past_comma(after)));
    if let Some((number, _)) = range {
        return full(number, month, day, end);
    }
    if followed_by_count(s, end) || (the == 1 && s.digits(end - 1).is_some()) {
        return None;
    }
    without_year(s, at, month, day, end)
}

/// "29 December", "29 December 2016", "29th of December", and the first of "14-15 August".
pub(super) fn day_first(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    let (day, end) = day_of_month(s, at)?;
    // "on May 3 April arrived": the number belongs to the month before.
    if matches!(s.word_before(at), Word::Month(_) | Word::ShortMonth(_)) {
        return None;
    }
    let ended = later_day(s, end, day)
        .and_then(|(_, after)| month_and_year(s, after).map(|(month, _, year)| (month, end, year)));
    let of = usize::from(s.word(end) == Word::Of);
    let (month, end, year) = ended.or_else(|| month_and_year(s, end + of))?;
    let core = match year {
        Some(year) => full(year, month, day, end),
        None => without_year(s, lead.start, month, day, end),
    };
    core.map(|core| if of == 1 { core.with_the() } else { core })
}

/// "12" in "May 10-12".
pub(super) fn end_of_range(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let first = at.checked_sub(2)?;
    let (month, _) = month(s, at.checked_sub(3)?)?;
    let (from, _) = day_of_month(s, first)?;
    let (day, end) = later_day(s, at - 1, from)?;
    match year(s, s.past_comma(end)) {
        Some((number, after)) => full(number, month, day, after),
        None => without_year(s, at, month, day, end),
    }
}

/// The later day of the same month that ends a range: after a hyphen or a slash that touches both, or after "to" and "and".
fn later_day(s: &Sentence<'_>, at: usize, from: u8) -> Option<(u8, usize)> {
    let is_sign = (s.is_hyphen(at) || s.text(at) == "/") && s.touches(at) && s.touches(at + 1);
    let is_word = s.is(at, &["to", "and", "or"]) && s.digits(at + 1).is_some();
    let (day, end) = day_of_month(s, at + 1).filter(|_| is_sign || is_word)?;
    (day > from && !followed_by_count(s, end)).then_some((day, end))
}

/// A month, one past it and its year, and that year.
fn month_and_year(s: &Sentence<'_>, at: usize) -> Option<(u8, usize, Option<i32>)> {
    let (month, end) = month(s, at)?;
    match year(s, s.past_comma(end)) {
        Some((number, after)) if s.past_comma(end) == end || s.digits(after - 1).is_some() => {
            Some((month, after, Some(number)))
        }
        _ => Some((month, end, None)),
    }
}

/// "the eighth of March".
pub(super) fn ordinal_first(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let is_date = s.word(at + 1) == Word::Of || s.word(s.past_hyphen(at + 1) + 1) == Word::Of;
    day_first(s, &Lead { start: at, the: None }, at).filter(|_| is_date).map(Core::with_the)
}

/// "the 28", "the 28th": a day of the month that is spoken of.
pub(super) fn bare_day(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    let (day, end) = day_of_month(s, at)?;
    lead.the.filter(|the| the + 1 == at)?;
    let ends = matches!(s.text(end), "," | "." | ";" | ")" | "" | "?" | "!" | "\"" | "”")
        || s.is(end, &["and", "when", "that", "but", "after", "before"])
        || (text_has_ending(s.text(at)) && is_on(s, the_at(lead)) && goes_on(s, end));
    let is_first = s.text(at).len() <= 1 || s.word(at) != Word::Other;
    (ends && !is_first).then(|| Core::back(end, How::OnDay(day), "day of the month").sure(65))
}

fn the_at(lead: &Lead) -> usize {
    lead.the.unwrap_or(lead.start)
}

/// "7th".
fn text_has_ending(text: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|ending| text.ends_with(ending))
}

/// "on the 7th", "by the 7th".
fn is_on(s: &Sentence<'_>, the: usize) -> bool {
    s.word_before(the) == Word::Until || s.is(the.wrapping_sub(1), &["on", "from", "since"])
}

/// Whether what follows belongs to the sentence and not to the number, as in "the 7th floor".
fn goes_on(s: &Sentence<'_>, at: usize) -> bool {
    matches!(s.word(at), Word::The | Word::Article | Word::PastVerb | Word::In | Word::At | Word::Of | Word::Until)
        || s.is(at, &["he", "she", "they", "it", "his", "her", "their", "with", "to", "all", "both"])
}

/// A day of the month at `at`: "29", "29th", "eighth", "twenty-ninth".
fn day_of_month(s: &Sentence<'_>, at: usize) -> Option<(u8, usize)> {
    let text = s.text(at);
    let day: u8 = match s.word(at) {
        Word::Ordinal(day) => return Some((day, at + 1)),
        Word::Number(tens @ (20 | 30)) => {
            let next = s.past_hyphen(at + 1);
            let Word::Ordinal(ones @ 1..=9) = s.word(next) else { return None };
            return Some((tens as u8 + ones, next + 1)).filter(|(day, _)| *day <= 31);
        }
        _ if text.len() > 4 || !text.starts_with(|first: char| first.is_ascii_digit()) => return None,
        _ => {
            let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
            let rest = text.get(digits.len()..)?;
            let is_plain = rest.is_empty() || ["st", "nd", "rd", "th"].iter().any(|end| rest.eq_ignore_ascii_case(end));
            digits.parse().ok().filter(|_| is_plain && digits.len() <= 2)?
        }
    };
    (1..=31).contains(&day).then_some((day, at + 1))
}

fn full(year: i32, month: u8, day: u8, end: usize) -> Option<Core> {
    let day = NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))?;
    Some(Core::date(end, Symbolic::Fixed(When::day(day)), "full date").sure(98))
}

fn without_year(s: &Sentence<'_>, at: usize, month: u8, day: u8, end: usize) -> Option<Core> {
    // In a leap year: some year has the day.
    NaiveDate::from_ymd_opt(2000, u32::from(month), u32::from(day))?;
    let base = |toward| Base::Day { month, day, toward, year: None };
    if let Some((years, end)) = spoken_year(s, end) {
        let said = Symbolic::of(base(Toward::Soon));
        return Some(Core::back(end, How::OfYear(said, years), "day of another year").or(said));
    }
    Some(Core::base(end, base(tense::of_year(s, at, end)), "month and day"))
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::{check, check_on};

    #[test]
    fn with_and_without_a_year() {
        check("On [Dec. 22, 2016=2016-12-22], and [3 March 2015=2015-03-03], they met.");
        check("They called on [Dec. 29=2016-12-29]. The envoy arrives on [January 20=2017-01-20].");
        check("On [29 December=2016-12-29] and on [the eighth of December=2016-12-08] it rained.");
        check("The bill is due on [June 30=2017-06-30].");
    }

    #[test]
    fn ranges_are_two_days() {
        check(
            "From [14=1940-08-14]\u{2013}[15 August 1940=1940-08-15] and from [10=1940-05-10] to [12 May 1940=1940-05-12] they flew.",
        );
        check(
            "On [May 10=1940-05-10]\u{2013}[12, 1940=1940-05-12], and on [the night of 9=1938-11-09TNI]/[10 November 1938=1938-11-10].",
        );
    }

    #[test]
    fn a_day_that_no_year_has_is_none() {
        check("On 30 February 2017 and Feb. 31 nothing happened.");
    }

    #[test]
    fn counts_after_a_month_are_no_days() {
        check("In [December=2016-12] 29 people came.");
    }

    #[test]
    fn an_undated_article_keeps_the_day_of_some_year() {
        check_on("", "They called on [Dec. 29=XXXX-12-29] and on [the 30th=XXXX-12-30].");
        check_on("", "They called on [Dec. 29=2016-12-29], in [December 2016=2016-12].");
    }
}
