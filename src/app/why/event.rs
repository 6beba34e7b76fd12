//! Why an event has its date.

use std::collections::BTreeSet;

use crate::app::dates::{days_words, when_words};
use crate::app::differs::{cited_name, said_by, side_words};
use crate::app::strand::counted;
use crate::corpus::Corpus;
use crate::model::{Differs, EventIx};

use super::mention::reading;
use super::{Explanation, origin, passage_words, place, sources};

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
    let documents: BTreeSet<_> = event.passages.iter().map(|at| corpus.passage(*at).document).collect();
    let origins = corpus.origins_of_passages(event.passages.iter().copied());
    let passages = counted(event.passages.len(), "passage");
    why.fact("stated in", format!("{passages} of {}", sources(documents.len(), origins)));
    origin::of_passages(corpus, &event.passages, &mut why);
    let names: Vec<String> = event.entities.iter().take(TOLD).map(|at| corpus.entity(*at).name.clone()).collect();
    if !names.is_empty() {
        why.fact("with", names.join(", "));
    }
    for differs in &event.differs {
        sides(corpus, differs, &mut why);
    }
    for time in corpus.times_of(at).take(TOLD).map(|time| corpus.time(time)) {
        let document = corpus.passage(time.passage).document;
        why.heading(&place(corpus, document, time.expression.span));
        why.quote("states", corpus.quote(document, time.expression.span));
        reading(corpus, document, time, &mut why);
        why.quote("passage", &passage_words(corpus, document, time.expression.span));
    }
    why.keys(&[("T", "set what its first date means; in Reader, the date under the cursor")]);
    why
}

/// What is said differently: each side with who says it, where, and who took it back.
fn sides(corpus: &Corpus, differs: &Differs, why: &mut Explanation) {
    why.heading(&format!("The {} differs: c sets two accounts side by side", differs.what.name()));
    for side in &differs.sides {
        why.fact("", "");
        why.fact(differs.what.name(), side_words(&side.value));
        for claim in side.claims.iter().take(TOLD) {
            let document = corpus.passage(claim.passage).document;
            why.fact("says", said_by(corpus, claim));
            why.quote(&place(corpus, document, claim.span), &passage_words(corpus, document, claim.span));
            if let Some(withdrawn) = &claim.withdrawn {
                let document = corpus.passage(withdrawn.passage).document;
                let by = withdrawn.by.as_ref().map(|by| format!("by {}", cited_name(corpus, by)));
                let is_there = withdrawn.passage == claim.passage
                    && passage_words(corpus, document, withdrawn.span) == passage_words(corpus, document, claim.span);
                let words = by.into_iter().chain(is_there.then(|| "in the same words".to_owned()));
                why.fact("withdrawn", words.collect::<Vec<_>>().join(", "));
                if !is_there {
                    why.quote(
                        &place(corpus, document, withdrawn.span),
                        &passage_words(corpus, document, withdrawn.span),
                    );
                }
            }
        }
        if side.claims.len() > TOLD {
            why.fact("", format!("and {} more", side.claims.len() - TOLD));
        }
    }
}
