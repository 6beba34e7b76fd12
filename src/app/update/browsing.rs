//! What the casebook holds, looked through: jumped to, rewritten, taken back.

use std::sync::Arc;

use crate::app::message::Effect;
use crate::app::pane::Pane;
use crate::app::picker::{Choosable, Leads, Picker, Purpose, Shown};
use crate::app::prompt::{Ask, Prompt};
use crate::app::state::{Overlay, State};
use crate::app::strand::{counted, document_name};
use crate::casework::Standing;
use crate::corpus::Corpus;
use crate::model::{Act, EntryId, Place, Target};
use crate::text::visible;

use super::{following, going, keeping, say, subject};

/// Opens the list of what the casebook holds.
pub(super) fn open(state: &mut State, shown: Shown) {
    let Some(record) = state.keeping.record.clone() else {
        keeping::can_keep(state);
        return;
    };
    let typed = match &state.overlay {
        Overlay::Picker(picker) => picker.field.clone(),
        _ => crate::app::field::Field::default(),
    };
    let items = items(state, shown);
    let title = format!("Casework: {} · {}", shown.name(), counted(record.deeds.len(), "entry"));
    let mut picker = Picker::new(Purpose::Casework(shown), title, items);
    picker.field = typed;
    picker.search();
    state.overlay = Overlay::Picker(Box::new(picker));
}

fn items(state: &State, shown: Shown) -> Vec<Choosable> {
    let laid = state.corpus.laid();
    let casework = &laid.casework;
    let Some(record) = &state.keeping.record else { return Vec::new() };
    let item = |entry: EntryId, label: &str, words: &str, note: Option<&String>| {
        let place = laid.places.get(&entry).copied();
        let orphan = laid.orphans.iter().find(|(orphan, _)| *orphan == entry);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let detail = match (orphan, place) {
            (Some((_, reason)), _) => reason.to_string(),
            (None, Some(place)) => where_it_is(&state.corpus, place),
            (None, None) => String::new(),
        };
        Choosable {
            label: label.to_owned(),
            words: visible(&words).into_owned(),
            detail: visible(&detail).into_owned(),
            is_dim: orphan.is_some(),
            leads: Leads::Entry { entry, place, note: note.cloned(), query: None },
        }
    };
    let all_or = |one: Shown| matches!(shown, Shown::All | Shown::Orphans) || shown == one;
    let mut items = Vec::new();
    if all_or(Shown::Notes) {
        items.extend(casework.notes.iter().rev().map(|note| item(note.entry, "note", &note.text, Some(&note.text))));
    }
    if all_or(Shown::Tags) {
        items.extend(casework.tags.iter().rev().map(|tag| item(tag.entry, "tag", &format!("#{}", tag.tag), None)));
    }
    if all_or(Shown::Bookmarks) {
        items.extend(casework.bookmarks.iter().rev().map(|one| item(one.entry, "bookmark", &one.label, None)));
    }
    if all_or(Shown::Reviewed) {
        let reviewed = casework.reviewed.iter().rev();
        items.extend(reviewed.map(|one| item(one.entry, "reviewed", &subject::name(&one.on), None)));
    }
    if all_or(Shown::Searches) {
        items.extend(casework.searches.iter().rev().map(|one| Choosable {
            label: "search".to_owned(),
            words: visible(&one.name).into_owned(),
            detail: visible(&one.query).into_owned(),
            is_dim: false,
            leads: Leads::Entry { entry: one.entry, place: None, note: None, query: Some(one.query.clone()) },
        }));
    }
    if all_or(Shown::Corrections) {
        let told =
            |entry: EntryId| record.deeds.iter().find(|deed| deed.entry == entry).map(|deed| deed.words.as_str());
        let corrections = casework.corrections.iter().rev();
        items.extend(corrections.map(|one| item(one.entry, "correction", told(one.entry).unwrap_or_default(), None)));
    }
    if shown == Shown::Orphans {
        items.retain(|item| item.is_dim);
    }
    if shown == Shown::History {
        items = record
            .deeds
            .iter()
            .map(|deed| Choosable {
                label: deed.at.to_string().get(..16).unwrap_or_default().replace('T', " "),
                words: deed.words.clone(),
                detail: if deed.standing == Standing::Holds { String::new() } else { deed.standing.name().to_owned() },
                is_dim: deed.standing != Standing::Holds,
                leads: Leads::Entry {
                    entry: deed.entry,
                    place: laid.places.get(&deed.entry).copied(),
                    note: None,
                    query: None,
                },
            })
            .collect();
    }
    items
}

