//! From a file to a document.

use std::fs;
use std::os::unix::fs::symlink;

use proptest::prelude::*;

use super::{Listing, list, read, read_one};
use crate::model::{Document, Skipped};
use crate::text::Span;

/// The one document in a file of the listing.
fn read_listed(listing: &Listing, at: usize) -> Result<Document, Skipped> {
    read(&listing.files[at], listing).outcome.remove(0)
}

#[test]
fn a_document_is_what_the_file_holds() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Ships Sail Again\r\n\r\nThey left at noon \u{2013} all of them.\r\n";
    fs::create_dir(folder.path().join("sub")).unwrap();
    fs::write(folder.path().join("sub/a.txt"), text).unwrap();
    let listing = list(&[folder.path().to_owned()]);
    let document = read_listed(&listing, 0).unwrap();
    assert_eq!((&*document.text, &*document.file), (text, "sub/a.txt"));
    assert_eq!(document.bytes, text.len() as u64);
    assert_eq!(document.path, Some(folder.path().join("sub/a.txt")));
    assert!(document.notes.is_empty());
    let again = read_one("sub/a.txt", text.as_bytes()).unwrap();
    assert_eq!((again.id, again.sha256), (document.id, document.sha256));
    assert_ne!(again.id, read_one("a.txt", text.as_bytes()).unwrap().id);
}

#[test]
fn a_file_that_vanished_costs_itself_only() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.txt", "b.txt", "c.txt"] {
        fs::write(folder.path().join(name), name).unwrap();
    }
    let listing = list(&[folder.path().to_owned()]);
    fs::remove_file(folder.path().join("a.txt")).unwrap();
    fs::remove_file(folder.path().join("b.txt")).unwrap();
    fs::create_dir(folder.path().join("b.txt")).unwrap();
    let read: Vec<Result<String, String>> = (0..3)
        .map(|at| read_listed(&listing, at).map(|read| read.text.to_string()).map_err(|skipped| skipped.reason))
        .collect();
    assert!(read[0].as_ref().is_err_and(|reason| reason.starts_with("no such file")), "{read:?}");
    assert!(read[1].as_ref().is_err_and(|reason| reason.starts_with("a folder")), "{read:?}");
    assert_eq!(read[2].as_deref(), Ok("c.txt"));
}

#[test]
fn a_link_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("own.txt"), "words").unwrap();
    symlink(elsewhere.path().join("own.txt"), folder.path().join("a.txt")).unwrap();
    let listing = list(&[folder.path().to_owned()]);
    let document = read_listed(&listing, 0).unwrap();
    assert!(document.notes[0].0.starts_with("read through a link to /"), "{:?}", document.notes);
}

#[test]
fn an_empty_file_is_a_document() {
    let document = read_one("a.txt", b"").unwrap();
    assert_eq!(document.notes[0].0, "empty");
    assert!(document.zones.is_empty());
}

#[test]
fn a_huge_value_in_a_header_is_no_title() {
    let text = format!("---\ntitle: {}\nsource: The Daily Sea\n---\nThey left.\n", "long ".repeat(100_000));
    let metadata = read_one("a.txt", text.as_bytes()).unwrap().metadata;
    assert_eq!(metadata.title, None);
    assert_eq!(metadata.source.unwrap().value, "The Daily Sea");
}

proptest! {
    /// Whatever a file holds: a reason, or a document whose zones cover its text.
    #[test]
    fn any_bytes_make_a_document_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(document) = read_one("a.txt", &bytes) {
            let covered: u32 = document.zones.iter().map(|zone| zone.span.len()).sum();
            prop_assert_eq!(covered, Span::whole(&document.text).len());
        }
    }

    /// Lines that pages are made of, in any order: places point at words, and nothing panics.
    #[test]
    fn any_page_has_metadata_with_places(
        lines in proptest::collection::vec("(By Ada Lind|Posted on Jan\\. 1[0-9], 2017|Copyright 201[0-9] The Sea|---|title: .{0,9}|Ships Sail|OSLO \\(.{0,5}\\) - They left\\.|.{0,30}|https://a\\.example/2017/01/13|Ada Lind is a reporter for .{0,9}|Contact .{0,6} at a@.{0,6}|Follow .{0,5} on Twitter: @.{0,5})", 0..12)
    ) {
        let text = lines.join("\n");
        let document = read_one("a.txt", text.as_bytes());
        prop_assume!(document.is_ok());
        let document = document.unwrap();
        for candidate in &document.metadata.published {
            if let crate::model::Provenance::Text(place) = candidate.from {
                prop_assert!(!place.of(&document.text).is_empty(), "{:?} in {:?}", candidate, text);
            }
        }
    }
}
