//! How far a person's name reaches, and what stands beside it.

use crate::gazetteer::{Listed, Sign};
use crate::text::{Shape, Span};

use super::sentence::{Sentence, Style};

/// Words of a name besides particles and initials.
const MOST_PARTS: usize = 4;
/// How far a role may stand from its name.
const ROLE_REACH: usize = 7;

/// One past the last word of the person's name that begins at `at`, whatever follows being part of it or not.
pub(super) fn person_end(sentence: &Sentence<'_>, at: usize) -> usize {
    let most = if sentence.style == Style::TitleCase { 2 } else { MOST_PARTS };
    let mut parts = usize::from(!sentence[at].is_initial());
    let mut end = at + 1;
    while parts < most {
        let Some(next) = next_part(sentence, end) else { break };
        if !may_join(sentence, at, next) {
            break;
        }
        parts += usize::from(!sentence[next].is_initial());
        end = next + 1;
    }
    suffix_end(sentence, end)
}

/// Where the next part of a name begins after its end so far: past particles, or a hyphen that touches.
fn next_part(sentence: &Sentence<'_>, end: usize) -> Option<usize> {
    if sentence.is_capitalized(end) {
        return Some(end);
    }
    let is_hyphen =
        |at: usize| sentence.folded(at) == "-" && sentence.touches_before(at) && sentence.touches_before(at + 1);
    if is_hyphen(end) {
        return sentence.is_capitalized(end + 1).then_some(end + 1);
    }
    let particles = (end..end + 3).take_while(|at| sentence.tells(*at, Sign::Particle)).count();
    let after = end + particles;
    let after = if particles > 0 && is_hyphen(after) { after + 1 } else { after };
    (particles > 0 && sentence.is_capitalized(after)).then_some(after)
}

/// Whether the capitalized word at `next` may belong to the name that begins at `start`.
fn may_join(sentence: &Sentence<'_>, start: usize, next: usize) -> bool {
    if sentence[next].is_initial() {
        return sentence.is_capitalized(next + 1) && !sentence.is_owed(next + 1);
    }
    let is_second = next == start + 1;
    if sentence.tells(next, Sign::Month) {
        return is_second && sentence.get(next + 1).is_none_or(|after| after.token.shape != Shape::Number);
    }
    if sentence.tells(next, Sign::Function) || sentence.tells(next, Sign::Suffix) || sentence.is_plain_capital(next) {
        return false;
    }
    if sentence.style != Style::Prose && sentence.is_common(next) {
        return false;
    }
    let is_hyphenated = sentence.folded(next - 1) == "-";
    match sentence.known(next) {
        Some((end, Listed::Place)) if end == next + 1 && is_second => true,
        Some(_) => is_hyphenated,
        None => sentence[next].token.shape == Shape::Capital || sentence.style == Style::AllCaps || is_hyphenated,
    }
}

/// Whether the capitalized word at `at` is no part of the name that follows it: "Generals", a people or a month, a land's
/// abbreviation ("the ambassador to the U.S. Ada Vex"), and at the head of a sentence a word that is common with a small letter
/// ("Have", "Ask"), unless it is a given name too.
pub(super) fn stands_before_name(sentence: &Sentence<'_>, at: usize) -> bool {
    if sentence.tells(at, Sign::PluralTitle) || is_short_for_land(sentence, at) {
        return true;
    }
    let is_no_name = sentence.is_plain_capital(at) || sentence.is_owed(at);
    let is_spelled = sentence.get(at).is_some_and(|word| word.token.shape == Shape::Capital && !word.is_initial());
    is_no_name && is_spelled && sentence.is_capitalized(at + 1) && !sentence.tells(at, Sign::GivenName)
}

/// "U.S.", "U.K.": with points, since "LA" may be a part of a name.
fn is_short_for_land(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.known(at) == Some((at + 1, Listed::Place)) && sentence[at].text.contains('.')
}

/// Past "Jr.", with or without a comma before it; past a small syllable that a hyphen ties to the name ("Chi-wai").
pub(super) fn suffix_end(sentence: &Sentence<'_>, end: usize) -> usize {
    let end = if ends_in_syllable(sentence, end) { end + 2 } else { end };
    let at = if sentence.folded(end) == "," { end + 1 } else { end };
    if !(sentence.tells(at, Sign::Suffix) && sentence.is_capitalized(at)) {
        return end;
    }
    if sentence.folded(at + 1) == "." && sentence.touches_before(at + 1) { at + 2 } else { at + 1 }
}

/// Longest syllable of a name that a hyphen divides, in bytes.
const SYLLABLE: usize = 6;

fn ends_in_syllable(sentence: &Sentence<'_>, end: usize) -> bool {
    let is_short = |at: usize| sentence.get(at).is_some_and(|word| word.text.len() <= SYLLABLE);
    let is_tied = sentence.folded(end) == "-" && sentence.touches_before(end) && sentence.touches_before(end + 1);
    let is_small = sentence.get(end + 1).is_some_and(|word| word.token.shape == Shape::Lower);
    let has_surname = end >= 2 && sentence.is_capitalized(end - 2) && sentence.is_capitalized(end - 1);
    is_tied && is_small && has_surname && is_short(end - 1) && is_short(end + 1) && !sentence.is_common(end + 1)
}

/// Whether the words at `at` make the name before them a camp: "team", "transition team", "White House".
pub(super) fn camp_follows(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_kind_of_camp = matches!(
        sentence.folded(at),
        "transition" | "presidential" | "campaign" | "political" | "election" | "re-election" | "incoming" | "national"
    );
    let is_white_house =
        sentence.folded(at) == "white" && sentence.folded(at + 1) == "house" && sentence.is_capitalized(at);
    sentence.tells(at, Sign::Camp) || is_kind_of_camp && sentence.tells(at + 1, Sign::Camp) || is_white_house
}

/// The role in an apposition: "the Russian ambassador" after "Kislyak," is "Russian ambassador".
pub(super) fn role_after(sentence: &Sentence<'_>, end: usize) -> Option<Span> {
    if sentence.folded(end) != "," {
        return None;
    }
    let has_article = matches!(sentence.folded(end + 1), "the" | "a" | "an");
    let start = end + 1 + usize::from(has_article);
    for at in start..start + ROLE_REACH {
        let word = sentence.get(at)?;
        if !word.token.is_word() && word.text != "-" {
            return None;
        }
        if let Some(title_end) = sentence.title(at) {
            let is_sure = (has_article || at == start) && !sentence.is_capitalized(title_end);
            return is_sure.then(|| sentence.span(start..title_end));
        }
    }
    None
}
