//! Passages: every passage of the target, keyword in context: grouped by document, or a concordance sorted by the words around.

use std::collections::HashSet;

use crate::app::scroll::Scroll;
use crate::app::strand::{Held, Strand};
use crate::corpus::Corpus;
use crate::model::{DocumentId, DocumentIx, PassageIx};
use crate::text::{Span, Token, fold, tokens};

/// The list of passages.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// Cursor and window.
    pub scroll: Scroll,
    /// What is listed.
    pub rows: Vec<PassageRow>,
    /// In which order.
    pub sorting: Sorting,
    /// The documents whose passages are folded away.
    folded: HashSet<DocumentId>,
}

/// The orders of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorting {
    /// As one reads, by document.
    #[default]
    Reading,
    /// By the words behind the mention.
    Right,
    /// By the words before it, the nearest first.
    Left,
}

/// Bytes around a mention that are sorted by.
const CONTEXT: u32 = 160;

impl Sorting {
    /// The next one.
    pub const fn next(self) -> Self {
        match self {
            Self::Reading => Self::Right,
            Self::Right => Self::Left,
            Self::Left => Self::Reading,
        }
    }

    /// In a few words; nothing for the order of reading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "",
            Self::Right => "by the words behind",
            Self::Left => "by the words before",
        }
    }

    /// What a passage is sorted by: the words on that side of its first mention, folded, the nearest first.
    fn key(self, corpus: &Corpus, target: &Strand, held: Held) -> Vec<String> {
        let Some(hit) = target.hits.get(held.first as usize) else { return Vec::new() };
        let text = &corpus.document(held.document).text;
        let near = hit.span.widened(CONTEXT, text).intersection(corpus.passage(held.passage).span);
        let side = match self {
            Self::Reading => return Vec::new(),
            Self::Right => Span::new(hit.span.end, near.end),
            Self::Left => Span::new(near.start, hit.span.start),
        };
        let mut words: Vec<String> =
            tokens(text, side).into_iter().filter(Token::is_word).map(|token| fold(token.of(text))).collect();
        if self == Self::Left {
            words.reverse();
        }
        words
    }
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageRow {
    /// The head of a document's passages.
    Document {
        /// Which one.
        document: DocumentIx,
        /// How many passages.
        passages: u32,
        /// How many mentions.
        mentions: u32,
        /// Whether they are folded away.
        is_folded: bool,
    },
    /// A passage.
    Passage(Held),
}

impl Passages {
    /// Lists the passages of `target`; the cursor stays in its passage, else it goes to the first.
    pub fn list(&mut self, corpus: &Corpus, target: &Strand, kept: Option<PassageIx>) {
        self.rows.clear();
        if self.sorting != Sorting::Reading {
            let mut sorted = target.passages.clone();
            sorted.sort_by_cached_key(|held| (self.sorting.key(corpus, target, *held), held.passage));
            self.rows.extend(sorted.into_iter().map(PassageRow::Passage));
            self.scroll.cursor = 0;
            if let Some(kept) = kept {
                self.choose(kept);
            }
            return;
        }
        for of_document in target.passages.chunk_by(|a, b| a.document == b.document) {
            let Some(first) = of_document.first() else { continue };
            let is_folded = self.folded.contains(&corpus.document(first.document).id);
            self.rows.push(PassageRow::Document {
                document: first.document,
                passages: of_document.len() as u32,
                mentions: of_document.iter().map(|held| held.count).sum(),
                is_folded,
            });
            if !is_folded {
                self.rows.extend(of_document.iter().map(|held| PassageRow::Passage(*held)));
            }
        }
        self.scroll.cursor = 1.min(self.rows.len().saturating_sub(1));
        if let Some(kept) = kept {
            self.choose(kept);
        }
    }

    /// The passage under the cursor.
    pub fn current(&self) -> Option<Held> {
        match self.rows.get(self.scroll.cursor)? {
            PassageRow::Passage(held) => Some(*held),
            PassageRow::Document { .. } => None,
        }
    }

    /// The document that the cursor is in.
    pub fn document(&self) -> Option<DocumentIx> {
        match self.rows.get(self.scroll.cursor)? {
            PassageRow::Passage(held) => Some(held.document),
            PassageRow::Document { document, .. } => Some(*document),
        }
    }

    /// Puts the cursor on a passage, where it is listed.
    pub fn choose(&mut self, passage: PassageIx) {
        let is_it = |row: &PassageRow| matches!(row, PassageRow::Passage(held) if held.passage == passage);
        if let Some(row) = self.rows.iter().position(is_it) {
            self.scroll.cursor = row;
        }
    }

    /// Folds the passages of the document under the cursor away.
    pub fn fold(&mut self, corpus: &Corpus, target: &Strand) {
        if self.sorting != Sorting::Reading {
            return;
        }
        let Some(document) = self.document() else { return };
        self.folded.insert(corpus.document(document).id);
        self.list(corpus, target, None);
        let is_it =
            |row: &PassageRow| matches!(row, PassageRow::Document { document: other, .. } if *other == document);
        self.scroll.cursor = self.rows.iter().position(is_it).unwrap_or_default();
    }

    /// Shows the passages of the document under the cursor again.
    pub fn unfold(&mut self, corpus: &Corpus, target: &Strand) {
        if self.sorting != Sorting::Reading {
            return;
        }
        let cursor = self.scroll.cursor;
        let Some(document) = self.document() else { return };
        self.folded.remove(&corpus.document(document).id);
        self.list(corpus, target, None);
        self.scroll.cursor = cursor;
    }
}
