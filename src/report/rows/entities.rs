//! People, organizations and places.

use serde::Serialize;

use crate::corpus::Corpus;
use crate::model::Entity;

use crate::report::Selection;

use super::row::{Row, list};

/// One entity.
#[derive(Serialize)]
pub struct EntityRow<'c> {
    id: String,
    kind: &'static str,
    name: &'c str,
    aliases: Vec<AliasRow<'c>>,
    roles: &'c [String],
    mentions: u32,
    references: u32,
    documents: usize,
    boilerplate_only: bool,
}

#[derive(Serialize)]
struct AliasRow<'c> {
    text: &'c str,
    count: u32,
}

/// The entities of a selection, most mentioned first. What is counted is counted in all sources.
pub fn entities<'c>(corpus: &'c Corpus, selection: &Selection) -> Vec<EntityRow<'c>> {
    selection.entities(corpus).into_iter().map(|at| row(corpus.entity(at))).collect()
}

fn row(entity: &Entity) -> EntityRow<'_> {
    EntityRow {
        id: entity.id.to_string(),
        kind: entity.kind.name(),
        name: &entity.name,
        aliases: entity.aliases.iter().map(|alias| AliasRow { text: &alias.text, count: alias.count }).collect(),
        roles: &entity.roles,
        mentions: entity.mentions,
        references: entity.references,
        documents: entity.documents.len(),
        boilerplate_only: entity.boilerplate_only,
    }
}

impl EntityRow<'_> {
    fn forms(&self) -> String {
        list(self.aliases.iter().map(|alias| format!("{} ({})", alias.text, alias.count)))
    }
}

impl Row for EntityRow<'_> {
    const TABLE: &'static [&'static str] = &["mentions", "documents", "kind", "name", "named", "roles"];
    const CSV: &'static [&'static str] =
        &["id", "kind", "name", "aliases", "roles", "mentions", "references", "documents", "boilerplate_only"];

    fn table(&self) -> Vec<String> {
        vec![
            self.mentions.to_string(),
            self.documents.to_string(),
            self.kind.to_owned(),
            self.name.to_owned(),
            self.forms(),
            list(self.roles.iter().cloned()),
        ]
    }

    fn csv(&self) -> Vec<String> {
        vec![
            self.id.clone(),
            self.kind.to_owned(),
            self.name.to_owned(),
            self.forms(),
            list(self.roles.iter().cloned()),
            self.mentions.to_string(),
            self.references.to_string(),
            self.documents.to_string(),
            self.boilerplate_only.to_string(),
        ]
    }
}
