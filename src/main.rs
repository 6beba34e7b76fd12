//! redstring: arguments in, exit code out.

use std::process::ExitCode;

use redstring::cli::{self, Command};
use redstring::run;

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Ok(Command::Answer(question)) => cli::answer(question),
        Ok(Command::Screen { paths, shelves, cache, wishes }) => run::run(paths, shelves, cache, wishes),
        Err(code) => code,
    }
}
