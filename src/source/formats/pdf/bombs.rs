//! What the streams of a PDF unpack to, measured before anything of them is kept: a page of a few kilobytes can unpack to all the
//! memory there is.
//!
//! Streams that a password hides can't be measured; the reader of PDF refuses those unless the password is empty.

use std::io::Read;

use flate2::bufread::ZlibDecoder;

use super::super::super::reason::Reason;

/// The largest stream, in bytes, unpacked.
const LARGEST: u64 = 64 << 20;
/// The largest picture, in bytes, unpacked: it is measured, for what is called a picture may be none, but never unpacked to be read.
const LARGEST_PICTURE: u64 = 256 << 20;
/// All streams, in bytes, unpacked.
const ALL: u64 = 1 << 30;
/// Packings inside each other.
const LAYERS: usize = 3;
/// Bytes before a stream that are its own dictionary's.
const DICTIONARY: usize = 400;
/// What the other packings can at most make of a byte (12-bit LZW).
const RATIO: u64 = 2_730;

/// Measures all streams of a file.
///
/// # Errors
/// Where one of them, or all together, unpack to more than is read.
pub(super) fn measure(bytes: &[u8]) -> Result<(), Reason> {
    let mut left = ALL;
    let mut at = 0;
    while let Some(found) = find(bytes, at, b"stream") {
        at = found + 6;
        if bytes.get(..found).is_some_and(|before| before.ends_with(b"end")) {
            continue;
        }
        let before = bytes.get(found.saturating_sub(DICTIONARY)..found).unwrap_or_default();
        let own = before
            .windows(3)
            .rposition(|word| word == b"obj")
            .map_or(before, |obj| before.get(obj..).unwrap_or_default());
        let names = |name: &[u8]| own.windows(name.len()).any(|word| word == name);
        let limit = if names(b"/Image") { LARGEST_PICTURE } else { LARGEST };
        let packed = bytes.get(at..).unwrap_or_default();
        let packed = packed.strip_prefix(b"\r").unwrap_or(packed);
        let packed = packed.strip_prefix(b"\n").unwrap_or(packed);
        if names(b"/LZW") {
            let length = find(packed, 0, b"endstream").unwrap_or(packed.len()) as u64;
            let most = length.saturating_mul(RATIO);
            // What this packing makes is not measured, only what it could make: small streams pass.
            if most > limit && limit == LARGEST && length > LARGEST / 64 {
                return Err(Reason::UnpacksTooLarge(LARGEST >> 20));
            }
            continue;
        }
        let size = unpacked(&mut &*packed, limit.min(left), LAYERS);
        if size > limit.min(left) {
            return Err(Reason::UnpacksTooLarge(if size > limit { limit >> 20 } else { ALL >> 20 }));
        }
        left -= size;
    }
    Ok(())
}

/// How many bytes come out of `packed` and of what is packed in it, up to one more than `limit`; none where it is not packed.
fn unpacked(packed: &mut dyn Read, limit: u64, layers: usize) -> u64 {
    let mut packed = std::io::BufReader::with_capacity(1 << 16, packed);
    let Ok([first, second, ..]) = std::io::BufRead::fill_buf(&mut packed) else { return 0 };
    let is_zlib = first & 0x0F == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31);
    if !is_zlib || layers == 0 {
        return 0;
    }
    let mut counting = Counting { inner: ZlibDecoder::new(packed), count: 0, limit };
    let inner = unpacked(&mut counting, limit, layers - 1);
    // What the inner look has left.
    let _ = std::io::copy(&mut counting, &mut std::io::sink());
    counting.count.saturating_add(inner)
}

/// Counts what it reads, and ends once that is more than the limit.
struct Counting<R> {
    inner: R,
    count: u64,
    limit: u64,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.count > self.limit {
            return Ok(0);
        }
        let read = self.inner.read(buffer)?;
        self.count += read as u64;
        Ok(read)
    }
}

/// Where `wanted` stands next, from `start` on.
fn find(bytes: &[u8], start: usize, wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut at = start;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes.get(at..)?.starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::super::super::super::reason::Reason;
    use super::{LARGEST, measure};

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    fn file(stream: &[u8]) -> Vec<u8> {
        [b"%PDF-1.4\n1 0 obj <</Length 9>> stream\n", stream, b"\nendstream endobj"].concat()
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_however_often_it_is_packed() {
        let much = vec![b' '; LARGEST as usize + 1];
        for stream in [packed(&much), packed(&packed(&much))] {
            assert_eq!(measure(&file(&stream)), Err(Reason::UnpacksTooLarge(64)));
        }
        assert_eq!(measure(&file(&packed(&much[..1000]))), Ok(()));
        assert_eq!(measure(b"endstream stream"), Ok(()));
    }
}
