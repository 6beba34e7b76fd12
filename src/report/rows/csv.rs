//! csv with a header line (RFC 4180), with a guard against cells that a spreadsheet would run as formulas.

use std::borrow::Cow;
use std::io::{self, Write};

use super::row::Row;

/// What becomes of a cell that a spreadsheet would take for a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formulas {
    /// An apostrophe before it makes it text: the advice of OWASP, "CSV Injection".
    Quoted,
    /// It stays as it is.
    Raw,
}

impl Formulas {
    /// The cell as it is written.
    pub fn cell(self, cell: &str) -> Cow<'_, str> {
        match self {
            Self::Quoted if begins_a_formula(cell) => Cow::Owned(format!("'{cell}")),
            _ => Cow::Borrowed(cell),
        }
    }
}

/// Spreadsheets run cells that begin with these signs, full-width ones included, and some drop white space before them. A cell
/// that looks guarded already is guarded once more, so that taking the guard off gives back every cell.
fn begins_a_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Writes the header line and the rows, each cell as `shown` gives it.
///
/// # Errors
/// Those of `to`.
pub fn csv<R: Row>(to: &mut impl Write, rows: &[R], shown: impl Fn(&str) -> String) -> io::Result<()> {
    csv_cells(to, R::CSV, rows.iter().map(R::csv), shown)
}

/// Writes a header line and rows of cells, each cell as `shown` gives it.
///
/// # Errors
/// Those of `to`.
pub fn csv_cells(
    to: &mut impl Write,
    headings: &[impl AsRef<[u8]>],
    rows: impl Iterator<Item = Vec<String>>,
    shown: impl Fn(&str) -> String,
) -> io::Result<()> {
    let mut table = ::csv::Writer::from_writer(to);
    table.write_record(headings)?;
    for row in rows {
        table.write_record(row.iter().map(|cell| shown(cell)))?;
    }
    table.flush()
}

#[cfg(test)]
mod tests {
    use super::Formulas;

    #[test]
    fn formulas_become_text() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            ("@SUM", "'@SUM"),
            (" =1", "' =1"),
            ("\tx", "'\tx"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'Tis", "'Tis"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(Formulas::Quoted.cell(cell), written);
            assert_eq!(Formulas::Raw.cell(cell), cell);
        }
    }
}
