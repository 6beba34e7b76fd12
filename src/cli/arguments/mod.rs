//! The command line as clap reads it. It holds what was asked, not what it means for a corpus.

mod casework;
mod config;
mod export;

use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum};
use clap_complete::Shell;

use crate::calendar::{Days, When};
use crate::config::Wishes;
use crate::model::{Kind, References};

pub(super) use casework::{ApplyArguments, JournalArguments, Task, Which};
pub(super) use config::{ConfigArguments, KeysArguments};
pub(super) use export::ExportArguments;

const EXAMPLES: &str = "\
Examples:
  redstring
      the demo articles on the screen
  redstring articles/
      your own folder on the screen
  redstring entities articles/
      who is in it, most mentioned first
  redstring passages articles/ --about Berg --about \"Harbour Board\" --from 2016-12
      every passage that names both and may speak of December 2016 or later
  redstring search 'ferry NEAR/5 (sold OR sank)' articles/
      where these words stand; redstring help search tells more
  redstring documents articles/ --format csv > metadata.csv
      what is known of each article: correct it and put it into the folder
  redstring times articles/ | jq -r .value
      in a pipe, rows are JSON objects, one a line
  redstring export articles/ --about Berg --as html --output berg.html
      those passages with their sources, as a page to read, print and hand on
  echo '{\"do\":\"note\",\"on\":{\"entity\":\"Berg\"},\"text\":\"Ask her\"}' | redstring apply - articles/
      your note on her, kept apart from the articles

A folder named like a command is written ./documents.

Exit codes:
  0  it ran, even without rows
  1  a check failed
  2  wrong use, or nothing could be read";

/// An evidence explorer: articles go in; people, organizations and dates come out, tied to every passage that mentions them.
#[derive(Debug, Parser)]
#[command(name = "redstring", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Subcommand>,
    /// Files and folders to open on the screen; none: the demo articles that come with the program
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Keep notes and corrections in this file [default: the casebook of these sources, in the data folder]
    #[arg(long, value_name = "FILE")]
    pub(super) casebook: Option<PathBuf>,
    #[command(flatten)]
    pub(super) cached: Cached,
    #[command(flatten)]
    pub(super) look: Look,
}

/// How the screen is to look.
#[derive(Args, Debug)]
pub(super) struct Look {
    /// Colours: dark, light, high-contrast, colour-blind, ansi16, mono, or a theme of your own
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Only ASCII signs and borders
    #[arg(long)]
    ascii: bool,
    /// Settings, keys and themes from this folder [default: ~/.config/redstring]
    #[arg(long, value_name = "FOLDER")]
    config: Option<PathBuf>,
}

impl From<Look> for Wishes {
    fn from(look: Look) -> Self {
        Self { folder: look.config, theme: look.theme, ascii: look.ascii }
    }
}

/// Whether the cache is used.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(super) struct Cached {
    /// Find everything anew: neither use nor fill the cache
    #[arg(long)]
    pub(super) no_cache: bool,
}

/// The headless commands.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Subcommand {
    #[command(flatten)]
    Rows(Rows),
    /// Write corrections, notes, tags and bookmarks into the casebook of the sources, or merge another casebook into it
    Apply(ApplyArguments),
    /// What was done in a casebook: list, check, revert
    Journal(JournalArguments),
    /// Take passages away with their sources: dossier, tables, annotations, graphs, bibliography
    Export(ExportArguments),
    /// Read everything once and keep what is found, so that all later starts only read what is new; or clear what is kept
    Index(IndexArguments),
    /// What is amiss with the sources: unreadable, without text, undated, there twice (exit code 1 where something is missing)
    Check(CheckArguments),
    /// Settings, keys and themes: where they are, whether they are right, a file to begin with
    Config(ConfigArguments),
    /// Every command of the screen with its keys, as they are set
    Keys(KeysArguments),
    /// Completions for a shell, to be put where it looks for them
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// The manual page: redstring man | man -l -
    Man,
}

