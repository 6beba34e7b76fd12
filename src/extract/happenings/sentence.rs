//! A passage as the reading of happenings sees it: what each token may be, which times cover it, and where clauses begin.

use std::borrow::Cow;

use crate::model::EventClass;
use crate::text::{Shape, Span, Token};

use super::lexicon::{Small, Verb, Word, pair, word};

/// How far is looked back and ahead, in tokens: hostile sentences have thousands.
pub(super) const REACH: usize = 60;

/// One passage.
pub(super) struct Sentence<'t> {
    tokens: &'t [Token],
    lower: Vec<Cow<'t, str>>,
    small: Vec<Small>,
    roles: Vec<Role>,
    /// For each token the number of the time that covers it.
    covered: Vec<Option<u32>>,
    /// For each token the first token of its clause.
    clause: Vec<u32>,
    times: Vec<Stated>,
}

/// What a token tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    None,
    Verb(Verb),
    Noun(EventClass),
}

/// A time expression in the passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stated {
    pub(super) span: Span,
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// Whether what follows tells of another thing on that day, the day before or after: "the day that", "the day before".
    pub(super) leads_on: bool,
}

impl<'t> Sentence<'t> {
    /// `names` and `times` are those of the passage, in order.
    pub(super) fn new(text: &'t str, tokens: &'t [Token], names: &[Span], times: &[Span]) -> Self {
        let lower: Vec<Cow<'t, str>> = tokens.iter().map(|token| lower(token.of(text))).collect();
        let mut sentence = Self {
            tokens,
            lower,
            small: Vec::with_capacity(tokens.len()),
            roles: vec![Role::None; tokens.len()],
            covered: vec![None; tokens.len()],
            clause: Vec::with_capacity(tokens.len()),
            times: Vec::with_capacity(times.len()),
        };
        for (number, span) in (0..).zip(times) {
            let first = tokens.partition_point(|token| token.span.end <= span.start);
            let end = tokens.partition_point(|token| token.span.start < span.end).max(first);
            sentence.covered.get_mut(first..end).unwrap_or_default().fill(Some(number));
            sentence.times.push(Stated { span: *span, first, end, leads_on: false });
        }
        let words: Vec<Word> = sentence.lower.iter().map(|lower| word(lower)).collect();
        sentence.small.extend(words.iter().map(|word| word.small));
        sentence.tell_roles(&words, names);
        for number in 0..sentence.times.len() {
            let leads_on = sentence.times.get(number).is_some_and(|time| sentence.leads_on(*time));
            if let Some(time) = sentence.times.get_mut(number) {
                time.leads_on = leads_on;
            }
        }
        sentence.divide();
        sentence
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn times(&self) -> &[Stated] {
        &self.times
    }

    /// The token's word in small letters; empty outside.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map(AsRef::as_ref).unwrap_or_default()
    }

    pub(super) fn role(&self, at: usize) -> Role {
        self.roles.get(at).copied().unwrap_or_default()
    }

    /// What small word stands there; nothing inside a time.
    pub(super) fn small(&self, at: usize) -> Small {
        if self.is_covered(at) { Small::None } else { self.small.get(at).copied().unwrap_or_default() }
    }

    pub(super) fn is_covered(&self, at: usize) -> bool {
        self.covered.get(at).copied().flatten().is_some()
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        self.tokens.get(at).map_or(Shape::Sign, |token| token.shape)
    }

    /// Whether the token is no word, or lies outside.
    pub(super) fn is_sign(&self, at: usize) -> bool {
        self.shape(at) == Shape::Sign
    }

