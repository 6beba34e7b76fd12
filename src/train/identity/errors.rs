//! What costs most: identities that were split, entities in which identities were mixed, names that were missed.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::io::{self, Write};

use crate::corpus::Corpus;
use crate::model::{EntityIx, MentionIx};

use super::measure::{Aligned, Measured};

/// Lines of each list.
const LISTED: usize = 40;

/// Wordings that a line shows.
const WORDINGS: usize = 5;

/// Prints the costliest errors of each sort.
///
/// # Errors
/// When `out` can't be written to.
pub fn list(corpus: &Corpus, measured: &Measured<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  split (mentions, identity: entities with their mentions)")?;
    for (cost, identity, parts) in costliest(&measured.aligned, |item| item.identity, |item| item.entity) {
        let parts = parts.iter().map(|(entity, items)| shown(corpus, *entity, items));
        writeln!(out, "    {cost:6.1}  {identity}: {}", parts.collect::<Vec<_>>().join(" | "))?;
    }
    writeln!(out, "  mixed (mentions, entity: identities with their mentions)")?;
    for (cost, entity, parts) in costliest(&measured.aligned, |item| item.entity, |item| item.identity) {
        let parts = parts.iter().map(|(identity, items)| format!("{identity} = {}", wordings(corpus, items)));
        writeln!(out, "    {cost:6.1}  {}: {}", corpus.entity(entity).name, parts.collect::<Vec<_>>().join(" | "))?;
    }
    writeln!(out, "  missed")?;
    let mut missed: BTreeMap<&str, (u32, &str)> = BTreeMap::new();
    for (document, span) in &measured.missed {
        missed.entry(span.of(&document.text)).or_insert((0, &document.file)).0 += 1;
    }
    let mut missed: Vec<_> = missed.into_iter().collect();
    missed.sort_by_key(|(words, (count, _))| (std::cmp::Reverse(*count), *words));
    for (words, (count, file)) in missed.iter().take(LISTED) {
        writeln!(out, "    {count:6}  {words:?} first in {file}")?;
    }
    Ok(())
}

type Parts<P> = Vec<(P, Vec<MentionIx>)>;

/// Wholes that fell into parts, those first that cost most: the mentions that are not together with each other.
fn costliest<'g, W: Hash + Eq + Copy + Ord, P: Hash + Eq + Copy + Ord>(
    items: &[Aligned<'g>],
    whole: impl Fn(&Aligned<'g>) -> W,
    part: impl Fn(&Aligned<'g>) -> P,
) -> Vec<(f64, W, Parts<P>)> {
    let mut wholes: HashMap<W, BTreeMap<P, Vec<MentionIx>>> = HashMap::new();
    for item in items {
        wholes.entry(whole(item)).or_default().entry(part(item)).or_default().push(item.at);
    }
    let mut costly: Vec<(f64, W, Parts<P>)> = Vec::new();
    for (whole, parts) in wholes {
        let mut parts: Parts<P> = parts.into_iter().collect();
        parts.sort_by_key(|(_, items)| std::cmp::Reverse(items.len()));
        let sizes = || parts.iter().map(|(_, items)| f64::from(items.len() as u32));
        let all: f64 = sizes().sum();
        let cost = all - sizes().map(|size| size * size).sum::<f64>() / all.max(1.0);
        if parts.len() > 1 {
            costly.push((cost, whole, parts));
        }
    }
    costly.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    costly.truncate(LISTED);
    costly
}

fn shown(corpus: &Corpus, entity: EntityIx, items: &[MentionIx]) -> String {
    let rules: BTreeMap<_, usize> = items.iter().fold(BTreeMap::new(), |mut rules, at| {
        *rules.entry(corpus.mention(*at).link.rule).or_default() += 1;
        rules
    });
    format!("{} = {} {rules:?}", corpus.entity(entity).name, wordings(corpus, items))
}

/// The wordings of mentions, most frequent first, and where one of them stands.
fn wordings(corpus: &Corpus, items: &[MentionIx]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for at in items {
        let mention = corpus.mention(*at);
        *counts.entry(corpus.quote(corpus.passage(mention.passage).document, mention.span)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(words, count)| (std::cmp::Reverse(*count), *words));
    let first = items.first().map(|at| &corpus.document(corpus.passage(corpus.mention(*at).passage).document).file);
    let listed: Vec<String> = counts.iter().take(WORDINGS).map(|(words, count)| format!("{words} {count}")).collect();
    format!("[{}; {}]", listed.join(", "), first.map_or("", String::as_str))
}
