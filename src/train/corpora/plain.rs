//! Texts without marks, and texts with some: a model labels what is not marked.

use std::cmp::Reverse;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::gazetteer::{Sign, gazetteer};
use crate::model::Kind;
use crate::text::{Span, Token, fold, tokens};

use super::super::article::Article;
use super::super::identified::{Identified, Named};
use super::{in_bytes, text};

/// One article a file.
///
/// # Errors
/// When a file cannot be read.
pub fn articles(files: &[PathBuf]) -> io::Result<Vec<Article>> {
    files.iter().map(|file| Ok(Article::new(text(file)?, Vec::new()))).collect()
}

#[derive(Deserialize)]
struct Row {
    doc: String,
    mentions: Vec<Mark>,
}

#[derive(Deserialize)]
struct Mark {
    start: usize,
    end: usize,
    r#type: String,
    #[serde(default)]
    wiki: String,
}

/// GUM's list of entities beside its texts: of its noun phrases those that are clearly a name and nothing more.
///
/// # Errors
/// When the list or a text cannot be read.
pub fn gum(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> io::Result<Vec<Article>> {
    let list = text(&folder.join("truth").join("entities.jsonl"))?;
    let rows = list.lines().filter_map(|line| serde_json::from_str::<Row>(line).ok());
    rows.filter(|row| is_wanted(&row.doc))
        .map(|row| {
            let text = text(&folder.join("docs").join(format!("{}.txt", row.doc)))?;
            let names = outermost(names(&text, &row.mentions));
            Ok(Article::new(text, names))
        })
        .collect()
}

/// GUM's texts with those of their names that have an article in Wikipedia, which is their identity.
///
/// # Errors
/// As [`gum`].
pub fn identified(folder: &Path) -> io::Result<Vec<Identified>> {
    let list = text(&folder.join("truth").join("entities.jsonl"))?;
    let rows = list.lines().filter_map(|line| serde_json::from_str::<Row>(line).ok());
    rows.map(|row| {
        let file = format!("{}.txt", row.doc);
        let text = text(&folder.join("docs").join(&file))?;
        let spans = in_bytes(&text);
        let marked = |mark: &Mark| {
            let kind = Kind::ALL.into_iter().find(|kind| kind.name() == mark.r#type)?;
            let span = spans(mark.start, mark.end)?;
            let is_name = !mark.wiki.is_empty() && is_plainly_a_name(&text, span, kind);
            is_name.then(|| Named { span, identity: Some(mark.wiki.clone()) })
        };
        let names = row.mentions.iter().filter_map(marked).collect();
        Ok(Identified { file, text, names })
    })
    .collect()
}

fn names(text: &str, marks: &[Mark]) -> Vec<(Span, Kind)> {
    let spans = in_bytes(text);
    let name = |mark: &Mark| {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == mark.r#type)?;
        let span = spans(mark.start, mark.end)?;
        is_plainly_a_name(text, span, kind).then_some((span, kind))
    };
    marks.iter().filter_map(name).collect()
}

fn outermost(mut names: Vec<(Span, Kind)>) -> Vec<(Span, Kind)> {
    names.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
    let mut end = 0;
    names.retain(|(span, _)| {
        let is_free = span.start >= end;
        end = end.max(span.end);
        is_free
    });
    names
}

fn is_plainly_a_name(text: &str, span: Span, kind: Kind) -> bool {
    let words = tokens(text, span);
    let raised = |word: &Token| word.is_capitalized();
    let joins = |word: &str| kind == Kind::Organization && matches!(word, "of" | "for" | "and" | "the" | "&");
    let lists = gazetteer();
    let tells_more = |word: &str| {
        let folded = fold(word);
        let only = |word| move |at| (at == 0).then_some(word);
        lists.has(&folded, Sign::PlainCapital)
            || lists.title(only(folded.as_str())).is_some()
            || lists.known(only(word)).is_some()
    };
    let is_pronoun = words.len() == 1 && lists.has(&fold(span.of(text)), Sign::Function);
    let is_short = (1..=6).contains(&words.len()) && (kind != Kind::Person || words.len() <= 3);
    let ends = words.first().is_some_and(raised) && words.last().is_some_and(raised);
    is_short
        && !is_pronoun
        && ends
        && words.iter().all(|word| raised(word) || joins(word.of(text)))
        && (kind != Kind::Person || !words.iter().any(|word| tells_more(word.of(text))))
}
