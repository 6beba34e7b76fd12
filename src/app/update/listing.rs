//! Lists: what they show, in which order, within which pins.

use std::sync::Arc;

use crate::app::commands::{List, Move};
use crate::app::filter::Filter;
use crate::app::pane::Pane;
use crate::app::panes::{Grouping, Narrowed, Passages, Related, Sorting};
use crate::app::state::State;
use crate::app::strand::{Strand, counted};
use crate::calendar::Days;
use crate::corpus::Corpus;
use crate::model::{DocumentId, EntityId, References, Target};
use crate::text::Span;

use super::{comparing, marking, moving, say, tabulating};

/// From this height on the timeline has heads of groups.
const GROUPED_FROM: usize = 9;

pub(super) fn list(state: &mut State, list: List) {
    match (list, state.focus) {
        (List::Fold, Pane::Passages) => fold_passages(state),
        (List::Unfold, Pane::Passages) => unfold_passages(state),
        (List::Fold, _) if state.entities.shows_furniture => toggle_furniture(state),
        (List::Unfold, _) if state.entities.is_on_furniture() => toggle_furniture(state),
        (List::Fold | List::Unfold, _) => {
            say(state, "Nothing to fold here: l and h open and fold groups in Passages and page furniture in Reader");
        }
        (List::Kind, _) => {
            state.entities.next_kind();
            list_entities(state);
        }
        (List::Related, _) => relate(state),
        (List::References, _) => next_references(state),
        (List::Context, _) => next_sorting(state),
        (List::Grouping, _) => next_grouping(state),
        (List::FoldAll, _) => fold_all_passages(state),
        (List::Pick, _) => pick(state),
        (List::Order, _) => {
            state.entities.next_order();
            list_entities(state);
        }
    }
}

/// Lists who stands in the passages of the entity under the cursor, by the number of those passages; or everybody again.
pub(super) fn relate(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(entity) = state.entities.related.is_none().then(|| state.entities.current()).flatten() else {
        let to = state.entities.related.take().and_then(|related| corpus.entity_ix(related.to));
        list_entities(state);
        if let Some(to) = to {
            state.entities.choose(to);
        }
        return;
    };
    let strand = marking::strand(state, &[Target::Entity(corpus.entity(entity).id)]);
    let related = Related::new(&corpus, entity, &strand, state.references);
    if related.is_alone() {
        return say(state, &format!("Nobody and nothing stands in a passage with {}", strand.label));
    }
    state.entities.related = Some(related);
    list_entities(state);
    marking::mark_current(state);
    say(state, &format!("Beside {}: Enter follows both, R lists all again", strand.label));
}

/// Lists the passages in the next order.
fn next_sorting(state: &mut State) {
    state.passages.sorting = state.passages.sorting.next();
    list_passages_again(state);
    let words = match state.passages.sorting.name() {
        "" => "in groups, as one reads",
        sorted => sorted,
    };
    say(state, &format!("Passages {words}"));
}

/// Lists the passages in the next groups; where they are sorted by words, in groups again.
fn next_grouping(state: &mut State) {
    if state.passages.sorting == Sorting::Reading {
        state.passages.grouping = state.passages.grouping.next();
    }
    state.passages.sorting = Sorting::Reading;
    list_passages_again(state);
    let words = match state.passages.grouping {
        Grouping::Document => "by document",
        Grouping::Date => "by the first date that they state",
        Grouping::Companion => "by who stands in most of them beside; each passage counts once",
    };
    say(state, &format!("Passages {words}"));
}

/// Lists the passages anew; the cursor stays in its passage.
fn list_passages_again(state: &mut State) {
    let kept = state.passages.current().map(|held| held.passage);
    with_passages(state, |passages, corpus, listed| passages.list(corpus, listed, kept));
}

/// Changes the list of passages, with what it lists at hand.
pub(super) fn with_passages(state: &mut State, change: impl FnOnce(&mut Passages, &Corpus, &Strand)) {
    let mut passages = std::mem::take(&mut state.passages);
    change(&mut passages, &state.corpus, state.listed());
    state.passages = passages;
}

/// Picks out the passage under the cursor, or the group, or puts it back; the cursor goes on.
fn pick(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    if state.passages.rows.is_empty() {
        return say(state, "No passage here to pick");
    }
    with_passages(state, Passages::pick);
    if state.passages.head().is_none() {
        moving::step(state, Move::Down);
    }
    let words = match state.passages.picked(&corpus).len() {
        0 => "Nothing is picked now".to_owned(),
        picked => format!("{} picked: y copies, e into the tray, x exports, Esc lets go", counted(picked, "passage")),
    };
    say(state, &words);
}

/// Folds all groups of passages away, or opens all.
fn fold_all_passages(state: &mut State) {
    with_passages(state, Passages::fold_all);
}

/// Shows the sure references, none of them, or all.
fn next_references(state: &mut State) {
    state.references = match state.references {
        References::Sure => References::Hidden,
        References::Hidden => References::All,
        References::All => References::Sure,
    };
    let kept = Kept::of(state);
    again(state, &kept);
    say(
        state,
        match state.references {
            References::Sure => {
                "References shown where they are sure: roles and pronouns such as “the ambassador” and “he”"
            }
            References::Hidden => "References hidden: names only",
            References::All => "All references shown, the doubtful too",
        },
    );
}

