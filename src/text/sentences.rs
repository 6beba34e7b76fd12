//! Sentences of news prose: where one ends.
//!
//! Rules over tokens, no model: a stop ends a sentence unless it belongs to an abbreviation, an initial or a number, and what
//! follows looks like a beginning. It knows nothing of paragraphs: a block is one paragraph, headline or caption.

use super::abbreviations::{Abbreviation, abbreviation};
use super::{Shape, Span, Token};

/// Words that begin sentences and seldom stand inside one with a capital: what tells the end after "the U.S." or "Acme Inc."
const BEGINNERS: &[&str] = &[
    "A",
    "After",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Because",
    "Before",
    "But",
    "By",
    "During",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "It",
    "Its",
    "Many",
    "Meanwhile",
    "Mr",
    "Mrs",
    "Ms",
    "Neither",
    "No",
    "Nobody",
    "Nor",
    "Not",
    "Now",
    "On",
    "One",
    "Other",
    "Others",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "To",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "Whether",
    "While",
    "Who",
    "Why",
    "With",
    "Yet",
    "You",
];

/// The same among them that are also surnames, which may follow an initial ("X. He").
const SURNAMES: &[&str] = &["An", "He", "Her", "How", "In", "No", "On", "So", "To", "You"];

/// Verbs that tie a question or a cry in quotes to who utters it: "Is it so?" Berg asked.
const UTTERED: &[&str] = &[
    "added",
    "asked",
    "asks",
    "cried",
    "exclaimed",
    "inquired",
    "said",
    "says",
    "shouted",
    "told",
    "tweeted",
    "wondered",
    "wrote",
    "yelled",
];

/// The sentences of a block: `tokens` are the block's tokens, in order; spans index `text`.
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut rest = tokens;
    let mut at = 0;
    while at < rest.len() {
        let stop = Stop { text, tokens: rest, at };
        match stop.end() {
            Some(end) if stop.ends_a_sentence(end) => {
                let (sentence, after) = rest.split_at(end);
                found.extend(cover(sentence));
                rest = after;
                at = 0;
            }
            end => at = end.unwrap_or(at + 1),
        }
    }
    found.extend(cover(rest));
    found
}

/// From the first to the last of them.
fn cover(tokens: &[Token]) -> Option<Span> {
    Some(tokens.first()?.span.cover(tokens.last()?.span))
}

/// The token at `at`, where a sentence may end.
struct Stop<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
}

impl<'t> Stop<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// Whether nothing stands between the token at `at` and the one before it.
    fn touches(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        matches!((before, self.tokens.get(at)), (Some(before), Some(token)) if before.span.end == token.span.start)
    }

    /// One past the stop, with the quotes, brackets and note numbers that close with it; `None` where there is no stop.
    fn end(&self) -> Option<usize> {
        let word = self.word(self.at);
        let is_stop = is_stop(word) || (word.len() > 1 && word.ends_with('.'));
        if !is_stop {
            return None;
        }
        let mut end = self.at + 1;
        while self.touches(end) && self.closes(end) {
            end += 1;
        }
        Some(end + self.note_number(end))
    }

    /// Whether the token at `at`, right behind a stop, belongs to what ends: a further stop, a bracket, or a quote that opens nothing.
    fn closes(&self, at: usize) -> bool {
        let word = self.word(at);
        is_stop(word)
            || matches!(word, ")" | "]" | "”" | "’" | "»")
            || (matches!(word, "\"" | "'" | "“" | "‘" | "«") && !self.touches(at + 1))
            || (matches!(word, "\"" | "'") && is_closing(self.word(at + 1)))
    }

    /// How many tokens at `at` are the number of a note right behind the stop: "`[4]`", or "4" before a space.
    fn note_number(&self, at: usize) -> usize {
        let is_number = |at: usize| {
            let word = self.word(at);
            self.touches(at) && (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        if self.word(at) == "[" && self.touches(at) && is_number(at + 1) && self.word(at + 2) == "]" {
            return 3;
        }
        let after_a_word =
            self.at > 0 && self.tokens.get(self.at - 1).is_some_and(|before| before.shape == Shape::Lower);
        usize::from(after_a_word && is_number(at) && !self.touches(at + 1))
    }

    /// Whether a sentence ends with this stop, closed at `end`.
    fn ends_a_sentence(&self, end: usize) -> bool {
        let Some(next) = self.tokens.get(end) else { return true };
        let word = self.word(self.at);
        if is_full_width_stop(word) {
            return true;
        }
        if self.touches(end) {
            // A space that got lost: "said.The"
            return word.len() == 1 && self.is_lower(self.at.wrapping_sub(1)) && BEGINNERS.contains(&self.word(end));
        }
        if !self.begins(end) {
            return false;
        }
        if word.len() > 1 && word.ends_with('.') {
            return self.dotted_ends(word, end);
        }
        if matches!(word, "!" | "?") {
            return end == self.at + 1 || !self.is_uttered(end);
        }
        if word != "." || !self.touches(self.at) || end > self.at + 1 {
            return true;
        }
        match abbreviation(self.word(self.at - 1)) {
            None => true,
            Some(Abbreviation::Leads) => false,
            Some(Abbreviation::BeforeNumber) => next.shape != Shape::Number,
            Some(Abbreviation::MayEnd) => BEGINNERS.contains(&self.first_word(end)),
        }
    }

    fn is_lower(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape == Shape::Lower)
    }

    /// Whether the token at `at` can begin a sentence: anything but a small letter or a sign that goes on.
    fn begins(&self, at: usize) -> bool {
        let Some(first) = self.word(at).chars().next() else { return false };
        let shape = self.tokens.get(at).map(|token| token.shape);
        (first.is_alphabetic() && !first.is_lowercase())
            || matches!(shape, Some(Shape::Number | Shape::Mixed))
            || is_opening(first)
            || matches!(first, '—' | '–' | '-' | '@' | '#' | '$' | '€' | '£' | '•')
    }

    /// The word that begins at `at`, or behind the quote or bracket there.
    fn first_word(&self, at: usize) -> &'t str {
        let behind = usize::from(self.word(at).chars().all(is_opening));
        self.word(at + behind)
    }

    /// Whether a dotted word ("U.S.", "p.m.", "I.") ends a sentence.
    fn dotted_ends(&self, word: &str, end: usize) -> bool {
        let next = self.first_word(end);
        match word.to_ascii_lowercase().as_str() {
            "e.g." | "i.e." => false,
            "a.m." | "p.m." => self.ends_after_a_time_of_day(end),
            initial if initial.len() == 2 => BEGINNERS.contains(&next) && !SURNAMES.contains(&next),
            _ => BEGINNERS.contains(&next),
        }
    }

    /// What goes on after "2 p.m.": a time zone ("ET", "Eastern", "Moscow time") or a day.
    fn ends_after_a_time_of_day(&self, end: usize) -> bool {
        const GOES_ON: &[&str] = &[
            "April",
            "August",
            "Central",
            "December",
            "Eastern",
            "February",
            "Friday",
            "Greenwich",
            "January",
            "July",
            "June",
            "March",
            "May",
            "Monday",
            "Mountain",
            "November",
            "October",
            "Pacific",
            "Saturday",
            "September",
            "Sunday",
            "Thursday",
            "Tuesday",
            "Wednesday",
        ];
        let next = self.word(end);
        let is_zone = self.tokens.get(end).is_some_and(|token| token.shape == Shape::Upper);
        let is_local = self.word(end + 1).eq_ignore_ascii_case("time");
        !(is_zone || is_local || GOES_ON.contains(&next) || abbreviation(next).is_some() || self.word(end) == "(")
    }

    /// Whether what follows a closed quote says who utters it: up to three names and a verb.
    fn is_uttered(&self, end: usize) -> bool {
        let names = self.tokens.iter().skip(end).take(3).take_while(|token| token.is_capitalized()).count();
        names > 0 && UTTERED.contains(&self.word(end + names))
    }
}

