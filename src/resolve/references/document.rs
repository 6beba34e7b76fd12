//! One document's references, from its beginning to its end: what has been said decides what is meant.

use std::collections::HashMap;

use crate::gazetteer::{Gender, PersonClass};
use crate::model::{
    Article, Confidence, Cue, EntityIx, Form, Kind, Link, LinkRule, Mention, MentionIx, Reference, Referent, Resolved,
    Role, Setting,
};
use crate::text::Span;

use super::Text;
use super::antecedents::{Antecedents, Seen};
use super::bearers::{Bearer, Bearers, fits, is_narrow};
use super::pairs::Pairs;

/// Whom a referent means, why, and how surely.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meant {
    pub entity: EntityIx,
    pub rule: LinkRule,
    pub evidence: Option<MentionIx>,
    pub percent: u8,
}

/// The references of a document, in the order of its text.
pub(super) fn link<'r>(
    resolved: &'r Resolved,
    text: &'r Text<'r>,
    bearers: &'r Bearers<'r>,
    genders: &'r HashMap<EntityIx, Gender>,
) -> Vec<Mention> {
    let mut reading = Reading {
        resolved,
        text,
        bearers,
        genders,
        spoken: Spoken::of(text),
        who: Vec::with_capacity(text.referents.len()),
        named: HashMap::new(),
        antecedents: Antecedents::default(),
        pairs: Pairs::default(),
        told: Vec::new(),
        found: Vec::new(),
    };
    for referent in text.referents {
        reading.tell_calls(referent.span.start);
        let who = reading.read(referent);
        reading.who.push(who);
    }
    reading.found
}

/// A document while it is gone through.
struct Reading<'r> {
    resolved: &'r Resolved,
    text: &'r Text<'r>,
    bearers: &'r Bearers<'r>,
    genders: &'r HashMap<EntityIx, Gender>,
    spoken: Spoken<'r>,
    /// Whom each referent so far means, where that is known.
    who: Vec<Option<EntityIx>>,
    /// The last name of each person.
    named: HashMap<EntityIx, MentionIx>,
    antecedents: Antecedents,
    pairs: Pairs,
    /// Calls whose other side is yet to come.
    told: Vec<(Setting, Span, Span)>,
    found: Vec<Mention>,
}

impl Reading<'_> {
    /// Takes in a referent; whom it means, where that is one known person.
    fn read(&mut self, referent: &Referent) -> Option<EntityIx> {
        let place = referent.place;
        match &referent.what {
            Reference::Name(name) => {
                let (at, entity) = self.text.mention(self.resolved, referent.span)?;
                if !name.is_camp {
                    self.named.insert(entity, at);
                    self.see(Some(entity), name.gender, place);
                }
                Some(entity)
            }
            Reference::Role(role, article) => {
                let meant = self.role(referent, role, *article);
                self.see(meant.map(|meant| meant.entity), role.gender, place);
                self.found.extend(meant.map(|meant| mention(self.text, referent, Cue::Role, meant)));
                meant.map(|meant| meant.entity)
            }
            Reference::Pronoun(gender, case) => {
                let meant = if place.is_quoted { None } else { self.antecedents.of(place, *gender, *case) };
                let meant = meant.map(|meant| Meant { evidence: self.named.get(&meant.entity).copied(), ..meant });
                self.see(meant.map(|meant| meant.entity), Some(*gender), place);
                self.found.extend(meant.map(|meant| mention(self.text, referent, Cue::Pronoun, meant)));
                meant.map(|meant| meant.entity)
            }
            Reference::Call(Some((one, other))) => {
                self.told.push((place, *one, *other));
                None
            }
            Reference::Call(None) => {
                let sides = self.pairs.call_before(place).filter(|_| !place.is_quoted);
                self.both(referent, sides, LinkRule::InCall, IN_CALL);
                None
            }
            Reference::Pair(gender) => {
                let both = self.pairs.both(&self.antecedents, place, *gender, self.genders);
                self.both(referent, both.filter(|_| !place.is_quoted), LinkRule::BothNamed, BOTH);
                None
            }
        }
    }

    fn see(&mut self, entity: Option<EntityIx>, said: Option<Gender>, place: Setting) {
        let gender = entity.and_then(|entity| self.genders.get(&entity).copied()).or(said);
        self.antecedents.see(Seen { entity, gender, place });
    }

    fn both(&mut self, referent: &Referent, both: Option<[EntityIx; 2]>, rule: LinkRule, percent: u8) {
        for entity in both.into_iter().flatten() {
            let evidence = self.named.get(&entity).copied();
            let meant = Meant { entity, rule, evidence, percent };
            self.found.push(mention(self.text, referent, Cue::Discourse, meant));
        }
    }

    /// Whom a description means.
    fn role(&self, referent: &Referent, role: &Role, article: Article) -> Option<Meant> {
        if article == Article::Indefinite || referent.place.is_quoted {
            return None;
        }
        let owner = role.owner.and_then(|owner| self.who_is(owner));
        described(self.text, self.bearers, &self.spoken, referent, role, owner)
    }

    /// Whom the referent at a span means.
    fn who_is(&self, span: Span) -> Option<EntityIx> {
        let known = self.text.referent(span).and_then(|at| self.who.get(at).copied().flatten());
        known.or_else(|| self.text.mention(self.resolved, span).map(|(_, entity)| entity))
    }

    /// Takes in the calls whose sides both stand before `offset`.
    fn tell_calls(&mut self, offset: u32) {
        for (place, one, other) in std::mem::take(&mut self.told) {
            if one.end.max(other.end) <= offset {
                let (one, other) = (self.who_is(one), self.who_is(other));
                self.pairs.call(place, one, other);
            } else {
                self.told.push((place, one, other));
            }
        }
    }
}

