//! What `export` takes.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::model::Moment;
use crate::report::{Format, Group, Table};

use super::{Cached, Filters, ReferencesArgument};

const EXAMPLES: &str = "\
Examples:
  redstring export articles/ --about Berg --as html --output berg.html
      every passage that names Berg, as a page to read, print and hand on
  redstring export articles/ --as csv --of passages,documents,notes --output tables
      a folder with a table each
  redstring export articles/ --as followthemoney > articles.ftm.jsonl
      for Aleph and OpenSanctions

Of documents, people and events those leave that stand in the passages. Page furniture stays out unless
--furniture is given. What was left out is said on standard error and in the report.

A cell of a csv that a spreadsheet would run as a formula has ' before it. To take that off again: where ' and
more of them stand before one of = + - @ or white space, take one away. --raw leaves cells as they are.

Exit codes: 0 all is written; 1 it could not be written, and nothing is left of it; 2 wrong use, or nothing
could be read.";

/// What `export` takes.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct ExportArguments {
    /// Files and folders to read; none: the demo articles that come with the program
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    /// The format
    #[arg(long = "as", value_name = "FORMAT", default_value = "markdown", value_parser = formats())]
    pub(in crate::cli) format: Format,
    /// csv, json: which tables; several, separated by commas, make a folder of csv files
    #[arg(long = "of", value_name = "TABLE", value_delimiter = ',', value_parser = tables())]
    pub(in crate::cli) tables: Vec<Table>,
    /// markdown, html: how the passages are grouped
    #[arg(long = "by", value_name = "GROUP", default_value = "entity", value_parser = groups())]
    pub(in crate::cli) group: Group,
    #[command(flatten)]
    pub(in crate::cli) filters: Filters,
    #[command(flatten)]
    pub(in crate::cli) references: ReferencesArgument,
    #[command(flatten)]
    pub(in crate::cli) cached: Cached,
    /// Also the passages of page furniture: navigation, share lines, copyright
    #[arg(long)]
    pub(in crate::cli) furniture: bool,
    /// Write to this file, or make this folder; none: standard output
    #[arg(long, short, value_name = "PATH")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Replace the file if it is there. A link is replaced itself, a folder never
    #[arg(long, requires = "output")]
    pub(in crate::cli) force: bool,
    /// csv: leave cells that a spreadsheet would take for formulas as they are, instead of putting ' before them
    #[arg(long)]
    pub(in crate::cli) raw: bool,
    /// Say that it was made then (2026-11-24T12:00:00Z), so that the same sources give the same bytes [default: now]
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) made: Option<Moment>,
    /// The notes and tags in this file [default: the casebook of these sources, in the data folder]
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) casebook: Option<PathBuf>,
    /// Leave the casebook out
    #[arg(long, conflicts_with = "casebook")]
    pub(in crate::cli) no_casebook: bool,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let values = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(values).map(|name| named(Format::ALL, Format::name, &name))
}

fn tables() -> impl TypedValueParser<Value = Table> {
    PossibleValuesParser::new(Table::ALL.map(Table::name)).map(|name| named(Table::ALL, Table::name, &name))
}

fn groups() -> impl TypedValueParser<Value = Group> {
    PossibleValuesParser::new(Group::ALL.map(Group::name)).map(|name| named(Group::ALL, Group::name, &name))
}

/// The one of that name, which the parser has found to be one of them.
fn named<T: Copy + Default, const N: usize>(all: [T; N], name_of: fn(T) -> &'static str, name: &str) -> T {
    all.into_iter().find(|one| name_of(*one) == name).unwrap_or_default()
}
