//! `entities`: people, organizations and places.

use serde::Serialize;

use crate::corpus::Corpus;
use crate::model::Entity;

use super::row::{Row, list};

/// One entity.
#[derive(Serialize)]
pub(super) struct EntityRow<'c> {
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

/// All entities, most mentioned first.
pub(super) fn rows(corpus: &Corpus) -> Vec<EntityRow<'_>> {
    corpus.entities().iter().map(row).collect()
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
