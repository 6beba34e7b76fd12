//! Copies, shared passages and origins, by document and by passage.

use std::collections::BTreeSet;

use crate::model::{DocumentIx, Given, Origin, OriginIx, Origins, PassageIx, Reach, Resolved, Says, Sharing, Tie};
use crate::text::Span;

use super::Corpus;

/// Where shared stretches stand.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// Each document with the number of a pair that it belongs to, ascending.
    pairs: Vec<(DocumentIx, u32)>,
    /// The runs of words that a document shares with others, merged, in the order of its text.
    runs: Vec<(DocumentIx, Span)>,
    /// Stretches that a document gives as its own words, and the document that it has in common with them before it in reading
    /// order; by document and place.
    taken: Vec<(DocumentIx, Span, DocumentIx)>,
}

/// Stretches before the end of a passage that are asked whether it lies in them: a document shares one with few others.
const LOOKED_AT: usize = 24;

impl Shared {
    pub(super) fn new(resolved: &Resolved) -> Self {
        let numbered = || (0..).zip(&resolved.sharings);
        let mut pairs: Vec<(DocumentIx, u32)> =
            numbered().flat_map(|(at, sharing)| sharing.documents.map(|document| (document, at))).collect();
        pairs.sort_unstable();
        let mut all: Vec<(DocumentIx, Span)> = Vec::new();
        for sharing in &resolved.sharings {
            let runs = sharing.stretches.iter().flat_map(|stretch| &stretch.runs);
            let [one, other] = sharing.documents;
            all.extend(runs.flat_map(|[first, second]| [(one, *first), (other, *second)]));
        }
        all.sort_unstable();
        let mut runs: Vec<(DocumentIx, Span)> = Vec::with_capacity(all.len());
        for (document, span) in all {
            match runs.last_mut().filter(|(last, run)| *last == document && span.start <= run.end) {
                Some((_, run)) => *run = run.cover(span),
                None => runs.push((document, span)),
            }
        }
        let stretches = resolved.sharings.iter().flat_map(|sharing| {
            let plain = sharing.stretches.iter().filter(|stretch| stretch.given[1] == Given::Plainly);
            plain.map(|stretch| (sharing.documents[1], stretch.places()[1], sharing.documents[0]))
        });
        let mut taken: Vec<(DocumentIx, Span, DocumentIx)> = stretches.collect();
        taken.sort_unstable();
        Self { pairs, runs, taken }
    }

    /// The document before `document` that has most of the words at `span` too.
    fn taken_from(&self, document: DocumentIx, span: Span) -> Option<DocumentIx> {
        let end = self.taken.partition_point(|(at, taken, _)| (*at, taken.start) < (document, span.end));
        let before = self.taken.get(..end)?.iter().rev().take(LOOKED_AT);
        let mut here = before.take_while(|(at, _, _)| *at == document);
        here.find(|(_, taken, _)| taken.intersection(span).len() * 2 > span.len()).map(|(_, _, from)| *from)
    }
}

impl Corpus {
    /// What pairs of documents have in common.
    pub fn sharings(&self) -> &[Sharing] {
        &self.resolved.sharings
    }

    /// What a document has in common with others.
    pub fn sharings_of(&self, document: DocumentIx) -> impl Iterator<Item = &Sharing> + '_ {
        let pairs = &self.index.shared.pairs;
        let start = pairs.partition_point(|(at, _)| *at < document);
        let here = pairs.iter().skip(start).take_while(move |(at, _)| *at == document);
        here.filter_map(|(_, at)| self.resolved.sharings.get(*at as usize))
    }

    /// The words within a stretch of a document that others have too, in the order of the text.
    pub fn shared_in(&self, document: DocumentIx, within: Span) -> impl Iterator<Item = Span> + '_ {
        let runs = &self.index.shared.runs;
        let start = runs.partition_point(|(at, run)| (*at, run.end) <= (document, within.start));
        let here = runs.iter().skip(start);
        here.take_while(move |(at, run)| *at == document && run.start < within.end).map(|(_, run)| *run)
    }

    /// All origins, and what ties documents to them.
    pub fn origins(&self) -> &Origins {
        &self.resolved.origins
    }

    /// Where a document's report comes from.
    pub fn origin(&self, document: DocumentIx) -> OriginIx {
        self.origins().of_document.get(document.index()).copied().unwrap_or(OriginIx(document.0))
    }

    /// An origin by its place.
    pub fn origin_at(&self, at: OriginIx) -> Option<&Origin> {
        self.origins().all.get(at.index())
    }

    /// Where a passage comes from: whom it cites, else the document that it has its words from, else where its document comes from.
    pub fn origin_of_passage(&self, at: PassageIx) -> OriginIx {
        let passage = self.passage(at);
        let ties = self.origins().ties_of(passage.document);
        let start = ties.partition_point(|tie| tie.span.start < passage.span.start);
        let here = ties.iter().skip(start).take_while(|tie| tie.span.start < passage.span.end);
        let cited = here.filter(|tie| tie.reach == Reach::Passage || tie.says == Says::First);
        if let Some(tie) = cited.min_by_key(|tie| tie.says) {
            return tie.origin;
        }
        self.origin(self.index.shared.taken_from(passage.document, passage.span).unwrap_or(passage.document))
    }

    /// How many origins some documents have.
    pub fn origins_of(&self, documents: impl Iterator<Item = DocumentIx>) -> usize {
        documents.map(|document| self.origin(document)).collect::<BTreeSet<_>>().len()
    }

    /// How many origins some passages have.
    pub fn origins_of_passages(&self, passages: impl Iterator<Item = PassageIx>) -> usize {
        passages.map(|passage| self.origin_of_passage(passage)).collect::<BTreeSet<_>>().len()
    }

    /// The ties that speak of a document as a whole, in the order of its text.
    pub fn report_ties(&self, document: DocumentIx) -> impl Iterator<Item = &Tie> + '_ {
        self.origins().ties_of(document).iter().filter(|tie| tie.reach == Reach::Report)
    }
}
