//! Groups of mentions -> entities: the best name, other forms, roles, counts, the lasting id.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::gazetteer::{Listed, gazetteer};
use crate::model::{
    Alias, Confidence, DocumentIx, Entity, EntityId, EntityIx, ExtractedMention, Kind, LinkRule, Resolved,
};
use crate::text::fold;

use super::Decision;
use super::forms::{FormIx, Forms, words};
use super::ids;
use super::people::Doubts;
use super::titles::is_honorific;

/// Roles that are kept for an entity.
const MOST_ROLES: usize = 8;

/// What is gathered about one entity while its mentions pass by, in reading order.
#[derive(Debug)]
struct Gathered {
    leader: FormIx,
    aliases: BTreeMap<String, u32>,
    roles: BTreeMap<String, (String, u32)>,
    documents: Vec<(DocumentIx, u32)>,
    boilerplate_only: bool,
    best_confidence: Confidence,
}

/// Makes the entities out of the decisions, one a mention, and points each mention to its entity.
pub(super) fn assemble(
    resolved: &mut Resolved,
    named: &[ExtractedMention],
    forms: &Forms,
    decisions: &[Decision],
    could_be: &Doubts,
) {
    let mut of_leader: HashMap<FormIx, usize> = HashMap::new();
    let mut gathered: Vec<Gathered> = Vec::new();
    let mut group_of: Vec<usize> = Vec::with_capacity(decisions.len());
    for (at, decision) in decisions.iter().enumerate() {
        let group = *of_leader.entry(decision.leader).or_insert_with(|| {
            gathered.push(Gathered::new(decision.leader));
            gathered.len() - 1
        });
        gathered[group].add(resolved, at, named.get(at), decision);
        group_of.push(group);
    }
    let mut entities: Vec<(usize, Entity)> =
        gathered.into_iter().map(|group| group.entity(forms)).enumerate().collect();
    ids::tell_namesakes_apart(&resolved.documents, &mut entities);
    let id_of = |head: &FormIx| Some(entities.get(*of_leader.get(head)?)?.1.id);
    let doubts: Vec<(usize, Vec<EntityId>)> = could_be
        .iter()
        .filter_map(|(form, heads)| Some((*of_leader.get(form)?, heads.iter().filter_map(id_of).collect())))
        .collect();
    for (group, people) in doubts {
        entities[group].1.could_be = people;
    }
    entities.sort_by(|(_, a), (_, b)| (b.mentions, a.kind, &a.name, a.id).cmp(&(a.mentions, b.kind, &b.name, b.id)));
    let mut place_of = vec![EntityIx::default(); entities.len()];
    for (place, (group, _)) in entities.iter().enumerate() {
        place_of[*group] = EntityIx::at(place);
    }
    for ((mention, decision), group) in resolved.mentions.iter_mut().zip(decisions).zip(group_of) {
        mention.entity = place_of[group];
        mention.link = decision.link;
    }
    resolved.entities = entities.into_iter().map(|(_, entity)| Arc::new(entity)).collect();
    resolved.redirects = ids::redirects(&resolved.entities);
}

impl Gathered {
    fn new(leader: FormIx) -> Self {
        Self {
            leader,
            aliases: BTreeMap::new(),
            roles: BTreeMap::new(),
            documents: Vec::new(),
            boilerplate_only: true,
            best_confidence: Confidence(0),
        }
    }

    fn add(&mut self, resolved: &Resolved, at: usize, named: Option<&ExtractedMention>, decision: &Decision) {
        let mention = &resolved.mentions[at];
        let passage = &resolved.passages[mention.passage.index()];
        let text = words(resolved, mention);
        match self.aliases.get_mut(&*text) {
            Some(count) => *count += 1,
            None => drop(self.aliases.insert(text.into_owned(), 1)),
        }
        let role = named.and_then(|named| named.role);
        let role = role.map(|role| role.of(&resolved.documents[passage.document.index()].text).trim_end_matches('.'));
        if let Some(text) = role.filter(|role| !is_honorific(role)) {
            self.roles.entry(fold(text)).or_insert_with(|| (text.to_owned(), 0)).1 += 1;
        }
        match self.documents.last_mut() {
            Some((last, count)) if *last == passage.document => *count += 1,
            _ => self.documents.push((passage.document, 1)),
        }
        self.boilerplate_only &= passage.zone.is_folded();
        let is_sure =
            if decision.link.rule == LinkRule::Ambiguous { decision.link.confidence } else { mention.confidence };
        self.best_confidence = self.best_confidence.max(is_sure);
    }

    fn entity(self, forms: &Forms) -> Entity {
        let leader = forms.get(self.leader);
        let mut aliases: Vec<Alias> = self.aliases.into_iter().map(|(text, count)| Alias { text, count }).collect();
        aliases.sort_by(|a, b| (b.count, &a.text).cmp(&(a.count, &b.text)));
        let mut roles: Vec<(String, u32)> = self.roles.into_values().collect();
        roles.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        let name = best_name(leader.kind, &leader.folded, &aliases);
        Entity {
            id: ids::of(leader.kind, &name, None),
            could_be: Vec::new(),
            kind: leader.kind,
            name,
            mentions: aliases.iter().map(|alias| alias.count).sum(),
            aliases,
            roles: roles.into_iter().map(|(role, _)| role).take(MOST_ROLES).collect(),
            references: 0,
            documents: self.documents,
            boilerplate_only: self.boilerplate_only,
            is_doubtful: self.best_confidence.is_doubtful(),
        }
    }
}

/// A person goes by the form that leads the group; a body or place by its generally known name if the texts have it, else by the
/// most frequent form that is spelled out. Capitals throughout are nobody's best form.
fn best_name(kind: Kind, leader: &str, aliases: &[Alias]) -> String {
    let is_leader = |alias: &&Alias| fold(&alias.text) == leader;
    let is_shouted = |alias: &&Alias| alias.text.len() > 1 && !alias.text.chars().any(char::is_lowercase);
    let listed = if kind == Kind::Organization { Listed::Organization } else { Listed::Place };
    let known = aliases.iter().find_map(|alias| gazetteer().best_name(listed, &alias.text));
    let known = aliases.iter().find(|alias| kind != Kind::Person && known == Some(alias.text.as_str()));
    let candidates = [
        known,
        aliases.iter().find(|alias| kind == Kind::Person && is_leader(alias) && !is_shouted(alias)),
        aliases.iter().find(|alias| kind == Kind::Person && is_leader(alias)),
        aliases.iter().find(|alias| alias.text.contains(' ') && !is_shouted(alias)),
        aliases.iter().find(|alias| !is_shouted(alias)),
        aliases.first(),
    ];
    candidates.into_iter().flatten().next().map(|alias| alias.text.clone()).unwrap_or_default()
}
