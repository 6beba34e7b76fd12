//! `train FOLDER [MORE]`: trains the recognizer on the corpora below the folders, prints dev figures, and writes weights and model
//! card. `train measure FOLDER [MORE]`: prints the figures of the program as it was built.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use redstring::train::{card, corpora, recipe};

const USAGE: &str = "usage: train [measure] FOLDER [MORE]; FOLDER holds train/names, corpora and dev/names";

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let done = match arguments.as_slice() {
        [word, folder, more @ ..] if word == Path::new("measure") => measure(folder, more.first()),
        [folder, more @ ..] => train(folder, more.first()),
        [] => Err(io::Error::new(io::ErrorKind::InvalidInput, USAGE)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "train: {error}");
            ExitCode::FAILURE
        }
    }
}

fn train(folder: &Path, more: Option<&PathBuf>) -> io::Result<()> {
    let corpora = corpora::read(folder, more.map(PathBuf::as_path))?;
    let trained = recipe::train(&corpora, &mut io::stdout())?;
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract/names/tagger");
    std::fs::write(place.join("weights.bin"), &trained.file)?;
    std::fs::write(place.join("MODEL.md"), card::card(&trained))
}

fn measure(folder: &Path, more: Option<&PathBuf>) -> io::Result<()> {
    let corpora = corpora::read(folder, more.map(PathBuf::as_path))?;
    for (name, [alone, with_rules]) in recipe::measure_program(&corpora.measured) {
        writeln!(io::stdout(), "{name}\n  recognizer alone {alone}\n  with the rules   {with_rules}")?;
    }
    Ok(())
}
