//! Typing: letters, edits and pasted text go into the line that is open, and what it finds is looked up at once.

use crate::app::commands::Edit;
use crate::app::field::Field;
use crate::app::guide::Purpose;
use crate::app::key::{Key, KeyCode};
use crate::app::leaving::Stage;
use crate::app::state::{Overlay, State};

use super::{filtering, opening, say};

/// Types a letter.
pub(super) fn letter(state: &mut State, key: Key) {
    let KeyCode::Char(character) = key.code else { return };
    if key.ctrl || key.alt {
        return;
    }
    // Help is left by the keys that leave any view, as long as nothing is being typed.
    if let Overlay::Guide(guide) = &state.overlay
        && guide.purpose == Purpose::Help
        && guide.field.is_empty()
        && matches!(character, 'q' | '?')
    {
        state.overlay = Overlay::None;
        return;
    }
    insert(state, character.encode_utf8(&mut [0; 4]));
}

/// Takes pasted text where text is typed, and never as keys.
pub(super) fn paste(state: &mut State, text: &str) {
    if state.has_text_field() {
        insert(state, text);
    } else {
        say(state, "Pasted text is taken in the finder (f), searches (/) and filters (F) only");
    }
}

/// Edits the line.
pub(super) fn edit(state: &mut State, edit: Edit) {
    change(state, |field| field.edit(edit));
}

fn insert(state: &mut State, text: &str) {
    let mut had_room = true;
    change(state, |field| had_room = field.insert(text));
    if !had_room {
        say(state, "The end of it has no room here and is left out; a note has more in your editor (^E)");
    }
}

fn change(state: &mut State, change: impl FnOnce(&mut Field)) {
    let field = match &mut state.overlay {
        Overlay::Search(line) => &mut line.field,
        Overlay::Filter(line) => &mut line.field,
        Overlay::Finder(finder) => &mut finder.field,
        Overlay::Guide(guide) => &mut guide.field,
        Overlay::Leaving(leaving) => &mut leaving.field,
        Overlay::Prompt(prompt) => &mut prompt.field,
        Overlay::Picker(picker) => &mut picker.field,
        Overlay::None | Overlay::Text(_) | Overlay::Tray => return,
    };
    let before = field.text();
    change(field);
    if field.text() == before {
        return;
    }
    match &mut state.overlay {
        Overlay::Search(_) => opening::search_live(state),
        Overlay::Filter(_) => filtering::read(state),
        Overlay::Finder(finder) => finder.search(&state.corpus),
        Overlay::Guide(guide) => guide.search(),
        Overlay::Leaving(leaving) => leaving.stage = Stage::Asking,
        Overlay::Prompt(prompt) => prompt.wrong = None,
        Overlay::Picker(picker) => picker.search(),
        Overlay::None | Overlay::Text(_) | Overlay::Tray => {}
    }
}
