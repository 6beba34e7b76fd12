//! Phrase lists: several words a form, several forms a name; the longest form that fits is found by its first word.

use std::collections::HashMap;

use crate::text::{Span, fold, tokens};

use super::words::lines;

/// What a phrase is listed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    by_first: HashMap<String, Vec<Phrase>>,
    best: HashMap<(Listed, &'static str), &'static str>,
}

#[derive(Debug)]
struct Phrase {
    /// The words after the first.
    rest: Vec<String>,
    listed: Listed,
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

    pub(super) fn longest(&self, words: &[&str]) -> Option<Match> {
        let (first, rest) = words.split_first()?;
        let fits = |phrase: &&Phrase| {
            phrase.rest.len() <= rest.len() && phrase.rest.iter().zip(rest).all(|(wanted, word)| wanted == word)
        };
        let found = self.by_first.get(*first)?.iter().find(fits)?;
        Some(Match { words: 1 + found.rest.len(), listed: found.listed })
    }

    pub(super) fn best_name(&self, listed: Listed, name: &str) -> Option<&'static str> {
        self.best.get(&(listed, name)).copied()
    }

    fn add(&mut self, listed: Listed, form: &str) {
        let mut words = tokens(form, Span::whole(form)).into_iter().map(|token| token.of(form).to_owned());
        if let Some(first) = words.next() {
            self.by_first.entry(first).or_default().push(Phrase { rest: words.collect(), listed });
        }
    }

    fn longest_first(mut self) -> Self {
        for phrases in self.by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        self
    }
}
