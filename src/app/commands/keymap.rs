//! From the keys pressed to the command meant, in the contexts that hold.

use crate::app::key::Key;

use super::command::Command;
use super::table::{Context, Entry, TABLE};

/// What the keys pressed so far come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matched {
    /// A command.
    Command(Command),
    /// The beginning of a longer chord.
    Prefix,
    /// Nothing.
    Nothing,
}

/// A key that may follow a prefix, and what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Continuation {
    /// The keys that are missing, as they are shown.
    pub keys: String,
    /// What they do.
    pub entry: &'static Entry,
}

/// What `pressed` means where `contexts` hold, innermost first: the first context that knows it decides.
pub fn find(contexts: &[Context], pressed: &[Key]) -> Matched {
    for context in contexts {
        let mut is_prefix = false;
        for (entry, chord) in chords(*context) {
            let mut keys = chord.keys();
            if !pressed.iter().all(|key| keys.next() == Some(*key)) {
                continue;
            }
            if keys.next().is_none() {
                return Matched::Command(entry.command);
            }
            is_prefix = true;
        }
        if is_prefix {
            return Matched::Prefix;
        }
    }
    Matched::Nothing
}

/// What a key does in panes other than the one in focus: "fold in Entities, Passages".
pub fn elsewhere(pressed: Key) -> Option<String> {
    let mut said = Vec::new();
    for entry in TABLE.iter().filter(|entry| entry.is_of_panes()) {
        if entry.keys.iter().any(|chord| chord.keys().eq([pressed])) {
            said.push(format!("{}{}", entry.short, entry.places()));
        }
    }
    (!said.is_empty()).then(|| said.join(", "))
}

/// What may follow `pressed`, in the order of the table.
pub fn continuations(contexts: &[Context], pressed: &[Key]) -> Vec<Continuation> {
    let mut found: Vec<Continuation> = Vec::new();
    for (entry, chord) in contexts.iter().flat_map(|context| chords(*context)) {
        let mut keys = chord.keys();
        if !pressed.iter().all(|key| keys.next() == Some(*key)) {
            continue;
        }
        let keys: String = keys.map(super::chord::spelled).collect();
        if !keys.is_empty() && found.iter().all(|other| other.keys != keys) {
            found.push(Continuation { keys, entry });
        }
    }
    found
}

fn chords(context: Context) -> impl Iterator<Item = (&'static Entry, super::chord::Chord)> {
    let entries = TABLE.iter().filter(move |entry| entry.contexts.contains(&context));
    entries.flat_map(|entry| entry.keys.iter().map(move |chord| (entry, *chord)))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Matched, continuations, find};
    use crate::app::commands::{Command, Context, Go, Move, TABLE};
    use crate::app::key::Key;

    #[test]
    fn no_chord_means_two_things_in_one_context() {
        let mut seen = HashMap::new();
        for entry in TABLE {
            for (context, chord) in entry.contexts.iter().flat_map(|c| entry.keys.iter().map(move |k| (c, k.0))) {
                let other = seen.insert((*context, chord), entry.name);
                assert_eq!(other, None, "{chord} in {context:?} is also {}", entry.name);
            }
        }
    }

    #[test]
    fn no_chord_hides_a_longer_one() {
        for entry in TABLE {
            for (context, chord) in entry.contexts.iter().flat_map(|c| entry.keys.iter().map(move |k| (*c, *k))) {
                let keys: Vec<Key> = chord.keys().collect();
                for length in 1..keys.len() {
                    assert_eq!(find(&[context], &keys[..length]), Matched::Prefix, "{chord:?} in {context:?}");
                }
            }
        }
    }

    #[test]
    fn what_a_command_does_is_said_in_a_line_of_the_narrowest_help() {
        for entry in TABLE {
            assert!(entry.long.len() <= 53 && entry.short.len() <= 24, "{}", entry.name);
        }
    }

    #[test]
    fn the_innermost_context_decides() {
        let main = [Context::Reader, Context::Main, Context::Always];
        assert_eq!(find(&main, &[Key::char('j')]), Matched::Command(Command::Move(Move::Down)));
        assert_eq!(find(&main, &[Key::char('H')]), Matched::Command(Command::Go(Go::Back)));
        assert_eq!(find(&main, &[Key::char('g')]), Matched::Prefix);
        assert_eq!(find(&main, &[Key::char('g'), Key::char('g')]), Matched::Command(Command::Move(Move::First)));
        assert_eq!(find(&main, &[Key::char('g'), Key::char('x')]), Matched::Nothing);
    }

    #[test]
    fn a_prefix_says_what_may_follow() {
        let main = [Context::Reader, Context::Main, Context::Always];
        let keys: Vec<String> =
            continuations(&main, &[Key::char(']')]).into_iter().map(|follows| follows.keys).collect();
        assert_eq!(keys, ["p", "o", "d", "]"]);
    }
}
