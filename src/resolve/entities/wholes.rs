//! Whole names in groups: which of the names with a given name or an initial are one person's, over all documents.
//!
//! Names of one surname are held against the name that leads a group, never against each other; none joins a group of which it
//! contradicts a member. Short forms are not looked at here.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::model::{Confidence, Kind, LinkRule};

use super::compounds;
use super::forms::{FormIx, Forms, Wording};
use super::leaders::Leaders;
use super::likeness::Likeness;
use super::person_name::PersonName;

/// Members of a group that a name is held against for what contradicts it.
const MOST_MEMBERS: usize = 32;

/// How much oftener one bearer of a surname is named whole than all others, for a bare surname elsewhere to be taken for his.
const FAR_OFTENER: u32 = 8;

/// People as far as whole names tell. A person is known by the head: the form that is the best name.
#[derive(Debug, Default)]
pub(super) struct Wholes<'f> {
    of_form: HashMap<FormIx, Whole>,
    bearers: HashMap<&'f str, Vec<FormIx>>,
    leaders: BTreeMap<&'f str, Leaders>,
    heads: HashMap<FormIx, FormIx>,
    /// How often each head stands named whole.
    weights: HashMap<FormIx, u32>,
}

/// Whose a whole name is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    /// One person's.
    One {
        /// The best name of that person.
        head: FormIx,
        rule: LinkRule,
        confidence: Confidence,
    },
    /// It could be each one's of these heads.
    Several(Vec<FormIx>),
}

/// A group while it is gathered.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// The forms in it, with how they are like the leader; the leader is the first.
    pub members: Vec<(FormIx, Likeness)>,
}

impl Group {
    /// How often its names stand.
    fn weight(&self, forms: &Forms) -> u32 {
        self.members.iter().map(|(form, _)| forms.get(*form).count).sum()
    }
}

impl<'f> Wholes<'f> {
    pub(super) fn group(forms: &'f Forms) -> Self {
        let mut of_surname: BTreeMap<&str, Vec<(FormIx, &Wording)>> = BTreeMap::new();
        for (form, wording) in forms.of_kind(Kind::Person).filter(|(_, wording)| wording.name.is_whole()) {
            of_surname.entry(&wording.name.surname).or_default().push((form, wording));
        }
        let mut wholes = Self::default();
        let mut groups: BTreeMap<FormIx, Group> = BTreeMap::new();
        let mut unclear: Vec<(FormIx, Vec<FormIx>)> = Vec::new();
        for (surname, mut namesakes) in of_surname {
            namesakes.sort_by_key(|(_, wording)| order(wording));
            let mut leaders = Leaders::default();
            for (form, wording) in namesakes {
                join(forms, &mut leaders, &mut groups, &mut unclear, (form, &wording.name));
            }
            wholes.leaders.insert(surname, leaders);
        }
        let compounds = compounds::find(forms, &wholes.leaders, &groups);
        wholes.settle(forms, &groups, &compounds.same);
        for (form, leaders) in unclear {
            let heads = leaders.iter().filter_map(|leader| wholes.heads.get(leader).copied());
            wholes.of_form.insert(form, Whole::Several(heads.collect()));
        }
        for (surname, leaders) in &wholes.leaders {
            let weight = |leader: FormIx| groups.get(&leader).map_or(0, |group| group.weight(forms));
            let heads = leaders.bearers(forms, weight).filter_map(|leader| wholes.heads.get(&leader).copied());
            wholes.bearers.insert(surname, heads.collect());
        }
        for (surname, leader) in compounds.also {
            wholes.bearers.entry(surname).or_default().extend(wholes.heads.get(&leader));
        }
        for bearers in wholes.bearers.values_mut() {
            bearers.sort_unstable();
            bearers.dedup();
        }
        wholes
    }

    /// Whose the whole name is; `None` for other forms.
    pub(super) fn of(&self, form: FormIx) -> Option<&Whole> {
        self.of_form.get(&form)
    }

    /// The one person that the whole name surely is of.
    pub(super) fn head(&self, form: FormIx) -> Option<FormIx> {
        match self.of(form)? {
            Whole::One { head, .. } => Some(*head),
            Whole::Several(_) => None,
        }
    }

    /// The people who bear a surname.
    pub(super) fn bearers(&self, surname: &str) -> &[FormIx] {
        self.bearers.get(surname).map(Vec::as_slice).unwrap_or_default()
    }

