//! [`Page`]: a document laid out as rows for a width, with what is folded.
//!
//! Made once for a document, a width and a state of its folds; drawing takes only the rows in sight. It knows offsets and
//! cells, no colours.

use std::collections::BTreeSet;

use crate::corpus::Corpus;
use crate::model::{DocumentIx, Passage, Zone, ZoneLabel};
use crate::text::{Span, visible, wrap};

/// The rows of a document.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its rows, by ascending offset.
    pub rows: Vec<Row>,
    /// The title that [`Line::Title`] shows, where the text has none of its own.
    pub title: String,
}

/// One row of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The offset in the text that it stands at.
    pub at: u32,
    /// What it shows.
    pub line: Line,
}

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A stretch of [`Page::title`].
    Title(Span),
    /// Author, outlet, date.
    Facts,
    /// Nothing.
    Blank,
    /// A line of the text.
    Text {
        /// Its stretch of the text.
        span: Span,
        /// What the stretch is.
        zone: ZoneLabel,
        /// The number of the paragraph that begins here.
        paragraph: Option<u32>,
    },
    /// A folded stretch, or the head of one that was opened.
    Fold(Fold),
}

/// A stretch that the reader folds away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Its place.
    pub span: Span,
    /// How many lines of it are not blank.
    pub lines: u32,
    /// What it is, in words.
    pub what: &'static str,
    /// Whether its text follows.
    pub is_open: bool,
}

impl Page {
    /// Lays out a document in lines of at most `width` cells; the stretches in `open`, by their first byte, are unfolded.
    pub fn new(corpus: &Corpus, document: DocumentIx, width: u16, open: &BTreeSet<u32>) -> Self {
        let source = corpus.document(document);
        let mut maker = Maker {
            text: &source.text,
            width,
            passages: corpus.passages().get(corpus.passages_in(document)).unwrap_or_default(),
            paragraph: 0,
            page: Self::default(),
        };
        let has_headline = source.zones.iter().any(|zone| zone.label == ZoneLabel::Headline);
        if !has_headline {
            let title = source.metadata.title.as_ref().map_or(&source.file, |title| &title.value);
            maker.title(visible(title).into_owned());
        }
        for zones in source.zones.chunk_by(|a, b| a.label.is_folded() && b.label.is_folded()) {
            let [zone, ..] = zones else { continue };
            if zone.label.is_folded() {
                maker.fold(zones, open.contains(&zone.span.start));
            } else {
                maker.blocks(*zone);
            }
            if zone.label == ZoneLabel::Headline && !maker.page.rows.iter().any(|row| row.line == Line::Facts) {
                maker.page.rows.push(Row { at: zone.span.end, line: Line::Facts });
            }
        }
        maker.page
    }

    /// The row that shows the byte at `offset`: the last one that begins at it or before.
    pub fn row_of(&self, offset: u32) -> usize {
        self.rows.partition_point(|row| row.at <= offset).saturating_sub(1)
    }

    /// The fold that hides `span`, if one does.
    pub fn fold_over(&self, span: Span) -> Option<Fold> {
        match self.rows.get(self.row_of(span.start))?.line {
            Line::Fold(fold) if !fold.is_open && fold.span.overlaps(span) => Some(fold),
            _ => None,
        }
    }

    /// The folds of the page.
    pub fn folds(&self) -> impl Iterator<Item = Fold> + '_ {
        self.rows.iter().filter_map(|row| match row.line {
            Line::Fold(fold) => Some(fold),
            _ => None,
        })
    }
}

impl Line {
    /// Whether a cursor may rest on it.
    pub const fn can_rest(self) -> bool {
        matches!(self, Self::Text { .. } | Self::Fold(_))
    }
}

struct Maker<'c> {
    text: &'c str,
    width: u16,
    /// The document's passages that are still to come.
    passages: &'c [Passage],
    /// The paragraph that was numbered last.
    paragraph: u32,
    page: Page,
}

impl Maker<'_> {
    fn title(&mut self, title: String) {
        let mut lines = Vec::new();
        wrap(&title, Span::whole(&title), self.width, &mut lines);
        self.page.rows.extend(lines.into_iter().map(|span| Row { at: 0, line: Line::Title(span) }));
        self.page.rows.push(Row { at: 0, line: Line::Facts });
        self.page.title = title;
    }

    /// One row for neighbouring zones that are folded.
    fn fold(&mut self, zones: &[Zone], is_open: bool) {
        let span = zones.iter().map(|zone| zone.span).reduce(Span::cover).unwrap_or_default();
        let lines = span.of(self.text).lines().filter(|line| !line.trim().is_empty()).count() as u32;
        if lines == 0 {
            return;
        }
        let has = |label| zones.iter().any(|zone| zone.label == label);
        let what = match (has(ZoneLabel::Header), has(ZoneLabel::Boilerplate)) {
            (true, true) => "header and page furniture",
            (true, false) => "header",
            _ => "page furniture",
        };
        self.blank(span.start);
        self.page.rows.push(Row { at: span.start, line: Line::Fold(Fold { span, lines, what, is_open }) });
        if is_open {
            for zone in zones {
                self.blocks(*zone);
            }
        } else {
            self.number(span.end);
        }
    }

    /// The blocks of a zone: runs of lines without a blank one.
    fn blocks(&mut self, zone: Zone) {
        let mut start = None;
        let mut at = zone.span.start;
        for line in zone.span.of(self.text).split_inclusive('\n') {
            let end = at + line.len() as u32;
            match (line.trim().is_empty(), start) {
                (true, Some(begun)) => {
                    self.block(Span::new(begun, at), zone.label);
                    start = None;
                }
                (false, None) => start = Some(at),
                _ => {}
            }
            at = end;
        }
        if let Some(begun) = start {
            self.block(Span::new(begun, at), zone.label);
        }
    }

    fn block(&mut self, span: Span, zone: ZoneLabel) {
        let span = span.trimmed(self.text);
        self.blank(span.start);
        let mut lines = Vec::new();
        wrap(self.text, span, self.width, &mut lines);
        for span in lines {
            let paragraph = self.number(span.end.max(span.start + 1));
            self.page.rows.push(Row { at: span.start, line: Line::Text { span, zone, paragraph } });
        }
    }

    /// The number of the paragraph that begins before `end`, where one does.
    fn number(&mut self, end: u32) -> Option<u32> {
        let here = self.passages.iter().take_while(|passage| passage.span.start < end).count();
        let (begun, rest) = self.passages.split_at(here);
        self.passages = rest;
        let number = begun.iter().map(|passage| passage.paragraph).find(|number| *number != self.paragraph);
        self.paragraph = begun.last().map_or(self.paragraph, |passage| passage.paragraph);
        number
    }

    /// A blank row before what comes at `at`, unless one is there or nothing is before.
    fn blank(&mut self, at: u32) {
        if self.page.rows.last().is_some_and(|row| row.line != Line::Blank) {
            self.page.rows.push(Row { at, line: Line::Blank });
        }
    }
}
