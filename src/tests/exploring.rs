//! A reader's way through the articles, in a pseudo-terminal: what each step shows, and that its numbers add up.

use std::fs;

use super::pty::{Program, Pty};

const BINARY: &str = env!("CARGO_BIN_EXE_redstring");
/// Shown in the footer of the first screen.
const FIRST_HINT: &str = "Enter every passage";

/// The embedded articles, read.
fn demo() -> Pty {
    let pty = Program::new(BINARY).start();
    pty.wait_for("Michael Flynn");
    pty.wait_for(FIRST_HINT);
    pty
}

/// Where `n` stands in `title`'s hits, and how many there are: "n: Michael Flynn 3/20".
fn place(screen: &str, title: &str) -> (u32, u32) {
    let (_, rest) = screen.split_once(&format!("n: {title} ")).unwrap_or_else(|| panic!("no {title} in:\n{screen}"));
    let (at, rest) = rest.split_once('/').unwrap();
    let of = rest.split(|c: char| !c.is_ascii_digit()).next().unwrap();
    (at.parse().unwrap(), of.parse().unwrap())
}

/// The stretches of the screen that are shown in reverse: the words under the reader's cursor among them.
fn reversed(pty: &Pty) -> Vec<String> {
    let terminal = pty.terminal();
    let (rows, columns) = terminal.size();
    let mut stretches = vec![String::new()];
    for (row, column) in (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column))) {
        match terminal.cell(row, column).filter(|cell| cell.inverse()) {
            Some(cell) => stretches.last_mut().unwrap().push_str(cell.contents()),
            None if stretches.last().unwrap().is_empty() => {}
            None => stretches.push(String::new()),
        }
    }
    stretches
}

#[test]
fn the_first_screen_says_what_there_is_and_what_to_do() {
    let pty = demo();
    let screen = pty.text();
    for words in
        ["Demo summaries. Yours: redstring FOLDER", "5 documents", "1 Documents", "3 Entities", "4 Timeline", "? help"]
    {
        assert!(screen.contains(words), "no {words:?} in:\n{screen}");
    }
    assert_eq!(place(&screen, "Michael Flynn").0, 1);
}

#[test]
fn enter_follows_to_the_passages_and_then_to_the_very_words() {
    let mut pty = demo();
    pty.keys("<Enter>");
    pty.wait_for("Enter read it here");
    pty.keys("j <Enter>");
    pty.wait_for("w/b next name or date");
    assert_eq!(place(&pty.text(), "Michael Flynn").0, 2);
    assert!(reversed(&pty).iter().any(|words| words == "Flynn"), "{:?}", reversed(&pty));
}

#[test]
fn n_steps_through_as_many_mentions_as_the_title_says() {
    let mut pty = demo();
    // Names only: each has the surname.
    pty.keys(".");
    pty.wait_for("References hidden");
    pty.keys("<Enter> <Enter>");
    let screen = pty.wait_for("w/b next name or date");
    let (first, total) = place(&screen, "Michael Flynn");
    assert!(screen.contains(&format!("{total} mentions in ")), "{screen}");
    assert_eq!(first, 1);
    for at in 2..=total {
        pty.keys("n");
        // A narrow title has room for the surname only.
        pty.wait_for(&format!("Flynn {at}/{total}"));
        assert!(reversed(&pty).iter().any(|words| words.contains("Flynn")), "{at}: {:?}", reversed(&pty));
    }
    pty.keys("N");
    pty.wait_for(&format!("Flynn {}/{total}", total - 1));
}

#[test]
fn the_finder_knows_other_spellings() {
    let mut pty = demo();
    pty.keys("f sergei<Space>kislyak");
    pty.wait_for("as “Sergei Kislyak”");
    pty.keys("<Enter>");
    pty.wait_for("n: Sergey Kislyak 1/");
    pty.wait_for("5 Passages  Sergey Kislyak");
}

#[test]
fn comparing_puts_two_documents_side_by_side() {
    let mut pty = demo();
    pty.keys("c");
    let screen = pty.wait_for("Tab column");
    assert!(screen.contains("─ A ") && screen.contains("─ B "), "{screen}");
    pty.keys("<Esc>");
    pty.wait_for(FIRST_HINT);
}

#[test]
fn a_cell_of_the_matrix_opens_its_passages() {
    let mut pty = demo();
    pty.keys("v");
    pty.wait_for("37 entities by 5 sources");
    pty.keys("<Enter>");
    pty.wait_for("F edits, Esc takes the last out");
    pty.wait_for("5 Passages  Flynn & ");
}

