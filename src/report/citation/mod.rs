//! [`Citation`]: where words stand, in the forms in which a text says so.
//!
//! It words, and copies nothing anywhere. What is not known is left out or said to be unknown ("n.d."); what was inferred
//! stands in brackets, as editors mark what they supply (The Chicago Manual of Style, 17th edition, 14.145).

mod authors;
mod dates;

use std::ops::Range;

use crate::corpus::Corpus;
use crate::model::{ContentHash, Document, DocumentIx, Found, Publication};
use crate::text::{CodePoints, Span, one_line};

pub use authors::{Author, authors};
pub use dates::{days_in_full, in_full};

/// So many digits of a SHA-256 tell documents apart for a reader.
const HASH_DIGITS: usize = 12;

/// How a citation is worded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// A note as newsrooms and historians write it, after the Chicago Manual of Style.
    #[default]
    Note,
    /// Author and date first, after the style of the American Psychological Association.
    AuthorDate,
    /// File, paragraph, characters and hash: what finds the words again, whatever the article says of itself.
    Place,
}

impl Style {
    /// All styles, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Note, Self::AuthorDate, Self::Place];

    /// What a reader calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note (Chicago)",
            Self::AuthorDate => "author and date (APA)",
            Self::Place => "file and place",
        }
    }
}

/// A place in a document, ready to be cited.
#[derive(Clone, Debug)]
pub struct Citation<'c> {
    document: &'c Document,
    publication: &'c Publication,
    span: Span,
    /// Number of the paragraph, from 1; 0 where there is none.
    paragraph: u32,
    /// Number of the page, where there are pages.
    page: Option<u32>,
    /// The place in code points.
    characters: Range<u32>,
}

impl<'c> Citation<'c> {
    /// The citation of some words. It counts the document's characters; for many places of one document see
    /// [`Citation::counted`].
    pub fn new(corpus: &'c Corpus, document: DocumentIx, span: Span) -> Self {
        Self::counted(corpus, document, span, &CodePoints::new(&corpus.document(document).text))
    }

    /// The citation of some words of a document whose characters are counted already.
    pub fn counted(corpus: &'c Corpus, document: DocumentIx, span: Span, points: &CodePoints<'_>) -> Self {
        let passage = corpus.passage_at(document, span.start);
        Self {
            document: corpus.document(document),
            publication: corpus.publication(document),
            span,
            paragraph: passage.map_or(0, |at| corpus.passage(at).paragraph),
            page: corpus.document(document).page(span.start),
            characters: points.of(span),
        }
    }

    /// The citation of a document as a whole.
    pub fn of_document(corpus: &'c Corpus, document: DocumentIx) -> Self {
        Self {
            document: corpus.document(document),
            publication: corpus.publication(document),
            span: Span::default(),
            paragraph: 0,
            page: None,
            characters: 0..0,
        }
    }

