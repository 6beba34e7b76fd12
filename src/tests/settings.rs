//! Settings, keys and themes as their reader meets them: the real binary with a folder of settings.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use redstring::app::{Digits, Message, Settings, Size, State, update};
use redstring::load;
use tempfile::TempDir;

use super::desk;
use super::pty::{Program, Pty};

const BINARY: &str = env!("CARGO_BIN_EXE_redstring");

/// A folder of settings with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn run(arguments: &[&str], settings: &Path) -> Output {
    let mut command = Command::new(BINARY);
    command.args(arguments).env("REDSTRING_CONFIG", settings).stdin(Stdio::null()).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The program on the demo articles with these settings.
fn screen(files: &[(&str, &str)], arguments: &[&str]) -> (TempDir, Pty) {
    let folder = folder(files);
    let program = Program::new(BINARY).env("REDSTRING_CONFIG", &folder.path().to_string_lossy());
    let pty = arguments.iter().fold(program, Program::arg).start();
    pty.wait_for("Michael Flynn");
    (folder, pty)
}

#[test]
fn the_check_lists_what_is_wrong_and_fails() {
    let right = folder(&[("config.toml", "mouse = false\n"), ("keys.toml", "\"Z\" = \"entity.merge\"\n")]);
    assert!(run(&["config", "--check"], right.path()).status.success());
    let wrong = folder(&[
        ("config.toml", "digits = \"many\"\n"),
        ("keys.toml", "\"g\" = \"search.open\"\n"),
        ("themes/own.toml", "person = \"\u{202e}nice\"\n"),
    ]);
    let output = run(&["config", "--check"], wrong.path());
    assert_eq!(output.status.code(), Some(1));
    let told = out(&output);
    let files = ["config.toml:1:10: ", "keys.toml:1:1: ", "themes/own.toml:1:10: "];
    assert!(told.lines().zip(files).all(|(line, file)| line.starts_with(file)) && told.lines().count() == 3, "{told}");
    assert!(!told.contains('\u{202e}'), "{told}");
}

#[test]
fn what_there_is_to_set_is_printed() {
    let folder = folder(&[("keys.toml", "\"Z\" = \"entity.merge\"\n")]);
    let paths = out(&run(&["config"], folder.path()));
    assert!(paths.contains("config.toml  (none)") && paths.contains("keys.toml\n"), "{paths}");
    assert!(out(&run(&["config", "--print-default"], folder.path())).contains("theme = \"auto\""));
    let keys = out(&run(&["keys"], folder.path()));
    let merge = keys.lines().find(|line| line.starts_with("entity.merge ")).unwrap();
    assert!(merge.contains("Z M"), "{merge}");
    for shell in ["bash", "zsh", "fish"] {
        assert!(out(&run(&["completions", shell], folder.path())).contains("redstring"), "{shell}");
    }
    let page = out(&run(&["man"], folder.path()));
    assert!(
        page.starts_with(".ie") && page.contains("REDSTRING PASSAGES") && page.contains("\\-\\-about"),
        "{page:.300}"
    );
}

#[test]
fn keys_and_footer_are_as_the_reader_has_them() {
    let (_folder, mut pty) = screen(&[("keys.toml", "\"C-f\" = \"finder.open\"\n\"f\" = \"none\"\n")], &[]);
    pty.wait_for("^F find");
    pty.keys("<C-f>");
    pty.wait_for("> ");
    pty.keys("<Esc><C-c><C-c>");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn wrong_settings_are_told_on_the_screen_and_the_rest_holds() {
    let (_folder, mut pty) = screen(&[("config.toml", "digits = 7\ntheme = \"light\"\n")], &[]);
    pty.wait_for("config.toml:1:10: digits");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn themes_colour_the_screen() {
    let back = |pty: &Pty| pty.terminal().cell(0, 40).unwrap().bgcolor();
    let (_folder, light) = screen(&[], &["--theme", "light"]);
    assert_eq!(back(&light), vt100::Color::Rgb(0xFB, 0xFB, 0xF8));
    let own = ("themes/own.toml", "screen = { bg = \"#010203\" }\n");
    let (_folder, own) = screen(&[own, ("config.toml", "theme = \"own\"\n")], &[]);
    assert_eq!(back(&own), vt100::Color::Rgb(1, 2, 3));
    for mut pty in [light, own] {
        pty.keys("q");
        assert_eq!(pty.exit_code(), 0);
    }
    let mut refused = Program::new(BINARY).arg("--theme").arg("nice").start();
    assert_eq!(refused.exit_code(), 2);
    assert!(refused.text().contains("no theme is called nice"), "{}", refused.text());
}

#[test]
fn settings_beside_the_sources_are_not_read() {
    let sources =
        folder(&[("config.toml", "digits = 7\n"), ("keys.toml", "\"q\" = \"none\"\n"), ("a.txt", "Ada Lind left.\n")]);
    let home = tempfile::tempdir().unwrap();
    let program = Program::new(BINARY).env("HOME", &home.path().to_string_lossy()).arg(sources.path());
    let mut pty = program.start();
    let shown = pty.wait_for("Ada Lind");
    assert!(!shown.contains("digits"), "{shown}");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn digits_count_where_they_are_to() {
    let settings = Settings { digits: Digits::Counts, ..Settings::default() };
    let mut state = State::new(Size::new(120, 36), settings);
    let now = std::time::Duration::ZERO;
    update(&mut state, Message::Snapshot(Arc::new(load::demo())), now);
    update(&mut state, Message::Loaded, now);
    let mut press = |keys: &str| {
        for character in keys.chars() {
            update(&mut state, Message::Key(desk::key(&character.to_string())), now);
        }
        (state.focus(), state.entities().scroll.cursor)
    };
    let focus = press("").0;
    assert_eq!(press("5j"), (focus, 5));
    assert_eq!(press("12j"), (focus, 17));
    assert_eq!(press("10k"), (focus, 7));
    assert_eq!(press("3G"), (focus, 2));
    assert_eq!(press("j"), (focus, 3));
}
