use std::fs;
use std::path::Path;

use super::{Config, DEFAULT, Folder};
use crate::app::{Digits, Listen, TABLE};

/// Reads a folder with these files; gives what is set, and each complaint as a line.
fn read(files: &[(&str, &str)]) -> (Config, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let config = Config::read(Folder::new(Some(folder.path().to_owned()), |_| None));
    let again = Config::read(Folder::new(Some(folder.path().to_owned()), |_| None));
    (config, again.checked().iter().map(ToString::to_string).collect())
}

fn check(file: &str, text: &str, expected: &[&str]) {
    let (_, complaints) = read(&[(file, text)]);
    assert_eq!(complaints.len(), expected.len(), "{complaints:#?}");
    for (complaint, expected) in complaints.iter().zip(expected) {
        assert!(complaint.starts_with(expected), "{complaint:?} does not begin with {expected:?}");
    }
}

fn keys_of(config: &Config, name: &str) -> Vec<String> {
    config.keymap.shown(TABLE.iter().find(|entry| entry.name == name).unwrap())
}

#[test]
fn nothing_has_to_be_set() {
    let (config, complaints) = read(&[]);
    assert!(complaints.is_empty() && config.greeting().is_none());
    assert_eq!(config.choices, super::Choices::default());
    let nowhere = Config::read(Folder::new(None, |_| None));
    assert!(nowhere.folder.path().is_none() && nowhere.complaints.is_empty());
}

#[test]
fn what_is_printed_to_begin_with_is_what_holds_without_it() {
    let (config, complaints) = read(&[("config.toml", DEFAULT)]);
    assert_eq!((config.choices, complaints), (super::Choices::default(), Vec::new()));
}

#[test]
fn settings_are_taken() {
    let text = "mouse = false\ndigits = \"counts\"\nascii = true\ntheme = { light = \"paper\" }\n";
    let (config, _) = read(&[("config.toml", text)]);
    assert_eq!((config.choices.mouse, config.choices.digits), (Listen::Off, Digits::Counts));
    assert_eq!(config.choices.ascii, Some(true));
    assert_eq!((config.choices.appearance.dark, config.choices.appearance.light), (None, Some("paper".into())));
}

#[test]
fn wrong_settings_are_told_with_their_place_and_the_others_hold() {
    check("config.toml", "them = \"dark\"\n", &["config.toml:1:1: them: unknown; did you mean theme?"]);
    check("config.toml", "\n  mouse = \"yes\"", &["config.toml:2:11: mouse: true or false is expected, not \"yes\""]);
    check(
        "config.toml",
        "digits = 5",
        &["config.toml:1:10: digits: one of \"panes\", \"counts\" is expected, not a value"],
    );
    check("config.toml", "theme = \"none\"", &["config.toml: theme: no theme is called \"none\""]);
    check("config.toml", "theme = [", &["config.toml:1:10: "]);
    check("config.toml", "mouse = true\nmouse = false\n", &["config.toml:2:1: "]);
    check("config.toml", &format!("theme = {}", "[".repeat(20_000)), &["config.toml:1:"]);
    check("config.toml", &"# much\n".repeat(100_000), &["config.toml: is longer than 256 KiB"]);
    let (config, complaints) = read(&[("config.toml", "mouse = false\nwrong = 1\nä = 2")]);
    assert_eq!((config.choices.mouse, complaints.len()), (Listen::Off, 2), "{complaints:?}");
    assert!(config.greeting().unwrap().contains("; 1 more (redstring config --check)"), "{:?}", config.greeting());
}

#[test]
fn what_is_no_text_file_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("config.toml"), [0xFF, 0, 0xFE]).unwrap();
    fs::create_dir(folder.path().join("keys.toml")).unwrap();
    let config = Config::read(Folder::new(Some(folder.path().to_owned()), |_| None));
    let told: Vec<String> = config.complaints.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["config.toml: is not UTF-8 text and was not read", "keys.toml: is no file"]);
}

#[test]
fn keys_are_bound_and_unbound() {
    let (config, complaints) = read(&[(
        "keys.toml",
        "\"Z\" = \"entity.merge\"\n\"C-o\" = \"none\"\n[reader]\n\"g s\" = \"search.open\"\n[entities]\n\"S\" = \"none\"\n",
    )]);
    // The search holds in every pane, not in the reader alone.
    assert_eq!(complaints.len(), 1, "{complaints:?}");
    assert!(complaints[0].starts_with("keys.toml:4:1: g s: search.open does not hold there"), "{complaints:?}");
    assert_eq!(keys_of(&config, "entity.merge"), ["Z", "M"]);
    assert!(keys_of(&config, "entity.split").is_empty());
    let back = keys_of(&config, "place.back");
    assert!(!back.contains(&"^O".to_owned()), "{back:?}");
}

