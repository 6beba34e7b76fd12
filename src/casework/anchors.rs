//! Anchors: a place in a text, kept so that it is found again after the text has changed, or not at all.
//!
//! Only the very words count: nothing is matched approximately. A place is found where exactly one stretch with the same
//! words shows by what stands around it that it is the old one; in doubt it is an orphan, for a note beside the wrong words
//! is worse than a note in the list of orphans.

use crate::model::{ContentHash, Document, DocumentRef, Orphan, Rivals, TextAnchor};
use crate::text::Span;

use super::shelf::Shelf;

/// Characters kept before and after the words, as Hypothesis keeps them.
const CONTEXT: usize = 32;
/// So many characters of the words' own sentence must be the same, at least: "the minister" stands before many a name.
const EVIDENCE: u32 = 24;
/// So many characters speak for themselves, if they stood at one place only.
const LONG_QUOTE: u32 = 60;

/// The anchor of a place in a document; `None` where there are no words.
pub fn anchor(document: &Document, span: Span) -> Option<TextAnchor> {
    let text = &*document.text;
    let quote = span.of(text);
    if quote.is_empty() {
        return None;
    }
    let (before, after) = around(text, span);
    let start = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(offset, _)| offset);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(offset, _)| offset);
    let prefix = before.get(start..).unwrap_or_default();
    let suffix = after.get(..end).unwrap_or_default();
    let others = places(text, quote).filter(|place| place.start != span.start);
    let rivals = others.map(|place| sides(text, place, prefix, suffix)).fold(None, |most, (before, after)| {
        let most: Rivals = most.unwrap_or_default();
        Some(Rivals { before: most.before.max(before.same), after: most.after.max(after.same) })
    });
    Some(TextAnchor {
        document: reference(document),
        start: span.start,
        end: span.end,
        quote: quote.to_owned(),
        prefix: prefix.to_owned(),
        suffix: suffix.to_owned(),
        rivals,
    })
}

/// What a document is found again by.
pub fn reference(document: &Document) -> DocumentRef {
    DocumentRef { sha256: ContentHash::from(document), file: document.file.clone() }
}

/// Where the words of an anchor stand now.
///
/// # Errors
/// Why the place is not found, or not for certain.
pub fn locate<'d>(anchor: &TextAnchor, shelf: &Shelf<'d>) -> Result<(&'d Document, Span), Orphan> {
    let document = shelf.find(&anchor.document).ok_or(Orphan::DocumentGone)?;
    let unchanged = ContentHash::from(document) == anchor.document.sha256;
    if unchanged && anchor.span().of(&document.text) == anchor.quote {
        return Ok((document, anchor.span()));
    }
    search(anchor, &document.text).map(|span| (document, span))
}

/// The one place in a changed text that shows by what stands around it that it is the old one.
fn search(anchor: &TextAnchor, text: &str) -> Result<Span, Orphan> {
    if anchor.quote.is_empty() {
        return Err(Orphan::WordsGone);
    }
    let words = anchor.quote.chars().count() as u32;
    let speaks_for_itself = anchor.rivals.is_none() && words >= LONG_QUOTE;
    let is_convincing = |place: &Span| {
        let (before, after) = sides(text, *place, &anchor.prefix, &anchor.suffix);
        speaks_for_itself || convinces(before, anchor, after)
    };
    let mut convincing = places(text, &anchor.quote).filter(is_convincing);
    match (convincing.next(), convincing.next()) {
        (Some(place), None) => Ok(place),
        (Some(_), Some(_)) => Err(Orphan::Ambiguous),
        (None, _) if places(text, &anchor.quote).next().is_some() => Err(Orphan::ContextGone),
        (None, _) => Err(Orphan::WordsGone),
    }
}

/// Whether what stands around the words of `anchor` shows that they are the old ones: enough of their sentence on one side, or
/// all of it on both. What the neighbouring sentences say does not count, for a sentence may be replaced by one that begins
/// the same. Words that stood at several places must be told from the others on both sides, for one like them may have taken
/// their place; and words of several sentences need evidence at both ends, for either sentence may be gone.
fn convinces(before: Side, anchor: &TextAnchor, after: Side) -> bool {
    let rivals = anchor.rivals.unwrap_or_default();
    let (tells_before, tells_after) = (before.same > rivals.before, after.same > rivals.after);
    if anchor.rivals.is_some() && !(tells_before && tells_after) {
        return false;
    }
    let words = anchor.quote.chars().count() as u32;
    let is_whole = before.is_whole() && after.is_whole() && before.sentence + words + after.sentence >= EVIDENCE;
    let is_of_several = anchor.quote.trim_end_matches(ends_sentence).contains(ends_sentence);
    let is_evident = if is_of_several {
        before.is_evident() && after.is_evident()
    } else {
        before.is_evident() || after.is_evident()
    };
    is_evident || is_whole && (tells_before || tells_after)
}

