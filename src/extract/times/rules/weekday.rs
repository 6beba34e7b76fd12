//! Days of the week: "Friday", "late Friday night", "Friday, Dec. 29", "Fridays".

use chrono::Weekday;

use crate::calendar::{Base, PartOfYear, Partial, Symbolic, Time, Toward, When};

use super::super::found::Core;
use super::super::lexicon::Word;
use super::super::sentence::Sentence;
use super::super::tense;
use super::calendar_day;

/// "Friday", with the date or the part of the day that follows.
pub(super) fn rule(s: &Sentence<'_>, at: usize) -> Option<Core> {
    match s.word(at) {
        Word::Weekday(weekday) if s.is_capitalized(at) => Some(dated(s, at + 1, weekday, tense::of_weekday(s, at))),
        Word::ShortWeekday(weekday) if s.is_capitalized(at) => {
            let end = s.past_dot(at + 1);
            let is_date = calendar_day::month_first(s, s.past_comma(end)).is_some();
            let has_dot = end > at + 1 && s.text(at).len() > 2 && s.shape(end) != Some(crate::text::Shape::Capital);
            (is_date || (has_dot && !matches!(weekday, Weekday::Sun)))
                .then(|| dated(s, end, weekday, tense::of_weekday(s, at)))
        }
        Word::Weekdays(weekday) => Some(repeated(at + 1, weekday, None)),
        _ => None,
    }
}

/// A weekday that is said to be of some week, with what follows it.
pub(super) fn toward(s: &Sentence<'_>, at: usize, toward: Toward) -> Option<Core> {
    match s.word(at) {
        Word::Weekday(weekday) => Some(dated(s, at + 1, weekday, toward)),
        _ => None,
    }
}

/// "every Friday", "Friday nights".
pub(super) fn repeated(end: usize, weekday: Weekday, time: Option<Time>) -> Core {
    let partial = Partial { time, ..Partial::of(PartOfYear::Weekday(weekday)) };
    Core::date(end, Symbolic::Fixed(When::Partial(partial)), "weekly").often()
}

fn dated(s: &Sentence<'_>, end: usize, weekday: Weekday, toward: Toward) -> Core {
    // "Friday, Dec. 29": the date says more. A mismatch of the two is for the reader to see in the words.
    if let Some(date) = calendar_day::month_first(s, s.past_comma(end)) {
        return Core { rule: "weekday and date", ..date };
    }
    let part = s.past_hyphen(end);
    match s.word(part) {
        Word::Part(part_of_day) => {
            Core::base(part + 1, Base::Weekday { weekday, toward }, "weekday").at(Some(Time::Part(part_of_day)))
        }
        Word::Parts(part_of_day) => repeated(part + 1, weekday, Some(Time::Part(part_of_day))),
        _ => Core::base(end, Base::Weekday { weekday, toward }, "weekday"),
    }
}
