//! The search language: words side by side, "quoted words", AND OR NOT, NEAR/5, sanct* and s?nct, /regular expressions/, and
//! parentheses. NEAR binds closest, then NOT, AND, OR.
//!
//! It reads what is typed and says what is wrong with it and where. It knows no text.

use std::fmt;
use std::iter::Peekable;
use std::vec::IntoIter;

use regex::{Regex, RegexBuilder};
use unicode_normalization::char::is_combining_mark;

use crate::text::fold_character;

/// Words that NEAR allows between where it names no number.
const NEAR: u32 = 10;
/// How deep parentheses may stand in one another.
const DEEPEST: u32 = 64;
/// Bytes that a compiled regular expression may take.
const REGEX_SIZE: usize = 1 << 20;

/// What is asked for.
#[derive(Clone, Debug)]
pub(super) enum Ask {
    /// These words side by side, each folded; `*` stands for any letters, `?` for one.
    Words(Vec<String>),
    /// What fits this expression, in the folded text.
    Regex(Regex),
    /// Places of either that have one of the other near, with at most so many words between.
    Near(Box<Self>, Box<Self>, u32),
    /// The places of both in the passages that hold both.
    And(Box<Self>, Box<Self>),
    /// The places of both.
    Or(Box<Self>, Box<Self>),
    /// The places of the first in passages that do not hold the second.
    Not(Box<Self>, Box<Self>),
}

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// Where, in characters from the start of the query.
    pub at: usize,
    /// What, in a line. Untrusted.
    pub words: String,
}

impl fmt::Display for QueryError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} (at character {})", self.words, self.at + 1)
    }
}

impl std::error::Error for QueryError {}

/// Whether more is typed than plain words: quotes, operators, wildcards, a regular expression.
pub fn is_query(typed: &str) -> bool {
    let typed = typed.trim();
    let is_regex = typed.len() > 2 && typed.starts_with('/') && typed.ends_with('/');
    let is_operator = |word: &str| matches!(word, "AND" | "OR" | "NOT") || near(word).is_some();
    let has_wildcard =
        |word: &str| word.contains(is_wild) && word.chars().any(char::is_alphanumeric) && !word.ends_with('?');
    is_regex || typed.contains(is_quote) || typed.split_whitespace().any(|word| is_operator(word) || has_wildcard(word))
}

