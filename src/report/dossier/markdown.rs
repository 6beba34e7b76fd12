//! The dossier in Markdown.

use std::io;

use crate::report::{Loss, Report, Sink, export};

use super::form::{Form, write};
use super::timeline::COLUMNS;
use super::{Entry, Line, Source};

pub(in crate::report) fn markdown(report: &Report<'_>, by: export::Group, to: &mut Sink<'_>) -> io::Result<Loss> {
    write(report, by, &mut Markdown(to))
}

struct Markdown<'s, 'w>(&'s mut Sink<'w>);

impl Form for Markdown<'_, '_> {
    fn begin(&mut self, title: &str, summary: &str) -> io::Result<()> {
        self.line("# ", title)?;
        self.line("\n", summary)
    }

    fn heading(&mut self, words: &str) -> io::Result<()> {
        self.0.raw(&format!("\n## {words}\n"))
    }

    fn begin_group(&mut self, heading: &str, more: &[(&'static str, String)]) -> io::Result<()> {
        self.line("\n### ", heading)?;
        if !more.is_empty() {
            self.0.raw("\n")?;
        }
        self.items("- ", more)
    }

    fn entry(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        self.0.raw(&format!("\n**[{}]**\n\n", entry.number))?;
        self.0.markdown_quote(entry.quote)?;
        self.line("\n- ", &entry.source)?;
        self.line("- ", &format!("{}, SHA-256 {}", entry.place, entry.sha256))?;
        self.items("- ", &entry.more)
    }

    fn printed_above(&mut self, numbers: &[usize]) -> io::Result<()> {
        let numbers: Vec<String> = numbers.iter().map(|at| format!("[{at}]")).collect();
        self.line("\nPrinted above: ", &numbers.join(" "))
    }

    fn end_group(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn timeline(&mut self, lines: &[Line]) -> io::Result<()> {
        self.0.raw(&format!("\n| {} |\n|{}\n", COLUMNS.join(" | "), "---|".repeat(COLUMNS.len())))?;
        for line in lines {
            self.0.raw("|")?;
            for cell in line.cells() {
                self.0.raw(" ")?;
                self.0.markdown(&cell)?;
                self.0.raw(" |")?;
            }
            self.0.raw("\n")?;
        }
        Ok(())
    }

    fn source(&mut self, source: &Source) -> io::Result<()> {
        self.line("\n- ", &source.citation)?;
        self.items("  - ", &source.more)
    }

    fn list(&mut self, lines: &[String]) -> io::Result<()> {
        self.0.raw("\n")?;
        lines.iter().try_for_each(|words| self.line("- ", words))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn replaced(&self) -> usize {
        self.0.replaced()
    }
}

impl Markdown<'_, '_> {
    /// A line that begins with `start`.
    fn line(&mut self, start: &str, words: &str) -> io::Result<()> {
        self.0.raw(start)?;
        self.0.markdown(words)?;
        self.0.raw("\n")
    }

    fn items(&mut self, start: &str, more: &[(&'static str, String)]) -> io::Result<()> {
        more.iter().try_for_each(|(what, words)| self.line(&format!("{start}{what}: "), words))
    }
}
