//! How often: "every day", "each Thursday", "daily", "annually".

use crate::calendar::{PartOfYear, Partial, Symbolic, Unit, When};

use super::super::found::Core;
use super::super::lexicon::Word;
use super::super::quantity::quantity;
use super::super::sentence::Sentence;
use super::duration::{is_rate, unit_at};
use super::weekday::repeated;

/// A set of times.
pub(super) fn rule(s: &Sentence<'_>, at: usize) -> Option<Core> {
    if let Word::Often(unit) = s.word(at) {
        // "Daily News", "Weekly Standard".
        let is_name = s.is_capitalized(at) && (at > 0 || s.is_capitalized(at + 1));
        // "the average daily volume" tells how much, not when.
        let is_rate = is_rate(s, at, at + 1) || s.is(at.wrapping_sub(1), &["average"]);
        return (!is_name && !is_rate && s.name_at(at).is_none()).then(|| every(at + 1, Some(2), unit));
    }
    let next = at + 1 + usize::from(s.is(at + 1, &["other", "single", "passing"]));
    match s.word(next) {
        Word::Unit(unit @ (Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Minute)) => {
            Some(every(next + 1, Some(2), unit))
        }
        Word::Quarter => Some(every(next + 1, Some(2), Unit::Quarter)),
        Word::Part(_) => Some(every(next + 1, Some(2), Unit::Day)),
        Word::Weekday(weekday) => Some(repeated(next + 1, weekday, None)),
        Word::Month(month) => {
            let said = Symbolic::Fixed(When::Partial(Partial::of(PartOfYear::Month(month))));
            Some(Core::date(next + 1, said, "yearly").often())
        }
        Word::Number(_) | Word::Several | Word::Other if s.is(at, &["every"]) => {
            let count = quantity(s, next)?;
            let (unit, end) = unit_at(s, count.end)?;
            Some(every(end, count.halves, unit))
        }
        _ => None,
    }
}

fn every(end: usize, halves: Option<u32>, unit: Unit) -> Core {
    Core { takes_the: false, ..Core::amount(end, halves, unit, "set") }.often()
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn sets() {
        check("The ferry runs [every day=P1D], [each Thursday=XXXX-WXX-4], [daily=P1D] and [every two weeks=P2W].");
        check("The Daily News sells 10,000 copies annually, 20% annually; its average daily sales fell.");
    }
}
