//! Every place that names someone or something.

use serde::Serialize;

use crate::corpus::Corpus;
use crate::model::{Mention, References};

use crate::report::Selection;

use super::row::{Place, Row};

/// One mention.
#[derive(Serialize)]
pub struct MentionRow<'c> {
    doc: &'c str,
    start: u32,
    end: u32,
    text: &'c str,
    kind: &'static str,
    form: &'static str,
    entity: String,
    name: &'c str,
    passage: Place,
    /// That it is a name of that kind, or a reference to that person, as a share of one.
    confidence: f64,
    why: String,
}

/// The mentions in a selection, in reading order, with the references that are asked for.
pub fn mentions<'c>(corpus: &'c Corpus, selection: &Selection, references: References) -> Vec<MentionRow<'c>> {
    let inside = selection.passages().iter().flat_map(|at| corpus.spoken_of_in(*at, references));
    inside.map(|mention| row(corpus, mention)).collect()
}

fn row<'c>(corpus: &'c Corpus, mention: &Mention) -> MentionRow<'c> {
    let passage = corpus.passage(mention.passage);
    let entity = corpus.entity(mention.entity);
    MentionRow {
        doc: &corpus.document(passage.document).file,
        start: mention.span.start,
        end: mention.span.end,
        text: corpus.quote(passage.document, mention.span),
        kind: mention.kind.name(),
        form: mention.form.name(),
        entity: entity.id.to_string(),
        name: &entity.name,
        passage: passage.span.into(),
        confidence: mention.confidence.share(),
        why: format!("{}; {}", mention.cue.words(), mention.link.rule.words()),
    }
}

impl Row for MentionRow<'_> {
    const TABLE: &'static [&'static str] = &["text", "name", "kind", "form", "doc", "start", "why"];
    const CSV: &'static [&'static str] = &[
        "doc",
        "start",
        "end",
        "text",
        "kind",
        "form",
        "entity",
        "name",
        "passage_start",
        "passage_end",
        "confidence",
        "why",
    ];

    fn table(&self) -> Vec<String> {
        [self.text, self.name, self.kind, self.form, self.doc, &self.start.to_string(), &self.why]
            .map(str::to_owned)
            .to_vec()
    }

    fn csv(&self) -> Vec<String> {
        vec![
            self.doc.to_owned(),
            self.start.to_string(),
            self.end.to_string(),
            self.text.to_owned(),
            self.kind.to_owned(),
            self.form.to_owned(),
            self.entity.clone(),
            self.name.to_owned(),
            self.passage.start.to_string(),
            self.passage.end.to_string(),
            self.confidence.to_string(),
            self.why.clone(),
        ]
    }
}
