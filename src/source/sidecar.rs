//! `metadata.csv`, a table beside the sources: what a reader knows about them and the texts don't say.
//!
//! Columns file, title, source, author, published, url, in any order, any subset but `file`. A row that is no use is told, never
//! an end; the table is itself no document.

use std::path::Path;

use csv::{ByteRecord, ReaderBuilder, Trim};

use super::decode::decode;
use super::opening;
use super::reason::{Reason, SIZE_LIMIT};
use super::statement::{Field, Statements};

/// The table's name.
pub(super) const NAME: &str = "metadata.csv";

/// What a table says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sidecar {
    /// Path below the table's folder, and what is stated of the file there.
    pub(super) rows: Vec<(String, Statements)>,
    /// What was odd: the line and why it is left out.
    pub(super) notes: Vec<String>,
}

/// Reads the table at `path`.
pub(super) fn read(path: &Path) -> Result<Sidecar, Reason> {
    Ok(parse(&decode(&opening::read(path, SIZE_LIMIT)?)?.text))
}

fn parse(table: &str) -> Sidecar {
    let mut sidecar = Sidecar::default();
    let mut reader =
        ReaderBuilder::new().flexible(true).trim(Trim::All).has_headers(false).from_reader(table.as_bytes());
    let mut records = reader.byte_records();
    let columns: Vec<String> = match records.next() {
        Some(Ok(first)) => first.iter().map(|name| text(name).to_lowercase()).collect(),
        _ => return sidecar,
    };
    let Some(file) = columns.iter().position(|name| name == "file") else {
        let wanted =
            "no column named file: its first line must name the columns (file, title, source, author, published, url)";
        sidecar.notes.push(wanted.into());
        return sidecar;
    };
    for name in columns.iter().filter(|name| *name != "file" && Field::named(name).is_none()) {
        sidecar
            .notes
            .push(format!("column {name:?} is not used: known are file, title, source, author, published, url"));
    }
    for record in records {
        match record {
            Ok(record) => row(&mut sidecar, &columns, file, &record),
            Err(error) => sidecar.notes.push(format!("a row is left out: {error}")),
        }
    }
    sidecar
}

fn row(sidecar: &mut Sidecar, columns: &[String], file: usize, record: &ByteRecord) {
    let line = record.position().map_or(0, csv::Position::line);
    if record.len() > columns.len() {
        let more = "more values than columns; put values that hold commas in double quotes";
        sidecar.notes.push(format!("line {line}: {more}"));
    }
    let Some(name) = record.get(file).filter(|name| !name.is_empty()) else {
        return sidecar.notes.push(format!("line {line} is left out: it names no file"));
    };
    let mut statements = Statements::default();
    for (column, value) in columns.iter().zip(record) {
        if let Some(field) = Field::named(column) {
            statements.set(field, &text(value));
        }
    }
    sidecar.rows.push((text(name), statements));
}

/// A cell's text, without the apostrophe that `documents --format csv` puts before what a spreadsheet would take for a formula.
fn text(value: &[u8]) -> String {
    let value = String::from_utf8_lossy(value);
    let guarded = value.strip_prefix('\'').filter(|rest| {
        rest.trim_start_matches('\'').trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    });
    guarded.unwrap_or(&value).to_owned()
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::source::statement::Field;

    /// Rows as `file|title|published`, and how each note begins.
    fn check(table: &str, rows: &[&str], notes: &[&str]) {
        let sidecar = parse(table);
        let found: Vec<String> = sidecar
            .rows
            .iter()
            .map(|(file, said)| {
                let value = |field| said.get(field).unwrap_or("-");
                format!("{file}|{}|{}", value(Field::Title), value(Field::Published))
            })
            .collect();
        assert_eq!(found, rows, "{table:?}");
        assert_eq!(sidecar.notes.len(), notes.len(), "{:?}", sidecar.notes);
        for (note, expected) in sidecar.notes.iter().zip(notes) {
            assert!(note.starts_with(expected), "{note:?} does not begin with {expected:?}");
        }
    }

    #[test]
    fn any_subset_of_columns_in_any_order() {
        check("published,File\n2017-01-13,a.txt\n", &["a.txt|-|2017-01-13"], &[]);
        check("file,title\r\nsub/a.txt,\"One, two\"\r\nb.txt,\r\n", &["sub/a.txt|One, two|-", "b.txt|-|-"], &[]);
    }

    #[test]
    fn a_guard_against_formulas_is_no_part_of_a_value() {
        check("file,title\n'-rf.txt,'=One\nb.txt,'Tis\n", &["-rf.txt|=One|-", "b.txt|'Tis|-"], &[]);
    }

    #[test]
    fn bad_rows_are_told_and_cost_nothing_else() {
        check(
            "file,title,colour\na.txt,A,red\n,B,blue\nc.txt,C,x,y,z\nd.txt\n",
            &["a.txt|A|-", "c.txt|C|-", "d.txt|-|-"],
            &["column \"colour\"", "line 3 is left out", "line 4: more values"],
        );
        check("title,published\nA,2017\n", &[], &["no column named file"]);
        check("", &[], &[]);
        check("file,title\n\"a.txt,never closed\n", &["a.txt,never closed|-|-"], &[]);
    }
}
