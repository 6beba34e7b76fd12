//! [`Export`]: in which form something leaves.

use super::rows::Formulas;

/// A form in which something leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The format.
    pub format: Format,
    /// Which tables, for the formats that are tables.
    pub tables: Vec<Table>,
    /// How a dossier is grouped.
    pub group: Group,
    /// What becomes of cells that a spreadsheet would run.
    pub formulas: Formulas,
}

/// Formats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// A dossier in Markdown.
    #[default]
    Markdown,
    /// A dossier as a web page that needs nothing else.
    Html,
    /// A table for spreadsheets.
    Csv,
    /// The same tables for programs.
    Json,
    /// W3C Web Annotations.
    Annotations,
    /// `FollowTheMoney` entities, for Aleph and `OpenSanctions`.
    FollowTheMoney,
    /// A timeline for `TimelineJS`.
    TimelineJs,
    /// Who is mentioned with whom, for networkx, yEd, Gephi.
    GraphMl,
    /// The same for Gephi.
    Gexf,
    /// The sources, for Zotero and others.
    Csl,
    /// The sources, for LaTeX.
    BibTex,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Markdown,
        Self::Html,
        Self::Csv,
        Self::Json,
        Self::Annotations,
        Self::FollowTheMoney,
        Self::TimelineJs,
        Self::GraphMl,
        Self::Gexf,
        Self::Csl,
        Self::BibTex,
    ];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Annotations => "annotations",
            Self::FollowTheMoney => "followthemoney",
            Self::TimelineJs => "timelinejs",
            Self::GraphMl => "graphml",
            Self::Gexf => "gexf",
            Self::Csl => "csl",
            Self::BibTex => "bibtex",
        }
    }

    /// What it is, in a line.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Markdown => "A dossier in Markdown: passages with their sources, timeline, list of sources",
            Self::Html => "The same as one web page, to read or print",
            Self::Csv => "Tables for spreadsheets",
            Self::Json => "Tables for programs, with what was left out",
            Self::Annotations => "W3C Web Annotations: passages, names, notes",
            Self::FollowTheMoney => "FollowTheMoney entities, for Aleph and OpenSanctions",
            Self::TimelineJs => "A timeline for TimelineJS",
            Self::GraphMl => "Who is mentioned with whom, as GraphML",
            Self::Gexf => "Who is mentioned with whom, as GEXF for Gephi",
            Self::Csl => "The sources as CSL-JSON, for Zotero",
            Self::BibTex => "The sources as BibTeX",
        }
    }

    /// What its files end in, without a dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Annotations => "annotations.jsonld",
            Self::FollowTheMoney => "ftm.jsonl",
            Self::TimelineJs => "timeline.json",
            Self::GraphMl => "graphml",
            Self::Gexf => "gexf",
            Self::Csl => "csl.json",
            Self::BibTex => "bib",
        }
    }

    /// Whether it is a dossier, which has groups.
    pub const fn is_dossier(self) -> bool {
        matches!(self, Self::Markdown | Self::Html)
    }

    /// Whether it is made of tables.
    pub const fn is_tables(self) -> bool {
        matches!(self, Self::Csv | Self::Json)
    }
}

/// Tables of what is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Table {
    /// The passages.
    #[default]
    Passages,
    /// The documents that they stand in.
    Documents,
    /// Who is mentioned in them.
    Entities,
    /// What they say happened when.
    Events,
    /// Every mention in them.
    Mentions,
    /// Every time expression in them.
    Times,
    /// The reader's notes, tags and bookmarks.
    Notes,
}

impl Table {
    /// All tables.
    pub const ALL: [Self; 7] =
        [Self::Passages, Self::Documents, Self::Entities, Self::Events, Self::Mentions, Self::Times, Self::Notes];

    /// Its name on the command line, in JSON and of its file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passages => "passages",
            Self::Documents => "documents",
            Self::Entities => "entities",
            Self::Events => "events",
            Self::Mentions => "mentions",
            Self::Times => "times",
            Self::Notes => "notes",
        }
    }
}

/// How the passages of a dossier are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Group {
    /// By who is mentioned.
    #[default]
    Entity,
    /// By what they say happened when.
    Event,
    /// By the reader's tags.
    Tag,
    /// By document, in reading order.
    Document,
}

impl Group {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Entity, Self::Event, Self::Tag, Self::Document];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::Event => "event",
            Self::Tag => "tag",
            Self::Document => "document",
        }
    }
}

impl Export {
    /// An export in that format, as it is made where nothing else is asked for.
    pub fn new(format: Format) -> Self {
        Self { format, tables: vec![Table::default()], group: Group::default(), formulas: Formulas::Quoted }
    }

    /// The tables that need a file each: several files make a folder. Empty where one file holds everything.
    pub fn files(&self) -> &[Table] {
        match (self.format, self.tables.as_slice()) {
            (Format::Csv, tables @ [_, _, ..]) => tables,
            _ => &[],
        }
    }
}
