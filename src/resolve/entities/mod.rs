//! Who is who: which mentions refer to the same person, organization or place.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::model::{Confidence, Entity, EntityId, EntityIx, ExtractedMention, Kind, Link, LinkRule, Resolved};
use crate::text::fold;

/// Fills in the entities and links every mention to one. `named` are the mentions as extracted, in the same order.
pub(super) fn link(resolved: &mut Resolved, named: &[ExtractedMention]) {
    let mut of_name: HashMap<(Kind, String), EntityIx> = HashMap::new();
    for (mention, found) in resolved.mentions.iter_mut().zip(named) {
        let document = resolved.passages[mention.passage.index()].document;
        let name = found.span.of(&resolved.documents[document.index()].text);
        let at = *of_name.entry((found.kind, fold(name))).or_insert_with(|| {
            resolved.entities.push(Entity {
                id: entity_id(found.kind, &fold(name)),
                kind: found.kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                roles: Vec::new(),
                mentions: 0,
                references: 0,
                documents: Vec::new(),
                boilerplate_only: false,
                is_doubtful: false,
            });
            EntityIx::at(resolved.entities.len() - 1)
        });
        let entity = &mut resolved.entities[at.index()];
        entity.mentions += 1;
        match entity.documents.last_mut() {
            Some((last, count)) if *last == document => *count += 1,
            _ => entity.documents.push((document, 1)),
        }
        mention.entity = at;
        mention.link = Link { rule: LinkRule::SameName, evidence: None, confidence: Confidence(90) };
    }
}

/// A lasting name: the first eight bytes of the SHA-256 of kind and folded name.
fn entity_id(kind: Kind, folded: &str) -> EntityId {
    let mut hash = Sha256::new();
    hash.update(kind.name());
    hash.update([0]);
    hash.update(folded);
    let mut first = [0; 8];
    first.copy_from_slice(&hash.finalize()[..8]);
    EntityId(u64::from_be_bytes(first))
}
