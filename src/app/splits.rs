//! [`Splits`]: where the reader has dragged the borders between panes to.
//!
//! Kept as shares, so that they hold at any size of the screen; each part keeps what it needs at least.

/// The borders that were dragged, each in thousandths of what its two sides share. `None` where the layout puts it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Splits {
    left: Option<u16>,
    right: Option<u16>,
    documents: Option<u16>,
    lower: Option<u16>,
}

/// A border between panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Border {
    /// Between Documents and Entities on the left and the rest.
    Left,
    /// Between the reader and a third column.
    Right,
    /// Between Documents and Entities.
    Documents,
    /// Above the lower one of two panes on the right.
    Lower,
}

/// A border that is held by the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grip {
    /// Which one.
    pub border: Border,
    /// Cells of its first side from the one that is held on: one where its last cell is held, none where the second's first is.
    pub ahead: u16,
}

/// What two sides need at least, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Least(pub u16, pub u16);

impl Splits {
    /// How many of `whole` cells the first side of a border has: its share, else `usual`.
    pub fn first(&self, border: Border, whole: u16, usual: u16, least: Least) -> u16 {
        let wanted = self.share(border).map_or(usual, |share| {
            let cells = (u32::from(share) * u32::from(whole) + 500) / 1000;
            u16::try_from(cells).unwrap_or(u16::MAX)
        });
        let most = whole.saturating_sub(least.1);
        wanted.clamp(least.0.min(most), most)
    }

    /// Gives the first side of a border so many of `whole` cells.
    pub(super) fn put(&mut self, border: Border, cells: u16, whole: u16) {
        let (cells, whole) = (u32::from(cells.min(whole)), u32::from(whole.max(1)));
        let share = u16::try_from((cells * 1000 + whole / 2) / whole).unwrap_or(1000);
        *self.place(border) = Some(share);
    }

    const fn share(&self, border: Border) -> Option<u16> {
        match border {
            Border::Left => self.left,
            Border::Right => self.right,
            Border::Documents => self.documents,
            Border::Lower => self.lower,
        }
    }

    const fn place(&mut self, border: Border) -> &mut Option<u16> {
        match border {
            Border::Left => &mut self.left,
            Border::Right => &mut self.right,
            Border::Documents => &mut self.documents,
            Border::Lower => &mut self.lower,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Border, Least, Splits};

    #[test]
    fn a_border_stays_where_it_was_put() {
        for whole in 60..400 {
            for cells in 10..whole - 10 {
                let mut splits = Splits::default();
                splits.put(Border::Left, cells, whole);
                assert_eq!(splits.first(Border::Left, whole, 0, Least(10, 10)), cells, "of {whole}");
            }
        }
    }

    #[test]
    fn each_side_keeps_what_it_needs() {
        let mut splits = Splits::default();
        assert_eq!(splits.first(Border::Lower, 30, 12, Least(4, 5)), 12);
        splits.put(Border::Lower, 0, 30);
        assert_eq!(splits.first(Border::Lower, 30, 12, Least(4, 5)), 4);
        splits.put(Border::Lower, 99, 30);
        assert_eq!(splits.first(Border::Lower, 30, 12, Least(4, 5)), 25);
        assert_eq!(splits.first(Border::Lower, 3, 12, Least(4, 5)), 0);
    }
}
