//! `DocRED`: tokenized encyclopedia articles with all mentions of their entities, a JSON list.

use std::fmt::Write;

use serde::Deserialize;

use super::super::article::Article;
use super::columns::{self, Columns};

#[derive(Deserialize)]
struct Document {
    sents: Vec<Vec<String>>,
    #[serde(rename = "vertexSet")]
    entities: Vec<Vec<Mention>>,
}

#[derive(Deserialize)]
struct Mention {
    sent_id: usize,
    pos: [usize; 2],
    r#type: String,
}

/// The articles of a file; none if it is no such list.
pub fn articles(file: &str) -> Vec<Article> {
    let documents: Vec<Document> = serde_json::from_str(file).unwrap_or_default();
    let mut rows = String::new();
    for document in &documents {
        rows.push_str("-DOCSTART-\n\n");
        for (number, sentence) in document.sents.iter().enumerate() {
            let mut labels = vec![String::from("O"); sentence.len()];
            let inside = document.entities.iter().flatten().filter(|mention| mention.sent_id == number);
            for mention in inside {
                let [start, end] = mention.pos;
                let part = |at: usize| if at == start { 'B' } else { 'I' };
                for at in start..end.min(labels.len()) {
                    labels[at] = format!("{}-{}", part(at), mention.r#type);
                }
            }
            for (word, label) in sentence.iter().zip(labels).filter(|(word, _)| !word.trim().is_empty()) {
                let _ = writeln!(rows, "{} {label}", word.split_whitespace().collect::<String>());
            }
            rows.push('\n');
        }
    }
    columns::articles(&rows, Columns { word: 0, label: 1, sentences: usize::MAX })
}

#[cfg(test)]
mod tests {
    use super::articles;

    #[test]
    fn mentions_become_names_and_times_do_not() {
        let file = r#"[{"sents":[["Ada","Vexworth","left","Norland","in","1911","."]],"vertexSet":[
            [{"sent_id":0,"pos":[0,2],"type":"PER"}],[{"sent_id":0,"pos":[3,4],"type":"LOC"}],[{"sent_id":0,"pos":[5,6],"type":"TIME"}]]}]"#;
        let found = articles(file);
        assert_eq!(found[0].text, "Ada Vexworth left Norland in 1911.\n");
        let names: Vec<&str> = found[0].names.iter().map(|(span, _)| span.of(&found[0].text)).collect();
        assert_eq!(names, ["Ada Vexworth", "Norland"]);
        assert!(articles("{").is_empty());
    }
}
