//! What leaves: every quote of every format is its source, whatever stands in the texts, and nothing is lost on the disk.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

use proptest::prelude::*;
use redstring::corpus::Corpus;
use redstring::load;
use redstring::model::{DocumentIx, Moment, PassageIx};
use redstring::report::{Export, Format, Furniture, Group, Made, Report, Selection, Table};
use serde_json::Value;

const BINARY: &str = env!("CARGO_BIN_EXE_redstring");

/// Sentences that formats trip over.
const PIECES: &[&str] = &[
    "=cmd|' /C calc'!A0 said Vera Holm.",
    "Anders Lund wrote ]]> and </script><script>alert(1)</script>.",
    "Vera Holm met Anders Lund on Dec. 29, 2016.",
    "José Almeida 👨\u{200d}👩\u{200d}👧 left on December 30, 2016.",
    "The clerk\u{202e} saw \u{1b}[2J Anders Lund.",
    "\\textbf{Holm} paid 50% of $9 & more_or_less #1 ~ to `Lund` *himself* [here](javascript:x).",
    "- a list of Vera Holm's\n- and of Anders Lund's",
    "@Norvale Holdings\tpaid.",
    "'=1+1 is what Vera Holm typed.",
    "Almeida wrote \u{9b}31m and \u{0} and \u{ffff}.",
    "1. Vera Holm | Anders Lund",
    "See https://example.org/?a=1&b=2 or www.example.org, wrote Lund.",
];

fn article() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    let title =
        prop::sample::select(vec!["=Harbour </title> talks", "../../x", "Ferry {\\b} & ]]>", "Holm\u{202e}replies"]);
    (title, prop::collection::vec(piece, 1..8), prop::sample::select(vec![" ", "\n\n", "\r\n", "\n"])).prop_map(
        |(title, pieces, between)| {
            format!("---\ntitle: {title}\nsource: The Quay\npublished: 2016-12-30\n---\n\n{}\n", pieces.join(between))
        },
    )
}

fn report(corpus: &Corpus) -> Report<'_> {
    let all = (0..corpus.passages().len()).map(PassageIx::at).collect();
    let selection = Selection::new(corpus, all, Vec::new(), Furniture::Kept);
    Report::new(corpus, selection, Made { at: Moment(1_480_000_000), collection: "<harbour>".to_owned() })
}

fn written(report: &Report<'_>, export: &Export, table: Option<Table>) -> String {
    let mut to = Vec::new();
    report.write(export, table, &mut to).unwrap();
    String::from_utf8(to).unwrap()
}

/// The quotes as they stand in the sources.
fn quotes(corpus: &Corpus, report: &Report<'_>) -> Vec<String> {
    report.selection().passages().iter().map(|at| corpus.words(*at).to_owned()).collect()
}

/// What stays of a text where control characters can't leave.
fn shown(text: &str) -> String {
    let may_leave = |letter: char| match letter {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        _ => !letter.is_control(),
    };
    text.chars().map(|letter| if may_leave(letter) { letter } else { '\u{fffd}' }).collect()
}

/// A cell without the guard against formulas.
fn unguarded(cell: &str) -> &str {
    let bare = cell.trim_start_matches('\'');
    let is_formula = bare.starts_with(['\t', '\r', '\n'])
        || bare.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula => rest,
        _ => cell,
    }
}

fn html_text(html: &str) -> String {
    let text = html.replace("&#13;", "\r").replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// Takes the backslashes of Markdown off.
fn markdown_text(line: &str) -> String {
    let mut text = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        text.push(if letter == '\\' { letters.next().unwrap() } else { letter });
    }
    text
}

