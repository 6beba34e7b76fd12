//! The finder: people, organizations, places, documents and events by a few letters of their names, and passages by their words.
//!
//! Names are found by any of their words in any order, by beginnings, other romanizations, typing errors and scattered letters.
//! It offers targets and goes nowhere. The candidates are made once for a corpus; each key matches them anew, the newest wins.

mod words;

mod sounds;

mod edits;

mod candidates;

mod lexicon;

mod matching;

mod narrowing;

use std::sync::Arc;

use crate::calendar::Days;
use crate::corpus::{Corpus, Hit, is_query};
use crate::model::{DocumentId, EntityId, Kind, PassageIx, Target};
use crate::text::{Span, fold};

use super::field::Field;
use super::filter::typed_range;
use super::scroll::Scroll;
use super::search::sought;

pub use candidates::{Candidate, Candidates, What};
use matching::{Fitting, Query};
use narrowing::{Narrowing, split};

/// Choices that are offered at most.
const MOST: usize = 200;
/// Letters from which on texts are searched while one types: one letter stands everywhere.
const LIVE_FROM: usize = 2;
/// Passages in the preview.
const PREVIEW: usize = 4;

/// The finder as it is open.
#[derive(Clone, Debug)]
pub struct Finder {
    /// What is typed.
    pub field: Field,
    /// Only that kind; `None` for all.
    pub what: Option<What>,
    /// Where a choice leads.
    pub purpose: Purpose,
    /// Cursor and window of the choices.
    pub scroll: Scroll,
    /// What fits, best first.
    pub choices: Vec<Choice>,
    /// The first passages of the choice under the cursor.
    pub preview: Vec<Glimpse>,
    candidates: Arc<Candidates>,
    narrowing: Narrowing,
}

/// Where a choice leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To the target.
    Go,
    /// Into a column of the comparison, 0 or 1; only documents are offered.
    Column(usize),
    /// To whom this entity is merged; only entities are offered.
    Merge(EntityId),
    /// To whom these words of a document name: entities, and someone new.
    Name(DocumentId, Span),
}

/// A passage of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glimpse {
    /// Which one.
    pub passage: PassageIx,
    /// The places of the choice in it; none for a document, whose places are its passages.
    pub hits: Vec<Hit>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Something that the corpus knows.
    Known {
        /// Its place among the candidates.
        candidate: usize,
        /// Which of its names fits: 0 is its own.
        name: usize,
        /// The letters of that name that fit.
        matched: Vec<Span>,
    },
    /// The days typed: every time that may fall on them.
    Days(Days),
    /// The words typed, searched in the texts.
    Words(Arc<str>),
    /// A passage that a query finds.
    Found {
        /// The query.
        query: Arc<str>,
        /// The passage with its places.
        passage: Glimpse,
    },
}

impl Finder {
    /// Opens it over everything in `candidates`, which are of `corpus`.
    pub fn new(corpus: &Corpus, candidates: Arc<Candidates>, purpose: Purpose) -> Self {
        let what = matches!(purpose, Purpose::Column(_)).then_some(What::Document);
        let mut finder = Self {
            field: Field::default(),
            what,
            purpose,
            scroll: Scroll::default(),
            choices: Vec::new(),
            preview: Vec::new(),
            candidates,
            narrowing: Narrowing::default(),
        };
        finder.search(corpus);
        finder
    }

    /// Matches the candidates with what is typed: terms of the filter line narrow them, the other words are of a name.
    pub fn search(&mut self, corpus: &Corpus) {
        let line = self.field.text();
        let (terms, typed) = split(&line);
        self.narrowing.read(corpus, &self.candidates.all, terms);
        let what = self.listed();
        self.scroll = Scroll::default();
        if what == Some(What::Text) && self.purpose == Purpose::Go {
            return self.search_texts(corpus, &typed);
        }
        let query = Query::new(&typed);
        let is_other = |candidate: &Candidate| match self.purpose {
            Purpose::Merge(id) => candidate.target != Target::Entity(id),
            Purpose::Go | Purpose::Column(_) | Purpose::Name(..) => true,
        };
        let only_entities = matches!(self.purpose, Purpose::Merge(_) | Purpose::Name(..));
        let of_kind = |at: usize, candidate: &Candidate| {
            self.narrowing.keeps(at)
                && what.is_none_or(|what| candidate.what == what)
                && (!only_entities || is_entity(candidate.what))
                && is_other(candidate)
        };
        let fitting = query.fitting(&self.candidates, of_kind, MOST);
        self.choices = fitting
            .into_iter()
            .map(|Fitting { candidate, name, .. }| {
                let shown = self.candidates.all.get(candidate).and_then(|candidate| candidate.names.get(name));
                let matched = shown.map(|name| query.places(name)).unwrap_or_default();
                Choice::Known { candidate, name, matched }
            })
            .collect();
        let takes_days = self.purpose == Purpose::Go && matches!(what, None | Some(What::Event));
        if let Some(days) = typed_range(&line).filter(|_| takes_days) {
            self.choices.insert(0, Choice::Days(days));
        }
        let offers_words = match self.purpose {
            Purpose::Go => what.is_none(),
            Purpose::Name(..) => true,
            Purpose::Column(_) | Purpose::Merge(_) => false,
        };
        if offers_words && fold(&typed).chars().count() > 1 {
            self.choices.push(Choice::Words(typed.trim().into()));
        }
    }

