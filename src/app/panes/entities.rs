//! Entities: people, organizations and places. Those that stand in page furniture only are folded away behind a line.

use std::cmp::Reverse;

use crate::app::scroll::Scroll;
use crate::app::strand::Strand;
use crate::corpus::Corpus;
use crate::model::{EntityId, EntityIx, Kind};
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
        let count = |at: EntityIx| match pins {
            Some(pins) => pins.shares.entity(at),
            None => corpus.mentions_of(at).len() as u32,
        };
        let all = (0..corpus.entities().len()).map(EntityIx::at);
        let of_kind = all.filter(|at| self.kind.is_none_or(|kind| corpus.entity(*at).kind == kind));
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

    /// Lists only the next kind; after the last one, all.
    pub fn next_kind(&mut self) {
        self.kind = match self.kind {
            None => Some(Kind::Person),
            Some(Kind::Person) => Some(Kind::Organization),
            Some(Kind::Organization) => Some(Kind::Place),
            Some(Kind::Place) => None,
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
