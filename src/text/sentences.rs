//! Sentences of news prose: where one ends.
//!
//! Rules over tokens, no model: a stop ends a sentence unless it belongs to an abbreviation, an initial or a number, and what
//! follows looks like a beginning. It knows nothing of paragraphs: a block is one paragraph, headline or caption.

use super::{Shape, Span, Token};

/// Words that end in a stop without ending a sentence when a capital or a number follows.
const ABBREVIATIONS: &[&str] = &[
    "adm", "amb", "apr", "ariz", "assn", "asst", "atty", "aug", "ave", "bldg", "blvd", "brig", "calif", "capt", "cmdr",
    "co", "col", "colo", "conn", "corp", "cpl", "dec", "dept", "det", "dr", "ed", "esq", "est", "feb", "fig", "fla",
    "fri", "ft", "ga", "gen", "gov", "hon", "ill", "inc", "ind", "insp", "jan", "jr", "jul", "jun", "kan", "ky", "la",
    "lt", "ltd", "maj", "mar", "mass", "md", "messrs", "mfg", "mich", "minn", "miss", "mlle", "mme", "mo", "mon",
    "mont", "mr", "mrs", "ms", "mt", "neb", "nev", "no", "nos", "nov", "oct", "okla", "ore", "pa", "pfc", "pp", "pres",
    "prof", "pvt", "rd", "rep", "reps", "ret", "rev", "sat", "sec", "sen", "sens", "sep", "sept", "sgt", "spc", "sr",
    "st", "supt", "tenn", "tex", "thu", "thur", "thurs", "tue", "tues", "univ", "va", "vol", "vs", "vt", "wash", "wed",
    "wis", "wyo",
];

/// The sentences of a block: `tokens` are the block's tokens, in order; spans index `text`.
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut first = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = closing(text, tokens, at);
        if end > at && ends(text, tokens, at, end) {
            found.push(tokens[first].span.cover(tokens[end - 1].span));
            first = end;
        }
        at = end.max(at + 1);
    }
    if first < tokens.len() {
        found.push(tokens[first].span.cover(tokens[tokens.len() - 1].span));
    }
    found
}

/// One past the stop at `at` and the quotes and brackets that close with it; `at` itself where there is no stop.
fn closing(text: &str, tokens: &[Token], at: usize) -> usize {
    let word = tokens[at].of(text);
    let stops = matches!(word, "." | "!" | "?" | "…") || (word.ends_with('.') && word.len() > 1);
    if !stops {
        return at;
    }
    let mut end = at + 1;
    while end < tokens.len() {
        let touches = tokens[end - 1].span.end == tokens[end].span.start;
        let closes = matches!(tokens[end].of(text), "\"" | "'" | "”" | "’" | "»" | ")" | "]" | "." | "!" | "?" | "…");
        if !(touches && closes) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether the stop at `at`, closed at `end`, ends a sentence.
fn ends(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let Some(next) = tokens.get(end) else { return true };
    if tokens[end - 1].span.end == next.span.start {
        return false;
    }
    let begins = next.is_capitalized()
        || next.shape == Shape::Number
        || matches!(next.of(text), "\"" | "“" | "‘" | "'" | "«" | "(" | "[" | "—" | "–" | "-" | "@" | "•");
    let word = tokens[at].of(text);
    if !begins {
        return false;
    }
    if word.len() > 1 && word.ends_with('.') {
        return dotted_ends(text, word, next);
    }
    if word != "." || at == 0 || tokens[at - 1].span.end != tokens[at].span.start {
        return true;
    }
    let before = tokens[at - 1].of(text).to_lowercase();
    !(ABBREVIATIONS.contains(&before.as_str()) && end == at + 1)
}

/// A dotted word ("U.S.", "p.m.", "I.") ends a sentence only before a word that seldom stands inside one with a capital.
fn dotted_ends(text: &str, word: &str, next: &Token) -> bool {
    const BEGINNERS: &[&str] = &[
        "A", "After", "All", "An", "And", "As", "At", "Before", "But", "By", "Current", "During", "For", "He", "Her",
        "His", "However", "I", "If", "In", "It", "Its", "Last", "Many", "Mr", "No", "On", "One", "Other", "Others",
        "She", "Since", "So", "Some", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "To",
        "Under", "We", "What", "When", "Where", "While", "Who", "With", "Yet", "You",
    ];
    word.len() > 2 && BEGINNERS.contains(&next.of(text))
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use crate::text::{Span, tokens};

    /// Sentences are separated by `|` in `marked`.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        let tokens = tokens(&text, Span::whole(&text));
        let found: Vec<&str> = sentences(&text, &tokens).iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_inside_names_and_dates_end_nothing() {
        check("Gen. Michael Flynn spoke to Sergey I. Kislyak on Dec. 29.| They met.");
        check("He told the U.S. Senate so.| The U.S. Kislyak knew was another.");
        check("It rose 3.5 percent.| Then it fell.");
    }

    #[test]
    fn quotes_close_with_their_sentence() {
        check("“We need to act. And we will.”| The Post then reported it.".replace(". And", ".| And").as_str());
        check("“Is it so?” she asked.| \"Yes!\"| He left.");
    }

    #[test]
    fn a_dotted_word_may_end_a_sentence() {
        check("The plane left for the U.S.| The crew stayed.");
        check("It was some time around 2 p.m. ET.| But he insisted.");
    }
}