fn is_stop(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "؟" | "۔" | "।") || is_full_width_stop(word)
}

/// Stops of scripts that put no space behind them.
fn is_full_width_stop(word: &str) -> bool {
    matches!(word, "。" | "！" | "？")
}

fn is_opening(first: char) -> bool {
    matches!(first, '"' | '“' | '‘' | '\'' | '«' | '„' | '(' | '[')
}

fn is_closing(word: &str) -> bool {
    matches!(word, "\"" | "'" | "”" | "’" | "»" | ")" | "]")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sentences;
    use crate::text::{Span, tokens};

    fn found(text: &str) -> Vec<Span> {
        sentences(text, &tokens(text, Span::whole(text)))
    }

    /// Sentences are separated by `|` in `marked`.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        let found: Vec<&str> = found(&text).iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_inside_names_and_dates_end_nothing() {
        check("Gen. Michael Roe spoke to Sergey I. Vexov on Dec. 29.| They met.");
        check("He told the U.S. Senate so.| The U.S. Vexov knew was another.");
        check("It rose 3.5 percent.| Then it fell.");
        check("Berg v. Falk was No. 5 on the list, p. 12.| Nobody came.");
    }

    #[test]
    fn quotes_close_with_their_sentence() {
        check("“We need to act.| And we will.”| The Post then reported it.");
        check("“Is it so?” she asked.| \"Yes!\"| He left.");
        check("He called it “a poor choice.“| However, it stood.");
        check("(They had met.)| “Once.”| ‘Twice.’| Never again.");
    }

    #[test]
    fn a_question_in_quotes_belongs_to_who_asks_it() {
        check("“Is it so?” Vera Berg asked.| “Why?”| Berg had no answer.");
    }

    #[test]
    fn a_dotted_word_may_end_a_sentence() {
        check("The plane left for the U.S.| The crew stayed.");
        check("The plane left for the U.S.| “We stayed,” he said.");
        check("The ferry left at about 9 a.m. ET.| Nobody waved.");
        check("It began at 2 p.m. Friday and ended at 3 p.m. Oslo time.| We left at 4 p.m.| Berg stayed.");
        check("That was in World War I.| The second was worse, J. He said.");
    }

    #[test]
    fn an_abbreviation_may_end_a_sentence() {
        check("She works for Norvale Inc.| The firm is small.");
        check("She works for Norvale Inc. Chairman Falk.");
        check("He said no.| Berg fell ill.| They sat.| She said so.");
    }

    #[test]
    fn notes_stay_with_their_sentence() {
        check("The vote failed.[4]| Berg left.");
        check("The vote failed.4| Berg left.");
    }

    #[test]
    fn a_lost_space_is_seen_before_a_beginner_only() {
        check("The vote failed.|The board met.| See harbour.News for more.");
    }

    #[test]
    fn scripts_without_capitals() {
        check("他来了。|她走了。");
        check("ذهب. |جاء.".replace(". |", ".| ").as_str());
    }

    proptest! {
        #[test]
        fn sentences_hold_every_token_once(text in "([a-zA-Z.!?\"'“”’()\\[\\] \n0-9。]|U\\.S\\.|p\\.m\\.|\\PC){0,120}") {
            let words = tokens(&text, Span::whole(&text));
            let sentences = sentences(&text, &words);
            prop_assert!(sentences.windows(2).all(|pair| pair[0].end <= pair[1].start));
            for word in words {
                prop_assert_eq!(sentences.iter().filter(|sentence| sentence.contains(word.span)).count(), 1);
            }
        }
    }
}
