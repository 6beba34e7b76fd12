//! The timeline of a dossier, with what sources say differently.

use std::borrow::Cow;

use crate::model::{Cited, Claim, Differs, Event, EventIx, PassageIx, Side, Value};
use crate::report::citation::in_full;

use super::{Dossier, Line};

/// What its columns hold.
pub(super) const COLUMNS: [&str; 5] = ["When", "What", "Who", "Said by", "Differs"];

impl Line {
    /// What stands in each column.
    pub(super) fn cells(&self) -> [Cow<'_, str>; 5] {
        let whole = [&self.when, &self.what, &self.who, &self.said].map(|cell| Cow::Borrowed(cell.as_str()));
        let [when, what, who, said] = whole;
        [when, what, who, said, Cow::Owned(self.differs.join("; "))]
    }
}

impl Dossier<'_, '_> {
    /// Its events, earliest first.
    pub(super) fn timeline(&self) -> Vec<Line> {
        self.report.selection.events(self.report.corpus).into_iter().map(|at| self.line(at)).collect()
    }

    fn line(&self, at: EventIx) -> Line {
        let corpus = self.report.corpus;
        let event = corpus.event(at);
        let who: Vec<&str> = event.entities.iter().map(|at| corpus.entity(*at).name.as_str()).collect();
        let outside = event.passages.iter().filter(|at| self.number(**at).is_none()).count();
        let mut said: Vec<String> = event.passages.iter().filter_map(|at| self.numbered(*at)).collect();
        if outside > 0 {
            said.push(format!("and {outside} outside this dossier"));
        }
        Line {
            when: when_in_full(event),
            what: event.label.clone(),
            who: who.join(", "),
            said: said.join("; "),
            differs: event.differs.iter().map(|differs| self.differs(differs)).collect(),
        }
    }

    /// `Harbour Times [3]`; `None` for a passage that is not in the dossier.
    fn numbered(&self, at: PassageIx) -> Option<String> {
        let outlet = self.report.outlet(self.report.corpus.passage(at).document);
        Some(format!("{outlet} [{}]", self.number(at)?))
    }

    /// `date: December 28, 2016 (The Quay [3], citing Holm) or December 29, 2016 (Harbour Times [5])`.
    fn differs(&self, differs: &Differs) -> String {
        let sides: Vec<String> = differs.sides.iter().map(|side| self.side(side)).collect();
        format!("{}: {}", differs.what.name(), sides.join(" or "))
    }

    fn side(&self, side: &Side) -> String {
        let value = match &side.value {
            Value::Date(when) => in_full(*when).unwrap_or_else(|| when.timex()),
            Value::Count(count) => count.words(),
            Value::Order(order, other) => format!("{} {other}", order.name()),
        };
        let claims: Vec<String> = side.claims.iter().map(|claim| self.claim(claim)).collect();
        format!("{value} ({})", claims.join("; "))
    }

    fn claim(&self, claim: &Claim) -> String {
        let mut told = self.source(claim.passage);
        if let Some(speaker) = &claim.speaker {
            told.push_str(", citing ");
            told.push_str(self.name(speaker));
        }
        if let Some(withdrawal) = &claim.withdrawn {
            let by = withdrawal.by.as_ref().map(|by| format!(" by {}", self.name(by))).unwrap_or_default();
            return format!("{told}, withdrawn{by} in {}", self.source(withdrawal.passage));
        }
        told
    }

    fn source(&self, at: PassageIx) -> String {
        let outlet = self.report.outlet(self.report.corpus.passage(at).document);
        self.numbered(at).unwrap_or_else(|| format!("{outlet}, outside this dossier"))
    }

    fn name<'n>(&'n self, cited: &'n Cited) -> &'n str {
        cited.entity.map_or(&cited.name, |at| &self.report.corpus.entity(at).name)
    }
}

/// When it happened, and whether that was inferred.
pub(super) fn when_in_full(event: &Event) -> String {
    let when = in_full(event.when).unwrap_or_else(|| "undated".to_owned());
    if event.is_inferred { format!("{when} (inferred)") } else { when }
}
