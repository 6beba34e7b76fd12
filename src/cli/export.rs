//! `export`: passages and what stands in them, as files for other programs and for people.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::calendar::Days;
use crate::corpus::Corpus;
use crate::load;
use crate::model::{EntityId, Moment};
use crate::report::rows::Formulas;
use crate::report::{
    DiskError, Existing, Export, Furniture, Loss, Made, Report, Selection, days_in_full, write_file, write_folder,
};
use crate::text::visible;

use super::about::entities;
use super::arguments::{ExportArguments, Filters};
use super::{CHECK_FAILED, Failure, passages, read_sources, say, with_casework};

/// Exports what the arguments ask for, and says on standard error what was left out.
pub(super) fn run(arguments: &ExportArguments) -> Result<ExitCode, Failure> {
    let corpus = read_sources(&arguments.paths, arguments.cached);
    if corpus.documents().is_empty() {
        return Err(Failure::Told("redstring: nothing could be read".to_owned()));
    }
    let casebook = arguments.casebook.as_deref();
    let corpus = if arguments.no_casebook { corpus } else { with_casework(corpus, &arguments.paths, casebook)? };
    let references = arguments.references.asked();
    let furniture = if arguments.furniture { Furniture::Kept } else { Furniture::LeftOut };
    let found = passages::find(&corpus, &arguments.filters, references);
    let selection = Selection::new(&corpus, found, in_words(&arguments.filters), furniture);
    let made = Made { at: arguments.made.unwrap_or_else(now), collection: load::collection(&arguments.paths) };
    let report =
        Report::new(&corpus, selection, made).about(asked_about(&corpus, &arguments.filters)).counting(references);
    let report = report.on(passages::frames(&arguments.filters).collect());
    let export = export(arguments);
    let loss = match (&arguments.output, export.files()) {
        (None, []) => to_standard_output(&report, &export)?,
        (None, _) => {
            return Err(Failure::Told("redstring: several tables make a folder: name it with --output".to_owned()));
        }
        (Some(path), files) => {
            let existing = if arguments.force { Existing::Replace } else { Existing::Keep };
            match to_disk(&report, &export, path, files.len(), existing) {
                Ok(loss) => loss,
                Err(error) => {
                    let hint = if arguments.force { "" } else { "; --force replaces a file" };
                    say(&format!("redstring: {error}{hint}"));
                    return Ok(ExitCode::from(CHECK_FAILED));
                }
            }
        }
    };
    say(&format!("redstring: {}", report.selection().in_words()));
    loss.in_words().iter().for_each(|words| say(&format!("redstring: {words}")));
    Ok(ExitCode::SUCCESS)
}

fn export(arguments: &ExportArguments) -> Export {
    let formulas = if arguments.raw { Formulas::Raw } else { Formulas::Quoted };
    let mut tables = arguments.tables.clone();
    tables.dedup();
    let plain = Export::new(arguments.format);
    Export { tables: if tables.is_empty() { plain.tables } else { tables }, group: arguments.group, formulas, ..plain }
}

fn to_standard_output(report: &Report<'_>, export: &Export) -> Result<Loss, Failure> {
    let table = export.tables.first().copied();
    let mut out = BufWriter::new(io::stdout().lock());
    if !io::stdout().is_terminal() {
        let loss = report.write(export, table, &mut out)?;
        out.flush()?;
        return Ok(loss);
    }
    let mut whole = Vec::new();
    let loss = report.write(export, table, &mut whole)?;
    for line in String::from_utf8_lossy(&whole).lines() {
        writeln!(out, "{}", visible(line))?;
    }
    out.flush()?;
    Ok(loss)
}

fn to_disk(
    report: &Report<'_>,
    export: &Export,
    path: &Path,
    files: usize,
    existing: Existing,
) -> Result<Loss, DiskError> {
    if files == 0 {
        return write_file(path, existing, |to| report.write(export, export.tables.first().copied(), to));
    }
    let names: Vec<String> =
        export.files().iter().map(|table| format!("{}.{}", table.name(), export.format.extension())).collect();
    let losses = write_folder(path, &names, |at, to| report.write(export, export.files().get(at).copied(), to))?;
    Ok(losses.into_iter().fold(Loss::default(), Loss::and))
}

/// The filters as a reader would say them.
fn in_words(filters: &Filters) -> Vec<String> {
    let Filters { about, not, on, from, to, certain, document } = filters;
    let how = if *certain { "for certain" } else { "possibly" };
    let day = |label: &str, days: Option<Days>| {
        let words = days.and_then(days_in_full)?;
        Some(format!("a time that falls {how} {label} {words}"))
    };
    let about = about.iter().map(|name| format!("names {name}"));
    let not = not.iter().map(|name| format!("does not name {name}"));
    let times = [day("on", *on), day("not before", *from), day("not after", *to)];
    let document = document.iter().map(|document| format!("stands in {document}"));
    about.chain(not).chain(times.into_iter().flatten()).chain(document).collect()
}

fn asked_about(corpus: &Corpus, filters: &Filters) -> Vec<EntityId> {
    filters.about.iter().flat_map(|name| entities(corpus, name)).map(|entity| entity.id).collect()
}

fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_secs()).unwrap_or_default())
}
