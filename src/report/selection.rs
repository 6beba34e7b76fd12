//! [`Selection`]: which passages leave, and what stays behind.

use std::collections::BTreeSet;

use crate::corpus::Corpus;
use crate::model::{DocumentIx, EntityIx, EventIx, PassageIx, ZoneLabel};

/// Passages that leave, with what was left out. Of documents, entities and events those leave that stand in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Ascending.
    passages: Vec<PassageIx>,
    scope: Scope,
    filter: Vec<String>,
    left_out: LeftOut,
}

/// Whether something was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Scope {
    /// No: documents, entities and events leave even where no passage holds them.
    #[default]
    Everything,
    /// Yes.
    Chosen,
}

/// Whether passages of page furniture leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Furniture {
    /// They stay, and are counted.
    #[default]
    LeftOut,
    /// They leave with the others.
    Kept,
}

/// How many passages stay behind. A header's lines are no passages of the article and count nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Outside of what was asked for.
    pub outside: usize,
    /// Asked for, but page furniture.
    pub furniture: usize,
}

impl Selection {
    /// All that a corpus holds, page furniture included.
    pub fn everything(corpus: &Corpus) -> Self {
        Self { passages: (0..corpus.passages().len()).map(PassageIx::at).collect(), ..Self::default() }
    }

    /// `passages`, which were asked for by `filter`, in words ready to be read; no words mean that nothing was asked for.
    pub fn new(corpus: &Corpus, passages: Vec<PassageIx>, filter: Vec<String>, furniture: Furniture) -> Self {
        let zone = |at: &PassageIx| corpus.passage(*at).zone;
        let mut asked = passages;
        asked.retain(|at| zone(at) != ZoneLabel::Header);
        asked.sort_unstable();
        asked.dedup();
        let all = corpus.passages().iter().filter(|passage| passage.zone != ZoneLabel::Header).count();
        let outside = all - asked.len();
        let before = asked.len();
        if furniture == Furniture::LeftOut {
            asked.retain(|at| !zone(at).is_folded());
        }
        let left_out = LeftOut { outside, furniture: before - asked.len() };
        let scope = if filter.is_empty() && outside == 0 { Scope::Everything } else { Scope::Chosen };
        Self { passages: asked, scope, filter, left_out }
    }

    /// The passages, in reading order.
    pub fn passages(&self) -> &[PassageIx] {
        &self.passages
    }

    /// Whether the passage is among them.
    pub fn holds(&self, passage: PassageIx) -> bool {
        self.passages.binary_search(&passage).is_ok()
    }

    /// What was asked for, a line for each condition; all of them hold.
    pub fn filter(&self) -> &[String] {
        &self.filter
    }

    /// What stays behind.
    pub const fn left_out(&self) -> LeftOut {
        self.left_out
    }

    /// "3 of 12 passages; 8 outside the filter and 1 of page furniture left out".
    pub fn in_words(&self) -> String {
        format!("{}; {} left out", self.counted(), self.staying())
    }

    /// "3 of 12 passages".
    pub fn counted(&self) -> String {
        let chosen = self.passages.len();
        let all = chosen + self.left_out.outside + self.left_out.furniture;
        format!("{chosen} of {all} {}", if all == 1 { "passage" } else { "passages" })
    }

    /// "8 outside the filter and 1 of page furniture", or "nothing".
    pub fn staying(&self) -> String {
        match (self.left_out.outside, self.left_out.furniture) {
            (0, 0) => "nothing".to_owned(),
            (outside, 0) => format!("{outside} outside the filter"),
            (0, furniture) => format!("{furniture} of page furniture"),
            (outside, furniture) => format!("{outside} outside the filter and {furniture} of page furniture"),
        }
    }

    /// The documents, in reading order.
    pub fn documents(&self, corpus: &Corpus) -> Vec<DocumentIx> {
        if self.scope == Scope::Everything {
            return (0..corpus.documents().len()).map(DocumentIx::at).collect();
        }
        let mut documents: Vec<DocumentIx> = self.passages.iter().map(|at| corpus.passage(*at).document).collect();
        documents.dedup();
        documents
    }

    /// The entities, most mentioned first.
    pub fn entities(&self, corpus: &Corpus) -> Vec<EntityIx> {
        if self.scope == Scope::Everything {
            return (0..corpus.entities().len()).map(EntityIx::at).collect();
        }
        let mentions = self.passages.iter().flat_map(|at| corpus.mentions_in(*at));
        mentions.map(|mention| mention.entity).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The events, earliest first.
    pub fn events(&self, corpus: &Corpus) -> Vec<EventIx> {
        if self.scope == Scope::Everything {
            return (0..corpus.events().len()).map(EventIx::at).collect();
        }
        let events = (0..corpus.events().len()).map(EventIx::at);
        events.filter(|at| corpus.event(*at).passages.iter().any(|passage| self.holds(*passage))).collect()
    }
}
