//! Names of outlets: how one is told from a person's name.

use crate::text::fold;

/// Words that stand in the names of outlets and hardly ever in a person's, folded.
const WORDS: &[&str] = &[
    "agency",
    "broadcasting",
    "bulletin",
    "chronicle",
    "courier",
    "daily",
    "dispatch",
    "enquirer",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "ledger",
    "magazine",
    "mail",
    "media",
    "mirror",
    "monitor",
    "network",
    "news",
    "newspaper",
    "newsroom",
    "observer",
    "post",
    "press",
    "public",
    "radio",
    "record",
    "reporter",
    "republic",
    "review",
    "sentinel",
    "service",
    "standard",
    "star",
    "sun",
    "telegraph",
    "television",
    "times",
    "tribune",
    "tv",
    "weekly",
];

/// Whether `name` is an outlet's rather than a person's: it holds a word that outlets bear, or is a single word in capitals.
pub(super) fn is_outlet(name: &str) -> bool {
    let is_acronym = name.len() >= 2 && name.chars().all(|c| c.is_uppercase() || matches!(c, '/' | '.' | '&'));
    is_acronym || fold(name).split(' ').any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::is_outlet;

    #[test]
    fn outlets_are_told_from_persons() {
        for name in ["The Harbour Post", "Coast Radio", "NPR", "RFE/RL", "Associated Press"] {
            assert!(is_outlet(name), "{name}");
        }
        for name in ["Ada Lind", "JANE DOE", "Theodor Postma"] {
            assert!(!is_outlet(name), "{name}");
        }
    }
}