#[test]
fn keys_that_clash_are_told_with_their_line() {
    check("keys.toml", "\"Z\" = \"entity.merge\"\n\"Z\" = \"entity.split\"", &["keys.toml:2:1: "]);
    check("keys.toml", "\"g\" = \"search.open\"", &["keys.toml:1:1: g: they hide, or are hidden by, g"]);
    check("keys.toml", "\"Z\" = \"no.command\"", &["keys.toml:1:7: no.command: no command has that name"]);
    check("keys.toml", "\"wrong\" = \"none\"", &["keys.toml:1:1: wrong: these are no keys"]);
    check("keys.toml", "\"Q\" = \"none\"", &["keys.toml:1:1: Q: means nothing there"]);
    check("keys.toml", "[entites]\n", &["keys.toml:1:2: entites: unknown; did you mean entities?"]);
    check("keys.toml", "\"g d\" = \"date.go\"\n\"g  d\" = \"search.open\"", &["keys.toml:2:1: g  d: the same keys as"]);
}

#[test]
fn the_way_out_is_never_lost() {
    let (config, complaints) = read(&[("keys.toml", "\"C-c\" = \"none\"\n\"q\" = \"none\"\n")]);
    assert_eq!(complaints.len(), 1, "{complaints:?}");
    assert!(complaints[0].contains("^C stays"), "{complaints:?}");
    assert_eq!(keys_of(&config, "program.cancel"), ["^C"]);
}

#[cfg(feature = "tui")]
#[test]
fn themes_build_on_others() {
    use ratatui::style::{Color, Modifier};
    let text = "inherits = \"light\"\nperson = \"sky\"\nplace = \"#010203\"\nwalked = { bg = 75, modifiers = [\"bold\"] }\n\
                [palette]\nsky = \"#6cc0f5\"\n";
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("themes")).unwrap();
    fs::write(folder.path().join("themes/paper.toml"), text).unwrap();
    let mut config = Config::read(Folder::new(Some(folder.path().to_owned()), |_| None));
    let theme = config.theme("paper").unwrap();
    assert!(config.complaints.is_empty(), "{:?}", config.complaints);
    assert_eq!(theme.screen, crate::ui::Theme::light().screen);
    assert_eq!((theme.person.fg, theme.place.fg), (Some(Color::Rgb(0x6C, 0xC0, 0xF5)), Some(Color::Rgb(1, 2, 3))));
    assert_eq!((theme.walked.bg, theme.walked.add_modifier), (Some(Color::Indexed(75)), Modifier::BOLD));
    // Names do not lead out of the folder.
    fs::write(folder.path().join("secret.toml"), text).unwrap();
    assert!(config.theme("../secret").is_none());
}

#[cfg(feature = "tui")]
#[test]
fn wrong_themes_are_told_with_their_place() {
    check("themes/x.toml", "persn = \"red\"", &["themes/x.toml:1:1: persn: unknown; did you mean person?"]);
    check("themes/x.toml", "person = \"\\u001b[31m\"", &["themes/x.toml:1:10: person: a colour such as"]);
    check("themes/x.toml", "person = { modifiers = [\"blink\"] }", &["themes/x.toml:1:25: modifiers: one of"]);
    check("themes/x.toml", "inherits = \"x\"", &["themes/x.toml:1:12: inherits: one of"]);
}

#[test]
fn the_folder_is_where_such_folders_are() {
    let folder = |set: &[(&str, &str)], named: Option<&str>| {
        let found = |wanted: &str| set.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.into());
        Folder::new(named.map(Into::into), found).path().map(Path::to_owned)
    };
    let path = |text: &str| Some(Path::new(text).to_owned());
    assert_eq!(folder(&[("HOME", "/h"), ("XDG_CONFIG_HOME", "/x")], None), path("/x/redstring"));
    assert_eq!(folder(&[("HOME", "/h"), ("XDG_CONFIG_HOME", "x")], None), path("/h/.config/redstring"));
    assert_eq!(folder(&[("HOME", "/h"), ("REDSTRING_CONFIG", "r")], None), path("r"));
    assert_eq!(folder(&[("HOME", "/h"), ("REDSTRING_CONFIG", "r")], Some("n")), path("n"));
}
