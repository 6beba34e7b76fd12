//! Labels: how a token takes part in a name.
//!
//! BILOU: outside any name, or begin, inside, last or unit (a name of one token) of one of three kinds. It knows no words.

use crate::model::Kind;

/// Number of labels: outside, and four parts for each of three kinds.
pub const LABELS: usize = 13;

/// The label of a token that belongs to no name.
pub const OUTSIDE: usize = 0;

/// Which part of a name a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first of several tokens.
    Begin,
    /// Neither first nor last.
    Inside,
    /// The last of several tokens.
    Last,
    /// The only token.
    Unit,
}

/// The number of the label of a token that is this part of a name of this kind.
pub const fn label(kind: Kind, part: Part) -> usize {
    1 + 4 * kind as usize + part as usize
}

/// Which part of a name of `count` tokens the token `at` is.
pub const fn part(at: usize, count: usize) -> Part {
    match (at == 0, at + 1 == count) {
        (true, true) => Part::Unit,
        (true, false) => Part::Begin,
        (false, true) => Part::Last,
        (false, false) => Part::Inside,
    }
}

/// What a label says; `None` for [`OUTSIDE`].
pub fn meaning(label: usize) -> Option<(Kind, Part)> {
    let inner = label.checked_sub(1)?;
    let part = match inner % 4 {
        0 => Part::Begin,
        1 => Part::Inside,
        2 => Part::Last,
        _ => Part::Unit,
    };
    Kind::ALL.get(inner / 4).map(|kind| (*kind, part))
}

/// Whether a token labelled `next` may stand after one labelled `label`.
pub fn follows(label: usize, next: usize) -> bool {
    match (meaning(label), meaning(next)) {
        (Some((kind, Part::Begin | Part::Inside)), after) => {
            matches!(after, Some((same, Part::Inside | Part::Last)) if same == kind)
        }
        (_, after) => matches!(after, None | Some((_, Part::Begin | Part::Unit))),
    }
}

/// The names that a row of labels spells: first token, one past the last, kind. Broken names are left out.
pub fn names(labels: &[u8]) -> impl Iterator<Item = (usize, usize, Kind)> + '_ {
    let mut first = None;
    labels.iter().enumerate().filter_map(move |(at, label)| match meaning(usize::from(*label)) {
        Some((kind, Part::Unit)) => Some((at, at + 1, kind)),
        Some((_, Part::Begin)) => {
            first = Some(at);
            None
        }
        Some((kind, Part::Last)) => first.take().map(|first| (first, at + 1, kind)),
        Some((_, Part::Inside)) => None,
        None => {
            first = None;
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{LABELS, OUTSIDE, Part, follows, label, meaning, names};
    use crate::model::Kind;

    #[test]
    fn labels_and_meanings_agree() {
        assert_eq!(meaning(OUTSIDE), None);
        for number in 1..LABELS {
            let (kind, part) = meaning(number).unwrap();
            assert_eq!(label(kind, part), number);
        }
        assert_eq!(meaning(LABELS), None);
    }

    #[test]
    fn a_name_begun_must_be_ended_in_its_own_kind() {
        let begin = label(Kind::Person, Part::Begin);
        assert!(follows(begin, label(Kind::Person, Part::Last)));
        assert!(!follows(begin, label(Kind::Place, Part::Last)));
        assert!(!follows(begin, OUTSIDE));
        assert!(follows(label(Kind::Place, Part::Unit), begin));
        assert!(!follows(OUTSIDE, label(Kind::Person, Part::Inside)));
    }

    #[test]
    fn labels_spell_names() {
        let row = [
            OUTSIDE,
            label(Kind::Person, Part::Begin),
            label(Kind::Person, Part::Last),
            label(Kind::Organization, Part::Unit),
        ];
        let row: Vec<u8> = row.iter().map(|label| *label as u8).collect();
        let found: Vec<_> = names(&row).collect();
        assert_eq!(found, [(1, 3, Kind::Person), (3, 4, Kind::Organization)]);
    }
}
