//! How fast and how forgiving the finder is among very many names: `cargo bench --bench finder`.
//!
//! Speed: processor time of each key while names are typed letter by letter. Forgiveness: names typed with one letter left out, put
//! in, changed or swapped; how often the right person is among the first three. Where a surname alone is typed, anyone who bears it
//! is right: who of them is meant it cannot tell, as the line of surnames typed right shows. The names are made, the same in each
//! run.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a bench may fail loudly")]

#[path = "../made/mod.rs"]
mod made;

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use made::names::{Person, Slip, candidates, drawn_by_mentions, people};
use made::random::Random;
use redstring::app::{Candidates, Choice, Finder, FinderPurpose};
use redstring::corpus::Corpus;
use rustix::time::{ClockId, clock_gettime};

/// Several, so that no figure hangs on one draw; the weights of the matching were last chosen with others.
const SEEDS: [u64; 3] = [20_170_213, 4_242, 31_337];
const NAMES: [usize; 2] = [10_000, 100_000];
/// Names typed letter by letter for the speed.
const TYPED: usize = 150;
/// Names typed wrong.
const MISTYPED: usize = 1_000;
/// The right one shall be among so many.
const FIRST: usize = 3;

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    for (count, seed) in NAMES.into_iter().flat_map(|count| SEEDS.map(|seed| (count, seed))) {
        let mut random = Random::new(seed);
        let people = people(count, &mut random);
        let start = processor_time();
        let all = Arc::new(candidates(&people));
        let built = processor_time().saturating_sub(start);
        writeln!(out, "{count} names, seed {seed}: ready after {:.0} ms", milliseconds(built))?;
        let mut keys = time_keys(&people, &all, &mut random);
        keys.sort_unstable();
        let at = |hundredths: usize| milliseconds(keys[(keys.len() * hundredths / 100).min(keys.len() - 1)]);
        writeln!(
            out,
            "  a key: median {:.2} ms, p95 {:.2}, p99 {:.2}, most {:.2} ({} keys)",
            at(50),
            at(95),
            at(99),
            at(100),
            keys.len()
        )?;
        let right = (0..MISTYPED).filter(|_| {
            let wanted = drawn_by_mentions(&people, &mut random);
            is_among_first(&all, &people[wanted].surname, |at| at == wanted)
        });
        writeln!(
            out,
            "  surnames, drawn by mentions, typed right: the very person {:.1} %",
            percent(right.count(), MISTYPED)
        )?;
        for (what, is_whole) in [("whole names, drawn evenly", true), ("surnames, drawn by mentions", false)] {
            write!(out, "  {what}, first {FIRST}:")?;
            let mut all_right = 0;
            for slip in Slip::ALL {
                let right = (0..MISTYPED).filter(|_| is_found(&people, &all, slip, is_whole, &mut random)).count();
                all_right += right;
                write!(out, " {slip:?} {:.1} %", percent(right, MISTYPED))?;
            }
            writeln!(out, "; all {:.1} %", percent(all_right, MISTYPED * Slip::ALL.len()))?;
        }
    }
    Ok(())
}

/// Processor time of each key of some names, typed as people type them: a surname, a whole name, some with a slip.
fn time_keys(people: &[Person], all: &Arc<Candidates>, random: &mut Random) -> Vec<Duration> {
    let mut keys = Vec::new();
    for at in 0..TYPED {
        let person = random.pick(people);
        let typed = match at % 3 {
            0 => person.surname.to_lowercase(),
            1 => person.name().to_lowercase(),
            _ => Slip::Changed.in_name(&person.name(), random),
        };
        let mut finder = Finder::new(&Corpus::default(), Arc::clone(all), FinderPurpose::Go);
        for letter in typed.chars() {
            finder.field.insert(letter.encode_utf8(&mut [0; 4]));
            let start = processor_time();
            finder.search(&Corpus::default());
            keys.push(processor_time().saturating_sub(start));
        }
    }
    keys
}

/// Whether the right person is found, or somebody else of that surname where nothing else was typed.
fn is_found(people: &[Person], all: &Arc<Candidates>, slip: Slip, is_whole: bool, random: &mut Random) -> bool {
    let wanted = if is_whole { random.below(people.len()) } else { drawn_by_mentions(people, random) };
    let (surname, name) = (&people[wanted].surname, people[wanted].name());
    let typed = slip.in_name(if is_whole { &name } else { surname }, random);
    is_among_first(all, &typed, |at| at == wanted || !is_whole && people[at].surname == *surname)
}

fn is_among_first(all: &Arc<Candidates>, typed: &str, is_right: impl Fn(usize) -> bool) -> bool {
    let mut finder = Finder::new(&Corpus::default(), Arc::clone(all), FinderPurpose::Go);
    finder.field.insert(typed);
    finder.search(&Corpus::default());
    let is_it = |choice: &Choice| matches!(choice, Choice::Known { candidate, .. } if is_right(*candidate));
    finder.choices.iter().take(FIRST).any(is_it)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "figures to be read")]
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}
