//! Sessions driven by keys, over a corpus made by hand.

use std::collections::BTreeSet;
use std::sync::Arc;

use redstring::app::{Effect, Listen, Message, MouseAction, Pane, PassageRow, layout};

use redstring::load::load_bytes;

use super::desk::Desk;
use super::library::{corpus, library};

fn desk() -> Desk {
    Desk::new(120, 36, library())
}

#[test]
fn the_first_screen_is_on_the_most_mentioned_person() {
    let mut desk = desk();
    assert_eq!(desk.state.focus(), Pane::Entities);
    desk.shows("n: Ada Vexworth 1/8");
    desk.shows("3 documents · 1 skipped (I) · 5 entities · 3 dated events");
    desk.shows("arrows choose  Enter every passage  Tab next pane");
    desk.shows("? help");
    assert_eq!(desk.caret(), "Vexworth");
}

#[test]
fn n_takes_as_many_steps_as_the_titles_say() {
    let mut desk = desk();
    desk.keys("<Enter>").shows("8 mentions in 8 passages, 1 in");
    let mut seen = BTreeSet::new();
    for step in 1..=8 {
        desk.shows(&format!("n: Ada Vexworth {step}/8"));
        assert!(desk.caret().contains("Vexworth"), "step {step}");
        seen.insert((desk.state.reader().document.map(|id| id.0), desk.state.reader().caret.at));
        desk.keys("n");
    }
    assert_eq!(seen.len(), 8);
    desk.shows("n: Ada Vexworth 1/8").shows("From the last to the first mention");
    desk.keys("N").shows("n: Ada Vexworth 8/8");
}

#[test]
fn n_unfolds_what_it_enters_and_announces_another_document() {
    let mut desk = desk();
    desk.keys("<Enter> n n n").shows("4/8").shows("2 lines of page furniture folded");
    desk.keys("n").shows("5/8").shows("page furniture unfolded").shows("Share this: Vexworth");
    desk.keys("n").shows("6/8").shows("now in Courier");
}

#[test]
fn the_cursor_marks_enter_follows_nothing_else_filters() {
    let mut desk = desk();
    let rows = desk.state.entities().rows.clone();
    desk.keys("j").shows("n: Ilse Brandt 1/5");
    assert_eq!(desk.state.entities().rows, rows);
    assert_eq!(desk.state.target().label, "Ada Vexworth");
    desk.keys("<Enter>").shows("Ilse Brandt").shows("5 mentions in 5 passages");
    assert_eq!((desk.state.focus(), desk.state.target().label.as_str()), (Pane::Passages, "Ilse Brandt"));
}

#[test]
fn a_passage_opens_at_its_words_and_back_comes_back() {
    let mut desk = desk();
    desk.keys("j <Enter> j j <Enter>");
    assert_eq!(desk.state.focus(), Pane::Reader);
    assert_eq!(desk.caret(), "Brandt");
    let there = desk.screen();
    desk.keys("H");
    assert_eq!(desk.state.focus(), Pane::Passages);
    desk.keys("H H");
    assert_eq!((desk.state.focus(), desk.state.target().label.as_str()), (Pane::Entities, "Ada Vexworth"));
    desk.keys("L L L");
    assert_eq!(desk.state.focus(), Pane::Reader);
    assert_eq!(desk.screen().lines().nth(5), there.lines().nth(5));
    desk.keys("L").shows("Nothing ahead");
}

#[test]
fn a_name_under_the_caret_leads_to_its_passages() {
    let mut desk = desk();
    desk.keys("2 gg w w");
    assert_eq!(desk.caret(), "Ada Vexworth");
    desk.keys("]o");
    assert_eq!(desk.caret(), "Harbour Board");
    desk.keys("<Enter>").shows("Harbour Board").shows("4 mentions in 4 passages");
    assert_eq!(desk.state.focus(), Pane::Passages);
    desk.keys("2 ]d <Enter>").shows("2019-05-03").shows("2 mentions in 2 passages");
}

#[test]
fn the_mark_of_the_readers_caret_leaves_n_alone() {
    let mut desk = desk();
    desk.keys("2 ]o").shows("n: Ada Vexworth -/8");
    assert_eq!(desk.state.marked().label, "Harbour Board");
    desk.keys("n").shows("n: Ada Vexworth 3/8");
    assert_eq!(desk.state.marked().label, "Ada Vexworth");
}

