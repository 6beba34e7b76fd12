//! Finding names: by wrong spellings among very many, and narrowed by the terms of the filter line.

use std::sync::Arc;

use redstring::app::{Choice, Effect, Finder, FinderPurpose, Message, Pane};
use redstring::corpus::{Corpus, SearchIndex};
use redstring::load::load_bytes;
use unicode_segmentation::UnicodeSegmentation;

use super::desk::Desk;
use super::library::{almanac, library};
use super::made::names::{Slip, candidates, drawn_by_mentions, people};
use super::made::random::Random;
use super::made::texts::Texts;

/// The bench `finder` measures the same among many more.
#[test]
fn names_typed_with_one_slip_are_among_the_first_three() {
    const NAMES: usize = 5_000;
    const TYPED: usize = 60;

    let mut random = Random::new(7);
    let people = people(NAMES, &mut random);
    let all = Arc::new(candidates(&people));
    let corpus = Corpus::default();
    let mut finder = Finder::new(&corpus, Arc::clone(&all), FinderPurpose::Go);
    let mut is_found = |typed: &str, is_right: &dyn Fn(usize) -> bool| {
        finder.field = redstring::app::Field::default();
        finder.field.insert(typed);
        finder.search(&corpus);
        let is_it = |choice: &Choice| matches!(choice, Choice::Known { candidate, .. } if is_right(*candidate));
        finder.choices.iter().take(3).any(is_it)
    };
    let (mut whole, mut surnames) = (0, 0);
    for slip in Slip::ALL {
        for _ in 0..TYPED {
            let wanted = random.below(NAMES);
            let typed = slip.in_name(&people[wanted].name(), &mut random);
            whole += usize::from(is_found(&typed, &|at| at == wanted));
            let surname = &people[drawn_by_mentions(&people, &mut random)].surname;
            let typed = slip.in_name(surname, &mut random);
            surnames += usize::from(is_found(&typed, &|at| people[at].surname == *surname));
        }
    }
    let all = TYPED * Slip::ALL.len();
    assert!(whole * 100 >= all * 95, "{whole} of {all} whole names");
    assert!(surnames * 100 >= all * 95, "{surnames} of {all} surnames");
}

#[test]
fn terms_narrow_what_is_offered() {
    let mut desk = Desk::new(120, 36, almanac());
    desk.keys("f vex").shows("Ada Vexworth").keys("<Space> type:doc").shows("Find documents").hides("● Ada Vexworth");
    desk.keys("<C-u> type:person <Space> vex").shows("Find people").shows("● Ada Vexworth");
    desk.keys("<C-u> brandt <Space> in:ledger").shows("● Ilse Brandt");
    desk.keys("<C-u> doc:nowhere <Space> brandt").shows("no document is called nowhere").shows("● Ilse Brandt");
    desk.keys("<C-u> type:boat").shows("type: is person, organization, place, document, event or text, not boat");
}

#[test]
fn a_wrong_spelling_leads_to_the_reader() {
    let mut desk = Desk::new(80, 24, library());
    desk.keys("f brnadt <Enter> <Enter>");
    assert_eq!(desk.caret(), "Ilse Brandt");
}

/// What a query finds, place by place.
#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let corpus = load_bytes(&[
        (
            "a.txt",
            "The harbour master left. Vera Holm saw the ferry sail.\n\nHolm, Vera: the ferry was sold for 1,200 euros. Nobody asked.",
        ),
        ("b.txt", "José Ruiz sold the ferries\nof the harbour. “The ferry,” Holm wrote, “was mine.”"),
    ]);
    let found = corpus.search(query).unwrap();
    let found: Vec<&str> = found.iter().map(|hit| corpus.quote(corpus.document_of(*hit), hit.span)).collect();
    assert_eq!(found, expected, "{query}");
}

#[test]
fn queries_find_words_phrases_and_what_is_near() {
    check("harbour", &["harbour", "harbour"]);
    check("JOSE ruiz", &["José Ruiz"]);
    check("ferries of", &["ferries\nof"]);
    check("the ferr*", &["the ferry", "the ferry", "the ferries", "The ferry"]);
    check("ferr* AND sold", &["ferry", "sold", "sold", "ferries"]);
    check("ferry NOT sold", &["ferry", "ferry"]);
    check("ferry AND (sold OR sail)", &["ferry", "sail", "ferry", "sold"]);
    check("\"vera holm\" OR \"holm vera\"", &["Vera Holm", "Holm, Vera"]);
    check("left NEAR/0 vera", &["left", "Vera"]);
    check("master NEAR/0 vera", &[]);
    check("sold NEAR/2 holm", &[]);
    check("sail NEAR/1 vera", &["sail", "Vera"]);
    check("/jose \\w+ sold/", &["José Ruiz sold"]);
    check("/[0-9,]+ euros/", &["1,200 euros"]);
    check("nowhere", &[]);
}

