//! What strangers may put into files, names and tables never reaches a terminal as it is, and a full disk is told of.

use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::pty::Program;

const BINARY: &str = env!("CARGO_BIN_EXE_redstring");
/// Sets a title, clears the screen, turns the order of letters and heaps marks on one.
const EVIL: &str = "x\u{1b}]0;OWNED\u{7}\u{1b}[2J\u{9b}31m\u{202e}e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{200b}";

/// A folder of documents whose names, header, text and table all hold [`EVIL`].
fn evil_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        "---\ntitle: {EVIL} title\nsource: {EVIL}\nauthor: {EVIL}\npublished: 2019-03-04\n---\n\
         Ada Marlow {EVIL} met Bo Lund of the {EVIL} Harbour Ministry on 3 March 2019. Marlow left.\n"
    );
    fs::write(folder.path().join(format!("{EVIL}.txt")), text).unwrap();
    fs::write(folder.path().join(format!("{EVIL}.pdf")), "no text").unwrap();
    let rows = format!("file,title,source\n{EVIL}gone.txt,{EVIL},{EVIL}\n");
    fs::write(folder.path().join("metadata.csv"), rows).unwrap();
    folder
}

fn assert_harmless(written: &str, from: &str) {
    assert!(written.contains("OWNED"), "{from}: nothing was shown");
    for sequence in ["\u{1b}]", "\u{7}", "\u{9b}", "\u{202e}", "\u{200b}", "\u{301}\u{301}\u{301}\u{301}\u{301}"] {
        assert!(!written.contains(sequence), "{from}: {sequence:?}");
    }
}

#[test]
fn no_control_reaches_the_screen_from_any_view() {
    let folder = evil_folder();
    let mut pty = Program::new(BINARY).arg(folder.path()).start();
    pty.wait_for("Marlow");
    for keys in [
        "1 j i <Esc>",
        "I <Esc>",
        "w i <Esc>",
        "3 j i <Esc> <Enter> n",
        "4 i <Enter> <Esc>",
        "f owned <Esc> <Esc>",
        "c <Esc>",
        "/ owned <Enter>",
    ] {
        pty.keys(keys);
        pty.wait_quiet(Duration::from_millis(60));
    }
    assert_harmless(&String::from_utf8_lossy(&pty.raw()), "the screen");
}

#[test]
fn no_control_reaches_a_table_or_a_message() {
    let folder = evil_folder();
    let ended = Command::new(BINARY)
        .args(["documents", "--no-cache", "--format", "table"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert_harmless(&String::from_utf8(ended.stdout).unwrap(), "the table");
    assert_harmless(&String::from_utf8(ended.stderr).unwrap(), "the message");
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_could_not_be_written_is_told() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let ended = Command::new(BINARY).arg("--help").stdout(Stdio::from(full)).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("could not be written"));
}
