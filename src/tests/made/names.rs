//! People as a large collection has them: given names from the list of given names, surnames spelled as given names and places are
//! (each letter drawn after the three before it), half of them with an ending of one of many languages; some borne by many and
//! most by few (Yule 1925), mentions by Zipf's law, so that half of all are mentioned once.

use std::collections::{HashMap, HashSet};

use redstring::app::{Candidate, Candidates, What};
use redstring::model::{EntityId, Target};

use super::random::Random;

const GIVEN: &str = include_str!("../../gazetteer/given_names.txt");
const PLACES: &str = include_str!("../../gazetteer/places.txt");

/// Of a hundred people so many bear a surname that nobody before them had.
const NEW_SURNAMES: usize = 30;
/// Letters that tell the next one.
const BEFORE: usize = 3;

const ENDINGS: &[&str] = &[
    "son", "sen", "ov", "eva", "enko", "ski", "sky", "ez", "es", "ini", "elli", "man", "berg", "stein", "ian", "idis",
    "poulos", "oglu", "vich", "uk", "ak", "well", "ton", "ford", "worth", "wala", "pour", "zade", "shvili", "nen",
    "aitis", "escu",
];

/// Somebody.
pub struct Person {
    pub given: String,
    pub surname: String,
    pub mentions: u32,
}

impl Person {
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.surname)
    }
}

/// So many people with distinct names, the most mentioned first.
pub fn people(count: usize, random: &mut Random) -> Vec<Person> {
    let given: Vec<&str> = words(GIVEN).collect();
    let spelling = Spelling::new(given.iter().copied().chain(words(PLACES)));
    let mut known = HashSet::new();
    let mut people: Vec<Person> = Vec::new();
    while people.len() < count {
        let surname = if people.is_empty() || random.below(100) < NEW_SURNAMES {
            surname(&spelling, random)
        } else {
            random.pick(&people).surname.clone()
        };
        // Common given names are common: the lesser of two draws.
        let given = given[random.below(given.len()).min(random.below(given.len()))].to_owned();
        if known.insert((given.clone(), surname.clone())) {
            people.push(Person { given, surname, mentions: 0 });
        }
    }
    for at in (1..people.len()).rev() {
        people.swap(at, random.below(at + 1));
    }
    for (rank, person) in (1..).zip(&mut people) {
        person.mentions = (count / rank) as u32;
    }
    people
}

/// What the finder offers of them, in their order.
pub fn candidates(people: &[Person]) -> Candidates {
    let person = |(id, person): (u64, &Person)| {
        Candidate::new(Target::Entity(EntityId(id)), What::Person, std::iter::once(person.name()), person.mentions)
    };
    Candidates::new((0..).zip(people).map(person).collect())
}

/// Somebody drawn by how often they are mentioned.
pub fn drawn_by_mentions(people: &[Person], random: &mut Random) -> usize {
    let all: usize = people.iter().map(|person| person.mentions as usize).sum();
    let mut left = random.below(all);
    people
        .iter()
        .position(|person| left.checked_sub(person.mentions as usize).map(|rest| left = rest).is_none())
        .unwrap()
}

/// What is typed wrong by one letter.
#[derive(Clone, Copy, Debug)]
pub enum Slip {
    LeftOut,
    PutIn,
    Changed,
    Swapped,
}

impl Slip {
    pub const ALL: [Self; 4] = [Self::LeftOut, Self::PutIn, Self::Changed, Self::Swapped];

    /// `name` with this slip at some letter.
    pub fn in_name(self, name: &str, random: &mut Random) -> String {
        let right: Vec<char> = name.to_lowercase().chars().collect();
        loop {
            let mut typed = right.clone();
            let at = random.below(typed.len());
            let letter = char::from(b'a' + random.below(26) as u8);
            let is_inside_words = |letters: &[char]| letters.iter().all(|letter| *letter != ' ');
            match self {
                Self::PutIn => typed.insert(at, letter),
                Self::LeftOut if is_inside_words(&typed[at..=at]) => drop(typed.remove(at)),
                Self::Changed if is_inside_words(&typed[at..=at]) => typed[at] = letter,
                Self::Swapped if at > 0 && is_inside_words(&typed[at - 1..=at]) => typed.swap(at - 1, at),
                _ => {}
            }
            if typed != right {
                return typed.into_iter().collect();
            }
        }
    }
}

fn surname(spelling: &Spelling, random: &mut Random) -> String {
    let stem = spelling.word(random);
    let ending = if random.below(2) == 0 { "" } else { random.pick(ENDINGS) };
    format!("{stem}{ending}")
}

fn words(list: &str) -> impl Iterator<Item = &str> {
    let lines = list.lines().filter(|line| !line.starts_with(['#', '[']));
    lines.flat_map(str::split_whitespace).filter(|word| word.chars().all(|c| c.is_ascii_alphabetic()))
}

/// Which letter follows which.
pub struct Spelling(HashMap<Vec<char>, Vec<Option<char>>>);

impl Spelling {
    pub fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut follows: HashMap<Vec<char>, Vec<Option<char>>> = HashMap::new();
        for word in words {
            let letters: Vec<char> = word.to_lowercase().chars().collect();
            for at in 0..=letters.len() {
                let before = letters[at.saturating_sub(BEFORE)..at].to_vec();
                follows.entry(before).or_default().push(letters.get(at).copied());
            }
        }
        Self(follows)
    }

    /// A word of four to twelve letters.
    pub fn word(&self, random: &mut Random) -> String {
        loop {
            let mut letters: Vec<char> = Vec::new();
            while let Some(next) = *random.pick(&self.0[&letters[letters.len().saturating_sub(BEFORE)..]]) {
                letters.push(next);
            }
            if (4..=12).contains(&letters.len()) {
                return letters
                    .iter()
                    .enumerate()
                    .map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { *c })
                    .collect();
            }
        }
    }
}
