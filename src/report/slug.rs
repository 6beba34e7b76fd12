//! File names made of titles: letters, digits and hyphens, nothing that a system takes for something else.

use crate::text::fold;

/// Letters that a name has at most.
const LONGEST: usize = 48;

/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// `title` as a file name without extension; never empty, never a path, never a device.
pub fn slug(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if name.len() + word.len() + 1 > LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    match name.as_str() {
        "" => "redstring".to_owned(),
        device if is_device(device) => format!("{device}-file"),
        _ => name,
    }
}

fn is_device(name: &str) -> bool {
    let numbered = |prefix: &str| {
        name.strip_prefix(prefix).is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    DEVICES.contains(&name) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::slug;

    #[test]
    fn names_are_safe_everywhere() {
        for (title, name) in [
            ("Harbour Times", "harbour-times"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows", "c-windows"),
            ("CON", "con-file"),
            ("com1", "com1-file"),
            ("-rf", "rf"),
            ("Ærø & José", "aero-jose"),
            ("\u{202e}\0", "redstring"),
            ("", "redstring"),
        ] {
            assert_eq!(slug(title), name, "{title:?}");
        }
    }

    proptest! {
        #[test]
        fn no_title_makes_a_path(title in any::<String>()) {
            let name = slug(&title);
            prop_assert!(!name.is_empty() && name.len() <= 64 && !name.starts_with('-'));
            prop_assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        }
    }
}
