//! The keys as Markdown tables, for the README.

use std::fmt::Write;

use super::table::{Context, Entry, Group, TABLE};

/// All commands with their keys as Markdown, a table for each group.
pub fn manual() -> String {
    let mut text = String::new();
    for group in Group::ALL {
        // Writing into a String cannot fail.
        let _ = write!(text, "\n**{}**\n\n| keys | does |\n|---|---|\n", group.name());
        for entry in TABLE.iter().filter(|entry| entry.group == group) {
            let _ = writeln!(text, "| {} | {} |", keys(entry), entry.long);
        }
    }
    text.trim_start().to_owned()
}

fn keys(entry: &Entry) -> String {
    let keys: Vec<String> = entry.keys.iter().map(|chord| format!("`{}`", chord.shown().replace('|', "\\|"))).collect();
    if keys.is_empty() {
        return format!("`:{}`", entry.name);
    }
    let place = match entry.contexts {
        [Context::Field, ..] => "",
        [context] => context.place(),
        _ => "",
    };
    format!("{}{place}", keys.join(" "))
}

#[cfg(test)]
mod tests {
    use super::manual;
    use crate::app::commands::TABLE;

    #[test]
    fn every_command_is_in_the_manual() {
        let manual = manual();
        for entry in TABLE {
            assert!(manual.contains(entry.long), "{}", entry.name);
        }
    }
}
