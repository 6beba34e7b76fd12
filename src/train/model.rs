//! Two looks: weights of single sentences, and weights of what the first look found in the whole document, on top of them.
//!
//! The second is learned over scores of the first that were made without the article at hand, else it would learn to trust them
//! blindly (stacking, Wolpert 1992).

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::extract::names::tagger::decode::{Lattice, Links, Row, best, likelihoods};
use crate::extract::names::tagger::features::Features;
use crate::extract::names::tagger::labels::LABELS;
use crate::extract::names::tagger::lists::Ready;
use crate::extract::names::tagger::memory::Memory;
use crate::extract::names::tagger::sentence::Sentence;
use crate::extract::names::tagger::weights::Feature;

use super::crf::{Crf, Plan};
use super::examples::{Example, FREE, Prepared};

/// Numbers of features.
pub type Alphabet = HashMap<u64, u32, BuildHasherDefault<Ready>>;

/// A trained model of one look.
#[derive(Debug)]
pub struct Model {
    /// The features it knows.
    pub alphabet: Alphabet,
    /// Its weights.
    pub crf: Crf,
    /// How often each feature was used in training.
    uses: Vec<u32>,
}

/// Which look a model is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Each sentence by itself.
    First,
    /// What the first look found in the document, over its scores.
    Second,
}

/// Uses below which a feature is not learned.
const FEWEST_USES: u32 = 2;

impl Model {
    /// Trains on what is prepared; for the second look stretches bear the scores and words the guesses of the first.
    pub fn fit(articles: &[&Prepared], look: Look, links: Option<&Links>, plan: Plan) -> Self {
        let mut uses: Alphabet = Alphabet::default();
        each(articles, look, |keys, _, _| keys.iter().for_each(|key| *uses.entry(*key).or_default() += 1));
        let mut kept: Vec<(u64, u32)> = uses.into_iter().filter(|(_, uses)| *uses >= FEWEST_USES).collect();
        kept.sort_unstable();
        let uses = kept.iter().map(|(_, uses)| *uses).collect();
        let alphabet: Alphabet = kept.into_iter().map(|(key, _)| key).zip(0..).collect();
        let mut examples: Vec<Example> = Vec::new();
        each(articles, look, |keys, token, start| {
            if let Some((weight, base)) = start {
                let base = if look == Look::Second { base.to_vec() } else { Vec::new() };
                examples.push(Example { weight, base, ..Example::default() });
            }
            if let Some(example) = examples.last_mut() {
                example.features.extend(keys.iter().filter_map(|key| alphabet.get(key)));
                example.ends.push(example.features.len() as u32);
                example.labels.push(token);
            }
        });
        let mut crf = Crf::new(alphabet.len());
        if let Some(links) = links {
            crf.links = *links;
        }
        crf.train(&examples, plan);
        Self { alphabet, crf, uses }
    }

    fn score(&self, keys: &[u64]) -> Row {
        let mut sum = [0.0; 16];
        for number in keys.iter().filter_map(|key| self.alphabet.get(key)) {
            sum.iter_mut().zip(&self.crf.rows[*number as usize]).for_each(|(sum, weight)| *sum += weight);
        }
        sum
    }

    /// Looks at an article for the first time: leaves scores with its stretches and guesses with its words.
    pub fn look_first(&self, article: &mut Prepared) {
        let mut room = Features::default();
        for stretch in &mut article.stretches {
            let sentence = &mut article.sentences[stretch.sentence].0;
            stretch.base = stretch.range.clone().map(|at| self.score(room.collect(sentence, at))).collect();
            let labels = best(&with_known(&stretch.base, &stretch.known), &self.crf.links);
            for (word, label) in sentence.words[stretch.range.clone()].iter_mut().zip(labels) {
                word.guess = label;
            }
        }
    }

    /// Looks at it again: for each stretch its labels, and how sure the least sure of them is.
    pub fn look_again(&self, article: &Prepared) -> Vec<(Vec<u8>, f32)> {
        let memory = remember(article);
        let mut room = Features::default();
        let stretches = article.stretches.iter();
        stretches
            .map(|stretch| {
                let sentence = &article.sentences[stretch.sentence].0;
                let mut scores = with_known(&stretch.base, &stretch.known);
                for (score, at) in scores.iter_mut().zip(stretch.range.clone()) {
                    let more = self.score(room.recall(sentence, at, &memory));
                    score.iter_mut().zip(more).for_each(|(score, more)| *score += more);
                }
                let labels = best(&scores, &self.crf.links);
                let lattice = Lattice::new(&scores, &likelihoods(&self.crf.links));
                let sure = labels.iter().enumerate().map(|(at, label)| lattice.marginals(at)[usize::from(*label)]);
                let least = sure.fold(1.0, f32::min);
                (labels, least)
            })
            .collect()
    }

    /// Its features with their weights: the heavier and the more often used, the more telling.
    #[expect(clippy::cast_precision_loss, reason = "only to compare")]
    pub fn features(&self) -> impl Iterator<Item = Feature> + '_ {
        self.alphabet.iter().map(|(key, number)| {
            let row = self.crf.rows[*number as usize];
            let heaviest = row[..LABELS].iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
            Feature { key: *key, row, telling: heaviest * (self.uses[*number as usize] as f32).ln_1p() }
        })
    }
}

/// The scores with all labels but the known ones as good as forbidden.
fn with_known(scores: &[Row], known: &[u8]) -> Vec<Row> {
    let mut scores = scores.to_vec();
    for (score, label) in scores.iter_mut().zip(known).filter(|(_, label)| **label != FREE) {
        let others = (0..LABELS).filter(|other| *other != usize::from(*label));
        others.for_each(|other| score[other] -= 50.0);
    }
    scores
}

fn remember(article: &Prepared) -> Memory {
    Memory::new(article.sentences.iter().map(|(sentence, _)| sentence))
}

/// Gives the features and right label of every token that has one; with the first of a stretch also its weight and scores.
fn each(articles: &[&Prepared], look: Look, mut give: impl FnMut(&[u64], u8, Option<(f32, &[Row])>)) {
    let mut room = Features::default();
    for article in articles {
        let memory = remember(article);
        for stretch in &article.stretches {
            let Some(labels) = &stretch.labels else { continue };
            let sentence: &Sentence = &article.sentences[stretch.sentence].0;
            for (at, label) in stretch.range.clone().zip(labels) {
                let keys = match look {
                    Look::First => room.collect(sentence, at),
                    Look::Second => room.recall(sentence, at, &memory),
                };
                give(keys, *label, (at == stretch.range.start).then_some((stretch.weight, stretch.base.as_slice())));
            }
        }
    }
}
