//! The filter line: typed, read while typing, kept with Enter.

use std::sync::Arc;

use crate::app::filter::{FilterLine, Known, Parsed, parse, written_followed};
use crate::app::state::{Overlay, State};
use crate::app::strand::{Strand, counted};
use crate::model::{Kind, PassageIx, Target};

use super::{following, going, listing, marking, say};

/// Opens the line with what is kept now; where `n` walks several things at once, with these before it.
pub(super) fn open(state: &mut State) {
    let together = if state.follows_several() {
        format!("{} ", written_followed(&state.corpus, &state.target.targets))
    } else {
        String::new()
    };
    let kind = state.entities.kind.map(|kind| format!("type:{} ", kind.name())).unwrap_or_default();
    let mut line = FilterLine::default();
    line.field.insert(&format!("{together}{kind}{}", state.filter.written()));
    state.overlay = Overlay::Filter(Box::new(line));
    read(state);
}

/// Says what the line comes to, or what is wrong with it. The lists stay as they are until it is kept.
pub(super) fn read(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Overlay::Filter(line) = &mut state.overlay else { return };
    let known = Known { terms: &state.filter.terms, followed: &state.target.targets };
    line.told = match parse(&corpus, &line.field.text(), known) {
        Err(wrong) => wrong,
        Ok(Parsed { filter, kind, followed }) => {
            let left = filter.strand(&corpus, state.references);
            let within: Option<Vec<PassageIx>> =
                left.as_ref().map(|left| left.passages.iter().map(|held| held.passage).collect());
            let walked =
                (!followed.is_empty()).then(|| Strand::new(&corpus, &followed, within.as_deref(), state.references));
            match (walked.or(left), kind) {
                (Some(found), _) => counted(found.passages.len(), "passage"),
                (None, Some(_)) => "Enter keeps it".to_owned(),
                (None, None) => "n: about: doc: 2016-12..2017-01 \"words\" -not type: is:certain".to_owned(),
            }
        }
    };
}

/// Keeps what the line asks for; a line that can't be read stays open.
pub(super) fn accept(state: &mut State, line: Box<FilterLine>) {
    let corpus = Arc::clone(&state.corpus);
    let known = Known { terms: &state.filter.terms, followed: &state.target.targets };
    match parse(&corpus, &line.field.text(), known) {
        Err(wrong) => {
            say(state, &wrong);
            state.overlay = Overlay::Filter(line);
        }
        Ok(Parsed { filter, kind, followed }) => {
            listing::keep(state, filter);
            follow(state, followed);
            show_kind(state, kind);
        }
    }
}

/// Follows what the line asks to walk. Where it no longer names several things, the first of them is followed alone.
fn follow(state: &mut State, mut followed: Vec<Target>) {
    if followed.is_empty() {
        if !state.follows_several() {
            return;
        }
        followed.extend(state.target.targets.iter().find(|target| !target.is_without()).cloned());
    }
    if followed != state.target.targets {
        going::leave(state);
        following::set_target(state, &followed);
        marking::show_first(state);
    }
}

fn show_kind(state: &mut State, kind: Option<Kind>) {
    if state.entities.kind != kind {
        state.entities.kind = kind;
        listing::list_entities(state);
    }
}
