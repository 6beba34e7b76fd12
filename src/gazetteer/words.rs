//! Word lists: one word each, folded; "#" begins a comment line.

use std::collections::{HashMap, HashSet};

use crate::text::fold;

/// A set of folded words.
#[derive(Debug, Default)]
pub(super) struct Words(HashSet<String>);

impl Words {
    /// Any number of words a line.
    pub(super) fn read(file: &str) -> Self {
        Self(lines(file).flat_map(str::split_whitespace).map(fold).collect())
    }

    pub(super) fn has(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }
}

/// The sections of a file: a line "[name]", then words.
pub(super) fn sections(file: &'static str) -> Vec<(&'static str, Words)> {
    let mut found: Vec<(&str, Words)> = Vec::new();
    for line in lines(file) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            found.push((name, Words::default()));
        } else if let Some((_, words)) = found.last_mut() {
            words.0.extend(line.split_whitespace().map(fold));
        }
    }
    found
}

/// Words in groups, one group a line; a word may stand in several.
#[derive(Debug)]
pub(super) struct Groups(HashMap<&'static str, Vec<u32>>);

impl Groups {
    pub(super) fn read(file: &'static str) -> Self {
        let mut groups: HashMap<&str, Vec<u32>> = HashMap::new();
        for (number, line) in (0..).zip(lines(file)) {
            for word in line.split_whitespace() {
                groups.entry(word).or_default().push(number);
            }
        }
        Self(groups)
    }

    pub(super) fn share(&self, one: &str, other: &str) -> bool {
        match (self.0.get(one), self.0.get(other)) {
            (Some(ones), Some(others)) => ones.iter().any(|group| others.contains(group)),
            _ => false,
        }
    }
}

/// The lines that are no comment and not empty.
pub(super) fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
