//! Who wrote it, as a line of the page says: "By Jane Doe and John Roe", "Jane Doe is a reporter for The Daily Sea".

use crate::calendar::written;
use crate::gazetteer::{Sign, gazetteer};
use crate::text::{Shape, Span, Token, fold, tokens};

use super::lines::may_begin_with;
use super::outlet::is_outlet;

/// What a line says of the writers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// Their names, as printed. Untrusted.
    pub(super) authors: Vec<String>,
    /// The outlet that they write for. Untrusted.
    pub(super) outlet: Option<String>,
}

/// Bytes that a line may have to be one of these.
const LONGEST: usize = 240;

/// What a writer is by trade.
const TRADES: &[&str] = &[
    "reporter",
    "editor",
    "correspondent",
    "writer",
    "columnist",
    "journalist",
    "producer",
    "contributor",
    "blogger",
    "photographer",
    "freelancer",
    "fellow",
    "anchor",
    "intern",
];

/// Words besides names and dates that a line with a date may hold.
const LABELS: &[&str] = &[
    "posted",
    "published",
    "updated",
    "modified",
    "created",
    "filed",
    "first",
    "last",
    "originally",
    "on",
    "at",
    "date",
    "a.m.",
    "p.m.",
    "am",
    "pm",
    "a.m",
    "p.m",
    "et",
    "est",
    "edt",
    "ct",
    "pt",
    "pst",
    "pdt",
    "gmt",
    "utc",
    "bst",
    "cet",
    "cest",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thurs",
    "fri",
    "sat",
    "sun",
    "min",
    "read",
    "eastern",
    "time",
];

/// Reads "By Jane Doe", "By Jane Doe, The Daily Sea", "By JANE DOE | Jan. 13, 2017".
pub(super) fn credit(line: &str) -> Option<Byline> {
    let line = short(line).filter(|line| may_begin_with(line, b"b"))?;
    let all = tokens(line, Span::whole(line));
    all.first().filter(|by| fold(by.of(line)) == "by")?;
    let date = written(line).first().map_or(line.len() as u32, |(place, _)| place.start);
    let rest: Vec<Token> = all.iter().skip(1).take_while(|token| token.span.start < date).copied().collect();
    let mut names = Vec::new();
    for part in rest.split(|token| is_separator(token.of(line))).filter(|part| !part.is_empty()) {
        let words: Vec<String> = part.iter().map(|token| fold(token.of(line))).collect();
        if words.iter().all(|word| LABELS.contains(&&**word)) || words.iter().any(|word| TRADES.contains(&&**word)) {
            continue;
        }
        names.push(name(line, part)?);
    }
    let mut byline = Byline::default();
    for (at, name) in names.into_iter().enumerate() {
        if at > 0 && is_outlet(&name) {
            byline.outlet = Some(name);
        } else {
            byline.authors.push(name);
        }
    }
    (!byline.authors.is_empty()).then_some(byline)
}

/// Reads "Jane Doe is a political reporter for The Daily Sea and lives in Hull."
pub(super) fn biography(line: &str) -> Option<Byline> {
    let line = short(line)?;
    let all = tokens(line, Span::whole(line));
    let is = all.iter().position(|token| token.of(line) == "is")?;
    let author = name(line, all.get(..is)?).filter(|_| is >= 2)?;
    let article = all.get(is + 1)?.of(line);
    matches!(article, "a" | "an" | "the").then_some(())?;
    let end = all.iter().position(|token| token.of(line) == ".").unwrap_or(all.len());
    let trade = all.iter().take(end.min(is + 12)).rposition(|token| TRADES.contains(&&*fold(token.of(line))))?;
    let after = all.get(trade + 1..end)?;
    let outlet = after.first().filter(|word| matches!(word.of(line), "for" | "at" | "with" | "of")).and_then(|_| {
        let words = after.get(1..)?;
        let joins = |token: &Token| matches!(token.of(line), "of" | "the" | "The" | "&" | "/" | "-" | "'s");
        let length = words.iter().position(|word| !(word.is_capitalized() || joins(word))).unwrap_or(words.len());
        let words = words.get(..length)?;
        let start = words.iter().position(|word| word.of(line) != "the")?;
        Some(words.get(start)?.span.cover(words.last()?.span).of(line).to_owned())
    });
    Some(Byline { authors: vec![author], outlet })
}