/// Abbreviations end no sentence, but to take them for an end only asks for more evidence.
const fn ends_sentence(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '\n')
}

/// Where `quote` stands. Of places that overlap only the first counts, which keeps the search linear.
fn places<'t>(text: &'t str, quote: &'t str) -> impl Iterator<Item = Span> + 't {
    text.match_indices(quote).map(|(start, found)| Span::from(start..start + found.len()))
}

fn around(text: &str, span: Span) -> (&str, &str) {
    (Span::new(0, span.start).of(text), Span::new(span.end, Span::whole(text).end).of(text))
}

/// What an anchor kept of one side of its words, compared with what stands there now.
#[derive(Clone, Copy)]
struct Side {
    /// So many characters are the same, counted from the words.
    same: u32,
    /// So many belong to the sentence of the words, its end included.
    sentence: u32,
}

impl Side {
    const fn is_whole(self) -> bool {
        self.same >= self.sentence
    }

    /// Whether enough of the sentence is the same.
    fn is_evident(self) -> bool {
        self.same.min(self.sentence) >= EVIDENCE
    }
}

/// Compares `prefix` and `suffix` with what stands before and after a place.
fn sides(text: &str, place: Span, prefix: &str, suffix: &str) -> (Side, Side) {
    let (before, after) = around(text, place);
    (side(prefix.chars().rev(), before.chars().rev()), side(suffix.chars(), after.chars()))
}

