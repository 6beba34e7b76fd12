//! The line that is asked for and the list that is chosen from: what becomes of them.

use std::path::PathBuf;

use crate::app::commands::Choose;
use crate::app::message::Effect;
use crate::app::picker::{Leads, Purpose};
use crate::app::prompt::{Ask, Prompt};
use crate::app::state::{Overlay, State};
use crate::calendar::When;
use crate::casework::{as_name, as_note};
use crate::model::{Act, Correction, Kind};

use super::{annotating, browsing, correcting, keeping, say, searching};

/// Takes what is typed in a prompt.
pub(super) fn accept_prompt(state: &mut State, mut prompt: Box<Prompt>) -> Vec<Effect> {
    let text = prompt.field.text().trim().to_owned();
    if let Some(wrong) = wrong(&prompt.ask, &text) {
        prompt.wrong = Some(wrong);
        state.overlay = Overlay::Prompt(prompt);
        return Vec::new();
    }
    match prompt.ask {
        Ask::Note(on) => {
            let words = format!("Note on {}", super::subject::name(&on));
            say(state, &words);
            state.selection = None;
            keeping::keep(state, Act::Note { on, text })
        }
        Ask::EditNote(note) => keeping::keep(state, Act::EditNote { note, text }),
        Ask::Rename(entity, kind) => correcting::renamed(state, &entity, text, kind),
        Ask::Publication(document) => {
            let words = format!("{} is of {text}", document.file);
            keeping::correct(state, vec![Correction::SetPublication { document, date: text }], &words)
        }
        Ask::Time(at) => {
            let words = format!("“{}” means {text}", at.quote);
            keeping::correct(state, vec![Correction::SetTime { at, value: text }], &words)
        }
        Ask::SaveSearch(query) => {
            say(state, &format!("Saved: f finds it as {text}"));
            keeping::keep(state, Act::SaveSearch { name: text, query })
        }
        Ask::Batch => vec![Effect::ReadList(PathBuf::from(text))],
        Ask::Export => vec![Effect::Export(PathBuf::from(text))],
    }
}

/// What is wrong with a text that was typed.
fn wrong(ask: &Ask, text: &str) -> Option<&'static str> {
    match ask {
        Ask::Note(_) | Ask::EditNote(_) => as_note(text).err(),
        Ask::Rename(..) | Ask::SaveSearch(_) => as_name(text).err(),
        Ask::Export | Ask::Batch if text.is_empty() => Some("name a file"),
        Ask::Publication(_) | Ask::Time(_) => {
            let is_placed = When::from_edtf(text).is_some_and(|when| !when.days().is_unknown());
            (!is_placed).then_some("write 2016, 2016-12, 2016-12-29 or 2016-12-20/2017-01")
        }
        _ => None,
    }
}

/// The next kind: of the entity that is renamed, of what the list shows.
pub(super) fn next_kind(state: &mut State) {
    match &mut state.overlay {
        Overlay::Prompt(prompt) => {
            if let Ask::Rename(_, kind) = &mut prompt.ask {
                let at = Kind::ALL.iter().position(|one| one == kind).unwrap_or_default();
                *kind = Kind::ALL.get(at + 1).copied().unwrap_or_default();
            }
        }
        Overlay::Picker(picker) => {
            if let Purpose::Casework(shown) = picker.purpose {
                browsing::open(state, shown.next());
            }
        }
        _ => {}
    }
}

/// Takes the choice under the cursor of a list.
pub(super) fn accept_choice(state: &mut State) -> Vec<Effect> {
    let Overlay::Picker(picker) = std::mem::take(&mut state.overlay) else { return Vec::new() };
    let leads = picker.current().map(|choice| choice.leads.clone());
    match (picker.purpose.clone(), leads) {
        (Purpose::Split(from), Some(Leads::Part(part))) => correcting::split_off(state, from, part),
        (Purpose::Split(from), Some(Leads::Mention(document, span))) => {
            correcting::split_off_one(state, from, document, span)
        }
        (Purpose::Tag(on), Some(Leads::Tag(tag))) if is_meant(&picker.field.text(), &tag) => {
            annotating::put_tag(state, on, &tag)
        }
        (Purpose::Tag(on), _) => annotating::put_tag(state, on, &picker.field.text()),
        (Purpose::Casework(_), Some(Leads::Entry { query: Some(query), .. }))
        | (Purpose::Batch, Some(Leads::Query(query))) => {
            searching::look_through(state, &query);
            Vec::new()
        }
        (Purpose::Casework(_), Some(Leads::Entry { place: Some(place), .. })) => {
            browsing::jump(state, place);
            Vec::new()
        }
        (Purpose::Casework(_), Some(Leads::Entry { place: None, .. })) => {
            say(state, "This has no place to jump to; ^X takes it back");
            state.overlay = Overlay::Picker(picker);
            Vec::new()
        }
        _ => {
            say(state, "Nothing fits what you typed");
            state.overlay = Overlay::Picker(picker);
            Vec::new()
        }
    }
}

/// Whether the tag under the cursor is meant by what is typed: its beginning, or nothing.
fn is_meant(typed: &str, tag: &str) -> bool {
    crate::text::fold(tag).starts_with(&crate::text::fold(typed.trim().trim_start_matches('#')))
}

/// Moves among the choices of a list.
pub(super) fn turn(state: &mut State, choose: Choose) {
    use crate::app::commands::Move;
    let inside = crate::app::layout::layout(state.size, state).popup.inside();
    let Overlay::Picker(picker) = &mut state.overlay else { return };
    let height = crate::app::layout::picker_rows(inside, picker);
    let movement = match choose {
        Choose::Next => Move::Down,
        Choose::Previous => Move::Up,
        Choose::PageDown => Move::PageDown,
        _ => Move::PageUp,
    };
    picker.scroll.cursor = movement.step(picker.scroll.cursor, picker.rows.len(), height);
}

/// Opens the reader's editor on the note that is being written, or on the one under the cursor of the list.
pub(super) fn edit_outside(state: &mut State) -> Vec<Effect> {
    if matches!(state.overlay, Overlay::Picker(_)) && !browsing::edit_note(state) {
        return Vec::new();
    }
    match &state.overlay {
        Overlay::Prompt(prompt) if prompt.is_note() => vec![Effect::Edit(prompt.field.text())],
        _ => Vec::new(),
    }
}

/// What the editor left becomes the note's text, to be looked over; nothing is lost where it failed.
pub(super) fn edited(state: &mut State, left: Result<String, String>) {
    match (left, &mut state.overlay) {
        (Ok(text), Overlay::Prompt(prompt)) => {
            prompt.field = crate::app::field::Field::of(text.trim_end());
            say(state, "Back from the editor: Enter saves the note");
        }
        (Err(why), _) => say(state, &format!("{why}; the note is as it was")),
        (Ok(_), _) => {}
    }
}
