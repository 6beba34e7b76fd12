//! Foreign Relations of the United States: documents with the people named in them and who they are, offsets in code points.
//!
//! Only people are marked, and not all of them: the rest of such a text is left for a model to label. A person's number is good for
//! its volume only.

use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::model::Kind;

use super::super::article::Article;
use super::super::identified::{Identified, Named};
use super::{in_bytes, text};

/// The documents of one volume, for learning names.
///
/// # Errors
/// When its list of mentions or a document cannot be read.
pub fn articles(volume: &Path) -> io::Result<Vec<Article>> {
    let people = |named: &Identified| named.names.iter().map(|name| (name.span, Kind::Person)).collect();
    Ok(identified(volume)?.into_iter().map(|document| Article::new(document.text.clone(), people(&document))).collect())
}

#[derive(Deserialize)]
struct Row {
    doc: String,
    persons: Vec<(usize, usize, String, String, String)>,
}

/// The documents of one volume, for measuring who is who.
///
/// # Errors
/// As [`articles`].
pub fn identified(volume: &Path) -> io::Result<Vec<Identified>> {
    let list = text(&volume.join("mentions.jsonl"))?;
    let mut found = Vec::new();
    for row in list.lines().filter_map(|line| serde_json::from_str::<Row>(line).ok()) {
        let file = row.doc.rsplit('/').next().unwrap_or_default().to_owned() + ".txt";
        let text = text(&volume.join("docs").join(&file))?;
        let spans = in_bytes(&text);
        let names = row.persons.into_iter().filter_map(|(start, end, _, person, _)| {
            Some(Named { span: spans(start, end)?, identity: Some(person).filter(|person| !person.is_empty()) })
        });
        let names = names.collect();
        found.push(Identified { file, text, names });
    }
    Ok(found)
}
