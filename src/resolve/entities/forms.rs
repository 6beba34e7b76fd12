//! Forms: the different ways in which mentions are worded, each once, with the kind that they have together.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{Cue, DocumentIx, Kind, Mention, MentionIx, Resolved};
use crate::text::{fold, one_line};

use super::person_name::PersonName;

/// Place of a form in [`Forms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FormIx(pub u32);

/// One wording of one kind.
#[derive(Debug)]
pub(super) struct Wording {
    pub kind: Kind,
    /// The folded words.
    pub folded: String,
    /// As it stands where it stands first.
    pub first_text: String,
    pub first: MentionIx,
    pub count: u32,
    /// How many of its mentions begin a passage, where a capital tells little.
    begins: u32,
    /// Whether every mention of it is doubtful as a name.
    pub is_doubtful: bool,
    /// How a person's name divides; empty parts for other kinds.
    pub name: PersonName,
    /// The documents that hold it, in order.
    pub documents: Vec<DocumentIx>,
}

/// Mentions that a whole name with an unknown given name has, before it counts as a person's beside one that is known.
const OFTEN: u32 = 2;

impl Wording {
    /// Whether a whole name is surely the name of somebody of his own: its given name is known, or it stands more than once in the
    /// midst of sentences. "Heavy Vex" at the head of a line is not.
    pub fn is_credible(&self) -> bool {
        !self.is_doubtful && (self.name.has_known_given() || self.count - self.begins >= OFTEN)
    }

    /// Whether what stands before the surname is likely no part of it: a first word that no list knows, only at the head of
    /// passages ("A. Vex left" in a numbered list).
    pub fn is_stray(&self) -> bool {
        self.begins == self.count && !self.name.has_known_given()
    }
}

/// All wordings, in the order in which they are first met, and the wording of each mention.
#[derive(Debug, Default)]
pub(super) struct Forms {
    wordings: Vec<Wording>,
    of_mention: Vec<FormIx>,
}

impl Forms {
    /// Gathers the forms of all mentions and settles the kinds of those that were only guessed.
    pub(super) fn gather(resolved: &mut Resolved) -> Self {
        let folded: Vec<String> = resolved.mentions.iter().map(|mention| fold(&words(resolved, mention))).collect();
        settle_kinds(&mut resolved.mentions, &folded);
        let mut forms = Self::default();
        let mut known: HashMap<(Kind, String), FormIx> = HashMap::new();
        for (at, (mention, folded)) in resolved.mentions.iter().zip(folded).enumerate() {
            let form = *known.entry((mention.kind, folded)).or_insert_with_key(|(kind, folded)| {
                let text = words(resolved, mention).into_owned();
                let name = if *kind == Kind::Person { PersonName::parse(folded) } else { PersonName::default() };
                let folded = folded.clone();
                let first = MentionIx::at(at);
                forms.wordings.push(Wording {
                    kind: *kind,
                    folded,
                    first_text: text,
                    first,
                    count: 0,
                    begins: 0,
                    is_doubtful: true,
                    name,
                    documents: Vec::new(),
                });
                FormIx(forms.wordings.len() as u32 - 1)
            });
            let wording = &mut forms.wordings[form.0 as usize];
            let passage = &resolved.passages[mention.passage.index()];
            wording.count += 1;
            wording.begins += u32::from(passage.span.start == mention.span.start);
            if wording.documents.last() != Some(&passage.document) {
                wording.documents.push(passage.document);
            }
            wording.is_doubtful &= mention.confidence.is_doubtful();
            forms.of_mention.push(form);
        }
        forms
    }

    pub(super) fn get(&self, form: FormIx) -> &Wording {
        &self.wordings[form.0 as usize]
    }

    /// The form of the mention at `at`.
    pub(super) fn of(&self, at: MentionIx) -> FormIx {
        self.of_mention[at.index()]
    }

    /// The forms of one kind.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (FormIx, &Wording)> {
        let numbered = (0..).map(FormIx).zip(&self.wordings);
        numbered.filter(move |(_, wording)| wording.kind == kind)
    }
}

/// The words of a mention on one line: a name may be wrapped in the text.
pub(super) fn words<'r>(resolved: &'r Resolved, mention: &Mention) -> Cow<'r, str> {
    let document = resolved.passages[mention.passage.index()].document;
    one_line(mention.span.of(&resolved.documents[document.index()].text))
}

/// A form that was only guessed here and is plainly of another kind elsewhere takes that kind: by weight of confidence, two to one.
fn settle_kinds(mentions: &mut [Mention], folded: &[String]) {
    let mut votes: HashMap<&str, [u32; Kind::ALL.len()]> = HashMap::new();
    for (mention, folded) in mentions.iter().zip(folded) {
        votes.entry(folded).or_default()[mention.kind as usize] += u32::from(mention.confidence.0);
    }
    for (mention, folded) in mentions.iter_mut().zip(folded) {
        let is_guess = matches!(mention.cue, Cue::Context | Cue::SeenElsewhere | Cue::Acronym | Cue::Capitals);
        let votes = votes.get(folded.as_str()).copied().unwrap_or_default();
        let Some(best) = Kind::ALL.into_iter().max_by_key(|kind| votes[*kind as usize]) else { continue };
        if is_guess && votes[best as usize] > 2 * votes[mention.kind as usize] {
            mention.kind = best;
        }
    }
}
