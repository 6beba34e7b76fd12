//! Names and texts that are made for measuring: as many as asked for, from public lists, the same in each run.

pub mod names;
pub mod random;
