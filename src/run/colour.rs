//! What the terminal can show, from the environment: how many colours, and whether more than ASCII.
//!
//! Nothing is asked of the terminal itself, since answers arrive as key presses.

use ratatui::style::Color;

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// None: attributes only.
    Mono,
    /// The sixteen named ones.
    Sixteen,
    /// The 256 of xterm's table.
    Table,
    /// 24 bits.
    True,
}

/// Steps of one channel in the 6x6x6 cube of xterm's table.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];
/// The sixteen named colours as xterm shows them: the nearest is looked for among these.
const NAMED: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

impl Depth {
    /// The depth that the environment speaks of; `variable` gives its values. `NO_COLOR` (no-color.org) wins over all.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name| variable(name).unwrap_or_default();
        if !value("NO_COLOR").is_empty() {
            return Self::Mono;
        }
        let terminal = value("TERM");
        match value("COLORTERM").as_str() {
            "truecolor" | "24bit" => Self::True,
            _ if terminal.ends_with("-direct") => Self::True,
            _ if terminal.contains("256color") => Self::Table,
            _ => Self::Sixteen,
        }
    }

    /// `color` as this terminal can show it.
    pub fn nearest(self, color: Color) -> Color {
        match (self, color) {
            (Self::Mono, _) => Color::Reset,
            (Self::Table, Color::Rgb(red, green, blue)) => Color::Indexed(nearest_in_table([red, green, blue])),
            (Self::Sixteen, Color::Rgb(red, green, blue)) => nearest_named([red, green, blue]),
            _ => color,
        }
    }
}

/// Whether the background is light: a terminal may say so by `COLORFGBG`, which ends in the number of the colour behind (rxvt).
pub fn is_light(variable: impl Fn(&str) -> Option<String>) -> bool {
    let behind = variable("COLORFGBG").and_then(|said| said.rsplit(';').next()?.parse::<u8>().ok());
    // 7 is light grey and 15 white; 8 is dark grey.
    behind.is_some_and(|behind| behind == 7 || behind > 8)
}

/// Whether only ASCII should be drawn: a locale without UTF-8, or the Linux console, whose font lacks most signs.
pub fn wants_ascii(variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find(|name| set(name)).and_then(|name| variable(name));
    let has_utf8 = locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    !has_utf8 || variable("TERM").is_some_and(|terminal| terminal == "linux")
}

fn nearest_in_table(wanted: [u8; 3]) -> u8 {
    let step = |channel: u8| {
        let distance = |at: &usize| CUBE[*at].abs_diff(channel);
        (0..CUBE.len()).min_by_key(distance).unwrap_or_default()
    };
    let [red, green, blue] = wanted.map(step);
    let in_cube = [CUBE[red], CUBE[green], CUBE[blue]];
    let mean = wanted.map(u32::from).iter().sum::<u32>() / 3;
    // 24 greys from 8 in steps of 10.
    let grey_step = (mean.saturating_sub(3) / 10).min(23) as u8;
    let grey = 8 + 10 * grey_step;
    if distance(wanted, [grey; 3]) < distance(wanted, in_cube) {
        232 + grey_step
    } else {
        (16 + 36 * red + 6 * green + blue) as u8
    }
}

fn nearest_named(wanted: [u8; 3]) -> Color {
    NAMED.iter().min_by_key(|(_, shown)| distance(wanted, *shown)).map_or(Color::Reset, |(name, _)| *name)
}

/// The square of the distance of two colours.
fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::{Depth, is_light, wants_ascii};
    use ratatui::style::Color;

    fn environment<'e>(set: &'e [(&'e str, &'e str)]) -> impl Fn(&str) -> Option<String> + 'e {
        move |wanted| set.iter().find(|(name, _)| *name == wanted).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn the_environment_decides_on_colours() {
        for (set, depth) in [
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")][..], Depth::True),
            (&[("TERM", "tmux-256color")], Depth::Table),
            (&[("TERM", "xterm")], Depth::Sixteen),
            (&[("TERM", "xterm"), ("NO_COLOR", "")], Depth::Sixteen),
            (&[("COLORTERM", "truecolor"), ("NO_COLOR", "1")], Depth::Mono),
        ] {
            assert_eq!(Depth::of(environment(set)), depth, "{set:?}");
        }
    }

    #[test]
    fn a_light_background_is_told_by_the_environment_alone() {
        for (said, light) in [("0;15", true), ("0;default;15", true), ("15;0", false), ("12;8", false), ("0;7", true)] {
            assert_eq!(is_light(environment(&[("COLORFGBG", said)])), light, "{said}");
        }
        assert!(!is_light(environment(&[])) && !is_light(environment(&[("COLORFGBG", "0;default")])));
    }

    #[test]
    fn colours_go_to_their_nearest() {
        assert_eq!(Depth::Table.nearest(Color::Rgb(255, 0, 0)), Color::Indexed(196));
        assert_eq!(Depth::Table.nearest(Color::Rgb(128, 128, 128)), Color::Indexed(244));
        assert_eq!(Depth::Table.nearest(Color::Rgb(0, 0, 0)), Color::Indexed(16));
        assert_eq!(Depth::Table.nearest(Color::Rgb(255, 255, 255)), Color::Indexed(231));
        assert_eq!(Depth::Sixteen.nearest(Color::Rgb(250, 10, 10)), Color::LightRed);
        assert_eq!(Depth::True.nearest(Color::Rgb(1, 2, 3)), Color::Rgb(1, 2, 3));
        assert_eq!(Depth::Mono.nearest(Color::Red), Color::Reset);
    }

    #[test]
    fn a_locale_without_utf8_gets_ascii() {
        for (set, ascii) in [
            (&[("LANG", "en_US.UTF-8")][..], false),
            (&[("LANG", "C")], true),
            (&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")], true),
            (&[("LC_ALL", ""), ("LANG", "de_DE.utf8")], false),
            (&[("LANG", "C.UTF-8"), ("TERM", "linux")], true),
            (&[], true),
        ] {
            assert_eq!(wants_ascii(environment(set)), ascii, "{set:?}");
        }
    }
}
