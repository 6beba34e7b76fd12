//! Copies, shared passages and origins, by document and by passage.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::model::{DocumentIx, Given, Origin, OriginIx, Origins, PassageIx, Reach, Resolved, Says, Sharing, Tie};
use crate::text::Span;

use super::Corpus;
use super::postings::Postings;

/// Where shared stretches stand.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// The sides of the pairs that a document belongs to, numbered 0 and 1 of the first pair, 2 and 3 of the second, and so on.
    sides: Postings,
    /// What each document shares, gathered when it is first asked for: few are, and in a great pile it is much.
    of_document: Vec<OnceLock<Box<Stretches>>>,
}

/// What one document has in common with all others.
#[derive(Debug, Default)]
struct Stretches {
    /// Runs of words, merged, in the order of its text.
    runs: Vec<Span>,
    /// Stretches that it gives as its own words, by place, with the document before it in reading order that has them too.
    taken: Vec<(Span, DocumentIx)>,
}

/// Stretches before the end of a passage that are asked whether it lies in them: a document shares one with few others.
const LOOKED_AT: usize = 24;

impl Shared {
    pub(super) fn new(resolved: &Resolved) -> Self {
        let documents = resolved.sharings.iter().flat_map(|sharing| sharing.documents);
        let count = resolved.documents.len();
        Self {
            sides: Postings::new(count, documents.map(|document| Some(document.0))),
            of_document: (0..count).map(|_| OnceLock::new()).collect(),
        }
    }
}

impl Stretches {
    fn of(corpus: &Corpus, document: DocumentIx) -> Self {
        let mut all: Vec<Span> = Vec::new();
        let mut taken: Vec<(Span, DocumentIx)> = Vec::new();
        for sharing in corpus.sharings_of(document) {
            let [one, other] = sharing.documents;
            for stretch in sharing.stretches.unpacked() {
                all.extend(stretch.runs.iter().map(|[first, second]| if document == one { *first } else { *second }));
                if document == other && stretch.given[1] == Given::Plainly {
                    taken.push((stretch.places()[1], one));
                }
            }
        }
        all.sort_unstable();
        taken.sort_unstable();
        let mut runs: Vec<Span> = Vec::new();
        for span in all {
            match runs.last_mut().filter(|run| span.start <= run.end) {
                Some(run) => *run = run.cover(span),
                None => runs.push(span),
            }
        }
        Self { runs, taken }
    }

    /// The document before this one that has most of the words at `span` too.
    fn taken_from(&self, span: Span) -> Option<DocumentIx> {
        let end = self.taken.partition_point(|(taken, _)| taken.start < span.end);
        let mut before = self.taken.get(..end)?.iter().rev().take(LOOKED_AT);
        before.find(|(taken, _)| taken.intersection(span).len() * 2 > span.len()).map(|(_, from)| *from)
    }
}

impl Corpus {
    /// What pairs of documents have in common.
    pub fn sharings(&self) -> &[Sharing] {
        &self.resolved.sharings
    }

    /// What a document has in common with others.
    pub fn sharings_of(&self, document: DocumentIx) -> impl Iterator<Item = &Sharing> + '_ {
        let sides = self.index.shared.sides.of(document.0);
        sides.iter().filter_map(|side| self.resolved.sharings.get(*side as usize / 2))
    }

    /// The words within a stretch of a document that others have too, in the order of the text.
    pub fn shared_in(&self, document: DocumentIx, within: Span) -> impl Iterator<Item = Span> + '_ {
        let runs = self.stretches_of(document).map(|stretches| stretches.runs.as_slice()).unwrap_or_default();
        let start = runs.partition_point(|run| run.end <= within.start);
        let here = runs.iter().skip(start).copied();
        here.take_while(move |run| run.start < within.end)
    }

    fn stretches_of(&self, document: DocumentIx) -> Option<&Stretches> {
        let place = self.index.shared.of_document.get(document.index())?;
        Some(place.get_or_init(|| Box::new(Stretches::of(self, document))))
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
        let taken_from = self.stretches_of(passage.document).and_then(|stretches| stretches.taken_from(passage.span));
        self.origin(taken_from.unwrap_or(passage.document))
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
