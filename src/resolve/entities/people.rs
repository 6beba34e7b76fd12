//! People: whole names into groups, then bare surnames and given names to the group that fits.

use std::collections::HashMap;

use crate::model::{Confidence, Kind, Link, LinkRule, MentionIx, Resolved};

use super::Decision;
use super::forms::{FormIx, Forms, Wording};
use super::leaders::Leaders;
use super::person_name::{Likeness, PersonName};

/// Groups of whole names, each led by its most frequent form.
#[derive(Debug, Default)]
struct People<'f> {
    /// For each whole form, the form that leads its group and why.
    groups: HashMap<FormIx, (FormIx, LinkRule, Confidence)>,
    /// Leaders by folded surname.
    by_surname: HashMap<&'f str, Leaders>,
}

/// Whom each mention of a person refers to.
pub(super) fn decide(resolved: &Resolved, forms: &Forms) -> Vec<(MentionIx, Decision)> {
    let people = People::group(forms);
    let mut decisions = Vec::new();
    let mentions: Vec<MentionIx> = (0..resolved.mentions.len()).map(MentionIx::at).collect();
    let document_of = |at: &MentionIx| resolved.passages[resolved.mentions[at.index()].passage.index()].document;
    for here in mentions.chunk_by(|a, b| document_of(a) == document_of(b)) {
        let here: Vec<MentionIx> =
            here.iter().copied().filter(|at| resolved.mentions[at.index()].kind == Kind::Person).collect();
        let present = Present::gather(&people, forms, &here);
        for (order, at) in here.iter().enumerate() {
            decisions.push((*at, people.decide(forms, &present, *at, order)));
        }
    }
    decisions
}

impl<'f> People<'f> {
    /// Groups the whole names of each surname: frequent and long forms lead, rarer ones join the one leader that they are like.
    fn group(forms: &'f Forms) -> Self {
        let mut of_surname: HashMap<&str, Vec<(FormIx, &Wording)>> = HashMap::new();
        for (form, wording) in forms.of_kind(Kind::Person).filter(|(_, wording)| wording.name.is_whole()) {
            of_surname.entry(&wording.name.surname).or_default().push((form, wording));
        }
        let mut people = Self::default();
        for (surname, mut namesakes) in of_surname {
            namesakes.sort_by_key(|(_, wording)| {
                let is_initial = wording.name.given.as_ref().is_some_and(|given| given.chars().count() == 1);
                (wording.is_doubtful, is_initial, std::cmp::Reverse(wording.count), &wording.folded)
            });
            let mut leaders = Leaders::default();
            for (form, wording) in namesakes {
                people.groups.insert(form, join(forms, &mut leaders, form, wording));
            }
            people.by_surname.insert(surname, leaders);
        }
        people
    }

    fn decide(&self, forms: &Forms, present: &Present<'_>, at: MentionIx, order: usize) -> Decision {
        let form = forms.of(at);
        if let Some((leader, rule, confidence)) = self.groups.get(&form) {
            let evidence = Some(forms.get(*leader).first).filter(|_| form != *leader);
            return Decision { leader: *leader, link: Link { rule: *rule, evidence, confidence: *confidence } };
        }
        let short = &forms.get(form).name;
        if let Some((leader, evidence, is_only)) = present.nearest(short, order) {
            let confidence = Confidence(if is_only { 90 } else { 55 });
            return Decision {
                leader,
                link: Link { rule: LinkRule::ShortFormHere, evidence: Some(evidence), confidence },
            };
        }
        let bearers =
            self.by_surname.get(short.surname.as_str()).map(|leaders| leaders.certain(forms)).unwrap_or_default();
        let fits = |bearer: &&FormIx| short.suffix.is_none() || forms.get(**bearer).name.suffix == short.suffix;
        let mut fitting = bearers.iter().filter(fits);
        let (leader, rule, evidence, confidence) = match (fitting.next(), fitting.next()) {
            (Some(only), None) => (*only, LinkRule::ShortFormElsewhere, Some(forms.get(*only).first), 70),
            (Some(_), Some(_)) => (form, LinkRule::Ambiguous, None, 30),
            (None, _) => (form, LinkRule::Alone, None, 80),
        };
        Decision { leader, link: Link { rule, evidence, confidence: Confidence(confidence) } }
    }
}

/// The group for a whole name among the leaders of its surname: the one that it is like, or its own.
fn join(forms: &Forms, leaders: &mut Leaders, form: FormIx, wording: &Wording) -> (FormIx, LinkRule, Confidence) {
    match leaders.most_like(forms, &wording.name).as_slice() {
        [] => {
            leaders.add(form, &wording.name);
            (form, LinkRule::SameName, Confidence(95))
        }
        [(likeness, leader)] => {
            let percent = match likeness {
                Likeness::Same => 92,
                Likeness::Variant => 85,
                Likeness::Initial => 75,
                Likeness::Typo => 70,
            };
            (*leader, LinkRule::NameVariant, Confidence(percent))
        }
        [_, _, ..] => (form, LinkRule::Ambiguous, Confidence(30)),
    }
}

/// Who is named whole in one document, by surname and by given name.
#[derive(Debug, Default)]
struct Present<'f> {
    surnames: HashMap<&'f str, Fitting>,
    /// The same with a suffix ("Jr."): a bare surname means them only where nobody bears it without.
    suffixed_surnames: HashMap<&'f str, Fitting>,
    given_names: HashMap<&'f str, Fitting>,
}

/// The whole names that a short form fits, in order.
#[derive(Debug, Default)]
struct Fitting {
    wholes: Vec<Whole>,
    /// Whether they name more than one person.
    is_mixed: bool,
}

/// A whole name in a document.
#[derive(Clone, Copy, Debug)]
struct Whole {
    leader: FormIx,
    at: MentionIx,
    /// Which of the document's people mentions it is.
    order: usize,
}

impl<'f> Present<'f> {
    fn gather(people: &People<'_>, forms: &'f Forms, here: &[MentionIx]) -> Self {
        let mut present = Self::default();
        for (order, at) in here.iter().enumerate() {
            let form = forms.of(*at);
            let Some((leader, ..)) = people.groups.get(&form) else { continue };
            let name = &forms.get(form).name;
            let whole = Whole { leader: *leader, at: *at, order };
            let by_surname = if name.suffix.is_none() { &mut present.surnames } else { &mut present.suffixed_surnames };
            by_surname.entry(&name.surname).or_default().add(whole);
            if let Some(given) = &name.given {
                present.given_names.entry(given).or_default().add(whole);
            }
        }
        present
    }

    /// Whom a short form means that stands at `order`: who was named whole last before it, or else first after it. Also whether
    /// nobody else here fits.
    fn nearest(&self, short: &PersonName, order: usize) -> Option<(FormIx, MentionIx, bool)> {
        let name = short.surname.as_str();
        let without_suffix = || self.surnames.get(name).filter(|_| short.suffix.is_none());
        let with_suffix = || self.suffixed_surnames.get(name);
        let by_given = || self.given_names.get(name).filter(|_| short.suffix.is_none());
        let fitting = without_suffix().or_else(with_suffix).or_else(by_given)?;
        let after = fitting.wholes.partition_point(|whole| whole.order < order);
        let nearest = fitting.wholes.get(after.saturating_sub(1))?;
        Some((nearest.leader, nearest.at, !fitting.is_mixed))
    }
}

impl Fitting {
    fn add(&mut self, whole: Whole) {
        self.is_mixed |= self.wholes.last().is_some_and(|last| last.leader != whole.leader);
        self.wholes.push(whole);
    }
}
