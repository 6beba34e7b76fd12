//! The journal on a real disk: what is acknowledged is there, whatever happened to the file, and nothing else is shown.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::line::{encode, header, newer};
use super::{Adopted, Finding, Journal, JournalError};
use crate::casework::test_data::note;
use crate::model::{Act, Moment};

/// A folder of its own and the path of a journal in it.
fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("casebooks/harbour.jsonl");
    (folder, path)
}

fn write(path: &Path, notes: &[&str]) {
    let mut journal = Journal::open(path).unwrap();
    for text in notes {
        journal.add(note(text), Moment(0));
    }
    journal.save().unwrap();
}

fn notes(path: &Path) -> Vec<String> {
    texts(&Journal::open(path).unwrap())
}

fn texts(journal: &Journal) -> Vec<String> {
    let text = |act: &Act| match act {
        Act::Note { text, .. } => text.clone(),
        other => panic!("{other:?}"),
    };
    journal.entries().map(|entry| text(&entry.act)).collect()
}

fn kept_aside(path: &Path) -> Vec<Vec<u8>> {
    let files = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let mut aside: Vec<PathBuf> = files.filter(|file| file.to_string_lossy().contains(".bad-")).collect();
    aside.sort();
    aside.iter().map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn what_is_saved_is_there_and_for_nobody_else() {
    let (_folder, path) = folder();
    write(&path, &["one", "two"]);
    write(&path, &["three"]);
    assert_eq!(notes(&path), ["one", "two", "three"]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
}

#[test]
fn reading_writes_nothing() {
    let (folder, path) = folder();
    assert_eq!(notes(&path).len(), 0);
    assert!(!path.parent().unwrap().exists() && folder.path().exists());
}

#[test]
fn cut_at_every_byte_the_next_save_goes_on_and_keeps_the_rest_aside() {
    let (_folder, path) = folder();
    write(&path, &["one", "two"]);
    let whole = fs::read(&path).unwrap();
    let ends: Vec<usize> = whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    for length in (0..whole.len()).step_by(7).chain(ends.iter().flat_map(|end| [end - 1, *end])) {
        let (_folder, path) = folder_with(&whole[..length]);
        let expected = ends.iter().filter(|end| **end <= length).count().saturating_sub(1);
        let mut journal = Journal::open(&path).unwrap();
        assert_eq!(texts(&journal), ["one", "two"][..expected], "cut at {length}");
        let last_end = ends.iter().copied().filter(|end| *end <= length).max().unwrap_or(0);
        let is_torn = matches!(journal.findings(), [Finding::DamagedEnd { .. }]);
        assert_eq!(is_torn, length > last_end, "cut at {length}: {:?}", journal.findings());
        journal.add(note("after"), Moment(1));
        journal.save().unwrap();
        let shown = notes(&path);
        assert_eq!(shown.len(), expected + 1, "cut at {length}");
        assert_eq!(shown.last().unwrap(), "after");
        let aside = kept_aside(&path);
        let torn = &whole[last_end..length];
        // What is left of a first line says nothing.
        let expected_aside = if torn.is_empty() || last_end == 0 { vec![] } else { vec![torn.to_vec()] };
        assert_eq!(aside, expected_aside, "cut at {length}");
        assert_eq!(Journal::open(&path).unwrap().findings(), [], "cut at {length}");
    }
}

fn folder_with(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.jsonl");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn a_damaged_line_in_the_middle_stays_and_counts_for_nothing() {
    let (_folder, path) = folder();
    write(&path, &["one", "two", "three"]);
    let mut bytes = fs::read(&path).unwrap();
    let at = String::from_utf8_lossy(&bytes).find("two").unwrap();
    bytes[at] = b'T';
    fs::write(&path, &bytes).unwrap();
    let mut journal = Journal::open(&path).unwrap();
    assert_eq!(texts(&journal), ["one", "three"]);
    assert_eq!(journal.findings(), [Finding::DamagedLine(3)]);
    journal.add(note("four"), Moment(0));
    journal.save().unwrap();
    assert!(fs::read(&path).unwrap().starts_with(&bytes));
    assert_eq!(notes(&path), ["one", "three", "four"]);
}

#[test]
fn what_is_no_casebook_is_left_as_it_is() {
    let deep = "[".repeat(100_000);
    for bytes in [
        "[]",
        "{\"version\":1,\"notes\":[{\"doc\":\"../../etc/passwd\",\"start\":-5,\"end\":99999999999,\"text\":\"x\"}]}",
        "\u{FEFF}{\"version\":1}",
        &deep,
        "{\"version\":1,\"version\":2,\"notes\":[],\"notes\":[{}]}",
        "{\"version\":1,\"notes\":[{\"text\":\"\\u001b]52;c;cHduZWQ=\\u0007\"}]}",
        "{\"version\":1e999,\"n\":99999999999999999999999999}",
        "{\"version\":1,\"t\":\"\\ud800\"}",
        "{\"version\":-1}",
        "not json at all {",
        "{\"version\":1}\0\0\0\0",
        "null",
        "{\"version\":1}{\"version\":1}",
        "{\"version\":1,\"notes\":[{\"id\":1,\"te",
        "{\"version\":\"one\",\"notes\":5,\"tags\":{\"a\":[]},\"merges\":\"x\",\"bookmarks\":null}",
        "An article of the reader's.\n",
    ] {
        let (_folder, path) = folder_with(bytes.as_bytes());
        assert!(matches!(Journal::open(&path), Err(JournalError::NotACasebook(_))), "{bytes:.60}");
        // Also where it came into the way only after the journal was opened.
        fs::remove_file(&path).unwrap();
        let mut journal = Journal::open(&path).unwrap();
        journal.add(note("kept"), Moment(0));
        fs::write(&path, bytes).unwrap();
        assert!(matches!(journal.save(), Err(JournalError::NotACasebook(_))), "{bytes:.60}");
        assert_eq!((journal.unsaved(), fs::read(&path).unwrap()), (1, bytes.as_bytes().to_vec()));
    }
}

#[test]
fn a_form_of_a_later_version_is_told_from_what_is_no_casebook() {
    for bytes in ["{\"version\":999999,\"notes\":[]}", "{\"v\":2}\n{\"more\":[]}\n"] {
        let (_folder, path) = folder_with(bytes.as_bytes());
        let error = Journal::open(&path).unwrap_err();
        assert!(matches!(error, JournalError::LaterForm { known: 1, .. }), "{error:?}");
        let words = error.to_string();
        assert!(words.contains("update redstring") && words.contains("left as it is"), "{words}");
        let (_other, other) = folder();
        let mut journal = Journal::open(&other).unwrap();
        assert!(matches!(journal.adopt(bytes.as_bytes(), &path), Err(JournalError::LaterForm { .. })));
        assert_eq!(fs::read(&path).unwrap(), bytes.as_bytes());
    }
}

#[test]
fn in_an_empty_file_a_casebook_begins_and_that_is_said() {
    let (_folder, path) = folder_with(b"");
    let journal = Journal::open(&path).unwrap();
    assert_eq!(journal.findings(), [Finding::Empty]);
    assert_eq!(fs::read(&path).unwrap(), b"");
    write(&path, &["one"]);
    assert_eq!(notes(&path), ["one"]);
    assert_eq!(Journal::open(&path).unwrap().findings(), []);
}

#[test]
fn a_newer_casebook_is_read_and_never_written_to() {
    let (_folder, path) = folder();
    write(&path, &["one"]);
    let mut bytes = fs::read(&path).unwrap();
    bytes.extend(newer(999_999, note("from the future")));
    fs::write(&path, &bytes).unwrap();
    let mut journal = Journal::open(&path).unwrap();
    assert_eq!((texts(&journal), journal.newer()), (vec!["one".to_owned()], Some(999_999)));
    journal.add(note("two"), Moment(0));
    assert!(matches!(journal.save(), Err(JournalError::Newer { version: 999_999, .. })));
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn what_could_not_be_saved_is_saved_with_the_next_change() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("data");
    fs::write(&blocked, "a file where a folder should be").unwrap();
    let path = blocked.join("harbour.jsonl");
    let mut journal = Journal { path: path.clone(), ..Journal::open(&folder.path().join("none")).unwrap() };
    journal.add(note("one"), Moment(0));
    let error = journal.save().unwrap_err().to_string();
    assert!(error.contains("data") && error.contains("--casebook"), "{error}");
    journal.add(note("two"), Moment(0));
    assert_eq!((texts(&journal).len(), journal.unsaved()), (2, 2));
    fs::remove_file(&blocked).unwrap();
    assert_eq!(journal.save().unwrap().len(), 2);
    assert_eq!(notes(&path), ["one", "two"]);
}

#[test]
fn two_instances_write_a_thousand_entries_and_lose_none() {
    let (_folder, path) = folder();
    std::thread::scope(|scope| {
        for writer in ["a", "b"] {
            let path = &path;
            scope.spawn(move || {
                let mut journal = Journal::open(path).unwrap();
                for number in 0..500 {
                    journal.add(note(&format!("{writer}{number}")), Moment(0));
                    journal.save().unwrap();
                }
            });
        }
    });
    let shown = notes(&path);
    assert_eq!(shown.len(), 1000);
    for writer in ["a", "b"] {
        let of_one: Vec<&String> = shown.iter().filter(|text| text.starts_with(writer)).collect();
        assert!(of_one.iter().enumerate().all(|(number, text)| **text == format!("{writer}{number}")));
    }
    assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 1001);
}

#[test]
fn a_writer_waits_until_the_other_is_done() {
    let (_folder, path) = folder();
    write(&path, &["one"]);
    let mut journal = Journal::open(&path).unwrap();
    journal.add(note("two"), Moment(0));
    let held = fs::File::open(&path).unwrap();
    rustix::fs::flock(&held, rustix::fs::FlockOperation::LockExclusive).unwrap();
    let (sender, saved) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            journal.save().unwrap();
            sender.send(()).unwrap();
        });
        assert!(saved.recv_timeout(Duration::from_millis(300)).is_err(), "it did not wait");
        rustix::fs::flock(&held, rustix::fs::FlockOperation::Unlock).unwrap();
        saved.recv().unwrap();
    });
    assert_eq!(notes(&path), ["one", "two"]);
}

