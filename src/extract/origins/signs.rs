//! The signs of `signs.txt`, read once.

use std::sync::LazyLock;

use crate::model::Says;

/// Where a sign may stand, and what it says there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Anywhere in the article.
    Saying(Says),
    /// In a byline.
    Byline,
}

/// One sign: what stands before the outlet's name and behind it.
#[derive(Debug)]
pub(super) struct Sign {
    pub(super) section: Section,
    pub(super) before: Vec<Item>,
    pub(super) behind: Vec<Item>,
}

/// What stands at one place of a sign.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// One of these words.
    Words(Vec<&'static str>),
    /// Up to [`GAP`] words of any kind.
    Gap,
    /// Nothing: the passage begins or ends here.
    Edge,
}

/// Words that a gap takes at most.
pub(super) const GAP: usize = 6;

static SIGNS: LazyLock<Vec<Sign>> = LazyLock::new(|| read(include_str!("signs.txt")));

/// All signs, those that say most first.
pub(super) fn signs() -> &'static [Sign] {
    &SIGNS
}

fn read(file: &'static str) -> Vec<Sign> {
    let mut section = Section::Byline;
    let mut signs = Vec::new();
    for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = self::section(name).unwrap_or(section);
            continue;
        }
        if let Some((before, behind)) = line.split_once("OUTLET") {
            signs.push(Sign { section, before: items(before), behind: items(behind) });
        }
    }
    signs
}

fn section(name: &str) -> Option<Section> {
    let all = [Says::First, Says::Text, Says::Credit, Says::Cited];
    let says = all.into_iter().find(|says| says.name() == name).map(Section::Saying);
    says.or_else(|| (name == "byline").then_some(Section::Byline))
}

fn items(words: &'static str) -> Vec<Item> {
    let item = |word: &'static str| match word {
        "*" => Item::Gap,
        "|" => Item::Edge,
        words => Item::Words(words.split('/').collect()),
    };
    words.split_whitespace().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::{Item, section, signs};

    #[test]
    fn every_line_is_read() {
        let lines = || include_str!("signs.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let (sections, written): (Vec<&str>, Vec<&str>) = lines().partition(|line| line.starts_with('['));
        assert_eq!(signs().len(), written.len());
        for name in sections {
            assert!(section(name.trim_matches(['[', ']'])).is_some(), "{name}");
        }
        assert!(written.iter().all(|line| line.matches("OUTLET").count() == 1));
    }

    #[test]
    fn words_are_small() {
        let words = signs().iter().flat_map(|sign| sign.before.iter().chain(&sign.behind));
        for item in words {
            let Item::Words(words) = item else { continue };
            assert!(words.iter().all(|word| !word.is_empty() && *word == word.to_lowercase()), "{words:?}");
        }
    }
}
