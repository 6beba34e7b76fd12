//! [`Visit`]: where the reader was when a session ended, so that the next one over the same sources begins there.
//!
//! It may be lost, and holds nothing of the reader's own work. What it names may be gone: then the session begins as always.

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

/// Where the reader was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub(super) version: u32,
    pub(super) focus: usize,
    pub(super) lower: usize,
    pub(super) is_zoomed: bool,
    pub(super) targets: Vec<Followed>,
    pub(super) mark: Option<(usize, Vec<Followed>)>,
    pub(super) document: Option<DocumentId>,
    pub(super) caret: u32,
    pub(super) in_documents: Option<DocumentId>,
    pub(super) in_entities: Option<EntityId>,
    pub(super) in_timeline: Option<EventId>,
    pub(super) filter: String,
    /// The documents that there were.
    pub(super) known: Vec<DocumentId>,
}

/// A target as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Followed {
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

impl Followed {
    pub(super) fn all(targets: &[Target]) -> Vec<Self> {
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
