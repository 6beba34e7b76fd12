//! Moving about a text: to the next name, date or paragraph; folding page furniture.

use std::sync::Arc;

use crate::app::commands::{Read, Stop};
use crate::app::page::Line;
use crate::app::pane::Pane;
use crate::app::reading::{MEASURES, Reading};
use crate::app::state::{Mark, State};
use crate::corpus::Corpus;
use crate::model::{DocumentIx, Kind, PassageIx, References};
use crate::text::Span;

use super::following::{Found, under_cursor};
use super::{comparing, going, marking, say};

pub(super) fn read(state: &mut State, read: Read) {
    match read {
        Read::Next(Stop::Paragraph) => paragraph(state, Way::On),
        Read::Previous(Stop::Paragraph) => paragraph(state, Way::Back),
        Read::Next(stop) => stop_at(state, stop, Way::On),
        Read::Previous(stop) => stop_at(state, stop, Way::Back),
        Read::Narrower => measure(state, Way::Back),
        Read::Wider => measure(state, Way::On),
        Read::Fold => fold(state),
        Read::Unfold => unfold(state),
    }
    comparing::follow_along(state);
    mark_caret(state);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

/// The text that is being read: the reader's, or the column's in focus.
pub(super) fn active(state: &mut State) -> &mut Reading {
    let column = state.compare.as_mut().and_then(|compare| compare.columns.get_mut(compare.active));
    column.map_or(&mut state.reader, |column| &mut column.reading)
}

/// What a reading's caret rests on.
pub(super) fn under_caret<'c>(state: &'c State, reading: &Reading) -> Option<Found<'c>> {
    let corpus = &*state.corpus;
    let item = reading.caret.item?;
    let passage = corpus.passage_at(reading.position(corpus)?, item.start)?;
    let mention = corpus.spoken_of_in(passage, state.references).into_iter().find(|found| found.span.overlaps(item));
    let time = || corpus.times_in(passage).iter().find(|time| time.expression.span.overlaps(item));
    mention.map(Found::Mention).or_else(|| time().map(Found::Time))
}

/// Marks what the reader's caret rests on, and puts the lists' cursors on it.
pub(super) fn mark_caret(state: &mut State) {
    if state.compare.is_some() || state.focus != Pane::Reader {
        return;
    }
    let target = under_cursor(state);
    state.mark = None;
    if let Some(target) = target {
        going::choose_item(state, &target);
        if state.target.targets != [target.clone()] {
            let strand = marking::strand(state, &[target]);
            state.mark = Some(Mark { from: Pane::Reader, strand });
        }
    }
}

/// Opens or closes the fold that the reader's caret rests on. Whether it rests on one.
pub(super) fn toggle_fold(state: &mut State) -> bool {
    let row = state.reader.page().rows.get(state.reader.row()).copied();
    let Some(Line::Fold(fold)) = row.map(|row| row.line) else { return false };
    if !state.reader.open.remove(&fold.span.start) {
        state.reader.open.insert(fold.span.start);
    }
    true
}

/// Makes the lines of texts shorter or longer; the row of the caret keeps its place.
fn measure(state: &mut State, way: Way) {
    let (step, least, most) = MEASURES;
    // Lines that the pane already cuts shorter begin from what they have.
    let shown = active(state).width().min(state.measure);
    let wanted = if way == Way::On { state.measure.saturating_add(step) } else { shown.saturating_sub(step) };
    state.measure = wanted.clamp(least, most);
    let words = format!("Lines of at most {} cells", state.measure);
    say(state, &words);
}

fn fold(state: &mut State) {
    let reading = active(state);
    match reading.fold_here().filter(|fold| fold.is_open) {
        Some(fold) => {
            reading.open.remove(&fold.span.start);
            reading.caret = crate::app::reading::Caret { at: fold.span.start, item: None };
        }
        None => reading.open.clear(),
    }
}

fn unfold(state: &mut State) {
    let reading = active(state);
    let here = reading.fold_here();
    let folds: Vec<u32> = reading.page().folds().map(|fold| fold.span.start).collect();
    match here.filter(|fold| !fold.is_open) {
        Some(fold) => {
            reading.open.insert(fold.span.start);
        }
        None if folds.is_empty() => say(state, "Nothing is folded in this document"),
        None => reading.open.extend(folds),
    }
}

