//! What an office document says of itself: title, who wrote it, when it was made.

use super::super::super::statement::{Dated, Field, Statements, Tells};
use super::xml::{Node, walk};

/// Names that office programs write where nobody has put one.
const NOBODY: &[&str] = &["", "user", "author", "admin", "administrator", "unknown", "microsoft office user", "owner"];

/// Whether a name is what office programs write where nobody has put one.
pub(in crate::source::formats) fn is_nobody(name: &str) -> bool {
    NOBODY.contains(&name.to_lowercase().as_str())
}

/// Reads Dublin Core elements (ISO 15836) as DOCX, ODT and EPUB have them.
pub(super) fn read(xml: &str, stated: &mut Statements, dates: &mut Vec<Dated>) {
    let mut inside: Option<String> = None;
    let mut words = String::new();
    // What came before a damaged place is still good.
    let _ = walk(xml, |node| match node {
        Node::Open(name, _) => {
            inside = Some(name.to_owned());
            words.clear();
        }
        Node::Words(text) if inside.is_some() && words.len() < 2000 => words.push_str(text),
        Node::Words(_) => {}
        Node::Close(_) => {
            let value = words.trim();
            match inside.take().as_deref() {
                Some("title") if stated.get(Field::Title).is_none() => stated.set(Field::Title, value),
                Some("creator" | "initial-creator") if stated.get(Field::Author).is_none() && !is_nobody(value) => {
                    stated.set(Field::Author, value);
                }
                Some("publisher") if stated.get(Field::Source).is_none() => stated.set(Field::Source, value),
                Some("created" | "creation-date") => {
                    let why = "the document was made then";
                    dates.push(Dated { value: value.to_owned(), why, tells: Tells::Earliest });
                }
                _ => {}
            }
        }
    });
}
