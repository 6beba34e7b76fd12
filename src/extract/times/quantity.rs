//! Numbers before units: "three", "25", "twenty-four", "2 1/2", "a couple of", "several".

use super::lexicon::Word;
use super::sentence::Sentence;

/// How many, and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    /// In halves; `None` where it is not told ("several").
    pub halves: Option<u32>,
    /// One past its last token.
    pub end: usize,
}

/// More than that of anything is no length of time that news tells.
const MOST: u32 = 1_000_000;

/// The number at `at`, with its range ("two to three": the first counts).
pub(super) fn quantity(sentence: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let first = simple(sentence, at)?;
    let joins = sentence.is(first.end, &["to", "or"]) || sentence.is_hyphen(first.end);
    match simple(sentence, first.end + 1).filter(|_| joins) {
        Some(second) if sentence.word(at) != Word::Article => Some(Quantity { end: second.end, ..first }),
        _ => Some(first),
    }
}

fn simple(sentence: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let told = |count: u32, end| (count <= MOST).then_some(Quantity { halves: Some(count * 2), end });
    match sentence.word(at) {
        Word::Number(_) => {
            let (count, end) = spelled(sentence, at);
            told(count, end)
        }
        Word::Several => Some(Quantity { halves: None, end: at + 1 }),
        Word::Couple => told(2, at + 1 + usize::from(sentence.word(at + 1) == Word::Of)),
        Word::Half if sentence.word(at + 1) == Word::Article => Some(Quantity { halves: Some(1), end: at + 2 }),
        Word::Half => Some(Quantity { halves: Some(1), end: at + 1 }),
        Word::Article => match sentence.word(at + 1) {
            Word::Several | Word::Couple | Word::Half => simple(sentence, at + 1),
            Word::Times(_) => {
                let (count, end) = multiplied(sentence, 1, at + 1);
                told(count, end)
            }
            _ => told(1, at + 1),
        },
        _ => digits(sentence, at),
    }
}

fn digits(sentence: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let text = sentence.text(at);
    if let Some(count) = sentence.digits(at).filter(|count| *count <= MOST) {
        let half =
            sentence.digits(at + 1) == Some(1) && sentence.text(at + 2) == "/" && sentence.digits(at + 3) == Some(2);
        let end = at + if half { 4 } else { 1 };
        return Some(Quantity { halves: Some(count * 2 + u32::from(half)), end });
    }
    if !text.starts_with(|first: char| first.is_ascii_digit()) || text.len() > 12 {
        return None;
    }
    if let Some((whole, "5")) = text.split_once('.') {
        let whole: u32 = whole.parse().ok().filter(|whole| *whole <= MOST)?;
        return Some(Quantity { halves: Some(whole * 2 + 1), end: at + 1 });
    }
    let groups = text.split(',').skip(1).all(|group| group.len() == 3);
    let joined: String = text.split(',').collect();
    let count: u32 = joined.parse().ok().filter(|count| groups && *count <= MOST)?;
    Some(Quantity { halves: Some(count * 2), end: at + 1 })
}

/// A number in words: "twenty-four", "a hundred and ten", "two thousand".
fn spelled(sentence: &Sentence<'_>, at: usize) -> (u32, usize) {
    let (count, end) = below_hundred(sentence, at).unwrap_or((0, at + 1));
    multiplied(sentence, count, end)
}

/// A number times the hundreds and thousands that follow at `end`, with what is added to them.
fn multiplied(sentence: &Sentence<'_>, mut total: u32, mut end: usize) -> (u32, usize) {
    for _ in 0..2 {
        let Word::Times(times) = sentence.word(end) else { break };
        total = total.saturating_mul(u32::from(times));
        end += 1;
        let rest = end + usize::from(sentence.is(end, &["and"]));
        if let Some((more, after)) = below_hundred(sentence, rest).filter(|(more, _)| *more < u32::from(times)) {
            total = total.saturating_add(more);
            end = after;
        }
    }
    (total, end)
}

/// A number in words below a hundred, and where it ends.
pub(super) fn below_hundred(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    let Word::Number(tens) = sentence.word(at) else { return None };
    let next = sentence.past_hyphen(at + 1);
    match sentence.word(next) {
        Word::Number(ones @ 1..=9) if tens >= 20 => Some((u32::from(tens + ones), next + 1)),
        _ => Some((u32::from(tens), at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn numbers_in_words_and_digits() {
        check(
            "It took [a hundred and ten years=P110Y], [1,200 days=P1200D], [2.5 hours=PT2H30M] and [two thousand years=P2000Y].",
        );
        check("They saw [five or six weeks=P5W] pass.");
    }
}
