//! What a reader most often wants to know, in key presses from the first screen on, over the articles that come with the program.

use redstring::app::Pane;
use redstring::model::PassageIx;

use super::desk::Desk;

/// Presses keys one by one until `is_done`. Gives how many it took.
#[track_caller]
fn press(desk: &mut Desk, keys: &str, is_done: impl Fn(&Desk) -> bool) -> usize {
    for (pressed, key) in keys.split_whitespace().enumerate() {
        desk.keys(key);
        if is_done(desk) {
            return pressed + 1;
        }
    }
    panic!("{keys} does not lead there:\n{}", desk.screen());
}

fn demo() -> Desk {
    let desk = Desk::new(120, 36, redstring::load::demo());
    assert_eq!(desk.state.focus(), Pane::Entities);
    desk
}

/// Whether the reader's caret rests on the mention of `name` with that number in reading order, from 0.
fn rests_on(desk: &Desk, name: &str, number: usize) -> bool {
    let corpus = desk.state.corpus();
    let [entity] = corpus.named(name)[..] else { panic!("{name} is not one") };
    let target = redstring::model::Target::Entity(corpus.entity(entity).id);
    let hit = corpus.hits_with(&target, desk.state.references())[number];
    let reader = desk.state.reader();
    reader.caret.item == Some(hit.span) && reader.position(corpus) == Some(corpus.document_of(hit))
}

/// The passage that the reader's caret is in.
fn passage(desk: &Desk) -> Option<PassageIx> {
    let reader = desk.state.reader();
    desk.state.corpus().passage_at(reader.position(desk.state.corpus())?, reader.caret.at)
}

#[test]
fn nine_keys_lead_to_the_third_mention_of_somebody() {
    for keys in ["f k i s l <Enter> n n", "j j <Enter> n n"] {
        let mut desk = demo();
        let is_third = |desk: &Desk| rests_on(desk, "Sergey Kislyak", 2);
        assert!(press(&mut desk, keys, is_third) <= 9);
    }
}

#[test]
fn five_keys_put_disputed_passages_beside_each_other() {
    let mut desk = demo();
    let are_disputed = |desk: &Desk| {
        let columns = desk.state.compare().map(|compare| compare.columns.as_slice()).unwrap_or_default();
        let says = columns.iter().filter_map(|column| column.account.as_ref()?.says.last().map(String::as_str));
        says.collect::<Vec<_>>() == ["2016-12-28", "2016-12-29"]
    };
    assert!(press(&mut desk, "4 ] c c", are_disputed) <= 5);
}

#[test]
fn twelve_keys_lead_from_a_wrong_spelling_to_the_passage() {
    let mut desk = demo();
    let is_read = |desk: &Desk| desk.state.focus() == Pane::Reader && rests_on(desk, "Sergey Kislyak", 0);
    assert!(press(&mut desk, "f k i s l i a k <Enter> <Enter>", is_read) <= 12);
}

#[test]
fn six_keys_tell_which_sources_never_name_somebody() {
    let mut desk = demo();
    let is_told = |desk: &Desk| {
        let corpus = desk.state.corpus();
        let row = desk.state.table().and_then(|table| table.current().map(|row| row.silent(corpus)));
        let names: Vec<&str> = row.iter().flatten().map(|at| corpus.document(*at).file.as_str()).collect();
        names == ["2-rferl.txt", "3-mediaite.txt", "1-npr.txt"] && desk.screen().contains(" Jared Kushner: ")
    };
    assert!(press(&mut desk, "f k u <Enter> v", is_told) <= 6);
}

#[test]
fn eight_keys_lead_to_the_first_passage_that_names_two() {
    for keys in ["j j & 5 <Enter>", "R <Enter> <Enter>", "f k i s l <Enter> H &"] {
        let mut desk = demo();
        let is_first = |desk: &Desk| {
            let corpus = desk.state.corpus();
            let is_named = |name: &str| {
                let [entity] = corpus.named(name)[..] else { panic!("{name} is not one") };
                let held = passage(desk).map(|at| corpus.spoken_of_in(at, desk.state.references()));
                held.iter().flatten().any(|mention| mention.entity == entity)
            };
            let both =
                desk.state.walked().targets.len() == 2 && is_named("Michael Flynn") && is_named("Sergey Kislyak");
            both && desk.state.walked().passages.first().map(|held| held.passage) == passage(desk)
        };
        assert!(press(&mut desk, keys, is_first) <= 8, "{keys}");
    }
}
