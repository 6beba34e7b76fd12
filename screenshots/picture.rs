//! A terminal's screen as a picture: a rounded window, each cell with its colours and attributes.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;

use fontdue::{Font, FontSettings};
use vt100::{Cell, Screen};

use crate::shapes::{self, Ink};

/// Pixels of a cell: what the font takes at [`FONT_SIZE`].
pub const CELL: (u32, u32) = (12, 26);
const FONT_SIZE: f32 = 20.0;
/// From a cell's top to the line that letters stand on.
const BASELINE: i32 = 20;
/// Pixels between the window's edge and the first cell.
const MARGIN: u32 = 16;
/// Radius of the window's corners.
const CORNER: f32 = 14.0;

/// Where the program leaves the colours to the terminal.
const FRONT: Rgb = [0xD5, 0xD8, 0xDE];
const BACK: Rgb = [0x16, 0x18, 0x1D];
/// The sixteen named colours.
const NAMED: [Rgb; 16] = [
    [0x16, 0x18, 0x1D],
    [0xE0, 0x4F, 0x3D],
    [0x5F, 0xD0, 0xA5],
    [0xF2, 0xAE, 0x54],
    [0x50, 0x76, 0xFF],
    [0xA5, 0x77, 0xB8],
    [0x6C, 0xC0, 0xF5],
    [0xD5, 0xD8, 0xDE],
    [0x7D, 0x84, 0x90],
    [0xF2, 0x7D, 0x72],
    [0x90, 0xFF, 0xA2],
    [0xFF, 0xC8, 0x80],
    [0x8A, 0xB4, 0xFF],
    [0xD6, 0x9A, 0xE0],
    [0x9A, 0xDC, 0xFF],
    [0xFF, 0xFF, 0xFF],
];

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// The four faces: regular, bold, italic, bold and italic.
pub struct Fonts([Font; 4]);

impl Fonts {
    /// Those that lie in this folder.
    pub fn pinned() -> Self {
        Self(["Regular", "Bold", "Italic", "BoldItalic"].map(|face| {
            let file = format!("{}/screenshots/fonts/JetBrainsMono-{face}.ttf", env!("CARGO_MANIFEST_DIR"));
            let settings = FontSettings { scale: FONT_SIZE, ..FontSettings::default() };
            Font::from_bytes(fs::read(file).unwrap(), settings).unwrap()
        }))
    }

    fn of(&self, cell: &Cell) -> &Font {
        &self.0[usize::from(cell.bold()) + 2 * usize::from(cell.italic())]
    }
}

/// Pixels with their opacity, row by row.
pub struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<[u8; 4]>,
}

/// The whole screen.
pub fn draw(screen: &Screen, fonts: &Fonts) -> Picture {
    let (rows, columns) = screen.size();
    let (width, height) = CELL;
    let mut picture =
        Picture::window(u32::from(columns.get()) * width + 2 * MARGIN, u32::from(rows.get()) * height + 2 * MARGIN);
    for row in 0..rows.get() {
        for column in 0..columns.get() {
            let cell = screen.cell(row, column).unwrap();
            if !cell.is_wide_continuation() {
                let left = MARGIN + u32::from(column) * width;
                picture.cell(left, MARGIN + u32::from(row) * height, cell, fonts);
            }
        }
    }
    if !screen.hide_cursor() {
        let (row, column) = screen.cursor_position();
        let (left, top) = (MARGIN + u32::from(column) * width, MARGIN + u32::from(row) * height);
        picture.fill(left, top, 2, height, FRONT);
    }
    picture
}

impl Picture {
    /// An empty window with round corners.
    fn window(width: u32, height: u32) -> Self {
        let [red, green, blue] = BACK;
        let opacity = |at: u32| {
            let (x, y) = ((at % width) as f32 + 0.5, (at / width) as f32 + 0.5);
            let outside = |place: f32, length: f32| (CORNER - place).max(place - (length - CORNER)).max(0.0);
            let distance = outside(x, width as f32).hypot(outside(y, height as f32));
            ((CORNER - distance + 0.5).clamp(0.0, 1.0) * 255.0).round() as u8
        };
        let pixels = (0..width * height).map(|at| [red, green, blue, opacity(at)]).collect();
        Self { width, height, pixels }
    }

