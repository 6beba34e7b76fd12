//! What weights are good for: a digest of the features and of the lists that they were learned with.
//!
//! Weights that were made with other lists or features are stale: still usable, but no longer what training makes. The lists are
//! digested as far as the recognizer sees them, their comments and order are not; the features as they are of a few sentences.

use sha2::{Digest as _, Sha256};

use crate::gazetteer::gazetteer;
use crate::text::{Span, Token, tokens};

use super::clusters::{self, Clusters};
use super::features::Features;
use super::labels::LABELS;
use super::lists;
use super::memory::Memory;
use super::sentence::Sentence;

/// A SHA-256.
pub type Digest = [u8; 32];

/// Sentences with a bit of all that features tell apart: cases, affixes, clusters, lists, runs, headlines, names seen again.
const SENTENCES: &str = "\
Gen. Ada M. Vexworth told Reuters on May 29 that the Harbour Workers\u{2019} Union of New York hadn't agreed.
\u{201C}We saw 1,200 of them,\u{201D} said Vexworth\u{2014}a spokesman of the HWU in Tallinn, St. Brun and U.S. waters.
Brovsky Meets Vexworth Over Pro-Harbour Vote in London
POLICE IN LONDON DENY REPORT OF VEXWORTH
Jean-Luc van der Brun and \u{C9}ric al-Brovad (Vexport-based) knew it: harbour workers, not the union, left iVex.";

/// The digest of the present features and lists.
pub fn present() -> Digest {
    let mut hash = Sha256::new();
    for line in listed() {
        hash.update(line);
        hash.update("\n");
    }
    for key in keys() {
        hash.update(key.to_le_bytes());
    }
    hash.finalize().into()
}

/// What the lists hold, in order.
fn listed() -> Vec<String> {
    let lists = gazetteer();
    let words = lists.sign_words().map(|(word, _)| word).chain(lists.title_words());
    let words = words.map(|word| format!("{word} {:x}", lists::of(super::words::lower(word))));
    let forms = lists.listed_forms().map(|(form, listed)| format!("{listed:?} {form}"));
    let mut lines: Vec<String> = words.chain(forms).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// The features of the sentences in both looks.
fn keys() -> Vec<u64> {
    let clusters = clusters::table([("said", [1, 2, 3]), ("harbour", [4, 5, 6]), ("london", [7, 8, 9])].into_iter());
    let Some(clusters) = Clusters::new(&clusters) else { return Vec::new() };
    let lines: Vec<(&str, Vec<Token>)> =
        SENTENCES.lines().map(|line| (line, tokens(line, Span::whole(line)))).collect();
    let mut seen: Vec<Sentence> = lines.iter().map(|(line, words)| Sentence::new(line, words, &clusters)).collect();
    let mut room = Features::default();
    let mut keys = Vec::new();
    for (sentence, (line, words)) in seen.iter_mut().zip(&lines) {
        for at in sentence.stretches(line, words).into_iter().flatten() {
            keys.extend_from_slice(room.collect(sentence, at));
            sentence.words[at].guess = (at % LABELS) as u8;
        }
    }
    let memory = Memory::new(seen.iter());
    for (sentence, (line, words)) in seen.iter().zip(&lines) {
        for at in sentence.stretches(line, words).into_iter().flatten() {
            keys.extend_from_slice(room.recall(sentence, at, &memory));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::{keys, listed, present};

    #[test]
    fn the_digest_is_of_lists_and_features() {
        assert!(
            listed().iter().any(|line| line == "Place New York")
                && listed().iter().any(|line| line.starts_with("committee "))
        );
        assert!(keys().len() > 1000, "{} features", keys().len());
        assert_eq!(present(), present());
    }
}
