//! Features: what speaks for and against a label at one place. The same code serves training and the run.
//!
//! A feature is a hash of its template's number and its values; weights are looked up by it elsewhere.

use std::ops::Range;

use super::hash::Hash;
use super::lists::BITS;
use super::memory::Memory;
use super::sentence::{Casing, Sentence};
use super::words::{Case, Word};

/// Words on each side that are looked at.
const WINDOW: usize = 2;

/// Words on each side that a run is followed: a long line in capitals costs no more than its length.
const LONGEST_RUN: usize = 10;

/// What stands before the first and after the last word.
const BORDER: Word = Word {
    lower: 1,
    exact: 1,
    prefixes: [0; 3],
    suffixes: [0; 4],
    shape: 1,
    case: Case::Sign,
    length: 0,
    clusters: [0; 3],
    lists: 0,
    listed: 0,
    initial: ' ',
    letters: 0,
    guess: 0,
};

/// The features of one place, made anew for each; `keys` is room that is used again.
#[derive(Debug, Default)]
pub struct Features {
    keys: Vec<u64>,
}

impl Features {
    /// The features of the word `at` of a sentence, for the first look.
    pub fn collect(&mut self, sentence: &Sentence, at: usize) -> &[u64] {
        self.keys.clear();
        let word = sentence.words[at];
        self.one(1, 0);
        self.own(&word, at, sentence.casing);
        for offset in 0..=2 * WINDOW {
            self.neighbour(near(sentence, at, offset), offset as u64);
        }
        self.pairs(sentence, at);
        self.run(sentence, at);
        &self.keys
    }

    /// What the second look adds to them: what the first look found elsewhere in the document.
    pub fn recall(&mut self, sentence: &Sentence, at: usize, memory: &Memory) -> &[u64] {
        self.keys.clear();
        self.remembered(sentence, at, memory);
        &self.keys
    }

    fn one(&mut self, template: u64, value: u64) {
        self.keys.push(Hash::new(template).with(value).key());
    }

    fn two(&mut self, template: u64, first: u64, second: u64) {
        self.keys.push(Hash::new(template).with(first).with(second).key());
    }

    fn three(&mut self, template: u64, first: u64, second: u64, third: u64) {
        self.keys.push(Hash::new(template).with(first).with(second).with(third).key());
    }

    /// One feature for each partition that knows the word.
    fn clusters(&mut self, template: u64, word: &Word, with: u64) {
        for (partition, cluster) in word.clusters.iter().enumerate().filter(|(_, cluster)| **cluster > 0) {
            self.two(template + partition as u64, u64::from(*cluster), with);
        }
    }

    /// One feature for each list that holds the word.
    fn lists(&mut self, template: u64, word: &Word) {
        for bit in (0..BITS).filter(|bit| word.lists >> bit & 1 == 1) {
            self.one(template, u64::from(bit));
        }
    }

    fn own(&mut self, word: &Word, at: usize, casing: Casing) {
        self.one(2, word.exact);
        for (length, prefix) in word.prefixes.iter().enumerate().filter(|(_, prefix)| **prefix != 0) {
            self.two(3, length as u64, *prefix);
        }
        for (length, suffix) in word.suffixes.iter().enumerate().filter(|(_, suffix)| **suffix != 0) {
            self.two(4, length as u64, *suffix);
        }
        let position = u64::from(at == 0) + 2 * casing as u64;
        self.two(5, word.case as u64, position);
        self.three(6, word.case as u64, position, u64::from(word.length.min(8)));
        self.clusters(7, word, 8 * word.case as u64 + position);
        if word.clusters[0] == 0 {
            self.two(10, word.case as u64, position);
        }
    }

    fn neighbour(&mut self, word: &Word, offset: u64) {
        let template = 20 + 8 * offset;
        self.one(template, word.lower);
        self.one(template + 1, word.shape);
        self.clusters(template + 2, word, 0);
        self.lists(template + 5, word);
        if word.listed > 0 {
            self.one(template + 6, u64::from(word.listed));
        }
    }

    fn pairs(&mut self, sentence: &Sentence, at: usize) {
        let [before2, before, word, after, after2] = [0, 1, 2, 3, 4].map(|offset| near(sentence, at, offset));
        self.two(70, before.lower, word.lower);
        self.two(71, word.lower, after.lower);
        self.two(72, before2.lower, before.lower);
        self.two(73, after.lower, after2.lower);
        self.two(74, before.lower, after.lower);
        self.three(75, before.shape, word.shape, after.shape);
        self.two(76, before.lower, word.shape);
        self.two(77, after.lower, word.shape);
        self.three(78, before2.lower, before.lower, word.shape);
        self.three(79, after.lower, after2.lower, word.shape);
        let shared = |partition: usize, words: &[&Word]| words.iter().all(|word| word.clusters[partition] > 0);
        let cluster = |word: &Word, partition: usize| u64::from(word.clusters[partition]);
        for partition in [0, 1, 2] {
            let template = 80 + 10 * partition as u64;
            self.two(template, cluster(before, partition), cluster(word, partition));
            self.two(template + 1, cluster(word, partition), cluster(after, partition));
            self.two(template + 2, cluster(before, partition), word.shape);
            self.two(template + 3, cluster(after, partition), word.shape);
            if partition < 2 && shared(partition, &[before, word, after]) {
                let [first, second, third] = [before, word, after].map(|word| cluster(word, partition));
                self.three(template + 4, first, second, third);
            }
            self.three(template + 5, cluster(before, partition), cluster(after, partition), word.shape);
        }
        self.three(114, u64::from(before.lists), u64::from(word.lists), case(word));
        self.three(115, u64::from(after.lists), u64::from(word.lists), case(word));
        self.three(110, case(before2), case(before), case(word));
        self.three(111, case(word), case(after), case(after2));
        self.two(112, before.suffixes[2], word.shape);
        self.two(113, after.suffixes[2], word.shape);
    }

