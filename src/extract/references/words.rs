//! The words of a passage as references see them: compounds joined, names and quotation marked.

use std::borrow::Cow;

use crate::gazetteer::{Sign, Signs, gazetteer};
use crate::model::ExtractedMention;
use crate::text::{Shape, Span, Token, fold};

use super::quotation::{Quotation, is_own_word};

/// Past forms that no ending shows: what may follow who acts.
const IRREGULAR: &[&str] = &[
    "became", "began", "brought", "built", "came", "chose", "cut", "did", "drew", "fell", "felt", "found", "gave",
    "got", "grew", "held", "hit", "kept", "knew", "left", "led", "lost", "made", "meant", "met", "paid", "put", "quit",
    "ran", "read", "rose", "sat", "sent", "set", "spent", "stood", "sought", "swore", "took", "taught", "went", "won",
    "wore",
];

/// A passage.
pub(super) struct Words<'t> {
    words: Vec<Word<'t>>,
    pub is_headline: bool,
}

/// A word, a compound tied by hyphens, or a sign.
pub(super) struct Word<'t> {
    pub span: Span,
    pub folded: Cow<'t, str>,
    pub is_capitalized: bool,
    /// Whether it is a word or number, no sign.
    pub has_letters: bool,
    pub is_quoted: bool,
    /// The mention that it is part of.
    pub mention: Option<u32>,
    signs: Signs,
}

impl<'t> Words<'t> {
    /// The words of a passage.
    pub(super) fn new(
        text: &'t str,
        tokens: &[Token],
        mentions: &[ExtractedMention],
        quotation: &mut Quotation,
        is_headline: bool,
    ) -> Self {
        let mut words: Vec<Word<'t>> = Vec::with_capacity(tokens.len());
        let mut rest = tokens;
        while let Some(first) = rest.first() {
            let count = compound(text, rest);
            let (inside, after) = rest.split_at(count);
            rest = after;
            let span = inside.last().map_or(first.span, |last| first.span.cover(last.span));
            let raw = if count == 1 { first.known(text) } else { span.of(text) };
            let is_quoted = quotation.read(raw);
            let is_plain = raw.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            let folded = if is_plain { Cow::Borrowed(raw) } else { Cow::Owned(fold(raw)) };
            let at = mentions.partition_point(|mention| mention.span.end <= span.start);
            let mention = mentions.get(at).filter(|mention| mention.span.overlaps(span)).map(|_| at as u32);
            words.push(Word {
                span,
                signs: gazetteer().signs(&folded),
                folded,
                is_capitalized: first.is_capitalized(),
                has_letters: first.shape != Shape::Sign,
                is_quoted,
                mention,
            });
        }
        let is_own = |word: &Word<'_>| !word.is_quoted && word.mention.is_none() && is_own_word(&word.folded);
        if words.iter().any(is_own) {
            for word in &mut words {
                word.is_quoted = true;
            }
        }
        let is_headline = is_headline || is_title_case(&words);
        Self { words, is_headline }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Word<'t>> {
        self.words.get(at)
    }

    /// The folded word at `at`; empty past the ends.
    pub(super) fn folded(&self, at: usize) -> &str {
        self.get(at).map_or("", |word| &word.folded)
    }

    pub(super) fn tells(&self, at: usize, sign: Sign) -> bool {
        self.get(at).is_some_and(|word| word.signs.has(sign))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.has_letters)
    }

    /// Whether nothing, or a sign that ends a stretch of a sentence, stands at `at`.
    pub(super) fn is_border(&self, at: usize) -> bool {
        self.get(at).is_none_or(|word| !word.has_letters && !is_possessive(&word.folded))
    }

    /// Whether the word at `at` makes what stands before it a possessor.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        is_possessive(self.folded(at))
    }

    /// Whether what stands at `at` can be what somebody does: a verb of speech, an auxiliary, a past form.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let word = self.folded(at);
        let is_past = word.len() > 3 && word.ends_with("ed");
        self.tells(at, Sign::Speech)
            || is_past
            || IRREGULAR.contains(&word)
            || matches!(
                word,
                "is" | "was"
                    | "has"
                    | "had"
                    | "have"
                    | "does"
                    | "did"
                    | "will"
                    | "would"
                    | "can"
                    | "could"
                    | "may"
                    | "might"
                    | "must"
                    | "should"
                    | "isn't"
                    | "wasn't"
                    | "hasn't"
                    | "hadn't"
                    | "doesn't"
                    | "didn't"
                    | "won't"
                    | "wouldn't"
                    | "can't"
                    | "couldn't"
                    | "are"
                    | "were"
                    | "do"
                    | "cannot"
            )
    }

    /// Whether a preposition stands at `at`.
    pub(super) fn is_preposition(&self, at: usize) -> bool {
        matches!(
            self.folded(at),
            "of" | "to"
                | "with"
                | "from"
                | "by"
                | "for"
                | "in"
                | "on"
                | "at"
                | "about"
                | "between"
                | "against"
                | "over"
                | "into"
                | "through"
                | "near"
                | "toward"
                | "towards"
                | "during"
                | "without"
                | "including"
                | "via"
                | "than"
                | "like"
                | "among"
                | "under"
                | "beside"
                | "besides"
                | "behind"
                | "upon"
                | "onto"
                | "despite"
                | "alongside"
                | "around"
                | "within"
                | "as"
        )
    }

    /// The mention that begins at `at`: one past its last word, and its number.
    pub(super) fn name(&self, at: usize) -> Option<(usize, u32)> {
        let mention = self.get(at)?.mention?;
        let is_inside = at > 0 && self.get(at - 1).is_some_and(|before| before.mention == Some(mention));
        let length = self.words.iter().skip(at).take_while(|word| word.mention == Some(mention)).count();
        (!is_inside).then_some((at + length, mention))
    }
}

/// Whether long words are capitalized throughout, as in a headline.
fn is_title_case(words: &[Word<'_>]) -> bool {
    let long = || words.iter().filter(|word| word.has_letters && word.folded.len() > 4);
    long().count() > 2 && long().all(|word| word.is_capitalized)
}

fn is_possessive(folded: &str) -> bool {
    folded == "'s"
}

/// How many tokens stand together as one word: parts tied by hyphens that touch, a short capitalized word and its stop.
fn compound(text: &str, tokens: &[Token]) -> usize {
    let touches = |at: usize| match (tokens.get(at), tokens.get(at + 1)) {
        (Some(one), Some(next)) => one.span.end == next.span.start,
        _ => false,
    };
    let is_letters = |at: usize| tokens.get(at).is_some_and(Token::is_word);
    let mut count = 1;
    while is_letters(count - 1)
        && is_letters(count + 1)
        && touches(count - 1)
        && touches(count)
        && tokens.get(count).is_some_and(|token| token.of(text) == "-")
        && count < LONGEST_COMPOUND
    {
        count += 2;
    }
    let is_short = count == 1 && tokens.first().is_some_and(|token| token.is_capitalized() && token.span.len() <= 5);
    let is_stop = tokens.get(1).is_some_and(|token| token.of(text) == ".") && touches(0) && tokens.len() > 2;
    if is_short && is_stop { 2 } else { count }
}

/// Tokens of the longest compound, hyphens included.
const LONGEST_COMPOUND: usize = 9;
