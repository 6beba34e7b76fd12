//! Origins: where a report comes from. A wire story printed by four papers is four documents and one origin.

use serde::{Deserialize, Serialize};

use crate::text::Span;

use super::ids::{DocumentIx, OriginIx};

/// A sign in a text that its report, or a passage of it, comes from an outlet: before it is known which outlet the name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginSign {
    /// The words that say so, the name included.
    pub span: Span,
    /// The name.
    pub outlet: Span,
    /// What they say.
    pub says: Says,
    /// Of how much they say it.
    pub reach: Reach,
}

/// What a sign says of an outlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Says {
    /// The outlet had the news first.
    First,
    /// The text is the outlet's: a dateline, a byline, a copyright line.
    Text,
    /// The outlet has contributed.
    Credit,
    /// The outlet is cited, or was told.
    Cited,
}

impl Says {
    /// In words, after the outlet's name is known.
    pub const fn words(self) -> &'static str {
        match self {
            Self::First => "had the news first",
            Self::Text => "is where the text is from",
            Self::Credit => "is credited",
            Self::Cited => "is cited",
        }
    }

    /// The same of several outlets.
    pub const fn words_of_several(self) -> &'static str {
        match self {
            Self::First => "had the news first",
            Self::Text => "are where the text is from",
            Self::Credit => "are credited",
            Self::Cited => "are cited",
        }
    }

    /// Its name in rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Text => "text",
            Self::Credit => "credit",
            Self::Cited => "cited",
        }
    }
}

/// How much of a document a sign speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reach {
    /// The whole report.
    Report,
    /// The passage that it stands in.
    Passage,
}

impl Reach {
    /// Its name in rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Passage => "passage",
        }
    }
}

/// Where reports come from: the outlet that had it first, as far as the texts say; else the document's own outlet, else the
/// document itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// What it is called. Untrusted.
    pub name: String,
}

/// A passage that ties a document to an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Whose.
    pub document: DocumentIx,
    /// The words that say so.
    pub span: Span,
    /// What they say.
    pub says: Says,
    /// Of how much.
    pub reach: Reach,
    /// Of which origin.
    pub origin: OriginIx,
}

/// The origins of a set of documents. Positions index its own tables.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origins {
    /// All that documents come from or cite.
    pub all: Vec<Origin>,
    /// Where each document comes from.
    pub of_document: Vec<OriginIx>,
    /// What ties documents to origins, by document and place.
    pub ties: Vec<Tie>,
}

impl Origins {
    /// The ties of a document, in the order of its text.
    pub fn ties_of(&self, document: DocumentIx) -> &[Tie] {
        let start = self.ties.partition_point(|tie| tie.document < document);
        let rest = self.ties.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|tie| tie.document == document)).unwrap_or_default()
    }
}
