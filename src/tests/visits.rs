//! Coming back: a session begins where the last one over the same sources ended, and shows what is new since.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use redstring::app::{Message, Pane, Settings, Size, State, Visit, update};
use redstring::load;
use tempfile::TempDir;

use super::desk;
use super::pty::{Program, Pty};

const ARTICLES: &[(&str, &str)] = &[
    (
        "one.txt",
        "---\ntitle: The ferry\npublished: 2020-03-01\n---\n\nAda Lind sold the ferry to Ben Roe on 24 February 2020.\n\n\
         The council heard of it from Lind.\n\nRoe said nothing for a week.\n",
    ),
    (
        "two.txt",
        "---\ntitle: The council\npublished: 2020-03-08\n---\n\nBen Roe told the council on 2 March 2020 that he had paid Lind.\n\n\
         Clara Vane, the clerk, wrote it down.\n",
    ),
];
const LATER: (&str, &str) = (
    "three.txt",
    "---\ntitle: The clerk\npublished: 2020-04-01\n---\n\nClara Vane left the council on 30 March 2020.\n",
);

fn sources() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for article in ARTICLES {
        add(folder.path(), *article);
    }
    folder
}

fn add(folder: &Path, (name, text): (&str, &str)) {
    fs::write(folder.join(name), text).unwrap();
}

fn session(folder: &Path, visit: Option<Visit>) -> State {
    let settings = Settings { visit: visit.map(Arc::new), ..Settings::default() };
    let mut state = State::new(Size::new(120, 36), settings);
    let corpus = load::load(&[folder.to_owned()]);
    update(&mut state, Message::Snapshot(Arc::new(corpus)), Duration::ZERO);
    update(&mut state, Message::Loaded, Duration::ZERO);
    state
}

fn press(state: &mut State, keys: &[&str]) {
    for key in keys {
        update(state, Message::Key(desk::key(key)), Duration::ZERO);
    }
}

/// What the reader sees of where they are.
fn place(state: &State) -> (Pane, String, Option<String>, u32, Option<usize>) {
    let corpus = state.corpus();
    let document = state.reader().position(corpus).map(|at| corpus.document(at).file.clone());
    let row = state.entities().current().map(|_| state.entities().scroll.cursor);
    (state.focus(), state.walked().label.clone(), document, state.reader().caret.at, row)
}

#[test]
fn the_reader_comes_back_to_where_they_were() {
    let folder = sources();
    for keys in
        [&["j", "Enter"][..], &["2", "n", "n"], &["4", "j", "Enter"], &["1", "j", "Enter"], &["3", "j", "p", "z"]]
    {
        let mut first = session(folder.path(), None);
        press(&mut first, keys);
        let visit = first.visit().unwrap();
        let kept = serde_json::to_string(&visit).unwrap();
        let second = session(folder.path(), Some(serde_json::from_str(&kept).unwrap()));
        assert_eq!(place(&second), place(&first), "{keys:?}");
        assert_eq!(second.is_zoomed(), first.is_zoomed());
        assert_eq!(second.pins().map(|pins| pins.hits.len()), first.pins().map(|pins| pins.hits.len()), "{keys:?}");
        assert_eq!(second.visit(), Some(visit), "{keys:?}");
    }
}

#[test]
fn trail_marks_and_tray_outlive_the_session() {
    let folder = sources();
    let mut first = session(folder.path(), None);
    press(&mut first, &["2", "n", "m", "k", "e", "3", "j", "Enter", "1", "j", "Enter"]);
    let kept = serde_json::to_string(&first.visit().unwrap()).unwrap();
    let mut second = session(folder.path(), Some(serde_json::from_str(&kept).unwrap()));
    assert_eq!(second.trail().behind(), first.trail().behind());
    assert_eq!((second.tray().pieces.len(), &second.tray().pieces), (1, &first.tray().pieces));
    press(&mut first, &["'", "k"]);
    press(&mut second, &["'", "k"]);
    assert_eq!(place(&second), place(&first));
    press(&mut first, &["H", "H"]);
    press(&mut second, &["H", "H"]);
    assert_eq!(place(&second), place(&first));
    // A visit of a session that knew neither is read all the same.
    let older: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&kept).unwrap();
    let older: serde_json::Map<_, _> =
        older.into_iter().filter(|(key, _)| !matches!(key.as_str(), "marks" | "tray" | "behind")).collect();
    let older: Visit = serde_json::from_value(older.into()).unwrap();
    assert!(session(folder.path(), Some(older)).tray().pieces.is_empty());
}

#[test]
fn what_is_new_stands_out_and_what_is_gone_is_let_go() {
    let folder = sources();
    let mut first = session(folder.path(), None);
    press(&mut first, &["1", "j", "Enter"]);
    let visit = first.visit().unwrap();
    let read = first.reader().document.unwrap();
    fs::remove_file(folder.path().join("two.txt")).unwrap();
    add(folder.path(), LATER);
    let second = session(folder.path(), Some(visit));
    assert_ne!(second.reader().document, Some(read));
    assert!(second.reader().document.is_some() && !second.walked().hits.is_empty());
    let new: Vec<&str> = (second.corpus().documents().iter())
        .filter(|document| second.is_new(document.id))
        .map(|document| document.file.as_str())
        .collect();
    assert_eq!(new, ["three.txt"]);
    assert_eq!(second.notice().unwrap().words, "1 document new or changed since your last visit");
}

#[test]
fn the_demo_is_always_at_its_beginning() {
    let settings = Settings { is_demo: true, ..Settings::default() };
    let mut state = State::new(Size::new(120, 36), settings);
    update(&mut state, Message::Snapshot(Arc::new(load::demo())), Duration::ZERO);
    update(&mut state, Message::Loaded, Duration::ZERO);
    assert_eq!(state.visit(), None);
}

/// The program on these sources, at home in `home`, when all of them are read.
fn start(home: &Path, sources: &Path) -> Pty {
    let pty = Program::new(env!("CARGO_BIN_EXE_redstring")).env("HOME", &home.to_string_lossy()).arg(sources).start();
    let count = fs::read_dir(sources).unwrap().count();
    pty.wait_for(&format!("{count} documents"));
    pty
}

fn quit(mut pty: Pty) {
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}

fn kept(home: &Path) -> Vec<PathBuf> {
    let folder = fs::read_dir(home.join(".local/state/redstring")).into_iter().flatten();
    folder.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn the_place_is_kept_for_the_reader_alone() {
    let (home, sources) = (tempfile::tempdir().unwrap(), sources());
    let mut pty = start(home.path(), sources.path());
    pty.keys("1j<Enter>");
    pty.wait_for("2 Reader  The council");
    quit(pty);
    let files = kept(home.path());
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(fs::metadata(&files[0]).unwrap().permissions().mode() & 0o777, 0o600);
    add(sources.path(), LATER);
    let pty = start(home.path(), sources.path());
    pty.wait_for("2 Reader  The council");
    let screen = pty.wait_for("1 document new or changed since your last visit");
    assert!(screen.contains(" new "), "{screen}");
    quit(pty);
    // One that can't be read is no reason not to begin.
    fs::write(&files[0], [0xFF, b'{', 0]).unwrap();
    quit(start(home.path(), sources.path()));
    fs::remove_dir_all(home.path().join(".local")).unwrap();
    fs::create_dir_all(home.path().join(".config/redstring")).unwrap();
    fs::write(home.path().join(".config/redstring/config.toml"), "resume = false\n").unwrap();
    quit(start(home.path(), sources.path()));
    assert!(kept(home.path()).is_empty());
}
