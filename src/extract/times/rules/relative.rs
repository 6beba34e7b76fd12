//! "last", "next", "this", "that", "same", "previous", "following", "current", "recent" with what follows.

use crate::calendar::{Base, PartOfDay, Precision, Relative, Symbolic, Time, Toward, Unit, Vague};

use super::super::found::{Core, How, Lead, Meaning, Step};
use super::super::lexicon::Word;
use super::super::quantity::quantity;
use super::super::sentence::Sentence;
use super::duration::{or_so, unit_at};
use super::{month, quarter, season, weekday};
use crate::text::Shape;

/// Where a word points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pointer {
    Last,
    Past,
    Next,
    This,
    Coming,
    That,
    Before,
    After,
    Current,
    Latest,
    Recent,
}

/// A pointing word and what it points to.
pub(super) fn rule(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    let (pointer, mut next) = pointer(s, at)?;
    let the = lead.the.is_some();
    if is_title(s, at, next) {
        return None;
    }
    if let Some(core) = stretch(s, pointer, next) {
        return Some(core.with_the());
    }
    if pointer == Pointer::Past && the && is_past_itself(s, lead, next) {
        return Some(Core::vague(next, Vague::Past, "vague").with_the());
    }
    let is_fiscal = s.word(next) == Word::Fiscal;
    next += usize::from(is_fiscal);
    match s.word(next) {
        Word::Unit(unit) => unit_of(s, pointer, unit, or_so(s, next + 1), the),
        Word::Century => unit_of(s, pointer, Unit::Century, next + 1, the),
        Word::Weekend => weekend(pointer, next + 1),
        Word::Quarter => quarter_of(pointer, next + 1),
        Word::Period if pointer == Pointer::Latest => {
            Some(Core::publication(next + 1, Precision::Quarter, -1, "latest period").with_the())
        }
        Word::Weekday(_) => weekday::toward(s, next, toward_of_weekday(pointer)?).map(Core::with_the),
        Word::Month(_) | Word::DoubtfulMonth(_) | Word::ShortMonth(_) => {
            let core = super::calendar_day::month_first(s, next);
            core.or_else(|| match pointer {
                Pointer::This => month::of_this_year(s, next),
                Pointer::That | Pointer::Before | Pointer::After => {
                    near(pointer, month::toward(s, next, Toward::Soon)?)
                }
                _ => month::toward(s, next, toward_of_year(pointer)?),
            })
        }
        Word::Season(_) | Word::DoubtfulSeason(_) => match pointer {
            Pointer::That | Pointer::Before | Pointer::After => near(pointer, season::toward(s, next, Toward::Soon)?),
            _ => season::toward(s, next, toward_of_year(pointer)?),
        },
        Word::Part(part) => part_of(pointer, part, next + 1),
        Word::Feast if s.is_capitalized(next) => season::feast_toward(s, next, toward_of_year(pointer)?),
        _ => None,
    }
}

fn pointer(s: &Sentence<'_>, at: usize) -> Option<(Pointer, usize)> {
    let (pointer, next) = match s.word(at) {
        Word::Last => (Pointer::Last, at + 1),
        Word::Past => (Pointer::Past, at + 1),
        Word::Next => (Pointer::Next, at + 1),
        Word::Coming => (Pointer::Coming, at + 1),
        Word::This => match s.word(at + 1) {
            Word::Past => (Pointer::Last, at + 2),
            Word::Coming => (Pointer::Next, at + 2),
            _ => (Pointer::This, at + 1),
        },
        Word::That => (Pointer::That, at + 1 + usize::from(s.word(at + 1) == Word::Same)),
        Word::Same => (Pointer::That, at + 1),
        Word::Previous => (Pointer::Before, at + 1),
        Word::Following => (Pointer::After, at + 1),
        Word::Current => (Pointer::Current, at + 1),
        Word::Latest => (Pointer::Latest, at + 1),
        Word::Recent => (Pointer::Recent, at + 1),
        _ => return None,
    };
    Some((pointer, next))
}

/// "This Week", quoted as a name is.
fn is_title(s: &Sentence<'_>, at: usize, next: usize) -> bool {
    let is_quoted = matches!(s.text_before(at), "\"" | "“" | "``" | "''" | "‘");
    is_quoted
        && s.is_capitalized(at)
        && s.is_capitalized(next)
        && matches!(s.word(next), Word::Unit(_) | Word::Units(_))
}

/// "in the past", with nothing that is past.
fn is_past_itself(s: &Sentence<'_>, lead: &Lead, next: usize) -> bool {
    let is_time = |at: usize| {
        matches!(
            s.word(at),
            Word::Unit(_)
                | Word::Units(_)
                | Word::Number(_)
                | Word::Several
                | Word::Couple
                | Word::Half
                | Word::Quarter
                | Word::Season(_)
        ) || s.digits(at).is_some()
    };
    let is_alone = matches!(s.shape(next), None | Some(Shape::Sign)) && !s.is_hyphen(next);
    is_alone || (s.word_before(lead.start) == Word::In && !(next..next + 3).any(is_time))
}

