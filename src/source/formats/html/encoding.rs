//! The encoding of a page: its byte order mark, what a meta element near its start says, else what its letters betray.

use encoding_rs::Encoding;

use crate::model::Note;

use super::super::super::decode::{Decoded, decode as decode_text};
use super::super::super::reason::Reason;

/// Bytes from the start in which a page has to state its encoding (HTML standard, 4.2.5.4).
const HEAD: usize = 1024;

/// The text of a page.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Reason> {
    let is_marked =
        bytes.starts_with(b"\xEF\xBB\xBF") || bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let stated = stated(bytes).filter(|_| !is_marked && std::str::from_utf8(bytes).is_err());
    let Some(encoding) = stated else { return decode_text(bytes) };
    let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
    let damage = if is_damaged { "; what could not be read is shown as \u{FFFD}" } else { "" };
    let note = Note(format!("read as {}, as the page says{damage}", encoding.name()));
    Ok(Decoded { text: text.into_owned(), note: Some(note) })
}

/// What a page states. UTF-16 can't be: the statement itself would not be legible.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')));
    let encoding = Encoding::for_label(label.get(..end.unwrap_or(label.len()))?.as_bytes())?;
    encoding.is_ascii_compatible().then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn what_the_page_says_comes_before_what_its_letters_betray() {
        let page = b"<meta charset=\"iso-8859-2\"><p>\xB1\xE6";
        let decoded = decode(page).unwrap();
        assert_eq!(decoded.text, "<meta charset=\"iso-8859-2\"><p>ąć");
        assert_eq!(decoded.note.unwrap().0, "read as ISO-8859-2, as the page says");
        assert_eq!(decode("<meta charset=latin1><p>ą".as_bytes()).unwrap().text, "<meta charset=latin1><p>ą");
    }
}
