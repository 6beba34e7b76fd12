//! Which passages are told anew from a document before: by the stretches that documents share.

use crate::model::{DocumentIx, Given, Passage, PassageIx, Retold, Sharing};
use crate::text::Span;

/// Stretches before the end of a passage that are asked whether it lies in them: a document shares one with few others.
const LOOKED_AT: usize = 24;

/// The passages that a document before has too. Passages and sharings are in reading order.
pub(in crate::resolve) fn retold(passages: &[Passage], sharings: &[Sharing]) -> Vec<Retold> {
    let mut all = Vec::new();
    for of_one in sharings.chunk_by(|one, other| one.documents[1] == other.documents[1]) {
        let taken = taken(of_one);
        let Some(document) = of_one.first().map(|sharing| sharing.documents[1]).filter(|_| !taken.is_empty()) else {
            continue;
        };
        let start = passages.partition_point(|passage| passage.document < document);
        let own = passages.iter().enumerate().skip(start).take_while(|(_, passage)| passage.document == document);
        let from = own.filter_map(|(at, passage)| Some((at, from(&taken, passage.span)?)));
        all.extend(from.map(|(at, from)| Retold { passage: PassageIx::at(at), from }));
    }
    all
}

/// The stretches that a document gives as its own words, by place, each with the document before it that has them too. `sharings`
/// are those with it as the second.
fn taken(sharings: &[Sharing]) -> Vec<(Span, DocumentIx)> {
    let mut taken = Vec::new();
    for sharing in sharings {
        let own = sharing.stretches.unpacked().into_iter().filter(|stretch| stretch.given[1] == Given::Plainly);
        taken.extend(own.map(|stretch| (stretch.places()[1], sharing.documents[0])));
    }
    taken.sort_unstable();
    taken
}

/// The document that has most of the words at `span` too.
fn from(taken: &[(Span, DocumentIx)], span: Span) -> Option<DocumentIx> {
    let end = taken.partition_point(|(taken, _)| taken.start < span.end);
    let mut before = taken.get(..end)?.iter().rev().take(LOOKED_AT);
    before.find(|(taken, _)| taken.intersection(span).len() * 2 > span.len()).map(|(_, from)| *from)
}