#[test]
fn a_mark_and_the_trail_lead_back() {
    let mut pty = demo();
    pty.keys("ma");
    pty.wait_for("Marked a: ");
    pty.keys("f kislyak<Enter>");
    pty.wait_for("n: Sergey Kislyak 1/");
    pty.keys("'a");
    pty.wait_for("n: Michael Flynn 1/");
    pty.keys("H");
    pty.wait_for("n: Sergey Kislyak 1/");
    pty.keys("L");
    pty.wait_for("n: Michael Flynn 1/");
}

#[test]
fn what_is_put_aside_lies_in_the_tray() {
    let mut pty = demo();
    pty.keys("<Enter>");
    pty.wait_for("Enter read it here");
    pty.keys("e");
    pty.wait_for("is in the tray, as number 1");
    pty.keys("E");
    pty.wait_for("1 piece from 1 document");
    pty.keys("d");
    pty.wait_for("is out of the tray");
}

#[test]
fn help_is_searched_while_typing() {
    let mut pty = demo();
    pty.keys("?");
    pty.wait_for("Follow the entity: all its passages");
    pty.keys("suspend");
    let screen = pty.wait_until("one row", |screen| !screen.contains("Follow the entity"));
    assert!(screen.contains("C-z") || screen.contains("^Z"), "{screen}");
    pty.keys("<Esc> <Esc>");
    pty.wait_for(FIRST_HINT);
}

#[test]
fn a_click_marks_and_the_wheel_scrolls() {
    let mut pty = demo();
    // What can't be kept is said above the panes, once that is known: only then rows stay where they are.
    pty.wait_for("Nothing can be kept");
    let row = pty.text().lines().position(|line| line.contains("● Sergey Kislyak")).unwrap() + 1;
    pty.send(format!("\x1b[<0;8;{row}M\x1b[<0;8;{row}m").as_bytes());
    pty.wait_for("n: Sergey Kislyak 1/");
    let before = pty.wait_for("Sergey Kislyak");
    pty.send(b"\x1b[<65;80;10M");
    pty.wait_until("the text scrolled", |screen| screen != before);
}

#[test]
fn what_a_file_tries_on_the_terminal_is_shown_and_not_done() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Ada Vexworth wrote \x1b]52;c;aGVsbG8=\x07 and \x1b]0;owned\x07 then \u{9b}2J and \u{202e}drawkcab.\n\nAda Vexworth \x1b[?1049l ended.\n";
    fs::write(folder.path().join("a\u{1b}[31mred.txt"), text).unwrap();
    let pty = Program::new(BINARY).arg(folder.path()).start();
    let screen = pty.wait_for("^[]52;c;");
    assert!(screen.contains("<U+009B>") && screen.contains("<U+202E>"), "{screen}");
    assert!(pty.terminal().alternate_screen());
    let raw = String::from_utf8(pty.raw()).expect("all of it is UTF-8");
    for dangerous in ["\x1b]", "\u{9b}", "\u{202e}", "\x07", "\x1b[31mred"] {
        assert!(!raw.contains(dangerous), "{dangerous:?} was written");
    }
}

#[test]
fn what_cannot_be_read_opens_the_screen_with_the_reason() {
    let mut pty = Program::new(BINARY).arg("/no/such/folder").start();
    pty.wait_for("/no/such/folder");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn q_leaves_zoom_first() {
    let mut pty = demo();
    pty.keys("z");
    pty.wait_until("one pane", |screen| !screen.contains("2 Reader"));
    pty.keys("q");
    pty.wait_for("2 Reader");
}

#[test]
fn another_size_keeps_the_place() {
    let mut pty = demo();
    pty.keys("<Enter> <Enter> n n");
    let screen = pty.wait_until("the third mention", |screen| screen.contains(" 3/"));
    let (_, total) = place(&screen, "Michael Flynn");
    pty.resize(80, 24);
    pty.wait_for(&format!("3/{total}"));
    pty.resize(200, 50);
    pty.wait_for(&format!("n: Michael Flynn 3/{total}"));
}

#[test]
fn a_border_is_dragged_by_the_mouse() {
    let mut pty = demo();
    let edge = |screen: &str| {
        let line = screen.lines().find(|line| line.contains("● Sergey Kislyak")).unwrap();
        line.chars().skip(1).position(|c| c == '│').unwrap() + 2
    };
    let from = edge(&pty.text());
    let to = from + 7;
    pty.send(format!("\x1b[<0;{from};20M\x1b[<32;{};20M\x1b[<32;{to};20M\x1b[<0;{to};20m", from + 3).as_bytes());
    pty.wait_until("the border stands there", |screen| edge(screen) == to);
}
