//! Full-text search: one query, a list of them, one a line, or those that the casebook has saved.

use std::fs;
use std::path::PathBuf;

use crate::corpus::Corpus;
use crate::report::rows;
use crate::text::fold;

use super::arguments::SearchArguments;
use super::output::Output;
use super::{Failure, say};

/// The query and the sources: without a list of queries the first of what is given is the query.
pub(super) fn asked(arguments: &SearchArguments) -> Result<(Option<String>, &[PathBuf]), Failure> {
    let given = arguments.common.paths.as_slice();
    if arguments.batch.is_some() || arguments.saved.is_some() {
        return Ok((None, given));
    }
    let (query, paths) = given
        .split_first()
        .ok_or_else(|| Failure::Told("redstring: search needs a query: redstring search QUERY [PATH]...".to_owned()))?;
    let query = query.to_str().ok_or_else(|| Failure::Told("redstring: the query is no UTF-8".to_owned()))?;
    Ok((Some(query.to_owned()), paths))
}

/// Prints the passages that the query finds, or a row for each query of the list. Whether all of them could be read.
pub(super) fn print(arguments: &SearchArguments, corpus: &Corpus, output: &mut Output) -> Result<bool, Failure> {
    if let (Some(query), _) = asked(arguments)? {
        return found(corpus, &query, output);
    }
    match (&arguments.saved, &arguments.batch) {
        (Some(name), _) if name.is_empty() => {
            let rows = rows::saved(corpus);
            output.rows(&rows)?;
            Ok(are_right(rows.iter().map(|row| row.error())))
        }
        (Some(name), _) => found(corpus, &saved(corpus, name)?, output),
        (None, Some(list)) => {
            let told = |error| Failure::Told(format!("redstring: {}: {error}", list.display()));
            let rows = rows::batch(corpus, &String::from_utf8_lossy(&fs::read(list).map_err(told)?));
            output.rows(&rows)?;
            Ok(are_right(rows.iter().map(|row| row.error())))
        }
        (None, None) => Ok(true),
    }
}

/// Prints the passages that a query finds.
fn found(corpus: &Corpus, query: &str, output: &mut Output) -> Result<bool, Failure> {
    let hits = corpus.search(query).map_err(|error| Failure::Told(format!("redstring: {query}: {error}")))?;
    output.rows(&rows::found(corpus, &hits))?;
    Ok(true)
}

/// What is saved under a name; the last one counts.
fn saved(corpus: &Corpus, name: &str) -> Result<String, Failure> {
    let all = &corpus.laid().casework.searches;
    let is_it = |saved: &&crate::model::SavedSearch| fold(&saved.name) == fold(name);
    all.iter().rev().find(is_it).map(|saved| saved.query.clone()).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|saved| saved.name.as_str()).collect();
        let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        Failure::Told(format!("redstring: no search is saved as {name}; saved: {known}"))
    })
}

/// Whether every query could be read; where not, it is told how many could not.
fn are_right<'e>(errors: impl Iterator<Item = Option<&'e str>>) -> bool {
    let errors: Vec<Option<&str>> = errors.collect();
    let wrong = errors.iter().flatten().count();
    if wrong > 0 {
        say(&format!("redstring: {wrong} of {} queries can't be read", errors.len()));
    }
    wrong == 0
}
