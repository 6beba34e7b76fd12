//! Whether a stretch stands in quotation marks.

use crate::model::Given;
use crate::text::Span;

/// Bytes before a stretch in which its opening mark is looked for.
const REACH: u32 = 4000;

/// How `text` gives the stretch at `span`: quoted where a quotation was opened before it, in its paragraph, and not closed.
pub(super) fn given(text: &str, span: Span) -> Given {
    let start = text.floor_char_boundary(span.start.saturating_sub(REACH) as usize) as u32;
    let before = Span::new(start, span.start).of(text);
    let paragraph = before.rsplit("\n\n").next().unwrap_or_default();
    let is_open = paragraph.chars().fold(false, |is_open, character| match character {
        '“' | '«' | '„' => true,
        '”' | '»' => false,
        '"' => !is_open,
        _ => is_open,
    });
    if is_open { Given::Quoted } else { Given::Plainly }
}

#[cfg(test)]
mod tests {
    use super::given;
    use crate::model::Given;
    use crate::text::Span;

    fn check(text: &str, expected: Given) {
        let start = text.find("left").unwrap() as u32;
        assert_eq!(given(text, Span::new(start, start + 4)), expected, "{text}");
    }

    #[test]
    fn marks_open_and_close() {
        check("He said: “They left.”", Given::Quoted);
        check("“No,” he said. They left.", Given::Plainly);
        check("\"No,\" he said, \"they left.\"", Given::Quoted);
        check("\"No,\" he said. They left.", Given::Plainly);
        check("“An open mark of another paragraph.\n\nThey left.", Given::Plainly);
        check("left", Given::Plainly);
    }
}
