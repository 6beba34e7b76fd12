//! A linear-chain conditional random field, trained by `AdaGrad`.
//!
//! Lafferty, `McCallum` and Pereira 2001; Duchi, Hazan and Singer 2011. One core, fixed order: the same data give the same weights.

use crate::extract::names::tagger::decode::{Lattice, Links, Row, likelihoods};
use crate::extract::names::tagger::labels::{LABELS, OUTSIDE};

use super::examples::Example;
use super::random::Random;

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Times through the data.
    pub epochs: u32,
    /// Step size.
    pub rate: f32,
    /// Seed of the order.
    pub seed: u64,
    /// The share of a token's features that are hidden each time, so that none is leaned on alone.
    pub hidden: f32,
}

/// The model.
#[derive(Clone, Debug)]
pub struct Crf {
    /// Weights of each feature.
    pub rows: Vec<Row>,
    /// Weight of each label (first index) before each label; the border counts as outside.
    pub links: Links,
}

/// Sums of squared slopes, for `AdaGrad`.
struct Slopes {
    rows: Vec<Row>,
    links: Links,
}

impl Crf {
    /// A model of `features` features that knows nothing.
    pub fn new(features: usize) -> Self {
        Self { rows: vec![[0.0; 16]; features], links: [[0.0; LABELS]; LABELS] }
    }

    /// Trains on the examples.
    pub fn train(&mut self, examples: &[Example], plan: Plan) {
        let mut slopes = Slopes { rows: vec![[1e-3; 16]; self.rows.len()], links: [[1e-3; LABELS]; LABELS] };
        let mut random = Random::new(plan.seed);
        let mut order: Vec<u32> = (0..examples.len() as u32).collect();
        let mut sum = Self::new(self.rows.len());
        let mut summed = 0.0;
        for epoch in 0..plan.epochs {
            random.shuffle(&mut order);
            for at in &order {
                let shown = examples[*at as usize].with_hidden(plan.hidden, &mut random);
                self.learn(&shown, plan.rate, &mut slopes);
            }
            if epoch >= plan.epochs / 2 {
                sum.add(self);
                summed += 1.0;
            }
        }
        sum.scale(1.0 / summed);
        sum.rows.iter_mut().flatten().for_each(|weight| *weight *= 1.0 - plan.hidden);
        *self = sum;
    }

    fn add(&mut self, other: &Self) {
        for (row, more) in self.rows.iter_mut().zip(&other.rows) {
            row.iter_mut().zip(more).for_each(|(a, b)| *a += b);
        }
        for (row, more) in self.links.iter_mut().zip(&other.links) {
            row.iter_mut().zip(more).for_each(|(a, b)| *a += b);
        }
    }

    fn scale(&mut self, by: f32) {
        self.rows.iter_mut().flatten().for_each(|weight| *weight *= by);
        self.links.iter_mut().flatten().for_each(|weight| *weight *= by);
    }

    fn learn(&mut self, example: &Example, rate: f32, slopes: &mut Slopes) {
        let scores: Vec<Row> = (0..example.count())
            .map(|at| {
                let mut sum = self.sum(example.of(at));
                let base = example.base.get(at).into_iter().flatten();
                sum.iter_mut().zip(base).for_each(|(score, base)| *score += base);
                sum
            })
            .collect();
        let lattice = Lattice::new(&scores, &likelihoods(&self.links));
        for at in 0..example.count() {
            let mut error = lattice.marginals(at);
            error[usize::from(example.labels[at])] -= 1.0;
            for error in &mut error {
                *error *= example.weight;
            }
            for feature in example.of(at) {
                let row = &mut self.rows[*feature as usize];
                let square = &mut slopes.rows[*feature as usize];
                for lane in 0..16 {
                    let slope = error[lane];
                    square[lane] += slope * slope;
                    row[lane] -= rate * slope / square[lane].sqrt();
                }
            }
        }
        let mut before = OUTSIDE;
        for at in 0..=example.count() {
            let next = example.labels.get(at).map_or(OUTSIDE, |label| usize::from(*label));
            let mut error = lattice.pairs(at);
            error[before][next] -= 1.0;
            for (from, row) in error.iter().enumerate() {
                for (to, slope) in row.iter().enumerate().filter(|(_, slope)| **slope != 0.0) {
                    let slope = slope * example.weight;
                    let square = &mut slopes.links[from][to];
                    *square += slope * slope;
                    self.links[from][to] -= rate * slope / square.sqrt();
                }
            }
            before = next;
        }
    }

    /// The scores of a token with these features.
    pub fn sum(&self, features: &[u32]) -> Row {
        let mut sum = [0.0; 16];
        for feature in features {
            for (total, weight) in sum.iter_mut().zip(&self.rows[*feature as usize]) {
                *total += weight;
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::{Crf, Plan};
    use crate::extract::names::tagger::decode::best;
    use crate::extract::names::tagger::labels::{OUTSIDE, Part, label};
    use crate::model::Kind;
    use crate::train::examples::Example;

    /// A stretch of tokens with one feature each.
    fn example(tokens: &[(u32, usize)]) -> Example {
        let features = tokens.iter().map(|(feature, _)| *feature).collect();
        let labels = tokens.iter().map(|(_, label)| *label as u8).collect();
        Example { features, ends: (1..=tokens.len() as u32).collect(), labels, weight: 1.0, base: Vec::new() }
    }

    #[test]
    fn what_was_shown_is_learned_from_the_neighbours_too() {
        let (begin, last) = (label(Kind::Person, Part::Begin), label(Kind::Person, Part::Last));
        let place = label(Kind::Place, Part::Unit);
        // Feature 1 closes a person's name after 0, and is a place after 2.
        let examples = [example(&[(0, begin), (1, last)]), example(&[(2, OUTSIDE), (1, place)])];
        let mut crf = Crf::new(3);
        crf.train(&examples, Plan { epochs: 20, rate: 0.1, seed: 1, hidden: 0.0 });
        for example in &examples {
            let scores: Vec<_> = (0..example.count()).map(|at| crf.sum(example.of(at))).collect();
            assert_eq!(best(&scores, &crf.links), example.labels);
        }
    }
}
