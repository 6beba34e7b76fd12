//! `generate NUMBER FOLDER`: writes a pile of so many articles to measure with, the same in each run.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use redstring::train::pile::Pile;

const SEED: u64 = 7;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [number, folder] = arguments.as_slice() else { return fail("usage: generate NUMBER FOLDER") };
    let Ok(number) = number.parse() else { return fail("no number") };
    match Pile::new(SEED, number).write(Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(why: &str) -> ExitCode {
    // There is nobody left to tell when standard error itself is gone.
    let _ = writeln!(io::stderr(), "generate: {why}");
    ExitCode::FAILURE
}
