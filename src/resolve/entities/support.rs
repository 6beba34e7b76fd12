//! Which possible names count: those that bear the surname of a person whom some document names whole.

use std::collections::HashSet;

use crate::model::{Confidence, Cue, Document, Extract, ExtractedMention, Kind};
use crate::text::fold;

use super::person_name::PersonName;

/// The folded surnames of all people who are named whole and without doubt.
#[derive(Debug, Default)]
pub(in crate::resolve) struct Support(HashSet<String>);

impl Support {
    pub(in crate::resolve) fn gather<'r>(read: impl IntoIterator<Item = (&'r Document, &'r Extract)>) -> Self {
        let mut surnames = HashSet::new();
        for (document, extract) in read {
            let people = extract.mentions.iter().filter(|found| found.kind == Kind::Person);
            for person in people.filter(|found| !found.confidence.is_doubtful()) {
                let words = person.span.of(&document.text);
                if words.contains(char::is_whitespace) {
                    let name = PersonName::parse(&fold(words));
                    surnames.extend(name.is_whole().then_some(name.surname));
                }
            }
        }
        Self(surnames)
    }

    /// Whether a name counts in a document with this text.
    pub(in crate::resolve) fn holds(&self, text: &str, found: &ExtractedMention) -> bool {
        found.confidence >= Confidence::SUPPORTED || self.0.contains(&fold(found.span.of(text)))
    }
}

/// How sure a name is that only other documents tell.
const BY_OTHER_DOCUMENTS: Confidence = Confidence(55);

/// A name that counts: one that was only possible says what proves it.
pub(in crate::resolve) fn seen_elsewhere(found: &ExtractedMention) -> ExtractedMention {
    if found.confidence >= Confidence::SUPPORTED {
        return *found;
    }
    ExtractedMention { cue: Cue::SeenElsewhere, confidence: BY_OTHER_DOCUMENTS, ..*found }
}
