//! [`Matrix`]: which document names whom, or states what, and how often. Which sources are silent stands in its empty cells.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{DocumentIx, EntityIx, EventIx, Kind, PassageIx};

use super::Corpus;

/// What the rows of a matrix are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// People, organizations and places, or one kind of them. Counted are mentions: names and camps, without references.
    Entities(Option<Kind>),
    /// Events. Counted are the passages that state them.
    Events,
}

/// Items by documents, with counts.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// What is listed: what is counted most often first, then in the order of the corpus.
    pub rows: Vec<MatrixRow>,
}

/// An item with its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// What is counted.
    pub item: Item,
    /// How often in each document that has it, in reading order.
    pub counts: Vec<(DocumentIx, u32)>,
    /// How often in all.
    pub total: u32,
}

/// An item of a matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// An entity.
    Entity(EntityIx),
    /// An event.
    Event(EventIx),
}

impl Matrix {
    /// The matrix of a corpus. What stands in page furniture only is left out; `within` passages, ascending, only what stands in
    /// them counts, and what does not stand in them has no row.
    pub fn new(corpus: &Corpus, rows: Rows, within: Option<&[PassageIx]>) -> Self {
        let mut found: Vec<MatrixRow> = match (rows, within) {
            (Rows::Entities(kind), None) => entities(corpus, kind).collect(),
            (Rows::Entities(kind), Some(within)) => entities_within(corpus, kind, within),
            (Rows::Events, _) => events(corpus, within).collect(),
        };
        found.sort_by_key(|row| Reverse(row.total));
        Self { rows: found }
    }
}

impl MatrixRow {
    fn new(item: Item, counts: Vec<(DocumentIx, u32)>) -> Self {
        Self { item, total: counts.iter().map(|(_, count)| count).sum(), counts }
    }

    /// How often a document has it.
    pub fn count(&self, document: DocumentIx) -> u32 {
        let at = self.counts.binary_search_by_key(&document, |(document, _)| *document);
        at.ok().and_then(|at| self.counts.get(at)).map_or(0, |(_, count)| *count)
    }

    /// The only document that has it, where it is one of several.
    pub fn only(&self, corpus: &Corpus) -> Option<DocumentIx> {
        match self.counts.as_slice() {
            [(document, _)] if corpus.documents().len() > 1 => Some(*document),
            _ => None,
        }
    }

    /// The documents that do not have it, in reading order.
    pub fn silent(&self, corpus: &Corpus) -> Vec<DocumentIx> {
        (0..corpus.documents().len()).map(DocumentIx::at).filter(|document| self.count(*document) == 0).collect()
    }
}

fn entities(corpus: &Corpus, kind: Option<Kind>) -> impl Iterator<Item = MatrixRow> + '_ {
    let all = corpus.entities().iter().enumerate();
    let kept = all.filter(move |(_, entity)| kind.is_none_or(|kind| entity.kind == kind) && !entity.boilerplate_only);
    kept.map(|(at, entity)| MatrixRow::new(Item::Entity(EntityIx::at(at)), entity.documents.clone()))
}

fn entities_within(corpus: &Corpus, kind: Option<Kind>, within: &[PassageIx]) -> Vec<MatrixRow> {
    let mut counts: BTreeMap<EntityIx, Vec<(DocumentIx, u32)>> = BTreeMap::new();
    for passage in within {
        let document = corpus.passage(*passage).document;
        for mention in corpus.mentions_in(*passage) {
            add(counts.entry(mention.entity).or_default(), document);
        }
    }
    let is_kept = |at: EntityIx| {
        let entity = corpus.entity(at);
        kind.is_none_or(|kind| entity.kind == kind) && !entity.boilerplate_only
    };
    let kept = counts.into_iter().filter(|(at, _)| is_kept(*at));
    kept.map(|(at, counts)| MatrixRow::new(Item::Entity(at), counts)).collect()
}

fn events<'c>(corpus: &'c Corpus, within: Option<&'c [PassageIx]>) -> impl Iterator<Item = MatrixRow> + 'c {
    let rows = corpus.events().iter().enumerate().map(move |(at, event)| {
        let mut counts = Vec::new();
        for passage in &event.passages {
            if within.is_none_or(|within| within.binary_search(passage).is_ok()) {
                add(&mut counts, corpus.passage(*passage).document);
            }
        }
        MatrixRow::new(Item::Event(EventIx::at(at)), counts)
    });
    rows.filter(move |row| within.is_none() || row.total > 0)
}

/// Counts one more of a document; documents come in reading order.
fn add(counts: &mut Vec<(DocumentIx, u32)>, document: DocumentIx) {
    match counts.last_mut().filter(|(last, _)| *last == document) {
        Some((_, count)) => *count += 1,
        None => counts.push((document, 1)),
    }
}
