//! What the finder offers only a part of: the terms of the filter line, typed before or behind a name.

use crate::app::filter::{CERTAIN, Known, parse, tokens};
use crate::corpus::Corpus;
use crate::model::{PassageIx, References, Target};

use super::candidates::{Candidate, What};

/// The terms in what is typed, and what they leave.
#[derive(Clone, Debug, Default)]
pub(super) struct Narrowing {
    /// The terms as they are typed.
    terms: Vec<String>,
    /// The kind that is asked for.
    pub what: Option<What>,
    /// Whether each candidate is left; `None` where no term stands.
    kept: Option<Vec<bool>>,
    /// The passages that are left, in reading order; `None` where no term stands.
    passages: Option<Vec<PassageIx>>,
    /// What is wrong with the terms, in a line. Untrusted.
    pub wrong: Option<String>,
}

/// What is typed, the terms apart from the words of a name.
pub(super) fn split(typed: &str) -> (Vec<String>, String) {
    let (terms, words): (Vec<String>, Vec<String>) = tokens(typed).into_iter().partition(|token| is_term(token));
    let is_ended = !words.is_empty() && typed.ends_with(char::is_whitespace);
    (terms, format!("{}{}", words.join(" "), if is_ended { " " } else { "" }))
}

fn is_term(token: &str) -> bool {
    let plain = token.trim_start_matches(['-', '!']);
    let key = plain.split_once(':').map(|(key, _)| key);
    plain == CERTAIN || matches!(key, Some("type" | "doc" | "in" | "about" | "on" | "from" | "to" | "search"))
}

impl Narrowing {
    /// Reads `terms`, unless they are the same as before and nothing is wrong.
    pub(super) fn read(&mut self, corpus: &Corpus, candidates: &[Candidate], terms: Vec<String>) {
        if terms == self.terms && self.wrong.is_none() {
            return;
        }
        let (kinds, others): (Vec<&String>, Vec<&String>) = terms.iter().partition(|term| term.starts_with("type:"));
        let what = kinds.last().and_then(|term| term.strip_prefix("type:")).filter(|said| !said.is_empty());
        let unknown = what.filter(|said| What::named(said).is_none());
        let wrong_kind =
            unknown.map(|said| format!("type: is person, organization, place, document, event or text, not {said}"));
        let line: Vec<&str> = others.iter().map(|term| term.as_str()).collect();
        let parsed = parse(corpus, &line.join(" "), Known::default());
        let left = parsed.as_ref().ok().and_then(|parsed| parsed.filter.strand(corpus, References::default()));
        let is_left = |candidate: &Candidate| {
            let Some(strand) = &left else { return true };
            match candidate.target {
                Target::Entity(id) => corpus.entity_ix(id).is_some_and(|at| strand.shares.entity(at) > 0),
                Target::Event(id) => corpus.event_ix(id).is_some_and(|at| strand.shares.event(at) > 0),
                Target::Document(id) => corpus.document_ix(id).is_some_and(|at| strand.count_in(at) > 0),
                Target::Passage(..) | Target::Days(_) | Target::Phrase(_) | Target::Search(_) | Target::Without(_) => {
                    true
                }
            }
        };
        *self = Self {
            what: what.and_then(What::named),
            kept: left.as_ref().map(|_| candidates.iter().map(is_left).collect()),
            passages: left.as_ref().map(|left| left.passages.iter().map(|held| held.passage).collect()),
            wrong: wrong_kind.or(parsed.err()),
            terms,
        };
    }

    /// Whether the terms leave a passage.
    pub(super) fn keeps_passage(&self, passage: PassageIx) -> bool {
        self.passages.as_ref().is_none_or(|passages| passages.binary_search(&passage).is_ok())
    }

    /// Whether the terms leave a candidate.
    pub(super) fn keeps(&self, candidate: usize) -> bool {
        self.kept.as_ref().is_none_or(|kept| kept.get(candidate) == Some(&true))
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn terms_stand_apart_from_names() {
        for (typed, terms, words) in [
            ("kis", &[][..], "kis"),
            ("kis ", &[], "kis "),
            ("type:person ada  vex", &["type:person"], "ada vex"),
            ("ada in:\"two words\" -doc:b", &["in:\"two words\"", "-doc:b"], "ada"),
            ("12:30 note: x", &[], "12:30 note: x"),
        ] {
            assert_eq!(split(typed), (terms.iter().map(|term| (*term).to_owned()).collect(), words.to_owned()));
        }
    }
}
