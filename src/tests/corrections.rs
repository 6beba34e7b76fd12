//! Corrections laid over a corpus: what each does, and that it holds when sources or recognizer change.

use redstring::casework::{anchor, entity_reference, reference};
use redstring::corpus::Corpus;
use redstring::load::{lay_over, load_bytes};
use redstring::model::{
    Casework, Confidence, Corrected, Correction, Cue, Digest, DocumentIx, EntityId, EntityIx, EntityRef, Form, Kind,
    LinkRule, Orphan, Part, Remark, Subject, TextAnchor, Whose, ZoneLabel,
};
use redstring::text::Span;

use super::library::corpus;

const HARBOUR: &str = "\
[Vera Holm=P Vera Holm] met [Anders Lund=P Anders Lund] on [Dec. 29, 2016=T 2016-12-29].|[Holm=P Vera Holm] left the harbour early.
Ms. [Holm=P Vera Holm] said that [Lund=P Anders Lund] had called the [Harbour Board=O Harbour Board].|The ketch was late.
";
const REPORT: &str = "\
[Anders Lund=P Anders Lund] wrote a report in [January 2017=T 2017-01].|[Vera Holm=P Vera Holm] had read it.
Mr. [Lund=P Anders Lund] was born in [Aarhus=P Aarhus], said the [Harbour Board=O Harbour Board].
";

fn articles(harbour: &str) -> Corpus {
    corpus(&[("harbour.txt", "", None, harbour), ("report.txt", "", None, REPORT)])
}

fn named(corpus: &Corpus, name: &str) -> Option<EntityIx> {
    corpus.entities().iter().position(|entity| entity.name == name).map(EntityIx::at)
}

fn entity(corpus: &Corpus, name: &str) -> EntityRef {
    let at = named(corpus, name).unwrap_or_else(|| panic!("no {name}: {}", shown(corpus)));
    let mentions = corpus.mentions_of(at).map(|at| corpus.mention(at));
    entity_reference(
        corpus.entity(at),
        mentions.map(|mention| (corpus.document(corpus.passage(mention.passage).document), mention.span)),
    )
}

/// The `nth` place of `words` in a document.
fn place(corpus: &Corpus, file: &str, words: &str, nth: usize) -> TextAnchor {
    let document = corpus.documents().iter().find(|document| document.file == file).unwrap();
    let start = document.text.match_indices(words).nth(nth).unwrap().0;
    anchor(document, Span::from(start..start + words.len())).unwrap()
}

/// Entities with kind and mentions: "Vera Holm P4, Anders Lund P3".
fn shown(corpus: &Corpus) -> String {
    let mut rows: Vec<String> = corpus
        .entities()
        .iter()
        .map(|entity| format!("{} {}{}", entity.name, &entity.kind.name()[..1].to_uppercase(), entity.mentions))
        .collect();
    rows.sort();
    rows.join(", ")
}

fn casework(corrections: &[Correction]) -> Casework {
    let numbered = corrections.iter().zip((1_u8..=255).cycle());
    Casework {
        corrections: numbered
            .map(|(correction, number)| Corrected { entry: Digest([number; 16]), correction: correction.clone() })
            .collect(),
        ..Casework::default()
    }
}

fn corrected(corpus: &Corpus, corrections: &[Correction]) -> Corpus {
    let laid = lay_over(corpus, casework(corrections));
    assert_eq!(laid.laid().orphans, []);
    check_tables(&laid);
    laid
}

/// What every corpus keeps to, whatever was corrected.
fn check_tables(corpus: &Corpus) {
    let order: Vec<_> = corpus.mentions().iter().map(|mention| (mention.passage, mention.span.start)).collect();
    assert!(order.is_sorted(), "mentions are out of order");
    for (at, entity) in corpus.entities().iter().enumerate() {
        let mentions: Vec<_> = corpus.mentions_of(EntityIx::at(at)).map(|at| corpus.mention(at)).collect();
        let names = mentions.iter().filter(|mention| mention.form != Form::Reference).count();
        assert_eq!(names, entity.mentions as usize, "{}", entity.name);
        assert_eq!(entity.aliases.iter().map(|alias| alias.count).sum::<u32>(), entity.mentions, "{}", entity.name);
        assert_eq!(entity.documents.iter().map(|(_, count)| count).sum::<u32>(), entity.mentions, "{}", entity.name);
    }
    for document in corpus.documents() {
        let mut end = 0;
        for zone in &document.zones {
            assert_eq!(zone.span.start, end, "zones of {} leave a gap", document.file);
            end = zone.span.end;
        }
        assert_eq!(end as usize, document.text.len());
    }
}

