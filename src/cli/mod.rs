//! The headless commands: what the corpus answers, printed as rows for people, scripts and spreadsheets.
//!
//! One file a command, each with its row. It opens no screen and decides nothing: the rows are the corpus's own answers.
//! No string from outside reaches a terminal as it is, on stdout and stderr alike.

mod arguments;

mod about;
mod documents;
mod entities;
mod mentions;
mod passages;
mod timeline;
mod times;

mod output;
mod row;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::corpus::Corpus;
use crate::load;
use crate::text::visible;

use arguments::{Arguments, Common, Subcommand};
use output::Output;

/// Exit code for wrong use, and where nothing could be read.
pub const WRONG_USE: u8 = 2;

/// What the command line asks for.
#[derive(Debug)]
pub enum Command {
    /// The screen, over these files and folders; none: the demo articles.
    Screen(Vec<PathBuf>),
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
        Ok(Arguments { paths, .. }) => Ok(Command::Screen(paths)),
        Err(help) if !help.use_stderr() => {
            let written = io::stdout().write_all(help.render().to_string().as_bytes());
            Err(finished(written.map_err(Failure::from)))
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
    let corpus = read(&command.common().paths);
    for skipped in corpus.skipped() {
        say(&format!("{}: {}", skipped.file, skipped.reason));
    }
    if corpus.documents().is_empty() {
        say("redstring: nothing could be read");
        return ExitCode::from(WRONG_USE);
    }
    finished(print(&command, &corpus))
}

/// The exit code of an answer. A reader that closes the pipe has had enough of it.
fn finished(answered: Result<(), Failure>) -> ExitCode {
    match answered {
        Ok(()) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Told(message)) => {
            say(&message);
            ExitCode::from(WRONG_USE)
        }
    }
}

/// A line for the reader on standard error, with marks for what must not reach a terminal.
pub fn say(line: &str) {
    // There is nobody left to tell when standard error itself is gone.
    writeln!(io::stderr(), "{}", visible(line)).unwrap_or_default();
}

fn read(paths: &[PathBuf]) -> Corpus {
    if paths.is_empty() { load::demo() } else { load::load(paths) }
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

impl Subcommand {
    fn common(&self) -> &Common {
        match self {
            Self::Documents(documents) => &documents.common,
            Self::Mentions(mentions) => &mentions.common,
            Self::Entities(common) | Self::Times(common) | Self::Timeline(common) => common,
            Self::Passages(passages) => &passages.common,
        }
    }
}

fn print(command: &Subcommand, corpus: &Corpus) -> Result<(), Failure> {
    let mut output = Output::new(command.common());
    match command {
        Subcommand::Documents(documents) => match &documents.text {
            Some(file) => output.text(documents::text(corpus, file)?)?,
            None => output.rows(&documents::rows(corpus))?,
        },
        Subcommand::Mentions(mentions) => output.rows(&mentions::rows(corpus, mentions.forms()))?,
        Subcommand::Entities(_) => output.rows(&entities::rows(corpus))?,
        Subcommand::Times(_) => output.rows(&times::rows(corpus))?,
        Subcommand::Timeline(_) => output.rows(&timeline::rows(corpus))?,
        Subcommand::Passages(passages) => output.rows(&passages::rows(corpus, &passages.filters))?,
    }
    Ok(output.finish()?)
}
