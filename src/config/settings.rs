//! `config.toml`: how the screen looks and what it begins with.

use toml::Spanned;
use toml::de::DeValue;

use crate::app::{Digits, Listen};
use crate::model::References;
use crate::report::Style;

use super::Complaint;
use super::document::Document;

/// Everything that can be set.
const KNOWN: [&str; 7] = ["theme", "ascii", "mouse", "resume", "digits", "references", "citation"];

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Which theme.
    pub appearance: Appearance,
    /// Only ASCII signs, or all; `None`: as the terminal seems to want it.
    pub ascii: Option<bool>,
    /// Whether the mouse is listened to at first.
    pub mouse: Listen,
    /// Whether a session begins where the last one ended.
    pub resume: Resume,
    /// What digits do.
    pub digits: Digits,
    /// Which references are shown at first.
    pub references: References,
    /// How citations are worded at first.
    pub citation: Style,
}

/// Whether a session begins where the last one over the same sources ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Resume {
    /// It does, and leaves its own end behind.
    #[default]
    Place,
    /// It does not, and leaves nothing behind.
    Never,
}

/// Names of themes for dark and for light screens; `None`: the built-in one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appearance {
    /// On a dark screen, and on one of which nothing is known.
    pub dark: Option<String>,
    /// On a light screen.
    pub light: Option<String>,
}

pub(super) fn read(file: &str, text: &str, choices: &mut Choices, complaints: &mut Vec<Complaint>) {
    let (mut document, rows) = Document::parse(file, text, complaints);
    for (key, value) in rows {
        match key.get_ref().as_str() {
            "theme" => appearance(&mut document, &key, value, &mut choices.appearance),
            "ascii" => ascii(&mut document, &key, &value, &mut choices.ascii),
            "mouse" => set(&mut choices.mouse, switch(&mut document, &key, &value, Listen::On, Listen::Off)),
            "resume" => set(&mut choices.resume, switch(&mut document, &key, &value, Resume::Place, Resume::Never)),
            "digits" => {
                let names = [("panes", Digits::Panes), ("counts", Digits::Counts)];
                set(&mut choices.digits, document.one_of(&key, &value, &names));
            }
            "references" => {
                let names = [("sure", References::Sure), ("all", References::All), ("hidden", References::Hidden)];
                set(&mut choices.references, document.one_of(&key, &value, &names));
            }
            "citation" => {
                let names = [("note", Style::Note), ("author-date", Style::AuthorDate), ("place", Style::Place)];
                set(&mut choices.citation, document.one_of(&key, &value, &names));
            }
            _ => document.unknown(&key, &KNOWN),
        }
    }
}

fn set<T>(setting: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *setting = value;
    }
}

/// One name for all screens, or one for dark and one for light ones.
fn appearance(document: &mut Document<'_>, key: &Spanned<String>, value: Spanned<DeValue<'_>>, into: &mut Appearance) {
    if let Some(name) = value.get_ref().as_str() {
        let name = (name != "auto").then(|| name.to_owned());
        *into = Appearance { dark: name.clone(), light: name };
        return;
    }
    if !value.get_ref().is_table() {
        return document.wrong(key, &value, "the name of a theme, or { dark = \"...\", light = \"...\" }");
    }
    for (key, value) in document.table(key, value) {
        match key.get_ref().as_str() {
            "dark" => set(&mut into.dark, document.text(&key, &value).map(|name| Some(name.to_owned()))),
            "light" => set(&mut into.light, document.text(&key, &value).map(|name| Some(name.to_owned()))),
            _ => document.unknown(&key, &["dark", "light"]),
        }
    }
}

fn ascii(document: &mut Document<'_>, key: &Spanned<String>, value: &Spanned<DeValue<'_>>, into: &mut Option<bool>) {
    match (value.get_ref().as_bool(), value.get_ref().as_str()) {
        (None, Some("auto")) => *into = None,
        (Some(is_set), _) => *into = Some(is_set),
        (None, _) => document.wrong(key, value, "true, false or \"auto\""),
    }
}

fn switch<T>(
    document: &mut Document<'_>,
    key: &Spanned<String>,
    value: &Spanned<DeValue<'_>>,
    on: T,
    off: T,
) -> Option<T> {
    let is_on = value.get_ref().as_bool();
    if is_on.is_none() {
        document.wrong(key, value, "true or false");
    }
    is_on.map(|is_on| if is_on { on } else { off })
}
