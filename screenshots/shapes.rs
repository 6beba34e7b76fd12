//! Lines and blocks drawn as shapes, so that they join from cell to cell as they do in a terminal.

use crate::picture::CELL;

/// Pixels of a light and of a heavy line.
const LIGHT: u32 = 2;
const HEAVY: u32 = 4;

/// How much of a pixel is covered, of 255.
pub struct Ink(pub u8);

/// What fills a cell.
pub enum Shape {
    /// Half lines from the middle: left, right, up, down, each with its thickness in pixels.
    Arms([u32; 4]),
    /// A quarter of a circle between two neighbouring sides.
    Corner { right: bool, down: bool },
    /// A rectangle in 48ths of the cell: left, top, right, bottom.
    Block([u32; 4]),
    /// The same, empty.
    Outline([u32; 4]),
    /// A square of lines: the sign of a document.
    Page,
    /// A circle, its left half full.
    HalfDisc,
    /// A small triangle that points there: columns and rows, one of them 0.
    Pointer([f32; 2]),
    /// The whole cell, thinly: so many of 255.
    Shade(u8),
}

/// The shape of `character`, if it is drawn as one.
pub fn of(character: char) -> Option<Shape> {
    let eighths = |base: char| (character as u32 - base as u32 + 1) * 6;
    Some(match character {
        '─' => Shape::Arms([LIGHT, LIGHT, 0, 0]),
        '━' => Shape::Arms([HEAVY, HEAVY, 0, 0]),
        '│' => Shape::Arms([0, 0, LIGHT, LIGHT]),
        '┃' => Shape::Arms([0, 0, HEAVY, HEAVY]),
        '┌' => Shape::Arms([0, LIGHT, 0, LIGHT]),
        '┐' => Shape::Arms([LIGHT, 0, 0, LIGHT]),
        '└' => Shape::Arms([0, LIGHT, LIGHT, 0]),
        '┘' => Shape::Arms([LIGHT, 0, LIGHT, 0]),
        '┏' => Shape::Arms([0, HEAVY, 0, HEAVY]),
        '┓' => Shape::Arms([HEAVY, 0, 0, HEAVY]),
        '┗' => Shape::Arms([0, HEAVY, HEAVY, 0]),
        '┛' => Shape::Arms([HEAVY, 0, HEAVY, 0]),
        '├' => Shape::Arms([0, LIGHT, LIGHT, LIGHT]),
        '┤' => Shape::Arms([LIGHT, 0, LIGHT, LIGHT]),
        '┬' => Shape::Arms([LIGHT, LIGHT, 0, LIGHT]),
        '┴' => Shape::Arms([LIGHT, LIGHT, LIGHT, 0]),
        '┼' => Shape::Arms([LIGHT, LIGHT, LIGHT, LIGHT]),
        '╭' => Shape::Corner { right: true, down: true },
        '╮' => Shape::Corner { right: false, down: true },
        '╰' => Shape::Corner { right: true, down: false },
        '╯' => Shape::Corner { right: false, down: false },
        '▁'..='█' => Shape::Block([0, 48 - eighths('▁'), 48, 48]),
        '▉'..='▏' => Shape::Block([0, 0, 48 - eighths('▉'), 48]),
        '▀' => Shape::Block([0, 0, 48, 24]),
        '▐' => Shape::Block([24, 0, 48, 48]),
        '▬' => Shape::Block([4, 18, 44, 30]),
        '▸' => Shape::Pointer([1.0, 0.0]),
        '◂' => Shape::Pointer([-1.0, 0.0]),
        '▾' => Shape::Pointer([0.0, 1.0]),
        '▭' => Shape::Outline([0, 18, 48, 32]),
        '▤' => Shape::Page,
        '◐' => Shape::HalfDisc,
        '░' => Shape::Shade(64),
        '▒' => Shape::Shade(128),
        '▓' => Shape::Shade(192),
        _ => return None,
    })
}

