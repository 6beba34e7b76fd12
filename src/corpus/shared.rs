//! Copies, shared passages and origins, by document and by passage.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::model::{DocumentIx, Origin, OriginIx, Origins, PassageIx, Reach, Resolved, Says, Sharing, Tie};
use crate::text::Span;

use super::Corpus;
use super::postings::Postings;

/// Where shared stretches stand.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// The sides of the pairs that a document belongs to, numbered 0 and 1 of the first pair, 2 and 3 of the second, and so on.
    sides: Postings,
    /// The runs of words that each document shares with others, merged, in the order of its text. They are gathered when they are
    /// first asked for: few are, and in a great pile it is much.
    runs: Vec<OnceLock<Box<[Span]>>>,
}

impl Shared {
    pub(super) fn new(resolved: &Resolved) -> Self {
        let documents = resolved.sharings.iter().flat_map(|sharing| sharing.documents);
        let count = resolved.documents.len();
        Self {
            sides: Postings::new(count, documents.map(|document| Some(document.0))),
            runs: (0..count).map(|_| OnceLock::new()).collect(),
        }
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
        let place = self.index.shared.runs.get(document.index());
        let runs = place.map(|place| &**place.get_or_init(|| self.runs_of(document))).unwrap_or_default();
        let start = runs.partition_point(|run| run.end <= within.start);
        let here = runs.iter().skip(start).copied();
        here.take_while(move |run| run.start < within.end)
    }

    fn runs_of(&self, document: DocumentIx) -> Box<[Span]> {
        let mut all: Vec<Span> = Vec::new();
        for sharing in self.sharings_of(document) {
            let side = usize::from(sharing.documents[1] == document);
            all.extend(sharing.stretches.unpacked().iter().flat_map(|stretch| &stretch.runs).map(|run| run[side]));
        }
        all.sort_unstable();
        let mut runs: Vec<Span> = Vec::new();
        for span in all {
            match runs.last_mut().filter(|run| span.start <= run.end) {
                Some(run) => *run = run.cover(span),
                None => runs.push(span),
            }
        }
        runs.into()
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
        let retold = &self.resolved.retold;
        let place = retold.binary_search_by_key(&at, |retold| retold.passage).ok();
        self.origin(place.and_then(|place| retold.get(place)).map_or(passage.document, |retold| retold.from))
    }

    /// How many origins some documents have.
    pub fn origins_of(&self, documents: impl Iterator<Item = DocumentIx>) -> usize {
        documents.map(|document| self.origin(document)).collect::<BTreeSet<_>>().len()
    }

    /// How many origins some passages have.
    pub fn origins_of_passages(&self, passages: impl Iterator<Item = PassageIx>) -> usize {
        let mut origins: Vec<OriginIx> = passages.map(|passage| self.origin_of_passage(passage)).collect();
        origins.sort_unstable();
        origins.dedup();
        origins.len()
    }

    /// The ties that speak of a document as a whole, in the order of its text.
    pub fn report_ties(&self, document: DocumentIx) -> impl Iterator<Item = &Tie> + '_ {
        self.origins().ties_of(document).iter().filter(|tie| tie.reach == Reach::Report)
    }
}
