//! [`Numbered`]: the words of a document as numbers, small enough to keep those of many documents while they are compared.

use std::collections::HashMap;
use std::rc::Rc;

use crate::model::Document;
use crate::text::{Span, Word, words};

/// Of so many words it is kept where the first stands; the others are counted from there.
const EACH: usize = 4;

/// So many words are kept at once, of all documents; if there are more, the documents are read again.
const KEPT: usize = 32 << 20;

/// The words that are not folded.
#[derive(Debug)]
pub(super) struct Numbered<'d> {
    document: &'d Document,
    /// Equal words have equal numbers.
    pub(super) words: Vec<u32>,
    /// Where each fourth begins.
    starts: Vec<u32>,
}

impl Numbered<'_> {
    /// From the first byte of the word `first` to the last of the word before `end`.
    pub(super) fn place(&self, first: usize, end: usize) -> Span {
        match (self.span(first), self.span(end.saturating_sub(1))) {
            (Some(one), Some(other)) if first < end => one.cover(other),
            _ => Span::default(),
        }
    }

    fn span(&self, word: usize) -> Option<Span> {
        let start = *self.starts.get(word / EACH)?;
        shown(self.document, start).nth(word % EACH).map(|word| word.span)
    }
}

/// The words of documents, each numbered when it is first met.
#[derive(Default)]
pub(super) struct Numbers<'d> {
    of_hash: HashMap<u64, u32>,
    documents: HashMap<usize, Rc<Numbered<'d>>>,
    kept: usize,
}

impl<'d> Numbers<'d> {
    /// The words of `document`, which is the one with the number `at`.
    pub(super) fn of(&mut self, at: usize, document: &'d Document) -> Rc<Numbered<'d>> {
        if let Some(known) = self.documents.get(&at) {
            return Rc::clone(known);
        }
        let made = Rc::new(self.number(document));
        self.kept += made.words.len();
        if self.kept > KEPT {
            self.documents.clear();
            self.kept = made.words.len();
        }
        self.documents.insert(at, Rc::clone(&made));
        made
    }

    fn number(&mut self, document: &'d Document) -> Numbered<'d> {
        let mut made = Numbered { document, words: Vec::new(), starts: Vec::new() };
        for word in shown(document, 0) {
            if made.words.len().is_multiple_of(EACH) {
                made.starts.push(word.span.start);
            }
            let next = self.of_hash.len() as u32;
            made.words.push(*self.of_hash.entry(word.hash).or_insert(next));
        }
        made.words.shrink_to_fit();
        made
    }
}

/// The words that are not folded, from the one at the byte `start` on.
fn shown(document: &Document, start: u32) -> impl Iterator<Item = Word> + '_ {
    let shown = document.zones.iter().filter(move |zone| !zone.label.is_folded() && zone.span.end > start);
    shown.flat_map(move |zone| words(&document.text, Span::new(zone.span.start.max(start), zone.span.end)))
}

#[cfg(test)]
mod tests {
    use super::Numbers;
    use crate::model::{Document, Zone, ZoneLabel};
    use crate::text::Span;

    #[test]
    fn each_word_is_found_where_it_stands() {
        let body = "word0 word1 word2 word3 word4 word5 word6 ".repeat(6);
        let text = format!("Share this page. {body}");
        let border = text.find("word5").unwrap_or_default() as u32;
        let zones = [
            (0, 17, ZoneLabel::Boilerplate),
            (17, border, ZoneLabel::Body),
            (border, text.len() as u32, ZoneLabel::Caption),
        ];
        let zones = zones.map(|(start, end, label)| Zone { span: Span::new(start, end), label }).to_vec();
        let document = Document { zones, ..Document::of_body(&text) };
        let mut numbers = Numbers::default();
        let numbered = numbers.of(0, &document);
        let spelled: Vec<&str> = text.split_whitespace().skip(3).collect();
        for (at, word) in spelled.iter().enumerate() {
            assert!(word.contains(numbered.place(at, at + 1).of(&text)), "{at} {word}");
        }
        assert_eq!(numbered.place(0, 2).of(&text), "word0 word1");
        assert_eq!(numbered.place(3, 3), Span::default());
        assert_eq!(numbered.words[0], numbered.words[7]);
        assert_ne!(numbered.words[0], numbered.words[1]);
    }
}
