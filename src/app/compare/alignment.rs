//! [`Alignment`]: which passages of several documents stand beside each other, and what they share.
//!
//! Every passage about the target stands in exactly one row. Passages are put into one row by what they share: an event that both
//! state, or names and rare words; each counts the more, the fewer passages have it (TF-IDF weights, cosine of the angle between).
//! Pairs are made greedily, the best first. What is left between two pairs stands beside each other in the order of the texts, as
//! changed lines do in a comparison of files, and is told apart: it has only the target in common.

use std::collections::{HashMap, HashSet};

use crate::corpus::{Corpus, Hit};
use crate::model::{EntityIx, EventIx, PassageIx, Target};
use crate::text::{Token, fold, tokens};

/// From this cosine on two passages that state no event together stand beside each other.
const ALIKE: f64 = 0.2;
/// What an event that both state adds to the cosine.
const SAME_EVENT: f64 = 1.0;
/// From this share of the longer passage's words on, two passages are nearly the same.
const SAME_WORDS: f64 = 0.6;
/// What more passages than these have tells nothing, and costs: each passage is held against those only that share something rarer.
const COMMON: usize = 64;
/// Words of a passage that are looked at.
const MOST_WORDS: usize = 400;

/// The rows of passages that stand beside each other, in the order of the first column as far as may be.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// The rows.
    pub rows: Vec<Beside>,
}

/// Passages that stand beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// By column; `None` where that document has no passage beside the others.
    pub passages: Vec<Option<PassageIx>>,
    /// What they share.
    pub shared: Shared,
}

/// What passages share that stand beside each other: of several pairs, what the least alike share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// Nothing: there is only one.
    Nothing,
    /// What is walked, and nothing else that was found.
    Target,
    /// They are accounts of one event, in the order of their documents.
    Account,
    /// Names and rare words.
    Words,
    /// An event that both state.
    Event(EventIx),
    /// Nearly all words, as where papers print the same wire report.
    Wording,
}

impl Alignment {
    /// Aligns the passages of the columns, by their places of `targets`.
    pub fn new(corpus: &Corpus, places: &[&[Hit]], targets: &[Target]) -> Self {
        let columns: Vec<Vec<PassageIx>> = places.iter().map(|hits| passages(hits)).collect();
        let features = Features::new(corpus, &columns, targets);
        let mut rows: Vec<Beside> = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            rows = features.join(rows, at, column, columns.len());
        }
        Self { rows }
    }

    /// The first passages beside each other, then the second ones, and so on.
    pub fn in_order(places: &[&[Hit]]) -> Self {
        let columns: Vec<Vec<PassageIx>> = places.iter().map(|hits| passages(hits)).collect();
        let length = columns.iter().map(Vec::len).max().unwrap_or_default();
        let row = |at: usize| {
            let passages: Vec<Option<PassageIx>> = columns.iter().map(|column| column.get(at).copied()).collect();
            let shared = if passages.iter().flatten().count() > 1 { Shared::Account } else { Shared::Nothing };
            Beside { passages, shared }
        };
        Self { rows: (0..length).map(row).collect() }
    }

    /// The row of a passage of a column, else of the last one before it, else of the column's first.
    pub fn row_of(&self, column: usize, passage: PassageIx) -> Option<usize> {
        let in_column = self.rows.iter().enumerate().filter_map(|(row, beside)| {
            let own = beside.passages.get(column).copied().flatten()?;
            Some((own, row))
        });
        let nearest = in_column.min_by_key(|(own, _)| (*own > passage, own.0.abs_diff(passage.0)));
        nearest.map(|(_, row)| row)
    }

    /// How many passages a column has.
    pub fn count(&self, column: usize) -> usize {
        self.rows.iter().filter(|beside| beside.passages.get(column).is_some_and(Option::is_some)).count()
    }
}

/// The passages of places in reading order, each once.
fn passages(hits: &[Hit]) -> Vec<PassageIx> {
    let mut passages: Vec<PassageIx> = hits.iter().map(|hit| hit.passage).collect();
    passages.dedup();
    passages
}

/// Something that a passage has and others may have too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Feature {
    Word(String),
    Entity(EntityIx),
    Event(EventIx),
}

/// What the passages of all columns have.
struct Features {
    /// By passage: its features by number, ascending, and how many words it has.
    of: HashMap<PassageIx, (Vec<u32>, u32)>,
    /// By feature: what it is worth, squared.
    worth: Vec<f64>,
    /// By feature: the passages that have it.
    having: Vec<Vec<PassageIx>>,
    /// By feature: the event that it is, and whether it is a word.
    kinds: Vec<(Option<EventIx>, bool)>,
}

/// How alike two passages are.
struct Pair {
    score: f64,
    shared: Shared,
    row: usize,
    at: usize,
}

impl Features {
    fn new(corpus: &Corpus, columns: &[Vec<PassageIx>], targets: &[Target]) -> Self {
        let followed: HashSet<EntityIx> = targets
            .iter()
            .filter_map(|target| if let Target::Entity(id) = target { corpus.entity_ix(*id) } else { None })
            .collect();
        let mut numbers: HashMap<Feature, u32> = HashMap::new();
        let mut made = Self { of: HashMap::new(), worth: Vec::new(), having: Vec::new(), kinds: Vec::new() };
        for passage in columns.iter().flatten() {
            let (found, words) = found(corpus, *passage, &followed);
            let mut own = Vec::with_capacity(found.len());
            for feature in found {
                let next = numbers.len() as u32;
                let kind = match &feature {
                    Feature::Event(event) => (Some(*event), false),
                    Feature::Word(_) => (None, true),
                    Feature::Entity(_) => (None, false),
                };
                let number = *numbers.entry(feature).or_insert(next);
                if number == next {
                    made.kinds.push(kind);
                    made.having.push(Vec::new());
                }
                own.push(number);
            }
            own.sort_unstable();
            own.dedup();
            for number in &own {
                made.having[*number as usize].push(*passage);
            }
            made.of.insert(*passage, (own, words));
        }
        let all = made.of.len() as u32;
        let worth = |having: &Vec<PassageIx>| (f64::from(all + 1) / f64::from(having.len() as u32)).ln().powi(2);
        made.worth = made.having.iter().map(worth).collect();
        made
    }

