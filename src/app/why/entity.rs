//! Why an entity is one: its names, and how its mentions were found and linked.

use crate::app::dates::publication_words;
use crate::app::strand::{Strand, counted};
use crate::corpus::Corpus;
use crate::model::{Cue, Entity, EntityIx, LinkRule, References, Target};

use super::{Explanation, passage_words, place, sources};

/// Names that are listed.
const NAMES: usize = 12;

/// Why the mentions of an entity are taken for one.
pub fn entity(corpus: &Corpus, at: EntityIx) -> Explanation {
    let entity = corpus.entity(at);
    let strand = Strand::new(corpus, &[Target::Entity(entity.id)], None, References::Hidden);
    let mut why = Explanation::new(&entity.name);
    let doubt = if entity.is_doubtful { ", doubtful: every sign is weak" } else { "" };
    why.fact("kind", format!("{}{doubt}", entity.kind.name()));
    why.fact(
        "mentions",
        format!(
            "{} of {}",
            strand.counts(),
            sources(strand.documents.len(), corpus.origins_of(strand.documents.iter().map(|(at, _)| *at)))
        ),
    );
    if let Some((first, last)) = corpus.seen(at) {
        let day = |document| publication_words(corpus.publication(document));
        let days = (day(first), day(last));
        why.fact("seen", if days.0 == days.1 { days.0 } else { format!("first {}, last {}", days.0, days.1) });
    }
    if entity.references > 0 {
        why.fact("references", format!("{} besides, counted apart", counted(entity.references as usize, "reference")));
    }
    if !entity.roles.is_empty() {
        why.fact("roles", entity.roles.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", "));
    }
    let names = entity.aliases.iter().take(NAMES).map(|alias| format!("“{}” {}×", alias.text, alias.count));
    why.fact("named", names.collect::<Vec<_>>().join(", "));
    let mentions = || corpus.mentions_of(at).map(|mention| corpus.mention(mention));
    candidates(corpus, entity, &mut why);
    why.heading("How its mentions were found");
    for (cue, count) in tally(mentions().map(|mention| mention.cue)) {
        why.fact(&format!("{count}×"), Cue::words(cue));
    }
    why.heading("How they were linked");
    for (rule, count) in tally(mentions().map(|mention| mention.link.rule)) {
        why.fact(&format!("{count}×"), LinkRule::words(rule));
        let example = mentions().find(|mention| mention.link.rule == rule);
        if let Some(example) = example {
            let document = corpus.passage(example.passage).document;
            why.quote(&place(corpus, document, example.span), &passage_words(corpus, document, example.span));
        }
    }
    let references = || corpus.references_of(at).filter(|reference| References::Sure.hold(reference));
    if references().next().is_some() {
        why.heading("How references were linked");
    }
    for (rule, count) in tally(references().map(|reference| reference.link.rule)) {
        why.fact(&format!("{count}×"), LinkRule::words(rule));
        let example = references().find(|reference| reference.link.rule == rule);
        if let Some(example) = example {
            let document = corpus.passage(example.passage).document;
            why.quote(&place(corpus, document, example.span), &passage_words(corpus, document, example.span));
        }
    }
    why.keys(&[
        ("M", "it is the same as somebody else"),
        ("S", "some of its mentions are somebody else's"),
        ("=", "another name or kind"),
        ("X", "it is nobody: hide it"),
    ]);
    why
}

/// Whom a name could mean that several people bear.
pub(super) fn candidates(corpus: &Corpus, entity: &Entity, why: &mut Explanation) {
    let people = entity.could_be.iter().filter_map(|id| corpus.entity_ix(*id)).map(|at| corpus.entity(at));
    for (number, person) in people.take(NAMES).enumerate() {
        let label = if number == 0 { "could be" } else { "" };
        let role = person.roles.first().map_or_else(String::new, |role| format!("{role}, "));
        why.fact(label, format!("{} ({role}{})", person.name, counted(person.mentions as usize, "mention")));
    }
}

/// How often each comes, most often first.
fn tally<T: Ord + Copy>(all: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    let mut counts: Vec<(T, usize)> =
        all.chunk_by(|a, b| a == b).filter_map(|same| Some((*same.first()?, same.len()))).collect();
    counts.sort_by_key(|(item, count)| (std::cmp::Reverse(*count), *item));
    counts
}
