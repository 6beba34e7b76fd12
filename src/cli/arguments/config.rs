//! What `config` and `keys` take.

use std::path::PathBuf;

use clap::Args;

/// What `config` takes.
#[derive(Args, Debug)]
pub struct ConfigArguments {
    #[command(flatten)]
    pub what: What,
    /// Settings, keys and themes from this folder [default: ~/.config/redstring]
    #[arg(long, value_name = "FOLDER")]
    pub config: Option<PathBuf>,
}

/// What is asked.
#[derive(Args, Debug)]
#[group(multiple = false)]
pub struct What {
    /// Read all files, list what is wrong in them with its line, and exit with 1 if anything is
    #[arg(long)]
    pub check: bool,
    /// Print a file with every setting as it is if nothing is set, to begin with
    #[arg(long)]
    pub print_default: bool,
    /// Print where the files are looked for (this is what is done if nothing is asked)
    #[arg(long)]
    pub paths: bool,
}

/// What `keys` takes.
#[derive(Args, Debug)]
pub struct KeysArguments {
    /// Keys from this folder [default: ~/.config/redstring]
    #[arg(long, value_name = "FOLDER")]
    pub config: Option<PathBuf>,
}
