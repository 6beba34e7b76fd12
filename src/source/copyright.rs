//! The copyright line: its years limit when the page was published, its holder is the outlet, and what follows it is no article.

use crate::text::{Span, Token, fold, tokens};

use super::lines::may_begin_with;

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

/// Words that the holder's name may have: more are a sentence.
const LONGEST_HOLDER: usize = 6;

/// Reads `line`, the words of one line: the sign, then years and perhaps a name, or a name and then years at the end.
pub(super) fn copyright(line: &str) -> Option<Copyright> {
    if line.len() > LONGEST || !may_begin_with(line, b"c(") {
        return None;
    }
    let tokens = tokens(line, Span::whole(line));
    let word = |at: usize| tokens.get(at).map(|token| fold(token.of(line)));
    let signs = (0..tokens.len()).take_while(|at| word(*at).is_some_and(|word| is_sign_of_it(&word))).count();
    let begins = match word(0).as_deref() {
        Some("copyright" | "©") => true,
        Some("(") => word(1).as_deref() == Some("c") && word(2).as_deref() == Some(")"),
        _ => false,
    };
    if !begins {
        return None;
    }
    // "(c)" also counts the points of a list: a year right after it is asked for.
    let is_listed = signs == 3 && word(0).as_deref() == Some("(");
    let year = |at: usize| word(at).filter(|word| word.len() == 4)?.parse().ok().filter(|year| YEARS.contains(year));
    let at = (signs..tokens.len()).find(|at| year(*at).is_some())?;
    let first: i32 = year(at)?;
    let range =
        year(at + 2).filter(|last| *last >= first && word(at + 1).is_some_and(|sign| sign == "-" || sign == ","));
    let after = tokens.get(at + if range.is_some() { 3 } else { 1 }..).unwrap_or_default();
    let before = tokens.get(signs..at)?;
    let is_stated = before.is_empty() || (!is_listed && is_name(line, before) && ends(line, after));
    let holder = if before.is_empty() { after } else { before };
    is_stated.then(|| Copyright { years: (first, range.unwrap_or(first)), holder: name(line, holder) })
}

const YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

fn is_sign_of_it(folded: &str) -> bool {
    matches!(folded, "copyright" | "©" | "c" | "(" | ")" | "by")
}

fn is_name(line: &str, words: &[Token]) -> bool {
    let fits = |word: &Token| {
        word.is_capitalized() || matches!(word.of(line), "," | "&" | "/" | "-" | "." | "of" | "the" | "and")
    };
    words.len() <= LONGEST_HOLDER && words.iter().all(fits) && words.first().is_some_and(Token::is_word)
}

/// Whether nothing or no more than the reservation of rights stands after the years.
fn ends(line: &str, after: &[Token]) -> bool {
    after.iter().find(|word| word.is_word()).is_none_or(|word| fold(word.of(line)) == "all")
}

/// The words up to a stop, without "by" before and "all rights reserved" after.
fn name(line: &str, words: &[Token]) -> Option<String> {
    let is_by = |word: &&Token| fold(word.of(line)) == "by" || !word.is_word();
    let words = words.get(words.iter().take_while(is_by).count()..)?;
    let is_end = |word: &Token| matches!(&*fold(word.of(line)), "." | "," | "|" | "-" | "all" | ";" | ":" | "\u{2022}");
    let words = words.get(..words.iter().position(is_end).unwrap_or(words.len()))?;
    let (first, last) = words.first().zip(words.last())?;
    (words.len() <= LONGEST_HOLDER && first.is_capitalized()).then(|| first.span.cover(last.span).of(line).to_owned())
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
        check("© Harbour News 2019", Some((2019, 2019, Some("Harbour News"))));
        check("© 2019", Some((2019, 2019, None)));
        check("Copyright 2017: the report is theirs and this is none of it", Some((2017, 2017, None)));
    }

    #[test]
    fn prose_about_copyright_is_none() {
        check("Copyright law was no concern of theirs.", None);
        check("(c) On 3 March 2017 the board met.", None);
        check("BY 1990 ORDERS WERE PLACED", None);
        check("© Passport check 7 may 1954", None);
        check("©. October 1959+ Stockholm paper", None);
        check("Copyright was renewed in 2017.", None);
        check("The book is copyright 2017 by its heirs.", None);
    }
}
