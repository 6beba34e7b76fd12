//! [`Frozen`]: panes that stay as they stand while others move. They are moved by the reader's own keys in them only.

use crate::corpus::Corpus;
use crate::model::{PassageIx, References};

use super::filter::Filter;
use super::pane::Pane;
use super::strand::Strand;

/// The panes that are frozen.
#[derive(Clone, Debug, Default)]
pub struct Frozen(Vec<Kept>);

/// What a frozen pane was made of.
#[derive(Clone, Debug)]
struct Kept {
    pane: Pane,
    filter: Filter,
    /// What the filter leaves.
    pins: Option<Strand>,
    /// What Passages listed.
    listed: Strand,
}

impl Frozen {
    /// Whether a pane is.
    pub fn holds(&self, pane: Pane) -> bool {
        self.of(pane).is_some()
    }

    /// Freezes a pane under `filter`, which leaves `pins`, with Passages listing `listed`.
    pub fn freeze(&mut self, pane: Pane, filter: Filter, pins: Option<Strand>, listed: Strand) {
        self.0.push(Kept { pane, filter, pins, listed });
    }

    /// Lets a pane follow again. Whether it was frozen.
    pub fn thaw(&mut self, pane: Pane) -> bool {
        let before = self.0.len();
        self.0.retain(|kept| kept.pane != pane);
        self.0.len() < before
    }

    /// The filter that a pane is under; `now` where it is not frozen.
    pub(super) fn filter<'f>(&'f self, pane: Pane, now: &'f Filter) -> &'f Filter {
        self.of(pane).map_or(now, |kept| &kept.filter)
    }

    /// What the filter of a pane leaves; `now` where it is not frozen.
    pub(super) fn pins<'f>(&'f self, pane: Pane, now: Option<&'f Strand>) -> Option<&'f Strand> {
        self.of(pane).map_or(now, |kept| kept.pins.as_ref())
    }

    /// What Passages lists, where it is frozen.
    pub(super) fn listed(&self) -> Option<&Strand> {
        self.of(Pane::Passages).map(|kept| &kept.listed)
    }

    /// Works everything out anew for another corpus or other references.
    pub(super) fn again(&mut self, corpus: &Corpus, references: References) {
        for kept in &mut self.0 {
            kept.pins = kept.filter.strand(corpus, references);
            let within: Option<Vec<PassageIx>> =
                kept.pins.as_ref().map(|pins| pins.passages.iter().map(|held| held.passage).collect());
            kept.listed = Strand::new(corpus, &kept.listed.targets, within.as_deref(), references);
        }
    }

    fn of(&self, pane: Pane) -> Option<&Kept> {
        self.0.iter().find(|kept| kept.pane == pane)
    }
}
