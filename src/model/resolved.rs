//! What resolution makes of all documents together: flat tables in reading order, ready to be frozen into a corpus.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::copies::{Retold, Sharing};
use super::document::{Document, Publication};
use super::entity::Entity;
use super::event::Event;
use super::happening::Account;
use super::ids::{DocumentIx, EntityId, PassageIx};
use super::mention::{Mention, Passage};
use super::origin::Origins;
use super::packed::Packed;
use super::time::TimeMention;

/// So many items around a guess are looked at together.
const NEAR: usize = 8;

/// Everything known about a set of documents. Positions (`…Ix`) in it index its own tables.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Resolved {
    /// In reading order: dated ones first, earliest first; then by path.
    pub documents: Vec<Arc<Document>>,
    /// When each document was published.
    pub publications: Vec<Publication>,
    /// What each document says happened. What is kept of them on disk is put back by whoever reads it again.
    #[serde(skip)]
    pub accounts: Vec<Packed<Account>>,
    /// All passages in reading order.
    pub passages: Vec<Passage>,
    /// All mentions in reading order.
    pub mentions: Vec<Mention>,
    /// All references in reading order: roles and pronouns that stand for people. Apart from the mentions, which name.
    pub references: Vec<Mention>,
    /// All time expressions in reading order.
    pub times: Vec<TimeMention>,
    /// All entities, most mentioned first. Corpora that differ in corrections only share most of them.
    pub entities: Vec<Arc<Entity>>,
    /// All events, earliest first.
    pub events: Vec<Arc<Event>>,
    /// What pairs of documents have in common, by the second of each pair, then the first.
    pub sharings: Arc<[Sharing]>,
    /// The passages that a document before has too, in reading order.
    pub retold: Arc<[Retold]>,
    /// Where each document's report comes from.
    pub origins: Arc<Origins>,
    /// Ids that entities had under other names, and of entities that the reader has merged into others, each with the id that it
    /// is known under now.
    pub redirects: HashMap<EntityId, EntityId>,
}

impl Resolved {
    /// The text of the document that a passage stands in; empty where there is no such passage. Untrusted.
    pub fn text_of(&self, passage: PassageIx) -> &str {
        let document = self.passages.get(passage.index()).and_then(|at| self.documents.get(at.document.index()));
        document.map_or("", |document| &document.text)
    }

    /// The mentions in a passage, in the order of the text.
    pub fn mentions_in(&self, passage: PassageIx) -> &[Mention] {
        within(&self.mentions, |mention| mention.passage.index(), passage.index())
    }

    /// The references in a passage, in the order of the text.
    pub fn references_in(&self, passage: PassageIx) -> &[Mention] {
        within(&self.references, |reference| reference.passage.index(), passage.index())
    }

    /// The time expressions in a passage, in the order of the text.
    pub fn times_in(&self, passage: PassageIx) -> &[TimeMention] {
        within(&self.times, |time| time.passage.index(), passage.index())
    }

    /// The passage that holds the byte at `offset` of a document, or the last one before it, or else its first.
    pub fn passage_at(&self, document: DocumentIx, offset: u32) -> Option<PassageIx> {
        let start = self.passages.partition_point(|passage| passage.document < document);
        let here = within(&self.passages, |passage| passage.document.index(), document.index());
        let after = here.partition_point(|passage| passage.span.start <= offset);
        (!here.is_empty()).then(|| PassageIx::at(start + after.saturating_sub(1)))
    }
}

/// The items of one owner in a table that is sorted by owners, which are numbered from 0. Most owners have about as many items as
/// others, so that the place is guessed and only looked for around the guess: a binary search through a large table spends its time
/// waiting for memory.
fn within<T>(table: &[T], owner_of: impl Fn(&T) -> usize, owner: usize) -> &[T] {
    let Some(last) = table.last().map(&owner_of).filter(|last| owner <= *last) else { return &[] };
    let guess = (owner as u64 * table.len() as u64 / (last as u64 + 1)) as usize;
    let is_before = |at: usize| table.get(at).is_some_and(|item| owner_of(item) < owner);
    let mut reach = NEAR;
    let mut around = guess..guess + 1;
    while around.start > 0 && !is_before(around.start) || is_before(around.end) {
        around = guess.saturating_sub(reach)..(guess + reach).min(table.len());
        reach *= 4;
    }
    let near = table.get(around.clone()).unwrap_or_default();
    let rest = table.get(around.start + near.partition_point(|item| owner_of(item) < owner)..).unwrap_or_default();
    let mut end = NEAR;
    while rest.get(end).is_some_and(|item| owner_of(item) == owner) {
        end *= 4;
    }
    let rest = rest.get(..end.min(rest.len())).unwrap_or_default();
    rest.get(..rest.partition_point(|item| owner_of(item) == owner)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn items_are_found_wherever_their_owners_stand() {
        let tables: [&[(usize, usize)]; 5] =
            [&[], &[(0, 1)], &[(3, 1), (9, 2)], &[(0, 500), (1, 1), (7, 3), (8, 400)], &[(0, 1), (900, 2), (901, 90)]];
        for owners in tables {
            let table: Vec<usize> =
                owners.iter().flat_map(|(owner, count)| std::iter::repeat_n(*owner, *count)).collect();
            for owner in (0..20).chain(890..910) {
                let expected = owners.iter().find(|(own, _)| *own == owner).map_or(0, |(_, count)| *count);
                let found = within(&table, |item| *item, owner);
                assert_eq!(found, vec![owner; expected], "{owner} in {owners:?}");
            }
        }
    }
}
