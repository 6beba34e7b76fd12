//! The box in which a reader says what leaves.

use std::sync::Arc;

use crate::app::commands::Choose;
use crate::app::leaving::{Answer, Leaving, Stage};
use crate::app::message::Effect;
use crate::app::state::{Overlay, State};
use crate::model::References;
use crate::text::visible;

use super::say;

pub(super) fn open(state: &mut State) {
    if state.corpus.documents().is_empty() {
        return say(state, "Nothing is read that could be exported");
    }
    let picked = state.passages.picked(&state.corpus);
    let leaving = Leaving::new(&state.corpus, state.listed(), picked, References::Hidden, &state.settings.collection);
    state.overlay = Overlay::Leaving(Box::new(leaving));
}

/// Opens it over what is in the evidence tray.
pub(super) fn open_tray(state: &mut State) {
    let passages = state.tray.passages(&state.corpus);
    if passages.is_empty() {
        return say(state, "The tray is empty");
    }
    let leaving = Leaving::of_tray(&state.corpus, passages, References::Hidden, &state.settings.collection);
    state.overlay = Overlay::Leaving(Box::new(leaving));
}

/// Takes another format, group or set of passages.
pub(super) fn choose(state: &mut State, choose: Choose) {
    let corpus = Arc::clone(&state.corpus);
    let Overlay::Leaving(leaving) = &mut state.overlay else { return };
    match choose {
        Choose::Next | Choose::PageDown => leaving.turn(1),
        Choose::Previous | Choose::PageUp => leaving.turn(-1),
        Choose::Kind => leaving.next_group(),
        Choose::Scope => leaving.next_scope(&corpus),
        Choose::Accept => {}
    }
}

/// Lets it leave; the box stays until it has.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let corpus = Arc::clone(&state.corpus);
    let Overlay::Leaving(leaving) = &mut state.overlay else { return Vec::new() };
    if leaving.stage == Stage::Writing {
        return Vec::new();
    }
    let Some(departure) = leaving.departure(&corpus) else {
        leaving.stage = Stage::Failed("The file needs a name".to_owned());
        return Vec::new();
    };
    leaving.stage = Stage::Writing;
    vec![Effect::Leave(Box::new(departure))]
}

/// What has become of it. Where the box was closed meanwhile, a notice tells.
pub(super) fn answered(state: &mut State, answer: Answer) {
    let shown = |words: &str| visible(words).into_owned();
    match (&mut state.overlay, answer) {
        (Overlay::Leaving(leaving), Answer::Occupied(words)) => leaving.stage = Stage::Occupied(shown(&words)),
        (Overlay::Leaving(leaving), Answer::Failed(words)) => leaving.stage = Stage::Failed(shown(&words)),
        (overlay, answer) => {
            if matches!(overlay, Overlay::Leaving(_)) {
                *overlay = Overlay::None;
            }
            let (Answer::Written(words) | Answer::Occupied(words) | Answer::Failed(words)) = answer;
            say(state, &words);
        }
    }
}
