//! The headless commands as scripts meet them: the real binary over folders of its own and over the demo articles.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Stdio};

use redstring::text::is_hidden;
use serde_json::Value;
use tempfile::TempDir;

use super::pty::Program;

const BINARY: &str = env!("CARGO_BIN_EXE_redstring");

/// Articles with what makes offsets go wrong: letters of several bytes, decomposed accents, emoji, CRLF, hand-wrapped lines.
const ARTICLES: &[(&str, &str)] = &[
    (
        "harbour.txt",
        "---\ntitle: =Harbour talks\nsource: The Quay\npublished: 2016-12-30\n---\n\nFormer Mayor José Almeida met Vera Holm on \
         Dec. 29, 2016. “Não é nada,” Almeida said. 👨\u{200d}👩\u{200d}👧 Holm, of Norvale Holdings, left on December 30.\n\n\
         Nothing else is known.\n",
    ),
    (
        "deep/reply.txt",
        "Holm replies\r\n\r\nVera Holm wrote to Jose\u{301} Almeida in January 2017.\r\nAlmeida answered\u{202e} on Jan. 5, 2017.\r\n",
    ),
    (
        "wrapped.md",
        "The clerk of the harbour, Anders Lund, said in December 2016 that\nthe ship had left before the letter came, and that Vera \
         Holm could\nnot have known of it. Lund wrote no report.\n",
    ),
];

struct Answer {
    code: i32,
    out: Vec<u8>,
    err: String,
}

fn run(arguments: &[&OsStr], folder: &Path) -> Answer {
    let mut command = Command::new(BINARY);
    command.args(arguments).current_dir(folder).env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"));
    let output = command.stdin(Stdio::null()).output().unwrap();
    Answer { code: output.status.code().unwrap(), out: output.stdout, err: String::from_utf8(output.stderr).unwrap() }
}

/// Runs a command line in `folder` that must succeed; words are split at spaces, `_` stands for a space inside one.
fn answer(folder: &Path, line: &str) -> Answer {
    let words: Vec<String> = line.split_whitespace().map(|word| word.replace('_', " ")).collect();
    let answer = run(&words.iter().map(OsStr::new).collect::<Vec<_>>(), folder);
    assert_eq!(answer.code, 0, "{line}: {}", answer.err);
    answer
}

fn rows(folder: &Path, line: &str) -> Vec<Value> {
    let out = answer(folder, line).out;
    out.lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect()
}

fn folder(articles: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in articles {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn text<'r>(row: &'r Value, name: &str) -> &'r str {
    row[name].as_str().unwrap_or_else(|| panic!("no {name} in {row}"))
}

/// Which passage: document and first byte.
fn place(row: &Value) -> (String, u64) {
    (text(row, "doc").to_owned(), row["start"].as_u64().unwrap())
}

fn assert_text_is_at_its_span(row: &Value, texts: &BTreeMap<String, Vec<u8>>) {
    let offset = |name: &str| usize::try_from(row[name].as_u64().unwrap()).unwrap();
    let whole = &texts[text(row, "doc")];
    assert_eq!(&whole[offset("start")..offset("end")], text(row, "text").as_bytes(), "{row}");
}

fn check_spans(folder: &Path, paths: &str) {
    let mut texts = BTreeMap::new();
    for document in rows(folder, &format!("documents {paths}")) {
        let file = text(&document, "file").to_owned();
        let printed = answer(folder, &format!("documents {paths} --text {file}")).out;
        texts.insert(file, printed);
    }
    for command in ["mentions --references", "times", "passages"] {
        let found = rows(folder, &format!("{command} {paths}"));
        assert!(!found.is_empty(), "{command} found nothing");
        for row in &found {
            assert_text_is_at_its_span(row, &texts);
        }
    }
    for event in rows(folder, &format!("timeline {paths}")) {
        event["passages"].as_array().unwrap().iter().for_each(|row| assert_text_is_at_its_span(row, &texts));
    }
}

#[test]
fn every_span_holds_its_text() {
    check_spans(folder(ARTICLES).path(), ".");
    check_spans(folder(&[]).path(), "");
}

