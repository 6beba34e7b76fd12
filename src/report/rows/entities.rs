//! People, organizations and places.

use serde::Serialize;

use crate::calendar::When;
use crate::corpus::Corpus;
use crate::model::EntityIx;

use crate::report::Selection;

use super::row::{Row, list, sources};

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
    /// Where these come from: copies, and reports that lean on one outlet, are one.
    origins: usize,
    boilerplate_only: bool,
    /// When its first and its last dated document were published, as precise as that is proved.
    first_seen: Option<String>,
    last_seen: Option<String>,
    /// Ids of the people whom a name could mean that several bear.
    could_be: Vec<String>,
}

#[derive(Serialize)]
struct AliasRow<'c> {
    text: &'c str,
    count: u32,
}

/// The entities of a selection, most mentioned first. What is counted is counted in all sources.
pub fn entities<'c>(corpus: &'c Corpus, selection: &Selection) -> Vec<EntityRow<'c>> {
    selection.entities(corpus).into_iter().map(|at| row(corpus, at)).collect()
}

fn row(corpus: &Corpus, at: EntityIx) -> EntityRow<'_> {
    let entity = corpus.entity(at);
    let seen = corpus.seen(at);
    let day = |document| corpus.publication(document).value.and_then(When::edtf);
    EntityRow {
        id: entity.id.to_string(),
        kind: entity.kind.name(),
        name: &entity.name,
        aliases: entity.aliases.iter().map(|alias| AliasRow { text: &alias.text, count: alias.count }).collect(),
        roles: &entity.roles,
        mentions: entity.mentions,
        references: entity.references,
        documents: entity.documents.len(),
        origins: corpus.origins_of(entity.documents.iter().map(|(document, _)| *document)),
        boilerplate_only: entity.boilerplate_only,
        first_seen: seen.and_then(|(first, _)| day(first)),
        last_seen: seen.and_then(|(_, last)| day(last)),
        could_be: entity.could_be.iter().map(ToString::to_string).collect(),
    }
}

impl EntityRow<'_> {
    fn forms(&self) -> String {
        list(self.aliases.iter().map(|alias| format!("{} ({})", alias.text, alias.count)))
    }
}

impl Row for EntityRow<'_> {
    const TABLE: &'static [&'static str] = &["mentions", "documents", "kind", "name", "named", "roles"];
    const CSV: &'static [&'static str] = &[
        "id",
        "kind",
        "name",
        "aliases",
        "roles",
        "mentions",
        "references",
        "documents",
        "origins",
        "boilerplate_only",
        "first_seen",
        "last_seen",
        "could_be",
    ];

    fn table(&self) -> Vec<String> {
        vec![
            self.mentions.to_string(),
            sources(self.documents, self.origins),
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
            self.origins.to_string(),
            self.boilerplate_only.to_string(),
            self.first_seen.clone().unwrap_or_default(),
            self.last_seen.clone().unwrap_or_default(),
            list(self.could_be.iter().cloned()),
        ]
    }
}