#[test]
fn each_learns_what_the_other_wrote() {
    let (_folder, path) = folder();
    let mut one = Journal::open(&path).unwrap();
    let mut other = Journal::open(&path).unwrap();
    one.add(note("from one"), Moment(0));
    one.save().unwrap();
    other.add(note("from the other"), Moment(0));
    other.save().unwrap();
    assert_eq!(texts(&other).len(), 2);
    one.add(note("again"), Moment(0));
    one.save().unwrap();
    assert_eq!(texts(&one), ["from one", "from the other", "again"]);
}

#[test]
fn a_file_that_was_taken_away_or_replaced_costs_nothing() {
    let (_folder, path) = folder();
    let mut journal = Journal::open(&path).unwrap();
    for text in ["one", "two"] {
        journal.add(note(text), Moment(0));
        journal.save().unwrap();
    }
    fs::remove_file(&path).unwrap();
    journal.add(note("three"), Moment(0));
    assert_eq!(journal.save().unwrap().len(), 3);
    assert_eq!(notes(&path), ["one", "two", "three"]);
    let (_other_folder, other) = folder();
    write(&other, &["elsewhere"]);
    fs::rename(&other, &path).unwrap();
    journal.add(note("four"), Moment(0));
    journal.save().unwrap();
    assert_eq!(notes(&path), ["elsewhere", "one", "two", "three", "four"]);
    assert!(journal.findings().contains(&Finding::Restored(3)));
}

