//! Frames as bytes: what changed since the last one, written at once, in as many colours as the terminal has.
//!
//! ratatui's own backend for crossterm is not used: under `NO_COLOR` it writes sequences that wipe bold and underline, it asks for
//! the size by starting a program when the call fails, and it writes some bytes even for a frame in which nothing changed.

use std::io;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use super::colour::Depth;
use super::guard;

/// Synchronized output: a terminal that knows it shows the frame at once, others ignore it.
const FRAME: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
/// SGR numbers of the attributes: on and off. One number ends both bold and dim, and both kinds of blinking.
const ATTRIBUTES: [(Modifier, u8, u8); 8] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// The screen as ratatui draws on it.
pub struct Screen {
    depth: Depth,
    size: Size,
    /// The bytes of the frame that is being drawn.
    frame: Vec<u8>,
    /// Whether the terminal shows its cursor.
    has_cursor: bool,
    /// Where a frame has left the cursor last.
    cursor: Position,
}

/// The look of a cell as the terminal is to show it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    front: Color,
    back: Color,
    attributes: Modifier,
}

const PLAIN: Look = Look { front: Color::Reset, back: Color::Reset, attributes: Modifier::empty() };

impl Screen {
    /// A screen of that size, not yet drawn on.
    pub fn new(depth: Depth, size: Size) -> Self {
        Self { depth, size, frame: Vec::new(), has_cursor: false, cursor: Position::ORIGIN }
    }

    /// The terminal has another size now.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
    }

    /// Hides the cursor, whether the terminal shows it or not.
    pub fn forget_cursor(&mut self) {
        self.has_cursor = false;
        self.frame.extend_from_slice(HIDE_CURSOR);
    }

    fn look(&self, cell: &Cell) -> Look {
        Look {
            front: self.depth.nearest(cell.fg),
            back: self.depth.nearest(cell.bg),
            attributes: cell.modifier.difference(Modifier::HIDDEN),
        }
    }

    fn move_to(&mut self, x: u16, y: u16) {
        self.frame.extend_from_slice(b"\x1b[");
        push_number(&mut self.frame, y + 1);
        self.frame.push(b';');
        push_number(&mut self.frame, x + 1);
        self.frame.push(b'H');
    }

    fn move_in_row(&mut self, x: u16) {
        self.frame.extend_from_slice(b"\x1b[");
        push_number(&mut self.frame, x + 1);
        self.frame.push(b'G');
    }
}

impl Backend for Screen {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut look = PLAIN;
        // Most cells look like the one before, and to find the nearest colours takes longer than to see that.
        let mut drawn = None;
        // The row of the cursor, and its column where that is sure.
        let mut place: Option<(u16, Option<u16>)> = None;
        for (x, y, cell) in content {
            match place {
                Some((row, Some(column))) if row == y && column == x => {}
                Some((row, _)) if row == y => self.move_in_row(x),
                _ => self.move_to(x, y),
            }
            let own = Some((cell.fg, cell.bg, cell.modifier));
            if std::mem::replace(&mut drawn, own) != own {
                let wanted = self.look(cell);
                if wanted != look {
                    change_look(&mut self.frame, look, wanted);
                    look = wanted;
                }
            }
            let symbol = cell.symbol();
            // The last gate: whatever a widget let through, no control reaches the terminal.
            if symbol.chars().any(char::is_control) {
                self.frame.push(b'?');
            } else {
                self.frame.extend_from_slice(symbol.as_bytes());
            }
            // Terminals disagree on the width of joined and wide characters, never on a place.
            place = Some((y, is_surely_one_cell(symbol).then_some(x + 1)));
        }
        if look != PLAIN {
            self.frame.extend_from_slice(b"\x1b[0m");
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.has_cursor {
            self.has_cursor = false;
            self.frame.extend_from_slice(HIDE_CURSOR);
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !self.has_cursor {
            self.has_cursor = true;
            self.frame.extend_from_slice(b"\x1b[?25h");
        }
        Ok(())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        // Drawing moves it too.
        if self.has_cursor && (!self.frame.is_empty() || self.cursor != position) {
            self.move_to(position.x, position.y);
            self.cursor = position;
        }
        Ok(())
    }

    /// Where the program has put it: the terminal is never asked.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.frame.extend_from_slice(b"\x1b[2J");
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    /// Ends the frame: all of it in one write, nothing at all if nothing changed.
    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let [begin, end] = FRAME;
        self.frame.splice(0..0, begin.iter().copied());
        self.frame.extend_from_slice(end);
        let written = guard::write(&self.frame);
        self.frame.clear();
        written
    }
}

