//! How often each rule that links a mention to a person is right.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use crate::corpus::Corpus;
use crate::model::{EntityIx, LinkRule};

use super::measure::Measured;

/// The links that a rule made.
#[derive(Clone, Copy, Debug, Default)]
struct Links {
    all: u32,
    right: u32,
}

/// Prints for each rule how many of its links lead to the one whom the entity's full names name. Entities without a full name whose
/// bearer is known are passed over.
///
/// # Errors
/// When `out` can't be written to.
pub fn list(corpus: &Corpus, measured: &Measured<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rule = |at| corpus.mention(at).link.rule;
    let is_full = |at| matches!(rule(at), LinkRule::SameName | LinkRule::NameVariant);
    let mut bearers: HashMap<EntityIx, BTreeMap<&str, u32>> = HashMap::new();
    for item in measured.aligned.iter().filter(|item| is_full(item.at)) {
        *bearers.entry(item.entity).or_default().entry(item.identity).or_default() += 1;
    }
    let mut links: BTreeMap<LinkRule, Links> = BTreeMap::new();
    for item in &measured.aligned {
        let bearer = bearers.get(&item.entity).and_then(|names| names.iter().max_by_key(|(_, count)| **count));
        if let Some((bearer, _)) = bearer {
            let links = links.entry(rule(item.at)).or_default();
            links.all += 1;
            links.right += u32::from(*bearer == item.identity);
        }
    }
    writeln!(out, "  links that are right, by rule")?;
    for (rule, links) in links {
        writeln!(out, "    {:6} of {:6}  {}", links.right, links.all, rule.words())?;
    }
    Ok(())
}
