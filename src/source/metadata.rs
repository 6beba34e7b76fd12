//! Title, outlet, writers, address and date of a document, each with where it was found: `metadata.csv`, the header, the text.
//!
//! From the text only what its zones and general forms give; otherwise nothing.

use crate::model::{Found, Metadata, Note, Provenance, PublicationCandidate, Zone, ZoneLabel};
use crate::text::{Span, fold};

use super::byline::{Byline, biography, credit};
use super::copyright::{Copyright, copyright};
use super::dateline::dateline;
use super::lines::lines;
use super::published;
use super::statement::{Dated, Field, Statements};
use super::zones::WINDOW;

/// What is known before the text is read.
pub(super) struct Stated<'d> {
    /// Path below the given folder.
    pub(super) file: &'d str,
    /// What `metadata.csv` says.
    pub(super) sidecar: Option<&'d Statements>,
    /// What the header says.
    pub(super) header: Option<&'d Statements>,
    /// What the file's own metadata say.
    pub(super) embedded: &'d Statements,
    /// The dates in them, best first.
    pub(super) dates: &'d [Dated],
}

impl Stated<'_> {
    fn get(&self, field: Field) -> Option<Found<String>> {
        let from = |statements: Option<&Statements>, from| {
            statements?.get(field).map(|value| Found { value: value.to_owned(), from })
        };
        from(self.sidecar, Provenance::Sidecar)
            .or_else(|| from(self.header, Provenance::Header))
            .or_else(|| from(Some(self.embedded), Provenance::Embedded))
    }
}

/// Everything that is known about a document besides its text. A statement that is not understood adds a note.
pub(super) fn metadata(text: &str, zones: &[Zone], stated: &Stated<'_>, notes: &mut Vec<Note>) -> Metadata {
    let page = Page::new(text, zones);
    let url = stated.get(Field::Url).or_else(|| page.address());
    let published = publication(&page, stated, url.as_ref(), notes);
    Metadata {
        title: stated.get(Field::Title).or_else(|| page.title()),
        source: stated.get(Field::Source).or_else(|| page.outlet()),
        author: stated.get(Field::Author).or_else(|| page.authors()),
        url,
        published,
    }
}

fn publication(
    page: &Page<'_>,
    stated: &Stated<'_>,
    url: Option<&Found<String>>,
    notes: &mut Vec<Note>,
) -> Vec<PublicationCandidate> {
    let mut found = Vec::new();
    for (statements, from) in [(stated.sidecar, Provenance::Sidecar), (stated.header, Provenance::Header)] {
        let value = statements.and_then(|statements| statements.get(Field::Published));
        found.extend(value.and_then(|value| published::stated(value, from, notes)));
    }
    found.extend(stated.dates.iter().filter_map(published::embedded));
    found.extend(url.and_then(|url| published::address(&url.value, url.from)));
    found.extend(published::file_name(stated.file));
    let copyright = page.copyright();
    let year = copyright.as_ref().map(|(copyright, _)| copyright.years.1);
    found.extend(page.of(ZoneLabel::Byline).flat_map(|line| published::date_line(page.text, line, year)));
    found.extend(page.opening().find_map(|line| published::from_dateline(page.text, line, year)));
    found.extend(copyright.and_then(|(copyright, place)| published::from_copyright(&copyright, place)));
    // Limits come after what states a date; the order is otherwise kept.
    found.sort_by_key(|candidate| candidate.value.is_none());
    found
}

/// The lines of a text that say something about it.
struct Page<'t> {
    text: &'t str,
    /// The words of each line that holds some and is not long, with the label of its zone.
    lines: Vec<(Span, ZoneLabel)>,
}

impl<'t> Page<'t> {
    fn new(text: &'t str, zones: &[Zone]) -> Self {
        let mut zone = zones.iter().peekable();
        let mut label = |line: Span| {
            while zone.next_if(|zone| zone.span.end <= line.start).is_some() {}
            zone.peek().map_or(ZoneLabel::Body, |zone| zone.label)
        };
        let with_words = lines(text, 0).filter(|line| !line.is_blank());
        let lines = with_words.map(|line| (line.words, label(line.words))).collect();
        Self { text, lines }
    }

