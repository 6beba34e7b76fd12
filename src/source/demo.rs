//! The articles that the program brings along, so that a newcomer sees something at once.

/// File name and bytes of each.
pub fn demo() -> &'static [(&'static str, &'static [u8])] {
    &[]
}
