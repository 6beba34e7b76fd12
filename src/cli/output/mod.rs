//! Rows on standard output, as a table, as JSON lines or as csv, through one buffered writer.

mod table;

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use rustix::termios::tcgetwinsize;

use crate::report::rows::{Formulas, Grid, Row, csv, csv_cells, json_line};
use crate::text::visible;

use super::arguments::{Common, Format};

/// Standard output and what it is.
pub(super) struct Output {
    to: BufWriter<StdoutLock<'static>>,
    format: Format,
    formulas: Formulas,
    /// The terminal's width in cells; `None` where standard output is no terminal.
    terminal: Option<usize>,
}

impl Output {
    /// Standard output, in the format that was asked for or that suits it.
    pub(super) fn new(common: &Common) -> Self {
        let stdout = io::stdout().lock();
        let terminal =
            stdout.is_terminal().then(|| tcgetwinsize(&stdout).map_or(80, |size| size.ws_col.max(20).into()));
        let suits = if terminal.is_some() { Format::Table } else { Format::Jsonl };
        Self {
            to: BufWriter::new(stdout),
            format: common.format.unwrap_or(suits),
            formulas: if common.raw { Formulas::Raw } else { Formulas::Quoted },
            terminal,
        }
    }

    /// Prints rows.
    pub(super) fn rows<R: Row>(&mut self, rows: &[R]) -> io::Result<()> {
        match self.format {
            Format::Table => table::write(&mut self.to, rows, self.terminal),
            Format::Jsonl => rows.iter().try_for_each(|row| json_line(&mut self.to, row)),
            Format::Csv if self.terminal.is_some() => {
                csv(&mut self.to, rows, |cell| visible(&self.formulas.cell(cell)).into_owned())
            }
            Format::Csv => csv(&mut self.to, rows, |cell| self.formulas.cell(cell).into_owned()),
        }
    }

    /// Prints rows whose columns hang on the sources.
    pub(super) fn grid(&mut self, grid: &Grid<'_>) -> io::Result<()> {
        let rows = grid.rows.iter().map(|row| grid.cells(row));
        match self.format {
            Format::Table => table::write_cells(&mut self.to, &grid.headings(), rows, self.terminal),
            Format::Jsonl => grid.rows.iter().try_for_each(|row| json_line(&mut self.to, row)),
            Format::Csv => {
                let is_terminal = self.terminal.is_some();
                csv_cells(&mut self.to, &grid.headings(), rows, |cell| {
                    let cell = self.formulas.cell(cell);
                    if is_terminal { visible(&cell).into_owned() } else { cell.into_owned() }
                })
            }
        }
    }

    /// Prints a document's text: byte for byte, or on a terminal with marks for what must not reach it.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        if self.terminal.is_none() {
            return self.to.write_all(text.as_bytes());
        }
        text.lines().try_for_each(|line| writeln!(self.to, "{}", visible(line)))
    }

    /// Writes what is still buffered.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.to.flush()
    }
}
