//! `passages`: the sentences that hold all of what is asked for.

use std::collections::HashSet;

use serde::Serialize;

use crate::calendar::Days;
use crate::corpus::Corpus;
use crate::model::{DocumentIx, EntityIx, Form, PassageIx, Target, TimeMention, ZoneLabel};

use super::about::entities;
use super::arguments::Filters;
use super::row::{Row, list};
use super::say;

/// One passage.
#[derive(Serialize)]
pub(super) struct PassageRow<'c> {
    doc: &'c str,
    start: u32,
    end: u32,
    text: &'c str,
    /// The passage before it in the document.
    before: Option<&'c str>,
    /// The passage after it.
    after: Option<&'c str>,
    /// Who is named in it, in the order of the text, each once.
    mentions: Vec<String>,
    /// What its time expressions come to.
    times: Vec<String>,
    #[serde(skip)]
    names: Vec<&'c str>,
}

/// The passages that hold all of `filters`, in reading order; none of a header. What a name is taken for, or that it is unknown, goes to standard
/// error.
pub(super) fn rows<'c>(corpus: &'c Corpus, filters: &Filters) -> Vec<PassageRow<'c>> {
    let mut found: Vec<PassageIx> = (0..corpus.passages().len()).map(PassageIx::at).collect();
    found.retain(|passage| corpus.passage(*passage).zone != ZoneLabel::Header);
    for name in &filters.about {
        let about = about(corpus, name);
        found.retain(|passage| about.binary_search(passage).is_ok());
    }
    for name in &filters.not {
        let about = about(corpus, name);
        found.retain(|passage| about.binary_search(passage).is_err());
    }
    if let Some(document) = &filters.document {
        let inside = documents(corpus, document);
        found.retain(|passage| inside.binary_search(&corpus.passage(*passage).document).is_ok());
    }
    for frame in frames(filters) {
        let fits = |time: &TimeMention| {
            let days = time.when.days();
            if filters.certain { days.must_lie_in(frame) } else { days.may_overlap(frame) }
        };
        found.retain(|passage| corpus.times_in(*passage).iter().any(fits));
    }
    found.into_iter().map(|at| row(corpus, at)).collect()
}

/// The passages that mention any of those whom `name` may mean, ascending.
fn about(corpus: &Corpus, name: &str) -> Vec<PassageIx> {
    let meant = entities(corpus, name);
    let names: Vec<String> = meant.iter().map(|entity| format!("{} ({})", entity.name, entity.id)).collect();
    match names.len() {
        0 => say(&format!("redstring: nobody and nothing named {name} was found")),
        1 => {}
        several => say(&format!("redstring: {name} fits {several}, taken together: {}", names.join(", "))),
    }
    let mut passages: Vec<PassageIx> =
        meant.iter().flat_map(|entity| corpus.passages_of(&Target::Entity(entity.id))).collect();
    passages.sort_unstable();
    passages.dedup();
    passages
}

/// The document with that path, else all whose path ends in it after a slash; ascending.
fn documents(corpus: &Corpus, path: &str) -> Vec<DocumentIx> {
    let ends = format!("/{path}");
    let matching = |fits: &dyn Fn(&str) -> bool| -> Vec<DocumentIx> {
        let all = corpus.documents().iter().enumerate();
        all.filter(|(_, document)| fits(&document.file)).map(|(at, _)| DocumentIx::at(at)).collect()
    };
    let exact = matching(&|file| file == path);
    let found = if exact.is_empty() { matching(&|file| file.ends_with(&ends)) } else { exact };
    if found.is_empty() {
        say(&format!("redstring: no document {path} was read; `redstring documents` lists them"));
    }
    found
}

/// The stretches of days in each of which a passage must state a time.
fn frames(filters: &Filters) -> impl Iterator<Item = Days> {
    let between = (filters.from.is_some() || filters.to.is_some()).then(|| Days {
        earliest: filters.from.and_then(|from| from.earliest),
        latest: filters.to.and_then(|to| to.latest),
    });
    filters.on.into_iter().chain(between)
}

fn row(corpus: &Corpus, at: PassageIx) -> PassageRow<'_> {
    let passage = corpus.passage(at);
    let here = corpus.passages_in(passage.document);
    let neighbour = |index: Option<usize>| {
        let index = PassageIx::at(index.filter(|index| here.contains(index))?);
        (corpus.passage(index).zone != ZoneLabel::Header).then(|| corpus.words(index))
    };
    let mut seen = HashSet::new();
    let mentions = corpus.mentions_in(at).iter().filter(|mention| mention.form != Form::Reference);
    let named: Vec<EntityIx> = mentions.map(|mention| mention.entity).filter(|entity| seen.insert(*entity)).collect();
    PassageRow {
        doc: &corpus.document(passage.document).file,
        start: passage.span.start,
        end: passage.span.end,
        text: corpus.words(at),
        before: neighbour(at.index().checked_sub(1)),
        after: neighbour(at.index().checked_add(1)),
        mentions: named.iter().map(|entity| corpus.entity(*entity).id.to_string()).collect(),
        times: corpus.times_in(at).iter().map(|time| time.when.timex()).collect(),
        names: named.iter().map(|entity| corpus.entity(*entity).name.as_str()).collect(),
    }
}

impl Row for PassageRow<'_> {
    const TABLE: &'static [&'static str] = &["doc", "start", "text"];
    const CSV: &'static [&'static str] =
        &["doc", "start", "end", "text", "before", "after", "mentions", "names", "times"];

    fn table(&self) -> Vec<String> {
        vec![self.doc.to_owned(), self.start.to_string(), self.text.to_owned()]
    }

    fn csv(&self) -> Vec<String> {
        vec![
            self.doc.to_owned(),
            self.start.to_string(),
            self.end.to_string(),
            self.text.to_owned(),
            self.before.unwrap_or_default().to_owned(),
            self.after.unwrap_or_default().to_owned(),
            list(self.mentions.iter().cloned()),
            list(self.names.iter().map(ToString::to_string)),
            list(self.times.iter().cloned()),
        ]
    }
}
