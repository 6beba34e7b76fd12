//! The README tells the truth: its key tables are the program's own, its pictures are there, its commands do what it shows.

use std::fs;
use std::path::Path;
use std::process::Command;

use redstring::app::manual;

const BEGIN: &str = "<!-- keys: from the command table; a test compares -->\n";
const END: &str = "<!-- end of keys -->";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

#[test]
fn the_keys_are_the_program_s_own() {
    let readme = readme();
    let (_, after) = readme.split_once(BEGIN).expect("README.md has a place for the keys");
    let (keys, _) = after.split_once(END).expect("the place for the keys ends");
    let expected = manual();
    assert!(keys.trim() == expected.trim(), "put this between the two comments of README.md:\n\n{expected}");
}

#[test]
fn its_pictures_are_there() {
    let readme = readme();
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let pictures: Vec<&str> =
        links.filter(|path| path.starts_with("screenshots/")).filter(|path| path.contains('.')).collect();
    assert!(!pictures.is_empty());
    for picture in pictures {
        assert!(root().join(picture).is_file(), "{picture} is missing");
    }
}

/// Every `redstring …` line of its code blocks is one that the program understands.
#[test]
fn its_commands_are_known() {
    let readme = readme();
    let commands: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.trim_start_matches("$ ").strip_prefix("redstring "))
        .filter_map(|arguments| arguments.split_whitespace().next())
        .filter(|word| word.chars().all(|c| c.is_ascii_lowercase()))
        .collect();
    assert!(!commands.is_empty());
    for command in commands {
        let run = Command::new(env!("CARGO_BIN_EXE_redstring")).args([command, "--help"]).output().unwrap();
        assert!(run.status.success(), "redstring {command} --help");
    }
}

/// What a `console` block shows below a command is what the command prints.
#[test]
fn its_examples_are_real() {
    let readme = readme();
    let blocks = readme.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let examples: Vec<&str> = blocks.flat_map(|block| block.split("$ redstring ").skip(1)).collect();
    assert!(!examples.is_empty());
    for example in examples {
        let (arguments, shown) = example.split_once('\n').unwrap();
        let run = Command::new(env!("CARGO_BIN_EXE_redstring")).args(arguments.split_whitespace()).output().unwrap();
        let printed = String::from_utf8(run.stdout).unwrap();
        assert_eq!(shown.trim_end(), printed.trim_end(), "redstring {arguments}");
    }
}
