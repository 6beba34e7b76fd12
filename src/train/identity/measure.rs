//! Aligns what the program found with what the corpus marks: exact spans only.

use std::collections::HashMap;

use crate::corpus::Corpus;
use crate::model::{EntityIx, Form, Kind, MentionIx};
use crate::text::Span;

use super::super::identified::{Identified, Named};
use super::super::score::Counts;
use super::b_cubed::BCubed;

/// What was measured over some documents.
#[derive(Clone, Debug, Default)]
pub struct Measured<'g> {
    /// How many of the marked names were found exactly; `found` counts those of all names, marked or not.
    pub names: Counts,
    /// The names that were found exactly and whose identity is known.
    pub aligned: Vec<Aligned<'g>>,
    /// The marked names that were not found exactly, with their documents.
    pub missed: Vec<(&'g Identified, Span)>,
    /// Files whose text is not the one that was marked.
    pub strange: Vec<&'g str>,
}

/// A mention whose identity is known.
#[derive(Clone, Copy, Debug)]
pub struct Aligned<'g> {
    /// The mention.
    pub at: MentionIx,
    /// The entity that it was linked to.
    pub entity: EntityIx,
    /// Whom it names.
    pub identity: &'g str,
}

/// Measures the mentions of a corpus against marked documents; `kind` keeps to one kind of mention.
pub fn measure<'g>(corpus: &Corpus, marked: &'g [Identified], kind: Option<Kind>) -> Measured<'g> {
    let documents: HashMap<&str, &Identified> =
        marked.iter().map(|document| (document.file.as_str(), document)).collect();
    let mut found: HashMap<(&str, Span), MentionIx> = HashMap::new();
    for (at, mention) in corpus.mentions().iter().enumerate() {
        if mention.form != Form::Reference && kind.is_none_or(|kind| mention.kind == kind) {
            let document = corpus.document(corpus.passage(mention.passage).document);
            found.insert((document.file.as_str(), mention.span), MentionIx::at(at));
        }
    }
    let mut measured = Measured::default();
    measured.names.found = found.len() as u32;
    for document in corpus.documents() {
        let Some(gold) = documents.get(document.file.as_str()) else { continue };
        if *document.text != *gold.text {
            measured.strange.push(&gold.file);
        }
    }
    for gold in marked {
        for Named { span, identity } in &gold.names {
            measured.names.gold += 1;
            let Some(at) = found.get(&(gold.file.as_str(), *span)).copied() else {
                measured.missed.push((gold, *span));
                continue;
            };
            measured.names.right += 1;
            if let Some(identity) = identity {
                measured.aligned.push(Aligned { at, entity: corpus.mention(at).entity, identity });
            }
        }
    }
    measured
}

impl Measured<'_> {
    /// How well the mentions that were found are linked.
    pub fn b_cubed(&self) -> BCubed {
        let items: Vec<(EntityIx, &str)> = self.aligned.iter().map(|item| (item.entity, item.identity)).collect();
        BCubed::of(&items)
    }
}
