//! How fast names are found: words a second on one core, over articles made up for it.
//!
//! The articles are drawn from patterns with a fixed seed: about a fifth of their words are capitalized, as in news.

use std::io::{self, Write};
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::extract::names_in;
use crate::model::Document;

use super::random::Random;

/// Articles, sentences of each, and how often all are read. The best time counts: the rest is what others did on the machine.
const ARTICLES: usize = 400;
const SENTENCES: usize = 30;
const ROUNDS: usize = 5;

/// Prints words a second, with the processor's time that they took.
///
/// # Errors
/// When nothing can be told.
pub fn speed(out: &mut impl Write) -> io::Result<()> {
    let mut random = Random::new(11);
    let articles: Vec<Document> = (0..ARTICLES).map(|_| Document::of_body(&article(&mut random))).collect();
    let words: usize = articles.iter().map(|article| article.text.split_whitespace().count()).sum();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    // The lists are read once, at the first use.
    let found: usize = articles.iter().map(|article| names_in(article).len()).sum();
    let rounds = (0..ROUNDS).map(|_| {
        let start = processor_time();
        let again: usize = articles.iter().map(|article| names_in(article).len()).sum();
        debug_assert_eq!(again, found);
        processor_time() - start
    });
    let best = rounds.min().unwrap_or_default().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    let rate = words as f64 / best;
    writeln!(out, "{words} words, {bytes} bytes, {found} names")?;
    writeln!(out, "{:.1} ms of processor time, {rate:.0} words a second", best * 1000.0)
}

/// What this process has used of the processor.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

fn article(random: &mut Random) -> String {
    let mut text = String::new();
    let cast: [String; 4] = std::array::from_fn(|_| format!("{} {}", pick(random, GIVEN), made_up(random)));
    let bodies: [String; 2] = std::array::from_fn(|_| format!("{} {}", made_up(random), pick(random, BODIES)));
    for number in 0..SENTENCES {
        let person = pick(random, &cast);
        let surname = person.rsplit(' ').next().unwrap_or_default();
        let (body, place) = (pick(random, &bodies).as_str(), *pick(random, PLACES));
        let sentence = pick(random, PATTERNS)
            .replace("{person}", person)
            .replace("{surname}", surname)
            .replace("{body}", body)
            .replace("{place}", place);
        text.push_str(&sentence);
        text.push_str(if number % 3 == 2 { "\n\n" } else { " " });
    }
    text
}

fn pick<'l, T>(random: &mut Random, list: &'l [T]) -> &'l T {
    &list[random.draw() as usize % list.len()]
}

fn made_up(random: &mut Random) -> String {
    let end = pick(random, ENDS);
    format!("{}{}{end}", pick(random, BEGINNINGS), pick(random, MIDDLES))
}

const GIVEN: &[&str] = &["Ada", "Tomas", "Ingrid", "Rashid", "Mei", "Paulo", "Helena", "Viktor"];
const BEGINNINGS: &[&str] = &["Ver", "Kal", "Mor", "Bren", "Tar", "Os", "Lind", "Hal", "Rov", "Zem"];
const MIDDLES: &[&str] = &["a", "o", "e", "ing", "ov", "en"];
const ENDS: &[&str] = &["worth", "ski", "mann", "ley", "dale", "ric", "burg", "ford"];
const BODIES: &[&str] = &["Harbour Company", "Bank", "Workers Union", "Institute", "Shipping Corp", "Council"];
const PLACES: &[&str] = &["Norland", "Geneva", "Ohio", "Lagos", "Tallinn", "Peru", "Glasgow", "Kyoto"];
const PATTERNS: &[&str] = &[
    "{person}, who had led the talks since the spring, said on Tuesday that nothing had been signed yet.",
    "The {body} declined to say whether it had been asked about the matter before the vote was taken.",
    "In {place}, crowds gathered outside the building and waited for hours while the rain kept falling.",
    "\"We never saw the letter,\" {surname} told reporters after the hearing, \"and nobody told us that it was there.\"",
    "Officials in {place} said that the decision would be made public once the lawyers had read all of it.",
    "It was not clear how many people had been hurt, but at least two were taken to a hospital nearby.",
    "{surname} met {person} at a hotel in {place} on March 3, according to two people who know of it.",
    "A spokesman for the {body} said the figures, which rose by 12 percent, were better than it had hoped.",
    "The money had come from an account that was opened years ago and then left alone until last summer.",
    "Prices fell again on Friday, and traders said that they did not expect them to recover before the autumn.",
    "Gen. {surname} was asked to leave the {body} after the report came out, and he has not spoken since.",
    "Neighbours described a quiet man who kept to himself and was seldom seen with anybody else.",
];

#[cfg(test)]
mod tests {
    use super::{Random, article};

    #[test]
    fn the_same_seed_gives_the_same_articles() {
        let made = || article(&mut Random::new(3));
        assert_eq!(made(), made());
        assert!(made().split_whitespace().count() > 300);
    }
}
