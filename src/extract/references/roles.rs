//! Descriptions: noun phrases headed by a noun for a person, and what narrows them.

use std::ops::Range;

use crate::gazetteer::{Listed, PersonClass, PersonNoun, Sign, gazetteer};
use crate::model::{Article, ExtractedMention, Kind, Role, RoleTense};
use crate::text::{Span, fold};

use super::words::Words;

/// Words before the noun that can narrow it.
const MOST_QUALIFIERS: usize = 6;

/// A description in a passage.
pub(super) struct Description {
    /// Its words from article or possessor to noun, and how far its complement reaches.
    pub words: Range<usize>,
    /// One past its complement ("to the United States").
    pub end: usize,
    /// Its first word, possessor included.
    pub outer: usize,
    /// The words that no name stands in, the noun the last of them.
    pub core: Range<usize>,
    pub role: Role,
    pub article: Article,
    /// Whose it is, as the first word of a name or of another description in the passage.
    pub owner: Option<Owner>,
}

/// To whom a role belongs.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    /// To whom the mention of that number names.
    Name(u32),
    /// To whom the words that end here describe.
    EndingAt(usize),
}

/// The descriptions of a passage, in order, none overlapping another.
pub(super) fn descriptions(text: &str, words: &Words<'_>, mentions: &[ExtractedMention]) -> Vec<Description> {
    let mut found: Vec<Description> = Vec::new();
    for at in 0..words.len() {
        let begun = found.last().map_or(0, |last| last.end);
        if at < begun {
            continue;
        }
        let Some((first, noun)) = noun_ending(words, at).filter(|(first, _)| *first >= begun) else { continue };
        found.push(description(text, words, mentions, begun, first..at + 1, noun));
    }
    found
}

/// The noun for a person that ends at `at`, of up to three words, with its first word. Not where a longer one goes on.
fn noun_ending(words: &Words<'_>, at: usize) -> Option<(usize, PersonNoun)> {
    let last = words.get(at).filter(|word| word.has_letters && word.mention.is_none())?;
    let bare = bare(&last.folded).0;
    let joined = |from: usize| {
        let parts: Vec<&str> = (from..=at).map(|at| words.folded(at)).collect();
        gazetteer().person_noun(&parts.join("-")).map(|noun| (from, noun))
    };
    let is_compound_end = matches!(bare, "minister" | "general" | "president" | "executive" | "staff");
    let compound = is_compound_end.then(|| (1..=2).rev().find_map(|back| joined(at.checked_sub(back)?))).flatten();
    let found = compound.or_else(|| gazetteer().person_noun(bare).map(|noun| (at, noun)))?;
    let next = words.folded(at + 1);
    let goes_on = gazetteer().person_noun(next).is_some() && !words.tells(at + 1, Sign::Function)
        || matches!(next, "general") && bare != "general"
        || bare == "chief" && next == "of" && words.folded(at + 2) == "staff";
    (!goes_on).then_some(found)
}

fn description(
    text: &str,
    words: &Words<'_>,
    mentions: &[ExtractedMention],
    begun: usize,
    head: Range<usize>,
    noun: PersonNoun,
) -> Description {
    let mut role = Role {
        noun: noun.role,
        class: noun.class,
        gender: noun.gender,
        qualifiers: Vec::new(),
        nation: None,
        owner: None,
        tense: bare(words.folded(head.end - 1)).1,
    };
    let mut owner = None;
    let mut start = head.start;
    let mut core = head.start;
    while start > begun && head.start - start < MOST_QUALIFIERS && qualifies(words, start - 1) {
        start -= 1;
        if let Some(mention) = words.get(start).and_then(|word| word.mention) {
            narrow_by_name(text, mentions, mention, &mut role, &mut owner);
        } else {
            narrow(words.folded(start), &mut role);
            core = if core == start + 1 { start } else { core };
        }
    }
    let article = article(words, start);
    let mut first = start;
    match words.folded(start.wrapping_sub(1)) {
        _ if start == begun && begun > 0 => {}
        "the" | "a" | "an" | "another" | "this" | "that" => {
            first = start - 1;
            core = if core == start { first } else { core };
        }
        "his" | "her" | "their" | "its" => owner = owner.or(Some(Owner::EndingAt(start))),
        "'s" if start >= 2 => {
            let before = words.get(start - 2).and_then(|word| word.mention);
            match before {
                Some(mention) => narrow_by_name(text, mentions, mention, &mut role, &mut owner),
                None => owner = owner.or(Some(Owner::EndingAt(start - 1))),
            }
        }
        _ => {}
    }
    let mut end = head.end;
    complement(text, words, mentions, &mut end, &mut role, &mut owner);
    if end == head.end && words.folded(end) == "of" {
        // Narrowed by something unknown: it fits no role that is known.
        role.qualifiers.push("of".to_owned());
    }
    Description { words: first..head.end, end, outer: first, core: core..head.end, role, article, owner }
}

/// Whether the word at `at` can stand between the article and the noun of a description.
fn qualifies(words: &Words<'_>, at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| word.has_letters) else { return false };
    if word.mention.is_some() {
        return true;
    }
    let is_status = matches!(
        &*word.folded,
        "former" | "incoming" | "outgoing" | "current" | "then" | "late" | "retired" | "senior"
    );
    is_status || !words.tells(at, Sign::Function) && !words.is_verb(at) && !words.is_preposition(at)
}

