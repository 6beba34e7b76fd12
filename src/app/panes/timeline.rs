//! Timeline: the dated events, grouped by month or year; the undated come last and are counted apart.

use chrono::{Datelike, NaiveDate};

use crate::app::scroll::{Direction, Scroll};
use crate::app::strand::Strand;
use crate::corpus::Corpus;
use crate::model::{Event, EventId, EventIx};

/// Bins of the density in the title.
const BINS: u32 = 12;
/// Up to so many months the groups are months, beyond it years.
const MONTHS: i32 = 24;

/// The list of events.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Cursor and window.
    pub scroll: Scroll,
    /// What is listed.
    pub rows: Vec<TimelineRow>,
    /// Whether events are grouped: the heads take rows that a low window has not.
    pub has_groups: bool,
    /// How many events are undated.
    pub undated: u32,
    /// How many passages state events, in equal stretches from the first to the last day.
    pub density: [u32; BINS as usize],
    /// The first and the last day.
    pub ends: Option<(NaiveDate, NaiveDate)>,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimelineRow {
    /// The head of a group with the number of its events.
    Group(String, u32),
    /// An event.
    Event(EventIx),
}

impl Timeline {
    /// Lists the events, or those that share passages with `pins`; the cursor stays on `kept`.
    pub fn list(&mut self, corpus: &Corpus, pins: Option<&Strand>, kept: Option<EventId>) {
        let all = (0..corpus.events().len()).map(EventIx::at);
        let listed: Vec<EventIx> = all.filter(|at| pins.is_none_or(|pins| pins.shares.event(*at) > 0)).collect();
        self.measure(corpus, &listed);
        self.rows.clear();
        for at in listed {
            if self.has_groups {
                self.count_in_group(corpus.event(at));
            }
            self.rows.push(TimelineRow::Event(at));
        }
        if let Some(kept) = kept.and_then(|id| corpus.event_ix(id)) {
            self.choose(kept);
        }
        self.rest(Direction::Down);
    }

    /// Counts an event in the last group, or opens its own. What may lie in several units stays in the group that it sorts into.
    fn count_in_group(&mut self, event: &Event) {
        let own = self.group(event);
        let last = self.rows.iter_mut().rev().find_map(|row| match row {
            TimelineRow::Group(name, count) => Some((name, count)),
            TimelineRow::Event(_) => None,
        });
        match (last, own) {
            (Some((name, count)), own) if own.as_ref().is_none_or(|own| own == name) => *count += 1,
            (_, Some(own)) => self.rows.push(TimelineRow::Group(own, 1)),
            (_, None) => {
                let days = event.when.days();
                let year = days.earliest.or(days.latest).map(|day| day.format("%Y..").to_string());
                self.rows.push(TimelineRow::Group(year.unwrap_or_else(|| "undated".into()), 1));
            }
        }
    }

    /// The event under the cursor.
    pub fn current(&self) -> Option<EventIx> {
        match self.rows.get(self.scroll.cursor)? {
            TimelineRow::Event(at) => Some(*at),
            TimelineRow::Group(..) => None,
        }
    }

    /// Puts the cursor on an event, where it is listed.
    pub fn choose(&mut self, event: EventIx) {
        if let Some(row) = self.rows.iter().position(|row| *row == TimelineRow::Event(event)) {
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
        let is_event = |row: &&TimelineRow| matches!(row, TimelineRow::Event(_));
        if self.rows.get(self.scroll.cursor).as_ref().is_some_and(is_event) {
            return;
        }
        // A group is never empty: the row below its head is an event.
        self.scroll.cursor = match direction {
            Direction::Up if self.scroll.cursor > 0 => self.scroll.cursor - 1,
            _ => self.scroll.cursor + 1,
        };
    }

    fn measure(&mut self, corpus: &Corpus, listed: &[EventIx]) {
        let first_day = |event: &Event| event.when.days().earliest.or(event.when.days().latest);
        let dated = || listed.iter().filter_map(|at| Some((first_day(corpus.event(*at))?, corpus.event(*at))));
        self.undated = (listed.len() - dated().count()) as u32;
        let days = || dated().map(|(day, _)| day);
        self.ends = days().min().zip(days().max());
        self.density = [0; BINS as usize];
        let Some((first, last)) = self.ends else { return };
        let width = (last - first).num_days() + 1;
        for (day, event) in dated() {
            let bin = (day - first).num_days() * i64::from(BINS) / width;
            if let Some(count) = usize::try_from(bin).ok().and_then(|bin| self.density.get_mut(bin)) {
                *count += event.passages.len() as u32;
            }
        }
    }

    /// The month or year that an event surely lies in.
    fn group(&self, event: &Event) -> Option<String> {
        let days = event.when.days();
        if days.is_unknown() {
            return Some("undated".into());
        }
        let (first, last) = days.earliest.zip(days.latest)?;
        let months = self.ends.map_or(0, |(first, last)| (last.year() - first.year()) * 12);
        let unit = if months > MONTHS { "%Y" } else { "%Y-%m" };
        let (first, last) = (first.format(unit).to_string(), last.format(unit).to_string());
        (first == last).then_some(first)
    }
}
