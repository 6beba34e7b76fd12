//! Word clusters: a word and its cluster in three partitions a line, numbered from 0, commonest words first.

use crate::extract::names::tagger::clusters::table;

/// The compact table of a file of clusters.
pub fn compact(file: &str) -> Vec<u8> {
    let rows = file.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        let word = cells.next()?;
        let mut number = || cells.next()?.parse().ok();
        Some((word, [number()?, number()?, number()?]))
    });
    table(rows)
}
