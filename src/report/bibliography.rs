//! The list of sources for reference managers: CSL-JSON (Citation Style Language 1.0.2) and BibTeX.
//!
//! Only what a source states of itself goes into their fields. A publication date that was inferred stands in the note.

use std::collections::HashMap;
use std::io::{self, Write};

use chrono::Datelike;
use serde_json::{Value, json};

use crate::calendar::{Date, Doubt, When};
use crate::model::{ContentHash, DocumentIx, Found, Metadata, Publication};

use super::certain::published;
use super::citation::{Author, authors, days_in_full, in_full};
use super::percent::percent_encoded;
use super::slug::slug;
use super::{Loss, Report, Sink, rows};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(super) fn csl(report: &Report<'_>, to: &mut dyn Write) -> io::Result<Loss> {
    let mut keys = Keys::default();
    to.write_all(b"[")?;
    for (number, at) in report.selection.documents(report.corpus).into_iter().enumerate() {
        to.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        rows::json(&mut &mut *to, &item(report, at, &keys.key(report, at)))?;
    }
    to.write_all(b"]\n")?;
    Ok(Loss::default())
}

fn item(report: &Report<'_>, at: DocumentIx, key: &str) -> Value {
    let document = report.corpus.document(at);
    let publication = report.corpus.publication(at);
    let Metadata { title, source, author, url, .. } = &document.metadata;
    let kind = match (source, url) {
        (Some(_), _) => "article-newspaper",
        (None, Some(_)) => "webpage",
        (None, None) => "document",
    };
    let names = value(author.as_ref()).map(authors).unwrap_or_default().into_iter().map(|author| match author {
        Author::Person { given, family } => json!({ "family": family, "given": given }),
        Author::Literal(name) => json!({ "literal": name }),
    });
    let names: Vec<Value> = names.collect();
    let mut item = json!({ "id": key, "type": kind, "note": note(report, at) });
    let fields = [
        ("title", value(title.as_ref()).map(Value::from)),
        ("author", (!names.is_empty()).then(|| names.into())),
        ("container-title", value(source.as_ref()).map(Value::from)),
        ("URL", value(url.as_ref()).map(Value::from)),
        ("issued", issued(publication)),
    ];
    if let Some(item) = item.as_object_mut() {
        item.extend(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    item
}

/// A date as it is stated; `circa` where the source itself doubts it.
fn issued(publication: &Publication) -> Option<Value> {
    let doubted = |date: Date| Some(date).filter(|date| date.doubt() != Doubt::None);
    match publication.value.filter(|_| !publication.is_inferred) {
        Some(When::Date(date)) if doubted(date).is_some() => {
            let plain = When::Date(date.doubted(Doubt::None));
            let plain = Publication { value: Some(plain), ..publication.clone() };
            Some(json!({ "date-parts": [parts(&published(&plain)?)], "circa": true }))
        }
        _ => Some(json!({ "date-parts": [parts(&published(publication)?)] })),
    }
}

fn parts(date: &str) -> Vec<u32> {
    date.split('-').filter_map(|part| part.parse().ok()).collect()
}

pub(super) fn bibtex(report: &Report<'_>, to: &mut Sink<'_>) -> io::Result<Loss> {
    let mut keys = Keys::default();
    for at in report.selection.documents(report.corpus) {
        let document = report.corpus.document(at);
        let Metadata { title, source, author, url, .. } = &document.metadata;
        to.raw(&format!("@misc{{{}", keys.key(report, at)))?;
        let names: Vec<Author> = value(author.as_ref()).map(authors).unwrap_or_default();
        if !names.is_empty() {
            to.raw(",\n  author = {")?;
            for (number, name) in names.iter().enumerate() {
                to.raw(if number == 0 { "" } else { " and " })?;
                self::author(to, name)?;
            }
            to.raw("}")?;
        }
        // Doubled braces keep capitals.
        field(to, "title", value(title.as_ref()).unwrap_or(&document.file), ("{{", "}}"))?;
        if let Some(source) = value(source.as_ref()) {
            field(to, "howpublished", source, ("{", "}"))?;
        }
        let date = published(report.corpus.publication(at)).map(|date| parts(&date)).unwrap_or_default();
        if let Some(year) = date.first() {
            to.raw(&format!(",\n  year = {{{year}}}"))?;
        }
        if let Some(month) = date.get(1).and_then(|month| MONTHS.get(*month as usize - 1)) {
            to.raw(&format!(",\n  month = {month}"))?;
        }
        if let Some(day) = date.get(2) {
            to.raw(&format!(",\n  day = {{{day}}}"))?;
        }
        if let Some(url) = value(url.as_ref()) {
            to.raw(&format!(",\n  url = {{{}}}", percent_encoded(url, is_plain)))?;
        }
        field(to, "note", &note(report, at), ("{", "}"))?;
        to.raw("\n}\n\n")?;
    }
    Ok(Loss { replaced: to.replaced(), ..Loss::default() })
}

fn author(to: &mut Sink<'_>, author: &Author) -> io::Result<()> {
    match author {
        Author::Person { given, family } => {
            to.tex(family)?;
            to.raw(", ")?;
            to.tex(given)
        }
        // Braces keep a body's name in one piece.
        Author::Literal(name) => {
            to.raw("{")?;
            to.tex(name)?;
            to.raw("}")
        }
    }
}

fn field(to: &mut Sink<'_>, name: &str, text: &str, (open, close): (&str, &str)) -> io::Result<()> {
    to.raw(&format!(",\n  {name} = {open}"))?;
    to.tex(text)?;
    to.raw(close)
}

/// What of an address may stand between braces; what would end them is percent-encoded.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'{' | b'}' | b'\\' | b'"')
}

/// File, hash, and what is not certain of the date.
fn note(report: &Report<'_>, at: DocumentIx) -> String {
    let document = report.corpus.document(at);
    let publication = report.corpus.publication(at);
    let words = publication.value.and_then(in_full).or_else(|| days_in_full(publication.days));
    let date = match (words, publication.is_inferred, published(publication)) {
        (Some(words), true, _) => format!("; published {words} (inferred)"),
        (Some(words), false, None) => format!("; published {words}"),
        _ => String::new(),
    };
    format!("File {}; SHA-256 {}{date}", document.file, ContentHash::from(document))
}

fn value(found: Option<&Found<String>>) -> Option<&str> {
    found.map(|found| found.value.as_str())
}

/// Names for sources that are each given once: outlet, year, first word of the title.
#[derive(Default)]
struct Keys(HashMap<String, u32>);

impl Keys {
    fn key(&mut self, report: &Report<'_>, at: DocumentIx) -> String {
        let document = report.corpus.document(at);
        let publication = report.corpus.publication(at);
        let outlet = value(document.metadata.source.as_ref()).map(slug).unwrap_or_default().replace('-', "");
        let year = publication.value.filter(|_| !publication.is_inferred).and_then(When::year);
        let year =
            year.or_else(|| publication.days.single().map(|day| day.year()).filter(|_| !publication.is_inferred));
        let title = value(document.metadata.title.as_ref()).unwrap_or(&document.file);
        let word = slug(title).split('-').find(|word| word.len() > 3).unwrap_or("source").to_owned();
        let base = format!("{outlet}{}{word}", year.map(|year| year.to_string()).unwrap_or_default());
        let number = self.0.entry(base.clone()).or_default();
        *number += 1;
        if *number == 1 { base } else { format!("{base}-{number}") }
    }
}