fn check(corrections: impl FnOnce(&Corpus) -> Vec<Correction>, expected: &str) -> Corpus {
    let corpus = articles(HARBOUR);
    assert_eq!(shown(&corpus), FOUND);
    let laid = corrected(&corpus, &corrections(&corpus));
    assert_eq!(shown(&laid), expected);
    assert_eq!(shown(&corrected(&laid, &[])), FOUND, "what is taken back is gone");
    laid
}

const FOUND: &str = "Aarhus P1, Anders Lund P4, Harbour Board O2, Vera Holm P4";

#[test]
fn a_merge_makes_one_of_two_and_redirects_the_other_id() {
    let lund = entity(&articles(HARBOUR), "Anders Lund");
    let merge = |corpus: &Corpus| {
        vec![Correction::Merge { into: entity(corpus, "Vera Holm"), others: vec![entity(corpus, "Anders Lund")] }]
    };
    let laid = check(merge, "Aarhus P1, Harbour Board O2, Vera Holm P8");
    let holm = named(&laid, "Vera Holm").unwrap();
    assert_eq!(laid.entity_ix(lund.id), Some(holm));
    let rules: Vec<_> = laid.mentions_of(holm).map(|at| laid.mention(at).link.rule).collect();
    assert_eq!(rules.iter().filter(|rule| **rule == LinkRule::Merged).count(), 4);
}

#[test]
fn merges_follow_one_another() {
    let chain = |corpus: &Corpus| {
        let [holm, lund, board] = ["Vera Holm", "Anders Lund", "Harbour Board"].map(|name| entity(corpus, name));
        vec![
            Correction::Merge { into: lund.clone(), others: vec![holm.clone()] },
            Correction::Merge { into: board.clone(), others: vec![holm, board, lund] },
        ]
    };
    check(chain, "Aarhus P1, Harbour Board O10");
}

#[test]
fn a_split_is_by_alias_by_document_or_by_mention() {
    let split = |part: Part, name: Option<&'static str>| {
        move |corpus: &Corpus| {
            vec![Correction::Split { from: entity(corpus, "Anders Lund"), part, name: name.map(str::to_owned) }]
        }
    };
    let rest = "Aarhus P1, Anders Lund P2, Harbour Board O2";
    check(split(Part::Alias("LUND".into()), None), &format!("{rest}, Lund P2, Vera Holm P4"));
    let report = reference(articles(HARBOUR).documents().iter().find(|one| one.file == "report.txt").unwrap());
    check(split(Part::Documents(vec![report]), Some("A. Lund")), &format!("A. Lund P2, {rest}, Vera Holm P4"));
    let mention = place(&articles(HARBOUR), "report.txt", "Lund", 1);
    let laid = check(
        split(Part::Mentions(vec![mention]), Some("Per Lund")),
        "Aarhus P1, Anders Lund P3, Harbour Board O2, Per Lund P1, Vera Holm P4",
    );
    let per = named(&laid, "Per Lund").unwrap();
    assert!(laid.mentions_of(per).all(|at| laid.mention(at).link.rule == LinkRule::Reader));
}

#[test]
fn names_and_kinds_are_the_readers() {
    let rename = |corpus: &Corpus| {
        vec![
            Correction::Rename { entity: entity(corpus, "Vera Holm"), name: "Vera Holmberg".into() },
            Correction::ChangeKind { entity: entity(corpus, "Aarhus"), kind: Kind::Place },
        ]
    };
    let laid = check(rename, "Aarhus P1, Anders Lund P4, Harbour Board O2, Vera Holmberg P4");
    assert_eq!(laid.entity(named(&laid, "Aarhus").unwrap()).kind, Kind::Place);
    let id = entity(&articles(HARBOUR), "Vera Holm").id;
    assert_eq!(laid.entity_ix(id), named(&laid, "Vera Holmberg"), "an entity keeps its id when it is renamed");
}

#[test]
fn what_is_hidden_is_plain_text_until_it_is_shown_again() {
    let laid = check(
        |corpus| vec![Correction::Hide(entity(corpus, "Harbour Board"))],
        "Aarhus P1, Anders Lund P4, Vera Holm P4",
    );
    let board = laid.documents().iter().position(|one| one.text.contains("called the Harbour Board")).unwrap();
    assert!(laid.passages_in(DocumentIx::at(board)).all(|at| {
        laid.mentions_in(redstring::model::PassageIx::at(at)).iter().all(|mention| mention.kind != Kind::Organization)
    }));
    let both = |corpus: &Corpus| {
        let board = entity(corpus, "Harbour Board");
        vec![Correction::Hide(board.clone()), Correction::Unhide(board)]
    };
    check(both, FOUND);
}

