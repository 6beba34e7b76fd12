//! [`Canvas`]: writes visible text into cells, a letter at a time, never past an area's edge.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::app::Area;
use crate::text::{Span, cells, clip, width};

use super::glyphs::Letters;

/// The frame's cells.
pub(super) struct Canvas<'b> {
    buffer: &'b mut Buffer,
    letters: Letters,
}

impl<'b> Canvas<'b> {
    pub(super) const fn new(buffer: &'b mut Buffer, letters: Letters) -> Self {
        Self { buffer, letters }
    }

    /// Every cell of `area` blank.
    pub(super) fn clear(&mut self, area: Area, style: Style) {
        self.each(area, |cell| {
            cell.reset();
            cell.set_style(style);
        });
    }

    /// Lays `patch` over every cell of `area`.
    pub(super) fn patch(&mut self, area: Area, patch: Style) {
        self.each(area, |cell| {
            cell.set_style(patch);
        });
    }

    /// Writes `shown` into the first row of `area` from its column `column` on; what does not fit is left out. Gives the
    /// column after the last cell written.
    pub(super) fn text(&mut self, area: Area, column: u16, shown: &str, style: Style) -> u16 {
        let mut column = column;
        for cell in cells(shown, Span::whole(shown)) {
            if column.saturating_add(cell.width) > area.width || area.height == 0 {
                break;
            }
            self.letter(area.x + column, area.y, &cell.shown, cell.width, style);
            column += cell.width;
        }
        column
    }

    /// As [`Canvas::text`], cut to `room` cells with a sign where something is cut.
    pub(super) fn clipped(&mut self, area: Area, column: u16, room: u16, shown: &str, style: Style) -> u16 {
        let room = room.min(area.width.saturating_sub(column));
        self.text(area, column, &clip(shown, usize::from(room)), style)
    }

    /// Writes `shown` at the right end of the first row of `area`, where it fits. Gives the column that it begins at.
    pub(super) fn right(&mut self, area: Area, shown: &str, style: Style) -> u16 {
        let Some(start) = area.width.checked_sub(width(shown) as u16) else { return area.width };
        self.text(area, start, shown, style);
        start
    }

    /// Writes one letter that is `width` cells wide; a mark of several characters takes a cell for each.
    pub(super) fn letter(&mut self, x: u16, y: u16, shown: &str, width: u16, style: Style) {
        if width > 2 || (width == 2 && shown.is_ascii()) {
            let mut buffer = [0; 4];
            for (x, character) in (x..).zip(shown.chars()) {
                self.letter(x, y, character.encode_utf8(&mut buffer), 1, style);
            }
            return;
        }
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.set_symbol(self.letters.written(shown)).set_style(style);
        }
        for covered in 1..width {
            if let Some(cell) = self.buffer.cell_mut((x.saturating_add(covered), y)) {
                cell.set_symbol(" ").set_style(style);
            }
        }
    }

    fn each(&mut self, area: Area, mut change: impl FnMut(&mut ratatui::buffer::Cell)) {
        for y in area.y..area.bottom() {
            for x in area.x..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    change(cell);
                }
            }
        }
    }
}

/// The row of `area` that is `below` its first one.
pub(super) const fn row(area: Area, below: usize) -> Area {
    Area::new(area.x, area.y.saturating_add(below as u16), area.width, 1)
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::Canvas;
    use crate::app::Area;
    use crate::ui::glyphs::Letters;

    #[track_caller]
    fn check(shown: &str, width: u16, expected: &str) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let mut canvas = Canvas::new(&mut buffer, Letters::All);
        canvas.text(Area::new(0, 0, 12, 1), 0, "............", Style::new());
        canvas.text(Area::new(1, 0, width, 1), 0, shown, Style::new());
        let written: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(written, expected, "{shown:?}");
    }

    #[test]
    fn nothing_leaves_its_area() {
        check("abc", 5, ".abc........");
        check("abcdef", 3, ".abc........");
        check("漢字漢", 5, ".漢 字 .......");
        check("\u{202e}x", 10, ".<U+202E>x..");
        check("\u{1b}[0m", 3, ".^[[........");
    }
}
