//! [`Table`]: the matrix as it is looked at: what its rows are, how they are ordered, where the cursor is.

use std::cmp::Reverse;

use crate::corpus::{Corpus, Item, Matrix, MatrixRow, Rows};
use crate::model::{DocumentIx, Kind, PassageIx, Target};
use crate::text::{fold, visible};

use super::dates::when_words;
use super::geometry::Area;
use super::scroll::Scroll;

/// The matrix as it is looked at.
#[derive(Clone, Debug)]
pub struct Table {
    /// What its rows are.
    pub of: Rows,
    /// The passages that the pins leave, ascending, where something is pinned: only what stands in them is counted.
    pub within: Option<Vec<PassageIx>>,
    /// The rows, ordered.
    pub rows: Vec<MatrixRow>,
    /// The row under the cursor, and the window.
    pub scroll: Scroll,
    /// The column under the cursor.
    pub column: usize,
    /// The first document in sight, by its column.
    pub left: usize,
    /// The column that rows are ordered by.
    pub order: usize,
    /// Whether the least come first.
    pub direction: Direction,
}

/// Which come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The most; names from A to Z.
    #[default]
    Most,
    /// The least, the silent before all; names from Z to A.
    Least,
}

/// A column of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// What is counted.
    Name,
    /// How often in all.
    Total,
    /// In how many documents.
    Sources,
    /// How often in one document.
    Document(DocumentIx),
}

/// Columns before the documents.
pub const BEFORE_DOCUMENTS: usize = 3;

/// Cells of the matrix's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatrixColumns {
    /// The name of a row.
    pub name: u16,
    /// Its count in all.
    pub total: u16,
    /// In how many documents it stands.
    pub sources: u16,
    /// Its count in one document.
    pub document: u16,
    /// How many documents have room.
    pub documents: usize,
}

/// Cells that a document's column has at least.
const NARROWEST: u16 = 8;

/// Cells of the matrix's columns in `width` cells, for so many documents.
pub fn matrix_columns(width: u16, documents: usize) -> MatrixColumns {
    let (total, sources) = (10, 9);
    // Names give way, so that all sources are in sight where that is possible.
    let counted = total + sources + 1;
    let all = NARROWEST.saturating_mul(u16::try_from(documents).unwrap_or(u16::MAX)).saturating_add(counted);
    let name = (width * 3 / 10).min(width.saturating_sub(all)).clamp(18, 48);
    let room = width.saturating_sub(name + counted);
    let wanted = room / u16::try_from(documents).unwrap_or(u16::MAX).max(1);
    let document = wanted.clamp(NARROWEST, 24);
    MatrixColumns { name, total, sources, document, documents: usize::from(room / document).max(1) }
}

impl Heading {
    /// The column at a place.
    pub const fn at(column: usize) -> Self {
        match column {
            0 => Self::Name,
            1 => Self::Total,
            2 => Self::Sources,
            document => Self::Document(DocumentIx((document - BEFORE_DOCUMENTS) as u32)),
        }
    }
}

impl Table {
    /// The matrix of `of`, most counted first, the cursor on the row of `kept` where there is one.
    pub fn new(corpus: &Corpus, of: Rows, within: Option<Vec<PassageIx>>, kept: Option<&Target>) -> Self {
        let rows = Matrix::new(corpus, of, within.as_deref()).rows;
        let mut table = Self {
            of,
            within,
            rows,
            scroll: Scroll::default(),
            column: BEFORE_DOCUMENTS.min(Self::columns(corpus) - 1),
            left: BEFORE_DOCUMENTS,
            order: 1,
            direction: Direction::Most,
        };
        table.choose(corpus, kept);
        table
    }

    /// Columns in all.
    pub fn columns(corpus: &Corpus) -> usize {
        BEFORE_DOCUMENTS + corpus.documents().len()
    }

    /// The first document in sight.
    pub const fn first_document(&self) -> usize {
        self.left.saturating_sub(BEFORE_DOCUMENTS)
    }

    /// Where the rows stand inside the border of `area`: below the two lines of headings, above the line that says who is silent.
    pub fn area(area: Area) -> Area {
        let inside = area.inside();
        let (_, rest) = inside.split_rows(2);
        rest.split_rows(rest.height.saturating_sub(1)).0
    }

