//! A package: the zip archive that an office document is.

use std::io::Cursor;

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::super::decode::decode;
use super::super::super::reason::Reason;
use super::super::Room;
use super::super::archive::{failure, open};

/// An open package.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    format: &'static str,
}

/// The first bytes of an old office file, which a document with a password is packed in.
const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0";

impl<'b> Package<'b> {
    /// Opens the package in `bytes`, which is `format`.
    pub(super) fn open(bytes: &'b [u8], format: &'static str) -> Result<Self, Reason> {
        if bytes.starts_with(OLD_OFFICE) {
            return Err(Reason::Encrypted(format));
        }
        Ok(Self { archive: open(bytes, format)?, format })
    }

    /// The text of a part; `None` where there is none of that name.
    pub(super) fn part(&mut self, name: &str, room: &mut Room) -> Result<Option<String>, Reason> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(failure(&error, self.format)),
        };
        let bytes = room.unpack(part, self.format)?;
        Ok(Some(decode(&bytes)?.text))
    }
}
