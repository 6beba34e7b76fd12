//! Copies and origins in another reading order: a correction may date a document anew. What they are is not judged again.

use std::sync::Arc;

use crate::model::{DocumentIx, OriginIx, Origins, Packed, Passage, Resolved, Retold, Sharing, Tie};
use crate::resolve::copies;

use super::rebuild::positions;

/// What documents have in common and where they have it from.
pub(super) struct Shared {
    pub sharings: Arc<[Sharing]>,
    pub retold: Arc<[Retold]>,
    pub origins: Arc<Origins>,
}

/// The same for documents that stand at other places now, with these `passages`. `order` is where they stood.
pub(super) fn moved(found: &Resolved, passages: &[Passage], order: &[DocumentIx]) -> Shared {
    if order.is_sorted() {
        return Shared {
            sharings: Arc::clone(&found.sharings),
            retold: Arc::clone(&found.retold),
            origins: Arc::clone(&found.origins),
        };
    }
    let documents_now = positions(order);
    let sharings: Arc<[Sharing]> = sharings(found, &documents_now).into();
    let retold = copies::retold(passages, &sharings).into();
    Shared { sharings, retold, origins: Arc::new(origins(found, order, &documents_now)) }
}

/// What pairs of documents have in common.
fn sharings(found: &Resolved, documents_now: &[DocumentIx]) -> Vec<Sharing> {
    let moved = |sharing: &Sharing| {
        let mut sharing = sharing.clone();
        sharing.documents = sharing.documents.map(|at| documents_now[at.index()]);
        if sharing.documents[0] > sharing.documents[1] {
            sharing.documents.reverse();
            sharing.of.reverse();
            let mut stretches = sharing.stretches.unpacked();
            for stretch in &mut stretches {
                stretch.given.reverse();
                stretch.runs.iter_mut().for_each(|run| run.reverse());
            }
            stretches.sort_by_key(|stretch| stretch.places()[1]);
            sharing.stretches = Packed::new(&stretches);
        }
        sharing
    };
    let mut sharings: Vec<Sharing> = found.sharings.iter().map(moved).collect();
    sharings.sort_by_key(|sharing| (sharing.documents[1], sharing.documents[0]));
    sharings
}

/// The same origins; `order` is where the documents stood.
fn origins(found: &Resolved, order: &[DocumentIx], documents_now: &[DocumentIx]) -> Origins {
    let origins = &found.origins;
    let mut ties: Vec<Tie> =
        origins.ties.iter().map(|tie| Tie { document: documents_now[tie.document.index()], ..*tie }).collect();
    ties.sort_by_key(|tie| (tie.document, tie.span.start, tie.says));
    let of = |at: &DocumentIx| origins.of_document.get(at.index()).copied().unwrap_or(OriginIx(0));
    Origins { all: origins.all.clone(), of_document: order.iter().map(of).collect(), ties }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{origins, sharings};
    use crate::model::{
        DocumentIx, Given, Likeness, OriginIx, Origins, Packed, Reach, Resolved, Says, Sharing, Stretch, Tie,
    };
    use crate::text::Span;

    #[test]
    fn a_pair_turns_round_with_its_documents() {
        let sharing = |documents: [u32; 2], starts: [u32; 2], given: [Given; 2]| Sharing {
            documents: documents.map(DocumentIx),
            likeness: Likeness::Part,
            words: 20,
            of: [30, 40],
            stretches: Packed::new(&vec![Stretch {
                runs: vec![starts.map(|at| Span::new(at, at + 9))],
                words: 20,
                given,
            }]),
        };
        let tie = |document: u32| Tie {
            document: DocumentIx(document),
            span: Span::new(1, 2),
            says: Says::First,
            reach: Reach::Report,
            origin: OriginIx(0),
        };
        let found = Resolved {
            sharings: [sharing([0, 1], [3, 7], [Given::Plainly, Given::Quoted])].into(),
            origins: Arc::new(Origins {
                of_document: vec![OriginIx(4), OriginIx(5)],
                ties: vec![tie(0)],
                ..Origins::default()
            }),
            ..Resolved::default()
        };
        let turned = [DocumentIx(1), DocumentIx(0)];
        let expected = Sharing { of: [40, 30], ..sharing([0, 1], [7, 3], [Given::Quoted, Given::Plainly]) };
        assert_eq!(sharings(&found, &turned), [expected]);
        let origins = origins(&found, &turned, &turned);
        assert_eq!((origins.of_document, origins.ties), (vec![OriginIx(5), OriginIx(4)], vec![tie(1)]));
    }
}
