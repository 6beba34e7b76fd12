//! Whole screens: as snapshots at three sizes, and as properties at all sizes and over strange texts.

use insta::assert_snapshot;
use proptest::prelude::*;
use ratatui::style::{Color, Modifier};
use redstring::app::{KeyCode, MouseAction, Pane, layout};
use redstring::text::is_hidden;
use redstring::ui::Theme;

use super::comparing::papers;
use super::desk::{Desk, text};
use super::library::{almanac, corpus, library};

#[test]
fn passages() {
    assert_snapshot!("passages_sorted_120x36", Desk::new(120, 36, library()).keys("<Enter> gs").screen());
}

/// Passages of several targets at once, in groups, some picked out, the pane frozen.
#[test]
fn passages_in_groups() {
    let keys = "j & j ! 5 gb gb gg j <Space> gf";
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        let mut desk = Desk::new(width, height, library());
        assert_snapshot!(format!("groups_{width}x{height}"), desk.keys(keys).wait(9000).screen());
    }
    let desk = |keys: &str| {
        let mut desk = Desk::new(120, 36, library());
        desk.keys(keys).wait(9000);
        desk
    };
    assert_snapshot!("groups_by_date_120x36", desk("<Enter> gb gh").screen());
    assert_snapshot!("groups_mono_120x36", text(&desk(keys).buffer(&Theme::mono())));
    assert_snapshot!("groups_ascii_120x36", text(&desk(keys).buffer(&Theme::mono().with_ascii())));
}

#[test]
fn references() {
    assert_snapshot!("references_80x24", super::referring::desk(80, 24).keys("R").screen());
    assert_snapshot!("references_120x36", super::referring::desk(120, 36).keys("<Enter> n n").screen());
    assert_snapshot!("references_200x50", super::referring::desk(200, 50).keys("A").screen());
}

#[test]
fn comparison() {
    assert_snapshot!("compare_80x24", Desk::new(80, 24, library()).keys("c").screen());
    assert_snapshot!("compare_120x36", Desk::new(120, 36, library()).keys("c <Tab>").screen());
    assert_snapshot!("compare_three_80x24", Desk::new(80, 24, papers()).keys("c +").screen());
    assert_snapshot!("compare_four_200x50", Desk::new(200, 50, papers()).keys("c + +").screen());
}

#[test]
fn matrix() {
    assert_snapshot!("matrix_120x36", Desk::new(120, 36, library()).keys("v l").screen());
    assert_snapshot!("matrix_200x50", Desk::new(200, 50, library()).keys("v t t t t l s").screen());
}

#[test]
fn timeline() {
    assert_snapshot!("timeline_120x36", Desk::new(120, 36, almanac()).keys("4 z").screen());
    assert_snapshot!("timeline_200x50", Desk::new(200, 50, almanac()).keys("4 + + d d d").screen());
    assert_snapshot!("timeline_reported_120x36", Desk::new(120, 36, almanac()).keys("4 t j").screen());
    assert_snapshot!("timeline_undated_80x24", Desk::new(80, 24, almanac()).keys("4 U").screen());
}

/// The reader's own work: what it is done in, and what shows of it.
#[test]
fn casework() {
    let work = "a Ask <Space> the <Space> clerk <Enter> # key <Enter> j * 1 gg R j a No <Space> date <Enter> 3 gg";
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        for (name, keys) in [
            ("note", "a Ask <Space> her <Space> again"),
            ("tag", "j # k"),
            ("merge", "M brandt"),
            ("split", "S"),
            ("rename", "="),
            ("casework", "C"),
            ("history", "C <C-t> <C-t> <C-t> <C-t> <C-t> <C-t> <C-t> <C-t>"),
            ("worked", "1"),
        ] {
            let mut desk = Desk::new(width, height, library());
            assert_snapshot!(format!("{name}_{width}x{height}"), desk.keys(work).keys(keys).wait(9000).screen());
        }
    }
}

#[test]
fn boxes() {
    assert_snapshot!("why_80x24", Desk::new(80, 24, library()).keys("4 i").screen());
    assert_snapshot!("filter_80x24", Desk::new(80, 24, almanac()).keys("F 2019-05 <Enter> F <Space> -Brandt").screen());
    assert_snapshot!("export_80x24", Desk::new(80, 24, library()).keys("x").screen());
    assert_snapshot!("pinned_60x16", Desk::new(60, 16, library()).keys("j p").screen());
}

#[test]
fn ascii_writes_nothing_else_of_its_own() {
    let plain =
        corpus(&[("a.txt", "A", Some("2019"), "# Head\n> Skip\n[Bo Lund=P Bo Lund] on [May 3=T 2019-05-03].\n")]);
    let mut desk = Desk::new(120, 36, plain);
    for keys in ["<Enter>", "f bo", "<Esc> ?", "<Esc> c", "2 w i", "<Esc> p", "4 z", "x"] {
        let screen = text(&desk.keys(keys).buffer(&Theme::dark().with_ascii()));
        let strange: String = screen.chars().filter(|c| !c.is_ascii()).collect();
        assert!(strange.is_empty(), "{keys}: {strange:?}\n{screen}");
    }
}

