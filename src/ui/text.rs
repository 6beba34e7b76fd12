//! A text being read: its rows in sight with everything that is known of their words. The reader and the comparison use it.

use ratatui::style::{Modifier, Style};

use crate::app::{
    Area, Fold, GUTTER, Highlight, Line, Page, Reading, State, counted, highlights, publication_in_short, text_area,
};
use crate::corpus::{Corpus, Hit};
use crate::model::{DocumentIx, Likeness, Says, ZoneLabel};
use crate::text::{Span, cells, visible, width};

use super::canvas::{Canvas, row};
use super::frame::{Weight, border};
use super::theme::Theme;

/// A text that is drawn: what its rows need.
struct Sheet<'s> {
    theme: &'s Theme,
    state: &'s State,
    reading: &'s Reading,
    document: DocumentIx,
    text: &'s str,
    /// The passage that the caret is in.
    current: Span,
    walked: &'s [Hit],
    marked: &'s [Hit],
    reworded: &'s [Span],
    is_focused: bool,
}

/// What is read, and what stands out in it.
pub(super) struct Text<'s> {
    pub(super) reading: &'s Reading,
    /// The places of what is walked.
    pub(super) walked: &'s [Hit],
    /// Where the words differ from those of a passage that is nearly the same.
    pub(super) reworded: &'s [Span],
}

/// Draws a text into the inside of a pane's `area`, and where the places that are walked in it stand into the border on the right.
pub(super) fn reading(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    area: Area,
    shown: &Text<'_>,
    state: &State,
    weight: Weight,
) {
    let Text { reading, walked, reworded } = *shown;
    let corpus = state.corpus();
    let Some(document) = reading.position(corpus) else { return };
    let passage = corpus.passage_at(document, reading.caret.at);
    let is_marked_apart = state.marks_from().is_some() && state.marked().targets != state.walked().targets;
    let marked = if is_marked_apart { state.marked().hits_in(corpus, document) } else { &[] };
    let is_whole = matches!(state.marked().targets.first(), Some(crate::model::Target::Document(_)));
    let sheet = Sheet {
        theme,
        state,
        reading,
        document,
        text: &corpus.document(document).text,
        current: passage.map(|at| corpus.passage(at).span).unwrap_or_default(),
        walked,
        marked: if is_whole { &[] } else { marked },
        reworded,
        is_focused: weight == Weight::Focused,
    };
    let area_of_text = text_area(area, state.measure());
    let page = reading.page();
    for (below, at) in (reading.top..page.rows.len()).take(usize::from(area_of_text.height)).enumerate() {
        sheet.row(canvas, row(area_of_text, below), page, at);
    }
    sheet.minimap(canvas, area, border(theme, weight));
}

