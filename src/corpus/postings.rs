//! [`Postings`]: for each owner, the items that belong to it, in one flat table.

use std::ops::Range;

/// Items by owner: two flat arrays (compressed sparse rows), four bytes an item.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Where each owner's items begin, and one entry more.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Postings {
    /// The items 0, 1, 2, … by the owner that `owner_of` gives for each, in order; an item may have none.
    pub(super) fn new(owners: usize, owner_of: impl Iterator<Item = Option<u32>> + Clone) -> Self {
        let mut starts = vec![0_u32; owners + 1];
        for owner in owner_of.clone().flatten() {
            starts[owner as usize + 1] += 1;
        }
        for owner in 0..owners {
            starts[owner + 1] += starts[owner];
        }
        let mut next = starts.clone();
        let mut items = vec![0; starts[owners] as usize];
        for (item, owner) in owner_of.enumerate() {
            if let Some(owner) = owner {
                items[next[owner as usize] as usize] = item as u32;
                next[owner as usize] += 1;
            }
        }
        Self { starts, items }
    }

    /// The owner's items, ascending.
    pub(super) fn of(&self, owner: u32) -> &[u32] {
        self.items.get(self.bounds(owner)).unwrap_or_default()
    }

    /// The owner's items where they are known to stand together: from the first to one past the last.
    pub(super) fn stretch(&self, owner: u32) -> Range<usize> {
        match self.of(owner) {
            [] => 0..0,
            [first, .., last] => *first as usize..*last as usize + 1,
            [only] => *only as usize..*only as usize + 1,
        }
    }

    fn bounds(&self, owner: u32) -> Range<usize> {
        let at = |index: usize| self.starts.get(index).copied().unwrap_or_default() as usize;
        at(owner as usize)..at(owner as usize + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Postings;

    #[test]
    fn items_go_to_their_owners_in_order() {
        let owners = [Some(2), None, Some(0), Some(2)];
        let postings = Postings::new(3, owners.into_iter());
        assert_eq!(postings.of(0), [2]);
        assert_eq!(postings.of(1), [] as [u32; 0]);
        assert_eq!(postings.of(2), [0, 3]);
        assert_eq!(postings.stretch(1), 0..0);
        assert_eq!(postings.of(9), [] as [u32; 0]);
    }
}
