//! Where something said was taken back, and by whom: told as what was first said ("originally"), or followed by words that take it back
//! and another account of the same.

use crate::model::{PassageIx, Resolved, Stance, Withdrawal};

use super::TakenBack;
use super::said::{Said, cited};
use crate::resolve::events::told::share_a_name;

/// How many passages behind it something may be taken back.
const REACH: u32 = 8;
/// How far the other account may stand behind the words that take the first one back.
const ACCOUNT: u32 = 3;

/// Where what `said` tells was taken back; `all` is what is said of the same event.
pub(super) fn find(resolved: &Resolved, taken_back: &[TakenBack<'_>], said: &Said, all: &[Said]) -> Option<Withdrawal> {
    let speaker = said.speaker?;
    let others = || all.iter().filter(|other| other.document == said.document && other.what != said.what);
    if speaker.stance == Stance::AtFirst {
        let other = others().filter(|other| other.passage >= said.passage).find_map(|other| {
            let concedes = other.speaker.filter(|speaker| speaker.stance == Stance::Concedes)?;
            Some(Withdrawal {
                passage: other.passage,
                span: concedes.says,
                by: Some(cited(resolved, other.passage, concedes.words)),
            })
        });
        let own = || Withdrawal {
            passage: said.passage,
            span: speaker.says,
            by: Some(cited(resolved, said.passage, speaker.words)),
        };
        return Some(other.unwrap_or_else(own));
    }
    let words = speaker.words.of(resolved.text_of(said.passage));
    let first = taken_back.partition_point(|back| back.passage < said.passage);
    let near = taken_back.iter().skip(first).take_while(|back| back.passage <= PassageIx(said.passage.0 + REACH));
    let mut own = near.filter(|back| back.document == said.document);
    own.find_map(|back| {
        let by = back.retraction.by?;
        let is_theirs = share_a_name(by.of(resolved.text_of(back.passage)), words);
        let corrects = |other: &Said| other.passage >= back.passage && other.passage.0 <= back.passage.0 + ACCOUNT;
        (is_theirs && others().any(corrects)).then(|| Withdrawal {
            passage: back.passage,
            span: back.retraction.words,
            by: Some(cited(resolved, back.passage, by)),
        })
    })
}
