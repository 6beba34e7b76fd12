//! A table for reading: aligned columns, clipped to the terminal's width.

use std::io::{self, Write};

use crate::report::rows::Row;
use crate::text::{clip, visible, width};

/// Cells between two columns.
const GAP: usize = 2;
/// Columns are not made narrower than this, as long as a wider one can give.
const NARROW: usize = 6;

/// Writes headings and rows, in at most `limit` cells where that is given.
pub(super) fn write<R: Row>(to: &mut impl Write, rows: &[R], limit: Option<usize>) -> io::Result<()> {
    let headings: Vec<String> = R::TABLE.iter().map(|heading| heading.to_uppercase()).collect();
    write_cells(to, &headings, rows.iter().map(R::table), limit)
}

/// Writes headings as they are and rows of cells, in at most `limit` cells of the screen where that is given.
pub(super) fn write_cells(
    to: &mut impl Write,
    headings: &[String],
    rows: impl Iterator<Item = Vec<String>>,
    limit: Option<usize>,
) -> io::Result<()> {
    let headings: Vec<String> = headings.iter().map(|heading| visible(heading).into_owned()).collect();
    let shown: Vec<Vec<String>> = rows.map(|row| row.iter().map(|cell| visible(cell).into_owned()).collect()).collect();
    let mut widths: Vec<usize> = headings.iter().map(|heading| width(heading)).collect();
    for (at, cell) in shown.iter().flat_map(|row| row.iter().enumerate()) {
        widths[at] = widths[at].max(width(cell));
    }
    if let Some(limit) = limit {
        shrink(&mut widths, limit);
    }
    let numbers: Vec<bool> = (0..widths.len()).map(|at| is_number_column(&shown, at)).collect();
    for row in std::iter::once(&headings).chain(&shown) {
        let columns = row.iter().zip(&widths).zip(&numbers);
        let line: String = columns.map(|((cell, width), is_number)| column(cell, *width, *is_number)).collect();
        writeln!(to, "{}", line.trim_end())?;
    }
    Ok(())
}

fn is_number_column(shown: &[Vec<String>], at: usize) -> bool {
    !shown.is_empty()
        && shown.iter().all(|row| row.get(at).is_some_and(|cell| cell.bytes().all(|b| b.is_ascii_digit())))
}

fn column(cell: &str, limit: usize, is_number: bool) -> String {
    let cell = clip(cell, limit);
    let filling = " ".repeat(limit - width(&cell));
    let gap = " ".repeat(GAP);
    if is_number { format!("{filling}{cell}{gap}") } else { format!("{cell}{filling}{gap}") }
}

/// Takes from the widest columns until all fit into `limit` cells.
fn shrink(widths: &mut [usize], limit: usize) {
    let room = limit.saturating_sub(GAP * widths.len().saturating_sub(1));
    loop {
        let used: usize = widths.iter().sum();
        let Some(over) = used.checked_sub(room).filter(|over| *over > 0) else { return };
        let second = widths.iter().copied().max().map(|widest| {
            let rest = widths.iter().copied().filter(|width| *width < widest);
            (widest, rest.max().unwrap_or(0).max(NARROW))
        });
        let Some((widest, next)) = second.filter(|(widest, next)| next < widest) else { return };
        let wide = widths.iter().filter(|width| **width == widest).count();
        let share = (over.div_ceil(wide)).min(widest - next);
        widths.iter_mut().filter(|width| **width == widest).for_each(|width| *width -= share);
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::{shrink, write};
    use crate::report::rows::Row;

    #[derive(Serialize)]
    struct Named(&'static str, u32);

    impl Row for Named {
        const TABLE: &'static [&'static str] = &["count", "name"];
        const CSV: &'static [&'static str] = &["count", "name"];

        fn table(&self) -> Vec<String> {
            vec![self.1.to_string(), self.0.to_owned()]
        }

        fn csv(&self) -> Vec<String> {
            self.table()
        }
    }

    fn check(rows: &[Named], limit: Option<usize>, expected: &str) {
        let mut to = Vec::new();
        write(&mut to, rows, limit).unwrap();
        assert_eq!(String::from_utf8(to).unwrap(), expected);
    }

    #[test]
    fn numbers_stand_right_and_names_left() {
        check(&[Named("Ada Berg", 7), Named("José", 12)], None, "COUNT  NAME\n    7  Ada Berg\n   12  José\n");
        check(&[], None, "COUNT  NAME\n");
    }

    #[test]
    fn long_cells_are_clipped_to_the_terminal() {
        check(&[Named("Ada Berg of the Harbour Board", 7)], Some(16), "COUNT  NAME\n    7  Ada Berg…\n");
    }

    #[test]
    fn what_must_not_reach_a_terminal_becomes_marks() {
        check(&[Named("a\u{1b}[2J\nb\u{202e}", 1)], None, "COUNT  NAME\n    1  a^[[2J^Jb<U+202E>\n");
    }

    #[test]
    fn the_widest_columns_give_first() {
        for (mut widths, limit, expected) in [
            (vec![5, 30, 50], 60, vec![5, 25, 26]),
            (vec![5, 30, 50], 200, vec![5, 30, 50]),
            (vec![5, 5], 3, vec![5, 5]),
            (vec![], 10, vec![]),
        ] {
            shrink(&mut widths, limit);
            assert!(widths.iter().zip(&expected).all(|(a, b)| a.abs_diff(*b) <= 1), "{widths:?} {expected:?}");
        }
    }
}
