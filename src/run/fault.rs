//! Faults of the program itself: the terminal is given back first, then a plain sentence says what happened.
//!
//! The sentence never holds the panic's own words, since those may quote a document. A thread that is not essential may fail:
//! whoever started it reports that, and the session goes on.

use std::cell::Cell;
use std::env;
use std::io::Write;
use std::panic::{self, PanicHookInfo};

use super::guard;

/// The exit code of a program that ended by a fault, as Rust's own.
const EXIT: i32 = 101;
/// Names the place that shall fail, in builds for development only, so that tests can see what a fault does.
const PROVOKE: &str = "REDSTRING_FAULT";

thread_local! {
    static ESSENTIAL: Cell<bool> = const { Cell::new(false) };
}

/// A panic in this thread ends the program.
pub fn mark_essential() {
    ESSENTIAL.set(true);
}

/// From now on a panic in an essential thread gives the terminal back, says so and ends the program.
pub fn install() {
    let with_details = env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0");
    let standard = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !ESSENTIAL.get() {
            return;
        }
        guard::give_back();
        let _ = std::io::stderr().write_all(sentence(info).as_bytes());
        if with_details {
            standard(info);
        }
        guard::end(EXIT);
    }));
}

/// Fails here, if a test asks for it by this name.
pub fn provoke(place: &str) {
    let is_wanted = cfg!(debug_assertions) && env::var(PROVOKE).is_ok_and(|wanted| wanted == place);
    assert!(!is_wanted, "a fault that quotes SECRET WORDS");
}

fn sentence(info: &PanicHookInfo) -> String {
    let place = info.location().map_or_else(String::new, |at| format!(" at {}:{}", at.file(), at.line()));
    format!(
        "redstring stopped: a fault in the program{place}, not in your files, which are unchanged.\n\
         For a report, run it again with RUST_BACKTRACE=1; its output may quote what you were reading.\n"
    )
}
