//! What casework is about: references to what the cursor, the caret or the selection is on.

use crate::app::pane::Pane;
use crate::app::panes::{Group, PassageRow};
use crate::app::state::State;
use crate::casework::{anchor, entity_reference, event_reference, reference};
use crate::corpus::Corpus;
use crate::model::{DocumentIx, DocumentRef, EntityIx, EntityRef, EventIx, Place, Subject, TextAnchor};
use crate::text::Span;

/// What a note, a tag or a bookmark would stand beside: the selection, else the item under the cursor; in a text, its passage.
pub(super) fn subject(state: &State) -> Option<Subject> {
    let corpus = &*state.corpus;
    match state.focus {
        _ if state.compare.is_some() => {
            passage_of(state).and_then(|(at, span)| text(corpus, at, span)).map(Subject::Text)
        }
        Pane::Documents => state.documents.current().map(|at| Subject::Document(reference(corpus.document(at)))),
        Pane::Entities => state.entities.current().map(|at| Subject::Entity(entity(corpus, at))),
        Pane::Timeline => state.timeline.current().map(|at| Subject::Event(event(corpus, at))),
        Pane::Reader => words(state).and_then(|(at, span)| text(corpus, at, span)).map(Subject::Text),
        Pane::Passages => match state.passages.rows.get(state.passages.scroll.cursor)? {
            PassageRow::Head { group: Group::Document(id), .. } => {
                corpus.document_ix(*id).map(|at| Subject::Document(reference(corpus.document(at))))
            }
            PassageRow::Head { group: Group::Companion(Some(id)), .. } => {
                corpus.entity_ix(*id).map(|at| Subject::Entity(entity(corpus, at)))
            }
            PassageRow::Head { .. } => None,
            PassageRow::Passage(held) => {
                text(corpus, held.document, corpus.passage(held.passage).span).map(Subject::Text)
            }
        },
    }
}

/// The words that are meant: the selection, else the passage that the caret, or the cursor of Passages, is in.
pub(super) fn words(state: &State) -> Option<(DocumentIx, Span)> {
    let selected =
        state.selection.and_then(|selection| Some((state.corpus.document_ix(selection.document)?, selection.span)));
    selected.or_else(|| passage_of(state))
}

fn passage_of(state: &State) -> Option<(DocumentIx, Span)> {
    let corpus = &*state.corpus;
    if let (Pane::Passages, None, Some(held)) = (state.focus, &state.compare, state.passages.current()) {
        return Some((held.document, corpus.passage(held.passage).span));
    }
    let reading = state.compare.as_ref().and_then(|compare| compare.active()).unwrap_or(&state.reader);
    let document = reading.position(corpus)?;
    let passage = corpus.passage_at(document, reading.caret.at)?;
    Some((document, corpus.passage(passage).span))
}

/// A reference to a stretch of a text, without the blanks at its ends.
pub(super) fn text(corpus: &Corpus, document: DocumentIx, span: Span) -> Option<TextAnchor> {
    let document = corpus.document(document);
    anchor(document, span.trimmed(&document.text))
}

/// A reference to an entity.
pub(super) fn entity(corpus: &Corpus, at: EntityIx) -> EntityRef {
    let mentions = corpus.mentions_of(at).map(|at| corpus.mention(at));
    let places = mentions.map(|mention| (corpus.document(corpus.passage(mention.passage).document), mention.span));
    entity_reference(corpus.entity(at), places)
}

fn event(corpus: &Corpus, at: EventIx) -> crate::model::EventRef {
    let times = corpus.times_of(at).map(|at| corpus.time(at));
    let places = times.map(|time| (corpus.document(corpus.passage(time.passage).document), time.expression.span));
    event_reference(corpus.event(at), places)
}

/// Where something stands that was made out of what the session shows.
pub(super) fn place(corpus: &Corpus, subject: &Subject) -> Option<Place> {
    let document = |wanted: &DocumentRef| {
        corpus.documents().iter().position(|document| document.file == wanted.file).map(DocumentIx::at)
    };
    match subject {
        Subject::Document(wanted) => document(wanted).map(Place::Document),
        Subject::Text(anchor) => Some(Place::Text(document(&anchor.document)?, anchor.span())),
        Subject::Entity(entity) => corpus.entity_ix(entity.id).map(Place::Entity),
        Subject::Event(event) => corpus.event_ix(event.id).map(Place::Event),
    }
}

/// What a subject is called, in a few words. Untrusted.
pub(super) fn name(subject: &Subject) -> String {
    match subject {
        Subject::Document(document) => document.file.clone(),
        Subject::Text(anchor) => format!("“{}”", anchor.quote.split_whitespace().collect::<Vec<_>>().join(" ")),
        Subject::Entity(entity) => entity.name.clone(),
        Subject::Event(event) => event.label.clone(),
    }
}
