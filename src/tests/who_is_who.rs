//! Who is who over whole texts: files are given as name and text, answers as groups of the forms that stand together.

use std::collections::BTreeMap;
use std::sync::Arc;

use redstring::extract::extract;
use redstring::model::{Document, DocumentId, EntityId, Kind, LinkRule, Metadata, Resolved, Zone, ZoneLabel};
use redstring::resolve::{Read, resolve};
use redstring::text::Span;

fn read(file: &str, text: &str, label: ZoneLabel) -> Read {
    let mut sha256 = [0; 32];
    sha256.iter_mut().zip(file.bytes()).for_each(|(byte, letter)| *byte = letter);
    let document = Document {
        id: DocumentId(0),
        file: file.into(),
        path: None,
        text: text.into(),
        sha256,
        bytes: text.len() as u64,
        metadata: Metadata::default(),
        pages: Vec::new(),
        zones: vec![Zone { span: Span::whole(text), label }],
        notes: Vec::new(),
    };
    let found = extract(&document);
    (Arc::new(document), Arc::new(found))
}

fn resolved(texts: &[&str]) -> Resolved {
    let files = texts.iter().enumerate();
    let reads: Vec<Read> = files.map(|(at, text)| read(&format!("{at}.txt"), text, ZoneLabel::Body)).collect();
    resolve(&reads)
}

/// The entities as "name: form count, form count", most mentioned first.
fn entities(resolved: &Resolved) -> Vec<String> {
    let shown = resolved.entities.iter().map(|entity| {
        let forms: Vec<String> = entity.aliases.iter().map(|alias| format!("{} {}", alias.text, alias.count)).collect();
        format!("{}: {}", entity.name, forms.join(", "))
    });
    shown.collect()
}

fn check(texts: &[&str], expected: &[&str]) {
    assert_eq!(entities(&resolved(texts)), expected);
}

/// The rule that linked the mention with these words, where they stand first.
fn rule_of(resolved: &Resolved, words: &str) -> Option<LinkRule> {
    let found = resolved.mentions.iter().find(|mention| {
        let document = resolved.passages[mention.passage.index()].document;
        mention.span.of(&resolved.documents[document.index()].text) == words
    });
    found.map(|mention| mention.link.rule)
}

#[test]
fn short_forms_join_the_whole_name_in_their_document() {
    check(
        &["Ada Vexworth met Igor Brovsky. Vexworth left early, and Brovsky stayed. Ada said so."],
        &["Ada Vexworth: Ada 1, Ada Vexworth 1, Vexworth 1", "Igor Brovsky: Brovsky 1, Igor Brovsky 1"],
    );
}

#[test]
fn of_two_who_fit_the_nearest_named_before_is_meant() {
    let resolved = resolved(&["Ada Vexworth came. Then Vexworth sat. Paul Vexworth came. Then Vexworth sat."]);
    assert_eq!(
        entities(&resolved),
        ["Ada Vexworth: Ada Vexworth 1, Vexworth 1", "Paul Vexworth: Paul Vexworth 1, Vexworth 1"]
    );
    assert!(resolved.mentions.iter().any(|mention| mention.link.confidence.is_doubtful()));
}

#[test]
fn variants_of_a_given_name_are_one_person_across_documents() {
    check(
        &[
            "Sergey Brovsky spoke. Sergey Brovsky left.",
            "Sergei Brovsky was heard.",
            "Sergey I. Brovsky was seen.",
            "S. Brovsky signed it.",
            "Mike Vexworth and Michael Vexworth are one. Michael Vexworth said so.",
        ],
        &[
            "Sergey Brovsky: Sergey Brovsky 2, S. Brovsky 1, Sergei Brovsky 1, Sergey I. Brovsky 1",
            "Michael Vexworth: Michael Vexworth 2, Mike Vexworth 1",
        ],
    );
}

#[test]
fn a_bare_surname_goes_to_the_one_bearer_elsewhere() {
    let resolved = resolved(&["Gen. Vexworth spoke.", "Ada Vexworth spoke, and the aide knew it."]);
    assert_eq!(entities(&resolved), ["Ada Vexworth: Ada Vexworth 1, Vexworth 1"]);
    assert_eq!(rule_of(&resolved, "Vexworth"), Some(LinkRule::ShortFormElsewhere));
    let evidence = resolved.mentions[0].link.evidence.unwrap();
    assert_eq!(resolved.mentions[evidence.index()].link.rule, LinkRule::SameName);
}

