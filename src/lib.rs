#![doc = include_str!("ARCHITECTURE.md")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail loudly"))]

// In reading order, each below what it uses; the empty lines keep rustfmt from sorting them.

pub mod text;

pub mod folder;

pub mod calendar;

pub mod gazetteer;

pub mod model;

pub mod source;

pub mod extract;

pub mod resolve;

pub mod casework;

pub mod corpus;

pub mod cache;

pub mod load;

pub mod report;

#[cfg(feature = "train")]
pub mod train;

pub mod app;

#[cfg(feature = "tui")]
pub mod ui;

pub mod config;

#[cfg(feature = "tui")]
pub mod run;

pub mod cli;
