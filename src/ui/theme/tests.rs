use ratatui::style::{Color, Style};

use super::Theme;

/// Red, green and blue, linear, from 0 to 1.
fn linear(color: Color) -> [f64; 3] {
    let Color::Rgb(red, green, blue) = color else { panic!("{color:?} is not RGB") };
    [red, green, blue].map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

/// Contrast of two colours as WCAG 2 defines it.
fn contrast(a: Color, b: Color) -> f64 {
    let luminance = |color| {
        let [red, green, blue] = linear(color);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(a), luminance(b));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// How far apart two linear colours look: the distance in CIELAB (1976), D65.
fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    let lab = |[red, green, blue]: [f64; 3]| {
        let curve = |share: f64| if share > 0.008_856 { share.cbrt() } else { 7.787 * share + 16.0 / 116.0 };
        let x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
        let y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        let z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    };
    lab(one).iter().zip(lab(other)).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

/// What a linear colour looks like without one of the three kinds of cones: Viénot, Brettel and Mollon, 1999.
fn without_red([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let mixed = 0.112_38 * red + 0.887_62 * green;
    [mixed, mixed, 0.004_01 * red - 0.004_01 * green + blue].map(|channel| channel.clamp(0.0, 1.0))
}

fn without_green([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let mixed = 0.292_75 * red + 0.707_25 * green;
    [mixed, mixed, -0.022_34 * red + 0.022_34 * green + blue].map(|channel| channel.clamp(0.0, 1.0))
}

fn hues(theme: &Theme) -> [Style; 5] {
    [theme.person, theme.organization, theme.place, theme.time, theme.conflict]
}

#[test]
fn words_stand_out_from_whatever_lies_behind_them() {
    for (name, least) in [("dark", 4.5), ("light", 4.5), ("high-contrast", 7.0), ("colour-blind", 4.5)] {
        let theme = Theme::named(name).unwrap();
        let back = theme.screen.bg.unwrap();
        for style in hues(&theme).into_iter().chain([theme.text, theme.focus]) {
            let front = style.fg.unwrap();
            let behind = [theme.cursor.bg, theme.idle_cursor.bg, theme.walked.bg, theme.marked.bg, theme.shared.bg];
            for behind in behind.into_iter().flatten() {
                let found = contrast(front, behind);
                assert!(found >= least - 1.5, "{name}: {front:?} on {behind:?}: {found}");
            }
            assert!(contrast(front, back) >= least, "{name}: {front:?}: {}", contrast(front, back));
        }
        assert!(contrast(theme.dim.fg.unwrap(), back) >= least, "{name}: dim");
        assert!(contrast(theme.chip.fg.unwrap(), theme.chip.bg.unwrap()) >= least, "{name}: chip");
    }
}

#[test]
fn classes_look_apart() {
    let pairs = |theme: &Theme| {
        let hues = hues(theme).map(|style| linear(style.fg.unwrap()));
        let pairs = (0..hues.len()).flat_map(move |at| (0..at).map(move |other| (hues[at], hues[other])));
        pairs.collect::<Vec<_>>()
    };
    for name in ["dark", "light", "high-contrast", "colour-blind"] {
        let theme = Theme::named(name).unwrap();
        for (one, other) in pairs(&theme) {
            assert!(distance(one, other) >= 25.0, "{name}: {one:?} and {other:?}: {}", distance(one, other));
        }
    }
    for (one, other) in pairs(&Theme::colour_blind()) {
        for seen in [without_red, without_green] {
            let found = distance(seen(one), seen(other));
            assert!(found >= 12.0, "{one:?} and {other:?}: {found}");
        }
    }
}

#[test]
fn mono_names_no_colour_and_ansi16_only_named_ones() {
    let (mut mono, mut named) = (Theme::mono(), Theme::ansi16());
    for role in Theme::roles() {
        let style = *mono.role(role).unwrap();
        assert!(matches!((style.fg, style.bg), (None | Some(Color::Reset), None | Some(Color::Reset))), "{role}");
        let style = *named.role(role).unwrap();
        for color in [style.fg, style.bg].into_iter().flatten() {
            assert!(!matches!(color, Color::Rgb(..) | Color::Indexed(_)), "{role}: {color:?}");
        }
    }
}

#[test]
fn every_name_is_of_a_theme() {
    for name in Theme::NAMES {
        assert!(Theme::named(name).is_some(), "{name}");
    }
    assert!(Theme::named("none").is_none());
}
