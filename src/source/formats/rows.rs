//! Rows: JSON Lines, a JSON array, a CSV table. One row is one article; a column holds the text, others say what is known of it.

use csv::{ByteRecord, ReaderBuilder};
use serde_json::Value;

use super::super::decode::decode;
use super::super::reason::Reason;
use super::super::statement::{Dated, Field, Statements, Tells};
use super::{Article, Format, LARGEST_ARCHIVE, Part, Room};

/// Columns that hold the text, best first.
const TEXT: &[&str] = &["text", "body", "content", "article", "articlebody", "full text", "fulltext"];

/// JSON Lines: one object a line.
pub(super) struct JsonLines;

impl Format for JsonLines {
    fn name(&self) -> &'static str {
        "a JSON Lines file"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["jsonl", "ndjson"]
    }

    fn largest(&self) -> u64 {
        LARGEST_ARCHIVE
    }

    fn read(&self, bytes: &[u8], _: &mut Room) -> Result<Vec<Part>, Reason> {
        let decoded = decode(bytes)?;
        let lines = decoded.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let parts = lines.map(|(at, line)| {
            let value = serde_json::from_str(line).map_err(|error| Reason::Row(error.to_string()));
            part(format!("line {}", at + 1), value.and_then(|value: Value| object(&value)))
        });
        with_some(parts.collect(), self.name())
    }
}

/// JSON: one object, or an array of them.
pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "a JSON file"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn largest(&self) -> u64 {
        LARGEST_ARCHIVE
    }

    fn read(&self, bytes: &[u8], _: &mut Room) -> Result<Vec<Part>, Reason> {
        let decoded = decode(bytes)?;
        let value: Value =
            serde_json::from_str(&decoded.text).map_err(|error| Reason::Damaged(self.name(), error.to_string()))?;
        let parts = match value {
            Value::Array(values) => {
                let rows = values.iter().enumerate();
                rows.map(|(at, value)| part(format!("item {}", at + 1), object(value))).collect()
            }
            value => vec![part(String::new(), object(&value))],
        };
        with_some(parts, self.name())
    }
}

/// A table with a line of column names.
pub(super) struct Table;

impl Format for Table {
    fn name(&self) -> &'static str {
        "a table"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn largest(&self) -> u64 {
        LARGEST_ARCHIVE
    }

    fn read(&self, bytes: &[u8], _: &mut Room) -> Result<Vec<Part>, Reason> {
        let decoded = decode(bytes)?;
        let mut reader = ReaderBuilder::new().flexible(true).has_headers(false).from_reader(decoded.text.as_bytes());
        let mut records = reader.byte_records();
        let columns: Vec<String> = match records.next() {
            Some(Ok(first)) => first.iter().map(cell).collect(),
            _ => Vec::new(),
        };
        let rows = records.enumerate().map(|(at, record)| {
            let row = record.map_err(|error| Reason::Row(error.to_string()));
            part(format!("row {}", at + 2), row.and_then(|row: ByteRecord| self::row(&columns, &row)))
        });
        with_some(rows.collect(), self.name())
    }
}

/// Rows without one that has a text are no articles at all.
fn with_some(parts: Vec<Part>, format: &'static str) -> Result<Vec<Part>, Reason> {
    let has_some = parts.iter().any(|part| part.content.is_ok());
    has_some.then_some(parts).ok_or(Reason::Nothing(format, "no row with a text (column text, body or content)"))
}

fn part(name: String, article: Result<Article, Reason>) -> Part {
    match article {
        Ok(article) => Part::article(name, article),
        Err(reason) => Part::failed(name, reason),
    }
}

fn object(value: &Value) -> Result<Article, Reason> {
    let Value::Object(fields) = value else { return Err(Reason::Row("no object".into())) };
    article(fields.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_str()?.to_owned()))))
}

fn row(columns: &[String], row: &ByteRecord) -> Result<Article, Reason> {
    article(columns.iter().map(String::as_str).zip(row.iter().map(cell)))
}

fn article<'n>(fields: impl Iterator<Item = (&'n str, String)>) -> Result<Article, Reason> {
    let mut best: Option<(usize, String)> = None;
    let (mut stated, mut dates) = (Statements::default(), Vec::new());
    for (name, value) in fields {
        let folded = name.trim().replace(['_', '-'], " ").to_lowercase();
        match (TEXT.iter().position(|text| *text == folded), Field::named(name)) {
            (Some(rank), _) if !value.trim().is_empty() && best.as_ref().is_none_or(|(other, _)| rank < *other) => {
                best = Some((rank, value));
            }
            (_, Some(Field::Published)) => {
                dates.push(Dated { value, why: "date in its row", tells: Tells::Day });
            }
            (_, Some(field)) => stated.set(field, &value),
            (_, None) => {}
        }
    }
    let (_, text) = best.ok_or_else(|| Reason::Row("no text in it".into()))?;
    Ok(Article { text, stated, dates, ..Article::default() })
}

fn cell(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
