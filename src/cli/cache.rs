//! `index` and `check`: the cache is filled, or cleared; and what is amiss with the sources.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::cache;
use crate::corpus::Corpus;
use crate::load::{Tally, load_with};
use crate::report::rows;

use super::arguments::{Cached, CheckArguments, IndexArguments};
use super::output::Output;
use super::{CHECK_FAILED, Failure, read, say};

/// The folder in which is kept what was found; `None` where it is left out, or has no place.
pub(super) fn folder(cached: Cached) -> Option<PathBuf> {
    if cached.no_cache { None } else { cache::folder(std::env::var_os("XDG_CACHE_HOME"), std::env::var_os("HOME")) }
}

/// Fills the cache, or clears it, and says on standard output what was done.
pub(super) fn index(arguments: &IndexArguments) -> Result<ExitCode, Failure> {
    let Some(folder) = folder(Cached::default()) else {
        return Err(Failure::Told(
            "redstring: no place for the cache, for neither XDG_CACHE_HOME nor HOME is set".to_owned(),
        ));
    };
    let mut out = io::stdout();
    if arguments.clear {
        let removed = cache::clear(&folder);
        removed.map_err(|error| Failure::Told(format!("redstring: {}: {error}", folder.display())))?;
        writeln!(out, "{} is removed", crate::text::visible(&folder.to_string_lossy()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let (corpus, tally) = read(&arguments.paths, Some(&folder));
    if corpus.documents().is_empty() {
        return Err(Failure::Told("redstring: nothing could be read".to_owned()));
    }
    writeln!(out, "{}", in_words(&corpus, tally))?;
    writeln!(out, "kept in {}", crate::text::visible(&folder.to_string_lossy()))?;
    Ok(ExitCode::SUCCESS)
}

fn in_words(corpus: &Corpus, tally: Tally) -> String {
    let Tally { files, known, read } = tally;
    let counts = [corpus.documents().len(), corpus.entities().len(), corpus.mentions().len(), corpus.events().len()];
    let [documents, entities, mentions, events] = counts;
    format!(
        "{files} files, {known} of them known, {read} read: {documents} documents, {entities} entities in {mentions} mentions, {events} \
         events; {} passed over",
        corpus.skipped().len()
    )
}

/// Prints what is amiss with the sources; fails where something of them is missing from the answers.
pub(super) fn check(arguments: &CheckArguments) -> Result<ExitCode, Failure> {
    let common = &arguments.common;
    let (corpus, tally) = if common.paths.is_empty() {
        (crate::load::demo(), Tally::default())
    } else {
        load_with(&common.paths, &super::way(folder(common.cached).as_deref()), super::told)
    };
    let findings = rows::findings(&corpus);
    let mut output = Output::new(common);
    output.rows(&findings)?;
    output.finish()?;
    let failures = findings.iter().filter(|finding| finding.fails()).count();
    let files = tally.files.max(corpus.documents().len());
    say(&format!("redstring: {files} files, {failures} of them missing from the answers"));
    Ok(if failures > 0 { ExitCode::from(CHECK_FAILED) } else { ExitCode::SUCCESS })
}
