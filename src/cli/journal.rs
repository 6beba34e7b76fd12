//! `journal`: the history of a casebook, listed, checked and taken back entry by entry.

use std::process::ExitCode;

use serde::Serialize;

use crate::casework::{Finding, History, Standing, describe};
use crate::corpus::Corpus;
use crate::load::lay_over;
use crate::model::{Entry, EntryId, Orphan};
use crate::report::rows::Row;

use super::arguments::{JournalArguments, Task, Which};
use super::casebook::{Casebook, open, tell};
use super::command::take_back;
use super::output::Output;
use super::{CHECK_FAILED, Failure, read_sources, say};

/// Does the task.
pub(super) fn run(arguments: &JournalArguments) -> Result<ExitCode, Failure> {
    match &arguments.task {
        Task::List(which) => {
            let (casebook, _) = casebook(which)?;
            tell(casebook.journal(), 0);
            print(which, &entries(&casebook))?;
            Ok(ExitCode::SUCCESS)
        }
        Task::Check(which) => check(which),
        Task::Revert { entries, which } => {
            let (mut casebook, _) = casebook(which)?;
            tell(casebook.journal(), 0);
            let act = take_back(entries, &History::new(casebook.journal().entries()), None);
            casebook.add(act.map_err(|wrong| Failure::Told(format!("redstring: {wrong}")))?);
            casebook.save()?;
            Ok(if casebook.journal().unsaved() > 0 { ExitCode::from(CHECK_FAILED) } else { ExitCode::SUCCESS })
        }
    }
}

/// The casebook, and the sources where they are named or tell which casebook is meant.
fn casebook(which: &Which) -> Result<(Casebook, Option<Corpus>), Failure> {
    let paths = &which.common.paths;
    let corpus =
        (which.common.casebook.is_none() || !paths.is_empty()).then(|| read_sources(paths, which.common.cached));
    let casebook = match &corpus {
        Some(corpus) => open(which.common.casebook.as_deref(), corpus, paths)?,
        None => open(which.common.casebook.as_deref(), &Corpus::default(), paths)?,
    };
    Ok((casebook, corpus))
}

fn print(which: &Which, rows: &[impl Row]) -> Result<(), Failure> {
    let mut output = Output::new(&which.common);
    output.rows(rows)?;
    Ok(output.finish()?)
}

/// Damage makes it fail; what no longer fits is listed, for that is no fault of the casebook's.
fn check(which: &Which) -> Result<ExitCode, Failure> {
    let (casebook, corpus) = casebook(which)?;
    let journal = casebook.journal();
    let mut rows: Vec<FindingRow> = journal.findings().iter().map(FindingRow::damage).collect();
    let odd = rows.len();
    let damage = journal.findings().iter().filter(|finding| finding.is_damage()).count();
    if let Some(corpus) = &corpus {
        let history = History::new(journal.entries());
        let laid = lay_over(corpus, history.casework());
        let orphans = laid.laid().orphans.iter();
        rows.extend(orphans.map(|(entry, reason)| FindingRow::orphan(*entry, *reason, &history)));
    }
    print(which, &rows)?;
    let whole = if damage == 0 { "every line is whole" } else { "damaged lines are listed" };
    let fits = match (&corpus, rows.len() - odd) {
        (None, _) => String::new(),
        (Some(_), 0) => "; everything fits the sources".to_owned(),
        (Some(_), count) => format!("; {count} no longer fit the sources"),
    };
    let entries = journal.entries().count();
    say(&format!("redstring: {}: {entries} entries; {whole}{fits}", journal.path().display()));
    Ok(if damage == 0 { ExitCode::SUCCESS } else { ExitCode::from(CHECK_FAILED) })
}

fn entries(casebook: &Casebook) -> Vec<EntryRow> {
    let history = History::new(casebook.journal().entries());
    let row = |(entry, standing): (&Entry, Standing)| EntryRow {
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

/// Something odd about a casebook: a damaged line, or an entry that no longer fits the sources.
#[derive(Serialize)]
struct FindingRow {
    line: Option<usize>,
    entry: Option<String>,
    finding: String,
    what: Option<String>,
}

impl FindingRow {
    fn damage(finding: &Finding) -> Self {
        let line = match finding {
            Finding::DamagedLine(line) => Some(*line),
            Finding::DamagedEnd { after, .. } => Some(after + 1),
            Finding::Empty | Finding::SetAside(_) | Finding::Newer(_) | Finding::Restored(_) => None,
        };
        Self { line, entry: None, finding: finding.to_string(), what: None }
    }

    fn orphan(entry: EntryId, reason: Orphan, history: &History<'_>) -> Self {
        let what = history.entry(entry).map(|entry| describe(entry, history));
        Self { line: None, entry: Some(entry.to_string()), finding: reason.to_string(), what }
    }
}

impl Row for FindingRow {
    const TABLE: &'static [&'static str] = &["line", "entry", "finding", "what"];
    const CSV: &'static [&'static str] = &["line", "entry", "finding", "what"];

    /// The id's beginning tells entries apart.
    fn table(&self) -> Vec<String> {
        let mut cells = self.csv();
        cells[1].truncate(8);
        cells
    }

    fn csv(&self) -> Vec<String> {
        vec![
            self.line.map(|line| line.to_string()).unwrap_or_default(),
            self.entry.clone().unwrap_or_default(),
            self.finding.clone(),
            self.what.clone().unwrap_or_default(),
        ]
    }
}
