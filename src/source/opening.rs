//! Opening a file without ever waiting for it, and reading no more of it than the limit.
//!
//! Only regular files are read. The path is looked at before it is opened, for opening a device may itself do something; it is
//! opened without blocking and looked at again, for it may have been replaced by a pipe in between.

use std::fs::{self, File, FileType};
use std::io::Read;
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use rustix::fs::{Mode, OFlags};

use super::reason::Reason;

/// The bytes of the regular file at `path`, which may have so many.
pub(super) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Reason> {
    regular(fs::metadata(path)?.file_type())?;
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let opened = rustix::fs::open(path, flags, Mode::empty()).map_err(std::io::Error::from)?;
    let file = File::from(opened);
    let metadata = file.metadata()?;
    regular(metadata.file_type())?;
    if metadata.len() > limit {
        return Err(Reason::TooLarge(limit));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    // One byte more than allowed tells a file that has grown since, or whose size the system doesn't know.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Reason::TooLarge(limit));
    }
    Ok(bytes)
}

/// That a file of this kind may be opened.
pub(super) fn regular(kind: FileType) -> Result<(), Reason> {
    let what = match kind {
        kind if kind.is_file() => return Ok(()),
        kind if kind.is_dir() => "a folder",
        kind if kind.is_fifo() => "a pipe",
        kind if kind.is_socket() => "a socket",
        kind if kind.is_symlink() => "a link",
        _ => "a device",
    };
    Err(Reason::NotRegular(what))
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::os::unix::net::UnixListener;
    use std::path::Path;

    use super::read;
    use crate::source::reason::{Reason, SIZE_LIMIT};

    fn check(path: &Path, expected: Result<&str, Reason>) {
        assert_eq!(read(path, SIZE_LIMIT), expected.map(|text| text.as_bytes().to_vec()), "{}", path.display());
    }

    #[test]
    fn only_regular_files_are_read_and_nothing_blocks() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a.txt"), "words").unwrap();
        rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        let _listener = UnixListener::bind(at("socket")).unwrap();
        check(&at("a.txt"), Ok("words"));
        check(&at("pipe"), Err(Reason::NotRegular("a pipe")));
        check(&at("socket"), Err(Reason::NotRegular("a socket")));
        check(Path::new("/dev/null"), Err(Reason::NotRegular("a device")));
        check(folder.path(), Err(Reason::NotRegular("a folder")));
        check(&at("gone.txt"), Err(Reason::Missing));
    }

    #[test]
    fn a_terabyte_of_nothing_is_refused_unread() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sparse.txt");
        File::create(&path).unwrap().set_len(1 << 40).unwrap();
        check(&path, Err(Reason::TooLarge(SIZE_LIMIT)));
        File::options().write(true).open(&path).unwrap().set_len(SIZE_LIMIT + 1).unwrap();
        check(&path, Err(Reason::TooLarge(SIZE_LIMIT)));
    }

    #[test]
    fn links_that_lead_to_each_other_are_named_so() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        std::os::unix::fs::symlink(&one, &other).unwrap();
        std::os::unix::fs::symlink(&other, &one).unwrap();
        check(&one, Err(Reason::LinkLoop));
    }
}
