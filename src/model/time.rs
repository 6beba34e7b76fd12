//! Time expressions.

use serde::{Deserialize, Serialize};

use crate::calendar::{Symbolic, When};
use crate::text::Span;

use super::ids::{EventIx, PassageIx};
use super::mention::Confidence;
use super::word::{Word, word};

/// A span that states a time, as extraction reads it: its value may still wait for the publication date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// Its words, without a leading preposition.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// What it says, symbolically.
    pub symbolic: Symbolic,
    /// What its value hangs on.
    pub anchor: Anchor,
    /// Whether its sentence tells it as past: what proves a document younger than a date.
    pub tense: Tense,
    /// Name of the rule that read it.
    #[serde(deserialize_with = "word")]
    pub rule: Word,
    /// How sure.
    pub confidence: Confidence,
}

/// A time expression in a corpus: with its value, its passage and, if it is dated, its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeMention {
    /// The passage that holds it.
    pub passage: PassageIx,
    /// As it was read.
    pub expression: TimeExpression,
    /// What it comes to.
    pub when: When,
    /// The event that it dates; `None` for durations, sets, vague words and furniture.
    pub event: Option<EventIx>,
}

/// How the verbs around a date tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tense {
    /// As past, without a word for the future near it.
    Past,
    /// Otherwise, or it can't be told.
    #[default]
    Open,
}

/// TIMEX3 types (ISO-TimeML).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TimexType {
    /// A calendar date of any grain.
    Date,
    /// A time of day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

impl TimexType {
    /// Its name in TIMEX3.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What the value of a time expression hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Anchor {
    /// It stands by itself: "Dec. 22, 2016".
    Absolute,
    /// The publication date: "Friday", "last month".
    Publication,
    /// Another expression of the same document, at this place: "the day before".
    Other(Span),
    /// Nothing: a duration, a set, a vague word.
    Nothing,
}

impl Anchor {
    /// Its name in rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Absolute => "absolute",
            Self::Publication => "publication",
            Self::Other(_) => "expression",
            Self::Nothing => "none",
        }
    }
}
