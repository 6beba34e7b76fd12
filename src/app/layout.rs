//! Where everything stands: one pure function from the size and the state to areas.

use super::geometry::{Area, Size};
use super::state::State;

/// The areas of a frame. They never overlap and never leave the frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The line at the top.
    pub header: Area,
    /// What is between.
    pub body: Area,
    /// The line at the bottom.
    pub footer: Area,
}

/// The areas of a frame of `size`; all empty where it is too small.
pub fn layout(size: Size, _state: &State) -> Layout {
    if !size.is_enough() {
        return Layout::default();
    }
    let (header, rest) = size.area().split_rows(1);
    let (body, footer) = rest.split_rows(rest.height - 1);
    Layout { header, body, footer }
}
