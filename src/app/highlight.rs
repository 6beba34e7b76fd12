//! What is known of the words of a stretch of text: names by kind, and times. For the rows in sight only.

use crate::corpus::Corpus;
use crate::model::{DocumentIx, Form, Kind, PassageIx, References};
use crate::text::Span;

/// Words of which something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Where.
    pub span: Span,
    /// What they are.
    pub class: Class,
    /// Whether that is doubtful.
    pub is_doubtful: bool,
}

/// What some words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A name of that kind.
    Name(Kind),
    /// A role or pronoun that stands for somebody.
    Reference,
    /// A name that stands for the person's people.
    Camp,
    /// A time.
    Time,
}

/// What is known of the words in `within`, in the order of the text.
pub fn highlights(corpus: &Corpus, document: DocumentIx, within: Span, references: References) -> Vec<Highlight> {
    let mut found = Vec::new();
    let Some(first) = corpus.passage_at(document, within.start) else { return found };
    for at in (first.index()..corpus.passages_in(document).end).map(PassageIx::at) {
        if corpus.passage(at).span.start >= within.end {
            break;
        }
        let mentions = corpus.spoken_of_in(at, references);
        let start = mentions.partition_point(|mention| mention.span.end <= within.start);
        let here = mentions.iter().skip(start).take_while(|mention| mention.span.start < within.end);
        found.extend(here.map(|mention| Highlight {
            span: mention.span,
            class: match mention.form {
                Form::Name => Class::Name(corpus.entity(mention.entity).kind),
                Form::Camp => Class::Camp,
                Form::Reference => Class::Reference,
            },
            is_doubtful: mention.confidence.is_doubtful() || mention.link.confidence.is_doubtful(),
        }));
        let times = corpus.times_in(at);
        let start = times.partition_point(|time| time.expression.span.end <= within.start);
        let here = times.iter().skip(start).take_while(|time| time.expression.span.start < within.end);
        found.extend(here.map(|time| Highlight {
            span: time.expression.span,
            class: Class::Time,
            is_doubtful: time.expression.confidence.is_doubtful(),
        }));
    }
    found.sort_by_key(|highlight| highlight.span);
    // Words for two people stand for each of them.
    found.dedup_by_key(|highlight| highlight.span);
    found
}
