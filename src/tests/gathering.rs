//! Coming back to places and putting passages aside: the trail, marks under letters, the evidence tray.

use redstring::app::{Effect, Pane, Scope};
use redstring::model::Act;

use super::desk::Desk;
use super::library::library;

fn desk(keys: &str) -> Desk {
    let mut desk = Desk::new(120, 36, library());
    desk.keys(keys);
    desk
}

/// Pane, words under the caret, first row of the text, cursor of Entities.
fn sight(desk: &Desk) -> (Pane, String, usize, usize) {
    (desk.state.focus(), desk.caret(), desk.state.reader().top, desk.state.entities().scroll.cursor)
}

#[test]
fn back_and_forward_bring_the_same_sight() {
    let mut desk = desk("<Enter> 2 n n");
    let first = sight(&desk);
    desk.keys("3 j j <Enter> 2 n");
    let second = sight(&desk);
    desk.keys("H H H H H H");
    let began = sight(&desk);
    assert_ne!(began, second);
    desk.keys("L L L L L L");
    assert_eq!(sight(&desk), second);
    desk.keys("H").shows("◂");
    assert_ne!(first, began);
}

#[test]
fn a_mark_brings_back_to_its_place() {
    let mut desk = desk("<Enter> 2 n n");
    let marked = sight(&desk);
    desk.keys("m a").shows("Marked a: Ada Vexworth, ").keys("3 j j <Enter> 1 j <Enter>");
    assert_ne!(sight(&desk), marked);
    let left = sight(&desk);
    desk.keys("' a");
    assert_eq!(sight(&desk), marked);
    // The last place, to and fro.
    desk.keys("' '");
    assert_eq!(sight(&desk), left);
    desk.keys("' '");
    assert_eq!(sight(&desk), marked);
    desk.keys("' z").shows("Nothing is marked z: mz marks this place");
    desk.keys("' 7").shows("A mark is a letter from a to z");
    desk.keys("' <Esc>").keys("m").wait(500).shows("marks this place").shows("a    Ada Vexworth, ");
    desk.keys("<Esc> '").wait(500).shows("the last place");
}

#[test]
fn passages_are_put_aside_in_an_order_of_the_reader() {
    let mut desk = desk("E");
    desk.shows("Nothing yet: e in Reader or Passages puts the passage in").keys("y").shows("The tray is empty");
    desk.keys("<Esc> <Enter> e").shows("is in the tray, as number 1; E opens it");
    desk.keys("e").shows("is in the tray already, as number 1").keys("j j e").shows("as number 2").keys("2 V l e");
    desk.shows("as number 3").keys("E").shows("3 pieces from 1 document");
    let first = desk.state.tray().pieces[0];
    desk.keys("J").shows("2");
    assert_eq!(desk.state.tray().pieces[1], first);
    desk.keys("J J").shows("It stands at the end of the tray");
    assert_eq!(desk.state.tray().pieces[2], first);
    desk.keys("K");
    assert_eq!(desk.state.tray().pieces[1], first);
    desk.keys("y");
    let Some(Effect::Copy(text)) = desk.effects.last() else { panic!("nothing is copied") };
    assert_eq!(text.matches("Harbour Gazette").count(), 3, "{text}");
    desk.keys("d").shows("is out of the tray").shows("2 pieces from 1 document");
    desk.keys("<Enter>");
    assert_eq!(desk.state.focus(), Pane::Reader);
}

#[test]
fn what_is_picked_goes_in_together() {
    let mut desk = desk("<Enter> j <Space> j j <Space> k e");
    desk.shows("2 more in the tray, of what is picked");
    let picked = &desk.state.passages().picked;
    assert_eq!(desk.state.tray().pieces.len(), 2);
    assert!(desk.state.tray().pieces.iter().zip(picked).all(|(piece, (document, _))| piece.document == *document));
    desk.keys("e").shows("0 more in the tray");
}

#[test]
fn the_tray_leaves_as_a_file_and_becomes_permanent() {
    let mut desk = desk("<Enter> e j e E #");
    desk.shows("2 pieces tagged #evidence in the casebook");
    let tags =
        desk.effects.iter().filter(|effect| matches!(effect, Effect::Keep(act) if matches!(**act, Act::Tag { .. })));
    assert_eq!(tags.count(), 2);
    desk.keys("#").shows("All of it is tagged #evidence already").keys("x").shows("the passages of the evidence tray");
    desk.keys("<Enter>");
    let Some(Effect::Leave(departure)) = desk.effects.last() else { panic!("nothing leaves") };
    assert_eq!((departure.passages.len(), departure.file.as_str()), (2, "harbour-evidence.md"));
    desk.keys("<Tab>").shows("everything");
    assert!(matches!(desk.state.overlay(), redstring::app::Overlay::Leaving(box_) if box_.scope == Scope::Everything));
}
