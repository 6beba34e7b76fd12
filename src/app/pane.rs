//! [`Pane`]: the five panes by name and number.

/// A pane, by the number in its title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The documents.
    Documents,
    /// One document's text.
    Reader,
    /// People, organizations and places.
    #[default]
    Entities,
    /// Events by date.
    Timeline,
    /// The passages of the target, keyword in context.
    Passages,
}

impl Pane {
    /// All panes, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Documents, Self::Reader, Self::Entities, Self::Timeline, Self::Passages];

    /// Its number, from 1.
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documents => "Documents",
            Self::Reader => "Reader",
            Self::Entities => "Entities",
            Self::Timeline => "Timeline",
            Self::Passages => "Passages",
        }
    }
}
