//! Words searched in the texts themselves: folded, across line ends, everywhere that they stand.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::model::{Document, DocumentId, DocumentIx, PassageIx};
use crate::text::{Folded, Span, fold};

use super::{Corpus, Hit};

/// Texts of so many bytes in all are kept folded once they have been searched: a fold takes five times its text, and a search
/// while typing asks for all of them at each key.
const KEPT_BYTES: usize = 16 << 20;

/// The folds of a corpus's texts, made when first searched; none are kept where there is too much text.
#[derive(Debug, Default)]
pub(super) struct Folds(Vec<Arc<OnceLock<Folded>>>);

impl Folds {
    pub(super) fn of(documents: &[Arc<Document>]) -> Self {
        let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
        let kept = if bytes <= KEPT_BYTES { documents.len() } else { 0 };
        Self((0..kept).map(|_| Arc::default()).collect())
    }

    /// The folds of the same texts in another order.
    pub(super) fn carried_over(&self, before: &[Arc<Document>], now: &[Arc<Document>]) -> Self {
        let known: HashMap<DocumentId, &Arc<OnceLock<Folded>>> =
            before.iter().map(|document| document.id).zip(&self.0).collect();
        let mut folds = Self::of(now);
        for (fold, document) in folds.0.iter_mut().zip(now) {
            if let Some(known) = known.get(&document.id) {
                *fold = Arc::clone(known);
            }
        }
        folds
    }

    fn get(&self, at: DocumentIx, text: &str) -> Cow<'_, Folded> {
        match self.0.get(at.index()) {
            Some(kept) => Cow::Borrowed(kept.get_or_init(|| Folded::new(text))),
            None => Cow::Owned(Folded::new(text)),
        }
    }
}

/// Every place where `words` stand, folded, in reading order; overlapping places count once.
pub(super) fn phrase_hits(corpus: &Corpus, words: &str) -> Vec<Hit> {
    let wanted = fold(words);
    if wanted.is_empty() {
        return Vec::new();
    }
    let documents = (0..corpus.documents().len()).map(DocumentIx::at);
    documents.flat_map(|document| hits_in(corpus, document, &wanted)).collect()
}

impl Corpus {
    /// The fold of a document's text.
    pub(super) fn folded(&self, document: DocumentIx) -> Cow<'_, Folded> {
        self.index.folds.get(document, &self.document(document).text)
    }
}

fn hits_in(corpus: &Corpus, document: DocumentIx, wanted: &str) -> Vec<Hit> {
    let folded = corpus.folded(document);
    let places = folded.text.match_indices(wanted).map(|(start, found)| Span::from(start..start + found.len()));
    places
        .filter_map(|place| {
            let span = folded.source(place);
            let passage: PassageIx = corpus.passage_at(document, span.start)?;
            Some(Hit { passage, span })
        })
        .collect()
}
