//! `FollowTheMoney` entities, one JSON object a line (followthemoney.tech), for Aleph and `OpenSanctions`.
//!
//! Its dates are ISO 8601 prefixes, and it cuts anything else down silently, so only what is certain of a date is written.
//! Mentions carry no offsets there, and texts are not copied: the Web Annotation export says where words stand.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::corpus::Corpus;
use crate::model::{ContentHash, DocumentIx, EntityIx, EventIx, Found, Kind, Place};

use super::certain::{Certain, certain, published};
use super::citation::authors;
use super::comentions::comentions;
use super::remarks::RemarkKind;
use super::{Loss, Report, rows};

/// An entity of `FollowTheMoney`: every property holds a list of strings.
struct Thing {
    id: String,
    schema: &'static str,
    properties: Map<String, Value>,
}

impl Thing {
    fn new(id: String, schema: &'static str) -> Self {
        Self { id, schema, properties: Map::new() }
    }

    fn with(mut self, property: &str, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let values: Vec<String> = values.into_iter().map(Into::into).filter(|value| !value.is_empty()).collect();
        if !values.is_empty() {
            self.properties.insert(property.to_owned(), values.into());
        }
        self
    }

    fn write(self, to: &mut dyn Write) -> io::Result<()> {
        let Self { id, schema, properties } = self;
        rows::json_line(&mut &mut *to, &json!({ "id": id, "schema": schema, "properties": properties }))
    }
}

pub(super) fn write(report: &Report<'_>, to: &mut dyn Write) -> io::Result<Loss> {
    let Report { corpus, selection, .. } = report;
    for at in selection.documents(corpus) {
        document(report, at).write(to)?;
    }
    for at in selection.entities(corpus) {
        entity(corpus, at).write(to)?;
    }
    for at in selection.passages() {
        for mention in corpus.mentions_in(*at) {
            let document = corpus.passage(*at).document;
            let entity = corpus.entity(mention.entity);
            // Only people and bodies can be resolved there.
            let resolved = (entity.kind != Kind::Place).then(|| entity_id(corpus, mention.entity));
            let id = format!("redstring-mention-{}-{}", corpus.document(document).id, mention.span.start);
            Thing::new(id, "Mention")
                .with("document", [document_id(corpus, document)])
                .with("name", [corpus.quote(document, mention.span)])
                .with("resolved", resolved)
                .with("detectedSchema", [schema(entity.kind)])
                .write(to)?;
        }
    }
    for at in selection.events(corpus) {
        event(report, at).write(to)?;
    }
    let found = comentions(report);
    for ((one, other), pair) in &found.pairs {
        let (one, other) = (entity_id(corpus, *one), entity_id(corpus, *other));
        let summary = format!("mentioned together in {} passages of {} documents", pair.passages, pair.documents);
        Thing::new(format!("{one}-with-{other}").replace("-redstring-entity", ""), "UnknownLink")
            .with("subject", [one])
            .with("object", [other])
            .with("role", ["mentioned together"])
            .with("summary", [summary])
            .write(to)?;
    }
    notes(report, to)?;
    Ok(Loss { crowded: found.crowded, ..Loss::default() })
}

fn document(report: &Report<'_>, at: DocumentIx) -> Thing {
    let corpus = report.corpus;
    let document = corpus.document(at);
    let value = |found: &Option<Found<String>>| found.as_ref().map(|found| found.value.clone());
    let metadata = &document.metadata;
    let byline = value(&metadata.author).unwrap_or_default();
    let url = value(&metadata.url).filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    Thing::new(document_id(corpus, at), "Article")
        .with("fileName", [document.file.clone()])
        .with("title", value(&metadata.title))
        .with("author", authors(&byline).iter().map(super::Author::in_order))
        .with("publisher", value(&metadata.source))
        .with("publishedAt", published(corpus.publication(at)))
        .with("sourceUrl", url)
        .with("notes", [format!("SHA-256 {}", ContentHash::from(document))])
}

fn entity(corpus: &Corpus, at: EntityIx) -> Thing {
    let entity = corpus.entity(at);
    let aliases = entity.aliases.iter().map(|alias| alias.text.clone()).filter(|alias| *alias != entity.name);
    // A bare surname names others too.
    let (full, short): (Vec<String>, Vec<String>) = aliases.partition(|alias| alias.contains(' '));
    let thing = Thing::new(entity_id(corpus, at), schema(entity.kind)).with("name", [entity.name.clone()]);
    let thing = thing.with("alias", full).with("weakAlias", short);
    match entity.kind {
        Kind::Person => thing.with("position", entity.roles.clone()),
        Kind::Organization => thing,
        Kind::Place => thing.with("full", [entity.name.clone()]),
    }
}

fn event(report: &Report<'_>, at: EventIx) -> Thing {
    let corpus = report.corpus;
    let event = corpus.event(at);
    let stated = || event.passages.iter().filter(|at| report.selection.holds(**at));
    let involved = event.entities.iter().filter(|at| corpus.entity(**at).kind != Kind::Place);
    let mut documents: Vec<String> = stated().map(|at| document_id(corpus, corpus.passage(*at).document)).collect();
    documents.dedup();
    let thing = Thing::new(format!("redstring-event-{}", event.id), "Event")
        .with("name", [event.label.clone()])
        .with("involved", involved.map(|at| entity_id(corpus, *at)))
        .with("proof", documents)
        .with("summary", stated().map(|at| corpus.words(*at)));
    // What hangs on an inferred publication date is not certain.
    match certain(event.when).filter(|_| !event.is_inferred) {
        Some(Certain::Date(date)) => thing.with("date", [date]),
        Some(Certain::Interval(from, to)) => thing.with("startDate", from).with("endDate", to),
        None => thing,
    }
}

/// The reader's notes.
fn notes(report: &Report<'_>, to: &mut dyn Write) -> io::Result<()> {
    let corpus = report.corpus;
    let placed = report.remarks.within(corpus, &report.selection);
    for note in placed.into_iter().filter(|placed| placed.kind == RemarkKind::Note) {
        let thing = Thing::new(format!("redstring-note-{}", note.entry), "Note").with("description", [note.text]);
        let thing = match note.place {
            Ok(Place::Document(at)) => thing.with("entity", [document_id(corpus, at)]),
            Ok(Place::Text(at, span)) => {
                thing.with("entity", [document_id(corpus, at)]).with("summary", [corpus.quote(at, span)])
            }
            Ok(Place::Entity(at)) => thing.with("entity", [entity_id(corpus, at)]),
            Ok(Place::Event(at)) => thing.with("entity", [format!("redstring-event-{}", corpus.event(at).id)]),
            Err(_) => thing,
        };
        thing.write(to)?;
    }
    Ok(())
}

const fn schema(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Organization => "Organization",
        Kind::Place => "Address",
    }
}

fn document_id(corpus: &Corpus, at: DocumentIx) -> String {
    format!("redstring-document-{}", corpus.document(at).id)
}

fn entity_id(corpus: &Corpus, at: EntityIx) -> String {
    format!("redstring-entity-{}", corpus.entity(at).id)
}
