//! Files of each format, made here: what comes out of them.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::model::{Provenance, ZoneLabel};
use crate::source::{Outcome, read_bytes};

/// A package of parts.
fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What is read, a line each: "file: its text" with blank lines as " / ", or "file! why not".
fn shown(outcome: &Outcome) -> Vec<String> {
    let shown = outcome.iter().map(|read| match read {
        Ok(document) => {
            let paragraphs: Vec<&str> = document.text.split('\n').filter(|line| !line.trim().is_empty()).collect();
            format!("{}: {}", document.file, paragraphs.join(" / "))
        }
        Err(skipped) => format!("{}! {}", skipped.file, skipped.reason),
    });
    shown.collect()
}

fn check(file: &str, bytes: &[u8], expected: &[&str]) {
    assert_eq!(shown(&read_bytes(file, bytes)), expected);
}

const WORD: &str = r#"<w:document xmlns:w="w"><w:body>
    <w:p><w:r><w:t>Ships sail again</w:t></w:r></w:p>
    <w:p><w:r><w:t xml:space="preserve">They </w:t></w:r><w:ins><w:r><w:t>all </w:t></w:r></w:ins><w:del><w:r><w:delText>never </w:delText></w:r></w:del>
    <w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly </w:t></w:r><w:r><w:t>left &amp; came &#66;ack.</w:t></w:r></w:p></w:body></w:document>"#;

const COMMENTS: &str = r#"<w:comments xmlns:w="w"><w:comment w:author="Ada Lind"><w:p><w:r><w:t>Who says so?</w:t></w:r></w:p></w:comment></w:comments>"#;

const PROPERTIES: &str = r#"<cp:coreProperties xmlns:dc="d"><dc:title>The Ledger</dc:title><dc:creator>Ben Roe</dc:creator>
    <dcterms:created>2017-01-13T10:00:00Z</dcterms:created></cp:coreProperties>"#;

#[test]
fn word_documents_give_their_words_and_comments() {
    let file = zipped(&[
        ("word/document.xml", WORD),
        ("word/comments.xml", COMMENTS),
        ("docProps/core.xml", PROPERTIES),
        ("word/media/picture.png", "no words"),
    ]);
    check(
        "a.docx",
        &file,
        &["a.docx: Ships sail again / They all left & came Back. / Comments / Comment by Ada Lind: / Who says so?"],
    );
    let document = read_bytes("a.docx", &file).remove(0).unwrap();
    let notes: Vec<&str> = document.notes.iter().map(|note| note.0.as_str()).collect();
    assert_eq!(notes, ["tracked deletions left out: 1", "stretches of hidden text left out: 1"]);
    let title = document.metadata.title.unwrap();
    assert_eq!((title.value.as_str(), title.from), ("The Ledger", Provenance::Embedded));
    let date = &document.metadata.published[0];
    assert_eq!((date.value, date.days.earliest), (None, "2017-01-13".parse().ok()));
}

/// As many comments without words as a hostile file may have: what stands over a comment is written with it, or never.
#[test]
fn a_comment_without_words_leaves_none() {
    let empty = r#"<w:comment w:author="Ben Roe"/>"#.repeat(200_000);
    let comments = format!("<w:comments>{empty}{COMMENTS}{empty}</w:comments>");
    let file = zipped(&[("word/document.xml", WORD), ("word/comments.xml", &comments)]);
    check(
        "a.docx",
        &file,
        &["a.docx: Ships sail again / They all left & came Back. / Comments / Comment by Ada Lind: / Who says so?"],
    );
}

#[test]
fn what_is_no_word_document_says_why() {
    check(
        "a.docx",
        &zipped(&[("other.xml", "")]),
        &["a.docx! a Word document with nothing to read in it (no document part): check what it is"],
    );
    check("a.docx", b"\xD0\xCF\x11\xE0", &["a.docx! a Word document with a password: save a copy without one"]);
    let outcome = read_bytes("a.docx", b"They left.");
    assert!(shown(&outcome)[0].starts_with("a.docx! damaged, or not a Word document at all"), "{outcome:?}");
}

#[test]
fn open_documents_give_paragraphs_notes_and_comments() {
    let content = r#"<office:document-content xmlns:text="t" xmlns:office="o"><text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>
        <text:h>Ships sail again</text:h><text:p>They<text:s text:c="2"/>left<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>At noon.</text:p></text:note-body></text:note>.<office:annotation><text:p>Sure?</text:p></office:annotation></text:p></office:document-content>"#;
    let file = zipped(&[("content.xml", content)]);
    check("a.odt", &file, &["a.odt: Ships sail again / They  left [note: At noon.]. [comment: Sure?]"]);
    let locked = zipped(&[("content.xml", "x"), ("META-INF/manifest.xml", "<m:encryption-data/>")]);
    check("a.odt", &locked, &["a.odt! an OpenDocument text with a password: save a copy without one"]);
}