    /// The words themselves, as they stand in the source. Untrusted.
    pub fn quote(&self) -> &'c str {
        self.span.of(&self.document.text)
    }

    /// Number of the paragraph, from 1; 0 where there is none.
    pub const fn paragraph(&self) -> u32 {
        self.paragraph
    }

    /// The place in code points from the beginning of the text, end exclusive.
    pub fn characters(&self) -> Range<u32> {
        self.characters.clone()
    }

    /// The citation in one line, without the words. Untrusted: titles, names and paths come from the sources.
    pub fn worded(&self, style: Style) -> String {
        let paragraph = |label: &str| (self.paragraph > 0).then(|| format!("{label}{}", self.paragraph));
        // Who has the pages turns to the page; who has not counts the paragraphs.
        let place = || self.page.map(|page| format!("p. {page}")).or_else(|| paragraph("para. "));
        match style {
            Style::Note => {
                let whole = self.source(Style::Note);
                match place() {
                    Some(place) => format!("{}, {place}.", whole.strip_suffix('.').unwrap_or(&whole)),
                    None => whole,
                }
            }
            Style::AuthorDate => {
                let place = place().map(|place| format!(" ({place})"));
                format!("{}{}", self.source(Style::AuthorDate), place.unwrap_or_default())
            }
            Style::Place => {
                let Range { start, end } = self.characters;
                let paragraph = paragraph("paragraph ").map(|paragraph| format!("{paragraph}, "));
                let page = self.page.map(|page| format!("page {page}, ")).unwrap_or_default();
                let (file, hash, paragraph) = (self.file(), self.hash(), paragraph.unwrap_or_default());
                format!("{file}, {page}{paragraph}characters {start}–{end}, SHA-256 {hash}")
            }
        }
    }

    /// The words in quotation marks and their citation.
    pub fn with_quote(&self, style: Style) -> String {
        match style {
            Style::Note => format!("“{}” {}", self.quote(), self.worded(style)),
            Style::AuthorDate | Style::Place => format!("“{}” — {}", self.quote(), self.worded(style)),
        }
    }

    /// The citation of the whole document.
    pub fn source(&self, style: Style) -> String {
        let metadata = &self.document.metadata;
        let title = line(metadata.title.as_ref());
        let outlet = line(metadata.source.as_ref());
        let url = line(metadata.url.as_ref());
        let authors = line(metadata.author.as_ref()).map(|byline| authors(&byline)).unwrap_or_default();
        match style {
            Style::Note => {
                let names: Vec<String> = authors.iter().map(Author::in_order).collect();
                let names = joined(&names, "and").map(|names| format!("{names}, "));
                let file = (!self.is_named()).then(|| format!("{}, ", self.file()));
                let title = title.map(|title| {
                    let comma = if title.ends_with(['?', '!']) { "" } else { "," };
                    format!("“{title}{comma}” ")
                });
                let before = [names, file, title].into_iter().flatten().collect::<String>();
                let after = [outlet, Some(self.date()), url].into_iter().flatten().collect::<Vec<_>>().join(", ");
                format!("{before}{after}.")
            }
            Style::AuthorDate => {
                let names: Vec<String> = authors.iter().map(Author::inverted_with_initials).collect();
                let date = format!("({})", self.date_year_first());
                let title = title.unwrap_or_else(|| format!("[{}]", self.file()));
                let begins = match joined(&names, "&") {
                    Some(names) => format!("{} {date}. {}", with_stop(&names), with_stop(&title)),
                    None => format!("{} {date}.", with_stop(&title)),
                };
                let outlet = outlet.map(|outlet| format!(" {}", with_stop(&outlet)));
                let url = url.map(|url| format!(" {url}"));
                format!("{begins}{}{}", outlet.unwrap_or_default(), url.unwrap_or_default())
            }
            Style::Place => format!("{}, SHA-256 {}", self.file(), self.hash()),
        }
    }

    /// When it was published, in full: in brackets where that was inferred, "n.d." where nothing is known.
    pub fn date(&self) -> String {
        let publication = self.publication;
        let date = publication.value.and_then(in_full).or_else(|| days_in_full(publication.days));
        match date {
            Some(date) if publication.is_inferred => format!("[{date}]"),
            Some(date) => date,
            None => "n.d.".to_owned(),
        }
    }

    /// The same as "2016, December 29" where it is a day or a month.
    fn date_year_first(&self) -> String {
        let date = self.date();
        let bare = date.trim_matches(['[', ']']);
        let turned = match bare.rsplit_once(' ') {
            Some((rest, year)) if year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit()) => {
                let rest = rest.trim_end_matches(',');
                let is_plain = rest.split(' ').count() <= 2 && rest.starts_with(char::is_uppercase);
                is_plain.then(|| format!("{year}, {rest}"))
            }
            _ => None,
        };
        match turned {
            Some(turned) if date.starts_with('[') => format!("[{turned}]"),
            Some(turned) => turned,
            None => date,
        }
    }

    /// Whether the article says anything of itself that names it.
    fn is_named(&self) -> bool {
        let metadata = &self.document.metadata;
        metadata.title.is_some() || metadata.url.is_some()
    }

    fn file(&self) -> String {
        one_line(&self.document.file).into_owned()
    }

    fn hash(&self) -> String {
        let whole = ContentHash::from(self.document).to_string();
        whole.chars().take(HASH_DIGITS).collect()
    }
}

fn line(found: Option<&Found<String>>) -> Option<String> {
    found.map(|found| one_line(&found.value).into_owned()).filter(|line| !line.is_empty())
}

