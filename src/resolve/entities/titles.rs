//! What titles tell of people who share a name: which of them is the president.
//!
//! Honorifics ("Mr.", "Dr.") tell nobody from another; they are passed over here.

use std::collections::{BTreeMap, HashMap};

use crate::gazetteer::{Gender, gazetteer};
use crate::model::MentionIx;
use crate::text::fold;

use super::forms::FormIx;

/// Titles that anybody may bear.
const HONORIFICS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "madam",
    "madame",
    "dame",
    "lord",
    "lady",
    "officer",
    "agent",
];

/// Words that make a surname that of a government, folded.
const GOVERNMENTS: &[&str] = &["government", "regime", "administration", "cabinet", "presidency"];

/// The titles of those who govern.
const WHO_GOVERN: &[&str] = &["president", "prime minister", "premier", "chancellor", "dictator"];

/// How much more often a title stands beside one bearer of a name than beside all others, for it to tell him from them.
const TIMES_AS_OFTEN: u32 = 10;

/// The titles of each person, with how often they stand beside the name and where first: beside whole names, and beside short
/// forms, whose person is only taken to be the one who is named whole in the document.
#[derive(Debug, Default)]
pub(super) struct Titles {
    beside_wholes: Borne,
    beside_all: Borne,
}

type Borne = HashMap<FormIx, BTreeMap<String, (u32, MentionIx)>>;

impl Titles {
    pub(super) fn add_whole(&mut self, head: FormIx, title: &str, at: MentionIx) {
        add(&mut self.beside_wholes, head, title, at);
        add(&mut self.beside_all, head, title, at);
    }

    pub(super) fn add_short(&mut self, head: FormIx, title: &str, at: MentionIx) {
        add(&mut self.beside_all, head, title, at);
    }

    /// The one of these people who alone has a title of those who govern.
    pub(super) fn tell_governing(&self, people: &[FormIx]) -> Option<(FormIx, u32, MentionIx)> {
        WHO_GOVERN.iter().find_map(|title| self.tell(people, title))
    }

    /// Whether a title, or a longer or shorter form of it, stands beside the person's name somewhere.
    pub(super) fn bears(&self, head: FormIx, title: &str) -> bool {
        times(&self.beside_all, head, title).is_some()
    }

    /// The one of these people whom the title tells from the others, how often it stands beside the name, and where. Whole names
    /// are asked first.
    pub(super) fn tell(&self, people: &[FormIx], title: &str) -> Option<(FormIx, u32, MentionIx)> {
        tell(&self.beside_wholes, people, title).or_else(|| tell(&self.beside_all, people, title))
    }
}

fn add(borne: &mut Borne, head: FormIx, title: &str, at: MentionIx) {
    borne.entry(head).or_default().entry(title.to_owned()).or_insert((0, at)).0 += 1;
}

fn tell(borne: &Borne, people: &[FormIx], title: &str) -> Option<(FormIx, u32, MentionIx)> {
    let bears = |head: &FormIx| Some((*head, times(borne, *head, title)?));
    let bearers: Vec<(FormIx, (u32, MentionIx))> = people.iter().filter_map(bears).collect();
    let (head, (count, at)) = *bearers.iter().max_by_key(|(_, (count, _))| *count)?;
    let others: u32 = bearers.iter().filter(|(other, _)| *other != head).map(|(_, (count, _))| count).sum();
    (others * TIMES_AS_OFTEN <= count).then_some((head, count, at))
}

/// How often a person bears a title, or a longer or shorter form of it ("secretary", "secretary of state").
fn times(borne: &Borne, head: FormIx, title: &str) -> Option<(u32, MentionIx)> {
    let alike = borne.get(&head)?.iter().filter(|(other, _)| begins(other, title) || begins(title, other));
    alike.map(|(_, borne)| *borne).reduce(|(count, first), (more, at)| (count + more, first.min(at)))
}

/// Whether a title is one that anybody may bear: no role.
pub(super) fn is_honorific(title: &str) -> bool {
    HONORIFICS.contains(&fold(title).trim_end_matches('.'))
}

/// Whether the text behind a name makes it that of a government: "regime".
pub(super) fn is_of_government(after: &str) -> bool {
    let word = after.trim_start().split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    after.starts_with(char::is_whitespace) && GOVERNMENTS.contains(&fold(word).as_ref())
}

/// Whether a honorific tells that its bearer is he or she.
pub(super) fn honored(role: &str) -> Option<Gender> {
    match fold(role).trim_end_matches('.') {
        "mr" | "sir" | "lord" => Some(Gender::He),
        "mrs" | "ms" | "miss" | "madam" | "madame" | "dame" | "lady" => Some(Gender::She),
        _ => None,
    }
}

/// The title at the end of a role, folded: "ambassador" of "Russian ambassador". Honorifics are none.
pub(super) fn title_in(role: &str) -> Option<String> {
    let folded = fold(role);
    let words: Vec<&str> = folded.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    let reaches_end = |start: &usize| {
        gazetteer().title(|at| words.get(start + at).copied()).is_some_and(|found| start + found.words == words.len())
    };
    let start = (0..words.len()).find(reaches_end)?;
    let title = words.get(start..)?.join(" ");
    (!is_honorific(&title)).then_some(title)
}

/// Whether the words of one title begin with all words of the other.
fn begins(long: &str, short: &str) -> bool {
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::{FormIx, MentionIx, Titles, title_in};

    #[test]
    fn a_role_ends_in_a_title() {
        let check = |role: &str, expected: Option<&str>| assert_eq!(title_in(role).as_deref(), expected, "{role}");
        check("Russian ambassador", Some("ambassador"));
        check("Vice President", Some("vice president"));
        check("Lt. Gen.", Some("lt gen"));
        check("Mr.", None);
        check("harbour pilot of the", None);
    }

    #[test]
    fn a_title_tells_its_only_bearer() {
        let (ada, paul) = (FormIx(1), FormIx(2));
        let mut titles = Titles::default();
        titles.add_short(ada, "secretary of state", MentionIx(5));
        titles.add_short(paul, "under secretary", MentionIx(6));
        assert_eq!(titles.tell(&[ada, paul], "secretary"), Some((ada, 1, MentionIx(5))));
        assert_eq!(titles.tell(&[ada, paul], "president"), None);
        titles.add_short(paul, "secretary", MentionIx(7));
        assert_eq!(titles.tell(&[ada, paul], "secretary"), None);
        titles.add_whole(paul, "secretary", MentionIx(8));
        assert_eq!(titles.tell(&[ada, paul], "secretary"), Some((paul, 1, MentionIx(8))));
    }
}
