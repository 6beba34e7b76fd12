//! Vague words: "now", "recently", "current", "the past", "the future". Tagged, never on the timeline. "then", "once" and "previously"
//! are left alone: in news they are seldom annotated as times (`TimeBank`: current 13 of 21, then 2 of 41, once 1 of 20).

use crate::calendar::Vague;

use super::super::found::{Core, Lead};
use super::super::lexicon::Word;
use super::super::sentence::Sentence;
use crate::text::Shape;

/// A vague word.
pub(super) fn rule(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    match s.word(at) {
        Word::Now if s.name_at(at).is_none() && !s.is_hyphen(at + 1) => {
            Some(Core::vague(at + 1, Vague::Present, "vague"))
        }
        // "the current mayor", not the current of a river.
        Word::Current if s.shape(at) == Some(Shape::Lower) && s.shape(at + 1) == Some(Shape::Lower) => {
            Some(Core::vague(at + 1, Vague::Present, "vague"))
        }
        _ if s.is(at, &["right"]) && s.word(at + 1) == Word::Now => Some(Core::vague(at + 2, Vague::Present, "vague")),
        _ if s.is(at, &["these"]) && s.is(at + 1, &["days"]) => Some(Core::vague(at + 2, Vague::Present, "vague")),
        Word::Recently => Some(Core::vague(at + 1, Vague::Past, "vague")),
        _ if s.is(at, &["currently"]) => Some(Core::vague(at + 1, Vague::Present, "vague")),
        _ if s.is(at, &["future"]) && lead.the.is_some() => {
            Some(Core::vague(at + 1, Vague::Future, "vague").with_the())
        }
        _ if s.is(at, &["near"]) && s.is(at + 1, &["future", "term"]) && lead.the.is_some() => {
            Some(Core::vague(at + 2, Vague::Future, "vague").with_the())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn vague_words() {
        check(
            "[Now=PRESENT_REF] they [recently=PAST_REF] met; [the future=FUTURE_REF] is [currently=PRESENT_REF] dark.",
        );
        check("The [current=PRESENT_REF] mayor swam against the current.");
        check("Then, once, previously and future talks are left alone.");
    }
}
