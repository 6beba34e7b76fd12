//! Articles -> what the model learns from: the features and labels of each stretch that can hold a name.

use std::ops::Range;

use crate::extract::names::tagger::clusters::Clusters;
use crate::extract::names::tagger::decode::Row;
use crate::extract::names::tagger::labels::{OUTSIDE, Part, label, meaning, part};
use crate::extract::names::tagger::sentence::Sentence;
use crate::model::Kind;
use crate::text::{Span, Token};

use super::article::{Annotation, Article};
use super::random::Random;

/// A stretch with its right labels.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// Numbers of its tokens' features, one after another.
    pub features: Vec<u32>,
    /// Where each token's features end.
    pub ends: Vec<u32>,
    /// The right label of each token.
    pub labels: Vec<u8>,
    /// How much it counts.
    pub weight: f32,
    /// Scores that each token has already; empty where it has none.
    pub base: Vec<Row>,
}

impl Example {
    /// Number of tokens.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The features of a token.
    pub fn of(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.features[start as usize..self.ends[at] as usize]
    }

    /// The same with a share of its features hidden, another each time (Wang et al. 2013 train with the noise in closed form).
    pub fn with_hidden(&self, share: f32, random: &mut Random) -> Self {
        let (labels, base) = (self.labels.clone(), self.base.clone());
        let mut shown = Self { features: Vec::new(), ends: Vec::new(), labels, weight: self.weight, base };
        for at in 0..self.count() {
            shown.features.extend(self.of(at).iter().filter(|_| random.share() >= share));
            shown.ends.push(shown.features.len() as u32);
        }
        shown
    }
}

/// An article prepared for the model.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// Its sentences, with their tokens.
    pub sentences: Vec<(Sentence, Vec<Token>)>,
    /// Its stretches, in order.
    pub stretches: Vec<Stretch>,
}

/// A stretch of a sentence that can hold names.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Number of its sentence.
    pub sentence: usize,
    /// Its tokens.
    pub range: Range<usize>,
    /// The right labels, where they are known and to be trusted.
    pub labels: Option<Vec<u8>>,
    /// The labels that are known for certain where the rest is not; elsewhere [`FREE`].
    pub known: Vec<u8>,
    /// How much it counts.
    pub weight: f32,
    /// The scores of the first look, by a model that has not learned from this article.
    pub base: Vec<Row>,
}

/// No label is known for certain.
pub const FREE: u8 = u8::MAX;

/// Describes the words of an article and finds its stretches.
pub fn prepare(article: &Article, clusters: &Clusters<'_>) -> Prepared {
    let mut prepared = Prepared::default();
    let mut is_hidden = false;
    for (number, tokens) in article.tokens().enumerate() {
        let mut sentence = Sentence::new(&article.text, &tokens, clusters);
        hide_listed(&mut sentence, &mut is_hidden);
        for range in sentence.stretches(&article.text, &tokens) {
            let labels = gold(article, &tokens, range.clone());
            let (labels, known) = match (article.annotation, labels) {
                (Annotation::Whole, labels) => (labels, Vec::new()),
                (Annotation::Partial, labels) => {
                    let free = |label: &u8| if *label == OUTSIDE as u8 { FREE } else { *label };
                    (None, labels.unwrap_or_default().iter().map(free).collect())
                }
            };
            prepared.stretches.push(Stretch { sentence: number, range, labels, known, weight: 1.0, base: Vec::new() });
        }
        prepared.sentences.push((sentence, tokens));
    }
    prepared
}

/// Hides of every second organization that it is listed, or the model would expect the lists to hold them all.
fn hide_listed(sentence: &mut Sentence, is_hidden: &mut bool) {
    for word in &mut sentence.words {
        let Some((Kind::Organization, part)) = meaning(usize::from(word.listed)) else { continue };
        if matches!(part, Part::Begin | Part::Unit) {
            *is_hidden = !*is_hidden;
        }
        if *is_hidden {
            word.listed = 0;
        }
    }
}

/// The right labels of the tokens of a stretch; `None` if a name there does not fit the tokens or is not to be trusted.
fn gold(article: &Article, tokens: &[Token], range: Range<usize>) -> Option<Vec<u8>> {
    let tokens = &tokens[range];
    let whole = tokens[0].span.cover(tokens[tokens.len() - 1].span);
    let mut labels = vec![OUTSIDE as u8; tokens.len()];
    let first = article.names.partition_point(|(span, _)| span.end <= whole.start);
    for (span, kind) in article.names[first..].iter().take_while(|(span, _)| span.start < whole.end) {
        fill(&mut labels, tokens, *span, *kind)?;
    }
    Some(labels)
}

fn fill(labels: &mut [u8], tokens: &[Token], span: Span, kind: Kind) -> Option<()> {
    let first = tokens.iter().position(|token| token.span.start == span.start)?;
    let last = tokens.iter().position(|token| token.span.end == span.end)?;
    for at in first..=last {
        *labels.get_mut(at)? = label(kind, part(at - first, last + 1 - first)) as u8;
    }
    Some(())
}
