//! From the keys pressed to the command meant, in the contexts that hold; and back, from a command to its keys.

use crate::app::key::Key;

use super::chord::{key_of, spelled};
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
    pub words: String,
}

/// Which keys mean what: those of the table, until the reader has them otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Binding {
    context: Context,
    keys: Vec<Key>,
    entry: &'static Entry,
}

/// Why keys can't be bound.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unbound {
    /// The command does not hold there.
    #[error("{0} does not hold there")]
    Elsewhere(&'static str),
    /// They begin the keys of another command, or continue them.
    #[error("they hide, or are hidden by, {keys} ({name})")]
    Hidden {
        /// The other keys, as they are shown.
        keys: String,
        /// The other command.
        name: &'static str,
    },
}

impl Default for Keymap {
    fn default() -> Self {
        let bound = |entry: &'static Entry, context: Context| {
            entry.keys.iter().map(move |chord| Binding { context, keys: chord.keys().collect(), entry })
        };
        let of_entry = |entry: &'static Entry| entry.contexts.iter().flat_map(move |context| bound(entry, *context));
        Self { bindings: TABLE.iter().flat_map(of_entry).collect() }
    }
}

impl Keymap {
    /// What `pressed` means where `contexts` hold, innermost first: the first context that knows it decides.
    pub fn find(&self, contexts: &[Context], pressed: &[Key]) -> Matched {
        for context in contexts {
            let mut is_prefix = false;
            for binding in self.of(*context).filter(|binding| binding.keys.starts_with(pressed)) {
                if binding.keys.len() == pressed.len() {
                    return Matched::Command(binding.entry.command);
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
    pub fn elsewhere(&self, pressed: Key) -> Option<String> {
        let mut said: Vec<String> = Vec::new();
        for binding in self.bindings.iter().filter(|binding| binding.entry.is_of_panes() && binding.keys == [pressed]) {
            let words = format!("{}{}", binding.entry.short, binding.entry.places());
            if !said.contains(&words) {
                said.push(words);
            }
        }
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// What may follow `pressed`, in the order of the table.
    pub fn continuations(&self, contexts: &[Context], pressed: &[Key]) -> Vec<Continuation> {
        let mut found: Vec<Continuation> = Vec::new();
        for binding in contexts.iter().flat_map(|context| self.of(*context)) {
            let Some(rest) = binding.keys.strip_prefix(pressed) else { continue };
            let keys: String = rest.iter().copied().map(spelled).collect();
            if !keys.is_empty() && found.iter().all(|other| other.keys != keys) {
                found.push(Continuation { keys, words: binding.entry.long.to_owned() });
            }
        }
        found
    }

    /// The keys of a command as the reader is shown them, the first one first.
    pub fn shown(&self, entry: &Entry) -> Vec<String> {
        let mut shown: Vec<String> = Vec::new();
        for binding in self.bindings.iter().filter(|binding| binding.entry.name == entry.name) {
            let keys: String = binding.keys.iter().copied().map(spelled).collect();
            if !shown.contains(&keys) {
                shown.push(keys);
            }
        }
        shown
    }

    /// Lets keys mean `entry` in `context`, or wherever it holds, and nothing else there.
    ///
    /// # Errors
    /// Where the command does not hold there, and where the keys begin longer ones or continue shorter ones.
    pub fn bind(&mut self, context: Option<Context>, keys: &[Key], entry: &'static Entry) -> Result<(), Unbound> {
        let contexts: Vec<Context> =
            entry.contexts.iter().copied().filter(|holds| context.is_none_or(|context| context == *holds)).collect();
        if contexts.is_empty() {
            return Err(Unbound::Elsewhere(entry.name));
        }
        let hides = |other: &Binding| {
            let one_begins = other.keys.starts_with(keys) || keys.starts_with(&other.keys);
            let meets = contexts.iter().any(|context| context.meets(other.context));
            meets && one_begins && other.keys != keys
        };
        if let Some(other) = self.bindings.iter().find(|other| hides(other)) {
            let shown = other.keys.iter().copied().map(spelled).collect();
            return Err(Unbound::Hidden { keys: shown, name: other.entry.name });
        }
        self.bindings.retain(|other| !(contexts.contains(&other.context) && other.keys == keys));
        // Keys that the reader has chosen are shown before those of the table.
        let bound = contexts.into_iter().map(|context| Binding { context, keys: keys.to_vec(), entry });
        self.bindings.splice(0..0, bound);
        Ok(())
    }

    /// Lets keys mean nothing in `context`, or anywhere. Whether they meant something.
    pub fn unbind(&mut self, context: Option<Context>, keys: &[Key]) -> bool {
        let before = self.bindings.len();
        self.bindings.retain(|other| other.keys != keys || context.is_some_and(|context| context != other.context));
        self.bindings.len() < before
    }

    fn of(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.context == context)
    }
}

/// The keys that a chord spells ("g d", "C-x", "A-left"); `None` where one of its words is no key.
pub fn chord(words: &str) -> Option<Vec<Key>> {
    let keys: Option<Vec<Key>> = words.split_whitespace().map(key_of).collect();
    keys.filter(|keys| !keys.is_empty())
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Keymap, Matched, Unbound, chord};
    use crate::app::commands::{Command, Context, Entry, Go, Move, TABLE};
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
                    assert_eq!(
                        Keymap::default().find(&[context], &keys[..length]),
                        Matched::Prefix,
                        "{chord:?} in {context:?}"
                    );
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
        let keymap = Keymap::default();
        assert_eq!(keymap.find(&main, &[Key::char('j')]), Matched::Command(Command::Move(Move::Down)));
        assert_eq!(keymap.find(&main, &[Key::char('H')]), Matched::Command(Command::Go(Go::Back)));
        assert_eq!(keymap.find(&main, &[Key::char('g')]), Matched::Prefix);
        assert_eq!(keymap.find(&main, &[Key::char('g'), Key::char('g')]), Matched::Command(Command::Move(Move::First)));
        assert_eq!(keymap.find(&main, &[Key::char('g'), Key::char('x')]), Matched::Nothing);
    }

    #[test]
    fn a_prefix_says_what_may_follow() {
        let main = [Context::Reader, Context::Main, Context::Always];
        let keys: Vec<String> =
            Keymap::default().continuations(&main, &[Key::char(']')]).into_iter().map(|follows| follows.keys).collect();
        assert_eq!(keys, ["p", "o", "d", "n", "]"]);
    }

    fn entry(name: &str) -> &'static Entry {
        TABLE.iter().find(|entry| entry.name == name).unwrap()
    }

    #[test]
    fn names_are_names_of_one_command() {
        let mut names: Vec<&str> = TABLE.iter().map(|entry| entry.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn the_reader_has_keys_otherwise() {
        let mut keymap = Keymap::default();
        let main = [Context::Entities, Context::Main, Context::Always];
        keymap.bind(None, &[Key::char('Z')], entry("entity.merge")).unwrap();
        assert_eq!(keymap.find(&main, &[Key::char('Z')]), Matched::Command(entry("entity.merge").command));
        assert_eq!(keymap.shown(entry("entity.merge")), ["Z", "M"]);
        // What the keys meant there they mean no more; elsewhere they do.
        keymap.bind(Some(Context::Entities), &[Key::char('S')], entry("entity.merge")).unwrap();
        assert_eq!(keymap.find(&main, &[Key::char('S')]), Matched::Command(entry("entity.merge").command));
        assert!(keymap.shown(entry("entity.split")).is_empty());
        assert!(keymap.unbind(None, &[Key::char('Z')]) && !keymap.unbind(None, &[Key::char('Z')]));
        assert_eq!(keymap.find(&main, &[Key::char('Z')]), Matched::Nothing);
    }

    #[test]
    fn keys_that_hide_others_are_refused() {
        let mut keymap = Keymap::default();
        let before = keymap.clone();
        let hidden = keymap.bind(None, &[Key::char('g')], entry("search.open"));
        assert!(matches!(hidden, Err(Unbound::Hidden { .. })), "{hidden:?}");
        let hidden = keymap.bind(None, &chord("j x").unwrap(), entry("pane.zoom"));
        assert!(matches!(hidden, Err(Unbound::Hidden { .. })), "{hidden:?}");
        let hidden = keymap.bind(Some(Context::Reader), &[Key::char('g')], entry("mention.follow"));
        assert!(matches!(hidden, Err(Unbound::Hidden { .. })), "{hidden:?}");
        let elsewhere = keymap.bind(Some(Context::Compare), &[Key::char('Z')], entry("entity.merge"));
        assert_eq!(elsewhere, Err(Unbound::Elsewhere("entity.merge")));
        assert_eq!((keymap == before, chord("C-x"), chord("wrong")), (true, Some(vec![Key::ctrl('x')]), None));
    }
}
