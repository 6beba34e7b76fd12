//! What leaves: citations, rows and reports of what was found, and the files that hold them.
//!
//! Pure writers over a frozen corpus with the reader's casework laid over it; the hour comes from outside. It finds nothing and decides
//! nothing about what is shown. A quote is never altered: a character that a format can't hold becomes U+FFFD and is counted.
//! Only `disk` touches the disk, and only to write: all or nothing.

mod citation;
mod disk;
mod selection;
mod slug;

pub mod rows;

mod certain;
mod remarks;
mod sink;

mod export;

mod annotations;
mod bibliography;
mod comentions;
mod dossier;
mod followthemoney;
mod graphs;
mod percent;
mod tables;
mod timelinejs;

use std::io::{self, Write};

use crate::calendar::Days;
use crate::corpus::Corpus;
use crate::model::{DocumentIx, EntityId, EntityIx, Moment, PassageIx, References};

use sink::Sink;

pub use citation::{Author, Citation, Style, authors, days_in_full, in_full};
pub use disk::{DiskError, Existing, write_file, write_folder};
pub use export::{Export, Format, Group, Table};
pub use remarks::{Placed, RemarkKind, Remarks};
pub use selection::{Furniture, LeftOut, Selection};
pub use slug::slug;

/// The program that makes reports, as they name it.
pub const MAKER: &str = concat!("redstring ", env!("CARGO_PKG_VERSION"));

/// What reports are made of.
pub struct Report<'c> {
    corpus: &'c Corpus,
    selection: Selection,
    remarks: Remarks<'c>,
    /// Whom the reader asked about; a dossier by entities keeps to them.
    about: Vec<EntityId>,
    /// Which references count as mentions of somebody.
    references: References,
    /// The days that were asked for.
    frames: Vec<Days>,
    made: Made,
}

/// What a report says of how it came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// When.
    pub at: Moment,
    /// What the sources are called. Untrusted.
    pub collection: String,
}

/// What could not leave as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// Characters that became U+FFFD.
    pub replaced: usize,
    /// Passages with too many names to say that those are mentioned together.
    pub crowded: usize,
    /// Events without a date that the format takes.
    pub undated: usize,
}

impl<'c> Report<'c> {
    /// A report of what `selection` holds, with the notes and tags that lie over the corpus.
    pub fn new(corpus: &'c Corpus, selection: Selection, made: Made) -> Self {
        Self {
            corpus,
            selection,
            remarks: Remarks::new(corpus),
            about: Vec::new(),
            references: References::Hidden,
            frames: Vec::new(),
            made,
        }
    }

    /// The same, kept to these entities where it is grouped by entity.
    pub fn about(self, about: Vec<EntityId>) -> Self {
        Self { about, ..self }
    }

    /// The same, whose rows say how surely they state times that fall on all of these days.
    pub fn on(self, frames: Vec<Days>) -> Self {
        Self { frames, ..self }
    }

    /// The same, in which those references count as mentions.
    pub fn counting(self, references: References) -> Self {
        Self { references, ..self }
    }

    /// What leaves.
    pub const fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Writes one file of an export; `table` is the one that the file is for, where it is for one.
    ///
    /// # Errors
    /// Those of `to`.
    pub fn write(&self, export: &Export, table: Option<Table>, to: &mut dyn Write) -> io::Result<Loss> {
        match export.format {
            Format::Markdown => dossier::markdown(self, export.group, &mut Sink::new(to)),
            Format::Html => dossier::html(self, export.group, &mut Sink::new(to)),
            Format::Csv => tables::csv(self, table.unwrap_or_default(), export.formulas, to),
            Format::Json => tables::json(self, &export.tables, to),
            Format::Annotations => annotations::write(self, to),
            Format::FollowTheMoney => followthemoney::write(self, to),
            Format::TimelineJs => timelinejs::write(self, to),
            Format::GraphMl => graphs::graphml(self, &mut Sink::new(to)),
            Format::Gexf => graphs::gexf(self, &mut Sink::new(to)),
            Format::Csl => bibliography::csl(self, to),
            Format::BibTex => bibliography::bibtex(self, &mut Sink::new(to)),
        }
    }

    /// Who is spoken of in a passage, in the order of its text, some more than once.
    fn spoken_of(&self, at: PassageIx) -> impl Iterator<Item = EntityIx> + use<'c> {
        self.corpus.spoken_of_in(at, self.references).into_iter().map(|mention| mention.entity)
    }

    /// The outlet of a document, else its file. Untrusted.
    fn outlet(&self, at: DocumentIx) -> &'c str {
        let document = self.corpus.document(at);
        document.metadata.source.as_ref().map_or(&document.file, |found| &found.value)
    }
}

impl Loss {
    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            replaced: self.replaced + other.replaced,
            crowded: self.crowded + other.crowded,
            undated: self.undated + other.undated,
        }
    }

    /// What was lost, a line each; empty where nothing was.
    pub fn in_words(self) -> Vec<String> {
        let count = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {many}")),
        };
        [
            count(
                self.replaced,
                "character that the format can't hold was replaced by U+FFFD",
                "characters that the format can't hold were replaced by U+FFFD",
            ),
            count(
                self.crowded,
                "passage names too many to say that those are mentioned together; it was left out",
                "passages name too many to say that those are mentioned together; they were left out",
            ),
            count(
                self.undated,
                "event has no date that the format takes; it was left out",
                "events have no date that the format takes; they were left out",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