    /// Features of the run of capitalized words that the word stands in.
    fn run(&mut self, sentence: &Sentence, at: usize) {
        let run = run(sentence, at);
        let first = &sentence.words[run.start];
        let last = &sentence.words[run.end - 1];
        let before = run.start.checked_sub(1).map_or(&BORDER, |at| &sentence.words[at]);
        let before2 = run.start.checked_sub(2).map_or(&BORDER, |at| &sentence.words[at]);
        let after = sentence.words.get(run.end).unwrap_or(&BORDER);
        let after2 = sentence.words.get(run.end + 1).unwrap_or(&BORDER);
        let length = run.len().min(5) as u64;
        let from_start = (at - run.start).min(3) as u64;
        let from_end = (run.end - 1 - at).min(3) as u64;
        let place = 25 * length + 5 * from_start + from_end;
        let ends = 2 * u64::from(from_start == 0) + u64::from(from_end == 0);
        self.two(120, place, sentence.casing as u64 * 2 + u64::from(run.start == 0));
        self.two(121, first.lower, place);
        self.two(122, last.lower, place);
        self.two(123, before.lower, ends);
        self.two(124, after.lower, ends);
        self.three(125, before.lower, after.lower, place);
        self.two(126, last.lower, ends);
        for partition in [0, 1, 2] {
            let template = 130 + 6 * partition as u64;
            self.two(template, u64::from(first.clusters[partition]), place);
            self.two(template + 1, u64::from(last.clusters[partition]), place);
            self.two(template + 2, u64::from(before.clusters[partition]), ends);
            self.two(template + 3, u64::from(after.clusters[partition]), ends);
            self.three(template + 4, u64::from(first.clusters[partition]), u64::from(last.clusters[partition]), place);
        }
        self.three(156, u64::from(first.lists), u64::from(last.lists), place);
        self.three(157, u64::from(before.lists), u64::from(after.lists), ends);
        self.two(158, u64::from(last.lists), ends);
        self.two(150, last.suffixes[2], ends);
        self.two(151, last.suffixes[3], ends);
        self.two(152, before2.lower, ends);
        self.two(153, after2.lower, ends);
        self.two(154, u64::from(before2.clusters[2]), ends);
        self.two(155, u64::from(after2.clusters[2]), ends);
    }

    fn remembered(&mut self, sentence: &Sentence, at: usize, memory: &Memory) {
        let word = &sentence.words[at];
        self.two(160, 0, u64::from(word.guess));
        self.two(161, u64::from(word.guess), case(word));
        for (template, offset) in [(170, WINDOW), (180, WINDOW - 1), (190, WINDOW + 1)] {
            let Some(at) = (at + offset).checked_sub(WINDOW).filter(|at| *at < sentence.words.len()) else { continue };
            let word = &sentence.words[at];
            if !word.case.is_raised() {
                continue;
            }
            let counts = memory.elsewhere(sentence, at);
            let (best, share, total) = summary(&counts.kinds);
            self.three(template, best, share, total);
            self.two(template + 1, best, u64::from(word.guess));
            let person = u64::from(counts.closes_person > 0) + 2 * u64::from(counts.opens_person > 0);
            self.three(template + 2, person, u64::from(counts.in_organization > 0), best);
            self.two(template + 3, u64::from(counts.lower.min(2)), case(word));
            self.three(template + 4, u64::from(counts.lower.min(1)), best, u64::from(at == 0));
        }
        if word.case.is_raised() {
            let (best, share, total) = summary(&memory.run_elsewhere(sentence, at));
            let run = run(sentence, at);
            let place = 5 * (at - run.start).min(3) as u64 + (run.end - 1 - at).min(3) as u64;
            self.three(200, best, share * 8 + total, place);
            if memory.is_acronym(sentence, at) {
                self.one(201, 0);
            }
        }
    }
}

/// The commonest of some counts (0: none), its share in quarters, and the total, all roughly.
fn summary(counts: &[u16]) -> (u64, u64, u64) {
    let total: u32 = counts.iter().map(|count| u32::from(*count)).sum();
    let best = (0..counts.len()).rev().max_by_key(|at| counts[*at]).unwrap_or(0);
    if total == 0 {
        return (0, 0, 0);
    }
    let share = 4 * u32::from(counts[best]) / total;
    let size = match total {
        1 => 1,
        2 => 2,
        3..=5 => 3,
        _ => 4,
    };
    (best as u64 + 1, u64::from(share), size)
}

fn case(word: &Word) -> u64 {
    word.case as u64
}

/// The word `offset` places after the beginning of the window around `at`.
fn near(sentence: &Sentence, at: usize, offset: usize) -> &Word {
    (at + offset).checked_sub(WINDOW).and_then(|at| sentence.words.get(at)).unwrap_or(&BORDER)
}

/// The capitalized words around `at` without a gap; `at` alone if it is not capitalized.
pub fn run(sentence: &Sentence, at: usize) -> Range<usize> {
    let raised = |at: &usize| sentence.words[*at].case.is_raised();
    if !raised(&at) {
        return at..at + 1;
    }
    let start = (0..at).rev().take(LONGEST_RUN).take_while(raised).last().unwrap_or(at);
    let end = (at..sentence.words.len()).take(LONGEST_RUN).take_while(raised).last().unwrap_or(at) + 1;
    start..end
}