#[test]
fn the_printed_text_of_utf8_is_the_file() {
    let folder = folder(ARTICLES);
    for (file, text) in ARTICLES {
        assert_eq!(answer(folder.path(), &format!("documents . --text {file}")).out, text.as_bytes());
    }
    let missing = run(&["documents", ".", "--text", "no.txt"].map(OsStr::new), folder.path());
    assert_eq!((missing.code, missing.out.len()), (2, 0));
    assert!(missing.err.contains("no.txt"), "{}", missing.err);
}

#[test]
fn passages_about_an_entity_are_those_of_its_mentions() {
    let folder = folder(ARTICLES);
    let mentions = rows(folder.path(), "mentions .");
    let mut passages: BTreeMap<&str, BTreeSet<(String, u64)>> = BTreeMap::new();
    for mention in &mentions {
        let passage = (text(mention, "doc").to_owned(), mention["passage"]["start"].as_u64().unwrap());
        passages.entry(text(mention, "entity")).or_default().insert(passage);
    }
    let places = |line: &str| rows(folder.path(), line).iter().map(place).collect::<BTreeSet<_>>();
    let all = places("passages .");
    for (one, of_one) in &passages {
        assert_eq!(places(&format!("passages . --about {one}")), *of_one, "{one}");
        assert_eq!(places(&format!("passages . --not {one}")), &all - of_one, "not {one}");
        for (other, of_other) in &passages {
            let both = places(&format!("passages . --about {one} --about {other}"));
            assert_eq!(both, of_one & of_other, "{one} and {other}");
        }
    }
    assert!(passages.len() > 2, "{passages:?}");
}

#[test]
fn a_name_may_be_folded_or_the_surname_alone() {
    let folder = folder(ARTICLES);
    let whole = rows(folder.path(), "passages . --about Vera_Holm");
    assert!(whole.len() >= 3, "{whole:?}");
    assert_eq!(rows(folder.path(), "passages . --about vera__HOLM"), whole);
    let almeida = rows(folder.path(), "passages . --about jose_almeida");
    assert!(almeida.iter().any(|row| text(row, "doc") == "harbour.txt"), "{almeida:?}");
    assert!(!rows(folder.path(), "passages . --about almeida").is_empty());

    let unknown = answer(folder.path(), "passages . --about Nobody_Atall");
    assert!(unknown.out.is_empty() && unknown.err.contains("Nobody Atall"), "{}", unknown.err);
}

#[test]
fn several_that_fit_are_taken_together_and_named() {
    let folder = folder(&[("a.txt", "Mayor Ada Norling met Governor Erik Norling.\n\nGovernor Erik Norling left.\n")]);
    let both = answer(folder.path(), "passages . --about Norling");
    assert!(both.err.contains("Ada Norling") && both.err.contains("Erik Norling"), "{}", both.err);
    assert_eq!(both.out.lines().count(), 2);
}

#[test]
fn dates_are_held_against_the_passages_own_times() {
    let folder = folder(ARTICLES);
    let times = rows(folder.path(), "times .");
    let passages = rows(folder.path(), "passages .");
    for (filter, earliest, latest) in [
        ("--on 2016-12-29", "2016-12-29", "2016-12-29"),
        ("--on 2016-12", "2016-12-01", "2016-12-31"),
        ("--from 2017", "2017-01-01", "9999-12-31"),
        ("--from 2016-12-30 --to 2017-01-02", "2016-12-30", "2017-01-02"),
    ] {
        for certain in [false, true] {
            let fits = |time: &&Value| {
                let (Some(from), Some(to)) = (time["earliest"].as_str(), time["latest"].as_str()) else { return false };
                if certain { from >= earliest && to <= latest } else { from <= latest && to >= earliest }
            };
            let inside = |passage: &Value, time: &Value| {
                let (doc, start) = place(time);
                text(passage, "doc") == doc
                    && (passage["start"].as_u64()..passage["end"].as_u64()).contains(&Some(start))
            };
            let expected: Vec<&Value> =
                passages.iter().filter(|passage| times.iter().filter(fits).any(|time| inside(passage, time))).collect();
            assert!(!expected.is_empty(), "nothing for {filter}");
            let line = format!("passages . {filter}{}", if certain { " --certain" } else { "" });
            let mut found = rows(folder.path(), &line);
            for row in &mut found {
                // Each says how surely it fits, which --certain asks for.
                let fit = row.as_object_mut().and_then(|row| row.remove("fit"));
                let own = || times.iter().filter(|time| inside(row, time));
                let is_within = |time: &Value| text(time, "earliest") >= earliest && text(time, "latest") <= latest;
                let is_certain =
                    own().filter(|time| time["earliest"].is_string() && time["latest"].is_string()).any(is_within);
                assert_eq!(fit, Some(if is_certain { "certainly" } else { "possibly" }.into()), "{line} {row}");
            }
            assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{line}");
        }
    }
}

