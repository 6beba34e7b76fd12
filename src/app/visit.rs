//! [`Visit`]: where the reader was when a session ended, so that the next one over the same sources begins there; with the trail,
//! the marks and the evidence tray.
//!
//! It may be lost: what must not be is the casebook's. What it names may be gone: then the session begins as always.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{DocumentId, EntityId, EventId, Target};
use crate::text::Span;

use super::dates::typed_days;
use super::filter::written_days;
use super::pane::Pane;
use super::reading::Caret;
use super::scroll::Scroll;
use super::trail::Place;

/// Its form; one of another is not read.
pub(super) const VERSION: u32 = 1;

/// Where the reader was, and what the session keeps for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub(super) version: u32,
    #[serde(flatten)]
    pub(super) here: Kept,
    pub(super) is_zoomed: bool,
    pub(super) filter: String,
    /// The places behind, the last one nearest.
    #[serde(default)]
    pub(super) behind: Vec<Kept>,
    /// The places that are marked, by their letters.
    #[serde(default)]
    pub(super) marks: BTreeMap<char, Kept>,
    /// What is in the evidence tray, in its order.
    #[serde(default)]
    pub(super) tray: Vec<(DocumentId, u32, u32)>,
    /// The documents that there were.
    pub(super) known: Vec<DocumentId>,
}

/// A place as it is kept: without its windows, which hang on the size of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    focus: usize,
    lower: usize,
    targets: Vec<Followed>,
    mark: Option<(usize, Vec<Followed>)>,
    document: Option<DocumentId>,
    caret: u32,
    in_documents: Option<DocumentId>,
    in_entities: Option<EntityId>,
    in_timeline: Option<EventId>,
}

/// A target as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Followed {
    Document(DocumentId),
    Entity(EntityId),
    Event(EventId),
    Passage(DocumentId, u32, u32),
    Days(String),
    Phrase(String),
    Search(String),
    Without(Box<Self>),
}

impl Visit {
    /// Whether it is of a form that is known here.
    pub const fn is_known(&self) -> bool {
        self.version == VERSION
    }

    /// What the filter line held.
    pub(super) fn filter(&self) -> &str {
        &self.filter
    }

    /// Whether the panes were zoomed.
    pub(super) const fn is_zoomed(&self) -> bool {
        self.is_zoomed
    }

    /// The documents that there were, letter by letter.
    pub(super) fn known(&self) -> &[DocumentId] {
        &self.known
    }
}

impl Kept {
    pub(super) fn of(place: &Place) -> Self {
        let event = match &place.in_timeline.0 {
            Some(Target::Event(id)) => Some(*id),
            _ => None,
        };
        Self {
            focus: place.focus.number(),
            lower: place.lower.number(),
            targets: Followed::all(&place.targets),
            mark: place.mark.as_ref().map(|(from, marked)| (from.number(), Followed::all(marked))),
            document: place.document,
            caret: place.caret.at,
            in_documents: place.in_documents.0,
            in_entities: place.in_entities.0,
            in_timeline: event,
        }
    }

    /// The place, as far as its targets can be read.
    pub(super) fn place(&self) -> Place {
        let pane = |number: usize| Pane::ALL.into_iter().find(|pane| pane.number() == number).unwrap_or_default();
        Place {
            focus: pane(self.focus),
            lower: pane(self.lower),
            targets: Followed::targets(&self.targets),
            mark: self.mark.as_ref().map(|(from, marked)| (pane(*from), Followed::targets(marked))),
            document: self.document,
            caret: Caret { at: self.caret, item: None },
            in_documents: (self.in_documents, Scroll::default()),
            in_entities: (self.in_entities, Scroll::default()),
            in_timeline: (self.in_timeline.map(Target::Event), Scroll::default()),
            ..Place::default()
        }
    }
}

impl Followed {
    fn all(targets: &[Target]) -> Vec<Self> {
        targets.iter().map(Self::of).collect()
    }

    fn targets(all: &[Self]) -> Vec<Target> {
        all.iter().filter_map(Self::target).collect()
    }

    fn of(target: &Target) -> Self {
        match target {
            Target::Document(id) => Self::Document(*id),
            Target::Entity(id) => Self::Entity(*id),
            Target::Event(id) => Self::Event(*id),
            Target::Passage(id, span) => Self::Passage(*id, span.start, span.end),
            Target::Days(days) => Self::Days(written_days(*days)),
            Target::Phrase(words) => Self::Phrase(words.to_string()),
            Target::Search(query) => Self::Search(query.to_string()),
            Target::Without(target) => Self::Without(Box::new(Self::of(target))),
        }
    }

    fn target(&self) -> Option<Target> {
        Some(match self {
            Self::Document(id) => Target::Document(*id),
            Self::Entity(id) => Target::Entity(*id),
            Self::Event(id) => Target::Event(*id),
            Self::Passage(id, start, end) => Target::Passage(*id, Span::new(*start, (*end).max(*start))),
            Self::Days(days) => Target::Days(typed_days(days)?),
            Self::Phrase(words) => Target::Phrase(words.as_str().into()),
            Self::Search(query) => Target::Search(query.as_str().into()),
            Self::Without(target) => Target::Without(Box::new(target.target()?)),
        })
    }
}
