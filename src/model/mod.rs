//! The nouns of redstring, data only: what is read, what is found in it, what it refers to, and what a reader asks for.
//!
//! No rules live here: `source`, `extract` and `resolve` make these values; the corpus, the session and the commands read them.

mod casework;
mod claim;
mod copies;
mod digest;
mod discourse;
mod document;
mod entity;
mod event;
mod extract;
mod happening;
mod ids;
mod mention;
mod origin;
mod packed;
mod resolved;
mod stamp;
mod target;
mod time;
mod word;

pub use casework::{
    Act, Bookmark, Casework, Corrected, Correction, DocumentRef, EntityRef, Entry, EntryId, EventRef, Laid, Moment,
    Orphan, Part, Place, Remark, Review, Rivals, SavedSearch, Subject, Tagging, TextAnchor, Whose,
};
pub use claim::{Cited, Claim, Count, Differing, Differs, Order, Side, Value, Withdrawal};
pub use copies::{Beside, Given, Likeness, Retold, Sharing, Sketch, Stretch};
pub use digest::{ContentHash, Digest, NoDigest};
pub use discourse::{Article, Case, Named, Reference, Referent, Role, RoleTense, Setting, Standing};
pub use document::{
    Document, Found, Metadata, Note, Provenance, Publication, PublicationCandidate, Skipped, Zone, ZoneLabel,
};
pub use entity::{Alias, Entity};
pub use event::Event;
pub use extract::{Extract, ExtractedMention, ExtractedPassage};
pub use happening::{Account, Dating, EventClass, Happening, Ordering, Pace, Retraction, Speaker, Stance, Telling};
pub use ids::{DocumentId, DocumentIx, EntityId, EntityIx, EventId, EventIx, MentionIx, OriginIx, PassageIx, TimeIx};
pub use mention::{Confidence, Cue, Form, Kind, Link, LinkRule, Mention, Passage};
pub use origin::{Origin, OriginSign, Origins, Reach, Says, Tie};
pub use packed::{Packed, Store};
pub use resolved::Resolved;
pub use stamp::Stamp;
pub use target::{References, Target};
pub use time::{Anchor, Tense, TimeExpression, TimeMention, TimexType};
pub use word::Word;
