//! The headline: the first line of an article that looks like one.

use crate::text::{Shape, Span, tokens};

/// Bytes that a headline may have.
const LONGEST: usize = 220;

/// Whether the words of a line look like a headline: `shortest` words or more that begin with a capital, a number or a quote and don't end as a sentence does.
pub(super) fn is_headline(line: &str, shortest: usize) -> bool {
    let title = line.trim_start_matches('#').trim_start();
    if title.len() > LONGEST {
        return false;
    }
    let tokens = tokens(title, Span::whole(title));
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    let begins = first.is_capitalized()
        || matches!(first.shape, Shape::Number | Shape::Mixed)
        || matches!(first.of(title), "\"" | "'" | "\u{2018}" | "\u{201C}" | "\u{AB}");
    // "U.S." is one token: a headline may end in it.
    let ends = matches!(last.of(title), "." | "," | ";" | ":" | "-" | "\u{2014}" | "\u{2013}" | "]" | "|");
    let closes_sentence = [".\"", ".\u{201D}", ".'", ".\u{2019}"].iter().any(|end| title.ends_with(end));
    // Reference numbers ("TST-0001-X") are one word between spaces.
    let words = title.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    begins && !ends && !closes_sentence && words >= shortest
}

/// Whether a line after another goes on in the middle of its sentence, as in texts that are cut at a fixed width.
pub(super) fn goes_on(next: &str) -> bool {
    next.chars().next().is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | ')'))
}

#[cfg(test)]
mod tests {
    use super::is_headline;

    fn check(line: &str, expected: bool) {
        assert_eq!(is_headline(line, 2), expected, "{line:?}");
    }

    #[test]
    fn headlines_look_like_headlines() {
        check("Harbour Master Resigns Over Missing Ledger", true);
        check("REPORT: Two Ships, One Name", true);
        check("Who sold the harbour?", true);
        check("“We never met”: what the minister said", true);
        check("# Ship sails for the U.S.", true);
    }

    #[test]
    fn sentences_and_scraps_do_not() {
        check("The harbour master resigned on Monday.", false);
        check("He said: “We never met.”", false);
        check("of the Harbour Board, was", false);
        check("TST4-ABC4-0001", false);
        check("SUBJECT:", false);
        check("", false);
    }
}
