//! The header of a text file: `key: value` lines between two `---` lines at its very top.
//!
//! One line a value, as in the front matter of Markdown; lists and nested values are stepped over, no YAML is read.

use crate::text::Span;

use super::lines::lines;
use super::statement::{Field, Statements};

/// Lines that a header may have. A longer one is no header but a text between rules.
const LONGEST: usize = 100;

/// A header: its place, its rules included, and what it says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) span: Span,
    pub(super) statements: Statements,
}

/// The header at the top of `text`; `None` where there is none, or where a line in it is no `key: value`.
pub(super) fn header(text: &str) -> Option<Header> {
    let mut lines = lines(text, 0);
    lines.next().filter(|line| line.words.of(text) == "---")?;
    let mut statements = Statements::default();
    for line in lines.take(LONGEST) {
        let words = line.words.of(text);
        if matches!(words, "---" | "...") {
            return Some(Header { span: Span::new(0, line.span.end), statements });
        }
        let is_nested = line.span.of(text).starts_with([' ', '\t']);
        if words.is_empty() || is_nested || words.starts_with('#') || words.starts_with("- ") {
            continue;
        }
        let (key, value) = words.split_once(':').filter(|(key, _)| is_key(key))?;
        if let Some(field) = Field::named(key) {
            statements.set(field, unquoted(value.trim()));
        }
    }
    None
}

fn is_key(key: &str) -> bool {
    (1..=40).contains(&key.len()) && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '))
}

fn unquoted(value: &str) -> &str {
    let within = |quote| value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    within('"').or_else(|| within('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::header;
    use crate::source::statement::Field;

    /// The header's own text, and what it says of title and source.
    fn check(text: &str, expected: Option<(&str, Option<&str>, Option<&str>)>) {
        let found = header(text);
        let found = found.as_ref().map(|header| {
            (header.span.of(text), header.statements.get(Field::Title), header.statements.get(Field::Source))
        });
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_header_stands_between_rules() {
        check(
            "---\ntitle: \"Harbour: the bill\"\nOutlet: The Daily Sea\ntags:\n- ports\n---\nText.\n",
            Some((
                "---\ntitle: \"Harbour: the bill\"\nOutlet: The Daily Sea\ntags:\n- ports\n---\n",
                Some("Harbour: the bill"),
                Some("The Daily Sea"),
            )),
        );
        check(
            "---\nsource: A\nabout: >\n  many words\n---\n",
            Some(("---\nsource: A\nabout: >\n  many words\n---\n", None, Some("A"))),
        );
        check("---\r\nsource: A\r\n---\r\n", Some(("---\r\nsource: A\r\n---\r\n", None, Some("A"))));
    }

    #[test]
    fn prose_between_rules_is_no_header() {
        check("---\nHe said this: we go. And: they went.\nThen they came\n---\n", None);
        check("---\ntitle: never closed\n", None);
        check("title: no rule\n---\n", None);
        check("", None);
    }
}
