//! References: roles, pronouns, "the two men" and "the call", linked to the people whom they stand for. A second tier beside names:
//! they make no entity, add to no count of names, and each says why.
//!
//! Precision first: what may mean two people means nobody. Bare surnames are names and not handled here.

mod antecedents;
mod bearers;
mod document;
mod pairs;

use std::collections::HashMap;
use std::sync::Arc;

use crate::gazetteer::Gender;
use crate::model::{DocumentIx, EntityIx, MentionIx, PassageIx, Reference, References, Referent, Resolved};
use crate::text::Span;

use bearers::Bearers;

/// Fills in the references. `referents` are those of each document, in reading order.
pub(super) fn link(resolved: &mut Resolved, referents: &[&[Referent]]) {
    let texts = Texts::of(resolved, referents);
    let genders = genders(resolved, &texts);
    let bearers = Bearers::gather(resolved, &texts);
    let mut found = Vec::new();
    for text in &texts.0 {
        found.extend(document::link(resolved, text, &bearers, &genders));
    }
    for reference in found.iter().filter(|reference| References::Sure.hold(reference)) {
        Arc::make_mut(&mut resolved.entities[reference.entity.index()]).references += 1;
    }
    resolved.references = found;
}

/// The documents with what is needed of them.
struct Texts<'r>(Vec<Text<'r>>);

/// A document: its referents and where its passages and mentions stand.
struct Text<'r> {
    document: DocumentIx,
    referents: &'r [Referent],
    first_passage: u32,
    mentions: std::ops::Range<usize>,
}

impl<'r> Texts<'r> {
    fn of(resolved: &Resolved, referents: &[&'r [Referent]]) -> Self {
        let (mut passage, mut mention) = (0, 0);
        let texts = referents.iter().enumerate().map(|(at, referents)| {
            let document = DocumentIx::at(at);
            let first_passage = passage as u32;
            passage +=
                resolved.passages.iter().skip(passage).take_while(|passage| passage.document == document).count();
            let first = mention;
            mention +=
                resolved.mentions.iter().skip(mention).take_while(|found| found.passage.index() < passage).count();
            Text { document, referents, first_passage, mentions: first..mention }
        });
        Self(texts.collect())
    }
}

impl Text<'_> {
    /// The mention that stands at `span`, and whom it names.
    fn mention(&self, resolved: &Resolved, span: Span) -> Option<(MentionIx, EntityIx)> {
        let here = resolved.mentions.get(self.mentions.clone())?;
        let at = here.partition_point(|mention| mention.span.start < span.start);
        let mention = here.get(at).filter(|mention| mention.span == span)?;
        Some((MentionIx::at(self.mentions.start + at), mention.entity))
    }

    /// The referent whose words begin where `span` does.
    fn referent(&self, span: Span) -> Option<usize> {
        let at = self.referents.partition_point(|referent| referent.span.start < span.start);
        let is_it = |referent: &Referent| referent.span.end >= span.end && referent.span.start <= span.start;
        // A description is named by its last word.
        (at.saturating_sub(4)..=at).rev().find(|at| self.referents.get(*at).is_some_and(is_it))
    }

    fn passage(&self, number: u32) -> PassageIx {
        PassageIx(self.first_passage + number)
    }
}

/// Which pronoun each person goes by: what titles, roles and given names tell, if they all tell the same.
fn genders(resolved: &Resolved, texts: &Texts<'_>) -> HashMap<EntityIx, Gender> {
    let mut votes: HashMap<EntityIx, [u32; 2]> = HashMap::new();
    for text in &texts.0 {
        for referent in text.referents {
            let Reference::Name(named) = &referent.what else { continue };
            let Some((gender, (_, entity))) = named.gender.zip(text.mention(resolved, referent.span)) else { continue };
            votes.entry(entity).or_default()[usize::from(gender == Gender::She)] += 1;
        }
    }
    let gender = |(entity, [he, she]): (EntityIx, [u32; 2])| match (he, she) {
        (1.., 0) => Some((entity, Gender::He)),
        (0, 1..) => Some((entity, Gender::She)),
        _ => None,
    };
    votes.into_iter().filter_map(gender).collect()
}
