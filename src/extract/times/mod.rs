//! Time expressions: what states a time, and what it says.
//!
//! One pass over the tokens finds where an expression may begin, a rule reads it ([`rules`]); a second pass resolves what hangs on
//! other expressions ([`anchors`]). Values stay symbolic where they wait for the publication date. It never guesses that date, and
//! makes no event.

mod anchors;
mod event_days;
mod found;
mod lexicon;
#[cfg(test)]
mod marked;
mod quantity;
mod rules;
mod sentence;
mod story;
mod tense;
mod years;

use crate::calendar::{Modifier, Symbolic};
use crate::model::{Anchor, Confidence, ExtractedMention, ExtractedPassage, Kind, TimeExpression, TimexType};
use crate::text::{Span, Token};

use anchors::{Candidate, resolve};
use found::{Core, Lead, Meaning};
use lexicon::Word;
use sentence::{MonthPeople, Sentence};

/// The time expressions of a document, in the order of the text: never empty, never overlapping, each inside one passage.
pub(super) fn times<'d>(
    text: &'d str,
    passages: impl Iterator<Item = (&'d ExtractedPassage, &'d [Token])>,
    mentions: &[ExtractedMention],
) -> Vec<TimeExpression> {
    let names: Vec<(Span, Kind)> = mentions.iter().map(|mention| (mention.span, mention.kind)).collect();
    let people = month_people(text, mentions);
    let tokens: Vec<&[Token]> = passages.map(|(_, tokens)| tokens).collect();
    let mut candidates = Vec::new();
    for (passage, tokens) in tokens.iter().enumerate() {
        let sentence = Sentence::new(text, tokens, &names, people);
        find(&sentence, passage, &mut candidates);
    }
    years::settle(&mut candidates);
    let values = resolve(text, &tokens, &candidates);
    let expressions = candidates.iter().zip(values);
    expressions.filter_map(|(candidate, value)| value.map(|(said, from)| expression(candidate, said, from))).collect()
}

fn expression(candidate: &Candidate, symbolic: Symbolic, from: Option<Span>) -> TimeExpression {
    let Candidate { span, core, tense, .. } = *candidate;
    let anchor = match (from, symbolic) {
        (Some(from), _) => Anchor::Other(from),
        (None, Symbolic::Relative(_)) => Anchor::Publication,
        (None, Symbolic::Fixed(when)) if when.days().is_unknown() => Anchor::Nothing,
        (None, Symbolic::Fixed(_)) => Anchor::Absolute,
    };
    TimeExpression {
        span,
        kind: core.kind,
        symbolic,
        anchor,
        tense,
        rule: core.rule,
        confidence: Confidence(core.confidence),
    }
}

/// Reads a passage from left to right; where an expression begins, the longest reading from there is taken.
fn find(sentence: &Sentence<'_>, passage: usize, candidates: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < sentence.len() {
        match may_begin(sentence, at).then(|| expression_at(sentence, at)).flatten() {
            Some((start, core)) if core.end > at => {
                let span = sentence.span(start, core.end);
                let core = since(sentence, start, core);
                let tense = tense::of_date(sentence, start, core.end);
                let is_flashback = tense::is_flashback(sentence, start, core.end);
                let is_aside = is_aside(sentence, start, &core);
                candidates.push(Candidate {
                    span,
                    core,
                    tense,
                    passage,
                    tokens: (start, core.end),
                    is_flashback,
                    is_aside,
                });
                at = core.end;
            }
            _ => at += 1,
        }
    }
}

/// Whether an expression may begin at `at`: no more than a glance, for most words begin none.
fn may_begin(s: &Sentence<'_>, at: usize) -> bool {
    match s.word(at) {
        // A number, an apostrophe ("'80s"), "Q3", "AD".
        Word::Other => matches!(s.text(at).as_bytes().first(), Some(b'0'..=b'9' | b'\'' | 0xE2 | b'Q' | b'A')),
        Word::PastVerb
        | Word::PastReport
        | Word::PresentVerb
        | Word::FutureCue
        | Word::Until
        | Word::Of
        | Word::In
        | Word::Than
        | Word::Ago
        | Word::Before
        | Word::After
        | Word::Old
        | Word::Zone
        | Word::Meridiem(_)
        | Word::Least => false,
        _ => true,
    }
}

