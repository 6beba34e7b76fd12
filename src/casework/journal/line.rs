//! A journal's lines: one JSON object each, beginning with the hash of the rest.
//!
//! `{"id":"0f…","v":1,"clock":7,"at":"2026-11-22T01:05:00Z","do":{…}}`: the id is the first 16 bytes of the SHA-256 of the line's
//! bytes without the id, `{"v":1,…}`. It names the entry in every journal, and it is the checksum: a line whose bytes do not
//! give its id is damaged, whatever it seems to say.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::model::{Act, Digest, Entry, EntryId, Moment};

/// The version that is written. It goes up when a line may say what an older program would not understand or understand
/// wrongly.
pub(super) const VERSION: u64 = 1;

/// What the first line says the file is.
const CASEBOOK: &str = "casebook";

const BEFORE_ID: &[u8] = b"{\"id\":\"";
const AFTER_ID: &[u8] = b"\",";

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The first one: what the file is.
    Header,
    /// What the reader did.
    Entry(Box<Entry>),
    /// Whole, but written by a newer program, or by one that knows more.
    Newer(u64),
    /// Not what was written.
    Damaged,
}

#[derive(Serialize)]
struct Header {
    redstring: &'static str,
    v: u64,
}

/// What every line has, whatever its version.
#[derive(Deserialize)]
struct Any {
    v: u64,
    redstring: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    v: u64,
    clock: u64,
    at: Moment,
    r#do: Act,
}

/// The first line of a journal.
pub(super) fn header() -> Vec<u8> {
    sealed(&Header { redstring: CASEBOOK, v: VERSION }).1
}

/// An entry and its line.
pub(super) fn encode(clock: u64, at: Moment, act: Act) -> (Entry, Vec<u8>) {
    let body = Body { v: VERSION, clock, at, r#do: act };
    let (id, line) = sealed(&body);
    (Entry { id, clock, at, act: body.r#do }, line)
}

/// Reads a line without its line end.
pub(super) fn decode(line: &[u8]) -> Line {
    let Some(json) = unsealed(line) else { return Line::Damaged };
    let Ok(any) = serde_json::from_slice::<Any>(&json) else { return Line::Damaged };
    match any {
        Any { v, .. } if v > VERSION => Line::Newer(v),
        Any { redstring: Some(_), .. } => Line::Header,
        Any { v, .. } => serde_json::from_slice(&json).map_or(Line::Newer(v), |Body { clock, at, r#do, .. }| {
            Line::Entry(Box::new(Entry { id: hash(&json), clock, at, act: r#do }))
        }),
    }
}

/// The line of something that is serialized as an object with at least one field, and its id.
fn sealed(object: &impl Serialize) -> (EntryId, Vec<u8>) {
    // Objects of our own with text keys always serialize; an empty line would be found damaged.
    let json = serde_json::to_vec(object).unwrap_or_default();
    let id = hash(&json);
    let mut line = Vec::with_capacity(json.len() + 48);
    line.extend_from_slice(BEFORE_ID);
    line.extend_from_slice(id.to_string().as_bytes());
    line.extend_from_slice(AFTER_ID);
    line.extend_from_slice(json.get(1..).unwrap_or_default());
    line.push(b'\n');
    (id, line)
}

/// The object without its id, if the id is its hash.
fn unsealed(line: &[u8]) -> Option<Vec<u8>> {
    let (id, rest) = line.strip_prefix(BEFORE_ID)?.split_at_checked(32)?;
    let rest = rest.strip_prefix(AFTER_ID)?;
    let id: EntryId = std::str::from_utf8(id).ok()?.parse().ok()?;
    let json = [b"{", rest].concat();
    (hash(&json) == id).then_some(json)
}

/// A name for bytes that are kept aside.
pub(super) fn short_hash(bytes: &[u8]) -> String {
    hash(bytes).to_string().chars().take(16).collect()
}

fn hash(json: &[u8]) -> EntryId {
    let whole: [u8; 32] = Sha256::digest(json).into();
    let mut first = [0; 16];
    first.copy_from_slice(&whole[..16]);
    Digest(first)
}

/// A line as a program of version `v` would write it.
#[cfg(test)]
pub(super) fn newer(v: u64, act: Act) -> Vec<u8> {
    sealed(&Body { v, clock: 1, at: Moment(0), r#do: act }).1
}

#[cfg(test)]
mod tests {
    use super::{Line, decode, encode, header, newer, sealed};
    use crate::casework::test_data::note;
    use crate::model::{Act, Moment};

    fn trimmed(line: &[u8]) -> &[u8] {
        line.strip_suffix(b"\n").unwrap()
    }

    #[test]
    fn a_line_reads_back_and_is_one_line() {
        let (entry, line) = encode(7, Moment(1_500_000_000), note("two\nlines, \"quoted\", «ærlig» \u{1F6A2}"));
        assert_eq!(line.iter().position(|byte| *byte == b'\n'), Some(line.len() - 1));
        assert_eq!(decode(trimmed(&line)), Line::Entry(Box::new(entry)));
        assert_eq!(decode(trimmed(&header())), Line::Header);
    }

    /// The form is what other programs and other versions read: a change needs a new version.
    #[test]
    fn the_form_of_a_line_does_not_change_by_accident() {
        let (_, line) =
            encode(2, Moment(1_500_000_000), Act::Undo { entry: "0123456789abcdef0123456789abcdef".parse().unwrap() });
        let expected = "{\"id\":\"ID\",\"v\":1,\"clock\":2,\"at\":\"2017-07-14T02:40:00Z\",\
                        \"do\":{\"undo\":{\"entry\":\"0123456789abcdef0123456789abcdef\"}}}\n";
        let id = String::from_utf8(line[7..39].to_vec()).unwrap();
        assert_eq!(String::from_utf8(line).unwrap(), expected.replace("ID", &id));
    }

    #[test]
    fn a_flipped_bit_anywhere_is_found() {
        for line in [header(), encode(3, Moment(0), note("The clerk was right.")).1] {
            let whole = trimmed(&line).to_vec();
            for bit in 0..whole.len() * 8 {
                let mut flipped = whole.clone();
                flipped[bit / 8] ^= 1 << (bit % 8);
                assert_eq!(decode(&flipped), Line::Damaged, "bit {bit}");
            }
        }
    }

    #[test]
    fn what_a_newer_program_wrote_is_told_from_damage() {
        assert_eq!(decode(trimmed(&newer(999_999, note("x")))), Line::Newer(999_999));
        let unknown =
            sealed(&serde_json::json!({"v": 1, "clock": 1, "at": "2017-07-14T02:40:00Z", "do": {"paint": "red"}})).1;
        assert_eq!(decode(trimmed(&unknown)), Line::Newer(1));
        let further = sealed(&serde_json::json!({"v": 1, "clock": 1, "at": "2017-07-14T02:40:00Z", "by": "me",
            "do": {"undo": {"entry": "0123456789abcdef0123456789abcdef"}}}))
        .1;
        assert_eq!(decode(trimmed(&further)), Line::Newer(1));
    }
}