fn between<'t>(text: &'t str, start: &'t str, end: &'t str) -> Vec<&'t str> {
    text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_quote_is_its_source(one in article(), other in article()) {
        let corpus = load::load_bytes(&[("one.txt", one), ("deep/o ther.txt", other)]);
        let report = report(&corpus);
        let quotes = quotes(&corpus, &report);

        let json: Value = serde_json::from_str(&written(&report, &Export::new(Format::Json), None)).unwrap();
        let of_json: Vec<&str> = json["passages"].as_array().unwrap().iter().map(|row| row["text"].as_str().unwrap()).collect();
        prop_assert_eq!(&of_json, &quotes);

        let csv = written(&report, &Export::new(Format::Csv), Some(Table::Passages));
        let mut rows = csv::Reader::from_reader(csv.as_bytes());
        let of_csv: Vec<String> = rows.records().map(|row| unguarded(&row.unwrap()[3]).to_owned()).collect();
        prop_assert_eq!(&of_csv, &quotes);

        let annotations: Value = serde_json::from_str(&written(&report, &Export::new(Format::Annotations), None)).unwrap();
        let items = annotations["first"]["items"].as_array().unwrap();
        prop_assert_eq!(annotations["total"].as_u64().unwrap() as usize, items.len());
        let mut highlighted = 0;
        for item in items {
            check_selectors(&corpus, &item["target"])?;
            highlighted += usize::from(item["motivation"] == "highlighting");
        }
        prop_assert_eq!(highlighted, quotes.len());

        let html = written(&report, &Export { group: Group::Document, ..Export::new(Format::Html) }, None);
        let of_html: Vec<String> = between(&html, "<blockquote dir=\"auto\">", "</blockquote>").into_iter().map(html_text).collect();
        let visible: Vec<String> = quotes.iter().map(|quote| shown(quote)).collect();
        prop_assert_eq!(&of_html, &visible);
        prop_assert!(!html.contains("<script") && !html.contains("]]>"), "markup came through");

        let markdown = written(&report, &Export { group: Group::Document, ..Export::new(Format::Markdown) }, None);
        let lines = markdown.lines().filter_map(|line| line.strip_prefix("> ")).map(markdown_text);
        let ends = |quote: &String| quote.replace("\r\n", "\n").replace('\r', "\n");
        let wanted: Vec<String> = visible.iter().map(ends).flat_map(|quote| quote.split('\n').map(str::to_owned).collect::<Vec<_>>()).collect();
        prop_assert_eq!(lines.collect::<Vec<_>>(), wanted);

        for format in [Format::GraphMl, Format::Gexf, Format::BibTex, Format::Html, Format::Markdown] {
            let whole = written(&report, &Export::new(format), None);
            let odd = whole.chars().find(|letter| letter.is_control() && *letter != '\n' && *letter != '\t' && *letter != '\r');
            prop_assert_eq!(odd, None, "{}", format.name());
        }
        for line in written(&report, &Export::new(Format::FollowTheMoney), None).lines() {
            let thing: Value = serde_json::from_str(line).unwrap();
            prop_assert!(thing["properties"].as_object().unwrap().values().all(Value::is_array), "{line}");
        }
        for format in [Format::TimelineJs, Format::Csl] {
            let parsed: Result<Value, _> = serde_json::from_str(&written(&report, &Export::new(format), None));
            prop_assert!(parsed.is_ok(), "{}", format.name());
        }
    }
}

/// The words of an annotation stand at its position, counted in code points, between its prefix and its suffix.
fn check_selectors(corpus: &Corpus, target: &Value) -> Result<(), TestCaseError> {
    let hash = target["source"]["sha256"].as_str().unwrap();
    let documents = (0..corpus.documents().len()).map(|at| corpus.document(DocumentIx::at(at)));
    let document =
        documents.into_iter().find(|document| redstring::model::ContentHash::from(*document).to_string() == hash);
    let letters: Vec<char> = document.unwrap().text.chars().collect();
    let selector = &target["selector"];
    let number = |name: &str| selector[1][name].as_u64().unwrap() as usize;
    let (start, end) = (number("start"), number("end"));
    let text = |letters: &[char]| letters.iter().collect::<String>();
    prop_assert_eq!(selector[0]["exact"].as_str().unwrap(), text(&letters[start..end]));
    prop_assert_eq!(selector[0]["prefix"].as_str().unwrap(), text(&letters[start.saturating_sub(32)..start]));
    prop_assert_eq!(selector[0]["suffix"].as_str().unwrap(), text(&letters[end..letters.len().min(end + 32)]));
    Ok(())
}

fn run(folder: &Path, line: &str) -> Output {
    let mut command = Command::new(BINARY);
    command.args(line.split_whitespace()).current_dir(folder).env("XDG_DATA_HOME", folder.join("data"));
    command.env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"));
    command.output().unwrap()
}

#[track_caller]
fn check(folder: &Path, line: &str, code: i32, told: &str) {
    let output = run(folder, line);
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{line}: {err}");
    assert!(err.contains(told), "{line}: {err}");
}