#[test]
fn a_bare_surname_of_two_bearers_elsewhere_stays_by_itself() {
    let resolved = resolved(&["Gen. Vexworth spoke.", "Ada Vexworth spoke.", "Paul Vexworth spoke."]);
    assert_eq!(rule_of(&resolved, "Vexworth"), Some(LinkRule::Ambiguous));
    assert_eq!(resolved.entities.len(), 3);
    let alone = resolved.entities.iter().find(|entity| entity.name == "Vexworth");
    assert!(alone.is_some_and(|entity| entity.is_doubtful));
}

#[test]
fn a_bare_surname_elsewhere_is_taken_for_who_is_named_far_oftener() {
    let often = "Ada Vexworth spoke. ".repeat(8);
    let bare = "Then Vexworth told us that it was over.";
    let found = resolved(&[bare, &often, "Paul Vexworth spoke."]);
    assert_eq!(rule_of(&found, "Vexworth"), Some(LinkRule::MostNamed));
    assert!(found.mentions[0].link.confidence.is_doubtful());
    assert_eq!(found.entities[0].mentions, 9);
    let found = resolved(&[bare, &often, "Paul Vexworth spoke. Paul Vexworth left."]);
    assert_eq!(rule_of(&found, "Vexworth"), Some(LinkRule::Ambiguous));
    for stands in ["Gen. Vexworth told us that it was over.", "Mr. Vexworth told us that it was over."] {
        let found = resolved(&[stands, &often, "Paul Vexworth spoke."]);
        assert_ne!(rule_of(&found, "Vexworth"), Some(LinkRule::MostNamed), "{stands}");
    }
}

#[test]
fn a_government_bears_the_name_of_who_governs() {
    let resolved = resolved(&[
        "The Vexworth government had fallen by noon, they said.",
        "President Ada Vexworth spoke.",
        "Paul Vexworth spoke.",
    ]);
    assert_eq!(rule_of(&resolved, "Vexworth"), Some(LinkRule::Government));
    assert_eq!(resolved.entities[0].name, "Ada Vexworth");
}

#[test]
fn a_lone_word_counts_only_where_another_document_proves_it() {
    check(&["The bill came late, and the Brovsky of it was small."], &[]);
    check(
        &["The bill came late, and the Brovsky of it was small.", "Igor Brovsky spoke."],
        &["Igor Brovsky: Brovsky 1, Igor Brovsky 1"],
    );
}

#[test]
fn what_is_never_merged_stays_apart() {
    for [one, other] in [
        ["Ada Vexworth Jr.", "Ada Vexworth Sr."],
        ["Ada M. Vexworth", "Ada P. Vexworth"],
        ["Maria Vexworth", "Mario Vexworth"],
        ["Ada Vexworth", "Ida Vexworth"],
        ["Michael Vexworth", "Michele Vexworth"],
        ["Ada Vexworth", "Ada Wexworth"],
        // The second "a" is Cyrillic.
        ["Donald Vexworth", "Don\u{430}ld Vexworth"],
    ] {
        let texts = [format!("Gen. {one} spoke."), format!("Gen. {other} spoke.")];
        let resolved = resolved(&[&texts[0], &texts[1]]);
        assert_eq!(resolved.entities.len(), 2, "{one} and {other}: {:?}", entities(&resolved));
    }
}

#[test]
fn nothing_is_chained_through_a_third_name() {
    // Each is one edit from the next, the first and the last are two apart.
    let resolved = resolved(&[
        "Gen. Torvald Vexworth spoke. Gen. Torvald Vexworth left. Gen. Torvald Vexworth slept.",
        "Gen. Torvalt Vexworth spoke.",
        "Gen. Torvelt Vexworth spoke.",
    ]);
    assert_eq!(resolved.entities.len(), 2, "{:?}", entities(&resolved));
}

#[test]
fn an_initial_that_fits_two_stays_by_itself() {
    let resolved = resolved(&["Gen. Ada Vexworth spoke. Gen. Anna Vexworth left.", "Gen. A. Vexworth slept."]);
    assert_eq!(rule_of(&resolved, "A. Vexworth"), Some(LinkRule::Ambiguous));
    assert_eq!(resolved.entities.len(), 3);
}

#[test]
fn bodies_join_by_known_forms_explained_acronyms_and_outlets() {
    check(
        &[
            "The Associated Press and the Harbour Trade Council (HTC) met. The AP left, the HTC said.",
            "The Kyiv Post and WASHINGTON papers wrote it. He read the Post in Washington.",
        ],
        &[
            "Harbour Trade Council: HTC 2, Harbour Trade Council 1",
            "Associated Press: AP 1, Associated Press 1",
            "Kyiv Post: Kyiv Post 1, Post 1",
            "Washington: WASHINGTON 1, Washington 1",
        ],
    );
}