/// How sure it is that "the call" is the one told of before; that "the two men" are the two just spoken of. In percent.
const IN_CALL: u8 = 76;
const BOTH: u8 = 80;

/// What a document speaks of by role without a name, by noun: what stands in the way of reading a bare role.
struct Spoken<'r>(HashMap<&'static str, Vec<(&'r Role, Article)>>);

impl<'r> Spoken<'r> {
    fn of(text: &Text<'r>) -> Self {
        let mut spoken: HashMap<&'static str, Vec<(&'r Role, Article)>> = HashMap::new();
        for referent in text.referents {
            if let Reference::Role(role, article) = &referent.what {
                let same = spoken.entry(role.noun).or_default();
                if same.len() < MOST_SAME {
                    same.push((role, *article));
                }
            }
        }
        Self(spoken)
    }

    /// Whether somebody else is spoken of by that noun.
    fn has_other(&self, noun: &str, bearer: &Bearer<'_>) -> bool {
        let same = self.0.get(noun).map(Vec::as_slice).unwrap_or_default();
        same.iter().any(|(role, article)| {
            *article == Article::Indefinite
                || role.nation.is_some_and(|nation| bearer.role.nation.is_some_and(|borne| borne != nation))
        })
    }
}

/// Descriptions of one noun that are looked at in a document.
const MOST_SAME: usize = 32;

/// Whom a description means.
fn described(
    text: &Text<'_>,
    bearers: &Bearers<'_>,
    spoken: &Spoken<'_>,
    referent: &Referent,
    role: &Role,
    owner: Option<EntityIx>,
) -> Option<Meant> {
    if role.class == PersonClass::Plain || role.class == PersonClass::Kin && owner.is_none() {
        return None;
    }
    let here = bearers.here(text, role.noun);
    let fitting = || here.iter().filter(|bearer| fits(role, owner, bearer));
    let narrow = is_narrow(role);
    if let Some(first) = only(fitting()) {
        let is_known = first.span.start < referent.span.start;
        let is_alone = here.iter().all(|other| other.entity == first.entity) && !spoken.has_other(role.noun, first);
        let percent = match (narrow, is_alone, is_known) {
            (true, true, true) => 92,
            (true, _, _) => 86,
            (false, true, true) => 82,
            (false, true, false) => 60,
            (false, false, _) => return None,
        };
        let evidence = Some(first.at);
        return Some(Meant { entity: first.entity, rule: LinkRule::RoleHere, evidence, percent });
    }
    let is_lasting = role.class == PersonClass::Office || role.class == PersonClass::Kin;
    if fitting().next().is_some() || !narrow || !is_lasting {
        return None;
    }
    let elsewhere = only(bearers.everywhere(role.noun).iter().filter(|bearer| fits(role, owner, bearer)))?;
    let evidence = Some(elsewhere.at);
    Some(Meant { entity: elsewhere.entity, rule: LinkRule::RoleElsewhere, evidence, percent: 78 })
}

/// The first of the bearers, where they are all one person.
fn only<'b, 'r: 'b>(mut bearers: impl Iterator<Item = &'b Bearer<'r>>) -> Option<&'b Bearer<'r>> {
    let first = bearers.next()?;
    bearers.all(|other| other.entity == first.entity).then_some(first)
}

fn mention(text: &Text<'_>, referent: &Referent, cue: Cue, meant: Meant) -> Mention {
    Mention {
        passage: text.passage(referent.place.passage),
        span: referent.span,
        kind: Kind::Person,
        form: Form::Reference,
        confidence: Confidence(meant.percent),
        cue,
        entity: meant.entity,
        link: Link { rule: meant.rule, evidence: meant.evidence, confidence: Confidence(meant.percent) },
    }
}
