//! The text layer of a page: what letters it sets, and where. Nothing is drawn, no picture is unpacked.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{BezPath, Point};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::layout::Letter;

/// Letters of a page that are kept: a newspaper page has thirty thousand.
const MOST: usize = 1_000_000;
/// Units of a font's design in its size.
const EM: f64 = 1000.0;

/// What a page sets.
pub(super) struct Layer<'s> {
    pub(super) letters: Vec<Letter>,
    /// Letters whose font does not tell what they are.
    pub(super) unknown: u32,
    pub(super) pictures: u32,
    /// Where each letter was set: text is thickened by setting it twice.
    seen: HashSet<(u32, i32, i32)>,
    stop: &'s AtomicBool,
}

impl<'s> Layer<'s> {
    pub(super) fn new(stop: &'s AtomicBool) -> Self {
        Self { letters: Vec::new(), unknown: 0, pictures: 0, seen: HashSet::new(), stop }
    }

    /// Ends the interpretation where nobody waits for it any more: it has no other way out.
    fn go_on(&self) {
        if self.stop.load(Ordering::Relaxed) {
            std::panic::resume_unwind(Box::new("stopped"));
        }
    }
}

impl<'a> Device<'a> for Layer<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.go_on();
        for glyph in run.glyphs() {
            if self.letters.len() >= MOST {
                return;
            }
            let place = props.transform * glyph.transform();
            let [a, b, c, d, ..] = place.as_coeffs();
            let (along, across) = (a.hypot(b), c.hypot(d));
            if along == 0.0 || across == 0.0 {
                continue;
            }
            let (cos, sin) = (a / along, b / along);
            let at = place * Point::ZERO;
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let text = match glyph.as_unicode() {
                Some(BfString::Char(letter)) => letter.to_string(),
                Some(BfString::String(letters)) => letters,
                None => char::REPLACEMENT_CHARACTER.to_string(),
            };
            self.unknown += u32::from(text.contains(char::REPLACEMENT_CHARACTER));
            let size = across * EM;
            let letter = Letter {
                // Controls in a text layer are badly mapped letters.
                text: text.chars().filter(|letter| !letter.is_control()).collect(),
                // Turned so that lines run to the right whichever way they are set.
                x: at.x * cos + at.y * sin,
                y: -(at.y * cos - at.x * sin),
                advance: f64::from(advance.unwrap_or(500.0)) * along,
                size,
            };
            let grid = (size * 0.25).max(0.1);
            let first = letter.text.chars().next().map_or(0, u32::from);
            if self.seen.insert((first, (letter.x / grid) as i32, (letter.y / grid) as i32)) {
                self.letters.push(letter);
            }
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.go_on();
        self.pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.go_on();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.go_on();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.go_on();
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
