//! What a passage is about, besides who does what and when: the words that two passages of one event share.

use std::collections::HashSet;

use crate::model::Resolved;
use crate::text::{Shape, Token, tokens};

use super::Told;
use super::said::Said;

/// Letters that a word has at least.
const SHORTEST: usize = 4;
/// Words that any two passages may share.
const COMMON: &[&str] = &[
    "about",
    "according",
    "after",
    "again",
    "against",
    "almost",
    "along",
    "already",
    "although",
    "among",
    "another",
    "around",
    "asked",
    "because",
    "been",
    "before",
    "began",
    "being",
    "between",
    "could",
    "during",
    "earlier",
    "either",
    "email",
    "every",
    "evening",
    "first",
    "following",
    "former",
    "government",
    "however",
    "later",
    "meeting",
    "member",
    "minister",
    "month",
    "morning",
    "never",
    "night",
    "number",
    "official",
    "other",
    "people",
    "phone",
    "president",
    "report",
    "reported",
    "reporter",
    "right",
    "second",
    "several",
    "should",
    "since",
    "source",
    "spokesman",
    "spokeswoman",
    "stated",
    "statement",
    "still",
    "telephone",
    "their",
    "there",
    "these",
    "third",
    "those",
    "three",
    "through",
    "time",
    "today",
    "together",
    "tomorrow",
    "under",
    "until",
    "where",
    "whether",
    "which",
    "while",
    "within",
    "without",
    "would",
    "yesterday",
    "afternoon",
    "officer",
    "members",
    "message",
];

/// The words of the passage of something said that tell its matter, without the ends of plurals.
pub(super) fn words(resolved: &Resolved, told: &[Told<'_>], said: &Said) -> HashSet<String> {
    let Some(passage) = resolved.passages.get(said.passage.index()) else { return HashSet::new() };
    let text = resolved.text_of(said.passage);
    let own = told.get(said.told).map(|told| told.happening.word.of(text)).unwrap_or_default();
    let tells =
        |token: &Token| token.shape == Shape::Lower && token.span.len() as usize >= SHORTEST && token.of(text) != own;
    let words = tokens(text, passage.span).into_iter().filter(tells).map(|token| token.of(text));
    let stems = words.filter(|word| !word.ends_with("ly")).map(|word| word.strip_suffix('s').unwrap_or(word));
    stems.filter(|stem| !COMMON.contains(stem)).map(str::to_owned).collect()
}
