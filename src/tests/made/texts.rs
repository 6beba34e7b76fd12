//! Articles as many as asked for: words by Zipf's law, the commonest the ones that English is held together by, and people's names.

use super::names::{Person, Spelling, people};
use super::random::Random;

const COMMON: &str = include_str!("../../gazetteer/common_words.txt");

/// The commonest words, most common first.
pub const STOP_WORDS: &[&str] = &[
    "the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "on", "with", "as", "by", "at", "he", "said",
    "it", "his", "from", "be", "not", "had", "have", "this", "which", "were", "are", "they", "who",
];
/// Words in all.
const WORDS: usize = 60_000;
/// People who are named.
const PEOPLE: usize = 5_000;
/// One of so many words is a name.
const NAME_EVERY: usize = 30;
/// Words a sentence, sentences a paragraph, bytes an article.
const SENTENCE: usize = 22;
const PARAGRAPH: usize = 4;
const ARTICLE: usize = 4_300;

/// Made articles, and who is named in them.
pub struct Texts {
    pub texts: Vec<String>,
    pub people: Vec<Person>,
}

impl Texts {
    /// Articles of so many bytes in all.
    pub fn new(bytes: usize, random: &mut Random) -> Self {
        let people = people(PEOPLE, random);
        let words = words(random);
        let by_rank = Ranks::new(words.len());
        let by_mentions = Ranks::new(people.len());
        let mut texts = Vec::new();
        let mut all = 0;
        while all < bytes {
            let text = article(&words, &by_rank, &people, &by_mentions, random);
            all += text.len();
            texts.push(text);
        }
        Self { texts, people }
    }

    pub fn bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}

/// The words, most common first: those of the lists, then made ones.
fn words(random: &mut Random) -> Vec<String> {
    let lines = COMMON.lines().filter(|line| !line.starts_with('#'));
    let mut listed: Vec<&str> =
        lines.flat_map(str::split_whitespace).filter(|word| !STOP_WORDS.contains(word)).collect();
    for at in (1..listed.len()).rev() {
        listed.swap(at, random.below(at + 1));
    }
    let spelling = Spelling::new(listed.iter().copied());
    let mut words: Vec<String> = STOP_WORDS.iter().copied().chain(listed).map(str::to_owned).collect();
    while words.len() < WORDS {
        words.push(spelling.word(random).to_lowercase());
    }
    words
}

fn article(words: &[String], by_rank: &Ranks, people: &[Person], by_mentions: &Ranks, random: &mut Random) -> String {
    let mut text = String::with_capacity(ARTICLE + 500);
    let mut count = 0;
    while text.len() < ARTICLE {
        let starts = count % SENTENCE == 0;
        if starts && count > 0 {
            text.pop();
            text.push_str(if count % (SENTENCE * PARAGRAPH) == 0 { ".\n\n" } else { ". " });
        }
        count += 1;
        if random.below(NAME_EVERY) == 0 {
            text.push_str(&people[by_mentions.draw(random)].name());
        } else {
            let word = &words[by_rank.draw(random)];
            let first = word.chars().next().unwrap_or_default();
            text.push(if starts { first.to_ascii_uppercase() } else { first });
            text.push_str(&word[first.len_utf8()..]);
        }
        text.push_str(if random.below(14) == 0 { ", " } else { " " });
    }
    text
}

/// Ranks drawn by Zipf's law (Mandelbrot's form).
struct Ranks(Vec<u64>);

impl Ranks {
    fn new(count: usize) -> Self {
        let mut sum = 0;
        let weight = |rank: u64| 1_000_000_000 / (rank + 3);
        Self(
            (0..count as u64)
                .map(|rank| {
                    sum += weight(rank);
                    sum
                })
                .collect(),
        )
    }

    fn draw(&self, random: &mut Random) -> usize {
        let all = self.0.last().copied().unwrap_or(1);
        let drawn = random.draw() % all;
        self.0.partition_point(|sum| *sum <= drawn)
    }
}