#[test]
fn a_guess_yields_to_what_the_word_is_elsewhere() {
    let resolved = resolved(&["They met in Brovsky.", "Igor Brovsky left. Gen. Brovsky slept. Then Brovsky said no."]);
    assert!(resolved.entities.iter().all(|entity| entity.kind == Kind::Person), "{:?}", entities(&resolved));
}

#[test]
fn furniture_roles_and_doubt_are_known_of_an_entity() {
    let body = read("a.txt", "Igor Brovsky, the Russian ambassador, spoke.", ZoneLabel::Body);
    let furniture = read("b.txt", "Ada Vexworth writes for us.", ZoneLabel::Boilerplate);
    let resolved = resolve(&[body, furniture]);
    let flags: BTreeMap<&str, (bool, bool)> =
        resolved.entities.iter().map(|e| (e.name.as_str(), (e.boilerplate_only, e.is_doubtful))).collect();
    assert_eq!(flags, BTreeMap::from([("Ada Vexworth", (true, false)), ("Igor Brovsky", (false, false))]));
    assert_eq!(resolved.entities[1].roles, ["Russian ambassador"]);
}

#[test]
fn ids_do_not_depend_on_the_order_of_files() {
    let texts = [
        ("a.txt", "Ada Vexworth met Gen. Brovsky in London."),
        ("b.txt", "Igor Brovsky and Ada Vexworth Jr. read the Post."),
        ("c.txt", "Vexworth said no to the Kyiv Post. Sergei Brovsky left."),
    ];
    let ids = |order: [usize; 3]| -> Vec<(EntityId, u32, String)> {
        let reads: Vec<Read> = order.iter().map(|at| read(texts[*at].0, texts[*at].1, ZoneLabel::Body)).collect();
        resolve(&reads).entities.into_iter().map(|entity| (entity.id, entity.mentions, entity.name.clone())).collect()
    };
    let expected = ids([0, 1, 2]);
    assert!(expected.len() > 3);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(ids(order), expected);
    }
    let distinct: std::collections::BTreeSet<EntityId> = expected.iter().map(|(id, ..)| *id).collect();
    assert_eq!(distinct.len(), expected.len());
}

#[test]
fn counts_add_up_and_every_mention_has_its_entity() {
    let resolved =
        resolved(&["Ada Vexworth and the AP met. Vexworth left London.", "London slept. Ada Vexworth did not."]);
    let total: u32 = resolved.entities.iter().map(|entity| entity.mentions).sum();
    assert_eq!(total as usize, resolved.mentions.len());
    for (at, entity) in resolved.entities.iter().enumerate() {
        let linked = resolved.mentions.iter().filter(|mention| mention.entity.index() == at).count();
        assert_eq!(linked, entity.mentions as usize);
        assert_eq!(entity.documents.iter().map(|(_, count)| count).sum::<u32>(), entity.mentions);
    }
    assert!(resolved.entities.is_sorted_by(|a, b| a.mentions >= b.mentions));
}

#[test]
fn twenty_thousand_names_end_soon() {
    let syllables = ["bra", "cor", "del", "fen", "gor", "hal", "jin", "kol", "lum", "mor", "nes", "pol"];
    let name = |number: usize| -> String {
        let mut rest = number;
        let mut word = String::new();
        for _ in 0..4 {
            word.push_str(syllables[rest % syllables.len()]);
            rest /= syllables.len();
        }
        word
    };
    let title = |word: String| {
        word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>()
    };
    let lines = |surname: &dyn Fn(usize) -> String| -> String {
        let people = (0..20_000).map(|at| format!("Gen. {} {} spoke.", title(name(at)), surname(at)));
        people.collect::<Vec<_>>().join("\n")
    };
    let apart = resolved(&[&lines(&|at| title(name(at + 1)))]);
    assert_eq!(apart.entities.len(), 20_000);
    let one_surname = resolved(&[&lines(&|_| "Vexworth".into())]);
    assert_eq!(one_surname.entities.iter().map(|entity| entity.mentions).sum::<u32>(), 20_000);
}

