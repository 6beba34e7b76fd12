//! Entities: glyph by kind, name, mentions a document where there is room, mentions in all.

use crate::app::{Area, EntityRow, Order, Pane, State, sources};
use crate::corpus::Corpus;
use crate::model::{Entity, EntityIx, Kind};
use crate::text::visible;

use super::super::canvas::{Canvas, row};
use super::super::frame::{Priority, Title, Weight, Words, frame, name};
use super::super::theme::Theme;

/// From this width inside the border on, each row has its bars.
const WITH_BARS: u16 = 34;
/// From this width inside the border on, each row says in how many documents, of how many origins.
const WITH_SOURCES: u16 = 66;
/// Cells that this takes.
const SOURCES: u16 = 32;
/// Bars a row.
const BARS: usize = 6;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State, weight: Weight) {
    let entities = state.entities();
    let inside = area.inside();
    let title = Title {
        left: name(theme, state, Pane::Entities, weight),
        right: counts(state, theme),
        priority: Priority::Left,
    };
    frame(canvas, theme, area, weight, &title);
    if entities.rows.is_empty() {
        let words = if state.pins().is_some() { "None shares a passage with all pins" } else { "No entities yet" };
        return super::nothing(canvas, theme, area, words);
    }
    let corpus = state.corpus();
    let most = corpus.entities().first().map_or(1, |entity| entity.mentions);
    let window = entities.scroll.window(entities.rows.len(), usize::from(inside.height));
    for (below, at) in window.enumerate() {
        let line = row(inside, below);
        if entities.scroll.cursor == at {
            super::cursor(canvas, theme, line, weight);
        }
        match entities.rows.get(at) {
            Some(EntityRow::Entity(entity, count)) => draw_row(canvas, theme, line, state, (*entity, *count), most),
            Some(EntityRow::Furniture(count)) => {
                let (sign, key) =
                    if entities.shows_furniture { (theme.glyphs.open, "h") } else { (theme.glyphs.folded, "l") };
                let words = format!("{sign} {count} only in page furniture ({key})");
                canvas.clipped(line, 1, line.width.saturating_sub(2), &words, theme.dim);
            }
            None => {}
        }
    }
}

fn draw_row(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, state: &State, row: (EntityIx, u32), most: u32) {
    let (at, count) = row;
    let corpus = state.corpus();
    let entity = corpus.entity(at);
    // What the cursor of another pane marks dims what shares no passage with it.
    let is_apart =
        state.marks_from().is_some_and(|from| from != Pane::Entities) && state.marked().shares.entity(at) == 0;
    let hue = if is_apart { theme.dim } else { theme.kind(entity.kind) };
    let style = if entity.is_doubtful { hue.patch(theme.doubtful) } else { hue };
    canvas.text(line, 1, theme.glyphs.kind(entity.kind), hue);
    if state.chosen().contains(&entity.id) {
        canvas.text(line, 2, theme.glyphs.chosen, theme.focus);
    }
    let numbers = Area { width: line.width.saturating_sub(1), ..line };
    let mut end = canvas.right(numbers, &count.to_string(), theme.dim);
    end = super::annotated(canvas, theme, line, end, corpus.annotations_of_entity(at).len());
    if line.width >= WITH_SOURCES {
        let documents = entity.documents.iter().map(|(document, _)| *document);
        let said = format!("in {} ", sources(entity.documents.len(), corpus.origins_of(documents)));
        canvas.right(Area { width: end, ..line }, &said, theme.dim);
        end = end.saturating_sub(SOURCES);
    }
    if line.width >= WITH_BARS {
        let bars = theme.glyphs.spark(&bars(corpus, entity), most.div_ceil(corpus.documents().len().min(BARS) as u32));
        end = end.min(line.width.saturating_sub(6));
        end = end.saturating_sub(bars.chars().count() as u16);
        canvas.text(line, end, &bars, theme.line.patch(hue));
    }
    let doubt = if entity.is_doubtful { " ?" } else { "" };
    let room = end.saturating_sub(4 + doubt.len() as u16);
    let column = canvas.clipped(line, 3, room, &visible(&entity.name), style);
    canvas.text(line, column, doubt, theme.dim);
}

/// Mentions by stretches of the reading order.
fn bars(corpus: &Corpus, entity: &Entity) -> Vec<u32> {
    let documents = corpus.documents().len().max(1);
    let mut bars = vec![0; documents.min(BARS)];
    for (document, count) in &entity.documents {
        let at = document.index() * bars.len() / documents;
        if let Some(bar) = bars.get_mut(at) {
            *bar += count;
        }
    }
    bars
}

/// The marked entity's counts, ever shorter, and what the list is narrowed or ordered by.
fn counts(state: &State, theme: &Theme) -> Vec<Vec<Words>> {
    let entities = state.entities();
    let kind = entities.kind.map(|kind| {
        match kind {
            Kind::Person => "people",
            Kind::Organization => "organizations",
            Kind::Place => "places",
        }
        .to_owned()
    });
    let doubtful = entities.only_doubtful.then(|| "doubtful".to_owned());
    let order = (entities.order != Order::Mentions).then(|| format!("by {}", entities.order.name()));
    let related = entities.related.as_ref().map(|related| format!("beside {}", related.label));
    let list = related.into_iter().chain(kind).chain(doubtful).chain(order).collect::<Vec<_>>().join(" ");
    let walked = state.walked();
    // The hits of a search are counted where they are walked and listed.
    if walked.is_nothing() || state.is_searching() {
        return vec![vec![(list, theme.dim)]];
    }
    let said = walked.counts_by_length();
    let with_list = |counts: &String| {
        let dot = if list.is_empty() { String::new() } else { format!(" {} ", theme.glyphs.dot) };
        vec![(list.clone(), theme.focus), (dot, theme.dim), (counts.clone(), theme.dim)]
    };
    let mut variants: Vec<Vec<Words>> = said.iter().map(with_list).collect();
    variants.push(vec![(list.clone(), theme.focus)]);
    variants
}