#[test]
fn a_document_is_named_by_its_path_or_the_end_of_it() {
    let folder = folder(ARTICLES);
    for name in ["deep/reply.txt", "reply.txt"] {
        let found = rows(folder.path(), &format!("passages . --in {name}"));
        assert!(found.iter().all(|row| text(row, "doc") == "deep/reply.txt") && found.len() == 3, "{found:?}");
    }
    assert!(answer(folder.path(), "passages . --in ply.txt").out.is_empty());
}

#[test]
fn neighbours_chain_the_passages_of_a_document() {
    let folder = folder(ARTICLES);
    let passages = rows(folder.path(), "passages .");
    for pair in passages.windows(2) {
        let together = pair[0]["doc"] == pair[1]["doc"];
        let expected = |row: &Value| if together { row["text"].clone() } else { Value::Null };
        assert_eq!((&pair[0]["after"], &pair[1]["before"]), (&expected(&pair[1]), &expected(&pair[0])));
    }
}

#[test]
fn a_header_is_no_passage_and_names_nobody() {
    let header = "---\nsource: Vera Holm Weekly\npublished: 2016-12-30\n---\n\n";
    let folder = folder(&[("a.txt", &format!("{header}Jose Almeida left on Dec. 29, 2016. He wrote nothing.\n"))]);
    let found = rows(folder.path(), "passages .");
    let texts: Vec<&str> = found.iter().map(|row| text(row, "text")).collect();
    assert_eq!(texts, ["Jose Almeida left on Dec. 29, 2016.", "He wrote nothing."]);
    assert!(found[0]["before"].is_null());
    let names: Vec<Value> = rows(folder.path(), "mentions .").iter().map(|row| row["text"].clone()).collect();
    assert_eq!(names, ["Jose Almeida"]);
    let times: Vec<Value> = rows(folder.path(), "times .").iter().map(|row| row["text"].clone()).collect();
    assert_eq!(times, ["Dec. 29, 2016"]);
}

#[test]
fn what_was_worked_out_is_called_inferred_and_a_copy_is_told() {
    let left = "Jose Almeida left on Dec. 29, 2016.\n";
    let folder = folder(&[("a.txt", left), ("b.txt", left)]);
    let table = String::from_utf8(answer(folder.path(), "documents . --format table").out).unwrap();
    let lines: Vec<&str> = table.lines().skip(1).collect();
    assert!(lines.iter().all(|line| line.starts_with("2016-12-29/.. (inferred) ")), "{table}");
    assert!(lines[1].ends_with("b.txt  same text as a.txt"), "{table}");
    assert!(!lines[0].contains("same text"), "{table}");
}

#[test]
fn csv_of_documents_is_read_back_as_metadata() {
    let folder = folder(ARTICLES);
    let table = String::from_utf8(answer(folder.path(), "documents . --format csv").out).unwrap();
    assert!(table.starts_with("file,title,source,author,published,url\n"), "{table}");
    let corrected = table.replace("The Quay", "The New Quay");
    assert_ne!(corrected, table);
    fs::write(folder.path().join("metadata.csv"), &corrected).unwrap();
    let again = String::from_utf8(answer(folder.path(), "documents . --format csv").out).unwrap();
    let sorted = |table: &str| table.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(sorted(&again), sorted(&corrected));
    let from_the_table = rows(folder.path(), "documents .");
    let harbour = from_the_table.iter().find(|row| row["file"] == "harbour.txt").unwrap();
    assert_eq!((text(harbour, "source"), text(harbour, "title")), ("The New Quay", "=Harbour talks"));
}

