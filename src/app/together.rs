//! Several targets at once, "A and B", "A without C": how one is added, left out and taken away again.
//!
//! One of them at least is held: what is left out only narrows what others hold.

use crate::model::Target;

/// Adds `target`, or takes it away where it is there already. Whether there was anything to do.
pub(super) fn toggle(targets: &mut Vec<Target>, target: Target) -> bool {
    let inverted = target.clone().inverted();
    if let Some(at) = targets.iter().position(|other| *other == target) {
        return take_away(targets, at);
    }
    let mut changed = targets.clone();
    changed.retain(|other| *other != inverted);
    changed.push(target);
    let is_held = changed.iter().any(|other| !other.is_without());
    if is_held {
        *targets = changed;
    }
    is_held
}

/// Takes the last one away that can go. Whether one could.
pub(super) fn take_last(targets: &mut Vec<Target>) -> bool {
    (0..targets.len()).rev().any(|at| take_away(targets, at))
}

fn take_away(targets: &mut Vec<Target>, at: usize) -> bool {
    let mut rest = targets.clone();
    rest.remove(at);
    let is_held = rest.iter().any(|other| !other.is_without());
    if is_held {
        *targets = rest;
    }
    is_held
}

#[cfg(test)]
mod tests {
    use super::{take_last, toggle};
    use crate::model::Target;

    fn written(targets: &[Target]) -> String {
        let words = |target: &Target| match target {
            Target::Phrase(words) => words.to_string(),
            Target::Without(target) => format!("-{}", if let Target::Phrase(words) = &**target { words } else { "" }),
            _ => String::new(),
        };
        targets.iter().map(words).collect::<Vec<_>>().join(" ")
    }

    /// Toggles each word of `steps` in turn, "-x" as x left out, and "<" as one step back.
    fn check(steps: &str, expected: &str) {
        let mut targets = Vec::new();
        for step in steps.split(' ') {
            let phrase = Target::Phrase(step.trim_start_matches('-').into());
            match step {
                "<" => take_last(&mut targets),
                _ if step.starts_with('-') => toggle(&mut targets, phrase.inverted()),
                _ => toggle(&mut targets, phrase),
            };
        }
        assert_eq!(written(&targets), expected, "{steps}");
    }

    #[test]
    fn one_at_least_is_held() {
        check("a b", "a b");
        check("a b b", "a");
        check("a b a", "b");
        check("a a", "a");
        check("a -b", "a -b");
        check("a -b b", "a b");
        check("a b -b", "a -b");
        check("a -b -b", "a");
        check("a -a", "a");
        check("-a", "");
        check("a -b a", "a -b");
        check("a -b c a <", "c");
        check("a b -c < < <", "a");
    }
}
