//! B-cubed: how far the groups that were made agree with the right ones, averaged over all items.
//!
//! Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using the Vector Space Model", 1998. Of each item: which share of
//! its group is of its identity (precision), and which share of its identity is in its group (recall).

use std::collections::HashMap;
use std::hash::Hash;

/// Precision, recall and their harmonic mean, in percent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BCubed {
    /// Items counted.
    pub items: u32,
    /// In percent.
    pub precision: f64,
    /// In percent.
    pub recall: f64,
}

impl BCubed {
    /// Of items, each with the group that it was put into and its right identity.
    pub fn of<Group: Hash + Eq, Identity: Hash + Eq>(items: &[(Group, Identity)]) -> Self {
        let mut groups: HashMap<&Group, u32> = HashMap::new();
        let mut identities: HashMap<&Identity, u32> = HashMap::new();
        let mut both: HashMap<(&Group, &Identity), u32> = HashMap::new();
        for (group, identity) in items {
            *groups.entry(group).or_default() += 1;
            *identities.entry(identity).or_default() += 1;
            *both.entry((group, identity)).or_default() += 1;
        }
        let (mut precision, mut recall) = (0.0, 0.0);
        for ((group, identity), shared) in both {
            let squared = f64::from(shared) * f64::from(shared);
            precision += squared / f64::from(groups[group]);
            recall += squared / f64::from(identities[identity]);
        }
        let count = items.len() as u32;
        let share = 100.0 / f64::from(count.max(1));
        Self { items: count, precision: precision * share, recall: recall * share }
    }

    /// The harmonic mean of precision and recall.
    pub fn mean(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum == 0.0 { 0.0 } else { 2.0 * self.precision * self.recall / sum }
    }
}

#[cfg(test)]
mod tests {
    use super::BCubed;

    fn check(items: &[(u8, char)], precision: f64, recall: f64) {
        let score = BCubed::of(items);
        assert!((score.precision - precision).abs() < 0.01 && (score.recall - recall).abs() < 0.01, "{score:?}");
    }

    #[test]
    fn agreement() {
        check(&[(1, 'a'), (1, 'a'), (2, 'b')], 100.0, 100.0);
        check(&[(1, 'a'), (1, 'b')], 50.0, 100.0);
        check(&[(1, 'a'), (2, 'a')], 100.0, 50.0);
        check(&[(1, 'a'), (1, 'a'), (1, 'b'), (2, 'b')], 100.0 * (4.0 / 3.0 + 1.0 / 3.0 + 1.0) / 4.0, 75.0);
        check(&[], 0.0, 0.0);
    }
}
