//! What is done with the item under the cursor: follow it, pin it, add it to the target, ask why.

use std::sync::Arc;

use crate::app::commands::Item;
use crate::app::pane::Pane;
use crate::app::panes::{Group, PassageRow, TimelineRow};
use crate::app::state::{Overlay, State};
use crate::app::together;
use crate::app::why;
use crate::model::{DocumentIx, Mention, Target, TimeMention};

use super::{going, listing, marking, reading, say};

pub(super) fn item(state: &mut State, item: Item) {
    match item {
        Item::Follow => follow(state),
        Item::Pin => pin(state),
        Item::And => combine(state, |target| target),
        Item::Without => combine(state, Target::inverted),
        Item::Why => ask_why(state),
        Item::Details => details(state),
        Item::Names => names(state),
    }
}

/// A name or a time in a text.
#[derive(Clone, Copy)]
pub(super) enum Found<'c> {
    Mention(&'c Mention),
    Time(&'c TimeMention),
}

/// The item under the cursor of the pane in focus.
pub(super) fn under_cursor(state: &State) -> Option<Target> {
    let corpus = &state.corpus;
    match state.focus {
        Pane::Documents => state.documents.current().map(|at| Target::Document(corpus.document(at).id)),
        Pane::Entities => state.entities.current().map(|at| Target::Entity(corpus.entity(at).id)),
        Pane::Timeline => state.timeline.target(corpus),
        Pane::Reader => match reading::under_caret(state, &state.reader)? {
            Found::Mention(mention) => Some(Target::Entity(corpus.entity(mention.entity).id)),
            Found::Time(time) => time.event.map(|event| Target::Event(corpus.event(event).id)),
        },
        Pane::Passages => match state.passages.rows.get(state.passages.scroll.cursor)? {
            PassageRow::Head { group: Group::Document(id), .. } => Some(Target::Document(*id)),
            PassageRow::Head { group: Group::Date(days), .. } => days.map(Target::Days),
            PassageRow::Head { group: Group::Companion(entity), .. } => entity.map(Target::Entity),
            PassageRow::Passage(_) => None,
        },
    }
}

fn follow(state: &mut State) {
    match state.focus {
        Pane::Documents => match state.documents.current() {
            Some(document) => read_document(state, document),
            None => say(state, "No document here"),
        },
        Pane::Entities if state.entities.is_on_furniture() => listing::toggle_furniture(state),
        Pane::Entities | Pane::Timeline => match under_cursor(state) {
            Some(Target::Document(id)) => {
                if let Some(document) = state.corpus.document_ix(id) {
                    read_document(state, document);
                }
            }
            Some(target) => {
                let beside = state.entities.related.as_ref().filter(|_| state.focus == Pane::Entities);
                let beside = beside.map(|related| Target::Entity(related.to));
                let targets: Vec<Target> = beside.into_iter().chain([target]).collect();
                follow_targets(state, &targets);
            }
            None => say(state, "Nothing here to follow"),
        },
        Pane::Passages => follow_passage(state),
        Pane::Reader => follow_words(state),
    }
}

/// Makes `target` the target: its passages are listed and in focus, the reader shows the first.
pub(super) fn follow_target(state: &mut State, target: Target) {
    follow_targets(state, &[target]);
}

pub(super) fn follow_targets(state: &mut State, targets: &[Target]) {
    going::leave(state);
    set_target(state, targets);
    let first = if state.is_frozen(Pane::Passages) {
        say(state, "n walks it; Passages is frozen and lists what it did: gf lets it follow");
        state.target.hits.first().copied()
    } else {
        let first = state.passages.current().and_then(|held| state.target.hits.get(held.first as usize)).copied();
        going::focus(state, Pane::Passages);
        first
    };
    state.is_zoomed = false;
    if let Some(first) = first.filter(|_| !state.is_frozen(Pane::Reader)) {
        let corpus = Arc::clone(&state.corpus);
        let document = corpus.document(corpus.document_of(first)).id;
        state.reader.show(&corpus, document, first.span, &mut state.pages);
        going::choose_document(state);
    }
}

/// Makes `targets` the target and lists its passages. The reader stays.
pub(super) fn set_target(state: &mut State, targets: &[Target]) {
    state.target = marking::strand(state, targets);
    state.mark = None;
    state.search = None;
    going::list_passages(state);
}

/// Reads a document from where the reader left it, or from its beginning.
pub(super) fn read_document(state: &mut State, document: DocumentIx) {
    let corpus = Arc::clone(&state.corpus);
    going::leave(state);
    state.reader.begin(&corpus, corpus.document(document).id, &mut state.pages);
    state.mark = None;
    state.is_zoomed = false;
    going::focus(state, Pane::Reader);
    state.documents.choose(document);
}

fn follow_passage(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(held) = state.passages.current() else {
        return match state.passages.rows.get(state.passages.scroll.cursor) {
            Some(PassageRow::Head { is_folded: true, .. }) => listing::unfold_passages(state),
            Some(_) => listing::fold_passages(state),
            None => say(state, "No passages: follow an entity or an event with Enter first"),
        };
    };
    let Some(hit) = state.listed().hits.get(held.first as usize).copied() else { return };
    going::leave(state);
    (state.mark, state.is_zoomed) = (None, false);
    state.reader.show(&corpus, corpus.document(held.document).id, hit.span, &mut state.pages);
    going::focus(state, Pane::Reader);
    going::choose_document(state);
}

/// Follows the name or date under the reader's caret, or opens the fold that it rests on.
fn follow_words(state: &mut State) {
    if reading::toggle_fold(state) {
        return;
    }
    let here = state.reader.position(&state.corpus);
    let passage = here.and_then(|document| state.corpus.passage_at(document, state.reader.caret.at));
    let Some(target) = under_cursor(state) else {
        let words = match reading::under_caret(state, &state.reader) {
            Some(_) => "This time has no place on the calendar; i says why",
            None => "No name or date under the cursor: w and b move to one",
        };
        return say(state, words);
    };
    let targets = everybody_meant(state, target.clone());
    going::leave(state);
    going::choose_item(state, &target);
    set_target(state, &targets);
    if let Some(passage) = passage {
        going::choose_passage(state, passage);
    }
    going::focus(state, Pane::Passages);
    state.is_zoomed = false;
}

/// Whom the words under the reader's caret mean: "the two men" mean two.
fn everybody_meant(state: &State, first: Target) -> Vec<Target> {
    let corpus = &state.corpus;
    let item = state.reader.caret.item;
    let passage = state.reader.position(corpus).zip(item).and_then(|(at, item)| corpus.passage_at(at, item.start));
    let spoken_of = passage.map(|passage| corpus.spoken_of_in(passage, state.references)).unwrap_or_default();
    let others = spoken_of.into_iter().filter(|found| Some(found.span) == item);
    let mut targets = vec![first];
    for other in others.map(|found| Target::Entity(corpus.entity(found.entity).id)) {
        if !targets.contains(&other) {
            targets.push(other);
        }
    }
    targets
}

fn pin(state: &mut State) {
    let Some(target) = under_cursor(state) else {
        return say(state, "Nothing here to pin: choose an entity, event or document");
    };
    let mut filter = state.filter.clone();
    filter.toggle(&state.corpus, target);
    listing::keep(state, filter);
}

/// Adds what is under the cursor to the target, as `sense` takes it, or takes it away again.
fn combine(state: &mut State, sense: impl Fn(Target) -> Target) {
    let Some(target) = under_cursor(state).map(sense) else {
        return say(state, "Nothing here to add or leave out: choose an entity, event or document");
    };
    let mut targets = state.target.targets.clone();
    if !together::toggle(&mut targets, target.clone()) {
        let words = if target.is_without() {
            "Nothing else is followed that this could be left out of"
        } else {
            "Nothing else is followed that would stay"
        };
        return say(state, words);
    }
    going::leave(state);
    set_target(state, &targets);
    marking::show_first(state);
    let words = match state.target.hits.len() {
        0 => format!("No passage holds {}; the same key takes it out", state.target.label),
        _ => format!("{}: {}", state.target.label, state.target.counts()),
    };
    say(state, &words);
}

fn ask_why(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let reading = match (&state.compare, state.focus) {
        (Some(compare), _) => compare.active(),
        (None, Pane::Reader | Pane::Passages) => Some(&state.reader),
        (None, _) => None,
    };
    let explained = match (reading, state.focus) {
        (Some(reading), _) => reading::under_caret(state, reading).map(|found| match found {
            Found::Mention(mention) => why::mention(&corpus, mention),
            Found::Time(time) => why::time(&corpus, time),
        }),
        (None, Pane::Entities) => state.entities.current().map(|at| why::entity(&corpus, at)),
        (None, Pane::Timeline) => match state.timeline.rows.get(state.timeline.scroll.cursor) {
            Some(TimelineRow::Event(at)) => Some(why::event(&corpus, *at)),
            Some(TimelineRow::Publication { document, .. }) => Some(why::details(&corpus, *document)),
            Some(TimelineRow::Undated(at)) => Some(why::time(&corpus, corpus.time(*at))),
            Some(TimelineRow::Group(..)) | None => None,
        },
        (None, _) => state.documents.current().map(|at| why::details(&corpus, at)),
    };
    match explained {
        Some(explained) => state.overlay = Overlay::Text(Box::new(explained)),
        None => say(state, "Nothing here to explain: w and b move to a name or date"),
    }
}

/// Lists all the names of the entity under the cursor.
fn names(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    match state.entities.current() {
        Some(at) => state.overlay = Overlay::Text(Box::new(why::names(&corpus, at))),
        None => say(state, "No entity here"),
    }
}

fn details(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let shown = match (&state.compare, state.focus) {
        (Some(compare), _) => compare.active().and_then(|reading| reading.position(&corpus)),
        (None, Pane::Documents) => state.documents.current(),
        (None, Pane::Passages) => state.passages.document(&corpus),
        (None, _) => state.reader.position(&corpus),
    };
    let told = shown.map_or_else(|| why::nothing_read(&corpus), |at| why::details(&corpus, at));
    state.overlay = Overlay::Text(Box::new(told));
}
