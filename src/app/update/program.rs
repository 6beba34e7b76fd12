//! The program itself: stepping back, closing, cancelling, suspending.

use std::time::Duration;

use crate::app::commands::Program;
use crate::app::message::{Effect, Listen};
use crate::app::pane::Pane;
use crate::app::prompt::Ask;
use crate::app::state::{Loading, Overlay, State};
use crate::app::together;

use super::{following, going, keeping, listing, moving, say};

/// A second Ctrl-C within this time quits.
const TWICE_WITHIN: Duration = Duration::from_secs(2);

pub(super) fn program(state: &mut State, program: Program) -> Vec<Effect> {
    match program {
        Program::StepBack => {
            if step_back(state) {
                return Vec::new();
            }
            if !state.loading.is_over() {
                state.loading = Loading::Stopped;
                say(state, "Loading cancelled: what has been read stays");
                return vec![Effect::CancelLoading];
            }
            say(state, "Nothing to step back from; q quits");
        }
        Program::Close => {
            // Where nothing could be read, a box says so from the start: it is no view that the reader has opened.
            let has_nothing = state.loading.is_over() && state.corpus.documents().is_empty();
            let is_view = state.compare.is_some() || state.table.is_some();
            let is_root = !is_view && matches!(state.overlay, Overlay::None) && !state.is_zoomed;
            if is_root || has_nothing {
                return if keeping::may_leave(state) { vec![Effect::Quit] } else { Vec::new() };
            }
            if !step_back_view(state) {
                state.is_zoomed = false;
            }
        }
        Program::Cancel => return cancel(state),
        Program::Suspend => return vec![Effect::Suspend],
        Program::Redraw => return vec![Effect::Redraw],
        Program::Reload => {
            if state.loading == Loading::Stopped {
                state.loading = Loading::Starting;
            }
            say(state, "Reading the sources again");
            return vec![Effect::Reload];
        }
        Program::Mouse => {
            let (mouse, words) = match state.mouse {
                Listen::On => (Listen::Off, "Mouse off: the terminal selects text; F2 turns it on"),
                Listen::Off => (Listen::On, "Mouse on; F2 turns it off"),
            };
            state.mouse = mouse;
            say(state, words);
            return vec![Effect::Mouse(mouse)];
        }
    }
    Vec::new()
}

/// Steps back one thing. Whether there was one.
fn step_back(state: &mut State) -> bool {
    if step_back_view(state) {
        return true;
    }
    if state.selection.take().is_some() {
        return true;
    }
    if !state.chosen.is_empty() {
        state.chosen.clear();
        say(state, "Nothing is marked now");
        return true;
    }
    if !state.passages.picked.is_empty() {
        state.passages.picked.clear();
        say(state, "Nothing is picked now");
        return true;
    }
    if state.search.is_some() {
        going::set_search(state, None);
        say(state, &format!("n walks {} again", state.walked().label));
        return true;
    }
    if moving::thaw(state) {
        say(state, &format!("{} follows again", state.focus.name()));
        return true;
    }
    if state.focus == Pane::Passages {
        return going::close_passages(state);
    }
    if state.focus == Pane::Entities && state.entities.related.is_some() {
        listing::relate(state);
        return true;
    }
    let mut targets = state.target.targets.clone();
    if together::take_last(&mut targets) {
        following::set_target(state, &targets);
        if let [target] = targets.as_slice() {
            going::choose_item(state, target);
        }
        return true;
    }
    let mut filter = state.filter.clone();
    if filter.pop() {
        listing::keep(state, filter);
        return true;
    }
    std::mem::take(&mut state.is_zoomed) || going::close_passages(state)
}

/// Closes what lies over the panes, or the comparison. Whether there was one.
fn step_back_view(state: &mut State) -> bool {
    match std::mem::take(&mut state.overlay) {
        Overlay::None => {}
        Overlay::Search(line) => {
            going::restore(state, &line.origin);
            return true;
        }
        Overlay::Guide(mut guide) if !guide.field.is_empty() => {
            guide.field = crate::app::field::Field::default();
            guide.search();
            state.overlay = Overlay::Guide(guide);
            return true;
        }
        Overlay::Prompt(prompt) => {
            let text = prompt.field.text();
            if matches!(prompt.ask, Ask::Note(_)) && !text.trim().is_empty() {
                state.draft = Some((prompt.ask, text));
                say(state, "Not saved; the words are kept: a at the same place goes on");
            }
            return true;
        }
        Overlay::Picker(mut picker) if !picker.field.is_empty() => {
            picker.field = crate::app::field::Field::default();
            picker.search();
            state.overlay = Overlay::Picker(picker);
            return true;
        }
        Overlay::Filter(_)
        | Overlay::Finder(_)
        | Overlay::Guide(_)
        | Overlay::Text(_)
        | Overlay::Tray
        | Overlay::Picker(_)
        | Overlay::Leaving(_) => {
            return true;
        }
    }
    state.compare.take().is_some() || state.table.take().is_some()
}

fn cancel(state: &mut State) -> Vec<Effect> {
    let is_twice = state.cancelled.is_some_and(|at| state.now.saturating_sub(at) < TWICE_WITHIN);
    if is_twice {
        return vec![Effect::Quit];
    }
    state.cancelled = Some(state.now);
    if step_back_view(state) {
        return Vec::new();
    }
    if !state.loading.is_over() {
        state.loading = Loading::Stopped;
        say(state, "Loading cancelled: what has been read stays. Ctrl-C again quits");
        return vec![Effect::CancelLoading];
    }
    say(state, "Ctrl-C again quits");
    Vec::new()
}
