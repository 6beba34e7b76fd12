//! What opens over the panes: search line, finder, help and palette; and choosing in them.

use std::sync::Arc;

use crate::app::commands::{Choose, Move, Open};
use crate::app::finder::{Candidates, Choice, Finder, Glimpse, Purpose};
use crate::app::guide::{self, Guide};
use crate::app::message::Effect;
use crate::app::page::Line;
use crate::app::pane::Pane;
use crate::app::search::{SearchLine, sought};
use crate::app::state::{Overlay, State};
use crate::app::strand::counted;
use crate::corpus::{Corpus, Hit};
use crate::model::Target;
use crate::text::{Span, fold};

use super::{
    asking, comparing, correcting, filtering, following, going, leaving, marking, say, searching, tabulating, walking,
};

/// Letters that a search needs before it looks while one types: one letter stands everywhere.
const LIVE_FROM: usize = 2;

pub(super) fn open(state: &mut State, open: Open) {
    match open {
        Open::Search => {
            let line = SearchLine { origin: going::here(state), ..SearchLine::default() };
            state.overlay = Overlay::Search(Box::new(line));
        }
        Open::Filter => filtering::open(state),
        Open::Batch => searching::ask_for_list(state),
        Open::Finder => open_finder(state, Purpose::Go),
        Open::Date => {
            open_guide(state, guide::Purpose::Palette);
            if let Overlay::Guide(guide) = &mut state.overlay {
                guide.field.insert(guide::DATE);
                guide.search();
            }
        }
        Open::Compare => comparing::open(state),
        Open::Matrix => tabulating::open(state),
        Open::Export => leaving::open(state),
        Open::Palette => open_guide(state, guide::Purpose::Palette),
        Open::Help => open_guide(state, guide::Purpose::Help),
    }
}

/// Opens the finder; its candidates are made once for a corpus. Where only entities are offered, which is often right after a
/// correction, documents and events are not waited for.
pub(super) fn open_finder(state: &mut State, purpose: Purpose) {
    let candidates = match (&state.candidates, purpose) {
        (Some(candidates), _) => Arc::clone(candidates),
        (None, Purpose::Merge(_) | Purpose::Name(..)) => Arc::new(Candidates::of_entities(&state.corpus)),
        (None, Purpose::Go | Purpose::Column(_)) => {
            Arc::clone(state.candidates.insert(Arc::new(Candidates::of(&state.corpus))))
        }
    };
    state.overlay = Overlay::Finder(Box::new(Finder::new(&state.corpus, candidates, purpose)));
}

fn open_guide(state: &mut State, purpose: guide::Purpose) {
    // What holds is asked before the list lies over it: help in a box of text tells of the panes below.
    state.overlay = Overlay::None;
    let guide = Guide::new(purpose, state.contexts(), state.settings.keymap.clone());
    state.overlay = Overlay::Guide(Box::new(guide));
}

pub(super) fn choose(state: &mut State, choose: Choose) -> Vec<Effect> {
    if matches!(state.overlay, Overlay::Leaving(_)) && choose != Choose::Accept {
        leaving::choose(state, choose);
        return Vec::new();
    }
    match choose {
        Choose::Accept => return accept(state),
        Choose::Next | Choose::Previous | Choose::PageDown | Choose::PageUp
            if matches!(state.overlay, Overlay::Picker(_)) =>
        {
            asking::turn(state, choose);
        }
        Choose::Next => turn(state, Move::Down),
        Choose::Previous => turn(state, Move::Up),
        Choose::PageDown => turn(state, Move::PageDown),
        Choose::PageUp => turn(state, Move::PageUp),
        Choose::Scope => {}
        Choose::Kind if matches!(state.overlay, Overlay::Prompt(_) | Overlay::Picker(_)) => asking::next_kind(state),
        Choose::Kind => {
            if let Overlay::Finder(finder) = &mut state.overlay {
                finder.next_kind(&state.corpus);
            }
        }
    }
    Vec::new()
}

