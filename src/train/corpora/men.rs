//! Malaysian English news: texts, and a list of their names by offset in code points, some inside others.

use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::model::Kind;
use crate::text::Span;

use super::super::article::Article;
use super::text;

#[derive(Deserialize)]
struct Row {
    id: String,
    entities: Vec<Mark>,
}

#[derive(Deserialize)]
struct Mark {
    label: String,
    position: Position,
}

#[derive(Deserialize)]
struct Position {
    start_offset: usize,
    end_offset: usize,
}

/// The articles below a folder: `annotated_set.json`, and `article_text` with a file each.
///
/// # Errors
/// When the list or a text cannot be read.
pub fn articles(folder: &Path) -> io::Result<Vec<Article>> {
    let rows: Vec<Row> = serde_json::from_str(&text(&folder.join("annotated_set.json"))?)?;
    let article = |row: &Row| {
        let text = text(&folder.join("article_text").join(format!("{}.txt", row.id)))?;
        Ok(spaced(&text, &row.entities))
    };
    rows.iter().map(article).collect()
}

/// The article with a new line between sentences that touch, as in "left.She said".
fn spaced(text: &str, marks: &[Mark]) -> Article {
    let mut offsets = Vec::with_capacity(text.len());
    let mut mended = String::with_capacity(text.len());
    let mut last = [' '; 3];
    for letter in text.chars() {
        let [before, stop, closing] = last;
        let follows = |before: char, stop: char| matches!(stop, '.' | '?' | '!') && before.is_lowercase();
        let is_quoted = matches!(closing, '"' | '\u{201D}');
        if letter.is_uppercase() && (follows(stop, closing) || is_quoted && follows(before, stop)) {
            mended.push('\n');
        }
        offsets.push(mended.len() as u32);
        mended.push(letter);
        last = [stop, closing, letter];
    }
    offsets.push(mended.len() as u32);
    Article::new(mended, names(&offsets, marks))
}

/// Of names inside others: the innermost person, else the outermost.
fn names(offsets: &[u32], marks: &[Mark]) -> Vec<(Span, Kind)> {
    let name = |mark: &Mark| {
        let kind = match mark.label.as_str() {
            "PERSON" => Kind::Person,
            "ORGANIZATION" => Kind::Organization,
            "LOCATION" | "FACILITY" => Kind::Place,
            _ => return None,
        };
        let Position { start_offset, end_offset } = mark.position;
        Some((Span::new(*offsets.get(start_offset)?, *offsets.get(end_offset)?), kind))
    };
    let mut found: Vec<(Span, Kind)> = marks.iter().filter_map(name).collect();
    found.sort_by_key(|(span, kind)| match kind {
        Kind::Person => (0, span.len()),
        _ => (1, u32::MAX - span.len()),
    });
    let mut kept: Vec<(Span, Kind)> = Vec::new();
    for (span, kind) in found {
        if !kept.iter().any(|(other, _)| span.start < other.end && other.start < span.end) {
            kept.push((span, kind));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Mark, Position, spaced};

    #[test]
    fn the_innermost_person_and_the_outermost_rest() {
        let text = "Datuk Ada Vexworth left.The Bank of Norland stayed.";
        let mark = |label: &str, start_offset, end_offset| Mark {
            label: label.to_owned(),
            position: Position { start_offset, end_offset },
        };
        let marks =
            [mark("PERSON", 0, 18), mark("PERSON", 6, 18), mark("ORGANIZATION", 24, 43), mark("LOCATION", 36, 43)];
        let found = spaced(text, &marks);
        assert_eq!(found.text, "Datuk Ada Vexworth left.\nThe Bank of Norland stayed.");
        let names: Vec<&str> = found.names.iter().map(|(span, _)| span.of(&found.text)).collect();
        assert_eq!(names, ["Ada Vexworth", "Bank of Norland"]);
    }
}
