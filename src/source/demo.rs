//! The articles that the program brings along, so that a newcomer sees something at once: short summaries in words of our own of
//! what five outlets reported on one affair.

/// File name and bytes of each.
pub fn demo() -> &'static [(&'static str, &'static [u8])] {
    &[
        ("1-npr.txt", include_bytes!("../../data/1-npr.txt")),
        ("2-rferl.txt", include_bytes!("../../data/2-rferl.txt")),
        ("3-mediaite.txt", include_bytes!("../../data/3-mediaite.txt")),
        ("4-new-york-times.txt", include_bytes!("../../data/4-new-york-times.txt")),
        ("5-buzzfeed-news.txt", include_bytes!("../../data/5-buzzfeed-news.txt")),
    ]
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::demo;
    use crate::model::{Document, ZoneLabel};
    use crate::source::read_one;

    fn documents() -> Vec<Document> {
        demo().iter().map(|(file, bytes)| read_one(file, bytes).unwrap()).collect()
    }

    #[test]
    fn every_file_of_the_folder_is_brought_along() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, demo().iter().map(|(file, _)| *file).collect::<Vec<_>>());
    }

    #[test]
    fn each_says_that_it_is_a_summary_and_is_short() {
        for document in documents() {
            let source = document.metadata.source.clone().unwrap().value;
            assert!(source.starts_with("after ") && source.ends_with(" (summary)"), "{source}");
            assert!(document.text.contains("reported then"), "{}", document.file);
            let article = document.zones.iter().filter(|zone| zone.label != ZoneLabel::Header);
            let words: usize = article.map(|zone| zone.span.of(&document.text).split_whitespace().count()).sum();
            assert!((150..=250).contains(&words), "{}: {words} words", document.file);
            assert!(document.notes.is_empty(), "{:?}", document.notes);
        }
    }

    #[test]
    fn one_has_no_date_and_all_have_something_to_fold() {
        let documents = documents();
        let undated: Vec<&str> = documents
            .iter()
            .filter(|document| document.metadata.published.is_empty())
            .map(|document| &*document.file)
            .collect();
        assert_eq!(undated, ["5-buzzfeed-news.txt"]);
        for document in &documents {
            let folds = |label| document.zones.iter().any(|zone| zone.label == label);
            assert!(
                folds(ZoneLabel::Boilerplate) && folds(ZoneLabel::Headline) && folds(ZoneLabel::Body),
                "{}",
                document.file
            );
        }
    }
}
