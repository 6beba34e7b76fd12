//! Documents of our own for the tests of this room.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::model::{Act, Document, DocumentId, Subject};

use super::anchors::reference;

/// A document with that path and text.
pub(super) fn document(file: &str, text: &str) -> Arc<Document> {
    Arc::new(Document {
        id: DocumentId(0),
        file: file.to_owned(),
        sha256: Sha256::digest(text.as_bytes()).into(),
        ..Document::of_body(text)
    })
}

/// Articles with names, phrases and furniture that come back.
pub(super) const ARTICLES: &[&str] = &[
    "Harbour board hides a letter, clerk says\n\
     Share this page with a friend\n\n\
     A clerk of the harbour board has told the court that a letter by Ada Berg was kept in a drawer for three weeks. \
     Ms. Berg, who designed the new quay, had warned the board in December that the piles were too short. \
     \"I saw the letter on the chairman's desk,\" the clerk said, \"and then I never saw it again.\"\n\n\
     The board said that it had received no such letter. Its lawyer, Per Holm, called the account a misunderstanding. \
     Mr. Holm had met Ms. Berg on 3 May, a day before the vote, and again after it.\n\n\
     Ms. Berg did not answer a request for comment. Her office in Malmö said that she was travelling. \
     The quay, opened in June, has been closed since Friday.\n\n\
     Share this page with a friend\n\
     © The Harbour Gazette\n",
    "Three questions about the quay\n\
     Why was it closed? Divers found cracks in eleven of forty piles. The board learned of it on Thursday evening and \
     closed the quay on Friday, before the ferries came in.\n\
     Who knew? Ada Berg knew: her drawings say so. Whether the board knew is what the court wants to find out. The \
     clerk says that the board knew; the board says that it did not.\n\
     Who pays? The engineers are insured for less than half. The rest falls to the town, unless the court finds that \
     the board knew. Mr. Holm, who speaks for the board, would not say what the board will do then.\n\
     Read more: the quay, the board, the court. Read more: the ferries. Read more: Ada Berg.\n",
    "«Ikke i orden»: a night at the ferry landing\n\
     It rained. Nobody at the landing had heard of Ada Berg, and nobody had heard of a letter, but everybody had heard \
     the piles. \"They sing,\" said the night guard, an old man called Søren. \"They have been singing since June.\"\n\
     Søren wrote it into his book each night: «3.10, the piles sing.» He showed the book to the board in July, and to \
     Mr. Holm in August. Mr. Holm, he says, laughed, and gave the book back.\n\
     The book is now with the court. The court has read it aloud, page by page, for a whole morning. \
     \u{1F6A2} The ferries go on from the old landing until further notice.\n",
];

/// Sentences that an editor might add: the same names and phrases in other statements.
pub(super) const SENTENCES: &[&str] = &[
    "Ms. Berg, who designed two bridges as well, grew up by the sea.",
    "The board said that it would look into the matter.",
    "\"I saw the letter,\" Mr. Holm said later.",
    "Share this page with a friend",
    "A clerk of the court took the letter away.",
    "Who knew? Nobody asked Ada Berg.",
    "The clerk says that it was raining; the board says that it was dry.",
    "Read more: the letter.",
    "Søren did not laugh.",
    "Mr. Holm had met Ms. Berg in Oslo once.",
    "The quay, said Ada Berg, is safe.",
    "In August the board met again on Friday.",
];

/// A note with that text.
pub(super) fn note(text: &str) -> Act {
    Act::Note { on: Subject::Document(reference(&document("a.txt", "Ms. Berg left."))), text: text.to_owned() }
}
