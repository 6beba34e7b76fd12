//! Lengths of time: "three years", "36 hours", "a 25-year term", "218-year-old", and what is counted by them: "two years ago".

use crate::calendar::{Precision, Symbolic, Unit, Vague};
use crate::text::Shape;

use super::super::found::{Core, How};
use super::super::lexicon::Word;
use super::super::quantity::{Quantity, quantity};
use super::super::sentence::Sentence;

/// Words that may stand between a number and its unit.
const BETWEEN: &[&str] = &[
    "more",
    "additional",
    "trading",
    "consecutive",
    "straight",
    "full",
    "whole",
    "other",
    "business",
    "working",
    "calendar",
    "long",
    "extra",
];

/// A number and a unit, with what follows.
pub(super) fn rule(s: &Sentence<'_>, at: usize) -> Option<Core> {
    if let Word::Ordinal(_) = s.word(at) {
        // "the first nine months"
        let Quantity { halves, end } = quantity(s, at + 1).filter(|_| s.word(at + 1) != Word::Article)?;
        let (unit, end) = unit_at(s, end)?;
        return Some(Core::amount(end, halves, unit, "duration"));
    }
    if is_some_day(s, at) {
        return Some(Core::vague(at + 2, Vague::Future, "one day"));
    }
    let counted = quantity(s, at)?;
    let mut end = s.past_hyphen(counted.end);
    while s.is(end, BETWEEN) && end < counted.end + 2 {
        end += 1;
    }
    let is_compound = s.is_hyphen(counted.end);
    let (unit, mut end) = unit_at(s, end)?;
    let is_singular = !matches!(s.word(end - 1), Word::Units(_));
    // "three-quarters of its food", "60 Minutes" in quotation marks.
    let is_title = s.is_capitalized(end - 1) && matches!(s.text_before(at), "\"" | "“" | "``" | "''" | "‘");
    if is_title || (is_compound && !is_singular && unit == Unit::Quarter) {
        return None;
    }
    if is_singular && s.text(at).len() == 4 && s.digits(at).is_some_and(|year| year >= 1500) {
        return None;
    }
    if s.word(end) == Word::Old || (s.is_hyphen(end) && s.is(end + 1, &["olds"])) {
        return None;
    }
    let mut halves = counted.halves;
    if s.is(end, &["and"]) && s.word(end + 1) == Word::Article && s.word(end + 2) == Word::Half {
        halves = halves.and_then(|halves| halves.checked_add(1));
        end += 3;
    } else if s.is(end, &["or"]) && (s.is(end + 1, &["two", "so"]) || matches!(s.word(end + 1), Word::Units(_))) {
        end += 2;
    }
    let is_modifier = is_singular && s.word(at) != Word::Article && halves != Some(2);
    let core = Core { takes_the: !(is_compound || is_modifier), ..Core::amount(end, halves, unit, "duration") };
    if s.word(at) == Word::Article && !is_compound {
        // "a year-earlier loss"; "a quarter" of anything.
        if unit == Unit::Quarter
            || (s.is_hyphen(end) && matches!(s.word(end + 1), Word::Earlier | Word::Ago | Word::End))
        {
            return None;
        }
        if is_rate(s, at, end) {
            return None;
        }
    }
    if s.is_hyphen(end) && s.word(end + 1) == Word::Old {
        return old(s, core, end + 2);
    }
    let long = s.is_hyphen(end) && s.is(end + 1, &["long"]);
    tail(s, core, halves, unit).or(Some(if long { core.up_to(end + 2) } else { core }))
}

/// "will one day follow": a day to come, no length of time.
fn is_some_day(s: &Sentence<'_>, at: usize) -> bool {
    let is_awaited =
        s.is(at.wrapping_sub(1), &["will", "would", "could", "may", "might", "can", "he", "she", "they", "we"]);
    s.is(at, &["one"]) && s.is(at + 1, &["day"]) && is_awaited
}

/// Past "or so", if it stands at `at`.
pub(super) fn or_so(s: &Sentence<'_>, at: usize) -> usize {
    if s.is(at, &["or"]) && s.is(at + 1, &["so"]) { at + 2 } else { at }
}

/// The unit at `at` and one past it.
pub(super) fn unit_at(s: &Sentence<'_>, at: usize) -> Option<(Unit, usize)> {
    match s.word(at) {
        Word::Unit(unit) | Word::Units(unit) => Some((unit, at + 1)),
        Word::Weekend => Some((Unit::Weekend, at + 1)),
        Word::Quarter => Some((Unit::Quarter, at + 1)),
        Word::Century => Some((Unit::Century, at + 1)),
        Word::Parts(_) => Some((Unit::Day, at + 1)),
        _ => None,
    }
}

/// Whether "a year" or "annually" tells a rate: after a price or a count ("$40 million a year", "four flights a week", "10,000 units
/// annually"). `TimeBank` and AQUAINT hold 2 of 16 of them for times.
pub(super) fn is_rate(s: &Sentence<'_>, at: usize, end: usize) -> bool {
    const COUNTED: &[&str] = &[
        "$", "times", "once", "twice", "percent", "%", "cents", "million", "billion", "barrels", "pounds", "share",
        "tons",
    ];
    let is_counted = matches!(s.word(end), Word::Ago | Word::Earlier | Word::Later | Word::Before | Word::After);
    let leads = matches!(
        s.word_before(at),
        Word::In | Word::About | Word::More | Word::Than | Word::Nearly | Word::After | Word::Before
    ) || s.is(at.wrapping_sub(1), &["for", "within", "from", "just", "only", ","]);
    let is_price = || (at.saturating_sub(4)..at).any(|before| s.is(before, COUNTED));
    !is_counted && !leads && (is_price() || is_number(s, at.wrapping_sub(1)) || is_number(s, at.wrapping_sub(2)))
}