/// Reads a query.
pub(super) fn parse(query: &str) -> Result<Ask, QueryError> {
    let tokens = tokens(query)?;
    let end = query.chars().count();
    let mut parser = Parser { rest: tokens.into_iter().peekable(), end, depth: 0 };
    let ask = parser.either()?;
    match parser.rest.next() {
        None => Ok(ask),
        Some((at, Token::Close)) => wrong(at, "no parenthesis is open here"),
        Some((at, _)) => wrong(at, "AND, OR, NOT or NEAR has to stand before this"),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    And,
    Or,
    Not,
    Near(u32),
    /// Words as they stand, and whether they are quoted.
    Words(Vec<String>, Quoted),
    Regex(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quoted {
    Yes,
    No,
}

fn wrong<T>(at: usize, words: &str) -> Result<T, QueryError> {
    Err(QueryError { at, words: words.to_owned() })
}

struct Parser {
    rest: Peekable<IntoIter<(usize, Token)>>,
    end: usize,
    depth: u32,
}

impl Parser {
    fn either(&mut self) -> Result<Ask, QueryError> {
        let mut ask = self.both()?;
        while self.take(&Token::Or) {
            ask = Ask::Or(Box::new(ask), Box::new(self.both()?));
        }
        Ok(ask)
    }

    fn both(&mut self) -> Result<Ask, QueryError> {
        let mut ask = self.near()?;
        loop {
            let is_and = self.take(&Token::And);
            if self.take(&Token::Not) {
                ask = Ask::Not(Box::new(ask), Box::new(self.near()?));
            } else if is_and {
                ask = Ask::And(Box::new(ask), Box::new(self.near()?));
            } else {
                return Ok(ask);
            }
        }
    }

    fn near(&mut self) -> Result<Ask, QueryError> {
        let mut ask = self.single()?;
        while let Some((_, Token::Near(between))) = self.rest.next_if(|(_, token)| matches!(token, Token::Near(_))) {
            ask = Ask::Near(Box::new(ask), Box::new(self.single()?), between);
        }
        Ok(ask)
    }

    fn single(&mut self) -> Result<Ask, QueryError> {
        match self.rest.next() {
            None => wrong(self.end, "something to look for has to stand here"),
            Some((at, Token::Open)) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return wrong(at, "too many parentheses in one another");
                }
                let ask = self.either()?;
                self.depth -= 1;
                if self.take(&Token::Close) { Ok(ask) } else { wrong(at, "this parenthesis is not closed") }
            }
            Some((_, Token::Words(mut words, quoted))) => {
                let is_bare = |(_, token): &(usize, Token)| matches!(token, Token::Words(_, Quoted::No));
                while quoted == Quoted::No
                    && let Some((_, Token::Words(more, _))) = self.rest.next_if(is_bare)
                {
                    words.extend(more);
                }
                Ok(Ask::Words(words))
            }
            Some((at, Token::Regex(pattern))) => match regex(&pattern) {
                Ok(regex) => Ok(Ask::Regex(regex)),
                Err(error) => wrong(at, &told(&error)),
            },
            Some((at, Token::Not)) => wrong(at, "NOT leaves out of what stands before it; nothing does"),
            Some((at, _)) => wrong(at, "something to look for has to stand before this"),
        }
    }

    fn take(&mut self, token: &Token) -> bool {
        self.rest.next_if(|(_, next)| next == token).is_some()
    }
}

/// The tokens of a query, each with where it starts, in characters.
fn tokens(query: &str) -> Result<Vec<(usize, Token)>, QueryError> {
    let letters: Vec<char> = query.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at).copied() {
        let start = at;
        at += 1;
        let token = match letter {
            _ if letter.is_whitespace() => continue,
            '(' => Token::Open,
            ')' => Token::Close,
            '/' => {
                let mut pattern = String::new();
                loop {
                    match (letters.get(at), letters.get(at + 1)) {
                        (None, _) => return wrong(start, "this regular expression does not end with /"),
                        (Some('/'), _) => break,
                        (Some('\\'), Some('/')) => at += 1,
                        (Some('\\'), Some(_)) => {
                            pattern.push('\\');
                            at += 1;
                        }
                        _ => {}
                    }
                    pattern.extend(letters.get(at));
                    at += 1;
                }
                at += 1;
                Token::Regex(pattern)
            }
            _ if is_quote(letter) => {
                let Some(length) = letters.get(at..).and_then(|rest| rest.iter().position(|letter| is_quote(*letter)))
                else {
                    return wrong(start, "this quotation is not closed");
                };
                let inside: String = letters.get(at..at + length).into_iter().flatten().collect();
                at += length + 1;
                words(start, &inside, Quoted::Yes)?
            }
            _ => {
                let is_inside =
                    |letter: &char| !letter.is_whitespace() && !matches!(letter, '(' | ')') && !is_quote(*letter);
                while letters.get(at).is_some_and(is_inside) {
                    at += 1;
                }
                let word: String = letters.get(start..at).into_iter().flatten().collect();
                match (word.as_str(), near(&word)) {
                    ("AND", _) => Token::And,
                    ("OR", _) => Token::Or,
                    ("NOT", _) => Token::Not,
                    (_, Some(between)) => Token::Near(between),
                    _ => words(start, &word, Quoted::No)?,
                }
            }
        };
        tokens.push((start, token));
    }
    Ok(tokens)
}

/// How many words may stand between, where `word` is NEAR or NEAR/n.
fn near(word: &str) -> Option<u32> {
    match word.strip_prefix("NEAR")? {
        "" => Some(NEAR),
        rest => rest.strip_prefix('/')?.parse().ok(),
    }
}

