//! The filter line: typed, read while typing, kept with Enter.

use std::sync::Arc;

use crate::app::filter::{FilterLine, Parsed, parse};
use crate::app::state::{Overlay, State};
use crate::app::strand::counted;
use crate::model::Kind;

use super::{listing, say};

/// Opens the line with what is kept now.
pub(super) fn open(state: &mut State) {
    let kind = state.entities.kind.map(|kind| format!("type:{} ", kind.name())).unwrap_or_default();
    let mut line = FilterLine::default();
    line.field.insert(&format!("{kind}{}", state.filter.written()));
    state.overlay = Overlay::Filter(Box::new(line));
    read(state);
}

/// Says what the line comes to, or what is wrong with it. The lists stay as they are until it is kept.
pub(super) fn read(state: &mut State) {
    let corpus = Arc::clone(&state.corpus);
    let Overlay::Filter(line) = &mut state.overlay else { return };
    line.told = match parse(&corpus, &line.field.text(), &state.filter.terms) {
        Err(wrong) => wrong,
        Ok(Parsed { filter, kind }) => match filter.strand(&corpus, state.references) {
            None if kind.is_none() => "about: doc: 2016-12..2017-01 \"words\" -not type: is:certain".to_owned(),
            None => "Enter keeps it".to_owned(),
            Some(left) => counted(left.passages.len(), "passage"),
        },
    };
}

/// Keeps what the line asks for; a line that can't be read stays open.
pub(super) fn accept(state: &mut State, line: Box<FilterLine>) {
    let corpus = Arc::clone(&state.corpus);
    match parse(&corpus, &line.field.text(), &state.filter.terms) {
        Err(wrong) => {
            say(state, &wrong);
            state.overlay = Overlay::Filter(line);
        }
        Ok(Parsed { filter, kind }) => {
            listing::keep(state, filter);
            show_kind(state, kind);
        }
    }
}

fn show_kind(state: &mut State, kind: Option<Kind>) {
    if state.entities.kind != kind {
        state.entities.kind = kind;
        listing::list_entities(state);
    }
}
