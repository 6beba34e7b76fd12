//! What the trained recognizer found, set beside what the rules found: where both speak, who is believed.
//!
//! The recognizer knows better what is a name and of which kind; the rules know what is generally known, titles, camps, addresses and
//! headlines.

use std::ops::Range;

use crate::gazetteer::Sign;
use crate::model::{Cue, Form, Kind};
use crate::text::Span;

use super::finding::Finding;
use super::heads::nothing_headed;
use super::people::{camp_follows, role_after, stands_before_name, suffix_end};
use super::sentence::{Sentence, Style};
use super::tagger::Tagged;

/// The least percent at which a finding of the rules stands although the recognizer saw no name there: what the lists know, and a
/// whole name behind a title.
const RULES_ALONE: u8 = 85;

/// Below this the recognizer is not sure enough to contradict a strong rule, in percent.
const SURE: u8 = 85;

/// From this percent on the recognizer is believed against a word for somebody's people.
const VERY_SURE: u8 = 95;

/// From this percent on a rule is strong.
const STRONG: u8 = 75;

/// The names of a sentence after both.
pub(super) fn together(sentence: &Sentence<'_>, rules: &[Finding], tagged: &[Tagged]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let mut beaten: Vec<Range<usize>> = Vec::new();
    for mut name in tagged.iter().filter_map(|name| learned(sentence, name)) {
        let rivals: Vec<&Finding> = rules.iter().filter(|rule| overlap(&name.words, &rule.words)).collect();
        if is_believed(sentence, &name, &rivals) {
            for rule in rivals {
                dress(&mut name, rule);
            }
            found.push(name);
        } else {
            beaten.push(name.words);
        }
    }
    let free = |rule: &Finding| {
        let is_free = !found.iter().any(|name| overlap(&name.words, &rule.words));
        let has_won = beaten.iter().any(|words| overlap(words, &rule.words));
        let is_before_person =
            || found.iter().any(|name| name.kind == Kind::Person && name.words.start == rule.words.end);
        let is_apart = !is_within_other(sentence, rule) || is_before_person();
        let is_strong = rule.confidence.0 >= RULES_ALONE && is_apart || rule.form == Form::Camp;
        is_free && (has_won || is_strong || sentence.style != Style::Prose)
    };
    let mut more: Vec<Finding> = rules.iter().filter(|rule| free(rule)).cloned().collect();
    found.append(&mut more);
    found.sort_by_key(|finding| finding.words.start);
    found
}

/// Whether the recognizer is believed over the rules that found something in the same place.
fn is_believed(sentence: &Sentence<'_>, name: &Finding, rivals: &[&Finding]) -> bool {
    let is_sure = name.confidence.0 >= SURE;
    match rivals {
        [] => sentence.style == Style::Prose || is_sure,
        _ if sentence.style != Style::Prose => is_sure && rivals.iter().all(|rule| is_shorter(name, rule)),
        [rule] if rule.cue == Cue::Title && name.kind != Kind::Person => false,
        [rule] if rule.form == Form::Camp && rule.words == name.words && name.kind != Kind::Person => {
            name.confidence.0 >= VERY_SURE
        }
        [rule] if rule.words == name.words => {
            let is_told = matches!(rule.cue, Cue::Listed | Cue::HeadWord);
            rule.kind == name.kind || !is_told && (is_sure || rule.confidence.0 < STRONG)
        }
        [rule] if tells_beginning(sentence, rule) && rule.kind == name.kind && rule.words.end == name.words.end => {
            rule.words.start >= name.words.start
        }
        [rule] if rule.cue == Cue::Title && rule.words.start == name.words.start && name.words.end < rule.words.end => {
            false
        }
        [rule] if holds(&rule.words, &name.words) => rule.cue != Cue::Listed && (is_sure || rule.confidence.0 < STRONG),
        [rule] => rule.form != Form::Camp || is_sure && !camp_follows(sentence, rule.words.end),
        rules => {
            let yields = |rule: &&Finding| holds(&name.words, &rule.words) || rule.cue != Cue::Listed;
            let are_two = rules.windows(2).any(|pair| are_joined(sentence, pair[0], pair[1]));
            rules.iter().all(yields) && !are_two && !rules.iter().any(|rule| rule.form == Form::Camp)
        }
    }
}

/// Whether a listed body and what is listed too stand side by side: "the White House and the Kremlin".
fn are_joined(sentence: &Sentence<'_>, one: &Finding, other: &Finding) -> bool {
    let are_listed = one.cue == Cue::Listed && one.kind == Kind::Organization && other.cue == Cue::Listed;
    let joint = one.words.end;
    let follows = joint + 1 + usize::from(sentence.folded(joint + 1) == "the");
    are_listed && sentence.folded(joint) == "and" && other.words.start == follows
}

/// Whether a name is the same as a rule's but for words that a headline capitalizes too.
fn is_shorter(name: &Finding, rule: &Finding) -> bool {
    rule.kind == name.kind && rule.cue != Cue::Listed && holds(&rule.words, &name.words)
}

/// Whether a listed place is only a part of something that is no name, as in "the Norland Cup".
fn is_within_other(sentence: &Sentence<'_>, rule: &Finding) -> bool {
    let follows = rule.words.end;
    let goes_on = sentence.is_capitalized(follows) && !sentence.is_plain_capital(follows);
    rule.kind == Kind::Place && goes_on && sentence.title(follows).is_none()
}

