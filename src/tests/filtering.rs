//! The filter line and dates in the finder, driven by keys.

use redstring::app::Pane;
use redstring::load::load_bytes;

use super::desk::Desk;
use super::library::almanac;

fn desk() -> Desk {
    Desk::new(120, 36, almanac())
}

#[test]
fn a_line_of_terms_narrows_all_lists() {
    let mut desk = desk();
    desk.keys("F").shows("filter").keys("about:Brandt").shows("2 passages").keys("<Enter>");
    desk.shows("pinned Ilse Brandt").shows("2 passages in 2 documents");
    desk.keys("F <Space> 2019-05").shows("about:Brandt 2019-05").keys("<Enter>");
    desk.shows("pinned Ilse Brandt & 2019-05").shows("2 passages in 2 documents: 2 certainly, 0 possibly");
    desk.keys("<Esc>").shows("pinned Ilse Brandt").keys("<Esc>").hides("pinned");
}

#[test]
fn words_phrases_and_exclusions() {
    for (line, passages) in [
        ("Vexworth", 3),
        ("Vexworth -Brandt", 1),
        ("\"rang again\"", 1),
        ("rang", 3),
        ("rang !\"at two\"", 2),
        ("doc:ledger", 3),
        ("doc:a -doc:ledger -2019-05-03", 7),
        ("from:2019-05-10 to:2019-05-11", 3),
        ("2019-05-10..2019-05-11 is:certain", 2),
        ("on:2016", 1),
    ] {
        let mut desk = desk();
        desk.keys(&format!("F {} <Enter>", line.replace(' ', " <Space> ")));
        assert_eq!(desk.state.pins().unwrap().passages.len(), passages, "{line}\n{}", desk.screen());
    }
}

#[test]
fn a_kind_of_entity_is_asked_for() {
    let mut desk = desk();
    desk.keys("F type:org <Enter>").hides("● Ada Vexworth");
    desk.keys("F").shows("type:organization").keys("<C-u> <Enter>").shows("● Ada Vexworth");
}

#[test]
fn what_cannot_be_read_is_said_and_stays_open() {
    for (line, wrong) in [
        ("doc:nowhere", "no document is called nowhere"),
        ("about:Nobody", "nobody and nothing is called Nobody"),
        ("form:2016", "form: is none of"),
        ("on:soon", "no date: soon"),
        ("from:2019 <Space> to:2018", "from: lies after to:"),
        ("-", "something must stand behind -"),
        ("type:boat", "type: is person"),
    ] {
        let mut desk = desk();
        desk.keys("F").keys(line).shows(wrong).keys("<Enter>").shows("filter").keys("<Esc>").hides("filter ");
        assert!(desk.state.pins().is_none(), "{line}");
    }
}

#[test]
fn pins_of_any_kind_survive_being_edited() {
    let mut desk = desk();
    desk.keys("4 gg p 1 gg p F").shows("event:").shows("doc:a-almanac.txt");
    let before = desk.state.pins().unwrap().label.clone();
    desk.keys("<Enter>");
    assert_eq!(desk.state.pins().unwrap().label, before);
}

#[test]
fn the_timeline_keeps_what_may_lie_in_the_stretch() {
    let mut desk = desk();
    desk.keys("F 2019-06-01..2019-06-30 <Enter> 4 z").shows("2019-06-11..20").hides("2019-05-03");
}

#[test]
fn a_date_is_found_with_every_time_that_may_fall_there() {
    let mut desk = desk();
    desk.keys("f 2019-05-10").shows("2019-05-10: every time that may fall there").keys("<Enter>");
    assert_eq!(desk.state.focus(), Pane::Passages);
    desk.shows("2 times in 2 passages, 1 of them certain").shows("§5? ").shows("§5  ");
    desk.keys("f from:2019-06 <Space> to:2019-07").shows("2019-06-01..07-31: every time");
    desk.keys("<Esc> f on:2016 <Enter>").shows("1 time in 1 passage, 1 of them certain");
}

#[test]
fn dates_are_asked_for_the_same_on_the_screen_and_without_it() {
    let article = "Ada Vexworth rang on May 3, 2019.\n\nShe slept in May 2019.\n\nIlse Brandt left on May 9, 2019.\n";
    let corpus = load_bytes(&[("a.txt", article)]);
    let mut desk = Desk::new(120, 36, corpus);
    desk.keys("F 2019-05-03 <Enter>").shows("2 passages in 1 document: 1 certainly, 1 possibly");
    desk.keys("F <Space> is:certain <Enter>").shows("1 passage in 1 document, all certain");
}
