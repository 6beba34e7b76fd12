//! How a time got its value, in one line: from its own words over those that it hangs on to the publication date.

use crate::app::dates::publication_words;
use crate::calendar::{Base, Relative, Symbolic, Toward};
use crate::corpus::Corpus;
use crate::model::{Anchor, DocumentIx, EventIx, TimeMention};
use crate::text::{Span, visible};

/// Steps that are told: chains of "the day before" are short, and a hostile one need not be told to its end.
const STEPS: usize = 6;
/// Statements among which the plainest is looked for.
const LOOKED_AT: usize = 12;
/// Bytes of an expression's words that are told.
const LONGEST: u32 = 80;

/// The chain of `time`: "“the day before” ← “Dec. 29”, same sentence ← year: the latest up to the
/// publication date 2017-01-14 (rule day before, 80 % sure)".
pub fn chain(corpus: &Corpus, time: &TimeMention) -> String {
    let document = corpus.passage(time.passage).document;
    let mut told = vec![quoted(corpus, document, time.expression.span)];
    let mut at = *time;
    for _ in 0..STEPS {
        let Anchor::Other(span) = at.expression.anchor else { break };
        let Some(other) = time_at(corpus, document, span) else {
            told.push(quoted(corpus, document, span));
            break;
        };
        let place = if other.passage == at.passage { "same sentence" } else { "same text" };
        told.push(format!("{}, {place}", quoted(corpus, document, span)));
        at = *other;
    }
    if let Symbolic::Relative(relative) = at.expression.symbolic {
        let publication = corpus.publication(document);
        let inferred = if publication.is_inferred { ", inferred" } else { "" };
        let published = if publication.days.is_unknown() {
            "the publication date, which is not known".to_owned()
        } else {
            format!("the publication date {}{inferred}", publication_words(publication))
        };
        told.push(counted(relative, &published));
    }
    let expression = time.expression;
    format!("{} (rule {}, {} % sure)", told.join(" ← "), expression.rule, expression.confidence.0)
}

/// The words by which the sources state an event's time: of the plainest. Ready to be shown.
pub fn source_words(corpus: &Corpus, event: EventIx) -> String {
    let Some(time) = plainest(corpus, event) else { return String::new() };
    let document = corpus.passage(time.passage).document;
    words(corpus, document, time.expression.span)
}

/// The first of the times that date an event which hangs on least.
pub fn plainest(corpus: &Corpus, event: EventIx) -> Option<&TimeMention> {
    let hangs = |time: &&TimeMention| match (time.expression.anchor, time.expression.symbolic) {
        (Anchor::Other(_), _) => 3,
        (_, Symbolic::Fixed(_)) => 0,
        (_, Symbolic::Relative(Relative { base: Base::Publication, .. })) => 2,
        (_, Symbolic::Relative(_)) => 1,
    };
    corpus.times_of(event).take(LOOKED_AT).map(|at| corpus.time(at)).min_by_key(hangs)
}

fn time_at(corpus: &Corpus, document: DocumentIx, span: Span) -> Option<&TimeMention> {
    let passage = corpus.passage_at(document, span.start)?;
    corpus.times_in(passage).iter().find(|time| time.expression.span == span)
}

fn counted(relative: Relative, published: &str) -> String {
    let repeated = |what: &str, toward: Toward| format!("{what}: {} {published}", direction(toward));
    match relative.base {
        Base::Publication => format!("counted from {published}"),
        Base::Weekday { toward, .. } => repeated("week", toward),
        Base::Day { year: Some(year), .. } | Base::Month { year: Some(year), .. } => {
            format!("year {year} stated in the same text, else from {published}")
        }
        Base::Day { toward, .. }
        | Base::Month { toward, .. }
        | Base::Season { toward, .. }
        | Base::Quarter { toward, .. }
        | Base::Feast { toward, .. } => repeated("year", toward),
        Base::MonthOfYear { .. } => format!("year counted from {published}"),
    }
}

const fn direction(toward: Toward) -> &'static str {
    match toward {
        Toward::Past => "the latest up to",
        Toward::Last => "the latest before",
        Toward::Soon => "the next if near, else the latest, seen from",
        Toward::Ahead => "the next within half a year, else the latest, seen from",
        Toward::Next => "the next from",
        Toward::WeekAfter => "in the week after",
        Toward::On(_) => "nearest by its weekday to",
    }
}

fn quoted(corpus: &Corpus, document: DocumentIx, span: Span) -> String {
    format!("“{}”", words(corpus, document, span))
}

fn words(corpus: &Corpus, document: DocumentIx, span: Span) -> String {
    let text = &corpus.document(document).text;
    let shown = Span::new(span.start, span.end.min(span.start.saturating_add(LONGEST)));
    let whole = if shown == span { span.of(text) } else { shown.of(text) };
    visible(&whole.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}
