//! What places are called: for the breadcrumb at the top and the list of marks.

use crate::corpus::Corpus;

use super::pane::Pane;
use super::strand::{document_name, label};
use super::trail::{Place, Trail};

/// Places of the trail that are named at most.
const MOST: usize = 4;

/// Where a place is, in a few words: what was followed, and in which document. Untrusted.
pub fn place_name(corpus: &Corpus, place: &Place) -> String {
    let followed = followed(corpus, place);
    let document = place.document.and_then(|id| corpus.document_ix(id)).map(|at| {
        let paragraph = corpus.passage_at(at, place.caret.at).map_or(0, |at| corpus.passage(at).paragraph);
        format!("{} §{paragraph}", document_name(corpus, at))
    });
    let parts: Vec<String> =
        [followed, document.unwrap_or_default()].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// The places that were left last, the nearest one last, each in a word or two and none like its neighbour. Untrusted.
pub fn crumbs(corpus: &Corpus, trail: &Trail) -> Vec<String> {
    let document =
        |place: &Place| place.document.and_then(|id| corpus.document_ix(id)).map(|at| document_name(corpus, at));
    let places = trail.places();
    let near = places.iter().skip(places.len().saturating_sub(MOST)).filter_map(|place| match place.focus {
        Pane::Documents | Pane::Reader => document(place),
        Pane::Entities | Pane::Timeline | Pane::Passages => Some(followed(corpus, place)),
    });
    let mut names: Vec<String> = near.filter(|name| !name.is_empty()).collect();
    names.dedup();
    names
}

/// What is marked at a place, else what was followed there.
fn followed(corpus: &Corpus, place: &Place) -> String {
    let marked = place.mark.as_ref().map(|(_, targets)| targets);
    let labels = marked.unwrap_or(&place.targets).iter().map(|target| label(corpus, target));
    labels.collect::<Vec<_>>().join(" & ")
}
