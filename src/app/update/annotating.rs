//! Notes, tags, bookmarks and marks of review: put beside what the cursor or the selection is on.

use crate::app::message::Effect;
use crate::app::picker::{Choosable, Leads, Picker, Purpose};
use crate::app::prompt::{Ask, Prompt};
use crate::app::state::{Overlay, State};
use crate::casework::as_tag;
use crate::model::{Act, EntryId, Place, Subject};
use crate::text::{fold, visible};

use super::{keeping, say, subject};

/// Asks for a note. A note that was begun and left is offered again.
pub(super) fn note(state: &mut State) {
    let Some(on) = subject::subject(state) else { return say(state, "Nothing here to put a note on") };
    let about = subject::name(&on);
    let ask = Ask::Note(on);
    let begun = state.draft.take().filter(|(kept, _)| *kept == ask).map(|(_, text)| text).unwrap_or_default();
    state.overlay = Overlay::Prompt(Box::new(Prompt::new("Note".to_owned(), &about, &begun, ask)));
}

/// Offers the tags that there are; what is typed is another one.
pub(super) fn tag(state: &mut State) {
    let Some(on) = subject::subject(state) else { return say(state, "Nothing here to put a tag on") };
    let mut counts: Vec<(String, usize)> = Vec::new();
    for tagging in &state.corpus.laid().casework.tags {
        match counts.iter_mut().find(|(tag, _)| *tag == tagging.tag) {
            Some((_, count)) => *count += 1,
            None => counts.push((tagging.tag.clone(), 1)),
        }
    }
    counts.sort_by_key(|(tag, count)| (std::cmp::Reverse(*count), fold(tag)));
    let items = counts.into_iter().map(|(tag, count)| Choosable {
        label: "#".to_owned(),
        words: visible(&tag).into_owned(),
        detail: count.to_string(),
        is_dim: false,
        leads: Leads::Tag(tag),
    });
    let title = format!("Tag {}", visible(&subject::name(&on)));
    state.overlay = Overlay::Picker(Box::new(Picker::new(Purpose::Tag(on), title, items.collect())));
}

/// Puts a tag, or takes it off where it stands already.
pub(super) fn put_tag(state: &mut State, on: Subject, tag: &str) -> Vec<Effect> {
    let tag = match as_tag(tag) {
        Ok(tag) => tag.to_owned(),
        Err(wrong) => {
            say(state, &format!("Not tagged: {wrong}"));
            return Vec::new();
        }
    };
    let laid = state.corpus.laid();
    let here = subject::place(&state.corpus, &on);
    let is_here = |entry: &EntryId| here.is_some() && laid.places.get(entry).copied() == here;
    let there = laid.casework.tags.iter().find(|one| one.tag == tag && is_here(&one.entry)).map(|one| one.entry);
    let (act, words) = if let Some(entry) = there {
        (Act::Revert { entries: vec![entry] }, format!("#{tag} taken off"))
    } else {
        let words = format!("#{tag} on {}", subject::name(&on));
        (Act::Tag { on, tag }, words)
    };
    say(state, &words);
    keeping::keep(state, act)
}

/// Puts a bookmark, or takes it away where one stands already.
pub(super) fn bookmark(state: &mut State) -> Vec<Effect> {
    let Some(on) = subject::subject(state) else {
        say(state, "Nothing here to bookmark");
        return Vec::new();
    };
    let laid = state.corpus.laid();
    let here = subject::place(&state.corpus, &on);
    let is_here = |entry: &EntryId| here.is_some() && laid.places.get(entry).copied() == here;
    let there = laid.casework.bookmarks.iter().map(|one| one.entry).find(is_here);
    let (act, words) = if let Some(entry) = there {
        (Act::Revert { entries: vec![entry] }, format!("Bookmark taken off {}", subject::name(&on)))
    } else {
        let words = format!("Bookmark on {}", subject::name(&on));
        (Act::Bookmark { on, label: String::new() }, words)
    };
    say(state, &words);
    keeping::keep(state, act)
}

/// Marks the document under the cursor as reviewed, or takes its marks away.
pub(super) fn review(state: &mut State) -> Vec<Effect> {
    let (Some(at), Some(on)) = (state.documents.current(), subject::subject(state)) else {
        say(state, "No document here");
        return Vec::new();
    };
    let laid = state.corpus.laid();
    let is_here = |entry: &EntryId| laid.places.get(entry) == Some(&Place::Document(at));
    let there: Vec<EntryId> = laid.casework.reviewed.iter().map(|one| one.entry).filter(is_here).collect();
    let name = subject::name(&on);
    let (act, words) = if there.is_empty() {
        (Act::Review { on }, format!("Reviewed: {name}"))
    } else {
        (Act::Revert { entries: there }, format!("No longer reviewed: {name}"))
    };
    say(state, &words);
    keeping::keep(state, act)
}
