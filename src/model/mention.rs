//! Passages, and the mentions in them.

use serde::{Deserialize, Serialize};

use crate::text::Span;

use super::document::ZoneLabel;
use super::ids::{DocumentIx, EntityIx, MentionIx, PassageIx};

/// One sentence, headline, caption or list item: what a jump lands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Whose.
    pub document: DocumentIx,
    /// Where in its text.
    pub span: Span,
    /// The zone that it lies in.
    pub zone: ZoneLabel,
    /// Number of its paragraph in the document, from 1; 0 in a header.
    pub paragraph: u32,
}

/// A span that names a person, an organization or a place, linked to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The passage that holds it.
    pub passage: PassageIx,
    /// The name only: no title, article or possessive.
    pub span: Span,
    /// Person, organization or place, as this mention alone looks.
    pub kind: Kind,
    /// A name, a camp or a reference.
    pub form: Form,
    /// How sure the extractor is that this is a name of that kind.
    pub confidence: Confidence,
    /// What gave it away.
    pub cue: Cue,
    /// Whom it refers to.
    pub entity: EntityIx,
    /// Why it refers to that entity.
    pub link: Link,
}

/// Person, organization or place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A human being.
    #[default]
    Person,
    /// A body, company, party, outlet.
    Organization,
    /// A country, city, building.
    Place,
}

impl Kind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Person, Self::Organization, Self::Place];

    /// Its name in rows and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
        }
    }
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Form {
    /// By name.
    #[default]
    Name,
    /// A person's team, campaign or administration: the Lind in "Lind team". Never the person speaking or acting.
    Camp,
    /// By a role or pronoun: "the Danish ambassador", "he".
    Reference,
}

impl Form {
    /// Its name in rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Camp => "camp",
            Self::Reference => "reference",
        }
    }
}

/// How sure something is, in percent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Confidence(pub u8);

impl Confidence {
    /// Below this a name is only possible: it counts where other documents support it.
    pub const SUPPORTED: Self = Self(25);

    /// From this on a reference is shown without being asked for: measured, nine of ten and more are right.
    pub const SHOWN: Self = Self(75);

    /// Below this a thing is shown as doubtful.
    pub const DOUBTFUL: Self = Self(60);

    /// Whether it is to be shown as doubtful.
    pub fn is_doubtful(self) -> bool {
        self < Self::DOUBTFUL
    }

    /// As a share of one, for rows.
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// What gave a name away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cue {
    /// A title stands before it ("Gen.", "President").
    Title,
    /// It begins with a known given name.
    GivenName,
    /// It is on a curated list.
    Listed,
    /// Its last word tells ("Agency", "Party", "Tower").
    HeadWord,
    /// What stands around it tells ("in Aarhus", "said Lind").
    Context,
    /// The same name stands elsewhere with a better cue.
    SeenElsewhere,
    /// An acronym that nothing explains.
    Acronym,
    /// Only its capitals.
    Capitals,
    /// The reader has marked it.
    Reader,
    /// A reference: a role ("the ambassador").
    Role,
    /// A reference: a pronoun.
    Pronoun,
    /// A reference: what was told before ("the two men", "the call").
    Discourse,
}

impl Cue {
    /// In words, for rows and the reader's "why".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Title => "a title before it",
            Self::GivenName => "a known given name",
            Self::Listed => "on the curated list",
            Self::HeadWord => "its head word",
            Self::Context => "the words around it",
            Self::SeenElsewhere => "the same name elsewhere",
            Self::Acronym => "an acronym",
            Self::Capitals => "capitals only",
            Self::Reader => "marked by you",
            Self::Role => "a role without a name",
            Self::Pronoun => "a pronoun",
            Self::Discourse => "what was told before",
        }
    }
}

/// Why a mention belongs to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The rule that linked it.
    pub rule: LinkRule,
    /// The mention that proves it, where one does.
    pub evidence: Option<MentionIx>,
    /// How sure the link is.
    pub confidence: Confidence,
}

/// The rules that link a mention to an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LinkRule {
    /// It bears the entity's own name.
    SameName,
    /// A surname (or given name) whose full name stands in the same document.
    ShortFormHere,
    /// A surname (or given name) whose full name stands in other documents only, and only one fits.
    ShortFormElsewhere,
    /// A surname whose full names all stand in other documents: one person's far oftener than those of all others.
    MostNamed,
    /// A short form with a title that only one bearer of the name has.
    Title,
    /// "the Vex government": only one bearer of the name has the title of who governs.
    Government,
    /// A short form that stands in the same document with such a title.
    LikeTitled,
    /// The first of two given names that share the surname behind them ("Ada and Paul Lind").
    SharedSurname,
    /// The same surname with a given name that is a variant ("Mike", "Sergei", "Sergey I.").
    NameVariant,
    /// An acronym and its expansion.
    Acronym,
    /// Several people fit; it stays by itself.
    Ambiguous,
    /// Nothing longer fits; it stands for itself.
    Alone,
    /// The reader has merged its entity into this one.
    Merged,
    /// The reader has said so of this mention.
    Reader,
    /// A role that the same document gives to this person and to nobody else.
    RoleHere,
    /// A role that another document gives to this person, and none to anybody else.
    RoleElsewhere,
    /// A pronoun: nobody else just spoken of fits.
    Antecedent,
    /// A pronoun: of those who fit, the one who acts or speaks.
    Subject,
    /// Two people at once: the two just spoken of together.
    BothNamed,
    /// A call or talk told of before, in which the person took part.
    InCall,
}

impl LinkRule {
    /// In words, for rows and the reader's "why".
    pub const fn words(self) -> &'static str {
        match self {
            Self::SameName => "same name",
            Self::ShortFormHere => "short form of a full name in this document",
            Self::ShortFormElsewhere => "short form; the one full name that fits stands in another document",
            Self::MostNamed => "short form; of those who bear it elsewhere, this one is named in full far oftener",
            Self::Title => "short form with a title that only one bearer of the name has",
            Self::Government => "a government's name; only one bearer of it has the title of who governs",
            Self::LikeTitled => "the same short form stands in this document with a title that tells",
            Self::SharedSurname => "shares the surname with the name behind it",
            Self::NameVariant => "variant of the same name",
            Self::Acronym => "acronym",
            Self::Ambiguous => "ambiguous: several names fit",
            Self::Alone => "no longer name fits",
            Self::Merged => "you merged its entity into this one",
            Self::Reader => "you said so",
            Self::RoleHere => "a role that this document gives to nobody else",
            Self::RoleElsewhere => "a role that another document gives, and none to anybody else",
            Self::Antecedent => "nobody else just spoken of fits",
            Self::Subject => "of those who fit, the one who acts or speaks",
            Self::BothNamed => "the two just spoken of together",
            Self::InCall => "took part in the call told of before",
        }
    }
}
