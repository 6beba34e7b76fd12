//! A passage as the rules see it: tokens with what each may contribute, and ways to look around that never leave it.

use crate::model::Kind;
use crate::text::{Shape, Span, Token};

use super::lexicon::{Word, word};

/// One passage.
pub(super) struct Sentence<'t> {
    text: &'t str,
    tokens: &'t [Token],
    words: Vec<Word>,
    /// The names in it, in order.
    names: &'t [(Span, Kind)],
    /// Whether the document names a person whose name is also a month's or season's ("Theresa May").
    month_people: MonthPeople,
}

/// The months that are people's names in this document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MonthPeople(u16);

impl MonthPeople {
    /// Adds the month, 1 to 12.
    pub(super) const fn with(self, month: u8) -> Self {
        Self(self.0 | 1 << month)
    }

    /// Whether somebody bears that month's name.
    pub(super) const fn has(self, month: u8) -> bool {
        self.0 & 1 << month != 0
    }
}

impl<'t> Sentence<'t> {
    pub(super) fn new(
        text: &'t str,
        tokens: &'t [Token],
        names: &'t [(Span, Kind)],
        month_people: MonthPeople,
    ) -> Self {
        let words =
            tokens.iter().map(|token| if token.is_word() { word(token.of(text)) } else { Word::Other }).collect();
        Self { text, tokens, words, names, month_people }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) const fn month_people(&self) -> MonthPeople {
        self.month_people
    }

    /// What the token at `at` may contribute; [`Word::Other`] outside.
    pub(super) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or(Word::Other)
    }

    /// What stands before `at`.
    pub(super) fn word_before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Other, |before| self.word(before))
    }

    /// The words of the token at `at`; empty outside.
    pub(super) fn text(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// The words of the token before `at`.
    pub(super) fn text_before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |before| self.text(before))
    }

    /// Whether the token at `at` is one of `words`, in any case.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let here = self.text(at);
        words.iter().any(|word| here.eq_ignore_ascii_case(word))
    }

    pub(super) fn shape(&self, at: usize) -> Option<Shape> {
        self.tokens.get(at).map(|token| token.shape)
    }

    pub(super) fn is_capitalized(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capitalized)
    }

    /// Whether the token at `at` touches the one before.
    pub(super) fn touches(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|before| self.tokens.get(before)), self.tokens.get(at)) {
            (Some(before), Some(here)) => before.span.end == here.span.start,
            _ => false,
        }
    }

    /// Whether the token at `at` is a hyphen or dash inside a compound.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "\u{2010}" | "\u{2011}" | "\u{2013}") && self.touches(at) && self.touches(at + 1)
    }

    /// Past a hyphen at `at`, if there is one.
    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.is_hyphen(at))
    }

    /// Past the dot of an abbreviation that ends before `at`.
    pub(super) fn past_dot(&self, at: usize) -> usize {
        at + usize::from(self.text(at) == "." && self.touches(at))
    }

    /// Past a comma at `at`, if there is one.
    pub(super) fn past_comma(&self, at: usize) -> usize {
        at + usize::from(self.text(at) == ",")
    }

    /// Whether the token at `at` is a possessive.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        matches!(self.text(at), "'s" | "\u{2019}s" | "'S" | "\u{2019}S")
    }

    /// The plain number at `at`: digits only.
    pub(super) fn digits(&self, at: usize) -> Option<u32> {
        let text = self.text(at);
        (text.len() <= 9 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse().ok())?
    }

    /// The place of the tokens from `first` up to `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        match (self.tokens.get(first), end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// What the name that holds the token at `at` names, if one does.
    pub(super) fn name_at(&self, at: usize) -> Option<Kind> {
        let span = self.tokens.get(at)?.span;
        let next = self.names.partition_point(|(name, _)| name.end <= span.start);
        self.names.get(next).filter(|(name, _)| name.overlaps(span)).map(|(_, kind)| *kind)
    }
}
