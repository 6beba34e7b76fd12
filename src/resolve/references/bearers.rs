//! Who bears which role: gathered from titles before names and appositions beside them, in all documents.

use std::collections::HashMap;

use crate::model::{EntityIx, MentionIx, Reference, Resolved, Role, RoleTense};
use crate::text::Span;

use super::{Text, Texts};

/// Different bearers of one noun that are held against a description; where more bear it, it tells nobody apart.
const MOST_BEARERS: usize = 64;

/// All roles that some text gives to somebody.
#[derive(Default)]
pub(super) struct Bearers<'r> {
    /// By document, then noun.
    here: Vec<HashMap<&'static str, Vec<Bearer<'r>>>>,
    everywhere: HashMap<&'static str, Vec<Bearer<'r>>>,
}

/// Somebody with a role.
#[derive(Clone, Copy)]
pub(super) struct Bearer<'r> {
    pub entity: EntityIx,
    /// The name that the role stands beside.
    pub at: MentionIx,
    /// Where it stands in its document.
    pub span: Span,
    pub role: &'r Role,
    /// To whom the role belongs, where that is somebody named.
    pub owner: Option<EntityIx>,
}

impl<'r> Bearers<'r> {
    pub(super) fn gather(resolved: &Resolved, texts: &Texts<'r>) -> Self {
        let mut bearers = Self::default();
        for text in &texts.0 {
            let mut here: HashMap<&'static str, Vec<Bearer<'r>>> = HashMap::new();
            for (span, role) in roles(text) {
                let Some((at, entity)) = text.mention(resolved, span) else { continue };
                let owner = role.owner.and_then(|owner| text.mention(resolved, owner)).map(|(_, owner)| owner);
                let bearer = Bearer { entity, at, span, role, owner };
                add(here.entry(role.noun).or_default(), bearer);
                add(bearers.everywhere.entry(role.noun).or_default(), bearer);
            }
            bearers.here.push(here);
        }
        bearers
    }

    /// Who bears the noun in a document.
    pub(super) fn here(&self, text: &Text<'_>, noun: &str) -> &[Bearer<'r>] {
        self.here.get(text.document.index()).and_then(|here| here.get(noun)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Who bears the noun in any document; nobody where too many do.
    pub(super) fn everywhere(&self, noun: &str) -> &[Bearer<'r>] {
        let all = self.everywhere.get(noun).map(Vec::as_slice).unwrap_or_default();
        if all.len() > MOST_BEARERS { &[] } else { all }
    }
}

fn roles<'r>(text: &Text<'r>) -> impl Iterator<Item = (Span, &'r Role)> {
    text.referents.iter().flat_map(|referent| {
        let roles = match &referent.what {
            Reference::Name(named) => named.roles.as_slice(),
            _ => &[],
        };
        roles.iter().map(|role| (referent.span, role))
    })
}

/// Adds a bearer unless one like it is known, or more than enough are.
fn add<'r>(bearers: &mut Vec<Bearer<'r>>, bearer: Bearer<'r>) {
    let is_known = |known: &Bearer<'_>| {
        known.entity == bearer.entity
            && known.owner == bearer.owner
            && known.role.nation == bearer.role.nation
            && known.role.tense == bearer.role.tense
            && known.role.qualifiers == bearer.role.qualifiers
    };
    if bearers.len() <= MOST_BEARERS && !bearers.iter().any(is_known) {
        bearers.push(bearer);
    }
}

/// Whether a description can mean the bearer: it says nothing that the bearer's role does not.
pub(super) fn fits(role: &Role, owner: Option<EntityIx>, bearer: &Bearer<'_>) -> bool {
    let borne = bearer.role;
    let is_narrower = role.qualifiers.iter().all(|word| is_loose(word) || borne.qualifiers.contains(word));
    role.noun == borne.noun
        && is_narrower
        && role.nation.is_none_or(|nation| borne.nation == Some(nation))
        && (role.owner.is_none() || owner.is_some() && owner == bearer.owner)
        && agrees(role.tense, borne.tense)
}

/// Whether a description says anything that tells bearers apart.
pub(super) fn is_narrow(role: &Role) -> bool {
    role.nation.is_some()
        || role.owner.is_some()
        || role.qualifiers.iter().any(|word| !is_loose(word))
        || role.tense == RoleTense::Elect
}

/// Words that praise or place and tell nobody apart.
fn is_loose(word: &str) -> bool {
    matches!(
        word,
        "senior"
            | "top"
            | "chief"
            | "same"
            | "longtime"
            | "powerful"
            | "new"
            | "young"
            | "old"
            | "embattled"
            | "veteran"
    )
}

fn agrees(said: RoleTense, borne: RoleTense) -> bool {
    match (said, borne) {
        (RoleTense::Elect, _) | (_, RoleTense::Elect) => said == borne,
        (RoleTense::Former, borne) => matches!(borne, RoleTense::Former | RoleTense::Then),
        (_, RoleTense::Former) => said == RoleTense::Then,
        _ => true,
    }
}
