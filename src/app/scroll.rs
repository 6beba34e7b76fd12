//! [`Scroll`]: the cursor of a list and the row that its window begins with.

use super::commands::Move;

/// Rows that stay in sight above and below the cursor where there is room.
const MARGIN: usize = 2;

/// The cursor of a list and the first row in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The row under the cursor.
    pub cursor: usize,
    /// The first row in sight.
    pub top: usize,
}

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the end.
    Down,
    /// Towards the beginning.
    Up,
}

impl Move {
    /// Which way it goes.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Down | Self::HalfDown | Self::PageDown | Self::Last => Direction::Down,
            Self::Up | Self::HalfUp | Self::PageUp | Self::First => Direction::Up,
        }
    }

    /// The row that it goes to from `row`, of `rows`, in a window of `height`.
    pub fn step(self, row: usize, rows: usize, height: usize) -> usize {
        let page = height.saturating_sub(1).max(1);
        let half = (height / 2).max(1);
        let to = match self {
            Self::Down => row.saturating_add(1),
            Self::Up => row.saturating_sub(1),
            Self::HalfDown => row.saturating_add(half),
            Self::HalfUp => row.saturating_sub(half),
            Self::PageDown => row.saturating_add(page),
            Self::PageUp => row.saturating_sub(page),
            Self::First => 0,
            Self::Last => rows,
        };
        to.min(rows.saturating_sub(1))
    }
}

impl Scroll {
    /// Puts the cursor into the list and the window around the cursor.
    pub fn settle(&mut self, rows: usize, height: usize) {
        self.cursor = self.cursor.min(rows.saturating_sub(1));
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        let lowest = (self.cursor + margin + 1).saturating_sub(height);
        let highest = self.cursor.saturating_sub(margin);
        self.top = self.top.clamp(lowest.min(highest), highest).min(rows.saturating_sub(height));
    }

    /// Turns the wheel by `lines`; the cursor stays in sight.
    pub fn wheel(&mut self, direction: Direction, lines: usize, rows: usize, height: usize) {
        let last_top = rows.saturating_sub(height);
        self.top = match direction {
            Direction::Down => self.top.saturating_add(lines).min(last_top),
            Direction::Up => self.top.saturating_sub(lines),
        };
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        let lowest = if self.top == 0 { 0 } else { self.top + margin };
        let highest = if self.top == last_top { rows } else { self.top + height - margin }.saturating_sub(1);
        self.cursor = self.cursor.clamp(lowest, highest.max(lowest)).min(rows.saturating_sub(1));
    }

    /// The rows in sight.
    pub fn window(&self, rows: usize, height: usize) -> std::ops::Range<usize> {
        let top = self.top.min(rows);
        top..(top + height).min(rows)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Direction, Scroll};
    use crate::app::commands::Move;

    proptest! {
        #[test]
        fn the_cursor_is_always_in_sight(
            rows in 0_usize..60,
            height in 1_usize..20,
            steps in prop::collection::vec(0_usize..10, 0..30),
        ) {
            let moves = [Move::Down, Move::Up, Move::HalfDown, Move::HalfUp, Move::PageDown, Move::PageUp, Move::First, Move::Last];
            let mut scroll = Scroll::default();
            for step in steps {
                match moves.get(step) {
                    Some(movement) => scroll.cursor = movement.step(scroll.cursor, rows, height),
                    None if step == 8 => scroll.wheel(Direction::Down, 3, rows, height),
                    None => scroll.wheel(Direction::Up, 3, rows, height),
                }
                scroll.settle(rows, height);
                prop_assert!(rows == 0 || scroll.window(rows, height).contains(&scroll.cursor), "{:?}", scroll);
                prop_assert!(scroll.top + height <= rows.max(height), "{:?} leaves rows unused", scroll);
            }
        }
    }
}
