//! [`Grouping`]: what passages are grouped by. Each passage stands in exactly one group, so that the counts of all add up.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::app::strand::{Held, Strand};
use crate::calendar::Days;
use crate::corpus::Corpus;
use crate::model::{DocumentId, EntityId, EntityIx, Kind, Target, ZoneLabel};

/// What passages are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By document, in reading order.
    #[default]
    Document,
    /// By the first date that they state, the earliest first.
    Date,
    /// By the person or organization beside the target; of several, by the one that stands in most of its passages.
    Companion,
}

/// A group, by a name that outlives a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The passages of a document.
    Document(DocumentId),
    /// Those that state these days; `None` where no date is stated.
    Date(Option<Days>),
    /// Those with somebody beside the target; `None` where nobody is.
    Companion(Option<EntityId>),
}

impl Grouping {
    /// The next one.
    pub const fn next(self) -> Self {
        match self {
            Self::Document => Self::Date,
            Self::Date => Self::Companion,
            Self::Companion => Self::Document,
        }
    }

    /// In a few words; nothing for documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Document => "",
            Self::Date => "by date",
            Self::Companion => "by companion",
        }
    }

    /// The passages of `target` in groups, each group in reading order.
    pub(super) fn groups(self, corpus: &Corpus, target: &Strand) -> Vec<(Group, Vec<Held>)> {
        let mut groups: Vec<(Group, Vec<Held>)> = Vec::new();
        let mut places: HashMap<Group, usize> = HashMap::new();
        for held in &target.passages {
            let group = self.group(corpus, target, *held);
            let at = *places.entry(group).or_insert_with(|| {
                groups.push((group, Vec::new()));
                groups.len() - 1
            });
            groups[at].1.push(*held);
        }
        match self {
            Self::Document => {}
            Self::Date => groups.sort_by_key(|(group, _)| match group {
                // What has no date stands last, an open beginning first.
                Group::Date(Some(days)) => (false, days.earliest, days.latest.is_none(), days.latest),
                _ => (true, None, false, None),
            }),
            Self::Companion => {
                groups.sort_by_key(|(group, held)| (*group == Group::Companion(None), Reverse(held.len())));
            }
        }
        groups
    }

    fn group(self, corpus: &Corpus, target: &Strand, held: Held) -> Group {
        match self {
            Self::Document => Group::Document(corpus.document(held.document).id),
            Self::Date => Group::Date(date(corpus, held)),
            Self::Companion => Group::Companion(companion(corpus, target, held).map(|beside| corpus.entity(beside).id)),
        }
    }
}

/// The days of the first date that a passage states. A line of facts before the text states when it was published, nothing else.
fn date(corpus: &Corpus, held: Held) -> Option<Days> {
    if corpus.passage(held.passage).zone == ZoneLabel::Header {
        return None;
    }
    corpus.times_in(held.passage).iter().map(|time| time.when.days()).find(|days| !days.is_unknown())
}

/// Who stands beside the target in a passage: of several, who stands in most of its passages.
fn companion(corpus: &Corpus, target: &Strand, held: Held) -> Option<EntityIx> {
    let is_followed = |at: EntityIx| target.targets.contains(&Target::Entity(corpus.entity(at).id));
    let is_somebody = |at: &EntityIx| corpus.entity(*at).kind != Kind::Place && !is_followed(*at);
    let beside = corpus.mentions_in(held.passage).iter().map(|mention| mention.entity).filter(is_somebody);
    beside.max_by_key(|at| (target.shares.entity(*at), Reverse(*at)))
}
