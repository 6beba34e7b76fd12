//! Units by themselves: "the day before", "the day of the vote", "the quarter", "the week of March 6", "year-end", "years".

use crate::calendar::{Modifier, Precision, Symbolic, Toward, Unit};

use super::super::found::{Core, How, Lead, Meaning, Sought};
use super::super::lexicon::Word;
use super::super::sentence::Sentence;
use super::relative::{back, tells_event, weekend_toward};

/// A unit, mostly after "the".
pub(super) fn rule(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    match s.word(at) {
        Word::Unit(Unit::Year) => year(s, lead, at),
        Word::Unit(Unit::Day) => day(s, lead, at),
        Word::Unit(unit @ (Unit::Week | Unit::Month)) => week_or_month(s, lead, at, unit),
        Word::Unit(Unit::Decade) if lead.the.is_some() && s.word(at + 1) != Word::Of => {
            Some(Core::publication(at + 1, Precision::Decade, 0, "the unit").with_the().sure(50))
        }
        Word::Weekend if lead.the.is_some() => Some(weekend_toward(at + 1, Toward::Past).with_the()),
        Word::Quarter if lead.the.is_some() => quarter(s, at),
        Word::Units(unit) => units(s, lead, at, unit),
        _ => None,
    }
}

/// "the day before", "the day after the vote", "the day of the vote", "the day the vote was held".
fn day(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    let count = match s.word(at + 1) {
        Word::Before | Word::Earlier => -1,
        Word::After | Word::Later => 1,
        _ if lead.the.is_none() && !s.is_capitalized(at) => return None,
        _ if tells_event(s, at + 1) => {
            // Without an event that is dated elsewhere, "the day" tells no time.
            let day = Core::back(at + 1, How::Moved(Precision::Day, 0), "the day of an event").told_by(at + 1);
            return Some(day.sought_in(Sought::EventOnly).sure(65));
        }
        _ => return None,
    };
    if let Some(named) = super::day(s, at + 2) {
        // "the day before last Tuesday"
        if let Meaning::Said(said) = named.meaning {
            return said
                .moved(Precision::Day, count)
                .map(|said| Core::date(named.end, said, "a day before or after").with_the());
        }
    }
    lead.the?;
    Some(back(s, at + 2, Precision::Day, count))
}

/// "the fiscal year", "the full year".
pub(super) fn whole_year(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    lead.the?;
    let is_whole = s.word(at) == Word::Fiscal || s.is(at, &["full", "whole", "entire"]);
    if !(is_whole && s.word(at + 1) == Word::Unit(Unit::Year)) {
        return None;
    }
    year_ended(s, at + 2)
        .or_else(|| Some(Core::publication(at + 2, Precision::Year, 0, "the unit").with_the().sure(55)))
}

/// "the year | ended March 31": twelve months that are no year of the calendar.
fn year_ended(s: &Sentence<'_>, end: usize) -> Option<Core> {
    s.is(end, &["ended", "ending"]).then(|| Core::amount(end, Some(2), Unit::Year, "year that ended"))
}

fn week_or_month(s: &Sentence<'_>, lead: &Lead, at: usize, unit: Unit) -> Option<Core> {
    lead.the?;
    let day = super::day(s, at + 2).filter(|_| unit == Unit::Week && s.word(at + 1) == Word::Of);
    if let Some(Core { end, meaning: Meaning::Said(said), .. }) = day {
        return Some(Core::date(end, said.moved(Precision::Week, 0)?, "week of a day").with_the());
    }
    match s.word(at + 1) {
        Word::Before | Word::Earlier => Some(back(s, at + 2, unit.precision(), -1)),
        Word::After | Word::Later => Some(back(s, at + 2, unit.precision(), 1)),
        Word::Of => None,
        _ => {
            let core = Core::publication(at + 1, unit.precision(), 0, "the unit").with_the().sure(55);
            let in_it = matches!(s.word_before(lead.start), Word::In | Word::Of)
                || s.is(lead.start.wrapping_sub(1), &["for", "during", "of"])
                || lead.start + 1 < at;
            in_it.then_some(core)
        }
    }
}

fn quarter(s: &Sentence<'_>, at: usize) -> Option<Core> {
    if let Some(end) = year_before(s, at + 1) {
        return Some(compared(end));
    }
    // "the quarter-to-quarter comparison"
    let of = s.word(at + 1) == Word::Of || s.is_hyphen(at + 1) || s.is(at + 1, &["percentage", "million", "point"]);
    let otherwise = Symbolic::from_publication(Precision::Quarter, -1);
    (!of).then(|| Core::back(at + 1, How::Moved(Precision::Quarter, 0), "the quarter").or(otherwise).sure(60))
}

/// "the corresponding period last year": the one that is spoken of, a year before.
pub(super) fn same_period(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    lead.the?;
    let is_unit = matches!(s.word(at + 1), Word::Quarter | Word::Period);
    let is_same = s.word(at) == Word::Same || s.is(at, &["corresponding", "comparable", "similar", "like"]);
    year_before(s, at + 2).filter(|_| is_unit && is_same).map(compared)
}

