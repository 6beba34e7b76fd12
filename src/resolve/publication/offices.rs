//! What the offices that a text gives to people prove of its date: "President-elect" is said of somebody for a few weeks only.
//!
//! The terms are in `office_holders.txt`. A term's first day is a limit wherever the office stands before the name. Its last day is one
//! only in a text that counts time from its own day, as news does, that nowhere says "former" or "then", and whose offices all fit
//! together: a history calls people what they were.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::calendar::{Base, Days, Precision, Relative, Symbolic};
use crate::gazetteer::gazetteer;
use crate::model::{Document, Extract, ExtractedMention, ExtractedPassage, Kind};
use crate::text::{Span, fold, one_line};

use super::limits::{Limit, hull, narrowed};
use super::told::{counts_from_publication, narrative};

/// One person's time in one office.
#[derive(Debug)]
struct Term {
    /// Folded, as they stand before the name.
    offices: Vec<String>,
    name: &'static str,
    given: String,
    surname: String,
    days: Days,
}

static TERMS: LazyLock<Vec<Term>> =
    LazyLock::new(|| include_str!("office_holders.txt").lines().filter_map(term).collect());

fn term(line: &'static str) -> Option<Term> {
    let mut fields = line.split('|').map(str::trim);
    let (offices, name) = (fields.next().filter(|first| !first.starts_with('#'))?, fields.next()?);
    let (earliest, latest) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok());
    Some(Term {
        offices: offices.split('=').map(fold_trimmed).collect(),
        name,
        given: fold(name.split_whitespace().next()?),
        surname: fold(name.split_whitespace().next_back()?),
        days: Days { earliest: Some(earliest), latest },
    })
}

fn fold_trimmed(form: &str) -> String {
    fold(form.trim())
}

/// A person called by an office.
struct Called {
    /// As the text has it: "President Barack Obama".
    words: String,
    /// The terms that may be meant.
    terms: Vec<&'static Term>,
    /// Whether it is said to be over: "former", "then".
    is_over: bool,
}

impl Called {
    fn days(&self) -> impl Iterator<Item = Days> {
        self.terms.iter().map(|term| term.days)
    }
}

/// Words before an office that make it another one, or nobody's yet.
const OTHERS: &[&str] =
    &["vice", "deputy", "assistant", "under", "acting", "a", "an", "any", "no", "next", "future", "if", "incoming"];
/// Words before an office that say that it is over.
const OVER: &[&str] = &["former", "ex", "then", "late", "onetime", "when", "as"];
/// How far before a name an office begins, in bytes.
const REACH: u32 = 60;

/// What the offices in a text limit.
pub(super) fn limits(document: &Document, extract: &Extract) -> Vec<Limit> {
    let called = called(document, extract);
    let mut found: Vec<Limit> = began(&called).into_iter().collect();
    found.extend(left(document, extract));
    if counts_from_publication(extract) {
        found.extend(in_office(&called));
    }
    found
}

/// Each way in which people are called, once: a long text calls them so thousands of times.
fn called(document: &Document, extract: &Extract) -> Vec<Called> {
    let people = extract.mentions.iter().filter(|mention| mention.kind == Kind::Person);
    let named = people.filter_map(|person| Some((narrative(extract, person.span.start)?, person)));
    let mut found: Vec<Called> = Vec::new();
    for one in named.filter_map(|(passage, person)| office_before(document, passage, person)) {
        let is_same = |known: &Called| known.is_over == one.is_over && known.days().eq(one.days());
        if !found.iter().any(is_same) {
            found.push(one);
        }
    }
    found
}

fn office_before(document: &Document, passage: &ExtractedPassage, person: &ExtractedMention) -> Option<Called> {
    let text = &document.text;
    let name = fold(person.span.of(text));
    let mut bearers = TERMS.iter().filter(|term| term.is_named(&name)).peekable();
    bearers.peek()?;
    let lead = Span::new(person.span.start, person.span.start).widened(REACH, text);
    let lead = Span::new(lead.start.max(passage.span.start), person.span.start).of(text);
    let before = fold(lead);
    let held = |term: &&'static Term| term.offices.iter().find_map(|office| before.strip_suffix(office.as_str()));
    let mut terms = Vec::new();
    let mut is_over = false;
    for term in bearers {
        let Some(rest) = held(&term) else { continue };
        let is_word = !rest.ends_with(char::is_alphanumeric);
        let word = rest.trim_end_matches([' ', '-']).rsplit([' ', '-', '(', '"']).next().unwrap_or_default();
        if !is_word || OTHERS.contains(&word) {
            continue;
        }
        is_over |= OVER.contains(&word);
        terms.push(term);
    }
    let office = terms.first()?.offices.first()?;
    let words = format!("{office} {}", person.span.of(text));
    Some(Called { words, terms, is_over })
}

impl Term {
    /// Whether a folded name may be the holder's: the surname, and a given name that is none other.
    fn is_named(&self, name: &str) -> bool {
        let mut words = name.split_whitespace();
        if words.next_back() != Some(&self.surname) {
            return false;
        }
        words.next().is_none_or(|given| gazetteer().are_variants(given, &self.given))
    }
}

