//! Authors as bylines name them, taken apart only where it is certain which part is which.

use crate::gazetteer::{Sign, gazetteer};
use crate::text::{fold, one_line};

/// Whoever wrote something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// A person of whom given names and family name can be told apart.
    Person {
        /// Given names and initials.
        given: String,
        /// The family name.
        family: String,
    },
    /// Anybody else, as the source names them.
    Literal(String),
}

/// Those whom a byline names. Untrusted, each in one line.
pub fn authors(byline: &str) -> Vec<Author> {
    let byline = one_line(byline);
    let byline = byline.strip_prefix("By ").or_else(|| byline.strip_prefix("by ")).unwrap_or(&byline);
    let parts = byline.split([',', ';', '&']).flat_map(|part| part.split(" and "));
    let found: Vec<Author> = parts.map(str::trim).filter(|part| !part.is_empty()).map(author).collect();
    // "Ada Vexworth, Staff Writer" is not two people: where one part is no name, the byline stays as it is.
    if found.len() > 1 && found.iter().any(|author| matches!(author, Author::Literal(_))) {
        return vec![Author::Literal(byline.to_owned())];
    }
    found
}

fn author(part: &str) -> Author {
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '.' | '-' | '\'' | '’'))
    };
    let words: Vec<&str> = part.split(' ').collect();
    match words.as_slice() {
        [given @ .., family]
            if (1..=2).contains(&given.len())
                && words.iter().all(|word| is_name(word))
                && gazetteer().has(&fold(words[0]), Sign::GivenName) =>
        {
            Author::Person { given: given.join(" "), family: (*family).to_owned() }
        }
        _ => Author::Literal(part.to_owned()),
    }
}

impl Author {
    /// "Ada Vexworth".
    pub fn in_order(&self) -> String {
        match self {
            Self::Person { given, family } => format!("{given} {family}"),
            Self::Literal(name) => name.clone(),
        }
    }

    /// "Vexworth, A. M.".
    pub fn inverted_with_initials(&self) -> String {
        match self {
            Self::Person { given, family } => {
                let initials = given.split([' ', '-']).filter_map(|name| name.chars().next());
                let initials: Vec<String> = initials.map(|initial| format!("{initial}.")).collect();
                format!("{family}, {}", initials.join(" "))
            }
            Self::Literal(name) => name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::authors;

    #[track_caller]
    fn check(byline: &str, expected: &[&str]) {
        let found: Vec<String> = authors(byline).iter().map(super::Author::inverted_with_initials).collect();
        assert_eq!(found, expected, "{byline}");
    }

    #[test]
    fn names_are_inverted_only_where_it_is_certain() {
        check("By Anna Berg", &["Berg, A."]);
        check("Anna M. Berg and\nThomas Lind", &["Berg, A. M.", "Lind, T."]);
        check("Anna Berg, Thomas Lind & Maria Holm", &["Berg, A.", "Lind, T.", "Holm, M."]);
        check("Associated Press", &["Associated Press"]);
        check("Anna Berg, Staff Writer", &["Anna Berg, Staff Writer"]);
        check("Anna van der Berg", &["Anna van der Berg"]);
        check("", &[]);
    }
}
