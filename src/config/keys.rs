//! `keys.toml`: which keys mean what.

use toml::Spanned;
use toml::de::DeValue;

use crate::app::{Context, Entry, Key, Keymap, TABLE, chord};

use super::Complaint;
use super::document::Document;

/// What unbinds keys.
const NONE: &str = "none";

/// Pressed twice it quits, wherever the reader is.
const WAY_OUT: &str = "program.cancel";

/// Keys that are set, to find those that are set twice.
type Set = Vec<(Option<Context>, Vec<Key>, String)>;

pub(super) fn read(file: &str, text: &str, keymap: &mut Keymap, complaints: &mut Vec<Complaint>) {
    let (mut document, rows) = Document::parse(file, text, complaints);
    let mut set = Set::new();
    let (tables, keys): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, value)| value.get_ref().is_table());
    for (key, value) in keys {
        bind(&mut document, keymap, &mut set, None, &key, &value);
    }
    // What is said of one place holds against what is said of all.
    for (name, table) in tables {
        match Context::named(name.get_ref()) {
            None => {
                document.unknown(&name, &Context::names().collect::<Vec<_>>());
            }
            context => {
                for (key, value) in document.table(&name, table) {
                    bind(&mut document, keymap, &mut set, context, &key, &value);
                }
            }
        }
    }
    keep_way_out(&mut document, keymap);
}

/// Nobody is locked in by a line too many.
fn keep_way_out(document: &mut Document<'_>, keymap: &mut Keymap) {
    let Some(out) = entry(WAY_OUT).filter(|out| keymap.shown(out).is_empty()) else { return };
    let keys: Vec<Key> = out.keys.first().map(|chord| chord.keys().collect()).unwrap_or_default();
    if keymap.bind(None, &keys, out).is_ok() {
        document.complain(0..0, format!("{} stays the way out of everything", keymap.shown(out).join(" ")));
    }
}

fn bind(
    document: &mut Document<'_>,
    keymap: &mut Keymap,
    set: &mut Set,
    context: Option<Context>,
    key: &Spanned<String>,
    value: &Spanned<DeValue<'_>>,
) {
    let Some(keys) = chord(key.get_ref()) else {
        let words =
            format!("{}: these are no keys; written are \"x\", \"g d\", \"C-x\", \"A-left\", \"f3\"", key.get_ref());
        return document.complain(key.span(), words);
    };
    if let Some((_, _, other)) = set.iter().find(|(at, other, _)| *at == context && *other == keys) {
        let words = format!("{}: the same keys as \"{other}\" before; this line is left out", key.get_ref());
        return document.complain(key.span(), words);
    }
    set.push((context, keys.clone(), key.get_ref().clone()));
    let Some(name) = document.text(key, value) else { return };
    if name == NONE {
        if !keymap.unbind(context, &keys) {
            document.complain(key.span(), format!("{}: means nothing there as it is", key.get_ref()));
        }
        return;
    }
    let Some(entry) = entry(name) else {
        let words = format!("{name}: no command has that name; redstring keys lists them");
        return document.complain(value.span(), words);
    };
    if let Err(why) = keymap.bind(context, &keys, entry) {
        document.complain(key.span(), format!("{}: {why}", key.get_ref()));
    }
}

fn entry(name: &str) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.name == name)
}
