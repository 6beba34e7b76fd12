//! PDF: the text layer of each page, with where each page begins.
//!
//! What is no text is told, never passed over in silence: pages that are pictures, files with a password, layers whose letters have
//! no meaning. Scripts, forms and attachments are not looked at. The interpreter of PDF is another's work, and files may be made to
//! harm it: it runs in a thread of its own, within limits of size, pages and time, and a panic in it costs this file only.

mod bombs;
mod layer;
mod layout;
mod quality;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;
use std::time::Duration;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf as File};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, RenderContent, interpret_page};

use crate::model::Note;

use super::super::reason::{Reason, SIZE_LIMIT};
use super::super::statement::{Dated, Field, Statements, Tells};
use super::{Article, Format, Part, Room};

use layer::Layer;
use quality::{Quality, quality};

/// Pages that are read.
const PAGES: usize = 10_000;
/// How long a file may take.
const LONGEST: Duration = Duration::from_secs(20);
/// The stack of the thread that reads it: pages may hold forms in forms.
const STACK: usize = 64 << 20;
/// Bytes in which a file says that it is a PDF: some begin with other bytes.
const HEAD: usize = 1024;
/// Titles that programs write where nobody has put one begin so.
const NO_TITLES: &[&str] = &["untitled", "microsoft word - ", "microsoft powerpoint - ", "document1", "presentation1"];

/// A PDF.
pub(super) struct Pdf;

impl Format for Pdf {
    fn name(&self) -> &'static str {
        "a PDF"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["pdf"]
    }

    fn magic(&self) -> &'static [&'static [u8]] {
        &[b"%PDF-"]
    }

    fn read(&self, bytes: &[u8], _: &mut Room) -> Result<Vec<Part>, Reason> {
        if !bytes.get(..HEAD.min(bytes.len())).is_some_and(|head| contains(head, b"%PDF-")) {
            return Err(Reason::Damaged(self.name(), "it does not say that it is one".to_owned()));
        }
        bombs::measure(bytes)?;
        let read = within_limits(bytes.to_vec())?;
        article(read).map(Part::whole)
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|here| here == wanted)
}

/// What is told while a file is read.
enum Told {
    /// It holds so many pages, and this is what it says of itself.
    Begun(usize, Box<About>),
    /// The next page.
    Page(Page),
    /// All pages were told.
    Done,
    /// It can't be read.
    Failed(Reason),
    /// The time is over.
    Late,
}

/// What a file says of itself.
#[derive(Default)]
struct About {
    stated: Statements,
    dates: Vec<Dated>,
}

/// A page as it was read.
struct Page {
    text: String,
    unknown: u32,
    pictures: u32,
}

/// A file as far as it was read.
#[derive(Default)]
struct Read {
    about: About,
    pages: Vec<Page>,
    /// How many pages it holds.
    of: usize,
    notes: Vec<Note>,
}

/// Reads a file in a thread of its own, as long as that may take.
fn within_limits(bytes: Vec<u8>) -> Result<Read, Reason> {
    let (teller, told) = channel();
    let stop = Arc::new(AtomicBool::new(false));
    let (late, stopped) = (teller.clone(), Arc::clone(&stop));
    let started = Builder::new().stack_size(STACK).spawn(move || interpret(bytes, &teller, &stopped));
    started.map_err(|error| Reason::Other(error.to_string()))?;
    let clock = Builder::new().spawn(move || {
        std::thread::park_timeout(LONGEST);
        late.send(Told::Late)
    });
    let read = gathered(&told);
    // Whoever still reads ends at the next thing that its page sets; nobody waits for it.
    stop.store(true, Ordering::Relaxed);
    if let Ok(clock) = clock {
        clock.thread().unpark();
    }
    read
}

fn gathered(told: &Receiver<Told>) -> Result<Read, Reason> {
    let mut read = Read::default();
    let mut size = 0;
    loop {
        // A sender that is gone without a word has panicked; the clock alone is left.
        match told.recv() {
            Ok(Told::Begun(pages, about)) => {
                read.of = pages;
                read.about = *about;
            }
            Ok(Told::Page(page)) => {
                size += page.text.len() as u64 + 2;
                if size > SIZE_LIMIT {
                    return Err(Reason::TooLarge(SIZE_LIMIT));
                }
                read.pages.push(page);
            }
            Ok(Told::Done) => break,
            Ok(Told::Failed(reason)) => return Err(reason),
            Ok(Told::Late) | Err(_) if read.pages.is_empty() => {
                return Err(Reason::TooSlow(Pdf.name(), LONGEST.as_secs()));
            }
            Ok(Told::Late) | Err(_) => {
                let seconds = LONGEST.as_secs();
                read.notes.push(Note(format!("reading it took more than {seconds} seconds: the rest is left out")));
                break;
            }
        }
    }
    if read.pages.len() < read.of {
        let (pages, of) = (read.pages.len(), read.of);
        read.notes.push(Note(format!("{pages} of {of} pages read: the others could not be, or are too many")));
    }
    Ok(read)
}

