//! The reader's casework as scripts meet it: the real binary writes it, is killed while it writes, and reads it again.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const ARTICLES: &[(&str, &str)] = &[
    ("harbour.txt", "Vera Holm met Anders Lund on Dec. 29, 2016. Holm left the harbour early.\n"),
    ("report.txt", "Anders Lund wrote a report in January 2017. The ship had left by then.\n"),
];

/// Articles, and a home of their own that keeps the casebooks.
struct Reader {
    home: TempDir,
}

impl Reader {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("articles")).unwrap();
        for (file, text) in ARTICLES {
            fs::write(home.path().join("articles").join(file), text).unwrap();
        }
        Self { home }
    }

    fn path(&self, below: &str) -> PathBuf {
        self.home.path().join(below)
    }

    /// The program with these arguments, words split at spaces.
    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_redstring"));
        command.args(line.split_whitespace()).current_dir(&self.home).env("HOME", self.home.path());
        command.env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"));
        command.env_remove("XDG_DATA_HOME").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, line: &str) -> Output {
        self.command(line).output().unwrap()
    }

    /// What a command that must succeed prints.
    fn answer(&self, line: &str) -> String {
        let output = self.run(line);
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Applies commands, and gives the output.
    fn apply(&self, commands: &str, line: &str) -> Output {
        let mut child = self.command(&format!("apply - {line}")).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(commands.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    /// What was done, and whether it holds.
    fn history(&self, line: &str) -> Vec<(String, String)> {
        let rows = self.answer(&format!("journal list {line} --format jsonl"));
        let rows = rows.lines().map(|row| serde_json::from_str::<Value>(row).unwrap());
        let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
        rows.map(|row| (text(&row, "what"), text(&row, "standing"))).collect()
    }

    fn casebooks(&self) -> Vec<PathBuf> {
        let folder = self.path(".local/share/redstring/casebooks");
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
    }
}

fn saved(output: &Output) -> Vec<String> {
    let out = String::from_utf8(output.stdout.clone()).unwrap();
    out.lines().map(|line| line.strip_prefix("saved ").unwrap().split(' ').next().unwrap().to_owned()).collect()
}

fn note(text: &str) -> String {
    format!("{{\"do\":\"note\",\"on\":{{\"document\":\"harbour.txt\"}},\"text\":\"{text}\"}}\n")
}

const EVERY_COMMAND: &str = r#"{"do":"note","on":{"entity":"Holm"},"text":"Ask her"}
{"do":"edit-note","note":"last","text":"Ask her again"}
{"do":"rename","entity":"Lund","name":"Anders Lundh"}
{"do":"change-kind","entity":"Lund","kind":"organization"}
{"do":"merge","into":"Holm","others":["Anders Lund"]}
{"do":"split-mentions","from":"Holm","mentions":[{"doc":"harbour.txt","start":44,"end":48,"text":"Holm"}],"name":"Holm"}
{"do":"split-alias","from":"Lund","alias":"Anders Lund"}
{"do":"split-documents","from":"Lund","documents":["report.txt"],"name":"The Writer"}
{"do":"hide","entity":"The Writer"}
{"do":"unhide","entity":"The Writer"}
{"do":"add-mention","at":{"doc":"report.txt","text":"ship"},"entity":"Holm"}
{"do":"add-entity","at":{"doc":"report.txt","text":"ship"},"kind":"organization","name":"The Ship"}
{"do":"reject-link","mention":{"doc":"harbour.txt","start":44,"end":48},"entity":"Holm"}
{"do":"confirm-link","mention":{"doc":"harbour.txt","start":0,"end":9},"entity":"Holm"}
{"do":"set-publication","document":"report.txt","date":"2017-01"}
{"do":"set-time","at":{"doc":"report.txt","text":"January 2017"},"value":"2017-02"}
{"do":"label-boilerplate","at":{"doc":"report.txt","text":"The ship had left by then."}}
{"do":"unlabel-boilerplate","at":{"doc":"report.txt","text":"The ship had left by then."}}
{"do":"tag","on":{"document":"harbour.txt"},"tag":"key"}
{"do":"bookmark","on":{"doc":"report.txt","text":"ship"}}
{"do":"save-search","name":"the ship","query":"ship NEAR/3 left"}
{"do":"review","on":{"document":"report.txt"}}
{"do":"take-back","entries":["last"]}
{"do":"undo"}
{"do":"redo"}
"#;

#[test]
fn every_command_is_saved_and_read_back() {
    let reader = Reader::new();
    let output = reader.apply(EVERY_COMMAND, "articles");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(saved(&output).len(), EVERY_COMMAND.lines().count());
    let history = reader.history("articles");
    // One more: which sources the casebook is for.
    assert_eq!(history.len(), EVERY_COMMAND.lines().count() + 1);
    let standing = |what: &str| history.iter().find(|(told, _)| told == what).map(|(_, standing)| standing.as_str());
    assert_eq!(standing("note on Vera Holm: Ask her"), Some("holds"));
    assert_eq!(standing("mark report.txt as reviewed"), Some("reverted"));
    assert_eq!(standing("take back (mark report.txt as reviewed)"), Some("holds"));
    assert!(reader.answer("journal check articles").is_empty());
}

#[test]
fn saved_searches_are_run_by_name_and_all_at_once() {
    let reader = Reader::new();
    let save =
        |name: &str, query: &str| format!("{{\"do\":\"save-search\",\"name\":\"{name}\",\"query\":\"{query}\"}}\n");
    let lines = format!("{}{}", save("ship", "ship NEAR/3 left"), save("lund", "lund"));
    assert_eq!(saved(&reader.apply(&lines, "articles")).len(), 2);
    let told = String::from_utf8(reader.apply(&save("broken", "lund AND ("), "articles").stderr).unwrap();
    assert!(told.contains("has to stand here"), "{told}");
    let rows = |line: &str| -> Vec<Value> {
        reader.answer(line).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let found = rows("search --saved=SHIP articles");
    assert_eq!(
        found.iter().map(|row| row["text"].as_str().unwrap()).collect::<Vec<_>>(),
        ["The ship had left by then."]
    );
    let all = rows("search --saved articles");
    let counts: Vec<(&str, u64)> =
        all.iter().map(|row| (row["name"].as_str().unwrap(), row["passages"].as_u64().unwrap())).collect();
    assert_eq!(counts, [("ship", 1), ("lund", 2)]);
    let csv = reader.answer("search --saved articles --format csv");
    assert!(csv.starts_with("name,line,query,hits,passages,documents,error"), "{csv}");
    let unknown = reader.run("search --saved=boat articles");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("no search is saved as boat; saved: ship, lund"));
}

#[test]
fn a_line_that_cannot_be_done_is_told_and_the_others_are_done() {
    let reader = Reader::new();
    let commands = format!(
        "{}not json\n{{\"do\":\"paint\"}}\n{{\"do\":\"hide\",\"entity\":\"Nobody\"}}\n\
         {{\"do\":\"set-publication\",\"document\":\"report.txt\",\"date\":\"2017-13\"}}\n\
         {{\"do\":\"bookmark\",\"on\":{{\"doc\":\"report.txt\",\"start\":1,\"end\":99999999}}}}\n\
         {{\"do\":\"redo\"}}\n{{\"do\":\"take-back\",\"entries\":[]}}\n{}\
         {{\"do\":\"tag\",\"on\":{{\"document\":\"report.txt\"}},\"tag\":\"two\\nlines\"}}\n\
         {{\"do\":\"rename\",\"entity\":\"Holm\",\"name\":\" \"}}\n\
         {{\"do\":\"merge\",\"into\":\"Holm\",\"others\":[\"Vera Holm\"]}}\n{{\"id\":\"torn\n{}",
        note("one"),
        note(""),
        note("two")
    );
    let output = reader.apply(&commands, "articles");
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!((output.status.code(), saved(&output).len()), (Some(1), 2), "{told}");
    for line in 2..=13 {
        assert!(told.contains(&format!("-:{line}: ")), "line {line} is not told: {told}");
    }
    assert!(told.contains("-:13: a damaged line of a casebook"), "{told}");
}

#[test]
fn a_casebook_follows_its_articles_and_is_nobody_elses() {
    let reader = Reader::new();
    reader.apply(&note("kept"), "articles");
    fs::rename(reader.path("articles"), reader.path("moved")).unwrap();
    fs::write(reader.path("moved/new.txt"), "A third article.\n").unwrap();
    assert_eq!(reader.history("moved").len(), 2);
    fs::create_dir(reader.path("other")).unwrap();
    fs::write(reader.path("other/a.txt"), "Something else.\n").unwrap();
    assert!(reader.history("other").is_empty());
    assert_eq!(reader.casebooks().len(), 1, "reading made a casebook");
}

#[test]
fn what_no_longer_fits_is_listed_with_its_reason() {
    let reader = Reader::new();
    reader.apply(
        "{\"do\":\"bookmark\",\"on\":{\"doc\":\"report.txt\",\"text\":\"ship\"}}\n{\"do\":\"note\",\"on\":{\"entity\":\"Holm\"},\"text\":\"x\"}\n",
        "articles --casebook mine.jsonl",
    );
    let check = || reader.answer("journal check articles --casebook mine.jsonl --format jsonl");
    assert!(check().is_empty());
    fs::write(reader.path("articles/report.txt"), "Anders Lund wrote nothing.\n").unwrap();
    let row: Value = serde_json::from_str(check().trim_end()).unwrap();
    assert_eq!(row["finding"], "its words no longer stand in the document");
    assert!(row["what"].as_str().unwrap().starts_with("bookmark \"ship\""));
}

#[test]
fn two_casebooks_become_one_and_single_entries_are_taken_back() {
    let reader = Reader::new();
    let mine = saved(&reader.apply(&note("mine"), "articles --casebook mine.jsonl"));
    reader.apply(&note("theirs"), "articles --casebook theirs.jsonl");
    let merge = "apply theirs.jsonl articles --casebook mine.jsonl";
    assert_eq!((reader.answer(merge).lines().count(), reader.answer(merge).lines().count()), (1, 0));
    reader.answer(&format!("journal revert --entry {} --casebook mine.jsonl", &mine[0][..8]));
    let standings: Vec<String> =
        reader.history("--casebook mine.jsonl").into_iter().map(|(_, standing)| standing).collect();
    let reverted = standings.iter().filter(|standing| *standing == "reverted").count();
    assert_eq!((standings.len(), reverted), (3, 1));
}

#[test]
fn damage_fails_the_check_and_foreign_files_are_left_alone() {
    let reader = Reader::new();
    reader.apply(&format!("{}{}", note("one"), note("two")), "articles --casebook mine.jsonl");
    let mut bytes = fs::read(reader.path("mine.jsonl")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 4;
    fs::write(reader.path("mine.jsonl"), &bytes).unwrap();
    let check = reader.run("journal check --casebook mine.jsonl");
    assert_eq!(check.status.code(), Some(1), "{}", String::from_utf8_lossy(&check.stdout));
    let article = fs::read(reader.path("articles/report.txt")).unwrap();
    let refused = reader.apply(&note("x"), "articles --casebook articles/report.txt");
    assert_eq!((refused.status.code(), fs::read(reader.path("articles/report.txt")).unwrap()), (Some(2), article));
}

#[test]
fn a_later_form_is_told_and_an_empty_file_is_begun_only_where_it_is_named() {
    let reader = Reader::new();
    let later = "{\"version\":999999,\"notes\":[]}";
    fs::write(reader.path("later.json"), later).unwrap();
    for line in
        ["journal list articles", "journal check articles", "entities articles", "export articles --as markdown"]
    {
        let output = reader.run(&format!("{line} --casebook later.json"));
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}: {told}");
        assert!(told.contains("of version 999999") && told.contains("update redstring"), "{line}: {told}");
    }
    assert_eq!(reader.apply(&note("x"), "articles --casebook later.json").status.code(), Some(2));
    assert_eq!(fs::read_to_string(reader.path("later.json")).unwrap(), later);

    fs::write(reader.path("empty.jsonl"), "").unwrap();
    let told = |output: &Output| String::from_utf8(output.stderr.clone()).unwrap();
    let check = reader.run("journal check articles --casebook empty.jsonl --format jsonl");
    assert!(check.status.success() && String::from_utf8_lossy(&check.stdout).contains("empty"), "{}", told(&check));
    assert!(told(&reader.run("journal list articles --casebook empty.jsonl")).contains("the file is empty"));
    assert_eq!(fs::read(reader.path("empty.jsonl")).unwrap(), b"", "reading began a casebook");
    let begun = reader.apply(&note("one"), "articles --casebook empty.jsonl");
    assert!(told(&begun).contains("begins a new casebook"), "{}", told(&begun));
    assert_eq!(reader.history("--casebook empty.jsonl").len(), 1);
    // One that is only found where casebooks are kept is nobody's.
    reader.apply(&note("two"), "articles");
    let kept = reader.casebooks().pop().unwrap();
    fs::write(&kept, "").unwrap();
    reader.apply(&note("three"), "articles");
    assert_eq!((reader.casebooks().len(), fs::read(&kept).unwrap()), (2, Vec::new()));
}

/// Starts `apply`, sends one note, and waits until it is told to be saved.
fn acknowledged(reader: &Reader, text: &str) -> (Child, String) {
    let mut child = reader.command("apply - articles --casebook mine.jsonl").stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(note(text).as_bytes()).unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    (child, line)
}

#[test]
fn two_hundred_kills_right_after_saved_lose_nothing() {
    let reader = Reader::new();
    for number in 0..200 {
        let (mut child, line) = acknowledged(&reader, &format!("note {number}"));
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(line.starts_with("saved "), "{line}");
    }
    let history = reader.history("--casebook mine.jsonl");
    let notes: Vec<&str> = history.iter().map(|(what, _)| what.as_str()).collect();
    let expected: Vec<String> = (0..200).map(|number| format!("note on harbour.txt: note {number}")).collect();
    assert_eq!(notes, expected);
}

#[test]
fn two_programs_write_a_thousand_notes_at_once_and_lose_none() {
    let reader = Reader::new();
    let commands = |who: &str| -> String { (0..500).map(|number| note(&format!("{who} {number}"))).collect() };
    let file = |who: &str| {
        fs::write(reader.path(who), commands(who)).unwrap();
        reader.command(&format!("apply {who} articles --casebook mine.jsonl")).spawn().unwrap()
    };
    let (one, other) = (file("one"), file("other"));
    for child in [one, other] {
        assert_eq!(saved(&child.wait_with_output().unwrap()).len(), 500);
    }
    let history = reader.history("--casebook mine.jsonl");
    assert_eq!(history.len(), 1000);
    for who in ["one", "other"] {
        let prefix = format!("note on harbour.txt: {who} ");
        let numbers: Vec<&str> = history.iter().filter_map(|(what, _)| what.strip_prefix(&prefix)).collect();
        assert!(numbers.into_iter().eq((0..500).map(|number| number.to_string())), "{who} lost its order");
    }
    assert!(reader.run("journal check --casebook mine.jsonl").status.success());
}

#[test]
fn what_cannot_be_saved_is_told_with_file_and_remedy() {
    let reader = Reader::new();
    fs::write(reader.path("blocked"), "").unwrap();
    let output = reader.apply(&note("x"), "articles --casebook blocked/deep/mine.jsonl");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{told}");
    assert!(told.contains("blocked/deep") && told.contains("--casebook"), "{told}");
    assert!(Path::new(&reader.path("blocked")).is_file());
}
