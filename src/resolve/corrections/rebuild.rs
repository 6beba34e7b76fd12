//! Tables anew out of a working copy: reading order, mentions, entities, events.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{
    DocumentIx, Entity, EntityId, EntityIx, Link, Mention, MentionIx, Passage, PassageIx, References, Resolved,
    TimeMention,
};
use crate::text::one_line;

use super::gathered::{self, Gathered};
use super::{Correcting, Working, links, shared};
use crate::resolve::{events, order};

impl Correcting<'_> {
    /// What it all comes to, in reading order.
    pub fn finish(self) -> Resolved {
        let order = self.order();
        let (passages, passages_now) = self.passages(&order);
        let last: Vec<EntityIx> = (0..self.all.len()).map(|at| self.last(EntityIx::at(at))).collect();
        let (mut mentions, mentions_now) = self.mentions(&passages_now, &last);
        let mut references = self.references(&passages_now, &mentions, &mentions_now);
        let (mut entities, entities_now) = self.entities(&mentions, &passages, &order, &last);
        references.retain(|reference| entities_now[reference.entity.index()].is_some());
        for mention in mentions.iter_mut().chain(&mut references) {
            mention.entity = entities_now[mention.entity.index()].unwrap_or_default();
        }
        count(&mut entities, &references);
        let shared = shared::moved(self.found, &passages, &order);
        let mut resolved = Resolved {
            documents: order.iter().map(|at| self.documents[at.index()].clone()).collect(),
            publications: order.iter().map(|at| self.publications[at.index()].clone()).collect(),
            accounts: order.iter().map(|at| self.found.accounts.get(at.index()).cloned().unwrap_or_default()).collect(),
            passages,
            mentions,
            references,
            times: self.times(&passages_now),
            redirects: self.redirects(&entities_now),
            entities,
            sharings: shared.sharings,
            retold: shared.retold,
            origins: shared.origins,
            events: Vec::new(),
        };
        events::gather(&mut resolved);
        resolved
    }

    /// The documents in reading order, by where they stood.
    fn order(&self) -> Vec<DocumentIx> {
        let mut order: Vec<DocumentIx> = (0..self.documents.len()).map(DocumentIx::at).collect();
        order.sort_by_cached_key(|at| order::key(&self.documents[at.index()], &self.publications[at.index()]));
        order
    }

    /// The passages in reading order, and where each stands now.
    fn passages(&self, order: &[DocumentIx]) -> (Vec<Passage>, Vec<PassageIx>) {
        let mut passages = Vec::with_capacity(self.passages.len());
        let mut now = vec![PassageIx::default(); self.passages.len()];
        for (place, document) in order.iter().enumerate() {
            let start = self.passages.partition_point(|passage| passage.document < *document);
            let here = self.passages.iter().enumerate().skip(start);
            for (before, passage) in here.take_while(|(_, passage)| passage.document == *document) {
                now[before] = PassageIx::at(passages.len());
                passages.push(Passage { document: DocumentIx::at(place), ..*passage });
            }
        }
        (passages, now)
    }

    /// The mentions that are shown, in reading order, and where each stands now. Their entities are still positions in `all`.
    fn mentions(&self, passages_now: &[PassageIx], last: &[EntityIx]) -> (Vec<Mention>, Vec<Option<MentionIx>>) {
        let mut shown: Vec<(MentionIx, Mention)> = Vec::with_capacity(self.mentions.len());
        for (at, mention) in self.mentions.iter().enumerate() {
            let at = MentionIx::at(at);
            let entity = last[mention.entity.index()];
            let working = self.working(entity);
            if working.is_hidden || self.replaced.contains(&at) {
                continue;
            }
            let mut mention = Mention { entity, passage: passages_now[mention.passage.index()], ..*mention };
            if self.mentions[at.index()].entity != entity {
                mention.link = links::merged(mention.link);
            }
            shown.push((at, mention));
        }
        shown.sort_by_key(|(_, mention)| (mention.passage, mention.span.start));
        let mut now = vec![None; self.mentions.len()];
        shown.iter().enumerate().for_each(|(place, (at, _))| now[at.index()] = Some(MentionIx::at(place)));
        let evident = |mention: Mention| {
            let evidence = mention.link.evidence.and_then(|at| now[at.index()]);
            Mention { link: Link { evidence, ..mention.link }, ..mention }
        };
        (shown.into_iter().map(|(_, mention)| evident(mention)).collect(), now)
    }

    /// The references, in reading order: each stands for whoever is meant now by the name that proves it, and for nobody where that
    /// name is gone or the reader has marked a name in its place. Their entities are still positions in `all`.
    fn references(
        &self,
        passages_now: &[PassageIx],
        mentions: &[Mention],
        mentions_now: &[Option<MentionIx>],
    ) -> Vec<Mention> {
        let is_covered = |reference: &Mention| {
            let start = mentions.partition_point(|mention| mention.passage < reference.passage);
            let here = mentions.iter().skip(start).take_while(|mention| mention.passage == reference.passage);
            here.into_iter().any(|mention| mention.span.overlaps(reference.span))
        };
        let now = |reference: &Mention| {
            let evidence = mentions_now[reference.link.evidence?.index()]?;
            let (entity, passage) = (mentions[evidence.index()].entity, passages_now[reference.passage.index()]);
            let link = Link { evidence: Some(evidence), ..reference.link };
            Some(Mention { passage, entity, link, ..*reference }).filter(|reference| !is_covered(reference))
        };
        let mut references: Vec<Mention> = self.found.references.iter().filter_map(now).collect();
        references.sort_by_key(|reference| (reference.passage, reference.span.start));
        references
    }

    fn times(&self, passages_now: &[PassageIx]) -> Vec<TimeMention> {
        let moved =
            |time: &TimeMention| TimeMention { passage: passages_now[time.passage.index()], event: None, ..*time };
        let mut times: Vec<TimeMention> = self.times.iter().map(moved).collect();
        times.sort_by_key(|time| (time.passage, time.expression.span.start));
        times
    }

    /// The entities that are still named, most mentioned first, and where each stands now.
    fn entities(
        &self,
        mentions: &[Mention],
        passages: &[Passage],
        order: &[DocumentIx],
        last: &[EntityIx],
    ) -> (Vec<Arc<Entity>>, Vec<Option<EntityIx>>) {
        let documents_now = positions(order);
        let mut gathered: HashMap<EntityIx, Gathered> = HashMap::new();
        for mention in mentions.iter().filter(|mention| self.working(mention.entity).is_changed) {
            let passage = &passages[mention.passage.index()];
            let words = self.on_one_line(mention, passage, order);
            gathered.entry(mention.entity).or_default().add(mention, passage, &words);
        }
        let mut entities: Vec<(EntityIx, Arc<Entity>)> = Vec::with_capacity(self.all.len());
        for (at, working) in self.all.iter().enumerate() {
            let at = EntityIx::at(at);
            let is_shown = last[at.index()] == at && !working.is_hidden;
            let entity = match self.found.entities.get(at.index()) {
                _ if !is_shown => None,
                Some(found) if !working.is_changed => Some(moved(found, &documents_now)),
                found => {
                    let found = found.map(|found| &**found);
                    gathered.remove(&at).map(|gathered| Arc::new(gathered.entity(working.id, working.kind, found)))
                }
            };
            entities.extend(entity.map(|entity| (at, named(entity, working))));
        }
        self.share_roles(&mut entities, last);
        entities
            .sort_by(|(_, a), (_, b)| (b.mentions, a.kind, &a.name, a.id).cmp(&(a.mentions, b.kind, &b.name, b.id)));
        let mut now = vec![None; self.all.len()];
        entities.iter().enumerate().for_each(|(place, (at, _))| now[at.index()] = Some(EntityIx::at(place)));
        (entities.into_iter().map(|(_, entity)| entity).collect(), now)
    }

    /// The words of a mention, on one line. `order` says where the documents stood.
    fn on_one_line(&self, mention: &Mention, passage: &Passage, order: &[DocumentIx]) -> Cow<'_, str> {
        let document = &self.documents[order[passage.document.index()].index()];
        one_line(mention.span.of(&document.text))
    }

    /// Those merged into one bring their roles; whoever was split off has none of its own, for it can't be told whose they were.
    fn share_roles(&self, entities: &mut [(EntityIx, Arc<Entity>)], last: &[EntityIx]) {
        let place: HashMap<EntityIx, usize> = entities.iter().enumerate().map(|(at, (ix, _))| (*ix, at)).collect();
        for (found, at) in self.found.entities.iter().zip(0..) {
            let (at, into) = (EntityIx(at), last[at as usize]);
            let Some(place) = place.get(&into).filter(|_| into != at) else { continue };
            gathered::share_roles(Arc::make_mut(&mut entities[*place].1), found);
        }
    }

    /// All ids that lead to an entity that goes by another one: it was merged, or had another name.
    fn redirects(&self, entities_now: &[Option<EntityIx>]) -> HashMap<EntityId, EntityId> {
        let led = self.of_id.iter().map(|(id, at)| (*id, self.last(*at)));
        let shown = led.filter(|(_, last)| entities_now[last.index()].is_some());
        shown.map(|(id, last)| (id, self.working(last).id)).filter(|(id, now)| id != now).collect()
    }
}

