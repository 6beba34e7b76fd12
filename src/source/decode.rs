//! Bytes -> text. UTF-8 is taken byte for byte; what is not UTF-8 is read in the encoding that its marks or its letters betray,
//! and a guess is called a guess.
//!
//! It repairs nothing: doubly encoded text stays as it is, NUL bytes and other controls are kept.

use std::fmt::Write;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::model::Note;

use super::reason::Reason;

/// A file's text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// How it was read, where that is not plain UTF-8.
    pub(super) note: Option<Note>,
}

/// First bytes that tell a format which is no text, and its name.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office file"),
    (b"\xD0\xCF\x11\xE0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7FELF", "a program"),
    (b"\x1F\x8B", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
];

/// The text of a file of these bytes, or why it is none.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Reason> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Reason::Binary(what));
    }
    if let Some(decoded) = marked(bytes) {
        return Ok(decoded);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(read_as(encoding, bytes, &format!("read as {} (guessed)", encoding.name())));
    }
    match std::str::from_utf8(bytes) {
        Ok(_) if controls(bytes) * 3 > bytes.len() => Err(Reason::Binary("mostly control bytes")),
        Ok(text) => Ok(Decoded { text: text.to_owned(), note: None }),
        Err(_) if controls(bytes) * 25 > bytes.len() => Err(Reason::Binary("binary data")),
        Err(_) if is_damaged_utf8(bytes) => Ok(damaged(bytes)),
        Err(_) => Ok(guessed(bytes)),
    }
}

/// What a byte order mark at the start says.
fn marked(bytes: &[u8]) -> Option<Decoded> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let mut decoded = match std::str::from_utf8(rest) {
            Ok(text) => Decoded { text: text.to_owned(), note: None },
            Err(_) => damaged(rest),
        };
        let note = decoded.note.get_or_insert_with(|| Note("read as UTF-8".into()));
        note.0.push_str("; places count from after the byte order mark");
        return Some(decoded);
    }
    // Before UTF-16, whose little-endian mark begins this one.
    let utf32 = match bytes.get(..4) {
        Some(b"\xFF\xFE\0\0") if bytes.len().is_multiple_of(4) => Some(u32::from_le_bytes as fn([u8; 4]) -> u32),
        Some(b"\0\0\xFE\xFF") => Some(u32::from_be_bytes as fn([u8; 4]) -> u32),
        _ => None,
    };
    if let Some(number) = utf32 {
        return Some(utf32_text(bytes, number));
    }
    let encoding =
        [UTF_16LE, UTF_16BE].into_iter().zip([b"\xFF\xFE", b"\xFE\xFF"]).find(|(_, mark)| bytes.starts_with(*mark));
    encoding.map(|(encoding, mark)| {
        read_as(encoding, bytes.get(mark.len()..).unwrap_or_default(), &format!("read as {}", encoding.name()))
    })
}

fn utf32_text(bytes: &[u8], number: fn([u8; 4]) -> u32) -> Decoded {
    let letters = bytes.chunks(4).skip(1);
    let text = letters
        .map(|letter| letter.try_into().ok().and_then(|letter| char::from_u32(number(letter))))
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    Decoded { text, note: Some(Note("read as UTF-32".into())) }
}

/// UTF-16 without a mark, by the NUL bytes that every second byte of Latin text is then.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    const SAMPLE: usize = 4096;
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let pairs = sample.len() / 2;
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    match () {
        () if pairs < 4 => None,
        () if low_first * 2 > pairs && high_first * 20 < pairs => Some(UTF_16LE),
        () if high_first * 2 > pairs && low_first * 20 < pairs => Some(UTF_16BE),
        () => None,
    }
}

fn read_as(encoding: &'static Encoding, bytes: &[u8], how: &str) -> Decoded {
    let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
    let mut note = how.to_owned();
    if is_damaged {
        // Writing to a String can't fail.
        let _ = write!(note, "; what could not be read is shown as {}", char::REPLACEMENT_CHARACTER);
    }
    Decoded { text: text.into_owned(), note: Some(Note(note)) }
}

/// Control bytes that text doesn't hold: all but tab, line ends, form feed and the escape byte of coloured logs.
fn controls(bytes: &[u8]) -> usize {
    let is_control = |byte: &&u8| matches!(**byte, 0..=0x08 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    bytes.iter().filter(is_control).count()
}

/// Whether bytes that are no valid UTF-8 are at least shaped like it: as many lead bytes with a continuation after them as high
/// bytes that stand alone. In the 8-bit encodings nearly all letters stand alone.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut shaped, mut alone) = (0_u32, 0_u32);
    let mut rest = bytes.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if byte.is_ascii() {
            continue;
        }
        let mut continued = false;
        while byte >= 0xC0 && rest.next_if(|next| matches!(next, 0x80..=0xBF)).is_some() {
            continued = true;
        }
        *(if continued { &mut shaped } else { &mut alone }) += 1;
    }
    shaped > 0 && shaped >= alone
}

