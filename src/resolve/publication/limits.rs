//! [`Window`]: the days that several limits leave together, and why. Each limit may allow several stretches, as an office does that
//! somebody held twice. It judges nothing: what limits what is for the others to say.

use crate::calendar::Days;
use crate::model::{Provenance, PublicationCandidate};

/// What limits a publication date.
#[derive(Debug)]
pub(super) struct Limit {
    /// The stretches that it allows.
    pub(super) stretches: Vec<Days>,
    /// Why, in words.
    pub(super) why: String,
}

/// The days that are left.
#[derive(Debug)]
pub(super) struct Window {
    stretches: Vec<Days>,
    /// The limits that hold, as they are shown.
    pub(super) shown: Vec<PublicationCandidate>,
}

impl Window {
    /// No limit yet.
    pub(super) fn new() -> Self {
        Self { stretches: vec![Days::UNKNOWN], shown: Vec::new() }
    }

    /// From the first to the last day that is left.
    pub(super) fn days(&self) -> Days {
        hull(&self.stretches)
    }

    /// Takes each limit, unless it contradicts what holds already. What it does not change is not shown; what it does is shown with
    /// the days that it leaves.
    pub(super) fn take_all(&mut self, limits: impl IntoIterator<Item = Limit>) {
        for limit in limits {
            let left = narrowed(&self.stretches, &limit.stretches);
            if left.is_empty() || left == self.stretches {
                continue;
            }
            let days = hull(&left);
            self.stretches = left;
            self.shown.push(PublicationCandidate { from: Provenance::Inferred, value: None, days, why: limit.why });
        }
    }

    /// Takes a limit that is shown elsewhere, unless it contradicts what holds already.
    pub(super) fn take_stated(&mut self, days: Days) {
        let left = narrowed(&self.stretches, &[days]);
        if !left.is_empty() {
            self.stretches = left;
        }
    }
}

/// What both allow.
pub(super) fn narrowed(one: &[Days], other: &[Days]) -> Vec<Days> {
    let pairs = one.iter().flat_map(|one| other.iter().filter_map(|other| one.intersection(*other)));
    let mut left: Vec<Days> = pairs.collect();
    left.sort_by_key(|days| (days.earliest, days.latest));
    left.dedup();
    left
}

/// From the first to the last day of all stretches.
pub(super) fn hull(stretches: &[Days]) -> Days {
    stretches.iter().copied().reduce(Days::cover).unwrap_or_default()
}