#[test]
fn two_journals_merge_without_loss_and_a_second_time_changes_nothing() {
    let (_folder, mine) = folder();
    let (_other_folder, theirs) = folder();
    write(&mine, &["both"]);
    fs::create_dir_all(theirs.parent().unwrap()).unwrap();
    fs::copy(&mine, &theirs).unwrap();
    write(&mine, &["mine"]);
    write(&theirs, &["theirs", "also theirs"]);
    let bytes = fs::read(&theirs).unwrap();
    let mut journal = Journal::open(&mine).unwrap();
    assert_eq!(journal.adopt(&bytes, &theirs).unwrap(), Adopted { new: 2, known: 1 });
    journal.save().unwrap();
    assert_eq!(notes(&mine), ["both", "mine", "theirs", "also theirs"]);
    let mut again = Journal::open(&mine).unwrap();
    assert_eq!(again.adopt(&bytes, &theirs).unwrap(), Adopted { new: 0, known: 3 });
    // Two copies that a version control system has put one after the other are read as one.
    let both = [bytes.clone(), bytes].concat();
    let (_third_folder, third) = folder_with(&both);
    assert_eq!(notes(&third), ["both", "theirs", "also theirs"]);
}

/// What version control makes of two branches: lines of both in any order, some twice, marks of conflicts among them.
#[test]
fn lines_of_two_branches_in_any_order_come_to_the_same() {
    let (_folder, base) = folder();
    let save = |path: &Path, act: Act| {
        let mut journal = Journal::open(path).unwrap();
        let id = journal.add(act, Moment(0));
        journal.save().unwrap();
        id
    };
    let first = save(&base, note("first"));
    save(&base, note("second"));
    let branch = |edited: &str, undone: bool| {
        let (folder, path) = folder_with(&fs::read(&base).unwrap());
        save(&path, Act::EditNote { note: first, text: edited.to_owned() });
        let own = save(&path, note(&format!("of {edited}")));
        if undone {
            save(&path, Act::Undo { entry: own });
        }
        (folder, fs::read_to_string(&path).unwrap())
    };
    let (_one, one) = branch("mine", false);
    let (_other, other) = branch("theirs", true);
    let mut lines: Vec<&str> = one.lines().chain(other.lines()).collect();
    let read = |lines: &[&str]| {
        let (_folder, path) = folder_with(format!("{}\n", lines.join("\n")).as_bytes());
        let journal = Journal::open(&path).unwrap();
        let history = crate::casework::History::new(journal.entries());
        let standing: Vec<_> = history.entries().map(|(entry, standing)| (entry.id, standing)).collect();
        (standing, history.casework())
    };
    let expected = read(&lines);
    assert_eq!((expected.0.len(), expected.1.notes.len()), (7, 3));
    // Every step of a fixed shuffle; 7 and the number of lines have no divisor in common.
    for step in 0..20 {
        let count = lines.len();
        lines = (0..count).map(|at| lines[(at * 7 + step) % count]).collect();
        assert_eq!(read(&lines), expected, "{lines:#?}");
        let marked: Vec<&str> = ["<<<<<<< HEAD"].into_iter().chain(lines.iter().copied()).collect();
        let marked = [&marked[..3], &["======="], &marked[3..], &[">>>>>>> theirs"]].concat();
        assert_eq!(read(&marked), expected, "{marked:#?}");
    }
}

#[test]
fn only_files_are_opened_and_nothing_blocks() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    let sparse = folder.path().join("sparse");
    fs::File::create(&sparse).unwrap().set_len(1 << 40).unwrap();
    for path in [&pipe, Path::new("/dev/full"), folder.path(), &sparse] {
        assert!(Journal::open(path).is_err(), "{}", path.display());
    }
}

#[test]
fn a_hundred_bytes_of_nothing_after_a_power_cut_are_no_entry() {
    let mut bytes = header();
    bytes.extend(encode(1, Moment(0), note("one")).1);
    bytes.extend([0; 100]);
    let (_folder, path) = folder_with(&bytes);
    write(&path, &["two"]);
    assert_eq!(notes(&path), ["one", "two"]);
    assert_eq!(kept_aside(&path), [vec![0; 100]]);
}
