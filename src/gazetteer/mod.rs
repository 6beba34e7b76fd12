//! The gazetteer: plain lists of what is generally known of names, embedded. Given names and their variants, titles, words that tell
//! what a name is, well-known organizations and places with their other forms, words that are no names.
//!
//! Lists only: nothing here decides whether a stretch of text is a name. It knows no person. Each file beside this one says what it
//! holds and where it is from.

mod lists;
mod people;
mod phrases;
mod signs;

use std::sync::LazyLock;

use lists::Groups;
use people::People;
pub use people::{Gender, PersonClass, PersonNoun};
use phrases::Phrases;
pub use phrases::{Listed, Match};
use signs::SignTable;
pub use signs::{Sign, Signs};

use crate::text::{QuickSet, fold};

/// All lists, read once.
#[derive(Debug)]
pub struct Gazetteer {
    signs: SignTable,
    known: Phrases,
    titles: Phrases,
    variants: Groups,
    people: People,
    outlets: QuickSet<&'static str>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut signs = SignTable::default();
    signs.add_words(Sign::GivenName, include_str!("given_names.txt"));
    signs.add_words(Sign::CommonWord, include_str!("common_words.txt"));
    signs.add_words(Sign::PlainCapital, include_str!("plain_capitals.txt"));
    signs.add_sections(include_str!("signs.txt"));
    Gazetteer {
        signs,
        known: Phrases::read(&[
            (Listed::Organization, include_str!("organizations.txt")),
            (Listed::Organization, include_str!("institutions.txt")),
            (Listed::Organization, include_str!("companies.txt")),
            (Listed::Organization, include_str!("press.txt")),
            (Listed::Organization, include_str!("teams.txt")),
            (Listed::Place, include_str!("places.txt")),
        ]),
        titles: Phrases::read_folded(Listed::Title, include_str!("titles.txt")),
        variants: Groups::read(include_str!("nicknames.txt")),
        people: People::read(include_str!("people.txt"), include_str!("genders.txt"), include_str!("nations.txt")),
        outlets: phrases::forms(include_str!("press.txt")).collect(),
    }
});

/// The embedded lists.
pub fn gazetteer() -> &'static Gazetteer {
    &GAZETTEER
}

impl Gazetteer {
    /// What the lists say of the folded word.
    pub fn signs(&self, folded: &str) -> Signs {
        self.signs.of(folded)
    }

    /// Whether the folded word is a sign of that.
    pub fn has(&self, folded: &str, sign: Sign) -> bool {
        self.signs(folded).has(sign)
    }

    /// All words that are signs, folded, with what they are signs of.
    pub fn sign_words(&self) -> impl Iterator<Item = (&str, Signs)> {
        self.signs.iter()
    }

    /// All forms of known organizations and places and all titles, with what they are listed as; in no order.
    pub fn listed_forms(&self) -> impl Iterator<Item = (String, Listed)> {
        self.known.forms().chain(self.titles.forms())
    }

    /// All words of titles, folded; a word may come more than once.
    pub fn title_words(&self) -> impl Iterator<Item = &str> {
        self.titles.words()
    }

    /// The longest known organization or place that begins with the words, `word(0)` being the first.
    ///
    /// Words compare letter by letter; a name may stand in capitals throughout ("LONDON", "NEW YORK"), an acronym may not.
    pub fn known<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> Option<Match> {
        self.known.longest(&word).or_else(|| {
            let first = word(0).filter(|first| first.len() > 1 && is_capitals(first))?;
            self.known.begins(&small_letters(first)).then_some(())?;
            let small: Vec<String> = (0..self.known.most_words()).map_while(&word).map(small_letters).collect();
            let found = self.known.longest(&|at| small.get(at).map(String::as_str))?;
            let words = || (0..found.words).filter_map(&word);
            let letters: usize = words().map(str::len).sum();
            (letters >= SHORTEST_SHOUTED && words().all(is_capitals)).then_some(found)
        })
    }

    /// The longest title that begins with the folded words, `word(0)` being the first.
    pub fn title<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> Option<Match> {
        self.titles.longest(&word)
    }

