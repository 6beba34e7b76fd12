//! The label of an event: the words around the expression that dates it, so that a row says what happened then. Where a date only
//! says when something was told ("the ministry said on Thursday"), the label says just that.
//!
//! It cuts at the borders of clauses as far as signs and a few words show them; it parses no sentence.

use crate::text::{Shape, Span, Token, clip, one_line, tokens, visible, width};

/// The longest label, in terminal cells.
const LABEL: usize = 60;
/// Cells below which a clause says too little by itself ("after May 3").
const SHORTEST: usize = 24;
/// How far around the expression is looked, in bytes.
const REACH: u32 = 300;
/// Words that begin a clause.
const OPENERS: &[&str] = &["that", "when", "while", "but", "because", "after", "before", "who", "which", "where"];
/// Signs after which a clause begins.
const SIGNS: &[&str] = &[",", ";", ":", "\u{2014}", "\u{2013}", "--", "\"", "\u{201C}", "\u{201D}", "(", ")"];

/// The stretch of `passage` that is shown for the expression at `time` and, where it is near, the word that tells what happened;
/// `others` are the other times that the passage states, whose
/// clauses are left out before it where they can be.
pub(super) fn around(
    text: &str,
    passage: Span,
    time: Span,
    word: Option<Span>,
    others: impl Iterator<Item = Span>,
) -> Span {
    let both = word.map(|word| word.cover(time)).filter(|both| both.len() as usize <= LABEL * 4);
    let time = both.filter(|both| is_within(both.of(text), LABEL - 4)).unwrap_or(time);
    if passage.len() as usize <= LABEL * 4 && is_within(passage.of(text), LABEL) {
        return passage;
    }
    let near = time.widened(REACH, text).intersection(passage);
    let words = tokens(text, near);
    let fits = |start: u32, end: u32| is_within(Span::new(start, end).of(text), LABEL - 2);
    let borders: Vec<u32> = borders(text, &words).collect();
    let clause_end = borders.iter().copied().find(|border| *border >= time.end).unwrap_or(near.end);
    let first = words.first().map(|word| word.span.start).filter(|start| *start == passage.start);
    let starts: Vec<u32> = first.into_iter().chain(borders).take_while(|start| *start <= time.start).collect();
    let other = others.filter(|other| other.end <= time.start).map(|other| other.end).max().unwrap_or(passage.start);
    let says_enough = |start: u32| !is_within(Span::new(start, clause_end).of(text), SHORTEST - 1);
    let from = |limit: u32, end: u32| {
        starts.iter().copied().find(|start| *start >= limit && fits(*start, end)).filter(|start| says_enough(*start))
    };
    // One byte more for the stop that ends the sentence.
    let stop = u32::from(Span::new(time.end, passage.end).of(text).starts_with('.'));
    let by_word = || words.iter().map(|word| word.span.start).find(|start| fits(*start, time.end + stop));
    let start = from(other, clause_end)
        .or_else(|| from(other, time.end))
        .or_else(|| from(passage.start, time.end))
        .or_else(by_word)
        .map_or(time.start, |start| start.min(time.start));
    let is_word_end = |end: u32| {
        let after = Span::new(end, passage.end).of(text);
        after.is_empty() || after.starts_with(char::is_whitespace)
    };
    let ends = words.iter().map(|word| word.span.end).filter(|end| *end >= time.end && is_word_end(*end));
    let end = ends.take_while(|end| fits(start, *end)).last().unwrap_or(time.end);
    Span::new(start, end)
}

/// `stretch` of `passage` on one line, with "…" where it is cut.
pub(super) fn shown(text: &str, passage: Span, stretch: Span) -> String {
    let words = one_line(stretch.of(text));
    let is_cut = stretch.end < passage.end;
    let loose = |c: char| matches!(c, ',' | ';' | ':' | '(' | '"' | '\u{201C}' | '\u{2013}' | '\u{2014}' | ' ');
    let words = if is_cut { words.trim_end_matches(loose) } else { &words };
    let (before, after) = (if stretch.start > passage.start { "…" } else { "" }, if is_cut { "…" } else { "" });
    let label = format!("{before}{words}{after}");
    if width(&visible(&label)) > LABEL { clip(&visible(&label), LABEL).into_owned() } else { label }
}

/// Where clauses begin, ascending.
fn borders<'t>(text: &'t str, words: &'t [Token]) -> impl Iterator<Item = u32> + 't {
    words.iter().zip(words.iter().skip(1)).filter_map(move |(before, word)| {
        let opens = word.shape == Shape::Lower && OPENERS.contains(&word.of(text));
        let is_begun = word.is_word() && SIGNS.contains(&before.of(text)) && before.span.end < word.span.start
            || word.is_word() && matches!(before.of(text), "\"" | "\u{201C}" | "(" | "\u{2014}");
        (opens || is_begun).then_some(word.span.start)
    })
}

/// Whether `text` on one line takes no more than so many cells. It stops where it knows.
fn is_within(text: &str, cells: usize) -> bool {
    let mut left = cells;
    text.split_whitespace().enumerate().all(|(at, word)| {
        let needed = width(word) + usize::from(at > 0);
        let fits = needed <= left;
        left = left.saturating_sub(needed);
        fits
    })
}

#[cfg(test)]
mod tests {
    use super::{LABEL, around, shown};
    use crate::text::{Span, width};

    /// The label for the expression in brackets; those in braces are other times.
    fn check(marked: &str, expected: &str) {
        let text = marked.replace(['[', ']', '{', '}'], "");
        let place = |open: char, close: char| {
            let (before, rest) = marked.split_once(open)?;
            let start = before.replace(['[', ']', '{', '}'], "").len() as u32;
            Some(Span::new(start, start + rest.split_once(close)?.0.len() as u32))
        };
        let passage = Span::whole(&text);
        let stretch = around(&text, passage, place('[', ']').unwrap(), None, place('{', '}').into_iter());
        let label = shown(&text, passage, stretch);
        assert_eq!(label, expected);
        assert!(width(&label) <= LABEL);
    }

    #[test]
    fn a_row_says_what_happened_then() {
        let sentence = "Vera Holm saw the harbour master, Anders K. Lund, at the customs house in";
        check(&format!("{sentence} {{December}}, the ministry said on [Thursday]."), "…the ministry said on Thursday.");
        check(
            &format!("{sentence} [December], the ministry said on {{Thursday}}."),
            "…Anders K. Lund, at the customs house in December, the…",
        );
    }

    #[test]
    fn what_is_short_is_shown_whole() {
        check("They met\nin [May].", "They met in May.");
        check("The pilot\u{1b} of the port left in [May].", "The pilot\u{1b} of the port left in May.");
    }

    #[test]
    fn what_has_no_border_is_cut_between_words() {
        let long = "The committee that was to look into it all over again met for the first time";
        check(&format!("[In May] {long}"), "In May The committee that was to look into it all over…");
        let adjunct = "The committee of the harbour board and the town met for the very first time after [May 3].";
        check(adjunct, "…and the town met for the very first time after May 3.");
        let plain = "The committee of the harbour board and the town met for the very first time in [May].";
        check(plain, "…board and the town met for the very first time in May.");
        check(&format!("[{}] ends", "x".repeat(99)), &format!("{}…", "x".repeat(59)));
    }
}
