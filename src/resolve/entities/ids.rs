//! Lasting ids: what an entity is known by from one load to the next, whatever is added, removed or put in another order.
//!
//! An id hashes kind and folded name, so it stays as long as the best name stays. When a better name is found, the entity takes its
//! id; the id that its former name gave still leads to it, as long as nobody else goes by that name.

use std::collections::HashMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::model::{Document, Entity, EntityId, Kind};
use crate::text::fold;

/// Made of kind, folded name and, for namesakes, the earliest document's hash.
pub(super) fn of(kind: Kind, name: &str, earliest: Option<[u8; 32]>) -> EntityId {
    let mut hash = Sha256::new();
    hash.update(kind.name());
    hash.update([0]);
    hash.update(fold(name));
    hash.update(earliest.unwrap_or_default());
    EntityId::of_hash(hash.finalize())
}

/// Namesakes share kind and folded name: all but the first take the earliest document's hash into their ids.
pub(super) fn tell_namesakes_apart(documents: &[Arc<Document>], entities: &mut [(usize, Entity)]) {
    let mut seen: HashMap<EntityId, u32> = HashMap::new();
    for (_, entity) in entities.iter_mut() {
        let namesakes = seen.entry(entity.id).or_default();
        *namesakes += 1;
        if *namesakes > 1 {
            let earliest = entity.documents.first().map(|(document, _)| documents[document.index()].sha256);
            entity.id = of(entity.kind, &entity.name, earliest);
        }
    }
}

/// Where the ids lead that entities would have under their other names: to the only one that goes by the name.
pub(super) fn redirects(entities: &[Arc<Entity>]) -> HashMap<EntityId, EntityId> {
    let mut leads: HashMap<EntityId, Option<EntityId>> = HashMap::new();
    for entity in entities {
        for alias in &entity.aliases {
            let id = of(entity.kind, &alias.text, None);
            let to = leads.entry(id).or_insert(Some(entity.id));
            *to = to.filter(|known| *known == entity.id);
        }
    }
    for entity in entities {
        leads.remove(&entity.id);
    }
    leads.into_iter().filter_map(|(old, now)| Some((old, now?))).collect()
}