fn damaged(bytes: &[u8]) -> Decoded {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let bad = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let places = if bad == 1 { "1 place".to_owned() } else { format!("{bad} places") };
    let note = format!("read as UTF-8, invalid at {places}, shown as {}", char::REPLACEMENT_CHARACTER);
    Decoded { text, note: Some(Note(note)) }
}

fn guessed(bytes: &[u8]) -> Decoded {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    read_as(encoding, bytes, &format!("read as {} (guessed)", encoding.name()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::decode;
    use crate::source::reason::Reason;

    fn check(bytes: &[u8], expected: Result<(&str, Option<&str>), Reason>) {
        let found = decode(bytes).map(|decoded| (decoded.text, decoded.note.map(|note| note.0)));
        let expected = expected.map(|(text, note)| (text.to_owned(), note.map(str::to_owned)));
        assert_eq!(found, expected, "{bytes:?}");
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf8_is_kept_byte_for_byte() {
        check(b"", Ok(("", None)));
        check("Zo\u{eb} \u{2013} 42\r\n\0 end\n".as_bytes(), Ok(("Zo\u{eb} \u{2013} 42\r\n\0 end\n", None)));
    }

    #[test]
    fn marks_are_no_part_of_the_text() {
        let place = "; places count from after the byte order mark";
        check(b"\xEF\xBB\xBFHello", Ok(("Hello", Some(&format!("read as UTF-8{place}")))));
        check(&utf16("\u{FEFF}Zo\u{eb}", u16::to_le_bytes), Ok(("Zo\u{eb}", Some("read as UTF-16LE"))));
        check(&utf16("\u{FEFF}Zo\u{eb}", u16::to_be_bytes), Ok(("Zo\u{eb}", Some("read as UTF-16BE"))));
        let utf32: Vec<u8> = "\u{FEFF}Zo\u{eb}".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        check(&utf32, Ok(("Zo\u{eb}", Some("read as UTF-32"))));
    }

    #[test]
    fn utf16_without_a_mark_shows_by_its_zeros() {
        check(&utf16("Plain words.", u16::to_le_bytes), Ok(("Plain words.", Some("read as UTF-16LE (guessed)"))));
        check(&utf16("Plain words.", u16::to_be_bytes), Ok(("Plain words.", Some("read as UTF-16BE (guessed)"))));
    }

    #[test]
    fn eight_bit_letters_are_guessed() {
        check(
            b"Z\xFCrich, Jos\xE9 and Cura\xE7ao.",
            Ok(("Zürich, José and Curaçao.", Some("read as windows-1252 (guessed)"))),
        );
        check(b"\x93Quite so,\x94 he said.", Ok(("“Quite so,” he said.", Some("read as windows-1252 (guessed)"))));
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let note = |places: &str| format!("read as UTF-8, invalid at {places}, shown as \u{FFFD}");
        check(b"Z\xFCrich and Z\xC3\xBCrich", Ok(("Z\u{FFFD}rich and Zürich", Some(&note("1 place")))));
        check(b"cut in the middle \xE2\x82", Ok(("cut in the middle \u{FFFD}", Some(&note("1 place")))));
        check(b"\xC0\xAF overlong", Ok(("\u{FFFD}\u{FFFD} overlong", Some(&note("2 places")))));
    }

    #[test]
    fn binary_data_is_refused() {
        check(b"\x7FELF\x02\x01\x01", Err(Reason::Binary("a program")));
        check(b"%PDF-1.7\n", Err(Reason::Binary("a PDF file")));
        check(&[0; 4096], Err(Reason::Binary("mostly control bytes")));
        let noise: Vec<u8> = (0..=255).cycle().take(65536).collect();
        check(&noise, Err(Reason::Binary("binary data")));
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_text_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(decoded) = decode(&bytes) {
                prop_assert!(decoded.note.is_some() || decoded.text.as_bytes() == bytes);
            }
        }

        #[test]
        fn any_text_is_itself(text in "\\PC{0,200}") {
            prop_assume!(!text.starts_with('\u{FEFF}') && !text.starts_with("{\\rtf") && !text.starts_with("GIF8"));
            let decoded = decode(text.as_bytes());
            prop_assert_eq!(decoded.map(|decoded| decoded.text), Ok(text));
        }
    }
}
