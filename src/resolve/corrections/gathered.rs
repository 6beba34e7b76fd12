//! An entity anew out of its mentions.

use std::collections::BTreeMap;

use crate::model::{Alias, Confidence, DocumentIx, Entity, EntityId, Kind, LinkRule, Mention, Passage};

/// What is gathered about one entity while its mentions pass by, in reading order.
#[derive(Debug)]
pub(super) struct Gathered {
    aliases: BTreeMap<String, u32>,
    documents: Vec<(DocumentIx, u32)>,
    boilerplate_only: bool,
    best_confidence: Confidence,
}

impl Default for Gathered {
    fn default() -> Self {
        Self { aliases: BTreeMap::new(), documents: Vec::new(), boilerplate_only: true, best_confidence: Confidence(0) }
    }
}

impl Gathered {
    /// Adds a mention of it, which says `words` on one line.
    pub(super) fn add(&mut self, mention: &Mention, passage: &Passage, words: &str) {
        match self.aliases.get_mut(words) {
            Some(count) => *count += 1,
            None => drop(self.aliases.insert(words.to_owned(), 1)),
        }
        match self.documents.last_mut() {
            Some((last, count)) if *last == passage.document => *count += 1,
            _ => self.documents.push((passage.document, 1)),
        }
        self.boilerplate_only &= passage.zone.is_folded();
        let is_sure = match mention.link.rule {
            LinkRule::Ambiguous | LinkRule::Reader => mention.link.confidence,
            _ => mention.confidence,
        };
        self.best_confidence = self.best_confidence.max(is_sure);
    }

    /// `found` is what the entity was before, if it was.
    pub(super) fn entity(self, id: EntityId, kind: Kind, found: Option<&Entity>) -> Entity {
        let mut aliases: Vec<Alias> = self.aliases.into_iter().map(|(text, count)| Alias { text, count }).collect();
        aliases.sort_by(|a, b| (b.count, &a.text).cmp(&(a.count, &b.text)));
        let is_still_called =
            |found: &&Entity| aliases.is_empty() || aliases.iter().any(|alias| alias.text == found.name);
        let still = found.filter(is_still_called);
        Entity {
            id,
            kind,
            name: still.map_or_else(|| best_name(&aliases), |found| found.name.clone()),
            mentions: aliases.iter().map(|alias| alias.count).sum(),
            aliases,
            could_be: found.map(|found| found.could_be.clone()).unwrap_or_default(),
            roles: found.map(|found| found.roles.clone()).unwrap_or_default(),
            references: 0,
            documents: self.documents,
            boilerplate_only: self.boilerplate_only,
            is_doubtful: self.best_confidence.is_doubtful(),
        }
    }
}

/// Whoever is merged into `entity` brings its roles.
pub(super) fn share_roles(entity: &mut Entity, merged: &Entity) {
    let own = &mut entity.roles;
    let new: Vec<String> = merged.roles.iter().filter(|role| !own.contains(role)).cloned().collect();
    own.extend(new);
}

/// The most frequent form of several words that is not all capitals, else the most frequent one.
fn best_name(aliases: &[Alias]) -> String {
    let is_whole = |alias: &&Alias| alias.text.contains(' ') && alias.text.chars().any(char::is_lowercase);
    let best = aliases.iter().find(is_whole).or(aliases.first());
    best.map(|alias| alias.text.clone()).unwrap_or_default()
}
