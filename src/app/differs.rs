//! What sources say differently, in words: the sides, who says each, and where it was taken back.

use std::borrow::Cow;

use crate::corpus::Corpus;
use crate::model::{Cited, Claim, Differing, Differs, Event, Side, Value};

use super::dates::when_words;
use super::strand::document_name;

/// "date, count differ": in what the passages of an event differ; `None` where they don't.
pub fn differing_words(event: &Event) -> Option<String> {
    let each = [Differing::Date, Differing::Count, Differing::Order].into_iter();
    let names: Vec<&str> =
        each.filter(|what| event.differs.iter().any(|differs| differs.what == *what)).map(Differing::name).collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(format!("{one} differs")),
        several => Some(format!("{} differ", several.join(", "))),
    }
}

/// What a side says.
pub fn side_words(value: &Value) -> String {
    match value {
        Value::Date(when) => when_words(*when),
        Value::Count(count) => count.words(),
        Value::Order(order, other) => format!("{} {other}", order.name()),
    }
}

/// Who says it: the outlet, and whom it cites.
pub fn said_by(corpus: &Corpus, claim: &Claim) -> String {
    let outlet = document_name(corpus, corpus.passage(claim.passage).document);
    match &claim.speaker {
        Some(speaker) => format!("{outlet}, citing {}", cited_name(corpus, speaker)),
        None => outlet,
    }
}

/// What somebody who is cited is called, within a sentence: "a spokesman", even where the passage begins with "A spokesman".
pub fn cited_name<'c>(corpus: &'c Corpus, cited: &'c Cited) -> Cow<'c, str> {
    const OPENING: [&str; 8] = ["A", "An", "One", "Several", "Some", "The", "Three", "Two"];
    match cited.entity {
        Some(entity) => Cow::Borrowed(&corpus.entity(entity).name),
        None => match cited.name.split_once(' ') {
            Some((first, rest)) if OPENING.contains(&first) => format!("{} {rest}", first.to_lowercase()).into(),
            _ => Cow::Borrowed(&cited.name),
        },
    }
}

/// The first claims of two sides that are best read beside each other: of two documents where that can be.
pub(super) fn pair<'d>(corpus: &Corpus, differs: &'d Differs) -> Option<[(&'d Side, &'d Claim); 2]> {
    let claims = || differs.sides.iter().flat_map(|side| side.claims.iter().map(move |claim| (side, claim)));
    let document = |claim: &Claim| corpus.passage(claim.passage).document;
    let first = claims().next()?;
    let others = || claims().filter(|(side, _)| side.value != first.0.value);
    let elsewhere = others().find(|(_, claim)| document(claim) != document(first.1));
    Some([first, elsewhere.or_else(|| others().next())?])
}