/// Where the text ended when the anchor was made and ends now, the end counts as a character.
fn side(kept: impl Iterator<Item = char> + Clone, mut now: impl Iterator<Item = char>) -> Side {
    let length = kept.clone().count();
    let border = kept.clone().position(ends_sentence);
    let same = kept.take_while(|character| now.next() == Some(*character)).count();
    let both_end_here = same == length && length < CONTEXT && now.next().is_none();
    Side { same: same as u32 + u32::from(both_end_here), sentence: border.map_or(length, |border| border + 1) as u32 }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use sha2::{Digest as _, Sha256};

    use super::{anchor, locate};
    use crate::casework::shelf::Shelf;
    use crate::casework::test_data::document;
    use crate::model::Orphan;
    use crate::text::Span;

    const TEXT: &str =
        "Ms. Berg left the harbour at nine. The clerk saw Ms. Berg leave and wrote it down.\nNobody else did.\n";

    /// Anchors the `nth` place of `quote` in `before`; `after` shows where it must be found, in brackets.
    fn check(before: &str, quote: &str, nth: usize, after: &str, expected: Result<(), Orphan>) {
        let start = before.match_indices(quote).nth(nth).unwrap().0;
        let made = anchor(&document("a.txt", before), Span::from(start..start + quote.len())).unwrap();
        let bracket = after.find('[');
        let now = document("a.txt", &after.replace(['[', ']'], ""));
        let documents = [now];
        let found = locate(&made, &Shelf::new(&documents));
        let place = found.map(|(_, span)| (span.start as usize, span.of(&documents[0].text).to_owned()));
        assert_eq!(place, expected.map(|()| (bracket.unwrap(), quote.to_owned())), "{made:?}");
    }

    #[test]
    fn an_unchanged_text_is_never_searched() {
        check(TEXT, "Berg", 1, &TEXT.replace("Ms. Berg leave", "Ms. [Berg] leave"), Ok(()));
        check("a a a a", "a", 2, "a a [a] a", Ok(()));
    }

    #[test]
    fn words_are_found_where_what_stands_around_them_is_the_same() {
        let above = "A paragraph of ours above.\n\nMs. Berg left the harbour at ten. The clerk saw Ms. [Berg] leave and wrote it down.\n";
        check(TEXT, "Berg", 1, above, Ok(()));
        let sentence = "The clerk saw Ms. Berg leave and wrote it down in a book of hers.";
        check(&format!("Early.\n{sentence} Then"), sentence, 0, &format!("Late.\n[{sentence}] So"), Ok(()));
    }

    #[test]
    fn the_other_one_is_never_taken_for_a_place_that_is_gone() {
        check(TEXT, "Berg", 1, "Ms. Berg left the harbour at nine. The clerk slept.\n", Err(Orphan::ContextGone));
        check(TEXT, "Berg", 0, "The clerk saw Ms. Berg leave and wrote it down.", Err(Orphan::ContextGone));
    }

    #[test]
    fn what_was_alike_from_the_start_is_not_told_apart() {
        let line = "Share this page with a friend of yours today\n";
        let twice = format!("{line}{line}{line}{line}{line}");
        check(&twice, "friend", 2, &format!("{twice}!"), Err(Orphan::ContextGone));
    }

    #[test]
    fn a_line_that_took_the_place_of_one_like_it_is_another() {
        let line = "Share this page with a friend\n";
        let before = format!("The harbour is closed\n{line}\nA clerk said so.\n{line}The Gazette\n");
        let after = format!("The harbour is closed\n{line}Divers found cracks.\n");
        check(&before, "page", 0, &after, Err(Orphan::ContextGone));
        check(&before, "page", 0, &format!("Early.\n{}", before.replacen("page", "[page]", 1)), Ok(()));
    }

    #[test]
    fn words_of_two_sentences_need_evidence_at_both_ends() {
        let before = "She had warned them that the piles were too short. \"I saw the letter on the desk,\" he said.\n";
        let after = "She had warned them that the piles were too short. \"I saw the letter,\" Mr. Holm said.\n";
        let quote = "short. \"I saw the letter";
        check(before, quote, 0, after, Err(Orphan::ContextGone));
        let kept = format!("Early.\n{}", before.replace(quote, &format!("[{quote}]")));
        check(before, quote, 0, &kept, Ok(()));
    }

    #[test]
    fn a_copy_makes_it_ambiguous() {
        let sentence = "At nine the clerk saw Ms. Berg leave, and she wrote it down. ";
        check(sentence, "Berg", 0, &format!("{sentence}{sentence}"), Err(Orphan::Ambiguous));
    }

    #[test]
    fn gone_words_and_documents_are_said_to_be_gone() {
        check(TEXT, "Berg", 0, "Nobody else did.\n", Err(Orphan::WordsGone));
        let made = anchor(&document("a.txt", TEXT), Span::new(4, 8)).unwrap();
        assert_eq!(locate(&made, &Shelf::new(&[document("b.txt", "Ms. Berg.")])).err(), Some(Orphan::DocumentGone));
        assert!(anchor(&document("a.txt", TEXT), Span::new(4, 4)).is_none());
        assert!(anchor(&document("a.txt", TEXT), Span::new(900, 908)).is_none());
    }

    #[test]
    fn a_document_that_was_moved_is_known_by_what_is_in_it() {
        let made = anchor(&document("a.txt", TEXT), Span::new(4, 8)).unwrap();
        let documents = [document("a.txt", "Something else."), document("moved/b.txt", TEXT)];
        let found = locate(&made, &Shelf::new(&documents)).map(|(document, span)| (document.file.clone(), span));
        assert_eq!(found, Ok(("moved/b.txt".to_owned(), Span::new(4, 8))));
    }

    #[test]
    fn contexts_are_counted_in_characters() {
        let text = format!("{}Ærø{}", "é".repeat(40), "ñ".repeat(40));
        let made = anchor(&document("a.txt", &text), Span::from(80..85)).unwrap();
        assert_eq!((made.quote.as_str(), made.prefix.chars().count(), made.suffix.chars().count()), ("Ærø", 32, 32));
        assert_eq!(made.document.sha256.0, <[u8; 32]>::from(Sha256::digest(text.as_bytes())));
    }

    #[test]
    fn long_monotonous_texts_are_no_trap() {
        let text = "ab".repeat(500_000);
        let made = anchor(&document("a.txt", &text), Span::new(1000, 1002)).unwrap();
        let changed = [Arc::clone(&document("a.txt", &format!("{text}c")))];
        assert_eq!(locate(&made, &Shelf::new(&changed)).err(), Some(Orphan::ContextGone));
    }
}