/// A count, in words or figures; no year.
fn is_number(s: &Sentence<'_>, at: usize) -> bool {
    const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;
    let figures = s.text(at);
    let is_grouped = figures.contains(',') && figures.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    matches!(s.word(at), Word::Number(_)) || is_grouped || s.digits(at).is_some_and(|number| !YEARS.contains(&number))
}

/// "ago", "earlier", "later": counted from the publication or from another time.
fn tail(s: &Sentence<'_>, core: Core, halves: Option<u32>, unit: Unit) -> Option<Core> {
    let end = core.end;
    let count = halves.filter(|halves| halves % 2 == 0).and_then(|halves| i32::try_from(halves / 2).ok());
    match s.word(end) {
        Word::Ago => Some(ago(end + 1, count, unit).with_the()),
        Word::Earlier => Some(moved(end + 1, count, unit, -1)?.with_the()),
        Word::Later => Some(moved(end + 1, count, unit, 1)?.with_the()),
        _ if s.is(end, &["from"]) && s.word(end + 1) == Word::Now => {
            Some(Core::publication(end + 2, unit.precision(), count?, "from now").with_the())
        }
        _ => None,
    }
}

fn ago(end: usize, count: Option<i32>, unit: Unit) -> Core {
    let Some(count) = count.and_then(i32::checked_neg) else { return Core::vague(end, Vague::Past, "ago") };
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Core::vague(end, Vague::Past, "ago"),
        Unit::Decade => Core::publication(end, Precision::Year, count.saturating_mul(10), "ago"),
        Unit::Century => Core::publication(end, Precision::Year, count.saturating_mul(100), "ago"),
        Unit::Year if count == -1 => {
            Core::back(end, How::Years(-1), "a year ago").or(Symbolic::from_publication(Precision::Year, -1))
        }
        _ => Core::publication(end, unit.precision(), count, "ago"),
    }
}

fn moved(end: usize, count: Option<i32>, unit: Unit, sign: i32) -> Option<Core> {
    let count = count?.checked_mul(sign)?;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Year => {
            let core = Core::back(end, How::Years(count), "years earlier or later");
            Some(core.or(Symbolic::from_publication(Precision::Year, count)))
        }
        Unit::Decade | Unit::Century => {
            Some(Core::back(end, How::Moved(Precision::Year, count.saturating_mul(10)), "earlier or later"))
        }
        _ => Some(Core::back(end, How::Moved(unit.precision(), count), "earlier or later")),
    }
}

/// "a 218-year-old law"; not the age of a person ("the 6-year-old", "a 44-year-old anti-abortion protester"), so a thing must be
/// named among the words that follow.
fn old(s: &Sentence<'_>, core: Core, end: usize) -> Option<Core> {
    const THINGS: &[&str] = &[
        "law",
        "statute",
        "act",
        "rule",
        "treaty",
        "pact",
        "agreement",
        "constitution",
        "tradition",
        "practice",
        "policy",
        "ban",
        "war",
        "conflict",
        "feud",
        "dispute",
        "strike",
        "struggle",
        "campaign",
        "embargo",
        "regime",
        "dynasty",
        "republic",
        "alliance",
        "company",
        "firm",
        "institution",
        "bank",
        "newspaper",
        "magazine",
        "party",
        "case",
        "investigation",
        "building",
        "house",
        "church",
        "bridge",
        "castle",
        "ship",
        "plane",
        "aircraft",
        "car",
        "tree",
        "record",
    ];
    let phrase = (end..end + 4).take_while(|at| s.shape(*at) == Some(Shape::Lower) && s.word(*at) == Word::Other);
    phrase.into_iter().any(|at| s.is(at, THINGS)).then(|| core.up_to(end))
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn counted_units() {
        check(
            "It lasted [20 minutes=PT20M], then [36 hours=PT36H], [a year and a half=P1Y6M] and [a couple of years=P2Y].",
        );
        check("A [25-year=P25Y] lease under a [218-year-old=P218Y] law.");
        check("It took [twenty-four hours=PT24H], [2 1/2 years=P2Y6M], [several weeks=PXW] and [half an hour=PT30M].");
        check("They had [two to three weeks=P2W] and [not more than three years=P3Y].");
    }

    #[test]
    fn counted_back_from_the_publication() {
        check(
            "He left [two years ago=2015] and came [three days ago=2017-01-11]; that was [a few years ago=PAST_REF].",
        );
        check("A bridge fell [a decade ago=2007]; it will [one day=FUTURE_REF] be mended.");
    }

    #[test]
    fn the_age_of_a_person_is_no_time() {
        check("The 6-year-old cried; a 44-year-old harbour pilot, 52 years old at heart, watched \"60 Minutes\".");
        check("Three-quarters of the town left.");
    }

    #[test]
    fn rates_are_no_times() {
        check("They meet twice a day at $40 million a year.");
    }
}
