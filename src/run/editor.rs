//! The reader's own editor, started for one text: without a shell, on a file of their own that nobody else may read.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::Command;

/// Lets the reader edit `text` in `$VISUAL`, else `$EDITOR`. What they left, or why there is nothing, in words.
pub fn edit(text: &str) -> Result<String, String> {
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let Some(editor) = variable("VISUAL").or_else(|| variable("EDITOR")) else {
        return Err("Neither $VISUAL nor $EDITOR names an editor".to_owned());
    };
    let mut words = words(&editor).into_iter();
    let program = words.next().ok_or_else(|| "$EDITOR names no program".to_owned())?;
    let file = write(text).map_err(|error| format!("The note could not be handed to the editor: {error}"))?;
    let ended = Command::new(&program).args(words).arg(&file).status();
    let left = match ended {
        Err(error) => Err(format!("{program} could not be started: {error}")),
        Ok(status) if !status.success() => Err(format!("{program} ended without success")),
        Ok(_) => fs::read_to_string(&file).map_err(|error| format!("What {program} left can't be read: {error}")),
    };
    // A file that can't be removed lies in the folder for temporary files.
    drop(fs::remove_file(&file));
    left
}

/// Writes the text into a new file that only its owner may read.
fn write(text: &str) -> io::Result<PathBuf> {
    let folder = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|path| path.is_dir());
    let folder = folder.unwrap_or_else(env::temp_dir);
    let process = std::process::id();
    for number in 0..100 {
        let path = folder.join(format!("redstring-note-{process}-{number}.md"));
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The words of a command line, with quotes and backslashes as a shell takes them, and nothing else of a shell.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(open), _) if character == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None | Some('"'), '\\') => word.get_or_insert_default().extend(characters.next()),
            (None, _) if character.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    fn check(line: &str, expected: &[&str]) {
        assert_eq!(words(line), expected, "{line:?}");
    }

    #[test]
    fn a_command_line_is_taken_apart_without_a_shell() {
        check("vim", &["vim"]);
        check("code --wait  -n", &["code", "--wait", "-n"]);
        check("'/opt/my editor/ed' -c \"set tw=72\"", &["/opt/my editor/ed", "-c", "set tw=72"]);
        check(r"/opt/my\ editor ''", &["/opt/my editor", ""]);
        check("vim; rm -r $HOME", &["vim;", "rm", "-r", "$HOME"]);
    }
}
