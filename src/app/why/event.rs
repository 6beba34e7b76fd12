//! Why an event has its date.

use crate::app::dates::{days_words, when_words};
use crate::app::strand::counted;
use crate::corpus::Corpus;
use crate::model::EventIx;

use super::mention::reading;
use super::{Explanation, passage_words, place};

/// Statements that are told in full.
const TOLD: usize = 12;

/// Why the event at `at` is dated as it is.
pub fn event(corpus: &Corpus, at: EventIx) -> Explanation {
    let event = corpus.event(at);
    let mut why = Explanation::new(&event.label);
    let inferred = if event.is_inferred { ", inferred: it hangs on an inferred publication date" } else { "" };
    why.fact("when", format!("{}{inferred}", when_words(event.when)));
    if !event.reported.is_unknown() {
        why.fact("reported", days_words(event.reported));
    }
    why.fact("stated in", counted(event.passages.len(), "passage"));
    let names: Vec<String> = event.entities.iter().take(TOLD).map(|at| corpus.entity(*at).name.clone()).collect();
    if !names.is_empty() {
        why.fact("with", names.join(", "));
    }
    for time in corpus.times_of(at).take(TOLD).map(|time| corpus.time(time)) {
        let document = corpus.passage(time.passage).document;
        why.heading(&place(corpus, document, time.expression.span));
        why.quote("states", corpus.quote(document, time.expression.span));
        reading(corpus, document, time, &mut why);
        why.quote("passage", &passage_words(corpus, document, time.expression.span));
    }
    why
}
