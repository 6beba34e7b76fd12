//! A TOML file as it is read here: value by value, each wrong one with its place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Complaint;

/// Keys with their values, as they stand in the file.
pub(super) type Rows<'t> = Vec<(Spanned<String>, Spanned<DeValue<'t>>)>;

/// A file that is being read.
pub(super) struct Document<'t> {
    file: &'t str,
    text: &'t str,
    complaints: &'t mut Vec<Complaint>,
    /// Lines that are no TOML: what is made of them is not worth a word.
    broken: Vec<usize>,
}

impl<'t> Document<'t> {
    /// Parses the text. Of a file with errors everything that can be understood is given.
    pub(super) fn parse(file: &'t str, text: &'t str, complaints: &'t mut Vec<Complaint>) -> (Self, Rows<'t>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut document = Self { file, text, complaints, broken: Vec::new() };
        for error in errors {
            document.complain(error.span().unwrap_or_default(), error.message().to_owned());
            let broken = document.complaints.last().and_then(|complaint| complaint.at);
            document.broken.extend(broken.map(|(line, _)| line));
        }
        let rows = in_order(table.into_inner());
        (document, rows)
    }

    /// Tells what is wrong at a range of bytes.
    pub(super) fn complain(&mut self, at: Range<usize>, words: String) {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        if self.broken.contains(&line) {
            return;
        }
        self.complaints.push(Complaint { file: self.file.to_owned(), at: Some((line, column)), words });
    }

    /// Tells that nothing of that name can be set, and what can.
    pub(super) fn unknown(&mut self, key: &Spanned<String>, known: &[&str]) {
        let nearest = known.iter().find(|known| is_near(known, key.get_ref()));
        let hint = match nearest {
            Some(nearest) => format!("did you mean {nearest}?"),
            None => format!("known are {}", known.join(", ")),
        };
        self.complain(key.span(), format!("{}: unknown; {hint}", key.get_ref()));
    }

    /// One of several names; what it stands for.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        key: &Spanned<String>,
        value: &Spanned<DeValue<'_>>,
        names: &[(&str, T)],
    ) -> Option<T> {
        let found = value.get_ref().as_str().and_then(|name| names.iter().find(|(known, _)| *known == name));
        if found.is_none() {
            let names: Vec<String> = names.iter().map(|(name, _)| format!("\"{name}\"")).collect();
            self.wrong(key, value, &format!("one of {}", names.join(", ")));
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// A text.
    pub(super) fn text<'v>(&mut self, key: &Spanned<String>, value: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(key, value, "a text in quotes");
        }
        text
    }

    /// The rows of a table.
    pub(super) fn table<'v>(&mut self, key: &Spanned<String>, value: Spanned<DeValue<'v>>) -> Rows<'v> {
        if !value.get_ref().is_table() {
            self.wrong(key, &value, "a table");
        }
        match value.into_inner() {
            DeValue::Table(table) => in_order(table),
            _ => Vec::new(),
        }
    }

    /// Tells that a value is not what is expected.
    pub(super) fn wrong(&mut self, key: &Spanned<String>, value: &Spanned<DeValue<'_>>, expected: &str) {
        let found = match value.get_ref() {
            DeValue::String(text) => format!("\"{text}\""),
            other => format!("a value of type {}", other.type_str()),
        };
        self.complain(value.span(), format!("{}: {expected} is expected, not {found}", key.get_ref()));
    }
}

/// The rows as they stand in the file.
fn in_order<'v>(table: DeTable<'v>) -> Rows<'v> {
    let owned = |key: Spanned<std::borrow::Cow<'v, str>>| Spanned::new(key.span(), key.into_inner().into_owned());
    let mut rows: Vec<_> = table.into_iter().map(|(key, value)| (owned(key), value)).collect();
    rows.sort_by_key(|(key, _)| key.span().start);
    rows
}

/// Whether two names differ by few letters: each begins like the other, or has the same letters.
fn is_near(known: &str, typed: &str) -> bool {
    let sorted = |name: &str| {
        let mut letters: Vec<char> = name.chars().filter(|letter| letter.is_alphanumeric()).collect();
        letters.sort_unstable();
        letters
    };
    let start: String = known.chars().take(3).collect();
    sorted(known) == sorted(typed) || (typed.starts_with(&start) && known.len().abs_diff(typed.len()) <= 2)
}
