//! [`Said`]: what a happening says of its day, its count or its order, and the sides that these make.

use chrono::NaiveDate;

use crate::calendar::When;
use crate::model::{
    Cited, Claim, Count, Differing, DocumentIx, EntityIx, Form, Kind, Order, PassageIx, References, Resolved, Side,
    Speaker, Stance, Value, Withdrawal,
};
use crate::text::{Span, one_line};

use super::Told;

/// Something said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// Of which happening.
    pub(super) told: usize,
    pub(super) document: DocumentIx,
    pub(super) passage: PassageIx,
    /// The words that say it.
    pub(super) span: Span,
    pub(super) what: What,
    pub(super) speaker: Option<Speaker>,
    /// Whether its words set it against something else that was said ("originally", "actually", "not").
    pub(super) is_contrast: bool,
}

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Day(NaiveDate),
    Count(Count),
    /// With the clause of what it came before or after.
    Order(Order, Span),
}

impl What {
    /// Whether both are the same side.
    pub(super) fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Order(one, _), Self::Order(other, _)) => one == other,
            _ => self == other,
        }
    }

    fn order(self) -> (Option<NaiveDate>, Option<Count>, Option<Order>) {
        match self {
            Self::Day(day) => (Some(day), None, None),
            Self::Count(count) => (None, Some(count), None),
            Self::Order(order, _) => (None, None, Some(order)),
        }
    }
}

/// The days on which a happening is said to have been, where a single day is told.
pub(super) fn days<'a>(resolved: &'a Resolved, told: &'a [Told<'_>], at: usize) -> impl Iterator<Item = Said> + 'a {
    let found = told.get(at).into_iter();
    found.flat_map(move |told| {
        let each = told.times.iter().zip(&told.happening.dates);
        each.filter_map(move |(time, date)| {
            let time = resolved.times.get((*time)?.index())?;
            let day = time.when.days().single().filter(|_| !time.expression.confidence.is_doubtful())?;
            let speaker = date.speaker.or(if date.is_denied { None } else { told.happening.speaker });
            // What is only denied is nobody's account.
            (!date.is_denied || speaker.is_some()).then(|| Said {
                told: at,
                document: told.document,
                passage: told.passage,
                span: date.time,
                what: What::Day(day),
                speaker,
                is_contrast: date.is_denied
                    || date.is_corrected
                    || speaker.is_some_and(|speaker| speaker.stance != Stance::Holds),
            })
        })
    })
}

/// The sides, least first; `withdrawn` tells where something said was taken back.
pub(super) fn sides(
    resolved: &Resolved,
    what: Differing,
    said: &[Said],
    withdrawn: impl Fn(&Said, &[Said]) -> Option<Withdrawal>,
) -> Vec<Side> {
    let mut sorted = said.to_vec();
    sorted.sort_by_cached_key(|said| (said.what.order(), said.passage, said.span));
    let other = sorted.first().map(|first| other_words(resolved, first)).unwrap_or_default();
    let mut sides = Vec::new();
    for same in sorted.chunk_by(|one, next| one.what.is_same(next.what)) {
        let Some(first) = same.first() else { continue };
        let mut claims: Vec<Claim> = Vec::new();
        for said in same {
            let speaker = said.speaker.map(|speaker| cited(resolved, said.passage, speaker.words));
            // "the next day, Dec. 29": twice the same, said once.
            if claims.last().is_some_and(|last| last.passage == said.passage && last.speaker == speaker) {
                continue;
            }
            let withdrawn = if what == Differing::Date { withdrawn(said, &sorted) } else { None };
            claims.push(Claim { passage: said.passage, span: said.span, speaker, withdrawn });
        }
        let value = match first.what {
            What::Day(day) => Value::Date(When::day(day)),
            What::Count(count) => Value::Count(count),
            What::Order(order, _) => Value::Order(order, other.clone()),
        };
        sides.push(Side { value, claims });
    }
    sides
}

/// The words of what something came before or after, on one line, without the word that joins them.
fn other_words(resolved: &Resolved, said: &Said) -> String {
    const LONGEST: usize = 8;
    let What::Order(_, clause) = said.what else { return String::new() };
    let words = clause.of(resolved.text_of(said.passage));
    let joins = ["before", "after", "when", "as", "that", "of", "on", "following"];
    let mut words: Vec<&str> = words.split_whitespace().skip_while(|word| joins.contains(word)).collect();
    if words.len() > LONGEST {
        words.truncate(LONGEST);
    }
    words.join(" ").trim_end_matches([',', '.', ';']).to_owned()
}

/// Who is cited: as the passage names them, and whom that names, where their name opens or closes it.
pub(super) fn cited(resolved: &Resolved, passage: PassageIx, words: Span) -> Cited {
    let name = one_line(words.of(resolved.text_of(passage))).into_owned();
    Cited { entity: speaker_entity(resolved, passage, words).filter(|_| !name.contains(',')), name }
}

fn speaker_entity(resolved: &Resolved, passage: PassageIx, words: Span) -> Option<EntityIx> {
    let here = resolved.mentions_in(passage);
    let names = || here.iter().filter(|mention| mention.form != Form::Camp && mention.kind != Kind::Place);
    let text = resolved.text_of(passage);
    let is_whole = |name: Span| {
        let rest = Span::new(name.end, words.end).of(text);
        rest.is_empty() || rest.starts_with(" at ") || rest.starts_with(" of ")
    };
    let opens = names().find(|mention| mention.span.start == words.start && is_whole(mention.span));
    let closes = || names().find(|mention| mention.span.end == words.end && words.contains(mention.span));
    let references = resolved.references_in(passage).iter();
    let stands = || {
        let mut sure = references.filter(|reference| References::Sure.hold(reference));
        sure.find(|reference| reference.span == words)
    };
    opens.or_else(closes).or_else(stands).map(|mention| mention.entity)
}
