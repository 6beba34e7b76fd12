//! Timeline: what happened when, each as precise as it is proved, with how many passages state it; above it the density along the
//! calendar, below it how the date under the cursor came about.

mod bar;
mod rows;

use crate::app::{Area, Clock, Pane, State, TimelineRow, chain, plainest, timeline_parts};
use crate::model::Event;

use super::super::canvas::{Canvas, row};
use super::super::frame::{Priority, Title, Weight, Words, frame, name};
use super::super::theme::Theme;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State, weight: Weight) {
    let timeline = state.timeline();
    let title = Title {
        left: name(theme, state, Pane::Timeline, weight),
        right: counts(state, theme),
        priority: Priority::Left,
    };
    frame(canvas, theme, area, weight, &title);
    if timeline.rows.is_empty() {
        let words =
            if state.pins().is_some() { "No event shares a passage with all pins" } else { "No dated events yet" };
        return super::nothing(canvas, theme, area, words);
    }
    let parts = timeline_parts(area);
    bar::draw(canvas, theme, area, state);
    let window = timeline.scroll.window(timeline.rows.len(), usize::from(parts.list.height));
    let columns = rows::Columns::of(state, window.clone(), parts.list.width);
    for (below, at) in window.enumerate() {
        let line = row(parts.list, below);
        if timeline.scroll.cursor == at {
            super::cursor(canvas, theme, line, weight);
        }
        if let Some(shown) = timeline.rows.get(at) {
            rows::draw(canvas, theme, line, state, shown, &columns);
        }
    }
    if !parts.chain.is_empty() {
        let line = parts.chain;
        canvas.clipped(line, 1, line.width.saturating_sub(2), &told(state), theme.dim);
    }
}

/// How the row under the cursor got its date.
fn told(state: &State) -> String {
    let corpus = state.corpus();
    let timeline = state.timeline();
    let reported = |event: &Event| {
        let reported = crate::app::days_words(event.reported);
        if event.reported.is_unknown() { String::new() } else { format!("; reported {reported}") }
    };
    match timeline.rows.get(timeline.scroll.cursor) {
        Some(TimelineRow::Event(at)) => {
            let chain = plainest(corpus, *at).map(|time| chain(corpus, time));
            format!("{}{}", chain.unwrap_or_default(), reported(corpus.event(*at)))
        }
        Some(TimelineRow::Undated(at)) => chain(corpus, corpus.time(*at)),
        Some(TimelineRow::Publication { document, .. }) => {
            let publication = corpus.publication(*document);
            let why = publication.candidates.first().map(|candidate| crate::text::visible(&candidate.why).into_owned());
            why.map(|why| format!("published: {why}")).unwrap_or_default()
        }
        Some(TimelineRow::Group(..)) | None => String::new(),
    }
}

/// How many events share a passage with what is marked, the unit of the groups, the clock, the undated; ever shorter.
fn counts(state: &State, theme: &Theme) -> Vec<Vec<Words>> {
    let timeline = state.timeline();
    let lit = timeline.lit.zip(state.dimming()).map(|(lit, marked)| match lit {
        0 => format!("none of {} with {}", timeline.events, marked.short),
        lit => format!("{lit} of {}", timeline.events),
    });
    let lit = lit.map(|lit| (lit, theme.text));
    let clock = (timeline.clock == Clock::Reported).then(|| ("by report".to_owned(), theme.focus));
    let zoom = Some((format!("by {}", timeline.zoom.name()), theme.dim)).filter(|_| timeline.has_groups);
    let differing = match timeline.differing.as_slice() {
        [] => None,
        [one] => Some(format!("1 {} differs", one.name())),
        several => Some(format!("{} differ", several.len())),
    };
    let differing = differing.map(|words| (format!("{} {words}", theme.glyphs.differs), theme.strong));
    let undated = (timeline.undated > 0).then(|| (format!("{} undated (U)", timeline.undated), theme.dim));
    let dot = (format!(" {} ", theme.glyphs.dot), theme.dim);
    let said = |parts: &[&Option<Words>]| {
        let mut words: Vec<Words> = Vec::new();
        for part in parts.iter().filter_map(|part| part.as_ref()) {
            if !words.is_empty() {
                words.push(dot.clone());
            }
            words.push(part.clone());
        }
        words
    };
    vec![
        said(&[&lit, &clock, &differing, &zoom, &undated]),
        said(&[&lit, &clock, &differing, &undated]),
        said(&[&clock, &differing, &undated]),
        said(&[&differing, &undated]),
        said(&[&undated]),
        said(&[&clock]),
    ]
}