#[test]
fn csv_runs_no_formula_unless_asked() {
    let folder = folder(ARTICLES);
    for (line, title) in
        [("documents . --format csv", "'=Harbour talks"), ("documents . --format csv --raw", "=Harbour talks")]
    {
        let table = answer(folder.path(), line).out;
        let mut reader = csv::Reader::from_reader(table.as_slice());
        let titles: Vec<String> = reader.records().map(|row| row.unwrap()[1].to_owned()).collect();
        assert!(titles.iter().any(|found| found == title), "{line}: {titles:?}");
    }
}

#[test]
fn csv_and_jsonl_hold_the_same_passages() {
    let folder = folder(ARTICLES);
    let table = answer(folder.path(), "passages . --format csv --raw").out;
    let mut reader = csv::Reader::from_reader(table.as_slice());
    let cells = reader.records().map(|row| row.unwrap());
    let from_csv: Vec<(String, String)> = cells.map(|row| (row[0].to_owned(), row[3].to_owned())).collect();
    let jsonl = rows(folder.path(), "passages .");
    let from_jsonl = jsonl.iter().map(|row| (text(row, "doc").to_owned(), text(row, "text").to_owned()));
    assert_eq!(from_csv, from_jsonl.collect::<Vec<_>>());
}

/// A folder whose file names and texts try to take over a terminal.
fn hostile() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        &b"esc\x1b]0;owned\x07.txt"[..],
        b"line\nend.txt",
        "rlo\u{202e}txt.exe.txt".as_bytes(),
        b"-rf.txt",
        b"\xff.txt",
    ] {
        let text = "Vera Holm\u{1b}[2J wrote \u{9b}31m in\u{202e} 2016.\u{1b}]52;c;aGk=\u{7}\n";
        fs::write(folder.path().join(OsStr::from_bytes(name)), text).unwrap();
    }
    fs::write(folder.path().join(OsStr::from_bytes(b"bin\x1b[2Jary.txt")), b"\x7fELF\0\0\0\0\0\0\0\0").unwrap();
    folder
}

#[test]
fn nothing_from_outside_reaches_the_terminal_raw() {
    let folder = hostile();
    for command in ["documents", "mentions", "entities", "times", "timeline", "passages"] {
        for format in ["table", "jsonl"] {
            let answer = answer(folder.path(), &format!("{command} . --format {format}"));
            let out = String::from_utf8(answer.out).unwrap();
            for line in out.lines().chain(answer.err.lines()) {
                assert!(!line.contains(is_hidden), "{command} as {format}: {line:?}");
            }
            assert!(answer.err.contains("bin^[[2Jary.txt"), "{}", answer.err);
        }
    }
    let refused = run(&[OsStr::new("--\u{1b}]0;owned\u{7}")], folder.path());
    assert_eq!(refused.code, 2);
    assert!(!refused.err.lines().any(|line| line.contains(is_hidden)), "{:?}", refused.err);
}

#[test]
fn on_a_terminal_everything_is_shown_with_marks() {
    let folder = hostile();
    for command in ["entities", "passages", "passages --format csv", "documents --text=-rf.txt"] {
        let mut program = Program::new(BINARY);
        for word in command.split(' ') {
            program = program.arg(word);
        }
        let mut pty = program.arg(folder.path()).start();
        assert_eq!(pty.exit_code(), 0, "{command}");
        let raw = String::from_utf8(pty.raw()).unwrap();
        let written = raw.replace("\r\n", "");
        assert!(!written.is_empty() && !written.contains(is_hidden), "{command}: {written:?}");
    }
}

#[test]
fn a_file_that_looks_like_an_option_is_read_after_two_dashes() {
    let folder = hostile();
    let found = rows(folder.path(), "passages -- -rf.txt");
    assert_eq!(text(&found[0], "doc"), "-rf.txt");
}

