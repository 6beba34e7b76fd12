//! Corrections of who is who and of dates, made where the reader sees them.

use crate::app::dates::when_words;
use crate::app::finder::Purpose as Find;
use crate::app::message::Effect;
use crate::app::pane::Pane;
use crate::app::panes::TimelineRow;
use crate::app::picker::{Choosable, Leads, Picker, Purpose};
use crate::app::prompt::{Ask, Prompt};
use crate::app::state::{Overlay, State};
use crate::app::strand::document_name;
use crate::casework::reference;
use crate::model::{
    Correction, DocumentId, DocumentIx, EntityIx, EntityRef, Kind, Mention, Part, Place, Target, TimeMention, Whose,
};
use crate::text::{Span, visible};

use super::browsing::where_it_is;
use super::following::Found;
use super::{keeping, opening, reading, say, subject};

/// The entities that a correction is about: those that are marked, else the one under the cursor.
fn chosen(state: &State) -> Vec<EntityIx> {
    let marked: Vec<EntityIx> = state.chosen.iter().filter_map(|id| state.corpus.entity_ix(*id)).collect();
    let here = (state.focus == Pane::Entities).then(|| state.entities.current()).flatten();
    if marked.is_empty() { here.into_iter().collect() } else { marked }
}

/// Marks the entity under the cursor, or takes the mark off.
pub(super) fn mark(state: &mut State) {
    let Some(id) = state.entities.current().map(|at| state.corpus.entity(at).id) else {
        return say(state, "No entity here to mark");
    };
    match state.chosen.iter().position(|chosen| *chosen == id) {
        Some(at) => drop(state.chosen.remove(at)),
        None => state.chosen.push(id),
    }
    let last = state.entities.rows.len().saturating_sub(1);
    state.entities.scroll.cursor = (state.entities.scroll.cursor + 1).min(last);
    super::marking::mark_current(state);
    let words = match state.chosen.len() {
        0 => "No entity is marked".to_owned(),
        count => format!("{count} marked: M merges them into the one under the cursor, Esc unmarks"),
    };
    say(state, &words);
}

/// Merges the marked entities into the one under the cursor; without marks asks who the one under the cursor is. In a text,
/// asks whom the name under the caret means.
pub(super) fn merge(state: &mut State) -> Vec<Effect> {
    if state.focus != Pane::Entities {
        match mention_here(state) {
            Some((document, mention)) => {
                let id = state.corpus.document(document).id;
                opening::open_finder(state, Find::Name(id, mention.span));
            }
            None => say(state, "No name under the cursor: w and b move to one, V selects words"),
        }
        return Vec::new();
    }
    let Some(here) = state.entities.current() else {
        say(state, "No entity here to merge");
        return Vec::new();
    };
    let others: Vec<EntityIx> = chosen(state).into_iter().filter(|at| *at != here).collect();
    if others.is_empty() {
        let id = state.corpus.entity(here).id;
        opening::open_finder(state, Find::Merge(id));
        return Vec::new();
    }
    merge_into(state, here, &others)
}

/// Merges entities into another.
pub(super) fn merge_into(state: &mut State, into: EntityIx, others: &[EntityIx]) -> Vec<Effect> {
    let corpus = &*state.corpus;
    let names: Vec<&str> = others.iter().map(|at| corpus.entity(*at).name.as_str()).collect();
    let words = format!("{} is {}", names.join(", "), corpus.entity(into).name);
    let others = others.iter().map(|at| subject::entity(corpus, *at)).collect();
    let correction = Correction::Merge { into: subject::entity(corpus, into), others };
    state.chosen.clear();
    keeping::correct(state, vec![correction], &words)
}

