//! Tells the program what it finds things with: a hash of everything that reading, extraction and resolution are made of. What is
//! kept on disk by a program with another one is found anew.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// What an answer hangs on.
const SOURCES: &[&str] = &[
    "src/text",
    "src/folder.rs",
    "src/calendar",
    "src/gazetteer",
    "src/model",
    "src/source",
    "src/extract",
    "src/resolve",
    "src/cache",
    "src/load",
    "data",
    "Cargo.lock",
];

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    let mut hash = 0xCBF2_9CE4_8422_2325;
    for source in SOURCES {
        writeln!(out, "cargo:rerun-if-changed={source}")?;
        add(Path::new(source), &mut hash)?;
    }
    writeln!(out, "cargo:rustc-env=REDSTRING_FINDS_WITH={hash}")?;
    Ok(())
}

/// FNV-1a over names and bytes.
fn add(path: &Path, hash: &mut u64) -> io::Result<()> {
    let mut mix = |bytes: &[u8]| {
        for byte in bytes {
            *hash = (*hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    };
    mix(path.as_os_str().as_encoded_bytes());
    if !path.is_dir() {
        mix(&fs::read(path)?);
        return Ok(());
    }
    let mut names: Vec<_> = fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
    names.sort_by_key(fs::DirEntry::file_name);
    names.iter().try_for_each(|entry| add(&entry.path(), hash))
}
