//! People: whole names into groups, then bare surnames and given names to whom they fit: in their document first, by a title where
//! one tells, in other documents only where one person fits.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::gazetteer::gazetteer;
use crate::model::{Confidence, DocumentIx, ExtractedMention, Form, Kind, Link, LinkRule, MentionIx, Resolved};
use crate::text::Span;

use super::Decision;
use super::forms::{FormIx, Forms};
use super::person_name::is_given_name;
use super::present::{Anchor, AnchorKind, Fitting, Present};
use super::titles::{Titles, honored, is_of_government, title_in};
use super::wholes::{Whole, Wholes};

/// How often a title stands beside a name before it tells of somebody who is not named whole in the document, but others are.
const SURE_TITLE: u32 = 3;

/// Bearers of one surname who are looked at; of so many, which is meant is left open anyway.
const MOST_BEARERS: usize = 64;

/// Forms that several people bear, each with those people.
pub(super) type Doubts = BTreeMap<FormIx, Vec<FormIx>>;

/// To whom each mention of a person refers, and whom forms could mean that several bear.
pub(super) fn decide(
    resolved: &Resolved,
    named: &[ExtractedMention],
    forms: &Forms,
) -> (Vec<(MentionIx, Decision)>, Doubts) {
    let wholes = Wholes::group(forms);
    let mut people = People { resolved, named, forms, titles: Titles::default(), lone: lone(forms), wholes };
    let documents = people.documents();
    for here in &documents {
        people.learn_titles(here);
    }
    let mut decisions = Vec::new();
    let mut could_be = Doubts::new();
    for here in &documents {
        people.decide(here, &mut decisions, &mut could_be);
    }
    (decisions, could_be)
}

/// Titles by the surname that they stand before.
type TitlesHere<'r> = HashMap<&'r str, BTreeSet<String>>;

struct People<'r> {
    resolved: &'r Resolved,
    named: &'r [ExtractedMention],
    forms: &'r Forms,
    wholes: Wholes<'r>,
    titles: Titles,
    /// The form that stands for all short forms of one surname, where nobody is known whom they fit.
    lone: HashMap<(&'r str, Option<&'r str>), FormIx>,
}

/// What a short form comes to.
struct Choice {
    leader: FormIx,
    rule: LinkRule,
    evidence: Option<MentionIx>,
    percent: u8,
}

impl<'r> People<'r> {
    /// The mentions of people in each document.
    fn documents(&self) -> Vec<Vec<MentionIx>> {
        let people = self.resolved.mentions.iter().enumerate().filter(|(_, mention)| mention.kind == Kind::Person);
        let people: Vec<MentionIx> = people.map(|(at, _)| MentionIx::at(at)).collect();
        people.chunk_by(|a, b| self.document(*a) == self.document(*b)).map(<[MentionIx]>::to_vec).collect()
    }

    fn document(&self, at: MentionIx) -> DocumentIx {
        self.resolved.passages[self.resolved.mentions[at.index()].passage.index()].document
    }