#[test]
fn a_search_is_walked_until_esc_gives_the_target_back() {
    let mut desk = desk();
    desk.keys("/ call").shows("/call").shows("/4 in 1 document");
    desk.keys("<Enter>").shows("n: /call 1/4").shows("n and N walk them");
    desk.keys("n n").shows("n: /call 3/4");
    desk.keys("<Esc>").shows("n: Ada Vexworth").shows("n walks Ada Vexworth again");
    desk.keys("/ nowhere <Enter>").shows("“nowhere” stands nowhere in these texts");
}

#[test]
fn what_a_list_marks_stays_marked_when_it_is_left() {
    for leave in ["1", "2", "<Tab>", "1 j", "/ clerks <Enter> <Esc> 1 j j", "& <Esc> 1 j", "p 1 j"] {
        let mut desk = desk();
        desk.keys("j").keys(leave);
        let current = desk.state.entities().current().unwrap();
        assert_eq!(desk.state.corpus().entity(current).name, desk.state.walked().label, "{leave}");
        // What & has added Esc takes out again.
        assert_eq!(desk.state.walked().label == "Ilse Brandt", !leave.contains('&'), "{leave}");
    }
}

#[test]
fn the_timeline_says_how_much_of_it_is_lit() {
    let mut desk = desk();
    desk.shows("3 of 3").keys("/ asleep <Enter>").shows("none of 3");
}

#[test]
fn esc_closes_the_passages_that_enter_opened() {
    let mut desk = desk();
    desk.keys("j").shows("4 Timeline").keys("<Enter>").hides("4 Timeline");
    desk.keys("<Esc>").shows("4 Timeline").shows("n: Ilse Brandt");
    assert_eq!(desk.state.focus(), Pane::Entities);
    desk.keys("<Enter> <Enter> <Esc>").shows("4 Timeline");
    assert_eq!(desk.state.focus(), Pane::Reader);
}

#[test]
fn a_search_without_hits_moves_nothing() {
    let mut desk = desk();
    let before = desk.screen().lines().take(35).collect::<Vec<_>>().join("\n");
    desk.keys("/ twix <Enter>").shows("“twix” stands nowhere");
    assert_eq!(desk.screen().lines().take(35).collect::<Vec<_>>().join("\n"), before);
}

#[test]
fn the_hits_of_a_search_are_listed_until_esc() {
    let mut desk = desk();
    desk.keys("/ call <Enter> 5").shows("/call").shows("4 hits in 4 passages");
    desk.keys("j").shows("n: /call 2/4").keys("<Esc>").shows("8 mentions in 8 passages");
}

#[test]
fn a_key_of_other_panes_says_where_it_works() {
    let mut desk = desk();
    desk.keys("1 t").shows("Nothing here for t; kind in Entities");
    desk.keys("l").shows("unfold in Entities and in Passages");
    desk.keys("3 gg l").shows("Nothing to fold here");
}

#[test]
fn comparing_says_where_the_target_does_not_stand() {
    let mut desk = desk();
    desk.keys("/ asleep <Enter> c").shows("No other document has /asleep");
}

#[test]
fn the_palette_says_where_a_number_goes() {
    desk().keys(": 3").shows("go to row 3").hides("^T");
    desk().keys("? sort").shows("By mentions").hides("Follow the");
}

#[test]
fn events_are_counted_within_the_pins() {
    let mut desk = desk();
    desk.keys("4").shows("2 p.").keys("1 gg p").hides("2 p.");
}

#[test]
fn a_search_given_up_goes_back_to_where_it_began() {
    let mut desk = desk();
    let before = desk.screen();
    desk.keys("/ twice");
    assert_ne!(desk.screen(), before);
    desk.keys("<Esc>");
    assert_eq!(desk.screen(), before);
}

#[test]
fn esc_steps_back_and_never_quits() {
    let mut desk = desk();
    desk.keys("p z f <Esc> <Esc> <Esc> <Esc> <Esc>");
    assert!(desk.effects.is_empty(), "{:?}", desk.effects);
    assert!(desk.state.pins().is_none() && !desk.state.is_zoomed());
    desk.shows("Nothing to step back from; q quits");
}

#[test]
fn q_closes_the_view_and_quits_at_the_root() {
    let mut desk = desk();
    desk.keys("c q ? q i q z q");
    assert!(desk.effects.is_empty(), "{:?}", desk.effects);
    desk.keys("q");
    assert_eq!(desk.effects, [Effect::Quit]);
}

