//! Marks: places under letters, set with `m` and gone to with `'`.

use crate::app::crumbs::place_name;
use crate::app::key::{Key, KeyCode};
use crate::app::state::{Awaited, State};

use super::{going, say};

/// Waits for the letter.
pub(super) fn wait(state: &mut State, awaited: Awaited) {
    state.awaited = Some(awaited);
    // As a prefix waits: after a while it is shown what may follow.
    state.pending.keys = vec![Key::char(awaited.key())];
    state.pending.since = state.now;
}

/// Takes the key that was waited for.
pub(super) fn letter(state: &mut State, awaited: Awaited, key: Key) {
    match (awaited, key.code) {
        (_, KeyCode::Esc) => {}
        (Awaited::Marked, KeyCode::Char('\'')) => match state.trail.last(going::here(state)) {
            Some(place) => going::come(state, &place),
            None => say(state, "There is no last place yet"),
        },
        (Awaited::Mark, KeyCode::Char(letter @ 'a'..='z')) if key == Key::char(letter) => {
            let here = going::here(state);
            let words = format!("Marked {letter}: {}; '{letter} comes back", place_name(&state.corpus, &here));
            state.marks.insert(letter, here);
            say(state, &words);
        }
        (Awaited::Marked, KeyCode::Char(letter @ 'a'..='z')) if key == Key::char(letter) => {
            let Some(place) = state.marks.get(&letter).cloned() else {
                return say(state, &format!("Nothing is marked {letter}: m{letter} marks this place"));
            };
            if place.document.is_none_or(|id| state.corpus.document_ix(id).is_none()) {
                return say(state, &format!("The document that is marked {letter} is not among the sources"));
            }
            going::leave(state);
            going::come(state, &place);
        }
        _ => say(state, "A mark is a letter from a to z"),
    }
}