/// Counts the references of each entity anew.
fn count(entities: &mut [Arc<Entity>], references: &[Mention]) {
    let mut counts = vec![0; entities.len()];
    for reference in references.iter().filter(|reference| References::Sure.hold(reference)) {
        counts[reference.entity.index()] += 1;
    }
    for (entity, count) in entities.iter_mut().zip(counts) {
        if entity.references != count {
            Arc::make_mut(entity).references = count;
        }
    }
}

/// Where each document stands now, by where it stood.
pub(super) fn positions(order: &[DocumentIx]) -> Vec<DocumentIx> {
    let mut now = vec![DocumentIx::default(); order.len()];
    order.iter().enumerate().for_each(|(place, before)| now[before.index()] = DocumentIx::at(place));
    now
}

/// An entity whose mentions are those that were found, in documents that may stand elsewhere now.
fn moved(found: &Arc<Entity>, documents_now: &[DocumentIx]) -> Arc<Entity> {
    let now = |document: DocumentIx| documents_now[document.index()];
    let mut entity = Arc::clone(found);
    if found.documents.iter().any(|(document, _)| now(*document) != *document) {
        let documents = &mut Arc::make_mut(&mut entity).documents;
        for (document, _) in documents.iter_mut() {
            *document = now(*document);
        }
        documents.sort_unstable();
    }
    entity
}

/// With the name and kind that the reader gave it.
fn named(mut entity: Arc<Entity>, working: &Working) -> Arc<Entity> {
    if let Some(name) = working.name.as_ref().filter(|name| **name != entity.name) {
        Arc::make_mut(&mut entity).name.clone_from(name);
    }
    if working.kind != entity.kind {
        Arc::make_mut(&mut entity).kind = working.kind;
    }
    entity
}
