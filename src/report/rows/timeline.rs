//! What happened when, who says so, and where they differ.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::calendar::Precision;
use crate::corpus::Corpus;
use crate::model::{Cited, Claim, Differs, Event, PassageIx, Side, Value};
use crate::report::Selection;

use super::row::{Row, day, interval, list, sources};

/// One event.
#[derive(Serialize)]
pub struct EventRow<'c> {
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
    /// How many documents these stand in.
    documents: usize,
    /// How many origins they have: copies, and passages that cite one outlet, are one.
    origins: usize,
    differs: Vec<DiffersRow<'c>>,
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

/// In what its passages do not agree.
#[derive(Serialize)]
struct DiffersRow<'c> {
    what: &'static str,
    values: Vec<SideRow<'c>>,
}

/// One of the things that are said.
#[derive(Serialize)]
struct SideRow<'c> {
    /// A date as EDTF, a count or an order in words.
    value: String,
    said_by: Vec<SaidBy<'c>>,
    withdrawn: Vec<WithdrawnRow<'c>>,
    passages: Vec<Stated<'c>>,
}

/// Who says it: the document's outlet, and whom it cites.
#[derive(PartialEq, Eq, Serialize)]
struct SaidBy<'c> {
    source: &'c str,
    cited: Option<&'c str>,
}

/// Where it was taken back.
#[derive(Serialize)]
struct WithdrawnRow<'c> {
    by: Option<&'c str>,
    #[serde(flatten)]
    passage: Stated<'c>,
}

/// The events of a selection, earliest first, each with all its passages.
pub fn events<'c>(corpus: &'c Corpus, selection: &Selection) -> Vec<EventRow<'c>> {
    selection.events(corpus).into_iter().map(|at| row(corpus, corpus.event(at))).collect()
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
        documents: event.passages.iter().map(|at| corpus.passage(*at).document).collect::<BTreeSet<_>>().len(),
        origins: corpus.origins_of_passages(event.passages.iter().copied()),
        differs: event.differs.iter().map(|differs| differs_row(corpus, differs)).collect(),
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

fn differs_row<'c>(corpus: &'c Corpus, differs: &'c Differs) -> DiffersRow<'c> {
    DiffersRow { what: differs.what.name(), values: differs.sides.iter().map(|side| side_row(corpus, side)).collect() }
}

fn side_row<'c>(corpus: &'c Corpus, side: &'c Side) -> SideRow<'c> {
    let mut said_by: Vec<SaidBy<'c>> = Vec::new();
    for claim in &side.claims {
        let said = self::said_by(corpus, claim);
        if !said_by.contains(&said) {
            said_by.push(said);
        }
    }
    let withdrawn = side.withdrawals().map(|taken_back| WithdrawnRow {
        by: taken_back.by.as_ref().map(|by| name(corpus, by)),
        passage: stated(corpus, taken_back.passage),
    });
    SideRow {
        value: value(&side.value),
        said_by,
        withdrawn: withdrawn.collect(),
        passages: side.passages().into_iter().map(|at| stated(corpus, at)).collect(),
    }
}

fn value(value: &Value) -> String {
    match value {
        Value::Date(when) => when.edtf().unwrap_or_else(|| when.timex()),
        Value::Count(count) => count.words(),
        Value::Order(order, other) => format!("{} {other}", order.name()),
    }
}

fn said_by<'c>(corpus: &'c Corpus, claim: &'c Claim) -> SaidBy<'c> {
    let document = corpus.document(corpus.passage(claim.passage).document);
    let source = document.metadata.source.as_ref().map_or(document.file.as_str(), |source| &source.value);
    SaidBy { source, cited: claim.speaker.as_ref().map(|speaker| name(corpus, speaker)) }
}

fn name<'c>(corpus: &'c Corpus, cited: &'c Cited) -> &'c str {
    cited.entity.map_or(&cited.name, |entity| &corpus.entity(entity).name)
}

impl Row for EventRow<'_> {
    const TABLE: &'static [&'static str] = &["when", "passages", "documents", "label", "who"];
    const CSV: &'static [&'static str] = &[
        "event",
        "label",
        "edtf",
        "earliest",
        "latest",
        "precision",
        "reported",
        "entities",
        "names",
        "passages",
        "documents",
        "origins",
    ];

    fn table(&self) -> Vec<String> {
        let when = self.edtf.clone().unwrap_or_else(|| "undated".to_owned());
        let inferred = if self.is_inferred { " (inferred)" } else { "" };
        let differs: Vec<&str> = self.differs.iter().map(|differs| differs.what).collect();
        let differs = if differs.is_empty() { String::new() } else { format!(" ({} differs)", differs.join(", ")) };
        vec![
            format!("{when}{inferred}{differs}"),
            self.passages.len().to_string(),
            sources(self.documents, self.origins),
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
            self.documents.to_string(),
            self.origins.to_string(),
        ]
    }
}
