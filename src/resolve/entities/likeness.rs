//! Whether two whole names can be one person's, and how. Everything here is folded.

use crate::gazetteer::gazetteer;

use super::person_name::{PersonName, is_given_name, is_initial};
use super::spelling::{in_one_script, initial_of, one_edit_apart, sound};

/// How two names of one surname can belong to one person; later is surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Given names one edit apart, and at most one of them known as a name.
    Typo,
    /// An initial and a name that begins with it.
    Initial,
    /// The same, and what stands in the middle of both agrees ("E. M. Vex", "Edwin M. Vex").
    Initials,
    /// One goes by what stands in the middle of the other: "Douglas Vex" for "C. Douglas Vex".
    ByMiddle,
    /// A nickname or another spelling.
    Variant,
    /// The same given name; middle names do not contradict.
    Same,
}

/// Shorter given names are never compared by edits: most are one edit from another name.
const SHORTEST_TYPO: usize = 4;

/// Shorter given names are never compared by sound.
const SHORTEST_SOUND: usize = 4;

impl PersonName {
    /// How the two can be one person's name; `None` where they can't. Both must be whole.
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.surname != other.surname || self.suffix != other.suffix {
            return None;
        }
        let by_given = given_likeness(self.given.as_deref()?, other.given.as_deref()?);
        let with_middle = |likeness| match likeness {
            Likeness::Initial if !self.middle.is_empty() && !other.middle.is_empty() => Likeness::Initials,
            likeness => likeness,
        };
        runs_of_initials(self, other)
            .or_else(|| runs_of_initials(other, self))
            .or_else(|| by_given.filter(|_| middles_agree(&self.middle, &other.middle)).map(with_middle))
            .or_else(|| (goes_by_middle(self, other) || goes_by_middle(other, self)).then_some(Likeness::ByMiddle))
    }

    /// Whether the two would be one person's by the given name but for what stands in the middle ("Ada M." and "Ada P.").
    pub(super) fn contradicts(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (&self.given, &other.given) else { return false };
        !middles_agree(&self.middle, &other.middle) && given_likeness(one, two).is_some()
    }
}

fn middles_agree(one: &[String], other: &[String]) -> bool {
    one.iter().zip(other).all(|(one, other)| one == other || initial_of(one, other) || initial_of(other, one))
}

/// "JB" for "J. B.": letters run together that begin the other's forenames.
fn runs_of_initials(one: &PersonName, other: &PersonName) -> Option<Likeness> {
    let run = one.given.as_deref().filter(|run| (2..=3).contains(&run.len()) && one.middle.is_empty())?;
    let firsts = other.forenames().filter_map(|name| name.chars().next());
    let is_run = !is_given_name(run) && run.chars().eq(firsts);
    let all_initials = other.forenames().all(is_initial);
    is_run.then_some(if all_initials { Likeness::Same } else { Likeness::Initial })
}

/// Whether the one's given name stands in the middle of the other, where the other's first is an initial or the name in the middle
/// is more than a common given name.
fn goes_by_middle(one: &PersonName, other: &PersonName) -> bool {
    let Some(given) = one.given.as_deref().filter(|given| !is_initial(given)) else { return false };
    let Some(at) = other.middle.iter().position(|middle| middle == given) else { return false };
    (other.has_initial() || !is_given_name(given)) && middles_agree(&one.middle, &other.middle[at + 1..])
}

fn given_likeness(one: &str, other: &str) -> Option<Likeness> {
    let (plain, other_plain) = (one.replace('.', ""), other.replace('.', ""));
    if plain == other_plain {
        return Some(Likeness::Same);
    }
    if gazetteer().are_variants(one, other) {
        return Some(Likeness::Variant);
    }
    if initial_of(&plain, &other_plain) || initial_of(&other_plain, &plain) {
        return Some(Likeness::Initial);
    }
    if !in_one_script(one, other) {
        return None;
    }
    let is_long = |shortest: usize| one.chars().count() >= shortest && other.chars().count() >= shortest;
    if is_long(SHORTEST_SOUND) && sound(one) == sound(other) {
        return Some(Likeness::Variant);
    }
    let both_known = is_given_name(one) && is_given_name(other);
    (is_long(SHORTEST_TYPO) && !both_known && one_edit_apart(one, other)).then_some(Likeness::Typo)
}

#[cfg(test)]
mod tests {
    use super::{Likeness, PersonName};

    fn check(one: &str, other: &str, expected: Option<Likeness>) {
        let (one, other) = (PersonName::parse(one), PersonName::parse(other));
        assert_eq!(one.likeness(&other), expected, "{one:?} {other:?}");
        assert_eq!(other.likeness(&one), expected, "{other:?} {one:?}");
    }

    #[test]
    fn one_person() {
        check("mike vexworth", "michael vexworth", Some(Likeness::Variant));
        check("sergey i. vexov", "sergei vexov", Some(Likeness::Variant));
        check("mathew vexworth", "matthew vexworth", Some(Likeness::Variant));
        check("ada vexworth", "ada m. vexworth", Some(Likeness::Same));
        check("a. vexworth", "ada vexworth", Some(Likeness::Initial));
        check("jb vexworth", "j.b. vexworth", Some(Likeness::Same));
        check("jb vexworth", "john bert vexworth", Some(Likeness::Initial));
        check("j.b. vexworth", "john bert vexworth", Some(Likeness::Initials));
        check("donal vexworth", "donald vexworth", Some(Likeness::Typo));
        check("ronadl vexworth", "ronald vexworth", Some(Likeness::Typo));
        check("vexworth, ada m.", "ada vexworth", Some(Likeness::Same));
    }

    #[test]
    fn by_the_name_in_the_middle() {
        check("c. douglas vexworth", "douglas vexworth", Some(Likeness::ByMiddle));
        check("carlos brovillo vexas", "brovillo vexas", Some(Likeness::ByMiddle));
        check("mary ann vexworth", "ann vexworth", None);
        check("c. douglas a. vexworth", "douglas b. vexworth", None);
    }

    #[test]
    fn never_one_person() {
        check("ada vexworth jr.", "ada vexworth sr.", None);
        check("ada vexworth jr.", "ada vexworth", None);
        check("ada m. vexworth", "ada p. vexworth", None);
        check("a. vexworth", "b. vexworth", None);
        check("a.b. vexworth", "a.c. vexworth", None);
        check("ab vexworth", "ac vexworth", None);
        check("maria vexworth", "mario vexworth", None);
        check("ada vexworth", "adam vexworth", None);
        check("ivan vexov", "ian vexov", None);
        check("mich\u{430}el vexworth", "michael vexworth", None);
        check("ada vexworth", "ada wexworth", None);
    }
}
