//! Which strand counts where: what is listed, marked everywhere, walked by `n`, and what the lists keep and dim.

use super::State;
use crate::app::pane::Pane;
use crate::app::strand::Strand;
use crate::model::PassageIx;

impl State {
    /// What Passages lists: the hits of a search, else the target.
    pub fn listed(&self) -> &Strand {
        self.search.as_ref().unwrap_or(&self.target)
    }

    /// Whether a search is walked.
    pub const fn is_searching(&self) -> bool {
        self.search.is_some()
    }

    /// The passages that the pins leave, where something is pinned.
    pub(in crate::app) fn pinned_passages(&self) -> Option<Vec<PassageIx>> {
        self.pins.as_ref().map(|pins| pins.passages.iter().map(|held| held.passage).collect())
    }

    /// What is marked everywhere: the search, else the item under the cursor, else the target.
    pub fn marked(&self) -> &Strand {
        self.search.as_ref().or(self.mark.as_ref().map(|mark| &mark.strand)).unwrap_or(&self.target)
    }

    /// What `n` walks: the search, else the entity or event marked in its list, else the target.
    pub fn walked(&self) -> &Strand {
        let chosen = self.mark.as_ref().filter(|mark| matches!(mark.from, Pane::Entities | Pane::Timeline));
        self.search.as_ref().or(chosen.map(|mark| &mark.strand)).unwrap_or(&self.target)
    }

    /// Which of the places that `n` walks the reader's caret rests on, from 1.
    pub fn step(&self) -> Option<usize> {
        let document = self.reader.position(&self.corpus)?;
        let caret = self.reader.caret;
        let hits = &self.walked().hits;
        let at = hits.partition_point(|hit| (self.corpus.document_of(*hit), hit.span.start) < (document, caret.at));
        let hit = hits.get(at).filter(|hit| self.corpus.document_of(**hit) == document)?;
        (hit.span.start == caret.at && caret.item.is_some()).then_some(at + 1)
    }

    /// The pane whose cursor marks what is marked; `None` for the target and a search.
    pub fn marks_from(&self) -> Option<Pane> {
        self.mark.as_ref().filter(|_| self.search.is_none()).map(|mark| mark.from)
    }

    /// What dims the events that share no passage with it: what is marked, unless Timeline's own cursor marks it.
    pub fn dimming(&self) -> Option<&Strand> {
        let marked = self.marked();
        (!marked.is_nothing() && self.marks_from() != Some(Pane::Timeline)).then_some(marked)
    }
}
