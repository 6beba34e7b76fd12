//! Timeline: what happened when, or was reported when, grouped by a unit of the calendar; the undated come last and are counted apart.
//!
//! Rows, bar and counts are made when what they show changes, never while drawing.

mod bar;
mod listing;
mod moving;
mod order;
mod zoom;

use crate::app::scroll::{Direction, Scroll};
use crate::app::strand::Strand;
use crate::calendar::Days;
use crate::corpus::Corpus;
use crate::model::{Differing, DocumentIx, EventIx, Target, TimeIx};

pub use bar::{Bar, Bin};
pub use listing::Narrowed;
pub use moving::Found;
pub use zoom::Zoom;

/// The list of events.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Cursor and window.
    pub scroll: Scroll,
    /// What is listed.
    pub rows: Vec<TimelineRow>,
    /// By which clock.
    pub clock: Clock,
    /// By which unit.
    pub zoom: Zoom,
    /// Whether the groups have heads: they take rows that a low window has not.
    pub has_groups: bool,
    /// How many rows are undated.
    pub undated: u32,
    /// How many events are listed.
    pub events: u32,
    /// What sources say differently of them, each difference once.
    pub differing: Vec<Differing>,
    /// How many passages state events, along the calendar.
    pub bar: Bar,
    /// How many events share passages with what is marked; `None` where nothing dims any.
    pub lit: Option<u32>,
    /// Of each row, the days on the clock.
    places: Vec<Days>,
    /// The unit that the reader has chosen; `None` as long as it is fitted.
    chosen: Option<Zoom>,
    /// What `lit` was counted for.
    lit_by: Vec<Target>,
    /// Whether it must be counted anew.
    is_stale: bool,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimelineRow {
    /// The head of a group with the number of its rows.
    Group(String, u32),
    /// An event.
    Event(EventIx),
    /// A document, on the clock of reports; the events that it is the first to report follow.
    Publication {
        /// Which one.
        document: DocumentIx,
        /// How many events it is the first to report.
        first: u32,
        /// Whether it is so for certain: another one may have appeared before where a publication date is not known to the day.
        is_surely_first: bool,
        /// How many it reports.
        of: u32,
    },
    /// A time without a place on the calendar.
    Undated(TimeIx),
}

/// By which clock things are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// When it happened.
    #[default]
    Happened,
    /// When it was first reported.
    Reported,
}

impl TimelineRow {
    /// Whether the cursor may rest on it.
    pub const fn can_rest(&self) -> bool {
        !matches!(self, Self::Group(..))
    }
}

impl Timeline {
    /// The event under the cursor.
    pub fn current(&self) -> Option<EventIx> {
        match self.rows.get(self.scroll.cursor)? {
            TimelineRow::Event(at) => Some(*at),
            _ => None,
        }
    }

    /// What the row under the cursor stands for.
    pub fn target(&self, corpus: &Corpus) -> Option<Target> {
        match self.rows.get(self.scroll.cursor)? {
            TimelineRow::Group(..) => None,
            TimelineRow::Event(at) => Some(Target::Event(corpus.event(*at).id)),
            TimelineRow::Publication { document, .. } => Some(Target::Document(corpus.document(*document).id)),
            TimelineRow::Undated(at) => {
                let time = corpus.time(*at);
                let document = corpus.passage(time.passage).document;
                Some(Target::Passage(corpus.document(document).id, time.expression.span))
            }
        }
    }

    /// The days of the row under the cursor on the clock; unknown for an undated one.
    pub fn days(&self) -> Days {
        self.places.get(self.scroll.cursor).copied().unwrap_or_default()
    }

    /// Puts the cursor on an event, where it is listed.
    pub fn choose(&mut self, event: EventIx) {
        if let Some(row) = self.rows.iter().position(|row| *row == TimelineRow::Event(event)) {
            self.scroll.cursor = row;
        }
    }

    /// Puts the cursor on what a target stands for, where it is listed.
    pub fn choose_target(&mut self, corpus: &Corpus, target: &Target) {
        let is_it = |row: &TimelineRow| match (row, target) {
            (TimelineRow::Event(at), Target::Event(id)) => corpus.event(*at).id == *id,
            (TimelineRow::Publication { document, .. }, Target::Document(id)) => corpus.document(*document).id == *id,
            (TimelineRow::Undated(at), Target::Passage(id, span)) => {
                let time = corpus.time(*at);
                time.expression.span == *span && corpus.document(corpus.passage(time.passage).document).id == *id
            }
            _ => false,
        };
        if let Some(row) = self.rows.iter().position(is_it) {
            self.scroll.cursor = row;
        }
    }

    /// Puts the cursor on the first event that `is_lit`, where it rests on none; the window moves only where none is in it.
    pub fn show_first(&mut self, is_lit: impl Fn(EventIx) -> bool) {
        let is_lit = |row: &TimelineRow| matches!(row, TimelineRow::Event(at) if is_lit(*at));
        if self.rows.get(self.scroll.cursor).is_some_and(is_lit) {
            return;
        }
        if let Some(first) = self.rows.iter().position(is_lit) {
            self.scroll.cursor = first;
            self.scroll.top = first.saturating_sub(1);
        }
    }

    /// Moves the cursor off the head of a group, onwards if it can.
    pub fn rest(&mut self, direction: Direction) {
        if self.rows.get(self.scroll.cursor).is_none_or(TimelineRow::can_rest) {
            return;
        }
        // A group is never empty: a row to rest on is below its head.
        self.scroll.cursor = match direction {
            Direction::Up if self.scroll.cursor > 0 => self.scroll.cursor - 1,
            _ => self.scroll.cursor + 1,
        };
    }

    /// What dims events holds other passages now: [`Timeline::fit`] counts anew.
    pub const fn light_anew(&mut self) {
        self.is_stale = true;
    }

    /// Fits the bar into `width` cells and counts what shares passages with `marked`; `None` where nothing dims any.
    pub fn fit(&mut self, width: usize, marked: Option<&Strand>) {
        let at = self.days().earliest.or(self.days().latest);
        let is_fitted = self.bar.fit(self.zoom, width, at);
        let by = marked.map(|marked| marked.targets.as_slice()).unwrap_or_default();
        if !is_fitted && !self.is_stale && self.lit_by == by {
            return;
        }
        self.is_stale = false;
        self.lit_by = by.to_vec();
        self.lit = marked.map(|marked| {
            self.bar.light(marked);
            let is_lit = |row: &&TimelineRow| matches!(row, TimelineRow::Event(at) if marked.shares.event(*at) > 0);
            self.rows.iter().filter(is_lit).count() as u32
        });
    }
}
