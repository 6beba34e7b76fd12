//! Events: the dated passages of all documents, gathered by the time that they state.
//!
//! A first version: one time is one event; what happened on the same day is not told apart, and claims are not compared. What has
//! no proved day, what lies in folded zones and what is doubtful makes no event.

use std::collections::HashMap;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::calendar::{Days, Symbolic, When};
use crate::model::{
    EntityIx, Event, EventId, EventIx, Form, PassageIx, Resolved, TimeIx, TimeMention, TimexType, ZoneLabel,
};
use crate::text::Span;

use super::label;

/// Fills in the events and links the times that date them.
pub(super) fn gather(resolved: &mut Resolved) {
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of_key: HashMap<String, usize> = HashMap::new();
    for (at, time) in resolved.times.iter().enumerate() {
        if !dates_an_event(resolved, time) {
            continue;
        }
        let key = key(time.when);
        let group = *group_of_key.entry(key.clone()).or_insert_with(|| {
            groups.push(Group { key, when: time.when, times: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(group) {
            group.times.push(at);
        }
    }
    groups.sort_by(|one, other| (one.when.order(), &one.key).cmp(&(other.when.order(), &other.key)));
    let mentions = entities_of_passages(resolved);
    let events: Vec<Event> = groups.iter().map(|group| event(resolved, group, &mentions)).collect();
    for (at, group) in groups.iter().enumerate() {
        for time in &group.times {
            resolved.times[*time].event = Some(EventIx::at(at));
        }
    }
    resolved.events = events;
}

/// Times that are one event.
struct Group {
    key: String,
    when: When,
    /// Positions of the times, ascending.
    times: Vec<usize>,
}

/// What tells one time from another, and lasts: TIMEX3 and EDTF together, and the days where those say them only in part.
fn key(when: When) -> String {
    let stated = format!("{} {}", when.timex(), when.edtf().unwrap_or_default());
    match (when, when.days()) {
        (When::Partial(_), Days { earliest, latest }) => {
            let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            format!("{stated} {}/{}", day(earliest), day(latest))
        }
        _ => stated,
    }
}

fn dates_an_event(resolved: &Resolved, time: &TimeMention) -> bool {
    let days = time.when.days();
    let is_dated = match time.when {
        When::Date(_) | When::Interval { .. } => !days.is_unknown(),
        When::Partial(_) => days.earliest.is_some() && days.latest.is_some(),
        When::Amount(_) | When::Vague(_) | When::Unknown => false,
    };
    let zone = resolved.passages.get(time.passage.index()).map(|passage| passage.zone);
    is_dated
        && matches!(time.expression.kind, TimexType::Date | TimexType::Time)
        && !time.expression.confidence.is_doubtful()
        && matches!(zone, Some(ZoneLabel::Headline | ZoneLabel::Body | ZoneLabel::Caption))
}

/// For each passage, the entities that it names and where, once for each mention.
fn entities_of_passages(resolved: &Resolved) -> HashMap<PassageIx, Vec<(EntityIx, Span)>> {
    let mut entities: HashMap<PassageIx, Vec<(EntityIx, Span)>> = HashMap::new();
    for mention in resolved.mentions.iter().filter(|mention| mention.form != Form::Reference) {
        entities.entry(mention.passage).or_default().push((mention.entity, mention.span));
    }
    entities
}

fn event(resolved: &Resolved, group: &Group, mentions: &HashMap<PassageIx, Vec<(EntityIx, Span)>>) -> Event {
    let times: Vec<&TimeMention> = group.times.iter().filter_map(|at| resolved.times.get(*at)).collect();
    let mut passages: Vec<PassageIx> = times.iter().map(|time| time.passage).collect();
    passages.sort_unstable();
    passages.dedup();
    let named = |passage: &PassageIx| mentions.get(passage).map(Vec::as_slice).unwrap_or_default();
    Event {
        id: id(&group.key),
        label: label(resolved, &times, mentions),
        when: group.when,
        reported: reported(resolved, &passages),
        entities: by_count(passages.iter().flat_map(named).map(|(entity, _)| *entity)),
        times: group.times.iter().copied().map(TimeIx::at).collect(),
        differs: Vec::new(),
        is_inferred: times.iter().all(|time| is_inferred(resolved, time)),
        passages,
    }
}

/// The first eight bytes of the SHA-256 of the time.
fn id(key: &str) -> EventId {
    let mut first = [0; 8];
    first.iter_mut().zip(Sha256::digest(key.as_bytes())).for_each(|(byte, hashed)| *byte = hashed);
    EventId(u64::from_be_bytes(first))
}

/// Most often first; of equals the one that is mentioned most of all, which stands first.
fn by_count(entities: impl Iterator<Item = EntityIx>) -> Vec<EntityIx> {
    let mut counts: HashMap<EntityIx, u32> = HashMap::new();
    for entity in entities {
        *counts.entry(entity).or_default() += 1;
    }
    let mut sorted: Vec<(EntityIx, u32)> = counts.into_iter().collect();
    sorted.sort_unstable_by_key(|(entity, count)| (std::cmp::Reverse(*count), *entity));
    sorted.into_iter().map(|(entity, _)| entity).collect()
}

/// From the first to the last day on which a document that states it may have appeared; unknown ones tell nothing.
fn reported(resolved: &Resolved, passages: &[PassageIx]) -> Days {
    let documents = passages.iter().filter_map(|at| resolved.passages.get(at.index()).map(|passage| passage.document));
    let known = documents.filter_map(|at| resolved.publications.get(at.index())).map(|publication| publication.days);
    let known: Vec<Days> = known.filter(|days| !days.is_unknown()).collect();
    let is_open = |side: fn(&Days) -> Option<NaiveDate>| known.iter().any(|days| side(days).is_none());
    Days {
        earliest: known.iter().filter_map(|days| days.earliest).min().filter(|_| !is_open(|days| days.earliest)),
        latest: known.iter().filter_map(|days| days.latest).max().filter(|_| !is_open(|days| days.latest)),
    }
}

/// Whether its value hangs on a publication date that was worked out.
fn is_inferred(resolved: &Resolved, time: &TimeMention) -> bool {
    let document = resolved.passages.get(time.passage.index()).map(|passage| passage.document);
    let publication = document.and_then(|at| resolved.publications.get(at.index()));
    let hangs = matches!(time.expression.symbolic, Symbolic::Relative(_));
    hangs && publication.is_some_and(|publication| publication.is_inferred)
}

/// The words around the time whose clause names most entities, the first of equals.
fn label(resolved: &Resolved, times: &[&TimeMention], mentions: &HashMap<PassageIx, Vec<(EntityIx, Span)>>) -> String {
    let stretches = times.iter().filter_map(|time| {
        let passage = resolved.passages.get(time.passage.index())?;
        let text: &str = &resolved.documents.get(passage.document.index())?.text;
        let first = resolved.times.partition_point(|other| other.passage < time.passage);
        let here = resolved.times.iter().skip(first).take_while(|other| other.passage == time.passage);
        let others = here.filter(|other| other.when != time.when && other.expression.kind == TimexType::Date);
        let stretch =
            label::around(text, passage.span, time.expression.span, others.map(|other| other.expression.span));
        let named = mentions.get(&time.passage).map(Vec::as_slice).unwrap_or_default();
        let inside = named.iter().filter(|(_, span)| stretch.contains(*span)).map(|(entity, _)| *entity);
        Some((by_count(inside).len(), text, passage.span, stretch))
    });
    let best = stretches.enumerate().max_by_key(|(at, (named, ..))| (*named, std::cmp::Reverse(*at)));
    best.map(|(_, (_, text, passage, stretch))| label::shown(text, passage, stretch)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::gather;
    use crate::calendar::{Days, Symbolic, When};
    use crate::model::{
        Anchor, Confidence, Document, DocumentId, DocumentIx, Metadata, Passage, PassageIx, Publication, Resolved,
        Tense, TimeExpression, TimeMention, TimexType, ZoneLabel,
    };
    use crate::text::Span;

    /// A corpus of one document whose passages are `said`: EDTF, a space, and the words.
    fn corpus(said: &[(&str, ZoneLabel, u8)]) -> Resolved {
        let mut resolved = Resolved::default();
        let mut text = String::new();
        for (at, (words, zone, confidence)) in said.iter().enumerate() {
            let span = Span::new(text.len() as u32, (text.len() + words.len()) as u32);
            text.push_str(words);
            let when = When::from_edtf(words.split(' ').next().unwrap()).unwrap_or_default();
            resolved.passages.push(Passage { document: DocumentIx(0), span, zone: *zone, paragraph: 1 });
            let expression = TimeExpression {
                span,
                kind: TimexType::Date,
                symbolic: Symbolic::Fixed(when),
                anchor: Anchor::Absolute,
                tense: Tense::Open,
                rule: "full date",
                confidence: Confidence(*confidence),
            };
            resolved.times.push(TimeMention { passage: PassageIx::at(at), expression, when, event: None });
        }
        resolved.documents.push(Arc::new(Document {
            id: DocumentId(1),
            file: "a.txt".into(),
            path: None,
            text: text.into(),
            sha256: [0; 32],
            bytes: 0,
            metadata: Metadata::default(),
            zones: Vec::new(),
            notes: Vec::new(),
        }));
        let day = "2017-01-14".parse().unwrap();
        resolved.publications.push(Publication { days: Days::on(day), ..Publication::default() });
        gather(&mut resolved);
        resolved
    }

    #[test]
    fn one_time_is_one_event_in_the_order_of_the_calendar() {
        let resolved = corpus(&[
            ("2016-12-29 they called", ZoneLabel::Body, 90),
            ("2016-12 they met", ZoneLabel::Body, 90),
            ("2016-12-29 they were expelled", ZoneLabel::Headline, 90),
            ("XXXX-12-28 they spoke", ZoneLabel::Body, 90),
            ("2016-11-08 a page's own date", ZoneLabel::Boilerplate, 90),
            ("2016-12-25 a greeting", ZoneLabel::Body, 50),
        ]);
        let shown: Vec<String> =
            resolved.events.iter().map(|event| format!("{} {}", event.when.timex(), event.label)).collect();
        assert_eq!(shown, ["2016-12 2016-12 they met", "2016-12-29 2016-12-29 they called"]);
        assert_eq!(resolved.events[1].passages, [PassageIx(0), PassageIx(2)]);
        let events: Vec<Option<u32>> = resolved.times.iter().map(|time| time.event.map(|event| event.0)).collect();
        assert_eq!(events, [Some(1), Some(0), Some(1), None, None, None]);
        assert_eq!(resolved.events[1].reported, Days::on("2017-01-14".parse().unwrap()));
        assert!(!resolved.events[1].is_inferred);
    }

    #[test]
    fn an_event_keeps_its_name_whatever_stands_beside_it() {
        let one = corpus(&[("2016-12-29 they called", ZoneLabel::Body, 90)]);
        let other =
            corpus(&[("2016 before", ZoneLabel::Body, 90), ("2016-12-29 they called again", ZoneLabel::Body, 90)]);
        assert_eq!(one.events[0].id, other.events[1].id);
        assert_ne!(other.events[0].id, other.events[1].id);
    }
}
