//! What a file's name says of its format. The bytes have the last word when it is read.

use std::ffi::OsStr;
use std::path::Path;

/// Extensions that are read wherever they are found.
const TEXT: &[&str] = &["txt", "text", "md", "markdown"];

/// Formats that a reader may expect to be read and that are not yet.
const UNSUPPORTED: &[(&str, &str)] = &[
    ("pdf", "PDF"),
    ("doc", "Word"),
    ("docx", "Word"),
    ("odt", "OpenDocument"),
    ("rtf", "RTF"),
    ("pages", "Pages"),
    ("epub", "EPUB"),
    ("html", "HTML"),
    ("htm", "HTML"),
    ("xhtml", "HTML"),
    ("mhtml", "HTML"),
    ("xml", "XML"),
    ("eml", "e-mail"),
    ("msg", "e-mail"),
    ("mbox", "e-mail"),
    ("xls", "a spreadsheet"),
    ("xlsx", "a spreadsheet"),
    ("ods", "a spreadsheet"),
    ("ppt", "a presentation"),
    ("pptx", "a presentation"),
    ("zip", "an archive"),
    ("gz", "an archive"),
    ("tar", "an archive"),
    ("warc", "an archive"),
    ("jpg", "a picture"),
    ("jpeg", "a picture"),
    ("png", "a picture"),
    ("tif", "a picture"),
    ("tiff", "a picture"),
];

/// What a file's name says of its format.
pub(super) enum Format {
    /// Text.
    Text,
    /// A format that is not read yet, by its name.
    Unsupported(&'static str),
    /// No extension.
    Nameless,
    /// An extension that says nothing.
    Unknown,
}

/// What the name of the file at `path` says.
pub(super) fn format(path: &Path) -> Format {
    let Some(extension) = path.extension() else { return Format::Nameless };
    let is = |other: &str| extension.eq_ignore_ascii_case(OsStr::new(other));
    if TEXT.iter().any(|text| is(text)) {
        return Format::Text;
    }
    let unsupported = UNSUPPORTED.iter().find(|(other, _)| is(other));
    unsupported.map_or(Format::Unknown, |(_, what)| Format::Unsupported(what))
}
