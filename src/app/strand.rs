//! [`Strand`]: a target with all its places, and what shares passages with it.
//!
//! What `n` walks, what Passages lists and what the lists dim by. Made when the target changes, never while drawing.

use crate::calendar::{Days, Fit};
use crate::corpus::{Corpus, Hit};
use crate::model::{DocumentIx, EntityIx, EventIx, Form, PassageIx, References, Target};
use crate::text::visible;

use super::dates::{days_words, when_words};

/// A target, or several that a passage must hold all of, with every place.
#[derive(Clone, Debug, Default)]
pub struct Strand {
    /// What is followed.
    pub targets: Vec<Target>,
    /// Its name, ready to be shown.
    pub label: String,
    /// A shorter name, ready to be shown.
    pub short: String,
    /// Every place, in reading order.
    pub hits: Vec<Hit>,
    /// The passages that hold them, in reading order.
    pub passages: Vec<Held>,
    /// How many of `passages` state for certain a time that falls on the days followed; `None` where no days are.
    pub certain: Option<u32>,
    /// How many of `hits` are references: roles and pronouns.
    pub references: u32,
    /// How many more there would be, were all sure references shown.
    pub hidden: u32,
    /// How many of `hits` stand in folded stretches.
    pub folded: u32,
    /// How many places each document has; documents without are left out.
    pub documents: Vec<(DocumentIx, u32)>,
    /// How many origins its passages have.
    pub origins: usize,
    /// What shares a passage with it.
    pub shares: Shares,
}

/// Those of some places in reading order that stand in a document.
pub(super) fn in_document<'h>(hits: &'h [Hit], corpus: &Corpus, document: DocumentIx) -> &'h [Hit] {
    let start = hits.partition_point(|hit| corpus.document_of(*hit) < document);
    let end = hits.partition_point(|hit| corpus.document_of(*hit) <= document);
    hits.get(start..end).unwrap_or_default()
}

/// A passage with its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The passage.
    pub passage: PassageIx,
    /// Whose.
    pub document: DocumentIx,
    /// The first of its places among all.
    pub first: u32,
    /// How many places it has.
    pub count: u32,
}

/// Entities and events that stand in some passages, each with the number of its places there.
#[derive(Clone, Debug, Default)]
pub struct Shares {
    /// By entity; empty where nothing is shared.
    entities: Vec<u32>,
    /// By event; empty where nothing is shared.
    events: Vec<u32>,
}

impl Strand {
    /// The strand of `targets`, all of which a passage must hold; only `within` those passages, where given. `references` are those
    /// that count beside names.
    pub fn new(corpus: &Corpus, targets: &[Target], within: Option<&[PassageIx]>, references: References) -> Self {
        let places = |references: References| {
            let mut hits = hits(corpus, targets, references);
            hits.retain(|hit| within.is_none_or(|within| within.binary_search(&hit.passage).is_ok()));
            hits
        };
        let hits = places(references);
        let hidden = if references == References::Hidden { places(References::Sure).len() - hits.len() } else { 0 };
        Self { hidden: hidden as u32, ..Self::of_hits(corpus, targets, hits) }
    }

    /// The strand of whole passages.
    pub fn of_passages(corpus: &Corpus, passages: &[PassageIx]) -> Self {
        let hits = passages.iter().map(|at| Hit { passage: *at, span: corpus.passage(*at).span });
        Self::of_hits(corpus, &[], hits.collect())
    }

    fn of_hits(corpus: &Corpus, targets: &[Target], hits: Vec<Hit>) -> Self {
        let is_reference = |hit: &&Hit| corpus.form_at(**hit) == Some(Form::Reference);
        let has_entities = targets.iter().any(|target| matches!(target, Target::Entity(_)));
        let references = if has_entities { hits.iter().filter(is_reference).count() } else { 0 };
        let passages = passages(corpus, &hits);
        let folded = passages.iter().filter(|held| corpus.passage(held.passage).zone.is_folded());
        let folded = folded.map(|held| held.count).sum();
        let labels: Vec<String> = targets.iter().map(|target| label(corpus, target)).collect();
        let shorts: Vec<String> = targets.iter().map(|target| short(corpus, target)).collect();
        Self {
            targets: targets.to_vec(),
            label: labels.join(" & "),
            short: shorts.join(" & "),
            certain: certain(corpus, targets, &passages),
            documents: documents(&passages),
            origins: corpus.origins_of_passages(passages.iter().map(|held| held.passage)),
            shares: Shares::new(corpus, passages.iter().map(|held| held.passage)),
            hits,
            passages,
            references: references as u32,
            hidden: 0,
            folded,
        }
    }

