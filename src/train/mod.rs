//! Training of the recognizer: corpora in, weights and a model card out. One core, fixed seed.
//!
//! `cargo run --release --features train --bin train -- FOLDER`; `-- measure FOLDER` says how good the program is as it was built,
//! the program `bench` how fast. No part of the program itself, which only reads the weights.
//! [`identity`] measures what is made of the names: who is who.

pub mod article;
pub mod card;
pub mod copies;
pub mod corpora;
pub mod crf;
pub mod examples;
pub mod identified;
pub mod identity;
pub mod model;
pub mod overlap;
pub mod pile;
pub mod random;
pub mod recipe;
pub mod score;
