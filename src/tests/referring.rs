//! References on the screen: shown, hidden, counted apart, walked, explained; who stands beside whom; all the names of one.

use redstring::app::Pane;
use redstring::load::load_bytes;
use redstring::model::References;

use super::desk::Desk;
use super::pty::Program;

const HARBOUR: &str = "The harbour board met

Vera Holm, the Danish ambassador, spoke with Peter Vexworth at the Harbour Board on Monday. The two men did not agree.

Peter Vexworth was late. He had taken the wrong ferry.

Nobody asked the ambassador why. The Holm campaign said nothing. The Harbour Board was told that Vera Holm had left.
";

pub fn desk(width: u16, height: u16) -> Desk {
    Desk::new(width, height, load_bytes(&[("harbour.txt", HARBOUR)]))
}

#[test]
fn names_and_references_are_counted_apart_and_walked_together() {
    let mut desk = desk(120, 36);
    desk.shows("n: Vera Holm 1/4");
    desk.keys("<Enter>").shows("3 names + 1 reference in 4 passages");
    desk.keys("n n").shows("n: Vera Holm 3/4");
    desk.keys(".").shows("References hidden").shows("3 mentions in 3 passages, 1 reference hidden");
    assert_eq!(desk.state.references(), References::Hidden);
    desk.keys(". .").shows("3 names + 1 reference");
}

#[test]
fn a_reference_under_the_cursor_says_why_and_is_followed() {
    let mut desk = desk(120, 36);
    desk.keys("2 g g");
    for _ in 0..40 {
        desk.keys("w");
        if desk.caret() == "He" {
            break;
        }
    }
    assert_eq!(desk.caret(), "He");
    desk.keys("i").shows("Peter Vexworth (person)").shows("reference: a role or pronoun").shows("nobody else");
    desk.keys("<Esc> <Enter>").shows("5 Passages  Peter Vexworth");
    assert_eq!(desk.state.focus(), Pane::Passages);
}

#[test]
fn related_lists_who_stands_beside_and_enter_follows_both() {
    let mut desk = desk(120, 36);
    desk.keys("R").shows("beside Holm");
    assert_eq!(desk.state.focus(), Pane::Entities);
    desk.keys("<Enter>").shows("Vera Holm & ");
    assert_eq!(desk.state.target().targets.len(), 2);
    desk.keys("3 <Esc>").hides("beside Holm");
}

#[test]
fn all_names_of_one_with_the_camp_apart() {
    let mut desk = desk(120, 36);
    desk.keys("A").shows("Names: 2").shows("Camp: the person's team").shows("first seen").shows("the ambassador");
}

#[test]
fn first_and_last_seen_are_by_dated_documents() {
    let dated = |day: &str| format!("---\ntitle: Of {day}\npublished: {day}\n---\nVera Holm spoke.\n");
    let (early, late) = (dated("2017-01-02"), dated("2017-03-04"));
    let texts = [("early.txt", early.as_str()), ("late.txt", &late), ("undated.txt", "Vera Holm said nothing.\n")];
    let mut desk = Desk::new(120, 36, load_bytes(&texts));
    desk.keys("A").shows("first seen   2017-01-02 (Of 2017-01-02)").shows("last seen    2017-03-04 (Of 2017-03-04)");
}

#[test]
fn doubtful_names_have_a_filter_of_their_own() {
    let mut desk = desk(120, 36);
    desk.keys("t t t t").shows("doubtful");
    desk.keys("t").hides("doubtful");
}

#[test]
fn the_program_shows_and_hides_references() {
    let mut pty = Program::new(env!("CARGO_BIN_EXE_redstring")).size(120, 36).start();
    pty.wait_for("Michael Flynn");
    pty.wait_for("Enter every passage");
    pty.keys("<Enter>");
    pty.wait_for("names + ");
    pty.keys(".");
    pty.wait_for("References hidden");
    pty.keys("q q q");
}
