//! redstring: arguments in, exit code out.

use std::process::ExitCode;

use redstring::cli::{self, Command};

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Ok(Command::Answer(question)) => cli::answer(question),
        Ok(Command::Screen(_)) => {
            cli::say("redstring: there is no screen yet; see `redstring --help` for the commands");
            ExitCode::from(cli::WRONG_USE)
        }
        Err(code) => code,
    }
}