/// Whether a date is named beside the story: how long something went on, when somebody was born, which treaty is meant.
fn is_aside(s: &Sentence<'_>, start: usize, core: &Core) -> bool {
    let is_limit =
        matches!(s.word_before(start), Word::Until | Word::Before | Word::After) && s.word_before(start) != Word::Other;
    let is_limit =
        (is_limit && !s.is(start.wrapping_sub(1), &["by"])) || s.is(start.wrapping_sub(1), &["since", "born", "died"]);
    let is_bracketed = s.text_before(start) == "(" || s.text(core.end) == ")";
    // "the treaty of 1839", "the 1936 constitution"
    let is_year = core.precision() == Some(crate::calendar::Precision::Year) && start + 1 == core.end;
    let names = is_year
        && (matches!(s.word_before(start), Word::The | Word::Of | Word::Article)
            || s.is_possessive(start.wrapping_sub(1)));
    is_limit || is_bracketed || names
}

/// The expression that begins at `at`: its first token and its reading.
fn expression_at(s: &Sentence<'_>, at: usize) -> Option<(usize, Core)> {
    let read = |lead: &Lead, next, modifier| rules::core(s, lead, next).map(|core| narrowed(core, modifier));
    if let Some((modifier, after)) = approximation(s, at) {
        let (the, next) = the(s, after);
        // "about the future": of it, not near it.
        let core = read(&Lead { start: at, the }, next, modifier).filter(|core| !core.is_vague());
        return core.map(|core| (at, core));
    }
    let outer = narrowing(s, at);
    let (the, next) = the(s, outer.map_or(at, |(_, after)| after));
    let lead = Lead { start: at, the };
    if outer.is_none() && the.is_some() && s.word(next) != Word::The {
        let inner = narrowing(s, next).and_then(|(modifier, after)| read(&lead, after, modifier));
        if let Some(core) = inner {
            return Some((at, core));
        }
    }
    let core = read(&lead, next, outer.and_then(|(modifier, _)| modifier))?;
    let leaves_the = outer.is_none() && the.is_some() && !core.takes_the;
    Some((if leaves_the { next } else { at }, core))
}

/// Where "the" stands, if it stands at `at`, and one past it.
fn the(s: &Sentence<'_>, at: usize) -> (Option<usize>, usize) {
    if s.word(at) == Word::The { (Some(at), at + 1) } else { (None, at) }
}

/// "early", "late", "mid-", "the end of", "earlier": what narrows the unit that follows, and one past it.
fn narrowing(s: &Sentence<'_>, at: usize) -> Option<(Option<Modifier>, usize)> {
    let the = usize::from(s.word(at) == Word::The);
    let head = at + the;
    let long = |modifier| (s.word(head + 1) == Word::Of).then_some((Some(modifier), head + 2));
    match s.word(head) {
        Word::Beginning => long(Modifier::Start),
        Word::Middle => long(Modifier::Mid),
        Word::End => long(Modifier::End),
        _ if the == 1 => None,
        Word::Early => Some((Some(Modifier::Start), s.past_hyphen(at + 1) + usize::from(s.word(at + 1) == Word::In))),
        Word::Late => Some((Some(Modifier::End), s.past_hyphen(at + 1) + usize::from(s.word(at + 1) == Word::In))),
        Word::Mid => Some((Some(Modifier::Mid), s.past_hyphen(at + 1))),
        Word::Earlier | Word::Later => {
            let next = at + 1 + usize::from(s.word(at + 1) == Word::In);
            matches!(
                s.word(next),
                Word::This | Word::That | Word::Yesterday | Word::Today | Word::Weekday(_) | Word::The
            )
            .then_some((None, next))
        }
        _ if s.is(head, &["sometime"]) => Some((None, at + 1)),
        _ => None,
    }
}

/// "about", "nearly", "more than", "at least", "up to": what an amount may be led by, and one past it.
fn approximation(s: &Sentence<'_>, at: usize) -> Option<(Option<Modifier>, usize)> {
    match (s.word(at), s.word(at + 1)) {
        (Word::About, _) => Some((None, at + 1)),
        (Word::Nearly, _) => Some((Some(Modifier::Less), at + 1)),
        (Word::More, Word::Than) | (Word::At, Word::Least) => Some((Some(Modifier::More), at + 2)),
        (Word::More, Word::Number(_) | Word::Article) if s.is(at, &["over"]) => Some((Some(Modifier::More), at + 1)),
        (Word::Less, Word::Than) => Some((Some(Modifier::Less), at + 2)),
        (_, Word::More) if s.is(at, &["no", "not"]) && s.word(at + 2) == Word::Than => {
            Some((Some(Modifier::Less), at + 3))
        }
        _ if s.is(at, &["up"]) && s.is(at + 1, &["to"]) => Some((Some(Modifier::Less), at + 2)),
        _ => None,
    }
}

