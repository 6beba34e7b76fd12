//! The dossier as one web page: no script, nothing loaded, made to be read on the screen, light or dark, and to be printed.

use std::io;

use crate::report::{Loss, Report, Sink, export};

use super::form::{Form, write};
use super::timeline::COLUMNS;
use super::{Entry, Line, Source};

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
    write(report, by, &mut Html(to))
}

struct Html<'s, 'w>(&'s mut Sink<'w>);

impl Form for Html<'_, '_> {
    fn begin(&mut self, title: &str, summary: &str) -> io::Result<()> {
        self.0.raw(HEAD)?;
        self.0.xml(title)?;
        self.0.raw("</title>\n</head>\n<body>\n")?;
        element(self.0, "h1", title)?;
        element(self.0, "p", summary)
    }

    fn heading(&mut self, words: &str) -> io::Result<()> {
        self.0.raw(&format!("<h2>{words}</h2>\n"))
    }

    fn begin_group(&mut self, heading: &str, more: &[(&'static str, String)]) -> io::Result<()> {
        self.0.raw("<section>\n")?;
        element(self.0, "h3", heading)?;
        about(self.0, more)
    }

    fn entry(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        let to = &mut *self.0;
        to.raw(&format!("<article id=\"p{0}\"><b>[{0}]</b>\n<blockquote dir=\"auto\">", entry.number))?;
        to.xml(entry.quote)?;
        to.raw("</blockquote>\n<ul class=\"about\">")?;
        element(to, "li", &entry.source)?;
        element(to, "li", &format!("{}, SHA-256 {}", entry.place, entry.sha256))?;
        items(to, &entry.more)?;
        to.raw("</ul></article>\n")
    }

    fn printed_above(&mut self, numbers: &[usize]) -> io::Result<()> {
        self.0.raw("<p>Printed above:")?;
        numbers.iter().try_for_each(|at| self.0.raw(&format!(" <a href=\"#p{at}\">[{at}]</a>")))?;
        self.0.raw("</p>\n")
    }

    fn end_group(&mut self) -> io::Result<()> {
        self.0.raw("</section>\n")
    }

    fn timeline(&mut self, lines: &[Line]) -> io::Result<()> {
        self.0.raw("<table>\n<thead><tr>")?;
        COLUMNS.iter().try_for_each(|column| self.0.raw(&format!("<th>{column}</th>")))?;
        self.0.raw("</tr></thead>\n<tbody>\n")?;
        for line in lines {
            self.0.raw("<tr>")?;
            line.cells().iter().try_for_each(|cell| element(self.0, "td", cell))?;
            self.0.raw("</tr>\n")?;
        }
        self.0.raw("</tbody>\n</table>\n")
    }

    fn source(&mut self, source: &Source) -> io::Result<()> {
        self.0.raw("<section>")?;
        element(self.0, "p", &source.citation)?;
        about(self.0, &source.more)?;
        self.0.raw("</section>\n")
    }

    fn list(&mut self, lines: &[String]) -> io::Result<()> {
        self.0.raw("<ul>\n")?;
        lines.iter().try_for_each(|words| element(self.0, "li", words))?;
        self.0.raw("</ul>\n")
    }

    fn end(&mut self) -> io::Result<()> {
        self.0.raw("</body>\n</html>\n")
    }

    fn replaced(&self) -> usize {
        self.0.replaced()
    }
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
