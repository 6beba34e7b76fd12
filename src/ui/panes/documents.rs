//! Documents: date as precise as it is proved, outlet, title where there is room, count of what is marked.

use ratatui::style::Modifier;

use crate::app::{Area, Pane, State, counted, publication_in_short};
use crate::corpus::AnnotationKind;
use crate::model::DocumentIx;
use crate::text::{visible, width};

use super::super::canvas::{Canvas, row};
use super::super::frame::{Priority, Title, Weight, frame, name};
use super::super::theme::Theme;

/// Cells of a date column at most: a long stretch of days is cut in a narrow pane.
const WIDEST_DATE: usize = 22;
/// Stands beside documents that are new or changed since the last visit.
const NEW: &str = "new ";
/// From this width of the pane on, outlet and title both have room.
const WITH_TITLE: u16 = 56;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State, weight: Weight) {
    let documents = state.documents();
    let inside = area.inside();
    let window = documents.scroll.window(documents.rows.len(), usize::from(inside.height));
    let marked = state.walked();
    let with = documents.rows.iter().filter(|document| marked.count_in(**document) > 0).count();
    let total = state.counts().documents;
    let origins = state.counts().origins;
    let mut counts =
        vec![format!("{} in {with} of {total}", marked.short), format!("in {with} of {total}"), format!("in {with}")];
    let reviewed = state.counts().reviewed;
    if reviewed > 0 {
        counts.insert(0, format!("{} in {with} {} {reviewed} of {total} reviewed", marked.short, theme.glyphs.dot));
        counts.insert(1, format!("{reviewed} of {total} reviewed"));
        counts.insert(2, format!("{}{reviewed} of {total}", theme.glyphs.reviewed));
    }
    if origins != total {
        let from = format!("{} {}", theme.glyphs.dot, counted(origins, "origin"));
        counts.insert(0, format!("{} in {with} of {total} {from}", marked.short));
        counts.insert(1, format!("in {with} of {total} {from}"));
    }
    let title = Title {
        left: name(theme, state, Pane::Documents, weight),
        right: counts.into_iter().map(|words| vec![(words, theme.dim)]).collect(),
        priority: Priority::Left,
    };
    frame(canvas, theme, area, weight, &title);
    if documents.rows.is_empty() {
        let words = if state.pins().is_some() { "No document holds all pins" } else { "No documents yet" };
        return super::nothing(canvas, theme, area, words);
    }
    let rows = documents.rows.get(window.clone()).unwrap_or_default();
    let date_width = rows.iter().map(|at| width(&date(state, theme, *at))).max().unwrap_or(0);
    let date_width = date_width.min(WIDEST_DATE).min(usize::from(inside.width / 2)) as u16;
    for (below, document) in rows.iter().enumerate() {
        let line = row(inside, below);
        if documents.scroll.cursor == window.start + below {
            super::cursor(canvas, theme, line, weight);
        }
        draw_row(canvas, theme, line, state, *document, date_width);
    }
}

fn draw_row(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, state: &State, at: DocumentIx, date_width: u16) {
    let corpus = state.corpus();
    let document = corpus.document(at);
    let is_read = state.reader().position(corpus) == Some(at);
    let count = state.walked().count_in(at);
    let is_dim = count == 0;
    if is_read && Some(at) != state.documents().current() {
        canvas.text(line, 0, theme.glyphs.read, theme.focus);
    }
    let is_unsure = corpus.publication(at).value.is_none() || corpus.publication(at).is_inferred;
    let time = if is_unsure || is_dim { theme.dim } else { theme.time };
    let time = if is_unsure { time.add_modifier(Modifier::ITALIC) } else { time };
    canvas.clipped(line, 1, date_width, &date(state, theme, at), time);
    let counted = if is_dim { theme.glyphs.dot.to_owned() } else { count.to_string() };
    let number = Area { width: line.width.saturating_sub(1), ..line };
    let end = canvas.right(number, &counted, theme.dim);
    let annotations = corpus.annotations_of_document(at).iter();
    let notes = annotations.filter(|annotation| annotation.kind != AnnotationKind::Review).count();
    let end = super::annotated(canvas, theme, line, end, notes);
    let end = if corpus.is_reviewed(at) {
        canvas
            .right(Area { width: end.saturating_sub(1), ..line }, theme.glyphs.reviewed, theme.notice)
            .saturating_sub(1)
    } else {
        end
    };
    let end = if state.is_new(document.id) {
        canvas.right(Area { width: end.saturating_sub(line.x), ..line }, NEW, theme.notice)
    } else {
        end
    };
    let start = date_width + 2;
    let room = end.saturating_sub(start + 1);
    let text = if is_dim { theme.dim } else { theme.text };
    let metadata = &document.metadata;
    let title = metadata.title.as_ref().map_or(&document.file, |title| &title.value);
    match &metadata.source {
        Some(source) if line.width >= WITH_TITLE => {
            let outlet = (room / 3).min(24);
            canvas.clipped(line, start, outlet, &visible(&source.value), theme.dim);
            canvas.clipped(line, start + outlet + 1, room - outlet - 1, &visible(title), text);
        }
        Some(source) => {
            let column = canvas.clipped(line, start, room, &visible(&source.value), text);
            // A cut title tells documents apart only where enough of it is left.
            let left = end.saturating_sub(column + 3);
            if left >= 12 {
                canvas.clipped(line, column + 1, left + 1, &visible(title), theme.dim);
            }
        }
        None => {
            canvas.clipped(line, start, room, &visible(title), text);
        }
    }
}

fn date(state: &State, theme: &Theme, at: DocumentIx) -> String {
    let publication = state.corpus().publication(at);
    let inferred = if publication.is_inferred { theme.glyphs.inferred } else { "" };
    format!("{inferred}{}", publication_in_short(publication))
}