impl Sheet<'_> {
    fn row(&self, canvas: &mut Canvas<'_>, line: Area, page: &Page, at: usize) {
        let Some(row) = page.rows.get(at) else { return };
        let gutter = Area { x: line.x - GUTTER, width: GUTTER, ..line };
        let is_caret_row = at == self.reading.row();
        match row.line {
            Line::Blank => {}
            Line::Title(span) => {
                canvas.text(line, 0, span.of(&page.title), self.theme.strong);
            }
            Line::Facts => self.facts(canvas, line),
            Line::Fold(fold) => {
                self.fold(canvas, line, fold, is_caret_row);
                self.bar(canvas, gutter, is_caret_row);
            }
            Line::Text { span, zone, paragraph } => {
                self.words(canvas, line, span, zone);
                self.bar(canvas, gutter, span.overlaps(self.current) || is_caret_row);
                if self.state.corpus().annotations_in(self.document, span).any(|(_, place)| span.holds(place.start)) {
                    canvas.text(gutter, GUTTER - 1, self.theme.glyphs.note, self.theme.notice);
                } else if self.state.corpus().shared_in(self.document, span).next().is_some() {
                    canvas.text(gutter, GUTTER - 1, self.theme.glyphs.shared, self.theme.dim);
                }
                if let Some(paragraph) = paragraph {
                    let numbers = Area { x: gutter.x + 1, width: GUTTER - 2, ..gutter };
                    let style = if is_caret_row { self.theme.focus } else { self.theme.line };
                    canvas.right(numbers, &paragraph.to_string(), style);
                }
            }
        }
    }

    fn bar(&self, canvas: &mut Canvas<'_>, gutter: Area, is_current: bool) {
        if is_current {
            let style = if self.is_focused { self.theme.focus } else { self.theme.dim };
            canvas.text(gutter, 0, self.theme.glyphs.bar, style);
        }
    }

    /// Author, outlet, date: what is known of the document besides its text.
    fn facts(&self, canvas: &mut Canvas<'_>, line: Area) {
        let corpus = self.state.corpus();
        let metadata = &corpus.document(self.document).metadata;
        let publication = corpus.publication(self.document);
        let mut column = 0;
        let dot = format!(" {} ", self.theme.glyphs.dot);
        for found in [&metadata.author, &metadata.source].into_iter().flatten() {
            let room = (line.width / 2).saturating_sub(column / 2);
            column = canvas.clipped(line, column, room, &visible(&found.value), self.theme.dim);
            column = canvas.text(line, column, &dot, self.theme.dim);
        }
        let date = publication_in_short(publication);
        let is_known = !publication.days.is_unknown();
        column = canvas.text(line, column, &date, if is_known { self.theme.time } else { self.theme.dim });
        let style = self.theme.dim.add_modifier(Modifier::ITALIC);
        if publication.is_inferred {
            column = whole(canvas, line, column, " (inferred; I says from what)", style);
        } else if !is_known {
            column = whole(canvas, line, column, " (no date found)", style);
        }
        if let Some(origin) = origin_words(corpus, self.document) {
            let said = [format!("{dot}{origin} (I says why)"), format!("{dot}{origin}")];
            let fits = |words: &&String| usize::from(line.width.saturating_sub(column)) >= width(words);
            canvas.text(line, column, said.iter().find(fits).map_or("", String::as_str), self.theme.organization);
        }
    }

    fn fold(&self, canvas: &mut Canvas<'_>, line: Area, fold: Fold, is_caret_row: bool) {
        let what = fold.what;
        let lines = counted(fold.lines as usize, "line");
        let (sign, state, key) = if fold.is_open {
            (self.theme.glyphs.open, "(h folds)", "(h)")
        } else {
            (self.theme.glyphs.folded, "folded (l opens)", "(l)")
        };
        let style = if is_caret_row && self.is_focused { self.theme.focus } else { self.theme.dim };
        let said = [format!("{lines} of {what} {state}"), format!("{lines} of {what} {key}"), format!("{lines} {key}")];
        let fits = |words: &&String| width(words) + 2 <= usize::from(line.width);
        let column = canvas.text(line, 0, &format!("{sign} "), style);
        canvas.text(line, column, said.iter().find(fits).map_or("", String::as_str), style);
    }

    fn words(&self, canvas: &mut Canvas<'_>, line: Area, span: Span, zone: ZoneLabel) {
        let base = match zone {
            ZoneLabel::Headline => self.theme.strong,
            ZoneLabel::Body => self.theme.text,
            ZoneLabel::Byline | ZoneLabel::Caption | ZoneLabel::Boilerplate | ZoneLabel::Header => self.theme.dim,
        };
        let known = highlights(self.state.corpus(), self.document, span, self.state.references());
        let (walked, marked) = (within(self.walked, span), within(self.marked, span));
        let noted: Vec<Span> =
            self.state.corpus().annotations_in(self.document, span).map(|(_, place)| place).collect();
        let shared: Vec<Span> = self.state.corpus().shared_in(self.document, span).collect();
        let selected = self.state.selection().filter(|_| self.is_focused).map(|selection| selection.span);
        let mut column = 0;
        for cell in cells(self.text, span) {
            let mut style = self.known(base, &known, cell.span.start);
            if shared.iter().any(|run| run.holds(cell.span.start)) {
                style = style.patch(self.theme.shared);
            }
            if holds(marked, cell.span.start) {
                style = style.patch(self.theme.marked);
            }
            if holds(walked, cell.span.start) {
                style = style.patch(self.theme.walked);
            }
            if noted.iter().any(|place| place.holds(cell.span.start)) {
                style = style.patch(self.theme.noted);
            }
            if self.reworded.iter().any(|place| place.holds(cell.span.start)) {
                style = style.patch(self.theme.reworded);
            }
            if selected.is_some_and(|selected| selected.holds(cell.span.start)) {
                style = style.patch(self.theme.caret);
            }
            if self.is_focused
                && selected.is_none()
                && self.reading.caret.item.is_some_and(|item| item.holds(cell.span.start))
            {
                style = style.patch(self.theme.caret);
            }
            if cell.is_mark {
                style = style.patch(self.theme.dim.remove_modifier(Modifier::BOLD));
            }
            if column + cell.width > line.width {
                break;
            }
            canvas.letter(line.x + column, line.y, &cell.shown, cell.width, style);
            column += cell.width;
        }
    }

    fn known(&self, base: Style, known: &[Highlight], at: u32) -> Style {
        let after = known.partition_point(|highlight| highlight.span.end <= at);
        match known.get(after).filter(|highlight| highlight.span.holds(at)) {
            Some(highlight) => {
                let style = base.patch(self.theme.class(highlight.class));
                if highlight.is_doubtful { style.patch(self.theme.doubtful) } else { style }
            }
            None => base,
        }
    }

    /// In the right border: which part of the page is in sight, and where what `n` walks stands.
    fn minimap(&self, canvas: &mut Canvas<'_>, area: Area, style: Style) {
        let inside = area.inside();
        let edge = Area::new(area.right().saturating_sub(1), inside.y, 1, inside.height);
        let height = usize::from(inside.height);
        let is_long = self.reading.page().rows.len() > height;
        for below in 0..height {
            let Some(rows) = self.reading.rows_beside(below) else { break };
            let has_hit = !within(self.walked, self.reading.stretch(&rows)).is_empty();
            let in_sight = is_long && rows.start < self.reading.top + height && rows.end > self.reading.top;
            match (has_hit, in_sight) {
                (true, _) => canvas.text(row(edge, below), 0, self.theme.glyphs.tick, self.theme.organization),
                (false, true) => canvas.text(row(edge, below), 0, self.theme.glyphs.thumb, style),
                (false, false) => 0,
            };
        }
    }
}

