//! Whom a name on the command line means.

use crate::corpus::Corpus;
use crate::model::Entity;

/// The entities that `name` fits best.
pub(super) fn entities<'c>(corpus: &'c Corpus, name: &str) -> Vec<&'c Entity> {
    corpus.named(name).into_iter().map(|at| corpus.entity(at)).collect()
}
