//! Why a name or a time in a text is read as it is.

use crate::app::dates::{days_words, publication_words, when_words};
use crate::app::strand::label;
use crate::calendar::Symbolic;
use crate::corpus::Corpus;
use crate::model::{Anchor, DocumentIx, Form, Mention, Target, TimeMention};

use super::chain::chain;
use super::document;
use super::entity::candidates;
use super::{Explanation, passage_words, place};

/// Why `mention` is a name and whose.
pub fn mention(corpus: &Corpus, mention: &Mention) -> Explanation {
    let document = corpus.passage(mention.passage).document;
    let entity = corpus.entity(mention.entity);
    let mut why = Explanation::new(corpus.quote(document, mention.span));
    why.fact("stands for", format!("{} ({})", entity.name, entity.kind.name()));
    let same_place = corpus.references_in(mention.passage).iter().filter(|other| other.span == mention.span);
    for other in same_place.filter(|other| other.entity != mention.entity) {
        why.fact("and for", &corpus.entity(other.entity).name);
    }
    match mention.form {
        Form::Name => {}
        Form::Camp => why.fact("form", "camp: a person's team or administration, not the person acting"),
        Form::Reference => why.fact("form", "reference: a role or pronoun"),
    }
    match mention.form {
        Form::Reference => why.fact("found by", mention.cue.words()),
        Form::Name | Form::Camp => {
            why.fact("found by", format!("{} ({} % sure)", mention.cue.words(), mention.confidence.0));
        }
    }
    why.fact("linked by", format!("{} ({} % sure)", mention.link.rule.words(), mention.link.confidence.0));
    candidates(corpus, entity, &mut why);
    if let Some(evidence) = mention.link.evidence {
        let evidence = corpus.mention(evidence);
        let document = corpus.passage(evidence.passage).document;
        why.fact("evidence", place(corpus, document, evidence.span));
        why.quote("", &passage_words(corpus, document, evidence.span));
    }
    why.heading("Where it stands");
    why.fact("place", place(corpus, document, mention.span));
    why.quote("", &passage_words(corpus, document, mention.span));
    why.keys(&[
        ("+", "this name is whom it stands for, for certain"),
        ("X", "it is not"),
        ("M", "it is somebody else, whom you choose"),
        ("=", "another name or kind for all of them"),
    ]);
    why
}

/// Why `time` comes to its value.
pub fn time(corpus: &Corpus, time: &TimeMention) -> Explanation {
    let document = corpus.passage(time.passage).document;
    let mut why = Explanation::new(corpus.quote(document, time.expression.span));
    reading(corpus, document, time, &mut why);
    why.heading("Where it stands");
    why.fact("place", place(corpus, document, time.expression.span));
    why.quote("", &passage_words(corpus, document, time.expression.span));
    if time.expression.anchor == Anchor::Publication {
        document::candidates(corpus.publication(document), &mut why);
    }
    why.keys(&[("T", "set what it means")]);
    why
}

/// How a time was read.
pub(super) fn reading(corpus: &Corpus, document: DocumentIx, time: &TimeMention, why: &mut Explanation) {
    why.fact("means", when_words(time.when));
    why.fact("value", format!("{} {}", time.expression.kind.name(), time.when.timex()));
    if let Some(edtf) = time.when.edtf() {
        why.fact("EDTF", edtf);
    }
    let days = time.when.days();
    let words = days_words(days);
    if !days.is_unknown() && words != when_words(time.when) {
        why.fact("days", words);
    }
    why.fact("read by", format!("rule {} ({} % sure)", time.expression.rule, time.expression.confidence.0));
    let anchor = match time.expression.anchor {
        Anchor::Absolute => "nothing: it stands by itself".to_owned(),
        Anchor::Publication => {
            let publication = corpus.publication(document);
            let inferred = if publication.is_inferred { " (inferred)" } else { "" };
            format!("the publication date, {}{inferred}", publication_words(publication))
        }
        Anchor::Other(span) => format!("“{}” in the same text", corpus.quote(document, span)),
        Anchor::Nothing => "nothing: it is a length, a set or a vague word".to_owned(),
    };
    why.fact("hangs on", anchor);
    if !matches!(time.expression.symbolic, Symbolic::Fixed(_)) || matches!(time.expression.anchor, Anchor::Other(_)) {
        why.fact("chain", chain(corpus, time));
    }
    if let Some(event) = time.event {
        why.fact("dates", label(corpus, &Target::Event(corpus.event(event).id)));
    }
}
