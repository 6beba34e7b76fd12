//! Formats: what tells each, and what reads it. A file is one article, or holds several things that are each read in turn.
//!
//! A format gives text and what the file says of itself; zones, passages and dates in the text are found the same way for all. It
//! writes nothing, starts nothing and fetches nothing, whatever a file asks for.

mod bounds;

mod html;
mod mail;
mod office;
mod pdf;
mod rows;
mod text;

mod archive;

use std::ffi::OsStr;
use std::path::Path;

use crate::model::{Note, Zone};

use super::reason::Reason;
use super::statement::{Dated, Statements};

use bounds::{LARGEST_ARCHIVE, LARGEST_FILE};

pub(super) use bounds::Room;

/// A format that is read.
pub(super) trait Format: Sync {
    /// Its name in messages: "a Word document".
    fn name(&self) -> &'static str;

    /// The extensions that tell it, in lower case.
    fn extensions(&self) -> &'static [&'static str];

    /// The first bytes that tell it, where its name does not.
    fn magic(&self) -> &'static [&'static [u8]] {
        &[]
    }

    /// The largest file of it that is opened, in bytes.
    fn largest(&self) -> u64 {
        LARGEST_FILE
    }

    /// What is in a file of these bytes. `room` is what unpacking may still take.
    fn read(&self, bytes: &[u8], room: &mut Room) -> Result<Vec<Part>, Reason>;
}

/// Something in a file.
#[derive(Debug)]
pub(super) struct Part {
    /// Its name inside the file; empty where the file is the article. Untrusted.
    pub(super) name: String,
    /// What it is, or why it can't be read.
    pub(super) content: Result<Content, Reason>,
}

/// What a part is.
#[derive(Debug)]
pub(super) enum Content {
    /// An article. Boxed, for it is far larger than the other.
    Article(Box<Article>),
    /// A file in the file, to be read by its own format.
    File(Vec<u8>),
}

/// An article as its format gives it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Article {
    /// The text that all places count in.
    pub(super) text: String,
    /// Zones that the format tells, from the start of the text on, without gaps. The rest is labelled by its words.
    pub(super) zones: Vec<Zone>,
    /// What the file's own metadata state.
    pub(super) stated: Statements,
    /// The dates that they state, best first.
    pub(super) dates: Vec<Dated>,
    /// Where each page begins, in bytes of the text; empty where there are no pages.
    pub(super) pages: Vec<u32>,
    /// What was odd.
    pub(super) notes: Vec<Note>,
}

impl Part {
    /// The file itself is this article.
    fn whole(article: Article) -> Vec<Self> {
        vec![Self { name: String::new(), content: Ok(Content::Article(Box::new(article))) }]
    }

    fn article(name: impl Into<String>, article: Article) -> Self {
        Self { name: name.into(), content: Ok(Content::Article(Box::new(article))) }
    }

    fn file(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), content: Ok(Content::File(bytes)) }
    }

    fn failed(name: impl Into<String>, reason: Reason) -> Self {
        Self { name: name.into(), content: Err(reason) }
    }
}

/// All formats that are read; of two that would fit, the first.
const FORMATS: &[&dyn Format] = &[
    &text::Text,
    &html::Html,
    &office::docx::Docx,
    &office::odt::Odt,
    &office::epub::Epub,
    &office::rtf::Rtf,
    &pdf::Pdf,
    &mail::eml::Eml,
    &mail::mbox::Mbox,
    &rows::JsonLines,
    &rows::Json,
    &rows::Table,
    &archive::Zip,
    &archive::Gzip,
];

/// Formats that a reader may expect to be read and that are not.
const UNSUPPORTED: &[(&str, &[&str])] = &[
    ("an old Word document", &["doc"]),
    ("Pages", &["pages"]),
    ("a web archive", &["mhtml", "mht", "warc", "webarchive"]),
    ("XML", &["xml"]),
    ("an Outlook message", &["msg"]),
    ("a spreadsheet", &["xls", "xlsx", "ods"]),
    ("a presentation", &["ppt", "pptx", "odp"]),
    ("an archive of this kind", &["tar", "tgz", "7z", "rar", "bz2", "xz", "zst"]),
    ("a picture", &["jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "heic", "svg"]),
    ("a recording", &["mp3", "wav", "m4a", "mp4", "mov"]),
];

/// What a file's name says of its format.
pub(super) enum Named {
    /// It is read by this one.
    Format(&'static dyn Format),
    /// One that is not read.
    Unsupported(&'static str),
    /// It has no extension.
    Nothing,
    /// Its extension says nothing.
    Unknown,
}

/// What the name of the file at `path` says.
pub(super) fn named(path: &Path) -> Named {
    let Some(extension) = path.extension() else { return Named::Nothing };
    let is = |other: &&str| extension.eq_ignore_ascii_case(OsStr::new(other));
    if let Some(format) = FORMATS.iter().find(|format| format.extensions().iter().any(is)) {
        return Named::Format(*format);
    }
    let unsupported = UNSUPPORTED.iter().find(|(_, extensions)| extensions.iter().any(is));
    unsupported.map_or(Named::Unknown, |(what, _)| Named::Unsupported(what))
}

/// The format that reads a file: the one that its name tells, else the one that its first bytes tell, else text.
///
/// # Errors
/// Where its name tells one that is not read.
pub(super) fn format(path: &Path, bytes: &[u8]) -> Result<&'static dyn Format, Reason> {
    let told = || FORMATS.iter().find(|format| format.magic().iter().any(|magic| bytes.starts_with(magic))).copied();
    match named(path) {
        Named::Format(format) => Ok(format),
        Named::Unsupported(what) => Err(Reason::Unsupported(what)),
        Named::Nothing | Named::Unknown => Ok(told().unwrap_or(&text::Text)),
    }
}

#[cfg(test)]
mod tests;
