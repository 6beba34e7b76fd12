//! The rules, one file a family. A rule reads from the left: it is given the token where the heart of an expression may begin
//! and returns what it says and where it ends.

mod calendar_day;
mod clock;
mod deictic;
mod duration;
mod month;
mod numeric;
mod often;
mod quarter;
mod relative;
mod season;
mod unit;
mod vague;
mod weekday;
mod year;

use super::found::{Core, Lead};
use super::lexicon::Word;
use super::sentence::Sentence;

/// The first rule that reads an expression at `at`.
pub(super) fn core(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    match s.word(at) {
        Word::Weekday(_) | Word::ShortWeekday(_) | Word::Weekdays(_) => weekday::rule(s, at),
        Word::Month(_) | Word::DoubtfulMonth(_) | Word::ShortMonth(_) => {
            calendar_day::month_first(s, at).or_else(|| month::rule(s, lead, at))
        }
        Word::Number(_) | Word::Several | Word::Couple | Word::Half => {
            clock::rule(s, at).or_else(|| year::spelled(s, at)).or_else(|| duration::rule(s, at))
        }
        Word::Article => duration::rule(s, at),
        Word::Ordinal(_) => calendar_day::ordinal_first(s, at)
            .or_else(|| quarter::rule(s, at))
            .or_else(|| duration::rule(s, at))
            .or_else(|| year::century(s, at)),
        Word::Same if unit::same_period(s, lead, at).is_some() => unit::same_period(s, lead, at),
        Word::Last if s.word(at + 1) == Word::Half => quarter::rule(s, at).or_else(|| relative::rule(s, lead, at)),
        Word::Last
        | Word::Past
        | Word::Next
        | Word::Coming
        | Word::This
        | Word::That
        | Word::Same
        | Word::Previous
        | Word::Following
        | Word::Current
        | Word::Latest
        | Word::Recent => relative::rule(s, lead, at).or_else(|| vague::rule(s, lead, at)),
        Word::Unit(_) | Word::Weekend | Word::Quarter | Word::Units(_) => unit::rule(s, lead, at),
        Word::Part(_) => deictic::part(s, lead, at),
        Word::Today | Word::Yesterday | Word::Tomorrow | Word::Tonight | Word::Overnight => deictic::rule(s, at),
        Word::Noon | Word::Midnight => clock::rule(s, at),
        Word::Season(_) | Word::DoubtfulSeason(_) => season::rule(s, lead, at),
        Word::Each | Word::Often(_) => often::rule(s, at),
        Word::Decade(_) | Word::Fiscal => {
            year::rule(s, lead, at).or_else(|| quarter::rule(s, at)).or_else(|| unit::whole_year(s, lead, at))
        }
        Word::Now | Word::Recently | Word::Soon => vague::rule(s, lead, at),
        Word::Feast if s.is_capitalized(at) => season::feast(s, at),
        Word::Lead => vague::rule(s, lead, at)
            .or_else(|| unit::whole_year(s, lead, at))
            .or_else(|| unit::same_period(s, lead, at)),
        Word::Other => other(s, lead, at),
        _ => None,
    }
}

fn other(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    let first = s.text(at).as_bytes().first().copied()?;
    match first {
        b'0'..=b'9' => numeric::rule(s, at)
            .or_else(|| clock::rule(s, at))
            .or_else(|| calendar_day::day_first(s, lead, at))
            .or_else(|| duration::rule(s, at))
            .or_else(|| year::rule(s, lead, at))
            .or_else(|| calendar_day::end_of_range(s, at))
            .or_else(|| calendar_day::bare_day(s, lead, at)),
        // "'80s", "AD 70"
        b'\'' | 0xE2 | b'A' => year::rule(s, lead, at),
        b'Q' => quarter::short(s, at),
        _ => None,
    }
}

/// A day that is named from the left: what a clock time or a part of the day may be joined to.
fn day(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let core = match s.word(at) {
        Word::Weekday(_) | Word::ShortWeekday(_) => weekday::rule(s, at),
        Word::Month(_) | Word::DoubtfulMonth(_) | Word::ShortMonth(_) => calendar_day::month_first(s, at),
        Word::Today | Word::Yesterday | Word::Tomorrow => deictic::rule(s, at),
        Word::The => match s.word(at + 1) {
            Word::Next | Word::Previous | Word::Following | Word::Same => {
                relative::rule(s, &Lead { start: at, the: Some(at) }, at + 1)
            }
            _ => None,
        },
        Word::Last | Word::Next => relative::rule(s, &Lead { start: at, the: None }, at),
        Word::Ordinal(_) => calendar_day::ordinal_first(s, at),
        Word::Other if s.text(at).starts_with(|first: char| first.is_ascii_digit()) => {
            numeric::rule(s, at).or_else(|| calendar_day::day_first(s, &Lead { start: at, the: None }, at))
        }
        _ => None,
    };
    core.filter(|core| {
        core.precision() == Some(crate::calendar::Precision::Day) && core.kind != crate::model::TimexType::Set
    })
}
