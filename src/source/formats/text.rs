//! Plain text and Markdown: the file is the text.

use super::super::decode::decode;
use super::super::reason::{Reason, SIZE_LIMIT};
use super::{Article, Format, Part, Room};

/// Text.
pub(super) struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text", "md", "markdown"]
    }

    fn largest(&self) -> u64 {
        SIZE_LIMIT
    }

    fn read(&self, bytes: &[u8], _: &mut Room) -> Result<Vec<Part>, Reason> {
        let decoded = decode(bytes)?;
        let notes = decoded.note.into_iter().collect();
        Ok(Part::whole(Article { text: decoded.text, notes, ..Article::default() }))
    }
}
