//! Names as they stand in their sentences, with the roles that the text gives their bearers right there: a title before the name,
//! an apposition on either side, "is" and a role.

use std::ops::Range;

use crate::gazetteer::{Gender, gazetteer};
use crate::model::{Article, ExtractedMention, Form, Kind, Named, RoleTense};
use crate::text::{Span, fold};

use super::roles::{Description, Owner};
use super::words::Words;

/// A name with its words, title included, and whose each of its roles is.
pub(super) type NameHere = (Range<usize>, Span, Named, Vec<Option<Owner>>);

/// The people named in a passage. What describes one of them right there is taken out of `descriptions`.
pub(super) fn names(
    text: &str,
    words: &Words<'_>,
    mentions: &[ExtractedMention],
    descriptions: &mut Vec<Description>,
) -> Vec<NameHere> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((end, number)) = words.name(at) else {
            at += 1;
            continue;
        };
        let mention = mentions.get(number as usize).filter(|mention| mention.kind == Kind::Person);
        found.extend(mention.map(|mention| name(text, words, mention, at..end, descriptions)));
        at = end;
    }
    found
}

fn name(
    text: &str,
    words: &Words<'_>,
    mention: &ExtractedMention,
    range: Range<usize>,
    descriptions: &mut Vec<Description>,
) -> NameHere {
    let mut named =
        Named { is_camp: mention.form == Form::Camp, gender: gender(text, words, mention, &range), roles: Vec::new() };
    let mut owners = Vec::new();
    let mut whole = range.clone();
    let mut after = range.end;
    // What stands behind it tells most when read in order: "Lind, then the minister's adviser and now a senator,".
    while let Some(place) = descriptions.iter().position(|described| describes(words, described, &range, after)) {
        let described = descriptions.remove(place);
        let mut role = described.role;
        if described.outer > 0 && words.folded(described.outer - 1) == "then" {
            role.tense = RoleTense::Then;
        }
        if described.end <= range.start {
            whole.start = described.outer;
        } else {
            after = described.end;
        }
        named.gender = named.gender.or(role.gender);
        if !named.is_camp {
            named.roles.push(role);
            owners.push(described.owner);
        }
    }
    (whole, mention.span, named, owners)
}

/// Whether a description describes the name at `name`; `after` is where the last one behind it ended.
fn describes(words: &Words<'_>, described: &Description, name: &Range<usize>, after: usize) -> bool {
    let Description { outer, end, article, .. } = *described;
    if end == name.start {
        return true;
    }
    if end + 1 == name.start && words.folded(end) == "," && article == Article::Definite {
        let next = words.folded(name.end);
        let is_list = matches!(words.folded(name.end + 1), "and" | "or") || words.name(name.end + 1).is_some();
        return name.len() > 1 && words.is_border(name.end) && !(next == "," && is_list);
    }
    let start = if matches!(words.folded(outer.wrapping_sub(1)), "then" | "now" | "once" | "currently") {
        outer - 1
    } else {
        outer
    };
    if start < name.end {
        return false;
    }
    let is_closed =
        words.is_border(end) || matches!(words.folded(end), "who" | "whose" | "and" | "in" | "at" | "since" | "until");
    if after > name.end && start == after + 1 && words.folded(after) == "and" {
        return words.is_border(end);
    }
    if after == name.end && start == after + 1 {
        let is_apposed = words.folded(after) == "," && is_closed && !is_list(words, end);
        let is_said = matches!(words.folded(after), "is" | "was" | "became" | "remains") && outer == after + 1;
        return is_apposed || is_said;
    }
    false
}

/// Whether the words at `end` go on with a list of people: "Lind, the adviser and Holm".
fn is_list(words: &Words<'_>, end: usize) -> bool {
    words.folded(end) == "and" && (words.name(end + 1).is_some() || words.folded(end + 1) == "the")
}

/// The first word of a description, possessors included: "Lind" in "Lind's adviser", "the" in "the minister's adviser".
pub(super) fn outer(words: &Words<'_>, all: &[Description], described: &Description) -> usize {
    let mut start = described.words.start;
    for _ in 0..MOST_POSSESSORS {
        if start > 0 && matches!(words.folded(start - 1), "his" | "her" | "their" | "its") {
            return start - 1;
        }
        if start < 2 || !words.is_possessive(start - 1) {
            break;
        }
        let end = start - 1;
        let mut first = end - 1;
        let mention = words.get(first).and_then(|word| word.mention);
        while mention.is_some() && first > 0 && words.get(first - 1).is_some_and(|word| word.mention == mention) {
            first -= 1;
        }
        if let Some(before) = all.iter().find(|other| other.end == first || other.end == end) {
            first = first.min(before.words.start);
        }
        start = first;
    }
    start
}

const MOST_POSSESSORS: usize = 3;

/// Whether a word before who acts says nothing of somebody else: "but", "then", "also".
pub(super) fn is_small(folded: &str) -> bool {
    matches!(
        folded,
        "but"
            | "and"
            | "so"
            | "then"
            | "yet"
            | "still"
            | "however"
            | "meanwhile"
            | "also"
            | "later"
            | "now"
            | "instead"
            | "nor"
            | "or"
    )
}

/// What title and given name tell.
fn gender(text: &str, words: &Words<'_>, mention: &ExtractedMention, range: &Range<usize>) -> Option<Gender> {
    let title = range.start.checked_sub(1).map(|at| words.folded(at).trim_end_matches('.')).unwrap_or_default();
    match title {
        "mr" | "sir" | "lord" | "king" | "prince" | "father" | "brother" => return Some(Gender::He),
        "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "sister" => return Some(Gender::She),
        _ => {}
    }
    let name = fold(mention.span.of(text));
    let (given, _) = name.split_once(' ')?;
    gazetteer().gender(given)
}
