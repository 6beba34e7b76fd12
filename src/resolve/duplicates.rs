//! Documents with the same bytes: each after the first, in the order of paths, gets a note. They still count as documents, for a
//! reader may have put them there on purpose; it does not look for texts that are only alike.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Document, Note};

use super::Read;

/// For each content, the path of the first document that has it.
pub(super) struct Duplicates<'r>(HashMap<[u8; 32], &'r str>);

impl<'r> Duplicates<'r> {
    /// Compares all documents. Empty ones have nothing to repeat.
    pub(super) fn among(read: &'r [Read]) -> Self {
        let mut first: HashMap<[u8; 32], &str> = HashMap::new();
        for (document, _) in read.iter().filter(|(document, _)| !document.text.is_empty()) {
            let original = first.entry(document.sha256).or_insert(&document.file);
            *original = document.file.as_str().min(original);
        }
        Self(first)
    }

    /// The document, with a note if it repeats another.
    pub(super) fn noted(&self, document: &Arc<Document>) -> Arc<Document> {
        let original = self.0.get(&document.sha256).filter(|original| **original != document.file);
        let Some(original) = original else { return Arc::clone(document) };
        let mut noted = Document::clone(document);
        noted.notes.push(Note(format!("same text as {original}")));
        Arc::new(noted)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Duplicates;
    use crate::model::{Document, Extract};

    /// Files, each with the text of a document and the notes expected on it.
    fn check(files: &[(&str, &str, &[&str])]) {
        let document = |file: &str, text: &str| Document {
            file: file.into(),
            sha256: [text.len() as u8; 32],
            ..Document::of_body(text)
        };
        let read: Vec<_> =
            files.iter().map(|(file, text, _)| (Arc::new(document(file, text)), Arc::<Extract>::default())).collect();
        let duplicates = Duplicates::among(&read);
        for ((read, _), (file, _, expected)) in read.iter().zip(files) {
            let told = duplicates.noted(read);
            let notes: Vec<&str> = told.notes.iter().map(|note| note.0.as_str()).collect();
            assert_eq!(notes, *expected, "{file}");
        }
    }

    #[test]
    fn each_after_the_first_path_is_told() {
        check(&[
            ("c.txt", "They left.", &["same text as a.txt"]),
            ("a.txt", "They left.", &[]),
            ("b.txt", "They left.", &["same text as a.txt"]),
            ("d.txt", "They stayed.", &[]),
        ]);
    }

    #[test]
    fn empty_files_repeat_nothing() {
        check(&[("a.txt", "", &[]), ("b.txt", "", &[])]);
    }
}
