//! Lists of queries, one a line, that the reader names.

use std::fs;
use std::io::Read;
use std::path::Path;

/// The longest list that is read, in bytes.
const LONGEST: u64 = 4 * 1024 * 1024;

/// The text of a list, or why there is none. What is no UTF-8 in it is replaced.
pub fn read(path: &Path) -> Result<String, String> {
    let read = || {
        // A pipe or a device could keep the screen waiting.
        if !fs::metadata(path)?.is_file() {
            return Ok(Err("no file".to_owned()));
        }
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
        let is_too_long = bytes.len() as u64 > LONGEST;
        Ok(if is_too_long {
            Err("longer than 4 MB".to_owned())
        } else {
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        })
    };
    read().map_err(|error: std::io::Error| error.to_string())?
}
