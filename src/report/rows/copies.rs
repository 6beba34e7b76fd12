//! Documents that have words in common, a pair a row.

use serde::Serialize;

use crate::corpus::Corpus;
use crate::model::{Given, Sharing};

use super::row::{Row, list};

/// Bytes of the first stretch that a table and csv show.
const SHOWN: usize = 120;

/// A pair of documents.
#[derive(Serialize)]
pub struct CopyRow<'c> {
    /// The one that comes later in reading order.
    doc: &'c str,
    /// The one that it has something in common with.
    other: &'c str,
    likeness: &'static str,
    /// Words in common, what both quote left out.
    words: u32,
    /// The share of the shorter one's words that this is.
    percent: u32,
    stretches: Vec<StretchRow<'c>>,
}

/// A stretch in common; offsets are those of each document's text.
#[derive(Serialize)]
struct StretchRow<'c> {
    start: u32,
    end: u32,
    text: &'c str,
    quoted: bool,
    other_start: u32,
    other_end: u32,
    other_text: &'c str,
    other_quoted: bool,
    words: u32,
    /// The runs of the same words: start and end in the document, start and end in the other.
    runs: Vec<[u32; 4]>,
}

/// All pairs, by the later document.
pub fn copies(corpus: &Corpus) -> Vec<CopyRow<'_>> {
    corpus.sharings().iter().map(|sharing| row(corpus, sharing)).collect()
}

fn row<'c>(corpus: &'c Corpus, sharing: &Sharing) -> CopyRow<'c> {
    let [earlier, later] = sharing.documents;
    let stretch = |stretch: &crate::model::Stretch| {
        let [there, here] = stretch.places();
        let [other_given, given] = stretch.given;
        StretchRow {
            start: here.start,
            end: here.end,
            text: corpus.quote(later, here),
            quoted: given == Given::Quoted,
            other_start: there.start,
            other_end: there.end,
            other_text: corpus.quote(earlier, there),
            other_quoted: other_given == Given::Quoted,
            words: stretch.words,
            runs: stretch.runs.iter().map(|[there, here]| [here.start, here.end, there.start, there.end]).collect(),
        }
    };
    CopyRow {
        doc: &corpus.document(later).file,
        other: &corpus.document(earlier).file,
        likeness: sharing.likeness.name(),
        words: sharing.words,
        percent: sharing.percent(),
        stretches: sharing.stretches.unpacked().iter().map(stretch).collect(),
    }
}

impl CopyRow<'_> {
    /// The beginning of the first stretch, on one line.
    fn begins(&self) -> String {
        let Some(first) = self.stretches.first() else { return String::new() };
        let mut words = String::new();
        for word in first.text.split_whitespace() {
            if words.len() + word.len() > SHOWN {
                words.push_str(" …");
                break;
            }
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        words
    }
}

impl Row for CopyRow<'_> {
    const TABLE: &'static [&'static str] = &["likeness", "percent", "words", "doc", "other", "begins"];
    const CSV: &'static [&'static str] = &["doc", "other", "likeness", "percent", "words", "places", "begins"];

    fn table(&self) -> Vec<String> {
        vec![
            self.likeness.to_owned(),
            self.percent.to_string(),
            self.words.to_string(),
            self.doc.to_owned(),
            self.other.to_owned(),
            self.begins(),
        ]
    }

    fn csv(&self) -> Vec<String> {
        let places = self
            .stretches
            .iter()
            .map(|stretch| format!("{}-{}={}-{}", stretch.start, stretch.end, stretch.other_start, stretch.other_end));
        vec![
            self.doc.to_owned(),
            self.other.to_owned(),
            self.likeness.to_owned(),
            self.percent.to_string(),
            self.words.to_string(),
            list(places),
            self.begins(),
        ]
    }
}
