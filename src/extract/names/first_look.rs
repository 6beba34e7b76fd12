//! The first look: a sentence by itself, from left to right, one rule after another. The first rule that holds decides.

use std::ops::Range;

use crate::gazetteer::{Listed, Sign};
use crate::model::{Cue, Form, Kind};
use crate::text::{Shape, Span};

use super::finding::Finding;
use super::heads::{headed, nothing_headed};
use super::people::{camp_follows, person_end, role_after};
use super::sentence::{Sentence, Style};

/// How sure a single capitalized word is that nothing else tells of: below [`SUPPORTED`](crate::model::Confidence::SUPPORTED).
const POSSIBLE: u8 = 20;

/// What stands at a place.
enum Reading {
    Name(Finding),
    /// A title that ends before this word.
    Title(usize),
    /// No name up to this word.
    Nothing(usize),
}

/// A title that was just read.
#[derive(Clone, Copy)]
struct Title {
    end: usize,
    span: Span,
    is_capitalized: bool,
}

/// The names that the sentence tells by itself, in order.
pub(super) fn first_look(sentence: &Sentence<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut title: Option<Title> = None;
    let mut at = 0;
    while at < sentence.len() {
        let here = title.filter(|title| title.end == at);
        match read(sentence, at, here) {
            Reading::Name(mut finding) => {
                at = finding.words.end;
                dress(sentence, &mut finding, here);
                found.push(finding);
            }
            Reading::Title(end) => {
                title = Some(title_before(sentence, at, end, here));
                at = end;
            }
            Reading::Nothing(end) => at = end,
        }
    }
    found
}

/// Adds what nothing here tells but its capital: single unusual words, of which resolution keeps those that bear the surname of a
/// person whom another document names whole.
pub(super) fn add_possible(sentence: &Sentence<'_>, found: &mut Vec<Finding>) {
    if sentence.style != Style::Prose {
        return;
    }
    let mut taken = vec![false; sentence.len()];
    found.iter().flat_map(|finding| finding.words.clone()).for_each(|at| taken[at] = true);
    let possible = (0..sentence.len()).filter(|at| !taken[*at] && is_lone(sentence, *at));
    found.extend(possible.map(|at| Finding::new(at..at + 1, Kind::Person, Cue::Capitals, POSSIBLE)));
    found.sort_by_key(|finding| finding.words.start);
}

/// Whether the word at `at` is a capitalized, unusual word without another one beside it.
fn is_lone(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_word = sentence.is_capitalized(at) && sentence[at].token.shape == Shape::Capital;
    let has_neighbour = sentence.is_capitalized(at + 1) || at > 0 && sentence.is_capitalized(at - 1);
    let is_usual = sentence.is_common(at) || sentence.is_plain_capital(at) || sentence[at].is_initial();
    is_word && !has_neighbour && !is_usual && sentence.title(at).is_none()
}

fn read(sentence: &Sentence<'_>, at: usize, title: Option<Title>) -> Reading {
    if sentence[at].is_address || !sentence[at].token.is_word() {
        return Reading::Nothing(at + 1);
    }
    let known = sentence.known(at);
    let title_end = sentence.title(at);
    if !sentence.is_capitalized(at) {
        return match (known, title_end) {
            (Some((end, listed)), _) => Reading::Name(known_name(at..end, listed)),
            (None, Some(end)) => Reading::Title(end),
            (None, None) => Reading::Nothing(at + 1),
        };
    }
    if let Some(person) = given_name(sentence, at, title) {
        return Reading::Name(person);
    }
    if let Some(person) = titled(sentence, at, title.filter(|title| is_surname_place(sentence, at, known, *title))) {
        return Reading::Name(person);
    }
    if known.is_none()
        && let Some(camp) = camp(sentence, at)
    {
        return Reading::Name(camp);
    }
    if let Some((end, kind)) = headed(sentence, at)
        && known.is_none_or(|(known_end, _)| end > known_end)
    {
        return Reading::Name(Finding::new(at..end, kind, Cue::HeadWord, 75));
    }
    if let Some((end, listed)) = known
        && title_end.is_none_or(|title_end| title_end <= end)
    {
        return Reading::Name(known_name(at..end, listed));
    }
    if let Some(end) = title_end
        && !(sentence.style == Style::Prose && title.is_some() && is_surname_title(sentence, at, end))
    {
        return Reading::Title(end);
    }
    if let Some(end) = nothing_headed(sentence, at) {
        return Reading::Nothing(end);
    }
    if sentence.tells(at, Sign::PluralTitle) {
        return Reading::Nothing(at + 1);
    }
    if sentence.is_plain_capital(at) && !(title.is_some() && is_surname_month(sentence, at)) {
        return Reading::Nothing(at + 1);
    }
    titled(sentence, at, title)
        .or_else(|| initials(sentence, at))
        .or_else(|| acronym(sentence, at))
        .or_else(|| by_context(sentence, at))
        .or_else(|| by_capitals(sentence, at))
        .map_or(Reading::Nothing(at + 1), Reading::Name)
}

