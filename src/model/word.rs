//! [`Word`]: a word out of the program's own lists.

use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// A word out of the program's own lists: the name of a rule, a class, a role, a nation. Kept on disk as text.
pub type Word = &'static str;

/// The lists hold far fewer words.
const MOST_WORDS: usize = 20_000;

/// The words that have been read back: each is kept once, as long as the program runs.
static KNOWN: LazyLock<Mutex<HashSet<Word>>> = LazyLock::new(Mutex::default);

/// Reads a word back. For serde's `deserialize_with`.
pub(super) fn word<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    known(<&str>::deserialize(from)?).ok_or_else(|| D::Error::custom("too many words"))
}

/// As [`word`], where there may be none.
pub(super) fn open_word<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Word>, D::Error> {
    let text = <Option<&str>>::deserialize(from)?;
    text.map(|text| known(text).ok_or_else(|| D::Error::custom("too many words"))).transpose()
}

fn known(text: &str) -> Option<Word> {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(word) = known.get(text) {
        return Some(word);
    }
    (known.len() < MOST_WORDS).then(|| {
        let word: Word = String::leak(text.to_owned());
        known.insert(word);
        word
    })
}
