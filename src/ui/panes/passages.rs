//! Passages: every passage of the target, its words around the mention, in groups or sorted.

use ratatui::style::Modifier;

use crate::app::{
    Area, Group, Grouping, Held, Pane, PassageRow, Sorting, State, days_words, document_name, publication_in_short,
};
use crate::calendar::Fit;
use crate::corpus::Hit;
use crate::model::{Form, Target};
use crate::text::{Span, visible, width};

use super::super::canvas::{Canvas, row};
use super::super::frame::{Priority, Title, Weight, Words, frame, name};
use super::super::keyword::Keyword;
use super::super::theme::Theme;

/// Cells of the paragraph's number and the sign of the cursor.
const MARGIN: u16 = 6;
/// Cells of a source's name where rows of all sources are mixed.
const SOURCE: u16 = 14;
/// From this width on it has room.
const WITH_SOURCE: u16 = 60;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State, weight: Weight) {
    let passages = state.passages();
    let target = state.listed();
    let inside = area.inside();
    let mut left = name(theme, state, Pane::Passages, weight);
    let picked = passages.picked(state.corpus()).len();
    if picked > 0 {
        left.push((format!(" {picked} picked"), theme.notice));
    }
    if !target.is_nothing() {
        // Of several targets at once the last must not be cut off: it may be left out.
        let is_long = target.targets.len() > 1 && width(&target.label) > usize::from(area.width / 3);
        let label = if is_long { &target.short } else { &target.label };
        left.push((format!("  {label}"), theme.strong));
        let order =
            if passages.sorting == Sorting::Reading { passages.grouping.name() } else { passages.sorting.name() };
        if !order.is_empty() {
            left.push((format!(" {order}"), theme.focus));
        }
    }
    let right = target.counts_by_length();
    let right = right.into_iter().map(|words| vec![(words, theme.dim)]).collect();
    frame(canvas, theme, area, weight, &Title { left, right, priority: Priority::Right });
    if passages.rows.is_empty() {
        return super::nothing(canvas, theme, area, "Nothing followed yet: Enter on an entity, event or date");
    }
    let window = passages.scroll.window(passages.rows.len(), usize::from(inside.height));
    for (below, at) in window.enumerate() {
        let line = row(inside, below);
        if passages.scroll.cursor == at {
            super::cursor(canvas, theme, line, weight);
        }
        match passages.rows.get(at) {
            Some(PassageRow::Head { group, passages, mentions, is_folded }) => {
                head(canvas, theme, line, state, *group, (*passages, *mentions), *is_folded);
            }
            Some(PassageRow::Passage(held)) => draw_row(canvas, theme, line, state, *held),
            None => {}
        }
    }
}

/// The head of a group.
fn head(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    line: Area,
    state: &State,
    group: Group,
    counts: (u32, u32),
    is_folded: bool,
) {
    let (passages, mentions) = counts;
    let [_, _, _, _, across, _] = theme.glyphs.border;
    canvas.text(line, 1, &across.repeat(usize::from(line.width.saturating_sub(2))), theme.line);
    let numbers = Area { width: line.width.saturating_sub(1), ..line };
    let end = canvas.right(numbers, &format!(" {mentions} in {passages} p."), theme.dim);
    let sign = if is_folded { theme.glyphs.folded } else { theme.glyphs.open };
    let mut column = canvas.text(line, 1, &format!("{sign} "), theme.dim);
    for (words, style) in heading(theme, state, group) {
        column = canvas.clipped(line, column, end.saturating_sub(column + 1), &words, style);
    }
}

/// What a group is called.
fn heading(theme: &Theme, state: &State, group: Group) -> Vec<Words> {
    let corpus = state.corpus();
    match group {
        Group::Document(id) => {
            let Some(document) = corpus.document_ix(id) else { return Vec::new() };
            let publication = corpus.publication(document);
            let inferred = if publication.is_inferred { theme.glyphs.inferred } else { "" };
            let date = format!(" {} {inferred}{} ", theme.glyphs.dot, publication_in_short(publication));
            vec![(visible(&document_name(corpus, document)).into_owned(), theme.strong), (date, theme.dim)]
        }
        Group::Date(Some(days)) => vec![(format!("{} ", days_words(days)), theme.time)],
        Group::Date(None) => vec![("no date stated ".to_owned(), theme.dim)],
        Group::Companion(Some(id)) => {
            let name =
                corpus.entity_ix(id).map_or_else(String::new, |at| visible(&corpus.entity(at).name).into_owned());
            vec![("with ".to_owned(), theme.dim), (format!("{name} "), theme.strong)]
        }
        Group::Companion(None) => vec![("no other person or organization ".to_owned(), theme.dim)],
    }
}

/// Whether a passage states no time that certainly falls on the days followed or pinned, only one that may.
fn is_only_possible(state: &State, held: Held) -> bool {
    let followed = state.listed().targets.iter();
    let followed = followed.filter_map(|target| if let Target::Days(days) = target { Some(*days) } else { None });
    let mut frames = followed.chain(state.filter().frames());
    frames.any(|days| state.corpus().fit(held.passage, days) == Some(Fit::Possibly))
}

fn draw_row(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, state: &State, held: Held) {
    let corpus = state.corpus();
    let passage = corpus.passage(held.passage);
    let hits = state.listed().hits.get(held.first as usize..(held.first + held.count) as usize).unwrap_or_default();
    // Without heads of documents each row says whose it is, where there is room.
    let listed = state.passages();
    let is_mixed = listed.sorting != Sorting::Reading || listed.grouping != Grouping::Document;
    let source = if is_mixed && line.width >= WITH_SOURCE { SOURCE } else { 0 };
    if source > 0 {
        canvas.clipped(line, 2, source - 2, &visible(&document_name(corpus, held.document)), theme.dim);
    }
    let margin = MARGIN + source;
    let numbers = Area { width: margin.saturating_sub(1), ..line };
    canvas.right(numbers, &format!("{}{}", theme.glyphs.paragraph, passage.paragraph), theme.line);
    if is_only_possible(state, held) {
        canvas.text(line, margin - 1, theme.glyphs.inferred, theme.time);
    }
    if corpus.annotations_of_passage(held.passage).next().is_some() {
        canvas.text(line, 1, theme.glyphs.note, theme.notice);
    }
    if listed.is_picked(corpus, held.passage) {
        canvas.text(line, 1, theme.glyphs.chosen, theme.notice);
    }
    // What the cursor of another pane marks dims the passages that do not hold it.
    let is_apart = state.marks_from().is_some_and(|from| from != Pane::Passages) && !state.marked().holds(held.passage);
    let mut style = if is_apart || passage.zone.is_folded() { theme.dim } else { theme.text };
    if passage.zone.is_folded() {
        style = style.add_modifier(Modifier::ITALIC);
    }
    let room = line.width.saturating_sub(margin + 1);
    let before = room * 2 / 5;
    let is_name = |hit: &&Hit| matches!(corpus.form_at(**hit), None | Some(Form::Name));
    let slanted: Vec<Span> = hits.iter().filter(|hit| !is_name(hit)).map(|hit| hit.span).collect();
    let text = &corpus.document(held.document).text;
    let keyword = Keyword { theme, text, passage: passage.span, hits, slanted: &slanted, style };
    keyword.draw(canvas, Area { x: line.x + margin, width: room, ..line }, before);
}
