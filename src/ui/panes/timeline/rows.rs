//! The rows: date, signs, the source's own words where there is room, label, number of passages.

use std::ops::Range;

use ratatui::style::{Modifier, Style};

use crate::app::{
    Area, Clock, Grain, State, TimelineRow, counted, differing_words, document_name, grain, is_approximate,
    is_uncertain, publication_in_short, source_words, value_words, when_words,
};
use crate::model::{DocumentIx, Event, EventIx, TimeIx};
use crate::text::{visible, width};

use super::super::super::canvas::Canvas;
use super::super::super::theme::Theme;

/// Cells of the date column at most.
const WIDEST_DATE: u16 = 22;
/// Cells of the source's words at most.
const WIDEST_WORDS: u16 = 22;
/// Cells that a label keeps beside words of what differs.
const LABEL: usize = 24;
/// From this width on the source's words have room.
const WITH_WORDS: u16 = 66;
/// From this width on the number of documents has room.
const WITH_DOCUMENTS: u16 = 84;
/// Cells of the sign of how much of the calendar a time covers.
const GRAIN: u16 = 3;
/// Cells of the signs of doubt.
const DOUBTS: u16 = 2;

/// The columns of the rows in sight.
pub(super) struct Columns {
    date: u16,
    words: u16,
    /// Cells that events stand further in than publications.
    inset: u16,
}

impl Columns {
    pub(super) fn of(state: &State, window: Range<usize>, room: u16) -> Self {
        let timeline = state.timeline();
        let rows = timeline.rows.get(window).unwrap_or_default();
        let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or_default() as u16;
        let date = widest(&mut rows.iter().map(|row| width(&date(state, row))));
        let words = if room < WITH_WORDS {
            0
        } else {
            widest(&mut rows.iter().map(|row| width(&words(state, row)))).min(WIDEST_WORDS).min(room / 4)
        };
        Self {
            date: date.min(WIDEST_DATE).min(room * 2 / 5),
            words,
            inset: if timeline.clock == Clock::Reported { 2 } else { 0 },
        }
    }
}

pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    line: Area,
    state: &State,
    shown: &TimelineRow,
    columns: &Columns,
) {
    match shown {
        TimelineRow::Group(name, rows) => group(canvas, theme, line, name, *rows),
        TimelineRow::Event(at) => event(canvas, theme, line, state, *at, columns),
        TimelineRow::Publication { document, first, is_surely_first, of } => {
            let surely = if *is_surely_first || *first == 0 { "" } else { "perhaps " };
            publication(
                canvas,
                theme,
                line,
                state,
                *document,
                (&format!("{surely}first with {first} of {of}"), columns),
            );
        }
        TimelineRow::Undated(at) => undated(canvas, theme, line, state, *at, columns),
    }
}

fn group(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, name: &str, rows: u32) {
    let [_, _, _, _, across, _] = theme.glyphs.border;
    canvas.text(line, 1, &across.repeat(usize::from(line.width.saturating_sub(2))), theme.line);
    canvas.text(line, 1, &format!("{name} "), theme.dim);
    canvas.right(shortened(line), &format!(" {rows}"), theme.dim);
}

fn event(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, state: &State, at: EventIx, columns: &Columns) {
    let corpus = state.corpus();
    let event = corpus.event(at);
    let is_apart = state.dimming().is_some_and(|marked| marked.shares.event(at) == 0);
    let (time, text) = if is_apart { (theme.dim, theme.dim) } else { (theme.time, theme.text) };
    let is_unsure = event.is_inferred || grain(event.when) == Grain::Between;
    let unsure = if is_unsure { Modifier::ITALIC } else { Modifier::empty() };
    let line = inset(line, columns.inset);
    let shown = TimelineRow::Event(at);
    let mut column = 1;
    canvas.clipped(line, column, columns.date, &date(state, &shown), time.add_modifier(unsure));
    column += columns.date + 1;
    canvas.text(line, column, theme.glyphs.grain(grain(event.when)), time);
    column += GRAIN;
    let doubts = [
        (is_approximate(event.when), theme.glyphs.approximate),
        (is_unsure || is_uncertain(event.when), theme.glyphs.inferred),
    ];
    let doubts: String = doubts.into_iter().filter(|(holds, _)| *holds).map(|(_, sign)| sign).collect();
    canvas.text(line, column, &doubts, time);
    column += DOUBTS + 1;
    if columns.words > 0 {
        canvas.clipped(line, column, columns.words, &words(state, &shown), theme.dim);
        column += columns.words + 2;
    }
    let numbers = numbers(state, at, line.width);
    let end = canvas.right(shortened(line), &numbers, theme.dim);
    let end = super::super::annotated(canvas, theme, line, end, state.corpus().annotations_of_event(at).len());
    let end = differing(canvas, theme, Area { width: end.saturating_sub(1), ..line }, event, column).unwrap_or(end);
    let room = end.saturating_sub(column + 1);
    canvas.clipped(line, column, room, &visible(&event.label), text.add_modifier(unsure));
}