    /// Whether it follows nothing.
    pub const fn is_nothing(&self) -> bool {
        self.targets.is_empty()
    }

    /// How many places a document has.
    pub fn count_in(&self, document: DocumentIx) -> u32 {
        let at = self.documents.binary_search_by_key(&document, |(document, _)| *document);
        at.ok().and_then(|at| self.documents.get(at)).map_or(0, |(_, count)| *count)
    }

    /// The places in a document, in the order of its text.
    pub fn hits_in(&self, corpus: &Corpus, document: DocumentIx) -> &[Hit] {
        in_document(&self.hits, corpus, document)
    }

    /// Its counts in words: mentions and passages apart, and what of it is folded.
    pub fn counts(&self) -> String {
        let passages = counted(self.passages.len(), "passage");
        let certain = self.certain.map(|certain| format!(", {certain} of them certain")).unwrap_or_default();
        let folded = if self.folded > 0 { format!(", {} in page furniture", self.folded) } else { String::new() };
        let hidden = match self.hidden {
            0 => String::new(),
            hidden => format!(", {} hidden", counted(hidden as usize, "reference")),
        };
        format!("{} in {passages}{certain}{folded}{hidden}", self.mentions())
    }

    /// Its names and references, counted apart.
    fn mentions(&self) -> String {
        match (self.references as usize, self.hits.len()) {
            (0, all) => counted(all, self.noun()),
            (references, all) => {
                format!("{} + {}", counted(all - references, "name"), counted(references, "reference"))
            }
        }
    }

    /// The same ever shorter.
    pub fn counts_by_length(&self) -> Vec<String> {
        let (references, passages) = (self.references as usize, self.passages.len());
        let names = self.hits.len() - references;
        let mentions = if references == 0 { names.to_string() } else { format!("{names}+{references}") };
        let certain = self.certain.map(|certain| format!(", {certain} certain")).unwrap_or_default();
        let folded = if self.folded > 0 { format!(", {} in furniture", self.folded) } else { String::new() };
        vec![
            self.counts(),
            format!("{} in {}{certain}{folded}", self.mentions(), counted(passages, "passage")),
            format!("{mentions} in {}{certain}{folded}", counted(passages, "passage")),
            format!("{mentions} in {passages} p.{folded}"),
            format!("{mentions} in {passages} p."),
        ]
    }

    /// What one of its places is called.
    fn noun(&self) -> &'static str {
        match self.targets.first() {
            Some(Target::Phrase(_) | Target::Search(_)) => "hit",
            Some(Target::Days(_)) => "time",
            _ => "mention",
        }
    }

    /// Whether a passage holds it.
    pub fn holds(&self, passage: PassageIx) -> bool {
        self.passages.binary_search_by_key(&passage, |held| held.passage).is_ok()
    }
}

impl Shares {
    /// What stands in those passages.
    pub fn new(corpus: &Corpus, passages: impl Iterator<Item = PassageIx>) -> Self {
        let mut entities = vec![0; corpus.entities().len()];
        let mut events = vec![0; corpus.events().len()];
        for passage in passages {
            let of_entities = corpus.mentions_in(passage).iter().map(|mention| mention.entity.index());
            of_entities.for_each(|entity| add_one(&mut entities, entity));
            corpus.events_in(passage).for_each(|event| add_one(&mut events, event.index()));
        }
        Self { entities, events }
    }

    /// How often an entity is mentioned there.
    pub fn entity(&self, at: EntityIx) -> u32 {
        self.entities.get(at.index()).copied().unwrap_or_default()
    }

    /// How many of the passages state an event.
    pub fn event(&self, at: EventIx) -> u32 {
        self.events.get(at.index()).copied().unwrap_or_default()
    }
}

fn add_one(counts: &mut [u32], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}

/// "1 mention", "55 mentions", "2 entities".
pub fn counted(count: usize, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if count == 1 => format!("{count} {noun}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {noun}s"),
    }
}

