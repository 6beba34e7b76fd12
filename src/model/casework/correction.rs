//! Corrections: where the reader knows better than extraction and resolution.

use serde::{Deserialize, Serialize};

use crate::model::mention::Kind;

use super::reference::{DocumentRef, EntityRef, TextAnchor};

/// One correction. It changes what is shown, never a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Correction {
    /// `others` are the same as `into`.
    Merge {
        /// Whose name and kind stay.
        into: EntityRef,
        /// Who is nobody else.
        others: Vec<EntityRef>,
    },
    /// A part of an entity's mentions belongs to someone else.
    Split {
        /// Whom they were linked to.
        from: EntityRef,
        /// Which of its mentions.
        part: Part,
        /// What the other one is called; `None` for the best name among those mentions.
        name: Option<String>,
    },
    /// It is called so.
    Rename {
        /// What.
        entity: EntityRef,
        /// Its name from now on.
        name: String,
    },
    /// It is of this kind.
    ChangeKind {
        /// What.
        entity: EntityRef,
        /// Its kind from now on.
        kind: Kind,
    },
    /// It is no person, organization or place, or of no interest: its mentions are shown as plain text.
    Hide(EntityRef),
    /// It is shown again.
    Unhide(EntityRef),
    /// A mention that was missed.
    AddMention {
        /// Where.
        at: TextAnchor,
        /// Whom it names.
        whose: Whose,
    },
    /// The mention does not name this entity.
    RejectLink {
        /// Where.
        mention: TextAnchor,
        /// Whom it does not name.
        entity: EntityRef,
    },
    /// The mention names this entity for certain.
    ConfirmLink {
        /// Where.
        mention: TextAnchor,
        /// Whom it names.
        entity: EntityRef,
    },
    /// The document was published then.
    SetPublication {
        /// Which.
        document: DocumentRef,
        /// When, in EDTF.
        date: String,
    },
    /// The time expression means this.
    SetTime {
        /// Where.
        at: TextAnchor,
        /// What, in EDTF.
        value: String,
    },
    /// The stretch is page furniture.
    LabelBoilerplate(TextAnchor),
    /// The stretch is part of the article.
    UnlabelBoilerplate(TextAnchor),
}

/// Which mentions of an entity are split off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// These.
    Mentions(Vec<TextAnchor>),
    /// All in this form. Untrusted.
    Alias(String),
    /// All in these documents.
    Documents(Vec<DocumentRef>),
}

/// Whom an added mention names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Whose {
    /// Someone known.
    Known(EntityRef),
    /// Someone new.
    New {
        /// What.
        kind: Kind,
        /// Its name. Untrusted.
        name: String,
    },
}
