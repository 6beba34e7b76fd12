//! How a person's name divides. Everything here is folded.

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

impl PersonName {
    /// Divides a folded name. A title that was left before it is passed over, and "vex, ada b." is read as "ada b. vex".
    pub(super) fn parse(folded: &str) -> Self {
        let turned = turned(folded);
        let mut parts: Vec<&str> = turned.split([' ', ',']).flat_map(initials_apart).collect();
        parts.retain(|part| !part.is_empty());
        let suffix = if parts.len() > 1 { parts.pop_if(|part| is_suffix(part)).map(str::to_owned) } else { None };
        let parts = untitled(&parts);
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

    /// Whether its given name is one that the lists know, and no initial.
    pub(super) fn has_known_given(&self) -> bool {
        self.given.as_deref().is_some_and(is_given_name)
    }

    /// Whether only an initial stands for the given name.
    pub(super) fn has_initial(&self) -> bool {
        self.given.as_deref().is_some_and(is_initial)
    }

    /// The given name and those in the middle, in order.
    pub(super) fn forenames(&self) -> impl Iterator<Item = &str> {
        self.given.iter().chain(&self.middle).map(String::as_str)
    }

    /// Words in the middle that can be a surname or the name that its bearer goes by, as far as they are no common given name:
    /// "castillo" in "carlos castillo armas".
    pub(super) fn inner_names(&self) -> impl Iterator<Item = &str> {
        self.middle.iter().map(String::as_str).filter(|word| !is_initial(word) && !is_given_name(word))
    }
}

pub(super) fn is_given_name(word: &str) -> bool {
    !is_initial(word) && (gazetteer().has(word, Sign::GivenName) || !gazetteer().variant_groups(word).is_empty())
}

pub(super) fn is_initial(word: &str) -> bool {
    word.chars().filter(|letter| *letter != '.').count() == 1
}

fn is_suffix(part: &str) -> bool {
    gazetteer().has(part, Sign::Suffix)
}

/// "vex, ada b., jr." as "ada b. vex jr.": as lists and the heads of letters have it.
fn turned(folded: &str) -> std::borrow::Cow<'_, str> {
    let Some((surname, rest)) = folded.split_once(',') else { return folded.into() };
    let (suffixes, given): (Vec<&str>, Vec<&str>) = rest
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .partition(|part| is_suffix(part.trim_matches('.')));
    if given.is_empty() || surname.trim().is_empty() {
        return folded.into();
    }
    format!("{} {} {}", given.join(" "), surname, suffixes.join(" ")).into()
}

/// "j.f." as "j" and "f"; any other part without its stops.
fn initials_apart(part: &str) -> impl Iterator<Item = &str> {
    let is_glued = part.trim_matches('.').split('.').all(|piece| piece.chars().count() == 1);
    let whole = (!is_glued).then(|| part.trim_matches(['.', '-']));
    let apart = is_glued.then(|| part.split('.').filter(|piece| !piece.is_empty()));
    whole.into_iter().chain(apart.into_iter().flatten())
}

/// The parts behind a title: "prime minister vex" has none before "vex". A title that is a given name too stays.
fn untitled<'p, 's>(mut parts: &'p [&'s str]) -> &'p [&'s str] {
    while let Some((first, _)) = parts.split_first() {
        let title = gazetteer().title(|at| parts.get(at).copied()).map_or(0, |found| found.words);
        if title == 0 || title >= parts.len() || is_given_name(first) {
            break;
        }
        parts = parts.get(title..).unwrap_or_default();
    }
    parts
}

/// "al-assad" as "assad": a particle that is tied to the surname comes and goes.
fn bare_surname(last: &str) -> &str {
    match last.split_once('-') {
        Some((particle, rest)) if gazetteer().has(particle, Sign::Particle) && !rest.is_empty() => rest,
        _ => last,
    }
}

#[cfg(test)]
mod tests {
    use super::PersonName;

    fn check(folded: &str, given: Option<&str>, middle: &[&str], surname: &str, suffix: Option<&str>) {
        let name = PersonName::parse(folded);
        let found = (name.given.as_deref(), name.surname.as_str(), name.suffix.as_deref());
        assert_eq!(found, (given, surname, suffix), "{folded}");
        assert_eq!(name.middle, middle, "{folded}");
    }

    #[test]
    fn parts() {
        check("bashar al-vexad", Some("bashar"), &[], "vexad", None);
        check("van vexen", None, &[], "vexen", None);
        check("ada b. vex, jr.", Some("ada"), &["b"], "vex", Some("jr"));
        check("al vex", Some("al"), &[], "vex", None);
        check("j.b. vex", Some("j"), &["b"], "vex", None);
        check("", None, &[], "", None);
    }

    #[test]
    fn turned_round() {
        check("vex, ada b.", Some("ada"), &["b"], "vex", None);
        check("vex, ada, jr.", Some("ada"), &[], "vex", Some("jr"));
        check("vex,", None, &[], "vex", None);
    }

    #[test]
    fn titles_are_passed_over() {
        check("prime minister vex", None, &[], "vex", None);
        check("col. ada vex", Some("ada"), &[], "vex", None);
        check("dean vex", Some("dean"), &[], "vex", None);
        check("colonel", None, &[], "colonel", None);
    }
}
