//! `timeline`: what happened when. Events that sources date differently are not yet told as one: `differs` is empty.

use serde::Serialize;

use crate::calendar::Precision;
use crate::corpus::Corpus;
use crate::model::{Event, PassageIx};

use super::row::{Row, day, interval, list};

/// One event.
#[derive(Serialize)]
pub(super) struct EventRow<'c> {
    event: String,
    label: &'c str,
    edtf: Option<String>,
    earliest: Option<String>,
    latest: Option<String>,
    precision: Option<&'static str>,
    /// From the first to the last publication that states it, as an EDTF date or interval.
    reported: Option<String>,
    entities: Vec<String>,
    passages: Vec<Stated<'c>>,
    differs: [(); 0],
    #[serde(skip)]
    names: String,
    #[serde(skip)]
    is_inferred: bool,
}

/// A passage that states it.
#[derive(Serialize)]
struct Stated<'c> {
    doc: &'c str,
    start: u32,
    end: u32,
    text: &'c str,
}

/// All events, earliest first.
pub(super) fn rows(corpus: &Corpus) -> Vec<EventRow<'_>> {
    corpus.events().iter().map(|event| row(corpus, event)).collect()
}

fn row<'c>(corpus: &'c Corpus, event: &'c Event) -> EventRow<'c> {
    let days = event.when.days();
    EventRow {
        event: event.id.to_string(),
        label: &event.label,
        edtf: event.when.edtf(),
        earliest: day(days.earliest),
        latest: day(days.latest),
        precision: event.when.precision().map(Precision::name),
        reported: interval(event.reported),
        entities: event.entities.iter().map(|at| corpus.entity(*at).id.to_string()).collect(),
        passages: event.passages.iter().map(|at| stated(corpus, *at)).collect(),
        differs: [],
        names: list(event.entities.iter().map(|at| corpus.entity(*at).name.clone())),
        is_inferred: event.is_inferred,
    }
}

fn stated(corpus: &Corpus, at: PassageIx) -> Stated<'_> {
    let passage = corpus.passage(at);
    Stated {
        doc: &corpus.document(passage.document).file,
        start: passage.span.start,
        end: passage.span.end,
        text: corpus.words(at),
    }
}

impl Row for EventRow<'_> {
    const TABLE: &'static [&'static str] = &["when", "passages", "label", "who"];
    const CSV: &'static [&'static str] =
        &["event", "label", "edtf", "earliest", "latest", "precision", "reported", "entities", "names", "passages"];

    fn table(&self) -> Vec<String> {
        let when = self.edtf.clone().unwrap_or_else(|| "undated".to_owned());
        vec![
            if self.is_inferred { format!("{when} (inferred)") } else { when },
            self.passages.len().to_string(),
            self.label.to_owned(),
            self.names.clone(),
        ]
    }

    fn csv(&self) -> Vec<String> {
        let cell = |value: &Option<String>| value.clone().unwrap_or_default();
        vec![
            self.event.clone(),
            self.label.to_owned(),
            cell(&self.edtf),
            cell(&self.earliest),
            cell(&self.latest),
            self.precision.unwrap_or_default().to_owned(),
            cell(&self.reported),
            list(self.entities.iter().cloned()),
            self.names.clone(),
            list(self.passages.iter().map(|place| format!("{}:{}-{}", place.doc, place.start, place.end))),
        ]
    }
}
