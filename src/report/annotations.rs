//! W3C Web Annotations (Web Annotation Data Model, 2017) as JSON-LD: every passage, every name in it, every note, tag and
//! bookmark, each with a `TextQuoteSelector` and a `TextPositionSelector`.
//!
//! Positions are Unicode code points of the document's text, which `redstring documents --text FILE` prints.

use std::collections::HashMap;
use std::io::{self, Write};

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::corpus::Corpus;
use crate::model::{ContentHash, Digest, DocumentIx, Entity, Place};
use crate::text::{CodePoints, Span};

use super::certain::published;
use super::percent::percent_encoded;
use super::remarks::RemarkKind;
use super::{Loss, MAKER, Report, rows};

/// Characters of prefix and suffix, as most annotators keep them.
const CONTEXT: usize = 32;

pub(super) fn write(report: &Report<'_>, to: &mut dyn Write) -> io::Result<Loss> {
    let head = json!({
        "label": report.selection.in_words(),
        "creator": { "type": "Software", "name": MAKER },
        "created": report.made.at,
    });
    let head = head.to_string();
    let head = head.trim_matches(['{', '}']);
    // JSON for people first says what it is.
    write!(to, "{{\"@context\":[\"http://www.w3.org/ns/anno.jsonld\",{{\"sha256\":\"https://schema.org/sha256\"}}],")?;
    write!(
        to,
        "\"type\":\"AnnotationCollection\",{head},\"first\":{{\"type\":\"AnnotationPage\",\"startIndex\":0,\"items\":["
    )?;
    let mut writer = Writer { report, points: HashMap::new(), written: 0, to };
    writer.passages()?;
    writer.remarks()?;
    let total = writer.written;
    writeln!(to, "]}},\"total\":{total}}}")?;
    Ok(Loss::default())
}

struct Writer<'r, 'c, 'w> {
    report: &'r Report<'c>,
    points: HashMap<DocumentIx, CodePoints<'c>>,
    written: usize,
    to: &'w mut dyn Write,
}

impl Writer<'_, '_, '_> {
    fn passages(&mut self) -> io::Result<()> {
        let corpus = self.report.corpus;
        for at in self.report.selection.passages() {
            let passage = corpus.passage(*at);
            let target = self.target(passage.document, passage.span);
            self.annotation(&target, "highlighting", None)?;
            for mention in corpus.mentions_in(*at) {
                let target = self.target(passage.document, mention.span);
                let entity = corpus.entity(mention.entity);
                let body = json!([
                    { "type": "SpecificResource", "source": resource(entity), "purpose": "identifying" },
                    textual(&entity.name, "describing"),
                    textual(entity.kind.name(), "classifying"),
                ]);
                self.annotation(&target, "identifying", Some(body))?;
            }
        }
        Ok(())
    }

    fn remarks(&mut self) -> io::Result<()> {
        let corpus = self.report.corpus;
        for remark in self.report.remarks.within(corpus, &self.report.selection) {
            let target = match remark.place {
                Ok(Place::Text(document, span)) => self.target(document, span),
                Ok(Place::Document(document)) => source(corpus, document),
                Ok(Place::Entity(at)) => resource(corpus.entity(at)).into(),
                Ok(Place::Event(at)) => format!("urn:redstring:event:{}", corpus.event(at).id).into(),
                Err(_) => continue,
            };
            let purpose = match remark.kind {
                RemarkKind::Note => "commenting",
                RemarkKind::Tag => "tagging",
                RemarkKind::Bookmark => "bookmarking",
            };
            let body = (!remark.text.is_empty()).then(|| textual(remark.text, purpose));
            self.annotation(&target, purpose, body)?;
        }
        Ok(())
    }

    fn annotation(&mut self, target: &Value, motivation: &str, body: Option<Value>) -> io::Result<()> {
        let mut annotation = json!({
            "id": name(motivation, target, body.as_ref()),
            "type": "Annotation",
            "motivation": motivation,
            "target": target,
        });
        if let (Some(annotation), Some(body)) = (annotation.as_object_mut(), body) {
            annotation.insert("body".to_owned(), body);
        }
        self.to.write_all(if self.written == 0 { b"\n" } else { b",\n" })?;
        self.written += 1;
        rows::json(&mut self.to, &annotation)
    }

    fn target(&mut self, at: DocumentIx, span: Span) -> Value {
        let corpus = self.report.corpus;
        let text = &*corpus.document(at).text;
        let place = self.points.entry(at).or_insert_with(|| CodePoints::new(text)).of(span);
        let (prefix, suffix) = around(text, span);
        let mut target = json!({
            "source": source(corpus, at),
            "selector": [
                { "type": "TextQuoteSelector", "exact": span.of(text), "prefix": prefix, "suffix": suffix },
                { "type": "TextPositionSelector", "start": place.start, "end": place.end },
            ],
        });
        let day = published(corpus.publication(at)).filter(|day| day.len() == 10);
        if let (Some(target), Some(day)) = (target.as_object_mut(), day) {
            let state = json!({ "type": "TimeState", "sourceDate": format!("{day}T00:00:00Z") });
            target.insert("state".to_owned(), state);
        }
        target
    }
}

fn around(text: &str, span: Span) -> (&str, &str) {
    let before = Span::new(0, span.start).of(text);
    let after = Span::new(span.end, text.len() as u32).of(text);
    let start = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    (before.get(start..).unwrap_or_default(), after.get(..end).unwrap_or_default())
}

/// The document: a file below the given folder, known by its bytes.
fn source(corpus: &Corpus, at: DocumentIx) -> Value {
    let document = corpus.document(at);
    json!({
        "id": format!("file:{}", percent_encoded(&document.file, is_plain)),
        "type": "Text",
        "format": "text/plain",
        "sha256": ContentHash::from(document),
    })
}

fn resource(entity: &Entity) -> String {
    format!("urn:redstring:entity:{}", entity.id)
}

fn textual(text: &str, purpose: &str) -> Value {
    json!({ "type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose })
}

/// The same annotation has the same name each time: a UUID of version 8 (RFC 9562) made of what it says.
fn name(motivation: &str, target: &Value, body: Option<&Value>) -> String {
    let mut hash = Sha256::new();
    hash.update(motivation);
    hash.update(target.to_string());
    hash.update(body.map(ToString::to_string).unwrap_or_default());
    let whole: [u8; 32] = hash.finalize().into();
    let [mut bytes, _] = *whole.as_chunks::<16>().0 else { return String::new() };
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let digits = Digest(bytes).to_string();
    let part = |start: u32, end: u32| Span::new(start, end).of(&digits);
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// What may stand in the path of a URI as it is.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte)
}
