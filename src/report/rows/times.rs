//! Every time expression with its value.

use serde::Serialize;

use crate::calendar::Precision;
use crate::corpus::Corpus;
use crate::model::{TimeMention, ZoneLabel};

use crate::report::Selection;

use super::row::{Row, day};

/// One time expression.
#[derive(Serialize)]
pub struct TimeRow<'c> {
    doc: &'c str,
    start: u32,
    end: u32,
    text: &'c str,
    r#type: &'static str,
    value: String,
    edtf: Option<String>,
    earliest: Option<String>,
    latest: Option<String>,
    precision: Option<&'static str>,
    anchor: &'static str,
    rule: &'static str,
    role: &'static str,
}

/// The time expressions of a selection, in reading order.
pub fn times<'c>(corpus: &'c Corpus, selection: &Selection) -> Vec<TimeRow<'c>> {
    let inside = selection.passages().iter().flat_map(|at| corpus.times_in(*at));
    inside.map(|time| row(corpus, time)).collect()
}

fn row<'c>(corpus: &'c Corpus, time: &TimeMention) -> TimeRow<'c> {
    let passage = corpus.passage(time.passage);
    let expression = &time.expression;
    let days = time.when.days();
    TimeRow {
        doc: &corpus.document(passage.document).file,
        start: expression.span.start,
        end: expression.span.end,
        text: corpus.quote(passage.document, expression.span),
        r#type: expression.kind.name(),
        value: time.when.timex(),
        edtf: time.when.edtf(),
        earliest: day(days.earliest),
        latest: day(days.latest),
        precision: time.when.precision().map(Precision::name),
        anchor: expression.anchor.name(),
        rule: expression.rule,
        role: role(passage.zone),
    }
}

/// What part of the article states it.
const fn role(zone: ZoneLabel) -> &'static str {
    match zone {
        ZoneLabel::Headline | ZoneLabel::Body | ZoneLabel::Caption => "narrative",
        ZoneLabel::Byline => "byline",
        ZoneLabel::Header | ZoneLabel::Boilerplate => "furniture",
    }
}

impl TimeRow<'_> {
    fn cell(value: Option<&String>) -> String {
        value.cloned().unwrap_or_default()
    }
}

impl Row for TimeRow<'_> {
    const TABLE: &'static [&'static str] = &["value", "text", "type", "anchor", "rule", "doc", "start"];
    const CSV: &'static [&'static str] = &[
        "doc",
        "start",
        "end",
        "text",
        "type",
        "value",
        "edtf",
        "earliest",
        "latest",
        "precision",
        "anchor",
        "rule",
        "role",
    ];

    fn table(&self) -> Vec<String> {
        [&self.value, self.text, self.r#type, self.anchor, self.rule, self.doc, &self.start.to_string()]
            .map(str::to_owned)
            .to_vec()
    }

    fn csv(&self) -> Vec<String> {
        vec![
            self.doc.to_owned(),
            self.start.to_string(),
            self.end.to_string(),
            self.text.to_owned(),
            self.r#type.to_owned(),
            self.value.clone(),
            Self::cell(self.edtf.as_ref()),
            Self::cell(self.earliest.as_ref()),
            Self::cell(self.latest.as_ref()),
            self.precision.unwrap_or_default().to_owned(),
            self.anchor.to_owned(),
            self.rule.to_owned(),
            self.role.to_owned(),
        ]
    }
}
