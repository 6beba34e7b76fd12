//! [`Trail`]: where the reader has been, back and forward. It holds identities, so that it outlives a corpus.

use std::collections::BTreeSet;

use crate::model::{DocumentId, EntityId, Target};
use crate::text::Span;

use super::pane::Pane;
use super::reading::Caret;
use super::scroll::Scroll;

/// Places that are remembered.
const LONGEST: usize = 200;

/// Where the reader was: enough to come back to the very same sight.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The pane in focus.
    pub focus: Pane,
    /// Which of Timeline and Passages had the place that they share.
    pub lower: Pane,
    /// What was followed.
    pub targets: Vec<Target>,
    /// What the cursor of a pane marked.
    pub mark: Option<(Pane, Vec<Target>)>,
    /// The document in the reader.
    pub document: Option<DocumentId>,
    /// The caret in it.
    pub caret: Caret,
    /// The first row in sight.
    pub top: usize,
    /// The folded stretches that were open.
    pub open: BTreeSet<u32>,
    /// The document under the cursor of Documents, and its window.
    pub in_documents: (Option<DocumentId>, Scroll),
    /// The entity under the cursor of Entities, and its window.
    pub in_entities: (Option<EntityId>, Scroll),
    /// What is under the cursor of Timeline, and its window.
    pub in_timeline: (Option<Target>, Scroll),
    /// The passage under the cursor of Passages, and its window.
    pub in_passages: (Option<(DocumentId, Span)>, Scroll),
}

/// The places behind and ahead.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    behind: Vec<Place>,
    ahead: Vec<Place>,
    /// The place that was left last, by whatever way.
    last: Option<Place>,
}

impl Trail {
    /// Remembers `place`, which is left for another. What was ahead is forgotten.
    pub fn leave(&mut self, place: Place) {
        self.ahead.clear();
        self.last = Some(place.clone());
        if self.behind.last() == Some(&place) {
            return;
        }
        if self.behind.len() >= LONGEST {
            self.behind.remove(0);
        }
        self.behind.push(place);
    }

    /// The place before, leaving `here`.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        let place = self.behind.pop()?;
        self.last = Some(here.clone());
        self.ahead.push(here);
        Some(place)
    }

    /// The place that was come back from, leaving `here`.
    pub fn forward(&mut self, here: Place) -> Option<Place> {
        let place = self.ahead.pop()?;
        self.last = Some(here.clone());
        self.behind.push(here);
        Some(place)
    }

    /// The place that was left last, leaving `here`; again, it goes there and back.
    pub fn last(&mut self, here: Place) -> Option<Place> {
        let place = self.last.take()?;
        self.leave(here);
        Some(place)
    }

    /// A trail with these places behind, the first one farthest.
    pub(super) fn through(behind: Vec<Place>) -> Self {
        Self { behind, ..Self::default() }
    }

    /// The places behind, the last one nearest.
    pub fn places(&self) -> &[Place] {
        &self.behind
    }

    /// How many places lie behind.
    pub const fn behind(&self) -> usize {
        self.behind.len()
    }
}
