//! The second look: what the whole document tells. A name once seen whole decides its short forms everywhere in it, headlines,
//! captions and first words of sentences included.

use std::collections::HashMap;

use crate::gazetteer::Sign;
use crate::model::{Cue, Form, Kind};
use crate::text::Shape;

use super::finding::Finding;
use super::people::{camp_follows, suffix_end};
use super::sentence::{Sentence, Style};

/// From this percent on the recognizer is believed against a surname.
const VERY_SURE: u8 = 98;

/// From this percent on a surname is that of a person who was surely named whole.
const WHOLE: u8 = 75;

/// What the first look learned of a document.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Folded surnames of people, with how sure a short form is, in percent.
    surnames: HashMap<String, u8>,
    /// Folded given names of people who were named whole.
    given_names: HashMap<String, u8>,
    /// Folded last words of outlets that were named whole.
    outlets: HashMap<String, u8>,
    /// Folded acronyms and other single words that stood for something.
    singles: HashMap<String, (Kind, u8)>,
}

impl Known {
    /// Takes in what the first look found in a sentence.
    pub(super) fn learn(&mut self, sentence: &Sentence<'_>, found: &[Finding]) {
        for finding in found {
            match finding.kind {
                Kind::Person => self.learn_person(sentence, finding),
                Kind::Organization if finding.words.len() > 1 => {
                    let last = finding.words.end - 1;
                    if sentence.tells(last, Sign::Outlet) {
                        raise(&mut self.outlets, sentence.folded(last), 80);
                    }
                }
                kind if finding.words.len() == 1 && finding.cue != Cue::Listed && !is_vague(sentence, finding) => {
                    let word = sentence.folded(finding.words.start);
                    self.singles.entry(word.to_owned()).or_insert((kind, finding.confidence.0.saturating_sub(5)));
                }
                _ => {}
            }
        }
    }

    fn learn_person(&mut self, sentence: &Sentence<'_>, finding: &Finding) {
        let parts = name_parts(sentence, finding);
        let Some((surname, before)) = parts.split_last() else { return };
        let is_whole = !before.is_empty();
        let percent = if is_whole { finding.confidence.0.min(85) } else { finding.confidence.0.min(70) };
        raise(&mut self.surnames, sentence.folded(*surname), percent);
        if let Some(given) = before.first().filter(|at| !sentence[**at].is_initial()) {
            raise(&mut self.given_names, sentence.folded(*given), percent.saturating_sub(10));
        }
    }

    /// Whether a doubtful single word was taken for a body or place, and is the surname of a person who was named whole.
    pub(super) fn contradicts(&self, sentence: &Sentence<'_>, finding: &Finding) -> bool {
        finding.kind != Kind::Person
            && finding.words.len() == 1
            && finding.cue == Cue::Context
            && finding.confidence.0 < VERY_SURE
            && self.surnames.get(sentence.folded(finding.words.start)).is_some_and(|percent| *percent >= WHOLE)
    }

    /// Adds the short forms that the first look missed in a sentence.
    pub(super) fn look_again(&self, sentence: &Sentence<'_>, found: &mut Vec<Finding>) {
        let mut more = Vec::new();
        let mut taken = found.iter().peekable();
        let mut at = 0;
        while at < sentence.len() {
            while taken.next_if(|finding| finding.words.end <= at).is_some() {}
            if let Some(finding) = taken.peek()
                && finding.words.contains(&at)
            {
                at = finding.words.end;
                continue;
            }
            if let Some(finding) = self.short_form(sentence, at) {
                at = finding.words.end;
                more.push(finding);
            } else {
                at += 1;
            }
        }
        if !more.is_empty() {
            found.append(&mut more);
            found.sort_by_key(|finding| finding.words.start);
            let mut end = 0;
            found.retain(|finding| {
                let is_free = finding.words.start >= end;
                end = if is_free { finding.words.end } else { end };
                is_free
            });
        }
    }

    fn short_form(&self, sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
        if !sentence.is_capitalized(at) || sentence[at].is_initial() {
            return None;
        }
        self.surname(sentence, at)
            .or_else(|| self.outlet(sentence, at))
            .or_else(|| self.given_name(sentence, at))
            .or_else(|| self.single(sentence, at))
    }

