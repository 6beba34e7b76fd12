//! What is known of each article.

use serde::Serialize;

use crate::calendar::When;
use crate::corpus::Corpus;
use crate::model::{
    ContentHash, DocumentIx, Found, Likeness, OriginIx, Provenance, PublicationCandidate, Sharing, Tie,
};

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
    /// Where its report comes from.
    origin: Option<&'c str>,
    /// What says so.
    ties: Vec<TieRow<'c>>,
    /// Documents that it is a copy of, or that are copies of it.
    copies: Vec<CopyOf<'c>>,
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

/// Words that tie it, or a passage of it, to an origin.
#[derive(Serialize)]
struct TieRow<'c> {
    start: u32,
    end: u32,
    text: &'c str,
    origin: Option<&'c str>,
    says: &'static str,
    reach: &'static str,
}

/// A document with the same words or most of them.
#[derive(Serialize)]
struct CopyOf<'c> {
    file: &'c str,
    likeness: &'static str,
    percent: u32,
    /// Whether it comes earlier in reading order.
    #[serde(skip)]
    is_earlier: bool,
}

/// The articles of a selection, in reading order.
pub fn documents<'c>(corpus: &'c Corpus, selection: &Selection) -> Vec<DocumentRow<'c>> {
    let documents = selection.documents(corpus).into_iter();
    documents.map(|at| row(corpus, at)).collect()
}

fn row(corpus: &Corpus, at: DocumentIx) -> DocumentRow<'_> {
    let (document, publication) = (corpus.document(at), corpus.publication(at));
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
        origin: origin(corpus, corpus.origin(at)),
        ties: corpus.origins().ties_of(at).iter().map(|tie| self::tie(corpus, tie)).collect(),
        copies: corpus.sharings_of(at).filter_map(|sharing| copy_of(corpus, at, sharing)).collect(),
        notes: document.notes.iter().map(|note| note.0.as_str()).collect(),
        stated: !publication.is_inferred,
    }
}

fn origin(corpus: &Corpus, at: OriginIx) -> Option<&str> {
    corpus.origin_at(at).map(|origin| origin.name.as_str())
}

fn tie<'c>(corpus: &'c Corpus, tie: &Tie) -> TieRow<'c> {
    TieRow {
        start: tie.span.start,
        end: tie.span.end,
        text: corpus.quote(tie.document, tie.span),
        origin: origin(corpus, tie.origin),
        says: tie.says.name(),
        reach: tie.reach.name(),
    }
}

fn copy_of<'c>(corpus: &'c Corpus, at: DocumentIx, sharing: &Sharing) -> Option<CopyOf<'c>> {
    let (other, _) = sharing.beside(at).filter(|_| sharing.likeness != Likeness::Part)?;
    Some(CopyOf {
        file: &corpus.document(other).file,
        likeness: sharing.likeness.name(),
        percent: sharing.percent(),
        is_earlier: other < at,
    })
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

impl CopyOf<'_> {
    fn words(&self) -> String {
        match self.percent {
            100 => format!("same text as {}", self.file),
            percent => format!("{percent} % the same as {}", self.file),
        }
    }
}

impl Row for DocumentRow<'_> {
    const TABLE: &'static [&'static str] = &["published", "source", "origin", "title", "bytes", "file", "notes"];
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
            self.origin
                .filter(|origin| Some(*origin) != self.source && Some(*origin) != self.title)
                .unwrap_or_default()
                .to_owned(),
            self.title.unwrap_or_default().to_owned(),
            self.bytes.to_string(),
            self.file.to_owned(),
            list(
                self.copies
                    .iter()
                    .filter(|copy| copy.is_earlier)
                    .map(CopyOf::words)
                    .chain(self.notes.iter().map(ToString::to_string)),
            ),
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
