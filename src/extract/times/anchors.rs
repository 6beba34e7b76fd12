//! What hangs on another expression: "the day before", "that day", "the 28", "2 p.m.".
//!
//! Two passes, for a headline may speak of "the day" that only the text dates. First every date that says itself is noted with
//! the words of its clause; then what points elsewhere is resolved from left to right, by the event that its own clause tells,
//! by the date that stands beside it, or by the last date that was spoken of.

use crate::calendar::{Base, Precision, Relative, Symbolic, Unit, When};
use crate::model::Tense;
use crate::text::{Span, Token};

use super::event_days::{Events, stems};
use super::found::{Back, Core, How, Meaning, Sought};
use super::story::{Story, Told};

/// An expression with its place, before what it hangs on is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Its words.
    pub span: Span,
    /// What it says.
    pub core: Core,
    /// How its sentence tells it.
    pub tense: Tense,
    /// Which passage holds it, counted from 0.
    pub passage: usize,
    /// Its first token and one past its last, in the passage.
    pub tokens: (usize, usize),
    /// Whether it is told as past before the past: "had sailed in April".
    pub is_flashback: bool,
    /// Whether it is named beside the story, which goes on from where it was: "until 1945", "(born 1901)", "the 1839 treaty".
    pub is_aside: bool,
}

/// A resolved value and the expression that it was taken from.
pub(super) type Value = (Symbolic, Option<Span>);

/// How many passages back a day is still spoken of.
pub(super) const MEMORY: usize = 2;
/// The same for "that month" and "the following month": a story stays in a month for longer. (For years it costs more than it gives on `TimeBank`.)
const MEMORY_OF_MONTHS: usize = 6;
/// The same for quarters and halves of a year, in which a report of earnings stays to its end.
const MEMORY_OF_PERIODS: usize = 8;
/// How many tokens of a clause tell its event.
pub(super) const CLAUSE: usize = 14;

/// What each candidate comes to; `None` where it is no time after all. `passages` are the tokens of each passage.
pub(super) fn resolve(text: &str, passages: &[&[Token]], candidates: &[Candidate]) -> Vec<Option<Value>> {
    let points_elsewhere = candidates.iter().any(|candidate| matches!(candidate.core.meaning, Meaning::Back(_)));
    let events = if points_elsewhere { Events::new(text, passages, candidates) } else { Events::default() };
    let mut values: Vec<Option<Value>> = Vec::with_capacity(candidates.len());
    let mut story = Story::of(candidates);
    for (at, candidate) in candidates.iter().enumerate() {
        let value = match candidate.core.meaning {
            Meaning::Said(said) => {
                story.as_ref().and_then(|story| story.placed(candidate, said)).or(Some((said, None)))
            }
            Meaning::Back(back) => {
                let story = story.as_ref();
                Resolver { text, passages, candidates, values: &values, events: &events, story }.back(at, back)
            }
        };
        if let (Some(story), Some((said, _))) = (&mut story, value) {
            story.hear(candidate, said);
        }
        values.push(value);
    }
    values
}

struct Resolver<'r> {
    text: &'r str,
    passages: &'r [&'r [Token]],
    candidates: &'r [Candidate],
    values: &'r [Option<Value>],
    events: &'r Events,
    /// Where the text is a history.
    story: Option<&'r Story>,
}