    fn text(&self, at: MentionIx) -> &'r str {
        &self.resolved.documents[self.document(at).index()].text
    }

    /// What stands beside a mention as its role.
    fn role(&self, at: MentionIx) -> Option<&'r str> {
        Some(self.named.get(at.index())?.role?.of(self.text(at)))
    }

    /// The title beside a mention, where it tells more than an honorific.
    fn title(&self, at: MentionIx) -> Option<String> {
        title_in(self.role(at)?)
    }

    /// Whether a mention names a government: "the Vex regime".
    fn is_of_government(&self, at: MentionIx) -> bool {
        let mention = &self.resolved.mentions[at.index()];
        let text = self.text(at);
        mention.form == Form::Camp && is_of_government(Span::new(mention.span.end, text.len() as u32).of(text))
    }

    /// Notes the titles of those who are named whole in a document, and of the short forms that fit but one of them.
    fn learn_titles(&mut self, here: &[MentionIx]) {
        let present = Present::gather(&self.wholes, self.forms, here);
        for at in here {
            let Some(title) = self.title(*at) else { continue };
            let form = self.forms.of(*at);
            let by_short = || {
                let fitting = present.by_surname(&self.forms.get(form).name).filter(|fitting| !fitting.is_mixed())?;
                fitting.people.first().map(|(head, _)| *head)
            };
            match self.wholes.head(form) {
                Some(head) => self.titles.add_whole(head, &title, *at),
                None => by_short().into_iter().for_each(|head| self.titles.add_short(head, &title, *at)),
            }
        }
    }

    fn decide(&self, here: &[MentionIx], decisions: &mut Vec<(MentionIx, Decision)>, could_be: &mut Doubts) {
        let mut present = Present::gather(&self.wholes, self.forms, here);
        let told: Vec<(&str, Anchor, MentionIx)> =
            here.iter().enumerate().filter_map(|(order, at)| self.told_by_title(&present, *at, order)).collect();
        present.add_titled(told.iter().map(|(surname, anchor, _)| (*surname, *anchor)));
        let mut told = told.into_iter().peekable();
        let beside = self.titles_here(here);
        for (order, at) in here.iter().enumerate() {
            let form = self.forms.of(*at);
            let titled = told.next_if(|(_, anchor, _)| anchor.order == order);
            let next = here.get(order + 1).copied();
            let choice = match (self.wholes.of(form), titled) {
                (Some(Whole::One { head, rule, confidence }), _) => Choice {
                    leader: *head,
                    rule: *rule,
                    evidence: Some(self.forms.get(*head).first).filter(|_| form != *head),
                    percent: confidence.0,
                },
                (_, Some((_, anchor, evidence))) => {
                    let rule = if self.title(*at).is_some() { LinkRule::Title } else { LinkRule::Government };
                    Choice { leader: anchor.head, rule, evidence: Some(evidence), percent: 75 }
                }
                (Some(Whole::Several(heads)), None) => self.one_of(&present, form, heads, could_be),
                (None, None) => self.short(&present, *at, next, order, &beside, could_be),
            };
            let Choice { leader, rule, evidence, percent } = choice;
            decisions.push((*at, Decision { leader, link: Link { rule, evidence, confidence: Confidence(percent) } }));
        }
    }

    /// A short form whose title only one bearer of the name has: where nobody here bears the name, several do, or surely another.
    fn told_by_title(
        &self,
        present: &Present<'r>,
        at: MentionIx,
        order: usize,
    ) -> Option<(&'r str, Anchor, MentionIx)> {
        let form = self.forms.of(at);
        let name = &self.forms.get(form).name;
        let mut people: Vec<FormIx> = match self.wholes.of(form) {
            Some(Whole::One { .. }) => return None,
            Some(Whole::Several(heads)) => heads.clone(),
            None => self.fitting_elsewhere(at),
        };
        let here = present.bearers(name);
        let is_here = |head: FormIx| here.iter().any(|(bearer, _)| *bearer == head);
        if !name.is_whole() {
            people.extend(here.iter().map(|(head, _)| *head));
            people.sort_unstable();
            people.dedup();
        }
        if people.len() < 2 {
            return None;
        }
        let (head, count, evidence) = match self.title(at) {
            Some(title) => self.titles.tell(&people, &title)?,
            None => self.titles.tell_governing(&people).filter(|_| self.is_of_government(at))?,
        };
        let is_told = here.is_empty() || is_here(head) || count >= SURE_TITLE;
        is_told.then_some((&name.surname, Anchor { head, at, order, is: AnchorKind::Titled }, evidence))
    }

    /// A whole name that several people can bear.
    fn one_of(&self, present: &Present<'_>, form: FormIx, heads: &[FormIx], could_be: &mut Doubts) -> Choice {
        let here = present.bearers(&self.forms.get(form).name);
        let mut fitting = here.iter().filter(|(head, _)| heads.contains(head));
        match (fitting.next(), fitting.next()) {
            (Some((head, at)), None) => {
                Choice { leader: *head, rule: LinkRule::ShortFormHere, evidence: Some(*at), percent: 75 }
            }
            _ => ambiguous(form, heads, could_be),
        }
    }

    /// A bare surname or given name.
    fn short(
        &self,
        present: &Present<'_>,
        at: MentionIx,
        next: Option<MentionIx>,
        order: usize,
        titles: &TitlesHere<'_>,
        could_be: &mut Doubts,
    ) -> Choice {
        let name = &self.forms.get(self.forms.of(at)).name;
        if let Some((leader, evidence)) = next.and_then(|next| self.of_couple(at, next)) {
            return Choice { leader, rule: LinkRule::SharedSurname, evidence: Some(evidence), percent: 80 };
        }
        let in_document = |fitting: &Fitting| {
            let anchor = fitting.nearest(order)?;
            let rule = match anchor.is {
                AnchorKind::Whole => LinkRule::ShortFormHere,
                AnchorKind::Titled => LinkRule::LikeTitled,
            };
            let sure = if anchor.is == AnchorKind::Whole { 90 } else { 70 };
            let percent = if fitting.is_mixed() { 55 } else { sure };
            Some(Choice { leader: anchor.head, rule, evidence: Some(anchor.at), percent })
        };
        if let Some(choice) = present.by_surname(name).and_then(in_document) {
            return choice;
        }
        let elsewhere = self.fitting_elsewhere(at);
        let may_be_given = elsewhere.is_empty() || is_given_name(&name.surname) && self.title(at).is_none();
        let by_given = present.by_given(name).filter(|_| may_be_given).and_then(in_document);
        if let Some(choice) = by_given {
            let percent = if elsewhere.is_empty() { choice.percent } else { choice.percent.min(55) };
            return Choice { percent, ..choice };
        }
        let key = (name.surname.as_str(), name.suffix.as_deref());
        let alone = self.lone.get(&key).copied().unwrap_or(self.forms.of(at));
        match elsewhere.as_slice() {
            [] => Choice { leader: alone, rule: LinkRule::Alone, evidence: None, percent: 80 },
            [only] => Choice {
                leader: *only,
                rule: LinkRule::ShortFormElsewhere,
                evidence: Some(self.forms.get(*only).first),
                percent: 70,
            },
            several => match self.most_named(&name.surname, several, titles) {
                Some(leader) => Choice {
                    leader,
                    rule: LinkRule::MostNamed,
                    evidence: Some(self.forms.get(leader).first),
                    percent: 55,
                },
                None => ambiguous(alone, several, could_be),
            },
        }
    }

    /// The people in all documents who bear the surname of a short form, and are what its "Mr." or "Mrs." says.
    fn fitting_elsewhere(&self, at: MentionIx) -> Vec<FormIx> {
        let name = &self.forms.get(self.forms.of(at)).name;
        let honored = self.role(at).and_then(honored);
        let fits = |bearer: &FormIx| {
            let other = &self.forms.get(*bearer).name;
            let gender = || other.given.as_deref().and_then(|given| gazetteer().gender(given));
            let contradicts = honored.is_some_and(|honored| gender().is_some_and(|gender| gender != honored));
            !contradicts && (name.suffix.is_none() || other.suffix == name.suffix)
        };
        let bearers = self.wholes.bearers(&name.surname).iter().copied();
        bearers.filter(fits).take(MOST_BEARERS).collect()
    }

    /// Who of the bearers of a surname is named whole far oftener than the others, unless it stands here with a title that he
    /// has nowhere.
    fn most_named(&self, surname: &str, bearers: &[FormIx], titles: &TitlesHere<'_>) -> Option<FormIx> {
        let head = self.wholes.most_named(bearers)?;
        let mut here = titles.get(surname).into_iter().flatten();
        here.all(|title| self.titles.bears(head, title)).then_some(head)
    }

    /// The titles beside the short forms in a document, by surname.
    fn titles_here(&self, here: &[MentionIx]) -> TitlesHere<'r> {
        let mut found = TitlesHere::new();
        for at in here {
            let name = &self.forms.get(self.forms.of(*at)).name;
            let title = self.title(*at).filter(|_| !name.is_whole());
            if let Some(title) = title {
                found.entry(&name.surname).or_default().insert(title);
            }
        }
        found
    }

    /// "Ada" in "Ada and Paul Vex": who bears that given name with the surname that the next name ends in.
    fn of_couple(&self, at: MentionIx, next: MentionIx) -> Option<(FormIx, MentionIx)> {
        let (one, other) = (&self.resolved.mentions[at.index()], &self.resolved.mentions[next.index()]);
        let given = &self.forms.get(self.forms.of(at)).name.surname;
        let whole = &self.forms.get(self.forms.of(next)).name;
        if one.passage != other.passage || !whole.is_whole() || !is_given_name(given) {
            return None;
        }
        let text = &self.resolved.documents[self.document(at).index()].text;
        let joins = matches!(Span::new(one.span.end, other.span.start).of(text), " and " | " & ");
        let head = self.wholes.named(self.forms, given, &whole.surname).filter(|_| joins)?;
        Some((head, self.forms.get(head).first))
    }
}

/// A form that stays by itself because several people fit.
fn ambiguous(form: FormIx, people: &[FormIx], could_be: &mut Doubts) -> Choice {
    let known = could_be.entry(form).or_default();
    for head in people {
        if !known.contains(head) {
            known.push(*head);
        }
    }
    Choice { leader: form, rule: LinkRule::Ambiguous, evidence: None, percent: 30 }
}

/// For each surname the most frequent of the short forms that are it.
fn lone(forms: &Forms) -> HashMap<(&str, Option<&str>), FormIx> {
    let mut lone: HashMap<(&str, Option<&str>), FormIx> = HashMap::new();
    for (form, wording) in forms.of_kind(Kind::Person).filter(|(_, wording)| !wording.name.is_whole()) {
        let known = lone.entry((&wording.name.surname, wording.name.suffix.as_deref())).or_insert(form);
        if forms.get(*known).count < wording.count {
            *known = form;
        }
    }
    lone
}
