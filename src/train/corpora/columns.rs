//! One token a line, its label behind it: `WikiGold`, WNUT, the Broad Twitter Corpus, Universal NER.
//!
//! Tokens are joined again as a newspaper would print them, since the program reads running text.

use crate::model::Kind;
use crate::text::Span;

use super::super::article::Article;

/// Which columns hold what.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// Column of the word, from 0.
    pub word: usize,
    /// Column of its label.
    pub label: usize,
    /// Sentences that make one article, where the file does not say.
    pub sentences: usize,
}

/// A token of such a file.
struct Word<'t> {
    text: &'t str,
    label: &'t str,
}

/// The articles of a file.
pub fn articles(file: &str, columns: Columns) -> Vec<Article> {
    let mut found = vec![Article::default()];
    let mut sentence: Vec<Word<'_>> = Vec::new();
    for line in file.lines().chain([""]) {
        let starts_article = line.starts_with("-DOCSTART-") || line.starts_with("# newdoc");
        let cells: Vec<&str> = line.split_whitespace().collect();
        if let (false, Some(text), Some(label)) =
            (line.starts_with("# ") || starts_article, cells.get(columns.word), cells.get(columns.label))
        {
            sentence.push(Word { text, label });
            continue;
        }
        let is_full = found.last().is_some_and(|last| last.sentences.len() >= columns.sentences);
        if let Some(last) = found.last_mut() {
            add(last, &sentence);
        }
        sentence.clear();
        if starts_article || is_full {
            found.push(Article::default());
        }
    }
    found.retain(|article| !article.sentences.is_empty());
    for article in &mut found {
        article.mend_names();
    }
    found
}

/// Adds a sentence to an article.
fn add(article: &mut Article, words: &[Word<'_>]) {
    if words.is_empty() {
        return;
    }
    let start = article.text.len() as u32;
    let mut open: Option<(Span, Kind)> = None;
    for (at, word) in words.iter().enumerate() {
        let previous = at.checked_sub(1).map(|at| words[at].text);
        if previous.is_some_and(|previous| !closes(word.text) && !opens(previous)) {
            article.text.push(' ');
        }
        let span = Span::new(article.text.len() as u32, (article.text.len() + word.text.len()) as u32);
        article.text.push_str(word.text);
        let is_handle = word.text.starts_with('@') || previous == Some("@");
        let kind = kind(word.label).filter(|_| !is_handle);
        let goes_on = !word.label.starts_with('B');
        open = match (open, kind) {
            (Some((before, same)), Some(kind)) if goes_on && same == kind => Some((before.cover(span), kind)),
            (before, kind) => {
                article.names.extend(before);
                kind.map(|kind| (span, kind))
            }
        };
    }
    article.names.extend(open);
    article.sentences.push(Span::new(start, article.text.len() as u32));
    article.text.push('\n');
}

/// What a label of these corpora names here; products, works and demonyms are nothing.
fn kind(label: &str) -> Option<Kind> {
    match label.split_once('-')?.1 {
        "PER" | "person" => Some(Kind::Person),
        "ORG" | "corporation" | "group" => Some(Kind::Organization),
        "LOC" | "location" => Some(Kind::Place),
        _ => None,
    }
}

/// Whether no space stands before it.
fn closes(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().replace('\u{2019}', "'").as_str(),
        "." | ","
            | ";"
            | ":"
            | "!"
            | "?"
            | "%"
            | ")"
            | "]"
            | "}"
            | "'s"
            | "n't"
            | "'re"
            | "'ve"
            | "'ll"
            | "'d"
            | "'m"
            | "''"
            | "\u{201D}"
    )
}

/// Whether no space stands behind it.
fn opens(word: &str) -> bool {
    matches!(word, "(" | "[" | "{" | "$" | "#" | "`" | "``" | "\u{201C}")
}

#[cfg(test)]
mod tests {
    use super::{Columns, articles};

    fn check(file: &str, text: &str, names: &[&str]) {
        let found = articles(file, Columns { word: 0, label: 1, sentences: usize::MAX });
        assert_eq!(found[0].text, text);
        let spans: Vec<&str> = found[0].names.iter().map(|(span, _)| span.of(&found[0].text)).collect();
        assert_eq!(spans, names);
    }

    #[test]
    fn tokens_become_running_text_with_names() {
        let file =
            "Mr. I-PER\nBrun I-PER\n's O\nplane O\nleft O\n, O\nsaid O\nthe I-ORG\nHarbour I-ORG\nUnion I-ORG\n. O\n";
        check(file, "Mr. Brun's plane left, said the Harbour Union.\n", &["Brun", "Harbour Union"]);
    }

    #[test]
    fn handles_and_peoples_are_no_names() {
        check("@ B-PER\nbrun B-PER\nmet O\nRussian B-LOC\nAda B-PER\n", "@ brun met Russian Ada\n", &["Ada"]);
    }
}
