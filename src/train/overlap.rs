//! Whether what is measured stands among what is learned from: stretches of words that both have.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use crate::extract::names::tagger::hash::Hash;
use crate::extract::names::tagger::lists::Ready;
use crate::extract::names::tagger::words::lower;
use crate::text::Token;

use super::article::Article;

/// Words of a stretch: so many in a row are hardly the same by chance.
const WORDS: usize = 12;

type Stretches = HashSet<u64, BuildHasherDefault<Ready>>;

/// The stretches of all that is learned from.
#[derive(Debug, Default)]
pub struct Learned(Stretches);

impl Learned {
    /// Of these articles.
    pub fn new<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        Self(articles.into_iter().flat_map(stretches).collect())
    }

    /// Which share of the stretches of measured articles is among them, in percent.
    #[expect(clippy::cast_precision_loss, reason = "a share to be read")]
    pub fn share(&self, measured: &[Article]) -> f64 {
        let all: Stretches = measured.iter().flat_map(stretches).collect();
        let shared = all.iter().filter(|stretch| self.0.contains(stretch)).count();
        100.0 * shared as f64 / all.len().max(1) as f64
    }
}

/// Hashes of all stretches of words in an article, case and signs left out.
fn stretches(article: &Article) -> Vec<u64> {
    let tokens: Vec<Token> = article.tokens().flatten().filter(Token::is_word).collect();
    let words: Vec<u64> = tokens.iter().map(|token| lower(token.of(&article.text))).collect();
    let hash = |stretch: &[u64]| stretch.iter().fold(Hash::new(5), |hash, word| hash.with(*word)).key();
    words.windows(WORDS).map(hash).collect()
}

#[cfg(test)]
mod tests {
    use super::Learned;
    use crate::train::article::Article;

    #[test]
    fn stretches_that_were_learned_are_told() {
        let of = |text: &str| Article::new(text.to_owned(), Vec::new());
        let told = "the harbour master said that no ship would leave before the ice had gone";
        let learned = Learned::new(&[of(told)]);
        let check = |measured: &str, share: f64| {
            assert!((learned.share(&[of(measured)]) - share).abs() < 0.1, "{measured}");
        };
        check(&told.to_uppercase(), 100.0);
        check("the harbour master said that no ship would leave before the ice had melted", 66.7);
        check("Nobody said that no ship would leave before the ice had gone, least of all he.", 0.0);
        check("", 0.0);
    }
}
