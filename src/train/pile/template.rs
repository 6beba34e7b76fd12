//! The paragraphs of the demo articles with gaps where they name a person, a place or a day.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::corpus::Corpus;
use crate::load;
use crate::model::{DocumentIx, EntityIx, Kind, Mention, ZoneLabel};
use crate::text::Span;
use crate::train::random::Random;

/// A paragraph.
pub(super) struct Paragraph(pub(super) Vec<Piece>);

/// A stretch of a paragraph.
pub(super) enum Piece {
    /// Kept as it is.
    Words(String),
    /// A name, by the number of the person.
    Person(usize, NameForm),
    /// A place, by its number.
    Place(usize),
    /// "Dec. 29", "December 29, 2016".
    Day {
        /// Which.
        day: NaiveDate,
        /// Whether the year is written.
        year: Year,
    },
}

/// How much of a name stands there.
#[derive(Clone, Copy)]
pub(super) enum NameForm {
    /// Given name and surname.
    Whole,
    /// The surname.
    Surname,
    /// The surname with another word behind it that makes it a team: never written out.
    Team,
}

/// Whether a year is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Year {
    /// It is.
    Written,
    /// It is not.
    Open,
}

/// Everything that articles are made of.
pub(super) struct Templates {
    paragraphs: Vec<Paragraph>,
    published: Vec<NaiveDate>,
    roles: usize,
}

impl Templates {
    /// Of the articles that the program brings along.
    pub(super) fn of_demo() -> Self {
        let corpus = load::demo();
        let mut roles = Roles::default();
        let documents = (0..corpus.documents().len()).map(DocumentIx::at);
        let paragraphs = documents.clone().flat_map(|at| paragraphs(&corpus, at, &mut roles)).collect();
        let published = documents.filter_map(|at| corpus.publication(at).days.single()).collect();
        Self { paragraphs, published, roles: roles.0.len() }
    }

    pub(super) fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.paragraphs.iter()
    }

    /// When one of the articles appeared.
    pub(super) fn published(&self, random: &mut Random) -> Option<NaiveDate> {
        let at = random.draw() as usize % self.published.len().max(1);
        self.published.get(at).copied()
    }

    /// How many people and places there are.
    pub(super) const fn roles(&self) -> usize {
        self.roles
    }
}

/// A day as news agencies write it.
pub(super) fn written(day: NaiveDate, year: Year) -> String {
    const MONTHS: [&str; 12] =
        ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
    match year {
        Year::Written => format!("{month} {}, {}", day.day(), day.year()),
        Year::Open => format!("{month} {}", day.day()),
    }
}

/// Numbers people and places in the order in which they come.
#[derive(Default)]
struct Roles(HashMap<EntityIx, usize>);

impl Roles {
    fn of(&mut self, entity: EntityIx) -> usize {
        let next = self.0.len();
        *self.0.entry(entity).or_insert(next)
    }
}

/// The body of a document, a paragraph a line.
fn paragraphs(corpus: &Corpus, at: DocumentIx, roles: &mut Roles) -> Vec<Paragraph> {
    let document = corpus.document(at);
    let mut paragraphs = Vec::new();
    for zone in document.zones.iter().filter(|zone| zone.label == ZoneLabel::Body) {
        let mut start = zone.span.start;
        for line in zone.span.of(&document.text).split_inclusive('\n') {
            let span = Span::new(start, start + line.trim_end().len() as u32);
            start += line.len() as u32;
            if line.split_whitespace().count() > 4 {
                paragraphs.push(paragraph(corpus, at, span, roles));
            }
        }
    }
    paragraphs
}

fn paragraph(corpus: &Corpus, at: DocumentIx, span: Span, roles: &mut Roles) -> Paragraph {
    let text = &*corpus.document(at).text;
    let mut gaps: Vec<(Span, Piece)> = Vec::new();
    for passage in corpus.passages_in(at).map(crate::model::PassageIx::at) {
        gaps.extend(corpus.mentions_in(passage).iter().filter_map(|mention| gap(corpus, text, mention, roles)));
        for time in corpus.times_in(passage) {
            let words = time.expression.span.of(text);
            let is_written = words.starts_with(char::is_uppercase) && words.ends_with(|end: char| end.is_ascii_digit());
            if let Some(day) = time.when.days().single().filter(|_| is_written) {
                let year = if words.contains(',') { Year::Written } else { Year::Open };
                gaps.push((time.expression.span, Piece::Day { day, year }));
            }
        }
    }
    gaps.retain(|(gap, _)| span.start <= gap.start && gap.end <= span.end);
    gaps.sort_by_key(|(gap, _)| *gap);
    let mut pieces = Vec::new();
    let mut from = span.start;
    for (gap, piece) in gaps {
        if gap.start < from {
            continue;
        }
        pieces.push(Piece::Words(Span::new(from, gap.start).of(text).to_owned()));
        pieces.push(piece);
        from = gap.end;
    }
    pieces.push(Piece::Words(Span::new(from, span.end).of(text).to_owned()));
    Paragraph(pieces)
}

fn gap(corpus: &Corpus, text: &str, mention: &Mention, roles: &mut Roles) -> Option<(Span, Piece)> {
    let words = mention.span.of(text);
    let behind = Span::new(mention.span.end, text.len() as u32).of(text);
    let is_team = ["transition", "administration", "White"].iter().any(|team| behind.trim_start().starts_with(team));
    let piece = match corpus.entity(mention.entity).kind {
        Kind::Person if is_team => Piece::Person(roles.of(mention.entity), NameForm::Team),
        Kind::Person if words.contains(' ') => Piece::Person(roles.of(mention.entity), NameForm::Whole),
        Kind::Person => Piece::Person(roles.of(mention.entity), NameForm::Surname),
        Kind::Place => Piece::Place(roles.of(mention.entity)),
        Kind::Organization => return None,
    };
    Some((mention.span, piece))
}
