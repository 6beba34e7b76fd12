//! The corpora: which there are, what each is used for, and a reader a format. Readers leave out broken lines and never fail on one.
//!
//! Nothing of `dev/` is ever learned from. A second folder of more corpora may be given; what it lacks is left out.

pub mod aliases;
pub mod clusters;
pub mod columns;
pub mod docred;
pub mod frus;
pub mod gum;
pub mod men;
pub mod plain;
pub mod standoff;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::article::{Annotation, Article};
use crate::text::Span;
use columns::Columns;

/// One in so many of `WikiGold`'s articles is kept back for measuring, and which of them.
const KEPT_BACK: (usize, usize) = (10, 3);

/// One in so many articles of the Malaysian news is kept back, and which of them.
const NEWS_KEPT_BACK: (usize, usize) = (5, 3);

/// Volumes of State Department documents that are learned from; the other two are only measured.
const LEARNED_VOLUMES: [&str; 2] = ["frus1958-60v13", "frus1977-80v21"];

/// Volumes that are only measured.
const MEASURED_VOLUMES: [&str; 2] = ["frus1952-54Guat", "frus1961-63v12"];

/// One in so many documents of a volume is learned from.
const FRUS_STEP: usize = 2;

/// Genres of GUM in the second folder that are learned from: those whose texts have a licence that lets them be. Its biographies
/// and interviews are in the first folder.
const GUM_GENRES: [&str; 3] = ["academic", "court", "voyage"];

/// Whether a document of a volume is learned from, by its number in the volume's list.
pub fn is_learned(volume: &str, number: usize) -> bool {
    LEARNED_VOLUMES.contains(&volume) && number.is_multiple_of(FRUS_STEP)
}

/// Whether a document of GUM's Wikinews and Wikipedia texts is learned from, by its file's name: the news are only measured.
pub fn is_learned_gum(document: &str) -> bool {
    !document.contains("_news_")
}

/// All that is read.
#[derive(Debug)]
pub struct Corpora {
    /// The compact table of word clusters.
    pub clusters: Vec<u8>,
    /// Articles with all their names.
    pub whole: Vec<Article>,
    /// Articles with some of their names or none: a model labels the rest.
    pub partial: Vec<Article>,
    /// What is measured: label and articles.
    pub measured: Vec<(&'static str, Vec<Article>)>,
}

/// Reads the corpora below a folder that holds `train/names`, `corpora` and `dev/names`, and those below a folder of more.
///
/// # Errors
/// When one of them cannot be read.
pub fn read(folder: &Path, more: Option<&Path>) -> io::Result<Corpora> {
    let mut corpora = read_first(folder)?;
    if let Some(more) = more {
        add_more(&mut corpora, more)?;
    }
    Ok(corpora)
}

fn read_first(folder: &Path) -> io::Result<Corpora> {
    let names = folder.join("train").join("names");
    let columns = |file: &str, word, label, sentences| {
        text(&names.join(file)).map(|file| columns::articles(&file, Columns { word, label, sentences }))
    };
    let (mut whole, mut kept_back) = (Vec::new(), Vec::new());
    for (number, article) in columns("wikigold.conll.txt", 0, 1, usize::MAX)?.into_iter().enumerate() {
        if number % KEPT_BACK.0 == KEPT_BACK.1 { kept_back.push(article) } else { whole.push(article) }
    }
    whole.extend(columns("uner_ewt_dev.iob2", 1, 2, usize::MAX)?);
    whole.extend(columns("wnut17.train", 0, 1, 1)?);
    for path in files(&names, ".conll")? {
        whole.extend(columns::articles(&text(&path)?, Columns { word: 0, label: 1, sentences: 1 }));
    }
    let dev = folder.join("dev").join("names");
    let gum: io::Result<Vec<Article>> =
        files(&dev.join("gum_news"), ".conllu")?.iter().map(|path| Ok(gum::article(&text(path)?))).collect();
    let mut measured = vec![
        ("WikiGold, a tenth kept back", kept_back),
        ("WNUT 2017 dev", columns("wnut17.dev", 0, 1, 1)?),
        ("GUM news", gum?),
        ("re3d", standoff::articles(&text(&dev.join("re3d.jsonl"))?)),
    ];
    for volume in MEASURED_VOLUMES {
        measured.push((volume, frus::articles(&folder.join("corpora").join("frus").join(volume))?));
    }
    let clusters = clusters::compact(&text(&names.join("clusters.tsv"))?);
    Ok(Corpora { clusters, whole, partial: partial(&folder.join("corpora"))?, measured })
}

/// Adds what a folder of more corpora has: `men`, `redocred` and `gum`, as the model card says.
fn add_more(corpora: &mut Corpora, folder: &Path) -> io::Result<()> {
    let (men, redocred, gum) = (folder.join("men"), folder.join("redocred"), folder.join("gum"));
    if men.is_dir() {
        let mut kept_back = Vec::new();
        for (number, article) in men::articles(&men)?.into_iter().enumerate() {
            let is_kept_back = number % NEWS_KEPT_BACK.0 == NEWS_KEPT_BACK.1;
            if is_kept_back { kept_back.push(article) } else { corpora.whole.push(article) }
        }
        corpora.measured.push(("Malaysian news, a fifth kept back", kept_back));
    }
    if redocred.is_dir() {
        for path in files(&redocred, ".json")? {
            corpora.whole.extend(docred::articles(&text(&path)?));
        }
    }
    if gum.is_dir() {
        let is_wanted = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.split('_').nth(1).is_some_and(|genre| GUM_GENRES.contains(&genre))
        };
        for path in files(&gum, ".conllu")?.into_iter().filter(|path| is_wanted(path)) {
            let article = gum::article(&text(&path)?);
            corpora.partial.push(Article { annotation: Annotation::Partial, ..article });
        }
    }
    Ok(())
}

fn partial(folder: &Path) -> io::Result<Vec<Article>> {
    let mut found = Vec::new();
    for volume in LEARNED_VOLUMES {
        let articles = frus::articles(&folder.join("frus").join(volume))?.into_iter().enumerate();
        found.extend(articles.filter(|(number, _)| is_learned(volume, *number)).map(|(_, article)| article));
    }
    found.extend(plain::articles(&files(&folder.join("muc").join("docs"), ".txt")?)?);
    found.extend(plain::gum(&folder.join("gum-wikinews"), is_learned_gum)?);
    for article in &mut found {
        article.annotation = Annotation::Partial;
    }
    Ok(found)
}

/// The files of a folder whose names end so, sorted: the order of training never depends on the disk.
fn files(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| named(folder, &error))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The text of a file, with marks in place of what is no UTF-8.
fn text(path: &Path) -> io::Result<String> {
    let bytes = fs::read(path).map_err(|error| named(path, &error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Makes spans of the text out of offsets in code points; none where they lie outside.
fn in_bytes(text: &str) -> impl Fn(usize, usize) -> Option<Span> + use<> {
    let offsets: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
    move |start, end| Some(Span::new(*offsets.get(start)?, *offsets.get(end)?))
}
