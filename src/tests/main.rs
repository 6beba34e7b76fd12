//! What is tested from outside: the layers, the headless commands, hostile input, whole screens and the program in a pseudo-terminal.

#![allow(clippy::unwrap_used, clippy::string_slice, clippy::print_stderr, reason = "a test may fail loudly")]

mod cached;
mod calendar;
mod casework;
mod comparing;
mod copies;
mod corrections;
mod desk;
mod differs;
mod exploring;
mod exports;
mod filtering;
mod finding;
mod gathering;
mod glance;
mod headless;
mod hostile;
mod invariants;
mod kept;
mod layers;
mod leaving;
mod library;
mod looks;
mod made;
mod matrix;
mod mouse;
mod passages;
mod pty;
mod published;
mod readme;
mod references;
mod referring;
mod screens;
mod sessions;
mod settings;
mod tasks;
mod terminal;
mod visits;
mod who_is_who;
mod working;