/// Writes words where all of them fit. Gives the column behind them.
fn whole(canvas: &mut Canvas<'_>, line: Area, column: u16, words: &str, style: Style) -> u16 {
    let has_room = usize::from(line.width.saturating_sub(column)) >= width(words);
    if has_room { canvas.text(line, column, words, style) } else { column }
}

/// That a document is a copy, or that its report comes from another outlet than its own. Ready to be shown.
fn origin_words(corpus: &Corpus, document: DocumentIx) -> Option<String> {
    let original = corpus
        .sharings_of(document)
        .find(|sharing| sharing.likeness != Likeness::Part && sharing.documents[1] == document);
    if let Some(sharing) = original {
        let other = visible(&crate::app::document_name(corpus, sharing.documents[0])).into_owned();
        return Some(match sharing.likeness {
            Likeness::Same => format!("same text as {other}"),
            _ => format!("{} % as {other}", sharing.percent()),
        });
    }
    let from = corpus.origin(document);
    let tie = corpus.report_ties(document).filter(|tie| tie.origin == from).min_by_key(|tie| tie.says)?;
    let origin = corpus.origin_at(from)?;
    let own = corpus.document(document).metadata.source.as_ref().map(|source| source.value.as_str());
    let how = match tie.says {
        Says::First => "after",
        Says::Text => "text of",
        Says::Credit | Says::Cited => "with",
    };
    (own != Some(&origin.name)).then(|| format!("{how} {}", visible(&origin.name)))
}

/// The hits that touch `span`.
fn within(hits: &[Hit], span: Span) -> &[Hit] {
    let start = hits.partition_point(|hit| hit.span.end <= span.start);
    let rest = hits.get(start..).unwrap_or_default();
    let end = rest.partition_point(|hit| hit.span.start < span.end);
    rest.get(..end).unwrap_or_default()
}

fn holds(hits: &[Hit], at: u32) -> bool {
    hits.iter().any(|hit| hit.span.holds(at))
}

/// What a document is called in a title: its outlet or name, then its date.
pub(super) fn document_title(corpus: &Corpus, document: DocumentIx, theme: &Theme) -> Vec<super::frame::Words> {
    let publication = corpus.publication(document);
    let inferred = if publication.is_inferred { theme.glyphs.inferred } else { "" };
    let name = visible(&crate::app::document_name(corpus, document)).into_owned();
    let date = format!("{inferred}{}", publication_in_short(publication));
    vec![(name, theme.text), (format!(" {} ", theme.glyphs.dot), theme.dim), (date, theme.time)]
}
