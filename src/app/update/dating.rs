//! The calendar: how the timeline is grouped, and moves along it by days, by stretches and to a date.

use std::sync::Arc;

use crate::app::commands::Calendar;
use crate::app::dates::days_words;
use crate::app::differs::differing_words;
use crate::app::pane::Pane;
use crate::app::panes::{Clock, Found, TimelineRow, Zoom};
use crate::app::scroll::Direction;
use crate::app::state::State;
use crate::calendar::{Date, Days};

use super::{going, listing, marking, say};

pub(super) fn calendar(state: &mut State, calendar: Calendar) {
    match calendar {
        Calendar::Finer => zoom(state, Zoom::finer, "finest"),
        Calendar::Coarser => zoom(state, Zoom::coarser, "coarsest"),
        Calendar::Clock => switch_clock(state),
        Calendar::NextDay => step(state, Direction::Down, |state, way| state.timeline.step_day(way)),
        Calendar::PreviousDay => step(state, Direction::Up, |state, way| state.timeline.step_day(way)),
        Calendar::NextStretch => step(state, Direction::Down, |state, way| state.timeline.step_bin(way)),
        Calendar::PreviousStretch => step(state, Direction::Up, |state, way| state.timeline.step_bin(way)),
        Calendar::Undated => {
            if state.timeline.go_undated() {
                marking::mark_current(state);
            } else {
                say(state, "Nothing here is undated");
            }
        }
        Calendar::Pin => pin_stretch(state),
        Calendar::NextDifference => step_difference(state, Direction::Down),
        Calendar::PreviousDifference => step_difference(state, Direction::Up),
    }
}

/// Goes to a date on the timeline, and says what it holds.
pub(super) fn go_to(state: &mut State, days: Days) {
    going::leave(state);
    going::focus(state, Pane::Timeline);
    let found = state.timeline.go(days);
    let words = days_words(days);
    let words = match found {
        Found::In { certain, possible } => format!("{words}: {certain} certainly, {possible} possibly"),
        Found::Near => format!("Nothing on {words}: this is the nearest"),
        Found::Nowhere => "Nothing is dated here".to_owned(),
    };
    marking::mark_current(state);
    say(state, &words);
}

/// Goes to what lies in the stretch of the bar at `cell`.
pub(super) fn go_to_cell(state: &mut State, cell: u16) {
    let bar = &state.timeline.bar;
    let Some(bin) = bar.bins.get(usize::from(cell / bar.cells.max(1))) else { return };
    let days = bin.days;
    state.timeline.go(days);
    marking::mark_current(state);
}

fn zoom(state: &mut State, to: fn(Zoom) -> Option<Zoom>, end: &str) {
    if state.timeline.zoom(to) {
        listing::list_timeline(state);
        say(state, &format!("By {}", state.timeline.zoom.name()));
    } else {
        say(state, &format!("By {}: that is the {end}", state.timeline.zoom.name()));
    }
}

fn switch_clock(state: &mut State) {
    let (clock, words) = match state.timeline.clock {
        Clock::Happened => (Clock::Reported, "By when it was first reported; t goes back to when it happened"),
        Clock::Reported => (Clock::Happened, "By when it happened"),
    };
    state.timeline.clock = clock;
    listing::list_timeline(state);
    say(state, words);
}

fn step(state: &mut State, way: Direction, step: fn(&mut State, Direction) -> bool) {
    if step(state, way) {
        marking::mark_current(state);
    } else {
        let side = if way == Direction::Down { "later" } else { "earlier" };
        say(state, &format!("Nothing is dated {side}"));
    }
}

/// To the next event that sources tell differently, or the one before.
fn step_difference(state: &mut State, way: Direction) {
    let corpus = Arc::clone(&state.corpus);
    if state.timeline.differing.is_empty() {
        return say(state, "No event here is told differently");
    }
    if state.timeline.step_event(way, |at| !corpus.event(at).differs.is_empty()) {
        marking::mark_current(state);
        let words = state.timeline.current().and_then(|at| differing_words(corpus.event(at)));
        say(state, &format!("{}: i tells the sides, c compares two", words.unwrap_or_default()));
    } else {
        let side = if way == Direction::Down { "later" } else { "earlier" };
        say(state, &format!("Nothing {side} is told differently"));
    }
}

/// Keeps only what may lie in the unit that holds the row under the cursor.
fn pin_stretch(state: &mut State) {
    let timeline = &state.timeline;
    let row = timeline.rows.get(timeline.scroll.cursor);
    let days = timeline.days();
    let unit = timeline.zoom.holding(days).map_or(days, Date::days);
    if days.is_unknown() || matches!(row, Some(TimelineRow::Publication { .. })) || timeline.clock == Clock::Reported {
        return say(state, "Nothing here that has a place on the calendar: choose a dated event by when it happened");
    }
    let mut filter = state.filter.clone();
    filter.keep_days(&state.corpus, unit);
    listing::keep(state, filter);
}
