//! What documents have in common, word by word.

use serde::{Deserialize, Serialize};

use crate::text::Span;

use super::ids::{DocumentIx, PassageIx};
use super::packed::Packed;

/// What tells copies of a document without reading it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// Words outside of what is folded.
    pub words: u32,
    /// A number that documents with the same words in the same order share.
    pub whole: u64,
    /// Some of its word sequences as numbers, so chosen that documents which share a long stretch share one: ascending.
    pub marks: Vec<u32>,
}

/// Two documents that have words in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sharing {
    /// Which, in reading order.
    pub documents: [DocumentIx; 2],
    /// How much of them.
    pub likeness: Likeness,
    /// Words that they share, what both quote left out.
    pub words: u32,
    /// Words of each.
    pub of: [u32; 2],
    /// The stretches that they share, in the order of the second; none where they are the same. What is kept of them on disk is put
    /// back by whoever reads it again.
    #[serde(skip)]
    pub stretches: Packed<Vec<Stretch>>,
}

/// A passage that a document before its own in reading order has too: most of its words, in none of them as a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Retold {
    /// The passage.
    pub passage: PassageIx,
    /// The document before; of several, the one whose stretch begins last.
    pub from: DocumentIx,
}

/// How much two documents have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Likeness {
    /// All words, in the same order.
    Same,
    /// At least half of the shorter one's words.
    Near,
    /// A stretch.
    Part,
}

impl Likeness {
    /// Its name in rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Near => "near",
            Self::Part => "part",
        }
    }
}

/// A stretch that two documents share, perhaps with a few words changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Runs of the same words: their places in both documents, in order.
    #[serde(with = "runs")]
    pub runs: Vec<[Span; 2]>,
    /// Words in the runs.
    pub words: u32,
    /// How each of the documents gives it.
    pub given: [Given; 2],
}

/// Runs follow one another closely in both documents: kept as steps from one to the next, most take four bytes.
mod runs {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::text::Span;

    pub(super) fn serialize<S: Serializer>(runs: &[[Span; 2]], to: S) -> Result<S::Ok, S::Error> {
        let mut ends = [0_u32; 2];
        let steps = runs.iter().flat_map(|[one, other]| {
            let lengths = [one, other].map(|span| span.end.wrapping_sub(span.start));
            let [before, before_other] = std::mem::replace(&mut ends, [one.end, other.end]);
            let starts = [one.start.wrapping_sub(before), other.start.wrapping_sub(before_other)];
            [starts[0], lengths[0], starts[1], lengths[1].wrapping_sub(lengths[0])].map(u32::cast_signed)
        });
        to.collect_seq(steps.collect::<Vec<i32>>())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<[Span; 2]>, D::Error> {
        let numbers: Vec<i32> = Vec::deserialize(from)?;
        let (steps, _) = numbers.as_chunks::<4>();
        let mut ends = [0_u32; 2];
        let read = steps.iter().map(|steps| {
            let [step, length, step_of_other, more] = steps.map(i32::cast_unsigned);
            let starts = [ends[0].wrapping_add(step), ends[1].wrapping_add(step_of_other)];
            ends = [starts[0].wrapping_add(length), starts[1].wrapping_add(length.wrapping_add(more))];
            [Span::new(starts[0], ends[0]), Span::new(starts[1], ends[1])]
        });
        Ok(read.collect())
    }
}

/// How a document gives a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Given {
    /// As its own words.
    Plainly,
    /// In quotation marks.
    Quoted,
}

impl Sharing {
    /// The other document and which side of the pair it is, where `document` is one of the two.
    pub fn beside(&self, document: DocumentIx) -> Option<(DocumentIx, Beside)> {
        let [first, second] = self.documents;
        match document {
            _ if document == first => Some((second, Beside::Second)),
            _ if document == second => Some((first, Beside::First)),
            _ => None,
        }
    }

    /// The share of the shorter document's words that the other has too, in percent.
    pub fn percent(&self) -> u32 {
        let [one, other] = self.of;
        u32::try_from(u64::from(self.words) * 100 / u64::from(one.min(other).max(1))).unwrap_or(100).min(100)
    }
}

/// Which of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beside {
    /// The one that comes first in reading order.
    First,
    /// The other.
    Second,
}

impl Stretch {
    /// Its place in each of the documents, from its first word to its last.
    pub fn places(&self) -> [Span; 2] {
        let both = self.runs.iter().copied().reduce(|[a, b], [c, d]| [a.cover(c), b.cover(d)]);
        both.unwrap_or_default()
    }

    /// Whether both documents quote it: neither need have it from the other.
    pub fn is_quoted_by_both(&self) -> bool {
        self.given == [Given::Quoted; 2]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Given, Stretch};
    use crate::model::Packed;
    use crate::text::Span;

    proptest! {
        #[test]
        fn stretches_come_back_whatever_their_order(spans in proptest::collection::vec([any::<[u32; 2]>(), any::<[u32; 2]>()], 0..9)) {
            let runs = spans.iter().map(|pair| pair.map(|[start, end]| Span::new(start, end))).collect();
            let stretches = vec![Stretch { runs, words: 7, given: [Given::Plainly, Given::Quoted] }];
            let packed: Packed<Vec<Stretch>> = Packed::new(&stretches);
            prop_assert_eq!(packed.unpacked(), stretches);
        }
    }

    #[test]
    fn runs_in_a_row_are_small() {
        let run = |at: u32| [Span::new(2000 + 40 * at, 2030 + 40 * at), Span::new(900 + 40 * at, 930 + 40 * at)];
        let stretch = Stretch { runs: (0..5).map(run).collect(), words: 25, given: [Given::Plainly; 2] };
        let packed: Packed<Vec<Stretch>> = Packed::new(&vec![stretch]);
        assert!(packed.bytes().len() < 32, "{}", packed.bytes().len());
    }
}