    /// Puts the passages of another column, the one at `at`, into the rows. Those that fit none stand behind the passage before them:
    /// in rows that nothing of their column fits, then in rows of their own.
    fn join(&self, rows: Vec<Beside>, at: usize, column: &[PassageIx], columns: usize) -> Vec<Beside> {
        let (matched, mut taken) = self.matched(&rows, column);
        let mut rows = rows;
        let mut behind: Vec<Vec<Beside>> = vec![Vec::new(); rows.len() + 1];
        let mut last = 0;
        for (passage, found) in column.iter().zip(matched) {
            let left = || (taken.get(last) == Some(&false)).then_some((last, Shared::Target));
            if let Some((row, shared)) = found.or_else(left) {
                let beside = &mut rows[row];
                beside.shared = if beside.shared == Shared::Nothing { shared } else { beside.shared.min(shared) };
                beside.passages[at] = Some(*passage);
                taken[row] = true;
                last = row + 1;
            } else {
                let mut passages = vec![None; columns];
                passages[at] = Some(*passage);
                behind[last].push(Beside { passages, shared: Shared::Nothing });
            }
        }
        let mut behind = behind.into_iter();
        let mut joined = behind.next().unwrap_or_default();
        for (row, new) in rows.into_iter().zip(behind) {
            joined.push(row);
            joined.extend(new);
        }
        joined
    }

    /// For each passage of a column the row that it fits, if one does, and what it shares; for each row whether one fits it.
    fn matched(&self, rows: &[Beside], column: &[PassageIx]) -> (Vec<Option<(usize, Shared)>>, Vec<bool>) {
        let row_of: HashMap<PassageIx, usize> = rows
            .iter()
            .enumerate()
            .flat_map(|(row, beside)| beside.passages.iter().flatten().map(move |passage| (*passage, row)))
            .collect();
        let mut pairs: Vec<Pair> = Vec::new();
        for (at, passage) in column.iter().enumerate() {
            let Some((own, _)) = self.of.get(passage) else { continue };
            let having = own.iter().filter_map(|number| self.having.get(*number as usize));
            let near: HashSet<PassageIx> = having.filter(|having| having.len() <= COMMON).flatten().copied().collect();
            for (other, row) in near.into_iter().filter_map(|other| Some((other, *row_of.get(&other)?))) {
                if let Some((score, shared)) = self.alike(other, *passage) {
                    pairs.push(Pair { score, shared, row, at });
                }
            }
        }
        // Of pairs that are as much alike, those that stand as early in both.
        pairs.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| (a.row.abs_diff(a.at), a.row, a.at).cmp(&(b.row.abs_diff(b.at), b.row, b.at)))
        });
        let mut found = vec![None; column.len()];
        let mut taken = vec![false; rows.len()];
        for pair in pairs {
            if !taken[pair.row] && found[pair.at].is_none() {
                taken[pair.row] = true;
                found[pair.at] = Some((pair.row, pair.shared));
            }
        }
        (found, taken)
    }

    /// How much two passages are alike, and by what; `None` where they are too little.
    fn alike(&self, one: PassageIx, other: PassageIx) -> Option<(f64, Shared)> {
        let ((one, words), (other, other_words)) = (self.of.get(&one)?, self.of.get(&other)?);
        let shared: Vec<u32> = one.iter().copied().filter(|number| other.binary_search(number).is_ok()).collect();
        let worth = |numbers: &[u32]| numbers.iter().filter_map(|number| self.worth.get(*number as usize)).sum::<f64>();
        let length = (worth(one) * worth(other)).sqrt();
        let cosine = if length > 0.0 { worth(&shared) / length } else { 0.0 };
        let kinds = || shared.iter().filter_map(|number| self.kinds.get(*number as usize));
        let event = kinds().find_map(|(event, _)| *event);
        let same_words = kinds().filter(|(_, is_word)| *is_word).count() as u32;
        let share = f64::from(same_words) / f64::from((*words).max(*other_words).max(1));
        match event {
            _ if share >= SAME_WORDS => Some((cosine + SAME_EVENT + share, Shared::Wording)),
            Some(event) => Some((cosine + SAME_EVENT, Shared::Event(event))),
            None if cosine >= ALIKE => Some((cosine, Shared::Words)),
            None => None,
        }
    }
}

/// What a passage has, and how many different words. `followed` are in all of them, and tell nothing.
fn found(corpus: &Corpus, at: PassageIx, followed: &HashSet<EntityIx>) -> (HashSet<Feature>, u32) {
    let passage = corpus.passage(at);
    let text = &corpus.document(passage.document).text;
    let words = tokens(text, passage.span).into_iter().filter(Token::is_word).take(MOST_WORDS);
    let words = words.map(|token| token.known(text)).filter(|word| !word.is_empty());
    let mut found: HashSet<Feature> = words.map(|word| Feature::Word(fold(word))).collect();
    let count = found.len() as u32;
    let entities = corpus.mentions_in(at).iter().map(|mention| mention.entity);
    found.extend(entities.filter(|entity| !followed.contains(entity)).map(Feature::Entity));
    found.extend(corpus.events_in(at).map(Feature::Event));
    (found, count)
}
