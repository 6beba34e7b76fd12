//! Which strand counts where: what is listed, marked everywhere, walked by `n`, and what the lists keep and dim.

use super::State;
use crate::app::pane::Pane;
use crate::app::strand::Strand;
use crate::model::PassageIx;
use crate::text::Span;

impl State {
    /// What Passages lists: what it was frozen with, the hits of a search, else the target.
    pub fn listed(&self) -> &Strand {
        self.frozen.listed().or(self.search.as_ref()).unwrap_or(&self.target)
    }

    /// Whether a pane stays as it stands.
    pub fn is_frozen(&self, pane: Pane) -> bool {
        self.frozen.holds(pane)
    }

    /// Whether several targets are followed at once: then the filter line shows them.
    pub const fn follows_several(&self) -> bool {
        self.target.targets.len() > 1
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
        let words = self.reader.caret.item?;
        let hits = &self.walked().hits;
        let first_from = |place: Span| {
            let at = hits.partition_point(|hit| (self.corpus.document_of(*hit), hit.span) < (document, place));
            let hit = hits.get(at).filter(|hit| self.corpus.document_of(**hit) == document)?;
            Some((at + 1, hit.span))
        };
        // Two places may begin together: the caret's own words first, then whatever begins where they do.
        let exact = first_from(words).filter(|(_, span)| *span == words);
        let beginning =
            || first_from(Span::new(words.start, words.start)).filter(|(_, span)| span.start == words.start);
        exact.or_else(beginning).map(|(step, _)| step)
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
