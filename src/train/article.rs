//! A text with its names: what every corpus is read into.

use crate::gazetteer::{Listed, Sign, gazetteer};
use crate::model::Kind;
use crate::text::{Span, Token, fold, sentences, tokens};

/// A text with the names that its annotators found.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The text.
    pub text: String,
    /// Its sentences, in order.
    pub sentences: Vec<Span>,
    /// Its names, in order, without articles and possessives.
    pub names: Vec<(Span, Kind)>,
    /// Whether all names are marked.
    pub annotation: Annotation,
}

/// How much of an article is annotated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Annotation {
    /// All of its names.
    #[default]
    Whole,
    /// Some or none of its names: a model labels the rest.
    Partial,
}

impl Article {
    /// A text that is not yet cut into sentences.
    pub fn new(text: String, names: Vec<(Span, Kind)>) -> Self {
        let mut found = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let within = Span::new(start, start + line.len() as u32);
            start = within.end;
            found.extend(sentences(&text, &tokens(&text, within)));
        }
        let mut article = Self { text, sentences: found, names, annotation: Annotation::Whole };
        article.mend_names();
        article
    }

    /// The tokens of each sentence.
    pub fn tokens(&self) -> impl Iterator<Item = Vec<Token>> + '_ {
        self.sentences.iter().map(|sentence| tokens(&self.text, *sentence))
    }

    /// Brings its names in order and under one policy: no article, possessive, title or tied word, no peoples, well-known bodies as what
    /// they are.
    pub fn mend_names(&mut self) {
        for (span, kind) in &mut self.names {
            *span = trimmed(&self.text, *span);
            *span = match kind {
                Kind::Person => untitled(&self.text, *span),
                Kind::Organization | Kind::Place => untied(&self.text, *span),
            };
        }
        self.names.retain(|(span, _)| !span.is_empty() && !is_plain_capital(&self.text, *span));
        self.names.retain(|(span, kind)| *kind != Kind::Person || !is_pronoun(&self.text, *span));
        for (span, kind) in self.names.iter_mut().filter(|(_, kind)| *kind != Kind::Person) {
            *kind = listed(&self.text, *span).unwrap_or(*kind);
        }
        self.names.sort_by_key(|(span, _)| *span);
    }
}

/// "Russian" and the like: some corpora mark them, but they are no names here.
fn is_plain_capital(text: &str, span: Span) -> bool {
    span.of(text)
        .split(|sign: char| sign.is_whitespace() || sign == '-')
        .all(|word| gazetteer().has(&fold(word), Sign::PlainCapital))
}

/// "He" and other words that name nobody; "Will" is a given name, and "US" an acronym.
fn is_pronoun(text: &str, span: Span) -> bool {
    let word = span.of(text);
    let folded = fold(word);
    let is_acronym = word.len() > 1 && !word.contains(char::is_lowercase);
    let may_name = |sign| gazetteer().has(&folded, sign);
    !is_acronym && may_name(Sign::Function) && !may_name(Sign::GivenName) && !may_name(Sign::Month)
}

/// What a well-known organization or place is, whatever the corpus says: corpora disagree on the White House.
fn listed(text: &str, span: Span) -> Option<Kind> {
    let words: Vec<&str> = tokens(text, span).iter().map(|token| token.of(text)).collect();
    let found = gazetteer().known(|at| words.get(at).copied()).filter(|found| found.words == words.len())?;
    match found.listed {
        Listed::Organization => Some(Kind::Organization),
        Listed::Place => Some(Kind::Place),
        Listed::Title => None,
    }
}

/// "Vexport" of "Vexport-based": what a hyphen ties to a body's or place's name is no part of it.
fn untied(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let is_common = |tied: &str| gazetteer().has(tied, Sign::CommonWord);
    match words.rsplit_once('-') {
        Some((name, tied)) if is_common(tied.trim()) => {
            Span::new(span.start, span.start + name.trim_end().len() as u32)
        }
        _ => span,
    }
}

/// A person's name without the title before it, as far as the corpora include one.
fn untitled(text: &str, span: Span) -> Span {
    let words = tokens(text, span);
    let folded: Vec<String> = words.iter().map(|word| fold(word.of(text))).collect();
    let is_plural = folded.first().is_some_and(|first| gazetteer().has(first, Sign::PluralTitle));
    let mut at = usize::from(is_plural);
    at += usize::from(is_plural && folded.get(at).is_some_and(|word| word == "."));
    while let Some(found) = gazetteer().title(|step| folded.get(at + step).map(String::as_str)) {
        at += found.words;
        at += usize::from(folded.get(at).is_some_and(|word| word == "."));
    }
    words.get(at).map_or(span, |first| Span::new(first.span.start, span.end))
}

/// The stretch without a leading article and a trailing possessive.
pub fn trimmed(text: &str, mut span: Span) -> Span {
    let words = span.of(text);
    if let Some((first, rest)) = words.split_once(char::is_whitespace)
        && matches!(first.to_ascii_lowercase().as_str(), "the" | "a" | "an")
    {
        span.start = span.end - rest.trim_start().len() as u32;
    }
    let words = span.of(text);
    for ending in ["'s", "\u{2019}s", "'", "\u{2019}"] {
        if words.len() > ending.len() && words.ends_with(ending) {
            span.end -= ending.len() as u32;
            break;
        }
    }
    span
}

#[cfg(test)]
mod tests {
    use super::Article;
    use crate::model::Kind;
    use crate::text::Span;

    fn check(text: &str, marked: &str, kind: Kind, expected: Option<(&str, Kind)>) {
        let start = text.find(marked).unwrap();
        let span = Span::new(start as u32, (start + marked.len()) as u32);
        let article = Article::new(text.to_owned(), vec![(span, kind)]);
        let found = article.names.first().map(|(span, kind)| (span.of(&article.text), *kind));
        assert_eq!(found, expected, "{marked}");
    }

    #[test]
    fn marks_are_brought_under_one_policy() {
        let (person, body, place) = (Kind::Person, Kind::Organization, Kind::Place);
        check("Gen. Vexworth left", "Gen. Vexworth", person, Some(("Vexworth", person)));
        check("Generals Vexworth and Brun", "Generals Vexworth", person, Some(("Vexworth", person)));
        check("He left", "He", person, None);
        check("Will left", "Will", person, Some(("Will", person)));
        check("the Russian envoy", "Russian", place, None);
        check("a Russian-backed envoy", "Russian-backed", place, None);
        check("a Vexport-based firm", "Vexport-based", place, Some(("Vexport", place)));
        check("Kim Vex-un left", "Kim Vex-un", person, Some(("Kim Vex-un", person)));
        check("the White House\u{2019}s view", "the White House\u{2019}s", place, Some(("White House", body)));
    }
}