fn known_name(words: Range<usize>, listed: Listed) -> Finding {
    let kind = if listed == Listed::Organization { Kind::Organization } else { Kind::Place };
    Finding::new(words, kind, Cue::Listed, 90)
}

/// "Ada Vexworth": a known given name and at least one word more.
fn given_name(sentence: &Sentence<'_>, at: usize, title: Option<Title>) -> Option<Finding> {
    if !sentence.tells(at, Sign::GivenName) {
        return None;
    }
    let is_verb = title.is_none() && sentence.is_start(at) && sentence.tells(at, Sign::Modal);
    let is_place = matches!(sentence.known(at), Some((end, _)) if end > at + 1);
    let is_month = sentence.is_plain_capital(at) && title.is_none();
    let end = person_end(sentence, at);
    if is_verb || is_place || is_month || end < at + 2 {
        return None;
    }
    let closes_other = (sentence.tells(end - 1, Sign::Organization) || sentence.tells(end - 1, Sign::Place))
        && !(end == at + 2 && sentence.tells(end - 1, Sign::Surname));
    let weak = sentence.is_common(at) && (sentence.style != Style::Prose || sentence.is_start(at));
    let is_law = sentence.style == Style::Prose && sentence.tells(end - 1, Sign::Nothing);
    (!closes_other && !is_law).then(|| Finding::new(at..end, Kind::Person, Cue::GivenName, if weak { 65 } else { 85 }))
}

/// "Gen. Vexworth": whatever follows a title.
fn titled(sentence: &Sentence<'_>, at: usize, title: Option<Title>) -> Option<Finding> {
    let title = title?;
    if sentence.is_owed(at) || sentence.tells(at, Sign::Camp) {
        return None;
    }
    let end = person_end(sentence, at);
    let percent = match (title.is_capitalized, end > at + 1) {
        (true, true) => 85,
        (true, false) | (false, true) => 75,
        (false, false) => 55,
    };
    Some(Finding::new(at..end, Kind::Person, Cue::Title, percent))
}

/// "J. B. Vexworth".
fn initials(sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
    let dotted = sentence[at].is_initial() && sentence[at].text.ends_with('.');
    let end = person_end(sentence, at);
    (dotted && end > at + 1 && !sentence.is_owed(end - 1))
        .then(|| Finding::new(at..end, Kind::Person, Cue::Context, 70))
}

/// An acronym that nothing explains, where the words around it treat it as a body.
fn acronym(sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
    let word = &sentence[at];
    let looks_so = word.token.shape == Shape::Upper && (2..=6).contains(&word.text.len());
    if !looks_so || sentence.style != Style::Prose || sentence.is_common(at) {
        return None;
    }
    let in_brackets = sentence.before(at).is_some_and(|before| before.text == "(") && sentence.folded(at + 1) == ")";
    let has_article = sentence.before(at).is_some_and(|before| before.folded == "the");
    let acts = sentence.tells(at + 1, Sign::Speech) || is_possessive(sentence, at + 1);
    (in_brackets || has_article || acts).then(|| Finding::new(at..at + 1, Kind::Organization, Cue::Acronym, 50))
}

/// "the Vexworth campaign": an unusual word before a word for somebody's people.
fn camp(sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
    let is_unusual = !sentence.is_common(at) && !sentence.is_plain_capital(at) && !sentence[at].is_initial();
    (is_unusual && sentence[at].token.shape == Shape::Capital && camp_follows(sentence, at + 1))
        .then(|| Finding { form: Form::Camp, ..Finding::new(at..at + 1, Kind::Person, Cue::Context, 55) })
}

