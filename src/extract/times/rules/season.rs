//! Seasons and feasts: "last fall", "the summer of 2016", "Christmas", "New Year's Eve".

use chrono::Weekday;

use crate::calendar::{Base, Date, Season, Symbolic, Toward, When};

use super::super::found::{Core, Lead};
use super::super::lexicon::Word;
use super::super::sentence::Sentence;
use super::super::tense;
use super::year::{spelled_year, year};

/// A season, where a cue or a year says that it is one.
pub(super) fn rule(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    let (season, is_doubtful) = match s.word(at) {
        Word::Season(season) => (season, false),
        Word::DoubtfulSeason(season) => (season, true),
        _ => return None,
    };
    if let Some(core) = of_year(s, at + 1, season) {
        return Some(core.with_the());
    }
    let in_it = s.word_before(lead.start) == Word::In
        || s.is(
            lead.start.wrapping_sub(1),
            &["during", "since", "by", "of", "over", "into", "through", "throughout", "until"],
        );
    let is_verb = s.is(at + 1, &["of", "to", "by", "in", "short", "into"]);
    let is_name = s.is_capitalized(at) && s.is_capitalized(at + 1);
    let narrowed = lead.start < at && lead.the != Some(at.wrapping_sub(1));
    if is_name || (is_doubtful && is_verb) || !(in_it || narrowed) {
        return None;
    }
    Some(Core::base(at + 1, Base::Season { season, toward: toward_of(s, lead, at) }, "season").with_the().sure(75))
}

/// A season that is said to be of some year.
pub(super) fn toward(s: &Sentence<'_>, at: usize, toward: Toward) -> Option<Core> {
    match s.word(at) {
        Word::Season(season) | Word::DoubtfulSeason(season) => {
            Some(Core::base(at + 1, Base::Season { season, toward }, "season").with_the())
        }
        _ => None,
    }
}

fn toward_of(s: &Sentence<'_>, lead: &Lead, at: usize) -> Toward {
    tense::of_year(s, lead.start, at + 1)
}

fn of_year(s: &Sentence<'_>, at: usize, season: Season) -> Option<Core> {
    let at = at + usize::from(s.word(at) == Word::Of);
    let (number, end) = year(s, at).or_else(|| spelled_year(s, at).map(|(year, end)| (i32::from(year), end)))?;
    // "the winter of 1941-42" is the one that begins in 1941.
    let end = if season == Season::Winter { end_of_winter(s, end, number) } else { end };
    let when = When::Date(Date::season(number, season)?);
    Some(Core::date(end, Symbolic::Fixed(when), "season and year").sure(93))
}

/// Past the year in which a winter ends: "-42", "/42", "-1942".
fn end_of_winter(s: &Sentence<'_>, at: usize, year: i32) -> usize {
    let is_joined = (s.is_hyphen(at) || s.text(at) == "/") && s.touches(at) && s.touches(at + 1);
    let next = s.digits(at + 1).and_then(|next| i32::try_from(next).ok());
    let is_next = next.is_some_and(|next| next == year + 1 || next == (year + 1) % 100);
    if is_joined && is_next { at + 2 } else { at }
}

/// A feast that falls on the same date, or the same weekday, each year.
enum Fall {
    On(u8, u8),
    Nth(u8, Weekday, u8),
}

/// Feasts by their words, the longest first.
const FEASTS: &[(&[&str], Fall)] = &[
    (&["New", "Year", "'s", "Eve"], Fall::On(12, 31)),
    (&["New", "Year", "'s", "Day"], Fall::On(1, 1)),
    (&["New", "Year", "'s"], Fall::On(1, 1)),
    (&["Christmas", "Eve"], Fall::On(12, 24)),
    (&["Christmas", "Day"], Fall::On(12, 25)),
    (&["Christmas"], Fall::On(12, 25)),
    (&["Thanksgiving", "Day"], Fall::Nth(11, Weekday::Thu, 4)),
    (&["Thanksgiving"], Fall::Nth(11, Weekday::Thu, 4)),
    (&["Independence", "Day"], Fall::On(7, 4)),
    (&["Labor", "Day"], Fall::Nth(9, Weekday::Mon, 1)),
    (&["Memorial", "Day"], Fall::Nth(5, Weekday::Mon, 5)),
    (&["Veterans", "Day"], Fall::On(11, 11)),
    (&["Valentine", "'s", "Day"], Fall::On(2, 14)),
    (&["Halloween"], Fall::On(10, 31)),
];

/// A feast by its name; none in a greeting.
pub(super) fn feast(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let is_greeting = s.is(at.wrapping_sub(1), &["merry", "happy", "father"]);
    if is_greeting {
        return None;
    }
    let (_, end) = named(s, at)?;
    feast_toward(s, at, tense::of_year(s, at, end))
}

/// A feast that is said to be of some year. Not sure: greetings, cards and songs speak of feasts as well.
pub(super) fn feast_toward(s: &Sentence<'_>, at: usize, toward: Toward) -> Option<Core> {
    let (fall, end) = named(s, at)?;
    let base = match *fall {
        Fall::On(month, day) => Base::Day { month, day, toward, year: None },
        Fall::Nth(month, weekday, nth) => Base::Feast { month, weekday, nth, toward },
    };
    Some(Core::base(end, base, "feast").sure(50))
}

fn named(s: &Sentence<'_>, at: usize) -> Option<(&'static Fall, usize)> {
    let same = |word: &str, at: usize| if word == "'s" { s.is_possessive(at) } else { s.text(at) == word };
    FEASTS.iter().find_map(|(words, fall)| {
        let fits = words.iter().enumerate().all(|(offset, word)| same(word, at + offset));
        fits.then_some((fall, at + words.len()))
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn seasons_need_a_cue() {
        check("[Last summer=2016-SU] prices began to fall; in [the spring of 2015=2015-SP] they rose to fall again.");
        check("In [the winter of 1994=1994-WI] it froze, as in [the winter of 1941\u{2013}42=1941-WI].");
    }

    #[test]
    fn feasts_but_no_greetings() {
        check("They met on [Christmas Eve=2016-12-24] and [Thanksgiving=2016-11-24]. \"Merry Christmas,\" she wrote.");
    }
}
