//! The headless commands: what the corpus answers, printed as rows for people, scripts and spreadsheets.
//!
//! It opens no screen and decides nothing: the rows are the corpus's own answers, and the reader's casework goes through the
//! journal.
//! No string from outside reaches a terminal as it is, on stdout and stderr alike.

mod arguments;

mod about;
mod apply;
mod cache;
mod casebook;
mod command;
mod config;
mod export;
mod finder;
mod journal;
mod manual;
mod passages;
mod search;

mod output;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use crate::config::Wishes;
use crate::corpus::Corpus;
use crate::load::{self, Next, NoCasebook, Shelves, Tally, Update, Way};
use crate::report::{Furniture, Selection, rows};
use crate::text::visible;

use arguments::{Arguments, Cached, Common, Rows, Subcommand};
use output::Output;

/// Exit code for wrong use, and where nothing could be read.
pub const WRONG_USE: u8 = 2;

/// Exit code where a check failed, or something could not be saved.
pub const CHECK_FAILED: u8 = 1;

/// What the command line asks for.
#[derive(Debug)]
pub enum Command {
    /// The screen, over these files and folders; none: the demo articles.
    Screen {
        /// The sources.
        paths: Vec<PathBuf>,
        /// Where the casebook is.
        shelves: Shelves,
        /// The folder in which is kept what was found; `None`: nothing is.
        cache: Option<PathBuf>,
        /// How it is to look.
        wishes: Wishes,
    },
    /// Rows on standard output.
    Answer(Question),
}

/// A headless command with its arguments.
#[derive(Debug)]
pub struct Question(Subcommand);

/// Reads the command line, program name first.
///
/// # Errors
/// The exit code after help, version or a message about wrong use has been printed.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, ExitCode> {
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments { command: Some(command), .. }) => Ok(Command::Answer(Question(command))),
        Ok(Arguments { paths, casebook, cached, look, .. }) => Ok(Command::Screen {
            paths,
            shelves: casebook::shelves(casebook.as_deref()),
            cache: cache::folder(cached),
            wishes: look.into(),
        }),
        Err(help) if !help.use_stderr() => {
            let written = io::stdout().write_all(help.render().to_string().as_bytes());
            Err(finished(written.map(|()| ExitCode::SUCCESS).map_err(Failure::from)))
        }
        Err(wrong) => {
            let message = wrong.render().to_string();
            message.lines().for_each(say);
            Err(ExitCode::from(WRONG_USE))
        }
    }
}

/// Answers on standard output; what is odd goes to standard error, a line each.
pub fn answer(question: Question) -> ExitCode {
    let Question(command) = question;
    finished(match &command {
        Subcommand::Apply(arguments) => apply::run(arguments),
        Subcommand::Journal(arguments) => journal::run(arguments),
        Subcommand::Export(arguments) => export::run(arguments),
        Subcommand::Index(arguments) => cache::index(arguments),
        Subcommand::Check(arguments) => cache::check(arguments),
        Subcommand::Config(arguments) => config::run(arguments),
        Subcommand::Keys(arguments) => config::keys(arguments),
        Subcommand::Completions { shell } => manual::completions(*shell),
        Subcommand::Man => manual::page(),
        Subcommand::Rows(rows) => answer_rows(rows),
    })
}

/// The exit code of an answer. A reader that closes the pipe has had enough of it.
fn finished(answered: Result<ExitCode, Failure>) -> ExitCode {
    match answered {
        Ok(code) => code,
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Told(message)) => {
            say(&message);
            ExitCode::from(WRONG_USE)
        }
    }
}

fn answer_rows(command: &Rows) -> Result<ExitCode, Failure> {
    let common = command.common();
    let paths = match command {
        Rows::Search(arguments) => search::asked(arguments)?.1,
        _ => &common.paths,
    };
    let corpus = read_sources(paths, common.cached);
    if corpus.documents().is_empty() {
        return Err(Failure::Told("redstring: nothing could be read".to_owned()));
    }
    let corpus = if common.no_casebook { corpus } else { with_casework(corpus, paths, common.casebook.as_deref())? };
    print(command, &corpus)
}

/// A line for the reader on standard error, with marks for what must not reach a terminal.
pub fn say(line: &str) {
    // There is nobody left to tell when standard error itself is gone.
    writeln!(io::stderr(), "{}", visible(line)).unwrap_or_default();
}

/// Reads what `paths` name, or the demo articles; what was passed over goes to standard error.
fn read_sources(paths: &[PathBuf], cached: Cached) -> Corpus {
    read(paths, cache::folder(cached).as_deref()).0
}

