//! A passage as the recognizer sees it: words with their folded forms, and how the passage uses capitals.

use std::borrow::Cow;
use std::ops::{Index, Range};

use crate::gazetteer::{Listed, Sign, Signs, gazetteer};
use crate::text::{Shape, Span, Token, fold};

/// The most words that are looked at from one place on.
pub(super) const REACH: usize = 8;

/// A passage.
#[derive(Debug)]
pub(super) struct Sentence<'d> {
    pub words: Vec<Word<'d>>,
    pub style: Style,
}

/// A token of a passage.
#[derive(Debug)]
pub(super) struct Word<'d> {
    pub token: Token,
    pub text: &'d str,
    pub folded: Cow<'d, str>,
    /// What the lists say of it.
    pub signs: Signs,
    /// Whether it is part of an address: an e-mail, a handle, a link, a file name.
    pub is_address: bool,
}

/// How a passage uses capitals, and so what they tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Capitals tell names.
    Prose,
    /// Every long word has one.
    TitleCase,
    /// Nothing else.
    AllCaps,
}

impl<'d> Sentence<'d> {
    pub(super) fn new(text: &'d str, tokens: &[Token]) -> Self {
        let mut words: Vec<Word<'_>> = tokens.iter().map(|token| Word::new(text, *token)).collect();
        mark_addresses(&mut words);
        let style = style(&words);
        Self { words, style }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Word<'d>> {
        self.words.get(at)
    }

    /// The word before `at`.
    pub(super) fn before(&self, at: usize) -> Option<&Word<'d>> {
        self.words.get(at.checked_sub(1)?)
    }

    /// The folded word at `at`; empty past the end.
    pub(super) fn folded(&self, at: usize) -> &str {
        self.get(at).map_or("", |word| &word.folded)
    }

    /// Whether the word at `at` begins with a capital and is no part of an address.
    pub(super) fn is_capitalized(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.token.is_capitalized() && !word.is_address)
    }

    /// Whether the words at `at - 1` and `at` touch.
    pub(super) fn touches_before(&self, at: usize) -> bool {
        matches!((self.before(at), self.get(at)), (Some(before), Some(word)) if before.token.span.end == word.token.span.start)
    }

    /// Whether a capital at `at` is owed to the place: the first word, or after a colon, a dash or an opening quote.
    pub(super) fn is_start(&self, at: usize) -> bool {
        self.before(at).is_none_or(|before| {
            !before.token.is_word()
                && !matches!(before.text, "," | "-" | "." | "/" | "&" | "(" | "'s" | "\u{2019}s" | "'" | "’")
        })
    }

    /// Whether the word at `at` is common with a small letter.
    pub(super) fn is_common(&self, at: usize) -> bool {
        let signs = self.signs(at);
        signs.has(Sign::CommonWord) || signs.has(Sign::Function)
    }

    /// Whether the capital at `at` tells nothing: the word is common, and capitals are owed to the place or the style.
    pub(super) fn is_owed(&self, at: usize) -> bool {
        self.tells(at, Sign::Function) || (self.style != Style::Prose || self.is_start(at)) && self.is_common(at)
    }

    /// Whether the word at `at` is a sign of that. An acronym is no function word ("US").
    pub(super) fn tells(&self, at: usize, sign: Sign) -> bool {
        let is_acronym =
            self.style == Style::Prose && self.get(at).is_some_and(|word| word.token.shape == Shape::Upper);
        !(is_acronym && sign == Sign::Function) && self.signs(at).has(sign)
    }

    /// Whether the word at `at` is a people, a month, a weekday and the like.
    pub(super) fn is_plain_capital(&self, at: usize) -> bool {
        self.signs(at).has(Sign::PlainCapital)
    }

    /// The known organization or place that begins at `at`: one past its last word, and which.
    pub(super) fn known(&self, at: usize) -> Option<(usize, Listed)> {
        let found = gazetteer().known(|step| self.get(at + step).map(|word| word.text))?;
        let single_common = found.words == 1 && self.style != Style::Prose && self.is_common(at);
        let is_address = (at..at + found.words).any(|at| self.get(at).is_some_and(|word| word.is_address));
        (!single_common && !is_address).then_some((at + found.words, found.listed))
    }

    /// The title that begins at `at`: one past its last word, the stop of an abbreviation included.
    pub(super) fn title(&self, at: usize) -> Option<usize> {
        let mut end = at + gazetteer().title(|step| self.get(at + step).map(|word| &*word.folded))?.words;
        let is_abbreviated = self.is_capitalized(end - 1) && self.folded(end - 1).len() <= 4;
        if is_abbreviated && self.folded(end) == "." && self.touches_before(end) {
            end += 1;
        }
        Some(end)
    }

    fn signs(&self, at: usize) -> Signs {
        self.get(at).map(|word| word.signs).unwrap_or_default()
    }

    /// Where a stretch of words stands in the text.
    pub(super) fn span(&self, words: Range<usize>) -> Span {
        match self.words.get(words).unwrap_or_default() {
            [] => Span::default(),
            [first, .., last] => first.token.span.cover(last.token.span),
            [only] => only.token.span,
        }
    }
}

impl<'d> Word<'d> {
    fn new(text: &'d str, token: Token) -> Self {
        let word = token.known(text);
        let is_folded = token.shape == Shape::Lower && word.is_ascii();
        let folded = if is_folded { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) };
        Self { token, text: word, signs: gazetteer().signs(&folded), folded, is_address: false }
    }

    /// Whether it is an initial: "I.", "J.B.", or one bare capital.
    pub(super) fn is_initial(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).count();
        self.token.is_capitalized() && (letters == 1 || letters <= 3 && self.text.ends_with('.'))
    }
}

impl<'d> Index<usize> for Sentence<'d> {
    type Output = Word<'d>;

    fn index(&self, at: usize) -> &Word<'d> {
        &self.words[at]
    }
}

/// Marks the words of each stretch without white space that looks like an address.
fn mark_addresses(words: &mut [Word<'_>]) {
    let breaks =
        |word: &Word<'_>| matches!(word.text, "," | ";" | "(" | ")" | "\"" | "“" | "”" | "‘" | "’" | "—" | "–");
    for chunk in words.chunk_by_mut(|a, b| a.token.span.end == b.token.span.start && !breaks(a) && !breaks(b)) {
        let is_address = chunk.iter().any(|word| matches!(word.text, "@" | "#"))
            || chunk.windows(3).any(|three| match three {
                [before, dot, after] => match dot.text {
                    "." => before.token.is_word() && matches!(after.token.shape, Shape::Lower),
                    "/" => after.text == "/",
                    _ => false,
                },
                _ => false,
            });
        if is_address {
            for word in chunk {
                word.is_address = true;
            }
        }
    }
}

fn style(words: &[Word<'_>]) -> Style {
    let letters = || words.iter().filter(|word| !matches!(word.token.shape, Shape::Sign | Shape::Number));
    let all = letters().count();
    let ends_with_stop = words.last().is_some_and(|last| last.text == ".");
    let upper = letters().filter(|word| word.token.shape == Shape::Upper).count();
    let capitals = letters().filter(|word| word.token.is_capitalized()).count();
    let long_and_small = letters().filter(|word| word.token.shape == Shape::Lower && word.text.len() > 4).count();
    if all >= 3 && upper == all {
        Style::AllCaps
    } else if all >= 4 && !ends_with_stop && long_and_small == 0 && capitals * 10 >= all * 6 {
        Style::TitleCase
    } else {
        Style::Prose
    }
}
