//! From scores to labels: the best row of labels, and how sure the model is of each.
//!
//! Viterbi 1967 and forward-backward (Rabiner 1989) over the labels that may follow one another. Outside stands before and after.

use super::labels::{LABELS, OUTSIDE, follows};

/// Scores or likelihoods of the labels of one token; three lanes of filling keep rows aligned.
pub type Row = [f32; 16];

/// What each label (first index) before each label adds to the score.
pub type Links = [[f32; LABELS]; LABELS];

/// The best row of labels.
pub fn best(scores: &[Row], links: &Links) -> Vec<u8> {
    let mut backs: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    let mut current = [f32::NEG_INFINITY; LABELS];
    current[OUTSIDE] = 0.0;
    for score in scores {
        let mut next = [f32::NEG_INFINITY; LABELS];
        let mut back = [0; LABELS];
        for (to, (best, back)) in next.iter_mut().zip(&mut back).enumerate() {
            for from in BEFORE[to].0.iter().take(BEFORE[to].1).map(|from| usize::from(*from)) {
                let total = current[from] + links[from][to];
                if total > *best {
                    *best = total;
                    *back = from as u8;
                }
            }
            *best += score[to];
        }
        backs.push(back);
        current = next;
    }
    let ends = (0..LABELS).filter(|from| follows(*from, OUTSIDE));
    let total = |from: &usize| current[*from] + links[*from][OUTSIDE];
    let mut label = ends.max_by(|a, b| total(a).total_cmp(&total(b))).unwrap_or(OUTSIDE) as u8;
    let mut labels = vec![0; scores.len()];
    for (place, back) in labels.iter_mut().zip(&backs).rev() {
        *place = label;
        label = back[usize::from(label)];
    }
    labels
}

/// For each label those that may stand before it, and how many they are.
static BEFORE: std::sync::LazyLock<[([u8; LABELS], usize); LABELS]> = std::sync::LazyLock::new(|| {
    let mut before = [([0; LABELS], 0); LABELS];
    for (to, (list, count)) in before.iter_mut().enumerate() {
        for from in (0..LABELS).filter(|from| follows(*from, to)) {
            list[*count] = from as u8;
            *count += 1;
        }
    }
    before
});

/// Forward and backward sums over all rows of labels, each step scaled to one.
#[derive(Debug)]
pub struct Lattice {
    potentials: Vec<Row>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    likely: Links,
}

/// Certainly outside.
const BORDER: Row = {
    let mut border = [0.0; 16];
    border[OUTSIDE] = 1.0;
    border
};

impl Lattice {
    /// Sums over all rows of labels for these scores; `likely` are the [`likelihoods`] of the links.
    pub fn new(scores: &[Row], likely: &Links) -> Self {
        let potentials: Vec<Row> = scores.iter().map(potential).collect();
        let mut forward = Vec::with_capacity(scores.len() + 1);
        let mut before = BORDER;
        forward.push(before);
        for row in &potentials {
            let mut next = [0.0; 16];
            for (from, link) in likely.iter().enumerate() {
                (0..LABELS).for_each(|to| next[to] += before[from] * link[to]);
            }
            (0..LABELS).for_each(|to| next[to] *= row[to]);
            before = scaled(next);
            forward.push(before);
        }
        let mut backward = vec![BORDER; scores.len() + 1];
        let mut after = BORDER;
        for at in (0..scores.len()).rev() {
            let mut here = [0.0; 16];
            for (to, (before, count)) in BEFORE.iter().enumerate() {
                for from in before.iter().take(*count).map(|from| usize::from(*from)) {
                    here[from] += likely[from][to] * after[to];
                }
            }
            backward[at] = scaled(here);
            (0..LABELS).for_each(|label| after[label] = backward[at][label] * potentials[at][label]);
        }
        Self { potentials, forward, backward, likely: *likely }
    }

    /// How likely each label of the token `at` is.
    pub fn marginals(&self, at: usize) -> Row {
        let mut row = [0.0; 16];
        (0..LABELS).for_each(|label| row[label] = self.forward[at + 1][label] * self.backward[at][label]);
        scaled(row)
    }

    /// How likely each pair of labels of the tokens before and at `at` is; one past the last token is the border.
    pub fn pairs(&self, at: usize) -> Links {
        let mut pairs = [[0.0; LABELS]; LABELS];
        let mut sum = 0.0;
        for (from, row) in pairs.iter_mut().enumerate() {
            for (to, pair) in row.iter_mut().enumerate() {
                let after = self.potentials.get(at).map_or(BORDER[to], |row| row[to] * self.backward[at][to]);
                *pair = self.forward[at][from] * self.likely[from][to] * after;
                sum += *pair;
            }
        }
        pairs.iter_mut().flatten().for_each(|pair| *pair /= sum);
        pairs
    }
}

/// What each label before each label multiplies a likelihood by; nothing where it must not stand.
pub fn likelihoods(links: &Links) -> Links {
    let mut found = [[0.0; LABELS]; LABELS];
    for (from, row) in found.iter_mut().enumerate() {
        for (to, link) in row.iter_mut().enumerate().filter(|(to, _)| follows(from, *to)) {
            *link = links[from][to].exp();
        }
    }
    found
}

fn potential(score: &Row) -> Row {
    let most = score[..LABELS].iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut row = [0.0; 16];
    (0..LABELS).for_each(|label| row[label] = (score[label] - most).exp());
    row
}

fn scaled(mut row: Row) -> Row {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        for value in &mut row {
            *value /= sum;
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::super::labels::{LABELS, OUTSIDE, Part, label};
    use super::{Lattice, best, likelihoods};
    use crate::model::Kind;

    const LINKS: super::Links = [[0.0; LABELS]; LABELS];

    #[test]
    fn a_name_begun_is_ended_whatever_the_scores_say() {
        let mut scores = [[0.0; 16]; 2];
        scores[0][label(Kind::Person, Part::Begin)] = 5.0;
        scores[1][OUTSIDE] = 1.0;
        let expected = [label(Kind::Person, Part::Begin) as u8, label(Kind::Person, Part::Last) as u8];
        assert_eq!(best(&scores, &LINKS), expected);
        let sure = Lattice::new(&scores, &likelihoods(&LINKS)).marginals(1)[usize::from(expected[1])];
        assert!(sure > 0.8, "{sure}");
    }

    #[test]
    fn likelihoods_sum_to_one() {
        let lattice = Lattice::new(&[[0.5; 16]; 3], &likelihoods(&LINKS));
        for at in 0..3 {
            let sum: f32 = lattice.marginals(at).iter().sum();
            assert!((sum - 1.0).abs() < 1e-4, "{sum}");
        }
        let sum: f32 = lattice.pairs(3).iter().flatten().sum();
        assert!((sum - 1.0).abs() < 1e-4, "{sum}");
    }

    #[test]
    fn no_tokens_no_labels() {
        assert!(best(&[], &LINKS).is_empty());
    }
}
