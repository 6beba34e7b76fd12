//! The folder of the reader's settings, and its files.

use std::ffi::OsString;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::Complaint;

/// The longest file that is read, in bytes: nobody sets so much by hand.
const LONGEST: u64 = 256 * 1024;

/// The folder of the reader's settings.
#[derive(Clone, Debug)]
pub struct Folder(Option<PathBuf>);

impl Folder {
    /// The one that is named, else the usual one: `redstring` in `$XDG_CONFIG_HOME`, or in `~/.config` (XDG Base Directory
    /// Specification 0.8). `variable` gives the values of the environment.
    pub fn new(named: Option<PathBuf>, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let named = named.or_else(|| set("REDSTRING_CONFIG"));
        let usual = || {
            // A relative path there is invalid and to be ignored, says the specification.
            let base = set("XDG_CONFIG_HOME").filter(|path| path.is_absolute());
            let base = base.or_else(|| Some(set("HOME")?.join(".config")))?;
            Some(base.join("redstring"))
        };
        Self(named.or_else(usual))
    }

    /// Its path; `None` where there is no home.
    pub fn path(&self) -> Option<&Path> {
        self.0.as_deref()
    }

    /// The names of the themes that are there.
    #[cfg(feature = "tui")]
    pub(super) fn themes(&self) -> Vec<String> {
        let entries = self.0.as_ref().and_then(|folder| fs::read_dir(folder.join("themes")).ok());
        let names = entries.into_iter().flatten().flatten().filter_map(|entry| entry.file_name().into_string().ok());
        names.filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned())).collect()
    }

    /// The text of one of its files with the name by which it is called in complaints; `None` where there is none that can be read.
    pub(super) fn read(&self, name: &str, complaints: &mut Vec<Complaint>) -> Option<(String, String)> {
        let path = self.0.as_ref()?.join(name);
        match text(&path) {
            Ok(text) => Some((name.to_owned(), text?)),
            Err(words) => {
                complaints.push(Complaint { file: name.to_owned(), at: None, words });
                None
            }
        }
    }
}

/// The text of a file; `None` where there is no file.
fn text(path: &Path) -> Result<Option<String>, String> {
    let told = |error: std::io::Error| format!("can't be read: {error}");
    let metadata = match fs::metadata(path) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        metadata => metadata.map_err(told)?,
    };
    if !metadata.is_file() {
        return Err("is no file".to_owned());
    }
    let mut bytes = Vec::new();
    fs::File::open(path).and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes)).map_err(told)?;
    if bytes.len() as u64 > LONGEST {
        return Err(format!("is longer than {} KiB and was not read", LONGEST / 1024));
    }
    String::from_utf8(bytes).map(Some).map_err(|_| "is not UTF-8 text and was not read".to_owned())
}
