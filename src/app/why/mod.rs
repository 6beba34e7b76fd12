//! Why: how something was found, linked and dated, in words. And everything about a document, with the files passed over.
//!
//! It repeats what extraction and resolution have said, and judges nothing.

mod chain;
mod document;
mod entity;
mod event;
mod mention;
mod names;
mod origin;

pub use chain::{chain, plainest, source_words};
pub use document::{details, nothing_read, original};
pub use entity::entity;
pub use event::event;
pub use mention::{mention, time};
pub use names::names;
pub use origin::sources;

use crate::corpus::Corpus;
use crate::model::DocumentIx;
use crate::text::{Span, visible, wrap};

use super::strand::document_name;

/// Cells of the labels' column, the gap included.
const LABELS: u16 = 13;

/// Something explained: a title and rows that fit a box.
#[derive(Clone, Debug, Default)]
pub struct Explanation {
    /// What is explained, ready to be shown.
    pub title: String,
    said: Vec<Said>,
    /// The rows for the width that it was last laid out for.
    pub rows: Vec<Row>,
    /// The first row in sight.
    pub top: usize,
    width: u16,
}

/// Something said.
#[derive(Clone, Debug)]
struct Said {
    label: String,
    words: String,
    tone: Tone,
}

/// How something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A heading.
    Heading,
    /// Plainly.
    Plain,
    /// In the words of a text.
    Quote,
}

/// A row of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about, on the first row of it.
    pub label: String,
    /// The words.
    pub words: String,
    /// How they are said.
    pub tone: Tone,
}

impl Explanation {
    fn new(title: &str) -> Self {
        Self { title: visible(title).into_owned(), ..Self::default() }
    }

    fn heading(&mut self, words: &str) {
        self.say("", "", Tone::Plain);
        self.say("", words, Tone::Heading);
    }

    /// What to press, once the box is closed, where this is right or wrong.
    fn keys(&mut self, keys: &[(&str, &str)]) {
        self.heading("To confirm or correct it: Esc, then");
        for (key, does) in keys {
            self.fact(key, *does);
        }
    }

    fn fact(&mut self, label: &str, words: impl AsRef<str>) {
        self.say(label, words.as_ref(), Tone::Plain);
    }

    fn quote(&mut self, label: &str, words: &str) {
        self.say(label, &format!("“{words}”"), Tone::Quote);
    }

    fn say(&mut self, label: &str, words: &str, tone: Tone) {
        self.said.push(Said { label: visible(label).into_owned(), words: one_line(words), tone });
    }

    /// Lays the rows out for a box of `width` cells inside.
    pub fn lay(&mut self, width: u16) {
        if self.width == width {
            return;
        }
        self.width = width;
        self.rows.clear();
        for said in &self.said {
            let room = if said.tone == Tone::Heading { width } else { width.saturating_sub(LABELS) };
            let mut lines = Vec::new();
            wrap(&said.words, Span::whole(&said.words), room, &mut lines);
            for (at, line) in lines.into_iter().enumerate() {
                let label = if at == 0 { said.label.clone() } else { String::new() };
                self.rows.push(Row { label, words: line.of(&said.words).to_owned(), tone: said.tone });
            }
        }
    }

    /// Cells of the labels' column.
    pub const fn labels() -> u16 {
        LABELS
    }
}

/// As one line that may be shown: white space runs as one space, at most a paragraph's worth of it.
fn one_line(words: &str) -> String {
    const LONGEST: usize = 600;
    let mut line = String::new();
    for word in words.split_whitespace() {
        if line.len() > LONGEST {
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().take(LONGEST));
    }
    visible(&line).into_owned()
}

/// Where a place stands: the document's name and the paragraph's number.
fn place(corpus: &Corpus, document: DocumentIx, span: Span) -> String {
    let name = document_name(corpus, document);
    let paragraph = corpus.passage_at(document, span.start).map_or(0, |at| corpus.passage(at).paragraph);
    format!("{name} §{paragraph}")
}

/// The words of a passage around a place, not more than a few lines of them.
fn passage_words(corpus: &Corpus, document: DocumentIx, span: Span) -> String {
    const LONGEST: u32 = 400;
    let Some(passage) = corpus.passage_at(document, span.start).map(|at| corpus.passage(at).span) else {
        return String::new();
    };
    if passage.len() <= LONGEST {
        return corpus.quote(document, passage).to_owned();
    }
    let text = &corpus.document(document).text;
    let around = span.widened(LONGEST / 2, text).intersection(passage);
    format!("…{}…", around.of(text))
}