    /// Writes it as a PNG file.
    pub fn write(&self, file: &Path) {
        let file = BufWriter::new(File::create(file).unwrap());
        let mut encoder = png::Encoder::new(file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header().unwrap().write_image_data(self.pixels.as_flattened()).unwrap();
    }

    fn cell(&mut self, left: u32, top: u32, cell: &Cell, fonts: &Fonts) {
        let (front, back) = (rgb(cell.fgcolor(), FRONT), rgb(cell.bgcolor(), BACK));
        let (front, back) = if cell.inverse() { (back, front) } else { (front, back) };
        let front = if cell.dim() { mix(back, front, 150) } else { front };
        let (width, height) = CELL;
        let width = if cell.is_wide() { 2 * width } else { width };
        if back != BACK {
            self.fill(left, top, width, height, back);
        }
        for character in cell.contents().chars().filter(|character| *character != ' ') {
            match shapes::of(character) {
                Some(shape) => {
                    shape.draw(|x, y, Ink(coverage)| self.blend(left + x, top + y, front, coverage));
                }
                None => self.glyph(left, top, character, fonts.of(cell), front),
            }
        }
        if cell.underline() {
            self.fill(left, top + BASELINE as u32 + 3, width, 2, front);
        }
    }

    fn glyph(&mut self, left: u32, top: u32, character: char, font: &Font, color: Rgb) {
        assert!(font.lookup_glyph_index(character) != 0, "the pinned font lacks {character:?}; draw it in shapes.rs");
        let (metrics, coverage) = font.rasterize(character, FONT_SIZE);
        if metrics.width == 0 {
            return;
        }
        let above = BASELINE - metrics.ymin - metrics.height as i32;
        for (row, line) in coverage.chunks(metrics.width).enumerate() {
            for (column, coverage) in line.iter().enumerate() {
                let x = left as i32 + metrics.xmin + column as i32;
                let y = top as i32 + above + row as i32;
                self.blend(x as u32, y as u32, color, *coverage);
            }
        }
    }

    fn fill(&mut self, left: u32, top: u32, width: u32, height: u32, color: Rgb) {
        for y in top..top + height {
            for x in left..left + width {
                self.blend(x, y, color, 255);
            }
        }
    }

    fn blend(&mut self, x: u32, y: u32, color: Rgb, coverage: u8) {
        let pixel = &mut self.pixels[(y * self.width + x) as usize];
        let [red, green, blue, opacity] = *pixel;
        // Sixteen shades of an edge look like 256 and make a file half as large.
        let [red, green, blue] = mix([red, green, blue], color, coverage.saturating_add(8) / 17 * 17);
        *pixel = [red, green, blue, opacity];
    }
}

/// `share` of 255 of the second colour over the first.
fn mix(under: Rgb, over: Rgb, share: u8) -> Rgb {
    let share = u32::from(share);
    let channel = |at: usize| ((u32::from(under[at]) * (255 - share) + u32::from(over[at]) * share + 127) / 255) as u8;
    [channel(0), channel(1), channel(2)]
}

fn rgb(color: vt100::Color, unset: Rgb) -> Rgb {
    match color {
        vt100::Color::Default => unset,
        vt100::Color::Rgb(red, green, blue) => [red, green, blue],
        vt100::Color::Idx(index @ 0..=15) => NAMED[usize::from(index)],
        vt100::Color::Idx(index @ 16..=231) => {
            let step = |place: u8| [0, 95, 135, 175, 215, 255][usize::from((index - 16) / place % 6)];
            [step(36), step(6), step(1)]
        }
        vt100::Color::Idx(index) => [8 + 10 * (index - 232); 3],
    }
}
