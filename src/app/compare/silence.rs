//! [`Silence`]: what it can mean that a source does not speak of something. Silence is not denial.

use chrono::NaiveDate;

use crate::corpus::Corpus;
use crate::model::{DocumentIx, Target};

use crate::app::strand::Strand;

/// What it can mean that a document has no passage about something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// None was found; why is not known.
    NotFound,
    /// It appeared before the earliest of the others that have one. With the day on which the first of them may have appeared.
    BeforeFirstReport(NaiveDate),
    /// It appeared before it happened.
    BeforeItHappened(NaiveDate),
}

impl Silence {
    /// What the dates prove of `document`, which has no place of `walked`.
    pub fn of(corpus: &Corpus, document: DocumentIx, walked: &Strand) -> Self {
        let publication = corpus.publication(document);
        let Some(latest) = publication.days.latest.filter(|_| !publication.is_inferred) else { return Self::NotFound };
        let happened = walked.targets.iter().filter_map(|target| match target {
            Target::Event(id) => corpus.event_ix(*id).map(|at| corpus.event(at)),
            _ => None,
        });
        let happened = happened.filter(|event| !event.is_inferred).filter_map(|event| event.when.days().earliest).max();
        if let Some(day) = happened.filter(|day| latest < *day) {
            return Self::BeforeItHappened(day);
        }
        // One report of unknown date may have come before all.
        let reports = walked.documents.iter().map(|(report, _)| {
            let publication = corpus.publication(*report);
            publication.days.earliest.filter(|_| !publication.is_inferred)
        });
        let first = reports.collect::<Option<Vec<NaiveDate>>>().and_then(|days| days.into_iter().min());
        first.filter(|first| latest < *first).map_or(Self::NotFound, Self::BeforeFirstReport)
    }

    /// In words, ever shorter.
    pub fn words(self) -> Vec<String> {
        let none = "no passage found".to_owned();
        match self {
            Self::NotFound => vec![none],
            Self::BeforeFirstReport(day) => vec![
                format!("no passage found: published before the first report of it ({day})"),
                "no passage found: published before the first report".to_owned(),
                none,
            ],
            Self::BeforeItHappened(day) => vec![
                format!("no passage found: published before it happened ({day})"),
                "no passage found: published before it happened".to_owned(),
                none,
            ],
        }
    }
}