#[test]
fn rich_text_gives_paragraphs_notes_and_what_it_says_of_itself() {
    let file = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Times;}}{\info{\title The Ledger}{\author Ben Roe}{\creatim\yr2017\mo1\dy13}}
{\header Page 9}Ships sail ag
ain\par They \deleted never\deleted0 left \'e0 la carte,\u8217?s boat \{one\}{\footnote \chftn At \emdash noon.\par}.{\*\unknown secret}{\v hidden}
\par{\f1 \'cc\'ee\'f1\'ea\'e2\'e0}\par\uc2\u-10179??\u-8704??!{\pict 0102}{\field{\*\fldinst HYPERLINK x}{\fldrslt see}}}";
    check(
        "a.rtf",
        file,
        &["a.rtf: Ships sail again / They left à la carte,’s boat {one} [note: At —noon.]. / Москва / 😀!see"],
    );
    let document = read_bytes("a.rtf", file).remove(0).unwrap();
    let notes: Vec<&str> = document.notes.iter().map(|note| note.0.as_str()).collect();
    assert_eq!(notes, ["tracked deletions left out: 1", "stretches of hidden text left out: 1"]);
    assert_eq!(document.metadata.title.unwrap().value, "The Ledger");
    assert_eq!(document.metadata.author.unwrap().value, "Ben Roe");
    assert_eq!(document.metadata.published[0].days.earliest, "2017-01-13".parse().ok());
    check(
        "a.rtf",
        b"They left.",
        &[
            "a.rtf! damaged, or not a rich text file at all (it does not begin with {\\rtf): open it in its own program and save it again",
        ],
    );
    let deep = [b"{\\rtf1 ".to_vec(), b"{".repeat(100_000), b"They left.".to_vec(), b"}".repeat(100_000)].concat();
    check("a.rtf", &deep, &["a.rtf: They left."]);
}

