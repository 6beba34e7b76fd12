//! Phrase lists: several words a form, several forms a name; the longest form that fits is found by its first word.

use crate::text::{QuickMap, Span, fold, tokens};

use super::lists::lines;

/// What a phrase is listed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listed {
    /// An organization.
    Organization,
    /// A place.
    Place,
    /// A title or role of a person.
    Title,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// How many words it takes.
    pub words: usize,
    /// What it is.
    pub listed: Listed,
}

/// Phrases by their first word, and the best name for each form.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_first: QuickMap<String, Vec<Phrase>>,
    best: QuickMap<(Listed, &'static str), &'static str>,
    most_words: usize,
}

#[derive(Debug)]
struct Phrase {
    /// The words after the first.
    rest: Vec<String>,
    listed: Listed,
}

/// All forms in a file as [`Phrases::read`] takes it.
pub(super) fn forms(file: &'static str) -> impl Iterator<Item = &'static str> {
    lines(file).flat_map(|line| line.split(['|', '='])).map(str::trim)
}

impl Phrases {
    /// Files of one name a line, forms divided by "=", or several names a line divided by "|".
    pub(super) fn read(files: &[(Listed, &'static str)]) -> Self {
        let mut phrases = Self::default();
        for (listed, file) in files {
            for name in lines(file).flat_map(|line| line.split('|')) {
                let mut forms = name.split('=').map(str::trim).peekable();
                let best = forms.peek().copied().unwrap_or_default();
                for form in forms {
                    phrases.add(*listed, form);
                    phrases.best.insert((*listed, form), best);
                }
            }
        }
        phrases.longest_first()
    }

    /// A file of one phrase a line, to be compared with folded words.
    pub(super) fn read_folded(listed: Listed, file: &'static str) -> Self {
        let mut phrases = Self::default();
        lines(file).for_each(|line| phrases.add(listed, &fold(line)));
        phrases.longest_first()
    }

    /// The longest phrase that begins with the words, `word(0)` being the first.
    pub(super) fn longest<'w>(&self, word: &impl Fn(usize) -> Option<&'w str>) -> Option<Match> {
        let fits = |phrase: &&Phrase| (1..).zip(&phrase.rest).all(|(at, wanted)| word(at) == Some(wanted));
        let found = self.by_first.get(word(0)?)?.iter().find(fits)?;
        Some(Match { words: 1 + found.rest.len(), listed: found.listed })
    }

    /// The words of all phrases; a word may come more than once.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let rest = self.by_first.values().flatten().flat_map(|phrase| &phrase.rest);
        self.by_first.keys().chain(rest).map(String::as_str)
    }

    /// All forms, their words divided by spaces, with what they are listed as; in no order.
    pub(super) fn forms(&self) -> impl Iterator<Item = (String, Listed)> {
        let words = |first: &str, rest: &[String]| rest.iter().fold(first.to_owned(), |form, word| form + " " + word);
        let of = move |(first, phrases): (&String, &Vec<Phrase>)| {
            let forms = phrases.iter().map(|phrase| (words(first, &phrase.rest), phrase.listed));
            forms.collect::<Vec<_>>()
        };
        self.by_first.iter().flat_map(of)
    }

    /// Whether any phrase begins with this word.
    pub(super) fn begins(&self, first: &str) -> bool {
        self.by_first.contains_key(first)
    }

    /// Words of the longest phrase.
    pub(super) fn most_words(&self) -> usize {
        self.most_words
    }

    pub(super) fn best_name(&self, listed: Listed, name: &str) -> Option<&'static str> {
        self.best.get(&(listed, name)).copied()
    }

    fn add(&mut self, listed: Listed, form: &str) {
        let mut words = tokens(form, Span::whole(form)).into_iter().map(|token| token.of(form).to_owned());
        if let Some(first) = words.next() {
            let rest: Vec<String> = words.collect();
            self.most_words = self.most_words.max(1 + rest.len());
            self.by_first.entry(first).or_default().push(Phrase { rest, listed });
        }
    }

    fn longest_first(mut self) -> Self {
        for phrases in self.by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        self
    }
}
