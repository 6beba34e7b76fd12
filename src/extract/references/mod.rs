//! Who is spoken of: names as they stand in their sentences, roles, pronouns, pairs, calls. One document; it links nothing.
//!
//! A candidate is handed on with what the words around it show: which role, whose, subject or object, quoted or not. Page furniture
//! and headers speak of nobody. No grammar is parsed, so what it says of a sentence is a guess that linking takes with care.

mod calls;
mod names;
mod pronouns;
mod quotation;
mod roles;
mod standing;
mod words;

use std::ops::Range;

use crate::model::{ExtractedMention, ExtractedPassage, Reference, Referent, Setting, ZoneLabel};
use crate::text::{Span, Token};

use super::with_tokens;
use quotation::Quotation;
use roles::{Description, Owner, span};
use standing::{begins_clause, standing};
use words::Words;

/// A referent with its words in the passage: article, title and possessor included.
type Placed = (Range<usize>, Referent);

/// Who is spoken of in a document, in the order of the text.
pub(super) fn referents(
    text: &str,
    passages: &[ExtractedPassage],
    tokens: &[Token],
    mentions: &[ExtractedMention],
) -> Vec<Referent> {
    let mut found = Vec::new();
    let mut quotation = Quotation::default();
    let mut place = Setting::default();
    for (number, (passage, tokens)) in (0..).zip(with_tokens(passages, tokens)) {
        if !matches!(passage.zone, ZoneLabel::Headline | ZoneLabel::Body | ZoneLabel::Caption) {
            continue;
        }
        if passage.paragraph != place.paragraph {
            quotation.next_paragraph();
        }
        (place.passage, place.paragraph) = (number, passage.paragraph);
        let first = mentions.partition_point(|mention| mention.span.end <= passage.span.start);
        let here = mentions.get(first..).unwrap_or_default();
        let count = here.partition_point(|mention| mention.span.start < passage.span.end);
        let here = here.get(..count).unwrap_or_default();
        let is_headline = passage.zone == ZoneLabel::Headline;
        let words = Words::new(text, tokens, here, &mut quotation, is_headline);
        place.clause = of_passage(text, &words, here, place, &mut found);
    }
    found
}

/// Adds whom a passage speaks of; gives the number of the next clause.
fn of_passage(
    text: &str,
    words: &Words<'_>,
    mentions: &[ExtractedMention],
    place: Setting,
    found: &mut Vec<Referent>,
) -> u32 {
    let mut descriptions = roles::descriptions(text, words, mentions);
    let outer: Vec<usize> =
        descriptions.iter().map(|described| names::outer(words, &descriptions, described)).collect();
    for (described, outer) in descriptions.iter_mut().zip(outer) {
        described.outer = outer;
    }
    let mut placed: Vec<Placed> = Vec::new();
    for (range, span, mut named, owners) in names::names(text, words, mentions, &mut descriptions) {
        for (role, owner) in named.roles.iter_mut().zip(owners) {
            role.owner = owner.and_then(|owner| span_of(words, mentions, owner));
        }
        placed.push((range, Referent { span, what: Reference::Name(named), place }));
    }
    for Description { end, outer, core, mut role, article, owner, .. } in descriptions {
        // "has been the main adviser": says what somebody is, speaks of nobody new.
        if outer > 0 && is_being(words.folded(outer - 1)) {
            continue;
        }
        role.owner = owner.and_then(|owner| span_of(words, mentions, owner));
        let what = Reference::Role(role, article);
        placed.push((outer..end, Referent { span: span(words, core), what, place }));
    }
    for (range, what) in pronouns::pronouns(words) {
        placed.push((range.clone(), Referent { span: span(words, range), what, place }));
    }
    placed.sort_by_key(|(range, _)| (range.start, range.end));
    let next = stand(words, &mut placed, place.clause);
    let calls = calls::calls(words, &placed, place);
    placed.extend(calls);
    for (range, gender) in calls::pairs(words) {
        placed.push((range.clone(), Referent { span: span(words, range), what: Reference::Pair(gender), place }));
    }
    for (range, referent) in &mut placed {
        let last = words.get(range.end.saturating_sub(1));
        referent.place.is_quoted = last.is_some_and(|word| word.is_quoted);
    }
    placed.sort_by_key(|(_, referent)| referent.span.start);
    found.extend(placed.into_iter().map(|(_, referent)| referent));
    next
}

/// The span of the referent that a role belongs to.
fn span_of(words: &Words<'_>, mentions: &[ExtractedMention], owner: Owner) -> Option<Span> {
    match owner {
        Owner::Name(number) => mentions.get(number as usize).map(|mention| mention.span),
        Owner::EndingAt(end) => words.get(end.checked_sub(1)?).map(|word| word.span),
    }
}

/// Says how each stands in its clause; gives the number of the next clause.
fn stand(words: &Words<'_>, placed: &mut [Placed], first_clause: u32) -> u32 {
    let mut clause = first_clause;
    let mut at = 0;
    let mut before = None;
    for (range, referent) in placed {
        while at < range.start {
            clause += u32::from(begins_clause(words, at));
            at += 1;
        }
        referent.place.clause = clause;
        referent.place.standing = match referent.what {
            Reference::Pronoun(_, case) => pronouns::standing(words, range.clone(), case),
            _ => standing(words, range.clone(), before.clone()),
        };
        referent.place.is_first = (0..range.start).all(|at| !words.is_word(at) || names::is_small(words.folded(at)));
        before = Some((range.clone(), referent.place.standing));
    }
    clause + 1
}

fn is_being(folded: &str) -> bool {
    matches!(
        folded,
        "is" | "was" | "be" | "been" | "are" | "were" | "become" | "became" | "remain" | "remained" | "as" | "being"
    )
}