/// A word or two whose neighbours tell: "Vexworth said", "in Vexport", "Vexport, Illinois".
fn by_context(sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
    if sentence.is_owed(at) || sentence[at].is_initial() {
        return None;
    }
    if sentence.style != Style::Prose {
        return None;
    }
    let end = person_end(sentence, at);
    let follows_comma = sentence.folded(end) == ",";
    if follows_comma && matches!(sentence.known(end + 1), Some((_, Listed::Place))) && !sentence.is_start(at) {
        return Some(Finding::new(at..end, Kind::Place, Cue::Context, 65));
    }
    let in_place = at > 0 && sentence.tells(at - 1, Sign::PlacePreposition);
    if in_place && sentence.before(at).is_some_and(|before| !before.is_initial()) {
        return Some(Finding::new(at..end, Kind::Place, Cue::Context, 50));
    }
    let speaks = sentence.tells(end, Sign::Speech) && !sentence.is_common(at);
    let is_aged = follows_comma
        && sentence.get(end + 1).is_some_and(|age| age.token.shape == Shape::Number && age.text.len() == 2);
    let has_article = sentence.before(at).is_some_and(|before| before.folded == "the");
    if (speaks || is_aged) && !has_article {
        return Some(Finding::new(at..end, Kind::Person, Cue::Context, 60));
    }
    let is_given = sentence.tells(at, Sign::GivenName) && end == at + 1 && sentence.known(at).is_none();
    (is_given && !sentence.is_common(at) && !has_article)
        .then(|| Finding::new(at..end, Kind::Person, Cue::GivenName, 55))
}

/// Two or three words with nothing but their capitals.
fn by_capitals(sentence: &Sentence<'_>, at: usize) -> Option<Finding> {
    let end = person_end(sentence, at);
    let count = end - at;
    let unusual = (at..end).all(|word| !sentence.is_common(word) && sentence[word].token.shape != Shape::Upper);
    if sentence.style != Style::Prose || !(2..=3).contains(&count) || !unusual || sentence.is_owed(at) {
        return None;
    }
    let has_article = sentence.before(at).is_some_and(|before| before.folded == "the");
    let (kind, percent) = if has_article { (Kind::Organization, 40) } else { (Kind::Person, 50) };
    Some(Finding::new(at..end, kind, Cue::Capitals, percent))
}

/// What stands beside a name: its role, its camp.
fn dress(sentence: &Sentence<'_>, finding: &mut Finding, title: Option<Title>) {
    if finding.kind != Kind::Person {
        return;
    }
    if camp_follows(sentence, finding.words.end) {
        finding.form = Form::Camp;
    }
    finding.role = title.map(|title| title.span).or_else(|| role_after(sentence, finding.words.end));
    if title.is_some() {
        finding.cue = Cue::Title;
        finding.confidence.0 = finding.confidence.0.max(75);
    }
}

/// The title in `at..end` with what belongs to it before: a people, "former", a title that it continues.
fn title_before(sentence: &Sentence<'_>, at: usize, end: usize, earlier: Option<Title>) -> Title {
    let modifies =
        |at: usize| sentence.is_plain_capital(at) || matches!(sentence.folded(at), "former" | "acting" | "deputy");
    let start = if at > 0 && modifies(at - 1) { at - 1 } else { at };
    let span = sentence.span(start..end);
    let is_capitalized = sentence.is_capitalized(at);
    match earlier {
        Some(earlier) => {
            Title { end, span: earlier.span.cover(span), is_capitalized: is_capitalized || earlier.is_capitalized }
        }
        None => Title { end, span, is_capitalized },
    }
}

/// "Secretary Baker", "Colonel King": an unusual word or a surname that is a title too, and no name behind it.
fn is_surname_title(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let may_be_name = !sentence.is_common(at) || sentence.tells(at, Sign::Surname);
    may_be_name && !sentence.is_capitalized(end) && sentence.folded(end) != "of"
}

/// "Mr. Holland": a place's name that a title makes a person's.
fn is_surname_place(sentence: &Sentence<'_>, at: usize, known: Option<(usize, Listed)>, title: Title) -> bool {
    sentence.style == Style::Prose && title.is_capitalized && known == Some((at + 1, Listed::Place))
}

/// "Prime Minister May": a month without a number after it.
fn is_surname_month(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tells(at, Sign::Month) && sentence.get(at + 1).is_none_or(|after| after.token.shape != Shape::Number)
}

fn is_possessive(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.folded(at), "'s" | "'")
}
