//! Captions: the words under a picture. Pages print many of them twice, once for those who can't see the picture.

/// Bytes that a caption may have.
const LONGEST: usize = 400;
/// Bytes from which a repeated line is a caption and not a chorus.
const SHORTEST: usize = 20;
/// Bytes that the repetition may add: the photographer's name.
const CREDIT: usize = 120;

/// How a caption may begin.
const BEGINS: &[&str] = &[
    "photo:",
    "photo by ",
    "picture:",
    "pictured:",
    "caption:",
    "image caption",
    "photograph:",
    "file photo:",
    "(photo by ",
];

/// How it may end: with the agency or the photographer.
const ENDS: &[&str] = &[
    "(file photo)",
    "file photo",
    "file photo)",
    "/getty images",
    "/getty images)",
    "(getty images)",
    "/ap",
    "/ap)",
    "(ap photo)",
    "ap photo)",
    "/reuters",
    "/reuters)",
    "(reuters)",
    "/afp",
    "/afp)",
    "(courtesy photo)",
];

/// Lines that credit the picture whose caption stands before them.
const CREDITS: &[&str] =
    &["image:", "photo:", "photo credit:", "image credit:", "credit:", "photograph:", "picture:", "photo by "];

/// Whether a line of these folded words is a caption by itself.
pub(super) fn is_caption(folded: &str) -> bool {
    let words = folded.trim_end_matches('.');
    let holds_photo_credit =
        folded.contains("(ap photo/") || folded.contains("(photo by ") || folded.contains("(photo: ");
    folded.len() <= LONGEST
        && (BEGINS.iter().any(|start| words.starts_with(start))
            || ENDS.iter().any(|end| words.ends_with(end))
            || holds_photo_credit)
}

/// Whether a line of these folded words credits the picture of the caption before it.
pub(super) fn is_credit(folded: &str) -> bool {
    folded.len() <= CREDIT && CREDITS.iter().any(|start| folded.starts_with(start))
}

/// Whether the folded line `next` prints `first` again: with a credit after it, or word for word where `first` shows that it
/// belongs to a picture or `is_page` says that the text has a page's furniture. Elsewhere a line that is printed twice is evidence.
pub(super) fn repeats(first: &str, next: &str, is_page: bool) -> bool {
    let Some(credit) = next.strip_prefix(first).filter(|_| (SHORTEST..=LONGEST).contains(&first.len())) else {
        return false;
    };
    let is_picture = is_caption(first) || SIDES.iter().any(|side| first.contains(side));
    match credit.len() {
        0 => is_picture || is_page,
        1..=CREDIT => first.ends_with(['.', ')', '!', '?', '"']),
        _ => false,
    }
}

/// Where somebody stands in a picture.
const SIDES: &[&str] = &["(left)", "(right)", "(center)", "(centre)", ", left,", ", right,", ", center,", "pictured"];

#[cfg(test)]
mod tests {
    use super::{is_caption, repeats};
    use crate::text::fold;

    #[test]
    fn captions_show_by_their_credit() {
        for (line, expected) in [
            ("The harbour master at his desk (file photo)", true),
            ("Cranes at night. Ada Lind/Reuters", true),
            ("Photo: Ada Lind", true),
            ("The harbour (AP Photo/Ada Lind, File) in May.", true),
            ("The photo was sold to an agency.", false),
        ] {
            assert_eq!(is_caption(&fold(line)), expected, "{line:?}");
        }
    }

    #[test]
    fn a_repetition_may_add_a_credit() {
        let first = "the master (left) and his clerk at the quay.";
        assert!(repeats(first, first, false));
        assert!(repeats(first, &format!("{first} ada lind/coast news"), false));
        assert!(!repeats(first, &format!("{first} {}", "then he spoke of the ledger at length ".repeat(5)), false));
        assert!(!repeats("yes.", "yes.", true));
        assert!(repeats("the quay of the old harbour", "the quay of the old harbour", true));
        assert!(!repeats("[name not released] clerk", "[name not released] clerk", false));
        assert!(!repeats("harm to a pending case", "harm to a pending case, again", true));
    }
}
