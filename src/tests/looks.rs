//! Every screen at three sizes and in three looks: dark, without colours, and in ASCII.
//!
//! A snapshot holds the text, the styles of its cells in dark and mono, and the text in ASCII. Styles are runs: a letter of the
//! legend and how many cells have it, a line for each row or for several rows that are alike.

use std::fmt::Write;

use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use redstring::app::Message;
use redstring::corpus::Corpus;
use redstring::ui::Theme;

use super::comparing::papers;
use super::desk::{Desk, text};
use super::library::{almanac, library};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];

/// A screen: its name, what is read, and the keys that lead there from the first one.
type Screen = (&'static str, fn() -> Corpus, &'static str);

const SCREENS: [Screen; 14] = [
    ("main", library, ""),
    ("passages", library, "<Enter> j j"),
    ("reader", library, "2 n n"),
    ("finder", library, "f brant"),
    ("search", almanac, "/ the"),
    ("compare", papers, "c"),
    ("matrix", papers, "v l"),
    ("timeline", almanac, "4 d d"),
    ("help", library, "?"),
    ("palette", library, ": co"),
    ("which_key", library, "g"),
    ("marks", library, "m a 3 j <Enter> m b '"),
    ("tray", library, "<Enter> e j e j j e E J"),
    ("batch", library, ""),
];

#[test]
fn every_screen_in_every_look() {
    for (name, corpus, keys) in SCREENS {
        for (width, height) in SIZES {
            let mut desk = Desk::new(width, height, corpus());
            desk.keys(keys);
            if name == "batch" {
                let text =
                    "# whom we ask for\nIlse Brandt\nVexworth NEAR/5 rang\nNobody Atall\nbrandt AND (\n".to_owned();
                desk.tell(Message::List { file: "names.txt".into(), text: Ok(text) });
            }
            desk.wait(9000);
            let dark = desk.buffer(&Theme::dark());
            let (dark_styles, mono_styles) = (styles(&dark), styles(&desk.buffer(&Theme::mono())));
            let ascii = text(&desk.buffer(&Theme::mono().with_ascii()));
            let dark = text(&dark);
            let all = format!("{dark}\n\ndark\n{dark_styles}\nmono\n{mono_styles}\nascii\n{ascii}");
            assert_snapshot!(format!("look_{name}_{width}x{height}"), all);
        }
    }
}

/// The styles of the cells as runs, with a legend.
fn styles(buffer: &Buffer) -> String {
    let mut legend: Vec<Style> = Vec::new();
    let mut rows: Vec<(usize, usize, String)> = Vec::new();
    for (at, row) in buffer.content.chunks(usize::from(buffer.area.width).max(1)).enumerate() {
        let mut runs = String::new();
        for run in row.chunk_by(|one, other| one.style() == other.style()) {
            let style = run[0].style();
            let known = legend.iter().position(|other| *other == style).unwrap_or_else(|| {
                legend.push(style);
                legend.len() - 1
            });
            let _ = write!(runs, "{}{} ", letter(known), run.len());
        }
        match rows.last_mut() {
            Some((_, last, same)) if *same == runs => *last = at,
            _ => rows.push((at, at, runs)),
        }
    }
    let mut said = String::new();
    for (at, style) in legend.iter().enumerate() {
        let _ = writeln!(said, "{} {}", letter(at), worded(*style));
    }
    for (first, last, runs) in rows {
        let _ = writeln!(said, "{first}-{last}: {}", runs.trim_end());
    }
    said
}

fn letter(at: usize) -> String {
    let letter = char::from(b'a' + (at % 26) as u8);
    if at < 26 { letter.to_string() } else { letter.to_ascii_uppercase().to_string() }
}

fn worded(style: Style) -> String {
    let colour = |colour: Option<Color>| match colour {
        None | Some(Color::Reset) => "-".to_owned(),
        Some(Color::Rgb(red, green, blue)) => format!("{red:02x}{green:02x}{blue:02x}"),
        Some(other) => format!("{other:?}"),
    };
    let attributes: Vec<String> = Modifier::all()
        .iter_names()
        .filter(|(_, one)| style.add_modifier.contains(*one))
        .map(|(name, _)| name.to_lowercase())
        .collect();
    format!("{} on {} {}", colour(style.fg), colour(style.bg), attributes.join(" ")).trim_end().to_owned()
}