/// Folds the group of passages under the cursor away.
pub(super) fn fold_passages(state: &mut State) {
    with_passages(state, Passages::fold);
}

/// Shows them again.
pub(super) fn unfold_passages(state: &mut State) {
    with_passages(state, Passages::unfold);
}

/// Shows or hides the entities that stand in page furniture only.
pub(super) fn toggle_furniture(state: &mut State) {
    state.entities.shows_furniture = !state.entities.shows_furniture;
    let cursor = state.entities.scroll.cursor;
    list_entities(state);
    state.entities.scroll.cursor = cursor.min(state.entities.rows.len().saturating_sub(1));
}

/// Lists the entities anew; the cursor stays on what it was on.
pub(super) fn list_entities(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let kept = state.entities.current().map(|at| corpus.entity(at).id);
    state.entities.scroll.cursor = 0;
    state.entities.list(&corpus, state.frozen.pins(Pane::Entities, state.pins.as_ref()), kept);
}

/// Groups the events where the window is high enough for the heads of the groups.
pub(super) fn group_timeline(state: &mut State, height: usize) {
    let has_groups = height >= GROUPED_FROM;
    if height > 0 && state.timeline.has_groups != has_groups {
        state.timeline.has_groups = has_groups;
        list_timeline(state);
    }
}

/// Lists the events anew; the cursor stays on what it was on.
pub(super) fn list_timeline(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let kept = state.timeline.target(&corpus);
    list_events(state, kept.as_ref());
}

fn list_events(state: &mut State, kept: Option<&Target>) {
    let frozen = &state.frozen;
    let frames: Vec<Days> = frozen.filter(Pane::Timeline, &state.filter).frames().collect();
    let pins = frozen.pins(Pane::Timeline, state.pins.as_ref());
    state.timeline.list(&state.corpus, Narrowed { pins, frames: &frames }, kept);
}

/// Keeps what fits `filter` in the lists.
pub(super) fn keep(state: &mut State, filter: Filter) {
    let corpus = Arc::clone(&state.corpus);
    let kept = Kept::of(state);
    state.pins = filter.strand(&corpus, state.references);
    state.filter = filter;
    if state.pins.as_ref().is_some_and(|pins| pins.passages.is_empty()) {
        say(state, "No passage holds all that is pinned");
    }
    again(state, &kept);
    // The item under the cursor may have left its list: what the cursor is on now is marked.
    let now = Kept::of(state);
    let has_moved = match state.focus {
        Pane::Entities => kept.entity != now.entity,
        Pane::Timeline => kept.listed != now.listed,
        _ => false,
    };
    if has_moved {
        marking::mark_current(state);
    }
}

/// What the cursors are on, by names that outlive a corpus.
pub(super) struct Kept {
    document: Option<DocumentId>,
    entity: Option<EntityId>,
    listed: Option<Target>,
    passage: Option<(DocumentId, Span)>,
}

impl Kept {
    pub(super) fn of(state: &State) -> Self {
        let corpus: &Corpus = &state.corpus;
        let passage = state.passages.current().map(|held| corpus.passage(held.passage));
        Self {
            document: state.documents.current().map(|at| corpus.document(at).id),
            entity: state.entities.current().map(|at| corpus.entity(at).id),
            listed: state.timeline.target(corpus),
            passage: passage.map(|passage| (corpus.document(passage.document).id, passage.span)),
        }
    }
}

/// Makes every strand and list anew for the corpus and the pins; the cursors stay on what they were on.
pub(super) fn again(state: &mut State, kept: &Kept) {
    again_by_entity(state, kept);
    let corpus = Arc::clone(&state.corpus);
    state.documents.list(&corpus, state.frozen.pins(Pane::Documents, state.pins.as_ref()), kept.document);
    list_events(state, kept.listed.as_ref());
}

/// As [`again`], for what hangs on who is who: where nothing is pinned, documents and events are listed as they were.
pub(super) fn again_by_entity(state: &mut State, kept: &Kept) {
    let corpus = Arc::clone(&state.corpus);
    state.pins = state.filter.strand(&corpus, state.references);
    state.frozen.again(&corpus, state.references);
    state.target = marking::strand(state, &state.target.targets);
    if let Some(mark) = &state.mark {
        let strand = marking::strand(state, &mark.strand.targets);
        state.mark = Some(crate::app::state::Mark { from: mark.from, strand });
    }
    if let Some(search) = &state.search {
        state.search = Some(marking::strand(state, &search.targets));
    }
    if let Some(related) = &state.entities.related {
        let to = corpus.entity_ix(related.to);
        let strand = marking::strand(state, &[Target::Entity(related.to)]);
        state.entities.related = to.map(|to| Related::new(&corpus, to, &strand, state.references));
    }
    state.entities.list(&corpus, state.frozen.pins(Pane::Entities, state.pins.as_ref()), kept.entity);
    state.timeline.light_anew();
    let passage = kept.passage.and_then(|(id, span)| corpus.passage_at(corpus.document_ix(id)?, span.start));
    with_passages(state, |passages, corpus, listed| passages.list(corpus, listed, passage));
    comparing::again(state);
    tabulating::again(state);
}