    /// Lists the first passages that hold what is typed; a last word that may go on stands for all that begin so.
    fn search_texts(&mut self, corpus: &Corpus, typed: &str) {
        self.choices.clear();
        let is_plain = !is_query(typed) && typed.ends_with(char::is_alphanumeric);
        let query: Arc<str> = if is_plain { format!("{typed}*").into() } else { typed.trim().into() };
        if fold(typed).chars().count() < LIVE_FROM {
            return;
        }
        match corpus.search(&query) {
            Ok(hits) => {
                let passages = hits.chunk_by(|a, b| a.passage == b.passage).filter_map(|hits| {
                    let passage = hits.first()?.passage;
                    self.narrowing.keeps_passage(passage).then(|| Glimpse { passage, hits: hits.to_vec() })
                });
                let found = passages.take(MOST).map(|passage| Choice::Found { query: Arc::clone(&query), passage });
                self.choices = found.collect();
            }
            Err(error) => self.narrowing.wrong = Some(error.to_string()),
        }
    }

    /// The kind that is offered: the one typed, else the one turned to; `None` for all.
    pub fn listed(&self) -> Option<What> {
        self.narrowing.what.or(self.what)
    }

    /// What is wrong with the terms that are typed, in a line. Untrusted.
    pub fn wrong(&self) -> Option<&str> {
        self.narrowing.wrong.as_deref()
    }

    /// Offers only the next kind; after the last one, all. A column takes documents only.
    pub fn next_kind(&mut self, corpus: &Corpus) {
        match self.purpose {
            Purpose::Go => self.what = What::after(self.what),
            Purpose::Merge(_) | Purpose::Name(..) => {
                self.what = What::after(self.what).filter(|what| is_entity(*what));
            }
            Purpose::Column(_) => return,
        }
        self.search(corpus);
    }

    /// The kind of someone new: the kind that is listed, else a person.
    pub fn new_kind(&self) -> Kind {
        match self.listed() {
            Some(What::Organization) => Kind::Organization,
            Some(What::Place) => Kind::Place,
            _ => Kind::Person,
        }
    }

    /// The candidate of a choice.
    pub fn candidate(&self, at: usize) -> Option<&Candidate> {
        self.candidates.all.get(at)
    }

    /// What the choice under the cursor leads to.
    pub fn target(&self) -> Option<Target> {
        match self.choices.get(self.scroll.cursor)? {
            Choice::Known { candidate, .. } => self.candidate(*candidate).map(|candidate| candidate.target.clone()),
            Choice::Days(days) => Some(Target::Days(*days)),
            Choice::Found { query, .. } => Some(Target::Search(Arc::clone(query))),
            Choice::Words(words) if self.purpose == Purpose::Go => Some(sought(words)),
            Choice::Words(words) => Some(Target::Phrase(Arc::clone(words))),
        }
    }

    /// Looks up the first passages of the choice under the cursor.
    pub fn look(&mut self, corpus: &Corpus) {
        if let Some(Choice::Found { passage, .. }) = self.choices.get(self.scroll.cursor) {
            self.preview = around(corpus, passage);
            return;
        }
        let is_known = matches!(self.choices.get(self.scroll.cursor), Some(Choice::Known { .. } | Choice::Days(_)));
        let known = self.target().filter(|_| is_known);
        let is_document = matches!(known, Some(Target::Document(_)));
        let hits = known.map(|target| corpus.hits(&target)).unwrap_or_default();
        let passages = || hits.chunk_by(|a, b| a.passage == b.passage);
        let is_folded = |hits: &[Hit]| hits.first().is_some_and(|hit| corpus.passage(hit.passage).zone.is_folded());
        let read = passages().filter(|hits| !is_folded(hits));
        let ordered = read.chain(passages().filter(|hits| is_folded(hits)));
        let glimpses = ordered.filter_map(|hits| {
            let passage = hits.first()?.passage;
            Some(Glimpse { passage, hits: if is_document { Vec::new() } else { hits.to_vec() } })
        });
        self.preview = glimpses.take(PREVIEW).collect();
    }
}

/// A passage between its neighbours.
fn around(corpus: &Corpus, found: &Glimpse) -> Vec<Glimpse> {
    let here = corpus.passages_in(corpus.passage(found.passage).document);
    let at = found.passage.index();
    let shown = at.saturating_sub(1).max(here.start)..(at + PREVIEW - 1).min(here.end);
    let glimpse = |passage: PassageIx| {
        let hits = if passage == found.passage { found.hits.clone() } else { Vec::new() };
        Glimpse { passage, hits }
    };
    shown.map(PassageIx::at).map(glimpse).collect()
}

