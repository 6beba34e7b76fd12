//! Passages: every passage of the target, keyword in context: in groups that fold, or a concordance sorted by the words around.
//!
//! However they are listed, each passage stands there once: the list counts what `n` walks.

mod grouping;
mod sorting;

use std::collections::HashSet;

use crate::app::scroll::Scroll;
use crate::app::strand::{Held, Strand};
use crate::corpus::Corpus;
use crate::model::{DocumentId, DocumentIx, PassageIx};
use crate::text::Span;

pub use grouping::{Group, Grouping};
pub use sorting::Sorting;

/// The list of passages.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// Cursor and window.
    pub scroll: Scroll,
    /// What is listed.
    pub rows: Vec<PassageRow>,
    /// In which order.
    pub sorting: Sorting,
    /// In which groups, where they stand as one reads.
    pub grouping: Grouping,
    /// The passages that are picked out, in the order in which they were, by names that outlive a corpus.
    pub picked: Vec<(DocumentId, Span)>,
    /// The groups that are folded away.
    folded: HashSet<Group>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageRow {
    /// The head of a group.
    Head {
        /// Of which one.
        group: Group,
        /// How many passages it has.
        passages: u32,
        /// How many mentions.
        mentions: u32,
        /// Whether they are folded away.
        is_folded: bool,
    },
    /// A passage.
    Passage(Held),
}

impl Passages {
    /// Lists the passages of `target`; the cursor stays in its passage, else it goes to the first.
    pub fn list(&mut self, corpus: &Corpus, target: &Strand, kept: Option<PassageIx>) {
        self.rows.clear();
        if self.sorting == Sorting::Reading {
            self.list_groups(corpus, target);
            self.scroll.cursor = 1.min(self.rows.len().saturating_sub(1));
        } else {
            let mut sorted = target.passages.clone();
            sorted.sort_by_cached_key(|held| (self.sorting.key(corpus, target, *held), held.passage));
            self.rows.extend(sorted.into_iter().map(PassageRow::Passage));
            self.scroll.cursor = 0;
        }
        if let Some(kept) = kept {
            self.choose(kept);
        }
    }

    fn list_groups(&mut self, corpus: &Corpus, target: &Strand) {
        for (group, held) in self.grouping.groups(corpus, target) {
            let is_folded = self.folded.contains(&group);
            self.rows.push(PassageRow::Head {
                group,
                passages: held.len() as u32,
                mentions: held.iter().map(|held| held.count).sum(),
                is_folded,
            });
            if !is_folded {
                self.rows.extend(held.into_iter().map(PassageRow::Passage));
            }
        }
    }

    /// The passage under the cursor.
    pub fn current(&self) -> Option<Held> {
        match self.rows.get(self.scroll.cursor)? {
            PassageRow::Passage(held) => Some(*held),
            PassageRow::Head { .. } => None,
        }
    }

    /// The document that the cursor is in; on the head of another group, none.
    pub fn document(&self, corpus: &Corpus) -> Option<DocumentIx> {
        match self.rows.get(self.scroll.cursor)? {
            PassageRow::Passage(held) => Some(held.document),
            PassageRow::Head { group: Group::Document(id), .. } => corpus.document_ix(*id),
            PassageRow::Head { .. } => None,
        }
    }

    /// The group whose head the cursor is on.
    pub fn head(&self) -> Option<Group> {
        match self.rows.get(self.scroll.cursor)? {
            PassageRow::Head { group, .. } => Some(*group),
            PassageRow::Passage(_) => None,
        }
    }

    /// Puts the cursor on a passage, where it is listed.
    pub fn choose(&mut self, passage: PassageIx) {
        let is_it = |row: &PassageRow| matches!(row, PassageRow::Passage(held) if held.passage == passage);
        if let Some(row) = self.rows.iter().position(is_it) {
            self.scroll.cursor = row;
        }
    }

    /// Folds the group under the cursor away.
    pub fn fold(&mut self, corpus: &Corpus, target: &Strand) {
        let Some((head, group)) = self.group_here() else { return };
        self.folded.insert(group);
        self.list(corpus, target, None);
        self.scroll.cursor = head;
    }

    /// Shows the passages of the group under the cursor again.
    pub fn unfold(&mut self, corpus: &Corpus, target: &Strand) {
        let Some((_, group)) = self.group_here() else { return };
        let cursor = self.scroll.cursor;
        self.folded.remove(&group);
        self.list(corpus, target, None);
        self.scroll.cursor = cursor;
    }

    /// Folds all groups away, or shows all again where none is open. The cursor stays in its group.
    pub fn fold_all(&mut self, corpus: &Corpus, target: &Strand) {
        let Some((_, here)) = self.group_here() else { return };
        let heads = self.rows.iter().filter_map(|row| match row {
            PassageRow::Head { group, is_folded, .. } => Some((*group, *is_folded)),
            PassageRow::Passage(_) => None,
        });
        let (groups, are_folded): (Vec<Group>, Vec<bool>) = heads.unzip();
        if are_folded.iter().all(|is_folded| *is_folded) {
            self.folded.retain(|group| !groups.contains(group));
        } else {
            self.folded.extend(groups);
        }
        self.list(corpus, target, None);
        let is_it = |row: &PassageRow| matches!(row, PassageRow::Head { group, .. } if *group == here);
        self.scroll.cursor = self.rows.iter().position(is_it).unwrap_or_default();
    }

    /// Picks out the passage under the cursor, on a head all of its group; where they are already, puts them back.
    pub fn pick(&mut self, corpus: &Corpus, target: &Strand) {
        let meant: Vec<(DocumentId, Span)> = match self.rows.get(self.scroll.cursor) {
            Some(PassageRow::Passage(held)) => vec![name(corpus, held.passage)],
            Some(PassageRow::Head { group, .. }) => {
                let groups = self.grouping.groups(corpus, target).into_iter();
                let held = groups.filter(|(other, _)| other == group).flat_map(|(_, held)| held);
                held.map(|held| name(corpus, held.passage)).collect()
            }
            None => return,
        };
        if meant.iter().all(|passage| self.picked.contains(passage)) {
            self.picked.retain(|passage| !meant.contains(passage));
        } else {
            let missing: Vec<_> = meant.into_iter().filter(|passage| !self.picked.contains(passage)).collect();
            self.picked.extend(missing);
        }
    }

    /// Whether a passage is picked out.
    pub fn is_picked(&self, corpus: &Corpus, passage: PassageIx) -> bool {
        !self.picked.is_empty() && self.picked.contains(&name(corpus, passage))
    }

    /// The passages that are picked out and still there, in the order in which they were picked.
    pub fn picked(&self, corpus: &Corpus) -> Vec<PassageIx> {
        let at = |(id, span): &(DocumentId, Span)| corpus.passage_at(corpus.document_ix(*id)?, span.start);
        self.picked.iter().filter_map(at).collect()
    }

    /// The head above the cursor, and its group.
    fn group_here(&self) -> Option<(usize, Group)> {
        let above = self.rows.get(..=self.scroll.cursor)?;
        above.iter().enumerate().rev().find_map(|(at, row)| match row {
            PassageRow::Head { group, .. } => Some((at, *group)),
            PassageRow::Passage(_) => None,
        })
    }
}

/// A passage by a name that outlives a corpus.
fn name(corpus: &Corpus, at: PassageIx) -> (DocumentId, Span) {
    let passage = corpus.passage(at);
    (corpus.document(passage.document).id, passage.span)
}