/// The period that is spoken of, a year before.
pub(super) fn compared(end: usize) -> Core {
    Core::back(end, How::Years(-1), "period a year before").or(Symbolic::from_publication(Precision::Year, -1))
}

/// One past "a year ago", "a year earlier", "last year", "of last year".
fn year_before(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(s.word(at) == Word::Of);
    let year = s.word(at + 1) == Word::Unit(Unit::Year);
    match s.word(at) {
        Word::Last if year => Some(at + 2),
        Word::Article if year && matches!(s.word(at + 2), Word::Ago | Word::Earlier) => Some(at + 3),
        _ => None,
    }
}

/// "year-end", "year's end", "the year-ago quarter", "the year".
fn year(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    let next = s.past_hyphen(at + 1);
    let end_of_year = || Symbolic::from_publication(Precision::Year, 0).narrowed(Some(Modifier::End));
    match s.word(next) {
        Word::End if next > at + 1 || s.shape(at) == Some(crate::text::Shape::Lower) => {
            return Some(Core::date(next + 1, end_of_year(), "year-end"));
        }
        Word::Ago | Word::Earlier if next > at + 1 => {
            let ordinal = next + 1 + usize::from(matches!(s.word(next + 1), Word::Ordinal(_)));
            let end = ordinal + usize::from(matches!(s.word(ordinal), Word::Quarter | Word::Period));
            let end = if end > ordinal { end } else { next + 1 };
            let core = Core::back(end, How::Years(-1), "year-ago").or(Symbolic::from_publication(Precision::Year, -1));
            // "the year-ago quarter", and "year-ago results".
            return Some(Core { takes_the: end > next + 1, ..core });
        }
        _ => {}
    }
    if s.is_possessive(at + 1) && s.word(at + 2) == Word::End {
        return Some(Core::date(at + 3, end_of_year(), "year-end"));
    }
    lead.the?;
    if let Some(year) = super::year::plain_year(s, at + 1) {
        let first = chrono::NaiveDate::from_ymd_opt(i32::from(year), 1, 1)?;
        let when = crate::calendar::When::holding(first, Precision::Year)?;
        return Some(Core::date(at + 2, Symbolic::Fixed(when), "year").with_the());
    }
    if let Some((year, end)) = super::year::spelled_thousand(s, at + 1) {
        let first = chrono::NaiveDate::from_ymd_opt(i32::from(year), 1, 1)?;
        let when = crate::calendar::When::holding(first, Precision::Year)?;
        return Some(Core::date(end, Symbolic::Fixed(when), "year").with_the());
    }
    match s.word(at + 1) {
        Word::Before | Word::Earlier => Some(back(s, at + 2, Precision::Year, -1)),
        Word::After | Word::Later => Some(back(s, at + 2, Precision::Year, 1)),
        Word::Of => None,
        _ if s.is(at + 1, &["ended", "ending"]) => year_ended(s, at + 1),
        _ => {
            let in_it = matches!(s.word_before(lead.start), Word::In | Word::Of)
                || s.is(lead.start.wrapping_sub(1), &["for", "during"])
                || lead.start + 1 < at;
            in_it.then(|| Core::publication(at + 1, Precision::Year, 0, "the unit").with_the().sure(55))
        }
    }
}

/// "for years", "weeks of talks": how long is not told.
fn units(s: &Sentence<'_>, lead: &Lead, at: usize, unit: Unit) -> Option<Core> {
    let told = matches!(
        s.word_before(at),
        Word::In | Word::After | Word::More | Word::Before | Word::Past | Word::About | Word::Recent
    ) || s.is(
        at.wrapping_sub(1),
        &["for", "within", "over", "of", "since", "during", "through", "by", "took", "takes", "last", "lasted"],
    ) || at == lead.start && at == 0
        || s.word(at + 1) == Word::Ago
        || s.word(at + 1) == Word::After && unit <= Unit::Hour;
    let is_calendar = unit >= Unit::Hour && unit != Unit::Quarter;
    if !(told && is_calendar) {
        return None;
    }
    let end = if s.is(at + 1, &["or", "and"]) && matches!(s.word(at + 2), Word::Units(_)) { at + 3 } else { at + 1 };
    let end = end + usize::from(s.word(end) == Word::Ago);
    Some(Core::amount(end, None, unit, "untold duration").sure(55))
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::{check, check_on};

    #[test]
    fn units_by_themselves() {
        check("Sales rose by [year-end=2017]; [the week of March 6=2016-W09] was bad.");
        check("They talked for [years=PXY] and met over [the weekend=2017-W02-WE].");
    }

    #[test]
    fn a_year_that_ended_is_twelve_months() {
        check("Sales rose in [the year=P1Y] ended [March 31=2016-03-31], as by [the year two thousand four=2004].");
    }

    #[test]
    fn periods_are_compared_with_those_of_the_year_before() {
        check_on(
            "1989-10-26",
            "In [the third quarter=1989-Q3] it lost less than it had [a year earlier=1988-Q3] and earned more than in \
             [the corresponding period last year=1988-Q3]. Costs in [the 1988 period=1988-Q3] fell; [the quarter=1989-Q3] was good.",
        );
    }

    #[test]
    fn a_day_that_nothing_tells_is_no_time() {
        check("He saved the day and the year of his life.");
    }
}
