//! The screen brought to life: the terminal, threads, one channel, and what the session asks of the world carried out.
//!
//! Unix only. It decides nothing about what is shown or what a key means, and prints no rows: that is `app`, `ui` and `cli`.

mod clipboard;
mod colour;
mod editor;
mod fault;
mod guard;
mod hangup;
mod input;
mod keeper;
mod leaving;
mod lists;
mod loader;
mod look;
mod screen;
mod session;
mod signals;
mod visits;

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use crate::app::Settings;
use crate::config::{Config, Folder, Resume, Wishes};
use crate::load::{self, Shelves};
use crate::text::visible;

use look::Look;
use session::Session;

/// Wrong use, or no terminal to draw on.
const NO_TERMINAL: u8 = 2;
/// Something that the reader did could not be saved.
const NOT_SAVED: u8 = 1;

/// Shown where there is no terminal that could show a screen.
const HINT: &str =
    "For use without one: redstring entities PATH, redstring passages --about NAME PATH; redstring --help lists all.";

/// Opens the screen on `paths`, or on the embedded articles where there are none, until the reader quits. What is found is kept in
/// the folder `cache`, where one is given.
///
/// Without a terminal it says so on standard error, writes nothing to standard output and gives exit code 2.
pub fn run(paths: Vec<PathBuf>, shelves: Shelves, cache: Option<PathBuf>, wishes: Wishes) -> ExitCode {
    fault::mark_essential();
    fault::install();
    if !io::stdout().is_terminal() {
        return refuse("the screen needs a terminal, and standard output is none");
    }
    if env::var_os("TERM").is_some_and(|terminal| terminal == "dumb") {
        return refuse("the screen needs a terminal that can move its cursor, and TERM is \"dumb\"");
    }
    let config = Config::read(Folder::new(wishes.folder, |name| env::var_os(name)));
    let look = match look::choose(config, wishes.theme.as_deref(), wishes.ascii, |name| env::var(name).ok()) {
        Ok(look) => look,
        Err(why) => return refuse(&why),
    };
    match open(paths, shelves, cache, look) {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(unsaved)) => {
            // Nobody is left to tell when this fails too.
            let _ = writeln!(io::stderr(), "redstring: {}.", visible(&unsaved));
            ExitCode::from(NOT_SAVED)
        }
        // Lost while it was drawn on.
        Err(error) if error.raw_os_error() == Some(Errno::IO.raw_os_error()) => guard::end(128 + SIGHUP),
        Err(error) => refuse(&format!("the terminal can't be used: {error}")),
    }
}

fn open(paths: Vec<PathBuf>, shelves: Shelves, cache: Option<PathBuf>, look: Look) -> io::Result<Option<String>> {
    let Look { config, theme, depth } = look;
    let place = visits::place(&paths, |name| env::var_os(name)).filter(|_| config.choices.resume == Resume::Place);
    let settings = Settings {
        collection: load::collection(&paths),
        folder: folder(),
        is_demo: paths.is_empty(),
        visit: place.as_deref().and_then(visits::read).map(Arc::new),
        greeting: config.greeting(),
        keymap: Arc::new(config.keymap),
        digits: config.choices.digits,
        mouse: config.choices.mouse,
        references: config.choices.references,
        citation: config.choices.citation,
    };
    Session::new(paths, shelves, cache, settings, theme, depth, place)?.run()
}

/// The current folder.
fn folder() -> String {
    env::current_dir().map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default()
}

fn refuse(why: &str) -> ExitCode {
    // Nobody is left to tell when this fails too.
    let _ = writeln!(io::stderr(), "redstring: {}.\n{HINT}", visible(why));
    ExitCode::from(NO_TERMINAL)
}
