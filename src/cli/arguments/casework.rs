//! What the commands that write and read casework take.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Cached, Common};

const COMMANDS: &str = "\
FILE holds a JSON object a line. Entries of another casebook are added as they are, those that
are there already left out, so that two casebooks become one. Commands are:

  {\"do\":\"note\",\"on\":TARGET,\"text\":TEXT}
  {\"do\":\"edit-note\",\"note\":ENTRY,\"text\":TEXT}
  {\"do\":\"tag\",\"on\":TARGET,\"tag\":TEXT}
  {\"do\":\"bookmark\",\"on\":TARGET,\"label\":TEXT}
  {\"do\":\"review\",\"on\":TARGET}
  {\"do\":\"merge\",\"into\":NAME,\"others\":[NAME,…]}
  {\"do\":\"split-mentions\",\"from\":NAME,\"mentions\":[PLACE,…],\"name\":TEXT}
  {\"do\":\"split-alias\",\"from\":NAME,\"alias\":TEXT,\"name\":TEXT}
  {\"do\":\"split-documents\",\"from\":NAME,\"documents\":[DOC,…],\"name\":TEXT}
  {\"do\":\"rename\",\"entity\":NAME,\"name\":TEXT}
  {\"do\":\"change-kind\",\"entity\":NAME,\"kind\":KIND}
  {\"do\":\"hide\",\"entity\":NAME} and unhide
  {\"do\":\"add-mention\",\"at\":PLACE,\"entity\":NAME}
  {\"do\":\"add-entity\",\"at\":PLACE,\"kind\":KIND,\"name\":TEXT}
  {\"do\":\"reject-link\",\"mention\":PLACE,\"entity\":NAME} and confirm-link
  {\"do\":\"set-publication\",\"document\":DOC,\"date\":EDTF}
  {\"do\":\"set-time\",\"at\":PLACE,\"value\":EDTF}
  {\"do\":\"label-boilerplate\",\"at\":PLACE} and unlabel-boilerplate
  {\"do\":\"take-back\",\"entries\":[ENTRY,…]} deletes notes, removes tags, reverts
  {\"do\":\"undo\"} and redo

  NAME    an entity: its id, name, alias or surname
  KIND    person, organization or place
  DOC     a document: its path below the given folder, or the end of it
  PLACE   {\"doc\":DOC,\"start\":N,\"end\":N}, {\"doc\":DOC,\"text\":WORDS} where the words
          stand once, or a row of `redstring passages`, `mentions` or `times`
  TARGET  {\"entity\":NAME}, {\"document\":DOC}, {\"event\":ID} or a PLACE
  ENTRY   an id that this or `redstring journal list` has printed, the beginning
          of one, or \"last\"

The label of a bookmark and the name of what is split off may be left out. A line
is printed for each entry that is safe on the disk. A line that can't be done is
told with its number, and the others are done.

Exit codes: 0 all is done and saved; 1 a line was left out, or something could
not be saved; 2 wrong use, or a file could not be read.";

/// What `apply` takes.
#[derive(Args, Debug)]
#[command(after_help = COMMANDS)]
pub(in crate::cli) struct ApplyArguments {
    /// Entries or commands, one a line; - for standard input
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    /// The sources that the casework is about; none: the demo articles that come with the program
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    /// Keep the casework in this file [default: the casebook of these sources, in the data folder]
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) casebook: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) cached: Cached,
}

/// What `journal` takes.
#[derive(Args, Debug)]
pub(in crate::cli) struct JournalArguments {
    #[command(subcommand)]
    pub(in crate::cli) task: Task,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Task {
    /// Everything that was done, in order, and whether it still holds
    List(Which),
    /// Whether every line of the casebook is whole (exit code 1 where one is not), and what no longer fits the sources
    Check(Which),
    /// Take entries back: corrections, notes, tags, bookmarks, or what took one of them back
    Revert {
        /// The entry's id, or its beginning; repeat it for several
        #[arg(long = "entry", value_name = "ID", required = true)]
        entries: Vec<String>,
        #[command(flatten)]
        which: Which,
    },
}

/// Which casebook.
#[derive(Args, Debug)]
pub(in crate::cli) struct Which {
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