    /// The one of these people who is named whole far oftener than all the others together.
    pub(super) fn most_named(&self, people: &[FormIx]) -> Option<FormIx> {
        let weight = |head: &FormIx| self.weights.get(head).copied().unwrap_or_default();
        let most = people.iter().copied().max_by_key(weight)?;
        let others: u32 = people.iter().filter(|head| **head != most).map(weight).sum();
        (weight(&most) >= FAR_OFTENER * others.max(1)).then_some(most)
    }

    /// The one person with that surname whose given name is this one, or a variant of it.
    pub(super) fn named(&self, forms: &Forms, given: &str, surname: &str) -> Option<FormIx> {
        let name = PersonName { given: Some(given.to_owned()), surname: surname.to_owned(), ..PersonName::default() };
        let alike = self.leaders.get(surname)?.most_like(forms, &name, |_| true);
        match alike.as_slice() {
            [(likeness, leader)] if *likeness >= Likeness::Variant => self.heads.get(leader).copied(),
            _ => None,
        }
    }

    /// Chooses the head of each group, those with a second surname (`same`) taking in those without, and notes whose each form is.
    fn settle(&mut self, forms: &Forms, groups: &BTreeMap<FormIx, Group>, same: &BTreeMap<FormIx, FormIx>) {
        let mut together: BTreeMap<FormIx, Vec<FormIx>> = BTreeMap::new();
        for leader in groups.keys() {
            together.entry(*same.get(leader).unwrap_or(leader)).or_default().push(*leader);
        }
        for (main, leaders) in together {
            let members = || leaders.iter().flat_map(|leader| groups[leader].members.iter().map(|(form, _)| *form));
            let head = members().min_by_key(|form| best(forms.get(*form))).unwrap_or(main);
            for leader in &leaders {
                self.heads.insert(*leader, head);
                *self.weights.entry(head).or_default() += groups[leader].weight(forms);
                for (form, likeness) in &groups[leader].members {
                    let percent = if *leader == main { percent(*likeness) } else { WITHOUT_SECOND_SURNAME };
                    let whole = if *form == head {
                        Whole::One { head, rule: LinkRule::SameName, confidence: Confidence(95) }
                    } else {
                        Whole::One { head, rule: LinkRule::NameVariant, confidence: Confidence(percent) }
                    };
                    self.of_form.insert(*form, whole);
                }
            }
        }
    }
}

/// How sure a name without the second surname is, in percent.
const WITHOUT_SECOND_SURNAME: u8 = 75;

const fn percent(likeness: Likeness) -> u8 {
    match likeness {
        Likeness::Same => 92,
        Likeness::Variant => 85,
        Likeness::ByMiddle | Likeness::Initials => 80,
        Likeness::Initial => 75,
        Likeness::Typo => 70,
    }
}

/// In which order the names of one surname come to lead: what is surely a name first, then what tells most, so that a name that
/// two people can bear meets both of them.
fn order(wording: &Wording) -> impl Ord + use<> {
    let name = &wording.name;
    let doubt = (!wording.is_credible(), wording.is_doubtful);
    (doubt, name.has_initial(), name.middle.is_empty(), Reverse(wording.count), wording.folded.clone())
}

/// Which name of a person is the best: the fullest known given name, then the most frequent.
fn best(wording: &Wording) -> impl Ord + use<> {
    let name = &wording.name;
    let is_turned = wording.folded.contains(',') && name.suffix.is_none();
    let doubt = (wording.is_doubtful, name.has_initial(), !name.has_known_given(), is_turned);
    (doubt, Reverse(wording.count), wording.folded.clone())
}

/// Puts a name into the one group whose leader it is most like, or makes it a leader.
fn join(
    forms: &Forms,
    leaders: &mut Leaders,
    groups: &mut BTreeMap<FormIx, Group>,
    unclear: &mut Vec<(FormIx, Vec<FormIx>)>,
    (form, name): (FormIx, &PersonName),
) {
    let is_free = |leader: FormIx| {
        let members = groups.get(&leader).map(|group| group.members.as_slice()).unwrap_or_default();
        !members.iter().take(MOST_MEMBERS).any(|(member, _)| forms.get(*member).name.contradicts(name))
    };
    match leaders.most_like(forms, name, is_free).as_slice() {
        [] => {
            leaders.add(form, name);
            groups.entry(form).or_default().members.push((form, Likeness::Same));
        }
        [(likeness, leader)] => groups.entry(*leader).or_default().members.push((form, *likeness)),
        several => unclear.push((form, several.iter().map(|(_, leader)| *leader).collect())),
    }
}
