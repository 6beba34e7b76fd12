//! What the finder offers: everything in a corpus that has a name.

use crate::app::dates::{publication_in_short, when_words};
use crate::app::search::sought;
use crate::corpus::Corpus;
use crate::model::{DocumentIx, Kind, Target};
use crate::text::{Folded, visible};

use super::lexicon::Lexicon;

/// Events that are offered at most.
const MOST_EVENTS: usize = 20_000;

/// Everything that can be found, in the order of an empty query.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// All of it.
    pub(super) all: Vec<Candidate>,
    pub(super) lexicon: Lexicon,
}

/// The kinds of things that are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A person.
    Person,
    /// An organization.
    Organization,
    /// A place.
    Place,
    /// A document.
    Document,
    /// An event.
    Event,
    /// A passage with the words that are typed.
    Text,
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What it leads to.
    pub target: Target,
    /// Its kind.
    pub what: What,
    /// Its own name first, then the others that it is found by.
    pub names: Vec<Name>,
    /// How many mentions or passages it has.
    pub weight: u32,
}

/// A name, as it is shown and as it is matched.
#[derive(Clone, Debug)]
pub struct Name {
    /// As it is shown.
    pub shown: String,
    /// As it is matched.
    pub(super) folded: Folded,
    /// The letters and digits in it, a bit each.
    pub(super) mask: u64,
}

impl What {
    const ALL: [Self; 6] = [Self::Person, Self::Organization, Self::Place, Self::Document, Self::Event, Self::Text];

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Document => "document",
            Self::Event => "event",
            Self::Text => "text",
        }
    }

    /// Several of it.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Person => "people",
            Self::Organization => "organizations",
            Self::Place => "places",
            Self::Document => "documents",
            Self::Event => "events",
            Self::Text => "texts",
        }
    }

    /// The kind whose name begins so.
    pub(super) fn named(said: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.name().starts_with(said) || what.plural().starts_with(said))
    }

    pub(super) fn after(what: Option<Self>) -> Option<Self> {
        let next = what.map_or(0, |what| what as usize + 1);
        Self::ALL.get(next).copied()
    }
}

impl Candidate {
    /// Something by its names, its own first. They may be untrusted.
    pub fn new(target: Target, what: What, names: impl Iterator<Item = String>, weight: u32) -> Self {
        Self { target, what, names: names.map(|name| Name::new(&name)).collect(), weight }
    }
}

impl Name {
    fn new(name: &str) -> Self {
        let shown = visible(name).into_owned();
        let folded = Folded::new(&shown);
        Self { mask: mask(&folded.text), folded, shown }
    }
}

impl Candidates {
    /// All of these, which come in that order where nothing is typed.
    pub fn new(all: Vec<Candidate>) -> Self {
        Self { lexicon: Lexicon::new(&all), all }
    }

    /// The entities of `corpus`.
    pub fn of_entities(corpus: &Corpus) -> Self {
        Self::new(entities(corpus).collect())
    }

    /// Everything in `corpus` that has a name.
    pub fn of(corpus: &Corpus) -> Self {
        let documents = corpus.documents().iter().enumerate().map(|(at, document)| {
            let date = publication_in_short(corpus.publication(DocumentIx::at(at)));
            let metadata = &document.metadata;
            let title = metadata.title.as_ref().map_or(&document.file, |title| &title.value);
            let source = metadata.source.as_ref().map(|source| source.value.as_str()).unwrap_or_default();
            let names = [format!("{title} · {source} · {date}"), document.file.clone()];
            Candidate::new(Target::Document(document.id), What::Document, names.into_iter(), 1)
        });
        let events = corpus.events().iter().take(MOST_EVENTS).map(|event| {
            let name = format!("{} {}", when_words(event.when), event.label);
            let weight = event.passages.len() as u32;
            Candidate::new(Target::Event(event.id), What::Event, std::iter::once(name), weight)
        });
        let searches = corpus.laid().casework.searches.iter().rev().map(|saved| {
            let names = [saved.name.clone(), saved.query.clone()];
            Candidate::new(sought(&saved.query), What::Text, names.into_iter(), 1)
        });
        Self::new(entities(corpus).chain(documents).chain(events).chain(searches).collect())
    }
}

fn entities(corpus: &Corpus) -> impl Iterator<Item = Candidate> + '_ {
    corpus.entities().iter().map(|entity| {
        let what = match entity.kind {
            Kind::Person => What::Person,
            Kind::Organization => What::Organization,
            Kind::Place => What::Place,
        };
        let aliases = entity.aliases.iter().map(|alias| alias.text.clone()).filter(|alias| *alias != entity.name);
        let names = std::iter::once(entity.name.clone()).chain(aliases);
        Candidate::new(Target::Entity(entity.id), what, names, entity.mentions)
    })
}

/// The letters and digits of a folded text, a bit each; everything else shares one bit.
pub(super) fn mask(folded: &str) -> u64 {
    folded.bytes().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (26 + byte - b'0'),
            b' ' => 0,
            _ => 1 << 40,
        }
    })
}
