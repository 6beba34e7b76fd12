//! What passages tell, made ready to be compared: each happening with its passage, its times and whoever takes part in it.
//!
//! Whoever a passage leaves out ("the two spoke", "the calls") is taken from what stands nearest in the same document.

use std::collections::HashMap;

use crate::model::{
    Account, DocumentIx, EntityIx, EventClass, Form, Happening, Kind, Mention, PassageIx, References, Resolved,
    Retraction, Telling, TimeIx,
};
use crate::text::{Span, fold};

/// How many happenings back or ahead those who take part are looked for.
const REACH: usize = 12;
/// How many passages away somebody may stand where the passage names nobody.
const NEAR: u32 = 8;

/// A happening in a corpus.
#[derive(Clone, Debug)]
pub(super) struct Told<'e> {
    pub(super) happening: &'e Happening,
    pub(super) passage: PassageIx,
    pub(super) document: DocumentIx,
    /// The times that date it, beside its dates.
    pub(super) times: Vec<Option<TimeIx>>,
    /// Who takes part, ascending.
    pub(super) who: Vec<EntityIx>,
}

/// Something taken back.
#[derive(Clone, Copy, Debug)]
pub(super) struct TakenBack<'e> {
    pub(super) retraction: &'e Retraction,
    pub(super) passage: PassageIx,
    pub(super) document: DocumentIx,
}

impl Told<'_> {
    pub(super) const fn class(&self) -> Option<EventClass> {
        self.happening.class
    }

    /// Its class where days and counts of it can be compared.
    pub(super) fn compared(&self) -> Option<EventClass> {
        self.happening.class.filter(|class| !class.recurs() && self.happening.telling != Telling::Planned)
    }
}

/// All that is told, in reading order.
pub(super) fn gather<'e>(resolved: &Resolved, accounts: &'e [Account]) -> (Vec<Told<'e>>, Vec<TakenBack<'e>>) {
    let (mut told, mut taken_back) = (Vec::new(), Vec::new());
    let times: HashMap<(PassageIx, Span), TimeIx> =
        (0..).zip(&resolved.times).map(|(at, time)| ((time.passage, time.expression.span), TimeIx(at))).collect();
    for (document, account) in (0..).map(DocumentIx).zip(accounts) {
        let first = told.len();
        told.extend(account.happenings.iter().filter_map(|happening| {
            let passage = resolved.passage_at(document, happening.word.start)?;
            let times = happening.dates.iter().map(|date| times.get(&(passage, date.time)).copied()).collect();
            let who = named(resolved, passage, happening);
            Some(Told { happening, passage, document, times, who })
        }));
        complete(told.get_mut(first..).unwrap_or_default());
        taken_back.extend(account.retractions.iter().filter_map(|retraction| {
            let passage = resolved.passage_at(document, retraction.words.start)?;
            Some(TakenBack { retraction, passage, document })
        }));
    }
    (told, taken_back)
}

/// Who is named in the clause of a happening, ascending: not who is cited for it, and not Lind where Lind's lawyer acts. Where two
/// talk or meet, neither camps nor places do.
fn named(resolved: &Resolved, passage: PassageIx, happening: &Happening) -> Vec<EntityIx> {
    let (names, text) = (resolved.mentions_in(passage), resolved.text_of(passage));
    let references = resolved.references_in(passage).iter().filter(|reference| References::Sure.hold(reference));
    let here = names.iter().chain(references);
    let is_mutual = happening.class.is_some_and(|class| class.is_mutual);
    let takes_part = here.filter(|mention| {
        (!is_mutual || (mention.form != Form::Camp && mention.kind != Kind::Place))
            && happening.clause.contains(mention.span)
            && happening.speaker.is_none_or(|speaker| !speaker.words.contains(mention.span))
            && !is_owner(text, mention.span, happening.word)
            && !(is_mutual && is_inset(text, mention.span, happening.word))
            && !(is_mutual && mention.form == Form::Reference && is_far_before(text, mention.span, happening.word))
    });
    let mut who: Vec<EntityIx> = takes_part.map(|mention| mention.entity).collect();
    who.extend(speaking_of_oneself(text, names, happening));
    who.sort_unstable();
    who.dedup();
    who
}