fn paragraph(state: &mut State, way: Way) {
    let reading = active(state);
    let row = reading.row();
    let begins =
        |row: &crate::app::page::Row| matches!(row.line, Line::Text { paragraph: Some(_), .. } | Line::Fold(_));
    let rows = &reading.page().rows;
    let found = match way {
        Way::On => rows.iter().skip(row + 1).find(|row| begins(row)),
        Way::Back => rows.iter().take(row).rev().find(|row| begins(row)),
    };
    if let Some(at) = found.map(|row| row.at) {
        reading.go(at, None);
    }
}

fn stop_at(state: &mut State, stop: Stop, way: Way) {
    let corpus = Arc::clone(&state.corpus);
    let references = state.references;
    let reading = active(state);
    let Some(document) = reading.position(&corpus) else { return };
    let caret = reading.caret;
    // Without an item under it the caret stands before whatever begins at its place.
    let from = match (way, caret.item) {
        (Way::On, Some(_)) => caret.at.saturating_add(1),
        _ => caret.at,
    };
    let page = reading.page();
    let is_shown = |span: &Span| page.fold_over(*span).is_none();
    let found = match stop {
        Stop::Note => notes(&corpus, document, way, from).into_iter().find(is_shown),
        _ => stops(&corpus, document, (stop, references), way, from).find(is_shown),
    };
    if let Some(span) = found {
        reading.go(span.start, Some(span));
    } else {
        let way = if way == Way::On { "below" } else { "above" };
        say(state, &format!("No {} {way} in this document", name(stop)));
    }
}

const fn name(stop: Stop) -> &'static str {
    match stop {
        Stop::Anything => "name or date",
        Stop::Person => "person",
        Stop::Organization => "organization",
        Stop::Time => "date",
        Stop::Note => "note",
        Stop::Paragraph => "paragraph",
    }
}

/// The stops of a document from `from` on, or before it backwards.
fn stops(
    corpus: &Corpus,
    document: DocumentIx,
    (stop, references): (Stop, References),
    way: Way,
    from: u32,
) -> impl Iterator<Item = Span> + '_ {
    let here = corpus.passages_in(document);
    let at = corpus.passage_at(document, from).map_or(here.start, PassageIx::index);
    let passages: Box<dyn Iterator<Item = usize>> = match way {
        Way::On => Box::new(at..here.end),
        Way::Back => Box::new((here.start..(at + 1).min(here.end)).rev()),
    };
    passages.flat_map(move |passage| {
        let mut spans = stops_in(corpus, PassageIx::at(passage), stop, references);
        spans.retain(|span| if way == Way::On { span.start >= from } else { span.start < from });
        spans.sort_unstable();
        if way == Way::Back {
            spans.reverse();
        }
        spans
    })
}

/// The reader's notes, tags and bookmarks from `from` on, or before it backwards.
fn notes(corpus: &Corpus, document: DocumentIx, way: Way, from: u32) -> Vec<Span> {
    let whole = Span::whole(&corpus.document(document).text);
    let mut places: Vec<Span> = corpus.annotations_in(document, whole).map(|(_, place)| place).collect();
    places.retain(|place| if way == Way::On { place.start >= from } else { place.start < from });
    places.sort_unstable();
    if way == Way::Back {
        places.reverse();
    }
    places
}

fn stops_in(corpus: &Corpus, passage: PassageIx, stop: Stop, references: References) -> Vec<Span> {
    let kinds: &[Kind] = match stop {
        Stop::Anything => &Kind::ALL,
        Stop::Person => &[Kind::Person],
        Stop::Organization => &[Kind::Organization],
        Stop::Time | Stop::Note | Stop::Paragraph => &[],
    };
    let spoken_of = corpus.spoken_of_in(passage, references).into_iter();
    let mentions = spoken_of.filter(|mention| kinds.contains(&corpus.entity(mention.entity).kind));
    let has_times = matches!(stop, Stop::Anything | Stop::Time);
    let times = corpus.times_in(passage).iter().filter(|_| has_times);
    mentions.map(|mention| mention.span).chain(times.map(|time| time.expression.span)).collect()
}
