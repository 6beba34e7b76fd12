//! `journal`: the history of a casebook, listed, checked and taken back entry by entry.

use std::process::ExitCode;

use serde::Serialize;

use crate::casework::{Finding, History, describe};

use super::arguments::{JournalArguments, Task, Which};
use super::casebook::{Casebook, open};
use super::command::take_back;
use super::output::Output;
use super::row::Row;
use super::{CHECK_FAILED, Failure, read_sources, say};

/// Does the task.
pub(super) fn run(arguments: &JournalArguments) -> Result<ExitCode, Failure> {
    match &arguments.task {
        Task::List(which) => {
            let casebook = casebook(which)?;
            casebook.tell(0);
            print(which, &entries(&casebook))?;
            Ok(ExitCode::SUCCESS)
        }
        Task::Check(which) => check(which),
        Task::Revert { entries, which } => {
            let mut casebook = casebook(which)?;
            casebook.tell(0);
            let act = take_back(entries, &History::new(casebook.journal.entries()), None);
            casebook.add(act.map_err(|wrong| Failure::Told(format!("redstring: {wrong}")))?);
            casebook.save()?;
            Ok(if casebook.journal.unsaved() > 0 { ExitCode::from(CHECK_FAILED) } else { ExitCode::SUCCESS })
        }
    }
}

/// The sources are read only where they tell which casebook is meant.
fn casebook(which: &Which) -> Result<Casebook, Failure> {
    let corpus = match which.casebook {
        Some(_) => crate::corpus::Corpus::default(),
        None => read_sources(&which.common.paths),
    };
    open(which.casebook.as_deref(), &corpus, &which.common.paths)
}

fn print(which: &Which, rows: &[impl Row]) -> Result<(), Failure> {
    let mut output = Output::new(&which.common);
    output.rows(rows)?;
    Ok(output.finish()?)
}

fn check(which: &Which) -> Result<ExitCode, Failure> {
    let casebook = casebook(which)?;
    let journal = &casebook.journal;
    let rows: Vec<FindingRow> = journal.findings().iter().map(FindingRow::new).collect();
    print(which, &rows)?;
    let entries = journal.entries().count();
    let verdict = if rows.is_empty() { "every line is whole" } else { "see above" };
    say(&format!("redstring: {}: {entries} entries, {verdict}", journal.path().display()));
    Ok(if rows.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(CHECK_FAILED) })
}

fn entries(casebook: &Casebook) -> Vec<EntryRow> {
    let history = History::new(casebook.journal.entries());
    let row = |(entry, standing): (&crate::model::Entry, crate::casework::Standing)| EntryRow {
        id: entry.id.to_string(),
        at: entry.at.to_string(),
        standing: standing.name(),
        what: describe(entry, &history),
    };
    history.entries().map(row).collect()
}

/// One entry of the history.
#[derive(Serialize)]
struct EntryRow {
    id: String,
    at: String,
    standing: &'static str,
    what: String,
}

impl Row for EntryRow {
    const TABLE: &'static [&'static str] = &["id", "at", "standing", "what"];
    const CSV: &'static [&'static str] = &["id", "at", "standing", "what"];

    /// The id's beginning tells entries apart.
    fn table(&self) -> Vec<String> {
        let id = self.id.chars().take(8).collect();
        vec![id, self.at.clone(), self.standing.to_owned(), self.what.clone()]
    }

    fn csv(&self) -> Vec<String> {
        vec![self.id.clone(), self.at.clone(), self.standing.to_owned(), self.what.clone()]
    }
}

/// Something odd about a casebook.
#[derive(Serialize)]
struct FindingRow {
    line: Option<usize>,
    finding: String,
}

impl FindingRow {
    fn new(finding: &Finding) -> Self {
        let line = match finding {
            Finding::DamagedLine(line) => Some(*line),
            Finding::DamagedEnd { after, .. } => Some(after + 1),
            Finding::SetAside(_) | Finding::Newer(_) | Finding::Restored(_) => None,
        };
        Self { line, finding: finding.to_string() }
    }
}

impl Row for FindingRow {
    const TABLE: &'static [&'static str] = &["line", "finding"];
    const CSV: &'static [&'static str] = &["line", "finding"];

    fn table(&self) -> Vec<String> {
        self.csv()
    }

    fn csv(&self) -> Vec<String> {
        vec![self.line.map(|line| line.to_string()).unwrap_or_default(), self.finding.clone()]
    }
}
