//! Zones: every byte of a text lies in exactly one labelled stretch, split at line borders.

use crate::model::{Zone, ZoneLabel};
use crate::source::lines::{Line, lines};

/// The zones of `text`: in order, without gaps or overlaps.
pub(super) fn zones(text: &str) -> Vec<Zone> {
    let lines: Vec<Line> = lines(text, 0).collect();
    let mut zones: Vec<Zone> = Vec::new();
    for line in lines {
        let label = ZoneLabel::Body;
        match zones.last_mut() {
            Some(last) if line.words.is_empty() || last.label == label => last.span.end = line.span.end,
            _ => zones.push(Zone { span: line.span, label }),
        }
    }
    zones
}
