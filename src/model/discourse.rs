//! Who is spoken of in one document, in the order of the text: names, descriptions ("the Danish ambassador"), pronouns. What
//! extraction hands over for linking; it says how each stands in its sentence, not whom it means.

use serde::{Deserialize, Serialize};

use crate::gazetteer::{Gender, PersonClass};
use crate::text::Span;

use super::word::{Word, open_word, word};

/// A stretch of the text that speaks of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referent {
    /// What is linked. Of a description the part that holds no name: "ambassador" in "Denmark's ambassador".
    pub span: Span,
    /// How it refers.
    pub what: Reference,
    /// Where it stands.
    pub place: Setting,
}

/// How a referent refers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reference {
    /// By the name of a person, at the same span as its mention.
    Name(Named),
    /// By a role: "the Danish ambassador", "his son-in-law", "a spokesman".
    Role(Role, Article),
    /// By a pronoun.
    Pronoun(Gender, Case),
    /// "the two men", "they … each other": two people at once.
    Pair(Option<Gender>),
    /// A call or talk. `Some` where the sentence says between whom: the spans of two referents; else it hangs on what was told before
    /// ("the call").
    Call(Option<(Span, Span)>),
}

/// What stands beside a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// What given name, title or role tell.
    pub gender: Option<Gender>,
    /// The roles that the text gives its bearer right there.
    pub roles: Vec<Role>,
    /// Whether it stands for the person's people.
    pub is_camp: bool,
}

/// A role as it is worded. Words are folded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The office or trade, the same for all its words.
    #[serde(deserialize_with = "word")]
    pub noun: Word,
    /// Of what kind it is.
    pub class: PersonClass,
    /// Which pronoun its bearer goes by, where the noun tells.
    pub gender: Option<Gender>,
    /// What narrows it besides: "national", "security".
    pub qualifiers: Vec<String>,
    /// The nation that it belongs to.
    #[serde(deserialize_with = "open_word")]
    pub nation: Option<Word>,
    /// The referent to whom it belongs: the Lind of "Lind's adviser".
    pub owner: Option<Span>,
    /// When it is borne.
    pub tense: RoleTense,
}

/// When a role is borne.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RoleTense {
    /// Nothing is said.
    #[default]
    Now,
    /// "then-ambassador": at the time that is told of.
    Then,
    /// "former".
    Former,
    /// "incoming", "pick for".
    Incoming,
    /// "president-elect".
    Elect,
}

/// What begins a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Article {
    /// "the", or whose it is.
    Definite,
    /// "a", "another", or nothing in prose.
    Indefinite,
    /// Nothing, in a headline.
    Headline,
}

/// The forms of a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Case {
    /// "he".
    Subject,
    /// "him".
    Object,
    /// "his".
    Possessive,
    /// "himself".
    Reflexive,
}

/// Where a referent stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// The number of its passage in the document.
    pub passage: u32,
    /// The number of its paragraph.
    pub paragraph: u32,
    /// The number of its clause in the document.
    pub clause: u32,
    /// What it is in that clause.
    pub standing: Standing,
    /// Whether it stands inside quotation marks.
    pub is_quoted: bool,
    /// Whether it begins its sentence, but for small words.
    pub is_first: bool,
}

/// What a referent is in its clause, as far as the words around it show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// Who acts.
    Subject,
    /// Who says what follows or stood before.
    Source,
    /// Who is acted on.
    Object,
    /// Behind a preposition.
    #[default]
    Oblique,
    /// Whose something is.
    Possessor,
}

impl Standing {
    /// Whether it acts or says.
    pub const fn is_subject(self) -> bool {
        matches!(self, Self::Subject | Self::Source)
    }
}
