//! Whom a name on the command line means.

use crate::corpus::Corpus;
use crate::model::{Entity, EntityId};
use crate::text::fold;

/// The entities that `name` fits best: the one with that id, else all with exactly that name or alias, else all with that
/// surname at the end of a name or alias. Names are compared folded.
pub(super) fn entities<'c>(corpus: &'c Corpus, name: &str) -> Vec<&'c Entity> {
    let id = name.parse::<EntityId>().ok().filter(|id| id.to_string() == name);
    if let Some(at) = id.and_then(|id| corpus.entity_ix(id)) {
        return vec![corpus.entity(at)];
    }
    let wanted = fold(name);
    if wanted.is_empty() {
        return Vec::new();
    }
    let named = fitting(corpus, |form| form == wanted);
    if named.is_empty() {
        return fitting(corpus, |form| form.strip_suffix(&wanted).is_some_and(|before| before.ends_with(' ')));
    }
    named
}

fn fitting(corpus: &Corpus, fits: impl Fn(&str) -> bool) -> Vec<&Entity> {
    let forms = |entity: &Entity| {
        let aliases = entity.aliases.iter().map(|alias| fold(&alias.text));
        std::iter::once(fold(&entity.name)).chain(aliases).any(|form| fits(&form))
    };
    corpus.entities().iter().filter(|entity| forms(entity)).collect()
}
