//! Zones: every byte of a text lies in exactly one labelled stretch, split at line borders. Labels, never deletes.
//!
//! Only what is told at sight is labelled; all else is body. What the outlet printed as content stays body: decks, corrections,
//! "With reporting by".

mod captions;
mod furniture;
mod headline;
mod scraps;
mod tail;

use crate::model::{Zone, ZoneLabel};
use crate::text::Span;

use super::byline::{biography, credit, is_date_line, is_labelled};
use super::copyright::copyright;
use super::lines::{Line, lines};

/// Lines with words, from either end of a text, among which bylines stand.
pub(super) const WINDOW: usize = 15;
/// Lines that are no furniture, from the top, among which the headline stands.
const HEADLINE_WINDOW: usize = 6;
/// Lines with words, from the top, that a page's menu may take up.
const MENU: usize = 60;

/// Lines of furniture that make a text a page of a website.
const PAGE: usize = 2;

/// A line with words, as it is being labelled.
struct Row {
    line: Line,
    /// Its folded words; empty for a long line.
    folded: String,
    label: Option<ZoneLabel>,
}

/// The zones of `text`, in order, without gaps or overlaps; those at its start that are `known` stay as they are.
pub(super) fn zones(text: &str, known: &[Zone]) -> Vec<Zone> {
    let start = known.last().map_or(0, |last| last.span.end);
    let mut rows: Vec<Row> = lines(text, start)
        .filter(|line| !line.is_blank())
        .map(|line| Row { folded: line.folded(text), line, label: None })
        .collect();
    label_furniture(text, &mut rows);
    label_captions(&mut rows);
    if !known.iter().any(|zone| zone.label == ZoneLabel::Headline) {
        label_headline(text, &mut rows);
    }
    label_repetitions(&mut rows);
    label_bylines(text, &mut rows, known.last().map(|last| last.label));
    if rows.iter().filter(|row| row.label == Some(ZoneLabel::Boilerplate)).count() >= PAGE {
        scraps::label_scraps(text, &mut rows);
    }
    tail::label_tail(text, &mut rows);
    joined(text, known, &rows)
}

fn label_furniture(text: &str, rows: &mut [Row]) {
    for row in rows {
        let is_copyright = || copyright(row.line.words.of(text)).is_some();
        if furniture::is_furniture(&row.folded) || is_copyright() {
            row.label = Some(ZoneLabel::Boilerplate);
        }
    }
}

fn label_captions(rows: &mut [Row]) {
    for at in 0..rows.len() {
        if rows[at].label.is_some() || rows[at].line.is_long() {
            continue;
        }
        if captions::is_credit(&rows[at].folded) {
            rows[at].label = Some(ZoneLabel::Caption);
            if let Some(before) = at.checked_sub(1).map(|before| &mut rows[before]) {
                let touches = before.line.span.len() <= CAPTION_BEFORE_CREDIT && before.label.is_none() && at > 1;
                before.label = before.label.or(touches.then_some(ZoneLabel::Caption));
            }
        } else if captions::is_caption(&rows[at].folded) {
            rows[at].label = Some(ZoneLabel::Caption);
        }
    }
}

/// Bytes of the line before a photo credit that is taken for the caption.
const CAPTION_BEFORE_CREDIT: u32 = 160;

fn label_headline(text: &str, rows: &mut [Row]) {
    let is_furniture = |row: &Row| row.label == Some(ZoneLabel::Boilerplate);
    let mut is_page = false;
    let mut left = HEADLINE_WINDOW;
    for at in 0..rows.len().min(MENU) {
        let row = &rows[at];
        is_page |= is_furniture(row);
        if row.label.is_some() {
            continue;
        }
        let words = row.line.words.of(text);
        let next = rows.get(at + 1).filter(|next| next.line.span.start == row.line.span.end);
        let is_cut = next.is_some_and(|next| headline::goes_on(next.line.words.of(text)));
        let is_byline = is_date_line(words) || credit(words).is_some();
        // Below a page's furniture, two words are more of its menu.
        let shortest = if is_page { 3 } else { 2 };
        if headline::is_headline(words, shortest) && !is_cut && !is_byline {
            rows[at].label = Some(ZoneLabel::Headline);
            return;
        }
        // Prose has begun: the text has no headline.
        left -= 1;
        if left == 0 || row.line.is_long() || words.ends_with(['.', '\u{201D}']) || is_cut {
            return;
        }
    }
}

/// Labels what repeats the line before it, and lines that only share the headline.
fn label_repetitions(rows: &mut [Row]) {
    let headline = rows.iter().find(|row| row.label == Some(ZoneLabel::Headline)).map(|row| row.folded.clone());
    let is_page = rows.iter().filter(|row| row.label == Some(ZoneLabel::Boilerplate)).count() >= PAGE;
    for at in 0..rows.len() {
        let shares = |title: &String| rows[at].folded.strip_prefix("share ").is_some_and(|rest| rest == title);
        if headline.as_ref().is_some_and(shares) {
            rows[at].label = Some(ZoneLabel::Boilerplate);
        }
        let Some(next) = rows.get(at + 1).filter(|next| captions::repeats(&rows[at].folded, &next.folded, is_page))
        else {
            continue;
        };
        let first = match (rows[at].label, next.label) {
            (None, None | Some(ZoneLabel::Caption)) => Some(ZoneLabel::Caption),
            (Some(ZoneLabel::Headline | ZoneLabel::Caption), _) => rows[at].label,
            _ => continue,
        };
        rows[at].label = first;
        rows[at + 1].label = Some(ZoneLabel::Boilerplate);
    }
}

/// Labels bylines; `before` is the zone before the first row.
fn label_bylines(text: &str, rows: &mut [Row], before: Option<ZoneLabel>) {
    let count = rows.len();
    for at in 0..count {
        let is_near_top = at < WINDOW;
        let is_near_end = at + WINDOW >= count;
        if rows[at].label.is_some() || !(is_near_top || is_near_end) {
            continue;
        }
        let words = rows[at].line.words.of(text);
        let follows = at.checked_sub(1).map_or(before, |before| rows[before].label);
        // A bare date is a date line only where one stands: a list of dates is no byline.
        let is_dated = is_date_line(words)
            && (is_labelled(&rows[at].folded) || matches!(follows, Some(ZoneLabel::Headline | ZoneLabel::Byline)));
        let is_credit = credit(words).is_some();
        let is_biography = is_near_end && biography(words).is_some();
        if is_dated || is_credit || is_biography {
            rows[at].label = Some(ZoneLabel::Byline);
        }
    }
}

/// One zone for each run of lines of one label; blank lines belong to the zone before them, those at the top to the first.
fn joined(text: &str, known: &[Zone], rows: &[Row]) -> Vec<Zone> {
    let mut zones: Vec<Zone> = known.to_vec();
    for row in rows {
        let label = row.label.unwrap_or_default();
        let start = zones.last().map_or(0, |last| last.span.end);
        match zones.last_mut() {
            Some(last) => {
                last.span.end = row.line.span.start;
                if last.label == label {
                    last.span.end = row.line.span.end;
                } else {
                    zones.push(Zone { span: row.line.span, label });
                }
            }
            None => zones.push(Zone { span: Span::new(start, row.line.span.end), label }),
        }
    }
    match zones.last_mut() {
        Some(last) => last.span.end = text.len() as u32,
        None if text.is_empty() => {}
        None => zones.push(Zone { span: Span::whole(text), label: ZoneLabel::Body }),
    }
    zones
}

#[cfg(test)]
mod tests;