/// "the past three months", "recent years", "the next few days", "coming months".
fn stretch(s: &Sentence<'_>, pointer: Pointer, next: usize) -> Option<Core> {
    if let Some(count) = quantity(s, next).filter(|_| s.word(next) != Word::Article) {
        let end = count.end + usize::from(s.is(count.end, &["full", "fiscal", "trading", "consecutive", "or"]));
        let (unit, end) = unit_at(s, end)?;
        let end = or_so(s, end);
        let counts = matches!(
            pointer,
            Pointer::Last
                | Pointer::Past
                | Pointer::Next
                | Pointer::Coming
                | Pointer::Latest
                | Pointer::Before
                | Pointer::After
                | Pointer::This
        );
        return counts.then(|| Core::amount(end, count.halves, unit, "stretch"));
    }
    let Word::Units(unit) = s.word(next) else { return None };
    match pointer {
        Pointer::Recent | Pointer::Past | Pointer::Last => Some(Core::amount(next + 1, None, unit, "stretch")),
        Pointer::Coming => Some(Core::vague(next + 1, Vague::Future, "coming")),
        _ => None,
    }
}

fn unit_of(s: &Sentence<'_>, pointer: Pointer, unit: Unit, end: usize, the: bool) -> Option<Core> {
    let precision = unit.precision();
    let from_publication = |count| Some(Core::publication(end, precision, count, "relative unit"));
    let is_long = precision >= Precision::Week;
    match pointer {
        Pointer::Past if is_long => Some(Core::amount(end, Some(2), unit, "stretch")),
        Pointer::Last if is_long && the && unit == Unit::Year => Some(Core::amount(end, Some(2), unit, "stretch")),
        Pointer::Last if is_long => possessive(s, end, -1, unit).or_else(|| from_publication(-1)).map(Core::with_the),
        Pointer::Next if unit == Unit::Day => Some(counted_back(end, precision, 1)),
        Pointer::Next | Pointer::Coming if is_long => {
            possessive(s, end, 1, unit).or_else(|| from_publication(1)).map(Core::with_the)
        }
        Pointer::This if is_long => possessive(s, end, 0, unit).or_else(|| from_publication(0)),
        Pointer::Current if is_long => from_publication(0).map(Core::with_the),
        Pointer::Latest if is_long => from_publication(-1).map(Core::with_the),
        Pointer::That if unit >= Unit::Day => Some(back(s, end, precision, 0)),
        Pointer::Before if unit >= Unit::Day => Some(counted_back(end, precision, -1)),
        Pointer::After if unit >= Unit::Day => Some(counted_back(end, precision, 1)),
        _ => None,
    }
}

/// "the same day | the vote was held"; in it, "the day before" and its kin.
pub(super) fn back(s: &Sentence<'_>, end: usize, unit: Precision, count: i32) -> Core {
    let core = counted_back(end, unit, count);
    if unit == Precision::Day && tells_event(s, end) { core.told_by(end) } else { core }
}

/// "the following spring", "that autumn", "the previous May": seen from the time spoken of.
fn near(pointer: Pointer, core: Core) -> Option<Core> {
    let step = match pointer {
        Pointer::After => Step::Next,
        Pointer::Before => Step::Before,
        _ => Step::Onward,
    };
    let Meaning::Said(Symbolic::Relative(Relative { base, .. })) = core.meaning else { return None };
    Some(Core::back(core.end, How::Near(base, step), "near another time"))
}

/// "the next day": counted from the day spoken of, whatever happens on it.
fn counted_back(end: usize, unit: Precision, count: i32) -> Core {
    Core::back(end, How::Moved(unit, count), "back to another time")
}

/// Whether a clause that tells an event begins at `at`.
pub(super) fn tells_event(s: &Sentence<'_>, at: usize) -> bool {
    let opens = s.word(at) == Word::The
        || s.word(at) == Word::That
        || matches!(s.word(at), Word::Of | Word::Article)
        || s.is(at, &["as", "when", "his", "her", "its", "their", "he", "she", "they", "it", "we"]);
    opens || (s.is_capitalized(at) && s.word(at) == Word::Other)
}

/// "last year's third quarter".
fn possessive(s: &Sentence<'_>, end: usize, count: i32, unit: Unit) -> Option<Core> {
    let is_owner = unit == Unit::Year && s.is_possessive(end);
    let is_period = matches!(s.word(end + 1), Word::Quarter | Word::Period);
    if is_owner && is_period && count < 0 {
        return Some(super::unit::compared(end + 2));
    }
    is_owner.then(|| quarter::of_years(s, end + 1, count))?
}