/// "Lind said he met them": the person who is cited, where the clause names its subject by a pronoun only.
fn speaking_of_oneself(text: &str, names: &[Mention], happening: &Happening) -> Option<EntityIx> {
    let speaker = happening.speaker?.words;
    let before = Span::new(happening.clause.start, happening.word.start).of(text);
    let is_pronoun = |word: &str| matches!(word, "he" | "she" | "He" | "She");
    before.split_whitespace().rev().take(3).any(is_pronoun).then_some(())?;
    let person = names.iter().find(|name| name.span.end == speaker.end && speaker.contains(name.span))?;
    (person.kind == Kind::Person && person.form == Form::Name).then_some(person.entity)
}

/// Whether a name owns something else than what happened: the Lind of "Lind's lawyer called", not of "Lind's two calls".
fn is_owner(text: &str, name: Span, word: Span) -> bool {
    let behind = Span::new(name.end, text.len() as u32).of(text);
    let Some(owned) = behind.strip_prefix("'s ").or_else(|| behind.strip_prefix("\u{2019}s ")) else { return false };
    let start = name.end + (behind.len() - owned.len()) as u32;
    let between = Span::new(start, word.start.max(start)).of(text);
    word.start < start || between.split_whitespace().count() > 2 || between.contains([',', '.'])
}

/// Whether a name only stands between subject and verb: the Dahl of "Lund, chosen by Dahl, met Holm".
fn is_inset(text: &str, name: Span, word: Span) -> bool {
    name.end < word.start && Span::new(0, name.start).of(text).ends_with(" by ")
}

/// Whether a reference belongs to another verb: the "he" of "he had misread the log of Lund's calls".
fn is_far_before(text: &str, reference: Span, word: Span) -> bool {
    const NEAR_WORDS: usize = 3;
    Span::new(reference.end, word.start.max(reference.end)).of(text).split_whitespace().count() > NEAR_WORDS
}

/// Gives those who take part to the happenings of one document that leave them out.
fn complete(told: &mut [Told<'_>]) {
    for at in 0..told.len() {
        let earlier = (at.saturating_sub(4 * REACH)..at).rev();
        fill(told, at, earlier);
    }
    for at in (0..told.len()).rev() {
        let later = at + 1..(at + 1 + 4 * REACH).min(told.len());
        fill(told, at, later);
    }
}

fn fill(told: &mut [Told<'_>], at: usize, others: impl Iterator<Item = usize>) {
    let Some(own) = told.get(at) else { return };
    let Some(class) = own.class() else { return };
    let wanted = if class.is_mutual { 2 } else { 1 };
    if own.who.len() >= wanted {
        return;
    }
    let fits = |other: &&Told<'_>| {
        let is_alike = other.class().is_some_and(|other| other == class || (other.is_mutual && class.is_mutual));
        let distance = other.passage.0.abs_diff(own.passage.0);
        is_alike
            && other.who.len() >= wanted
            && own.who.iter().all(|who| other.who.contains(who))
            && (!own.who.is_empty() || distance <= NEAR)
    };
    let near = others.filter_map(|other| told.get(other)).filter(|other| other.class().is_some()).take(REACH);
    if let Some(who) = near.into_iter().find(fits).map(|other| other.who.clone())
        && let Some(own) = told.get_mut(at)
    {
        own.who = who;
    }
}

/// Whether the two stretches of words name somebody in common: a word with a capital that stands in both.
pub(super) fn share_a_name(one: &str, other: &str) -> bool {
    let names = |words: &str| -> Vec<String> {
        let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
        words.split(|c: char| !c.is_alphanumeric()).filter(capital).map(fold).collect()
    };
    let common = ["the", "a", "an"];
    let own = names(other);
    names(one).iter().any(|name| own.contains(name) && !common.contains(&name.as_str()))
}
