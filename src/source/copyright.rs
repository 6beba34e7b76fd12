//! The copyright line: its years limit when the page was published, its holder is the outlet, and what follows it is no article.

use crate::text::{Span, fold, tokens};

/// What a copyright line says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Copyright {
    /// First and last year.
    pub(super) years: (i32, i32),
    /// Who holds it, if named. Untrusted.
    pub(super) holder: Option<String>,
}

/// Bytes that the line may have: prose about copyright is longer or doesn't begin so.
const LONGEST: usize = 200;

/// Reads `line`, the words of one line; `None` where it is no copyright line with a year.
pub(super) fn copyright(line: &str) -> Option<Copyright> {
    let begins = |start: &str| line.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    if line.len() > LONGEST || !["copyright", "©", "(c)"].iter().any(|start| begins(start)) {
        return None;
    }
    let tokens = tokens(line, Span::whole(line));
    let year = |word: &str| word.parse().ok().filter(|year| word.len() == 4 && (1800..=2199).contains(year));
    let mut years = tokens.iter().enumerate().take(8).filter_map(|(at, token)| Some((at, year(token.of(line))?)));
    let first: (usize, i32) = years.next()?;
    let last = years.next().filter(|(at, other)| *at == first.0 + 2 && *other >= first.1).unwrap_or(first);
    let after: Vec<Span> = tokens.iter().skip(last.0 + 1).map(|token| token.span).collect();
    // "© NPR 2017": where nothing follows the year, the name may stand before it.
    let before = tokens.get(..first.0)?.iter().map(|token| token.span).filter(|word| !is_sign_of_it(word.of(line)));
    let holder = name(line, &after).or_else(|| name(line, &before.collect::<Vec<_>>()));
    Some(Copyright { years: (first.1, last.1), holder })
}

fn is_sign_of_it(word: &str) -> bool {
    matches!(&*fold(word), "copyright" | "©" | "c" | "(" | ")")
}

/// The words up to a stop, without "by" before and "all rights reserved" after.
fn name(line: &str, words: &[Span]) -> Option<String> {
    let first = words
        .iter()
        .position(|word| fold(word.of(line)) != "by" && word.of(line).chars().all(char::is_alphanumeric))?;
    let ends = |word: &Span| matches!(&*fold(word.of(line)), "." | "," | "|" | "-" | "all" | ";" | ":" | "\u{2022}");
    let words = words.get(first..)?;
    let end = words.iter().position(ends).unwrap_or(words.len());
    let last = words.get(..end)?.last()?;
    Some(words.first()?.cover(*last).of(line).to_owned())
}

#[cfg(test)]
mod tests {
    use super::copyright;

    fn check(line: &str, expected: Option<(i32, i32, Option<&str>)>) {
        let found = copyright(line);
        let found = found.as_ref().map(|found| (found.years.0, found.years.1, found.holder.as_deref()));
        assert_eq!(found, expected, "{line:?}");
    }

    #[test]
    fn years_and_holder_are_read() {
        check("Copyright 2017 Coast Radio. To hear more, visit", Some((2017, 2017, Some("Coast Radio"))));
        check("© 2010-2017 The Daily Sea, Inc. All rights reserved.", Some((2010, 2017, Some("The Daily Sea"))));
        check("COPYRIGHT © 2019 BY Harbour News All rights reserved", Some((2019, 2019, Some("Harbour News"))));
        check("(c) Harbour News 2019", Some((2019, 2019, Some("Harbour News"))));
        check("© 2019", Some((2019, 2019, None)));
    }

    #[test]
    fn prose_about_copyright_is_none() {
        check("Copyright law was no concern of theirs.", None);
        check("The book is copyright 2017 by its heirs.", None);
    }
}
