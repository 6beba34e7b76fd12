//! What a message does to the state: one file for each group of commands, and what arrives from outside.

mod annotating;
mod arriving;
mod asking;
mod browsing;
mod collecting;
mod comparing;
mod copying;
mod correcting;
mod counting;
mod dating;
mod filtering;
mod following;
mod going;
mod keeping;
mod leaving;
mod lettering;
mod listing;
mod marking;
mod mouse;
mod moving;
mod opening;
mod program;
mod reading;
mod searching;
mod selecting;
mod subject;
mod tabulating;
mod typing;
mod visiting;
mod walking;

use std::time::Duration;

use super::commands::{Command, Matched, Work};
use super::key::Key;
use super::layout::{bar_area, layout, text_area};
use super::message::{Effect, Message};
use super::pane::Pane;
use super::picker::Shown;
use super::prompt::{Ask, Prompt};
use super::state::{Notice, Overlay, Pending, State};

/// How long a notice stays.
const NOTICE_STAYS: Duration = Duration::from_secs(5);

/// Lets `message` happen at `now`, the time since the start, and says what the world must do.
pub fn update(state: &mut State, message: Message, now: Duration) -> Vec<Effect> {
    state.now = now;
    if state.notice.as_ref().is_some_and(|notice| notice.until <= now) {
        state.notice = None;
    }
    // The wheel looks about: lists out of focus stay where it has turned them.
    let is_wheel = matches!(&message, Message::Mouse(mouse) if mouse.action.is_wheel());
    let effects = match message {
        Message::Key(key) => press(state, key.normal()),
        Message::Mouse(mouse) => {
            state.pending = Pending::default();
            state.awaited = None;
            mouse::mouse(state, mouse)
        }
        Message::Paste(text) => {
            typing::paste(state, &text);
            Vec::new()
        }
        Message::Resized(size) => {
            state.size = size;
            Vec::new()
        }
        Message::Snapshot(corpus) => {
            arriving::snapshot(state, corpus);
            Vec::new()
        }
        Message::Progress { read, of } => {
            arriving::progress(state, read, of);
            Vec::new()
        }
        Message::Loaded => {
            arriving::loaded(state);
            Vec::new()
        }
        Message::Notice(words) => {
            say(state, &words);
            Vec::new()
        }
        Message::Record(record) => {
            state.keeping.record = Some(record);
            state.keeping.without = None;
            Vec::new()
        }
        Message::NoCasebook(why) => {
            state.keeping.without = Some(crate::text::visible(&why).into_owned());
            Vec::new()
        }
        Message::Saved(safe) => {
            keeping::saved(state, safe);
            Vec::new()
        }
        Message::Unsaved { count, why } => {
            keeping::unsaved(state, count, &why);
            Vec::new()
        }
        Message::Left(answer) => {
            leaving::answered(state, answer);
            Vec::new()
        }
        Message::List { file, text } => {
            searching::list(state, &file, text);
            Vec::new()
        }
        Message::Edited(left) => {
            asking::edited(state, left);
            Vec::new()
        }
        Message::Deadline => {
            let is_due = state.deadline().is_some_and(|due| due <= now);
            state.pending.is_shown = state.pending.is_shown || (is_due && !state.pending.keys.is_empty());
            Vec::new()
        }
    };
    if !is_wheel {
        going::align(state);
    }
    settle(state);
    effects
}

/// A key: part of a chord, or a letter where text is typed.
fn press(state: &mut State, key: Key) -> Vec<Effect> {
    state.is_touched = true;
    state.pending.is_shown = false;
    state.notice = None;
    if let Some(awaited) = state.awaited.take() {
        state.pending = Pending::default();
        lettering::letter(state, awaited, key);
        return Vec::new();
    }
    if counting::counts(state, key) {
        return Vec::new();
    }
    state.pending.keys.push(key);
    state.pending.since = state.now;
    let contexts = state.contexts();
    match state.settings.keymap.find(&contexts, &state.pending.keys) {
        Matched::Command(command) => {
            let Pending { count, .. } = std::mem::take(&mut state.pending);
            counting::run(state, command, count)
        }
        Matched::Prefix => Vec::new(),
        Matched::Nothing => {
            let was_chord = state.pending.keys.len() > 1;
            state.pending.count = 0;
            let keys: String = state.pending.keys.drain(..).map(super::commands::spelled).collect();
            if state.has_text_field() {
                typing::letter(state, key);
            } else if was_chord {
                say(state, &format!("{keys} means nothing here"));
            } else if let Some(words) = state.settings.keymap.elsewhere(key) {
                say(state, &format!("Nothing here for {keys}; {words}"));
            }
            Vec::new()
        }
    }
}

