//! `bench`: how fast each step of extraction is, on one core, over articles of its own: words and megabytes a second of processor
//! time, the best of some rounds.
//!
//! `cargo run --release --features train --bin bench`. The articles are made from a few sentences with changing names, dates and
//! numbers, about as dense in both as news is; the same in each run.

use std::io::{self, Write};
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use redstring::extract::steps::Passages;
use redstring::model::Document;
use redstring::source;

/// How many articles are made, of about 4 KB each.
const ARTICLES: u32 = 512;
/// Sentences an article.
const SENTENCES: u32 = 40;
/// How often each step runs; the fastest round counts.
const ROUNDS: u32 = 5;

const SENTENCES_OF_NEWS: &[&str] = &[
    "The harbour master {name} said {weekday} that the ferry to Hull would not sail before {month} {day}.",
    "Repairs to the old sea wall have taken longer than the council had planned, and nobody could tell who would pay for them.",
    "\"We saw the lights go out one after the other,\" {name} told reporters, \"and then there was nothing but the wind.\"",
    "In {year} the yard employed {number} people; {number} of them were dismissed three months later without a word of warning.",
    "A spokesman for the Coast Company declined to comment on the report, which had first appeared in a paper of the neighbouring town.",
    "The two sides are to meet again next week, though neither of them expects the quarrel about the fishing grounds to end there.",
    "According to the court's papers, {name} wrote to the minister on {month} {day}, {year}, and again the day before the vote was held.",
    "The price of herring fell by {number} percent, while cod and plaice were sold for about as much as they had been a year earlier.",
    "Fishermen who had gathered outside the town hall cheered when the mayor, {name}, promised that the fleet would be saved.",
    "It is the third time that the committee has put off its decision, and those who wait for it have lost what patience they had.",
];
const GIVEN: &[&str] = &["Anna", "Erik", "Maria", "Jonas", "Ruth", "Peter", "Helen", "Omar"];
const SURNAMES: &[&str] = &["Lind", "Berger", "Halloran", "Okafor", "Petrov", "Marsh", "Delgado", "Ibsen"];
const MONTHS: &[&str] = &["January", "Feb.", "April", "June", "August", "Sept.", "November", "Dec."];
const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn main() -> io::Result<()> {
    let read =
        (0..ARTICLES).flat_map(|number| source::read_bytes(&format!("{number}.txt"), article(number).as_bytes()));
    let documents: Vec<Document> = read.filter_map(Result::ok).collect();
    let size = Size {
        words: documents.iter().map(|document| document.text.split_whitespace().count()).sum(),
        bytes: documents.iter().map(|document| document.text.len()).sum(),
    };
    let (passages, took_passages) = fastest(|| documents.iter().map(Passages::new).collect::<Vec<_>>());
    let (names, took_names) = fastest(|| passages.iter().map(Passages::names).collect::<Vec<_>>());
    let (times, took_times) =
        fastest(|| passages.iter().zip(&names).map(|(article, names)| article.times(names)).collect::<Vec<_>>());
    let names_found = names.iter().map(Vec::len).sum();
    let mut out = io::stdout();
    writeln!(out, "{ARTICLES} articles, {} words, {} bytes", size.words, size.bytes)?;
    for (step, found, took) in [
        ("passages", documents.len(), took_passages),
        ("names", names_found, took_names),
        ("both", names_found, took_passages + took_names),
        ("times", times.iter().map(Vec::len).sum(), took_times),
    ] {
        let [words, megabytes] = size.a_second(took);
        writeln!(out, "{step:10} {words:9.0} words/s {megabytes:7.1} MB/s   {found} found")?;
    }
    Ok(())
}

/// How much is read.
#[derive(Clone, Copy)]
struct Size {
    words: usize,
    bytes: usize,
}

impl Size {
    /// Words and megabytes a second, where all of it takes so long.
    #[expect(clippy::cast_precision_loss, reason = "figures to be read")]
    fn a_second(self, took: Duration) -> [f64; 2] {
        [self.words as f64, self.bytes as f64 / 1e6].map(|amount| amount / took.as_secs_f64())
    }
}

/// What a step gives, and how long its fastest round took.
fn fastest<T>(step: impl Fn() -> T) -> (T, Duration) {
    let round = || {
        let start = processor_time();
        let found = step();
        (found, processor_time().saturating_sub(start))
    };
    let first = round();
    (1..ROUNDS).map(|_| round()).fold(first, |best, next| if next.1 < best.1 { next } else { best })
}

/// What this process has used of the processor: what others do on the machine doesn't count.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

/// An article: the sentences in turn, their gaps filled by counting.
fn article(number: u32) -> String {
    let mut text = String::new();
    for at in 0..SENTENCES {
        let count = number * 31 + at * 7;
        let pick = |words: &[&'static str]| words.get(count as usize % words.len()).copied().unwrap_or_default();
        let sentence =
            SENTENCES_OF_NEWS.get((number + at) as usize % SENTENCES_OF_NEWS.len()).copied().unwrap_or_default();
        let surname = SURNAMES.get((count / 8) as usize % SURNAMES.len()).copied().unwrap_or_default();
        let filled = sentence
            .replace("{name}", &format!("{} {surname}", pick(GIVEN)))
            .replace("{weekday}", pick(WEEKDAYS))
            .replace("{month}", pick(MONTHS))
            .replace("{day}", &(1 + count % 28).to_string())
            .replace("{year}", &(1990 + count % 27).to_string())
            .replace("{number}", &(3 + count % 95).to_string());
        text.push_str(&filled);
        text.push_str(if at % 4 == 3 { "\n\n" } else { " " });
    }
    text
}
