//! Entities: whom or what mentions refer to.

use serde::{Deserialize, Serialize};

use super::ids::{DocumentIx, EntityId};
use super::mention::Kind;

/// A person, an organization or a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its lasting name.
    pub id: EntityId,
    /// What it is.
    pub kind: Kind,
    /// The best full name found in the texts. Untrusted.
    pub name: String,
    /// The forms that it is named by, most frequent first. Untrusted.
    pub aliases: Vec<Alias>,
    /// Where it stands for a name that several people bear: those people, as far as they are known.
    pub could_be: Vec<EntityId>,
    /// Titles and roles that stand beside its names, most frequent first. Untrusted.
    pub roles: Vec<String>,
    /// How many mentions name it: names and camps.
    pub mentions: u32,
    /// How many references stand for it, the doubtful left out.
    pub references: u32,
    /// The documents that mention it, in reading order, each with its count.
    pub documents: Vec<(DocumentIx, u32)>,
    /// Whether it is found only in folded zones.
    pub boilerplate_only: bool,
    /// Whether every sign that it is what it seems is weak.
    pub is_doubtful: bool,
}

/// A form of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// As it stands in the texts. Untrusted.
    pub text: String,
    /// How often.
    pub count: u32,
}
