//! `evaluate FOLDER [--errors]`: measures who is who over the annotated corpora below the folder.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use redstring::train::identity::report::{Detail, report};

fn main() -> ExitCode {
    let (options, paths): (Vec<_>, Vec<_>) = std::env::args_os().skip(1).partition(|argument| argument == "--errors");
    let Some(folder) = paths.first().map(PathBuf::from) else {
        let _ = writeln!(io::stderr(), "usage: evaluate FOLDER [--errors], which holds corpora");
        return ExitCode::from(2);
    };
    let detail = if options.is_empty() { Detail::Figures } else { Detail::Errors };
    match report(&folder, detail, &mut io::stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "evaluate: {error}");
            ExitCode::FAILURE
        }
    }
}
