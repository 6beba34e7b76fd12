//! One document -> passages, names, time expressions, what happened, who is spoken of, where it comes from, what tells its copies.
//! Pure and total: it returns what it found, never an error.
//!
//! Names come before times, for May may be a surname. It knows one document only and links nothing.

mod paragraphs;
mod passages;

pub mod names;
mod references;
#[cfg(feature = "train")]
pub mod steps;
mod times;

mod happenings;

mod origins;
mod sketch;

use crate::model::{Document, Extract, ExtractedPassage, Packed, ZoneLabel};
use crate::text::Token;

/// Everything found in one document.
pub fn extract(document: &Document) -> Extract {
    let (passages, tokens) = passages::passages(document);
    let article = without_header(&passages);
    let mentions = names::names(&document.text, &article, &tokens);
    let times = times::times(&document.text, with_tokens(&article, &tokens), &mentions);
    let account = happenings::account(&document.text, with_tokens(&article, &tokens), &mentions, &times);
    let referents = references::referents(&document.text, &passages, &tokens, &mentions);
    let signs = origins::signs_of_origin(&document.text, with_tokens(&article, &tokens), &mentions);
    let sketch = sketch::sketch(document);
    let (account, referents) = (Packed::new(&account), Packed::new(&referents));
    Extract { passages, mentions, times, account, referents, signs, sketch }
}

/// A header's lines say something about the article; they are none of it.
fn without_header(passages: &[ExtractedPassage]) -> Vec<ExtractedPassage> {
    passages.iter().copied().filter(|passage| passage.zone != ZoneLabel::Header).collect()
}

/// Each passage with the tokens that begin in it; both lists in the order of the text.
fn with_tokens<'d>(
    passages: &'d [ExtractedPassage],
    tokens: &'d [Token],
) -> impl Iterator<Item = (&'d ExtractedPassage, &'d [Token])> {
    let mut rest = tokens;
    passages.iter().map(move |passage| {
        let skipped = rest.partition_point(|token| token.span.start < passage.span.start);
        let here = rest.get(skipped..).unwrap_or_default();
        let count = here.partition_point(|token| token.span.start < passage.span.end);
        let (inside, after) = here.split_at(count);
        rest = after;
        (passage, inside)
    })
}
