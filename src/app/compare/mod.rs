//! [`Compare`]: two to four documents beside each other.
//!
//! It says which passages stand beside each other and why, which words differ, and what the silence of a source can mean. It
//! moves nothing: that is `update`'s business.

mod alignment;
mod silence;
mod wording;

use crate::corpus::{Corpus, Hit};
use crate::text::Span;

use super::reading::Reading;
use super::strand::{Strand, in_document};

pub use alignment::{Alignment, Beside, Shared};
pub use silence::Silence;

/// Columns at most.
pub const MOST_COLUMNS: usize = 4;

/// Two to four documents beside each other.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// From left to right, or from top to bottom.
    pub columns: Vec<Column>,
    /// The column in focus.
    pub active: usize,
    /// Whether the columns move together.
    pub scrolling: Scrolling,
    /// Which passages stand beside each other.
    pub alignment: Alignment,
    /// Which of the alignment's rows the columns stand at.
    pub row: usize,
}

/// A document of the comparison.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its text.
    pub reading: Reading,
    /// The account that it gives, where accounts of an event are compared.
    pub account: Option<Account>,
    /// What it means that it has no passage, where it has none.
    pub silence: Option<Silence>,
    /// Where its words differ from those of a passage that is nearly the same.
    pub reworded: Vec<Span>,
}

/// One of the accounts of an event that differ.
#[derive(Clone, Debug)]
pub struct Account {
    /// What it says: in full, and ever shorter. Ready to be shown.
    pub says: Vec<String>,
    /// Where the document says that, in reading order.
    pub places: Vec<Hit>,
}

/// Whether the columns move together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scrolling {
    /// Each stands at its passage of the same row.
    #[default]
    Aligned,
    /// All are as far through their documents.
    Linked,
    /// Each moves alone.
    Independent,
}

impl Scrolling {
    /// In a word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Aligned => "aligned",
            Self::Linked => "linked",
            Self::Independent => "independent",
        }
    }

    /// The next one.
    pub const fn next(self) -> Self {
        match self {
            Self::Aligned => Self::Linked,
            Self::Linked => Self::Independent,
            Self::Independent => Self::Aligned,
        }
    }
}

/// The letter of a column.
pub const fn letter(column: usize) -> char {
    match column {
        0 => 'A',
        1 => 'B',
        2 => 'C',
        _ => 'D',
    }
}

impl Compare {
    /// The places that are walked in a column: those of its account, else those of `walked`.
    pub fn places<'c>(&'c self, column: usize, walked: &'c Strand, corpus: &Corpus) -> &'c [Hit] {
        let Some(column) = self.columns.get(column) else { return &[] };
        match (&column.account, column.reading.position(corpus)) {
            (Some(account), _) => &account.places,
            (None, Some(document)) => in_document(&walked.hits, corpus, document),
            (None, None) => &[],
        }
    }

    /// The row that the columns stand at, where they are aligned and there is one.
    pub fn current(&self) -> Option<&Beside> {
        (self.scrolling == Scrolling::Aligned).then(|| self.alignment.rows.get(self.row)).flatten()
    }

    /// The text of the column in focus.
    pub fn active(&self) -> Option<&Reading> {
        self.columns.get(self.active).map(|column| &column.reading)
    }

    /// Aligns the passages of the columns anew: after another document came into a column, or the corpus changed.
    pub fn align(&mut self, corpus: &Corpus, walked: &Strand) {
        let places: Vec<&[Hit]> = (0..self.columns.len()).map(|at| self.places(at, walked, corpus)).collect();
        let are_accounts = self.columns.iter().all(|column| column.account.is_some());
        let alignment =
            if are_accounts { Alignment::in_order(&places) } else { Alignment::new(corpus, &places, &walked.targets) };
        self.alignment = alignment;
        self.row = self.row.min(self.alignment.rows.len().saturating_sub(1));
        let silences: Vec<Option<Silence>> = (0..self.columns.len())
            .map(|at| {
                let document = self.columns.get(at)?.reading.position(corpus)?;
                let is_silent = !walked.is_nothing() && self.places(at, walked, corpus).is_empty();
                is_silent.then(|| Silence::of(corpus, document, walked))
            })
            .collect();
        for (column, silence) in self.columns.iter_mut().zip(silences) {
            column.silence = silence;
        }
        self.reword(corpus);
    }

    /// Finds the words that differ between passages of the current row that are nearly the same.
    pub fn reword(&mut self, corpus: &Corpus) {
        let passages = self.current().map(|row| row.passages.clone()).unwrap_or_default();
        for (at, column) in self.columns.iter_mut().enumerate() {
            let own = passages.get(at).copied().flatten();
            // Each is held against the first of the others that is nearly the same: the same words are marked on both sides.
            let others = passages.iter().enumerate().filter(|(other, _)| *other != at).filter_map(|(_, other)| *other);
            let mut others = others.filter_map(|other| wording::differing(corpus, own?, other));
            column.reworded = others.next().unwrap_or_default();
        }
    }
}