/// Who is called by an office has taken it up.
fn began(called: &[Called]) -> Option<Limit> {
    let first = |called: &Called| called.terms.iter().filter_map(|term| term.days.earliest).min();
    let (earliest, latest) = called.iter().filter_map(|one| Some((first(one)?, one))).max_by_key(|(day, _)| *day)?;
    let days = Days { earliest: Some(earliest), latest: None };
    let why = format!("not before {}, when the term of {} began", earliest, latest.words);
    Some(Limit { stretches: vec![days], why })
}

/// Who is called by an office, and never "former", holds it: one limit for each, or none where they don't fit together.
fn in_office(called: &[Called]) -> Vec<Limit> {
    let mut found: Vec<Limit> = Vec::new();
    let mut together = vec![Days::UNKNOWN];
    for one in called {
        let is_same = |other: &Called| other.terms.iter().any(|term| one.terms.iter().any(|own| own.name == term.name));
        if called.iter().any(|other| other.is_over && is_same(other)) {
            continue;
        }
        let stretches: Vec<Days> = one.days().collect();
        if found.iter().any(|known| known.stretches == stretches) {
            continue;
        }
        together = narrowed(&together, &stretches);
        found.push(Limit { stretches, why: format!("the text speaks of {} as in office", one.words) });
    }
    if together.is_empty() { Vec::new() } else { found }
}

/// Words that tell that somebody lost an office.
const LEAVING: &[&str] = &[
    "resigned",
    "was fired",
    "fired",
    "ousted",
    "dismissed",
    "quit",
    "stepped down",
    "left office",
    "out of office",
    "his job",
    "her job",
    "forced out",
];
/// Words that make it none.
const UNSURE: &[&str] =
    &["not", "never", "threatened", "offered", "refused", "would", "will", "could", "should", "may"];
/// How long after it "last month", "Friday" may still mean it, in days.
const SINCE: u64 = 400;

/// "He lost his job as adviser last month": the month after the one in which the term ended.
fn left(document: &Document, extract: &Extract) -> Option<Limit> {
    let text = &document.text;
    let names: Vec<String> = extract.mentions.iter().map(|mention| fold(mention.span.of(text))).collect();
    let is_named_in_full = |term: &&'static Term| names.iter().any(|name| name.contains(' ') && term.is_named(name));
    let holders: Vec<&Term> = TERMS.iter().filter(is_named_in_full).collect();
    if holders.is_empty() {
        return None;
    }
    let counted = extract.times.iter().filter(|time| is_counted_back(time.symbolic));
    let mut places: Vec<_> =
        counted.filter_map(|time| Some((narrative(extract, time.span.start)?.span, time))).collect();
    // The first of each passage, so that each is read once.
    places.dedup_by_key(|(passage, _)| *passage);
    places.into_iter().find_map(|(passage, time)| {
        let told = format!(" {} ", fold(passage.of(text)));
        let has = |phrase: &&str| told.contains(&format!(" {phrase} "));
        if !LEAVING.iter().any(&has) || UNSURE.iter().any(has) {
            return None;
        }
        // "As adviser": a president who fired somebody is still in office.
        let is_told = |term: &&&Term| {
            let is_lost = |office: &String| told.contains(&format!(" as {office}"));
            told.contains(&term.surname) && term.offices.iter().any(is_lost)
        };
        let mut told_of = holders.iter().filter(is_told);
        let (name, ended) = told_of.next().and_then(|term| Some((term.name, term.days.latest?)))?;
        if told_of.next().is_some() {
            return None;
        }
        let days = meaning(time.symbolic, ended)?;
        let why = format!("{name} left office on {ended}, which the text calls {}", one_line(time.span.of(text)));
        Some(Limit { stretches: vec![days], why })
    })
}

/// "last month", "Friday": counted from the publication, and before it.
fn is_counted_back(said: Symbolic) -> bool {
    match said {
        Symbolic::Relative(Relative { base: Base::Publication, unit, count: ..0, .. }) => unit <= Precision::Month,
        Symbolic::Relative(Relative { base: Base::Weekday { .. }, count: 0, .. }) => true,
        _ => false,
    }
}

/// The days of publication for which `said` means `day`.
fn meaning(said: Symbolic, day: NaiveDate) -> Option<Days> {
    let published = (0..=SINCE).filter_map(|later| day.checked_add_days(chrono::Days::new(later)));
    let fits = published.filter(|published| said.resolve(Days::on(*published)).days().may_overlap(Days::on(day)));
    let fitting: Vec<Days> = fits.map(Days::on).collect();
    (!fitting.is_empty()).then(|| hull(&fitting))
}

#[cfg(test)]
mod tests {
    use super::TERMS;

    #[test]
    fn every_line_of_the_list_is_a_term() {
        let lines = include_str!("office_holders.txt").lines().map(str::trim);
        let listed = lines.filter(|line| !line.is_empty() && !line.starts_with('#')).count();
        assert_eq!(TERMS.len(), listed);
        let is_backwards = |days: crate::calendar::Days| days.latest.is_some_and(|end| Some(end) < days.earliest);
        assert!(TERMS.iter().all(|term| !is_backwards(term.days)));
    }
}
