//! How much is found of a small gold set of our own, kind by kind: a regression shows without any corpus.

use std::collections::BTreeSet;

use crate::extract::extract;
use crate::model::{Confidence, Document, Kind};
use crate::text::Span;

/// The least share of names found that are right, and of right names that are found, in percent: people, organizations, places.
const FLOORS: [(Kind, usize, usize); 3] = [(Kind::Person, 95, 95), (Kind::Organization, 95, 95), (Kind::Place, 95, 95)];

type Names = BTreeSet<(Span, Kind)>;

#[test]
fn the_gold_set_is_found() {
    let (text, gold) = drawn(include_str!("gold.txt"));
    let mentions = extract(&Document::of_body(&text)).mentions;
    let shown = mentions.iter().filter(|mention| mention.confidence >= Confidence::SUPPORTED);
    let found: Names = shown.map(|mention| (mention.span, mention.kind)).collect();
    let list = |names: &mut dyn Iterator<Item = &(Span, Kind)>| {
        names.map(|(span, kind)| format!("{} {}", kind.name(), span.of(&text))).collect::<Vec<_>>().join(", ")
    };
    let report =
        format!("missed: {}\nfalse: {}", list(&mut gold.difference(&found)), list(&mut found.difference(&gold)));
    for (kind, precision, recall) in FLOORS {
        let of = |names: &Names| names.iter().filter(|(_, other)| *other == kind).count();
        let right = gold.intersection(&found).filter(|(_, other)| *other == kind).count();
        assert!(right * 100 >= of(&found) * precision, "{}: {right} of {} right\n{report}", kind.name(), of(&found));
        assert!(right * 100 >= of(&gold) * recall, "{}: {right} of {} found\n{report}", kind.name(), of(&gold));
    }
}

/// The text of a drawing and the names that carets and kinds stand under.
fn drawn(file: &str) -> (String, Names) {
    let (mut text, mut gold) = (String::new(), Names::new());
    let mut lines = file.lines().filter(|line| !line.starts_with('#')).peekable();
    while let Some(line) = lines.next() {
        let start = text.len();
        text.push_str(line);
        text.push('\n');
        let Some(carets) = lines.next_if(|line| line.trim_start().starts_with('^')) else { continue };
        let kinds = lines.next().unwrap_or_default();
        let offsets: Vec<usize> = line.char_indices().map(|(at, _)| start + at).chain([start + line.len()]).collect();
        let mut column = 0;
        for run in carets.split_inclusive(' ') {
            let width = run.trim_end().len();
            if width > 0 {
                let span = Span::new(offsets[column] as u32, offsets[column + width] as u32);
                let named = |kind: &Kind| kinds[column..].starts_with(&kind.name()[..3]);
                gold.insert((span, Kind::ALL.into_iter().find(named).unwrap()));
            }
            column += run.len();
        }
    }
    (text, gold)
}
