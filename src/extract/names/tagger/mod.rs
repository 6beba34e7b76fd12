//! The trained recognizer: a linear sequence model (a conditional random field) over the words of a sentence, in two looks.
//!
//! The first look labels each sentence by itself; the second adds what the first found in the whole document. Weights are in
//! `weights.bin`, made by the training program (feature `train`); MODEL.md says from what. It knows nothing of titles beside
//! names, camps or policy: the rules around it do.

pub mod clusters;
pub mod decode;
pub mod features;
pub mod hash;
pub mod labels;
pub mod lists;
pub mod made_with;
pub mod memory;
pub mod sentence;
pub mod weights;
pub mod words;

use std::ops::Range;
use std::sync::LazyLock;

use crate::model::{Confidence, Kind};
use crate::text::Token;

use decode::{Lattice, Row, best};
use features::Features;
use memory::Memory;
use sentence::Sentence;
use weights::Weights;

static FILE: &[u8] = include_bytes!("weights.bin");

static WEIGHTS: LazyLock<Option<Weights<'static>>> = LazyLock::new(|| Weights::read(FILE));

/// A name that the recognizer found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// Its tokens, by their places in the sentence.
    pub words: Range<usize>,
    /// What it names.
    pub kind: Kind,
    /// How sure.
    pub confidence: Confidence,
}

/// A stretch of a sentence with the scores of the first look.
struct Scored {
    sentence: usize,
    range: Range<usize>,
    scores: Vec<Row>,
}

/// The names in the sentences of one document, a list for each, in order.
pub fn tag(text: &str, sentences: &[&[Token]]) -> Vec<Vec<Tagged>> {
    WEIGHTS.as_ref().map_or_else(|| vec![Vec::new(); sentences.len()], |weights| tag_with(weights, text, sentences))
}

/// The same with other weights: what training measures is what the program does.
pub fn tag_with(weights: &Weights<'_>, text: &str, sentences: &[&[Token]]) -> Vec<Vec<Tagged>> {
    let mut seen: Vec<Sentence> =
        sentences.iter().map(|tokens| Sentence::new(text, tokens, &weights.clusters)).collect();
    let mut room = Features::default();
    let mut stretches = Vec::new();
    for (number, (sentence, tokens)) in seen.iter_mut().zip(sentences).enumerate() {
        for range in sentence.stretches(text, tokens) {
            let score = |at| weights.sum(room.collect(sentence, at));
            let scores: Vec<Row> = range.clone().map(score).collect();
            let labels = best(&scores, &weights.links[0]);
            for (word, label) in sentence.words[range.clone()].iter_mut().zip(labels) {
                word.guess = label;
            }
            stretches.push(Scored { sentence: number, range, scores });
        }
    }
    let memory = Memory::new(seen.iter());
    let mut found = vec![Vec::new(); sentences.len()];
    for mut stretch in stretches {
        let sentence = &seen[stretch.sentence];
        for (score, at) in stretch.scores.iter_mut().zip(stretch.range.clone()) {
            let more = weights.sum(room.recall(sentence, at, &memory));
            score.iter_mut().zip(more).for_each(|(score, more)| *score += more);
        }
        found[stretch.sentence].extend(names(&stretch, weights));
    }
    found
}

#[expect(clippy::cast_sign_loss, reason = "a likelihood is never negative")]
fn percent(likelihood: f32) -> Confidence {
    Confidence((100.0 * likelihood) as u8)
}

/// The names in a stretch, each as sure as its least sure token.
fn names(stretch: &Scored, weights: &Weights<'_>) -> Vec<Tagged> {
    let labels = best(&stretch.scores, &weights.links[1]);
    if labels.iter().all(|label| *label == 0) {
        return Vec::new();
    }
    let lattice = Lattice::new(&stretch.scores, &weights.likely);
    let sure = |at: usize| lattice.marginals(at)[usize::from(labels[at])];
    let spelled = labels::names(&labels);
    spelled
        .map(|(first, end, kind)| {
            let least = (first..end).map(sure).fold(1.0, f32::min);
            let words = stretch.range.start + first..stretch.range.start + end;
            Tagged { words, kind, confidence: percent(least) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use sha2::{Digest as _, Sha256};

    use super::{FILE, Tagged, WEIGHTS, made_with, tag};
    use crate::model::Kind;
    use crate::text::{Span, Token, tokens};

    fn names(text: &str) -> Vec<(&str, Kind)> {
        let words = tokens(text, Span::whole(text));
        let found = tag(text, &[&words]).concat();
        let span = |name: &Tagged| words[name.words.start].span.cover(words[name.words.end - 1].span);
        found.iter().map(|name| (span(name).of(text), name.kind)).collect()
    }

    #[test]
    fn the_weights_are_read_and_stay_small() {
        assert!(WEIGHTS.is_some());
        assert!(FILE.len() <= 6_000_000, "{} bytes", FILE.len());
    }

    #[test]
    fn the_weights_were_made_with_these_lists_and_features() {
        let made_with = WEIGHTS.as_ref().unwrap().made_with;
        assert!(
            made_with == made_with::present(),
            "the gazetteer or the features have changed: train again, as MODEL.md says"
        );
    }

    #[test]
    fn the_card_is_of_these_weights() {
        let card = include_str!("MODEL.md");
        let hash: String = Sha256::digest(FILE)
            .iter()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|digit| char::from_digit(digit.into(), 16))
            .collect();
        assert!(card.contains(&format!("the file has {} bytes", FILE.len())), "{} bytes", FILE.len());
        assert!(card.contains(&hash), "SHA-256 {hash}");
    }

    #[test]
    fn names_that_no_list_holds() {
        let text = "Yesterday Marek Vrbovsky told Reuters in Tallinn that the Harbour Workers Union had agreed.";
        let expected = [
            ("Marek Vrbovsky", Kind::Person),
            ("Reuters", Kind::Organization),
            ("Tallinn", Kind::Place),
            ("Harbour Workers Union", Kind::Organization),
        ];
        assert_eq!(names(text), expected);
    }

    #[test]
    fn prose_without_capitals_has_no_names() {
        assert!(names("nothing of the kind was said by anyone who was there.").is_empty());
    }

    proptest! {
        #[test]
        fn names_lie_in_their_sentence_in_order(text in "(\\PC|[A-Z][a-z]{2,6} |[A-Z]{2,5} |of |the |, |- |'s |29 ){0,60}") {
            let words = tokens(&text, Span::whole(&text));
            let (first, second) = words.split_at(words.len() / 2);
            let sentences: [&[Token]; 3] = [first, &[], second];
            for (found, tokens) in tag(&text, &sentences).iter().zip(sentences) {
                let mut end = 0;
                for name in found {
                    prop_assert!(name.words.start >= end && name.words.start < name.words.end);
                    prop_assert!(name.words.end <= tokens.len() && name.confidence.0 <= 100);
                    end = name.words.end;
                }
            }
        }
    }
}