#[test]
fn ctrl_c_cancels_and_twice_quits() {
    let mut desk = desk();
    desk.keys("f <C-c>").wait(5000);
    desk.keys("<C-c>").shows("Ctrl-C again quits");
    assert!(desk.effects.is_empty());
    desk.keys("<C-c>");
    assert_eq!(desk.effects, [Effect::Quit]);
}

#[test]
fn pins_narrow_the_lists_and_the_walk() {
    let mut desk = desk();
    desk.keys("3 j p").shows("pinned Ilse Brandt").shows("5 passages in 2 documents");
    desk.shows("n: Ilse Brandt").hides("José Ruiz");
    desk.keys("gg j <Enter>").shows("3 mentions in 3 passages");
    desk.keys("n n").shows("n: Ada Vexworth 3/3");
    desk.keys("<Esc> <Esc>").hides("pinned").shows("n: Ada Vexworth 6/8");
}

#[test]
fn and_with_adds_and_takes_out() {
    let mut desk = desk();
    desk.keys("j &").shows("Ada Vexworth & Ilse Brandt: 6 mentions in 3 passages");
    desk.keys("&").shows("Ada Vexworth: 8 mentions");
}

#[test]
fn the_finder_finds_other_spellings_and_goes_there() {
    let mut desk = desk();
    desk.keys("f").shows("Find everything");
    desk.keys("ilsa <Space> brand").shows("Ilse Brandt").hides("Nothing fits");
    desk.keys("<Enter>");
    assert_eq!((desk.state.focus(), desk.state.target().label.as_str()), (Pane::Passages, "Ilse Brandt"));
    desk.keys("f jose").shows("José Ruiz").keys("<C-t> <C-t>").shows("Nothing fits");
    desk.keys("<C-t> <C-t> courier <C-u> courier").shows("Find documents").keys("<Enter>");
    assert_eq!(desk.state.focus(), Pane::Reader);
    desk.shows("Reader  Courier");
    desk.keys("f asleep <Enter>").shows("n: /asleep");
}

#[test]
fn compare_opens_the_document_that_has_most_of_the_target() {
    let mut desk = desk();
    desk.keys("j <Enter> c").shows("A Harbour Gazette").shows("B Courier").shows("Ilse Brandt 1/3");
    desk.keys("<Tab> ]]").shows("Ilse Brandt 2/2");
    desk.keys("x").shows("A Courier").shows("B Harbour Gazette");
    desk.keys("B leaflet <Enter>").shows("B Who rang whom?");
    desk.keys("<Esc>").hides("B Who rang whom?");
    assert!(desk.effects.is_empty());
}

#[test]
fn help_is_searched_and_the_palette_runs() {
    let mut desk = desk();
    desk.keys("?").shows("Help").shows("Here");
    desk.keys("side").hides("Follow the entity").keys("<Esc> <Esc>").hides("Help");
    desk.keys(": compare.open <Enter>").shows("A Harbour Gazette");
    desk.keys("<Esc> 2 :4 <Enter>");
    let corpus = desk.state.corpus();
    let reader = desk.state.reader();
    let passage = corpus.passage_at(reader.position(corpus).unwrap(), reader.caret.at).unwrap();
    assert_eq!(corpus.passage(passage).paragraph, 4);
}

#[test]
fn a_prefix_that_waits_says_what_may_follow() {
    let mut desk = desk();
    desk.keys("2 ]").hides("Cursor to the next person");
    desk.wait(500).shows("Cursor to the next person").shows("First mention in the next document");
    desk.keys("p").hides("Cursor to the next person");
}

#[test]
fn why_says_how_and_where() {
    let mut desk = desk();
    desk.keys("i").shows("How its mentions were found").shows("a known given name");
    desk.keys("<Esc> 2 w i").shows("stands for").shows("linked by");
    desk.keys("<Esc> I").shows("SHA-256").shows("map.png: not a text");
}

#[test]
fn a_new_snapshot_moves_no_cursor() {
    let mut desk = desk();
    desk.keys("j j <Tab> <Tab> j <Enter>");
    let (entity, passage, at) =
        (desk.state.entities().current(), desk.state.passages().current(), desk.state.reader().caret);
    let name = |desk: &Desk| desk.state.entities().current().map(|at| desk.state.corpus().entity(at).name.clone());
    let before = name(&desk);
    desk.tell(Message::Snapshot(Arc::new(library())));
    assert_eq!((desk.state.entities().current(), desk.state.passages().current()), (entity, passage));
    assert_eq!((name(&desk), desk.state.reader().caret), (before, at));
}

