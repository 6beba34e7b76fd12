//! The dossier as one web page: no script, nothing loaded, made to be read on the screen, light or dark, and to be printed.

use std::collections::HashSet;
use std::io;

use crate::model::PassageIx;
use crate::report::{Loss, Report, Sink, export};

use super::{Dossier, Entry, Group};

const HEAD: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>
:root { color-scheme: light dark; --faint: light-dark(#5c5c5c, #a8a8a8); --rule: light-dark(#d8d8d8, #444); --string: light-dark(#b3261e, #f2837b); }
body { font: 1rem/1.5 Charter, Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; font-family: system-ui, sans-serif; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--rule); }
blockquote { margin: .3rem 0; padding-left: 1rem; border-left: 3px solid var(--string); white-space: pre-wrap; unicode-bidi: isolate; }
article { margin: 1.2rem 0; break-inside: avoid; }
article > b { color: var(--string); font-family: system-ui, sans-serif; }
ul.about { margin: .2rem 0; padding-left: 1rem; list-style: none; color: var(--faint); font-size: .85rem; overflow-wrap: anywhere; }
bdi { unicode-bidi: isolate; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--rule); }
thead { display: table-header-group; }
a { color: inherit; }
@media print { body { max-width: none; margin: 0; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }
</style>
<title>"#;

pub(in crate::report) fn html(report: &Report<'_>, by: export::Group, to: &mut Sink<'_>) -> io::Result<Loss> {
    let dossier = Dossier::new(report);
    to.raw(HEAD)?;
    to.xml(&dossier.title())?;
    to.raw("</title>\n</head>\n<body>\n")?;
    element(to, "h1", &dossier.title())?;
    element(to, "p", &dossier.summary())?;
    to.raw(&format!("<h2>Passages by {}</h2>\n", by.name()))?;
    let mut printed = HashSet::new();
    for group in dossier.groups(by) {
        self::group(&dossier, &group, &mut printed, to)?;
    }
    timeline(&dossier, to)?;
    to.raw("<h2>Sources</h2>\n")?;
    for source in dossier.sources() {
        to.raw("<section>")?;
        element(to, "p", &source.citation)?;
        about(to, &source.more)?;
        to.raw("</section>\n")?;
    }
    list(to, "Notes without a place in these sources", &dossier.orphans())?;
    list(to, "How this was made", &dossier.method())?;
    let before = to.replaced();
    let mut doubts = dossier.doubts();
    doubts.extend(Loss { replaced: before, ..Loss::default() }.in_words());
    list(to, "What is uncertain", &doubts)?;
    to.raw("</body>\n</html>\n")?;
    Ok(Loss { replaced: to.replaced(), ..Loss::default() })
}

fn group(
    dossier: &Dossier<'_, '_>,
    group: &Group,
    printed: &mut HashSet<PassageIx>,
    to: &mut Sink<'_>,
) -> io::Result<()> {
    to.raw("<section>\n")?;
    element(to, "h3", &group.heading)?;
    about(to, &group.more)?;
    let (first, again): (Vec<PassageIx>, Vec<PassageIx>) = group.passages.iter().partition(|at| printed.insert(**at));
    for entry in first.into_iter().filter_map(|at| dossier.entry(at)) {
        self::entry(&entry, to)?;
    }
    let again: Vec<usize> = again.into_iter().filter_map(|at| dossier.number(at)).collect();
    if !again.is_empty() {
        to.raw("<p>Printed above:")?;
        again.iter().try_for_each(|at| to.raw(&format!(" <a href=\"#p{at}\">[{at}]</a>")))?;
        to.raw("</p>\n")?;
    }
    to.raw("</section>\n")
}

fn entry(entry: &Entry<'_>, to: &mut Sink<'_>) -> io::Result<()> {
    to.raw(&format!("<article id=\"p{0}\"><b>[{0}]</b>\n<blockquote dir=\"auto\">", entry.number))?;
    to.xml(entry.quote)?;
    to.raw("</blockquote>\n")?;
    let place = format!("{}, SHA-256 {}", entry.place, entry.sha256);
    to.raw("<ul class=\"about\">")?;
    element(to, "li", &entry.source)?;
    element(to, "li", &place)?;
    items(to, &entry.more)?;
    to.raw("</ul></article>\n")
}

fn timeline(dossier: &Dossier<'_, '_>, to: &mut Sink<'_>) -> io::Result<()> {
    let lines = dossier.timeline();
    if lines.is_empty() {
        return Ok(());
    }
    to.raw("<h2>Timeline</h2>\n<table>\n<thead><tr><th>When</th><th>What</th><th>Who</th><th>Said by</th><th>Differs</th></tr></thead>\n<tbody>\n")?;
    for row in lines {
        to.raw("<tr>")?;
        for cell in [&row.when, &row.what, &row.who, &row.said, &row.differs.join("; ")] {
            element(to, "td", cell)?;
        }
        to.raw("</tr>\n")?;
    }
    to.raw("</tbody>\n</table>\n")
}

fn list(to: &mut Sink<'_>, heading: &str, lines: &[String]) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    to.raw(&format!("<h2>{heading}</h2>\n<ul>\n"))?;
    lines.iter().try_for_each(|words| element(to, "li", words))?;
    to.raw("</ul>\n")
}

fn about(to: &mut Sink<'_>, more: &[(&str, String)]) -> io::Result<()> {
    if more.is_empty() {
        return Ok(());
    }
    to.raw("<ul class=\"about\">")?;
    items(to, more)?;
    to.raw("</ul>\n")
}

fn items(to: &mut Sink<'_>, more: &[(&str, String)]) -> io::Result<()> {
    more.iter().try_for_each(|(what, words)| {
        to.raw(&format!("<li>{what}: <bdi>"))?;
        to.xml(words)?;
        to.raw("</bdi></li>")
    })
}

/// An element that holds text, which can't turn the direction of what follows it.
fn element(to: &mut Sink<'_>, name: &str, text: &str) -> io::Result<()> {
    to.raw(&format!("<{name}><bdi>"))?;
    to.xml(text)?;
    to.raw(&format!("</bdi></{name}>\n"))
}
