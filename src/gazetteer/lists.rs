//! The form of the list files: "#" begins a comment line; groups of words that stand for one another, one group a line.

use crate::text::QuickMap;

/// Words in groups, one group a line; a word may stand in several.
#[derive(Debug)]
pub(super) struct Groups(QuickMap<&'static str, Vec<u32>>);

impl Groups {
    pub(super) fn read(file: &'static str) -> Self {
        let mut groups: QuickMap<&str, Vec<u32>> = QuickMap::default();
        for (number, line) in (0..).zip(lines(file)) {
            for word in line.split_whitespace() {
                groups.entry(word).or_default().push(number);
            }
        }
        Self(groups)
    }

    /// The groups that a word stands in.
    pub(super) fn of(&self, word: &str) -> &[u32] {
        self.0.get(word).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The lines that are no comment and not empty.
pub(super) fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
