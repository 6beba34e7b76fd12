//! What resolution makes of all documents together: flat tables in reading order, ready to be frozen into a corpus.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::copies::Sharing;
use super::document::{Document, Publication};
use super::entity::Entity;
use super::event::Event;
use super::happening::Account;
use super::ids::{DocumentIx, EntityId, PassageIx};
use super::mention::{Mention, Passage};
use super::origin::Origins;
use super::packed::Packed;
use super::time::TimeMention;

/// Everything known about a set of documents. Positions (`…Ix`) in it index its own tables.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Resolved {
    /// In reading order: dated ones first, earliest first; then by path.
    pub documents: Vec<Arc<Document>>,
    /// When each document was published.
    pub publications: Vec<Publication>,
    /// What each document says happened.
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
    pub sharings: Vec<Sharing>,
    /// Where each document's report comes from.
    pub origins: Origins,
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
        within(&self.mentions, |mention| mention.passage, passage)
    }

    /// The references in a passage, in the order of the text.
    pub fn references_in(&self, passage: PassageIx) -> &[Mention] {
        within(&self.references, |reference| reference.passage, passage)
    }

    /// The time expressions in a passage, in the order of the text.
    pub fn times_in(&self, passage: PassageIx) -> &[TimeMention] {
        within(&self.times, |time| time.passage, passage)
    }

    /// The passage that holds the byte at `offset` of a document, or the last one before it, or else its first.
    pub fn passage_at(&self, document: DocumentIx, offset: u32) -> Option<PassageIx> {
        let start = self.passages.partition_point(|passage| passage.document < document);
        let here = within(&self.passages, |passage| passage.document, document);
        let after = here.partition_point(|passage| passage.span.start <= offset);
        (!here.is_empty()).then(|| PassageIx::at(start + after.saturating_sub(1)))
    }
}

/// The items of one owner in a table that is sorted by owners.
fn within<T, Owner: Copy + Ord>(table: &[T], owner_of: impl Fn(&T) -> Owner, owner: Owner) -> &[T] {
    let start = table.partition_point(|item| owner_of(item) < owner);
    let rest = table.get(start..).unwrap_or_default();
    let end = rest.partition_point(|item| owner_of(item) == owner);
    rest.get(..end).unwrap_or_default()
}
