//! Full-text search: one query, or a list of them, one a line.

use std::fs;
use std::path::PathBuf;

use crate::corpus::Corpus;
use crate::report::rows;

use super::arguments::SearchArguments;
use super::output::Output;
use super::{Failure, say};

/// The query and the sources: without a list of queries the first of what is given is the query.
pub(super) fn asked(arguments: &SearchArguments) -> Result<(Option<String>, &[PathBuf]), Failure> {
    let given = arguments.common.paths.as_slice();
    if arguments.batch.is_some() {
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
        let hits = corpus.search(&query).map_err(|error| Failure::Told(format!("redstring: {query}: {error}")))?;
        output.rows(&rows::found(corpus, &hits))?;
        return Ok(true);
    }
    let Some(list) = &arguments.batch else { return Ok(true) };
    let queries = fs::read(list).map_err(|error| Failure::Told(format!("redstring: {}: {error}", list.display())))?;
    let rows = rows::batch(corpus, &String::from_utf8_lossy(&queries));
    output.rows(&rows)?;
    let wrong = rows.iter().filter(|row| row.error().is_some()).count();
    if wrong > 0 {
        say(&format!("redstring: {wrong} of {} queries can't be read", rows.len()));
    }
    Ok(wrong == 0)
}
