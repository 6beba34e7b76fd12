//! Passages: every passage of the target, its words around the mention, grouped by document.

use ratatui::style::Modifier;

use crate::app::{Area, Held, Pane, PassageRow, Sorting, State, document_name, publication_in_short};
use crate::calendar::Fit;
use crate::corpus::Hit;
use crate::model::{DocumentIx, Form, Target};
use crate::text::{Span, visible};

use super::super::canvas::{Canvas, row};
use super::super::frame::{Priority, Title, Weight, frame, name};
use super::super::keyword::Keyword;
use super::super::theme::Theme;

/// Cells of the paragraph's number and the sign of the cursor.
const MARGIN: u16 = 6;
/// Cells of a source's name where rows of all sources are mixed.
const SOURCE: u16 = 14;
/// From this width on it has room.
const WITH_SOURCE: u16 = 60;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State, weight: Weight) {
    let passages = state.passages();
    let target = state.listed();
    let inside = area.inside();
    let mut left = name(theme, Pane::Passages, weight);
    if !target.is_nothing() {
        left.push((format!("  {}", target.label), theme.strong));
        if passages.sorting != Sorting::Reading {
            left.push((format!(" {}", passages.sorting.name()), theme.focus));
        }
    }
    let right = target.counts_by_length();
    let right = right.into_iter().map(|words| vec![(words, theme.dim)]).collect();
    frame(canvas, theme, area, weight, &Title { left, right, priority: Priority::Right });
    if passages.rows.is_empty() {
        return super::nothing(canvas, theme, area, "Nothing followed yet: Enter on an entity, event or date");
    }
    let window = passages.scroll.window(passages.rows.len(), usize::from(inside.height));
    for (below, at) in window.enumerate() {
        let line = row(inside, below);
        if passages.scroll.cursor == at {
            super::cursor(canvas, theme, line, weight);
        }
        match passages.rows.get(at) {
            Some(PassageRow::Document { document, passages, mentions, is_folded }) => {
                head(canvas, theme, line, state, *document, (*passages, *mentions), *is_folded);
            }
            Some(PassageRow::Passage(held)) => draw_row(canvas, theme, line, state, *held),
            None => {}
        }
    }
}

/// The head of a document's passages.
fn head(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    line: Area,
    state: &State,
    document: DocumentIx,
    counts: (u32, u32),
    is_folded: bool,
) {
    let corpus = state.corpus();
    let (passages, mentions) = counts;
    let [_, _, _, _, across, _] = theme.glyphs.border;
    canvas.text(line, 1, &across.repeat(usize::from(line.width.saturating_sub(2))), theme.line);
    let numbers = Area { width: line.width.saturating_sub(1), ..line };
    let end = canvas.right(numbers, &format!(" {mentions} in {passages} p."), theme.dim);
    let sign = if is_folded { theme.glyphs.folded } else { theme.glyphs.open };
    let column = canvas.text(line, 1, &format!("{sign} "), theme.dim);
    let room = end.saturating_sub(column + 1);
    let column = canvas.clipped(line, column, room, &visible(&document_name(corpus, document)), theme.strong);
    let publication = corpus.publication(document);
    let inferred = if publication.is_inferred { theme.glyphs.inferred } else { "" };
    let date = format!(" {} {inferred}{} ", theme.glyphs.dot, publication_in_short(publication));
    canvas.clipped(line, column, end.saturating_sub(column + 1), &date, theme.dim);
}

/// Whether a passage states no time that certainly falls on the days followed or pinned, only one that may.
fn is_only_possible(state: &State, held: Held) -> bool {
    let followed = state.listed().targets.iter();
    let followed = followed.filter_map(|target| if let Target::Days(days) = target { Some(*days) } else { None });
    let mut frames = followed.chain(state.filter().frames());
    frames.any(|days| state.corpus().fit(held.passage, days) == Some(Fit::Possibly))
}

fn draw_row(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, state: &State, held: Held) {
    let corpus = state.corpus();
    let passage = corpus.passage(held.passage);
    let hits = state.listed().hits.get(held.first as usize..(held.first + held.count) as usize).unwrap_or_default();
    // Without heads of documents each row says whose it is, where there is room.
    let is_mixed = state.passages().sorting != Sorting::Reading;
    let source = if is_mixed && line.width >= WITH_SOURCE { SOURCE } else { 0 };
    if source > 0 {
        canvas.clipped(line, 2, source - 2, &visible(&document_name(corpus, held.document)), theme.dim);
    }
    let margin = MARGIN + source;
    let numbers = Area { width: margin.saturating_sub(1), ..line };
    canvas.right(numbers, &format!("{}{}", theme.glyphs.paragraph, passage.paragraph), theme.line);
    if is_only_possible(state, held) {
        canvas.text(line, margin - 1, theme.glyphs.inferred, theme.time);
    }
    if corpus.annotations_of_passage(held.passage).next().is_some() {
        canvas.text(line, 1, theme.glyphs.note, theme.notice);
    }
    // What the cursor of another pane marks dims the passages that do not hold it.
    let is_apart = state.marks_from().is_some_and(|from| from != Pane::Passages) && !state.marked().holds(held.passage);
    let mut style = if is_apart || passage.zone.is_folded() { theme.dim } else { theme.text };
    if passage.zone.is_folded() {
        style = style.add_modifier(Modifier::ITALIC);
    }
    let room = line.width.saturating_sub(margin + 1);
    let before = room * 2 / 5;
    let is_name = |hit: &&Hit| matches!(corpus.form_at(**hit), None | Some(Form::Name));
    let slanted: Vec<Span> = hits.iter().filter(|hit| !is_name(hit)).map(|hit| hit.span).collect();
    let text = &corpus.document(held.document).text;
    let keyword = Keyword { theme, text, passage: passage.span, hits, slanted: &slanted, style };
    keyword.draw(canvas, Area { x: line.x + margin, width: room, ..line }, before);
}