    fn of(&self, label: ZoneLabel) -> impl Iterator<Item = Span> {
        self.lines.iter().filter(move |(_, own)| *own == label).map(|(line, _)| *line)
    }

    /// The first lines of the article itself, among which its dateline stands.
    fn opening(&self) -> impl Iterator<Item = Span> {
        const LINES: usize = 3;
        self.of(ZoneLabel::Body).take(LINES)
    }

    fn title(&self) -> Option<Found<String>> {
        let line = self.of(ZoneLabel::Headline).next()?;
        let value = line.of(self.text).trim_start_matches('#').trim_start().to_owned();
        Some(Found { value, from: Provenance::Text(line) })
    }

    /// What the lines under a label say, read by `read`.
    fn read<T>(&self, label: ZoneLabel, read: impl Fn(&str) -> Option<T>) -> impl Iterator<Item = (T, Span)> {
        self.of(label).filter_map(move |line| read(line.of(self.text)).map(|said| (said, line)))
    }

    fn authors(&self) -> Option<Found<String>> {
        let credits: Vec<(Byline, Span)> = self.read(ZoneLabel::Byline, credit).collect();
        let bylines = if credits.is_empty() { self.read(ZoneLabel::Byline, biography).collect() } else { credits };
        let place = bylines.first().map(|(_, line)| *line);
        let mut names: Vec<String> = Vec::new();
        for name in bylines.into_iter().flat_map(|(byline, _)| byline.authors) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let names = place.map(|place| Found { value: names.join(", "), from: Provenance::Text(place) });
        names.or_else(|| self.read(ZoneLabel::Boilerplate, followed).next().map(found))
    }

    fn outlet(&self) -> Option<Found<String>> {
        let of_byline = |byline: Option<Byline>| byline.and_then(|byline| byline.outlet);
        let from_credit = |line: &str| of_byline(credit(line)).or_else(|| of_byline(biography(line)));
        let from_copyright = |line: &str| copyright(line).and_then(|copyright| copyright.holder);
        let from_dateline = |line: Span| Some((dateline(line.of(self.text))?.outlet?, line));
        let mut readings = self
            .read(ZoneLabel::Byline, from_credit)
            .chain(self.read(ZoneLabel::Boilerplate, own_word))
            .chain(self.read(ZoneLabel::Boilerplate, from_copyright))
            .chain(self.opening().filter_map(from_dateline))
            .chain(self.read(ZoneLabel::Boilerplate, mail_domain));
        readings.next().map(found)
    }

    fn copyright(&self) -> Option<(Copyright, Span)> {
        self.read(ZoneLabel::Boilerplate, copyright).next()
    }

    /// A line near either end that is nothing but an address.
    fn address(&self) -> Option<Found<String>> {
        let (first, last) = (self.lines.iter().take(WINDOW), self.lines.iter().rev().take(WINDOW));
        let is_address = |line: &&str| {
            (line.starts_with("http://") || line.starts_with("https://")) && !line.contains(char::is_whitespace)
        };
        first.chain(last).find_map(|(line, _)| {
            let value = Some(line.of(self.text)).filter(is_address)?;
            Some(found((value.to_owned(), *line)))
        })
    }
}

fn found((value, line): (String, Span)) -> Found<String> {
    Found { value, from: Provenance::Text(line) }
}

/// The writer in "Follow Jane Doe on Twitter: @janedoe": where the handle is the name.
fn followed(line: &str) -> Option<String> {
    let (name, rest) = line.strip_prefix("Follow ")?.split_once(" on ")?;
    let (_, handle) = rest.split_once('@')?;
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    (name.contains(' ') && letters(name) == letters(handle)).then(|| name.to_owned())
}

