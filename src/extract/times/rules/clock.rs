//! Clock times: "2 p.m. ET", "10:42 a.m. Friday", "noon Thursday", "around 2:30".

use crate::calendar::{PartOfDay, Precision, Time};

use super::super::found::{Core, How, Sought};
use super::super::lexicon::{Meridiem, Word};
use super::super::sentence::Sentence;

/// A time by the clock, with its zone and the day that may follow.
pub(super) fn rule(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let (time, mut end) = clock(s, at)?;
    if s.word(end) == Word::Zone && s.shape(end) == Some(crate::text::Shape::Upper) {
        end += 1;
    } else if s.is(end, &["eastern", "pacific", "central", "local"]) && s.is(end + 1, &["time"]) {
        end += 2;
    }
    let next = s.past_comma(end);
    let next = next + usize::from(s.is(next, &["on"]));
    if let Some(day) = super::day(s, next) {
        return Some(Core { rule: "clock time and day", takes_the: false, ..day.at(Some(time)) });
    }
    let core = Core::back(end, How::Moved(Precision::Day, 0), "clock time").sought_in(Sought::Sentence).at(Some(time));
    Some(Core { takes_the: false, ..core }.or(undated(time)))
}

fn undated(time: Time) -> crate::calendar::Symbolic {
    let partial = crate::calendar::Partial { time: Some(time), ..crate::calendar::Partial::some(Precision::Day) };
    crate::calendar::Symbolic::Fixed(crate::calendar::When::Partial(partial))
}

fn clock(s: &Sentence<'_>, at: usize) -> Option<(Time, usize)> {
    match s.word(at) {
        Word::Noon => return Some((Time::Hour(12), at + 1)),
        Word::Midnight => return Some((Time::Hour(24), at + 1)),
        _ => {}
    }
    let (hour, minute) = numbers(s, at)?;
    let (meridiem, end) = meridiem(s, at + 1);
    let hour = match meridiem {
        None if minute.is_some() && is_told(s, at) && hour < 24 => hour,
        None => return None,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Meridiem::Am) => hour % 12,
        Some(Meridiem::Pm) => hour % 12 + 12,
    };
    Some((minute.filter(|minute| *minute > 0).map_or(Time::Hour(hour), |minute| Time::Minute(hour, minute)), end))
}

fn numbers(s: &Sentence<'_>, at: usize) -> Option<(u8, Option<u8>)> {
    if let Word::Number(hour @ 1..=12) = s.word(at) {
        return Some((hour as u8, None));
    }
    if s.touches(at) && matches!(s.text_before(at), "$" | "-" | "/" | "." | ":") {
        return None;
    }
    let text = s.text(at);
    match text.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => Some((
            hour.parse().ok().filter(|hour| *hour <= 24)?,
            Some(minute.parse().ok().filter(|minute| *minute < 60)?),
        )),
        Some(_) => None,
        None => Some((s.digits(at).filter(|hour| *hour <= 12)? as u8, None)),
    }
}

/// "a.m.", "p.m.", "PM", "in the morning", "o'clock".
fn meridiem(s: &Sentence<'_>, at: usize) -> (Option<Meridiem>, usize) {
    match s.word(at) {
        Word::Meridiem(meridiem) => (Some(meridiem), at + 1),
        Word::In if s.word(at + 1) == Word::The => match s.word(at + 2) {
            Word::Part(PartOfDay::Morning) => (Some(Meridiem::Am), at + 3),
            Word::Part(PartOfDay::Afternoon | PartOfDay::Evening) => (Some(Meridiem::Pm), at + 3),
            _ => (None, at),
        },
        // "10 p.m" with its last dot lost or taken for the sentence's.
        _ if s.is(at, &["a", "p"])
            && s.text(at + 1) == "."
            && s.is(at + 2, &["m"])
            && s.touches(at + 1)
            && s.touches(at + 2) =>
        {
            (Some(if s.is(at, &["a"]) { Meridiem::Am } else { Meridiem::Pm }), at + 3)
        }
        _ => (None, at),
    }
}

/// Whether a word before says that "2:30" is a time and no score.
fn is_told(s: &Sentence<'_>, at: usize) -> bool {
    matches!(s.word_before(at), Word::At | Word::About | Word::Until) || s.is(at.wrapping_sub(1), &["since", "from"])
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn with_the_day_that_follows() {
        check("It left at [10:42 p.m. Friday=2017-01-13T22:42], after [noon Thursday=2017-01-12T12:00].");
        check("The order came at [5 p.m. EST, Dec. 6=2016-12-06T17:00].");
    }

    #[test]
    fn on_the_day_that_is_spoken_of() {
        check("They met on [Dec. 29=2016-12-29]. It was [around 2 p.m. ET=2016-12-29T14:00].");
        check("It rang at [2 p.m.=XXXX-XX-XXT14:00] sharp.");
        check("They lost 2:30 to 3:15, by 4 to 5.");
    }
}