/// Whether a rule knows where a person's name begins: behind a title, at a given name, at an initial.
fn tells_beginning(sentence: &Sentence<'_>, rule: &Finding) -> bool {
    matches!(rule.cue, Cue::GivenName | Cue::Title)
        || rule.kind == Kind::Person && sentence[rule.words.start].is_initial()
}

/// A name that the recognizer found, without the title before it; `None` where it is no name by policy.
fn learned(sentence: &Sentence<'_>, name: &Tagged) -> Option<Finding> {
    let mut words = name.words.clone();
    while words.start < words.end && matches!(sentence.folded(words.start), "the" | "a" | "an") {
        words.start += 1;
    }
    if name.kind != Kind::Person && words.len() > 2 && is_tied(sentence, words.end - 1) {
        words.end -= 1;
    }
    while words.end > words.start && matches!(sentence.folded(words.end - 1), "'s" | "'" | "," | "-") {
        words.end -= 1;
    }
    let mut role = None;
    let is_namesake = words.len() > 1 && matches!(sentence.folded(words.end - 1), "jr" | "sr");
    let kind = if is_namesake { Kind::Person } else { name.kind };
    if kind == Kind::Person {
        while words.len() > 1 && stands_before_name(sentence, words.start) {
            words.start += 1;
        }
        while let Some(end) = sentence.title(words.start).filter(|end| *end < words.end) {
            role = Some(sentence.span(words.start..end));
            words.start = end;
        }
        let comma = words.clone().find(|at| sentence.folded(*at) == ",");
        words.end = comma.unwrap_or(words.end);
        let is_suffix = words.len() > 1 && sentence.tells(words.end - 1, Sign::Suffix);
        words.end = suffix_end(sentence, words.end - usize::from(is_suffix)).max(words.end);
    }
    if kind != Kind::Person
        && let Some(title) = words.clone().skip(1).find(|at| sentence.title(*at).is_some_and(|end| end > words.end))
    {
        words.end = title;
    }
    if words.is_empty() || is_no_name(sentence, &words, kind) {
        return None;
    }
    let mut finding = Finding::new(words.clone(), kind, Cue::Context, name.confidence.0);
    if kind == Kind::Person {
        if camp_follows(sentence, words.end) {
            finding.form = Form::Camp;
        }
        finding.role = role.or_else(|| title_before(sentence, words.start)).or_else(|| role_after(sentence, words.end));
    }
    Some(finding)
}

/// Whether a hyphen ties a small, common word to the name before it: "Vexport-based".
fn is_tied(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_small = !sentence.is_capitalized(at) && sentence.is_common(at);
    is_small && sentence.folded(at - 1) == "-" && sentence.touches_before(at)
}

/// Addresses, peoples, laws and bare titles are no names, whatever they look like.
fn is_no_name(sentence: &Sentence<'_>, words: &Range<usize>, kind: Kind) -> bool {
    let is_address = words.clone().any(|at| sentence[at].is_address);
    let is_plain = kind != Kind::Person && words.clone().all(|at| sentence.is_plain_capital(at));
    let is_pronoun = kind == Kind::Person && words.len() == 1 && is_function(sentence, words.start);
    let is_titled = sentence.tells(words.start, Sign::Surname) && title_before(sentence, words.start).is_some();
    let is_title =
        sentence.title(words.start) == Some(words.end) && sentence.known(words.start).is_none() && !is_titled;
    let law_end = nothing_headed(sentence, words.start);
    let is_law = law_end.is_some_and(|end| end >= words.end);
    is_address
        || is_plain
        || is_pronoun
        || is_title
        || is_law
        || kind == Kind::Place && is_of_treaty(sentence, words.start)
}

/// "the Treaty of Westphalia", "the Battle of Utrecht": a place that tells one treaty or battle from others is not where anything is.
fn is_of_treaty(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(head) = at.checked_sub(2) else { return false };
    let is_work = matches!(sentence.folded(head), "treaty" | "battle");
    is_work && sentence.is_capitalized(head) && sentence.folded(head + 1) == "of"
}

/// "He", "We", "Have": a word that names nobody unless a title stands before it or it is a given name or a month ("Will", "May").
fn is_function(sentence: &Sentence<'_>, at: usize) -> bool {
    let may_name = sentence.tells(at, Sign::GivenName) || sentence.tells(at, Sign::Month);
    sentence.tells(at, Sign::Function) && !may_name && title_before(sentence, at).is_none()
}

/// Takes over what a rule saw beside the same name.
fn dress(name: &mut Finding, rule: &Finding) {
    if name.kind != rule.kind {
        return;
    }
    name.cue = rule.cue;
    if name.kind == Kind::Person {
        name.role = rule.role.or(name.role);
        name.form = rule.form;
    }
    if name.words == rule.words {
        name.confidence = name.confidence.max(rule.confidence);
    }
}

fn title_before(sentence: &Sentence<'_>, at: usize) -> Option<Span> {
    let first = at.saturating_sub(6);
    (first..at).find(|start| sentence.title(*start) == Some(at)).map(|start| sentence.span(start..at))
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn holds(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.start && other.end <= one.end
}
