//! Why a file is passed over, each in a sentence that says what to do about it.

use std::io;

use crate::model::Skipped;

/// The largest text that is read, in bytes. An article is seldom a thousandth of this; what is found in a text may take a hundred
/// times its size in memory where every sign is a token, as a hostile file can have it.
pub(super) const SIZE_LIMIT: u64 = 16 << 20;

/// Why a file is passed over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Reason {
    #[error("hidden (its name begins with a dot): give it by name to read it")]
    Hidden,
    #[error("a link to a folder: give the folder itself to read what is in it")]
    LinkedFolder,
    #[error("the same file as {0}, which is read: nothing is lost")]
    Duplicate(String),
    #[error("{0}, no regular file: copy what it gives into a .txt file")]
    NotRegular(&'static str),
    #[error("{0} is not supported: convert it to text (.txt or .md)")]
    Unsupported(&'static str),
    #[error("its name tells no format that is read: give it by name to read it as text")]
    UnknownExtension,
    #[error("damaged, or not {0} at all ({1}): open it in its own program and save it again")]
    Damaged(&'static str, String),
    #[error("{0} with a password: save a copy without one")]
    Encrypted(&'static str),
    #[error("{0} with nothing to read in it ({1}): check what it is")]
    Nothing(&'static str, &'static str),
    #[error(
        "{0} pages that are pictures, without a text layer: run a text recognition (OCR) over it and read the result"
    )]
    Pictures(usize),
    #[error(
        "a text layer whose letters have no meaning ({0} % of it): run a text recognition (OCR) over it and read the result"
    )]
    Garbled(u32),
    #[error("{0} that takes more than {1} seconds to read: split it, or convert it to text (.txt or .md)")]
    TooSlow(&'static str, u64),
    #[error("left out ({0}): correct it in the file")]
    Row(String),
    #[error("unpacks to more than {0} MiB: unpack it yourself and give the folder")]
    UnpacksTooLarge(u64),
    #[error("holds more than {0} articles, the rest is left out: split it")]
    TooManyParts(usize),
    #[error("archives inside each other too deep: unpack it yourself and give the folder")]
    TooDeep,
    #[error("{0}, no text: convert it to text (.txt or .md)")]
    Binary(&'static str),
    #[error("larger than {} MiB: split it into smaller files", .0 >> 20)]
    TooLarge(u64),
    #[error("no such file or folder: it may have been moved or deleted; check the path")]
    Missing,
    #[error("no permission to read it: change its permissions or ask its owner")]
    Forbidden,
    #[error("its path is too long for the system: move it nearer to the top folder")]
    PathTooLong,
    #[error("links that lead to each other: replace it by the file that is meant")]
    LinkLoop,
    #[error("can't be read ({0}): try again, or copy it elsewhere")]
    Other(String),
}

impl Reason {
    /// The entry for the file in the list of what was passed over.
    pub(super) fn skip(&self, file: &str) -> Skipped {
        let is_meant = matches!(self, Self::Hidden | Self::LinkedFolder | Self::Duplicate(_) | Self::UnknownExtension);
        Skipped { file: file.to_owned(), reason: self.to_string(), is_failure: !is_meant }
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::InvalidFilename => Self::PathTooLong,
            // std has no stable kind for it.
            _ if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => Self::LinkLoop,
            _ => Self::Other(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::{Reason, SIZE_LIMIT};

    #[test]
    fn what_the_system_says_becomes_a_reason() {
        for (kind, expected) in [
            (ErrorKind::PermissionDenied, Reason::Forbidden),
            (ErrorKind::NotFound, Reason::Missing),
            (ErrorKind::InvalidFilename, Reason::PathTooLong),
            (ErrorKind::Interrupted, Reason::Other("operation interrupted".into())),
        ] {
            assert_eq!(Reason::from(Error::from(kind)), expected);
        }
    }

    #[test]
    fn every_reason_says_what_to_do() {
        for reason in [
            Reason::Hidden,
            Reason::Forbidden,
            Reason::TooLarge(SIZE_LIMIT),
            Reason::Unsupported("an old Word document"),
            Reason::Pictures(3),
            Reason::TooSlow("a PDF", 20),
            Reason::Binary("a program"),
        ] {
            let words = reason.to_string();
            assert!(words.contains(": ") && !words.contains('\n'), "{words}");
        }
        assert_eq!(Reason::TooLarge(SIZE_LIMIT).to_string(), "larger than 16 MiB: split it into smaller files");
    }
}
