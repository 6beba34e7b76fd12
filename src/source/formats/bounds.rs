//! Bounds: what unpacking may take, so that a small file that unpacks to a huge one costs only itself.

use std::io::Read;

use super::super::reason::Reason;

/// The largest file that is opened where its format holds many articles, in bytes.
pub(super) const LARGEST_ARCHIVE: u64 = 512 << 20;

/// The largest other file that is opened, in bytes: pages and office documents have far more marks and pictures than words.
pub(super) const LARGEST_FILE: u64 = 64 << 20;

/// The largest thing that is unpacked, in bytes: an office document's text has up to ten times its words in marks.
const LARGEST_PART: u64 = 64 << 20;

/// What all that a file unpacks to may come to, in bytes.
const ALL: u64 = 512 << 20;

/// Files inside files inside a file.
const DEPTH: u8 = 4;

/// What unpacking one file may still take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) struct Room {
    bytes: u64,
    depth: u8,
}

impl Default for Room {
    fn default() -> Self {
        Self { bytes: ALL, depth: DEPTH }
    }
}

impl Room {
    /// All that `packed` gives.
    ///
    /// # Errors
    /// When that is more than a part may have or than is left, or when `packed` is damaged.
    pub(super) fn unpack(&mut self, packed: impl Read, format: &'static str) -> Result<Vec<u8>, Reason> {
        let limit = LARGEST_PART.min(self.bytes);
        let mut bytes = Vec::new();
        // One byte more than allowed tells that there is more.
        let read = packed.take(limit + 1).read_to_end(&mut bytes);
        self.bytes = self.bytes.saturating_sub(bytes.len() as u64);
        match read {
            Err(error) => Err(Reason::Damaged(format, error.to_string())),
            Ok(_) if bytes.len() as u64 > limit => Err(Reason::UnpacksTooLarge(LARGEST_PART >> 20)),
            Ok(_) => Ok(bytes),
        }
    }

    /// One level further in.
    ///
    /// # Errors
    /// When that is too deep.
    pub(in crate::source) fn deeper(&mut self) -> Result<(), Reason> {
        self.depth = self.depth.checked_sub(1).ok_or(Reason::TooDeep)?;
        Ok(())
    }

    /// Back again.
    pub(in crate::source) fn back(&mut self) {
        self.depth += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{DEPTH, Reason, Room};

    #[test]
    fn no_more_is_unpacked_than_there_is_room_for() {
        let mut room = Room { bytes: 10, depth: DEPTH };
        assert_eq!(room.unpack(&b"12345678"[..], "a test"), Ok(b"12345678".to_vec()));
        assert_eq!(room.unpack(std::io::repeat(b'x'), "a test"), Err(Reason::UnpacksTooLarge(64)));
        assert_eq!(room.unpack(&b"1"[..], "a test"), Err(Reason::UnpacksTooLarge(64)));
    }

    #[test]
    fn files_in_files_end_somewhere() {
        let mut room = Room::default();
        assert!((0..DEPTH).all(|_| room.deeper().is_ok()));
        assert_eq!(room.deeper(), Err(Reason::TooDeep));
        room.back();
        assert_eq!(room.deeper(), Ok(()));
    }
}
