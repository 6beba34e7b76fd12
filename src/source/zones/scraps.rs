//! Scraps: the short lines of a page's menus, link lists, teasers and boxes, which stand in runs around an article.
//!
//! Only where the text is a page (it has a page's furniture), and only in runs: one short line is a deck, an item, an answer.

use crate::model::ZoneLabel;

use super::Row;

/// Bytes of a scrap at most: what is longer is told in sentences.
const LONGEST: u32 = 90;
/// Scraps in a row that are a menu, where a line among them is known furniture.
const WITH_FURNITURE: usize = 3;
/// Scraps in a row above the headline or at the end of the page that are a menu by themselves.
const ALONE: usize = 6;
/// Lines behind the headline that are spared: a deck, and its second line.
const DECK: usize = 2;

/// Labels the runs of scraps as furniture.
pub(super) fn label_scraps(text: &str, rows: &mut [Row]) {
    let headline = rows.iter().position(|row| row.label == Some(ZoneLabel::Headline));
    let is_deck = |at: usize| headline.is_some_and(|headline| (headline + 1..=headline + DECK).contains(&at));
    let count = rows.len();
    let mut start = 0;
    while start < rows.len() {
        let belongs = |at: &usize| {
            rows[*at].label == Some(ZoneLabel::Boilerplate) || (is_scrap(text, &rows[*at]) && !is_deck(*at))
        };
        let end = (start..rows.len()).find(|at| !belongs(at)).unwrap_or(rows.len());
        let run = &mut rows[start..end];
        let scraps = run.iter().filter(|row| row.label.is_none()).count();
        let has_furniture = scraps < run.len();
        let is_outside = headline.is_some_and(|headline| end <= headline) || end == count;
        if (is_outside && scraps >= ALONE) || (has_furniture && scraps >= WITH_FURNITURE) {
            for row in run {
                row.label = Some(ZoneLabel::Boilerplate);
            }
        }
        start = end + 1;
    }
}

/// Whether a line is short and no sentence.
fn is_scrap(text: &str, row: &Row) -> bool {
    let words = row.line.words.of(text);
    row.label.is_none()
        && row.line.words.len() <= LONGEST
        && !words.ends_with(['.', '!', '?', ':', ';', ',', '"', '\u{201D}', '\u{2019}', '\u{2026}'])
        && !words.starts_with(['"', '\u{201C}', '-', '\u{2022}', '*', '\u{2013}', '\u{2014}'])
        // Dates, prices, results: a list of them is evidence.
        && !words.contains(|letter: char| letter.is_ascii_digit())
}
