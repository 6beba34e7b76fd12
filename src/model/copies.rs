//! What documents have in common, word by word.

use serde::{Deserialize, Serialize};

use crate::text::Span;

use super::ids::DocumentIx;
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
    /// The stretches that they share, in the order of the second; none where they are the same.
    pub stretches: Packed<Vec<Stretch>>,
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
    pub runs: Vec<[Span; 2]>,
    /// Words in the runs.
    pub words: u32,
    /// How each of the documents gives it.
    pub given: [Given; 2],
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
