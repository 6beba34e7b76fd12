//! What stands inside quotation marks, and what is somebody's own words without them.

/// Whether quotation marks are open, word by word through a document.
#[derive(Default)]
pub(super) struct Quotation {
    is_open: bool,
    /// Paragraphs that have begun since they were opened.
    paragraphs: u32,
    /// Whether nothing of the paragraph has been read yet.
    is_at_start: bool,
}

/// Paragraphs that a quotation may go on through; longer ones were never closed.
const LONGEST: u32 = 3;

impl Quotation {
    /// A paragraph begins. A quotation that goes on is opened anew in each, and closed in the last.
    pub(super) const fn next_paragraph(&mut self) {
        self.is_at_start = true;
        self.paragraphs += 1;
        self.is_open = self.is_open && self.paragraphs <= LONGEST;
    }

    /// Reads a word or sign; whether it stands inside.
    pub(super) fn read(&mut self, word: &str) -> bool {
        let opens = match word {
            "\u{201C}" => true,
            "\u{201D}" => false,
            "\"" => !self.is_open || self.is_at_start,
            _ => self.is_open,
        };
        self.is_at_start = false;
        if opens && !self.is_open {
            self.paragraphs = 0;
        }
        self.is_open = opens;
        opens
    }
}

/// Whether the folded word is said of oneself: a passage with it is somebody's own words, quotation marks or not.
pub(super) fn is_own_word(folded: &str) -> bool {
    matches!(
        folded,
        "i" | "me" | "my" | "mine" | "myself" | "we" | "our" | "ours" | "i'm" | "i've" | "i'd" | "we've" | "we're"
    )
}
