//! Copying: words, and where they stand, for the clipboard.

use crate::app::commands::Copy;
use crate::app::message::Effect;
use crate::app::pane::Pane;
use crate::app::panes::Group;
use crate::app::state::{Overlay, State};
use crate::app::strand::{document_name, label};
use crate::app::why;
use crate::model::{DocumentIx, PassageIx};
use crate::report::{Citation, Style};
use crate::text::{Span, is_hidden};

use super::{following, say, subject};

/// The most that terminals take: 74,994 characters of base64 (the limit of `tmux` and `xterm`).
const MOST_BYTES: usize = 74_994 / 4 * 3;

pub(super) fn copy(state: &mut State, copy: Copy) -> Vec<Effect> {
    if copy == Copy::Style {
        let at = Style::ALL.iter().position(|style| *style == state.citation).unwrap_or_default();
        state.citation = Style::ALL.get(at + 1).copied().unwrap_or_default();
        let words = format!("Citations are now: {}", state.citation.name());
        say(state, &words);
        return Vec::new();
    }
    if copy == Copy::Original {
        return original(state);
    }
    let found = match copy {
        _ if state.focus == Pane::Passages && !state.passages.picked.is_empty() => Some(picked(state, copy)),
        Copy::Line => line(state),
        _ => cited(state, copy),
    };
    let Some((text, what)) = found else {
        say(state, "Nothing here to copy");
        return Vec::new();
    };
    give(state, &text, what)
}

/// Gives a text to the clipboard.
pub(super) fn give(state: &mut State, text: &str, what: &str) -> Vec<Effect> {
    let (text, left_out) = shown(text);
    if text.len() > MOST_BYTES {
        say(state, "Too long for the clipboard of a terminal: select less with V");
        return Vec::new();
    }
    let without = if left_out > 0 { format!(", without {left_out} control characters") } else { String::new() };
    say(state, &format!("{what} given to the clipboard{without}; a terminal does not say whether it took it"));
    vec![Effect::Copy(text)]
}

/// Shows where the original of the document at hand is, and copies it. Nothing is opened: that could reach the network.
fn original(state: &mut State) -> Vec<Effect> {
    let corpus = std::sync::Arc::clone(&state.corpus);
    let shown = match (&state.compare, state.focus) {
        (Some(compare), _) => compare.active().and_then(|reading| reading.position(&corpus)),
        (None, Pane::Documents) => state.documents.current(),
        (None, Pane::Passages) => state.passages.document(&corpus),
        (None, _) => state.reader.position(&corpus),
    };
    let Some(at) = shown else {
        say(state, "No document here");
        return Vec::new();
    };
    let (told, place) = why::original(&corpus, at);
    state.overlay = Overlay::Text(Box::new(told));
    vec![Effect::Copy(self::shown(&place).0)]
}

/// Name or title of the item under the cursor; in a text, its passage.
fn line(state: &State) -> Option<(String, &'static str)> {
    let corpus = &*state.corpus;
    if state.focus == Pane::Reader || state.compare.is_some() {
        return cited(state, Copy::Quote);
    }
    if let (Pane::Passages, Some(Group::Document(id))) = (state.focus, state.passages.head()) {
        return corpus.document_ix(id).map(|at| (document_name(corpus, at), "Name"));
    }
    match following::under_cursor(state) {
        Some(target) => Some((label(corpus, &target), "Line")),
        None => cited(state, Copy::Quote),
    }
}

/// All passages that are picked out, in the order in which they were.
fn picked(state: &State, copy: Copy) -> (String, &'static str) {
    let corpus = &*state.corpus;
    let worded = |at: PassageIx| {
        let passage = corpus.passage(at);
        words(state, copy, passage.document, passage.span).0
    };
    let all: Vec<String> = state.passages.picked(corpus).into_iter().map(worded).collect();
    let what = match copy {
        Copy::Line | Copy::Quote => "Quotes of all that is picked",
        Copy::Citation => "Citations of all that is picked",
        Copy::QuoteWithCitation | Copy::Original | Copy::Style => "Quotes with citations of all that is picked",
    };
    (all.join("\n\n"), what)
}

fn cited(state: &State, copy: Copy) -> Option<(String, &'static str)> {
    let corpus = &*state.corpus;
    let (document, span) = match state.focus {
        // A quote comes from the document under the cursor or from none.
        Pane::Documents if copy == Copy::Citation || state.reader.position(corpus) != state.documents.current() => {
            let document = state.documents.current()?;
            let whole = Citation::new(corpus, document, Span::default());
            return Some((whole.source(state.citation), "Citation"));
        }
        _ => subject::words(state)?,
    };
    Some(words(state, copy, document, span))
}

fn words(state: &State, copy: Copy, document: DocumentIx, span: Span) -> (String, &'static str) {
    let corpus = &*state.corpus;
    let citation = Citation::new(corpus, document, span.trimmed(&corpus.document(document).text));
    match copy {
        Copy::Line | Copy::Quote => (citation.quote().to_owned(), "Quote"),
        Copy::Citation => (citation.worded(state.citation), "Citation"),
        Copy::QuoteWithCitation | Copy::Original | Copy::Style => {
            (citation.with_quote(state.citation), "Quote with citation")
        }
    }
}

/// Without controls and hidden characters, and how many those were: a paste must not run or hide anything.
fn shown(text: &str) -> (String, usize) {
    let is_kept =
        |character: &char| matches!(character, '\n' | '\t') || !(character.is_control() || is_hidden(*character));
    let kept: String = text.chars().filter(is_kept).collect();
    let left_out = text.chars().filter(|character| !is_kept(character) && *character != '\r').count();
    (kept, left_out)
}
