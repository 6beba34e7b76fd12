//! Many documents -> publication dates, entities, events, copies, origins. Pure: it opens no file, and the same documents give the
//! same answer in whatever order they come.
//!
//! It links what extraction found and looks for no names or times of its own. The reader's corrections are laid over its answer
//! by [`Correcting`].

mod publication;

mod order;

mod copies;

mod entities;

mod references;

mod events;

mod origins;

mod corrections;

use std::sync::Arc;

pub use corrections::{Change, Correcting, SplitOff, at_a_glance};

use crate::model::{
    Confidence, Document, DocumentIx, EntityIx, Extract, ExtractedMention, Link, LinkRule, Mention, OriginSign, Packed,
    Passage, PassageIx, Referent, Resolved, TimeMention,
};

/// A document with what was found in it.
pub type Read = (Arc<Document>, Arc<Extract>);

/// Links everything that was found. The answer does not depend on the order of `read`.
pub fn resolve(read: &[Read]) -> Resolved {
    let ordered = order::reading_order(read);
    let mut resolved = Resolved::default();
    let support = entities::Support::gather(read.iter().map(|(document, extract)| (&**document, &**extract)));
    let mut named = Vec::new();
    let mut referents = Vec::new();
    let mut signs: Vec<&[OriginSign]> = Vec::new();
    let mut sketched = Vec::new();
    for (at, (document, extract, publication)) in ordered.into_iter().enumerate() {
        let first_passage = resolved.passages.len();
        let passage_at = |offset: u32| {
            let after = extract.passages.partition_point(|passage| passage.span.start <= offset);
            PassageIx::at(first_passage + after.saturating_sub(1))
        };
        resolved.passages.extend(extract.passages.iter().map(|passage| Passage {
            document: DocumentIx::at(at),
            span: passage.span,
            zone: passage.zone,
            paragraph: passage.paragraph,
        }));
        let supported = extract.mentions.iter().filter(|found| support.holds(&document.text, found));
        named.extend(supported.map(entities::seen_elsewhere));
        let found = named.iter().skip(resolved.mentions.len());
        resolved.mentions.extend(found.map(|found| unlinked(found, passage_at(found.span.start))));
        resolved.times.extend(extract.times.iter().map(|expression| TimeMention {
            passage: passage_at(expression.span.start),
            expression: *expression,
            when: expression.symbolic.resolve(publication.days),
            event: None,
        }));
        resolved.accounts.push(extract.account.clone());
        referents.push(&extract.referents);
        signs.push(&extract.signs);
        sketched.push((&**document, &extract.sketch));
        resolved.documents.push(Arc::clone(document));
        resolved.publications.push(publication);
    }
    entities::link(&mut resolved, &named);
    link_references(&mut resolved, &referents);
    events::gather(&mut resolved);
    resolved.sharings = copies::sharings(sketched.into_iter()).into();
    resolved.retold = copies::retold(&resolved.passages, &resolved.sharings).into();
    resolved.origins = Arc::new(origins::origins(&resolved, &signs, &resolved.sharings));
    resolved
}

/// Links references; what is unpacked for that is large, and is gone before events are gathered.
fn link_references(resolved: &mut Resolved, packed: &[&Packed<Vec<Referent>>]) {
    let unpacked: Vec<Vec<Referent>> = packed.iter().map(|referents| referents.unpacked()).collect();
    let referents: Vec<&[Referent]> = unpacked.iter().map(Vec::as_slice).collect();
    references::link(resolved, &referents);
}

/// A mention before it is known whom it refers to.
fn unlinked(found: &ExtractedMention, passage: PassageIx) -> Mention {
    Mention {
        passage,
        span: found.span,
        kind: found.kind,
        form: found.form,
        confidence: found.confidence,
        cue: found.cue,
        entity: EntityIx::default(),
        link: Link { rule: LinkRule::Alone, evidence: None, confidence: Confidence(0) },
    }
}
