//! How good: exact spans, by kind.

use std::collections::HashSet;
use std::fmt;

use crate::model::Kind;
use crate::text::Span;

/// Counts for one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found and right.
    pub right: u32,
    /// Found.
    pub found: u32,
    /// In the gold.
    pub gold: u32,
}

impl Counts {
    /// Precision, recall and their harmonic mean, in percent.
    pub fn shares(self) -> [f64; 3] {
        let of = |all: u32| if all == 0 { 0.0 } else { 100.0 * f64::from(self.right) / f64::from(all) };
        let (precision, recall) = (of(self.found), of(self.gold));
        let sum = precision + recall;
        [precision, recall, if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum }]
    }
}

/// Counts by kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score([Counts; 3]);

impl Score {
    /// Counts what was found in one article against its gold.
    pub fn add(&mut self, gold: &[(Span, Kind)], found: &[(Span, Kind)]) {
        let known: HashSet<(Span, usize)> = gold.iter().map(|(span, kind)| (*span, *kind as usize)).collect();
        for (_, kind) in gold {
            self.0[*kind as usize].gold += 1;
        }
        for (span, kind) in found {
            self.0[*kind as usize].found += 1;
            self.0[*kind as usize].right += u32::from(known.contains(&(*span, *kind as usize)));
        }
    }

    /// Counts of a kind.
    pub fn of(&self, kind: Kind) -> Counts {
        self.0[kind as usize]
    }
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, counts) in Kind::ALL.iter().zip(self.0) {
            let [precision, recall, mean] = counts.shares();
            write!(out, "  {:3.3} P {precision:4.1} R {recall:4.1} F {mean:4.1} ({:4})", kind.name(), counts.gold)?;
        }
        Ok(())
    }
}
