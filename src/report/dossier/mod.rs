//! The dossier: chosen passages in groups, a timeline, the list of sources, and how it was made. In Markdown and in HTML.
//!
//! Passages are numbered in reading order. One that belongs to several groups is printed in the first and named by its number
//! in the others, so that the dossier stays as long as what it holds.

mod form;
mod groups;
mod html;
mod markdown;
mod timeline;

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::calendar::{Precision, When};
use crate::model::{ContentHash, DocumentIx, EntityIx, LinkRule, PassageIx};
use crate::text::{CodePoints, is_hidden, visible};

use super::citation::{Citation, Style, in_full};
use super::remarks::{Placed, RemarkKind};
use super::{MAKER, Report};

pub(super) use html::html;
pub(super) use markdown::markdown;

/// What both forms of a dossier are made of. All strings in it are untrusted.
struct Dossier<'r, 'c> {
    report: &'r Report<'c>,
    points: HashMap<DocumentIx, CodePoints<'c>>,
}

/// A passage with all that is said of it.
struct Entry<'c> {
    number: usize,
    quote: &'c str,
    /// Outlet, title, date with its precision, address.
    source: String,
    /// File, paragraph, characters.
    place: String,
    /// SHA-256 of the file.
    sha256: String,
    /// What more there is to say, each with what it is.
    more: Vec<(&'static str, String)>,
}

/// A group of passages.
struct Group {
    heading: String,
    /// What more there is to say, each with what it is.
    more: Vec<(&'static str, String)>,
    passages: Vec<PassageIx>,
}

/// A row of the timeline.
struct Line {
    when: String,
    what: String,
    who: String,
    /// Outlets and numbers of passages.
    said: String,
    /// What its sources say differently, a line each.
    differs: Vec<String>,
}

/// A source of the list.
struct Source {
    citation: String,
    more: Vec<(&'static str, String)>,
}

impl<'r, 'c> Dossier<'r, 'c> {
    fn new(report: &'r Report<'c>) -> Self {
        let documents: BTreeSet<DocumentIx> =
            report.selection.passages().iter().map(|at| report.corpus.passage(*at).document).collect();
        let points = documents.into_iter().map(|at| (at, CodePoints::new(&report.corpus.document(at).text)));
        Self { report, points: points.collect() }
    }

    fn title(&self) -> String {
        format!("Dossier: {}", self.report.made.collection)
    }

    fn summary(&self) -> String {
        format!("{}. Made by {MAKER} on {}.", self.report.selection.in_words(), self.report.made.at)
    }

    /// The number of a passage of the selection, from 1.
    fn number(&self, at: PassageIx) -> Option<usize> {
        self.report.selection.passages().binary_search(&at).ok().map(|index| index + 1)
    }

    fn entry(&self, at: PassageIx) -> Option<Entry<'c>> {
        let corpus = self.report.corpus;
        let passage = corpus.passage(at);
        let citation = Citation::counted(corpus, passage.document, passage.span, self.points.get(&passage.document)?);
        let characters = citation.characters();
        let document = corpus.document(passage.document);
        let metadata = &document.metadata;
        let title = metadata.title.as_ref().map(|title| format!("“{}”", title.value));
        let outlet = metadata.source.as_ref().map(|outlet| outlet.value.clone());
        let date = Some(self.date(passage.document));
        let paragraph = (passage.paragraph > 0).then(|| format!("paragraph {}", passage.paragraph));
        let page = document.page(passage.span.start).map(|page| format!("page {page}"));
        let characters = format!("characters {}–{}", characters.start, characters.end);
        let place = [Some(document.file.clone()), page, paragraph, Some(characters)];
        Some(Entry {
            number: self.number(at)?,
            quote: citation.quote(),
            source: [outlet, title, date].into_iter().flatten().collect::<Vec<_>>().join(", "),
            place: place.into_iter().flatten().collect::<Vec<_>>().join(", "),
            sha256: ContentHash::from(document).to_string(),
            more: self.more(at),
        })
    }

    /// Names, times, notes and tags of a passage, and what can't be seen in it.
    fn more(&self, at: PassageIx) -> Vec<(&'static str, String)> {
        let corpus = self.report.corpus;
        let mut seen: HashSet<EntityIx> = HashSet::new();
        let names: Vec<EntityIx> = self.report.spoken_of(at).filter(|entity| seen.insert(*entity)).collect();
        let doubt = |entity: EntityIx| if corpus.entity(entity).is_doubtful { " (doubtful)" } else { "" };
        let names: Vec<String> =
            names.into_iter().map(|entity| format!("{}{}", corpus.entity(entity).name, doubt(entity))).collect();
        let times = corpus.times_in(at).iter().filter_map(|time| {
            let is_inferred = time.event.is_some_and(|event| corpus.event(event).is_inferred);
            Some(format!("{}{}", in_full(time.when)?, if is_inferred { " (inferred)" } else { "" }))
        });
        let hidden: BTreeSet<char> = corpus.words(at).chars().filter(|letter| is_hidden(*letter)).collect();
        let hidden: Vec<String> = hidden
            .into_iter()
            .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200C}' | '\u{200D}'))
            .map(|letter| visible(&letter.to_string()).into_owned())
            .collect();
        let mut more = vec![
            ("Names", names.join(", ")),
            ("Times", times.collect::<Vec<_>>().join("; ")),
            ("Holds characters that can't be seen", hidden.join(" ")),
        ];
        more.extend(said(self.report.remarks.of_passage(at)));
        more.retain(|(_, words)| !words.is_empty());
        more
    }