#[test]
fn a_name_wrapped_in_the_text_is_the_same_form() {
    let wrapped = "The aide told the paper that he had seen the whole plan and that Ada\n\
                   Vexworth had not been there when the others came in to talk about\n\
                   the harbour, the bridge and the money that had been promised for\n\
                   both of them a year before that day, and that nobody there knew\n\
                   why she had stayed away or who had told her to do so at the time.\n";
    check(&[wrapped, "Ada Vexworth spoke."], &["Ada Vexworth: Ada Vexworth 2"]);
}

#[test]
fn a_doubtful_bearer_makes_no_surname_ambiguous() {
    let resolved = resolved(&[
        "Gen. Ada Vexworth spoke.",
        "It all came down to Bruhl Vexworth in the end.",
        "Gen. Vexworth spoke.",
    ]);
    assert_eq!(rule_of(&resolved, "Vexworth"), Some(LinkRule::ShortFormElsewhere), "{:?}", entities(&resolved));
    assert_eq!(resolved.entities[0].mentions, 2);
}

#[test]
fn a_short_form_with_a_suffix_is_never_the_namesake_without() {
    let text = "Ada Vexworth spoke to Ada Vexworth Jr. at noon. Vexworth Jr. left, and Vexworth stayed.";
    check(
        &[text],
        &["Ada Vexworth: Ada Vexworth 1, Vexworth 1", "Ada Vexworth Jr.: Ada Vexworth Jr. 1, Vexworth Jr. 1"],
    );
}

#[test]
fn what_stands_in_the_middle_keeps_namesakes_of_a_third_name_apart() {
    // "Ada Vexworth" could be either, and so joins neither, nor the one to the other.
    let resolved = resolved(&[
        "Gen. Ada M. Vexworth spoke. Gen. Ada M. Vexworth left.",
        "Gen. Ada P. Vexworth slept.",
        "Gen. Ada Vexworth sang. Gen. Ada Vexworth came. Gen. Ada Vexworth went.",
    ]);
    assert_eq!(resolved.entities.len(), 3, "{:?}", entities(&resolved));
    assert_eq!(rule_of(&resolved, "Ada Vexworth"), Some(LinkRule::Ambiguous));
}

#[test]
fn a_name_that_two_can_bear_is_the_one_who_stands_in_the_document() {
    let resolved = resolved(&["Gen. Ada M. Vexworth spoke. Then Ada Vexworth left.", "Gen. Ada P. Vexworth slept."]);
    assert_eq!(entities(&resolved)[0], "Ada M. Vexworth: Ada M. Vexworth 1, Ada Vexworth 1");
}

#[test]
fn names_in_the_middle_and_second_surnames_are_one_person() {
    check(
        &["C. Douglas Vexworth spoke. Douglas Vexworth left. Douglas Vexworth slept."],
        &["Douglas Vexworth: Douglas Vexworth 2, C. Douglas Vexworth 1"],
    );
    check(
        &[
            "Gen. Carlos Brovillo Vexas spoke of it. Then Brovillo left, and Brovillo Vexas came back.",
            "Gen. Carlos Brovillo spoke of it, and he met Carlos Brovillo Vexas.",
        ],
        &["Carlos Brovillo Vexas: Carlos Brovillo Vexas 2, Brovillo 1, Brovillo Vexas 1, Carlos Brovillo 1"],
    );
}

#[test]
fn a_title_tells_bearers_of_a_surname_apart() {
    let texts = [
        "President Ada Vexworth spoke to the house.",
        "Senator Paul Vexworth spoke to the house.",
        "They met President Vexworth. Then Vexworth left the house.",
        "Gen. Vexworth spoke to the house.",
    ];
    let resolved = resolved(&texts);
    assert_eq!(
        entities(&resolved),
        ["Ada Vexworth: Vexworth 2, Ada Vexworth 1", "Paul Vexworth: Paul Vexworth 1", "Vexworth: Vexworth 1"]
    );
    let rules: Vec<LinkRule> = resolved.mentions.iter().map(|mention| mention.link.rule).collect();
    assert!(rules.contains(&LinkRule::Title) && rules.contains(&LinkRule::LikeTitled), "{rules:?}");
}

#[test]
fn who_an_ambiguous_name_could_be_is_offered() {
    let resolved = resolved(&["Gen. Vexworth spoke.", "Ada Vexworth spoke.", "Paul Vexworth spoke."]);
    let bare = resolved.entities.iter().find(|entity| entity.name == "Vexworth").unwrap();
    let name = |id: &EntityId| resolved.entities.iter().find(|entity| entity.id == *id).map(|entity| &*entity.name);
    assert_eq!(bare.could_be.iter().map(name).collect::<Vec<_>>(), [Some("Ada Vexworth"), Some("Paul Vexworth")]);
    assert!(
        resolved.entities.iter().filter(|entity| entity.name != "Vexworth").all(|entity| entity.could_be.is_empty())
    );
}