    /// Brings the cell under the cursor into sight.
    pub fn settle(&mut self, area: Area, documents: usize) {
        self.scroll.settle(self.rows.len(), usize::from(Self::area(area).height));
        let shown = matrix_columns(area.inside().width, documents).documents;
        self.left = self.left.min((BEFORE_DOCUMENTS + documents).saturating_sub(shown)).max(BEFORE_DOCUMENTS);
        if self.column >= BEFORE_DOCUMENTS {
            self.left = self.left.clamp((self.column + 1).saturating_sub(shown), self.column).max(BEFORE_DOCUMENTS);
        }
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&MatrixRow> {
        self.rows.get(self.scroll.cursor)
    }

    /// What the row under the cursor counts.
    pub fn target(&self, corpus: &Corpus) -> Option<Target> {
        self.current().map(|row| target(corpus, row.item))
    }

    /// Puts the cursor on what is named, where it is listed.
    pub fn choose(&mut self, corpus: &Corpus, kept: Option<&Target>) {
        if let Some(row) = self.rows.iter().position(|row| Some(&target(corpus, row.item)) == kept) {
            self.scroll.cursor = row;
        }
    }

    /// Lists the next kind of item.
    pub fn next_kind(&self, corpus: &Corpus) -> Self {
        let of = match self.of {
            Rows::Entities(None) => Rows::Entities(Some(Kind::Person)),
            Rows::Entities(Some(Kind::Person)) => Rows::Entities(Some(Kind::Organization)),
            Rows::Entities(Some(Kind::Organization)) => Rows::Entities(Some(Kind::Place)),
            Rows::Entities(Some(Kind::Place)) => Rows::Events,
            Rows::Events => Rows::Entities(None),
        };
        self.again(corpus, of, self.within.clone())
    }

    /// The same for another corpus, other rows or other pins.
    pub fn again(&self, corpus: &Corpus, of: Rows, within: Option<Vec<PassageIx>>) -> Self {
        let kept = self.target(corpus);
        let last = Self::columns(corpus).saturating_sub(1);
        let mut table = Self {
            column: self.column.min(last),
            left: self.left.min(last),
            order: self.order.min(last),
            direction: self.direction,
            ..Self::new(corpus, of, within, None)
        };
        table.sort(corpus);
        table.choose(corpus, kept.as_ref());
        table
    }

    /// Orders the rows by the column under the cursor; again, the other way round. The cursor goes to the first.
    pub fn order_by_column(&mut self, corpus: &Corpus) {
        let is_again = self.order == self.column;
        self.direction = match self.direction {
            Direction::Most if is_again => Direction::Least,
            _ => Direction::Most,
        };
        self.order = self.column;
        self.sort(corpus);
        self.scroll = Scroll::default();
    }

    fn sort(&mut self, corpus: &Corpus) {
        let of = |row: &MatrixRow| match Heading::at(self.order) {
            Heading::Name | Heading::Total => row.total,
            Heading::Sources => row.counts.len() as u32,
            Heading::Document(document) => row.count(document),
        };
        match (Heading::at(self.order), self.direction) {
            (Heading::Name, _) => self.rows.sort_by_cached_key(|row| fold(&label(corpus, row.item))),
            (_, Direction::Most) => self.rows.sort_by_key(|row| Reverse((of(row), row.total))),
            (_, Direction::Least) => self.rows.sort_by_key(|row| (of(row), Reverse(row.total))),
        }
        if (self.order, self.direction) == (0, Direction::Least) {
            self.rows.reverse();
        }
    }
}

/// What a row counts, as something that can be followed.
pub fn target(corpus: &Corpus, item: Item) -> Target {
    match item {
        Item::Entity(at) => Target::Entity(corpus.entity(at).id),
        Item::Event(at) => Target::Event(corpus.event(at).id),
    }
}

/// What a row is called, ready to be shown.
pub fn label(corpus: &Corpus, item: Item) -> String {
    let words = match item {
        Item::Entity(at) => corpus.entity(at).name.clone(),
        Item::Event(at) => format!("{} {}", when_words(corpus.event(at).when), corpus.event(at).label),
    };
    visible(&words).into_owned()
}
