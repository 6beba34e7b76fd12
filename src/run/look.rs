//! How the screen looks: what the reader wishes and has set, as far as the terminal can show it.

use crate::config::Config;
use crate::ui::Theme;

use super::colour::{Depth, is_light, wants_ascii};

/// What is drawn with.
pub struct Look {
    /// What the reader has set.
    pub config: Config,
    /// The theme.
    pub theme: Theme,
    /// Which colours the terminal shows.
    pub depth: Depth,
}

/// Chooses a theme: the one that is wished for, else the one that is set, else one that fits the terminal. `variable` gives the
/// values of the environment.
///
/// # Errors
/// In words, where no theme has the name that is wished for.
pub fn choose(
    mut config: Config,
    wished: Option<&str>,
    ascii: bool,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Look, String> {
    let depth = Depth::of(&variable);
    let set = &config.choices.appearance;
    let set = if is_light(&variable) { &set.light } else { &set.dark }.clone();
    let fitting = || match depth {
        Depth::Sixteen => Theme::ansi16(),
        _ if is_light(&variable) => Theme::light(),
        _ => Theme::dark(),
    };
    let theme = match (wished, &set) {
        (Some(name), _) => config.theme(name).ok_or_else(|| {
            format!(
                "no theme is called {name}; there are {} and those in themes/ of your settings",
                Theme::NAMES.join(", ")
            )
        })?,
        // Without colours only attributes tell things apart.
        (None, _) if depth == Depth::Mono => Theme::mono(),
        (None, Some(name)) => config.theme(name).unwrap_or_else(|| config.without_theme(name, fitting())),
        (None, None) => fitting(),
    };
    let is_ascii = ascii || config.choices.ascii.unwrap_or_else(|| wants_ascii(&variable));
    let theme = if is_ascii { theme.with_ascii() } else { theme };
    Ok(Look { config, theme, depth })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Look, choose};
    use crate::config::{Config, Folder};
    use crate::ui::Theme;

    fn look(settings: &str, wished: Option<&str>, set: &[(&str, &str)]) -> Result<Look, String> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("config.toml"), settings).unwrap();
        let config = Config::read(Folder::new(Some(folder.path().to_owned()), |_| None));
        let found = |wanted: &str| set.iter().find(|(name, _)| *name == wanted).map(|(_, value)| (*value).to_owned());
        choose(config, wished, false, found)
    }

    #[test]
    fn wishes_come_before_settings_and_settings_before_the_terminal() {
        const TRUE: (&str, &str) = ("COLORTERM", "truecolor");
        let screen = |settings, wished, set: &[_]| look(settings, wished, set).unwrap().theme.screen;
        assert_eq!(screen("", None, &[TRUE]), Theme::dark().screen);
        assert_eq!(screen("", None, &[TRUE, ("COLORFGBG", "0;15")]), Theme::light().screen);
        assert_eq!(screen("", None, &[("TERM", "xterm")]), Theme::ansi16().screen);
        assert_eq!(screen("theme = \"light\"", None, &[TRUE]), Theme::light().screen);
        assert_eq!(screen("theme = \"light\"", None, &[TRUE, ("NO_COLOR", "1")]), Theme::mono().screen);
        assert_eq!(screen("theme = \"light\"", Some("high-contrast"), &[TRUE]), Theme::high_contrast().screen);
        let both = "theme = { dark = \"colour-blind\", light = \"high-contrast\" }";
        assert_eq!(screen(both, None, &[TRUE]), Theme::colour_blind().screen);
        assert_eq!(screen(both, None, &[TRUE, ("COLORFGBG", "0;15")]), Theme::high_contrast().screen);
    }

    #[test]
    fn a_theme_that_is_not_there_is_told() {
        let wished = look("", Some("nice"), &[]).err().unwrap();
        assert!(wished.contains("nice") && wished.contains("colour-blind"), "{wished}");
        let set = look("theme = \"nice\"", None, &[("COLORTERM", "truecolor")]).unwrap();
        assert_eq!(set.theme.screen, Theme::dark().screen);
        assert!(set.config.complaints.iter().any(|complaint| complaint.words.contains("nice")));
    }
}