#[test]
fn until_the_reader_acts_each_snapshot_is_shown_from_its_beginning() {
    let one = || corpus(&[("a.txt", "A", None, "[Bo Lund=P Bo Lund] waits.\n")]);
    let mut desk = Desk::new(120, 36, one());
    desk.shows("n: Bo Lund 1/1");
    desk.tell(Message::Snapshot(Arc::new(library()))).shows("n: Ada Vexworth 1/8");
    // What was chosen is gone in the next one: then the most mentioned person is shown again, and nothing breaks.
    desk.keys("j <Enter>").tell(Message::Snapshot(Arc::new(one()))).shows("Bo Lund");
}

#[test]
fn an_empty_collection_gives_the_reasons() {
    let mut desk = Desk::new(80, 24, corpus(&[]));
    desk.shows("Nothing could be read").shows("map.png: not a text");
    desk.keys("<Esc> j n N <Enter> p & i c f x <Esc> / y <Esc> 1 j 2 j w 4 j 5 j <Enter> z z H L J K");
    assert!(desk.effects.is_empty());
}

#[test]
fn a_click_focuses_and_marks_a_second_one_follows() {
    let mut desk = desk();
    let area = layout(desk.state.size(), &desk.state).pane(Pane::Entities).inside();
    desk.mouse(MouseAction::Click, area.x + 4, area.y + 1);
    assert_eq!(desk.state.marked().label, "Ilse Brandt");
    desk.mouse(MouseAction::Click, area.x + 4, area.y + 1);
    assert_eq!((desk.state.focus(), desk.state.target().label.as_str()), (Pane::Passages, "Ilse Brandt"));
    desk.mouse(MouseAction::Back, 0, 0);
    assert_eq!(desk.state.focus(), Pane::Entities);
    desk.mouse(MouseAction::Click, u16::MAX, u16::MAX).mouse(MouseAction::WheelDown, u16::MAX, 0);
    desk.keys("<F2>");
    assert_eq!(desk.effects, [Effect::Mouse(Listen::Off)]);
}

#[test]
fn a_click_in_the_text_rests_on_the_name_there() {
    let mut desk = desk();
    let screen = desk.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains("who chairs the Harbour")).unwrap();
    let column = line.chars().take_while(|c| *c != '│').count();
    let before = line.split("Harbour Board").next().unwrap();
    assert!(column < before.chars().count());
    desk.mouse(MouseAction::Click, before.chars().count() as u16 + 3, row as u16);
    assert_eq!((desk.state.focus(), desk.caret().as_str()), (Pane::Reader, "Harbour Board"));
}

#[test]
fn a_resize_keeps_what_was_being_read() {
    let mut desk = desk();
    desk.keys("2 n n n");
    let caret = desk.state.reader().caret;
    desk.resize(61, 17).resize(20, 5).shows("needs 60x16").resize(30, 5).shows("needs 60x16, have 30x5").keys("n N");
    desk.resize(200, 50);
    assert_eq!(desk.state.reader().caret, caret);
    desk.shows("4/8");
}

#[test]
fn furniture_is_folded_in_the_list_too() {
    let mut desk = desk();
    desk.shows("1 only in page furniture").hides("Tide Office");
    desk.keys("G l").shows("Tide Office");
    desk.keys("h").hides("Tide Office");
    desk.keys("t").shows("people · 8 in").hides("■ Harbour Board");
}

#[test]
fn text_is_pasted_into_fields_only() {
    let mut desk = desk();
    desk.tell(Message::Paste("qq".into())).shows("Pasted text is taken in the finder");
    assert!(desk.effects.is_empty());
    desk.keys("/").tell(Message::Paste("north\nquay".into())).shows("/north quay");
}

#[test]
fn a_notch_of_the_wheel_moves_the_text_by_three_lines_wherever_the_caret_is() {
    let long = "Rain.\n".repeat(90);
    let mut desk = Desk::new(120, 36, corpus(&[("a.txt", "A", None, &long)]));
    let area = layout(desk.state.size(), &desk.state).pane(Pane::Reader).inside();
    for notch in 1..=9 {
        desk.mouse(MouseAction::WheelDown, area.x + 4, area.y + 4);
        assert_eq!(desk.state.reader().top, notch * 3);
    }
    for notch in (0..9).rev() {
        desk.mouse(MouseAction::WheelUp, area.x + 4, area.y + 4);
        assert_eq!(desk.state.reader().top, notch * 3);
    }
}

