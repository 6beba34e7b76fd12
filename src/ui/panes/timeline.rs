//! Timeline: events by date, each as precise as it is proved, with how many passages state it.

use ratatui::style::Modifier;

use crate::app::{Area, Pane, State, TimelineRow, grain, is_approximate, when_words};
use crate::model::EventIx;
use crate::text::{visible, width};

use super::super::canvas::{Canvas, row};
use super::super::frame::{Priority, Title, Weight, Words, frame, name};
use super::super::theme::Theme;

/// Cells of the date column at most.
const WIDEST_DATE: usize = 22;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State, weight: Weight) {
    let timeline = state.timeline();
    let inside = area.inside();
    let title =
        Title { left: name(theme, Pane::Timeline, weight), right: density(state, theme), priority: Priority::Left };
    frame(canvas, theme, area, weight, &title);
    if timeline.rows.is_empty() {
        let words =
            if state.pins().is_some() { "No event shares a passage with all pins" } else { "No dated events yet" };
        return super::nothing(canvas, theme, area, words);
    }
    let window = timeline.scroll.window(timeline.rows.len(), usize::from(inside.height));
    let rows = timeline.rows.get(window.clone()).unwrap_or_default();
    let date_width = rows.iter().filter_map(|row| match row {
        TimelineRow::Event(at) => Some(width(&when_words(state.corpus().event(*at).when))),
        TimelineRow::Group(..) => None,
    });
    let date_width = date_width.max().unwrap_or(0).min(WIDEST_DATE).min(usize::from(inside.width) * 2 / 5) as u16;
    for (below, shown) in rows.iter().enumerate() {
        let line = row(inside, below);
        if timeline.scroll.cursor == window.start + below {
            super::cursor(canvas, theme, line, weight);
        }
        match shown {
            TimelineRow::Group(name, events) => group(canvas, theme, line, name, *events),
            TimelineRow::Event(at) => draw_row(canvas, theme, line, state, *at, date_width),
        }
    }
}

fn group(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, name: &str, events: u32) {
    let [_, _, _, _, across, _] = theme.glyphs.border;
    canvas.text(line, 1, &across.repeat(usize::from(line.width.saturating_sub(2))), theme.line);
    canvas.text(line, 1, &format!("{name} "), theme.dim);
    let numbers = Area { width: line.width.saturating_sub(1), ..line };
    canvas.right(numbers, &format!(" {events}"), theme.dim);
}

fn draw_row(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, state: &State, at: EventIx, date_width: u16) {
    let event = state.corpus().event(at);
    let marked = state.marked();
    let is_apart = !marked.is_nothing() && state.marks_from() != Some(Pane::Timeline) && marked.shares.event(at) == 0;
    let (time, text) = if is_apart { (theme.dim, theme.dim) } else { (theme.time, theme.text) };
    let unsure = if event.is_inferred { Modifier::ITALIC } else { Modifier::empty() };
    canvas.clipped(line, 1, date_width, &when_words(event.when), time.add_modifier(unsure));
    let sign = match event.when {
        _ if event.is_inferred => theme.glyphs.inferred,
        when if is_approximate(when) => "~",
        when => theme.glyphs.grain(grain(when)),
    };
    canvas.text(line, date_width + 2, sign, time);
    let stated = match state.pins() {
        Some(pins) => event.passages.iter().filter(|passage| pins.holds(**passage)).count(),
        None => event.passages.len(),
    };
    let passages = format!("{stated} p.");
    let numbers = Area { width: line.width.saturating_sub(1), ..line };
    let end = canvas.right(numbers, &passages, theme.dim);
    let start = date_width + 4;
    canvas.clipped(line, start, end.saturating_sub(start + 1), &visible(&event.label), text.add_modifier(unsure));
}

/// How many passages state events over the whole stretch, and how many events are undated.
fn density(state: &State, theme: &Theme) -> Vec<Vec<Words>> {
    let timeline = state.timeline();
    let Some((first, last)) = timeline.ends else { return Vec::new() };
    let bars = theme.glyphs.spark(&timeline.density, timeline.density.iter().copied().max().unwrap_or(1));
    let undated = if timeline.undated > 0 { format!("{} undated  ", timeline.undated) } else { String::new() };
    let stretch = |undated: &str| {
        vec![
            (format!("{undated}{} ", first.format("%Y-%m")), theme.dim),
            (bars.clone(), theme.time),
            (format!(" {}", last.format("%Y-%m")), theme.dim),
        ]
    };
    let Some(lit) = lit(state) else {
        return vec![stretch(&undated), stretch(""), vec![(bars, theme.time)]];
    };
    let said = |words: Vec<Words>| std::iter::once((format!("{lit}  "), theme.text)).chain(words).collect();
    vec![
        said(stretch(&undated)),
        said(stretch("")),
        said(vec![(bars.clone(), theme.time)]),
        vec![(lit.clone(), theme.text)],
    ]
}

/// How many of the events share a passage with what is marked; `None` where nothing dims any.
fn lit(state: &State) -> Option<String> {
    let marked = state.marked();
    if marked.is_nothing() || state.marks_from() == Some(Pane::Timeline) {
        return None;
    }
    let events = state.timeline().rows.iter().filter_map(|row| match row {
        TimelineRow::Event(at) => Some(*at),
        TimelineRow::Group(..) => None,
    });
    let (lit, all) = events.fold((0, 0), |(lit, all), at| (lit + u32::from(marked.shares.event(at) > 0), all + 1));
    Some(if lit == 0 { format!("none of {all} with {}", marked.short) } else { format!("{lit} of {all}") })
}
