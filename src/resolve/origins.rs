//! Where each document's report comes from: the outlets that its signs name, its own outlet, and those of which it is a copy.
//!
//! A tie is a passage that says so; nothing is tied without one. Reports that tell the same in other words without saying where they
//! have it from stay apart: that two sources agree does not make them one.

use std::collections::{HashMap, HashSet};

use crate::gazetteer::{Listed, gazetteer};
use crate::model::{
    Document, DocumentIx, Likeness, Mention, Origin, OriginIx, OriginSign, Origins, PassageIx, Provenance, Reach,
    Resolved, Says, Sharing, Tie,
};
use crate::text::{Span, fold};

/// The origins of the documents in `resolved`, whose names are linked; `signs` are those of each document, in its order.
pub(super) fn origins(resolved: &Resolved, signs: &[&[OriginSign]], sharings: &[Sharing]) -> Origins {
    let own: HashSet<String> =
        resolved.documents.iter().filter_map(|document| source(document)).map(|name| key(&name)).collect();
    let mut table = Table::default();
    let mut ties = Vec::new();
    for ((at, document), signs) in resolved.documents.iter().enumerate().zip(signs) {
        let at = DocumentIx::at(at);
        let from = ties.len();
        ties.extend(author(document, &own).map(|(name, span)| {
            let origin = table.outlet(&name);
            Tie { document: at, span, says: Says::Text, reach: Reach::Report, origin }
        }));
        for sign in *signs {
            let Some(name) = named(resolved, at, sign.outlet) else { continue };
            if gazetteer().is_outlet(name) || own.contains(&key(name)) {
                let origin = table.outlet(name);
                ties.push(Tie { document: at, span: sign.span, says: sign.says, reach: sign.reach, origin });
            }
        }
        ties[from..].sort_by_key(|tie| (tie.span.start, tie.says));
    }
    let mut groups = Groups::of(resolved.documents.len(), sharings);
    let firsts: Vec<usize> = (0..resolved.documents.len()).map(|at| groups.first(at)).collect();
    let mut best: HashMap<usize, Tie> = HashMap::new();
    for tie in ties.iter().filter(|tie| tie.reach == Reach::Report) {
        let best = best.entry(firsts[tie.document.index()]).or_insert(*tie);
        if tie.says < best.says {
            *best = *tie;
        }
    }
    let mut of_document: Vec<OriginIx> = Vec::with_capacity(firsts.len());
    for (at, first) in firsts.iter().enumerate() {
        let origin = match (best.get(first), of_document.get(*first)) {
            (Some(tie), _) => tie.origin,
            (None, Some(origin)) => *origin,
            (None, None) => table.own(&resolved.documents[at]),
        };
        of_document.push(origin);
    }
    Origins { all: table.all, of_document, ties }
}

/// The origins by the names that they go by.
#[derive(Default)]
struct Table {
    all: Vec<Origin>,
    of_key: HashMap<String, OriginIx>,
}

impl Table {
    fn outlet(&mut self, name: &str) -> OriginIx {
        let key = key(name);
        if let Some(at) = self.of_key.get(&key) {
            return *at;
        }
        let known = gazetteer().best_name(Listed::Organization, name).unwrap_or(name);
        let at = self.add(known);
        self.of_key.insert(key, at);
        at
    }

    /// The document's own outlet, else the document.
    fn own(&mut self, document: &Document) -> OriginIx {
        match source(document) {
            Some(source) => self.outlet(&source),
            None => self.add(document.metadata.title.as_ref().map_or(&document.file, |title| &title.value)),
        }
    }

    fn add(&mut self, name: &str) -> OriginIx {
        self.all.push(Origin { name: name.to_owned() });
        OriginIx::at(self.all.len() - 1)
    }
}

/// Documents that are copies of one another, the first of each group leading.
struct Groups(Vec<usize>);

impl Groups {
    fn of(documents: usize, sharings: &[Sharing]) -> Self {
        let mut groups = Self((0..documents).collect());
        for sharing in sharings.iter().filter(|sharing| sharing.likeness != Likeness::Part) {
            let [one, other] = sharing.documents.map(|at| groups.first(at.index()));
            groups.0[one.max(other)] = one.min(other);
        }
        groups
    }

    fn first(&mut self, document: usize) -> usize {
        let mut at = document;
        while self.0[at] != at {
            // Halving the way keeps it short for all that come after.
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }
}

fn source(document: &Document) -> Option<String> {
    document.metadata.source.as_ref().map(|source| source.value.trim().to_owned()).filter(|source| !source.is_empty())
}

/// An outlet that stands where the author's name does, and where.
fn author(document: &Document, own: &HashSet<String>) -> Option<(String, Span)> {
    let author = document.metadata.author.as_ref()?;
    let is_outlet = gazetteer().is_outlet(&author.value) || own.contains(&key(&author.value));
    let span = if let Provenance::Text(span) = author.from { span } else { Span::default() };
    is_outlet.then(|| (author.value.clone(), span))
}

/// The best name of the organization that is named at a place.
fn named(resolved: &Resolved, document: DocumentIx, span: Span) -> Option<&str> {
    let passage = passage_at(resolved, document, span.start)?;
    let start = resolved.mentions.partition_point(|mention| mention.passage < passage);
    let here = resolved.mentions.iter().skip(start).take_while(|mention| mention.passage == passage);
    let mention: &Mention = here.into_iter().find(|mention| mention.span.overlaps(span))?;
    Some(&resolved.entities.get(mention.entity.index())?.name)
}

fn passage_at(resolved: &Resolved, document: DocumentIx, offset: u32) -> Option<PassageIx> {
    let passages = &resolved.passages;
    let after = passages.partition_point(|passage| (passage.document, passage.span.start) <= (document, offset));
    let at = after.checked_sub(1)?;
    passages.get(at).filter(|passage| passage.document == document).map(|_| PassageIx::at(at))
}

/// What names of one outlet have in common.
fn key(name: &str) -> String {
    let known = gazetteer().best_name(Listed::Organization, name).unwrap_or(name);
    let folded = fold(known);
    folded.strip_prefix("the ").unwrap_or(&folded).to_owned()
}
