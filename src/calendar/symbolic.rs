//! [`Symbolic`]: a time as it is said, before the publication date is known.

use super::{Days, When};

/// A time as it is said ("Friday, looking back"; "one month before publication").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symbolic {
    /// It needs no publication date.
    Fixed(When),
}

impl Symbolic {
    /// What it comes to for an article published on one of `publication`: as precise as those days allow, never more.
    pub fn resolve(self, _publication: Days) -> When {
        match self {
            Self::Fixed(when) => when,
        }
    }
}
