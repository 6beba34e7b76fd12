//! What stands in a journal's bytes. Pure: it reads what it is given and decides nothing.

use std::ops::Range;

use serde::Deserialize;

use crate::model::Entry;

use super::line::{Line, decode, header};

/// What was found in a journal, or in a part of it that begins with a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// The whole entries, in the order of the lines, each with where its line lies.
    pub(super) entries: Vec<(Entry, Range<usize>)>,
    /// Damaged lines that whole ones follow, counted from 1.
    pub(super) damaged: Vec<usize>,
    /// Where the last whole line lies.
    pub(super) last: Range<usize>,
    /// Lines up to there.
    pub(super) lines: usize,
    /// Whether a whole line was found.
    pub(super) is_journal: bool,
    /// The version of a line that a newer program wrote.
    pub(super) newer: Option<u64>,
}

impl Scan {
    /// Where the tail begins: what comes after the last whole line, which a crash left behind.
    pub(super) const fn tail(&self) -> usize {
        self.last.end
    }
}

/// Reads lines. An empty line counts as damage only where whole ones follow.
pub(super) fn scan(bytes: &[u8]) -> Scan {
    let mut scan = Scan::default();
    let mut damaged = Vec::new();
    let mut start = 0;
    for (number, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let here = start..start + line.len();
        start = here.end;
        // Without its line end a line may lack its end, even one that looks whole: the next one would be glued to it.
        let read = line.strip_suffix(b"\n").map_or(Line::Damaged, |line| decode(without_return(line)));
        match read {
            Line::Damaged => {
                damaged.push(number + 1);
                continue;
            }
            Line::Header => {}
            Line::Entry(entry) => scan.entries.push((*entry, here.clone())),
            Line::Newer(version) => scan.newer = scan.newer.max(Some(version)),
        }
        scan.damaged.append(&mut damaged);
        scan.last = here;
        scan.lines = number + 1;
        scan.is_journal = true;
    }
    scan
}

/// Whether these bytes are what is left of a journal whose first line was never written whole.
pub(super) fn is_torn_header(bytes: &[u8]) -> bool {
    let written = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    header().starts_with(bytes.get(..written).unwrap_or_default())
}

/// The version that a JSON object at the beginning states, whatever else it says: a later program may keep casebooks in another
/// form.
pub(super) fn stated_version(bytes: &[u8]) -> Option<u64> {
    #[derive(Deserialize)]
    struct Stated {
        #[serde(alias = "v")]
        version: u64,
    }
    let first = serde_json::Deserializer::from_slice(bytes).into_iter::<Stated>().next()?;
    first.ok().map(|stated| stated.version)
}

/// A line that another program has given a Windows line end.
fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::{is_torn_header, scan};
    use crate::casework::journal::line::{encode, header};
    use crate::casework::test_data::note;
    use crate::model::Moment;

    fn journal(notes: usize) -> (Vec<u8>, Vec<usize>) {
        let mut bytes = header();
        let mut ends = vec![bytes.len()];
        for number in 0..notes {
            bytes.extend(encode(number as u64 + 1, Moment(0), note(&format!("Note {number}"))).1);
            ends.push(bytes.len());
        }
        (bytes, ends)
    }

    #[test]
    fn cut_at_every_byte_all_whole_entries_are_there() {
        let (bytes, ends) = journal(5);
        for length in 0..=bytes.len() {
            let found = scan(&bytes[..length]);
            let whole = ends.iter().filter(|end| **end <= length).count();
            assert_eq!(found.entries.len(), whole.saturating_sub(1), "cut at {length}");
            assert_eq!(found.tail(), if whole == 0 { 0 } else { ends[whole - 1] }, "cut at {length}");
            assert_eq!(found.is_journal, whole > 0);
            assert!(whole > 0 || is_torn_header(&bytes[..length]), "cut at {length}");
        }
    }

    #[test]
    fn one_bit_flipped_anywhere_costs_one_line_or_two() {
        let (bytes, _) = journal(3);
        let sound: Vec<_> = scan(&bytes).entries.into_iter().map(|(entry, _)| entry).collect();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let found = scan(&flipped);
            assert!(
                found.entries.iter().all(|(entry, _)| sound.contains(entry)),
                "bit {bit} shows what was not written"
            );
            let reported = found.damaged.len() + usize::from(found.tail() < flipped.len());
            assert!(reported > 0, "bit {bit} goes unnoticed");
            assert!(!found.entries.is_empty(), "bit {bit} costs more than two lines");
        }
    }

    #[test]
    fn a_file_that_a_power_cut_filled_with_nothing_is_a_torn_header() {
        for (bytes, expected) in [
            (&b""[..], true),
            (&[0; 40][..], true),
            (&b"{\"id\":"[..], true),
            (&b"{\"id\":\0\0\0"[..], true),
            (&b"not json at all {"[..], false),
            (&b"{\"version\":1}"[..], false),
        ] {
            assert_eq!(is_torn_header(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn windows_line_ends_are_read() {
        let (bytes, _) = journal(2);
        let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        assert_eq!(scan(text.as_bytes()).entries.len(), 2);
    }
}
