//! Hits: every place that a target stands at. What `n` and `N` walk, and what passages derive from.

use crate::calendar::{Days, Fit};
use crate::model::{DocumentIx, Form, Mention, PassageIx, References, Target, ZoneLabel};
use crate::text::Span;

use super::Corpus;
use super::phrase::phrase_hits;

/// One place of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    /// The passage that holds it.
    pub passage: PassageIx,
    /// The words themselves, in the document's text.
    pub span: Span,
}

impl Corpus {
    /// Every place of `target` in reading order. Empty for a target that this corpus does not have. An entity's places are its names.
    pub fn hits(&self, target: &Target) -> Vec<Hit> {
        self.find_hits(target).unwrap_or_default()
    }

    /// As [`Corpus::hits`], with the references that stand for an entity.
    pub fn hits_with(&self, target: &Target, references: References) -> Vec<Hit> {
        let mut hits = self.hits(target);
        let Target::Entity(id) = target else { return hits };
        let names = hits.len();
        let all = self.entity_ix(*id).into_iter().flat_map(|entity| self.references_of(entity));
        let held = all.filter(|reference| references.hold(reference));
        hits.extend(held.map(|reference| Hit { passage: reference.passage, span: reference.span }));
        if hits.len() > names {
            hits.sort_unstable();
        }
        hits
    }

    /// Every place of each of `targets`, in the passages that hold all of them: A and B, A without C.
    pub fn hits_of_all(&self, targets: &[Target], references: References) -> Vec<Hit> {
        let held = targets.iter().filter(|target| !target.is_without());
        let mut each: Vec<Vec<Hit>> = held.map(|target| self.hits_with(target, references)).collect();
        if each.len() == 1 && targets.len() == 1 {
            return each.pop().unwrap_or_default();
        }
        let mut shared = shared_passages(&each);
        for target in targets {
            if let Target::Without(target) = target {
                let left_out = self.passages_of(target, references);
                shared.retain(|passage| left_out.binary_search(passage).is_err());
            }
        }
        let mut together: Vec<Hit> =
            each.into_iter().flatten().filter(|hit| shared.binary_search(&hit.passage).is_ok()).collect();
        together.sort_unstable();
        together.dedup();
        together
    }

    /// The passages that hold `target`, in reading order.
    pub fn passages_of(&self, target: &Target, references: References) -> Vec<PassageIx> {
        passages(&self.hits_with(target, references))
    }

    /// The passages that hold all of `targets`, in reading order.
    pub fn passages_of_all(&self, targets: &[Target], references: References) -> Vec<PassageIx> {
        passages(&self.hits_of_all(targets, references))
    }

    /// The document that a hit stands in.
    pub fn document_of(&self, hit: Hit) -> DocumentIx {
        self.passage(hit.passage).document
    }

    /// How an entity is referred to at one of its places: by name, as a camp, by a reference; `None` for a place of anything else.
    pub fn form_at(&self, hit: Hit) -> Option<Form> {
        let is_there = |mention: &&Mention| mention.span == hit.span;
        let named = self.mentions_in(hit.passage).iter().find(is_there);
        named.or_else(|| self.references_in(hit.passage).iter().find(is_there)).map(|mention| mention.form)
    }

    /// How surely a passage states a time within `days`: as surely as the surest of its times.
    pub fn fit(&self, passage: PassageIx, days: Days) -> Option<Fit> {
        self.times_in(passage).iter().filter_map(|time| time.when.days().fit(days)).max()
    }

    /// Every time that may fall on `days`, headers left out.
    fn times_within(&self, days: Days) -> Vec<Hit> {
        let may_fall = self.times().iter().filter(|time| time.when.days().may_overlap(days));
        let read = may_fall.filter(|time| self.passage(time.passage).zone != ZoneLabel::Header);
        read.map(|time| Hit { passage: time.passage, span: time.expression.span }).collect()
    }

    fn find_hits(&self, target: &Target) -> Option<Vec<Hit>> {
        match target {
            Target::Document(id) => {
                let passages = self.passages_in(self.document_ix(*id)?).map(PassageIx::at);
                Some(passages.map(|passage| Hit { passage, span: self.passage(passage).span }).collect())
            }
            Target::Entity(id) => {
                let mentions = self.mentions_of(self.entity_ix(*id)?).map(|at| self.mention(at));
                Some(mentions.map(|mention| Hit { passage: mention.passage, span: mention.span }).collect())
            }
            Target::Event(id) => {
                let times = self.times_of(self.event_ix(*id)?).map(|at| self.time(at));
                Some(times.map(|time| Hit { passage: time.passage, span: time.expression.span }).collect())
            }
            Target::Passage(id, span) => {
                let passage = self.passage_at(self.document_ix(*id)?, span.start)?;
                Some(vec![Hit { passage, span: *span }])
            }
            Target::Days(days) => Some(self.times_within(*days)),
            Target::Phrase(words) => Some(phrase_hits(self, words)),
            Target::Search(query) => self.search(query).ok(),
            Target::Without(_) => None,
        }
    }
}

/// The passages that stand in every one of `each`, ascending: a merge of sorted lists.
fn shared_passages(each: &[Vec<Hit>]) -> Vec<PassageIx> {
    let mut lists = each.iter().map(|hits| passages(hits));
    let first = lists.next().unwrap_or_default();
    lists.fold(first, |shared, list| shared.into_iter().filter(|passage| list.binary_search(passage).is_ok()).collect())
}

/// The passages of hits in reading order, each once.
fn passages(hits: &[Hit]) -> Vec<PassageIx> {
    let mut passages: Vec<PassageIx> = hits.iter().map(|hit| hit.passage).collect();
    passages.dedup();
    passages
}
