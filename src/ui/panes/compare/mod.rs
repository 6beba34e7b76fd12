//! Documents beside each other, or one below the other on a narrow screen; below them, what stands beside what.

mod strip;

use crate::app::{Area, Column, Compare, Layout, Scrolling, State, letter};
use crate::text::width;

use super::super::canvas::{Canvas, row};
use super::super::frame::{Priority, Title, Weight, Words, frame};
use super::super::text::{Text, document_title, reading};
use super::super::theme::Theme;

/// Draws the columns and the strip.
pub(in crate::ui) fn compare(canvas: &mut Canvas<'_>, theme: &Theme, areas: &Layout, compare: &Compare, state: &State) {
    let corpus = state.corpus();
    for (at, (column, area)) in compare.columns.iter().zip(areas.columns).enumerate() {
        let weight = Weight::of(at == compare.active);
        let style = if weight == Weight::Focused { theme.focus } else { theme.dim };
        let left = vec![(format!("{} ", letter(at)), style)];
        let mut title = Title { left, right: walked(theme, compare, at, state), priority: Priority::Right };
        if let Some(document) = column.reading.position(corpus) {
            title.left.extend(document_title(corpus, document, theme));
        }
        frame(canvas, theme, area, weight, &title);
        let walked = compare.places(at, state.walked(), corpus);
        let text = Text { reading: &column.reading, walked, reworded: &column.reworded };
        reading(canvas, theme, area, &text, state, weight);
        foot(canvas, theme, area, said(compare, at, column));
    }
    strip::draw(canvas, theme, areas, compare, state);
}

/// What is walked in a column and where in it the reader is, or the account that it gives; ever shorter.
fn walked(theme: &Theme, compare: &Compare, at: usize, state: &State) -> Vec<Vec<Words>> {
    let Some(column) = compare.columns.get(at) else { return Vec::new() };
    if let Some(account) = &column.account {
        return account.says.iter().map(|says| vec![(says.clone(), theme.strong)]).collect();
    }
    let walked = state.walked();
    if walked.is_nothing() {
        return Vec::new();
    }
    let hits = compare.places(at, walked, state.corpus());
    let step = hits.iter().position(|hit| hit.span.start == column.reading.caret.at);
    let step = step.map_or_else(|| "-".to_owned(), |step| (step + 1).to_string());
    let count = if hits.is_empty() { ": none".to_owned() } else { format!(" {step}/{}", hits.len()) };
    let named = |name: &str| vec![(name.to_owned(), theme.strong), (count.clone(), theme.text)];
    vec![named(&walked.label), named(&walked.short), vec![(count.clone(), theme.text)]]
}

/// What a reader should know of a column at the row that the columns stand at; ever shorter.
fn said(compare: &Compare, at: usize, column: &Column) -> Vec<String> {
    if let Some(silence) = column.silence {
        return silence.words();
    }
    let has_none = compare.current().is_some_and(|row| row.passages.get(at).copied().flatten().is_none());
    match column.reworded.len() {
        _ if has_none => {
            vec!["no further passage found".to_owned(), "no further one".to_owned()]
        }
        0 => Vec::new(),
        places => vec![
            format!("worded differently at {places} {}", if places == 1 { "place" } else { "places" }),
            format!("{places} differ"),
        ],
    }
}

/// Writes the longest of `words` that fits into the lower edge of a column.
fn foot(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, words: Vec<String>) {
    let room = usize::from(area.width.saturating_sub(6));
    let Some(words) = words.into_iter().find(|words| width(words) <= room) else { return };
    let edge = row(area, usize::from(area.height.saturating_sub(1)));
    canvas.text(edge, 2, &format!(" {words} "), theme.notice);
}

/// Whether columns stand beside each other, so that the strip can have its words below them.
fn is_beside(areas: &Layout, compare: &Compare) -> bool {
    let [first, second, ..] = areas.columns;
    compare.scrolling == Scrolling::Aligned && first.y == second.y && first.height + first.y == areas.strip.y
}