/// Moves among the choices; in the search line, among the hits.
fn turn(state: &mut State, movement: Move) {
    let inside = crate::app::layout::layout(state.size, state).popup.inside();
    match &mut state.overlay {
        Overlay::Finder(finder) => {
            let height = crate::app::layout::finder_rows(inside);
            finder.scroll.cursor = movement.step(finder.scroll.cursor, finder.choices.len(), height);
        }
        Overlay::Guide(guide) => {
            let height = crate::app::layout::guide_rows(inside);
            guide.turn(movement, height);
        }
        Overlay::Search(_) if movement == Move::Down => walking::walk(state, crate::app::commands::Walk::Next),
        Overlay::Search(_) => walking::walk(state, crate::app::commands::Walk::Previous),
        Overlay::None
        | Overlay::Tray
        | Overlay::Filter(_)
        | Overlay::Text(_)
        | Overlay::Prompt(_)
        | Overlay::Leaving(_)
        | Overlay::Picker(_) => {}
    }
}

fn accept(state: &mut State) -> Vec<Effect> {
    if matches!(state.overlay, Overlay::Leaving(_)) {
        return leaving::accept(state);
    }
    if matches!(state.overlay, Overlay::Picker(_)) {
        return asking::accept_choice(state);
    }
    match std::mem::take(&mut state.overlay) {
        Overlay::Search(line) => accept_search(state, &line),
        Overlay::Filter(line) => filtering::accept(state, line),
        Overlay::Finder(finder) => match (finder.target(), finder.purpose) {
            (None, _) => {
                say(state, "Nothing fits what you typed");
                state.overlay = Overlay::Finder(finder);
            }
            (Some(target), Purpose::Go) => match finder.choices.get(finder.scroll.cursor) {
                Some(Choice::Found { query, passage }) => go_to_found(state, query, passage),
                _ => go_to(state, target),
            },
            (Some(target), Purpose::Column(column)) => comparing::fill(state, column, &target),
            (Some(target), Purpose::Merge(id)) => {
                let both = correcting::entity_of(state, &target).zip(state.corpus.entity_ix(id));
                if let Some((into, other)) = both {
                    return correcting::merge_into(state, into, &[other]);
                }
            }
            (Some(target), Purpose::Name(document, span)) => {
                let Some(document) = state.corpus.document_ix(document) else { return Vec::new() };
                return match (correcting::entity_of(state, &target), target) {
                    (Some(entity), _) => correcting::name(state, document, span, entity),
                    (None, Target::Phrase(words)) => {
                        correcting::name_new(state, document, span, finder.new_kind(), &words)
                    }
                    (None, _) => Vec::new(),
                };
            }
        },
        Overlay::Guide(guide) => {
            if let Ok(number) = guide.field.text().trim().parse() {
                go_to_number(state, number);
            } else if let Some(days) = guide.date() {
                super::dating::go_to(state, days);
            } else if let Some(entry) = guide.current() {
                return super::run(state, entry.command);
            }
        }
        Overlay::Prompt(prompt) => return asking::accept_prompt(state, prompt),
        Overlay::None | Overlay::Tray | Overlay::Text(_) | Overlay::Picker(_) | Overlay::Leaving(_) => {}
    }
    Vec::new()
}

/// Goes to what was found, with its cursor put on it.
pub(super) fn go_to(state: &mut State, target: Target) {
    match target {
        Target::Document(id) => {
            if let Some(document) = state.corpus.document_ix(id) {
                following::read_document(state, document);
            }
        }
        Target::Phrase(words) | Target::Search(words) => {
            let line = SearchLine { origin: going::here(state), ..SearchLine::default() };
            look_up(state, &words, &line);
            accept_search(state, &line);
        }
        target => {
            going::leave(state);
            going::choose_item(state, &target);
            following::follow_target(state, target);
        }
    }
}

