//! Events: the dated passages of all documents, gathered by the time that they state and by what happened then.
//!
//! It then marks where they differ: [`differs`]. What has no proved day, what lies in folded zones and what is doubtful makes no event. A month and a day in it are two events:
//! neither is more than its passages say.

mod told;

mod same;

mod label;

mod differs;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::calendar::{Days, Order, Symbolic, When};
use crate::model::{
    Account, EntityId, EntityIx, Event, EventId, EventIx, Packed, PassageIx, Resolved, TimeIx, TimeMention, TimexType,
    ZoneLabel,
};
use crate::text::fold;

use same::Statement;
use told::Told;

/// Fills in the events, links the times that date them, and marks those whose passages differ.
pub(super) fn gather(resolved: &mut Resolved) {
    let accounts: Vec<Account> = resolved.accounts.iter().map(Packed::unpacked).collect();
    let (told, taken_back) = told::gather(resolved, &accounts);
    let homes = group(resolved, &told);
    differs::mark(resolved, &told, &taken_back, &homes);
}

/// Fills in the events and links the times that date them. Gives the events of each happening, earliest first.
fn group(resolved: &mut Resolved, told: &[Told<'_>]) -> Vec<Vec<EventIx>> {
    let (mut statements, whats) = statements(resolved, told);
    let kinds: Vec<usize> = same::tell_apart(&mut statements);
    let kinds: Vec<&str> = kinds.iter().filter_map(|what| whats.get(*what)).map(String::as_str).collect();
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of_kind: HashMap<usize, usize> = HashMap::new();
    for statement in statements {
        let group = *group_of_kind.entry(statement.kind).or_insert_with(|| {
            let when = resolved.times.get(statement.time.index()).map(|time| time.when).unwrap_or_default();
            groups.push(Group { key: String::new(), when, order: when.order(), statements: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(group) {
            group.statements.push(statement);
        }
    }
    name(resolved, told, &mut groups, &kinds);
    groups.sort_by(|one, other| (one.order, &one.key).cmp(&(other.order, &other.key)));
    let events = groups.iter().map(|group| Arc::new(event(resolved, told, group))).collect();
    let mut homes = vec![Vec::new(); told.len()];
    for (at, group) in groups.iter().enumerate() {
        for statement in &group.statements {
            if let Some(time) = resolved.times.get_mut(statement.time.index()) {
                time.event = time.event.or(Some(EventIx::at(at)));
            }
            if let Some(home) = statement.told.and_then(|told| homes.get_mut(told)) {
                home.push(EventIx::at(at));
            }
        }
    }
    resolved.events = events;
    homes
}

/// Those who take part that an event may be known by.
const NAMED: usize = 8;

/// Statements that are one event.
struct Group {
    key: String,
    when: When,
    /// Where that stands on the calendar.
    order: Order,
    /// By passage and place.
    statements: Vec<Statement>,
}

/// What each time that dates something dates, in reading order; a time that dates no happening stands by itself. With the keys of
/// the times and what happened then, by their numbers.
fn statements(resolved: &Resolved, told: &[Told<'_>]) -> (Vec<Statement>, Vec<String>) {
    let mut dated: Vec<(TimeIx, usize)> = Vec::new();
    for (at, told) in told.iter().enumerate() {
        let affirmed =
            told.times.iter().zip(&told.happening.dates).filter(|(_, date)| !date.is_denied || date.speaker.is_some());
        dated.extend(affirmed.filter_map(|(time, _)| Some(((*time)?, at))));
    }
    dated.sort_unstable();
    let mut keys: HashMap<When, String> = HashMap::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut number = |what: String| {
        let next = numbers.len();
        *numbers.entry(what).or_insert(next)
    };
    let mut statements = Vec::new();
    for (time, mention) in (0..).map(TimeIx).zip(&resolved.times).filter(|(_, time)| dates_an_event(resolved, time)) {
        let key = keys.entry(mention.when).or_insert_with(|| key(mention.when));
        let first = dated.partition_point(|(other, _)| *other < time);
        let here = dated.iter().skip(first).take_while(|(other, _)| *other == time).map(|(_, told)| *told);
        let happenings: Vec<usize> = here.collect();
        let document =
            resolved.passages.get(mention.passage.index()).map(|passage| passage.document).unwrap_or_default();
        let mut statement = |told: Option<usize>, what: String, who: Vec<EntityIx>| Statement {
            time,
            told,
            document,
            what: number(what),
            who,
            kind: 0,
        };
        statements.extend(happenings.iter().filter_map(|at| {
            let told = told.get(*at)?;
            Some(statement(Some(*at), format!("{key} {}", what(resolved, told)), told.who.clone()))
        }));
        if happenings.is_empty() {
            statements.push(statement(None, key.clone(), Vec::new()));
        }
    }
    let mut whats = vec![String::new(); numbers.len()];
    for (what, number) in numbers {
        if let Some(own) = whats.get_mut(number) {
            *own = what;
        }
    }
    (statements, whats)
}

/// What a happening is told as: its class, or the stem of its verb.
fn what(resolved: &Resolved, told: &Told<'_>) -> String {
    if let Some(class) = told.class() {
        return class.name.to_owned();
    }
    let word = fold(told.happening.word.of(resolved.text_of(told.passage)));
    let stem = ["ing", "ed", "es", "s"].iter().find_map(|ending| word.strip_suffix(ending));
    stem.unwrap_or(&word).to_owned()
}

/// Gives each group its lasting key: the time, what happened, and as many of those who take part as tell it from others of that kind.
fn name(resolved: &Resolved, told: &[Told<'_>], groups: &mut [Group], kinds: &[&str]) {
    let mut taken: HashSet<String> = HashSet::new();
    let mut named: Vec<(usize, Vec<EntityId>)> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let who = group.statements.iter().filter_map(|statement| told.get(statement.told?)).flat_map(|told| &told.who);
        let ids = who.filter_map(|at| resolved.entities.get(at.index()).map(|entity| entity.id));
        named.push((at, by_count(ids).into_iter().take(NAMED).collect()));
    }
    // Those with most statements first: they keep the shorter name whatever comes beside them.
    named.sort_by_key(|(at, _)| (std::cmp::Reverse(groups.get(*at).map_or(0, |group| group.statements.len())), *at));
    for (at, names) in named {
        let Some(group) = groups.get_mut(at) else { continue };
        let Some(first) = group.statements.first() else { continue };
        let base = kinds.get(first.kind).copied().unwrap_or_default();
        let by_name = (1..=names.len().max(1)).map(|count| {
            let ids: Vec<String> = names.iter().take(count).map(EntityId::to_string).collect();
            format!("{base} {}", ids.join(" "))
        });
        let document = resolved.documents.get(first.document.index()).map(|document| document.id.to_string());
        let by_place = (0_u32..).map(|number| format!("{base} {} {number}", document.as_deref().unwrap_or_default()));
        let free = by_name.chain(by_place).find(|key| !taken.contains(key));
        group.key = free.unwrap_or_else(|| base.to_owned());
        taken.insert(group.key.clone());
    }
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

fn event(resolved: &Resolved, told: &[Told<'_>], group: &Group) -> Event {
    let mut at: Vec<TimeIx> = group.statements.iter().map(|statement| statement.time).collect();
    at.sort_unstable();
    at.dedup();
    let times: Vec<&TimeMention> = at.iter().filter_map(|at| resolved.times.get(at.index())).collect();
    let mut passages: Vec<PassageIx> = times.iter().map(|time| time.passage).collect();
    passages.dedup();
    Event {
        id: EventId::of_hash(Sha256::digest(&group.key)),
        label: label(resolved, told, group),
        when: group.when,
        reported: reported(resolved, &passages),
        entities: named_in(resolved, &passages),
        is_inferred: times.iter().all(|time| is_inferred(resolved, time)),
        passages,
        times: at,
        differs: Vec::new(),
    }
}

/// Who is named in `passages`, most often first.
pub(super) fn named_in(resolved: &Resolved, passages: &[PassageIx]) -> Vec<EntityIx> {
    by_count(passages.iter().flat_map(|passage| resolved.mentions_in(*passage)).map(|mention| mention.entity))
}

/// Each once, most often first; of equals the lowest: of entities the one that is mentioned most of all.
fn by_count<T: Copy + Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    let mut counts: Vec<(usize, T)> =
        all.chunk_by(T::eq).filter_map(|same| Some((same.len(), *same.first()?))).collect();
    counts.sort_unstable_by_key(|(count, one)| (std::cmp::Reverse(*count), *one));
    counts.into_iter().map(|(_, one)| one).collect()
}

/// From the first to the last day on which a document that states it may have appeared; unknown ones tell nothing.
fn reported(resolved: &Resolved, passages: &[PassageIx]) -> Days {
    let documents = passages.iter().filter_map(|at| resolved.passages.get(at.index()).map(|passage| passage.document));
    let known = documents.filter_map(|at| resolved.publications.get(at.index())).map(|publication| publication.days);
    known.filter(|days| !days.is_unknown()).reduce(Days::cover).unwrap_or_default()
}

/// Whether its value hangs on a publication date that was worked out.
fn is_inferred(resolved: &Resolved, time: &TimeMention) -> bool {
    let document = resolved.passages.get(time.passage.index()).map(|passage| passage.document);
    let publication = document.and_then(|at| resolved.publications.get(at.index()));
    let hangs = matches!(time.expression.symbolic, Symbolic::Relative(_));
    hangs && publication.is_some_and(|publication| publication.is_inferred)
}

/// The words around the time, and around what happened where both fit, whose clause names most entities; the first of equals.
fn label(resolved: &Resolved, told: &[Told<'_>], group: &Group) -> String {
    let mut best: Option<((bool, usize), _)> = None;
    for statement in &group.statements {
        let Some(time) = resolved.times.get(statement.time.index()) else { continue };
        let Some(passage) = resolved.passages.get(time.passage.index()) else { continue };
        let text = resolved.text_of(time.passage);
        let word = statement.told.and_then(|at| told.get(at)).map(|told| told.happening.word);
        let named = resolved.mentions_in(time.passage);
        // To cut a clause costs much more than to see that it can't name more than the best so far.
        let at_most = (word.is_some(), named.len());
        if best.is_some_and(|(score, _)| score >= at_most) {
            continue;
        }
        let others = resolved
            .times_in(time.passage)
            .iter()
            .filter(|other| other.when != time.when && other.expression.kind == TimexType::Date);
        let others = others.map(|other| other.expression.span);
        let stretch = label::around(text, passage.span, time.expression.span, word, others);
        let inside = named.iter().filter(|mention| stretch.contains(mention.span)).map(|mention| mention.entity);
        let score = (word.is_some_and(|word| stretch.contains(word)), by_count(inside).len());
        if best.is_none_or(|(most, _)| most < score) {
            best = Some((score, (text, passage.span, stretch)));
        }
    }
    best.map(|(_, (text, passage, stretch))| label::shown(text, passage, stretch)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::gather;
    use crate::calendar::{Days, Symbolic, When};
    use crate::model::{
        Anchor, Confidence, Document, DocumentIx, Passage, PassageIx, Publication, Resolved, Tense, TimeExpression,
        TimeMention, TimexType, ZoneLabel,
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
        resolved.documents.push(Arc::new(Document::of_body(&text)));
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