/// What a target is called, ready to be shown.
pub fn label(corpus: &Corpus, target: &Target) -> String {
    let words = match target {
        Target::Document(id) => corpus.document_ix(*id).map(|at| document_name(corpus, at)),
        Target::Entity(id) => corpus.entity_ix(*id).map(|at| corpus.entity(at).name.clone()),
        Target::Event(id) => corpus.event_ix(*id).map(|at| {
            let event = corpus.event(at);
            format!("{} {}", when_words(event.when), event.label)
        }),
        Target::Passage(id, span) => corpus.document_ix(*id).map(|at| corpus.quote(at, *span).to_owned()),
        Target::Days(days) => Some(days_words(*days)),
        Target::Phrase(words) | Target::Search(words) => Some(format!("/{words}")),
        Target::Without(target) => return format!("not {}", label(corpus, target)),
    };
    visible(&words.unwrap_or_else(|| "(gone)".into())).into_owned()
}

/// What a target is called where there is little room: a surname, a date.
fn short(corpus: &Corpus, target: &Target) -> String {
    use crate::model::Kind;

    match target {
        Target::Entity(id) => {
            let entity = corpus.entity_ix(*id).map(|at| corpus.entity(at));
            let surname = entity.filter(|entity| entity.kind == Kind::Person).and_then(|entity| {
                let surname = entity.name.split_whitespace().rfind(|word| !is_suffix(word))?;
                Some(visible(surname).into_owned())
            });
            surname.unwrap_or_else(|| label(corpus, target))
        }
        Target::Event(id) => {
            let when = corpus.event_ix(*id).map(|at| when_words(corpus.event(at).when));
            when.unwrap_or_else(|| label(corpus, target))
        }
        Target::Without(target) => format!("not {}", short(corpus, target)),
        _ => label(corpus, target),
    }
}

fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV")
}

/// What a document is called in a word or two: its outlet, else its title, else its file. Untrusted.
pub fn document_name(corpus: &Corpus, at: DocumentIx) -> String {
    let document = corpus.document(at);
    let metadata = &document.metadata;
    let found = metadata.source.as_ref().or(metadata.title.as_ref());
    found.map_or_else(|| document.file.clone(), |found| found.value.clone())
}

/// Every place of the targets in the passages that hold all of them. A document among others only narrows: its own places
/// are whole passages, nothing to step through.
fn hits(corpus: &Corpus, targets: &[Target], references: References) -> Vec<Hit> {
    let is_document = |target: &Target| matches!(target, Target::Document(_));
    let held = || targets.iter().filter(|target| !target.is_without());
    if !held().any(is_document) || held().all(is_document) {
        return corpus.hits_of_all(targets, references);
    }
    let shared = corpus.passages_of_all(targets, references);
    let stepped =
        targets.iter().filter(|target| !is_document(target)).flat_map(|target| corpus.hits_with(target, references));
    let mut hits: Vec<Hit> = stepped.filter(|hit| shared.binary_search(&hit.passage).is_ok()).collect();
    hits.sort_unstable();
    hits.dedup();
    hits
}

/// How many passages state a time that certainly falls on all the days among `targets`.
fn certain(corpus: &Corpus, targets: &[Target], passages: &[Held]) -> Option<u32> {
    let frames = targets.iter().filter_map(|target| if let Target::Days(days) = target { Some(*days) } else { None });
    let frames: Vec<Days> = frames.collect();
    let is_certain = |held: &&Held| frames.iter().all(|days| corpus.fit(held.passage, *days) == Some(Fit::Certainly));
    (!frames.is_empty()).then(|| passages.iter().filter(is_certain).count() as u32)
}

fn passages(corpus: &Corpus, hits: &[Hit]) -> Vec<Held> {
    let mut passages: Vec<Held> = Vec::new();
    for (at, hit) in hits.iter().enumerate() {
        match passages.last_mut().filter(|held| held.passage == hit.passage) {
            Some(held) => held.count += 1,
            None => passages.push(Held {
                passage: hit.passage,
                document: corpus.document_of(*hit),
                first: at as u32,
                count: 1,
            }),
        }
    }
    passages
}

fn documents(passages: &[Held]) -> Vec<(DocumentIx, u32)> {
    let mut documents: Vec<(DocumentIx, u32)> = Vec::new();
    for held in passages {
        match documents.last_mut().filter(|(document, _)| *document == held.document) {
            Some((_, count)) => *count += held.count,
            None => documents.push((held.document, held.count)),
        }
    }
    documents
}