/// That sources tell the event differently, at the right end of `line`: in what where that leaves the label its room, else the sign.
/// Gives the column that it begins at.
fn differing(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, event: &Event, column: u16) -> Option<u16> {
    let words = differing_words(event)?;
    let sign = theme.glyphs.differs;
    let all = format!("{sign} {words}");
    let has_room = usize::from(line.width.saturating_sub(column)) >= width(&all) + LABEL;
    let shown = if has_room { all } else { format!("{sign} differs") };
    let has_room = usize::from(line.width.saturating_sub(column)) >= width(&shown) + LABEL / 2;
    Some(canvas.right(line, if has_room { &shown } else { sign }, theme.strong))
}

/// How many passages state an event, and where there is room in how many documents, of how many origins where these are not as many.
fn numbers(state: &State, at: EventIx, room: u16) -> String {
    let event = state.corpus().event(at);
    let held = |passage: &&crate::model::PassageIx| state.pins().is_none_or(|pins| pins.holds(**passage));
    let passages = event.passages.iter().filter(held);
    let mut documents: Vec<DocumentIx> =
        passages.clone().map(|passage| state.corpus().passage(*passage).document).collect();
    documents.dedup();
    let origins = state.corpus().origins_of_passages(passages.clone().copied());
    let (passages, documents) = (passages.count(), documents.len());
    match room {
        ..WITH_DOCUMENTS => format!("{passages} p."),
        _ if origins == documents => format!("{passages} p. in {documents}"),
        _ => format!("{passages} p. in {documents}, {}", counted(origins, "origin")),
    }
}

fn publication(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    line: Area,
    state: &State,
    at: DocumentIx,
    shown: (&str, &Columns),
) {
    let (said, columns) = shown;
    let corpus = state.corpus();
    let publication = corpus.publication(at);
    let is_apart = state.dimming().is_some_and(|marked| marked.count_in(at) == 0);
    let unsure = if publication.is_inferred { Modifier::ITALIC } else { Modifier::empty() };
    let (time, text) = if is_apart { (theme.dim, theme.dim) } else { (theme.time, theme.strong) };
    canvas.clipped(line, 1, columns.date, &publication_in_short(publication), time.add_modifier(unsure));
    let column = columns.date + 2;
    let [_, _, _, document, _] = theme.glyphs.kinds;
    canvas.text(line, column + 1, document, time);
    canvas.text(line, column + GRAIN, if publication.is_inferred { theme.glyphs.inferred } else { "" }, time);
    let column = column + GRAIN + DOUBTS + 1;
    let end = canvas.right(shortened(line), said, theme.dim);
    let name = document_name(corpus, at);
    let room = end.saturating_sub(column + 1);
    let column = canvas.clipped(line, column, room, &visible(&name), text);
    let title =
        corpus.document(at).metadata.title.as_ref().map(|title| title.value.as_str()).filter(|title| *title != name);
    if let Some(title) = title {
        canvas.clipped(line, column + 1, end.saturating_sub(column + 2), &visible(title), theme.dim);
    }
}

fn undated(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, state: &State, at: TimeIx, columns: &Columns) {
    let corpus = state.corpus();
    let time = corpus.time(at);
    let is_apart = state.dimming().is_some_and(|marked| !marked.holds(time.passage));
    let style: Style = if is_apart { theme.dim } else { theme.text };
    let row = TimelineRow::Undated(at);
    let mut column = 1;
    canvas.clipped(line, column, columns.date, &date(state, &row), theme.dim.add_modifier(Modifier::ITALIC));
    column += columns.date + 1;
    canvas.text(line, column, theme.glyphs.grain(Grain::Nowhere), theme.dim);
    column += GRAIN + DOUBTS + 1;
    if columns.words > 0 {
        canvas.clipped(line, column, columns.words, &words(state, &row), theme.dim);
        column += columns.words + 2;
    }
    let document = corpus.passage(time.passage).document;
    let name = crate::text::clip(&visible(&document_name(corpus, document)), usize::from(line.width / 4)).into_owned();
    let end = canvas.right(shortened(line), &name, theme.dim);
    let said = corpus.words(time.passage).split_whitespace().take(40).collect::<Vec<_>>().join(" ");
    canvas.clipped(line, column, end.saturating_sub(column + 1), &visible(&said), style);
}

/// The date of a row as the column shows it.
fn date(state: &State, row: &TimelineRow) -> String {
    let corpus = state.corpus();
    match row {
        TimelineRow::Event(at) => value_words(corpus.event(*at).when),
        TimelineRow::Publication { document, .. } => publication_in_short(corpus.publication(*document)),
        TimelineRow::Undated(at) => when_words(corpus.time(*at).when),
        TimelineRow::Group(..) => String::new(),
    }
}

/// The source's own words for the date of a row.
fn words(state: &State, row: &TimelineRow) -> String {
    let corpus = state.corpus();
    match row {
        TimelineRow::Event(at) => source_words(corpus, *at),
        TimelineRow::Undated(at) => {
            let time = corpus.time(*at);
            let document = corpus.passage(time.passage).document;
            visible(corpus.quote(document, time.expression.span)).into_owned()
        }
        TimelineRow::Publication { .. } | TimelineRow::Group(..) => String::new(),
    }
}

const fn inset(line: Area, by: u16) -> Area {
    Area { x: line.x.saturating_add(by), width: line.width.saturating_sub(by), ..line }
}

/// Without the last cell, which stays blank.
const fn shortened(line: Area) -> Area {
    Area { width: line.width.saturating_sub(1), ..line }
}