#[test]
fn a_missed_name_is_added_for_someone_known_or_new() {
    let known = |corpus: &Corpus| {
        let at = place(corpus, "harbour.txt", "The ketch", 0);
        vec![Correction::AddMention { at, whose: Whose::Known(entity(corpus, "Harbour Board")) }]
    };
    check(known, "Aarhus P1, Anders Lund P4, Harbour Board O3, Vera Holm P4");
    let new = |corpus: &Corpus| {
        let at = place(corpus, "harbour.txt", "ketch", 0);
        vec![Correction::AddMention { at, whose: Whose::New { kind: Kind::Organization, name: "Ketch".into() } }]
    };
    let laid = check(new, "Aarhus P1, Anders Lund P4, Harbour Board O2, Ketch O1, Vera Holm P4");
    let ketch = laid.mentions_of(named(&laid, "Ketch").unwrap()).next().unwrap();
    assert_eq!((laid.mention(ketch).cue, laid.mention(ketch).confidence), (Cue::Reader, Confidence(100)));
    let wider = |corpus: &Corpus| {
        let at = place(corpus, "harbour.txt", "Ms. Holm", 0);
        vec![Correction::AddMention { at, whose: Whose::Known(entity(corpus, "Anders Lund")) }]
    };
    check(wider, "Aarhus P1, Anders Lund P5, Harbour Board O2, Vera Holm P3");
}

#[test]
fn a_link_is_rejected_or_confirmed() {
    let reject = |corpus: &Corpus| {
        let mention = place(corpus, "harbour.txt", "Holm", 2);
        vec![Correction::RejectLink { mention, entity: entity(corpus, "Vera Holm") }]
    };
    check(reject, "Aarhus P1, Anders Lund P4, Harbour Board O2, Holm P1, Vera Holm P3");
    let confirm = |corpus: &Corpus| {
        let mention = place(corpus, "harbour.txt", "Holm", 2);
        let (holm, lund) = (entity(corpus, "Vera Holm"), entity(corpus, "Anders Lund"));
        vec![
            Correction::ConfirmLink { mention: mention.clone(), entity: lund },
            // It names somebody else by now: nothing is left to reject.
            Correction::RejectLink { mention, entity: holm },
        ]
    };
    check(confirm, "Aarhus P1, Anders Lund P5, Harbour Board O2, Vera Holm P3");
}

#[test]
fn a_publication_date_moves_values_and_documents() {
    let values = |corpus: &Corpus| {
        let times = corpus.times().iter().map(|time| {
            let document = corpus.document(corpus.passage(time.passage).document);
            format!("{} {}", time.expression.span.of(&document.text), time.when.timex())
        });
        times.collect::<Vec<_>>()
    };
    let corpus = load_bytes(&[("a.txt", "The ship left.\n"), ("b.txt", "The clerk left on Friday.\n")]);
    let friday = place(&corpus, "b.txt", "Friday", 0);
    let document = friday.document.clone();
    let laid = corrected(&corpus, &[Correction::SetPublication { document, date: "2017-01-04".into() }]);
    assert_eq!(values(&laid), ["Friday 2016-12-30"]);
    assert_ne!(values(&corpus), values(&laid));
    assert_eq!(laid.documents()[0].file, "b.txt", "dated documents come first");
    assert!(laid.events().iter().any(|event| event.when.timex() == "2016-12-30"));
    let laid = corrected(&corpus, &[Correction::SetTime { at: friday, value: "2017-02-03".into() }]);
    assert_eq!(values(&laid), ["Friday 2017-02-03"]);
    assert!(laid.events().iter().any(|event| event.when.timex() == "2017-02-03"));
}

#[test]
fn a_sentence_is_labelled_as_furniture_and_back() {
    let corpus = articles(HARBOUR);
    let sentence = place(&corpus, "report.txt", "Mr. Lund was born in Aarhus, said the Harbour Board.", 0);
    let label = Correction::LabelBoilerplate(sentence.clone());
    let laid = corrected(&corpus, std::slice::from_ref(&label));
    assert!(laid.entity(named(&laid, "Aarhus").unwrap()).boilerplate_only);
    assert!(laid.documents().iter().any(|one| one.zones.iter().any(|zone| zone.label == ZoneLabel::Boilerplate)));
    let laid = corrected(&corpus, &[label, Correction::UnlabelBoilerplate(sentence)]);
    assert!(!laid.entity(named(&laid, "Aarhus").unwrap()).boilerplate_only);
}

fn some_of_each(corpus: &Corpus) -> Vec<Correction> {
    vec![
        Correction::Rename { entity: entity(corpus, "Vera Holm"), name: "Vera Holmberg".into() },
        Correction::Merge { into: entity(corpus, "Vera Holm"), others: vec![entity(corpus, "Aarhus")] },
        Correction::Split {
            from: entity(corpus, "Anders Lund"),
            part: Part::Alias("Lund".into()),
            name: Some("Per Lund".into()),
        },
        Correction::SetTime { at: place(corpus, "harbour.txt", "Dec. 29, 2016", 0), value: "2017-02-03".into() },
    ]
}