    /// The stretch from token `first` to before `end`.
    pub(super) fn stretch(&self, first: usize, end: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(end.wrapping_sub(1))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The first token of the clause that `at` stands in.
    pub(super) fn clause_start(&self, at: usize) -> usize {
        self.clause.get(at).map_or(0, |first| *first as usize)
    }

    /// One past the last token of the clause that `at` stands in, as far as is looked.
    pub(super) fn clause_end(&self, at: usize) -> usize {
        let own = self.clause.get(at);
        let rest = self.clause.get(at..).unwrap_or_default();
        at + rest.iter().take(REACH).take_while(|clause| Some(*clause) == own).count()
    }

    /// Whether the token is a verb of saying: of that kind, or one of reporting before "that".
    pub(super) fn says(&self, at: usize) -> bool {
        match self.role(at) {
            Role::Verb(Verb::Say) => true,
            Role::Verb(Verb::Of(class)) if class.recurs() => (at + 1..at + 6).any(|next| self.lower(next) == "that"),
            _ => false,
        }
    }

    /// "the same time as".
    fn is_same_time(&self, at: usize) -> bool {
        at >= 2 && self.lower(at - 1) == "time" && self.lower(at - 2) == "same"
    }

    /// Whether "as" before it begins a clause: "as Lind told them", "as first reported in the Courier", "as when".
    fn is_cited_by(&self, at: usize) -> bool {
        let reports = matches!(self.role(at), Role::Verb(Verb::Of(class)) if class.recurs());
        reports || self.says(at) || self.lower(at) == "when"
    }

    /// Whether the verb or noun is told as no fact: "would meet", "to meet", "if they met".
    pub(super) fn is_planned(&self, at: usize) -> bool {
        let start = self.clause_start(at);
        for before in (start.max(at.saturating_sub(4))..at).rev() {
            match self.small(before) {
                Small::Modal if self.shape(before) == Shape::Lower => return true,
                Small::To if matches!(self.role(at), Role::Verb(_)) => return true,
                Small::Auxiliary | Small::Not | Small::Actually => {}
                _ if self.lower(before).ends_with("ly") || self.is_not(before) => {}
                _ => return false,
            }
        }
        false
    }

    /// "not", "never", "didn't".
    pub(super) fn is_not(&self, at: usize) -> bool {
        self.small(at) == Small::Not || self.lower(at).ends_with("n't") || self.lower(at).ends_with("n\u{2019}t")
    }

    fn tell_roles(&mut self, words: &[Word], names: &[Span]) {
        let mut name = names.iter().peekable();
        let mut at = 0;
        while let (Some(token), Some(entry)) = (self.tokens.get(at), words.get(at)) {
            while name.next_if(|name| name.end <= token.span.start).is_some() {}
            let is_named = name.peek().is_some_and(|name| name.overlaps(token.span));
            if is_named || !token.is_word() || self.is_covered(at) {
                at += 1;
                continue;
            }
            if let Some((word, count)) = pair(|ahead| self.lower(at + ahead)) {
                self.set_role(at, word.verb.map_or(Role::None, Role::Verb));
                at += count;
                continue;
            }
            let role = match (entry.verb, entry.noun) {
                (Some(_), Some(class)) if self.is_noun_here(at) => Role::Noun(class),
                (Some(_), None) if self.is_thing(at) => Role::None,
                (Some(verb), _) => Role::Verb(verb),
                (None, Some(class)) => Role::Noun(class),
                (None, None) if self.looks_past(at, token.shape) => Role::Verb(Verb::Other),
                (None, None) => Role::None,
            };
            let is_phone_call = super::lexicon::DESCRIBES.contains(&self.lower(at))
                && words.get(at + 1).is_some_and(|next| next.noun.is_some());
            let is_no_call = self.lower(at).starts_with("call")
                && matches!(role, Role::Verb(_))
                && super::lexicon::NO_CALL.contains(&self.lower(at + 1));
            self.set_role(at, if is_no_call || is_phone_call { Role::None } else { role });
            at += 1;
        }
    }

    fn set_role(&mut self, at: usize, role: Role) {
        if let Some(own) = self.roles.get_mut(at) {
            *own = role;
        }
    }

    /// Whether a word that is noun and verb is a noun here: after an article, a number, a possessive, an adjective or a preposition.
    fn is_noun_here(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = self.lower(before);
        let is_possessive = matches!(word, "'s" | "\u{2019}s" | "'" | "\u{2019}");
        let describes = word.ends_with("ous") || word.ends_with("al") || word.ends_with("ive") || word.ends_with("ple");
        let counts = super::counts::number(word).is_some() || self.shape(before) == Shape::Number;
        match self.small(before) {
            Small::To => false,
            Small::The | Small::Determiner | Small::Preposition | Small::Of => true,
            Small::And => before > 0 && matches!(self.role(before - 1), Role::Noun(_)),
            _ => is_possessive || describes || counts || self.role(before) != Role::None,
        }
    }

    /// "by phone", "the accused": a verb's form that names a thing or a person.
    fn is_thing(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(Small::None, |before| self.small(before));
        let names = matches!(before, Small::The | Small::Determiner | Small::Preposition | Small::Of);
        names && !self.lower(at).ends_with("ing")
    }

    /// "summoned"; not "the accused", "his beloved".
    fn looks_past(&self, at: usize, shape: Shape) -> bool {
        let lower = self.lower(at);
        let before = at.checked_sub(1).map_or(Small::None, |before| self.small(before));
        shape == Shape::Lower
            && lower.len() > 4
            && lower.ends_with("ed")
            && !matches!(before, Small::The | Small::Determiner | Small::Of)
    }

    /// Whether another thing that happened on that day, or that it came before or after, is told right after the time.
    fn leads_on(&self, time: Stated) -> bool {
        let (first, last) = (self.lower(time.first), self.lower(time.end.wrapping_sub(1)));
        let is_day = matches!(last, "day" | "morning" | "evening" | "night" | "week");
        let points = is_day && (first == "the" || first == "that" || first == "same" || first == "day");
        let compares = matches!(last, "before" | "earlier" | "after" | "later");
        if !(points || compares) || self.is_sign(time.end) {
            return false;
        }
        match self.small(time.end) {
            Small::Preposition | Small::And | Small::Auxiliary | Small::To | Small::Against => false,
            _ => !matches!(self.role(time.end), Role::Verb(_)),
        }
    }

    /// Tells where clauses begin.
    fn divide(&mut self) {
        let mut begins = vec![false; self.len() + 1];
        let mut mark = |at: usize| begins.get_mut(at).into_iter().for_each(|begin| *begin = true);
        for at in 0..self.len() {
            match self.small(at) {
                Small::Opener | Small::Against | Small::When => mark(at),
                Small::Before | Small::After if !self.is_covered(at + 1) => mark(at),
                Small::As if self.is_same_time(at) || (at + 1..at + 5).any(|next| self.is_cited_by(next)) => mark(at),
                _ => {}
            }
            if matches!(self.lower(at), ";" | ":" | "\u{2014}" | "\u{201C}" | "\u{201D}" | "\"" | "(" | ")") {
                mark(at);
                mark(at + 1);
            }
            if self.says(at) {
                self.before_saying(at).into_iter().for_each(&mut mark);
                // "told NPR that", "spoke of a call".
                let tells = matches!(self.lower(at), "told" | "tell" | "tells" | "telling");
                let is_of = self.small(at + 1) == Small::Of;
                if !tells || is_of {
                    mark(self.after_times(at + 1 + usize::from(is_of)));
                }
            }
        }
        for time in self.times.iter().filter(|time| time.leads_on) {
            mark(time.end);
        }
        let mut first = 0;
        for at in 0..self.len() {
            if begins.get(at).copied().unwrap_or_default() {
                first = at as u32;
            }
            self.clause.push(first);
        }
    }

    /// Where the clause of a verb of saying begins: at the "and" before it, or after the comma before its subject.
    fn before_saying(&self, at: usize) -> Option<usize> {
        let mut before = at;
        while before > 0 && self.stands_by_saying(before - 1) {
            before -= 1;
        }
        if before > 0 && self.small(before - 1) == Small::And {
            return Some(before - 1);
        }
        let near = (at.saturating_sub(8)..before).rev();
        let comma = near.take_while(|near| self.role(*near) == Role::None).find(|near| self.lower(*near) == ",");
        comma.map(|comma| comma + 1).filter(|start| *start < before)
    }

    /// Auxiliaries and adverbs between a subject and its verb.
    pub(super) fn stands_by_saying(&self, at: usize) -> bool {
        matches!(self.small(at), Small::Auxiliary | Small::Initially | Small::Not | Small::Actually | Small::Modal)
            || self.is_not(at)
            || (self.lower(at) == "at" && self.lower(at + 1) == "first")
            || self.is_covered(at)
            || matches!(self.lower(at), "also" | "then" | "later" | "now" | "both" | "again" | "have" | "even")
            || (self.lower(at).ends_with("ly") && self.shape(at) == Shape::Lower)
    }

    /// Past the times, with their prepositions, that begin at `at`.
    fn after_times(&self, at: usize) -> usize {
        let mut end = at;
        while self.is_covered(end) || (self.small(end) == Small::Preposition && self.is_covered(end + 1)) {
            end += 1;
        }
        end
    }
}

fn lower(word: &str) -> Cow<'_, str> {
    /// What is longer is no word of ours.
    const LONGEST: usize = 24;
    if word.len() <= LONGEST && word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}
