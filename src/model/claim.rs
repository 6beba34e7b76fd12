//! Claims: what passages say of an event, who is cited for it, and where they do not agree.

use serde::{Deserialize, Serialize};

use crate::calendar::When;
use crate::text::Span;

use super::ids::{EntityIx, PassageIx};

/// What the passages of an event say differently. It tells that they differ, never who is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differs {
    /// In what.
    pub what: Differing,
    /// What is said, two sides or more: dates, counts and orders ascending.
    pub sides: Vec<Side>,
}

/// What passages may say differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Differing {
    /// When it happened.
    Date,
    /// How often, or how many.
    Count,
    /// Whether it came before something else.
    Order,
}

impl Differing {
    /// Its name in rows and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Count => "count",
            Self::Order => "order",
        }
    }
}

/// One of the things that are said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// What is said.
    pub value: Value,
    /// Who says it and where, in reading order.
    pub claims: Vec<Claim>,
}

impl Side {
    /// The passages that say it, in reading order.
    pub fn passages(&self) -> Vec<PassageIx> {
        let mut passages: Vec<PassageIx> = self.claims.iter().map(|claim| claim.passage).collect();
        passages.sort_unstable();
        passages.dedup();
        passages
    }

    /// Where it was taken back, in reading order.
    pub fn withdrawals(&self) -> impl Iterator<Item = &Withdrawal> {
        self.claims.iter().filter_map(|claim| claim.withdrawn.as_ref())
    }
}

/// What a passage says of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// That it happened then.
    Date(When),
    /// That it happened so often, or that there were so many.
    Count(Count),
    /// That it came before, with or after something else.
    Order(Order, String),
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Count {
    /// At least.
    pub least: u32,
    /// At most; `None`: no limit is told.
    pub most: Option<u32>,
}

impl Count {
    /// In words: "3", "3 or more", "2 to 4".
    pub fn words(self) -> String {
        match (self.least, self.most) {
            (least, Some(most)) if least == most => least.to_string(),
            (least, Some(most)) => format!("{least} to {most}"),
            (least, None) => format!("{least} or more"),
        }
    }

    /// Whether no number fits both.
    pub fn is_apart_from(self, other: Self) -> bool {
        let ends_below = |one: Self, other: Self| one.most.is_some_and(|most| most < other.least);
        ends_below(self, other) || ends_below(other, self)
    }
}

/// Before or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Order {
    /// Earlier.
    Before,
    /// On the same day, or at the same time.
    Same,
    /// Later.
    After,
}

impl Order {
    /// Its name in rows and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Same => "same time as",
            Self::After => "after",
        }
    }
}

/// A passage that says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Where.
    pub passage: PassageIx,
    /// The words that say it.
    pub span: Span,
    /// Who is cited for it; `None`: the document says it itself.
    pub speaker: Option<Cited>,
    /// Where and by whom it was taken back.
    pub withdrawn: Option<Withdrawal>,
}

/// Somebody who is cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    /// As the passage names them. Untrusted.
    pub name: String,
    /// Whom that names, where it does.
    pub entity: Option<EntityIx>,
}

/// That something said was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Where that is told.
    pub passage: PassageIx,
    /// The words that tell it.
    pub span: Span,
    /// Who took it back, where that is told.
    pub by: Option<Cited>,
}