fn with_stop(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}

/// "A", "A and B", "A, B, and C".
fn joined(names: &[String], last: &str) -> Option<String> {
    match names {
        [] => None,
        [one] => Some(one.clone()),
        [one, two] => Some(if last == "&" { format!("{one}, {last} {two}") } else { format!("{one} {last} {two}") }),
        [rest @ .., end] => Some(format!("{}, {last} {end}", rest.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Citation, Style};
    use crate::corpus::Corpus;
    use crate::load;
    use crate::model::DocumentIx;
    use crate::text::Span;

    const BODY: &str = "Ærø lies north. 👧\n\nHolm left the harbour at nine.\n";

    /// The citation of "left the harbour" in an article with this header, in the three styles.
    #[track_caller]
    fn check(header: &str, expected: [&str; 3]) {
        let header = if header.is_empty() { String::new() } else { format!("---\n{header}---\n\n") };
        let text = format!("{header}{BODY}");
        let corpus: Corpus = load::load_bytes(&[("quay/one.txt", text.as_bytes())]);
        let start = text.find("left the harbour").unwrap();
        let citation = Citation::new(&corpus, DocumentIx(0), Span::from(start..start + 16));
        assert_eq!(citation.quote(), "left the harbour");
        let hash: String = crate::model::ContentHash::from(corpus.document(DocumentIx(0))).to_string();
        for (style, expected) in Style::ALL.into_iter().zip(expected) {
            let expected = expected.replace("HASH", &hash[..12]);
            assert_eq!(citation.worded(style), expected);
            assert!(citation.with_quote(style).starts_with("“left the harbour” "));
            assert!(citation.with_quote(style).ends_with(&expected));
        }
    }

    #[test]
    fn an_article_that_says_everything() {
        check(
            "title: Council sells the ferry\nsource: Harbour Times\nauthor: Anna Berg and Thomas Lind\npublished: 2016-12-30\nurl: https://example.org/ferry\n",
            [
                "Anna Berg and Thomas Lind, “Council sells the ferry,” Harbour Times, December 30, 2016, https://example.org/ferry, para. 2.",
                "Berg, A., & Lind, T. (2016, December 30). Council sells the ferry. Harbour Times. https://example.org/ferry (para. 2)",
                "quay/one.txt, paragraph 2, characters 173–189, SHA-256 HASH",
            ],
        );
    }

    #[test]
    fn a_month_stays_a_month_and_an_organization_is_not_inverted() {
        check(
            "title: Who sold the ferry?\nauthor: Associated Press\npublished: 2016-12\n",
            [
                "Associated Press, “Who sold the ferry?” December 2016, para. 2.",
                "Associated Press. (2016, December). Who sold the ferry? (para. 2)",
                "quay/one.txt, paragraph 2, characters 104–120, SHA-256 HASH",
            ],
        );
    }

    #[test]
    fn a_page_is_turned_to_where_there_are_pages() {
        let text = "They met.\n\nHolm left the harbour at nine.";
        let pages = vec![0, 11];
        let document = crate::model::Document { pages, ..crate::model::Document::of_body(text) };
        let extract = crate::extract::extract(&document);
        let corpus = Corpus::new(crate::resolve::resolve(&[(document.into(), extract.into())]), Vec::new());
        let citation = Citation::new(&corpus, DocumentIx(0), Span::new(16, 20));
        assert_eq!(citation.worded(Style::Note), "a.txt, n.d., p. 2.");
        assert_eq!(citation.worded(Style::AuthorDate), "[a.txt]. (n.d.). (p. 2)");
        assert_eq!(citation.worded(Style::Place), "a.txt, page 2, paragraph 2, characters 16–20, SHA-256 000000000000");
    }

    #[test]
    fn an_interval_is_no_date() {
        check(
            "title: Ferry\npublished: 2016-12-22/..\n",
            [
                "“Ferry,” from December 22, 2016 on, para. 2.",
                "Ferry. (from December 22, 2016 on). (para. 2)",
                "quay/one.txt, paragraph 2, characters 71–87, SHA-256 HASH",
            ],
        );
    }
}
