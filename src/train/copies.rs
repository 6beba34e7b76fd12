//! Copies of articles as headlines and in capitals: the corpora have too little of either.

use crate::text::Span;

use super::article::Article;
use super::random::Random;

/// How the sentences of a copy are cased; the rest stay as they are.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Share of sentences in Title Case.
    pub titled: f32,
    /// Share of sentences in capitals.
    pub upper: f32,
}

/// A copy of an article.
pub fn copy(article: &Article, style: Style, random: &mut Random) -> Article {
    let mut copied = Article { annotation: article.annotation, ..Article::default() };
    let mut names = article.names.iter().peekable();
    for (sentence, words) in article.sentences.iter().zip(article.tokens()) {
        let share = random.share();
        let start = copied.text.len() as u32;
        let mut at = sentence.start;
        let mut name_start = None;
        for (number, word) in words.iter().enumerate() {
            copied.text.push_str(Span::new(at, word.span.start).of(&article.text));
            at = word.span.end;
            while names.next_if(|(span, _)| span.end <= word.span.start).is_some() {}
            if names.peek().is_some_and(|(span, _)| span.start == word.span.start) {
                name_start = Some(copied.text.len() as u32);
            }
            let old = word.of(&article.text);
            match () {
                () if share < style.upper => copied.text.push_str(&old.to_uppercase()),
                () if share < style.upper + style.titled && (number == 0 || !is_small_in_titles(old)) => {
                    copied.text.push_str(&capitalized(old));
                }
                () => copied.text.push_str(old),
            }
            if let Some((_, kind)) = names.next_if(|(span, _)| span.end == word.span.end)
                && let Some(start) = name_start.take()
            {
                copied.names.push((Span::new(start, copied.text.len() as u32), *kind));
            }
        }
        copied.sentences.push(Span::new(start, copied.text.len() as u32));
        copied.text.push('\n');
    }
    copied
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn is_small_in_titles(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "of"
            | "in"
            | "on"
            | "at"
            | "by"
            | "to"
            | "for"
            | "and"
            | "or"
            | "as"
            | "but"
            | "from"
            | "with"
            | "'s"
    )
}

#[cfg(test)]
mod tests {
    use super::{Style, copy};
    use crate::model::Kind;
    use crate::text::Span;
    use crate::train::article::Article;
    use crate::train::random::Random;

    fn check(style: Style, expected: &str, name: &str) {
        let text = "The talks with Ada Vexworth of Norland failed.";
        let article = Article::new(text.into(), vec![(Span::new(15, 27), Kind::Person)]);
        let copied = copy(&article, style, &mut Random::new(1));
        assert_eq!(copied.text.trim_end(), expected);
        assert_eq!(copied.names[0].0.of(&copied.text), name);
    }

    #[test]
    fn copies_change_case_and_keep_names() {
        let title = "The Talks with Ada Vexworth of Norland Failed.";
        check(Style { titled: 1.0, upper: 0.0 }, title, "Ada Vexworth");
        check(Style { titled: 0.0, upper: 1.0 }, "THE TALKS WITH ADA VEXWORTH OF NORLAND FAILED.", "ADA VEXWORTH");
        check(Style { titled: 0.0, upper: 0.0 }, "The talks with Ada Vexworth of Norland failed.", "Ada Vexworth");
    }
}
