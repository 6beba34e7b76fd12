//! Happenings: the words that tell that something happened, with what their clause says of it.

use serde::{Deserialize, Serialize};

use crate::text::Span;

use super::claim::{Count, Order};
use super::word::{Word, word};

/// What one document says happened, in the order of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// What happened.
    pub happenings: Vec<Happening>,
    /// What was taken back.
    pub retractions: Vec<Retraction>,
}

/// A word that tells that something happened ("spoke", "the calls"), in one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happening {
    /// The verb or noun.
    pub word: Span,
    /// The clause around it: whoever is named there takes part.
    pub clause: Span,
    /// What kind of thing happened; `None` for a verb of no class.
    pub class: Option<EventClass>,
    /// Whether it is told as a fact.
    pub telling: Telling,
    /// Who is cited for it; `None`: the document says it itself.
    pub speaker: Option<Speaker>,
    /// How often it happened, or how many, with the words that say so.
    pub count: Option<(Span, Count)>,
    /// When it happened, as the passage says.
    pub dates: Vec<Dating>,
    /// What it came before, with or after.
    pub orders: Vec<Ordering>,
}

/// A class of things that happen, from the list of words that tell them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventClass {
    /// Its name.
    #[serde(deserialize_with = "word")]
    pub name: Word,
    /// Whether two sides take part, of whom a passage may leave one to what stands before it.
    pub is_mutual: bool,
    /// How often the same people do it.
    pub pace: Pace,
}

/// How often the same people do something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Pace {
    /// Once: one person is enough to know it by.
    Once,
    /// Now and then.
    #[default]
    Seldom,
    /// Day after day: two days differ only where a passage sets one against the other.
    Often,
    /// Again and again (statements, reports): days and counts are not compared.
    Always,
}

impl EventClass {
    /// Whether days and counts of it say nothing.
    pub fn recurs(self) -> bool {
        self.pace == Pace::Always
    }

    /// Whether it happens to somebody once.
    pub fn is_once(self) -> bool {
        self.pace == Pace::Once
    }
}

/// How a happening is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Telling {
    /// As a fact.
    #[default]
    Fact,
    /// As one that did not take place.
    Denied,
    /// As a plan, a wish, a possibility: it may never have happened.
    Planned,
    /// By "it", "they" or "the calls": as something that was told of before.
    Resumed,
}

/// That a time expression dates a happening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dating {
    /// The expression.
    pub time: Span,
    /// Whether the passage says that it was not then.
    pub is_denied: bool,
    /// Whether it sets right what was told before: "actually", "not until".
    pub is_corrected: bool,
    /// Who is cited for this date, where another than for the rest ("and not on the 3rd, as Lind told them").
    pub speaker: Option<Speaker>,
}

/// That a happening came before, with or after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ordering {
    /// Which.
    pub order: Order,
    /// The other's word.
    pub other: Span,
    /// The other's clause, in whose words it is shown.
    pub clause: Span,
    /// The other's class.
    pub class: EventClass,
}

/// Somebody who is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The words that name them.
    pub words: Span,
    /// The verb of saying, with what stands by it ("had initially said").
    pub says: Span,
    /// Whether they stand by it.
    pub stance: Stance,
}

/// Whether somebody stands by what they said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stance {
    /// As far as the passage says.
    #[default]
    Holds,
    /// They said it at first ("originally", "initially").
    AtFirst,
    /// They say it now ("later conceded").
    Concedes,
}

/// That something said was taken back or wrong ("was not correct", "had misread").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retraction {
    /// The words that tell it.
    pub words: Span,
    /// Who takes it back, where that is told.
    pub by: Option<Span>,
}
