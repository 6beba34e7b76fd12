//! Who plays the roles of an affair: names out of the gazetteer's given names and places, and surnames put together of syllables.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::train::random::Random;

use super::template::NameForm;

/// The first half of a surname.
const BEGINNINGS: &[&str] = &[
    "Hal", "Berg", "Lind", "Okaf", "Petr", "Marsh", "Delg", "Ibs", "Vand", "Kow", "Tor", "Fitz", "Mac", "Ros", "Gold",
    "Had", "Ner", "Sand", "Wex", "Bram", "Dun", "Ster", "Oll", "Cast", "Mor", "Whit", "Ash", "Brod", "Krem", "Yar",
    "Zim", "Pell",
];
/// The second half.
const ENDINGS: &[&str] = &[
    "sen", "ton", "mann", "ov", "ley", "ström", "ero", "well", "ski", "ford", "ini", "dahl", "worth", "ard", "enko",
    "ham", "aker", "ins", "ović", "more", "stead", "elli", "combe", "rup", "quist", "adze", "oğlu", "bury", "ano",
    "eira",
];
const OUTLETS: &[&str] = &[
    "The Harbour Courier",
    "Northern Gazette",
    "The Evening Ledger",
    "Valley Times",
    "The Provincial Post",
    "Daily Lantern",
    "The Bridge Tribune",
    "Coast Herald",
    "Free Mail",
    "The Weekly Observer",
];

static GIVEN: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../gazetteer/genders.txt").lines();
    lines.filter(|line| !line.starts_with(['#', '['])).flat_map(str::split_whitespace).collect()
});

static PLACES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../gazetteer/places.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split('|')).filter_map(|group| Some(group.split('=').next()?.trim())).collect()
});

/// The people and places of an affair.
pub(super) struct Cast {
    people: Vec<(&'static str, String)>,
    places: Vec<&'static str>,
    /// Who plays each role: changed from turn to turn.
    playing: Vec<usize>,
    /// Who has been named whole in this article.
    known: HashSet<usize>,
}

impl Cast {
    /// For so many roles, out of people of a pile of `size` articles.
    pub(super) fn new(seed: u64, affair: u64, size: u64, roles: usize) -> Self {
        let mut random = Random::new(seed ^ affair.wrapping_mul(0xD1B5_4A32_D192_ED03));
        let everybody = 40 + size / 3;
        let mut people: Vec<u64> = Vec::new();
        while people.len() < roles {
            let person = often_the_first(&mut random, everybody);
            if !people.contains(&person) {
                people.push(person);
            }
        }
        Self {
            people: people.into_iter().map(|number| person(seed, number)).collect(),
            places: (0..roles).map(|_| one_of(&PLACES, &mut random)).collect(),
            playing: (0..roles).collect(),
            known: HashSet::new(),
        }
    }

    /// Gives each role to another.
    pub(super) fn turn(&mut self, random: &mut Random) {
        random.shuffle(&mut self.playing);
    }

    /// The name of who plays a role; written out where it is the first time.
    pub(super) fn person(&mut self, role: usize, form: NameForm) -> String {
        let at = self.playing.get(role).copied().unwrap_or_default();
        let Some((given, surname)) = self.people.get(at) else { return String::new() };
        match form {
            NameForm::Team => surname.clone(),
            NameForm::Surname if self.known.contains(&at) => surname.clone(),
            NameForm::Surname | NameForm::Whole => {
                self.known.insert(at);
                format!("{given} {surname}")
            }
        }
    }

    pub(super) fn place(&self, role: usize) -> &'static str {
        self.places.get(role).copied().unwrap_or_default()
    }
}

/// An outlet's name.
pub(super) fn outlet(random: &mut Random) -> &'static str {
    one_of(OUTLETS, random)
}

fn person(seed: u64, number: u64) -> (&'static str, String) {
    let mut random = Random::new(seed ^ number.wrapping_mul(0x8CB9_2BA7_2F3D_8DD7));
    let given = one_of(&GIVEN, &mut random);
    (given, format!("{}{}", one_of(BEGINNINGS, &mut random), one_of(ENDINGS, &mut random)))
}

/// A number below `count`: each share of the numbers comes as often as the ten times larger share behind it.
fn often_the_first(random: &mut Random, count: u64) -> u64 {
    let share = f64::from(random.share());
    #[expect(clippy::cast_precision_loss, clippy::cast_sign_loss, reason = "small numbers")]
    let number = (count as f64).powf(share) as u64;
    (number - 1).min(count - 1)
}

fn one_of<'a>(words: &[&'a str], random: &mut Random) -> &'a str {
    words.get(random.draw() as usize % words.len().max(1)).copied().unwrap_or_default()
}