/// "since 2013": the date, and all that follows it.
fn since(s: &Sentence<'_>, start: usize, core: Core) -> Core {
    let is_date = core.kind == TimexType::Date && s.is(start.wrapping_sub(1), &["since"]);
    match core.meaning {
        Meaning::Said(said) if is_date && said.modifier().is_none() => narrowed(core, Some(Modifier::After)),
        _ => core,
    }
}

fn narrowed(core: Core, modifier: Option<Modifier>) -> Core {
    match core.meaning {
        Meaning::Said(said) if modifier.is_some() => Core { meaning: Meaning::Said(said.narrowed(modifier)), ..core },
        _ => core,
    }
}

/// The months that are also the last name of somebody whom the document names.
fn month_people(text: &str, mentions: &[ExtractedMention]) -> MonthPeople {
    let people = mentions.iter().filter(|mention| mention.kind == Kind::Person);
    people.fold(MonthPeople::default(), |known, person| {
        let name = person.span.of(text);
        let words = name.split_whitespace();
        let in_order = words.clone().count() > 1;
        let named = words.into_iter().find_map(|word| match lexicon::word(word) {
            Word::Month(month) | Word::DoubtfulMonth(month) if in_order => Some(month),
            _ => None,
        });
        named.map_or(known, |month| known.with(month))
    })
}

#[cfg(test)]
mod tests {
    use super::marked::{check, found};
    use crate::calendar::Days;
    use crate::model::Anchor;
    use proptest::prelude::*;

    #[test]
    fn what_leads_in_belongs_to_it() {
        check("It took [nearly two months=P2M] and [more than four hours=PT4H].");
        check("They agreed [early this year=2017] on [the end of December=2016-12].");
        check("He waited [at least 30 days=P30D] until [mid-1996=1996].");
    }

    #[test]
    fn typographic_signs_are_signs() {
        check("On\u{a0}[Dec.\u{a0}29=2016-12-29], [Friday=2017-01-13]\u{2019}s talks ended.");
        check("From [2009=2009]\u{2013}[2010=2010] nothing moved.");
        check("In [Sept. 2016=2016-09] it sank; [the \u{2019}80s=198] were calm.");
    }

    #[test]
    fn numbers_that_are_no_times_stay_untagged() {
        check("The 35 envoys of 27 countries saw two dozen 16x9 pictures on Channel NBC-5.");
        check("His key is D861 374F 4575 134B 09D9 and he paid $2016 for 1990 shares.");
        check("It was a tit-for-tat season and a crucial time for the first of many.");
    }

    #[test]
    fn what_depends_on_the_publication_says_so() {
        let text = "They met on Dec. 29, 2016, and again Friday, three days after the vote of the day before.";
        let anchors: Vec<Anchor> = found(text).iter().map(|time| time.anchor).collect();
        assert_eq!(anchors[..2], [Anchor::Absolute, Anchor::Publication]);
    }

    #[test]
    fn since_reaches_on() {
        let text = "He has served since 2013.";
        let edtf = found(text).first().and_then(|time| time.symbolic.resolve(Days::UNKNOWN).edtf());
        assert_eq!(edtf.as_deref(), Some("2013/.."));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn nothing_panics_and_spans_are_in_order(
            words in proptest::collection::vec(
                prop_oneof![
                    Just("the day before"), Just("that day"), Just("May"), Just("March"), Just("Dec. 29"), Just("2016"), Just("'"),
                    Just("12/29"), Just("2016-12-29"), Just("p.m."), Just("2"), Just(","), Just("quarter"), Just("-"), Just("Friday"),
                    Just("last"), Just("of"), Just("the"), Just("a"), Just("year"), Just("ago"), Just("half"), Just("hundred"),
                    Just("999999999"), Just("\u{2019}80s"), Just("nineteen"), Just("first"), Just("end"), Just("\n\n"), Just("é\u{301}"),
                ],
                0..24,
            ),
            noise in ".{0,24}",
        ) {
            let text = format!("{} {noise}", words.join(" "));
            let times = found(&text);
            let mut end = 0;
            for time in &times {
                prop_assert!(time.span.start >= end && !time.span.is_empty() && !time.span.of(&text).is_empty());
                end = time.span.end;
                for publication in [Days::UNKNOWN, Days::on("2017-01-14".parse().unwrap()), Days::on(chrono::NaiveDate::MIN)] {
                    let when = time.symbolic.resolve(publication);
                    prop_assert!(!when.timex().is_empty());
                    let days = when.days();
                    prop_assert!(days.earliest.zip(days.latest).is_none_or(|(from, to)| from <= to), "{when:?}");
                }
            }
        }
    }
}
