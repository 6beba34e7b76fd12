//! All that an entity is called, and where: names, the names of its people, references, roles, documents, each counted.

use std::collections::BTreeMap;

use crate::app::dates::publication_in_short;
use crate::app::strand::document_name;
use crate::corpus::Corpus;
use crate::model::{EntityIx, Form, Mention, References};
use crate::text::fold;

use super::{Explanation, sources};

/// Wordings of a kind that are listed.
const WORDINGS: usize = 40;

/// What the entity at `at` is called.
pub fn names(corpus: &Corpus, at: EntityIx) -> Explanation {
    let entity = corpus.entity(at);
    let mentions: Vec<&Mention> = corpus.mentions_of(at).map(|at| corpus.mention(at)).collect();
    let of_form = |form: Form| mentions.iter().copied().filter(move |mention| mention.form == form);
    let mut told = Explanation::new(&entity.name);
    told.fact("kind", entity.kind.name());
    let undated = || Some((entity.documents.first()?.0, entity.documents.last()?.0));
    if let Some((first, last)) = corpus.seen(at).or_else(undated) {
        let seen = |at| format!("{} ({})", publication_in_short(corpus.publication(at)), document_name(corpus, at));
        told.fact("first seen", seen(first));
        told.fact("last seen", seen(last));
    }
    if !entity.roles.is_empty() {
        told.fact("roles", entity.roles.join(", "));
    }
    list(corpus, "Names", of_form(Form::Name), &mut told);
    list(corpus, "Camp: the person's team, campaign or administration, not the person", of_form(Form::Camp), &mut told);
    let sure = corpus.references_of(at).filter(|reference| References::Sure.hold(reference));
    list(corpus, "References: roles, pronouns and calls, counted apart", sure, &mut told);
    told.heading(&format!(
        "In {}",
        sources(entity.documents.len(), corpus.origins_of(entity.documents.iter().map(|(at, _)| *at)))
    ));
    for (document, count) in &entity.documents {
        told.fact(&format!("{count}×"), document_name(corpus, *document));
    }
    told
}

/// The different wordings under a heading, most frequent first.
fn list<'c>(corpus: &Corpus, heading: &str, mentions: impl Iterator<Item = &'c Mention>, told: &mut Explanation) {
    let mut wordings: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for mention in mentions {
        let words = corpus.quote(corpus.passage(mention.passage).document, mention.span);
        // Where a sentence begins, "He" is "he".
        let key = if mention.form == Form::Reference { fold(words) } else { words.to_owned() };
        wordings.entry(key).or_insert_with(|| (words.to_owned(), 0)).1 += 1;
    }
    if wordings.is_empty() {
        return;
    }
    let mut wordings: Vec<(String, usize)> = wordings.into_values().collect();
    wordings.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
    told.heading(&format!("{heading}: {}", wordings.iter().map(|(_, count)| count).sum::<usize>()));
    for (words, count) in wordings.iter().take(WORDINGS) {
        told.fact(&format!("{count}×"), words);
    }
    if wordings.len() > WORDINGS {
        told.fact("", format!("and {} more", wordings.len() - WORDINGS));
    }
}
