//! Archives: each file in them is read as if it lay in a folder of the archive's name. Nothing is written to disk.

use std::io::Cursor;
use std::path::{Component, Path};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::reason::Reason;
use super::{Format, LARGEST_ARCHIVE, Named, Part, Room, named};

/// Files that are read of one archive.
const MOST: usize = 100_000;

/// A zip archive.
pub(super) struct Zip;

impl Format for Zip {
    fn name(&self) -> &'static str {
        "a zip archive"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["zip"]
    }

    fn magic(&self) -> &'static [&'static [u8]] {
        &[b"PK\x03\x04"]
    }

    fn largest(&self) -> u64 {
        LARGEST_ARCHIVE
    }

    fn read(&self, bytes: &[u8], room: &mut Room) -> Result<Vec<Part>, Reason> {
        let mut archive = open(bytes, self.name())?;
        let mut parts = Vec::new();
        for at in 0..archive.len().min(MOST) {
            let mut file = match archive.by_index(at) {
                Ok(file) => file,
                Err(error) => {
                    parts.push(Part::failed(format!("file {}", at + 1), failure(&error, self.name())));
                    continue;
                }
            };
            let name = file.name().map(|name| shown(&name)).unwrap_or_default();
            if !file.is_file() || name.is_empty() || name.starts_with("__MACOSX/") {
                continue;
            }
            let is_hidden = name.split('/').any(|part| part.starts_with('.'));
            let refused = match named(Path::new(&name)) {
                _ if is_hidden => Some(Reason::Hidden),
                Named::Unsupported(what) => Some(Reason::Unsupported(what)),
                Named::Unknown => Some(Reason::UnknownExtension),
                Named::Format(_) | Named::Nothing => None,
            };
            let unpacked = refused.map_or_else(|| room.unpack(&mut file, self.name()), Err);
            parts.push(match unpacked {
                Ok(bytes) => Part::file(name, bytes),
                Err(reason) => Part::failed(name, reason),
            });
        }
        if archive.len() > MOST {
            parts.push(Part::failed("", Reason::TooManyParts(MOST)));
        }
        Ok(parts)
    }
}

/// The archive in `bytes`, which is `format`.
pub(super) fn open<'b>(bytes: &'b [u8], format: &'static str) -> Result<ZipArchive<Cursor<&'b [u8]>>, Reason> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|error| failure(&error, format))
}

/// Why something in an archive can't be read.
pub(super) fn failure(error: &ZipError, format: &'static str) -> Reason {
    match error {
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => Reason::Encrypted(format),
        error => Reason::Damaged(format, error.to_string()),
    }
}

/// A path inside an archive as it is shown: it leads nowhere but down.
fn shown(name: &str) -> String {
    let parts = Path::new(name).components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// One compressed file.
pub(super) struct Gzip;

impl Format for Gzip {
    fn name(&self) -> &'static str {
        "a gzip file"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["gz"]
    }

    fn magic(&self) -> &'static [&'static [u8]] {
        &[b"\x1F\x8B"]
    }

    fn largest(&self) -> u64 {
        LARGEST_ARCHIVE
    }

    fn read(&self, bytes: &[u8], room: &mut Room) -> Result<Vec<Part>, Reason> {
        let unpacked = room.unpack(MultiGzDecoder::new(bytes), self.name())?;
        // Its own name without the ending is told by whoever knows it.
        Ok(vec![Part::file("", unpacked)])
    }
}