#[test]
fn what_is_on_the_disk_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    check(here, "export --as html --output dossier.html", 0, "of page furniture left out");
    let first = fs::read(here.join("dossier.html")).unwrap();
    check(here, "export --as csl --output dossier.html", 1, "dossier.html is there already and was left as it is");
    assert_eq!(fs::read(here.join("dossier.html")).unwrap(), first);
    check(here, "export --as csl --output dossier.html --force", 0, "");
    assert_ne!(fs::read(here.join("dossier.html")).unwrap(), first);
    symlink("dossier.html", here.join("link")).unwrap();
    check(here, "export --output link", 1, "is a link to another place");
    check(here, "export --output /dev/full --force", 1, "no file that could be replaced");
    check(here, "export --output no/such/folder", 1, "could not be written");
    check(here, "export --as csv --of passages,notes", 2, "name it with --output");
    check(here, "export --as csv --of passages,notes --output tables", 0, "");
    check(here, "export --as csv --of passages,notes --output tables", 1, "tables is there already");
    let mut names: Vec<_> = fs::read_dir(here).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["dossier.html", "link", "tables"]);
    let mut tables: Vec<_> =
        fs::read_dir(here.join("tables")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    tables.sort();
    assert_eq!(tables, ["notes.csv", "passages.csv"]);
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    for format in Format::ALL.map(Format::name) {
        let line = format!("export --as {format} --made 2026-11-24T12:00:00Z --about Kislyak");
        let (one, other) = (run(folder.path(), &line), run(folder.path(), &line));
        assert!(one.status.success() && !one.stdout.is_empty(), "{format}");
        assert!(one.stdout == other.stdout, "{format}");
    }
}

/// The same passages leave as the command prints; what stays is counted.
#[test]
fn an_export_obeys_the_filters() {
    let folder = tempfile::tempdir().unwrap();
    let filter = "--about Flynn --not Kislyak --on 2016-12";
    let rows = |line: &str| -> Vec<Value> {
        let out = String::from_utf8(run(folder.path(), line).stdout).unwrap();
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let printed = rows(&format!("passages {filter} --format jsonl"));
    let left = run(folder.path(), &format!("export {filter} --as json --of passages,documents --furniture"));
    let left: Value = serde_json::from_slice(&left.stdout).unwrap();
    assert!(!printed.is_empty());
    assert_eq!(left["passages"], Value::Array(printed.clone()));
    let told = &left["report"];
    let count = |value: &Value| value.as_u64().unwrap() as usize;
    let all = rows("passages --format jsonl").len();
    assert_eq!(count(&told["passages"]) + count(&told["left_out"]["outside_filter"]), all);
    let files: std::collections::BTreeSet<&str> = printed.iter().map(|row| row["doc"].as_str().unwrap()).collect();
    let documents: Vec<&str> =
        left["documents"].as_array().unwrap().iter().map(|row| row["file"].as_str().unwrap()).collect();
    assert_eq!(documents.iter().copied().collect::<std::collections::BTreeSet<_>>(), files);
    assert_eq!(told["filter"].as_array().unwrap().len(), 3);
}

/// Notes and tags leave with the passages that they stand beside.
#[test]
fn notes_and_tags_leave() {
    let folder = tempfile::tempdir().unwrap();
    let commands = folder.path().join("commands.jsonl");
    let lines = [
        "{\"do\":\"note\",\"on\":{\"doc\":\"1-npr.txt\",\"text\":\"Sean Spicer\"},\"text\":\"Ask <him> | again\"}",
        "{\"do\":\"tag\",\"on\":{\"doc\":\"1-npr.txt\",\"text\":\"Sean Spicer\"},\"tag\":\"calls\"}",
        "{\"do\":\"note\",\"on\":{\"entity\":\"Kislyak\"},\"text\":\"ambassador\"}",
        "{\"do\":\"bookmark\",\"on\":{\"document\":\"1-npr.txt\"},\"label\":\"first\"}",
    ];
    fs::write(&commands, lines.join("\n")).unwrap();
    check(folder.path(), "apply commands.jsonl", 0, "");
    let out = |line: &str| String::from_utf8(run(folder.path(), line).stdout).unwrap();
    let dossier = out("export --by tag --as markdown");
    assert!(dossier.contains("\n### calls\n"), "{dossier}");
    assert!(dossier.contains("- Note: Ask \\<him\\> \\| again (20"), "{dossier}");
    assert!(dossier.contains("- Tags: calls\n"));
    assert!(dossier.contains("  - Bookmark: first\n"));
    assert!(out("export --as html").contains("Ask &lt;him&gt; | again"));
    let notes: Value = serde_json::from_str(&out("export --as json --of notes")).unwrap();
    let kinds: Vec<&str> = notes["notes"].as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["note", "note", "tag", "bookmark"]);
    assert!(out("export --as annotations").contains("\"motivation\":\"tagging\""));
    assert!(out("export --as followthemoney").contains("\"schema\":\"Note\""));
    assert!(!out("export --by tag --as markdown --no-casebook").contains("### calls"));
}
