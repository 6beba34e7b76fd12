//! What must hold of every corpus, whatever the texts: spans index the text, reading order is one order, numbers add up.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use redstring::corpus::{Corpus, Hit};
use redstring::load::load_bytes;
use redstring::model::{DocumentIx, EntityIx, EventIx, MentionIx, PassageIx, References, Target};

/// The kind of prose that news is made of, and the kind of dirt that files are made of.
const FRAGMENTS: &[&str] = &[
    "Ada Vexworth met Sen. Boris Quill in Lisbon on March 3, 2015. ",
    "“We spoke on Tuesday,” Vexworth told the Harbor Times. ",
    "The Quill campaign denied it the next day; Quill himself had no comment. ",
    "By A. B. Marlowe | Jan. 4, 2016\n\n",
    "HARBOR COUNCIL VOTES AGAINST QUILL\n\n",
    "Dr. Vexworth’s lawyer, José Ibáñez, called it “a misreading” from late 2014. ",
    "The U.S. Harbor Commission (USHC) wrote to the USHC's members at 2 p.m. ET. ",
    "Copyright 2015 The Harbor Times\n",
    "Filed Under:\n",
    "---\ntitle: The Quill affair\npublished: 2015-03-05\n---\n",
    "\r\n",
    "\n\n",
    "\t",
    "\u{1b}[31m",
    "\u{202e}",
    "Ada\u{200b} Vex\u{ad}worth ",
    "\0",
    "e\u{301}\u{301}\u{301}",
    "漢字 👨\u{200d}👩\u{200d}👧 ",
    "May said May would come in May. ",
    "30 February 2015, 99/99/9999, year 0. ",
    "QUILL QUILL QUILL ",
    "A. A. A. ",
    "…. ?! ",
];

fn texts() -> impl Strategy<Value = Vec<String>> {
    let fragment = prop_oneof![9 => select(FRAGMENTS).prop_map(str::to_owned), 1 => any::<String>()];
    vec(vec(fragment, 0..12).prop_map(|parts| parts.concat()), 0..5)
}

fn corpus(texts: &[String]) -> Corpus {
    load_bytes(&articles(texts))
}

