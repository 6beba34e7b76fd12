//! What a search finds: passages with the places in them, and for several queries at once what each came to.

use serde::Serialize;

use crate::corpus::{Corpus, Hit};
use crate::model::References;
use crate::report::{Furniture, Selection};

use super::passages::{PassageRow, passages};
use super::row::{Place, Row, list};

/// A passage with the places in it that a query finds.
#[derive(Serialize)]
pub struct FoundRow<'c> {
    #[serde(flatten)]
    passage: PassageRow<'c>,
    hits: Vec<Place>,
}

/// What one query of several came to.
#[derive(Serialize)]
pub struct BatchRow<'c> {
    /// Its line in the list, from 1.
    line: u32,
    query: String,
    hits: usize,
    passages: usize,
    /// The documents that have it, in reading order.
    documents: Vec<&'c str>,
    /// What in the query can't be read.
    error: Option<String>,
}

/// The passages that have `hits`, which are in reading order; those of headers are left out.
pub fn found<'c>(corpus: &'c Corpus, hits: &[Hit]) -> Vec<FoundRow<'c>> {
    let all = hits.iter().map(|hit| hit.passage).collect();
    let selection = Selection::new(corpus, all, Vec::new(), Furniture::Kept);
    let rows = passages(corpus, &selection, References::Hidden, &[]);
    let with_hits = rows.into_iter().zip(selection.passages()).map(|(passage, at)| {
        let own = hits.iter().skip(hits.partition_point(|hit| hit.passage < *at)).take_while(|hit| hit.passage == *at);
        FoundRow { passage, hits: own.map(|hit| hit.span.into()).collect() }
    });
    with_hits.collect()
}

/// A row for each line of a list of queries, one a line; empty lines and those that begin with `#` are left out.
pub fn batch<'c>(corpus: &'c Corpus, queries: &str) -> Vec<BatchRow<'c>> {
    let lines = (1..).zip(queries.lines().map(str::trim));
    let asked = lines.filter(|(_, query)| !query.is_empty() && !query.starts_with('#'));
    let row = |(line, query): (u32, &str)| {
        let (hits, error) = match corpus.search(query) {
            Ok(hits) => (hits, None),
            Err(error) => (Vec::new(), Some(error.to_string())),
        };
        let each = |same: fn(&Corpus, &Hit, &Hit) -> bool| hits.chunk_by(move |a, b| same(corpus, a, b));
        let documents = each(|corpus, a, b| corpus.document_of(*a) == corpus.document_of(*b));
        BatchRow {
            line,
            query: query.to_owned(),
            hits: hits.len(),
            passages: each(|_, a, b| a.passage == b.passage).count(),
            documents: documents
                .filter_map(|hits| hits.first())
                .map(|hit| corpus.document(corpus.document_of(*hit)).file.as_str())
                .collect(),
            error,
        }
    };
    asked.map(row).collect()
}

impl BatchRow<'_> {
    /// What is wrong with the query.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// In a line for a list: what was asked and what it came to. Untrusted.
    pub fn told(&self) -> (String, String) {
        let found = match &self.error {
            Some(error) => format!("line {}: {error}", self.line),
            None => format!("{} in {} p., {} documents", self.hits, self.passages, self.documents.len()),
        };
        (self.query.clone(), found)
    }
}

impl Row for FoundRow<'_> {
    const TABLE: &'static [&'static str] = PassageRow::TABLE;
    const CSV: &'static [&'static str] =
        &["doc", "start", "end", "text", "before", "after", "mentions", "names", "times", "fit", "hits"];

    fn table(&self) -> Vec<String> {
        self.passage.table()
    }

    fn csv(&self) -> Vec<String> {
        let hits = list(self.hits.iter().map(|hit| format!("{}-{}", hit.start, hit.end)));
        self.passage.csv().into_iter().chain([hits]).collect()
    }
}

impl Row for BatchRow<'_> {
    const TABLE: &'static [&'static str] = &["line", "query", "hits", "passages", "documents", "error"];
    const CSV: &'static [&'static str] = &["line", "query", "hits", "passages", "documents", "error"];

    fn table(&self) -> Vec<String> {
        let mut cells = self.csv();
        if let Some(documents) = cells.get_mut(4) {
            *documents = self.documents.len().to_string();
        }
        cells
    }

    fn csv(&self) -> Vec<String> {
        vec![
            self.line.to_string(),
            self.query.clone(),
            self.hits.to_string(),
            self.passages.to_string(),
            list(self.documents.iter().map(ToString::to_string)),
            self.error.clone().unwrap_or_default(),
        ]
    }
}
