//! The bar: how many passages state events in each stretch of the calendar, the cursor's place below it.

use chrono::{Datelike, NaiveDate};
use ratatui::style::Modifier;

use crate::app::{Area, BAR_LABEL, Bin, State, Zoom, bar_area, timeline_parts};
use crate::calendar::Days;

use super::super::super::canvas::{Canvas, row};
use super::super::super::theme::Theme;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, pane: Area, state: &State) {
    let timeline = state.timeline();
    let bar = &timeline.bar;
    let area = bar_area(pane);
    let (Some(first), Some(last)) = (bar.bins.first(), bar.bins.last()) else { return };
    let line = row(timeline_parts(pane).bar, 0);
    let marked = bar.bins_of(timeline.days());
    let most = bar.most();
    for (at, bin) in bar.bins.iter().enumerate() {
        let is_here = marked.contains(&at);
        let is_lit = timeline.lit.is_none() || bin.lit > 0;
        let style = if is_lit { theme.time } else { theme.dim };
        let (sign, style) = match bin {
            Bin { certain: 0, possible: 0, .. } => (" ", style),
            Bin { certain: 0, .. } => (theme.glyphs.possible, theme.line),
            bin => (theme.glyphs.bar(bin.certain, most), style),
        };
        // Without an axis the bar itself shows where the cursor is.
        let style = if is_here && area.height == 1 { style.add_modifier(Modifier::REVERSED) } else { style };
        let start = at as u16 * bar.cells;
        let drawn = if bar.cells > 2 { bar.cells - 1 } else { bar.cells };
        for column in start..start + drawn {
            canvas.text(row(area, 0), column, sign, style);
        }
    }
    let width = bar.bins.len() as u16 * bar.cells;
    let (before, after) =
        (if bar.goes_before { theme.glyphs.behind } else { " " }, if bar.goes_after { ahead(theme) } else { " " });
    let label = label(bar.unit, first.days.earliest);
    let left = Area { width: BAR_LABEL + 1, ..line };
    canvas.right(left, &label, theme.dim);
    canvas.text(line, BAR_LABEL + 1, before, theme.focus);
    canvas.text(line, area.x - line.x + width, after, theme.focus);
    let end = last.days.latest.filter(|_| bar.unit == Zoom::Week || bar.unit == Zoom::Day).or(last.days.earliest);
    canvas.text(line, area.x - line.x + width + 1, &self::label(bar.unit, end), theme.dim);
    if area.height > 1 {
        axis(canvas, theme, row(area, 1), state);
    }
}

/// The names of the greater units where they begin, and the cursor's place.
fn axis(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, state: &State) {
    let timeline = state.timeline();
    let bar = &timeline.bar;
    let marked = bar.bins_of(timeline.days());
    let cells = |bin: usize| bin as u16 * bar.cells;
    let here = cells(marked.start)..cells(marked.end);
    let mut free = 0;
    for (at, bin) in bar.bins.iter().enumerate() {
        let Some(name) = greater(bar.unit, bin.days, at == 0) else { continue };
        let (start, end) = (cells(at), cells(at) + name.len() as u16);
        let is_apart = here.is_empty() || end < here.start || start > here.end;
        if start >= free && is_apart && end <= line.width {
            canvas.text(line, start, &name, theme.dim);
            free = end + 1;
        }
    }
    if here.is_empty() {
        return;
    }
    let [one, first, between, last] = theme.glyphs.place;
    if marked.len() == 1 {
        canvas.text(line, here.start + (bar.cells.saturating_sub(1)) / 2, one, theme.focus);
        return;
    }
    let days = timeline.days();
    let is_cut = |day: Option<NaiveDate>| day.and_then(|day| bar.bin_of(day)).is_none();
    let first = if is_cut(days.earliest) { theme.glyphs.behind } else { first };
    let last = if is_cut(days.latest) { ahead(theme) } else { last };
    for column in here.clone() {
        canvas.text(line, column, between, theme.focus);
    }
    canvas.text(line, here.start, first, theme.focus);
    canvas.text(line, here.end.saturating_sub(1), last, theme.focus);
}

/// What lies ahead.
const fn ahead(theme: &Theme) -> &'static str {
    theme.glyphs.cursor
}

/// An end of the bar.
fn label(unit: Zoom, day: Option<NaiveDate>) -> String {
    let form = match unit {
        Zoom::Decade | Zoom::Year => "%Y",
        Zoom::Month => "%Y-%m",
        Zoom::Week | Zoom::Day => "%Y-%m-%d",
    };
    day.map(|day| day.format(form).to_string()).unwrap_or_default()
}

/// The greater unit that begins in a stretch, in short: years over months, months over weeks and days.
fn greater(unit: Zoom, days: Days, is_first: bool) -> Option<String> {
    let (first, last) = days.earliest.zip(days.latest)?;
    let next_month = |day: NaiveDate| if day.day() == 1 { Some(day) } else { None };
    let begun = first.iter_days().take_while(|day| *day <= last).find_map(next_month);
    match unit {
        Zoom::Decade => Some(first.format("%Y").to_string()).filter(|_| first.year() % 50 == 0 || is_first),
        Zoom::Year => Some(first.format("%Y").to_string()).filter(|_| first.year() % 10 == 0 || is_first),
        Zoom::Month => Some(first.format("%Y").to_string()).filter(|_| first.month() == 1 || is_first),
        Zoom::Week | Zoom::Day => {
            let begun = begun.or(Some(first).filter(|_| is_first))?;
            Some(begun.format(if begun.month() == 1 { "%b %Y" } else { "%b" }).to_string())
        }
    }
}