impl Shape {
    /// Gives each pixel that it covers, from the cell's corner.
    pub fn draw(&self, mut pixel: impl FnMut(u32, u32, Ink)) {
        let (width, height) = CELL;
        for y in 0..height {
            for x in 0..width {
                let coverage = self.coverage(x, y);
                if coverage > 0 {
                    pixel(x, y, Ink(coverage));
                }
            }
        }
    }

    fn coverage(&self, x: u32, y: u32) -> u8 {
        let (width, height) = CELL;
        match self {
            Self::Arms([left, right, up, down]) => {
                // An arm reaches over the middle by half of its thickness, so that corners are whole.
                let across = |place: u32, length: u32, thick: u32| from_middle(place, length) * 2 < thick;
                let is_left = x * 2 < width + left && across(y, height, *left);
                let is_right = (x + 1) * 2 > width - right && across(y, height, *right);
                let is_up = y * 2 < height + up && across(x, width, *up);
                let is_down = (y + 1) * 2 > height - down && across(x, width, *down);
                full(is_left || is_right || is_up || is_down)
            }
            Self::Corner { right, down } => {
                // Folded so that the arms go right and down.
                let x = if *right { x } else { width - 1 - x } as f32 + 0.5 - width as f32 / 2.0;
                let y = if *down { y } else { height - 1 - y } as f32 + 0.5 - height as f32 / 2.0;
                let radius = width as f32 / 2.0;
                let from_line = if y > radius { x.abs() } else { ((radius - x).hypot(radius - y) - radius).abs() };
                ((LIGHT as f32 / 2.0 - from_line + 0.5).clamp(0.0, 1.0) * 255.0).round() as u8
            }
            Self::Block(sides) => full(is_within(x, y, *sides, 0)),
            Self::Outline(sides) => full(is_within(x, y, *sides, 0) && !is_within(x, y, *sides, LIGHT)),
            Self::Page => {
                let square = [0, 14, 48, 36];
                full(is_within(x, y, square, 0) && (!is_within(x, y, square, 1) || from_middle(y, height) % 2 == 1))
            }
            Self::HalfDisc => sampled(x, y, |x, y| {
                let radius = width as f32 / 2.0 - 0.5;
                x.hypot(y) < radius && (x < 0.0 || x.hypot(y) > radius - 1.5)
            }),
            Self::Pointer([right, down]) => sampled(x, y, |x, y| {
                let (along, across) = (x * right + y * down, x * down - y * right);
                along > -3.5 && across.abs() < (4.0 - along) * 0.7
            }),
            Self::Shade(coverage) => *coverage,
        }
    }
}

/// Whole pixels between `place` and the middle of `length`.
fn from_middle(place: u32, length: u32) -> u32 {
    if place * 2 < length { length / 2 - 1 - place } else { place - length / 2 }
}

const fn full(is_covered: bool) -> u8 {
    if is_covered { 255 } else { 0 }
}

/// Whether the pixel lies in that rectangle of 48ths of the cell, by more than `inner` pixels.
fn is_within(x: u32, y: u32, [left, top, right, bottom]: [u32; 4], inner: u32) -> bool {
    let (width, height) = CELL;
    let is_in = |place: u32, length: u32, from: u32, to: u32| {
        let middle = (2 * place + 1) * 24;
        from * length + 48 * inner < middle && middle + 48 * inner < to * length
    };
    is_in(x, width, left, right) && is_in(y, height, top, bottom)
}

/// How much of a pixel lies inside, by sixteen samples; places are counted from the middle of the cell.
fn sampled(x: u32, y: u32, is_inside: impl Fn(f32, f32) -> bool) -> u8 {
    let (width, height) = CELL;
    let sample = |at: u32, length: u32, step: u32| at as f32 + (step as f32 + 0.5) / 4.0 - length as f32 / 2.0;
    let hits = (0..16).filter(|step| is_inside(sample(x, width, step % 4), sample(y, height, step / 4))).count();
    (hits * 255 / 16) as u8
}
