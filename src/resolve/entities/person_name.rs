//! How a person's name divides, and whether two names can be one person's. Everything here is folded.

use std::collections::HashSet;

use crate::gazetteer::{Sign, gazetteer};

/// A person's name in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PersonName {
    /// The first name or initial; `None` where only a surname (or only a given name) stands.
    pub given: Option<String>,
    /// What stands between given name and surname, particles left out.
    pub middle: Vec<String>,
    /// The last part without particles: "assad" for "bashar al-assad".
    pub surname: String,
    /// "jr", "iii".
    pub suffix: Option<String>,
}

/// How two names of one surname can belong to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Given names one edit apart, and at most one of them known as a name.
    Typo,
    /// An initial and a name that begins with it.
    Initial,
    /// A nickname or another spelling.
    Variant,
    /// The same given name; middle names do not contradict.
    Same,
}

/// Shorter given names are never compared by edits: most are one edit from another name.
const SHORTEST_TYPO: usize = 4;

impl PersonName {
    /// Divides a folded name.
    pub(super) fn parse(folded: &str) -> Self {
        let mut parts: Vec<&str> = folded.split([' ', ',']).map(|part| part.trim_matches('.')).collect();
        parts.retain(|part| !part.is_empty());
        let is_suffix = |part: &&str| gazetteer().has(part, Sign::Suffix);
        let suffix = if parts.len() > 1 { parts.pop_if(|part| is_suffix(&&**part)).map(str::to_owned) } else { None };
        let begins_with_particle = parts.len() > 1 && gazetteer().has(parts[0], Sign::Particle) && parts[0] != "al";
        let Some((last, before)) = parts.split_last() else { return Self::default() };
        let mut before = before.iter().filter(|part| !gazetteer().has(part, Sign::Particle) || **part == "al");
        let given = if begins_with_particle { None } else { before.next().map(|part| (*part).to_owned()) };
        let middle = before.filter(|part| **part != "al").map(|part| (*part).to_owned()).collect();
        Self { given, middle, surname: bare_surname(last).to_owned(), suffix }
    }

    /// Whether it has a given name or initial beside the surname.
    pub(super) fn is_whole(&self) -> bool {
        self.given.is_some()
    }

    /// How the two can be one person's name; `None` where they can't. Both must be whole.
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.surname != other.surname || self.suffix != other.suffix || !self.middles_agree(other) {
            return None;
        }
        given_likeness(self.given.as_deref()?, other.given.as_deref()?)
    }

    fn middles_agree(&self, other: &Self) -> bool {
        let agree = |(one, other): (&String, &String)| one == other || initial_of(one, other) || initial_of(other, one);
        self.middle.iter().zip(&other.middle).all(agree)
    }
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
    let both_known = gazetteer().has(one, Sign::GivenName) && gazetteer().has(other, Sign::GivenName);
    let long = one.chars().count() >= SHORTEST_TYPO && other.chars().count() >= SHORTEST_TYPO;
    let one_script = scripts(one) == scripts(other) && scripts(one).len() == 1;
    (long && !both_known && one_script && one_edit_apart(one, other)).then_some(Likeness::Typo)
}

/// Whether `initial` is the first letter of `name`.
fn initial_of(initial: &str, name: &str) -> bool {
    let mut letters = initial.chars();
    let first = letters.next();
    letters.all(|letter| letter == '.') && first.is_some() && name.chars().next() == first
}

/// "al-assad" as "assad": a particle that is tied to the surname comes and goes.
fn bare_surname(last: &str) -> &str {
    match last.split_once('-') {
        Some((particle, rest)) if gazetteer().has(particle, Sign::Particle) && !rest.is_empty() => rest,
        _ => last,
    }
}

/// The scripts of the letters, as far as look-alikes go: Latin, Greek, Cyrillic, others.
fn scripts(name: &str) -> HashSet<u8> {
    let script = |letter: char| match letter {
        'a'..='z' | '\u{C0}'..='\u{24F}' => 0,
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => 1,
        '\u{400}'..='\u{52F}' => 2,
        _ => 3,
    };
    name.chars().filter(|letter| letter.is_alphabetic()).map(script).collect()
}

/// One letter put in, left out, replaced, or two neighbours swapped.
fn one_edit_apart(one: &str, other: &str) -> bool {
    let (short, long): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if short.len() <= long.len() { (short, long) } else { (long, short) };
    let same_before = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let same_after = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => {
            let rest = short.len().saturating_sub(same_before + same_after);
            let swapped =
                rest == 2 && short[same_before] == long[same_before + 1] && short[same_before + 1] == long[same_before];
            rest == 1 || swapped
        }
        1 => same_before + same_after >= short.len(),
        _ => false,
    }
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
    fn parts() {
        let name = PersonName::parse("bashar al-vexad");
        assert_eq!((name.given.as_deref(), name.surname.as_str()), (Some("bashar"), "vexad"));
        assert!(!PersonName::parse("van vexen").is_whole());
        assert_eq!(PersonName::parse("ada b. vex, jr.").suffix.as_deref(), Some("jr"));
        assert_eq!(PersonName::parse("ada b. vex").middle, ["b"]);
        assert_eq!(PersonName::parse(""), PersonName::default());
        assert_eq!(PersonName::parse("al vex").given.as_deref(), Some("al"));
    }

    #[test]
    fn one_person() {
        check("mike vexworth", "michael vexworth", Some(Likeness::Variant));
        check("sergey i. vexov", "sergei vexov", Some(Likeness::Variant));
        check("ada vexworth", "ada m. vexworth", Some(Likeness::Same));
        check("a. vexworth", "ada vexworth", Some(Likeness::Initial));
        check("jb vexworth", "j.b. vexworth", Some(Likeness::Same));
        check("donal vexworth", "donald vexworth", Some(Likeness::Typo));
        check("ronadl vexworth", "ronald vexworth", Some(Likeness::Typo));
    }

    #[test]
    fn never_one_person() {
        check("ada vexworth jr.", "ada vexworth sr.", None);
        check("ada vexworth jr.", "ada vexworth", None);
        check("ada m. vexworth", "ada p. vexworth", None);
        check("a. vexworth", "b. vexworth", None);
        check("maria vexworth", "mario vexworth", None);
        check("ada vexworth", "adam vexworth", None);
        check("ivan vexov", "ian vexov", None);
        check("mich\u{430}el vexworth", "michael vexworth", None);
        check("ada vexworth", "ada wexworth", None);
    }
}
