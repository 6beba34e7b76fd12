//! [`Compare`]: two documents beside each other.

use super::reading::Reading;

/// Two documents beside each other.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// Left and right, or upper and lower.
    pub columns: [Reading; 2],
    /// What each of them says, where two accounts of an event are compared: in full, and ever shorter.
    pub says: [Vec<String>; 2],
    /// The column in focus: 0 or 1.
    pub active: usize,
}

impl Compare {
    /// The column in focus.
    pub fn active(&self) -> &Reading {
        let [left, right] = &self.columns;
        if self.active == 0 { left } else { right }
    }

    /// The column in focus.
    pub fn active_mut(&mut self) -> &mut Reading {
        let [left, right] = &mut self.columns;
        if self.active == 0 { left } else { right }
    }
}
