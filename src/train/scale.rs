//! `scale FOLDER`: what reading a pile costs, step by step: processor time, the most memory that was used, and the same tree
//! counted by `rg -c NAME`, where that is installed, to compare with.
//!
//! `cargo run --release --features train --bin generate -- 1000 FOLDER` makes a pile.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::Duration;

use redstring::corpus::Corpus;
use redstring::extract::extract;
use redstring::resolve::resolve;
use redstring::source;
use rustix::time::{ClockId, clock_gettime};

/// How often `rg` runs: the system counts what others have used in hundredths of a second.
const RG_RUNS: u32 = 20;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else { return ExitCode::from(2) };
    match measure(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // There is nobody left to tell when standard error itself is gone.
            let _ = writeln!(io::stderr(), "scale: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(folder: &PathBuf) -> io::Result<()> {
    let mut out = io::stdout();
    let mut all = Duration::ZERO;
    let mut tell = |step: &str, took: Duration| {
        all += took;
        writeln!(out, "{step:10} {:9.1} ms", took.as_secs_f64() * 1e3)
    };
    let (listing, took) = timed(|| source::list(std::slice::from_ref(folder)));
    tell("list", took)?;
    let (documents, took) = timed(|| {
        let read = listing.files.iter().flat_map(|file| source::read(file, &listing).outcome);
        read.filter_map(Result::ok).map(Arc::new).collect::<Vec<_>>()
    });
    tell("read", took)?;
    let (read, took) = timed(|| {
        let extracted = documents.iter().map(|document| (Arc::clone(document), Arc::new(extract(document))));
        extracted.collect::<Vec<_>>()
    });
    tell("extract", took)?;
    let before = resident()?;
    let (resolved, took) = timed(|| resolve(&read));
    tell("resolve", took)?;
    let (corpus, took) = timed(|| Corpus::new(resolved, Vec::new()));
    tell("index", took)?;
    let words: usize = documents.iter().map(|document| document.text.split_whitespace().count()).sum();
    writeln!(out, "{:10} {:9.1} ms", "all", all.as_secs_f64() * 1e3)?;
    writeln!(
        out,
        "{} documents, {words} words, {} mentions, {} entities, {} times, {} events",
        documents.len(),
        corpus.mentions().len(),
        corpus.entities().len(),
        corpus.times().len(),
        corpus.events().len()
    )?;
    writeln!(out, "memory: {} MB before resolving, {} MB at most", before / 1024, most_resident()? / 1024)?;
    let name = corpus.entities().first().map_or("", |entity| entity.name.as_str());
    if let Some(took) = rg(name, folder)? {
        writeln!(out, "rg -c      {:9.1} ms", took.as_secs_f64() * 1e3)?;
    }
    Ok(())
}

fn timed<T>(step: impl FnOnce() -> T) -> (T, Duration) {
    let start = processor_time();
    let made = step();
    (made, processor_time().saturating_sub(start))
}

/// What this process has used of the processor: what others do on the machine doesn't count.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

/// What `rg -c` uses of the processor to count a name in all files; `None` where there is no `rg`.
fn rg(name: &str, folder: &PathBuf) -> io::Result<Option<Duration>> {
    let before = children()?;
    for _ in 0..RG_RUNS {
        let run = Command::new("rg").arg("-c").arg("-e").arg(name).arg(folder).stdout(Stdio::null()).status();
        if run.is_err() {
            return Ok(None);
        }
    }
    Ok(Some(children()?.saturating_sub(before) / RG_RUNS))
}

/// What the programs that this one has started have used of the processor.
fn children() -> io::Result<Duration> {
    let line = fs::read_to_string("/proc/self/stat")?;
    let fields = line.rsplit_once(')').map_or("", |(_, fields)| fields).split_whitespace();
    let hundredths: u64 = fields.skip(13).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Ok(Duration::from_millis(hundredths * 10))
}

/// Memory in use, in KB.
fn resident() -> io::Result<u64> {
    status("VmRSS:")
}

/// The most memory that was in use at once, in KB.
fn most_resident() -> io::Result<u64> {
    status("VmHWM:")
}

fn status(field: &str) -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    Ok(line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default())
}
