//! Entities: people, organizations and places. Those that stand in page furniture only are folded away behind a line.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::app::scroll::Scroll;
use crate::app::strand::Strand;
use crate::corpus::Corpus;
use crate::model::{EntityId, EntityIx, Kind, References};
use crate::text::fold;

/// The list of entities.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// Cursor and window.
    pub scroll: Scroll,
    /// What is listed.
    pub rows: Vec<EntityRow>,
    /// Only that kind; `None` for all.
    pub kind: Option<Kind>,
    /// Whether only those are listed of which every sign is weak.
    pub only_doubtful: bool,
    /// Beside whom: only who stands in the same passages is listed, by their number.
    pub related: Option<Related>,
    /// In which order.
    pub order: Order,
    /// Whether those found in page furniture only are shown.
    pub shows_furniture: bool,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityRow {
    /// An entity with the number of its mentions, within the pins where there are some.
    Entity(EntityIx, u32),
    /// So many entities stand in page furniture only.
    Furniture(u32),
}

/// Who stands in the same passages as somebody.
#[derive(Clone, Debug)]
pub struct Related {
    /// Beside whom.
    pub to: EntityId,
    /// Its short name, ready to be shown.
    pub label: String,
    /// By entity, the number of passages.
    passages: Vec<u32>,
}

impl Related {
    /// Counts who else stands in the passages of `strand`, which is the entity's. `references` are those that count.
    pub fn new(corpus: &Corpus, entity: EntityIx, strand: &Strand, references: References) -> Self {
        let mut passages = vec![0; corpus.entities().len()];
        for held in &strand.passages {
            let spoken_of = corpus.spoken_of_in(held.passage, references);
            let others: BTreeSet<EntityIx> = spoken_of.into_iter().map(|mention| mention.entity).collect();
            for other in others.into_iter().filter(|other| *other != entity) {
                passages[other.index()] += 1;
            }
        }
        Self { to: corpus.entity(entity).id, label: strand.short.clone(), passages }
    }

    /// Whether nobody does.
    pub fn is_alone(&self) -> bool {
        self.passages.iter().all(|count| *count == 0)
    }
}

/// The orders of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Most mentioned first.
    #[default]
    Mentions,
    /// In most documents first.
    Documents,
    /// By name.
    Name,
}

impl Order {
    /// In a word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mentions => "mentions",
            Self::Documents => "documents",
            Self::Name => "name",
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::Mentions => Self::Documents,
            Self::Documents => Self::Name,
            Self::Name => Self::Mentions,
        }
    }
}

impl Entities {
    /// Lists the entities, or those that share passages with `pins`; the cursor stays on `kept`.
    pub fn list(&mut self, corpus: &Corpus, pins: Option<&Strand>, kept: Option<EntityId>) {
        let count = |at: EntityIx| match (&self.related, pins) {
            (Some(related), _) => related.passages.get(at.index()).copied().unwrap_or_default(),
            (None, Some(pins)) => pins.shares.entity(at),
            (None, None) => corpus.mentions_of(at).len() as u32,
        };
        let all = (0..corpus.entities().len()).map(EntityIx::at);
        let of_kind = all.filter(|at| {
            let entity = corpus.entity(*at);
            self.kind.is_none_or(|kind| entity.kind == kind) && (entity.is_doubtful || !self.only_doubtful)
        });
        let counted = of_kind.map(|at| (at, count(at))).filter(|(_, count)| *count > 0);
        let (mut furniture, mut listed): (Vec<_>, Vec<_>) =
            counted.partition(|(at, _)| corpus.entity(*at).boilerplate_only);
        self.sort(corpus, &mut listed);
        self.rows = listed.into_iter().map(|(at, count)| EntityRow::Entity(at, count)).collect();
        if !furniture.is_empty() {
            self.rows.push(EntityRow::Furniture(furniture.len() as u32));
            if self.shows_furniture {
                self.sort(corpus, &mut furniture);
                self.rows.extend(furniture.into_iter().map(|(at, count)| EntityRow::Entity(at, count)));
            }
        }
        if let Some(kept) = kept.and_then(|id| corpus.entity_ix(id)) {
            self.choose(kept);
        }
    }

    /// The entity under the cursor.
    pub fn current(&self) -> Option<EntityIx> {
        match self.rows.get(self.scroll.cursor)? {
            EntityRow::Entity(at, _) => Some(*at),
            EntityRow::Furniture(_) => None,
        }
    }

    /// Whether the cursor rests on the line that folds furniture away.
    pub fn is_on_furniture(&self) -> bool {
        matches!(self.rows.get(self.scroll.cursor), Some(EntityRow::Furniture(_)))
    }

    /// Puts the cursor on an entity, where it is listed.
    pub fn choose(&mut self, entity: EntityIx) {
        let is_it = |row: &EntityRow| matches!(row, EntityRow::Entity(at, _) if *at == entity);
        if let Some(row) = self.rows.iter().position(is_it) {
            self.scroll.cursor = row;
        }
    }

    /// Lists only the next kind, then only what is doubtful, then all.
    pub const fn next_kind(&mut self) {
        (self.kind, self.only_doubtful) = match (self.kind, self.only_doubtful) {
            (None, false) => (Some(Kind::Person), false),
            (Some(Kind::Person), _) => (Some(Kind::Organization), false),
            (Some(Kind::Organization), _) => (Some(Kind::Place), false),
            (Some(Kind::Place), _) => (None, true),
            (None, true) => (None, false),
        };
    }

    /// Lists in the next order.
    pub fn next_order(&mut self) {
        self.order = self.order.next();
    }

    fn sort(&self, corpus: &Corpus, rows: &mut [(EntityIx, u32)]) {
        match self.order {
            Order::Mentions => rows.sort_by_key(|(at, count)| (Reverse(*count), *at)),
            Order::Documents => {
                rows.sort_by_key(|(at, count)| (Reverse(corpus.entity(*at).documents.len()), Reverse(*count), *at));
            }
            Order::Name => rows.sort_by_cached_key(|(at, _)| (fold(&corpus.entity(*at).name), *at)),
        }
    }
}