/// Whether a line holds a date and nothing besides but labels, times of day and weekdays.
pub(super) fn is_date_line(line: &str) -> bool {
    let Some(line) = short(line) else { return false };
    let dates = written(line);
    let is_in_date = |token: &Token| dates.iter().any(|(place, _)| place.contains(token.span));
    let is_time = |token: &Token| token.shape == Shape::Number && token.of(line).contains([':', '.']);
    let fits = |token: &Token| {
        is_in_date(token) || token.shape == Shape::Sign || is_time(token) || LABELS.contains(&&*fold(token.of(line)))
    };
    !dates.is_empty() && tokens(line, Span::whole(line)).iter().all(fits)
}

/// Whether a line begins with a label that states a date.
pub(super) fn is_labelled(folded: &str) -> bool {
    ["posted", "published", "updated", "last updated", "first published", "originally published", "date:"]
        .iter()
        .any(|label| folded.starts_with(label))
}

fn short(line: &str) -> Option<&str> {
    (line.len() <= LONGEST).then_some(line)
}

fn is_separator(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "And"
            | "AND"
            | ","
            | "&"
            | "|"
            | "/"
            | "\u{2022}"
            | "\u{00B7}"
            | "-"
            | "\u{2013}"
            | "\u{2014}"
            | ";"
            | "for"
            | "("
            | ")"
            | "."
    )
}

/// A name: capitalized words, initials and particles, nothing else.
fn name(line: &str, words: &[Token]) -> Option<String> {
    let fits = |word: &Token| {
        let own = word.of(line);
        word.is_capitalized()
            || word.shape == Shape::Mixed
            || gazetteer().has(own, Sign::Particle)
            || matches!(own, "-" | "'" | "\u{2019}" | "of" | "the")
    };
    let is_short = (1..=7).contains(&words.len());
    (is_short && words.first()?.is_capitalized() && words.iter().all(fits))
        .then(|| words.first().zip(words.last()).map(|(first, last)| first.span.cover(last.span).of(line).to_owned()))?
}

#[cfg(test)]
mod tests {
    use super::{Byline, biography, credit, is_date_line};

    fn check(read: fn(&str) -> Option<Byline>, line: &str, expected: Option<(&[&str], Option<&str>)>) {
        let expected = expected.map(|(authors, outlet)| Byline {
            authors: authors.iter().map(|&author| author.into()).collect(),
            outlet: outlet.map(str::to_owned),
        });
        assert_eq!(read(line), expected, "{line:?}");
    }

    #[test]
    fn credits_name_writers_and_perhaps_an_outlet() {
        check(credit, "By Jane Doe", Some((&["Jane Doe"], None)));
        check(credit, "By Jane Q. Doe and John Roe", Some((&["Jane Q. Doe", "John Roe"], None)));
        check(credit, "BY JANE DOE, JOHN ROE AND ADA LIND", Some((&["JANE DOE", "JOHN ROE", "ADA LIND"], None)));
        check(credit, "By Jane Doe, Staff Writer | Jan. 13, 2017", Some((&["Jane Doe"], None)));
        check(credit, "By Jane van der Doe, Coast Radio", Some((&["Jane van der Doe"], Some("Coast Radio"))));
        check(credit, "By Jane Doe, Published Jan 13, 2017", Some((&["Jane Doe"], None)));
    }

    #[test]
    fn prose_that_begins_with_by_is_no_credit() {
        check(credit, "By Friday, the harbour was closed.", None);
        check(credit, "By the end of May nobody came", None);
        check(credit, "By then", None);
        check(credit, "Jane Doe", None);
    }

    #[test]
    fn a_biography_gives_name_and_outlet() {
        check(
            biography,
            "Ada Lind is a harbour correspondent and columnist for Coast News and lives in Hull. Her key is 00.",
            Some((&["Ada Lind"], Some("Coast News"))),
        );
        check(biography, "Ada Lind is a columnist at the Daily Sea.", Some((&["Ada Lind"], Some("Daily Sea"))));
        check(biography, "Ada Lind is a freelance writer.", Some((&["Ada Lind"], None)));
        check(biography, "The minister is a friend of the editor of the Sea.", None);
        check(biography, "Ada Lind is a suspect.", None);
    }

    #[test]
    fn date_lines_hold_nothing_else() {
        for (line, expected) in [
            ("Posted on January 13, 2017, at 10:42 p.m. ET", true),
            ("Friday, July 21, 2017", true),
            ("2017-01-13", true),
            ("Updated: 13 Jan 2017 10.42 GMT | Published 12 Jan 2017", true),
            ("The treaty of July 21, 2017", false),
            ("Friday", false),
        ] {
            assert_eq!(is_date_line(line), expected, "{line:?}");
        }
    }
}
