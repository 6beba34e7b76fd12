//! [`Filter`]: what the lists keep, term by term, pinned under the cursor or typed into the filter line.
//!
//! A passage must fit every term. A term of days fits where one of the passage's times may fall on them; where the filter is
//! certain, only where one must.

mod parsing;

use crate::calendar::{Days, Fit};
use crate::corpus::Corpus;
use crate::model::{PassageIx, References, Target};

use super::dates::days_words;
use super::field::Field;
use super::strand::{Strand, label};

pub use parsing::{CERTAIN, Known, Parsed, parse, tokens, typed_range, written_followed};

/// What the lists keep.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What a passage must fit, in the order in which it was asked for.
    pub terms: Vec<Term>,
    /// Whether its times must fall on the days of a term, not only may.
    pub is_certain: bool,
}

/// Something that a passage must hold, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// One of these.
    pub targets: Vec<Target>,
    /// Whether it must hold one, or must not.
    pub sense: Sense,
    /// As it stands in the filter line. Untrusted.
    pub written: String,
}

/// Which way a term holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// The passage holds one of its targets.
    Holds,
    /// The passage holds none.
    Lacks,
}

/// The filter line as it is open.
#[derive(Clone, Debug, Default)]
pub struct FilterLine {
    /// What is typed.
    pub field: Field,
    /// What it comes to, or what is wrong with it. Untrusted.
    pub told: String,
}

impl Filter {
    /// Adds a target that a passage must hold, or takes it out.
    pub fn toggle(&mut self, corpus: &Corpus, target: Target) {
        let is_it = |term: &Term| term.sense == Sense::Holds && term.targets == [target.clone()];
        match self.terms.iter().position(is_it) {
            Some(at) => {
                self.terms.remove(at);
            }
            None => self.terms.push(Term::of(corpus, target)),
        }
    }

    /// Keeps only what may fall on `days`, whatever other days were asked for.
    pub fn keep_days(&mut self, corpus: &Corpus, days: Days) {
        self.terms.retain(|term| !(term.sense == Sense::Holds && term.days().is_some()));
        self.terms.push(Term::of(corpus, Target::Days(days)));
    }

    /// Takes the last term out. Whether there was one.
    pub fn pop(&mut self) -> bool {
        let was_one = self.terms.pop().is_some();
        let has_days = self.frames().next().is_some();
        self.is_certain &= has_days;
        was_one
    }

    /// The days that the terms ask for.
    pub fn frames(&self) -> impl Iterator<Item = Days> + '_ {
        self.terms.iter().filter(|term| term.sense == Sense::Holds).filter_map(Term::days)
    }

    /// What the terms leave; `None` where there are none. `references` are those that count beside names.
    pub fn strand(&self, corpus: &Corpus, references: References) -> Option<Strand> {
        if self.terms.is_empty() {
            return None;
        }
        let is_plain = |term: &Term| term.sense == Sense::Holds && term.targets.len() == 1;
        let single: Vec<Target> =
            self.terms.iter().filter(|term| is_plain(term)).flat_map(|term| term.targets.clone()).collect();
        let mut strand = if self.terms.iter().all(is_plain) && !self.is_certain {
            Strand::new(corpus, &single, None, references)
        } else {
            let within = self.passages(corpus, references);
            if single.is_empty() {
                Strand::of_passages(corpus, &within)
            } else {
                Strand::new(corpus, &single, Some(&within), references)
            }
        };
        let labels: Vec<String> = self.terms.iter().map(|term| term.label(corpus)).collect();
        strand.label = labels.join(" & ");
        Some(strand)
    }

    /// As it stands in the filter line.
    pub fn written(&self) -> String {
        let certain = self.is_certain.then_some(CERTAIN);
        self.terms.iter().map(|term| term.written.as_str()).chain(certain).collect::<Vec<_>>().join(" ")
    }

    /// The passages that fit all terms, in reading order.
    fn passages(&self, corpus: &Corpus, references: References) -> Vec<PassageIx> {
        let mut kept: Vec<PassageIx> = (0..corpus.passages().len()).map(PassageIx::at).collect();
        for term in &self.terms {
            let mut held: Vec<PassageIx> =
                term.targets.iter().flat_map(|target| corpus.passages_of(target, references)).collect();
            held.sort_unstable();
            held.dedup();
            if let (Some(days), true) = (term.days(), self.is_certain) {
                held.retain(|passage| corpus.fit(*passage, days) == Some(Fit::Certainly));
            }
            kept.retain(|passage| held.binary_search(passage).is_ok() == (term.sense == Sense::Holds));
        }
        kept
    }
}

impl Term {
    /// A passage must hold `target`.
    pub fn of(corpus: &Corpus, target: Target) -> Self {
        let written = written(corpus, &target);
        Self { targets: vec![target], sense: Sense::Holds, written }
    }

    fn days(&self) -> Option<Days> {
        match self.targets.as_slice() {
            [Target::Days(days)] => Some(*days),
            _ => None,
        }
    }

    fn label(&self, corpus: &Corpus) -> String {
        let label = match self.targets.as_slice() {
            [target] => label(corpus, target),
            _ => crate::text::visible(self.written.trim_start_matches(['-', '!'])).into_owned(),
        };
        match self.sense {
            Sense::Holds => label,
            Sense::Lacks => format!("not {label}"),
        }
    }
}

/// A target as it stands in the filter line.
fn written(corpus: &Corpus, target: &Target) -> String {
    let quoted = |key: &str, value: &str| {
        let is_plain = !value.is_empty() && !value.contains(|c: char| c.is_whitespace() || parsing::is_quote(c));
        if is_plain { format!("{key}{value}") } else { format!("{key}\"{}\"", value.replace(parsing::is_quote, "'")) }
    };
    match target {
        Target::Days(days) => written_days(*days),
        Target::Phrase(words) => format!("\"{}\"", words.replace(parsing::is_quote, "'")),
        Target::Search(query) => quoted("search:", query),
        Target::Entity(id) => {
            let name = corpus.entity_ix(*id).map(|at| corpus.entity(at).name.clone());
            quoted("about:", &name.unwrap_or_else(|| id.to_string()))
        }
        Target::Document(id) => {
            let file = corpus.document_ix(*id).map(|at| corpus.document(at).file.clone());
            quoted("doc:", &file.unwrap_or_else(|| id.to_string()))
        }
        Target::Event(_) => quoted("event:", &label(corpus, target)),
        Target::Passage(..) => quoted("passage:", &label(corpus, target)),
        Target::Without(target) => format!("-{}", written(corpus, target)),
    }
}

/// Days as they can be typed: a unit of the calendar, else both ends in full.
pub(super) fn written_days(days: Days) -> String {
    let words = days_words(days);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    if words.contains("..") { format!("{}..{}", day(days.earliest), day(days.latest)) } else { words }
}
