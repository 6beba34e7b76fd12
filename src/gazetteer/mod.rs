//! The gazetteer: plain lists of what is generally known of names, embedded. Given names and their variants, titles, words that tell
//! what a name is, well-known organizations and places with their other forms, words that are no names.
//!
//! Lists only: nothing here decides whether a stretch of text is a name. It knows no person. Each file beside this one says what it
//! holds and where it is from.

mod phrases;
mod words;

use std::sync::LazyLock;

use phrases::Phrases;
pub use phrases::{Listed, Match};
use words::{Groups, Words, sections};

/// All lists, read once.
#[derive(Debug)]
pub struct Gazetteer {
    given_names: Words,
    common_words: Words,
    plain_capitals: Words,
    heads: Vec<(&'static str, Words)>,
    known: Phrases,
    titles: Phrases,
    variants: Groups,
}

/// What a word tells of the name that it closes or follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// "Committee": the name is an organization's.
    Organization,
    /// "Tower": the name is a place's.
    Place,
    /// "Act": no name of a person, organization or place.
    Nothing,
    /// "team": the person named before it stands for his people.
    Camp,
    /// "van": belongs to a surname.
    Particle,
    /// "Jr.": tells a person from a namesake.
    Suffix,
    /// "said": people do it.
    Speech,
    /// "Hall": closes an organization's or a place's name and is a surname too.
    Surname,
    /// "Post": stands for an outlet whose whole name is known.
    Outlet,
    /// "The": no name begins with it.
    Function,
    /// "near": places follow it.
    PlacePreposition,
    /// "Will": a given name that begins a sentence more often as a verb.
    Modal,
    /// "May": a month, and perhaps a surname.
    Month,
}

impl Head {
    const fn section(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Nothing => "nothing",
            Self::Camp => "camp",
            Self::Particle => "particle",
            Self::Suffix => "suffix",
            Self::Speech => "speech",
            Self::Surname => "surname",
            Self::Outlet => "outlet",
            Self::Function => "function",
            Self::PlacePreposition => "place-preposition",
            Self::Modal => "modal",
            Self::Month => "month",
        }
    }
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer {
    given_names: Words::read(include_str!("given_names.txt")),
    common_words: Words::read(include_str!("common_words.txt")),
    plain_capitals: Words::read(include_str!("demonyms.txt")),
    heads: sections(include_str!("heads.txt")),
    known: Phrases::read(&[
        (Listed::Organization, include_str!("organizations.txt")),
        (Listed::Place, include_str!("places.txt")),
    ]),
    titles: Phrases::read_folded(Listed::Title, include_str!("titles.txt")),
    variants: Groups::read(include_str!("nicknames.txt")),
});

/// The embedded lists.
pub fn gazetteer() -> &'static Gazetteer {
    &GAZETTEER
}

impl Gazetteer {
    /// Whether the folded word is a common given name.
    pub fn is_given_name(&self, folded: &str) -> bool {
        self.given_names.has(folded)
    }

    /// Whether the folded word is common in prose with a small letter, so that a capital may mean nothing.
    pub fn is_common_word(&self, folded: &str) -> bool {
        self.common_words.has(folded)
    }

    /// Whether the folded word is capitalized in English without being a name by itself: peoples, months, weekdays, feasts.
    pub fn is_plain_capital(&self, folded: &str) -> bool {
        self.plain_capitals.has(folded)
    }

    /// Whether the folded word tells `head`.
    pub fn tells(&self, folded: &str, head: Head) -> bool {
        self.heads.iter().any(|(section, words)| *section == head.section() && words.has(folded))
    }

    /// The longest known organization or place that begins with `words`, which are compared letter by letter; words of four letters
    /// or more may stand in capitals throughout ("LONDON").
    pub fn known(&self, words: &[&str]) -> Option<Match> {
        let in_small = || {
            let small = small_letters(&words.join(" "));
            self.known.longest(&small.split(' ').collect::<Vec<_>>())
        };
        let is_shouted = words.first().is_some_and(|first| is_shouted(first));
        self.known.longest(words).or_else(|| is_shouted.then(in_small).flatten())
    }

    /// The longest title that begins with the folded `words`.
    pub fn title(&self, words: &[&str]) -> Option<Match> {
        self.titles.longest(words)
    }

    /// The best name of the known organization or place of which `name` is one form ("AP": "Associated Press").
    pub fn best_name(&self, listed: Listed, name: &str) -> Option<&'static str> {
        let in_small = || small_letters(name);
        let found = self.known.best_name(listed, name);
        found.or_else(|| is_shouted(name).then(in_small).and_then(|name| self.known.best_name(listed, &name)))
    }

    /// Whether the two folded given names stand for one another: the same, or a nickname or spelling of it ("mike", "michael").
    pub fn are_variants(&self, one: &str, other: &str) -> bool {
        one == other || self.variants.share(one, other)
    }
}

/// Whether a form stands in capitals throughout and is no acronym.
fn is_shouted(form: &str) -> bool {
    form.len() >= 4 && form.chars().all(|letter| letter.is_uppercase() || letter == ' ')
}

/// NEW YORK as New York.
fn small_letters(form: &str) -> String {
    let mut small = String::with_capacity(form.len());
    for letter in form.chars() {
        let begins = small.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        if begins { small.push(letter) } else { small.extend(letter.to_lowercase()) }
    }
    small
}

#[cfg(test)]
mod tests {
    use super::{Head, Listed, gazetteer};

    #[test]
    fn the_longest_form_wins_and_knows_its_best_name() {
        let lists = gazetteer();
        let found = lists.known(&["UN", "Security", "Council", "met"]).unwrap();
        assert_eq!((found.words, found.listed), (3, Listed::Organization));
        assert_eq!(lists.known(&["UN", "vote"]).unwrap().words, 1);
        assert_eq!(lists.known(&["un", "vote"]), None);
        assert_eq!(lists.best_name(Listed::Organization, "AP"), Some("Associated Press"));
        assert_eq!(lists.best_name(Listed::Place, "AP"), None);
        assert_eq!(lists.best_name(Listed::Place, "NEW YORK"), Some("New York City"));
        assert_eq!(lists.known(&["LONDON", "-"]).unwrap().words, 1);
        assert_eq!(lists.known(&["LEEDS", "SAYS"]).unwrap().words, 1);
        assert_eq!(lists.known(&["Leeds"]).unwrap().words, 1);
        assert_eq!(lists.title(&["secretary", "of", "state", "doe"]).unwrap().words, 3);
    }

    #[test]
    fn given_names_have_variants() {
        let lists = gazetteer();
        assert!(lists.are_variants("mike", "michael"));
        assert!(lists.are_variants("sergei", "sergey"));
        assert!(!lists.are_variants("mike", "nick"));
        assert!(lists.is_given_name("theresa"));
    }

    #[test]
    fn heads_tell() {
        let lists = gazetteer();
        assert!(lists.tells("committee", Head::Organization));
        assert!(lists.tells("post", Head::Outlet) && lists.tells("post", Head::Surname));
        assert!(!lists.tells("tower", Head::Organization));
        assert!(lists.is_plain_capital("russian") && lists.is_common_word("breaking"));
    }
}