const fn is_entity(what: What) -> bool {
    matches!(what, What::Person | What::Organization | What::Place)
}

#[cfg(test)]
mod tests {
    use super::matching::Query;
    use super::{Candidate, Candidates, What};
    use crate::model::{EntityId, Target};

    /// People by all their names and how often they are mentioned.
    fn people(people: &[(&[&str], u32)]) -> Candidates {
        let person = |(names, weight): &(&[&str], u32)| {
            let names = names.iter().map(|name| (*name).to_owned());
            Candidate::new(Target::Entity(EntityId(0)), What::Person, names, *weight)
        };
        Candidates::new(people.iter().map(person).collect())
    }

    /// The letters that fit of the best name of the only person.
    #[track_caller]
    fn check(query: &str, names: &[&str], expected: Option<&[&str]>) {
        let candidates = people(&[(names, 1)]);
        let query = Query::new(query);
        let found = query.fitting(&candidates, |_, _| true, 9).first().map(|fitting| {
            let name = &candidates.all[0].names[fitting.name];
            query.places(name).iter().map(|span| span.of(&name.shown)).collect::<Vec<_>>()
        });
        assert_eq!(found.as_deref(), expected, "{names:?}");
    }

    /// The own names of those who fit, best first.
    #[track_caller]
    fn check_order(query: &str, all: &[(&str, u32)], expected: &[&str]) {
        let all: Vec<([&str; 1], u32)> = all.iter().map(|(name, weight)| ([*name], *weight)).collect();
        let all: Vec<(&[&str], u32)> = all.iter().map(|(names, weight)| (names.as_slice(), *weight)).collect();
        let candidates = people(&all);
        let found = Query::new(query).fitting(&candidates, |_, _| true, 9);
        let found: Vec<&str> =
            found.iter().map(|fitting| candidates.all[fitting.candidate].names[0].shown.as_str()).collect();
        assert_eq!(found, expected, "{query:?}");
    }

    #[test]
    fn words_match_in_any_order_and_folded() {
        check("ada vex", &["Ada Vexworth"], Some(&["Ada", "Vex"]));
        check("vex ada", &["Ada Vexworth"], Some(&["Ada", "Vex"]));
        check("jose", &["José Lund"], Some(&["José"]));
        check("avex", &["Ada Vexworth"], Some(&["A", "Vex"]));
        check("oneill", &["Cora O\u{2019}Neill"], Some(&["O\u{2019}Neill"]));
        check("us navy", &["U.S. Navy"], Some(&["U.S", "Navy"]));
        check("zzz", &["Ada Vexworth"], None);
        check("kus", &["Spoke to Russia's men"], None);
    }

    #[test]
    fn another_spelling_is_found() {
        check("sergei lunyak", &["Sergey Lunyak"], Some(&["Sergey", "Lunyak"]));
        check("luniak", &["Sergey Lunyak"], Some(&["Lunyak"]));
        check("луняк", &["Sergey Lunyak"], Some(&["Lunyak"]));
        check("buller", &["Jo Bueller"], Some(&["Bueller"]));
        check("vexwort", &["Ada Vexworth"], Some(&["Vexwort"]));
        check("vexvorth", &["Ada Vexworth"], Some(&["Vexworth"]));
        check("evxworth", &["Ada Vexworth"], Some(&["Vexworth"]));
        check("vxewo", &["Ada Vexworth"], Some(&["Vexwo"]));
        check("worth", &["Ada Vexworth"], Some(&["worth"]));
        check("kadimova", &["Ada Vexworth"], None);
    }

    #[test]
    fn an_alias_is_found_and_named() {
        let candidates = people(&[(&["Sergey Lunyak", "Sergei I. Lunyak"], 1)]);
        let found = Query::new("sergei i").fitting(&candidates, |_, _| true, 9);
        assert_eq!(found.iter().map(|fitting| fitting.name).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn among_equals_the_more_mentioned_comes_first() {
        check_order("lund", &[("Bo Lund", 2), ("Jo Lund", 40)], &["Jo Lund", "Bo Lund"]);
        check_order("lundgren", &[("Bo Lundgrem", 55), ("Jo Lundgren", 1)], &["Jo Lundgren", "Bo Lundgrem"]);
    }

    #[test]
    fn whole_words_come_before_beginnings_and_those_before_scattered_letters() {
        let all = [("Lu Nils Dahl", 900), ("Ada Lundgren", 3), ("Jo Lund", 3), ("Oz Graulund", 3), ("Lena Undset", 3)];
        check_order("lund", &all, &["Jo Lund", "Ada Lundgren", "Lu Nils Dahl", "Lena Undset", "Oz Graulund"]);
    }
}
