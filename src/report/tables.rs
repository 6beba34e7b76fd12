//! Tables of what is shown: CSV for spreadsheets, JSON for programs.

use std::io::{self, Write};

use super::rows::{self, Formulas, Row};
use super::{Loss, MAKER, Report, Table};

/// Something that takes rows of any kind.
trait Taker {
    fn take<R: Row>(&mut self, rows: &[R]) -> io::Result<()>;
}

fn give(report: &Report<'_>, table: Table, to: &mut impl Taker) -> io::Result<()> {
    let Report { corpus, selection, remarks, references, frames, .. } = report;
    match table {
        Table::Passages => to.take(&rows::passages(corpus, selection, *references, frames)),
        Table::Documents => to.take(&rows::documents(corpus, selection)),
        Table::Entities => to.take(&rows::entities(corpus, selection)),
        Table::Events => to.take(&rows::events(corpus, selection)),
        Table::Mentions => to.take(&rows::mentions(corpus, selection, *references)),
        Table::Times => to.take(&rows::times(corpus, selection)),
        Table::Notes => to.take(&rows::remarks(corpus, &remarks.within(corpus, selection))),
    }
}

pub(super) fn csv(report: &Report<'_>, table: Table, formulas: Formulas, to: &mut dyn Write) -> io::Result<Loss> {
    struct Csv<'w>(Formulas, &'w mut dyn Write);
    impl Taker for Csv<'_> {
        fn take<R: Row>(&mut self, rows: &[R]) -> io::Result<()> {
            rows::csv(&mut self.1, rows, |cell| self.0.cell(cell).into_owned())
        }
    }
    give(report, table, &mut Csv(formulas, to))?;
    Ok(Loss::default())
}

/// One object: what made it, of what, what was left out, and the tables as arrays of the rows that the commands print.
pub(super) fn json(report: &Report<'_>, tables: &[Table], to: &mut dyn Write) -> io::Result<Loss> {
    struct Json<'w>(&'w mut dyn Write);
    impl Taker for Json<'_> {
        fn take<R: Row>(&mut self, rows: &[R]) -> io::Result<()> {
            for (at, row) in rows.iter().enumerate() {
                self.0.write_all(if at == 0 { b"\n" } else { b",\n" })?;
                rows::json(&mut self.0, row)?;
            }
            Ok(())
        }
    }
    let selection = report.selection();
    let left_out = selection.left_out();
    let head = serde_json::json!({
        "maker": MAKER,
        "made": report.made.at,
        "collection": report.made.collection,
        "filter": selection.filter(),
        "passages": selection.passages().len(),
        "left_out": { "outside_filter": left_out.outside, "page_furniture": left_out.furniture },
    });
    to.write_all(b"{\"report\":")?;
    rows::json(&mut &mut *to, &head)?;
    for table in tables {
        write!(to, ",\n\"{}\":[", table.name())?;
        give(report, *table, &mut Json(to))?;
        to.write_all(b"]")?;
    }
    to.write_all(b"}\n")?;
    Ok(Loss::default())
}