#[test]
fn mentions_stand_out_with_and_without_colour() {
    let desk = Desk::new(120, 36, library());
    let screen = desk.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(" who chairs the")).unwrap();
    let at = line.split("Ada Vexworth,").next().unwrap().chars().count() as u16;
    let (name, plain) = ((at, row as u16), (at + 15, row as u16));
    let dark = desk.buffer(&Theme::dark());
    assert_ne!(dark[name].bg, dark[plain].bg);
    assert_ne!(dark[name].fg, dark[plain].fg);
    let mono = desk.buffer(&Theme::mono());
    assert!(mono.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    assert!(mono[name].modifier.contains(Modifier::REVERSED) && !mono[plain].modifier.contains(Modifier::REVERSED));
}

/// What a mono screen must tell apart without any hue, as the attributes of their cells.
#[test]
fn no_meaning_rests_on_hue() {
    let desk = Desk::new(120, 36, library());
    let mono = desk.buffer(&Theme::mono());
    let screen = desk.screen();
    let look = |words: &str| {
        let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap();
        let column = line.split(words).next().unwrap().chars().count() as u16;
        mono[(column, row as u16)].modifier
    };
    let looks = [
        look("Ilse Brandt on"),
        look("Harbour Board, rang"),
        look("Oslo."),
        look("rang Ilse"),
        look("Vexworth and"),
        look("May 2, 2019"),
    ];
    for (at, one) in looks.iter().enumerate() {
        assert!(looks.iter().skip(at + 1).all(|other| other != one), "{looks:?}");
    }
}

/// Borders stand where the layout says, on every row, whatever the panes hold.
fn assert_straight(desk: &Desk) {
    let buffer = desk.buffer(&Theme::dark());
    let areas = layout(desk.state.size(), &desk.state);
    for area in Pane::ALL.map(|pane| areas.pane(pane)).into_iter().chain(areas.columns).filter(|area| !area.is_empty())
    {
        for row in area.y + 1..area.bottom() - 1 {
            let edge = |x| buffer[(x, row)].symbol().to_owned();
            assert_eq!(edge(area.x), "│", "{area:?} row {row}\n{}", desk.screen());
            assert!(["│", "┥", "┃"].contains(&edge(area.right() - 1).as_str()), "{area:?}\n{}", desk.screen());
        }
    }
    assert!(!buffer.content.iter().any(|cell| cell.symbol().chars().any(is_hidden)), "{}", desk.screen());
}

const STRANGE: &str = "\
# \u{202e}Bidi\u{2066} and \u{1b}(0red\u{7}
[A\u{200b}da=P A\u{200b}da \u{1b}0;title\u{7}] met 👨\u{200d}👩\u{200d}👧 and 漢字漢字漢字漢字 at\ttabs e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}.|[A\u{200b}da=P A\u{200b}da \u{1b}0;title\u{7}] left on [May=T 2019-05].
";

#[test]
fn strange_texts_keep_borders_straight_and_the_terminal_safe() {
    let long: String = "word ".repeat(20_000) + "[Ada=P Ada] " + &"漢".repeat(20_000);
    let strange = corpus(&[
        ("\u{202e}txt.\u{1b}[2J", "\u{1b}[31mOut\u{200f}let 漢字漢字漢字漢字漢字漢字", Some("2019-05-03"), STRANGE),
        ("long.txt", "Long", None, &long),
        ("empty.txt", "", None, ""),
    ]);
    let mut desk = Desk::new(120, 36, strange);
    for size in [(60, 16), (80, 24), (120, 36), (161, 40)] {
        desk.resize(size.0, size.1);
        for keys in
            ["3 gg", "<Enter>", "<Enter> w", "J n", "G n", "c", "<Esc> 4 gg <Enter>", "1 j", "5", "3 p", "<Esc>"]
        {
            desk.keys(keys);
            assert_straight(&desk);
        }
        for keys in ["f a", "<Esc> i", "<Esc> I", "<Esc> / 漢", "<Esc>"] {
            assert!(!desk.keys(keys).screen().contains(is_hidden_or_escape), "{keys}");
        }
    }
}

fn is_hidden_or_escape(character: char) -> bool {
    character != '\n' && is_hidden(character)
}

/// What a reader may do at random.
fn anything() -> impl Strategy<Value = (u8, u16, u16)> {
    (0_u8..=255, 0_u16..240, 0_u16..70)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_pressed_nothing_breaks(steps in prop::collection::vec(anything(), 0..60)) {
        let mut desk = Desk::new(100, 30, library());
        let keys = b"jkJKgGnNwbpczifIHLhlts/?:&1234567890[]{}oeaqrAxB \x1b\r\t";
        for (what, x, y) in steps {
            match what {
                0..200 => {
                    let byte = keys[usize::from(what) % keys.len()];
                    let code = match byte {
                        b'\x1b' => KeyCode::Esc,
                        b'\r' => KeyCode::Enter,
                        b'\t' => KeyCode::Tab,
                        byte => KeyCode::Char(char::from(byte)),
                    };
                    desk.tell(redstring::app::Message::Key(redstring::app::Key::plain(code)));
                }
                200..220 => { desk.mouse(MouseAction::Click, x, y); }
                220..235 => { desk.mouse(if x % 2 == 0 { MouseAction::WheelDown } else { MouseAction::WheelUp }, x, y); }
                _ => { desk.resize(x, y); }
            }
            if desk.state.size().is_enough() && what % 8 == 0 {
                prop_assert!(!desk.screen().is_empty());
            }
        }
        desk.resize(120, 36);
        assert_straight_unless_boxed(&desk);
    }
}

fn assert_straight_unless_boxed(desk: &Desk) {
    let areas = layout(desk.state.size(), &desk.state);
    if areas.popup.is_empty() && desk.state.continuations().is_none() {
        assert_straight(desk);
    }
}
