//! What the reader does on the screen is kept: the real binary in a pseudo-terminal, killed, locked out, doubled.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use rustix::process::{Signal, kill_process};
use tempfile::TempDir;

use super::pty::{Program, Pty};

const BINARY: &str = env!("CARGO_BIN_EXE_redstring");
const ARTICLE: &str = "Vera Holm met Anders Lund in Aarhus on Dec. 29, 2016. Holm left the harbour early.\n";

/// Articles, and a home of their own.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("articles")).unwrap();
        fs::write(home.path().join("articles/harbour.txt"), ARTICLE).unwrap();
        Self(home)
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    fn program(&self) -> Program {
        let home = self.0.path().to_str().unwrap();
        Program::new(BINARY).arg(self.path("articles")).env("HOME", home)
    }

    fn start(&self) -> Pty {
        started(self.program())
    }

    /// What was done, a row each, told by the program itself.
    fn history(&self, arguments: &[&str]) -> Vec<String> {
        let mut command = Command::new(BINARY);
        command.args(["journal", "list", "--format", "jsonl"]).arg(self.path("articles")).args(arguments);
        command
            .env("HOME", self.0.path())
            .env_remove("XDG_DATA_HOME")
            .env_remove("XDG_CACHE_HOME")
            .stdin(Stdio::null());
        let rows = String::from_utf8(command.output().unwrap().stdout).unwrap();
        rows.lines().filter(|row| !row.contains("open the casebook")).map(str::to_owned).collect()
    }
}

fn started(program: Program) -> Pty {
    let pty = program.start();
    pty.wait_for("Vera Holm");
    pty.wait_until("all is read", |screen| !screen.contains("reading"));
    pty
}

fn write_note(pty: &mut Pty, words: &str) {
    pty.keys("a");
    pty.wait_for("Enter saves");
    pty.keys(words);
    pty.send(b"\r");
}

/// Each round writes a note and is killed as soon as the screen says that it is saved.
fn kill_after_saved(rounds: usize) {
    let home = Home::new();
    for round in 0..rounds {
        let mut pty = home.start();
        write_note(&mut pty, &format!("round{round}."));
        pty.wait_until("saved", |screen| screen.lines().next().is_some_and(|line| line.trim_end().ends_with("saved")));
        kill_process(pty.process(), Signal::KILL).unwrap();
    }
    let history = home.history(&[]);
    for round in 0..rounds {
        assert!(history.iter().any(|row| row.contains(&format!("round{round}."))), "round {round} is lost");
    }
}

#[test]
fn what_the_screen_calls_saved_outlives_a_kill() {
    kill_after_saved(6);
}

/// The long run: `cargo test --release -- --ignored two_hundred_kills`.
#[test]
#[ignore = "takes minutes"]
fn two_hundred_kills_lose_nothing() {
    kill_after_saved(200);
}

#[test]
fn undo_reaches_back_before_the_start() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("X");
    pty.wait_until("hidden", |screen| screen.contains("saved") && !screen.contains("● Vera Holm"));
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    let mut pty = home.program().start();
    pty.wait_for("Anders Lund");
    pty.wait_until("all is read", |screen| !screen.contains("reading"));
    pty.wait_until("still hidden", |screen| !screen.contains("● Vera Holm"));
    pty.keys("u");
    pty.wait_for("● Vera Holm");
}

#[test]
fn a_casebook_that_cannot_be_written_is_said_and_the_work_can_leave() {
    let home = Home::new();
    fs::write(home.path("data"), "a file, no folder").unwrap();
    let data = home.path("data");
    let mut pty = started(home.program().env("XDG_DATA_HOME", data.to_str().unwrap()));
    write_note(&mut pty, "kept.");
    pty.wait_for("1 entry not saved, kept in memory");
    let other = home.path("other.jsonl");
    pty.keys(":casework.export");
    pty.send(b"\r");
    pty.wait_for("Write the casebook to");
    pty.keys(other.to_str().unwrap());
    pty.send(b"\r");
    pty.wait_for("are safe in");
    assert!(fs::read_to_string(&other).unwrap().contains("kept."));
    // Mended, the next save writes all of it.
    fs::remove_file(home.path("data")).unwrap();
    pty.keys(":casework.save");
    pty.send(b"\r");
    pty.wait_until("saved", |screen| !screen.contains("not saved"));
}

#[test]
fn two_at_once_lose_nothing_and_learn_of_each_other() {
    let home = Home::new();
    let (mut one, mut other) = (home.start(), home.start());
    write_note(&mut one, "first.");
    one.wait_until("saved", |screen| screen.lines().next().is_some_and(|line| line.trim_end().ends_with("saved")));
    write_note(&mut other, "second.");
    other.wait_for("Another program added");
    write_note(&mut one, "third.");
    one.wait_for("Another program added");
    let history = home.history(&[]);
    for words in ["first.", "second.", "third."] {
        assert!(history.iter().any(|row| row.contains(words)), "{words} is lost: {history:#?}");
    }
}

/// An editor that does what a line of shell says with the file.
fn editor(home: &Home, line: &str) -> String {
    let path = home.path("editor");
    fs::write(&path, format!("#!/bin/sh\n{line}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_note_is_written_in_the_readers_editor() {
    let home = Home::new();
    let editor = editor(
        &home,
        "echo ready; read answer < /dev/tty; printf '%s, then %s' \"$(cat \"$1\")\" \"$answer\" > \"$1\"",
    );
    let mut pty = started(home.program().env("EDITOR", &editor));
    pty.keys("a");
    pty.wait_for("Enter saves");
    pty.keys("one");
    pty.send(b"\x05");
    pty.wait_for("ready");
    assert!(!pty.terminal().alternate_screen());
    // What is typed now is the editor's own.
    pty.send(b"two\r");
    pty.wait_for("one, then two");
    pty.send(b"\r");
    pty.wait_until("saved", |screen| screen.contains("saved"));
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    assert!(home.history(&[]).iter().any(|row| row.contains("one, then two")));
}

#[test]
fn an_editor_that_fails_leaves_the_note_as_it_was() {
    let home = Home::new();
    for (editor, said) in [("/bin/false", "ended without success"), ("/nonexistent/ed", "could not be started")] {
        let mut pty = started(home.program().env("EDITOR", editor));
        pty.keys("a");
        pty.wait_for("Enter saves");
        pty.keys("precious");
        pty.send(b"\x05");
        pty.wait_for(said);
        assert!(pty.text().contains("precious"), "{}", pty.text());
    }
}

#[test]
fn a_quote_goes_to_the_terminals_clipboard() {
    let home = Home::new();
    let mut pty = home.start();
    pty.keys("2yq");
    pty.wait_for("given to the clipboard");
    let raw = pty.raw();
    let start = raw.windows(7).position(|bytes| bytes == b"\x1b]52;c;").expect("no OSC 52");
    let end = raw[start..].iter().position(|byte| *byte == 7).unwrap();
    // "Vera Holm" in base64.
    assert!(raw[start + 7..start + end].starts_with(b"VmVyYSBIb2xt"));
}

#[test]
fn a_named_casebook_is_used() {
    let home = Home::new();
    let file = home.path("mine.jsonl");
    let mut pty = started(home.program().arg("--casebook").arg(&file));
    write_note(&mut pty, "here.");
    pty.wait_until("saved", |screen| screen.contains("saved"));
    assert!(fs::read_to_string(&file).unwrap().contains("here."));
    assert!(!home.path(".local").exists());
}
