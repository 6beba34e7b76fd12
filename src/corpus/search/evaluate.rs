//! What a query finds in a corpus: hits in reading order.
//!
//! AND, OR and NOT ask of passages, as everything that is followed does: a passage holds both, or the one and not the other. NEAR
//! looks across passages of one document.

use regex::Regex;

use crate::corpus::{Corpus, Hit};
use crate::model::{DocumentIx, PassageIx};
use crate::text::Span;

use super::finding::Searched;
use super::query::Ask;
use super::words::words;

/// A corpus with its index.
pub(super) struct Evaluation<'c> {
    pub(super) corpus: &'c Corpus,
    pub(super) searched: Searched<'c>,
    /// The document of each text of the index.
    pub(super) documents: &'c [DocumentIx],
}

impl Evaluation<'_> {
    /// Every place that is asked for, in reading order, each once.
    pub(super) fn hits(&self, ask: &Ask) -> Vec<Hit> {
        match ask {
            Ask::Words(words) => self.side_by_side(words),
            Ask::Regex(regex) => self.fitting(regex),
            Ask::Or(a, b) => union(self.hits(a), self.hits(b)),
            Ask::And(a, b) => {
                let (a, b) = (self.hits(a), self.hits(b));
                let (in_a, in_b) = (passages(&a), passages(&b));
                union(inside(a, &in_b), inside(b, &in_a))
            }
            Ask::Not(a, b) => outside(self.hits(a), &passages(&self.hits(b))),
            Ask::Near(a, b, between) => {
                let (a, b) = (self.places(self.hits(a)), self.places(self.hits(b)));
                union(self.near(&a, &b, *between), self.near(&b, &a, *between))
            }
        }
    }

    fn side_by_side(&self, words: &[String]) -> Vec<Hit> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let places = self.searched.side_by_side(&words).into_iter();
        let mut hits: Vec<Hit> = places.filter_map(|(text, span)| self.hit(*self.documents.get(text)?, span)).collect();
        // The index may be of the same texts in another order.
        if !hits.is_sorted() {
            hits.sort_unstable();
        }
        hits
    }

    fn fitting(&self, regex: &Regex) -> Vec<Hit> {
        let documents = (0..self.corpus.documents().len()).map(DocumentIx::at);
        let in_document = |document: DocumentIx| {
            let folded = self.corpus.folded(document);
            let found = regex.find_iter(&folded.text).filter(|found| !found.is_empty());
            let places = found.map(|found| folded.source(Span::from(found.range())));
            places.filter_map(|place| self.hit(document, place)).collect::<Vec<Hit>>()
        };
        documents.flat_map(in_document).collect()
    }

    fn hit(&self, document: DocumentIx, span: Span) -> Option<Hit> {
        let passage = self.corpus.passage_at(document, span.start)?;
        Some(Hit { passage, span })
    }

    fn places(&self, hits: Vec<Hit>) -> Vec<Place> {
        hits.into_iter().map(|hit| Place { document: self.corpus.document_of(hit), hit }).collect()
    }

    /// Those of `places` that have one of `others` in the same document with at most so many words between: the next one behind or
    /// the last one before is the nearest.
    fn near(&self, places: &[Place], others: &[Place], between: u32) -> Vec<Hit> {
        let first_from = |document: DocumentIx, offset: u32| {
            others.partition_point(|other| (other.document, other.hit.span.start) < (document, offset))
        };
        let is_near = |place: &&Place| {
            let behind = others.get(first_from(place.document, place.hit.span.end));
            let before =
                first_from(place.document, place.hit.span.start).checked_sub(1).and_then(|last| others.get(last));
            behind.is_some_and(|other| self.is_followed(place, other, between))
                || before.is_some_and(|other| self.is_followed(other, place, between))
        };
        places.iter().filter(is_near).map(|place| place.hit).collect()
    }

    /// Whether `next` stands behind `first` in the same document, at most so many words on.
    fn is_followed(&self, first: &Place, next: &Place, between: u32) -> bool {
        let end = first.hit.span.end as usize;
        if first.document != next.document || next.hit.span.start < first.hit.span.end {
            return false;
        }
        let mut left = between;
        let mut is_near = false;
        words(&self.corpus.document(first.document).text, end, |start, _, _| {
            is_near = start >= next.hit.span.start as usize;
            let goes_on = !is_near && left > 0;
            left = left.saturating_sub(1);
            goes_on
        });
        is_near
    }
}

/// A hit and its document.
struct Place {
    document: DocumentIx,
    hit: Hit,
}

/// The hits of both in reading order, each once.
fn union(mut one: Vec<Hit>, other: Vec<Hit>) -> Vec<Hit> {
    one.extend(other);
    one.sort_unstable();
    one.dedup();
    one
}

fn passages(hits: &[Hit]) -> Vec<PassageIx> {
    let mut passages: Vec<PassageIx> = hits.iter().map(|hit| hit.passage).collect();
    passages.dedup();
    passages
}

fn inside(mut hits: Vec<Hit>, passages: &[PassageIx]) -> Vec<Hit> {
    hits.retain(|hit| passages.binary_search(&hit.passage).is_ok());
    hits
}

fn outside(mut hits: Vec<Hit>, passages: &[PassageIx]) -> Vec<Hit> {
    hits.retain(|hit| passages.binary_search(&hit.passage).is_err());
    hits
}
