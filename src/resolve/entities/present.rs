//! Who is named whole in one document, or else told by a title, and whom its short forms mean.

use std::collections::{BTreeSet, HashMap};

use crate::model::MentionIx;

use super::forms::{FormIx, Forms};
use super::person_name::PersonName;
use super::wholes::Wholes;

/// The people of one document, by the short forms that fit them.
#[derive(Debug, Default)]
pub(super) struct Present<'f> {
    surnames: HashMap<&'f str, Fitting>,
    /// The same with a suffix ("Jr."): a bare surname means them only where nobody bears it without.
    suffixed_surnames: HashMap<&'f str, Fitting>,
    /// Names in the middle that are no common given names.
    inner_names: HashMap<&'f str, Fitting>,
    given_names: HashMap<&'f str, Fitting>,
}

/// Those whom a short form fits, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Fitting {
    anchors: Vec<Anchor>,
    /// The people, each with the first mention, as far as they are few.
    pub people: Vec<(FormIx, MentionIx)>,
}

/// People of one name who are told from each other in one document.
const MOST_PEOPLE: usize = 64;

/// A mention in the document whose person is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub head: FormIx,
    pub at: MentionIx,
    /// Which of the document's people mentions it is.
    pub order: usize,
    pub is: AnchorKind,
}

/// Why an anchor's person is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AnchorKind {
    /// It is a whole name.
    Whole,
    /// A short form that its title tells.
    Titled,
}

impl<'f> Present<'f> {
    /// Gathers the whole names in a document's mentions of people. Stray ones count only where nobody bears the surname surely.
    pub(super) fn gather(wholes: &Wholes<'_>, forms: &'f Forms, here: &[MentionIx]) -> Self {
        let mut present = Self::default();
        for (order, at) in here.iter().enumerate() {
            let form = forms.of(*at);
            let Some(head) = wholes.head(form) else { continue };
            let wording = forms.get(form);
            let name = &wording.name;
            let bearers = wholes.bearers(&name.surname);
            if wording.is_stray() && !bearers.is_empty() && !bearers.contains(&head) {
                continue;
            }
            let anchor = Anchor { head, at: *at, order, is: AnchorKind::Whole };
            let by_surname = if name.suffix.is_none() { &mut present.surnames } else { &mut present.suffixed_surnames };
            by_surname.entry(&name.surname).or_default().add(anchor);
            for inner in name.inner_names() {
                present.inner_names.entry(inner).or_default().add(anchor);
            }
            if let Some(given) = &name.given {
                present.given_names.entry(given).or_default().add(anchor);
            }
        }
        present
    }

    /// Adds short forms whom their titles tell; each stands for its surname from there on.
    pub(super) fn add_titled(&mut self, told: impl IntoIterator<Item = (&'f str, Anchor)>) {
        let mut touched = BTreeSet::new();
        for (surname, anchor) in told {
            self.surnames.entry(surname).or_default().add(anchor);
            touched.insert(surname);
        }
        for surname in touched {
            self.surnames.entry(surname).or_default().anchors.sort_by_key(|anchor| anchor.order);
        }
    }

    /// Those here who bear a surname.
    pub(super) fn bearers(&self, name: &PersonName) -> &[(FormIx, MentionIx)] {
        let short = name.surname.as_str();
        let fitting = self.surnames.get(short).or_else(|| self.suffixed_surnames.get(short));
        fitting.map(|fitting| fitting.people.as_slice()).unwrap_or_default()
    }

    /// Whom a short form fits, by surname.
    pub(super) fn by_surname(&self, short: &PersonName) -> Option<&Fitting> {
        let name = short.surname.as_str();
        let without_suffix = self.surnames.get(name).filter(|_| short.suffix.is_none());
        without_suffix.or_else(|| self.suffixed_surnames.get(name)).or_else(|| self.inner_names.get(name))
    }

    /// Whom a short form fits, by given name.
    pub(super) fn by_given(&self, short: &PersonName) -> Option<&Fitting> {
        self.given_names.get(short.surname.as_str()).filter(|_| short.suffix.is_none())
    }
}

impl Fitting {
    fn add(&mut self, anchor: Anchor) {
        let is_new = self.people.len() < MOST_PEOPLE && self.people.iter().all(|(head, _)| *head != anchor.head);
        self.people.extend(is_new.then_some((anchor.head, anchor.at)));
        self.anchors.push(anchor);
    }

    /// Whether they are more than one person.
    pub(super) fn is_mixed(&self) -> bool {
        self.people.len() > 1
    }

    /// Who was named last before `order`, or else first after it.
    pub(super) fn nearest(&self, order: usize) -> Option<Anchor> {
        let after = self.anchors.partition_point(|anchor| anchor.order < order);
        self.anchors.get(after.saturating_sub(1)).copied()
    }
}
