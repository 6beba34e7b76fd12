//! What stands in a dossier in what order, whatever form it is written in.

use std::collections::HashSet;
use std::io;

use crate::model::PassageIx;
use crate::report::{Loss, Report, export};

use super::{Dossier, Entry, Line, Source};

/// How the parts of a dossier are written. All words given are untrusted, but for those of [`Form::heading`].
pub(super) trait Form {
    /// What stands first.
    fn begin(&mut self, title: &str, summary: &str) -> io::Result<()>;

    /// Begins a part.
    fn heading(&mut self, words: &str) -> io::Result<()>;

    /// Begins a group of passages.
    fn begin_group(&mut self, heading: &str, more: &[(&'static str, String)]) -> io::Result<()>;

    /// A passage.
    fn entry(&mut self, entry: &Entry<'_>) -> io::Result<()>;

    /// The numbers of passages that other groups hold already.
    fn printed_above(&mut self, numbers: &[usize]) -> io::Result<()>;

    /// Ends a group of passages.
    fn end_group(&mut self) -> io::Result<()>;

    /// The rows of the timeline.
    fn timeline(&mut self, lines: &[Line]) -> io::Result<()>;

    /// A source.
    fn source(&mut self, source: &Source) -> io::Result<()>;

    /// A list of lines.
    fn list(&mut self, lines: &[String]) -> io::Result<()>;

    /// What stands last.
    fn end(&mut self) -> io::Result<()>;

    /// How many characters could not be written as they are.
    fn replaced(&self) -> usize;
}

/// Writes the whole dossier.
pub(super) fn write(report: &Report<'_>, by: export::Group, form: &mut impl Form) -> io::Result<Loss> {
    let dossier = Dossier::new(report);
    form.begin(&dossier.title(), &dossier.summary())?;
    form.heading(&format!("Passages by {}", by.name()))?;
    let mut printed: HashSet<PassageIx> = HashSet::new();
    for group in dossier.groups(by) {
        form.begin_group(&group.heading, &group.more)?;
        let (first, again): (Vec<PassageIx>, Vec<PassageIx>) =
            group.passages.iter().partition(|at| printed.insert(**at));
        first.into_iter().filter_map(|at| dossier.entry(at)).try_for_each(|entry| form.entry(&entry))?;
        let again: Vec<usize> = again.into_iter().filter_map(|at| dossier.number(at)).collect();
        if !again.is_empty() {
            form.printed_above(&again)?;
        }
        form.end_group()?;
    }
    let lines = dossier.timeline();
    if !lines.is_empty() {
        form.heading("Timeline")?;
        form.timeline(&lines)?;
    }
    form.heading("Sources")?;
    dossier.sources().iter().try_for_each(|source| form.source(source))?;
    list(form, "Notes without a place in these sources", &dossier.orphans())?;
    list(form, "How this was made", &dossier.method())?;
    let mut doubts = dossier.doubts();
    doubts.extend(Loss { replaced: form.replaced(), ..Loss::default() }.in_words());
    list(form, "What is uncertain", &doubts)?;
    form.end()?;
    Ok(Loss { replaced: form.replaced(), ..Loss::default() })
}

fn list(form: &mut impl Form, heading: &str, lines: &[String]) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    form.heading(heading)?;
    form.list(lines)
}
