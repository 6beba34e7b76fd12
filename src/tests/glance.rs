//! What a correction changes at first sight is what the replay of all corrections comes to, and takes no longer than a frame.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use redstring::app::Message;
use redstring::casework::{anchor, entity_reference, reference as document_reference};
use redstring::corpus::Corpus;
use redstring::load::{glance, lay_over, load_bytes};
use redstring::model::{
    Casework, Corrected, Correction, Digest, Entity, EntityId, EntityIx, EntityRef, Kind, LinkRule, Part,
};
use redstring::text::Span;
use redstring::ui::Theme;

use super::desk::Desk;

const GIVEN: &[&str] =
    &["Ada", "Vera", "Anders", "Ilse", "Henrik", "Maria", "John", "Peter", "Anna", "Karl", "Susan", "Paul"];
const FIRST: &[&str] =
    &["Hol", "Bran", "Vex", "Lin", "Dal", "Mor", "Ket", "Ros", "Tal", "Wes", "Har", "Jor", "Nor", "Pel"];
const LAST: &[&str] =
    &["worth", "berg", "mark", "stad", "holm", "feld", "quist", "gard", "lund", "vik", "ström", "hall"];

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    /// Given name and surname of one of `people`; those with low numbers come most often.
    fn person(&mut self, people: usize) -> (&'static str, String) {
        let limit = 1 + self.below(people);
        let at = self.below(limit);
        (GIVEN[at % GIVEN.len()], format!("{}{}", FIRST[at / 12 % FIRST.len()], LAST[at / 168 % LAST.len()]))
    }
}

/// Articles about `people`: two or three names a sentence, a date in every third.
fn articles(count: usize, sentences: usize, people: usize) -> Corpus {
    let mut dice = Dice(7);
    let verbs = ["met", "called", "wrote to", "warned", "dismissed", "telephoned"];
    let mut texts = Vec::new();
    for at in 0..count {
        let mut text = String::new();
        for sentence in 0..sentences {
            let (given, surname) = dice.person(people);
            let (other_given, other) = dice.person(people);
            let verb = verbs[dice.below(verbs.len())];
            let day = 1 + dice.below(28);
            let said = match sentence % 3 {
                0 => format!("{given} {surname} {verb} {other_given} {other} on May {day}, 2019. "),
                1 => format!("Mr. {surname} said that {other_given} {other} had left the harbour. "),
                _ => format!("{given} {surname} and {other_given} {other} gave no answer.\n\n"),
            };
            text.push_str(&said);
        }
        texts.push((format!("{at}.txt"), text));
    }
    load_bytes(&texts)
}

fn reference(corpus: &Corpus, at: EntityIx) -> EntityRef {
    let mentions = corpus.mentions_of(at).map(|at| corpus.mention(at));
    let places = mentions.map(|mention| (corpus.document(corpus.passage(mention.passage).document), mention.span));
    entity_reference(corpus.entity(at), places)
}

fn numbered(corrections: &[Correction]) -> Casework {
    let numbers = (1_u8..).map(|number| Digest([number; 16]));
    let corrected =
        numbers.zip(corrections).map(|(entry, correction)| Corrected { entry, correction: correction.clone() });
    Casework { corrections: corrected.collect(), ..Casework::default() }
}

/// Everything that a glance answers for, by lasting names.
type Answer =
    (BTreeMap<EntityId, Entity>, Vec<(EntityId, Span, LinkRule)>, Vec<(EntityId, Span)>, BTreeMap<EntityId, EntityId>);

fn answer(corpus: &Corpus) -> Answer {
    let id = |at: EntityIx| corpus.entity(at).id;
    let entities = corpus.entities().iter().map(|entity| (entity.id, Entity::clone(entity))).collect();
    let mentions = corpus.mentions().iter().map(|one| (id(one.entity), one.span, one.link.rule)).collect();
    let references = corpus.references().iter().map(|one| (id(one.entity), one.span)).collect();
    let redirects = corpus.resolved().redirects.iter().map(|(old, now)| (*old, *now)).collect();
    (entities, mentions, references, redirects)
}

