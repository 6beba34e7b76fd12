//! `train FOLDER`: trains the recognizer on the corpora below the folder, prints dev figures, and writes weights and model card.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use redstring::train::{card, corpora, recipe};

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        let _ = writeln!(io::stderr(), "usage: train FOLDER, which holds train/names, corpora and dev/names");
        return ExitCode::from(2);
    };
    match train(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "train: {error}");
            ExitCode::FAILURE
        }
    }
}

fn train(folder: &Path) -> io::Result<()> {
    let corpora = corpora::read(folder)?;
    let trained = recipe::train(&corpora, &mut io::stdout())?;
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract/names/tagger");
    std::fs::write(place.join("weights.bin"), &trained.file)?;
    std::fs::write(place.join("MODEL.md"), card::card(&trained))
}