#[test]
fn a_terminal_gets_a_table_and_a_pipe_json() {
    let folder = folder(ARTICLES);
    let mut pty = Program::new(BINARY).arg("entities").arg(folder.path()).size(60, 20).start();
    assert_eq!(pty.exit_code(), 0);
    let screen = pty.text();
    assert!(screen.lines().next().unwrap().contains("MENTIONS"), "{screen}");
    assert!(String::from_utf8(pty.raw()).unwrap().lines().all(|line| line.chars().count() <= 60), "{screen}");
    assert!(answer(folder.path(), "entities .").out.starts_with(b"{"));
}

#[test]
fn exit_codes_say_how_it_went() {
    let folder = folder(&[("a.txt", "Vera Holm left."), ("b.txt", "\u{0}\u{1}\u{2}\u{0}\u{0}")]);
    for (arguments, code) in [
        (&["entities", "a.txt"][..], 0),
        (&["entities", "a.txt", "--no-casebook"], 0),
        (&["entities", "a.txt", "missing.txt"], 0),
        (&["entities", "missing.txt"], 2),
        (&["entities", "a.txt", "--format", "xml"], 2),
        (&["passages", "a.txt", "--on", "someday"], 2),
        (&["--help"], 0),
        (&["passages", "--help"], 0),
        (&["--version"], 0),
    ] {
        let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
        let answer = run(&arguments, folder.path());
        assert_eq!(answer.code, code, "{arguments:?}: {}", answer.err);
        assert_eq!(answer.out.is_empty(), code == 2, "{arguments:?}");
    }
    let one_missing = run(&["entities", "a.txt", "missing.txt"].map(OsStr::new), folder.path());
    assert!(one_missing.err.contains("missing.txt"), "{}", one_missing.err);
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let folder = folder(&[("a.txt", &"Vera Holm left.\n\n".repeat(20_000))]);
    let mut child = Command::new(BINARY)
        .args(["passages", ".", "--no-cache"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let end = child.wait_with_output().unwrap();
    assert!(first.starts_with('{') && end.status.success() && end.stderr.is_empty(), "{end:?}");
}

#[test]
fn the_cache_changes_no_answer() {
    let folder = folder(ARTICLES);
    let cache = TempDir::new().unwrap();
    let print = |line: &str| {
        let words = line.split_whitespace();
        let mut command = Command::new(BINARY);
        command.args(words).arg("--format").arg("jsonl").current_dir(folder.path()).env("XDG_CACHE_HOME", cache.path());
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    for command in ["documents", "mentions", "entities", "times", "timeline", "passages"] {
        let expected = print(&format!("{command} . --no-cache"));
        for _ in 0..2 {
            assert_eq!(print(&format!("{command} .")), expected, "{command}");
        }
    }
    let index = |arguments: &[&str]| {
        let mut command = Command::new(BINARY);
        command.arg("index").args(arguments).current_dir(folder.path()).env("XDG_CACHE_HOME", cache.path());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(index(&["."]).starts_with("3 files, 3 of them known, 0 read"), "{}", index(&["."]));
    assert!(index(&["--clear"]).contains("is removed"));
    assert!(index(&["."]).starts_with("3 files, 0 of them known, 3 read"));
}

#[test]
fn check_tells_what_is_missing_and_fails_by_it() {
    let folder = folder(ARTICLES);
    let check = || {
        let answer = run(&["check", ".", "--format", "csv"].map(OsStr::new), folder.path());
        let mut lines: Vec<String> =
            String::from_utf8(answer.out).unwrap().lines().skip(1).map(str::to_owned).collect();
        lines.sort();
        (answer.code, lines)
    };
    let (code, lines) = check();
    assert_eq!(code, 0, "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("undated,false,wrapped.md,")), "{lines:?}");
    fs::write(folder.path().join("copy.txt"), fs::read(folder.path().join("harbour.txt")).unwrap()).unwrap();
    fs::write(folder.path().join("empty.txt"), "\n").unwrap();
    fs::write(folder.path().join("broken.docx"), "no package").unwrap();
    let (code, lines) = check();
    assert_eq!(code, 1);
    for beginning in [
        "duplicate,false,harbour.txt,the same bytes as copy.txt",
        "no text,true,empty.txt,",
        "unreadable,true,broken.docx,",
    ] {
        assert!(lines.iter().any(|line| line.starts_with(beginning)), "{beginning}: {lines:#?}");
    }
}

#[test]
fn a_search_prints_passages_with_their_places() {
    let folder = folder(ARTICLES);
    let found = rows(folder.path(), "search almeida_NEAR/1_wrote .");
    assert!(found.is_empty(), "{found:?}");
    let found = rows(folder.path(), "search holm_NEAR/3_jose_almeida .");
    assert_eq!(found.len(), 2, "{found:?}");
    for row in &found {
        let text = row["text"].as_str().unwrap();
        for hit in row["hits"].as_array().unwrap() {
            let at = |key: &str| (hit[key].as_u64().unwrap() - row["start"].as_u64().unwrap()) as usize;
            assert!(["Holm", "José Almeida", "Jose\u{301} Almeida"].contains(&&text[at("start")..at("end")]), "{text}");
        }
    }
    let wrong = run(&["search", "holm AND", "."].map(OsStr::new), folder.path());
    assert_eq!((wrong.code, wrong.out.len()), (2, 0));
    assert!(wrong.err.contains("holm AND: something to look for has to stand here (at character 9)"), "{}", wrong.err);
}

#[test]
fn a_list_of_queries_is_answered_line_by_line() {
    let folder = folder(ARTICLES);
    fs::write(folder.path().join("names.list"), "# whom we ask for\nVera Holm\n\nNobody Atall\nholm AND (\n").unwrap();
    let answer = run(&["search", "--batch", "names.list", "."].map(OsStr::new), folder.path());
    assert_eq!(answer.code, 1, "{}", answer.err);
    assert!(answer.err.contains("1 of 3 queries can't be read"), "{}", answer.err);
    let rows: Vec<Value> = answer.out.lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
    let told: Vec<(u64, &str, u64)> = rows
        .iter()
        .map(|row| (row["line"].as_u64().unwrap(), row["query"].as_str().unwrap(), row["passages"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [(2, "Vera Holm", 3), (4, "Nobody Atall", 0), (5, "holm AND (", 0)]);
    assert!(rows[2]["error"].as_str().unwrap().contains("at character 11"), "{:?}", rows[2]);
    assert_eq!(rows[0]["documents"].as_array().unwrap().len(), 3);
}

#[test]
fn the_matrix_is_a_table_for_spreadsheets() {
    let folder = folder(ARTICLES);
    let ask = |arguments: &[&str]| {
        let arguments = [&["matrix", ".", "--format", "csv"][..], arguments].concat();
        let answer = run(&arguments.iter().map(OsStr::new).collect::<Vec<_>>(), folder.path());
        assert_eq!(answer.code, 0, "{}", answer.err);
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(answer.out.as_slice()).into_records();
        let heading = rows.next().unwrap().unwrap();
        (heading, rows.map(Result::unwrap).collect::<Vec<_>>())
    };
    let (heading, rows) = ask(&["--of", "people"]);
    assert_eq!(heading.iter().take(5).collect::<Vec<_>>(), ["kind", "name", "edtf", "count", "sources"]);
    assert!(heading.len() > 6 && !rows.is_empty(), "{heading:?}");
    for row in &rows {
        let cells: Vec<u32> = row.iter().skip(5).map(|cell| cell.parse().unwrap()).collect();
        assert_eq!(row[3].parse::<u32>().unwrap(), cells.iter().sum::<u32>(), "{row:?}");
        assert_eq!(row[4].parse::<usize>().unwrap(), cells.iter().filter(|cell| **cell > 0).count(), "{row:?}");
    }
    // Within the passages of one document the others are silent.
    let (heading, within) = ask(&["--of", "people", "--in", &heading[5]]);
    assert!(!within.is_empty() && within.len() <= rows.len());
    assert!(within.iter().all(|row| row.iter().skip(6).all(|cell| cell == "0")), "{heading:?} {within:?}");
}