/// Appends the shortest sequence that leads from one look to the other: slow lines carry every byte.
fn change_look(frame: &mut Vec<u8>, from: Look, to: Look) {
    if to == PLAIN {
        frame.extend_from_slice(b"\x1b[0m");
        return;
    }
    let mut numbers: Vec<u8> = Vec::with_capacity(16);
    let mut on = from.attributes;
    for (attribute, _, off) in ATTRIBUTES.iter().filter(|(attribute, ..)| !to.attributes.contains(*attribute)) {
        if on.contains(*attribute) {
            numbers.push(*off);
            let ended = ATTRIBUTES.iter().filter(|(.., also)| also == off);
            ended.for_each(|(attribute, ..)| on.remove(*attribute));
        }
    }
    let added = to.attributes.difference(on);
    numbers.extend(ATTRIBUTES.iter().filter(|(attribute, ..)| added.contains(*attribute)).map(|(_, on, _)| *on));
    if to.front != from.front {
        push_color(&mut numbers, to.front, 30);
    }
    if to.back != from.back {
        push_color(&mut numbers, to.back, 40);
    }
    frame.extend_from_slice(b"\x1b[");
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            frame.push(b';');
        }
        push_number(frame, u16::from(*number));
    }
    frame.push(b'm');
}

/// Appends `number` in decimal digits.
fn push_number(frame: &mut Vec<u8>, number: u16) {
    let places = [10_000, 1_000, 100, 10, 1];
    let digits = places.iter().skip_while(|place| **place > number.max(1));
    frame.extend(digits.map(|place| b'0' + (number / place % 10) as u8));
}

/// Appends the numbers that choose a colour; `base` is 30 for the text, 40 for what is behind it.
fn push_color(numbers: &mut Vec<u8>, color: Color, base: u8) {
    match color {
        Color::Reset => numbers.push(base + 9),
        Color::Black => numbers.push(base),
        Color::Red => numbers.push(base + 1),
        Color::Green => numbers.push(base + 2),
        Color::Yellow => numbers.push(base + 3),
        Color::Blue => numbers.push(base + 4),
        Color::Magenta => numbers.push(base + 5),
        Color::Cyan => numbers.push(base + 6),
        Color::Gray => numbers.push(base + 7),
        Color::DarkGray => numbers.push(base + 60),
        Color::LightRed => numbers.push(base + 61),
        Color::LightGreen => numbers.push(base + 62),
        Color::LightYellow => numbers.push(base + 63),
        Color::LightBlue => numbers.push(base + 64),
        Color::LightMagenta => numbers.push(base + 65),
        Color::LightCyan => numbers.push(base + 66),
        Color::White => numbers.push(base + 67),
        Color::Indexed(index) => numbers.extend([base + 8, 5, index]),
        Color::Rgb(red, green, blue) => numbers.extend([base + 8, 2, red, green, blue]),
    }
}

/// Whether every terminal draws `symbol` in one cell: one character that is neither wide nor joined. On those beyond U+FFFF, the
/// letters of flags among them, terminals disagree.
fn is_surely_one_cell(symbol: &str) -> bool {
    let mut characters = symbol.chars();
    let is_one = characters.next().is_some_and(|first| first <= '\u{FFFF}') && characters.next().is_none();
    symbol.len() == 1 || (is_one && crate::text::width(symbol) == 1)
}