    /// "December 30, 2016 (day, stated)".
    fn date(&self, at: DocumentIx) -> String {
        let publication = self.report.corpus.publication(at);
        let date = Citation::of_document(self.report.corpus, at).date();
        let how = if publication.is_inferred { "inferred" } else { "stated" };
        match publication.value.and_then(When::precision).map(Precision::name) {
            Some(precision) => format!("{date} ({precision}, {how})"),
            None if publication.days.is_unknown() => "undated".to_owned(),
            None => format!("{date} (day not known, {how})"),
        }
    }

    /// The documents that the passages stand in.
    fn sources(&self) -> Vec<Source> {
        let corpus = self.report.corpus;
        let documents = self.report.selection.documents(corpus).into_iter();
        let source = |at: DocumentIx| {
            let document = corpus.document(at);
            let why = corpus.publication(at).candidates.first().map(|candidate| candidate.why.clone());
            let notes: Vec<&str> = document.notes.iter().map(|note| note.0.as_str()).collect();
            let mut more = vec![
                ("File", document.file.clone()),
                ("SHA-256", ContentHash::from(document).to_string()),
                ("Published", self.date(at)),
                ("Dated by", why.unwrap_or_default()),
                ("Noticed", notes.join("; ")),
            ];
            more.extend(said(self.report.remarks.of_document(at)));
            more.retain(|(_, words)| !words.is_empty());
            Source { citation: Citation::of_document(corpus, at).source(Style::Note), more }
        };
        documents.map(source).collect()
    }

    /// Notes that have no place in the sources any more.
    fn orphans(&self) -> Vec<String> {
        let told = self.report.remarks.orphans();
        told.map(|(remark, reason)| format!("{}: {} ({reason})", remark.kind.name(), remark.text)).collect()
    }

    /// How it was made, a line each.
    fn method(&self) -> Vec<String> {
        let selection = &self.report.selection;
        let mut lines = vec![
            format!("{MAKER} read the sources on this machine and wrote this on {}.", self.report.made.at),
            format!("What leaves: {}.", selection.in_words()),
        ];
        lines.extend(selection.filter().iter().map(|condition| format!("Asked for: {condition}.")));
        lines.push(
            "A quote is a passage of its source, letter by letter. Characters count Unicode code points of the file's text \
             from 0, the end exclusive; `redstring documents --text FILE` prints that text. The hash is that of the file."
                .replace('`', ""),
        );
        let skipped = self.report.corpus.skipped();
        lines.extend(skipped.iter().map(|skipped| format!("Not read: {}: {}.", skipped.file, skipped.reason)));
        lines
    }

    /// What is not certain, a line each.
    fn doubts(&self) -> Vec<String> {
        let corpus = self.report.corpus;
        let selection = &self.report.selection;
        let documents = selection.documents(corpus);
        let publications = || documents.iter().map(|at| corpus.publication(*at));
        let inferred = publications().filter(|publication| publication.is_inferred).count();
        let undated = publications().filter(|publication| publication.days.is_unknown()).count();
        let mentions = || selection.passages().iter().flat_map(|at| corpus.mentions_in(*at));
        let doubtful = mentions().filter(|mention| mention.confidence.is_doubtful()).count();
        let ambiguous = mentions().filter(|mention| mention.link.rule == LinkRule::Ambiguous).count();
        let events = selection.events(corpus);
        let hanging = events.iter().filter(|at| corpus.event(**at).is_inferred).count();
        let differing = events.iter().filter(|at| !corpus.event(**at).differs.is_empty()).count();
        let counted = [
            (inferred, documents.len(), "documents: their publication date was inferred, not stated"),
            (undated, documents.len(), "documents: undated"),
            (
                doubtful,
                mentions().count(),
                "names: doubtful, for there are only weak signs that they are names of that kind",
            ),
            (ambiguous, mentions().count(), "names: they fit several people and were linked to none of them"),
            (hanging, events.len(), "events: their date hangs on an inferred publication date"),
            (differing, events.len(), "events: told differently by their sources; who is right is not said"),
        ];
        let mut lines = vec![
            "Names, dates and who is who were found by a program. It misses some and takes some for what they are not: check \
             with the source before you publish."
                .to_owned(),
        ];
        let told = counted.into_iter().filter(|(count, ..)| *count > 0);
        lines.extend(told.map(|(count, of, what)| format!("{count} of {of} {what}.")));
        lines
    }
}

/// The reader's notes, tags and bookmarks.
fn said<'p, 'c: 'p>(remarks: impl Iterator<Item = &'p Placed<'c>>) -> Vec<(&'static str, String)> {
    let mut tags: Vec<&str> = Vec::new();
    let mut said = Vec::new();
    for remark in remarks {
        match remark.kind {
            RemarkKind::Tag => tags.push(remark.text),
            RemarkKind::Note => {
                let day: String = remark.at.map(|at| at.to_string()).unwrap_or_default().chars().take(10).collect();
                said.push(("Note", format!("{} ({day})", remark.text)));
            }
            RemarkKind::Bookmark => said.push(("Bookmark", remark.text.to_owned())),
        }
    }
    if !tags.is_empty() {
        said.insert(0, ("Tags", tags.join(", ")));
    }
    said
}
