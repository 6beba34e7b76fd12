//! What a rule finds, before what hangs on other expressions is resolved.

use crate::calendar::{Amount, Base, Precision, Symbolic, Time, Unit, Vague, When};
use crate::model::TimexType;

/// The words that lead into an expression: "about", "the", "early".
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lead {
    /// Where the expression begins, in tokens.
    pub start: usize,
    /// Where "the" stands.
    pub the: Option<usize>,
}

/// The heart of an expression, as a rule reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Core {
    /// One past its last token.
    pub end: usize,
    /// What it says.
    pub meaning: Meaning,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// The rule's name.
    pub rule: &'static str,
    /// In percent.
    pub confidence: u8,
    /// Whether a leading "the" belongs to it.
    pub takes_the: bool,
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It says it by itself.
    Said(Symbolic),
    /// It points to another expression.
    Back(Back),
}

/// How an expression hangs on another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Back {
    /// What is taken from the other.
    pub how: How,
    /// The time of that day.
    pub time: Option<Time>,
    /// The token where the clause begins that tells the event of that day: "the day before | the vote was held".
    pub clause: Option<usize>,
    /// Where its day is sought.
    pub sought: Sought,
    /// What it is where nothing stands to hang on; without it, it is no expression then.
    pub otherwise: Option<Symbolic>,
}

/// Where a day is sought that nothing beside the expression states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    /// In the event that its clause tells, else among the days last spoken of.
    Clause,
    /// In the event that its clause tells, and nowhere else.
    EventOnly,
    /// In its sentence, in the event that the sentence tells, else among the days last spoken of.
    Sentence,
}

/// What is taken from another expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// The unit that holds it, so many units later.
    Moved(Precision, i32),
    /// The same stretch so many years later: a quarter stays a quarter.
    Years(i32),
    /// The same quarter or half in that year.
    InYear(i32),
    /// That day of its month.
    OnDay(u8),
    /// The repetition that stands there as seen from it: "the following spring".
    Near(Base, Step),
    /// That month or day of the year so many after its own: "June of the following year".
    OfYear(Symbolic, i32),
}

/// Which repetition of a day, a month or a season is meant, seen from another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// As a story goes on: of the same year, or of the next where that lies far back.
    Onward,
    /// The one after: "the following spring".
    Next,
    /// The one before: "the previous spring".
    Before,
}

impl Core {
    /// A date that says itself.
    pub(super) fn date(end: usize, said: Symbolic, rule: &'static str) -> Self {
        let kind = if said.time().is_some() { TimexType::Time } else { TimexType::Date };
        Self { end, meaning: Meaning::Said(said), kind, rule, confidence: 90, takes_the: false }
    }

    /// A date that is counted from the publication.
    pub(super) fn publication(end: usize, unit: Precision, count: i32, rule: &'static str) -> Self {
        Self::date(end, Symbolic::from_publication(unit, count), rule)
    }

    /// A date in its base's own unit.
    pub(super) fn base(end: usize, base: Base, rule: &'static str) -> Self {
        Self::date(end, Symbolic::of(base), rule)
    }

    /// A length of time; `halves` of a unit.
    pub(super) fn amount(end: usize, halves: Option<u32>, unit: Unit, rule: &'static str) -> Self {
        let said = Symbolic::Fixed(When::Amount(Amount { halves, unit, modifier: None }));
        Self { kind: TimexType::Duration, takes_the: true, ..Self::date(end, said, rule) }
    }

    /// A vague word.
    pub(super) fn vague(end: usize, toward: Vague, rule: &'static str) -> Self {
        let said = Symbolic::Fixed(When::Vague(toward));
        Self { confidence: 60, ..Self::date(end, said, rule) }
    }

    /// A date that hangs on another expression.
    pub(super) fn back(end: usize, how: How, rule: &'static str) -> Self {
        let back = Back { how, time: None, clause: None, sought: Sought::Clause, otherwise: None };
        let meaning = Meaning::Back(back);
        Self { end, meaning, kind: TimexType::Date, rule, confidence: 75, takes_the: true }
    }

    /// The same at that time of day.
    pub(super) fn at(self, time: Option<Time>) -> Self {
        if time.is_none() {
            return self;
        }
        let meaning = match self.meaning {
            Meaning::Said(said) => Meaning::Said(said.at(time)),
            Meaning::Back(back) => Meaning::Back(Back { time, ..back }),
        };
        Self { meaning, kind: TimexType::Time, ..self }
    }

    /// The same with what it is where nothing stands to hang on.
    pub(super) fn or(self, otherwise: Symbolic) -> Self {
        match self.meaning {
            Meaning::Back(back) => Self { meaning: Meaning::Back(Back { otherwise: Some(otherwise), ..back }), ..self },
            Meaning::Said(_) => self,
        }
    }

    /// The same with the clause that tells the event of that day.
    pub(super) fn told_by(self, clause: usize) -> Self {
        match self.meaning {
            Meaning::Back(back) => Self { meaning: Meaning::Back(Back { clause: Some(clause), ..back }), ..self },
            Meaning::Said(_) => self,
        }
    }

    /// The same, its day sought there.
    pub(super) fn sought_in(self, sought: Sought) -> Self {
        match self.meaning {
            Meaning::Back(back) => Self { meaning: Meaning::Back(Back { sought, ..back }), ..self },
            Meaning::Said(_) => self,
        }
    }

    /// The same with "the", if it stands before.
    pub(super) const fn with_the(self) -> Self {
        Self { takes_the: true, ..self }
    }

    /// The same as a set.
    pub(super) const fn often(self) -> Self {
        Self { kind: TimexType::Set, ..self }
    }

    /// The same up to there.
    pub(super) const fn up_to(self, end: usize) -> Self {
        Self { end, ..self }
    }

    /// The same, that sure.
    pub(super) const fn sure(self, confidence: u8) -> Self {
        Self { confidence, ..self }
    }

    /// Whether it is what another time is compared with: "a year earlier".
    pub(super) const fn is_comparison(&self) -> bool {
        matches!(self.meaning, Meaning::Back(Back { how: How::Years(..0) | How::InYear(_), .. }))
    }

    /// Whether it points vaguely: "now", "the future".
    pub(super) const fn is_vague(&self) -> bool {
        matches!(self.meaning, Meaning::Said(Symbolic::Fixed(When::Vague(_))))
    }

    /// The finest unit that it states, if it is a date.
    pub(super) fn precision(&self) -> Option<Precision> {
        match self.meaning {
            Meaning::Back(Back { how: How::Moved(unit, _), .. }) => Some(unit),
            Meaning::Back(Back { how: How::OnDay(_), .. }) => Some(Precision::Day),
            Meaning::Back(Back { how: How::Near(base, _), .. }) => Some(base.unit()),
            Meaning::Said(said) | Meaning::Back(Back { how: How::OfYear(said, _), .. }) => said.precision(),
            Meaning::Back(_) => None,
        }
    }
}