#[test]
fn couples_stay_two() {
    check(
        &["Paul Vexworth met Maria Brovsky there. Paul and Maria left, and Vexworth drove."],
        &["Paul Vexworth: Paul 1, Paul Vexworth 1, Vexworth 1", "Maria Brovsky: Maria 1, Maria Brovsky 1"],
    );
    let resolved =
        resolved(&["Gen. Paul Vexworth spoke. Maria Vexworth left.", "They met Paul and Maria Vexworth there."]);
    assert_eq!(rule_of(&resolved, "Paul"), Some(LinkRule::SharedSurname));
    assert_eq!(resolved.entities.len(), 2, "{:?}", entities(&resolved));
}

#[test]
fn letters_of_a_list_are_no_initials() {
    check(
        &["Ada Vexworth came.\n\nA. Vexworth herself left.\n\nB. Vexworth herself slept.\n"],
        &["Ada Vexworth: Vexworth 2, Ada Vexworth 1"],
    );
}

#[test]
fn an_acronym_of_another_language_joins_the_name_that_it_explains() {
    check(
        &["The Popular Liberation Army (EPL) met. Then it left, the EPL said."],
        &["Popular Liberation Army: EPL 2, Popular Liberation Army 1"],
    );
}

#[test]
fn the_id_of_a_former_name_leads_to_the_better_one() {
    let before = resolved(&["Gen. Vexworth spoke of it.", "Gen. M. Brovsky left."]);
    let after =
        resolved(&["Gen. Vexworth spoke of it.", "Gen. M. Brovsky left.", "Mike Brovsky and Ada Vexworth met."]);
    for (former, better) in [("Vexworth", "Ada Vexworth"), ("M. Brovsky", "Mike Brovsky")] {
        let old = before.entities.iter().find(|entity| entity.name == former).unwrap();
        let now = after.entities.iter().find(|entity| entity.name == better).unwrap();
        assert_eq!(after.redirects.get(&old.id), Some(&now.id), "{former}");
    }
}

#[test]
fn an_id_that_two_could_have_leads_to_neither() {
    let before = resolved(&["Gen. A. Vexworth spoke."]);
    let after = resolved(&["Gen. A. Vexworth spoke.", "Gen. Ada Vexworth left.", "Gen. Anna Vexworth left."]);
    assert_eq!(after.redirects.get(&before.entities[0].id), None);
}

/// Whatever is added, removed or put in another order: who goes by the same name has the same id, and no two have one.
#[test]
fn ids_stay_with_the_names() {
    let sentences = [
        "Gen. Ada Vexworth spoke of it.",
        "Then Vexworth left the Kyiv Post.",
        "Ada M. Vexworth and Igor Brovsky met in London.",
        "Gen. I. Brovsky slept.",
        "Sergei Brovsky read the Post.",
        "Paul Vexworth Jr. and Paul Vexworth met the Harbour Trade Council (HTC).",
        "The HTC told Mike Tarvel so.",
        "Michael Tarvel and Maria Tarvel came to LONDON.",
        "Gen. Carlos Brovillo Vexas spoke. Then Brovillo left.",
        "President Vexworth told Gen. Donal Tarvel so.",
    ];
    let mut seed = 11_u32;
    let mut known: BTreeMap<(Kind, String), EntityId> = BTreeMap::new();
    for round in 0..60 {
        let mut reads = Vec::new();
        for (at, text) in sentences.iter().enumerate() {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if seed >> 31 == 1 {
                reads.insert(
                    (seed >> 8) as usize % (reads.len() + 1),
                    read(&format!("{at}.txt"), text, ZoneLabel::Body),
                );
            }
        }
        let resolved = resolve(&reads);
        let ids: std::collections::BTreeSet<EntityId> = resolved.entities.iter().map(|entity| entity.id).collect();
        assert_eq!(ids.len(), resolved.entities.len(), "round {round}");
        for entity in &resolved.entities {
            let before = *known.entry((entity.kind, entity.name.to_lowercase())).or_insert(entity.id);
            assert_eq!(before, entity.id, "{} in round {round}", entity.name);
        }
        assert!(resolved.redirects.iter().all(|(old, now)| !ids.contains(old) && ids.contains(now)), "round {round}");
    }
}
