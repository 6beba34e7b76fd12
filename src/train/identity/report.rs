//! The figures, a corpus a line.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use crate::corpus::Corpus;
use crate::load;
use crate::model::{
    Confidence, Cue, EntityIx, Extract, ExtractedMention, ExtractedPassage, Form, Kind, Mention, MentionIx, ZoneLabel,
};
use crate::resolve::{Read, resolve};
use crate::source;
use crate::text::{Span, fold};

use super::super::corpora::{aliases, frus, is_learned, is_learned_gum, plain};
use super::super::identified::Identified;
use super::b_cubed::BCubed;
use super::errors;
use super::measure::{Aligned, Measured, measure};
use super::rules;

/// How much is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// The figures.
    #[default]
    Figures,
    /// The figures and what costs most.
    Errors,
}

/// Measures who is who over the corpora below `folder`, which holds `corpora`.
///
/// # Errors
/// When a corpus can't be read or `out` can't be written to.
pub fn report(folder: &Path, detail: Detail, out: &mut dyn Write) -> io::Result<()> {
    let corpora = folder.join("corpora");
    let mut volumes: Vec<_> = fs::read_dir(corpora.join("frus"))?.collect::<io::Result<_>>()?;
    volumes.sort_by_key(fs::DirEntry::file_name);
    for volume in volumes {
        let marked = frus::identified(&volume.path())?;
        let name = volume.file_name().to_string_lossy().into_owned();
        let numbered = marked.iter().enumerate();
        let unlearned: Vec<Identified> =
            numbered.filter(|(number, _)| !is_learned(&name, *number)).map(|(_, document)| document.clone()).collect();
        let corpus = load::load(&[volume.path().join("docs")]);
        line(&name, &corpus, [&marked, &unlearned], Some(Kind::Person), detail, out)?;
    }
    let wikinews = corpora.join("gum-wikinews");
    let corpus = load::load(&[wikinews.join("docs")]);
    let marked = plain::identified(&wikinews)?;
    let unlearned: Vec<Identified> =
        marked.iter().filter(|document| !is_learned_gum(&document.file)).cloned().collect();
    line("gum-wikinews", &corpus, [&marked, &unlearned], None, detail, out)?;
    mailbox(&corpora.join("alias-clinton"), detail, out)?;
    wire_reports(&corpora.join("muc"), detail, out)
}

/// The figures of one corpus: names found of all that are marked, and of those in documents that the recognizer did not learn from.
fn line(
    name: &str,
    corpus: &Corpus,
    [marked, unlearned]: [&[Identified]; 2],
    kind: Option<Kind>,
    detail: Detail,
    out: &mut dyn Write,
) -> io::Result<()> {
    let measured = measure(corpus, marked, kind);
    let [_, recall, _] = measured.names.shares();
    write!(out, "{name:18} names R {recall:5.1} of {:6}", measured.names.gold)?;
    let unlearned = measure(corpus, unlearned, kind).names;
    let [_, recall, _] = unlearned.shares();
    write!(out, " (not learned from: {recall:5.1} of {:6})", unlearned.gold)?;
    linked(measured.b_cubed(), out)?;
    if !measured.strange.is_empty() {
        writeln!(out, "  the text differs from the marked one: {}", measured.strange.join(", "))?;
    }
    if detail == Detail::Errors {
        errors::list(corpus, &measured, out)?;
        rules::list(corpus, &measured, out)?;
    }
    Ok(())
}

fn linked(score: BCubed, out: &mut dyn Write) -> io::Result<()> {
    let BCubed { items, precision, recall } = score;
    writeln!(out, "   B-cubed P {precision:5.1} R {recall:5.1} F {:5.1} of {items:6}", score.mean())
}

/// Names from a mailbox, each in a letter of its own and marked as a name: linking alone, across documents.
fn mailbox(folder: &Path, detail: Detail, out: &mut dyn Write) -> io::Result<()> {
    let names = aliases::mailbox(folder)?;
    let letters: Vec<Read> = names.iter().enumerate().filter_map(|(at, (alias, _))| letter(at, alias)).collect();
    let resolved = resolve(&letters);
    let whose = |mention: &Mention| {
        let document = resolved.passages[mention.passage.index()].document;
        let file = &resolved.documents[document.index()].file;
        file.parse().ok().and_then(|at: usize| names.get(at)).map_or("", |(_, person)| person.as_str())
    };
    let items: Vec<(EntityIx, &str)> =
        resolved.mentions.iter().map(|mention| (mention.entity, whose(mention))).collect();
    write!(out, "{:18} names marked           ", "alias-clinton")?;
    linked(BCubed::of(&items), out)?;
    if detail == Detail::Errors {
        let corpus = Corpus::new(resolved.clone(), Vec::new());
        let numbered = resolved.mentions.iter().enumerate();
        let aligned = numbered
            .map(|(at, mention)| Aligned { at: MentionIx::at(at), entity: mention.entity, identity: whose(mention) })
            .collect();
        errors::list(&corpus, &Measured { aligned, ..Measured::default() }, out)?;
    }
    Ok(())
}

/// A document that is one name.
fn letter(number: usize, name: &str) -> Option<Read> {
    let document = source::read_bytes(&number.to_string(), name.as_bytes()).into_iter().next()?.ok()?;
    let span = Span::whole(name);
    let passage = ExtractedPassage { span, zone: ZoneLabel::Body, paragraph: 1 };
    let mention = ExtractedMention {
        span,
        kind: Kind::Person,
        form: Form::Name,
        confidence: Confidence(90),
        cue: Cue::Context,
        role: None,
    };
    let extract = Extract { passages: vec![passage], mentions: vec![mention], ..Extract::default() };
    Some((Arc::new(document), Arc::new(extract)))
}

/// Pairs of names of one body in one report: how many of those that were found stand together.
fn wire_reports(folder: &Path, detail: Detail, out: &mut dyn Write) -> io::Result<()> {
    let groups = aliases::reported(folder)?;
    let corpus = load::load(&[folder.join("docs")]);
    let mut entities: HashMap<(&str, String), BTreeSet<EntityIx>> = HashMap::new();
    for mention in corpus.mentions() {
        let document = corpus.passage(mention.passage).document;
        let report = corpus.document(document).file.trim_end_matches(".txt");
        let words = fold(corpus.quote(document, mention.span)).split_whitespace().collect::<Vec<_>>().join(" ");
        entities.entry((report, words)).or_default().insert(mention.entity);
    }
    let (mut all, mut found, mut together) = (0, 0, 0);
    let mut reports: Vec<&String> = groups.keys().collect();
    reports.sort();
    for report in reports {
        let is_here = corpus.documents().iter().any(|document| document.file.trim_end_matches(".txt") == report);
        for names in groups[report].iter().filter(|_| is_here) {
            for (at, one) in names.iter().enumerate() {
                for other in &names[at + 1..] {
                    all += 1;
                    let of = |name: &str| entities.get(&(report.as_str(), fold(name)));
                    let (Some(first), Some(second)) = (of(one), of(other)) else { continue };
                    found += 1;
                    let is_one = !first.is_disjoint(second);
                    together += u32::from(is_one);
                    if !is_one && detail == Detail::Errors {
                        writeln!(out, "  apart in {report}: {one:?} and {other:?}")?;
                    }
                }
            }
        }
    }
    writeln!(out, "{:18} pairs of names {all}, both found {found}, together {together}", "muc")
}
