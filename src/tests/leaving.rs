//! The box in which is said what leaves: what it asks the world for, what it asks the reader, and the file on the disk.

use std::fs;

use redstring::app::{Answer, Departure, Effect, Message, Overlay};
use redstring::report::{Existing, Format, Group};

use super::desk::Desk;
use super::library::library;
use super::pty::Program;

/// What was asked to be written last.
#[track_caller]
fn departure(desk: &Desk) -> Departure {
    match desk.effects.last() {
        Some(Effect::Leave(departure)) => (**departure).clone(),
        other => panic!("{other:?} is no departure"),
    }
}

#[test]
fn what_passages_lists_leaves() {
    let mut desk = Desk::new(80, 24, library());
    desk.keys("x").shows("what Passages lists: ").shows("/home/ada").shows("outside the filter");
    desk.keys("<Enter>").shows("Writing");
    let leaves = departure(&desk);
    let listed: Vec<_> = desk.state.listed().passages.iter().map(|held| held.passage).collect();
    assert!(!listed.is_empty());
    assert_eq!((leaves.passages, leaves.filter.len(), leaves.about.len()), (listed, 1, 1));
    assert_eq!((leaves.export.format, leaves.existing), (Format::Markdown, Existing::Keep));
    desk.tell(Message::Left(Answer::Written("Written to /home/ada/x.md".to_owned())));
    assert!(matches!(desk.state.overlay(), Overlay::None));
    desk.shows("Written to /home/ada/x.md");
}

#[test]
fn everything_leaves_where_it_is_asked_for() {
    let mut desk = Desk::new(80, 24, library());
    desk.keys("x <Tab> <Down> <Down> <Up> <C-t> <Enter>");
    let leaves = departure(&desk);
    assert_eq!((leaves.passages.len(), leaves.filter.len()), (desk.state.corpus().passages().len(), 0));
    assert_eq!((leaves.export.format, leaves.export.group), (Format::Html, Group::Event));
    assert_eq!(leaves.file, "harbour.html");
}

#[test]
fn nothing_is_replaced_without_asking() {
    let mut desk = Desk::new(80, 24, library());
    desk.keys("x <Enter>");
    desk.tell(Message::Left(Answer::Occupied("x.md is there already".to_owned())));
    desk.shows("Enter again replaces it: x.md is there already").keys("<Enter>");
    assert_eq!(departure(&desk).existing, Existing::Replace);
    desk.tell(Message::Left(Answer::Occupied("x.md is there already".to_owned()))).keys("2 <Enter>");
    assert_eq!(departure(&desk).existing, Existing::Keep, "another name is another question");
    desk.tell(Message::Left(Answer::Failed("No space left\u{1b}[2J".to_owned()))).shows("No space left^[[2J");
    let asked = desk.effects.len();
    desk.keys("<C-u> <Enter>").shows("The file needs a name");
    assert_eq!(desk.effects.len(), asked);
    desk.keys("<Esc>");
    assert!(matches!(desk.state.overlay(), Overlay::None));
}

#[test]
fn a_typed_name_stays_and_an_offered_one_follows_the_format() {
    let mut desk = Desk::new(80, 24, library());
    desk.keys("x <Down>").shows(".html").keys("<C-u> mine.txt <Down> <Tab> <Enter>");
    assert_eq!(departure(&desk).file, "mine.txt");
}

#[test]
fn the_file_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flynn.html");
    let mut pty = Program::new(env!("CARGO_BIN_EXE_redstring")).start();
    pty.wait_for("Michael Flynn");
    pty.keys("x");
    pty.wait_for("what Passages lists: Michael Flynn");
    pty.send(b"\x1b[B\x15");
    pty.send(path.to_str().unwrap().as_bytes());
    pty.wait_for("flynn.html");
    pty.send(b"\r");
    pty.wait_for("Written to ");
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.contains("<title>Dossier: demo</title>") && page.ends_with("</html>\n"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}