impl Resolver<'_> {
    fn back(&self, at: usize, back: Back) -> Option<Value> {
        let otherwise = || back.otherwise.map(|said| (said, None));
        let found = match back.how {
            How::Moved(Precision::Day, count) => self.of_day(at, back, count),
            _ if self.story.is_some() => self.story.and_then(|story| story.back(back)),
            How::Moved(Precision::Quarter, count) => self
                .last_spoken_within(MEMORY_OF_PERIODS, at, |said| said.precision() == Some(Precision::Quarter))
                .and_then(|(said, from)| Some((said.moved(Precision::Quarter, count)?, from))),
            How::Moved(unit, count) => {
                let memory = if unit == Precision::Month { MEMORY_OF_MONTHS } else { MEMORY };
                let fits = |said: Symbolic| said.precision().is_some_and(|own| own <= unit && is_placed(said));
                self.last_spoken_within(memory, at, fits)
                    .and_then(|(said, from)| Some((said.moved(unit, count)?, from)))
            }
            // "For the nine months ... a year earlier": no quarter is spoken of.
            How::Years(..0) if self.speaks_of_months(at) => None,
            How::Years(count) => self
                .last_spoken_within(MEMORY_OF_PERIODS, at, is_period)
                .or_else(|| self.last_spoken(at, |said| said.precision() == Some(Precision::Month)))
                .and_then(|(said, from)| Some((said.years_later(count)?, from))),
            How::InYear(year) => self
                .last_spoken_within(MEMORY_OF_PERIODS, at, is_period)
                .and_then(|(said, from)| Some((said.in_year(year)?, from))),
            How::OnDay(day) => self
                .last_spoken(at, |said| {
                    said.precision().is_some_and(|own| own <= Precision::Month) && said.on_day(day).is_some()
                })
                .and_then(|(said, from)| Some((said.on_day(day)?, from))),
            How::Near(base, step) => {
                self.last_dated(at).and_then(|(told, from)| Some((told.near(Symbolic::of(base), step)?, from)))
            }
            How::OfYear(said, years) => self
                .last_dated(at)
                .and_then(|(told, from)| Some((said.in_year(told.year().checked_add(years)?)?, from))),
        };
        let (said, from) = found.or_else(otherwise)?;
        Some((if back.time.is_some() { said.at(back.time) } else { said }, from))
    }

    /// Whether a stretch of months was spoken of last in the passage of the comparison.
    fn speaks_of_months(&self, at: usize) -> bool {
        let passage = self.candidates[at].passage;
        let before = self.candidates.get(..at).unwrap_or_default().iter().rev();
        let here = before.take_while(|candidate| candidate.passage == passage);
        let mut periods = here.filter_map(|candidate| match candidate.core.meaning {
            Meaning::Said(Symbolic::Fixed(When::Amount(amount))) if amount.unit == Unit::Month => Some(true),
            Meaning::Said(said) if is_period(said) => Some(false),
            _ => None,
        });
        periods.next().unwrap_or(false)
    }

    /// The last date with its year that was spoken of.
    fn last_dated(&self, at: usize) -> Option<(Told, Option<Span>)> {
        let is_dated =
            |said: Symbolic| Told::new(said, Span::default()).is_some() && said.precision() <= Some(Precision::Year);
        let (said, from) = self.last_spoken(at, is_dated)?;
        Told::new(said, Span::default()).map(|told| (told, from))
    }

    /// The last day that was spoken of.
    fn last_day(&self, at: usize) -> Option<Value> {
        self.story.and_then(Story::day).or_else(|| self.last_spoken(at, is_day))
    }

    fn of_day(&self, at: usize, back: Back, count: i32) -> Option<Value> {
        let candidate = &self.candidates[at];
        let day = |value: Value, count| Some((value.0.moved(Precision::Day, count)?, value.1));
        // "the next day, Dec. 29": it says so itself.
        if let Some(value) = self.beside(at, 1) {
            return day(value, 0);
        }
        if let Some(clause) = back.clause {
            if let Some(value) = self.inside_clause(at, clause) {
                return day(value, count);
            }
            if let Some(value) = self.beside(at, -1).filter(|_| count == 0) {
                return day(value, 0);
            }
            if let Some(value) = self.events.told(&self.clause_words(candidate.passage, clause)) {
                return day(value, count);
            }
        }
        match back.sought {
            Sought::EventOnly => None,
            Sought::Sentence => self.of_clock(at),
            Sought::Clause => self.last_day(at).and_then(|value| day(value, count)),
        }
    }

    /// The day of a clock time: of its sentence, else of the event that its sentence tells, else the one last spoken of. "At 2 p.m.,
    /// when the vote was held" tells the event itself: if nothing dates it, nothing else does.
    fn of_clock(&self, at: usize) -> Option<Value> {
        let candidate = &self.candidates[at];
        let day = |value: Value| Some((value.0.moved(Precision::Day, 0)?, value.1));
        if let Some(value) = self.last_in_passage(at, is_day) {
            return day(value);
        }
        let tokens = self.passages.get(candidate.passage).copied().unwrap_or_default();
        let word_at = |at: usize| tokens.get(at).map_or("", |token| token.of(self.text));
        let end = candidate.tokens.1;
        if word_at(end) == "," && word_at(end + 1) == "when" {
            return self.events.told(&self.clause_words(candidate.passage, end + 2)).and_then(day);
        }
        let first = candidate.tokens.0.saturating_sub(CLAUSE);
        let words = self.words(candidate.passage, first, candidate.tokens.0);
        self.events.told(&words).or_else(|| self.last_day(at)).and_then(day)
    }

    /// The day that stands right beside, after or before a comma.
    fn beside(&self, at: usize, step: isize) -> Option<Value> {
        let here = &self.candidates[at];
        let other_at = at.checked_add_signed(step)?;
        let other = self.candidates.get(other_at).filter(|other| other.passage == here.passage)?;
        let Meaning::Said(said) = other.core.meaning else { return None };
        let between = if step > 0 { (here.tokens.1, other.tokens.0) } else { (other.tokens.1, here.tokens.0) };
        let tokens = self.passages.get(here.passage)?.get(between.0..between.1)?;
        let is_apposed = matches!(tokens, [comma] if matches!(comma.of(self.text), "," | "(" | "—" | "–"));
        (is_apposed && is_day(said) && said.time().is_none()).then_some((said, Some(other.span)))
    }

    /// The day that the clause from `clause` on states itself.
    fn inside_clause(&self, at: usize, clause: usize) -> Option<Value> {
        let here = &self.candidates[at];
        let end = self.clause_end(here.passage, clause);
        let later = self.candidates.get(at + 1..)?.iter().take_while(|other| other.passage == here.passage);
        let mut inside = later.take_while(|other| other.tokens.0 < end);
        inside.find_map(|other| match other.core.meaning {
            Meaning::Said(said) if is_day(said) => Some((said, Some(other.span))),
            _ => None,
        })
    }

    fn clause_end(&self, passage: usize, clause: usize) -> usize {
        let tokens = self.passages.get(passage).copied().unwrap_or_default();
        let rest = tokens.iter().enumerate().skip(clause);
        rest.take(CLAUSE + 6).find(|(_, token)| is_border(token.of(self.text))).map_or(tokens.len(), |(at, _)| at)
    }

    fn clause_words(&self, passage: usize, clause: usize) -> Vec<String> {
        self.words(passage, clause, self.clause_end(passage, clause).min(clause + CLAUSE))
    }

    fn words(&self, passage: usize, first: usize, end: usize) -> Vec<String> {
        let tokens = self.passages.get(passage).and_then(|tokens| tokens.get(first..end)).unwrap_or_default();
        stems(self.text, tokens)
    }

    /// The last value of the same passage before the candidate that fits.
    fn last_in_passage(&self, at: usize, fits: impl Fn(Symbolic) -> bool) -> Option<Value> {
        let passage = self.candidates[at].passage;
        self.last_of(at, passage, fits)
    }

    /// The last value that fits: of the same passage, else of those right before.
    fn last_spoken(&self, at: usize, fits: impl Fn(Symbolic) -> bool) -> Option<Value> {
        self.last_spoken_within(MEMORY, at, fits)
    }

    /// The same, of up to so many passages before.
    fn last_spoken_within(&self, memory: usize, at: usize, fits: impl Fn(Symbolic) -> bool) -> Option<Value> {
        let passage = self.candidates[at].passage;
        (0..=memory).filter_map(|back| passage.checked_sub(back)).find_map(|passage| self.last_of(at, passage, &fits))
    }

    /// The last value that fits in that passage before the candidate; the weekday of a report ("said Thursday that") only where nothing else does.
    fn last_of(&self, at: usize, passage: usize, fits: impl Fn(Symbolic) -> bool) -> Option<Value> {
        let known = || {
            let before = self.values.get(..at).unwrap_or_default().iter().zip(self.candidates).rev();
            // Stops at the passage's border: a long document has tens of thousands of times.
            let here = before.skip_while(|(_, candidate)| candidate.passage > passage);
            // "a year earlier" is what the period spoken of is compared with: it is not spoken of itself.
            let told = here.take_while(|(_, candidate)| candidate.passage == passage);
            told.filter(|(_, candidate)| !candidate.core.is_comparison()).filter_map(|(value, candidate)| {
                value.filter(|(said, _)| fits(*said)).map(|(said, _)| (said, Some(candidate.span)))
            })
        };
        known().find(|(said, _)| !is_weekday(*said)).or_else(|| known().next())
    }
}

