//! What extraction finds in one document, before anything is linked. Offsets index that document's text; positions are local to it.

use serde::{Deserialize, Serialize};

use crate::text::Span;

use super::copies::Sketch;
use super::discourse::Referent;
use super::document::ZoneLabel;
use super::happening::Account;
use super::mention::{Confidence, Cue, Form, Kind};
use super::origin::OriginSign;
use super::packed::Packed;
use super::time::TimeExpression;

/// Everything found in one document, each list in the order of the text.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Extract {
    /// Its passages.
    pub passages: Vec<ExtractedPassage>,
    /// Names.
    pub mentions: Vec<ExtractedMention>,
    /// Time expressions.
    pub times: Vec<TimeExpression>,
    /// What it says happened.
    pub account: Packed<Account>,
    /// People as the text speaks of them: names again, roles, pronouns.
    pub referents: Packed<Vec<Referent>>,
    /// What it says of where its report comes from.
    pub signs: Vec<OriginSign>,
    /// What tells its copies.
    pub sketch: Sketch,
}

/// A passage that does not know its document yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtractedPassage {
    /// Where.
    pub span: Span,
    /// In which zone.
    pub zone: ZoneLabel,
    /// Number of its paragraph, from 1; 0 in a header.
    pub paragraph: u32,
}

/// A name that does not know its entity yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtractedMention {
    /// The name only.
    pub span: Span,
    /// What it seems to name.
    pub kind: Kind,
    /// How it refers.
    pub form: Form,
    /// How sure.
    pub confidence: Confidence,
    /// What gave it away.
    pub cue: Cue,
    /// The title before it or role beside it ("Gen.", "Press Secretary"), where one stands.
    pub role: Option<Span>,
}