#[cfg(test)]
mod tests {
    use super::{Depth, Look, PLAIN, Screen, change_look};
    use ratatui::backend::Backend;
    use ratatui::buffer::Cell;
    use ratatui::layout::Size;
    use ratatui::style::{Color, Modifier};

    fn check(depth: Depth, cells: &[(u16, u16, Cell)], bytes: &str) {
        let mut screen = Screen::new(depth, Size::new(80, 24));
        screen.draw(cells.iter().map(|(x, y, cell)| (*x, *y, cell))).unwrap();
        assert_eq!(String::from_utf8_lossy(&screen.frame), bytes);
    }

    #[test]
    fn neighbours_need_no_move() {
        check(
            Depth::True,
            &[(0, 0, Cell::new("a")), (1, 0, Cell::new("b")), (5, 2, Cell::new("c"))],
            "\x1b[1;1Hab\x1b[3;6Hc",
        );
    }

    #[test]
    fn after_a_wide_or_joined_character_the_place_is_said() {
        check(
            Depth::True,
            &[(0, 0, Cell::new("漢")), (2, 0, Cell::new("e\u{301}")), (3, 0, Cell::new("x"))],
            "\x1b[1;1H漢\x1b[3Ge\u{301}\x1b[4Gx",
        );
    }

    #[test]
    fn after_the_letters_of_a_flag_the_place_is_said() {
        let cells = [(0, 0, Cell::new("🇺")), (1, 0, Cell::new("🇸")), (2, 0, Cell::new("│"))];
        check(Depth::True, &cells, "\x1b[1;1H🇺\x1b[2G🇸\x1b[3G│");
    }

    #[test]
    fn without_colours_attributes_stay_and_no_colour_is_written() {
        let mut cell = Cell::new("a");
        cell.set_fg(Color::Rgb(1, 2, 3)).set_bg(Color::Red);
        cell.modifier = Modifier::BOLD | Modifier::UNDERLINED;
        check(Depth::Mono, &[(0, 0, cell)], "\x1b[1;1H\x1b[1;4ma\x1b[0m");
    }

    #[test]
    fn no_control_passes_the_last_gate() {
        check(Depth::True, &[(0, 0, Cell::new("\u{1b}]0;x\u{7}"))], "\x1b[1;1H?");
        check(Depth::True, &[(0, 0, Cell::new("\u{9b}"))], "\x1b[1;1H?");
    }

    #[test]
    fn a_frame_without_change_writes_nothing() {
        let mut screen = Screen::new(Depth::True, Size::new(80, 24));
        screen.draw(std::iter::empty()).unwrap();
        screen.hide_cursor().unwrap();
        assert!(screen.frame.is_empty());
    }

    #[test]
    fn looks_change_by_what_differs() {
        let bold_red = Look { front: Color::Red, attributes: Modifier::BOLD, ..PLAIN };
        for (from, to, bytes) in [
            (PLAIN, bold_red, "\x1b[1;31m"),
            (bold_red, Look { back: Color::Indexed(7), ..bold_red }, "\x1b[48;5;7m"),
            (bold_red, Look { attributes: Modifier::DIM, ..bold_red }, "\x1b[22;2m"),
            (Look { attributes: Modifier::BOLD | Modifier::DIM, ..bold_red }, bold_red, "\x1b[22;1m"),
            (bold_red, Look { attributes: Modifier::empty(), ..bold_red }, "\x1b[22m"),
            (bold_red, Look { front: Color::Reset, ..bold_red }, "\x1b[39m"),
            (bold_red, PLAIN, "\x1b[0m"),
        ] {
            let mut frame = Vec::new();
            change_look(&mut frame, from, to);
            assert_eq!(String::from_utf8_lossy(&frame), bytes);
        }
    }
}
