//! Everything about a document, and the files that were passed over.

use crate::app::dates::{publication_words, when_words};
use crate::app::strand::{counted, document_name};
use crate::corpus::Corpus;
use crate::model::{DocumentIx, Found, Provenance, Publication};

use super::{Explanation, origin};

/// Everything about the document at `at`, and the files that were skipped.
pub fn details(corpus: &Corpus, at: DocumentIx) -> Explanation {
    let document = corpus.document(at);
    let metadata = &document.metadata;
    let mut told = Explanation::new(&document.file);
    let mut found = |label: &str, found: Option<&Found<String>>| {
        if let Some(found) = found {
            told.fact(label, format!("{} ({})", found.value, provenance(corpus, at, found.from)));
        }
    };
    found("title", metadata.title.as_ref());
    found("outlet", metadata.source.as_ref());
    found("author", metadata.author.as_ref());
    found("address", metadata.url.as_ref());
    told.fact("file", document.path.as_ref().map_or_else(|| document.file.clone(), |path| path.display().to_string()));
    let passages = counted(corpus.passages_in(at).len(), "passage");
    told.fact("size", format!("{} bytes, {passages}", document.bytes));
    let hash = document.sha256.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = hash.filter_map(|digit| char::from_digit(u32::from(digit), 16));
    told.fact("SHA-256", digits.collect::<String>());
    origin::origin(corpus, at, &mut told);
    origin::copies(corpus, at, &mut told);
    candidates(corpus.publication(at), &mut told);
    if !document.notes.is_empty() {
        told.heading("Notes");
        for note in &document.notes {
            told.fact("", &note.0);
        }
    }
    told.keys(&[("T", "set when it was published")]);
    skipped(corpus, &mut told);
    told
}

/// Where the original of the document at `at` is, and the one place of these to be copied: its address, else its path. The place
/// is untrusted.
pub fn original(corpus: &Corpus, at: DocumentIx) -> (Explanation, String) {
    let document = corpus.document(at);
    let file = document.path.as_ref().map_or_else(|| document.file.clone(), |path| path.display().to_string());
    let mut told = Explanation::new(&format!("Original of {}", document_name(corpus, at)));
    let address = document.metadata.url.as_ref();
    match address {
        Some(found) => told.fact("address", format!("{} ({})", found.value, provenance(corpus, at, found.from))),
        None => told.fact("address", "none is stated"),
    }
    told.fact("file", &file);
    let what = if address.is_some() { "address" } else { "path" };
    told.fact("", format!("The {what} was given to the clipboard. redstring opens nothing and reaches no network."));
    (told, address.map_or(file, |found| found.value.clone()))
}

/// What to say where no document could be read.
pub fn nothing_read(corpus: &Corpus) -> Explanation {
    let mut told = Explanation::new("Nothing could be read");
    told.fact("", "Give a folder or files with articles (.txt, .md): redstring FOLDER");
    told.fact("", "Without a path, redstring shows its own demo articles.");
    skipped(corpus, &mut told);
    told
}

/// How a publication date was found, best statement first.
pub(super) fn candidates(publication: &Publication, told: &mut Explanation) {
    told.heading("Publication date");
    let inferred = if publication.is_inferred { " (inferred, not stated)" } else { "" };
    told.fact("published", format!("{}{inferred}", publication_words(publication)));
    for candidate in &publication.candidates {
        let value = candidate.value.map_or_else(|| crate::app::dates::days_words(candidate.days), when_words);
        told.fact(&value, &candidate.why);
    }
    if publication.candidates.is_empty() {
        told.fact("", "The text, its name and its metadata say nothing of it.");
    }
}

fn skipped(corpus: &Corpus, told: &mut Explanation) {
    if corpus.skipped().is_empty() {
        return;
    }
    told.heading(&format!("Skipped: {}", counted(corpus.skipped().len(), "file")));
    for skipped in corpus.skipped() {
        told.fact("", format!("{}: {}", skipped.file, skipped.reason));
    }
}

fn provenance(corpus: &Corpus, at: DocumentIx, provenance: Provenance) -> String {
    match provenance {
        Provenance::Sidecar => "from metadata.csv".into(),
        Provenance::Embedded => "from the file's own metadata".into(),
        Provenance::Header => "from its header".into(),
        Provenance::Text(span) => format!("from the text: “{}”", corpus.quote(at, span)),
        Provenance::FileName => "from the file's name".into(),
        Provenance::Inferred => "inferred".into(),
        Provenance::Reader => "your correction".into(),
    }
}
