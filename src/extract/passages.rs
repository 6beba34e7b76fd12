//! Zones -> paragraphs -> sentences: the passages of a document.
//!
//! It finds no names and judges no zone; what stands in no passage is white space.

use crate::model::{Document, ExtractedPassage, ZoneLabel};
use crate::text::{Span, Token, sentences, tokens};

use super::paragraphs::{Wrapping, paragraphs};

/// A longer passage is cut at white space: a text without stops stays readable, and a jump lands near its target. In bytes.
const LONGEST: usize = 4000;

/// The passages of a document and the tokens in them, both in the order of the text: passages never empty, never overlapping, each
/// inside one zone; no token crosses the border of a passage. Paragraphs are numbered from 1 through the whole document; the lines of
/// its header have the number 0.
pub(super) fn passages(document: &Document) -> (Vec<ExtractedPassage>, Vec<Token>) {
    let text: &str = &document.text;
    let prose = document.zones.iter().filter(|zone| zone.label != ZoneLabel::Header).map(|zone| zone.span);
    let wrapping = Wrapping::of(text, prose);
    let (mut passages, mut words) = (Vec::new(), Vec::new());
    let mut number = 0;
    for zone in &document.zones {
        let wrapping = if zone.label == ZoneLabel::Header { Wrapping::NONE } else { wrapping };
        for span in paragraphs(text, zone.span, wrapping) {
            number += u32::from(zone.label != ZoneLabel::Header);
            let here = tokens(text, span);
            let mut rest = here.as_slice();
            for sentence in sentences(text, &here) {
                let (inside, after) = rest.split_at(rest.partition_point(|token| token.span.start < sentence.end));
                rest = after;
                let passage = |span| ExtractedPassage { span, zone: zone.label, paragraph: number };
                if sentence.len() as usize <= LONGEST {
                    passages.push(passage(sentence));
                    words.extend_from_slice(inside);
                    continue;
                }
                for piece in pieces(text, sentence) {
                    passages.push(passage(piece));
                    words.extend(tokens(text, piece));
                }
            }
        }
    }
    (passages, words)
}

/// A long sentence in pieces of at most [`LONGEST`] bytes.
fn pieces(text: &str, sentence: Span) -> impl Iterator<Item = Span> + '_ {
    let mut rest = sentence;
    std::iter::from_fn(move || {
        rest = rest.trimmed(text);
        let piece = Span::new(rest.start, rest.start + piece_length(rest.of(text)) as u32);
        rest.start = piece.end;
        (!piece.is_empty()).then(|| piece.trimmed(text))
    })
}

/// How much of `rest` is one passage: all of it, or up to the last white space within [`LONGEST`], or [`LONGEST`].
fn piece_length(rest: &str) -> usize {
    if rest.len() <= LONGEST {
        return rest.len();
    }
    let limit = rest.floor_char_boundary(LONGEST);
    let space = rest.get(..limit).and_then(|start| start.rfind(char::is_whitespace));
    space.filter(|at| *at > 0).unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, passages};
    use crate::model::{Document, Zone, ZoneLabel};
    use crate::text::Span;

    /// A document whose zones begin at `borders`, labelled in turn.
    fn document(text: &str, borders: &[u32]) -> Document {
        let labels = [ZoneLabel::Headline, ZoneLabel::Body, ZoneLabel::Boilerplate];
        let ends = borders.iter().copied().skip(1).chain([text.len() as u32]);
        let spans = borders.iter().copied().zip(ends).map(|(start, end)| Span::new(start, end));
        let zones = spans.zip(labels.iter().copied().cycle()).map(|(span, label)| Zone { span, label }).collect();
        Document { zones, ..Document::of_body(text) }
    }

    fn check(text: &str, borders: &[u32], expected: &[(&str, u32)]) {
        let document = document(text, borders);
        let (found, _) = passages(&document);
        let found: Vec<(&str, u32)> =
            found.iter().map(|passage| (passage.span.of(&document.text), passage.paragraph)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_of_paragraphs_are_numbered_through() {
        check("News\n\nOne. Two.\n\nThree.", &[0], &[("News", 1), ("One.", 2), ("Two.", 2), ("Three.", 3)]);
        check("", &[0], &[]);
        check(" \n ", &[0], &[]);
    }

    #[test]
    fn a_passage_never_crosses_a_zone() {
        check("one two\n", &[0, 4], &[("one", 1), ("two", 2)]);
    }

    #[test]
    fn a_header_has_a_passage_a_line_and_no_paragraphs() {
        let header = "---\nsource: a paper with a name of many words\npublished: 2016\n---\n";
        let body = "The clerk of the harbour said that the ship had left before the\nletter came, as nobody knew.";
        let text = format!("{header}{body}");
        let mut document = document(&text, &[0, header.len() as u32]);
        document.zones[0].label = ZoneLabel::Header;
        let (found, _) = passages(&document);
        assert_eq!(found.iter().map(|passage| passage.paragraph).collect::<Vec<_>>(), [0, 0, 0, 0, 1]);
    }

    #[test]
    fn a_text_without_stops_is_cut_at_white_space() {
        let line = "word ".repeat(2000);
        let document = document(&line, &[0]);
        let (found, _) = passages(&document);
        assert!(found.len() > 2);
        assert!(found.iter().all(|passage| passage.span.of(&document.text).ends_with("word")));
    }

    fn holds_for(document: &Document) -> Result<(), TestCaseError> {
        let (found, words) = passages(document);
        let mut at = 0;
        for passage in &found {
            prop_assert!(
                passage.span.start >= at && !passage.span.is_empty() && passage.span.len() as usize <= LONGEST
            );
            prop_assert!(!passage.span.of(&document.text).is_empty(), "on character borders");
            let zone = document.zones.iter().find(|zone| zone.span.contains(passage.span));
            prop_assert_eq!(zone.map(|zone| zone.label), Some(passage.zone));
            let between = Span::new(at, passage.span.start).of(&document.text);
            prop_assert!(between.trim().is_empty(), "{between:?} stands in no passage");
            at = passage.span.end;
        }
        prop_assert!(Span::new(at, document.text.len() as u32).of(&document.text).trim().is_empty());
        let homeless = words.iter().find(|word| !found.iter().any(|passage| passage.span.contains(word.span)));
        prop_assert!(homeless.is_none(), "{homeless:?}");
        let numbers: Vec<u32> = found.iter().map(|passage| passage.paragraph).collect();
        prop_assert!(numbers.is_sorted() && numbers.first().is_none_or(|first| *first == 1));
        Ok(())
    }

    proptest! {
        #[test]
        fn passages_hold_all_that_is_not_white_space(text in "(\\PC|[a-zA-Z .\n\r\t\"é漢\u{301}\u{200b}\0]){0,200}") {
            let middle = text.floor_char_boundary(text.len() / 2) as u32;
            let borders: &[u32] = if middle == 0 { &[0] } else { &[0, middle] };
            holds_for(&document(&text, borders))?;
        }

        #[test]
        fn long_words_too(unit in "\\PC{1,3}", times in 1000_usize..5000) {
            holds_for(&document(&unit.repeat(times), &[0]))?;
        }
    }
}
