//! Where a text says that its report comes from: "first reported by the Herald", "(AP) —", "told NPR".
//!
//! It finds the words and the name in them; whether that is the name of an outlet, and of which, is not its business.

mod signs;

use std::borrow::Cow;

use crate::model::{ExtractedMention, ExtractedPassage, Kind, OriginSign, Reach, Says, ZoneLabel};
use crate::text::{Span, Token};

use signs::{GAP, Item, Section, Sign, signs};

/// The signs in the passages of a text, each with the tokens in it; `mentions` are in the order of the text.
pub(super) fn signs_of_origin<'d>(
    text: &str,
    passages: impl Iterator<Item = (&'d ExtractedPassage, &'d [Token])>,
    mentions: &[ExtractedMention],
) -> Vec<OriginSign> {
    let mut found = Vec::new();
    let mut rest = mentions;
    for (passage, tokens) in passages {
        let (_, from_here) = rest.split_at(rest.partition_point(|mention| mention.span.start < passage.span.start));
        let (here, after) = from_here.split_at(from_here.partition_point(|m| m.span.start < passage.span.end));
        rest = after;
        let names: Vec<Span> = here.iter().filter(|m| m.kind == Kind::Organization).map(|m| m.span).collect();
        // The credit of a picture says nothing of the report.
        if names.is_empty() || passage.zone == ZoneLabel::Caption {
            continue;
        }
        let is_early = (passage.span.start as usize) < text.len() / 2;
        let sentence = Sentence::new(text, tokens, &names);
        found.extend((0..names.len()).filter_map(|at| sentence.sign(at, passage.zone, is_early)));
    }
    found
}

/// Names that are looked through for the ends of a row.
const ROW: usize = 8;

/// A passage with names in it.
struct Sentence<'t> {
    tokens: &'t [Token],
    lower: Vec<Cow<'t, str>>,
    /// The names, and the first and past the last token of each.
    names: Vec<(Span, usize, usize)>,
}

impl<'t> Sentence<'t> {
    fn new(text: &'t str, tokens: &'t [Token], names: &[Span]) -> Self {
        let token = |at: u32| tokens.partition_point(|token| token.span.end <= at);
        Self {
            tokens,
            lower: tokens.iter().map(|token| lower(token.known(text))).collect(),
            names: names.iter().map(|name| (*name, token(name.start), token(name.end.saturating_sub(1)) + 1)).collect(),
        }
    }

    /// The first sign that the name at `at` stands in.
    fn sign(&self, at: usize, zone: ZoneLabel, is_early: bool) -> Option<OriginSign> {
        let (outlet, first, end) = *self.names.get(at)?;
        let (head, tail) = (self.head(at), self.tail(at));
        signs().iter().find_map(|sign| {
            let says = match sign.section {
                Section::Byline if zone == ZoneLabel::Byline => Says::Text,
                Section::Saying(says) => says,
                Section::Byline => return None,
            };
            let start = self.before(sign, first).or_else(|| self.before(sign, head))?;
            let stop = self.behind(sign, end).or_else(|| self.behind(sign, tail))?;
            let reach = match says {
                Says::First if is_early => Reach::Report,
                Says::Text | Says::Credit => Reach::Report,
                Says::First | Says::Cited => Reach::Passage,
            };
            // What is folded is no part of the report; it may still say whose it is.
            (reach == Reach::Report || !zone.is_folded()).then(|| {
                let words = self.tokens.get(start.min(first)..stop.max(end)).unwrap_or_default();
                let span = words.iter().map(|token| token.span).reduce(Span::cover).unwrap_or(outlet);
                OriginSign { span, outlet, says, reach }
            })
        })
    }

    /// The first token of what a sign has before a name that begins at `first`.
    fn before(&self, sign: &Sign, first: usize) -> Option<usize> {
        let article = first.checked_sub(1).filter(|at| self.is(*at, &["the"]));
        let without = self.back(&sign.before, first);
        without.or_else(|| self.back(&sign.before, article?))
    }

    /// Where `items` begin that end before token `end`.
    fn back(&self, items: &[Item], end: usize) -> Option<usize> {
        match items.split_last() {
            None => Some(end),
            Some((Item::Words(words), rest)) => {
                let at = end.checked_sub(1).filter(|at| self.is(*at, words))?;
                self.back(rest, at)
            }
            Some((Item::Edge, _)) => (end == 0).then_some(0),
            Some((Item::Gap, rest)) => (0..=GAP).find_map(|words| self.back(rest, end.checked_sub(words)?)),
        }
    }