/// The words of a stretch of a query, folded, with their wildcards.
fn words(at: usize, stretch: &str, quoted: Quoted) -> Result<Token, QueryError> {
    let mut words = vec![String::new()];
    let mut folded = String::new();
    for letter in stretch.chars() {
        folded.clear();
        folded.push(' ');
        fold_character(letter, &mut folded);
        let is_between = letter.is_whitespace() && !folded.trim().is_empty();
        for part in folded.chars().skip(1).chain(is_between.then_some(' ')) {
            match words.last_mut() {
                Some(word) if part.is_alphanumeric() || is_combining_mark(part) || is_wild(part) => word.push(part),
                _ => words.push(String::new()),
            }
        }
        if letter.is_whitespace() {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    if words.is_empty() {
        return wrong(at, "there are no letters or digits to look for");
    }
    if words.iter().any(|word| word.chars().all(is_wild)) {
        return wrong(at, "a wildcard has to stand beside a letter");
    }
    Ok(Token::Words(words, quoted))
}

/// Compiles a pattern for folded texts: its own letters beyond ASCII are folded, and case does not matter.
fn regex(pattern: &str) -> Result<Regex, regex::Error> {
    let mut folded = String::new();
    for letter in pattern.chars() {
        if letter.is_ascii() {
            folded.push(letter);
        } else {
            fold_character(letter, &mut folded);
        }
    }
    RegexBuilder::new(&folded).case_insensitive(true).size_limit(REGEX_SIZE).build()
}

/// What is wrong with a regular expression, in a line.
fn told(error: &regex::Error) -> String {
    let words = error.to_string();
    let last = words.lines().last().unwrap_or_default();
    format!("this regular expression can't be read: {}", last.trim_start_matches("error: "))
}

pub(super) const fn is_wild(letter: char) -> bool {
    matches!(letter, '*' | '?')
}

const fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\u{201C}' | '\u{201D}' | '\u{201E}')
}

#[cfg(test)]
mod tests {
    use super::{Ask, is_query, parse};

    /// An ask in prefix form.
    fn told(ask: &Ask) -> String {
        match ask {
            Ask::Words(words) => words.join("_"),
            Ask::Regex(regex) => format!("/{regex}/"),
            Ask::Near(a, b, between) => format!("(near{between} {} {})", told(a), told(b)),
            Ask::And(a, b) => format!("(and {} {})", told(a), told(b)),
            Ask::Or(a, b) => format!("(or {} {})", told(a), told(b)),
            Ask::Not(a, b) => format!("(not {} {})", told(a), told(b)),
        }
    }

    #[test]
    fn queries_are_read() {
        for (query, expected) in [
            ("harbour", "harbour"),
            ("the Harbour  master", "the_harbour_master"),
            ("\u{201C}José’s boat\u{201D}", "jose_s_boat"),
            ("a OR b AND c", "(or a (and b c))"),
            ("(a OR b) AND c", "(and (or a b) c)"),
            ("a AND b NOT c", "(not (and a b) c)"),
            ("a AND NOT \"b c\"", "(not a b_c)"),
            ("a NEAR/3 b NEAR c", "(near10 (near3 a b) c)"),
            ("sanct* s?nct", "sanct*_s?nct"),
            ("/a\\/b \\d+ é/ OR x", "(or /a/b \\d+ e/ x)"),
            ("and or not", "and_or_not"),
        ] {
            assert_eq!(parse(query).map(|ask| told(&ask)).as_deref(), Ok(expected), "{query}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (query, at, words) in [
            ("", 0, "something to look for"),
            ("a AND", 5, "something to look for"),
            ("OR a", 0, "before this"),
            ("é AND (a OR b", 6, "not closed"),
            ("a)", 1, "no parenthesis is open"),
            ("a \"b", 2, "not closed"),
            ("\"a\" b", 4, "AND, OR, NOT or NEAR"),
            ("NOT a", 0, "NOT leaves out"),
            ("a AND *", 6, "beside a letter"),
            ("a OR —", 5, "no letters or digits"),
            ("x OR /a", 5, "does not end"),
            ("x OR /(a/", 5, "can't be read"),
            (&"(".repeat(10_000), 64, "too many parentheses"),
        ] {
            let error = parse(query).map(|ask| told(&ask)).unwrap_err();
            assert_eq!(error.at, at, "{query}: {error}");
            assert!(error.words.contains(words), "{query}: {error}");
        }
    }

    #[test]
    fn plain_words_are_no_query() {
        for typed in ["harbour master", "why?", "5 * 3", "and/or (both)", "/tmp/x"] {
            assert!(!is_query(typed), "{typed}");
        }
        for typed in ["a AND b", "\"a b\"", "sanct*", "/a b/", "a NEAR/2 b", "(x OR y)"] {
            assert!(is_query(typed), "{typed}");
        }
    }
}