/// The outlet in "Your Coast Radio news source", "Coast Radio journalists report the news in nine languages".
fn own_word(line: &str) -> Option<String> {
    const DESCRIPTIONS: &[&str] =
        &[" journalists report the news", " is a nonprofit newsroom", " is an independent, nonprofit"];
    let in_front = || DESCRIPTIONS.iter().find_map(|description| line.split_once(description).map(|(name, _)| name));
    let name = line.strip_prefix("Your ").and_then(|rest| rest.strip_suffix(" news source")).or_else(in_front)?;
    (name.len() <= 60 && name.starts_with(char::is_uppercase)).then(|| name.to_owned())
}

/// The domain in "Contact Jane Doe at jane@example.org".
fn mail_domain(line: &str) -> Option<String> {
    let (_, rest) = line.split_once('@')?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(rest.len());
    let domain = rest.get(..end)?.trim_end_matches('.');
    domain.contains('.').then(|| domain.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::model::{Found, Provenance};
    use crate::source::read_one;

    /// Title, source, author and url as they are found, each with where.
    fn check(text: &str, expected: [Option<&str>; 4]) {
        let metadata = read_one("a.txt", text.as_bytes()).unwrap().metadata;
        let shown = |found: &Option<Found<String>>| {
            found.as_ref().map(|found| match found.from {
                Provenance::Text(place) => {
                    assert!(place.of(text).contains(found.value.split(',').next().unwrap()), "{found:?}");
                    found.value.clone()
                }
                from => format!("{} ({from:?})", found.value),
            })
        };
        let found = [&metadata.title, &metadata.source, &metadata.author, &metadata.url].map(shown);
        assert_eq!(found, expected.map(|value| value.map(str::to_owned)), "{text:?}");
    }

    #[test]
    fn a_header_comes_before_the_text() {
        check(
            "---\ntitle: The Ledger\nsource: after Coast News (summary)\nurl: https://example.org/a\n---\n\nShips Sail Again\n\nBy Ada Lind\n\nThey left.\n",
            [
                Some("The Ledger (Header)"),
                Some("after Coast News (summary) (Header)"),
                Some("Ada Lind"),
                Some("https://example.org/a (Header)"),
            ],
        );
    }

    #[test]
    fn the_text_gives_what_its_forms_give() {
        check(
            "Ships Sail Again\n\nThey left.\n\nAda Lind is a reporter for Coast News.\n\nBen Roe is a columnist.\n\nContact Ada Lind at ada@sea.example.\n",
            [Some("Ships Sail Again"), Some("Coast News"), Some("Ada Lind, Ben Roe"), None],
        );
        check(
            "Your Coast Radio news source\n\n# Ships Sail Again\n\nThey left.\n",
            [Some("Ships Sail Again"), Some("Coast Radio"), None, None],
        );
        check(
            "Ships Sail Again\n\nThey left.\n\nCopyright 2017 Coast Radio. To hear more, visit\n",
            [Some("Ships Sail Again"), Some("Coast Radio"), None, None],
        );
        check("Coast Radio journalists report the news in nine languages.\n", [None, Some("Coast Radio"), None, None]);
        check("They left.\n\nContact Ada Lind at ada@sea.example.\n", [None, Some("sea.example"), None, None]);
        check(
            "OSLO (Coast News) - They left.\n\nhttps://example.org/2017/01/13/a\n",
            [None, Some("Coast News"), None, Some("https://example.org/2017/01/13/a")],
        );
        check("They left.\nFollow Ada Lind on Twitter: @adalind\n", [None, None, Some("Ada Lind"), None]);
    }

    #[test]
    fn nothing_is_invented() {
        check("They left on Friday, the harbour office told a Daily Sea reporter.\n", [None, None, None, None]);
        check("They left.\nFollow Coast News on Twitter: @coast\n", [None, None, None, None]);
        check("", [None, None, None, None]);
    }
}
