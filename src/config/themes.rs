//! `themes/NAME.toml`: a theme that builds on another.

use ratatui::style::{Color, Modifier, Style};
use toml::Spanned;
use toml::de::DeValue;

use crate::ui::Theme;

use super::document::Document;
use super::{Complaint, Config};

const MODIFIERS: [(&str, Modifier); 6] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
    ("crossed-out", Modifier::CROSSED_OUT),
];

/// Named colours of a theme.
type Colours = Vec<(String, Color)>;

impl Config {
    /// The theme of that name: the reader's own, else a built-in one.
    pub fn theme(&mut self, name: &str) -> Option<Theme> {
        let is_plain = name.chars().all(|letter| letter.is_alphanumeric() || "-_ ".contains(letter));
        let file = is_plain.then(|| self.folder.read(&format!("themes/{name}.toml"), &mut self.complaints)).flatten();
        match file {
            Some((file, text)) => Some(read(&file, &text, &mut self.complaints)),
            None => Theme::named(name),
        }
    }

    /// Tells that a theme that is set is not there, and gives another in its place.
    pub fn without_theme(&mut self, name: &str, instead: Theme) -> Theme {
        let words = format!("theme: no theme is called \"{name}\"; there are {}", Theme::NAMES.join(", "));
        self.complaints.push(Complaint { file: "config.toml".to_owned(), at: None, words });
        instead
    }

    /// Reads all themes: those that are set, and those that are there.
    pub(super) fn check_themes(&mut self) {
        let set = self.choices.appearance.clone();
        let set = [set.dark, set.light].into_iter().flatten();
        let mut names: Vec<String> = set.chain(self.folder.themes()).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            if self.theme(&name).is_none() {
                self.without_theme(&name, Theme::dark());
            }
        }
    }
}

fn read(file: &str, text: &str, complaints: &mut Vec<Complaint>) -> Theme {
    let (mut document, rows) = Document::parse(file, text, complaints);
    let mut theme = Theme::dark();
    let mut colours = Colours::new();
    let (first, roles): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(key, _)| ["inherits", "palette"].contains(&key.get_ref().as_str()));
    for (key, value) in first {
        if key.get_ref() == "inherits" {
            let names = Theme::NAMES.map(|name| (name, name));
            theme = document.one_of(&key, &value, &names).and_then(Theme::named).unwrap_or(theme);
            continue;
        }
        for (key, value) in document.table(&key, value) {
            if let Some(color) = color(&mut document, &key, &value, &Colours::new()) {
                colours.push((key.into_inner(), color));
            }
        }
    }
    for (key, value) in roles {
        let Some(style) = theme.role(key.get_ref()) else {
            document.unknown(&key, &Theme::roles().collect::<Vec<_>>());
            continue;
        };
        *style = role(&mut document, &key, value, &colours, *style);
    }
    theme
}

/// A role: a colour, or a table of colours and modifiers. What is not said stays.
fn role(
    document: &mut Document<'_>,
    key: &Spanned<String>,
    value: Spanned<DeValue<'_>>,
    colours: &Colours,
    mut style: Style,
) -> Style {
    if !value.get_ref().is_table() {
        return color(document, key, &value, colours).map_or(style, |color| style.fg(color));
    }
    for (key, value) in document.table(key, value) {
        match key.get_ref().as_str() {
            "fg" => style = color(document, &key, &value, colours).map_or(style, |color| style.fg(color)),
            "bg" => style = color(document, &key, &value, colours).map_or(style, |color| style.bg(color)),
            "modifiers" => style = Style { add_modifier: modifiers(document, &key, &value), ..style },
            _ => document.unknown(&key, &["fg", "bg", "modifiers"]),
        }
    }
    style
}

fn modifiers(document: &mut Document<'_>, key: &Spanned<String>, value: &Spanned<DeValue<'_>>) -> Modifier {
    let Some(listed) = value.get_ref().as_array() else {
        document.wrong(key, value, "a list such as [\"bold\", \"underlined\"]");
        return Modifier::empty();
    };
    listed.iter().filter_map(|one| document.one_of(key, one, &MODIFIERS)).collect()
}

/// A colour: `#rrggbb`, one of the sixteen that terminals name, a number of xterm's table, or a name of the theme's own palette.
fn color(
    document: &mut Document<'_>,
    key: &Spanned<String>,
    value: &Spanned<DeValue<'_>>,
    colours: &Colours,
) -> Option<Color> {
    let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok()).map(Color::Indexed);
    let own = |name: &str| colours.iter().find(|(known, _)| known == name).map(|(_, color)| *color);
    let named = |name: &str| own(name).or_else(|| name.parse().ok().filter(|_| name.parse::<u8>().is_err()));
    let found = number.or_else(|| value.get_ref().as_str().and_then(named));
    if found.is_none() {
        document.wrong(key, value, "a colour such as \"#6cc0f5\", \"light-blue\", 75 or a name of [palette]");
    }
    found
}
