//! Sizes and areas of the screen in cells. No drawing library's rectangles: the session knows none.

/// The size of the screen in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// The smallest screen that is drawn.
    pub const LEAST: Self = Self { width: 60, height: 16 };

    /// `width` columns and `height` rows.
    pub const fn new(width: u16, height: u16) -> Self {
        Self { width, height }
    }

    /// Whether the panes fit.
    pub const fn is_enough(self) -> bool {
        self.width >= Self::LEAST.width && self.height >= Self::LEAST.height
    }

    /// The whole screen.
    pub const fn area(self) -> Area {
        Area::new(0, 0, self.width, self.height)
    }
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// The rectangle at column `x`, row `y`.
    pub const fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self { x, y, width, height }
    }

    /// One past its last column.
    pub const fn right(self) -> u16 {
        self.x.saturating_add(self.width)
    }

    /// One past its last row.
    pub const fn bottom(self) -> u16 {
        self.y.saturating_add(self.height)
    }

    /// Whether it has no cell.
    pub const fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// Whether the cell lies in it.
    pub const fn holds(self, column: u16, row: u16) -> bool {
        self.x <= column && column < self.right() && self.y <= row && row < self.bottom()
    }

    /// What a border of one cell leaves.
    pub const fn inside(self) -> Self {
        Self::new(
            self.x.saturating_add(1),
            self.y.saturating_add(1),
            self.width.saturating_sub(2),
            self.height.saturating_sub(2),
        )
    }

    /// Its first `rows` rows and the rest.
    pub fn split_rows(self, rows: u16) -> (Self, Self) {
        let rows = rows.min(self.height);
        let top = Self { height: rows, ..self };
        (top, Self { y: self.y + rows, height: self.height - rows, ..self })
    }

    /// Its first `columns` columns and the rest.
    pub fn split_columns(self, columns: u16) -> (Self, Self) {
        let columns = columns.min(self.width);
        let left = Self { width: columns, ..self };
        (left, Self { x: self.x + columns, width: self.width - columns, ..self })
    }

    /// A rectangle of at most that size in its middle.
    pub fn middle(self, width: u16, height: u16) -> Self {
        let (width, height) = (width.min(self.width), height.min(self.height));
        Self::new(self.x + (self.width - width) / 2, self.y + (self.height - height) / 2, width, height)
    }
}
