//! Files made here, whole and hostile.

use crate::source::read_bytes;

/// A file of those objects, numbered from 1; the first is the catalog.
fn file(objects: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let info = objects.len();
    let trailer = format!("trailer << /Size {} /Root 1 0 R /Info {info} 0 R >>\nstartxref\n{table}\n%%EOF\n", info + 1);
    bytes.extend(trailer.bytes());
    bytes
}

/// A file whose pages have these contents.
fn pages(contents: &[&str]) -> Vec<u8> {
    let numbers: Vec<usize> = (0..contents.len()).map(|at| 4 + 2 * at).collect();
    let kids: Vec<String> = numbers.iter().map(|number| format!("{number} 0 R")).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (number, content) in numbers.iter().zip(contents) {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            number + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    objects.push("<< /Title (The Ledger) /Author (Ben Roe) /CreationDate (D:20170113104200Z) >>".to_owned());
    file(&objects)
}

fn check(bytes: &[u8], expected: &str) {
    let read = read_bytes("a.pdf", bytes).remove(0);
    let told = match &read {
        Ok(document) => document.text.replace('\n', "/"),
        Err(skipped) => skipped.reason.clone(),
    };
    assert!(told.starts_with(expected), "{told}");
}

const ONE: &str =
    "BT /F1 12 Tf 72 700 Td (The harbour master left the quay at) Tj 0 -14 Td (noon, and nobody waved.) Tj ET";
const TWO: &str = "BT /F1 12 Tf 72 700 Td (It rained.) Tj ET";

#[test]
fn pages_are_known_by_number() {
    let bytes = pages(&[ONE, TWO]);
    check(&bytes, "The harbour master left the quay at noon, and nobody waved.//It rained.");
    let document = read_bytes("a.pdf", &bytes).remove(0).unwrap();
    let page = |words: &str| document.page(document.text.find(words).unwrap() as u32);
    assert_eq!((page("noon"), page("rained")), (Some(1), Some(2)));
    assert_eq!(document.metadata.title.as_ref().unwrap().value, "The Ledger");
    assert_eq!(document.metadata.published[0].days.earliest, "2017-01-13".parse().ok());
}

#[test]
fn a_file_without_its_name_is_told_by_its_bytes() {
    let read = read_bytes("a", &pages(&[TWO])).remove(0).unwrap();
    assert_eq!(&*read.text, "It rained.");
}

#[test]
fn what_has_no_text_says_so() {
    check(&pages(&["0 0 10 10 re f"]), "a PDF with nothing to read in it (its pages set no text)");
    let picture = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
    check(&pages(&[picture, picture]), "2 pages that are pictures");
    let document = read_bytes("a.pdf", &pages(&[picture, TWO])).remove(0).unwrap();
    let notes: Vec<&str> = document.notes.iter().map(|note| note.0.as_str()).collect();
    assert_eq!(notes, ["1 of 2 pages are pictures without a text layer: not read"]);
    check(b"They left.", "damaged, or not a PDF at all (it does not say that it is one)");
    check(b"%PDF-1.7\nnothing", "damaged, or not a PDF at all");
    check(b"%PDF-1.7\ntrailer << /Encrypt 1 0 R >>", "a PDF with a password");
}

#[test]
fn hostile_structures_end() {
    let ring = file(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [2 0 R] /Count 1 >>".to_owned(),
        "<< >>".to_owned(),
    ]);
    check(&ring, "a PDF with nothing to read in it");
    let deep = file(&[format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), "<< >>".to_owned()]);
    check(&deep, "");
    let nested = pages(&[&format!("{}{ONE}", "q ".repeat(200_000))]);
    check(&nested, "");
}