fn article(words: &Words<'_>, start: usize) -> Article {
    match start.checked_sub(1).map(|before| words.folded(before)).unwrap_or_default() {
        "the" | "this" | "that" | "his" | "her" | "their" | "its" | "'s" => Article::Definite,
        _ if words.is_headline => Article::Headline,
        _ => Article::Indefinite,
    }
}

/// Takes a word before the noun into account.
fn narrow(word: &str, role: &mut Role) {
    let (word, tense) = bare(word);
    role.tense = role.tense.max(tense);
    match word {
        "former" | "ex" | "late" | "retired" => role.tense = RoleTense::Former,
        "then" => role.tense = RoleTense::Then,
        "incoming" => role.tense = RoleTense::Incoming,
        "current" | "outgoing" | "acting" | "new" | "old" | "own" | "now" => {}
        _ => match gazetteer().nation(word) {
            Some(nation) => role.nation = Some(nation),
            None => role.qualifiers.push(word.to_owned()),
        },
    }
}

fn narrow_by_name(text: &str, mentions: &[ExtractedMention], number: u32, role: &mut Role, owner: &mut Option<Owner>) {
    let Some(mention) = mentions.get(number as usize) else { return };
    let name = mention.span.of(text);
    match mention.kind {
        Kind::Person => *owner = Some(Owner::Name(number)),
        Kind::Place => {
            role.nation = gazetteer().best_name(Listed::Place, name).or_else(|| gazetteer().nation(&fold(name)));
            if role.nation.is_none() {
                add_words(&mut role.qualifiers, name);
            }
        }
        Kind::Organization => add_words(&mut role.qualifiers, name),
    }
}

fn add_words(qualifiers: &mut Vec<String>, name: &str) {
    for word in fold(name).split_whitespace() {
        if !qualifiers.iter().any(|known| known == word) {
            qualifiers.push(word.to_owned());
        }
    }
}

/// "to the United States", "of Denmark", "for national security adviser" behind the noun.
fn complement(
    text: &str,
    words: &Words<'_>,
    mentions: &[ExtractedMention],
    end: &mut usize,
    role: &mut Role,
    owner: &mut Option<Owner>,
) {
    let at = *end;
    if matches!(role.noun, "pick" | "choice") {
        return picked(words, end, role);
    }
    if !matches!(words.folded(at), "of" | "to" | "for" | "at" | "in") {
        return;
    }
    let start = at + 1 + usize::from(words.folded(at + 1) == "the");
    if let Some((name_end, number)) = words.name(start) {
        let is_origin = words.folded(at) != "to";
        let Some(mention) = mentions.get(number as usize) else { return };
        match mention.kind {
            Kind::Person if owner.is_none() && role.class != PersonClass::Plain => *owner = Some(Owner::Name(number)),
            Kind::Place if !is_origin => {}
            _ if words.folded(at) == "in" => return,
            _ => narrow_by_name(text, mentions, number, role, owner),
        }
        *end = name_end;
        return;
    }
    let is_department = words.folded(at) == "of"
        && matches!(
            words.folded(start),
            "state" | "defense" | "defence" | "energy" | "justice" | "labor" | "commerce" | "education"
        );
    if is_department {
        role.qualifiers.push(words.folded(start).to_owned());
        *end = start + 1;
    }
}

/// "pick for national security adviser", "choice to be secretary of state": the role that somebody is to have.
fn picked(words: &Words<'_>, end: &mut usize, role: &mut Role) {
    let start = match (words.folded(*end), words.folded(*end + 1)) {
        ("for" | "as", _) => *end + 1,
        ("to", "be" | "become" | "lead") => *end + 2,
        _ => return,
    };
    for at in start..start + MOST_QUALIFIERS {
        if !words.is_word(at) {
            return;
        }
        if let Some((first, noun)) = noun_ending(words, at) {
            (role.noun, role.class, role.gender) = (noun.role, noun.class, noun.gender);
            role.tense = RoleTense::Incoming;
            for qualifier in start..first.max(start) {
                if !matches!(words.folded(qualifier), "the" | "a" | "an" | "his" | "her") {
                    narrow(words.folded(qualifier), role);
                }
            }
            *end = at + 1;
            return;
        }
    }
}

/// A word without what says when: "then-ambassador", "president-elect", "ex-wife"; and without the stop of an abbreviation.
fn bare(word: &str) -> (&str, RoleTense) {
    let word = word.strip_suffix('.').filter(|word| !word.contains('.')).unwrap_or(word);
    if let Some(rest) = word.strip_prefix("then-") {
        (rest, RoleTense::Then)
    } else if let Some(rest) = word.strip_prefix("ex-") {
        (rest, RoleTense::Former)
    } else if let Some(rest) = word.strip_suffix("-elect").or_else(|| word.strip_suffix("-designate")) {
        (rest, RoleTense::Elect)
    } else {
        (word, RoleTense::Now)
    }
}

/// Where words stand in the text.
pub(super) fn span(words: &Words<'_>, range: Range<usize>) -> Span {
    let first = words.get(range.start).map(|word| word.span).unwrap_or_default();
    let last = words.get(range.end.saturating_sub(1)).map_or(first, |word| word.span);
    first.cover(last)
}
