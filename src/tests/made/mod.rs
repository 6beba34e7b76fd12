//! Names and texts that are made for measuring: as many as asked for, from public lists, the same in each run.

#![allow(dead_code, reason = "each bench and test uses a part of it")]

pub mod names;
pub mod random;
pub mod texts;