/// As [`read_sources`], with what is kept in this folder; and how much was read.
fn read(paths: &[PathBuf], cache: Option<&Path>) -> (Corpus, Tally) {
    if paths.is_empty() {
        return (load::demo(), Tally::default());
    }
    let (corpus, tally) = load::load_with(paths, &way(cache), told);
    for skipped in corpus.skipped() {
        say(&format!("{}: {}", skipped.file, skipped.reason));
    }
    (corpus, tally)
}

/// The way in which commands read: as fast as the machine can.
fn way(cache: Option<&Path>) -> Way<'_> {
    Way { cache, ..Way::default() }
}

/// Says what a load has to say; nothing stops it.
fn told(update: Update) -> Next {
    if let Update::Note(note) = update {
        say(&format!("redstring: {note}"));
    }
    Next::Continue
}

/// The corpus with the reader's casework laid over it. Answers are not kept back by a casebook that can't be used, but for one
/// that the reader has named.
fn with_casework(corpus: Corpus, paths: &[PathBuf], named: Option<&Path>) -> Result<Corpus, Failure> {
    let casebook = match load::Casebook::open(&casebook::shelves(named), &corpus, paths) {
        Ok(casebook) => casebook,
        Err(error) if named.is_some() => return Err(Failure::from(error)),
        Err(NoCasebook::NoFolder | NoCasebook::NoSources) => return Ok(corpus),
        Err(error) => {
            say(&format!("redstring: without casework: {error}"));
            return Ok(corpus);
        }
    };
    casebook::tell(casebook.journal(), 0);
    let laid = load::lay_over(&corpus, casebook.casework());
    match laid.laid().orphans.len() {
        0 => {}
        orphans => say(&format!(
            "redstring: {}: {orphans} entries no longer fit the sources; redstring journal check lists them",
            casebook.journal().path().display()
        )),
    }
    Ok(laid)
}

/// Why an answer ended early.
#[derive(Debug)]
enum Failure {
    /// The reader of the pipe closed it.
    Closed,
    /// What to tell on standard error.
    Told(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Told(format!("redstring: the answer could not be written: {error}")),
        }
    }
}

impl Rows {
    fn common(&self) -> &Common {
        match self {
            Self::Documents(documents) => &documents.common,
            Self::Mentions(mentions) => &mentions.common,
            Self::Entities(common) | Self::Times(common) | Self::Timeline(common) | Self::Copies(common) => common,
            Self::Passages(passages) => &passages.common,
            Self::Matrix(matrix) => &matrix.common,
            Self::Search(search) => &search.common,
        }
    }
}

fn print(command: &Rows, corpus: &Corpus) -> Result<ExitCode, Failure> {
    let mut output = Output::new(command.common());
    let all = Selection::everything(corpus);
    let mut code = ExitCode::SUCCESS;
    match command {
        Rows::Documents(documents) => match &documents.text {
            Some(file) => output.text(text(corpus, file)?)?,
            None => output.rows(&rows::documents(corpus, &all))?,
        },
        Rows::Mentions(mentions) => {
            output.rows(&rows::mentions(corpus, &all, mentions.references.asked()))?;
        }
        Rows::Entities(_) => output.rows(&rows::entities(corpus, &all))?,
        Rows::Times(_) => output.rows(&rows::times(corpus, &all))?,
        Rows::Timeline(_) => output.rows(&rows::events(corpus, &all))?,
        Rows::Matrix(matrix) => {
            let within = passages::within(corpus, &matrix.filters);
            output.grid(&rows::matrix(corpus, matrix.of.into(), within.as_deref()))?;
        }
        Rows::Copies(_) => output.rows(&rows::copies(corpus))?,
        Rows::Passages(passages) => {
            let references = passages.references.asked();
            let found = passages::find(corpus, &passages.filters, references);
            let found = Selection::new(corpus, found, Vec::new(), Furniture::Kept);
            let frames: Vec<_> = passages::frames(&passages.filters).collect();
            output.rows(&rows::passages(corpus, &found, references, &frames))?;
        }
        Rows::Search(arguments) => {
            if !search::print(arguments, corpus, &mut output)? {
                code = ExitCode::from(CHECK_FAILED);
            }
        }
    }
    output.finish()?;
    Ok(code)
}

/// The text of `file`, a path below the given folder.
fn text<'c>(corpus: &'c Corpus, file: &str) -> Result<&'c str, Failure> {
    let document = corpus.documents().iter().find(|document| document.file == file);
    let missing = || Failure::Told(format!("redstring: no document {file} was read; `redstring documents` lists them"));
    Ok(&document.ok_or_else(missing)?.text)
}