/// File name and content of each text.
fn articles(texts: &[String]) -> Vec<(String, &str)> {
    texts.iter().enumerate().map(|(at, text)| (format!("{at}.txt"), text.as_str())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_is_kept_whole(texts in texts()) {
        let corpus = corpus(&texts);
        prop_assert_eq!(corpus.documents().len() + corpus.skipped().len(), texts.len());
        for document in corpus.documents() {
            let at: usize = document.file.trim_end_matches(".txt").parse().unwrap();
            let text = texts[at].strip_prefix('\u{feff}').unwrap_or(&texts[at]);
            prop_assert_eq!(&*document.text, text);
            let end = document.zones.iter().try_fold(0, |start, zone| (zone.span.start == start).then_some(zone.span.end));
            prop_assert_eq!(end, Some(text.len() as u32), "zones have gaps: {:?}", document.zones);
        }
    }

    #[test]
    fn spans_are_places_in_their_passage(texts in texts()) {
        let corpus = corpus(&texts);
        for at in (0..corpus.passages().len()).map(PassageIx::at) {
            let passage = corpus.passage(at);
            let words = corpus.words(at);
            prop_assert_eq!(words.len() as u32, passage.span.len(), "on character borders");
            prop_assert!(!words.trim().is_empty());
            for span in corpus.mentions_in(at).iter().map(|mention| mention.span) {
                prop_assert!(passage.span.contains(span) && !span.is_empty());
                prop_assert_eq!(corpus.quote(passage.document, span).len() as u32, span.len());
            }
            for span in corpus.times_in(at).iter().map(|time| time.expression.span) {
                prop_assert!(passage.span.contains(span) && !span.is_empty());
                prop_assert_eq!(corpus.quote(passage.document, span).len() as u32, span.len());
            }
        }
    }

    #[test]
    fn there_is_one_reading_order(texts in texts()) {
        let corpus = corpus(&texts);
        let passages = corpus.passages();
        prop_assert!(passages.windows(2).all(|two| (two[0].document, two[0].span.end) <= (two[1].document, two[1].span.start)
            || two[0].document < two[1].document));
        prop_assert!(corpus.mentions().windows(2).all(|two| (two[0].passage, two[0].span.end) <= (two[1].passage, two[1].span.start)
            || two[0].passage < two[1].passage));
        prop_assert!(corpus.times().windows(2).all(|two| (two[0].passage, two[0].expression.span) < (two[1].passage, two[1].expression.span)));
        prop_assert!(corpus.entities().windows(2).all(|two| two[0].mentions >= two[1].mentions));
        let mut articles = articles(&texts);
        articles.reverse();
        let read_backwards = load_bytes(&articles);
        prop_assert_eq!(corpus.mentions(), read_backwards.mentions());
        prop_assert_eq!(corpus.references(), read_backwards.references());
        prop_assert_eq!(corpus.entities(), read_backwards.entities());
        prop_assert_eq!(corpus.events(), read_backwards.events());
    }

    #[test]
    fn numbers_add_up(texts in texts()) {
        let corpus = corpus(&texts);
        let mut linked = 0;
        for at in (0..corpus.entities().len()).map(EntityIx::at) {
            let entity = corpus.entity(at);
            let hits = corpus.hits(&Target::Entity(entity.id));
            prop_assert_eq!(hits.len(), corpus.mentions_of(at).len(), "an identity stands for one entity");
            prop_assert_eq!(hits.len() as u32, entity.mentions);
            let target = Target::Entity(entity.id);
            let (sure, all) = (corpus.hits_with(&target, References::Sure), corpus.hits_with(&target, References::All));
            prop_assert_eq!(sure.len() as u32, entity.mentions + entity.references);
            prop_assert!(all.is_sorted() && sure.iter().all(|hit| all.contains(hit)));
            prop_assert_eq!(hits.len() as u32, entity.documents.iter().map(|(_, count)| count).sum::<u32>());
            prop_assert_eq!(entity.mentions, entity.aliases.iter().map(|alias| alias.count).sum::<u32>());
            linked += hits.len();
        }
        prop_assert_eq!(linked, corpus.mentions().len());
        for at in (0..corpus.events().len()).map(EventIx::at) {
            let event = corpus.event(at);
            prop_assert_eq!(corpus.times_of(at).len(), corpus.hits(&Target::Event(event.id)).len());
            prop_assert_eq!(&corpus.passages_of(&Target::Event(event.id), References::Hidden), &event.passages);
            prop_assert!(!event.when.days().is_unknown(), "an undated event stays off the timeline");
        }
        for reference in corpus.references() {
            let passage = corpus.passage(reference.passage);
            prop_assert!(passage.span.contains(reference.span) && !reference.span.is_empty());
            prop_assert!(!corpus.mentions_in(reference.passage).iter().any(|mention| mention.span.overlaps(reference.span)));
            let evidence = reference.link.evidence;
            prop_assert!(evidence.is_none_or(|other| corpus.mention(other).entity == reference.entity));
        }
        for mention in (0..corpus.mentions().len()).map(MentionIx::at) {
            let evidence = corpus.mention(mention).link.evidence;
            prop_assert!(evidence.is_none_or(|other| corpus.mention(other).entity == corpus.mention(mention).entity));
        }
    }

    #[test]
    fn several_targets_are_an_intersection(texts in texts(), first in any::<prop::sample::Index>(), second in any::<prop::sample::Index>()) {
        let corpus = corpus(&texts);
        prop_assume!(!corpus.entities().is_empty());
        let target = |index: prop::sample::Index| Target::Entity(corpus.entities()[index.index(corpus.entities().len())].id);
        let both = [target(first), target(second)];
        let expected: Vec<PassageIx> = (0..corpus.passages().len()).map(PassageIx::at)
            .filter(|passage| both.iter().all(|target| corpus.hits(target).iter().any(|hit| hit.passage == *passage)))
            .collect();
        prop_assert_eq!(corpus.passages_of_all(&both, References::Hidden), expected);
    }

    #[test]
    fn words_are_found_wherever_they_stand(texts in texts()) {
        let corpus = corpus(&texts);
        let hits: Vec<Hit> = corpus.hits(&Target::Phrase("VEXWORTH".into()));
        let expected: usize = corpus.documents().iter()
            .map(|document| document.text.to_lowercase().replace(['\u{200b}', '\u{ad}'], "").matches("vexworth").count())
            .sum();
        prop_assert_eq!(hits.len(), expected);
        prop_assert!(hits.windows(2).all(|two| two[0] < two[1]));
        for hit in hits {
            let document: DocumentIx = corpus.document_of(hit);
            prop_assert!(corpus.quote(document, hit.span).to_lowercase().starts_with("vex"));
        }
    }
}