#[test]
fn a_book_is_its_chapters_in_order() {
    let list = r#"<package><metadata><dc:title xmlns:dc="d">Ships</dc:title></metadata><manifest><item id="b" href="2.xhtml"/><item id="a" href="1.xhtml"/>
        <item id="c" href="../../../etc/passwd"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>"#;
    let file = zipped(&[
        ("META-INF/container.xml", r#"<container><rootfile full-path="OEBPS/list.opf"/></container>"#),
        ("OEBPS/list.opf", list),
        ("OEBPS/1.xhtml", "<html><body><h1>One</h1><p>They left.</p></body></html>"),
        ("OEBPS/2.xhtml", "<html><body><p>They came back.</p></body></html>"),
    ]);
    check("a.epub", &file, &["a.epub: Ships / One / They left. / They came back."]);
}

const MESSAGE: &str = "From: Ada Lind <ada@sea.example>\r\nTo: Ben Roe <ben@sea.example>, clerk@sea.example\r\nDate: Fri, 13 Jan 2017 10:42:00 +0100\r\n\
    Subject: The ledger\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nIt is gone.\r\n\
    --x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"../notes.txt\"\r\n\r\nThey left.\r\n--x--\r\n";

#[test]
fn a_message_keeps_who_wrote_to_whom() {
    let outcome = read_bytes("a.eml", MESSAGE.as_bytes());
    let expected = [
        "a.eml: From: Ada Lind <ada@sea.example> / To: Ben Roe <ben@sea.example>, clerk@sea.example / Date: 2017-01-13 10:42 / The ledger / It is gone.",
        "a.eml/.._notes.txt: They left.",
    ];
    assert_eq!(shown(&outcome), expected);
    let document = outcome[0].as_ref().unwrap();
    let labels: Vec<ZoneLabel> = document.zones.iter().map(|zone| zone.label).collect();
    assert_eq!(labels, [ZoneLabel::Byline, ZoneLabel::Headline, ZoneLabel::Body]);
    assert_eq!(document.metadata.published[0].days.latest, "2017-01-13".parse().ok());
    assert_eq!(document.metadata.author.as_ref().unwrap().value, "Ada Lind <ada@sea.example>");
}

#[test]
fn a_mailbox_is_its_messages() {
    let plain = "From ada Fri Jan 13 10:00:00 2017\nFrom: ada@sea.example\nSubject: One\n\nThey left.\n\n";
    let file = format!("{plain}{}", plain.replace("One", "Two"));
    check(
        "in.mbox",
        file.as_bytes(),
        &[
            "in.mbox/message 1: From: ada@sea.example / One / They left.",
            "in.mbox/message 2: From: ada@sea.example / Two / They left.",
        ],
    );
    check(
        "in.mbox",
        b"They left.",
        &["in.mbox! a mailbox with nothing to read in it (no line that begins with \"From \"): check what it is"],
    );
}

#[test]
fn each_row_is_an_article() {
    let lines = "{\"title\": \"One\", \"text\": \"They left.\", \"date\": \"2017-01-13\"}\n\n{broken\n{\"title\": \"Two\"}\n[1]\n";
    let outcome = read_bytes("a.jsonl", lines.as_bytes());
    assert_eq!(shown(&outcome)[0], "a.jsonl/line 1: They left.");
    let failed: Vec<String> = shown(&outcome).iter().skip(1).map(|line| line.chars().take(26).collect()).collect();
    assert_eq!(failed, ["a.jsonl/line 3! left out (", "a.jsonl/line 4! left out (", "a.jsonl/line 5! left out ("]);
    let document = outcome[0].as_ref().unwrap();
    assert_eq!(document.metadata.title.as_ref().unwrap().value, "One");
    assert_eq!(document.metadata.published[0].days.earliest, "2017-01-13".parse().ok());
    check(
        "a.csv",
        b"title,body\nOne,They left.\nTwo,\n",
        &["a.csv/row 2: They left.", "a.csv/row 3! left out (no text in it): correct it in the file"],
    );
    check("a.json", br#"[{"content": "They left."}]"#, &["a.json/item 1: They left."]);
    check(
        "a.csv",
        b"name,age\nAda,9\n",
        &[
            "a.csv! a table with nothing to read in it (no row with a text (column text, body or content)): check what it is",
        ],
    );
}

#[test]
fn archives_are_read_as_folders_and_lead_nowhere_else() {
    let inner = zipped(&[("deep.txt", "Deep.")]);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let contents: [(&str, &[u8]); 6] = [
        ("a/b.txt", b"They left."),
        ("../../evil.txt", b"Out."),
        (".secret.txt", b"No."),
        ("__MACOSX/a.txt", b"No."),
        ("x.png", b"No."),
        ("inner.zip", &inner),
    ];
    for (name, content) in contents {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    check(
        "z.zip",
        &archive.finish().unwrap().into_inner(),
        &[
            "z.zip/a/b.txt: They left.",
            "z.zip/evil.txt: Out.",
            "z.zip/.secret.txt! hidden (its name begins with a dot): give it by name to read it",
            "z.zip/x.png! a picture is not supported: convert it to text (.txt or .md)",
            "z.zip/inner.zip/deep.txt: Deep.",
        ],
    );
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(b"<p>They left.</p>").unwrap();
    check("page.html.gz", &packed.finish().unwrap(), &["page.html.gz: They left."]);
}

#[test]
fn a_small_file_that_unpacks_to_a_huge_one_costs_only_itself() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..65 {
        packed.write_all(&chunk).unwrap();
    }
    check(
        "a.txt.gz",
        &packed.finish().unwrap(),
        &["a.txt.gz! unpacks to more than 64 MiB: unpack it yourself and give the folder"],
    );
}

proptest! {
    /// Whatever bytes a file of any format has: documents whose places fit, or reasons.
    #[test]
    fn any_bytes_of_any_format_do_no_harm(
        name in prop::sample::select(vec!["a.html", "a.docx", "a.odt", "a.rtf", "a.epub", "a.eml", "a.mbox", "a.json", "a.jsonl", "a.csv", "a.zip", "a.gz", "a"]),
        bytes in "(?s:<p>|\\{\\\\rtf|\\\\par |\\\\u9?|\\\\\\*|<a href=|\"|\\{|\\}|From |: |\n|\r\n|,|Subject|--x|Content-Type: multipart/mixed; boundary=x|.{0,4}){0,40}",
    ) {
        for read in read_bytes(name, bytes.as_bytes()) {
            match read {
                Ok(document) => {
                    let covered: u32 = document.zones.iter().map(|zone| zone.span.len()).sum();
                    prop_assert_eq!(covered as usize, document.text.len());
                }
                Err(skipped) => prop_assert!(!skipped.reason.contains('\n'), "{}", skipped.reason),
            }
        }
    }
}