    fn surname(&self, sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
        let percent = *self.surnames.get(sentence.folded(at))?;
        if !reads_as_name(sentence, at) {
            return None;
        }
        let start = if unknown_given_name(sentence, at) { at - 1 } else { at };
        let end = suffix_end(sentence, at + 1);
        let mut finding = Finding::new(start..end, Kind::Person, Cue::SeenElsewhere, percent);
        if camp_follows(sentence, end) {
            finding.form = Form::Camp;
        }
        Some(finding)
    }

    fn given_name(&self, sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
        let percent = *self.given_names.get(sentence.folded(at))?;
        let is_plain = sentence.is_common(at) || sentence.is_capitalized(at + 1);
        (!is_plain && reads_as_name(sentence, at))
            .then(|| Finding::new(at..at + 1, Kind::Person, Cue::SeenElsewhere, percent))
    }

    /// "the Post" after "Washington Post".
    fn outlet(&self, sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
        let percent = *self.outlets.get(sentence.folded(at))?;
        let has_article = sentence.before(at).is_some_and(|before| before.folded == "the");
        let is_shouted = sentence.style != Style::Prose || sentence.is_capitalized(at + 1) && !has_article;
        (has_article && !is_shouted).then(|| Finding::new(at..at + 1, Kind::Organization, Cue::SeenElsewhere, percent))
    }

    fn single(&self, sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
        let (kind, percent) = *self.singles.get(sentence.folded(at))?;
        (!sentence.is_owed(at) && !sentence.is_plain_capital(at))
            .then(|| Finding::new(at..at + 1, kind, Cue::SeenElsewhere, percent))
    }
}

/// Whether a single word may mean another body each time: "the Company", "the Administration".
fn is_vague(sentence: &Sentence<'_>, finding: &Finding) -> bool {
    let at = finding.words.start;
    sentence.is_common(at) || sentence.tells(at, Sign::Organization) || sentence.tells(at, Sign::Place)
}

fn raise(table: &mut HashMap<String, u8>, word: &str, percent: u8) {
    let held = table.entry(word.to_owned()).or_default();
    *held = (*held).max(percent);
}

/// The words of a person's name that are no particles, initials at its end or suffixes.
fn name_parts(sentence: &Sentence<'_>, finding: &Finding) -> Vec<usize> {
    let is_part = |at: &usize| sentence.is_capitalized(*at) && !sentence.tells(*at, Sign::Suffix);
    finding.words.clone().filter(is_part).collect()
}

/// Whether a capitalized word that may be a surname is one here, and not a month, a common word or a part of something else.
fn reads_as_name(sentence: &Sentence<'_>, at: usize) -> bool {
    if sentence.is_plain_capital(at) {
        return !reads_as_date(sentence, at);
    }
    if sentence.tells(at, Sign::Function) && sentence.is_start(at) {
        return false;
    }
    let is_owed = sentence.is_common(at) && (sentence.style != Style::Prose || sentence.is_start(at));
    !is_owed || acts(sentence, at + 1)
}

/// Whether what follows is what people do or own.
fn acts(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tells(at, Sign::Speech) || sentence.folded(at) == "'s"
}

/// "in May", "May 3", "last May": a month where it may be a surname too.
fn reads_as_date(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_number = |at: usize| sentence.get(at).is_some_and(|word| word.token.shape == Shape::Number);
    let before = sentence.before(at);
    let leads = before.is_some_and(|before| {
        matches!(
            &*before.folded,
            "in" | "of"
                | "since"
                | "until"
                | "till"
                | "last"
                | "this"
                | "next"
                | "early"
                | "late"
                | "mid"
                | "from"
                | "through"
                | "by"
                | "between"
                | "to"
                | "and"
                | "on"
                | "before"
                | "after"
                | "during"
                | "-"
        ) || before.token.shape == Shape::Number
    });
    let modal = sentence.is_start(at) && !acts(sentence, at + 1) && before.is_none();
    leads || modal || is_number(at + 1) || sentence.folded(at + 1) == "," && is_number(at + 2)
}

/// Whether the word before a known surname belongs to the name although no list has it ("Donal" beside a known surname).
fn unknown_given_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(given) = at.checked_sub(1) else { return false };
    sentence.is_capitalized(given)
        && !sentence.is_start(given)
        && sentence.style == Style::Prose
        && sentence[given].token.shape == Shape::Capital
        && !sentence.is_common(given)
        && !sentence.is_plain_capital(given)
        && sentence.known(given).is_none()
        && sentence.title(given).is_none()
        && !sentence.tells(given, Sign::PluralTitle)
}
