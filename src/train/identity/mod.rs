//! How well mentions are linked: who is who over annotated corpora, read and resolved the program's own way.
//!
//! `cargo run --release --features train --bin evaluate -- FOLDER`. It measures only; nothing is learned here.

pub mod b_cubed;
pub mod errors;
pub mod measure;
pub mod report;
pub mod rules;
