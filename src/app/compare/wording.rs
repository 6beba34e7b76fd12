//! Which words differ between two passages that are nearly the same, as papers print the same wire report.

use crate::corpus::Corpus;
use crate::model::PassageIx;
use crate::text::{Span, fold, tokens};

/// Words of a passage that are looked at; a longer one is no sentence.
const MOST_WORDS: usize = 400;
/// Of the longer passage's words, so many in a hundred must stand in the other too, in the same order.
const NEARLY: usize = 60;
/// Passages of fewer words are alike by chance.
const FEWEST_WORDS: usize = 5;

/// The words of a passage, folded, with their places.
struct Words(Vec<(Span, String)>);

/// The words of `one` that `other` does not have in the same order, neighbours as one stretch; `None` where the two are not nearly
/// the same.
pub(super) fn differing(corpus: &Corpus, one: PassageIx, other: PassageIx) -> Option<Vec<Span>> {
    let (one, other) = (Words::of(corpus, one)?, Words::of(corpus, other)?);
    let kept = kept(&one, &other);
    let shared = kept.iter().filter(|is_kept| **is_kept).count();
    if shared * 100 < NEARLY * one.0.len().max(other.0.len()) {
        return None;
    }
    let mut differing: Vec<Span> = Vec::new();
    let mut was_kept = true;
    for ((span, _), is_kept) in one.0.iter().zip(kept) {
        match differing.last_mut() {
            Some(last) if !is_kept && !was_kept => *last = last.cover(*span),
            _ if !is_kept => differing.push(*span),
            _ => {}
        }
        was_kept = is_kept;
    }
    Some(differing)
}

impl Words {
    fn of(corpus: &Corpus, at: PassageIx) -> Option<Self> {
        let passage = corpus.passage(at);
        let text = &corpus.document(passage.document).text;
        let words =
            tokens(text, passage.span).into_iter().filter(|token| token.is_word() && !token.known(text).is_empty());
        let words: Vec<(Span, String)> =
            words.map(|token| (token.span, fold(token.of(text)))).take(MOST_WORDS + 1).collect();
        (FEWEST_WORDS..=MOST_WORDS).contains(&words.len()).then_some(Self(words))
    }
}

/// Which words of `one` belong to a longest common subsequence with `other`.
fn kept(one: &Words, other: &Words) -> Vec<bool> {
    let (rows, columns) = (one.0.len(), other.0.len());
    let width = columns + 1;
    // At (row, column): the length of the longest common subsequence of what follows.
    let mut longest = vec![0_u16; (rows + 1) * width];
    let same =
        |row: usize, column: usize| one.0.get(row).map(|(_, word)| word) == other.0.get(column).map(|(_, word)| word);
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            longest[row * width + column] = if same(row, column) {
                longest[(row + 1) * width + column + 1] + 1
            } else {
                longest[(row + 1) * width + column].max(longest[row * width + column + 1])
            };
        }
    }
    let mut kept = vec![false; rows];
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        if same(row, column) {
            kept[row] = true;
            (row, column) = (row + 1, column + 1);
        } else if longest[(row + 1) * width + column] >= longest[row * width + column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    kept
}