    /// Past the last token of what a sign has behind a name that ends before token `end`.
    fn behind(&self, sign: &Sign, end: usize) -> Option<usize> {
        sign.behind.iter().try_fold(end, |at, item| match item {
            Item::Words(words) => self.is(at, words).then_some(at + 1),
            Item::Edge => (at == self.tokens.len()).then_some(at),
            Item::Gap => Some(at),
        })
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.lower.get(at).is_some_and(|lower| words.contains(&lower.as_ref()))
    }

    /// The first token of the row of names that ends with the name at `at`: "the Herald, Reuters and AP".
    fn head(&self, at: usize) -> usize {
        let mut head = self.names.get(at).map_or(0, |(_, first, _)| *first);
        for (_, first, end) in self.names.iter().take(at).rev().take(ROW) {
            if !(*end..head).all(|between| self.joins(between)) {
                break;
            }
            head = *first;
        }
        head
    }

    /// Past the last token of the row of names that begins with the name at `at`.
    fn tail(&self, at: usize) -> usize {
        let mut tail = self.names.get(at).map_or(0, |(_, _, end)| *end);
        for (_, first, end) in self.names.iter().skip(at + 1).take(ROW) {
            if !(tail..*first).all(|between| self.joins(between)) {
                break;
            }
            tail = *end;
        }
        tail
    }

    fn joins(&self, at: usize) -> bool {
        self.is(at, &[",", "and", "&", "the", "both", "or"])
    }
}

fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().all(|c| !c.is_uppercase()) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::extract::extract;
    use crate::model::{Document, Reach};

    /// Each sign as "says reach outlet: words".
    fn check(text: &str, expected: &[&str]) {
        let document = Document::of_body(text);
        let told = |sign: &crate::model::OriginSign| {
            let (outlet, words) = (sign.outlet.of(text), sign.span.of(text));
            format!("{} {} {outlet}: {words}", sign.says.name(), sign.reach.name())
        };
        let signs: Vec<String> = extract(&document).signs.iter().map(told).collect();
        assert_eq!(signs, expected, "{text}");
    }

    const REST: &str = "\n\nThe harbour was closed for a week, and nobody could say when the ferries would sail again. Fish grew dear.";

    #[test]
    fn who_had_it_first() {
        let told = |said: &str, expected: &str| check(&format!("{said}{REST}"), &[expected]);
        told(
            "The ledger, first reported by the Boston Globe on Monday, was gone.",
            "first report Boston Globe: first reported by the Boston Globe",
        );
        told("Reuters broke the story on Monday.", "first report Reuters: Reuters broke the story");
        told(
            "Following a report in the Miami Herald last night, the mayor spoke.",
            "first report Miami Herald: Following a report in the Miami Herald",
        );
        told(
            "They met twice, as originally reported in the Miami Herald.",
            "first report Miami Herald: as originally reported in the Miami Herald",
        );
    }

    #[test]
    fn far_down_it_speaks_of_its_passage_only() {
        check(
            &format!(
                "The mayor left.{REST}{REST}\n\nAn older affair, first reported by the Miami Herald, is forgotten."
            ),
            &["first passage Miami Herald: first reported by the Miami Herald"],
        );
    }

    #[test]
    fn several_in_a_row_are_each_tied() {
        check(
            "The ship sailed.\n\nWith reporting by the Miami Herald, Reuters, and AP",
            &[
                "credit report Miami Herald: With reporting by the Miami Herald",
                "credit report Reuters: With reporting by the Miami Herald, Reuters",
                "credit report AP: With reporting by the Miami Herald, Reuters, and AP",
            ],
        );
    }

    #[test]
    fn whose_the_text_is() {
        check("LONDON (AP) — The ship sailed on Monday.", &["text report AP: (AP) —"]);
        check(
            "The ship sailed.\n\nCopyright 2017 The Associated Press",
            &["text report Associated Press: Copyright 2017 The Associated Press"],
        );
    }

    #[test]
    fn who_is_cited() {
        check("CNN is reporting that the ship sailed.", &["cited passage CNN: CNN is reporting"]);
        check("The mayor told NPR on Friday that he knew.", &["cited passage NPR: told NPR"]);
        check(
            "It sailed, according to the Miami Herald.",
            &["cited passage Miami Herald: according to the Miami Herald"],
        );
        check("The mayor visited NPR on Friday.", &[]);
    }

    proptest! {
        #[test]
        fn signs_lie_inside_the_text(text in "(?s:first reported by |the |Reuters|, |and |AP|told |NPR|\\(|\\) — |\n\n|.{0,4}){0,12}") {
            let signs = extract(&Document::of_body(&text)).signs;
            for sign in &signs {
                prop_assert!(sign.span.contains(sign.outlet) && !sign.outlet.of(&text).is_empty());
                prop_assert!(sign.reach == Reach::Report || sign.span.end as usize <= text.len());
            }
        }
    }
}
