//! The language of the filter line: `about:Holm doc:gazette 2016-12..2017-01 "exact words" -not type:person is:certain`.

use crate::app::dates::typed_days;
use crate::calendar::Days;
use crate::corpus::Corpus;
use crate::model::{DocumentIx, Kind, Target};
use crate::text::fold;

use super::{Filter, Sense, Term, written_days};

/// Asks that times must fall on the days of the terms.
pub const CERTAIN: &str = "is:certain";

/// What a line comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What the lists keep.
    pub filter: Filter,
    /// The kind of entities that it asks for.
    pub kind: Option<Kind>,
    /// What it asks `n` to walk; empty where it does not say.
    pub followed: Vec<Target>,
}

/// What a line may name that is there already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'k> {
    /// The terms that are kept.
    pub terms: &'k [Term],
    /// What is followed.
    pub followed: &'k [Target],
}

/// Before what `n` walks, as in the reader's title.
const FOLLOWED: &str = "n:";

/// Reads a filter line. What is written as what is `known` is that. The error says what is wrong, in a line.
pub fn parse(corpus: &Corpus, line: &str, known: Known<'_>) -> Result<Parsed, String> {
    let mut parsed = Parsed::default();
    let mut between = Days::UNKNOWN;
    for token in tokens(line) {
        if let Some(target) = followed(corpus, &token, known.followed)? {
            parsed.followed.push(target);
            continue;
        }
        if let Some(term) = known.terms.iter().find(|term| term.written == token) {
            parsed.filter.terms.push(term.clone());
            continue;
        }
        match token.split_once(':').map(|(key, value)| (key, unquoted(value))) {
            _ if token == CERTAIN => parsed.filter.is_certain = true,
            Some(("type", value)) => parsed.kind = Some(kind(value)?),
            Some(("from", value)) => between.earliest = days(value)?.earliest,
            Some(("to", value)) => between.latest = days(value)?.latest,
            _ => parsed.filter.terms.push(term(corpus, &token)?),
        }
    }
    if !between.is_unknown() {
        if between.earliest.zip(between.latest).is_some_and(|(from, to)| from > to) {
            return Err("from: lies after to:".to_owned());
        }
        let (targets, written) = (vec![Target::Days(between)], written_days(between));
        parsed.filter.terms.push(Term { targets, sense: Sense::Holds, written });
    }
    if !parsed.followed.is_empty() && parsed.followed.iter().all(Target::is_without) {
        return Err("-n: leaves out of what another n: names".to_owned());
    }
    Ok(parsed)
}

/// Several targets as they stand in the filter line.
pub fn written_followed(corpus: &Corpus, targets: &[Target]) -> String {
    targets.iter().map(|target| written_target(corpus, target)).collect::<Vec<_>>().join(" ")
}

fn written_target(corpus: &Corpus, target: &Target) -> String {
    if let Target::Without(target) = target {
        return format!("-{}", written_target(corpus, target));
    }
    let written = super::written(corpus, target);
    format!("{FOLLOWED}{}", written.strip_prefix("about:").unwrap_or(&written))
}

/// What `token` asks to follow or to leave out, where it is of that kind.
fn followed(corpus: &Corpus, token: &str, known: &[Target]) -> Result<Option<Target>, String> {
    if let Some(target) = known.iter().find(|target| written_target(corpus, target) == token) {
        return Ok(Some(target.clone()));
    }
    let (is_without, plain) = token.strip_prefix(['-', '!']).map_or((false, token), |rest| (true, rest));
    let Some(said) = plain.strip_prefix(FOLLOWED) else { return Ok(None) };
    let named = corpus.named(unquoted(said));
    let mut targets = match named.as_slice() {
        _ if unquoted(said).is_empty() => {
            return Err("n: a name, a date, doc: or \"words\" stands behind it".to_owned());
        }
        [] => term(corpus, said)?.targets,
        named => named.iter().map(|at| Target::Entity(corpus.entity(*at).id)).collect(),
    };
    match (targets.pop(), targets.is_empty()) {
        (Some(target), true) => Ok(Some(if is_without { target.inverted() } else { target })),
        _ => Err(format!("several are called {}: write more of the name", unquoted(said))),
    }
}

/// The days that are typed, where nothing else is: a date, a range, `on:`, `from:`, `to:`.
pub fn typed_range(line: &str) -> Option<Days> {
    let mut all: Option<Days> = None;
    for token in tokens(line) {
        let own = match token.split_once(':') {
            Some(("from", value)) => Days { latest: None, ..typed_days(value)? },
            Some(("to", value)) => Days { earliest: None, ..typed_days(value)? },
            Some(("on", value)) => typed_days(value)?,
            _ => typed_days(&token)?,
        };
        all = Some(all.map_or(Some(own), |all| all.intersection(own))?);
    }
    all
}

