//! Whom a name that somebody types means.

use crate::model::{Entity, EntityId, EntityIx};
use crate::text::fold;

use super::Corpus;

impl Corpus {
    /// The entities that `name` fits best: the one with that id, else all with exactly that name or alias, else all with that
    /// surname at the end of a name or alias. Names are compared folded.
    pub fn named(&self, name: &str) -> Vec<EntityIx> {
        let id = name.parse::<EntityId>().ok().filter(|id| id.to_string() == name);
        if let Some(at) = id.and_then(|id| self.entity_ix(id)) {
            return vec![at];
        }
        let wanted = fold(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        let named = self.fitting(|form| form == wanted);
        if named.is_empty() {
            return self.fitting(|form| form.strip_suffix(&wanted).is_some_and(|before| before.ends_with(' ')));
        }
        named
    }

    fn fitting(&self, fits: impl Fn(&str) -> bool) -> Vec<EntityIx> {
        let forms = |entity: &Entity| {
            let aliases = entity.aliases.iter().map(|alias| fold(&alias.text));
            std::iter::once(fold(&entity.name)).chain(aliases).any(|form| fits(&form))
        };
        let all = self.entities().iter().enumerate().filter(|(_, entity)| forms(entity));
        all.map(|(at, _)| EntityIx::at(at)).collect()
    }
}