/// The commands that answer with rows.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Rows {
    /// The articles: title, source, author, publication date and how it is known
    Documents(DocumentsArguments),
    /// Every place that names a person, an organization or a place
    Mentions(MentionsArguments),
    /// People, organizations and places, most mentioned first
    Entities(Common),
    /// Every time expression with its value
    Times(Common),
    /// What happened when, earliest first
    Timeline(Common),
    /// Who or what stands in which article and how often, and in which it was not found
    Matrix(MatrixArguments),
    /// Documents that are the same, nearly the same, or share a passage, with the words that they share
    Copies(Common),
    /// Sentences that hold all of what is asked for
    Passages(PassagesArguments),
    /// Sentences in which words, phrases or expressions stand
    Search(SearchArguments),
}

/// What every headless command takes.
#[derive(Args, Debug)]
pub(super) struct Common {
    /// Files and folders to read; none: the demo articles that come with the program
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// How rows are printed [default: table on a terminal, jsonl otherwise]
    #[arg(long, value_enum)]
    pub(super) format: Option<Format>,
    /// csv: leave cells that a spreadsheet would take for formulas as they are, instead of putting ' before them
    #[arg(long)]
    pub(super) raw: bool,
    /// Apply the corrections in this file [default: the casebook of these sources, in the data folder]
    #[arg(long, value_name = "FILE")]
    pub(super) casebook: Option<PathBuf>,
    /// Leave the corrections out: what was found in the sources, and nothing else
    #[arg(long, conflicts_with = "casebook")]
    pub(super) no_casebook: bool,
    #[command(flatten)]
    pub(super) cached: Cached,
}

/// What `index` takes.
#[derive(Args, Debug)]
pub(super) struct IndexArguments {
    /// Files and folders to read
    #[arg(value_name = "PATH", required_unless_present = "clear")]
    pub(super) paths: Vec<PathBuf>,
    /// Remove everything that is kept, of all sources
    #[arg(long, conflicts_with = "paths")]
    pub(super) clear: bool,
}

/// What `check` takes.
#[derive(Args, Debug)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    pub(super) common: Common,
}

/// How rows are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Columns for reading, clipped to the terminal
    Table,
    /// One JSON object a line, complete
    Jsonl,
    /// Comma-separated values with a header line
    Csv,
}

/// What `documents` takes.
#[derive(Args, Debug)]
pub(super) struct DocumentsArguments {
    #[command(flatten)]
    pub(super) common: Common,
    /// Print the text of this file instead, exactly as all offsets index it (on a terminal with marks for what can't be shown)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["format", "raw"])]
    pub(super) text: Option<String>,
}

/// What `mentions` takes.
#[derive(Args, Debug)]
pub(super) struct MentionsArguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(flatten)]
    pub(super) references: ReferencesArgument,
}

/// Whether references count.
#[derive(Args, Debug, Default)]
pub(super) struct ReferencesArgument {
    /// Also the roles and pronouns that stand for someone ("the ambassador", "he"): the sure ones, or with =all the doubtful too
    #[arg(long, value_enum, value_name = "WHICH", num_args = 0..=1, require_equals = true, default_missing_value = "sure")]
    references: Option<Counted>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Counted {
    /// Those that the screen shows by itself
    Sure,
    /// All
    All,
}

impl ReferencesArgument {
    /// Those that are asked for.
    pub(super) fn asked(&self) -> References {
        match self.references {
            None => References::Hidden,
            Some(Counted::Sure) => References::Sure,
            Some(Counted::All) => References::All,
        }
    }
}

/// What `matrix` takes.
#[derive(Args, Debug)]
pub(super) struct MatrixArguments {
    #[command(flatten)]
    pub(super) common: Common,
    /// What the rows are
    #[arg(long, value_name = "WHAT", default_value = "entities")]
    pub(super) of: MatrixOf,
    /// Only what stands in these passages is counted
    #[command(flatten)]
    pub(super) filters: Filters,
}

/// What the rows of a matrix are.
#[derive(ValueEnum, Clone, Copy, Debug)]
pub(super) enum MatrixOf {
    /// People, organizations and places: mentions
    Entities,
    /// People: mentions
    People,
    /// Organizations: mentions
    Organizations,
    /// Places: mentions
    Places,
    /// Events: the passages that state them
    Events,
}

impl From<MatrixOf> for crate::corpus::Rows {
    fn from(of: MatrixOf) -> Self {
        match of {
            MatrixOf::Entities => Self::Entities(None),
            MatrixOf::People => Self::Entities(Some(Kind::Person)),
            MatrixOf::Organizations => Self::Entities(Some(Kind::Organization)),
            MatrixOf::Places => Self::Entities(Some(Kind::Place)),
            MatrixOf::Events => Self::Events,
        }
    }
}

/// What `passages` takes.
#[derive(Args, Debug)]
pub(super) struct PassagesArguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(flatten)]
    pub(super) filters: Filters,
    #[command(flatten)]
    pub(super) references: ReferencesArgument,
}

