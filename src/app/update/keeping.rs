//! What the reader does is given to the casebook; what the casebook says of it.

use crate::app::keeping::{Fault, Safety};
use crate::app::message::Effect;
use crate::app::state::State;
use crate::model::{Act, Correction};
use crate::text::visible;

use super::say;

/// Why nothing can be kept yet.
const STILL_READING: &str = "Wait until all is read: then the casebook opens (Esc stops reading)";

/// Whether what the reader does can be kept; where not, why is said.
pub(super) fn can_keep(state: &mut State) -> bool {
    if state.keeping.record.is_some() {
        return true;
    }
    let why = state.keeping.without.clone().unwrap_or_else(|| STILL_READING.to_owned());
    say(state, &why);
    false
}

/// Gives an act to the casebook.
pub(super) fn keep(state: &mut State, act: Act) -> Vec<Effect> {
    state.keeping.given += 1;
    vec![Effect::Keep(Box::new(act))]
}

/// Gives corrections to the casebook and says what they did.
pub(super) fn correct(state: &mut State, corrections: Vec<Correction>, words: &str) -> Vec<Effect> {
    say(state, &format!("{words}; u takes it back"));
    corrections.into_iter().flat_map(|correction| keep(state, Act::Correct(correction))).collect()
}

pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let Some(words) = state.keeping.record.as_ref().and_then(|record| record.next_undo.clone()) else {
        say(state, "Nothing to undo");
        return Vec::new();
    };
    say(state, &format!("Undone: {words}; ^R does it again"));
    state.keeping.given += 1;
    vec![Effect::Undo]
}

pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    let Some(words) = state.keeping.record.as_ref().and_then(|record| record.next_redo.clone()) else {
        say(state, "Nothing to do again");
        return Vec::new();
    };
    say(state, &format!("Done again: {words}"));
    state.keeping.given += 1;
    vec![Effect::Redo]
}

/// Whether the reader may leave: once warned that something is not safe, they may.
pub(super) fn may_leave(state: &mut State) -> bool {
    if state.keeping.safety() != Safety::Unsaved || std::mem::replace(&mut state.keeping.was_warned, true) {
        return true;
    }
    say(state, "Not saved yet: :casework.save tries again, :casework.export writes elsewhere, q leaves all the same");
    false
}

pub(super) fn saved(state: &mut State, safe: u64) {
    state.keeping.safe = state.keeping.safe.max(safe);
    state.keeping.fault = None;
    state.keeping.was_warned = false;
}

pub(super) fn unsaved(state: &mut State, count: usize, why: &str) {
    state.keeping.fault = Some(Fault { count, why: visible(why).into_owned() });
}
