//! How fast the full-text index is made and asked: `cargo bench --bench search`.
//!
//! 100 MB of made articles, the same in each run: megabytes of text a second of processor time while the index is made, its size,
//! and the processor time of phrases of two words, from the words to every place.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a bench may fail loudly")]

#[path = "../made/mod.rs"]
mod made;

use std::io::{self, Write};
use std::time::Duration;

use made::names::drawn_by_mentions;
use made::random::Random;
use made::texts::Texts;
use redstring::corpus::SearchIndex;
use rustix::time::{ClockId, clock_gettime};

const SEED: u64 = 20_170_213;
const BYTES: usize = 100_000_000;
const ROUNDS: usize = 3;
const NAMES: usize = 300;
const STOP_PHRASES: &[[&str; 2]] =
    &[["of", "the"], ["in", "the"], ["to", "the"], ["and", "the"], ["the", "the"], ["of", "a"]];

#[expect(clippy::cast_precision_loss, reason = "figures to be read")]
fn main() -> io::Result<()> {
    let mut out = io::stdout();
    let mut random = Random::new(SEED);
    let made = Texts::new(BYTES, &mut random);
    let texts: Vec<&str> = made.texts.iter().map(String::as_str).collect();
    let bytes = made.bytes() as f64;
    writeln!(out, "{} articles, {:.1} MB", texts.len(), bytes / 1e6)?;
    let mut index = SearchIndex::default();
    for round in 1..=ROUNDS {
        let took;
        (index, took) = timed(|| SearchIndex::new(texts.iter().copied()));
        let size = index.size() as f64 / bytes * 100.0;
        writeln!(out, "  made, round {round}: {:.0} MB/s; {size:.0} % of the text", bytes / 1e6 / took.as_secs_f64())?;
    }
    let names = (0..NAMES).map(|_| {
        let person = &made.people[drawn_by_mentions(&made.people, &mut random)];
        [person.given.to_lowercase(), person.surname.to_lowercase()]
    });
    let names: Vec<[String; 2]> = names.collect();
    let phrases = names.iter().map(|[given, surname]| [given.as_str(), surname.as_str()]);
    tell(&mut out, "names of two words", &index, &texts, phrases)?;
    tell(&mut out, "stop words", &index, &texts, STOP_PHRASES.iter().copied())
}

/// The times of phrases, each the best of some rounds.
fn tell<'p>(
    out: &mut impl Write,
    what: &str,
    index: &SearchIndex,
    texts: &[&str],
    phrases: impl Iterator<Item = [&'p str; 2]>,
) -> io::Result<()> {
    let mut times = Vec::new();
    let mut places = 0;
    for phrase in phrases {
        let rounds = (0..ROUNDS).map(|_| timed(|| index.side_by_side(texts, &phrase).len()));
        let (found, took) = rounds.min_by_key(|(_, took)| *took).unwrap();
        places += found;
        times.push(took.as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    let (median, most) = (times[times.len() / 2], times[times.len() - 1]);
    writeln!(out, "  {what}: median {median:.2} ms, most {most:.2} ms ({} phrases, {places} places)", times.len())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = processor_time();
    let done = work();
    (done, processor_time().saturating_sub(start))
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}