/// Offers the forms, documents and mentions of an entity, to split one off.
pub(super) fn split(state: &mut State) {
    let Some(at) = state.entities.current().filter(|_| state.focus == Pane::Entities) else {
        return say(state, "Choose the entity in Entities: S splits off some of its mentions");
    };
    let corpus = &*state.corpus;
    let entity = corpus.entity(at);
    let aliases = entity.aliases.iter().filter(|_| entity.aliases.len() > 1).map(|alias| Choosable {
        label: "named".to_owned(),
        words: format!("“{}”", visible(&alias.text)),
        detail: format!("{}×", alias.count),
        is_dim: false,
        leads: Leads::Part(Part::Alias(alias.text.clone())),
    });
    let documents = entity.documents.iter().filter(|_| entity.documents.len() > 1).map(|(document, count)| Choosable {
        label: "in".to_owned(),
        words: visible(&document_name(corpus, *document)).into_owned(),
        detail: format!("{count}×"),
        is_dim: false,
        leads: Leads::Part(Part::Documents(vec![reference(corpus.document(*document))])),
    });
    let mentions = corpus.mentions_of(at).map(|at| corpus.mention(at)).map(|mention| {
        let passage = corpus.passage(mention.passage);
        let document = corpus.document(passage.document);
        let around = mention.span.widened(48, &document.text).intersection(passage.span);
        let words = visible(&around.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ")).into_owned();
        Choosable {
            label: "at".to_owned(),
            words: format!("…{words}…"),
            detail: visible(&where_it_is(corpus, Place::Text(passage.document, mention.span))).into_owned(),
            is_dim: false,
            leads: Leads::Mention(document.id, mention.span),
        }
    });
    let items: Vec<Choosable> = aliases.chain(documents).chain(mentions).collect();
    let title = format!("Split off {}", visible(&entity.name));
    let from = subject::entity(corpus, at);
    state.overlay = Overlay::Picker(Box::new(Picker::new(Purpose::Split(from), title, items)));
}

/// Splits a part off.
pub(super) fn split_off(state: &mut State, from: EntityRef, part: Part) -> Vec<Effect> {
    let words = format!("Split off {}: = gives it another name", from.name);
    keeping::correct(state, vec![Correction::Split { from, part, name: None }], &words)
}

/// Splits off the mention at a place. It is anchored only now: to anchor each that is offered may take seconds.
pub(super) fn split_off_one(state: &mut State, from: EntityRef, document: DocumentId, span: Span) -> Vec<Effect> {
    let document = state.corpus.document_ix(document);
    let Some(anchor) = document.and_then(|document| subject::text(&state.corpus, document, span)) else {
        say(state, "That document is no longer there");
        return Vec::new();
    };
    split_off(state, from, Part::Mentions(vec![anchor]))
}

/// Asks for another name.
pub(super) fn rename(state: &mut State) {
    let found = match state.focus {
        Pane::Entities => state.entities.current(),
        _ => mention_here(state).map(|(_, mention)| mention.entity),
    };
    let Some(at) = found else { return say(state, "No entity here to rename") };
    let entity = state.corpus.entity(at);
    let (name, kind) = (entity.name.clone(), entity.kind);
    let ask = Ask::Rename(subject::entity(&state.corpus, at), kind);
    state.overlay = Overlay::Prompt(Box::new(Prompt::new("Name and kind".to_owned(), &name, &name, ask)));
}

/// What a new name and kind come to.
pub(super) fn renamed(state: &mut State, entity: &EntityRef, name: String, kind: Kind) -> Vec<Effect> {
    let mut corrections = Vec::new();
    let mut words = entity.name.clone();
    if name != entity.name {
        words = format!("{words} is called {name}");
        corrections.push(Correction::Rename { entity: entity.clone(), name });
    }
    if kind != entity.kind {
        words = format!("{words}, kind {}", kind.name());
        corrections.push(Correction::ChangeKind { entity: entity.clone(), kind });
    }
    if corrections.is_empty() { Vec::new() } else { keeping::correct(state, corrections, &words) }
}

/// Hides entities; in a text, says that the name under the caret is somebody else's.
pub(super) fn reject(state: &mut State) -> Vec<Effect> {
    if state.focus == Pane::Entities {
        let corpus = &*state.corpus;
        let hidden: Vec<EntityRef> = chosen(state).into_iter().map(|at| subject::entity(corpus, at)).collect();
        if hidden.is_empty() {
            say(state, "No entity here to hide");
            return Vec::new();
        }
        let names: Vec<&str> = hidden.iter().map(|entity| entity.name.as_str()).collect();
        let words = format!("{} hidden: its mentions are plain text", names.join(", "));
        state.chosen.clear();
        return keeping::correct(state, hidden.into_iter().map(Correction::Hide).collect(), &words);
    }
    link(state, "is not", |mention, entity| Correction::RejectLink { mention, entity })
}

/// Says that the name under the caret means whom it is linked to.
pub(super) fn confirm(state: &mut State) -> Vec<Effect> {
    link(state, "is", |mention, entity| Correction::ConfirmLink { mention, entity })
}

fn link(
    state: &mut State,
    verb: &str,
    correction: impl FnOnce(crate::model::TextAnchor, EntityRef) -> Correction,
) -> Vec<Effect> {
    let made = mention_here(state).and_then(|(document, mention)| {
        let anchor = subject::text(&state.corpus, document, mention.span)?;
        Some((anchor, subject::entity(&state.corpus, mention.entity)))
    });
    let Some((anchor, entity)) = made else {
        say(state, "No name under the cursor: w and b move to one");
        return Vec::new();
    };
    let words = format!("This “{}” {verb} {}", anchor.quote, entity.name);
    keeping::correct(state, vec![correction(anchor, entity)], &words)
}

/// The place means that entity: a name that was missed, or one that was linked to somebody else.
pub(super) fn name(state: &mut State, document: DocumentIx, span: Span, entity: EntityIx) -> Vec<Effect> {
    let Some(at) = subject::text(&state.corpus, document, span) else { return Vec::new() };
    let entity = subject::entity(&state.corpus, entity);
    let words = format!("“{}” is {}", at.quote, entity.name);
    state.selection = None;
    keeping::correct(state, vec![Correction::AddMention { at, whose: Whose::Known(entity) }], &words)
}

/// The place names someone new.
pub(super) fn name_new(state: &mut State, document: DocumentIx, span: Span, kind: Kind, name: &str) -> Vec<Effect> {
    let Some(at) = subject::text(&state.corpus, document, span) else { return Vec::new() };
    let words = format!("“{}” is {name}, {}", at.quote, kind.name());
    state.selection = None;
    let whose = Whose::New { kind, name: name.to_owned() };
    keeping::correct(state, vec![Correction::AddMention { at, whose }], &words)
}

/// Asks for a publication date, or for what a time means.
pub(super) fn set(state: &mut State) {
    let corpus = &*state.corpus;
    let time = match state.focus {
        Pane::Documents => None,
        Pane::Timeline => match state.timeline.rows.get(state.timeline.scroll.cursor) {
            Some(TimelineRow::Undated(at)) => Some(corpus.time(*at)),
            Some(TimelineRow::Event(event)) => {
                let here = time_here(state).filter(|time| corpus.times_of(*event).any(|at| corpus.time(at) == *time));
                here.or_else(|| corpus.times_of(*event).next().map(|at| corpus.time(at)))
            }
            _ => None,
        },
        Pane::Reader | Pane::Entities | Pane::Passages => time_here(state),
    };
    if let Some(time) = time {
        let document = corpus.passage(time.passage).document;
        let Some(anchor) = subject::text(corpus, document, time.expression.span) else { return };
        let about = format!("“{}” in {}, now {}", anchor.quote, document_name(corpus, document), when_words(time.when));
        let now = time.when.edtf().unwrap_or_default();
        let prompt = Prompt::new("What this time means".to_owned(), &about, &now, Ask::Time(anchor));
        state.overlay = Overlay::Prompt(Box::new(prompt));
        return;
    }
    let document = match state.focus {
        Pane::Documents => state.documents.current(),
        _ => state.reader.position(corpus),
    };
    let Some(at) = document else { return say(state, "No document here to date") };
    let now = corpus.publication(at).value.and_then(crate::calendar::When::edtf).unwrap_or_default();
    let about = document_name(corpus, at);
    let ask = Ask::Publication(reference(corpus.document(at)));
    state.overlay = Overlay::Prompt(Box::new(Prompt::new("When it was published".to_owned(), &about, &now, ask)));
}

/// The selection, or the passage under the caret, is page furniture from now on; where it is so already, part of the article.
pub(super) fn furniture(state: &mut State) -> Vec<Effect> {
    let found = subject::words(state);
    let Some((anchor, is_folded)) = found.and_then(|(document, span)| {
        let passage = state.corpus.passage_at(document, span.start)?;
        Some((subject::text(&state.corpus, document, span)?, state.corpus.passage(passage).zone.is_folded()))
    }) else {
        say(state, "No words here");
        return Vec::new();
    };
    state.selection = None;
    let (correction, words) = if is_folded {
        (Correction::UnlabelBoilerplate(anchor), "Part of the article")
    } else {
        (Correction::LabelBoilerplate(anchor), "Page furniture, folded")
    };
    keeping::correct(state, vec![correction], words)
}

fn mention_here(state: &State) -> Option<(DocumentIx, Mention)> {
    match reading::under_caret(state, &state.reader)? {
        Found::Mention(mention) => Some((state.corpus.passage(mention.passage).document, *mention)),
        Found::Time(_) => None,
    }
}

fn time_here(state: &State) -> Option<&TimeMention> {
    match reading::under_caret(state, &state.reader)? {
        Found::Time(time) => Some(time),
        Found::Mention(_) => None,
    }
}

/// The entity that a target is, if it is one.
pub(super) fn entity_of(state: &State, target: &Target) -> Option<EntityIx> {
    match target {
        Target::Entity(id) => state.corpus.entity_ix(*id),
        _ => None,
    }
}
