//! Foreign Relations of the United States: documents with the people named in them, offsets in code points.
//!
//! Only people are marked, and not all of them: the rest of such a text is left for a model to label.

use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::model::Kind;
use crate::text::Span;

use super::super::article::Article;
use super::text;

#[derive(Deserialize)]
struct Row {
    doc: String,
    persons: Vec<(usize, usize, String, String, String)>,
}

/// The documents of one volume.
///
/// # Errors
/// When its list of mentions or a document cannot be read.
pub fn articles(volume: &Path) -> io::Result<Vec<Article>> {
    let list = text(&volume.join("mentions.jsonl"))?;
    let mut found = Vec::new();
    for row in list.lines().filter_map(|line| serde_json::from_str::<Row>(line).ok()) {
        let name = row.doc.rsplit('/').next().unwrap_or_default().to_owned() + ".txt";
        let text = text(&volume.join("docs").join(name))?;
        let offsets: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        let names = row
            .persons
            .iter()
            .filter_map(|(start, end, ..)| Some((Span::new(*offsets.get(*start)?, *offsets.get(*end)?), Kind::Person)));
        let names = names.collect();
        found.push(Article::new(text, names));
    }
    Ok(found)
}
