//! What the recognizer makes of a stretch of words: the judgement that each rule hands over.

use std::ops::Range;

use crate::model::{Confidence, Cue, ExtractedMention, Form, Kind};
use crate::text::Span;

use super::sentence::Sentence;

/// The longest name that is believed, in words and in bytes.
const MOST_WORDS: usize = 8;
const MOST_BYTES: u32 = 200;

/// A name in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// Its words, as positions in the sentence.
    pub words: Range<usize>,
    pub kind: Kind,
    pub form: Form,
    pub confidence: Confidence,
    pub cue: Cue,
    /// The title or role beside it, in the text.
    pub role: Option<Span>,
}

impl Finding {
    pub(super) const fn new(words: Range<usize>, kind: Kind, cue: Cue, percent: u8) -> Self {
        Self { words, kind, form: Form::Name, confidence: Confidence(percent), cue, role: None }
    }

    /// As a mention of the document; `None` where it is too long to be a name.
    pub(super) fn mention(&self, sentence: &Sentence<'_>) -> Option<ExtractedMention> {
        let span = sentence.span(self.words.clone());
        let is_short = self.words.len() <= MOST_WORDS && span.len() <= MOST_BYTES && !span.is_empty();
        is_short.then_some(ExtractedMention {
            span,
            kind: self.kind,
            form: self.form,
            confidence: self.confidence,
            cue: self.cue,
            role: self.role,
        })
    }
}
