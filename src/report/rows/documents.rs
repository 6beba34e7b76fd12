//! What is known of each article.

use serde::Serialize;

use crate::calendar::When;
use crate::corpus::Corpus;
use crate::model::{ContentHash, Document, Found, Provenance, Publication, PublicationCandidate};

use crate::report::Selection;

use super::row::{Row, day, interval, list};

/// One article.
#[derive(Serialize)]
pub struct DocumentRow<'c> {
    file: &'c str,
    title: Option<&'c str>,
    source: Option<&'c str>,
    author: Option<&'c str>,
    /// The best single value, as precise as it is proved.
    published: Option<String>,
    published_earliest: Option<String>,
    published_latest: Option<String>,
    published_how: Vec<How<'c>>,
    url: Option<&'c str>,
    sha256: String,
    bytes: u64,
    zones: Vec<ZoneRow>,
    notes: Vec<&'c str>,
    #[serde(skip)]
    stated: bool,
}

/// One statement about the publication date.
#[derive(Serialize)]
struct How<'c> {
    from: &'static str,
    value: Option<String>,
    why: &'c str,
}

#[derive(Serialize)]
struct ZoneRow {
    start: u32,
    end: u32,
    label: &'static str,
}

/// The articles of a selection, in reading order.
pub fn documents<'c>(corpus: &'c Corpus, selection: &Selection) -> Vec<DocumentRow<'c>> {
    let documents = selection.documents(corpus).into_iter();
    documents.map(|at| row(corpus.document(at), corpus.publication(at))).collect()
}

fn row<'c>(document: &'c Document, publication: &'c Publication) -> DocumentRow<'c> {
    let metadata = &document.metadata;
    DocumentRow {
        file: &document.file,
        title: value(metadata.title.as_ref()),
        source: value(metadata.source.as_ref()),
        author: value(metadata.author.as_ref()),
        published: publication.value.and_then(When::edtf),
        published_earliest: day(publication.days.earliest),
        published_latest: day(publication.days.latest),
        published_how: publication.candidates.iter().map(how).collect(),
        url: value(metadata.url.as_ref()),
        sha256: ContentHash::from(document).to_string(),
        bytes: document.bytes,
        zones: document
            .zones
            .iter()
            .map(|zone| ZoneRow { start: zone.span.start, end: zone.span.end, label: zone.label.name() })
            .collect(),
        notes: document.notes.iter().map(|note| note.0.as_str()).collect(),
        stated: !publication.is_inferred,
    }
}

fn value(found: Option<&Found<String>>) -> Option<&str> {
    found.map(|found| found.value.as_str())
}

fn how(candidate: &PublicationCandidate) -> How<'_> {
    let from = match candidate.from {
        Provenance::Sidecar => "metadata.csv",
        Provenance::Embedded => "metadata",
        Provenance::Header => "header",
        Provenance::Text(_) => "text",
        Provenance::FileName => "file name",
        Provenance::Inferred => "inferred",
        Provenance::Reader => "casebook",
    };
    let value = candidate.value.and_then(When::edtf).or_else(|| interval(candidate.days));
    How { from, value, why: &candidate.why }
}

impl Row for DocumentRow<'_> {
    const TABLE: &'static [&'static str] = &["published", "source", "title", "bytes", "file", "notes"];
    /// What `metadata.csv` takes.
    const CSV: &'static [&'static str] = &["file", "title", "source", "author", "published", "url"];

    fn table(&self) -> Vec<String> {
        let between = || {
            let end = |end: &Option<String>| end.clone().unwrap_or_else(|| "..".to_owned());
            format!("{}/{}", end(&self.published_earliest), end(&self.published_latest))
        };
        let published = match &self.published {
            Some(published) if self.stated => published.clone(),
            Some(published) => format!("{published} (inferred)"),
            None if self.published_earliest.is_none() && self.published_latest.is_none() => "undated".to_owned(),
            None if self.stated => between(),
            None => format!("{} (inferred)", between()),
        };
        vec![
            published,
            self.source.unwrap_or_default().to_owned(),
            self.title.unwrap_or_default().to_owned(),
            self.bytes.to_string(),
            self.file.to_owned(),
            list(self.notes.iter().map(ToString::to_string)),
        ]
    }

    /// An inferred publication date stays out: in `metadata.csv` it would count as stated.
    fn csv(&self) -> Vec<String> {
        let published = self.published.clone().filter(|_| self.stated);
        let cell = |value: Option<&str>| value.unwrap_or_default().to_owned();
        vec![
            self.file.to_owned(),
            cell(self.title),
            cell(self.source),
            cell(self.author),
            published.unwrap_or_default(),
            cell(self.url),
        ]
    }
}
