//! The strip below the columns: which passages stand beside each other, a row each, and what they share.

use crate::app::{Area, Beside, Compare, Layout, Scroll, Shared, State, letter};
use crate::corpus::Corpus;
use crate::model::PassageIx;
use crate::text::{Span, visible, width};

use super::super::super::canvas::{Canvas, row};
use super::super::super::frame::{Priority, Title, Weight, Words, frame};
use super::super::super::keyword::Keyword;
use super::super::super::theme::Theme;
use super::is_beside;

/// Cells of the sign that says what the passages of a row share.
const SIGN: u16 = 4;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, areas: &Layout, compare: &Compare, state: &State) {
    let area = areas.strip;
    if area.is_empty() {
        return;
    }
    let said = summary(theme, compare, state);
    if area.height < 3 {
        let mut column = 1;
        for (words, style) in said.iter().find(|said| length(said) + 2 <= area.width).into_iter().flatten() {
            column = canvas.text(area, column, words, *style);
        }
        return;
    }
    let left = vec![("Beside each other".to_owned(), theme.text)];
    frame(canvas, theme, area, Weight::Idle, &Title { left, right: said, priority: Priority::Right });
    let inside = area.inside();
    if compare.alignment.rows.is_empty() {
        let words = format!("none of these documents has a passage about {}", state.walked().label);
        canvas.clipped(inside, 1, inside.width.saturating_sub(2), &words, theme.dim);
        return;
    }
    let mut scroll = Scroll { cursor: compare.row, top: compare.row };
    scroll.settle(compare.alignment.rows.len(), usize::from(inside.height));
    for (below, at) in scroll.window(compare.alignment.rows.len(), usize::from(inside.height)).enumerate() {
        let line = row(inside, below);
        if at == compare.row {
            canvas.text(line, 0, theme.glyphs.cursor, theme.dim);
            canvas.patch(line, theme.idle_cursor);
        }
        if let Some(beside) = compare.alignment.rows.get(at) {
            draw_row(canvas, theme, areas, (compare, state), beside, line);
        }
    }
}

/// The passages of a row: each below its column where the columns stand beside each other, else one after the other.
fn draw_row(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    areas: &Layout,
    (compare, state): (&Compare, &State),
    beside: &Beside,
    line: Area,
) {
    canvas.text(line, 2, sign(theme, beside.shared), theme.notice);
    let columns = beside.passages.len() as u16;
    let share = line.width.saturating_sub(SIGN) / columns.max(1);
    for (at, passage) in beside.passages.iter().enumerate() {
        let cell = if is_beside(areas, compare) {
            let column = areas.columns.get(at).copied().unwrap_or_default();
            let start = column.x.max(line.x + SIGN);
            Area { x: start, width: column.right().min(line.right()).saturating_sub(start + 1), ..line }
        } else {
            Area { x: line.x + SIGN + share * at as u16, width: share.saturating_sub(1), ..line }
        };
        draw_passage(canvas, theme, (compare, state), at, *passage, cell);
    }
}

fn draw_passage(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    (compare, state): (&Compare, &State),
    at: usize,
    passage: Option<PassageIx>,
    cell: Area,
) {
    let column = canvas.text(cell, 0, &format!("{} ", letter(at)), theme.dim);
    let Some(held) = passage else {
        canvas.text(cell, column, theme.glyphs.none, theme.line);
        return;
    };
    let corpus = state.corpus();
    let passage = corpus.passage(held);
    let column = canvas.text(cell, column, &format!("{}{} ", theme.glyphs.paragraph, passage.paragraph), theme.dim);
    let hits: Vec<_> =
        compare.places(at, state.walked(), corpus).iter().filter(|hit| hit.passage == held).copied().collect();
    let text = &corpus.document(passage.document).text;
    let rest = Area { x: cell.x + column, width: cell.width.saturating_sub(column), ..cell };
    let slanted: &[Span] = &[];
    let keyword = Keyword { theme, text, passage: passage.span, hits: &hits, slanted, style: theme.text };
    // From its beginning, as far as the mention stays in sight.
    let ahead = hits.first().map_or(0, |hit| hit.span.start.saturating_sub(passage.span.start));
    keyword.draw(canvas, rest, u16::try_from(ahead).unwrap_or(u16::MAX).min(rest.width / 3));
}

/// What passages of a row share, in a sign.
const fn sign(theme: &Theme, shared: Shared) -> &'static str {
    match shared {
        Shared::Nothing | Shared::Target => " ",
        Shared::Account => theme.glyphs.differs,
        Shared::Words => theme.glyphs.approximate,
        Shared::Event(_) => "=",
        Shared::Wording => theme.glyphs.wording,
    }
}

/// Where in the alignment the columns stand, what the passages there share, and what the sources have together and alone; ever
/// shorter.
fn summary(theme: &Theme, compare: &Compare, state: &State) -> Vec<Vec<Words>> {
    let alignment = &compare.alignment;
    let walked = state.walked();
    let at = match alignment.rows.len() {
        0 => "none".to_owned(),
        rows => format!("{}/{rows}", compare.row + 1),
    };
    let shared = compare.current().map(|row| shares(state.corpus(), row)).unwrap_or_default();
    let each = (0..compare.columns.len()).map(|at| format!("{} {}", letter(at), alignment.count(at)));
    let together = format!("passages: {}", each.collect::<Vec<_>>().join(", "));
    let dot = format!(" {} ", theme.glyphs.dot);
    let name = |name: &str| (format!("{name} "), theme.strong);
    let shared = |variant: usize| {
        let words = shared.get(variant).cloned().unwrap_or_default();
        let gap = if words.is_empty() { String::new() } else { dot.clone() };
        [(gap, theme.dim), (words, theme.text)]
    };
    let counts = |words: &str| (format!("{dot}{words}"), theme.dim);
    let with = |label: &str, variant: usize, tail: Option<(String, ratatui::style::Style)>| -> Vec<Words> {
        [name(label), (at.clone(), theme.text)].into_iter().chain(shared(variant)).chain(tail).collect()
    };
    vec![
        with(&walked.label, 0, Some(counts(&together))),
        with(&walked.short, 0, Some(counts(&together))),
        with(&walked.short, 1, Some(counts(&together))),
        with(&walked.short, 1, None),
        vec![(at.clone(), theme.text)],
    ]
}

/// What the passages of a row share, in words: in full, then in short.
fn shares(corpus: &Corpus, row: &Beside) -> Vec<String> {
    let both = |words: &str| vec![words.to_owned(), words.to_owned()];
    match row.shared {
        Shared::Nothing => {
            let held = row.passages.iter().position(Option::is_some).unwrap_or_default();
            vec![format!("only {} has more", letter(held)), format!("only {}", letter(held))]
        }
        Shared::Target => vec!["nothing else in common".to_owned(), String::new()],
        Shared::Account => both("accounts that differ"),
        Shared::Words => vec!["share names and words".to_owned(), "alike".to_owned()],
        Shared::Wording => vec!["nearly the same words".to_owned(), "same words".to_owned()],
        Shared::Event(event) => {
            let when = visible(&crate::app::when_words(corpus.event(event).when)).into_owned();
            vec![format!("both state {when}"), when]
        }
    }
}

fn length(said: &[Words]) -> u16 {
    said.iter().map(|(words, _)| width(words) as u16).sum()
}
