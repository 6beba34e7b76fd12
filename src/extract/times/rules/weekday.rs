//! Days of the week: "Friday", "late Friday night", "Friday, Dec. 29", "Fridays".

use chrono::Weekday;

use crate::calendar::{Base, PartOfYear, Partial, Symbolic, Time, Toward, When};

use super::super::found::{Core, Meaning};
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
    // "Friday, Dec. 29": the date says more, and the weekday tells its year. A mismatch is for the reader to see in the words.
    if let Some(date) = calendar_day::month_first(s, s.past_comma(end)) {
        let meaning = match date.meaning {
            Meaning::Said(said) => Meaning::Said(said.falling_on(weekday)),
            back @ Meaning::Back(_) => back,
        };
        return Core { meaning, rule: "weekday and date", ..date };
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

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::{check, check_on};

    #[test]
    fn the_latest_one_unless_something_is_planned() {
        check("They met [Saturday=2017-01-14] after talks [Friday=2017-01-13].");
        check("The court will rule [Tuesday=2017-01-17].");
        check("The minister said [Tuesday=2017-01-10] that he would not go.");
        check("He left [last Friday=2017-01-13]; she comes [next Friday=2017-01-20].");
    }

    #[test]
    fn with_a_part_of_the_day_or_a_date() {
        check("It sank [late Friday night=2017-01-13TNI].");
        check("The strike began on [Thursday, Dec. 29=2016-12-29].");
        check("It opens [every Friday=XXXX-WXX-5] and on [Tuesday nights=XXXX-WXX-2TNI].");
    }

    #[test]
    fn short_forms_are_words_of_their_own() {
        check("The Sun sat down with Wed and Mon Ami.");
        check("They met on [Fri., Jan. 6=2017-01-06].");
    }

    #[test]
    fn an_undated_article_keeps_the_weekday_and_no_more() {
        check_on("", "They met [Friday morning=XXXX-WXX-5TMO].");
    }
}
