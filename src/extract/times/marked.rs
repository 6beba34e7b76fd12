//! How the rules are tested: a text with its expressions in brackets, each with its value.

use crate::calendar::Days;
use crate::extract::extract;
use crate::model::{Document, TimeExpression};

/// The publication that values are counted from, a Saturday, where a test gives no other.
pub(super) const PUBLISHED: &str = "2017-01-14";

/// Checks `marked`, in which each expression stands as `[words=value]`, for an article of [`PUBLISHED`].
pub(super) fn check(marked: &str) {
    check_on(PUBLISHED, marked);
}

/// The same for an article of that day; "" for an undated one.
pub(super) fn check_on(published: &str, marked: &str) {
    let mut text = String::new();
    let mut expected = Vec::new();
    for (at, piece) in marked.split('[').enumerate() {
        let Some((inside, after)) = piece.split_once(']').filter(|_| at > 0) else {
            text.push_str(piece);
            continue;
        };
        let (words, value) = inside.rsplit_once('=').unwrap();
        expected.push((text.len(), words.to_owned(), value.to_owned()));
        text.push_str(words);
        text.push_str(after);
    }
    let publication = published.parse().map_or(Days::UNKNOWN, Days::on);
    let found: Vec<(usize, String, String)> = found(&text)
        .iter()
        .map(|time| {
            let value = time.symbolic.resolve(publication).timex();
            (time.span.start as usize, time.span.of(&text).to_owned(), value)
        })
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

/// The expressions of a text.
pub(super) fn found(text: &str) -> Vec<TimeExpression> {
    extract(&Document::of_body(text)).times
}
