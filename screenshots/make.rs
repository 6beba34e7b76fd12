//! Makes the pictures of this folder: the real binary in a real pseudo-terminal, its screen drawn cell by cell.
//!
//! ```text
//! cargo run --example screenshots --features screenshots            all of them
//! cargo run --example screenshots --features screenshots -- main    one
//! ```
//!
//! The same program gives the same bytes: fonts are pinned beside this file, and keys wait for text, not for time.

#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a tool of the developer may fail loudly"
)]
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "pixels are few")]

mod picture;
#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../src/tests/pty.rs"]
mod pty;
mod shapes;

use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use picture::Fonts;
use pty::Program;

/// A picture: its name, the size of the terminal, and what is done before it is taken.
struct Shot {
    name: &'static str,
    size: (u16, u16),
    /// Keys to press, each with the text that must then be on the screen.
    steps: &'static [(&'static str, &'static str)],
}

#[rustfmt::skip]
const SHOTS: &[Shot] = &[
    Shot { name: "main", size: (120, 36), steps: &[("", "Enter every passage")] },
    Shot { name: "passages", size: (120, 36), steps: &[("", READY), ("f kislyak <Enter>", "5 Passages  Sergey Kislyak")] },
    Shot { name: "find", size: (120, 36), steps: &[("", READY), ("f sergei<Space>kislyak", "“Sergei Kislyak”")] },
    Shot { name: "compare", size: (120, 36), steps: &[("", READY), ("f kislyak <Enter>", "5 Passages  Sergey Kislyak"), ("c", "Tab column")] },
    Shot { name: "matrix", size: (120, 36), steps: &[("", READY), ("v j j j j j", "not found in")] },
    Shot { name: "timeline", size: (120, 36), steps: &[("", READY), ("4 ]c", "differs: i tells the sides")] },
    Shot { name: "wide", size: (200, 50), steps: &[("", READY), ("f kislyak <Enter> <Enter>", "w/b next name or date"), ("n n", "Kislyak 3/")] },
    Shot { name: "help", size: (80, 24), steps: &[("", READY), ("?", "type to search")] },
];

/// What the first screen shows once the embedded articles are read.
const READY: &str = "Michael Flynn";
/// Nothing more is drawn after so long.
const SETTLED: Duration = Duration::from_millis(300);

fn main() {
    let wanted: Vec<String> = env::args().skip(1).collect();
    let binary = build();
    let fonts = Fonts::pinned();
    for shot in SHOTS.iter().filter(|shot| wanted.is_empty() || wanted.iter().any(|name| name == shot.name)) {
        let (columns, rows) = shot.size;
        // A home of its own, so that there is a place for a casebook as there is on a reader's machine.
        let home = tempfile::tempdir().unwrap();
        let mut pty = Program::new(&binary).size(columns, rows).env("HOME", &home.path().to_string_lossy()).start();
        for (keys, text) in shot.steps {
            pty.keys(keys);
            pty.wait_for(text);
        }
        pty.wait_quiet(SETTLED);
        let file = folder().join(shot.name).with_extension("png");
        picture::draw(&pty.terminal(), &fonts).write(&file);
        println!("{}", file.display());
    }
}

/// Builds the program beside this one, in the same profile; gives its path.
fn build() -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--bin", "redstring", "--features", "screenshots"]);
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    assert!(cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap().success(), "the program does not build");
    // This program lies in `examples/` below the folder of its profile.
    let own = env::current_exe().unwrap();
    own.ancestors().nth(2).unwrap().join("redstring").to_str().unwrap().to_owned()
}

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "screenshots"].iter().collect()
}