fn weekend(pointer: Pointer, end: usize) -> Option<Core> {
    let count = match pointer {
        Pointer::Last | Pointer::Past | Pointer::Before => -1,
        Pointer::This | Pointer::That => 0,
        Pointer::Next | Pointer::Coming | Pointer::After => 1,
        Pointer::Current | Pointer::Latest | Pointer::Recent => return None,
    };
    let core = match pointer {
        Pointer::That | Pointer::Before | Pointer::After => {
            Core::back(end, How::Moved(Precision::Weekend, count), "back to another time")
        }
        _ => Core::publication(end, Precision::Weekend, count, "weekend"),
    };
    Some(core.with_the())
}

/// The weekend of a Saturday.
pub(super) fn weekend_toward(end: usize, toward: Toward) -> Core {
    let base = Base::Weekday { weekday: chrono::Weekday::Sat, toward };
    let saturday = crate::calendar::Relative { base, unit: Precision::Weekend, count: 0, time: None, modifier: None };
    Core::date(end, Symbolic::Relative(saturday), "weekend")
}

fn quarter_of(pointer: Pointer, end: usize) -> Option<Core> {
    let count = match pointer {
        Pointer::Last | Pointer::Latest => -1,
        Pointer::This | Pointer::Current => 0,
        Pointer::Next | Pointer::Coming => 1,
        Pointer::Past => return Some(Core::amount(end, Some(2), Unit::Quarter, "stretch")),
        Pointer::That => return Some(Core::back(end, How::Moved(Precision::Quarter, 0), "back to another time")),
        Pointer::Before => return Some(Core::back(end, How::Moved(Precision::Quarter, -1), "back to another time")),
        Pointer::After => return Some(Core::back(end, How::Moved(Precision::Quarter, 1), "back to another time")),
        Pointer::Recent => return None,
    };
    Some(Core::publication(end, Precision::Quarter, count, "relative unit").with_the())
}

const fn toward_of_weekday(pointer: Pointer) -> Option<Toward> {
    match pointer {
        Pointer::Last | Pointer::Past | Pointer::Before => Some(Toward::Last),
        Pointer::Next => Some(Toward::WeekAfter),
        Pointer::This | Pointer::Coming | Pointer::After => Some(Toward::Next),
        _ => None,
    }
}

const fn toward_of_year(pointer: Pointer) -> Option<Toward> {
    match pointer {
        Pointer::Last | Pointer::Past | Pointer::Before => Some(Toward::Last),
        Pointer::Next | Pointer::Coming => Some(Toward::Next),
        Pointer::This => Some(Toward::Ahead),
        _ => None,
    }
}

/// "of that year", "the following year": how many years after the one spoken of, and one past it.
pub(super) fn spoken_year(s: &Sentence<'_>, at: usize) -> Option<(i32, usize)> {
    let at = at + usize::from(s.word(at) == Word::Of);
    let the = usize::from(s.word(at) == Word::The);
    let (pointer, next) = pointer(s, at + the)?;
    let years = match pointer {
        Pointer::That => 0,
        Pointer::After => 1,
        Pointer::Next if the == 1 => 1,
        Pointer::Before => -1,
        _ => return None,
    };
    (s.word(next) == Word::Unit(Unit::Year)).then_some((years, next + 1))
}

/// "last night", "this morning", "that evening", "the next morning".
fn part_of(pointer: Pointer, part: PartOfDay, end: usize) -> Option<Core> {
    let time = Some(Time::Part(part));
    let from_publication = |count| Some(Core::publication(end, Precision::Day, count, "part of a day").at(time));
    match pointer {
        Pointer::Last if matches!(part, PartOfDay::Night | PartOfDay::Evening) => from_publication(-1),
        Pointer::This => from_publication(0),
        Pointer::Next | Pointer::After => {
            Some(Core::back(end, How::Moved(Precision::Day, 1), "back to another time").at(time))
        }
        Pointer::That => Some(Core::back(end, How::Moved(Precision::Day, 0), "back to another time").at(time)),
        Pointer::Before => Some(Core::back(end, How::Moved(Precision::Day, -1), "back to another time").at(time)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn units_around_the_publication() {
        check("[Last month=2016-12] they met; [this week=2017-W02] and [next year=2018] they won't.");
        check("[The past three months=P3M] and [recent years=PXY] were calm, as [the next few days=PXD] will be.");
        check("She called [last night=2017-01-13TNI] and [this morning=2017-01-14TMO].");
        check("It fell in [last year's third quarter=2016-Q3] and [the current quarter=2017-Q1].");
        check("They rested [this weekend=2017-W02-WE] and [last weekend=2017-W01-WE].");
    }

    #[test]
    fn the_past_is_vague_and_a_title_is_no_time() {
        check("In [the past=PAST_REF] the clerk said on \"This Week\" that he slept for [the next year or so=2018].");
    }

    #[test]
    fn months_and_seasons_around_the_publication() {
        check("It sank [last April=2016-04]; [this September=2017-09] they raise it; [last fall=2016-FA] it leaked.");
    }
}
