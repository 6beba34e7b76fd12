//! Zones -> paragraphs -> passages. A paragraph is a line; no passage crosses a zone.

use crate::model::{Document, ExtractedPassage, Zone};
use crate::text::{Span, Token, sentences, tokens};

/// The passages of a document and the tokens in them, both in the order of the text.
pub(super) fn passages(document: &Document) -> (Vec<ExtractedPassage>, Vec<Token>) {
    let text = &*document.text;
    let mut passages = Vec::new();
    let mut words = Vec::new();
    let mut paragraph = 0;
    for zone in &document.zones {
        for line in lines(text, zone) {
            paragraph += 1;
            let here = tokens(text, line);
            let found = sentences(text, &here);
            passages.extend(found.into_iter().map(|span| ExtractedPassage { span, zone: zone.label, paragraph }));
            words.extend(here);
        }
    }
    (passages, words)
}

/// The lines of a zone that hold more than white space.
fn lines<'t>(text: &'t str, zone: &Zone) -> impl Iterator<Item = Span> + 't {
    let mut start = zone.span.start;
    zone.span.of(text).split_inclusive('\n').filter_map(move |line| {
        let span = Span::new(start, start + line.len() as u32);
        start = span.end;
        let span = span.trimmed(text);
        (!span.is_empty()).then_some(span)
    })
}
