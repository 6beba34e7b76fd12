//! Documents that have words in common: the same, nearly the same, or a stretch ("quoted", with or without marks).
//!
//! Sketches tell which pairs are worth a look, an alignment of their words tells what they share. Linear in the documents, but for
//! the pairs: each document is compared with a bounded number of others. It judges no meaning: what is told anew in other words
//! has nothing in common.

mod alignment;
mod candidates;
mod numbered;
mod quotes;
mod retold;

use std::collections::HashMap;

use crate::model::{Document, DocumentIx, Given, Likeness, Packed, Sharing, Sketch, Stretch};

use alignment::{Index, Run, aligned};
use candidates::candidates;
use numbered::{Numbered, Numbers};
pub(super) use retold::retold;

/// Words that make a copy of a document: fewer may be chance ("Thank you."), unless all bytes are the same.
const COPY: u32 = 8;
/// Words of a stretch in common that is worth telling, some of them in a row: stock phrases are shorter.
const STRETCH: u32 = 24;
const IN_A_ROW: usize = 12;
/// Words of further stretches that two documents share which share such a one.
const FURTHER: u32 = 12;

/// What pairs of the documents have in common, by the second of each pair, then the first. The documents are in reading order.
pub(super) fn sharings<'d>(documents: impl Iterator<Item = (&'d Document, &'d Sketch)>) -> Vec<Sharing> {
    let documents: Vec<(&Document, &Sketch)> = documents.collect();
    let mut sharings = Vec::new();
    let mut first: HashMap<(u64, u32), usize> = HashMap::new();
    let mut first_bytes: HashMap<[u8; 32], usize> = HashMap::new();
    // A copy is told once, as a copy: only the first of them is compared with others.
    let mut compared = Vec::with_capacity(documents.len());
    for (at, (document, sketch)) in documents.iter().enumerate() {
        let original = match sketch.words {
            COPY.. => *first.entry((sketch.whole, sketch.words)).or_insert(at),
            _ if document.text.is_empty() => at,
            _ => *first_bytes.entry(document.sha256).or_insert(at),
        };
        compared.push((original == at).then_some(*sketch));
        if original != at {
            sharings.push(Sharing {
                documents: [DocumentIx::at(original), DocumentIx::at(at)],
                likeness: Likeness::Same,
                words: sketch.words,
                of: [sketch.words; 2],
                stretches: Packed::default(),
            });
        }
    }
    let pairs = candidates(&compared);
    let mut numbers = Numbers::default();
    for with_one in pairs.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((earlier, _)) = with_one.first() else { continue };
        let Some((document, _)) = documents.get(earlier.index()) else { continue };
        let own = numbers.of(earlier.index(), document);
        let index = Index::of(&own.words);
        for (_, later) in with_one {
            let Some((other, _)) = documents.get(later.index()) else { continue };
            let others = numbers.of(later.index(), other);
            let stretches = stretches([document, other], [&own, &others], &index);
            sharings.extend(sharing([*earlier, *later], [own.words.len(), others.words.len()], &stretches));
        }
    }
    sharings.sort_by_key(|sharing| (sharing.documents[1], sharing.documents[0]));
    sharings
}

fn stretches(documents: [&Document; 2], all: [&Numbered<'_>; 2], index: &Index) -> Vec<Stretch> {
    let place = |side: usize, run: &Run| all[side].place(run.starts[side], run.starts[side] + run.words);
    let places = |run: &Run| [place(0, run), place(1, run)];
    let is_long = |runs: &Vec<Run>| runs.iter().any(|run| run.words >= IN_A_ROW);
    let stretch = |runs: Vec<Run>| {
        let words = runs.iter().map(|run| run.words).sum::<usize>() as u32;
        let runs: Vec<_> = runs.iter().map(places).collect();
        let mut stretch = Stretch { runs, words, given: [Given::Plainly; 2] };
        let [one, other] = stretch.places();
        stretch.given = [quotes::given(&documents[0].text, one), quotes::given(&documents[1].text, other)];
        stretch
    };
    let long = aligned(all.map(|document| document.words.as_slice()), index).into_iter().filter(is_long).map(stretch);
    let stretches: Vec<Stretch> = long.filter(|stretch| stretch.words >= FURTHER).collect();
    if stretches.iter().any(|stretch| stretch.words >= STRETCH) { stretches } else { Vec::new() }
}

fn sharing(documents: [DocumentIx; 2], of: [usize; 2], stretches: &[Stretch]) -> Option<Sharing> {
    let own = stretches.iter().filter(|stretch| !stretch.is_quoted_by_both());
    let words: u32 = own.map(|stretch| stretch.words).sum();
    let of = of.map(|words| words as u32);
    let likeness = if words * 2 >= of[0].min(of[1]) { Likeness::Near } else { Likeness::Part };
    (!stretches.is_empty()).then_some(Sharing { documents, likeness, words, of, stretches: Packed::new(stretches) })
}
