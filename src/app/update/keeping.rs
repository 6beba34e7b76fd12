//! What the casebook says of what was given to it.

use crate::app::keeping::Fault;
use crate::app::state::State;
use crate::text::visible;

pub(super) fn saved(state: &mut State, safe: u64) {
    state.keeping.safe = state.keeping.safe.max(safe);
    state.keeping.fault = None;
    state.keeping.was_warned = false;
}

pub(super) fn unsaved(state: &mut State, count: usize, why: &str) {
    state.keeping.fault = Some(Fault { count, why: visible(why).into_owned() });
}
