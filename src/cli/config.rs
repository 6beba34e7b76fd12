//! `config` and `keys`: the reader's settings, told and checked. Nothing is written.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::app::TABLE;
use crate::config::{Config, DEFAULT, Folder};
use crate::text::{visible, width};

use super::arguments::{ConfigArguments, KeysArguments};
use super::{CHECK_FAILED, Failure, say};

/// Does what is asked.
pub(super) fn run(arguments: &ConfigArguments) -> Result<ExitCode, Failure> {
    let mut output = io::stdout().lock();
    if arguments.what.print_default {
        output.write_all(DEFAULT.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let config = read(arguments.config.clone());
    if arguments.what.check {
        return check(config);
    }
    let Some(folder) = config.folder.path() else {
        return Err(Failure::Told("redstring: there is no home folder; name a folder with --config".to_owned()));
    };
    for file in ["config.toml", "keys.toml", "themes"] {
        let path = folder.join(file);
        let is_there = if path.exists() { "" } else { "  (none)" };
        writeln!(output, "{}{is_there}", visible(&path.to_string_lossy()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn check(config: Config) -> Result<ExitCode, Failure> {
    let complaints = config.checked();
    let mut output = io::stdout().lock();
    for complaint in &complaints {
        writeln!(output, "{}", visible(&complaint.to_string()))?;
    }
    if complaints.is_empty() {
        say("redstring: the settings are right");
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::from(CHECK_FAILED))
}

/// Every command of the screen: name, keys, where they hold, what it does.
pub(super) fn keys(arguments: &KeysArguments) -> Result<ExitCode, Failure> {
    let config = read(arguments.config.clone());
    for complaint in &config.complaints {
        say(&format!("redstring: {complaint}"));
    }
    let rows: Vec<[String; 3]> = TABLE
        .iter()
        .map(|entry| {
            let keys = config.keymap.shown(entry).join(" ") + &entry.places();
            [entry.name.to_owned(), keys, entry.long.to_owned()]
        })
        .collect();
    let widest =
        |column: usize| rows.iter().map(|row| row.get(column).map_or(0, |cell| width(cell))).max().unwrap_or(0);
    let (first, second) = (widest(0), widest(1));
    let mut output = io::stdout().lock();
    for [name, keys, does] in &rows {
        writeln!(output, "{name:first$}  {keys:second$}  {does}")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn read(folder: Option<PathBuf>) -> Config {
    Config::read(Folder::new(folder, |name| std::env::var_os(name)))
}