/// Whether it states a day.
pub(super) fn is_day(said: Symbolic) -> bool {
    said.precision().is_some_and(|unit| unit <= Precision::Day) && is_placed(said)
}

/// Whether it states a quarter or a half of a year.
fn is_period(said: Symbolic) -> bool {
    matches!(said.precision(), Some(Precision::Quarter | Precision::Half))
}

/// Whether something can be counted from it.
fn is_placed(said: Symbolic) -> bool {
    said.moved(Precision::Day, 0).is_some() || matches!(said, Symbolic::Relative(_))
}

pub(super) const fn is_weekday(said: Symbolic) -> bool {
    matches!(said, Symbolic::Relative(Relative { base: Base::Weekday { .. } | Base::Publication, .. }))
}

/// Signs at which a clause ends.
pub(super) fn is_border(sign: &str) -> bool {
    matches!(sign, "," | ";" | ":" | "." | "(" | ")" | "\"" | "“" | "”" | "—" | "--" | "?" | "!")
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn the_date_that_is_spoken_of() {
        check("They called on [Dec. 28=2016-12-28]. They spoke [later that day=2016-12-28], [the 28=2016-12-28].");
        check("The [January 13=2017-01-13] reports, first printed [a day earlier=2017-01-12], shook them.");
        check("He was elected in [2012=2012] and fell [the following year=2013].");
        check(
            "They met in [December=2016-12]. A clerk saw them. It was cold. The harbour was frozen. [That month=2016-12] nobody sailed.",
        );
    }

    #[test]
    fn a_report_s_weekday_is_not_the_event_s_day() {
        check(
            "A paper wrote [Thursday=2017-01-12] that they met [Dec. 29=2016-12-29], although it was [the day before=2016-12-28].",
        );
    }

    #[test]
    fn a_date_beside_it_decides() {
        check(
            "It came [the next day=2016-12-29], [Dec. 29=2016-12-29], [the same day=2016-12-29] the harbour was closed.",
        );
    }

    #[test]
    fn the_event_that_its_clause_tells() {
        check(
            "They quarrelled on [the same day=2016-12-29] the harbour was closed, a clerk said. The harbour was closed on \
             [Dec. 29=2016-12-29]. A strike began on [Dec. 15=2016-12-15]. The clerk left [the day before=2016-12-28] the closing \
             of the harbour.",
        );
    }

    #[test]
    fn a_clock_time_may_tell_its_event() {
        check(
            "They spoke on [Dec. 29=2016-12-29]. On [that day=2016-12-29] the harbour was closed. [Friday=2017-01-13] she said \
             more. It rang at [2 p.m.=2016-12-29T14:00], when the closing of the harbour was known.",
        );
        check("She said more on [Friday=2017-01-13]. It rang at [2 p.m.=XXXX-XX-XXT14:00], when the bridges fell.");
    }

    #[test]
    fn without_anything_to_hang_on_it_is_no_time() {
        check("The day the music ended was dull, and the next day too.");
    }
}
