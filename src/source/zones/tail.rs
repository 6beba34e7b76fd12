//! The tail of a page: what follows the line that ends an article is a sidebar, other stories, the outlet about itself.

use crate::model::ZoneLabel;
use crate::source::copyright::copyright;

use super::Row;
use super::furniture::is_placeholder;

/// Bytes of a line from which on it is a paragraph of an article rather than an item of a sidebar.
const PARAGRAPH: u32 = 300;
/// Paragraphs in what follows that show that an article goes on there.
const PARAGRAPHS: usize = 2;
/// Bytes of body that must stand before it: a page may also begin with its copyright.
const BODY_BEFORE: u32 = 400;

/// Labels everything from the line that ends the article. Folding an article's second half would hide evidence, so the tail must
/// be the smaller part of the text and hold no run of paragraphs.
pub(super) fn label_tail(text: &str, rows: &mut [Row]) {
    let Some(start) = rows.iter().position(|row| ends_article(text, row)) else { return };
    let (before, tail) = rows.split_at_mut(start);
    let is_body = |row: &&Row| row.label.is_none();
    let body: u32 = before.iter().filter(is_body).map(|row| row.line.words.len()).sum();
    let length: u32 = tail.iter().map(|row| row.line.words.len()).sum();
    let paragraphs = tail.iter().filter(|row| row.line.words.len() >= PARAGRAPH).count();
    if body >= BODY_BEFORE && length < body && paragraphs < PARAGRAPHS {
        for row in tail {
            row.label = Some(ZoneLabel::Boilerplate);
        }
    }
}

fn ends_article(text: &str, row: &Row) -> bool {
    is_placeholder(&row.folded) || copyright(row.line.words.of(text)).is_some()
}