/// One term that is no `type:`, `from:` or `to:`.
fn term(corpus: &Corpus, token: &str) -> Result<Term, String> {
    let (sense, plain) = match token.strip_prefix(['-', '!']) {
        Some(rest) => (Sense::Lacks, rest),
        None => (Sense::Holds, token),
    };
    let targets = match plain.split_once(':').map(|(key, value)| (key, unquoted(value))) {
        _ if plain.is_empty() => return Err("something must stand behind - to be left out".to_owned()),
        _ if plain.starts_with(is_quote) => vec![Target::Phrase(unquoted(plain).into())],
        Some(("on", value)) => vec![Target::Days(days(value)?)],
        Some(("doc" | "in", value)) => documents(corpus, value)?,
        Some(("search", value)) => match Corpus::check_query(value) {
            Ok(()) => vec![Target::Search(value.into())],
            Err(error) => return Err(error.to_string()),
        },
        Some(("about", value)) => match corpus.named(value).as_slice() {
            [] => return Err(format!("nobody and nothing is called {value}")),
            named => named.iter().map(|at| Target::Entity(corpus.entity(*at).id)).collect(),
        },
        Some((key @ ("event" | "passage"), _)) => return Err(format!("{key}: is pinned with p, not typed")),
        Some((key, _)) if key.chars().all(|c| c.is_ascii_lowercase()) => {
            return Err(format!("{key}: is none of type: doc: in: about: on: from: to: search: is:certain"));
        }
        _ => match (typed_days(plain), corpus.named(plain)) {
            (Some(days), _) => vec![Target::Days(days)],
            (None, named) if !named.is_empty() => {
                named.iter().map(|at| Target::Entity(corpus.entity(*at).id)).collect()
            }
            (None, _) => vec![Target::Phrase(plain.into())],
        },
    };
    Ok(Term { targets, sense, written: token.to_owned() })
}

/// The documents whose file, outlet or title says so.
fn documents(corpus: &Corpus, said: &str) -> Result<Vec<Target>, String> {
    let wanted = fold(said);
    let found = corpus.documents().iter().enumerate().filter(|(_, document)| {
        let metadata = &document.metadata;
        let named = metadata.source.iter().chain(&metadata.title).map(|found| &found.value);
        std::iter::once(&document.file).chain(named).any(|name| fold(name).contains(&wanted))
    });
    let found: Vec<Target> = found.map(|(at, _)| Target::Document(corpus.document(DocumentIx::at(at)).id)).collect();
    if found.is_empty() || wanted.is_empty() { Err(format!("no document is called {said}")) } else { Ok(found) }
}

fn kind(said: &str) -> Result<Kind, String> {
    let begins = |name: &str| !said.is_empty() && name.starts_with(said);
    match said {
        _ if begins("person") || begins("people") => Ok(Kind::Person),
        _ if begins("organizations") => Ok(Kind::Organization),
        _ if begins("places") => Ok(Kind::Place),
        _ => Err(format!("type: is person, organization or place, not {said}")),
    }
}

fn days(said: &str) -> Result<Days, String> {
    typed_days(said).ok_or_else(|| format!("no date: {said}; write 2016, 2016-12, 2016-12-29 or 2016-12..2017-01"))
}

/// The words of a line; what stands in quotes is one.
pub fn tokens(line: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut token = String::new();
    let mut is_quoted = false;
    for character in line.chars() {
        is_quoted ^= is_quote(character);
        if character.is_whitespace() && !is_quoted {
            tokens.push(std::mem::take(&mut token));
        } else {
            token.push(character);
        }
    }
    tokens.push(token);
    tokens.retain(|token| !token.is_empty());
    tokens
}

fn unquoted(said: &str) -> &str {
    said.trim_matches(is_quote).trim()
}

pub(super) const fn is_quote(character: char) -> bool {
    matches!(character, '"' | '\u{201C}' | '\u{201D}')
}

#[cfg(test)]
mod tests {
    use super::{tokens, typed_range};
    use crate::app::dates::days_words;

    #[test]
    fn quotes_hold_words_together() {
        assert_eq!(tokens("  about:\"Bo  Lund\" -\"x y\" z"), ["about:\"Bo  Lund\"", "-\"x y\"", "z"]);
        assert_eq!(tokens("\u{201C}a b\u{201D} c \"open end"), ["\u{201C}a b\u{201D}", "c", "\"open end"]);
        assert!(tokens(" \t ").is_empty());
    }

    #[test]
    fn dates_by_themselves_are_a_range() {
        for (typed, expected) in [
            ("2016-12-29", Some("2016-12-29")),
            ("from:2016-12 to:2017-01", Some("2016-12-01..2017-01-31")),
            ("from:2016-12", Some("2016-12-01..")),
            ("on:2016", Some("2016")),
            ("2016-12..2017-01", Some("2016-12-01..2017-01-31")),
            ("from:2017 to:2016", None),
            ("2016-12 flynn", None),
            ("flynn", None),
            ("", None),
        ] {
            assert_eq!(typed_range(typed).map(days_words).as_deref(), expected, "{typed}");
        }
    }
}
