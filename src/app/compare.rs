//! [`Compare`]: two documents beside each other.

use crate::corpus::{Corpus, Hit};

use super::reading::Reading;
use super::strand::{Strand, in_document};

/// Two documents beside each other.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// Left and right, or upper and lower.
    pub columns: [Reading; 2],
    /// The accounts that they give, where two accounts of an event are compared.
    pub accounts: [Option<Account>; 2],
    /// The column in focus: 0 or 1.
    pub active: usize,
}

/// One of two accounts of an event that differ.
#[derive(Clone, Debug)]
pub struct Account {
    /// What it says: in full, and ever shorter. Ready to be shown.
    pub says: Vec<String>,
    /// Where that is said, in any document, in reading order.
    pub places: Vec<Hit>,
}

impl Compare {
    /// The account that a column gives.
    pub fn account(&self, column: usize) -> Option<&Account> {
        self.accounts.get(column)?.as_ref()
    }

    /// The places that are walked in a column: those of its account, else those of `walked`.
    pub fn places<'c>(&'c self, column: usize, walked: &'c Strand, corpus: &Corpus) -> &'c [Hit] {
        let Some(document) = self.columns.get(column).and_then(|reading| reading.position(corpus)) else { return &[] };
        let hits = self.account(column).map_or(&walked.hits, |account| &account.places);
        in_document(hits, corpus, document)
    }

    /// The column in focus.
    pub fn active(&self) -> &Reading {
        let [left, right] = &self.columns;
        if self.active == 0 { left } else { right }
    }

    /// The column in focus.
    pub fn active_mut(&mut self) -> &mut Reading {
        let [left, right] = &mut self.columns;
        if self.active == 0 { left } else { right }
    }
}
