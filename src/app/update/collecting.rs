//! The evidence tray: put in, put in order, taken out, copied, exported, kept in the casebook.

use std::sync::Arc;

use crate::app::commands::Tray as Ask;
use crate::app::message::Effect;
use crate::app::pane::Pane;
use crate::app::state::{Overlay, State};
use crate::app::strand::{counted, document_name};
use crate::app::tray::{MOST, Piece};
use crate::corpus::Corpus;
use crate::model::{Act, DocumentId, DocumentIx, Subject};
use crate::report::Citation;
use crate::text::Span;

use super::{copying, going, keeping, leaving, say, subject};

/// The tag that keeps what is in the tray.
const TAG: &str = "evidence";

pub(super) fn tray(state: &mut State, ask: Ask) -> Vec<Effect> {
    match ask {
        Ask::Put => put(state),
        Ask::Open => state.overlay = Overlay::Tray,
        Ask::Later => shift(state, 1),
        Ask::Earlier => shift(state, -1),
        Ask::Remove => remove(state),
        Ask::Follow => follow(state),
        Ask::Copy => return copy(state),
        Ask::Export => leaving::open_tray(state),
        Ask::Keep => return keep(state),
    }
    Vec::new()
}

/// Puts the selection in, else what is picked in Passages, else the passage under the cursor; what is in it already stays where
/// it is.
fn put(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    if state.focus == Pane::Passages && state.compare.is_none() && !state.passages.picked.is_empty() {
        return put_picked(state);
    }
    let Some((document, span)) = subject::words(state) else { return say(state, "No passage here to put aside") };
    let span = span.trimmed(&corpus.document(document).text);
    let piece = Piece { document: corpus.document(document).id, span };
    state.selection = None;
    let name = place_name(&corpus, document, span);
    if let Some(at) = state.tray.pieces.iter().position(|other| *other == piece) {
        return say(state, &format!("{name} is in the tray already, as number {}; E opens it", at + 1));
    }
    if state.tray.pieces.len() >= MOST {
        return say(state, &format!("The tray is full: {MOST} pieces"));
    }
    state.tray.pieces.push(piece);
    say(state, &format!("{name} is in the tray, as number {}; E opens it", state.tray.pieces.len()));
}

/// Puts in what is picked in Passages, in the order in which it was.
fn put_picked(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let trimmed = |(document, span): &(DocumentId, Span)| {
        let text = &corpus.document(corpus.document_ix(*document)?).text;
        Some(Piece { document: *document, span: span.trimmed(text) })
    };
    let mut pieces: Vec<Piece> = state.passages.picked.iter().filter_map(trimmed).collect();
    pieces.retain(|piece| !state.tray.pieces.contains(piece));
    pieces.truncate(MOST.saturating_sub(state.tray.pieces.len()));
    let words = format!("{} more in the tray, of what is picked; E opens it", pieces.len());
    state.tray.pieces.extend(pieces);
    say(state, &words);
}

fn shift(state: &mut State, steps: isize) {
    if !state.tray.shift(steps) {
        say(state, "It stands at the end of the tray");
    }
}

fn remove(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(piece) = state.tray.remove() else { return say(state, "The tray is empty") };
    match piece.place(&corpus) {
        Some((document, span)) => say(state, &format!("{} is out of the tray", place_name(&corpus, document, span))),
        None => say(state, "Out of the tray"),
    }
}

/// Reads the piece under the cursor where it stands.
fn follow(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Some(piece) = state.tray.current().copied() else { return say(state, "The tray is empty") };
    if piece.place(&corpus).is_none() {
        return say(state, "Its document is not among the sources");
    }
    going::leave(state);
    state.overlay = Overlay::None;
    (state.compare, state.table, state.mark) = (None, None, None);
    state.is_zoomed = false;
    state.reader.show(&corpus, piece.document, piece.span, &mut state.pages);
    going::focus(state, Pane::Reader);
    going::choose_document(state);
}

/// Copies all with citations, in the reader's own order.
fn copy(state: &mut State) -> Vec<Effect> {
    let corpus = Arc::clone(&state.corpus);
    let places = state.tray.pieces.iter().filter_map(|piece| piece.place(&corpus));
    let quotes: Vec<String> =
        places.map(|(document, span)| Citation::new(&corpus, document, span).with_quote(state.citation)).collect();
    if quotes.is_empty() {
        say(state, "The tray is empty");
        return Vec::new();
    }
    let what = format!("{} with citations", counted(quotes.len(), "quote"));
    copying::give(state, &quotes.join("\n\n"), &what)
}

/// Tags all in the casebook; what has the tag keeps it.
fn keep(state: &mut State) -> Vec<Effect> {
    if !keeping::can_keep(state) {
        return Vec::new();
    }
    let corpus = Arc::clone(&state.corpus);
    let places = state.tray.pieces.iter().filter_map(|piece| piece.place(&corpus));
    let subjects = places.filter_map(|(document, span)| subject::text(&corpus, document, span)).map(Subject::Text);
    let tags = &corpus.laid().casework.tags;
    let has_none = |on: &Subject| !tags.iter().any(|one| one.tag == TAG && one.on == *on);
    let subjects: Vec<Subject> = subjects.filter(has_none).collect();
    let words = match subjects.len() {
        0 => format!("All of it is tagged #{TAG} already"),
        count => format!("{} tagged #{TAG} in the casebook; u takes the last one back", counted(count, "piece")),
    };
    say(state, &words);
    subjects.into_iter().flat_map(|on| keeping::keep(state, Act::Tag { on, tag: TAG.to_owned() })).collect()
}

/// "Courier §3". Untrusted.
fn place_name(corpus: &Corpus, document: DocumentIx, span: Span) -> String {
    let paragraph = corpus.passage_at(document, span.start).map_or(0, |at| corpus.passage(at).paragraph);
    format!("{} §{paragraph}", document_name(corpus, document))
}
