//! Texts with marks by offset, a JSON object a line: `{text, mentions: [{start, end, kind}]}`, offsets in bytes.

use serde::Deserialize;

use crate::model::Kind;
use crate::text::Span;

use super::super::article::Article;

#[derive(Deserialize)]
struct Row {
    text: String,
    mentions: Vec<Mark>,
}

#[derive(Deserialize)]
struct Mark {
    start: u32,
    end: u32,
    kind: String,
}

/// The articles of a file.
pub fn articles(file: &str) -> Vec<Article> {
    let rows = file.lines().filter_map(|line| serde_json::from_str::<Row>(line).ok());
    rows.map(|row| {
        let names = row.mentions.iter().filter_map(|mark| {
            let kind = Kind::ALL.into_iter().find(|kind| kind.name() == mark.kind)?;
            Some((Span::new(mark.start, mark.end), kind))
        });
        let names = names.collect();
        Article::new(row.text, names)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::articles;

    #[test]
    fn marks_become_names_and_broken_lines_are_left_out() {
        let good = r#"{"text":"The Harbour Union met Ada Vexworth.","mentions":[{"start":0,"end":17,"kind":"organization"},{"start":22,"end":34,"kind":"person"},{"start":18,"end":21,"kind":"event"}]}"#;
        let found = articles(&format!("{{\n{good}\n"));
        assert_eq!(found.len(), 1);
        let names: Vec<&str> = found[0].names.iter().map(|(span, _)| span.of(&found[0].text)).collect();
        assert_eq!(names, ["Harbour Union", "Ada Vexworth"]);
    }
}
