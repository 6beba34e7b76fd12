//! Where a document's report comes from, and what it has in common with others, with the passages that show it.

use crate::app::strand::{counted, document_name};
use crate::corpus::Corpus;
use crate::model::{DocumentIx, Given, Likeness, OriginIx, Reach, Sharing, Stretch, Tie};

use super::{Explanation, passage_words, place};

/// Ties, pairs and stretches that are told.
const TOLD: usize = 12;

/// "4 documents, 2 origins"; the origins only where they are fewer or more.
pub fn sources(documents: usize, origins: usize) -> String {
    let documents_said = counted(documents, "document");
    if origins == documents { documents_said } else { format!("{documents_said}, {}", counted(origins, "origin")) }
}

/// Where the document at `at` comes from, and why.
pub(super) fn origin(corpus: &Corpus, at: DocumentIx, why: &mut Explanation) {
    why.heading("Where the report comes from");
    let origin = corpus.origin(at);
    why.fact("origin", name(corpus, origin));
    let with =
        (0..corpus.documents().len()).map(DocumentIx::at).filter(|other| corpus.origin(*other) == origin).count();
    if with > 1 {
        why.fact("", format!("the same as of {}", counted(with - 1, "other document")));
    }
    let ties = corpus.origins().ties_of(at);
    let mut of_report = ties.iter().filter(|tie| tie.reach == Reach::Report).peekable();
    let is_copy = corpus.sharings_of(at).any(|sharing| sharing.likeness != Likeness::Part);
    if of_report.peek().is_none() {
        let why_so = if is_copy { "it is a copy, see below" } else { "nothing in it names another" };
        why.fact("why", why_so);
    }
    let of_report: Vec<&Tie> = of_report.collect();
    told(corpus, &of_report, why);
    let cited: Vec<&Tie> = ties.iter().filter(|tie| tie.reach == Reach::Passage).collect();
    if !cited.is_empty() {
        why.heading(&format!("Passages that come from elsewhere or were told to it: {}", cited.len()));
    }
    told(corpus, &cited, why);
}

/// What the document at `at` has in common with others.
pub(super) fn copies(corpus: &Corpus, at: DocumentIx, why: &mut Explanation) {
    let all = corpus.sharings_of(at).count();
    if all == 0 {
        return;
    }
    why.heading("Copies and shared passages");
    let mut sharings: Vec<&Sharing> = corpus.sharings_of(at).collect();
    sharings.sort_by_key(|sharing| (sharing.likeness, std::cmp::Reverse(sharing.words)));
    for sharing in sharings.into_iter().take(TOLD) {
        let Some((other, _)) = sharing.beside(at) else { continue };
        let own = usize::from(sharing.documents[1] == at);
        let words = counted(sharing.words as usize, "word");
        let how = match sharing.likeness {
            Likeness::Same => "the same text".to_owned(),
            Likeness::Near => format!("nearly the same: {words}, {} % of the shorter", sharing.percent()),
            Likeness::Part if sharing.words == 0 => "both quote the same words".to_owned(),
            Likeness::Part => format!("{words} in common, {} % of the shorter", sharing.percent()),
        };
        why.fact("", format!("{} ({}): {how}", document_name(corpus, other), corpus.document(other).file));
        for stretch in sharing.stretches.unpacked().iter().take(TOLD) {
            let here = stretch.places()[own];
            why.quote(&place_of(corpus, at, stretch, own), corpus.quote(at, here));
        }
    }
    if all > TOLD {
        why.fact("", format!("and {} more: redstring copies lists them", all - TOLD));
    }
}

/// The reasons why passages of an event have the origins that they have: one line an origin.
pub(super) fn of_passages(corpus: &Corpus, passages: &[crate::model::PassageIx], why: &mut Explanation) {
    let mut origins: Vec<(OriginIx, Vec<DocumentIx>)> = Vec::new();
    for at in passages {
        let (origin, document) = (corpus.origin_of_passage(*at), corpus.passage(*at).document);
        match origins.iter_mut().find(|(other, _)| *other == origin) {
            Some((_, documents)) if documents.contains(&document) => {}
            Some((_, documents)) => documents.push(document),
            None => origins.push((origin, vec![document])),
        }
    }
    let apart =
        |(origin, documents): &(OriginIx, Vec<DocumentIx>)| documents.iter().all(|at| corpus.origin(*at) == *origin);
    if origins.iter().all(|of| of.1.len() == 1 && apart(of)) {
        return;
    }
    for (number, (origin, documents)) in origins.iter().take(TOLD).enumerate() {
        let names: Vec<String> = documents.iter().take(TOLD).map(|at| document_name(corpus, *at)).collect();
        let label = if number == 0 { "origins" } else { "" };
        why.fact(label, format!("{}: in {}", name(corpus, *origin), names.join(", ")));
    }
}

/// The ties, those that one passage makes together, each passage once.
fn told(corpus: &Corpus, ties: &[&Tie], why: &mut Explanation) {
    let passage = |tie: &Tie| corpus.passage_at(tie.document, tie.span.start);
    for of_passage in ties.chunk_by(|one, other| passage(one) == passage(other)).take(TOLD) {
        for alike in of_passage.chunk_by(|one, other| one.says == other.says) {
            let Some(last) = alike.last() else { continue };
            let names: Vec<&str> = alike.iter().map(|tie| name(corpus, tie.origin)).collect();
            let words = if names.len() > 1 { last.says.words_of_several() } else { last.says.words() };
            why.fact(
                last.says.name(),
                format!("{} {words}: “{}”", names.join(", "), corpus.quote(last.document, last.span)),
            );
        }
        let Some(first) = of_passage.first() else { continue };
        why.quote(&place(corpus, first.document, first.span), &passage_words(corpus, first.document, first.span));
    }
    if ties.len() > TOLD {
        why.fact("", "redstring documents lists all of them");
    }
}

fn name(corpus: &Corpus, origin: OriginIx) -> &str {
    corpus.origin_at(origin).map_or("", |origin| &origin.name)
}

fn place_of(corpus: &Corpus, at: DocumentIx, stretch: &Stretch, own: usize) -> String {
    let paragraph = corpus.passage_at(at, stretch.places()[own].start).map_or(0, |at| corpus.passage(at).paragraph);
    let quoted = if stretch.given[own] == Given::Quoted { " quoted" } else { "" };
    format!("§{paragraph}{quoted}")
}
