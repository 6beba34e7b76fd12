//! Picking out words of a text: by whole words and passages.

use std::sync::Arc;

use crate::app::commands::Select;
use crate::app::finder::Purpose;
use crate::app::pane::Pane;
use crate::app::selection::{Selection, whole_passages, word_after, word_at, word_before};
use crate::app::state::State;
use crate::text::Span;

use super::{opening, say};

/// Begins with what the caret rests on, else with the first word of its row.
pub(super) fn begin(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let found = state.reader.position(&corpus).filter(|_| state.focus == Pane::Reader).and_then(|document| {
        let caret = state.reader.caret;
        let span = caret.item.or_else(|| word_at(&corpus, document, caret.at))?;
        Some(Selection { document: corpus.document(document).id, span })
    });
    match found {
        Some(selection) => {
            state.selection = Some(selection);
            say(state, "w b another word, l h longer, shorter, V the sentence; a # * e y, + for a name");
        }
        None => say(state, "V selects words in Reader"),
    }
}

/// Changes what is picked out.
pub(super) fn select(state: &mut State, select: Select) {
    let corpus = Arc::clone(&state.corpus);
    let Some(Selection { document: id, span }) = state.selection else { return };
    let Some(document) = corpus.document_ix(id) else { return };
    let changed = match select {
        Select::NextWord => word_after(&corpus, document, span.end),
        Select::PreviousWord => word_before(&corpus, document, span.start),
        Select::Longer => word_after(&corpus, document, span.end).map(|word| Span::new(span.start, word.end)),
        Select::Shorter => word_before(&corpus, document, span.end.saturating_sub(1))
            .filter(|word| word.end > span.start)
            .map(|word| Span::new(span.start.min(word.start).max(span.start), word.end)),
        Select::Passage => Some(whole_passages(&corpus, document, span)),
        Select::Name => {
            return opening::open_finder(state, Purpose::Name(id, span));
        }
    };
    if let Some(span) = changed {
        state.selection = Some(Selection { document: id, span });
        state.reader.go(if select == Select::Longer { span.end.saturating_sub(1) } else { span.start }, None);
    }
}
