//! The passages that hold all of what is asked for.

use crate::calendar::{Days, Fit};
use crate::corpus::Corpus;
use crate::model::{DocumentIx, PassageIx, References, Target, ZoneLabel};

use super::about::entities;
use super::arguments::Filters;
use super::say;

/// The passages that hold all of `filters`, in reading order; none of a header. What a name is taken for, or that it is
/// unknown, goes to standard error.
pub(super) fn find(corpus: &Corpus, filters: &Filters, references: References) -> Vec<PassageIx> {
    let mut found: Vec<PassageIx> = (0..corpus.passages().len()).map(PassageIx::at).collect();
    found.retain(|passage| corpus.passage(*passage).zone != ZoneLabel::Header);
    for name in &filters.about {
        let about = about(corpus, name, references);
        found.retain(|passage| about.binary_search(passage).is_ok());
    }
    for name in &filters.not {
        let about = about(corpus, name, references);
        found.retain(|passage| about.binary_search(passage).is_err());
    }
    if let Some(document) = &filters.document {
        let inside = documents(corpus, document);
        found.retain(|passage| inside.binary_search(&corpus.passage(*passage).document).is_ok());
    }
    let least = if filters.certain { Fit::Certainly } else { Fit::Possibly };
    for frame in frames(filters) {
        found.retain(|passage| corpus.fit(*passage, frame) >= Some(least));
    }
    found
}

/// The passages that hold all of `filters`, where something is asked for.
pub(super) fn within(corpus: &Corpus, filters: &Filters) -> Option<Vec<PassageIx>> {
    filters.asks().then(|| find(corpus, filters, References::Hidden))
}

/// The passages that mention any of those whom `name` may mean, ascending.
fn about(corpus: &Corpus, name: &str, references: References) -> Vec<PassageIx> {
    let meant = entities(corpus, name);
    let names: Vec<String> = meant.iter().map(|entity| format!("{} ({})", entity.name, entity.id)).collect();
    match names.len() {
        0 => say(&format!("redstring: nobody and nothing named {name} was found")),
        1 => {}
        several => say(&format!("redstring: {name} fits {several}, taken together: {}", names.join(", "))),
    }
    let mut passages: Vec<PassageIx> =
        meant.iter().flat_map(|entity| corpus.passages_of(&Target::Entity(entity.id), references)).collect();
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
pub(super) fn frames(filters: &Filters) -> impl Iterator<Item = Days> {
    let between = (filters.from.is_some() || filters.to.is_some()).then(|| Days {
        earliest: filters.from.and_then(|from| from.earliest),
        latest: filters.to.and_then(|to| to.latest),
    });
    filters.on.into_iter().chain(between)
}