/// Runs a command.
fn run(state: &mut State, command: Command) -> Vec<Effect> {
    if !matches!(command, Command::Move(_)) {
        state.is_marking = false;
    }
    match command {
        Command::Move(movement) => moving::step(state, movement),
        Command::Focus(focus) => moving::focus(state, focus),
        Command::Item(item) => following::item(state, item),
        Command::Walk(walk) => walking::walk(state, walk),
        Command::Read(read) => reading::read(state, read),
        Command::List(list) => listing::list(state, list),
        Command::Calendar(calendar) => dating::calendar(state, calendar),
        Command::Go(go) => going::go(state, go),
        Command::Open(open) => opening::open(state, open),
        Command::Compare(compare) => comparing::compare(state, compare),
        Command::Table(table) => tabulating::table(state, table),
        Command::Tray(tray) => return collecting::tray(state, tray),
        Command::Work(work) => return self::work(state, work),
        Command::Select(select) => selecting::select(state, select),
        Command::Copy(copy) => return copying::copy(state, copy),
        Command::Edit(edit) => typing::edit(state, edit),
        Command::Choose(choose) => return opening::choose(state, choose),
        Command::Program(program) => return program::program(state, program),
    }
    Vec::new()
}

/// The reader's own work: nothing of it is begun where it could not be kept.
fn work(state: &mut State, work: Work) -> Vec<Effect> {
    let needs_no_casebook = matches!(work, Work::Mark | Work::Select);
    if !needs_no_casebook && !keeping::can_keep(state) {
        return Vec::new();
    }
    match work {
        Work::Mark => correcting::mark(state),
        Work::Merge => return correcting::merge(state),
        Work::Split => correcting::split(state),
        Work::Rename => correcting::rename(state),
        Work::Reject => return correcting::reject(state),
        Work::Confirm => return correcting::confirm(state),
        Work::Set => correcting::set(state),
        Work::Furniture => return correcting::furniture(state),
        Work::Select => selecting::begin(state),
        Work::Note => annotating::note(state),
        Work::Tag => annotating::tag(state),
        Work::SaveSearch => searching::save(state),
        Work::Bookmark => return annotating::bookmark(state),
        Work::Review => return annotating::review(state),
        Work::Undo => return keeping::undo(state),
        Work::Redo => return keeping::redo(state),
        Work::Browse => browsing::open(state, Shown::default()),
        Work::Searches => browsing::open(state, Shown::Searches),
        Work::EditNote => drop(browsing::edit_note(state)),
        Work::EditOutside => return asking::edit_outside(state),
        Work::TakeBack => return browsing::take_back(state),
        Work::Save => {
            say(state, "Saving again");
            return vec![Effect::Save];
        }
        Work::Export => {
            let prompt =
                Prompt::new("Write the casebook to".to_owned(), "a file; what it holds stays", "", Ask::Export);
            state.overlay = Overlay::Prompt(Box::new(prompt));
        }
    }
    Vec::new()
}

/// Tells the reader something, in one line; it may be untrusted.
fn say(state: &mut State, words: &str) {
    let words = crate::text::visible(words).into_owned();
    state.notice = Some(Notice { words, until: state.now + NOTICE_STAYS });
}

/// Fits pages and windows to the layout that the state now has.
fn settle(state: &mut State) {
    let areas = layout(state.size, state);
    let corpus = std::sync::Arc::clone(&state.corpus);
    let text = text_area(areas.pane(Pane::Reader), state.measure);
    if !text.is_empty() {
        state.reader.lay(&corpus, text.width, text.height, &mut state.pages);
    }
    if let Some(compare) = &mut state.compare {
        for (column, area) in compare.columns.iter_mut().zip(areas.columns) {
            let text = text_area(area, state.measure);
            column.reading.lay(&corpus, text.width, text.height, &mut state.pages);
        }
    }
    if let Some(table) = &mut state.table {
        table.settle(areas.matrix, corpus.documents().len());
    }
    let height = |pane: Pane| usize::from(areas.list(pane).height);
    state.documents.scroll.settle(state.documents.rows.len(), height(Pane::Documents));
    state.entities.scroll.settle(state.entities.rows.len(), height(Pane::Entities));
    listing::group_timeline(state, height(Pane::Timeline));
    state.timeline.scroll.settle(state.timeline.rows.len(), height(Pane::Timeline));
    let mut timeline = std::mem::take(&mut state.timeline);
    timeline.fit(usize::from(bar_area(areas.pane(Pane::Timeline)).width), state.dimming());
    state.timeline = timeline;
    state.passages.scroll.settle(state.passages.rows.len(), height(Pane::Passages));
    let inside = areas.popup.inside();
    match &mut state.overlay {
        Overlay::Finder(finder) => {
            finder.scroll.settle(finder.choices.len(), super::layout::finder_rows(inside));
            finder.look(&corpus);
        }
        Overlay::Guide(guide) => guide.scroll.settle(guide.rows.len(), super::layout::guide_rows(inside)),
        Overlay::Picker(picker) => {
            let height = super::layout::picker_rows(inside, picker);
            picker.scroll.settle(picker.rows.len(), height);
        }
        Overlay::Text(text) => {
            text.lay(inside.width.saturating_sub(2));
            text.top = text.top.min(text.rows.len().saturating_sub(usize::from(inside.height)));
        }
        Overlay::Tray => state.tray.scroll.settle(state.tray.pieces.len(), super::layout::tray_rows(inside)),
        Overlay::None | Overlay::Search(_) | Overlay::Filter(_) | Overlay::Prompt(_) | Overlay::Leaving(_) => {}
    }
}
