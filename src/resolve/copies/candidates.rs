//! Which pairs of documents are worth an alignment: those whose sketches share a mark, the likeliest for each document.
//!
//! A mark that a great many documents bear is stock (a newsletter line, a disclaimer) and ties nothing, unless most of a document is
//! such stock: then that document is a copy of something widespread. No document gets more than [`PARTNERS`] earlier partners, so
//! that no pile of files makes more than that many pairs a file.

use crate::model::{DocumentIx, Sketch};

/// Documents with one mark that are all compared with one another; of more, each is compared with the first.
const FEW: usize = 6;
/// Documents with one mark that make it stock.
const STOCK: usize = 200;
/// Earlier documents that one is compared with at most.
const PARTNERS: usize = 24;

/// The pairs, by the earlier document, then the later. Documents without a sketch stay out.
pub(super) fn candidates(sketches: &[Option<&Sketch>]) -> Vec<(DocumentIx, DocumentIx)> {
    let mut marks: Vec<(u32, u32)> = Vec::with_capacity(sketches.iter().flatten().map(|s| s.marks.len()).sum());
    for (at, sketch) in (0..).zip(sketches) {
        marks.extend(sketch.iter().flat_map(|sketch| &sketch.marks).map(|mark| (*mark, at)));
    }
    marks.sort_unstable();
    let bearers = || marks.chunk_by(|(one, _), (other, _)| one == other).filter(|bearers| bearers.len() > 1);
    let mut stock = vec![0_usize; sketches.len()];
    for (_, document) in bearers().filter(|bearers| bearers.len() > STOCK).flatten() {
        stock[*document as usize] += 1;
    }
    let is_widespread = |document: u32| {
        let marks = sketches[document as usize].map_or(0, |sketch| sketch.marks.len());
        stock[document as usize] * 2 > marks
    };
    // Later and earlier document, once for each mark in common.
    let mut common: Vec<(u32, u32)> = Vec::new();
    for bearers in bearers() {
        match bearers {
            bearers if bearers.len() <= FEW => {
                for (at, (_, later)) in bearers.iter().enumerate() {
                    common.extend(bearers.iter().take(at).map(|(_, earlier)| (*later, *earlier)));
                }
            }
            bearers if bearers.len() <= STOCK => star(bearers.iter().map(|(_, document)| *document), &mut common),
            bearers => star(bearers.iter().map(|(_, document)| *document).filter(|at| is_widespread(*at)), &mut common),
        }
    }
    common.sort_unstable();
    let mut pairs = Vec::new();
    for of_later in common.chunk_by(|(one, _), (other, _)| one == other) {
        let counted =
            of_later.chunk_by(|one, other| one == other).filter_map(|same| Some((same.len(), *same.first()?)));
        let mut counted: Vec<(usize, (u32, u32))> = counted.collect();
        counted.sort_by_key(|(count, (_, earlier))| (std::cmp::Reverse(*count), *earlier));
        let best = counted.into_iter().take(PARTNERS);
        pairs.extend(best.map(|(_, (later, earlier))| (DocumentIx(earlier), DocumentIx(later))));
    }
    pairs.sort_unstable();
    pairs
}

/// Each with the first.
fn star(mut documents: impl Iterator<Item = u32>, common: &mut Vec<(u32, u32)>) {
    if let Some(first) = documents.next() {
        common.extend(documents.map(|later| (later, first)));
    }
}

#[cfg(test)]
mod tests {
    use super::{PARTNERS, STOCK, candidates};
    use crate::model::Sketch;

    fn check(marks: &[&[u32]], expected: &[(u32, u32)]) {
        let sketches: Vec<Sketch> =
            marks.iter().map(|marks| Sketch { marks: marks.to_vec(), ..Sketch::default() }).collect();
        let found = candidates(&sketches.iter().map(Some).collect::<Vec<_>>());
        assert_eq!(found.iter().map(|(one, other)| (one.0, other.0)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_mark_in_common_makes_a_pair() {
        check(&[&[1, 2], &[3], &[2, 4], &[5]], &[(0, 2)]);
        check(&[&[1], &[1], &[1]], &[(0, 1), (0, 2), (1, 2)]);
        check(&[&[], &[]], &[]);
    }

    #[test]
    fn stock_ties_nothing_but_what_is_made_of_it() {
        let with_own: Vec<Vec<u32>> = (0..STOCK as u32 + 9).map(|at| vec![1, 100 + 2 * at, 101 + 2 * at]).collect();
        check(&with_own.iter().map(Vec::as_slice).collect::<Vec<_>>(), &[]);
        let copies = vec![&[1, 2, 3][..]; STOCK + 9];
        let expected: Vec<(u32, u32)> = (1..STOCK as u32 + 9).map(|later| (0, later)).collect();
        check(&copies, &expected);
    }

    #[test]
    fn no_document_has_more_than_so_many_partners() {
        let mut marks: Vec<Vec<u32>> = (0..90).map(|at| vec![at]).collect();
        marks.push((0..90).collect());
        let expected: Vec<(u32, u32)> = (0..PARTNERS as u32).map(|earlier| (earlier, 90)).collect();
        check(&marks.iter().map(Vec::as_slice).collect::<Vec<_>>(), &expected);
    }
}