    /// The best name of the known organization or place of which `name` is one form ("AP": "Associated Press").
    pub fn best_name(&self, listed: Listed, name: &str) -> Option<&'static str> {
        let is_shouted = name.len() >= SHORTEST_SHOUTED && is_capitals(name);
        let found = self.known.best_name(listed, name);
        found.or_else(|| is_shouted.then(|| small_letters(name)).and_then(|name| self.known.best_name(listed, &name)))
    }

    /// Whether `name` is an outlet's, letter by letter, or ends as outlets' names do ("the Evening Post").
    pub fn is_outlet(&self, name: &str) -> bool {
        let last = name.rsplit(' ').next().filter(|last| *last != name);
        self.outlets.contains(name) || last.is_some_and(|last| self.has(&fold(last), Sign::Outlet))
    }

    /// What the folded noun tells of the person that it stands for ("ambassador"); parts of a compound are tied by hyphens.
    pub fn person_noun(&self, folded: &str) -> Option<PersonNoun> {
        self.people.noun(folded)
    }

    /// Whether the bearer of the folded given name is he or she, where the name tells.
    pub fn gender(&self, given: &str) -> Option<Gender> {
        self.people.gender(given)
    }

    /// The nation that a folded word or name stands for or belongs to ("russian": "Russia").
    pub fn nation(&self, folded: &str) -> Option<&'static str> {
        self.people.nation(folded)
    }

    /// The groups of nicknames and spellings that a folded given name stands in, by number.
    pub fn variant_groups(&self, given: &str) -> &[u32] {
        self.variants.of(given)
    }

    /// Whether the two folded given names stand for one another: the same, or a nickname or spelling of it ("mike", "michael").
    pub fn are_variants(&self, one: &str, other: &str) -> bool {
        one == other || self.variant_groups(one).iter().any(|group| self.variant_groups(other).contains(group))
    }
}

/// Letters that a name in capitals has at least; what is shorter is taken for an acronym.
const SHORTEST_SHOUTED: usize = 4;

/// Whether nothing in it is a small letter.
fn is_capitals(form: &str) -> bool {
    !form.chars().any(char::is_lowercase)
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
    use super::signs::SECTIONS;
    use super::{Listed, Sign, gazetteer};

    fn known(words: &[&str]) -> Option<(usize, Listed)> {
        gazetteer().known(|at| words.get(at).copied()).map(|found| (found.words, found.listed))
    }

    #[test]
    fn the_longest_form_wins() {
        assert_eq!(known(&["UN", "Security", "Council", "met"]), Some((3, Listed::Organization)));
        assert_eq!(known(&["UN", "vote"]), Some((1, Listed::Organization)));
        assert_eq!(known(&["un", "vote"]), None);
        let titles = ["secretary", "of", "state", "doe"];
        assert_eq!(gazetteer().title(|at| titles.get(at).copied()).map(|found| found.words), Some(3));
    }

    #[test]
    fn capitals_throughout() {
        assert_eq!(known(&["LEEDS", "SAYS"]), Some((1, Listed::Place)));
        assert_eq!(known(&["NEW", "YORK", "-"]), Some((2, Listed::Place)));
        assert_eq!(known(&["NEW", "York"]), None);
        assert_eq!(known(&["FED"]), None);
    }

    #[test]
    fn forms_know_their_best_name() {
        let lists = gazetteer();
        assert_eq!(lists.best_name(Listed::Organization, "AP"), Some("Associated Press"));
        assert_eq!(lists.best_name(Listed::Place, "AP"), None);
        assert_eq!(lists.best_name(Listed::Place, "NEW YORK"), Some("New York City"));
    }

    #[test]
    fn outlets_are_told_from_others() {
        let lists = gazetteer();
        assert!(["AP", "Reuters", "Washington Post", "Harbour Herald"].iter().all(|name| lists.is_outlet(name)));
        assert!(["FBI", "White House", "Post", "Herald"].iter().all(|name| !lists.is_outlet(name)));
    }

    #[test]
    fn given_names_have_variants() {
        let lists = gazetteer();
        assert!(lists.are_variants("mike", "michael"));
        assert!(lists.are_variants("sergei", "sergey"));
        assert!(!lists.are_variants("mike", "nick"));
    }

    #[test]
    fn every_section_is_known() {
        let sections = include_str!("signs.txt").lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
        let written: Vec<&str> = sections.collect();
        let known: Vec<&str> = SECTIONS.iter().map(|(section, _)| *section).collect();
        assert_eq!(written, known);
    }

    #[test]
    fn words_are_signs() {
        let lists = gazetteer();
        assert!(lists.has("committee", Sign::Organization));
        assert!(lists.has("post", Sign::Outlet) && lists.has("post", Sign::Surname));
        assert!(!lists.has("tower", Sign::Organization));
        assert!(lists.has("russian", Sign::PlainCapital) && lists.has("breaking", Sign::CommonWord));
        assert!(lists.has("theresa", Sign::GivenName) && lists.has("may", Sign::Month));
    }
}
