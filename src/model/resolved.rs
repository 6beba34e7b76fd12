//! What resolution makes of all documents together: flat tables in reading order, ready to be frozen into a corpus.

use std::collections::HashMap;
use std::sync::Arc;

use super::document::{Document, Publication};
use super::entity::Entity;
use super::event::Event;
use super::happening::Account;
use super::ids::EntityId;
use super::mention::{Mention, Passage};
use super::time::TimeMention;

/// Everything known about a set of documents. Positions (`…Ix`) in it index its own tables.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// In reading order: dated ones first, earliest first; then by path.
    pub documents: Vec<Arc<Document>>,
    /// When each document was published.
    pub publications: Vec<Publication>,
    /// What each document says happened.
    pub accounts: Vec<Arc<Account>>,
    /// All passages in reading order.
    pub passages: Vec<Passage>,
    /// All mentions in reading order.
    pub mentions: Vec<Mention>,
    /// All references in reading order: roles and pronouns that stand for people. Apart from the mentions, which name.
    pub references: Vec<Mention>,
    /// All time expressions in reading order.
    pub times: Vec<TimeMention>,
    /// All entities, most mentioned first.
    pub entities: Vec<Entity>,
    /// All events, earliest first.
    pub events: Vec<Event>,
    /// Ids that entities had under other names, and of entities that the reader has merged into others, each with the id that it
    /// is known under now.
    pub redirects: HashMap<EntityId, EntityId>,
}