#[test]
fn corrections_survive_edited_and_added_articles() {
    let corrections = some_of_each(&articles(HARBOUR));
    let edited = format!("A paragraph above it, new.\n{}", HARBOUR.replace("early", "very early"));
    let laid = corrected(&articles(&edited), &corrections);
    assert_eq!(shown(&laid), "Anders Lund P2, Harbour Board O2, Per Lund P2, Vera Holmberg P5");
    let new = ("new.txt", "", None, "[Vera Holm=P Vera Holm] slept.\n");
    let more = self::corpus(&[new, ("harbour.txt", "", None, HARBOUR), ("moved/report.txt", "", None, REPORT)]);
    let laid = corrected(&more, &corrections);
    assert_eq!(shown(&laid), "Anders Lund P2, Harbour Board O2, Per Lund P2, Vera Holmberg P6");
}

/// A better recognizer gives other ids and sets other bounds.
#[test]
fn corrections_survive_a_better_recognizer() {
    let corpus = articles(HARBOUR);
    let corrections = some_of_each(&corpus);
    let mut resolved = redstring::model::Resolved::clone(corpus.found());
    resolved.entities.iter_mut().for_each(|entity| std::sync::Arc::make_mut(entity).id = EntityId(entity.id.0 ^ 1));
    for mention in resolved.mentions.iter_mut().filter(|mention| mention.span.len() > 8) {
        mention.span.end -= 1;
    }
    let laid = lay_over(&Corpus::new(resolved, Vec::new()), casework(&corrections));
    assert_eq!(laid.laid().orphans, []);
    assert!(named(&laid, "Vera Holmberg").is_some() && named(&laid, "Per Lund").is_some(), "{}", shown(&laid));
    assert!(named(&laid, "Aarhus").is_none(), "{}", shown(&laid));
}

#[test]
fn what_no_longer_fits_is_listed_and_the_rest_is_done() {
    let corpus = articles(HARBOUR);
    let mut corrections = some_of_each(&corpus);
    corrections.push(Correction::Merge {
        into: entity(&corpus, "Vera Holm"),
        others: vec![entity(&corpus, "Anders Lund"), entity(&corpus, "Aarhus")],
    });
    let left = "[Vera Holm=P Vera Holm] met a man in May.|[Holm=P Vera Holm] left the harbour early.\n";
    let without = self::corpus(&[("harbour.txt", "", None, left)]);
    let mut work = casework(&corrections);
    work.notes.push(Remark {
        entry: Digest([99; 16]),
        on: Subject::Text(place(&corpus, "report.txt", "report", 0)),
        text: "Where is it?".into(),
        at: redstring::model::Moment(0),
        edited: None,
    });
    let laid = lay_over(&without, work);
    let entry = |number: u8| Digest([number; 16]);
    let expected = [
        (entry(2), Orphan::EntityGone),
        (entry(3), Orphan::EntityGone),
        (entry(4), Orphan::WordsGone),
        (entry(5), Orphan::EntityGone),
        (entry(99), Orphan::DocumentGone),
    ];
    assert_eq!(laid.laid().orphans, expected);
    assert_eq!(shown(&laid), "Vera Holmberg P2");
    let back = lay_over(&articles(HARBOUR), laid.laid().casework.clone());
    assert_eq!(back.laid().orphans, [], "it fits again when the sources come back");
}

#[test]
fn notes_stand_at_their_places() {
    let corpus = articles(HARBOUR);
    let note = |number: u8, on| Remark {
        entry: Digest([number; 16]),
        on,
        text: String::new(),
        at: redstring::model::Moment(0),
        edited: None,
    };
    let work = Casework {
        notes: vec![
            note(1, Subject::Entity(entity(&corpus, "Vera Holm"))),
            note(2, Subject::Text(place(&corpus, "harbour.txt", "the harbour early", 0))),
        ],
        ..Casework::default()
    };
    let laid = lay_over(&corpus, work);
    assert_eq!(laid.annotations_of_entity(named(&laid, "Vera Holm").unwrap()).len(), 1);
    let document = laid.documents().iter().position(|one| one.file == "harbour.txt").map(DocumentIx::at).unwrap();
    let places: Vec<&str> = laid
        .annotations_in(document, Span::whole(&laid.document(document).text))
        .map(|(_, span)| span.of(&laid.document(document).text))
        .collect();
    assert_eq!(places, ["the harbour early"]);
}