/// Tells a file page by page. Whatever happens to it, somebody is told.
fn interpret(bytes: Vec<u8>, teller: &Sender<Told>, stop: &AtomicBool) {
    let is_locked = contains(&bytes, b"/Encrypt");
    let panicked = Told::Failed(Reason::Damaged(Pdf.name(), "its pages make no sense".to_owned()));
    let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| pages(bytes, is_locked, teller, stop)));
    let last = match read {
        Ok(Ok(())) => Told::Done,
        Ok(Err(reason)) => Told::Failed(reason),
        Err(_) => panicked,
    };
    // Nobody may be waiting any more.
    let _ = teller.send(last);
}

fn pages(bytes: Vec<u8>, is_locked: bool, teller: &Sender<Told>, stop: &AtomicBool) -> Result<(), Reason> {
    let name = Pdf.name();
    let file = File::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => {
            Reason::Damaged(name, "it is encrypted in a way that is not known here".to_owned())
        }
        _ if is_locked => Reason::Encrypted(name),
        LoadPdfError::Decryption(_) => Reason::Encrypted(name),
        LoadPdfError::Invalid => Reason::Damaged(name, "its objects can't be found".to_owned()),
    })?;
    let pages = file.pages();
    let _ = teller.send(Told::Begun(pages.len(), Box::new(about(&file))));
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    for page in pages.iter().take(PAGES) {
        let (width, height) = page.render_dimensions();
        let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(Affine::IDENTITY, whole, &cache, page.xref(), settings.clone());
        let mut layer = Layer::new(stop);
        interpret_page(page, &mut context, &mut layer);
        let Layer { letters, unknown, pictures, .. } = layer;
        if teller.send(Told::Page(Page { text: layout::text(&letters), unknown, pictures })).is_err() {
            break;
        }
    }
    Ok(())
}

/// What a file says of itself.
fn about(file: &File) -> About {
    let metadata = file.metadata();
    let mut about = About::default();
    let title = metadata.title.as_deref().map(string).unwrap_or_default();
    let small = title.to_lowercase();
    if !NO_TITLES.iter().any(|none| small.starts_with(none)) {
        about.stated.set(Field::Title, title.trim());
    }
    let author = metadata.author.as_deref().map(string).unwrap_or_default();
    if !super::office::is_nobody(author.trim()) {
        about.stated.set(Field::Author, author.trim());
    }
    about.dates.extend(metadata.creation_date.map(|made| Dated {
        value: format!("{:04}-{:02}-{:02}", made.year, made.month, made.day),
        why: "the file was made then",
        tells: Tells::Earliest,
    }));
    about
}

/// A text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with a mark, else one byte a letter.
fn string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFF, 0xFE, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Its own encoding is Latin but for a few signs.
        bytes => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// The pages as one text.
fn article(read: Read) -> Result<Article, Reason> {
    let mut article =
        Article { stated: read.about.stated, dates: read.about.dates, notes: read.notes, ..Article::default() };
    let (mut unknown, mut pictures, mut empty) = (0, 0, 0);
    for page in &read.pages {
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        article.pages.push(article.text.len() as u32);
        article.text.push_str(page.text.trim());
        unknown += page.unknown as usize;
        if page.text.trim().is_empty() {
            pictures += usize::from(page.pictures > 0);
            empty += usize::from(page.pictures == 0);
        }
    }
    let pages = read.pages.len();
    if article.text.trim().is_empty() {
        return Err(if pictures > 0 {
            Reason::Pictures(pictures)
        } else {
            Reason::Nothing(Pdf.name(), if pages == 0 { "no pages" } else { "its pages set no text" })
        });
    }
    match quality(&article.text, unknown) {
        Quality::Good => {}
        Quality::Doubtful(bad) => {
            article
                .notes
                .push(Note(format!("text layer doubtful: {bad} % of it looks like no text; compare the page")));
        }
        Quality::Garbled(bad) => return Err(Reason::Garbled(bad)),
    }
    let told = |count: usize, what: &str| (count > 0).then(|| Note(format!("{count} of {pages} pages {what}")));
    let notes = [told(pictures, "are pictures without a text layer: not read"), told(empty, "are empty")];
    article.notes.extend(notes.into_iter().flatten());
    Ok(article)
}

#[cfg(test)]
mod tests;
