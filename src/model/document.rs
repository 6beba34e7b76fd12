//! A document as it was read, and what is known about it.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::calendar::{Days, When};
use crate::text::Span;

use super::ids::DocumentId;

/// One article or file. The text is exactly what spans index; nothing is ever cut from it.
///
/// What is kept of it on disk is without its text and the path to it: both are put back by whoever reads it again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Document {
    /// Its lasting name.
    pub id: DocumentId,
    /// Path below the given folder, `/` between parts, as text (bytes that are no text are replaced). Untrusted.
    pub file: String,
    /// Where it was read from; `None` for an embedded article.
    #[serde(skip)]
    pub path: Option<PathBuf>,
    /// The text as decoded, without a byte order mark.
    #[serde(skip)]
    pub text: Arc<str>,
    /// SHA-256 of the file's bytes; of a file in a file, of its own; of a row or a message, of its text.
    pub sha256: [u8; 32],
    /// How many bytes these are.
    pub bytes: u64,
    /// What the text, a header or `metadata.csv` says about it.
    pub metadata: Metadata,
    /// Where each page begins, in bytes of the text; empty where the format has no pages.
    pub pages: Vec<u32>,
    /// Labelled stretches, in order, without gaps or overlaps: every byte of the text lies in one.
    pub zones: Vec<Zone>,
    /// What was odd, in words for the reader ("read as windows-1252 (guessed)").
    pub notes: Vec<Note>,
}

impl Document {
    /// The number of the page, from 1, that the byte at `offset` of the text stands on; `None` where there are no pages.
    pub fn page(&self, offset: u32) -> Option<u32> {
        let before = self.pages.partition_point(|start| *start <= offset) as u32;
        (!self.pages.is_empty()).then_some(before.max(1))
    }
}

#[cfg(any(test, feature = "train"))]
impl Document {
    /// An article for tests and measuring: `text`, all of it body, from a file "a.txt".
    pub(crate) fn of_body(text: &str) -> Self {
        Self {
            id: DocumentId(1),
            file: "a.txt".into(),
            path: None,
            text: text.into(),
            sha256: [0; 32],
            bytes: text.len() as u64,
            metadata: Metadata::default(),
            pages: Vec::new(),
            zones: vec![Zone { span: Span::whole(text), label: ZoneLabel::Body }],
            notes: Vec::new(),
        }
    }
}

/// Something that was odd but did no harm. In plain words; may quote untrusted text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note(pub String);

/// A file that could not be read, and why. Shown in the list of skipped files, never an end to the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Path below the given folder. Untrusted.
    pub file: String,
    /// What happened and what to do, in one line.
    pub reason: String,
    /// Whether it was to be read; else it was left out on purpose.
    pub is_failure: bool,
}

/// What is known about a document besides its text, each item with where it was found.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Metadata {
    /// Headline.
    pub title: Option<Found<String>>,
    /// Outlet.
    pub source: Option<Found<String>>,
    /// Who wrote it.
    pub author: Option<Found<String>>,
    /// Address of the original.
    pub url: Option<Found<String>>,
    /// Everything that states or limits the publication date, best first.
    pub published: Vec<PublicationCandidate>,
}

/// A value and where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Where.
    pub from: Provenance,
}

/// Where something about a document was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Provenance {
    /// `metadata.csv` beside the sources.
    Sidecar,
    /// A header of `key: value` lines between `---` lines.
    Header,
    /// The file's own metadata: a page's meta elements, a message's header, an office document's properties.
    Embedded,
    /// The text itself, at this place.
    Text(Span),
    /// The file's name or path.
    FileName,
    /// Worked out from what the text says of other days.
    Inferred,
    /// The reader's correction.
    Reader,
}

/// One statement about when a document was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicationCandidate {
    /// Where it stands.
    pub from: Provenance,
    /// The date as precise as it is stated; `None` where it only sets a limit.
    pub value: Option<When>,
    /// The days that it allows.
    pub days: Days,
    /// Why, in words ("copyright year").
    pub why: String,
}

/// When a document was published, as far as it is proved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The best single value, as precise as it is proved: a day, a month, a year, or nothing.
    pub value: Option<When>,
    /// The days that it may have appeared on; open where unknown.
    pub days: Days,
    /// Whether it was worked out and not stated.
    pub is_inferred: bool,
    /// What it rests on, best first.
    pub candidates: Vec<PublicationCandidate>,
}

/// A labelled stretch of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Its place.
    pub span: Span,
    /// What it is.
    pub label: ZoneLabel,
}

/// What a stretch of a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ZoneLabel {
    /// The title.
    Headline,
    /// Who wrote it and when.
    Byline,
    /// The article.
    #[default]
    Body,
    /// The words under a picture.
    Caption,
    /// A header of `key: value` lines. Folded.
    Header,
    /// Page furniture: navigation, share lines, sidebars, the copyright line. Folded.
    Boilerplate,
}

impl ZoneLabel {
    /// Whether the reader folds it until asked.
    pub const fn is_folded(self) -> bool {
        matches!(self, Self::Boilerplate | Self::Header)
    }

    /// Its name in rows and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::Header => "header",
            Self::Boilerplate => "boilerplate",
        }
    }
}