#[test]
fn what_was_stopped_says_so_until_it_is_read_again() {
    let mut desk = Desk::new(120, 36, library());
    desk.tell(Message::Progress { read: 3, of: 9 }).shows("3 of 9").keys("<Esc>");
    assert!(matches!(desk.effects.last(), Some(Effect::CancelLoading)));
    desk.tell(Message::Progress { read: 4, of: 9 }).hides("4 of 9");
    desk.tell(Message::Loaded).shows("stopped, r reads the rest").keys("r");
    assert!(matches!(desk.effects.last(), Some(Effect::Reload)));
    desk.hides("stopped, r reads the rest").tell(Message::Progress { read: 9, of: 9 }).tell(Message::Loaded);
    desk.hides("stopped").hides("reading");
}

#[test]
fn passages_are_sorted_by_the_words_around_the_mention() {
    let text = "[Bo Lund=P Bo Lund] waits.\nToday [Bo Lund=P Bo Lund] asks.\nAlways [Bo Lund=P Bo Lund] pays.\n";
    let mut desk = Desk::new(120, 36, corpus(&[("a.txt", "A", None, text)]));
    let order = |desk: &Desk| -> Vec<u32> {
        let rows = desk.state.passages().rows.iter();
        let listed =
            rows.filter_map(|row| if let PassageRow::Passage(held) = row { Some(held.passage.0) } else { None });
        listed.collect()
    };
    desk.keys("<Enter>");
    assert_eq!(order(&desk), [0, 1, 2]);
    // "asks", "pays", "waits"; then nothing, "always", "today".
    desk.keys("gs").shows("Bo Lund by the words behind");
    assert_eq!(order(&desk), [1, 2, 0]);
    desk.keys("gs").shows("by the words before").keys("h l");
    assert_eq!(order(&desk), [0, 2, 1]);
    // The cursor stays in its passage, and n walks the texts as before.
    let kept = desk.state.passages().current().map(|held| held.passage);
    desk.keys("gs").hides("by the words");
    assert_eq!((order(&desk), desk.state.passages().current().map(|held| held.passage)), (vec![0, 1, 2], kept));
}

#[test]
fn o_shows_where_the_original_is_and_copies_it_without_opening_anything() {
    let page = "---\ntitle: Council sells the ferry\nurl: https://example.org/ferry\n---\n\nIt rains.\n";
    let mut desk = Desk::new(120, 36, load_bytes(&[("a.txt", page), ("b.txt", "It snows.\n")]));
    desk.keys("1 gg o").shows("Original of Council sells the ferry").shows("redstring opens nothing");
    assert_eq!(desk.effects, [Effect::Copy("https://example.org/ferry".into())]);
    desk.keys("<Esc> J 2 o").shows("none is stated").shows("The path was given");
    assert_eq!(desk.effects.last(), Some(&Effect::Copy("b.txt".into())));
}

#[test]
fn the_caret_goes_from_note_to_note() {
    let mut desk = desk();
    desk.keys("2 gg ]]").keys("V a Ask <Space> her <Enter> <Esc> ]o ]o ]o V # key <Enter> <Esc> gg");
    let mut places = Vec::new();
    desk.keys("]n");
    places.push(desk.state.reader().caret.at);
    desk.keys("]n");
    places.push(desk.state.reader().caret.at);
    assert!(places[0] < places[1], "{places:?}");
    desk.keys("]n").shows("No note below");
    desk.keys("[n");
    assert_eq!(desk.state.reader().caret.at, places[0]);
}

#[test]
fn lines_are_made_shorter_and_longer_around_what_is_read() {
    let mut desk = Desk::new(200, 50, library());
    desk.keys("2 z n n");
    let caret = desk.state.reader().caret;
    let width = desk.state.reader().width();
    desk.keys("< <").shows("Lines of at most 72 cells");
    assert_eq!((width, desk.state.reader().width(), desk.state.reader().caret), (88, 72, caret));
    desk.keys("> > >");
    assert!(desk.state.reader().width() > width);
    desk.keys(&"< ".repeat(30)).shows("at most 40 cells").keys(&"> ".repeat(30)).shows("at most 200 cells");
}
