//! The dossier in Markdown.

use std::collections::HashSet;
use std::io;

use crate::model::PassageIx;
use crate::report::{Loss, Report, Sink, export};

use super::{Dossier, Entry, Group};

pub(in crate::report) fn markdown(report: &Report<'_>, by: export::Group, to: &mut Sink<'_>) -> io::Result<Loss> {
    let dossier = Dossier::new(report);
    line(to, "# ", &dossier.title())?;
    line(to, "\n", &dossier.summary())?;
    to.raw(&format!("\n## Passages by {}\n", by.name()))?;
    let mut printed = HashSet::new();
    for group in dossier.groups(by) {
        self::group(&dossier, &group, &mut printed, to)?;
    }
    timeline(&dossier, to)?;
    to.raw("\n## Sources\n")?;
    for source in dossier.sources() {
        line(to, "\n- ", &source.citation)?;
        for (what, words) in &source.more {
            line(to, &format!("  - {what}: "), words)?;
        }
    }
    list(to, "Notes without a place in these sources", &dossier.orphans())?;
    list(to, "How this was made", &dossier.method())?;
    list(to, "What is uncertain", &dossier.doubts())?;
    let loss = Loss { replaced: to.replaced(), ..Loss::default() };
    for words in loss.in_words() {
        line(to, "- ", &words)?;
    }
    Ok(loss)
}

fn group(
    dossier: &Dossier<'_, '_>,
    group: &Group,
    printed: &mut HashSet<PassageIx>,
    to: &mut Sink<'_>,
) -> io::Result<()> {
    line(to, "\n### ", &group.heading)?;
    if !group.more.is_empty() {
        to.raw("\n")?;
    }
    for (what, words) in &group.more {
        line(to, &format!("- {what}: "), words)?;
    }
    let (first, again): (Vec<PassageIx>, Vec<PassageIx>) = group.passages.iter().partition(|at| printed.insert(**at));
    for entry in first.into_iter().filter_map(|at| dossier.entry(at)) {
        self::entry(&entry, to)?;
    }
    let again: Vec<String> =
        again.into_iter().filter_map(|at| dossier.number(at)).map(|at| format!("[{at}]")).collect();
    if !again.is_empty() {
        line(to, "\nPrinted above: ", &again.join(" "))?;
    }
    Ok(())
}

fn entry(entry: &Entry<'_>, to: &mut Sink<'_>) -> io::Result<()> {
    to.raw(&format!("\n**[{}]**\n\n", entry.number))?;
    to.markdown_quote(entry.quote)?;
    line(to, "\n- ", &entry.source)?;
    line(to, "- ", &format!("{}, SHA-256 {}", entry.place, entry.sha256))?;
    for (what, words) in &entry.more {
        line(to, &format!("- {what}: "), words)?;
    }
    Ok(())
}

fn timeline(dossier: &Dossier<'_, '_>, to: &mut Sink<'_>) -> io::Result<()> {
    let lines = dossier.timeline();
    if lines.is_empty() {
        return Ok(());
    }
    to.raw("\n## Timeline\n\n| When | What | Who | Said by | Differs |\n|---|---|---|---|---|\n")?;
    for row in lines {
        to.raw("|")?;
        for cell in [&row.when, &row.what, &row.who, &row.said, &row.differs.join("; ")] {
            to.raw(" ")?;
            to.markdown(cell)?;
            to.raw(" |")?;
        }
        to.raw("\n")?;
    }
    Ok(())
}

fn list(to: &mut Sink<'_>, heading: &str, lines: &[String]) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    to.raw(&format!("\n## {heading}\n\n"))?;
    lines.iter().try_for_each(|words| line(to, "- ", words))
}

/// A line that begins with `start`.
fn line(to: &mut Sink<'_>, start: &str, words: &str) -> io::Result<()> {
    to.raw(start)?;
    to.markdown(words)?;
    to.raw("\n")
}