#[track_caller]
fn check(before: &Corpus, corrections: &[Correction]) -> Corpus {
    let laid = lay_over(before, numbered(corrections));
    assert_eq!(laid.laid().orphans, []);
    let (last, entry) = (corrections.last().unwrap(), laid.laid().casework.corrections.last().unwrap().entry);
    let Some(seen) = glance(before, entry, last) else {
        let takes_all = matches!(last, Correction::Split { .. }) && laid.entities().len() == before.entities().len();
        assert!(takes_all, "not shown at first sight: {last:?}");
        return laid;
    };
    let ((entities, mentions, references, redirects), expected) = (answer(&seen), answer(&laid));
    assert!(entities.keys().eq(expected.0.keys()), "{last:?}");
    for (entity, expected) in entities.values().zip(expected.0.values()) {
        assert_eq!(entity, expected, "{last:?}");
    }
    assert_eq!(mentions, expected.1, "{last:?}");
    assert_eq!(references, expected.2, "{last:?}");
    assert_eq!(redirects, expected.3, "{last:?}");
    for (at, entity) in (0..).map(EntityIx).zip(seen.entities()) {
        assert_eq!(seen.mentions_of(at).len(), entity.mentions as usize, "{}", entity.name);
        assert_eq!(seen.entity_ix(entity.id), Some(at));
    }
    // Events that a replay leaves together name whom it says; that it names them in another order is no matter.
    for event in laid.events() {
        let Some(seen_at) = seen.event_ix(event.id).map(|at| seen.event(at)).filter(|seen| seen.times == event.times)
        else {
            continue;
        };
        let ids = |corpus: &Corpus, entities: &[EntityIx]| {
            let mut ids: Vec<EntityId> = entities.iter().map(|at| corpus.entity(*at).id).collect();
            ids.sort_unstable();
            ids
        };
        assert_eq!(ids(&seen, &seen_at.entities), ids(&laid, &event.entities), "{}", event.label);
    }
    laid
}

#[test]
fn what_is_seen_at_once_is_what_all_comes_to() {
    let corpus = articles(12, 24, 90);
    let mut dice = Dice(11);
    for round in 0..12 {
        let mut laid = lay_over(&corpus, Casework::default());
        let mut corrections = Vec::new();
        for step in 0..8 {
            let mut any = || EntityIx::at(dice.below(laid.entities().len().min(40)));
            let (one, other, third) = (any(), any(), any());
            let entity = reference(&laid, one);
            let first = laid.mention(laid.mentions_of(one).next().unwrap());
            let document = laid.document(laid.passage(first.passage).document);
            corrections.push(match dice.below(6) {
                0 if one != other => {
                    let others = [other, third].into_iter().filter(|other| *other != one);
                    Correction::Merge { into: entity, others: others.map(|other| reference(&laid, other)).collect() }
                }
                1 => Correction::Rename { entity, name: format!("Name {round} {step}") },
                2 => Correction::ChangeKind { entity, kind: Kind::Organization },
                3 => {
                    let part = Part::Documents(vec![document_reference(document)]);
                    Correction::Split { from: entity, part, name: None }
                }
                4 => {
                    let part = Part::Mentions(vec![anchor(document, first.span).unwrap()]);
                    Correction::Split { from: entity, part, name: Some("Somebody Else".to_owned()) }
                }
                _ => {
                    let alias = laid.entity(one).aliases.last().unwrap().text.clone();
                    Correction::Split { from: entity, part: Part::Alias(alias), name: None }
                }
            });
            laid = check(&laid, &corrections);
        }
    }
}

/// `cargo test --release -- --ignored --nocapture a_hundred_thousand`: merge, split and rename until all panes show it.
#[test]
#[ignore = "a measurement"]
fn a_correction_over_a_hundred_thousand_mentions_shows_within_a_frame() {
    let corpus = articles(1000, 51, 12 * 14 * 12);
    let count = |what: &str, count: usize| eprint!("{count} {what}, ");
    count("mentions", corpus.mentions().len());
    count("references", corpus.references().len());
    count("times", corpus.times().len());
    count("events", corpus.events().len());
    eprintln!("{} entities", corpus.entities().len());
    let mut desk = Desk::new(200, 50, corpus.clone());
    let mut laid = corpus;
    let mut corrections = Vec::new();
    let mut frames = Vec::new();
    let timed = |what: &str, start: Instant| {
        eprint!("{what} {:.1?} ", start.elapsed());
        start.elapsed()
    };
    for round in 0..8 {
        let (one, other) = (EntityIx::at(round * 3), EntityIx::at(round * 3 + 1));
        let entity = reference(&laid, one);
        let alias = laid.entity(other).aliases.last().unwrap().text.clone();
        for correction in [
            Correction::Merge { into: entity.clone(), others: vec![reference(&laid, other)] },
            Correction::Split { from: entity.clone(), part: Part::Alias(alias), name: None },
            Correction::Rename { entity, name: format!("Name {round}") },
        ] {
            corrections.push(correction.clone());
            let work = numbered(&corrections);
            let start = Instant::now();
            let seen = glance(&laid, work.corrections.last().unwrap().entry, &correction).unwrap();
            let mut frame = timed("glance", start);
            let start = Instant::now();
            desk.tell(Message::Snapshot(Arc::new(seen)));
            frame += timed("update", start);
            let start = Instant::now();
            desk.buffer(&Theme::mono());
            frame += timed("draw", start);
            frames.push(frame);
            let start = Instant::now();
            laid = lay_over(&laid, work);
            timed("; replay", start);
            let start = Instant::now();
            desk.tell(Message::Snapshot(Arc::new(laid.clone())));
            timed("update", start);
            eprintln!("= {frame:.1?}");
        }
    }
    frames.sort_unstable();
    eprintln!("to the first frame: median {:.1?}, longest {:.1?}", frames[frames.len() / 2], frames.last().unwrap());
    assert!(frames[0] < Duration::from_secs(1));
}