/// Where something stands, in a few words. Untrusted.
pub(super) fn where_it_is(corpus: &Corpus, place: Place) -> String {
    match place {
        Place::Document(at) => document_name(corpus, at),
        Place::Text(at, span) => {
            let paragraph = corpus.passage_at(at, span.start).map_or(0, |at| corpus.passage(at).paragraph);
            format!("{} §{paragraph}", document_name(corpus, at))
        }
        Place::Entity(at) => corpus.entity(at).name.clone(),
        Place::Event(at) => corpus.event(at).label.clone(),
    }
}

/// Goes to where something stands.
pub(super) fn jump(state: &mut State, place: Place) {
    let corpus = Arc::clone(&state.corpus);
    let (pane, target) = match place {
        Place::Document(at) => return following::read_document(state, at),
        Place::Text(at, span) => {
            going::leave(state);
            state.mark = None;
            state.is_zoomed = false;
            state.reader.show(&corpus, corpus.document(at).id, span, &mut state.pages);
            going::focus(state, Pane::Reader);
            return going::choose_document(state);
        }
        Place::Entity(at) => (Pane::Entities, Target::Entity(corpus.entity(at).id)),
        Place::Event(at) => (Pane::Timeline, Target::Event(corpus.event(at).id)),
    };
    going::leave(state);
    going::choose_item(state, &target);
    following::follow_target(state, target);
    going::focus(state, pane);
}

/// Takes the entry under the cursor back.
pub(super) fn take_back(state: &mut State) -> Vec<Effect> {
    let Overlay::Picker(picker) = &state.overlay else { return Vec::new() };
    let Some(Leads::Entry { entry, .. }) = picker.current().map(|choice| choice.leads.clone()) else {
        return Vec::new();
    };
    let deed = state.keeping.record.as_ref().and_then(|record| record.deeds.iter().find(|deed| deed.entry == entry));
    let Some(deed) = deed.filter(|deed| deed.can_be_reverted) else {
        say(state, "This holds no longer, or only says that something was undone: u and ^R undo and redo");
        return Vec::new();
    };
    let words = format!("Taken back: {}; u brings it back", deed.words);
    say(state, &words);
    keeping::keep(state, Act::Revert { entries: vec![entry] })
}

/// Opens the note under the cursor to be rewritten. Whether there was one.
pub(super) fn edit_note(state: &mut State) -> bool {
    let Overlay::Picker(picker) = &state.overlay else { return false };
    let Some(Leads::Entry { entry, note: Some(text), .. }) = picker.current().map(|choice| choice.leads.clone()) else {
        say(state, "Only a note can be rewritten");
        return false;
    };
    let prompt = Prompt::new("Note".to_owned(), "rewritten", &text, Ask::EditNote(entry));
    state.overlay = Overlay::Prompt(Box::new(prompt));
    true
}

/// Shows what there is now, where the list is open.
pub(super) fn again(state: &mut State) {
    let Overlay::Picker(picker) = &state.overlay else { return };
    let Purpose::Casework(shown) = picker.purpose else { return };
    let scroll = picker.scroll;
    open(state, shown);
    if let Overlay::Picker(picker) = &mut state.overlay {
        picker.scroll = scroll;
    }
}