/// How queries are written.
const QUERIES: &str = "\
Queries:
  harbour master             these words side by side; case, accents and signs between do not matter
  \"harbour master\"           the same, to be joined with other words
  berg AND (ferry OR boat)   sentences that hold both; OR either, NOT the one without the other
  berg NEAR/5 ferry          at most five words between, in either order; NEAR alone is NEAR/10
  sanct*  s?nct              any letters, one letter
  /paid [0-9,]+ euros/       a regular expression over the text without case, accents and line ends";

/// What `search` takes.
#[derive(Args, Debug)]
#[command(override_usage = "redstring search [OPTIONS] QUERY [PATH]...\n       redstring search [OPTIONS] --batch FILE [PATH]...\n       redstring search [OPTIONS] --saved[=NAME] [PATH]...", after_help = QUERIES)]
pub(super) struct SearchArguments {
    #[command(flatten)]
    pub(super) common: Common,
    /// Search for each line of this file instead, and tell of each what it comes to
    #[arg(long, value_name = "FILE")]
    pub(super) batch: Option<PathBuf>,
    /// Search for what the casebook has saved under this name; without a name, tell of each saved search what it comes to
    #[arg(long, value_name = "NAME", num_args = 0..=1, require_equals = true, default_missing_value = "", conflicts_with_all = ["batch", "no_casebook"])]
    pub(super) saved: Option<String>,
}

/// Which passages are asked for: all of it must hold.
#[derive(Args, Debug, Default)]
pub(super) struct Filters {
    /// Mentions this person, organization or place: an id, a name, an alias or a surname; repeat it for several in one passage
    #[arg(long, value_name = "NAME")]
    pub(super) about: Vec<String>,
    /// Does not mention this one; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(super) not: Vec<String>,
    /// States a time that may fall on this date, month, year or interval (EDTF: 2016-12-29, 2016-12, 2016-12-20/2017-01)
    #[arg(long, value_name = "DATE", value_parser = days)]
    pub(super) on: Option<Days>,
    /// States a time that may fall on this date or later
    #[arg(long, value_name = "DATE", value_parser = days)]
    pub(super) from: Option<Days>,
    /// States a time that may fall on this date or earlier
    #[arg(long, value_name = "DATE", value_parser = days)]
    pub(super) to: Option<Days>,
    /// The dates must hold for certain: a time that only may fall there is not enough
    #[arg(long)]
    pub(super) certain: bool,
    /// Stands in this document: its path below the given folder, or the end of it
    #[arg(long = "in", value_name = "DOC")]
    pub(super) document: Option<String>,
}

impl Filters {
    /// Whether something is asked for.
    pub(super) fn asks(&self) -> bool {
        let Self { about, not, on, from, to, certain: _, document } = self;
        !about.is_empty() || !not.is_empty() || document.is_some() || [on, from, to].into_iter().any(Option::is_some)
    }
}

/// The days of an EDTF date or interval.
fn days(text: &str) -> Result<Days, String> {
    let days = When::from_edtf(text).map(When::days).filter(|days| !days.is_unknown());
    days.ok_or_else(|| {
        "not a date that can be placed; write 2016, 2016-12, 2016-12-29 or 2016-12-20/2017-01".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }
}