/// Keeps the search for `query`, at one of the passages that it finds.
fn go_to_found(state: &mut State, query: &str, passage: &Glimpse) {
    let line = SearchLine { origin: going::here(state), ..SearchLine::default() };
    look_up(state, query, &line);
    accept_search(state, &line);
    if let Some(hit) = passage.hits.first() {
        show_hit(state, *hit);
    }
}

/// Goes to the paragraph of that number in the reader, to the row of that number in a list.
pub(super) fn go_to_number(state: &mut State, number: usize) {
    let row = number.saturating_sub(1);
    match state.focus {
        Pane::Reader => {
            let is_it =
                |line: &Line| matches!(line, Line::Text { paragraph: Some(own), .. } if *own as usize >= number);
            let found = state.reader.page().rows.iter().find(|row| is_it(&row.line)).map(|row| row.at);
            match found {
                Some(at) => state.reader.go(at, None),
                None => say(state, &format!("This document has no paragraph {number}")),
            }
            return;
        }
        Pane::Documents => state.documents.scroll.cursor = row.min(state.documents.rows.len().saturating_sub(1)),
        Pane::Entities => state.entities.scroll.cursor = row.min(state.entities.rows.len().saturating_sub(1)),
        Pane::Passages => state.passages.scroll.cursor = row.min(state.passages.rows.len().saturating_sub(1)),
        Pane::Timeline => {
            state.timeline.scroll.cursor = row.min(state.timeline.rows.len().saturating_sub(1));
            state.timeline.rest(crate::app::scroll::Direction::Down);
        }
    }
    marking::mark_current(state);
}

/// Looks up what stands in the search line and shows the first hit from where the search began.
pub(super) fn search_live(state: &mut State) {
    let Overlay::Search(line) = std::mem::take(&mut state.overlay) else { return };
    let words = line.field.text();
    if fold(&words).chars().count() < LIVE_FROM {
        going::set_search(state, None);
        going::restore(state, &line.origin);
    } else {
        look_up(state, &words, &line);
    }
    state.overlay = Overlay::Search(line);
}

fn look_up(state: &mut State, words: &str, line: &SearchLine) {
    let strand = marking::strand(state, &[sought(words)]);
    let corpus = Arc::clone(&state.corpus);
    let origin = line.origin.document.and_then(|id| corpus.document_ix(id)).unwrap_or_default();
    let at = line.origin.caret.at;
    let first = walking::after(&corpus, &strand.hits, (origin, Span::new(at, at)))
        .and_then(|step| strand.hits.get(step.index))
        .copied();
    going::set_search(state, Some(strand));
    // Each search begins where the line was opened, and what the one before it unfolded is folded again.
    going::restore_reader(state, &line.origin);
    match first {
        Some(hit) => show_hit(state, hit),
        None => going::choose_document(state),
    }
}

fn show_hit(state: &mut State, hit: Hit) {
    let corpus = Arc::clone(&state.corpus);
    let document = corpus.document(corpus.document_of(hit)).id;
    state.reader.show(&corpus, document, hit.span, &mut state.pages);
    going::choose_passage(state, hit.passage);
    going::choose_document(state);
}

/// Keeps the search: from now on `n` walks its hits.
fn accept_search(state: &mut State, line: &SearchLine) {
    let typed = line.field.text();
    if state.search.is_none() && !fold(&typed).is_empty() {
        look_up(state, &typed, line);
    }
    let Some(search) = &state.search else { return };
    let wrong = match search.targets.first() {
        Some(Target::Search(query)) => Corpus::check_query(query).err(),
        _ => None,
    };
    let words = match search.hits.len() {
        _ if let Some(wrong) = wrong => wrong.to_string(),
        0 => format!("“{}” stands nowhere in these texts", search.label.trim_start_matches('/')),
        hits => {
            let places = counted(hits, "hit");
            let documents = counted(search.documents.len(), "document");
            format!("{}: {places} in {documents}; n and N walk them, Esc gives the target back", search.label)
        }
    };
    if search.hits.is_empty() {
        going::restore(state, &line.origin);
    } else {
        state.trail.leave(line.origin.clone());
    }
    say(state, &words);
}