#[test]
fn an_index_of_made_texts_knows_every_place() {
    let mut random = Random::new(11);
    let made = Texts::new(60_000, &mut random);
    let texts: Vec<&str> = made.texts.iter().map(String::as_str).collect();
    let index = SearchIndex::new(texts.iter().copied());
    for phrase in [&["of", "the"][..], &["in", "a"], &["the"], &["to", "the"]] {
        let looked_up = index.side_by_side(&texts, phrase);
        // The same by reading all of it.
        let read = texts.iter().enumerate().flat_map(|(at, text)| {
            let words: Vec<(usize, &str)> =
                text.split_word_bound_indices().filter(|(_, word)| word.chars().all(char::is_alphanumeric)).collect();
            let fits = |stretch: &&[(usize, &str)]| {
                stretch.iter().zip(phrase).all(|((_, word), wanted)| word.to_lowercase() == *wanted)
            };
            words.windows(phrase.len()).filter(fits).map(|stretch| (at, stretch[0].0 as u32)).collect::<Vec<_>>()
        });
        let read: Vec<(usize, u32)> = read.collect();
        assert!(!read.is_empty(), "{phrase:?}");
        assert_eq!(looked_up.iter().map(|(at, span)| (*at, span.start)).collect::<Vec<_>>(), read, "{phrase:?}");
    }
}

#[test]
fn a_query_is_searched_on_the_screen() {
    let mut desk = Desk::new(120, 36, almanac());
    desk.keys("/ vex* <Space> AND <Space> brandt").shows("/vex* AND brandt").keys("<Enter>").shows("vex* AND brandt: ");
    desk.keys("/ brandt <Space> AND <Enter>").shows("something to look for has to stand here (at character 11)");
}

#[test]
fn passages_are_found_by_their_words() {
    let mut desk = Desk::new(120, 36, almanac());
    desk.keys("f type:text <Space> vex").shows("Find texts").shows("where it stands");
    desk.keys("<Down> <Enter>");
    assert!(desk.caret().starts_with("Vex") || desk.caret() == "Ada Vexworth", "{}", desk.caret());
    desk.shows("n: /vex*");
    desk.keys("f type:text <Space> in:ledger <Space> vex <Space> OR").shows("something to look for has to stand here");
}

#[test]
fn a_search_is_saved_under_a_name_and_found_by_it() {
    let mut desk = Desk::new(120, 36, almanac());
    desk.keys(":search.save <Enter>").shows("Nothing is searched");
    desk.keys("/ vex* <Space> AND <Space> brandt <Enter> :search.save <Enter>").shows("Save the search as");
    desk.keys("<C-u> both <Space> women <Enter>").shows("Saved: f finds it as both women");
    desk.keys("<Esc> f both <Space> wom").shows("both women").keys("<Enter>").shows("n: /vex* AND brandt");
    desk.keys("u f both <Space> wom").hides("/ both women");
}

#[test]
fn saved_searches_are_listed_and_open_their_passages() {
    let mut desk = Desk::new(120, 36, almanac());
    desk.keys("/ brandt <Enter> :search.save <Enter> <C-u> the <Space> clerk <Enter> <Esc> :search.saved <Enter>");
    desk.shows("Casework: saved searches").shows("the clerk").keys("<Enter>").shows("n: /brandt");
    assert_eq!(desk.state.focus(), Pane::Passages);
    desk.keys(":search.saved <Enter> <C-x>").shows("Taken back: save the search").hides("the clerk  ");
}

#[test]
fn a_list_is_answered_line_by_line_on_the_screen() {
    let mut desk = Desk::new(120, 36, almanac());
    desk.keys(":search.batch <Enter> names.txt <Enter>");
    assert_eq!(desk.effects.last(), Some(&Effect::ReadList("names.txt".into())));
    let text = Ok("# whom we ask for\nIlse Brandt\n\nNobody Atall\nbrandt AND (\n".to_owned());
    desk.tell(Message::List { file: "names.txt".into(), text });
    desk.shows("names.txt: 3 lines, 1 found nowhere, 1 can't be read").shows("found nowhere").shows("line 5: ");
    desk.keys("<Enter>").shows("n: /Ilse Brandt");
    assert_eq!(desk.state.focus(), Pane::Passages);
    // The same list again, without typing its name.
    desk.keys(":search.batch <Enter>").shows("names.txt").keys("<Enter>");
    assert_eq!(desk.effects.last(), Some(&Effect::ReadList("names.txt".into())));
    desk.tell(Message::List { file: "names.txt".into(), text: Err("no file".into()) }).shows("names.txt: no file");
}
