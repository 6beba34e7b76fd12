//! `apply`: entries of another casebook, or commands, written into this one. A line for each entry that is safe.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::ExitCode;

use crate::app::counted;
use crate::casework::{History, JournalError};
use crate::corpus::Corpus;
use crate::load::lay_over;
use crate::model::{Act, EntryId};

use super::arguments::ApplyArguments;
use super::casebook::{Casebook, open, tell};
use super::command::{Command, act};
use super::{CHECK_FAILED, Failure, read_sources, say};

/// Applies every line.
pub(super) fn run(arguments: &ApplyArguments) -> Result<ExitCode, Failure> {
    let lines = lines(&arguments.file)?;
    let corpus = read_sources(&arguments.paths, arguments.cached);
    let casebook = open(arguments.casebook.as_deref(), &corpus, &arguments.paths)?;
    tell(casebook.journal(), 0);
    let mut apply = Apply { corpus, casebook, is_behind: true, last: None, adopted: false, failed: 0 };
    for (number, line) in lines.enumerate() {
        let line = line.map_err(|error| unreadable(&arguments.file, &error))?;
        if let Err(wrong) = apply.line(line.trim_ascii())? {
            apply.failed += 1;
            say(&format!("{}:{}: {wrong}; this line was left out", arguments.file.display(), number + 1));
        }
    }
    apply.finish()
}

struct Apply {
    /// What commands name things in: the sources with all corrections so far.
    corpus: Corpus,
    casebook: Casebook,
    /// Whether corrections have been added since they were laid over the corpus.
    is_behind: bool,
    /// The last entry that a command has made.
    last: Option<EntryId>,
    /// Whether entries of another casebook wait to be saved together.
    adopted: bool,
    failed: usize,
}

impl Apply {
    /// Does what a line says, or gives the reason why not.
    fn line(&mut self, line: &[u8]) -> Result<Result<(), String>, Failure> {
        if line.is_empty() {
            return Ok(Ok(()));
        }
        if line.starts_with(b"{\"id\":") {
            let mut whole = line.to_vec();
            whole.push(b'\n');
            self.adopted = true;
            self.is_behind = true;
            let adopted = self.casebook.adopt(&whole, Path::new("this line"));
            return Ok(adopted.map_err(|error| match error {
                JournalError::NotACasebook(_) => "a damaged line of a casebook".to_owned(),
                error => error.to_string(),
            }));
        }
        self.save_adopted()?;
        let command: Command = match serde_json::from_slice(line) {
            Ok(command) => command,
            Err(error) => return Ok(Err(format!("no command that redstring knows ({error})"))),
        };
        let history = History::new(self.casebook.journal().entries());
        if std::mem::take(&mut self.is_behind) {
            self.corpus = lay_over(&self.corpus, history.casework());
        }
        match act(command, &self.corpus, &history, self.last) {
            Ok(act) => {
                let is_annotation = matches!(
                    act,
                    Act::Note { .. }
                        | Act::EditNote { .. }
                        | Act::Tag { .. }
                        | Act::Bookmark { .. }
                        | Act::SaveSearch { .. }
                );
                self.is_behind = !is_annotation;
                self.last = Some(self.casebook.add(act));
            }
            Err(wrong) => return Ok(Err(wrong)),
        }
        self.casebook.save()?;
        Ok(Ok(()))
    }

    fn save_adopted(&mut self) -> Result<(), Failure> {
        if std::mem::take(&mut self.adopted) { self.casebook.save() } else { Ok(()) }
    }

    /// Saves what still waits, trying once more where it could not be saved.
    fn finish(mut self) -> Result<ExitCode, Failure> {
        self.casebook.save()?;
        let unsaved = self.casebook.journal().unsaved();
        if unsaved > 0 {
            let entries = counted(unsaved, "entry");
            say(&format!("redstring: {entries} could not be saved; apply again what is missing when that is mended"));
        }
        Ok(if unsaved > 0 || self.failed > 0 { ExitCode::from(CHECK_FAILED) } else { ExitCode::SUCCESS })
    }
}

/// The lines of `file`, each as soon as it is there.
fn lines(file: &Path) -> Result<impl Iterator<Item = io::Result<Vec<u8>>>, Failure> {
    let read: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(file).map_err(|error| unreadable(file, &error))?))
    };
    Ok(read.split(b'\n'))
}

fn unreadable(file: &Path, error: &io::Error) -> Failure {
    Failure::Told(format!("redstring: {}: could not be read: {error}", file.display()))
}
