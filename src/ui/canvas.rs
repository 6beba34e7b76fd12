//! [`Canvas`]: writes visible text into cells, a grapheme at a time, never past an area's edge.

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::Area;
use crate::text::width;

/// The frame's cells.
pub(super) struct Canvas<'b> {
    buffer: &'b mut Buffer,
}

impl<'b> Canvas<'b> {
    pub(super) const fn new(buffer: &'b mut Buffer) -> Self {
        Self { buffer }
    }

    /// Writes `shown` into the first row of `area` from its column `column` on; what does not fit is left out. Gives the
    /// column after the last cell written. `shown` must be visible text.
    pub(super) fn text(&mut self, area: Area, column: u16, shown: &str, style: Style) -> u16 {
        let mut column = column;
        for grapheme in shown.graphemes(true) {
            let cells = width(grapheme) as u16;
            if column + cells > area.width {
                break;
            }
            self.cell(area.x + column, area.y, grapheme, cells, style);
            column += cells;
        }
        column
    }

    /// Writes one grapheme of that width.
    pub(super) fn cell(&mut self, x: u16, y: u16, grapheme: &str, cells: u16, style: Style) {
        if let Some(cell) = self.buffer.cell_mut((x, y)).filter(|_| cells > 0) {
            cell.set_symbol(grapheme).set_style(style);
        }
        for covered in 1..cells {
            if let Some(cell) = self.buffer.cell_mut((x + covered, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
}
