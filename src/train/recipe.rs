//! The recipe: which model learns from what, in which order, and how it is measured.
//!
//! 1. Both looks are trained on the articles that are annotated whole.
//! 2. They label the rest of the articles that are annotated in part; what is marked there is kept. Sure stretches are believed.
//! 3. Both looks are trained again, on all of it.

use std::io::{self, Write};

use crate::extract::extract;
use crate::extract::names::tagger::clusters::Clusters;
use crate::extract::names::tagger::weights::{self, Weights};
use crate::extract::names::tagger::{Tagged, made_with, tag, tag_with};
use crate::model::{Confidence, Document, Kind};
use crate::text::{Span, Token};

use super::article::{Article, trimmed};
use super::copies::{Style, copy};
use super::corpora::Corpora;
use super::crf::Plan;
use super::examples::{FREE, Prepared, prepare};
use super::model::{Look, Model};
use super::overlap::Learned;
use super::random::Random;
use super::score::Score;

/// How each model is trained.
const PLAN: Plan = Plan { epochs: 8, rate: 0.05, seed: 7, hidden: 0.2 };

/// Epochs of the models that look at articles they have not learned from.
const FOLD_EPOCHS: u32 = 3;

/// Parts of the data; each is looked at by a model of the others.
const FOLDS: usize = 3;

/// From this likelihood of its least sure label on, a stretch that a model labelled is learned from.
const SURE: f32 = 0.7;

/// What such a stretch counts, beside one with marks.
const LABELLED_WEIGHT: f32 = 0.5;

/// One in so many articles is copied as headlines and capitals, and what the copy counts.
const COPY_STEP: usize = 6;
const COPY_WEIGHT: f32 = 0.5;
const COPY_STYLE: Style = Style { titled: 0.6, upper: 0.4 };

/// What training gives.
#[derive(Debug)]
pub struct Trained {
    /// The weights file.
    pub file: Vec<u8>,
    /// Features with a weight in it, and features learned.
    pub features: (usize, usize),
    /// Words of annotated text, and of text that a model labelled.
    pub words: (usize, usize),
    /// Figures, as the program that reads the file finds names.
    pub figures: Vec<Figure>,
}

/// How well the recognizer does on one set.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// Of what.
    pub set: &'static str,
    /// How well.
    pub score: Score,
    /// Which share of the set's stretches of words was learned from too, in percent.
    pub learned: f64,
}

/// Trains, telling how it goes.
///
/// # Errors
/// When nothing can be told.
pub fn train(corpora: &Corpora, log: &mut impl Write) -> io::Result<Trained> {
    let Some(clusters) = Clusters::new(&corpora.clusters) else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the table of word clusters is too short"));
    };
    let mut articles: Vec<Prepared> = corpora.whole.iter().map(|article| prepare(article, &clusters)).collect();
    let annotated = count(&articles);
    writeln!(log, "{annotated} words annotated; training on them")?;
    let [first, second] = both_looks(&mut articles);
    let mut partial: Vec<Prepared> = corpora.partial.iter().map(|article| prepare(article, &clusters)).collect();
    let labelled = count(&partial);
    writeln!(log, "{labelled} words labelled by that model; training on all")?;
    for article in &mut partial {
        label(article, &first, &second);
    }
    articles.append(&mut partial);
    let mut random = Random::new(PLAN.seed);
    for article in corpora.whole.iter().step_by(COPY_STEP) {
        let mut copied = prepare(&copy(article, COPY_STYLE, &mut random), &clusters);
        copied.stretches.iter_mut().for_each(|stretch| stretch.weight = COPY_WEIGHT);
        articles.push(copied);
    }
    let [first, second] = both_looks(&mut articles);
    let features: Vec<_> = first.features().chain(second.features()).collect();
    let (file, kept) = weights::file(weights::Parts {
        made_with: made_with::present(),
        clusters: &corpora.clusters,
        links: [&first.crf.links, &second.crf.links],
        features: &features,
        buckets: weights::BUCKETS,
    });
    writeln!(log, "{kept} of {} features kept, {} bytes", features.len(), file.len())?;
    let figures = measure(&file, corpora);
    for Figure { set, score, learned } in &figures {
        writeln!(log, "{set:34}{score}   learned too {learned:.2} %")?;
    }
    Ok(Trained { file, features: (kept, features.len()), words: (annotated, labelled), figures })
}

