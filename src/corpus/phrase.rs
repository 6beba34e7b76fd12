//! Words searched in the texts themselves: folded, across line ends, everywhere that they stand.

use crate::model::{DocumentIx, PassageIx};
use crate::text::{Folded, Span, fold};

use super::{Corpus, Hit};

/// Every place where `words` stand, folded, in reading order; overlapping places count once.
pub(super) fn phrase_hits(corpus: &Corpus, words: &str) -> Vec<Hit> {
    let wanted = fold(words);
    if wanted.is_empty() {
        return Vec::new();
    }
    let documents = (0..corpus.documents().len()).map(DocumentIx::at);
    documents.flat_map(|document| hits_in(corpus, document, &wanted)).collect()
}

fn hits_in(corpus: &Corpus, document: DocumentIx, wanted: &str) -> Vec<Hit> {
    let folded = Folded::new(&corpus.document(document).text);
    let places = folded.text.match_indices(wanted).map(|(start, found)| Span::from(start..start + found.len()));
    places
        .filter_map(|place| {
            let span = folded.source(place);
            let passage: PassageIx = corpus.passage_at(document, span.start)?;
            Some(Hit { passage, span })
        })
        .collect()
}