fn count(articles: &[Prepared]) -> usize {
    articles.iter().flat_map(|article| &article.sentences).map(|(_, tokens)| tokens.len()).sum()
}

/// The models of the first and the second look.
fn both_looks(articles: &mut [Prepared]) -> [Model; 2] {
    for fold in 0..FOLDS {
        let is_inside = |number: usize| number % FOLDS == fold;
        let others = articles.iter().enumerate().filter(|(number, _)| !is_inside(*number));
        let others: Vec<&Prepared> = others.map(|(_, article)| article).collect();
        let model = Model::fit(&others, Look::First, None, Plan { epochs: FOLD_EPOCHS, ..PLAN });
        let inside = articles.iter_mut().enumerate().filter(|(number, _)| is_inside(*number));
        inside.for_each(|(_, article)| model.look_first(article));
    }
    let all: Vec<&Prepared> = articles.iter().collect();
    let first = Model::fit(&all, Look::First, None, PLAN);
    let second = Model::fit(&all, Look::Second, Some(&first.crf.links), Plan { hidden: 0.0, ..PLAN });
    [first, second]
}

/// Labels an article that is annotated in part.
fn label(article: &mut Prepared, first: &Model, second: &Model) {
    first.look_first(article);
    let labelled = second.look_again(article);
    for (stretch, (labels, least)) in article.stretches.iter_mut().zip(labelled) {
        let is_marked = stretch.known.iter().any(|label| *label != FREE);
        stretch.weight = if is_marked { 1.0 } else { LABELLED_WEIGHT };
        stretch.labels = (least >= SURE).then_some(labels);
        stretch.known.clear();
    }
}

/// How good the weights in a file are, by themselves.
fn measure(file: &[u8], corpora: &Corpora) -> Vec<Figure> {
    let Some(weights) = Weights::read(file) else { return Vec::new() };
    let alone = |article: &Article| alone(article, |text, sentences| tag_with(&weights, text, sentences));
    let learned = Learned::new(corpora.whole.iter().chain(&corpora.partial));
    let figure = |(set, articles): &(&'static str, Vec<Article>)| Figure {
        set,
        score: score(articles, alone),
        learned: learned.share(articles),
    };
    corpora.measured.iter().map(figure).collect()
}

/// How good the program is as it was built: its recognizer alone, and with the rules around it.
pub fn measure_program(sets: &[(&'static str, Vec<Article>)]) -> Vec<(&'static str, [Score; 2])> {
    let both = |articles: &[Article]| [score(articles, |article| alone(article, tag)), score(articles, by_program)];
    sets.iter().map(|(name, articles)| (*name, both(articles))).collect()
}

fn score(articles: &[Article], find: impl Fn(&Article) -> Vec<(Span, Kind)>) -> Score {
    let mut score = Score::default();
    for article in articles {
        score.add(&article.names, &find(article));
    }
    score
}

fn alone(article: &Article, tag: impl Fn(&str, &[&[Token]]) -> Vec<Vec<Tagged>>) -> Vec<(Span, Kind)> {
    let tokens: Vec<Vec<Token>> = article.tokens().collect();
    let slices: Vec<&[Token]> = tokens.iter().map(Vec::as_slice).collect();
    let tagged = tag(&article.text, &slices);
    let names = slices.iter().zip(&tagged).flat_map(|(tokens, names)| {
        names.iter().map(|name| {
            let span = tokens[name.words.start].span.cover(tokens[name.words.end - 1].span);
            (trimmed(&article.text, span), name.kind)
        })
    });
    names.collect()
}

fn by_program(article: &Article) -> Vec<(Span, Kind)> {
    let found = extract(&Document::of_body(&article.text)).mentions;
    let shown = found.iter().filter(|mention| mention.confidence >= Confidence::SUPPORTED);
    shown.map(|mention| (trimmed(&article.text, mention.span), mention.kind)).collect()
}
